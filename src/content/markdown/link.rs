//! Where a reference leads, and where in the source its destination stands.

use crate::content::body::Target;
use crate::diagnostic::{AddressSlip, Code, Text, address_slip};
use crate::path::RelPath;
use crate::text;
use percent_encoding::percent_decode_str;
use std::ops::Range;

/// What a written reference means.
#[derive(Debug, PartialEq)]
pub enum Destination {
    /// An address outside the site, finished.
    External(String),
    /// Something within the site, to be looked up.
    Internal(Target),
    /// Nothing was written.
    Empty,
    /// An address outside the site with a slip of the hand.
    Mistyped(AddressSlip),
    /// `//host/x`: whether it is encrypted depends on how the page was opened.
    SchemeMissing,
    /// `javascript:`, `file:` and whatever else pages may not link to.
    Scheme(String),
}

/// Decides where `written`, found in a document in `folder`, leads.
pub fn classify(written: &str, folder: &RelPath) -> Destination {
    // Browsers ignore these characters when they look for the scheme; so do we.
    let mut written = written.trim_matches(|c| c <= ' ').to_owned();
    written.retain(|c| !c.is_ascii_control());
    if written.is_empty() {
        return Destination::Empty;
    }
    if let Some(fragment) = written.strip_prefix('#') {
        return Destination::Internal(Target::Fragment(decode(fragment).into()));
    }
    let mut leading = written.bytes();
    if leading.next().is_some_and(is_slash) && leading.next().is_some_and(is_slash) {
        return Destination::SchemeMissing;
    }
    if let Some(slip) = address_slip(&written) {
        return Destination::Mistyped(slip);
    }
    if let Some(scheme) = scheme(&written) {
        let rest = &written[scheme.len() + 1..];
        let allowed = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest.starts_with("//"),
            "mailto" | "tel" => true,
            _ => false,
        };
        return if allowed { Destination::External(written) } else { Destination::Scheme(scheme.to_owned()) };
    }
    let (path, fragment) = match written.split_once('#') {
        Some((path, fragment)) => (path, Some(decode(fragment).into())),
        None => (written.as_str(), None),
    };
    if path.starts_with('/') {
        return Destination::Internal(Target::Site { path: path.into(), fragment });
    }
    let name = file_name(path);
    // A backslash would be a separator on Windows, and no file's name holds a zero.
    let path = if name.contains(['\\', '\0']) { None } else { folder.resolve(&name) };
    Destination::Internal(Target::File { path, fragment, written: written.into() })
}

/// The file that a relative reference names: decoded, without query and fragment.
pub fn file_name(reference: &str) -> String {
    decode(reference.split(['?', '#']).next().unwrap_or_default())
}

fn is_slash(b: u8) -> bool {
    b == b'/' || b == b'\\'
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

/// The scheme of an absolute reference, without its colon.
pub fn scheme(reference: &str) -> Option<&str> {
    let (scheme, _) = reference.split_once(':')?;
    let usual = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(usual)).then_some(scheme)
}

impl Destination {
    /// Which fault it is, for one that can't be linked to.
    pub fn code(&self) -> Code {
        match self {
            Destination::Empty | Destination::Mistyped(_) => Code::DeadLink,
            _ => Code::ForbiddenLink,
        }
    }

    /// What is wrong with it and what to write instead; none for a good one.
    pub fn complaint(&self) -> Option<(Text, Text)> {
        match self {
            Destination::External(_) | Destination::Internal(_) => None,
            Destination::Empty => Some((
                text!("tautan ini tidak punya alamat", "this link has no address"),
                text!(
                    "tulis alamatnya di antara tanda kurung: `[teks](https://…)` atau `[teks](../folder/berkas.md)`",
                    "write the address between the parentheses: `[text](https://…)` or `[text](../folder/file.md)`"
                ),
            )),
            Destination::Mistyped(AddressSlip::Mended(better)) => Some((
                text!("alamat tautan ini salah tulis", "the address of this link is mistyped"),
                text!("tulis `{better}`", "write `{better}`"),
            )),
            Destination::Mistyped(AddressSlip::SchemeAlone(scheme)) => Some((
                text!("alamat tautan ini belum lengkap", "the address of this link is not complete"),
                text!("tulis alamatnya sesudah `{scheme}`", "write the address after `{scheme}`"),
            )),
            Destination::SchemeMissing => Some((
                text!("tautan yang dimulai dengan `//` tidak diizinkan", "a link that begins with `//` is not allowed"),
                text!(
                    "awali dengan `https://` untuk situs lain, atau dengan satu `/` untuk halaman situs ini",
                    "begin with `https://` for another site, or with a single `/` for a page of this site"
                ),
            )),
            Destination::Scheme(scheme) => Some((
                text!("tautan `{scheme}:` tidak diizinkan", "`{scheme}:` links are not allowed"),
                text!(
                    "pakai `https://…`, `mailto:…`, `tel:…`, atau jalur berkas seperti `../folder/berkas.md`",
                    "use `https://…`, `mailto:…`, `tel:…`, or a file's path such as `../folder/file.md`"
                ),
            )),
        }
    }
}

/// Where the parts of an inline link or picture stand.
#[derive(Debug, PartialEq)]
pub struct Place {
    /// The destination, without pointed brackets.
    pub destination: Range<usize>,
    /// The title with its quotes, if there is one.
    pub title: Option<Range<usize>>,
}

/// Finds the destination of `[text](destination "title")`, which takes up `whole` of `source`.
/// What stands between the brackets ends at or after `text_end`.
pub fn locate(source: &str, whole: &Range<usize>, text_end: usize) -> Option<Place> {
    let bytes = source.as_bytes().get(..whole.end)?;
    let close = text_end + source.get(text_end..whole.end)?.find("](")?;
    let start = skip_space(bytes, close + 2);
    let (destination, after) = if bytes.get(start) == Some(&b'<') {
        let end = scan(bytes, start + 1, |b, _| b == b'>');
        (start + 1..end, end + 1)
    } else {
        let end = scan(bytes, start, |b, depth| b <= b' ' || (b == b')' && depth == 0));
        (start..end, end)
    };
    let last = whole.end.checked_sub(1)?;
    let title = skip_space(bytes, after);
    let title_end = last - bytes.get(after..last)?.iter().rev().take_while(|b| b.is_ascii_whitespace()).count();
    let title = (title < title_end).then_some(title..title_end);
    (destination.end <= last).then_some(Place { destination, title })
}

/// Finds the destination of a definition, `[label]: destination "title"`, which takes up `whole`.
pub fn locate_definition(source: &str, whole: &Range<usize>) -> Option<Range<usize>> {
    let bytes = source.as_bytes().get(..whole.end)?;
    let close = whole.start + source.get(whole.clone())?.find("]:")?;
    let start = skip_space(bytes, close + 2);
    if bytes.get(start) == Some(&b'<') {
        return Some(start + 1..scan(bytes, start + 1, |b, _| b == b'>'));
    }
    Some(start..scan(bytes, start, |b, _| b <= b' '))
}

fn skip_space(bytes: &[u8], from: usize) -> usize {
    from + bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// The first place from `from` on where `stop` holds, with escapes skipped and parentheses counted.
fn scan(bytes: &[u8], from: usize, stop: impl Fn(u8, usize) -> bool) -> usize {
    let (mut at, mut depth) = (from, 0usize);
    while let Some(&b) = bytes.get(at) {
        if stop(b, depth) {
            break;
        }
        match b {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    at.min(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(written: &str) -> Option<RelPath> {
        match classify(written, &RelPath::new("content/berita")) {
            Destination::Internal(Target::File { path, .. }) => path,
            other => panic!("{written} is not a file: {other:?}"),
        }
    }

    #[test]
    fn a_relative_reference_is_decoded_and_resolved_against_the_document() {
        assert_eq!(file("foto%20rapat.jpg?v=2#atas"), Some(RelPath::new("content/berita/foto rapat.jpg")));
        assert_eq!(file("../../../etc/passwd"), None);
        assert_eq!(file("..%2F..%2F..%2Fetc"), None);
        assert_eq!(file("..\\..\\rahasia.md"), None);
    }

    #[test]
    fn a_scheme_is_recognised_however_it_is_disguised() {
        let of = |written| classify(written, &RelPath::new("content"));
        for bad in ["javascript:alert(1)", " JavaScript:x", "java\tscript:x", "\u{1}data:text/html,x", "ftp:x"] {
            assert!(matches!(of(bad), Destination::Scheme(_)), "{bad}");
        }
        assert_eq!(of("//contoh.go.id"), Destination::SchemeMissing);
        assert_eq!(of("/\\contoh.go.id"), Destination::SchemeMissing);
        assert_eq!(of("HTTPS://contoh.go.id"), Destination::External("HTTPS://contoh.go.id".into()));
        assert_eq!(of("tel:+62274"), Destination::External("tel:+62274".into()));
    }

    #[test]
    fn the_destination_is_found_behind_brackets_escapes_and_titles() {
        let found = |source: &str, text_end| {
            let place = locate(source, &(0..source.len()), text_end).unwrap();
            (source[place.destination].to_owned(), place.title.map(|title| source[title].to_owned()))
        };
        assert_eq!(found("[a](b.md)", 2), ("b.md".into(), None));
        assert_eq!(found("[a.md]( a_(1).md  'a.md' )", 5), ("a_(1).md".into(), Some("'a.md'".into())));
        assert_eq!(found("[x](<a b>)", 2), ("a b".into(), None));
        assert_eq!(found("[](b\\)c)", 1), ("b\\)c".into(), None));
    }
}
