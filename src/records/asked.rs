//! One question in names that last.

use crate::newsroom::{DocId, TermId};
use crate::reads::Read;
use crate::routes::Edition;
use std::sync::Arc;

/// A question, with the names of what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub(super) read: Read,
    pub(super) document: Option<Arc<str>>,
    pub(super) term: Option<Arc<str>>,
}

impl Asked {
    /// A question about an edition.
    pub fn new(read: Read, edition: &Edition) -> Asked {
        let document = read.document.map(|number| edition.document_key(DocId(number)).into());
        let term = read.term.map(|number| edition.term_key(TermId(number)).into());
        Asked { read: Read { document: None, term: None, ..read }, document, term }
    }
}
