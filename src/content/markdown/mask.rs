//! Makes directive lines visible to the Markdown parser.
//!
//! CommonMark knows no directives, yet whether a line is one depends on CommonMark's blocks: in
//! code it is code. So each line that looks like a directive is overwritten by a thematic break
//! of the same length. A thematic break ends paragraphs, lists and tables as a directive must,
//! it is left alone in code, and since nothing moves, every place the parser reports is a place
//! in the source: a break at the start of a masked line is that line's directive, and wherever
//! the parser hands out masked text, the source still has the original.
//!
//! The same trick protects a line that begins with a colon and is no directive (`:: teks`,
//! `:30 WIB`): the parser would take it for a definition, even without a space after the colon. And it
//! protects words in braces at the end of a line (`## Rapat {tertutup}`): the parser would take them for
//! attributes of the heading, whatever they are, and they would be gone.

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a colon that begins a line and means nothing.
const SHIELD: char = '\u{1}';
/// Stands for a brace that ends a line, where what it encloses is no attribute.
const BRACE: char = '\u{2}';

/// Whether a text has one of these two. As bytes, which are looked at many at a time.
fn stands_in(text: &str) -> bool {
    memchr::memchr2(SHIELD as u8, BRACE as u8, text.as_bytes()).is_some()
}

/// A line that looks like a directive.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The first colon.
    pub start: usize,
    /// One past the last character that is no space.
    pub end: usize,
    /// How many colons it begins with.
    pub colons: usize,
    /// What the line does.
    pub role: Role,
}

/// What a directive line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `::name`: a component without a body.
    Leaf,
    /// `:::name`: opens a container.
    Open,
    /// `:::`: closes one.
    Close,
    /// `::: name`: a slip.
    SpaceBeforeName,
}

/// A Markdown text and its double in which directive lines are masked.
#[derive(Debug)]
pub struct Masked<'a> {
    /// The text as written.
    pub original: &'a str,
    /// The text for the parser, of the same length.
    pub text: Cow<'a, str>,
    lines: Vec<Line>,
    /// Words in braces that a heading would lose, each from its opening brace.
    braces: Vec<Range<usize>>,
    shielded: bool,
}

impl<'a> Masked<'a> {
    /// Masks the directive lines of `original`.
    pub fn new(original: &'a str) -> Self {
        let (lines, braces) = (Vec::new(), Vec::new());
        let mut masked = Masked { original, text: Cow::Borrowed(original), lines, braces, shielded: false };
        let may_shield = !stands_in(original);
        let mut text = String::new();
        let mut copied = 0;
        for (colon, _) in original.match_indices(':') {
            if colon < copied {
                continue;
            }
            let Some(quoted) = line_prefix(original.as_bytes(), colon) else { continue };
            let rest = &original[colon..];
            let rest = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
            if let Some(line) = recognise(rest, colon).filter(|_| !quoted) {
                text.push_str(&original[copied..colon]);
                text.push_str("___");
                text.extend(std::iter::repeat_n(' ', rest.len() - 3));
                copied = colon + rest.len();
                masked.lines.push(line);
            } else if may_shield && !matches!(original.as_bytes().get(colon + 1), Some(b' ' | b'\t')) {
                text.push_str(&original[copied..colon]);
                text.push(SHIELD);
                copied = colon + 1;
                masked.shielded = true;
            }
        }
        if copied > 0 {
            text.push_str(&original[copied..]);
            masked.text = Cow::Owned(text);
        }
        if may_shield {
            masked.shield_braces();
        }
        masked
    }

    fn shield_braces(&mut self) {
        let bytes = self.original.as_bytes();
        for (close, _) in self.original.match_indices('}') {
            let rest = self.original[close + 1..].bytes().find(|b| !matches!(b, b' ' | b'\t'));
            let masked = self.lines.partition_point(|line| line.start < close);
            let in_directive = masked > 0 && close < self.lines[masked - 1].end;
            if matches!(rest, None | Some(b'\n' | b'\r'))
                && !in_directive
                && let Some(open) = memchr::memrchr2(b'{', b'\n', &bytes[..close])
                && bytes[open] == b'{'
                && (self.original[..open].ends_with('\\') || !are_attributes(&self.original[open + 1..close]))
            {
                self.text.to_mut().replace_range(close..=close, BRACE.encode_utf8(&mut [0; 4]));
                self.braces.push(open..close + 1);
                self.shielded = true;
            }
        }
    }

    /// Words in braces that end within `range` and that a heading would lose.
    pub fn braces_within(&self, range: &Range<usize>) -> Option<&Range<usize>> {
        let at = self.braces.partition_point(|braces| braces.start < range.start);
        self.braces.get(at).filter(|braces| braces.end <= range.end)
    }

    /// The directive line that begins at byte `start`.
    pub fn line_at(&self, start: usize) -> Option<&Line> {
        self.lines.binary_search_by_key(&start, |line| line.start).ok().map(|at| &self.lines[at])
    }

    /// The first directive line that begins within `range`.
    pub fn line_within(&self, range: &Range<usize>) -> Option<&Line> {
        let at = self.lines.partition_point(|line| line.start < range.start);
        self.lines.get(at).filter(|line| line.start < range.end)
    }

    /// What was written where the parser read `text`.
    pub fn unmask<'t>(&self, text: &'t str, range: &Range<usize>) -> Cow<'t, str>
    where
        'a: 't,
    {
        match self.original.get(range.clone()) {
            Some(original) if self.line_within(range).is_some() => Cow::Borrowed(original),
            _ => self.unshield(text),
        }
    }

    /// `text` as the parser read it, with its protected colons restored.
    pub fn unshield<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.shielded || !stands_in(text) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.replace(SHIELD, ":").replace(BRACE, "}"))
    }
}

/// Whether only indentation stands before `at` in its line; `Some(true)` if that is more than
/// three spaces or has the marks of a quotation, where no directive can be.
fn line_prefix(bytes: &[u8], at: usize) -> Option<bool> {
    let before = bytes[..at].iter().rev().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count();
    let prefix = &bytes[at - before..at];
    let starts_line = matches!(bytes[..at - before].last(), None | Some(b'\n' | b'\r'));
    starts_line.then(|| before > 3 || prefix.iter().any(|&b| b != b' '))
}

/// Whether what stands between braces are attributes of a heading: one id at most, and classes.
fn are_attributes(inside: &str) -> bool {
    let mut ids = 0;
    let is_one = |word: &str| {
        ids += usize::from(word.starts_with('#'));
        word.len() > 1 && word.starts_with(['#', '.']) && ids < 2
    };
    !inside.trim().is_empty() && inside.split_ascii_whitespace().all(is_one)
}

/// What the line is that begins with a colon at byte `start`.
fn recognise(line: &str, start: usize) -> Option<Line> {
    let line = line.trim_end();
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    let begins_name = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    let role = match colons {
        2 if begins_name(rest) => Role::Leaf,
        3.. if rest.is_empty() => Role::Close,
        3.. if begins_name(rest) => Role::Open,
        3.. if begins_name(rest.trim_start()) => Role::SpaceBeforeName,
        _ => return None,
    };
    Some(Line { start, end: start + line.len(), colons, role })
}

/// Whether a directive's or an argument's name may hold the character.
pub fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<(usize, Role)> {
        Masked::new(text).lines.iter().map(|line| (line.colons, line.role)).collect()
    }

    #[test]
    fn only_lines_that_begin_with_colons_and_a_name_are_directives() {
        use Role::*;
        assert_eq!(roles("::video{url=\"a\"}\n   :::note \n:::\n"), [(2, Leaf), (3, Open), (3, Close)]);
        assert_eq!(roles("::::galeri\r::: note"), [(4, Open), (3, SpaceBeforeName)]);
        assert_eq!(roles("::\n:: teks\n10::30\n:30\n::1\n:::)\n    ::video\n\t::video\n> ::video\n: definisi"), []);
    }

    #[test]
    fn masking_moves_nothing() {
        let text = "Rapat:\r\n::foto{judul=\"Kunjungan – hari ini\"}  \r\nselesai\n:::";
        let masked = Masked::new(text);
        assert_eq!(masked.text.len(), text.len());
        assert_eq!(masked.text.lines().map(str::trim_end).collect::<Vec<_>>(), ["Rapat:", "___", "selesai", "___"]);
        assert_eq!(masked.unmask(&masked.text, &(0..text.len())), text);
        assert_eq!(
            masked.line_at(8).map(|line| &text[line.start..line.end - 1]),
            Some("::foto{judul=\"Kunjungan – hari ini\"")
        );
    }

    #[test]
    fn a_meaningless_colon_comes_back() {
        let masked = Masked::new("kata\n:: teks");
        assert_eq!(masked.text, "kata\n\u{1}: teks");
        assert_eq!(masked.unshield(&masked.text), "kata\n:: teks");
        assert!(matches!(Masked::new("10:30, a: b").text, Cow::Borrowed(_)));
    }

    #[test]
    fn words_in_braces_are_no_attributes() {
        for attributes in ["#jadwal", "#jadwal .lebar", ".lebar .tinggi", " #a "] {
            assert!(are_attributes(attributes), "{attributes}");
        }
        for words in ["tertutup", "#jadwal rapat", "#a #b", "a=b", "", " ", "#", "."] {
            assert!(!are_attributes(words), "{words}");
        }
        let masked = Masked::new("## Rapat {tertutup} \n::video{url=x}\n{#a}\n");
        assert_eq!(masked.text, "## Rapat {tertutup\u{2} \n___           \n{#a}\n");
        assert_eq!(masked.braces_within(&(0..21)), Some(&(9..19)));
    }
}
