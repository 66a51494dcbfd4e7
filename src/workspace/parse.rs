//! One file of content/ to one document.

use crate::config::Config;
use crate::content::{self, Document, Misplaced};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::source::{CONTENT, Source};
use crate::text;
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
        Some(Err(misplaced)) => (None, vec![misplaced_finding(file, misplaced, config)]),
        None => (None, Vec::new()),
    };
    let last_good = known.and_then(|known| known.document.clone()).filter(|_| keep);
    let complete = |document: &Document| document.is_complete(config.kind(document.identity.kind));
    let document = match (document, last_good) {
        (Some(document), Some(last)) if !complete(&document) && complete(&last) => Some(last),
        (document, last) => document.map(Arc::new).or(last),
    };
    Ok(Some(Parsed { digest: Some(digest), document, findings }))
}

fn misplaced_finding(file: &RelPath, misplaced: Misplaced, config: &Config) -> Diagnostic {
    match misplaced {
        Misplaced::Kind(folder) => {
            let folders = || config.kinds.iter().map(|kind| &*kind.folder).filter(|folder| !folder.is_empty());
            let list = folders().collect::<Vec<_>>().join(", ");
            let help = match nearest(&folder, folders()) {
                Some(near) => text!("mungkin maksudnya content/{near}/?", "did you mean content/{near}/?"),
                None => text!(
                    "folder yang ada: {list}; atau buat jenis baru di site.toml",
                    "the folders: {list}; or declare a kind in site.toml"
                ),
            };
            let message =
                text!("folder `{folder}` bukan jenis dokumen", "the folder `{folder}` is no kind of document");
            Diagnostic::new(Code::UnknownKind, file, 0..0, message).help(help)
        }
        Misplaced::Language(code) => {
            let codes = || config.languages.iter().map(|language| &*language.code);
            let list = codes().collect::<Vec<_>>().join(", ");
            let help = match nearest(&code, codes()) {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!(
                    "bahasa situs ini: {list}; tambahkan `{code}` pada languages di site.toml",
                    "the site's languages: {list}; add `{code}` to languages in site.toml"
                ),
            };
            let message = text!("bahasa `{code}` tidak ada di site.toml", "site.toml has no language `{code}`");
            Diagnostic::new(Code::UnknownLanguage, file, 0..0, message).help(help)
        }
    }
}
