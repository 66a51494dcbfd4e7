//! Links and pictures whose address is not read as one.

use super::{Slip, line_from, line_start};
use crate::diagnostic::{AddressSlip, address_slip, is_file_name, is_like_address, is_surely_address, is_web_address};
use crate::text;

/// A longer address is none that somebody typed.
const ADDRESS_MAX: usize = 300;

/// What ends a sentence rather than an address.
const STOPS: [char; 4] = ['.', ',', ';', ':'];

/// Quotation marks, straight and curly.
const QUOTES: [char; 7] = ['"', '\'', '“', '”', '„', '‘', '’'];

/// `[text](address with spaces)` or `[text] (address)`, by its closing bracket.
pub(super) fn inline(source: &str, close: usize) -> Option<Slip> {
    let after = line_from(source, close + 1);
    let inside = after.trim_start_matches([' ', '\t']).strip_prefix('(')?;
    // Nearly everything in parentheses is prose, and its first character tells.
    inside.starts_with(|c: char| c.is_alphanumeric() || "/.#_<".contains(c)).then_some(())?;
    let gap = after.len() - inside.len() - 1;
    let inside_at = close + 1 + gap + 1;
    let Some(end) = closing(inside).filter(|_| !first_word(inside).ends_with(']')) else {
        return if gap == 0 { unclosed(source, close, inside) } else { None };
    };
    let Parts { address, title, quoted } = parts(inside[..end].trim());
    let spaced = address.contains(char::is_whitespace);
    let meant = if gap == 0 { is_like_address(address) } else { is_surely_address(address) };
    if !meant || gap == 0 && !spaced && quoted {
        return None;
    }
    let start = bracketed(source, close)?;
    let (shown, better) = (&source[start..=close], mended(address));
    let (message, range) = if gap > 0 {
        (
            text!(
                "ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`",
                "this stays plain text: there is a space between `]` and `(`"
            ),
            start..inside_at + end + 1,
        )
    } else if !spaced {
        (
            text!(
                "ini tampil sebagai teks biasa: teks sesudah alamatnya tidak diapit tanda kutip lurus",
                "this stays plain text: the text after its address is not between straight quotation marks"
            ),
            inside_at..inside_at + end,
        )
    } else {
        (
            text!(
                "ini tampil sebagai teks biasa: alamatnya mengandung spasi",
                "this stays plain text: there is a space in the address"
            ),
            inside_at..inside_at + end,
        )
    };
    Some(Slip { range, message, help: text!("tulis {shown}({better}{title})", "write {shown}({better}{title})") })
}

/// `[text](address` on a line without its parenthesis.
fn unclosed(source: &str, close: usize, inside: &str) -> Option<Slip> {
    let word = first_word(inside).trim_end_matches(STOPS);
    let address = word.trim_end_matches(']');
    if address.len() > ADDRESS_MAX || !is_like_address(address) {
        return None;
    }
    let rest = &inside[word.len()..];
    // A title is a part of it if its quotation mark is closed.
    let quoted = rest.trim_start().strip_prefix('"').and_then(|title| Some(title.len() - title.find('"')? - 1));
    let title = &rest[..rest.len() - quoted.unwrap_or(rest.len())];
    let start = bracketed(source, close)?;
    let (shown, better) = (&source[start..=close], mended(address));
    Some(Slip {
        range: start..close + 2 + word.len() + title.len(),
        message: text!("kurung tautan ini tidak ditutup", "the parenthesis of this link is not closed"),
        help: text!("tulis {shown}({better}{title})", "write {shown}({better}{title})"),
    })
}

/// `<www.contoh.go.id>`: an address between pointed brackets needs its scheme.
pub(super) fn pointed(source: &str, open: usize) -> Option<Slip> {
    let (inside, _) = line_from(source, open + 1).split_once('>')?;
    let near = inside.len() <= ADDRESS_MAX && !inside.contains(char::is_whitespace);
    let Some(AddressSlip::Mended(better)) = near.then(|| address_slip(inside))? else { return None };
    Some(Slip {
        range: open..open + inside.len() + 2,
        message: text!("alamat ini tampil sebagai teks biasa", "this address stays plain text"),
        help: text!("tulis <{better}>", "write <{better}>"),
    })
}

/// The address as a link takes it.
fn mended(address: &str) -> String {
    let address = address.trim_end_matches(STOPS);
    let better = match address_slip(address) {
        Some(AddressSlip::Mended(better)) => better,
        _ => address.to_owned(),
    };
    match better.contains(char::is_whitespace) {
        true if is_web_address(&better) => better.split_whitespace().collect::<Vec<_>>().join("%20"),
        true => format!("<{better}>"),
        false => better,
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// Where the link or picture begins whose text the bracket at `close` ends.
fn bracketed(source: &str, close: usize) -> Option<usize> {
    let line = line_start(source, close);
    let mut depth = 0usize;
    let brackets = source.as_bytes()[line..close].iter().enumerate().rev();
    for (at, bracket) in brackets.filter(|(_, byte)| matches!(byte, b'[' | b']')) {
        match (bracket, depth) {
            (b'[', 0) => {
                let open = line + at;
                let before = &source[..open];
                let picture = before.ends_with('!') && !before.ends_with("\\!");
                return (!before.ends_with('\\')).then(|| open - usize::from(picture));
            }
            (b'[', _) => depth -= 1,
            _ => depth += 1,
        }
    }
    None
}

/// Where the parenthesis closes that was opened before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, mark) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'(' | b')')) {
        match (mark, depth) {
            (b')', 0) => return Some(at),
            (b')', _) => depth -= 1,
            _ => depth += 1,
        }
    }
    None
}

/// What stands between the parentheses of a link.
struct Parts<'a> {
    address: &'a str,
    /// The title as it should stand, with the blank before it; empty if there is none.
    title: String,
    /// Whether the title stands so already, or there is none.
    quoted: bool,
}

fn parts(inside: &str) -> Parts<'_> {
    let bare = |address: &'_ str| address.len() > 1 && address.starts_with('<') && address.ends_with('>');
    let trimmed = |address| if bare(address) { address[1..address.len() - 1].trim() } else { address };
    let title = QUOTES.iter().filter_map(|quote| inside.find(&format!(" {quote}"))).min();
    if let Some(at) = title {
        let (address, title) = inside.split_at(at);
        let words = title.trim().trim_matches(QUOTES).replace('"', "'");
        let straight = ["\"", "'"].iter().any(|mark| {
            let inner = title[1..].strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
            inner.is_some_and(|inner| !inner.contains(mark))
        });
        let title = if straight { title.to_owned() } else { format!(" \"{words}\"") };
        return Parts { address: trimmed(address.trim()), title, quoted: straight };
    }
    // A blank in a web address is hardly ever meant: what follows it is, unless it goes on like an address.
    let first = first_word(inside).trim_end_matches(QUOTES);
    let goes_on = first.contains('?') || inside.contains("://") && first.ends_with(['/', ':']) || is_file_name(inside);
    if is_web_address(first) && first.len() < inside.len() && !goes_on {
        let words = inside[first.len()..].trim().trim_matches(QUOTES).trim().replace('"', "'");
        let title = if words.is_empty() { String::new() } else { format!(" \"{words}\"") };
        return Parts { address: first, title, quoted: false };
    }
    Parts { address: trimmed(inside), title: String::new(), quoted: true }
}
