//! The texts of documents that are not in memory: put aside by this run, or to be read from their
//! files once more.
//!
//! A document that an earlier run has kept comes without its HTML. Few runs want much of it, and whoever
//! wants it has the file parsed again, once: by the same program with the same settings, so that the
//! same comes of it. A file that has other bytes by then is never taken for the one that was read.

use super::body::{Html, WORTH_ASIDE};
use super::{identify, parse};
use crate::cache::{Overflow, Slot};
use crate::config::Config;
use crate::digest::Digest;
use crate::path::RelPath;
use crate::source::Source;
use std::io;
use std::sync::{Arc, OnceLock};

/// Where the texts of documents are read from. By default, those alone that this run has put aside, which
/// are none.
#[derive(Debug, Default)]
pub struct Texts {
    aside: Arc<Overflow>,
    /// The files, and the settings that they are read with.
    files: Option<(Arc<dyn Source>, Arc<Config>)>,
}

/// Why a text can't be had.
#[derive(Debug)]
pub enum Lost {
    /// The disk has failed.
    Disk(io::Error),
    /// The document's file is not what it was when this run began.
    Changed,
}

impl From<io::Error> for Lost {
    fn from(error: io::Error) -> Lost {
        Lost::Disk(error)
    }
}

/// A file whose document was kept by an earlier run.
#[derive(Debug)]
pub struct Origin {
    pub(super) file: RelPath,
    /// The digest of its bytes.
    pub(super) digest: Digest,
    /// Its bytes, if they were put aside.
    pub(super) bytes: Option<Slot>,
    /// Where its pieces of HTML lie, once it has been parsed again.
    pub(super) slots: OnceLock<Box<[Option<Slot>]>>,
}

impl Origin {
    pub(super) fn new(file: RelPath, digest: Digest, bytes: Option<Slot>) -> Origin {
        Origin { file, digest, bytes, slots: OnceLock::new() }
    }
}

/// One piece of a document's HTML.
#[derive(Clone, Debug)]
pub struct Again {
    pub(super) origin: Arc<Origin>,
    /// Which one, in the order of the text.
    pub(super) nth: u32,
    /// How many bytes it has.
    pub(super) size: usize,
    /// Its digest.
    pub(super) digest: Digest,
}

impl Texts {
    /// The texts of documents that are read with `config`.
    pub fn new(aside: Arc<Overflow>, source: Arc<dyn Source>, config: Arc<Config>) -> Texts {
        Texts { aside, files: Some((source, config)) }
    }

    /// Where texts are put aside.
    pub fn aside(&self) -> &Overflow {
        &self.aside
    }

    /// A piece of HTML that an earlier run had.
    pub(super) fn again(&self, wanted: &Again) -> Result<String, Lost> {
        let origin = &*wanted.origin;
        let nth = wanted.nth as usize;
        if let Some(slot) = origin.slots.get().and_then(|slots| *slots.get(nth)?) {
            return Ok(self.aside.text(slot)?);
        }
        let pieces = self.parse(origin)?;
        let keep = |piece: &str| (piece.len() >= WORTH_ASIDE).then(|| self.aside.keep(piece.as_bytes())).flatten();
        // Another thread may have been faster, with the same.
        let _ = origin.slots.set(pieces.iter().map(|piece| keep(piece)).collect());
        let piece = pieces.into_iter().nth(nth).filter(|piece| Digest::of(piece.as_bytes()) == wanted.digest);
        piece.map(String::from).ok_or(Lost::Changed)
    }

    /// The pieces of HTML of a document, in the order of the text.
    fn parse(&self, origin: &Origin) -> Result<Vec<Box<str>>, Lost> {
        let (source, config) = self.files.as_ref().ok_or(Lost::Changed)?;
        let bytes = match origin.bytes {
            Some(slot) => Some(self.aside.bytes(slot)?),
            None => source.read(&origin.file).map_err(|_| Lost::Changed)?,
        };
        let bytes = bytes.filter(|bytes| Digest::of(bytes) == origin.digest).ok_or(Lost::Changed)?;
        let identity = identify(&origin.file, config).and_then(Result::ok).ok_or(Lost::Changed)?;
        let document = parse(&origin.file, identity, &bytes, config).0.ok_or(Lost::Changed)?;
        let mut pieces = Vec::new();
        document.body.all_html(&mut |html| {
            pieces.push(if let Html::Here(text) = html { text.clone() } else { Box::default() });
        });
        Ok(pieces)
    }
}
