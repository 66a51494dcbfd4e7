//! Running text: what may stand in it, how it is escaped, how many words it has.

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};
use std::borrow::Cow;

/// Appends `text` as the content of an element.
pub fn push_text(html: &mut String, text: &str) {
    // Writing to a `String` never fails; the crate's signature has to allow for other writers.
    let _ = escape_html_body_text(html, &clean(text));
}

/// Appends `text` as a part of a quoted attribute.
pub fn push_attribute(html: &mut String, text: &str) {
    let _ = escape_html(html, &clean(text));
}

/// Appends an address as the value of a quoted `href`.
pub fn push_href(html: &mut String, address: &str) {
    let _ = escape_href(html, &clean(address));
}

/// The text without the characters that no page may hold: controls and noncharacters.
///
/// Two of the noncharacters mark the holes while HTML is sanitised, so none may come from a file.
pub fn clean(text: &str) -> Cow<'_, str> {
    // One branchless pass over the bytes that may begin such a character; the exact test is rarely needed.
    let suspicious =
        |b: u8| (b < b' ' && b != b'\t' && b != b'\n') | (b == 0x7f) | (b == 0xc2) | (b == 0xef) | (b >= 0xf0);
    if text.bytes().fold(false, |found, b| found | suspicious(b)) && text.contains(is_forbidden) {
        Cow::Owned(text.replace(is_forbidden, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text with each carriage return that stands alone made a line feed. It ends a line as well,
/// but the parser forgets that here and there. Nothing moves.
pub fn unify_line_ends(text: &str) -> Cow<'_, str> {
    let alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', text.as_bytes()).any(alone) {
        return Cow::Borrowed(text);
    }
    let unified = text.char_indices().map(|(at, c)| if c == '\r' && alone(at) { '\n' } else { c });
    Cow::Owned(unified.collect())
}

fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Counts words as readers see them: a run without spaces that holds a letter or a digit, even if
/// it comes in several pieces (`foo**bar**`).
#[derive(Debug, Default)]
pub struct Words {
    /// The words so far.
    pub count: u32,
    inside: bool,
}

impl Words {
    /// Counts a piece of text that follows the last one immediately.
    pub fn add(&mut self, text: &str) {
        if !self.add_plain(text) {
            for c in text.chars() {
                let kind = kind_of(c);
                self.count += u32::from(kind == LETTER && !self.inside);
                self.inside = (self.inside || kind == LETTER) && kind != SPACE;
            }
        }
    }

    /// Counts a piece of ASCII in which every run begins with its letter or digit, as nearly all do:
    /// then words are the places where a space is followed by none, which compilers count by the
    /// dozen. False, and nothing counted, for any other piece.
    fn add_plain(&mut self, text: &str) -> bool {
        let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().last()) else { return true };
        let (space, letter) = (|b: u8| b <= b' ', |b: u8| b.is_ascii_alphanumeric());
        let (mut words, mut odd) = (0, u32::from(!text.is_ascii()));
        // In pieces whose counts fit into a byte: only then is it done sixteen bytes at a time.
        for (before, after) in text.as_bytes().chunks(PIECE).zip(text.as_bytes()[1..].chunks(PIECE)) {
            let (mut here, mut odd_here) = (0_u8, 0_u8);
            for (before, b) in before.iter().zip(after) {
                let begins = space(*before) & !space(*b);
                here += u8::from(begins);
                odd_here += u8::from(begins & !letter(*b));
            }
            words += u32::from(here);
            odd += u32::from(odd_here);
        }
        let begins = !self.inside && !space(first);
        if odd > 0 || begins && !letter(first) {
            return false;
        }
        self.count += words + u32::from(begins);
        self.inside = !space(last);
        true
    }

    /// Ends the word at a line break or at the edge of a block.
    pub fn pause(&mut self) {
        self.inside = false;
    }
}

/// How many bytes are counted at once.
const PIECE: usize = 240;

// What a character does to a word: it makes one, ends one, or (0) neither, as punctuation does.
const LETTER: u8 = 1;
const SPACE: u8 = 2;

fn kind_of(c: char) -> u8 {
    match c {
        // Dashes and quotation marks: common, and slow to find in the tables of Unicode.
        '\u{2010}'..='\u{2027}' => 0,
        _ if c.is_alphanumeric() => LETTER,
        _ if c.is_whitespace() => SPACE,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_noncharacters_never_reach_a_page() {
        assert_eq!(clean("a\0b\u{1b}c\u{85}d\u{fdd0}e\u{ffff}f\u{1fffe}g\r\n\th"), "abcdefg\n\th");
        assert!(matches!(clean("Rp5.000 – “ya” 😀\u{a0}\u{2028}\u{e000}"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_carriage_return_ends_a_line_by_itself_too() {
        assert_eq!(unify_line_ends("a\rb\r\rc\r\nd\r"), "a\nb\n\nc\r\nd\n");
        assert!(matches!(unify_line_ends("a\r\nb\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_word_may_come_in_pieces_and_a_dash_is_none() {
        let mut words = Words::default();
        words.add("Pukul 10.30 – se");
        words.add("lesai\u{a0}rapat");
        words.pause();
        words.add("2");
        assert_eq!(words.count, 5);
    }

    #[test]
    fn plain_pieces_are_counted_as_others_are() {
        for pieces in
            [&["satu dua", "tiga - empat"][..], &["a b ", " c"], &["(x) y", "z", " "], &["- ", "a"], &["", "a"]]
        {
            let (mut words, mut slow) = (Words::default(), Words::default());
            for piece in pieces {
                words.add(piece);
                // A mark beyond ASCII that is neither letter nor space.
                slow.add(&piece.replace(char::is_alphanumeric, "a\u{2019}"));
            }
            assert_eq!((words.count, words.inside), (slow.count, slow.inside), "{pieces:?}");
        }
    }
}
