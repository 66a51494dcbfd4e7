//! One file of content/ to one document.

use super::Inputs;
use crate::cache::Overflow;
use crate::config::Config;
use crate::content::{self, Document, Kept};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::source::{CONTENT, Source};
use std::sync::Arc;

/// What one file of content/ came to.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) digest: Option<Digest>,
    pub(super) document: Option<Arc<Document>>,
    pub(super) findings: Vec<Diagnostic>,
    /// Whether an earlier run has parsed it.
    pub(super) kept: bool,
}

pub(super) fn is_document(file: &RelPath) -> bool {
    file.as_str().ends_with(".md") && file.below(CONTENT).is_some()
}

/// What documents are read with.
pub(super) struct Reader<'a> {
    pub(super) source: &'a dyn Source,
    pub(super) aside: &'a Overflow,
    pub(super) config: &'a Config,
    /// What an earlier run has parsed.
    pub(super) kept: &'a Kept,
    /// The files as they were a moment ago, in this very run.
    pub(super) looked_at: Option<&'a Inputs>,
    /// Whether a file that can't be read any more keeps its last good document.
    pub(super) keep_last_good: bool,
}

impl Reader<'_> {
    /// Reads one document; none if its bytes are those already known.
    pub(super) fn read(&self, file: &RelPath, known: Option<&Parsed>) -> Result<Option<Parsed>, Failure> {
        if let Some(parsed) = self.again(file, known) {
            return Ok(Some(parsed));
        }
        let Some(bytes) = self.source.read(file)? else { return Ok(Some(Parsed::default())) };
        let digest = Digest::of(&bytes);
        if known.is_some_and(|known| known.digest == Some(digest)) {
            return Ok(None);
        }
        // The last good text must outlive the file that it was read from.
        let held = || self.keep_last_good.then(|| self.aside.keep(&bytes)).flatten();
        let earlier = self.kept.find(file, &digest, held);
        let kept = earlier.is_some();
        let (document, findings) = earlier.unwrap_or_else(|| self.parse(file, &bytes));
        let last_good = known.and_then(|known| known.document.clone()).filter(|_| self.keep_last_good);
        let complete = |document: &Document| document.is_complete(self.config.kind(document.identity.kind));
        let document = match (document, last_good) {
            (Some(document), Some(last)) if !complete(&document) && complete(&last) => Some(last),
            (document, last) => document.map(Arc::new).or(last),
        };
        Ok(Some(Parsed { digest: Some(digest), document, findings, kept }))
    }

    /// What an earlier run has parsed, where the file's digest is known already.
    fn again(&self, file: &RelPath, known: Option<&Parsed>) -> Option<Parsed> {
        let digest = self.looked_at?.digest_of(file).filter(|_| known.is_none() && !self.keep_last_good)?;
        let (document, findings) = self.kept.find(file, &digest, || None)?;
        Some(Parsed { digest: Some(digest), document: document.map(Arc::new), findings, kept: true })
    }

    fn parse(&self, file: &RelPath, bytes: &[u8]) -> (Option<Document>, Vec<Diagnostic>) {
        let (mut document, findings) = match content::identify(file, self.config) {
            Some(Ok(identity)) => content::parse(file, identity, bytes, self.config),
            Some(Err(misplaced)) => (None, vec![misplaced.finding(file, self.config)]),
            None => (None, Vec::new()),
        };
        if let Some(document) = &mut document {
            document.put_aside(self.aside);
        }
        (document, findings)
    }
}
