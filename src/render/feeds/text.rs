//! Texts for programs: characters that every notation can hold.

use std::borrow::Cow;

/// Whether a character may stand in XML 1.0 (2.2), and in the same text elsewhere; C1 controls may, but
/// mean nothing to anybody.
fn is_sound(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// A text without the characters that some notation can't hold, so that all say the same.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // By bytes first, many at a time: hardly any text has one with which such a character may begin.
    let doubtful = |b: &u8| (*b < b' ' && !matches!(*b, b'\t' | b'\n' | b'\r')) | matches!(*b, 0x7f | 0xc2 | 0xef);
    let any = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | doubtful(b));
    if !text.as_bytes().chunks(64).any(any) || text.chars().all(is_sound) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| is_sound(*c)).collect())
}

/// Appends text to HTML.
pub(super) fn escape(html: &mut String, text: &str) {
    // Writing into a String can't fail.
    let _ = pulldown_cmark_escape::escape_html(html, &plain(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_notation_holds_is_left_out() {
        assert_eq!(plain("a\u{0}b\u{7}\u{85}\u{fffe}c"), "abc");
        for whole in ["", "ab\tc\n", "ꦗꦮ", "مدينة", "😀 ]]> & <b>"] {
            assert!(matches!(plain(whole), Cow::Borrowed(same) if same == whole));
        }
    }
}
