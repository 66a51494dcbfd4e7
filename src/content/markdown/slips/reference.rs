//! References to what stands elsewhere in the text and doesn't.

use super::{Slip, line_from};
use crate::text;

/// `[^label]` without a `[^label]:`, by its opening bracket.
pub(super) fn note(source: &str, open: usize) -> Option<Slip> {
    let label = line_from(source, open).strip_prefix("[^")?.split_once(']')?.0;
    if label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
        return None;
    }
    let range = open..open + label.len() + 3;
    Some(Slip {
        range,
        message: text!("catatan kaki `[^{label}]` tidak punya teks", "the footnote `[^{label}]` has no text"),
        help: text!(
            "tambahkan baris [^{label}]: teks catatannya, di bawah alinea ini",
            "add a line [^{label}]: and the text of the note, below this paragraph"
        ),
    })
}

/// `[text][label]` without a `[label]:`, by its first bracket.
pub(super) fn undefined(source: &str, open: usize) -> Option<Slip> {
    // A bracket behind a word is a formula's, one behind a bracket has been looked at.
    if source[..open].ends_with(|c: char| c.is_alphanumeric() || c == ']') {
        return None;
    }
    let (words, rest) = line_from(source, open + 1).split_once("][")?;
    let (label, _) = rest.split_once(']')?;
    let plain = |text: &str| !text.trim().is_empty() && !text.contains(['[', ']']);
    if !plain(words) || !plain(label) || label.starts_with('^') || !words.contains(char::is_alphabetic) {
        return None;
    }
    Some(Slip {
        range: open..open + words.len() + label.len() + 4,
        message: text!(
            "ini tampil sebagai teks biasa: tidak ada alamat untuk `[{label}]`",
            "this stays plain text: there is no address for `[{label}]`"
        ),
        help: text!(
            "tulis [{words}](alamatnya), atau tambahkan baris [{label}]: alamatnya, sesudah baris kosong",
            "write [{words}](its address), or add a line [{label}]: its address, after a blank line"
        ),
    })
}
