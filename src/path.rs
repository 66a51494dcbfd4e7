//! Names of files and addresses of pages, kept apart by type.
//!
//! [`RelPath`] is a file within the newsroom or within the output folder: forward slashes, no
//! leading slash, no `.` or `..`. [`UrlPath`] is an address within the site: a leading slash,
//! percent-encoded. Neither can point outside its root, so nothing built from them can escape.

use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// The longest slug, in bytes (all of them ASCII).
pub const SLUG_MAX: usize = 80;

/// A file's path relative to a root, with forward slashes on every system.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// A path from text that is known to be clean, such as a literal or a walked folder's entry.
    /// Segments that would leave the root are dropped.
    pub fn new(text: &str) -> Self {
        if is_clean(text) {
            return RelPath(text.into());
        }
        let mut kept: Vec<&str> = Vec::new();
        for segment in text.split(['/', '\\']) {
            match segment {
                "" | "." => {}
                ".." => drop(kept.pop()),
                other => kept.push(other),
            }
        }
        RelPath(kept.join("/").into())
    }

    /// The root itself.
    pub fn root() -> Self {
        RelPath("".into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as text that is shared and not copied.
    pub fn shared(&self) -> Arc<str> {
        self.0.clone()
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder that holds it; the root for a top-level name.
    pub fn parent(&self) -> RelPath {
        match self.0.rsplit_once('/') {
            Some((parent, _)) => RelPath(parent.into()),
            None => RelPath::root(),
        }
    }

    /// What follows the last dot of the file's name, lower case.
    pub fn extension(&self) -> Option<String> {
        self.file_name().rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ext)| ext.to_lowercase())
    }

    /// A name below this folder.
    pub fn join(&self, name: &str) -> RelPath {
        if self.0.is_empty() { RelPath::new(name) } else { RelPath::new(&format!("{}/{name}", self.0)) }
    }

    /// Follows a relative reference from this folder, as `../foto/a.jpg`; none if it leaves the root
    /// or has a backslash, which separates names on Windows and would leave it there.
    pub fn resolve(&self, reference: &str) -> Option<RelPath> {
        if reference.contains('\\') {
            return None;
        }
        let mut kept: Vec<&str> = self.0.split('/').filter(|s| !s.is_empty()).collect();
        for segment in reference.split('/') {
            match segment {
                "" | "." => {}
                ".." => drop(kept.pop()?),
                other => kept.push(other),
            }
        }
        Some(RelPath(kept.join("/").into()))
    }

    /// The rest of the path below `folder`.
    pub fn below(&self, folder: &str) -> Option<&str> {
        if folder.is_empty() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The path under a folder of the running system.
    pub fn under(&self, root: &std::path::Path) -> std::path::PathBuf {
        let mut path = root.to_path_buf();
        path.extend(self.0.split('/'));
        path
    }
}

/// Whether a text is a path already, and [`RelPath::new`] would change nothing of it.
pub fn is_clean(text: &str) -> bool {
    let is_name = |segment: &[u8]| !matches!(segment, b"" | b"." | b"..");
    let (bytes, mut start) = (text.as_bytes(), 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\\' => return false,
            b'/' if !is_name(&bytes[start..at]) => return false,
            b'/' => start = at + 1,
            _ => {}
        }
    }
    bytes.is_empty() || is_name(&bytes[start..])
}

impl std::borrow::Borrow<str> for RelPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Serialize for RelPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// An address within the site, from its first slash on, percent-encoded (RFC 3986).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// The address of a folder's page: `/a/b/`.
    pub fn page(segments: &str) -> Self {
        let mended = (!is_clean(segments)).then(|| RelPath::new(segments));
        match mended.as_ref().map_or(segments, RelPath::as_str) {
            "" => UrlPath("/".into()),
            clean => UrlPath(["/", &encode(clean), "/"].concat().into()),
        }
    }

    /// The address of a file: `/a/b.xml`.
    pub fn file(path: &RelPath) -> Self {
        UrlPath(["/", &encode(path.as_str())].concat().into())
    }

    /// The address of a file beside what stands here: in a page's own folder, else in the file's.
    pub fn beside(&self, name: &str) -> Self {
        let folder = self.0.rfind('/').map_or("/", |slash| &self.0[..=slash]);
        let mended = (!is_clean(name)).then(|| RelPath::new(name));
        UrlPath([folder, &encode(mended.as_ref().map_or(name, RelPath::as_str))].concat().into())
    }

    /// An address that is encoded already.
    pub(crate) fn written(text: &str) -> Self {
        UrlPath(text.into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as text that is shared and not copied.
    pub fn shared(&self) -> Arc<str> {
        self.0.clone()
    }

    /// The file in the output folder that a host serves at this address.
    pub fn output(&self) -> RelPath {
        let decoded = percent_encoding::percent_decode_str(&self.0).decode_utf8_lossy();
        let path = decoded.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            RelPath::new(&[path, "index.html"].concat())
        } else {
            RelPath::new(path)
        }
    }
}

impl std::borrow::Borrow<str> for UrlPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Serialize for UrlPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// What a path segment may hold unencoded: RFC 3986's unreserved characters, and `/` between segments.
const PATH: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

fn encode(path: &str) -> Cow<'_, str> {
    percent_encoding::utf8_percent_encode(path, PATH).into()
}

/// The slug of a title or name: ASCII letters and digits in lower case joined by hyphens, at most
/// [`SLUG_MAX`] long, cut at a word. Apostrophes vanish (`Ta' Lim` is `ta-lim`); other scripts are
/// romanised. Empty if nothing usable is left.
pub fn slugify(text: &str) -> String {
    if is_slug(text) {
        return text.to_owned();
    }
    let mut slug = String::with_capacity(text.len());
    let plain: String = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    for word in deunicode::deunicode(&plain).split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '\'' | '`')) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        if word.is_empty() {
            continue;
        }
        let gap = usize::from(!slug.is_empty());
        if slug.len() + gap + word.len() > SLUG_MAX {
            if slug.is_empty() {
                slug.push_str(&word[..SLUG_MAX]);
            }
            break;
        }
        if gap == 1 {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

/// Whether a text is its own slug.
fn is_slug(text: &str) -> bool {
    let usable = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-';
    (1..=SLUG_MAX).contains(&text.len())
        && text.as_bytes().iter().all(usable)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// Whether every system can hold a file of this name.
pub fn is_portable(name: &str) -> bool {
    let forbidden = |b: u8| b < b' ' || matches!(b, b'<' | b'>' | b':' | b'"' | b'|' | b'?' | b'*' | b'\\' | 0x7f);
    !name.bytes().any(forbidden)
        && (name.is_ascii() || !name.contains(char::is_control))
        && !name.ends_with(['.', ' '])
        && name.len() <= 255
        && !is_reserved_on_windows(name)
}

/// Names that Windows keeps for devices, whatever their extension.
pub fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    if !matches!(stem.len(), 3 | 4) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|c: char| c.is_ascii_digit() && c != '0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_follow_the_newsroom_rule() {
        assert_eq!(slugify("Majelis Ta' Lim di Tanah Bumbu"), "majelis-ta-lim-di-tanah-bumbu");
        assert_eq!(slugify("  Café & Ünïcode — 2026! "), "cafe-unicode-2026");
        assert_eq!(slugify("///..\\"), "");
        assert!(slugify(&"kata ".repeat(60)).len() <= SLUG_MAX);
    }

    #[test]
    fn a_reference_never_leaves_the_root() {
        let folder = RelPath::new("content/kunjungan");
        assert_eq!(folder.resolve("../foto/a.jpg"), Some(RelPath::new("content/foto/a.jpg")));
        assert_eq!(folder.resolve("../../../etc/passwd"), None);
        assert_eq!(folder.resolve("..\\..\\..\\etc"), None);
        assert_eq!(RelPath::new("../../a//./b").as_str(), "a/b");
    }

    #[test]
    fn addresses_and_files_answer_to_each_other() {
        assert_eq!(UrlPath::page("berita/2026").as_str(), "/berita/2026/");
        assert_eq!(UrlPath::page("").output().as_str(), "index.html");
        let odd = RelPath::new("foto/صورة 100%.jpg");
        assert_eq!(UrlPath::file(&odd).output(), odd);
        assert_eq!(UrlPath::page("a b/c").beside("d é.ics").as_str(), "/a%20b/c/d%20%C3%A9.ics");
        assert_eq!(UrlPath::page("").beside("x/1/feed.json").as_str(), "/x/1/feed.json");
        assert_eq!(UrlPath::file(&odd).beside("../b").output().as_str(), "foto/b");
    }
}
