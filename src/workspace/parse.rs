//! One file of content/ to one document.

use crate::cache::Overflow;
use crate::config::Config;
use crate::content::{self, Document};
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
}

pub(super) fn is_document(file: &RelPath) -> bool {
    file.as_str().ends_with(".md") && file.below(CONTENT).is_some()
}

/// Reads one document; none if its bytes are those already known.
pub(super) fn parse(
    source: &dyn Source,
    aside: &Overflow,
    file: &RelPath,
    known: Option<&Parsed>,
    config: &Config,
    keep: bool,
) -> Result<Option<Parsed>, Failure> {
    let Some(bytes) = source.read(file)? else { return Ok(Some(Parsed::default())) };
    let digest = Digest::of(&bytes);
    if known.is_some_and(|known| known.digest == Some(digest)) {
        return Ok(None);
    }
    let (document, findings) = match content::identify(file, config) {
        Some(Ok(identity)) => content::parse(file, identity, &bytes, config),
        Some(Err(misplaced)) => (None, vec![misplaced.finding(file, config)]),
        None => (None, Vec::new()),
    };
    let document = document.map(|mut document| {
        document.put_aside(aside);
        document
    });
    let last_good = known.and_then(|known| known.document.clone()).filter(|_| keep);
    let complete = |document: &Document| document.is_complete(config.kind(document.identity.kind));
    let document = match (document, last_good) {
        (Some(document), Some(last)) if !complete(&document) && complete(&last) => Some(last),
        (document, last) => document.map(Arc::new).or(last),
    };
    Ok(Some(Parsed { digest: Some(digest), document, findings }))
}
