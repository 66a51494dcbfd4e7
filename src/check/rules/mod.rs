//! One file a rule.

pub(super) mod directives;
pub(super) mod duplicates;
pub(super) mod files;
pub(super) mod links;
pub(super) mod photos;
pub(super) mod public;
pub(super) mod references;
pub(super) mod settings;
pub(super) mod translations;
pub(super) mod unread;

pub use files::unreadable;
pub use public::next_notice;
