//! The search index: records of documents in, files for a reader's browser out.
//!
//! A part is one language's documents of one year, or of some. It is made from its records alone, so a part whose
//! records are unchanged is never made again, and the same records give the same bytes on any machine.
//! What the files hold is read by the theme's `search.js`; both sides take words apart in the same way.
//! May not know addresses, templates, the cache or the disk.

mod bundle;
mod counted;
mod index;
mod record;
pub mod stem;
mod text;
mod words;

pub use counted::Counted;
pub use index::{Index, index};
pub use record::{Record, digest};
pub use words::{LEVELS, Language, Lexicon};

/// What the files of a part look like, and how words are taken apart. Whatever was made by another
/// version is made again.
pub const VERSION: u32 = 2;

/// How many documents stand in one file of headlines and summaries.
pub const BLOCK: usize = 16;

/// How many bytes of text one file of words stands for, roughly: some 5 kB when compressed.
const SHARD: usize = 80 * 1024;

/// In how many files of words `bytes` of text are cut, and in how many of headlines `count` documents.
pub fn files(bytes: usize, count: usize) -> (u32, u32) {
    let number = |files: usize| u32::try_from(files).unwrap_or(u32::MAX);
    (number(bytes.div_ceil(SHARD).max(1)), number(count.div_ceil(BLOCK)))
}
