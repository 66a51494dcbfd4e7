//! One file to one document: front matter with the place of every value, and the Markdown body.
//!
//! May not look at another document, the theme or the clock, nor at any file but the one whose text is
//! asked for again: what a file means by itself is decided here, what it means in the newsroom is decided
//! to the right of here.

mod addresses;
mod attachments;
pub mod body;
mod document;
mod elsewhere;
mod fence;
mod front;
mod identity;
mod kept;
pub mod markdown;
mod misplaced;
mod missing;
mod occurrence;
mod pack;
mod paragraphs;
mod parse;
mod quotes;
mod repeat;
mod synonyms;
mod texts;

pub use document::*;
pub use elsewhere::Elsewhere;
pub use identity::{Identity, identify, identity_without_date};
pub use kept::{Kept, Reading, keep};
pub use misplaced::Misplaced;
pub use occurrence::Occurrence;
pub use pack::{pack_findings, unpack_findings};
pub use parse::parse;
pub use repeat::{Every, On, Repeat};
pub use texts::{Lost, Texts};
