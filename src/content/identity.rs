//! What a document's place says: its kind, its language, its id and its slug.

use super::Misplaced;
use crate::config::{Config, KindId, Lang};
use crate::path::{RelPath, slugify};
use crate::source::CONTENT;

/// What the path of a document says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The path below content/ without language and extension: `kunjungan/2022/pasundan`. The
    /// same for every translation.
    pub id: RelPath,
    /// The kind, from the first folder.
    pub kind: KindId,
    /// The language, from `NAME.en.md`.
    pub lang: Lang,
    /// The slug, from the file's or folder's name without a leading date.
    pub slug: Box<str>,
}

/// Reads a path below content/ that ends in `.md`; none for other files.
pub fn identify(file: &RelPath, config: &Config) -> Option<Result<Identity, Misplaced>> {
    let path = file.below(CONTENT)?;
    let stem = path.strip_suffix(".md")?;
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    if let Some(code) = capital_language(name) {
        return Some(Err(Misplaced::CapitalLanguage(code.to_owned())));
    }
    let (name, code) = split_language(name);
    let lang = match code {
        None => Lang::default(),
        Some(code) => match config.lang(code) {
            Some(lang) => lang,
            None => return Some(Err(Misplaced::Language(code.to_owned()))),
        },
    };
    let top = folder.split('/').next().unwrap_or_default();
    if name == "index" && !folder.contains('/') && config.kind_of_folder(folder).is_some() {
        return Some(Err(Misplaced::Index(folder.to_owned())));
    }
    // A folder at the top with an index.md alone may be a page: content/tentang/index.md.
    let Some(kind) = config.kind_of_folder(top).or_else(|| page_folder(folder, name, config)) else {
        return Some(Err(Misplaced::Kind(top.to_owned())));
    };
    let id = match (name, folder.contains('/') || kind_is_page(kind, config)) {
        ("index", true) if !folder.is_empty() => RelPath::new(folder),
        _ => RelPath::new(folder).join(name),
    };
    let slug = slugify(without_date(id.file_name())).into_boxed_str();
    Some(Ok(Identity { id, kind, lang, slug }))
}

fn kind_is_page(kind: KindId, config: &Config) -> bool {
    config.kind(kind).folder.is_empty()
}

fn page_folder(folder: &str, name: &str, config: &Config) -> Option<KindId> {
    let page = config.kind_of_folder("")?;
    (name == "index" && !folder.is_empty() && !folder.contains('/')).then_some(page)
}

/// `pasundan.en` into `pasundan` and `en`; a dot that no language code follows is part of the name.
fn split_language(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once('.') {
        Some((stem, code)) if !stem.is_empty() && looks_like_language(code) => (stem, Some(code)),
        _ => (name, None),
    }
}

/// The language code of `NAME.EN.md`, which systems that tell capitals apart would not find.
fn capital_language(name: &str) -> Option<&str> {
    let (stem, code) = name.rsplit_once('.')?;
    let small = code.to_ascii_lowercase();
    (!stem.is_empty() && code != small && ["id", "en", "jv", "su"].contains(&small.as_str())).then_some(code)
}

fn looks_like_language(code: &str) -> bool {
    let primary = code.split('-').next().unwrap_or_default();
    (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase())
}

/// Drops a leading `YYYY-MM-DD-`.
pub(crate) fn without_date(name: &str) -> &str {
    let date = |bytes: &[u8]| {
        bytes.iter().enumerate().all(|(i, b)| if matches!(i, 4 | 7 | 10) { *b == b'-' } else { b.is_ascii_digit() })
    };
    match name.as_bytes().get(..11) {
        Some(head) if date(head) && name.len() > 11 => &name[11..],
        _ => name,
    }
}

/// A content path without the leading date of its last segment; none if there is no date.
pub fn identity_without_date(id: &RelPath) -> Option<RelPath> {
    let name = id.file_name();
    let short = without_date(name);
    let folder = id.as_str().strip_suffix(name).unwrap_or_default();
    (short.len() != name.len()).then(|| RelPath::new(&[folder, short].concat()))
}
