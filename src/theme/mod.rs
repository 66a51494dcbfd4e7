//! Themes: templates, components, assets and interface words, and what they may ask.
//!
//! A theme is read whole, checked whole, and then immutable. Its templates get views (plain values
//! made here) and put questions to the edition through functions; each question goes through
//! [`functions`], the one place where a page's reads can be recorded. May not read the disk: it is
//! handed its files.

mod accent;
mod answers;
mod archive;
mod dates;
mod embedded;
mod errors;
mod events;
mod feeds;
mod files;
mod frame;
pub mod functions;
mod lettering;
mod listing;
mod load;
mod media_page;
mod parts;
mod pictures;
mod said;
mod scope;
mod section;
mod sheet;
mod shown;
pub(crate) mod value;
mod views;
mod words;

pub use embedded::embedded;
pub use files::{ThemeFile, ThemeFiles};
pub use load::{Manifest, Theme, load, manifest};
pub use scope::{Scope, Shelf};
pub use section::{Crumb, Section};
pub use shown::Shown;
pub use words::Words;

pub(crate) use dates::iso_duration;
pub(crate) use pictures::PhotoWords;
pub(crate) use value::map;
pub(crate) use views::youtube_embed;
pub use views::{class_name, phone_url};
