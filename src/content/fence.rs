//! Where the front matter of a document begins and ends, and what is wrong with its fences.
//!
//! A fence that is almost right is taken for the fence that was meant, beside a finding: so what
//! stands between two of them is checked in the same run.

use super::quotes::Open;
use crate::diagnostic::{Code, Diagnostic, Span, Text, invisible};
use crate::path::RelPath;
use crate::text;

/// How front matter is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Notation {
    /// Between `+++`.
    Toml,
    /// Between `---`.
    Yaml,
}

impl Notation {
    fn fence(self) -> &'static str {
        match self {
            Notation::Toml => "+++",
            Notation::Yaml => "---",
        }
    }
}

/// A line with the byte at which it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    at: usize,
    text: &'a str,
}

impl Line<'_> {
    fn end(self) -> usize {
        self.at + self.text.len()
    }

    /// The line without its end, as a span of the file.
    fn span(self, offset: usize) -> Span {
        Span::new(self.at, self.at + self.text.trim_end().len()).shifted(offset)
    }

    /// What it fences in, if it is made of the signs of fences alone.
    fn fence(self) -> Option<Notation> {
        // Most lines are a key with its value.
        if self.text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let signs: String = self.signs().collect();
        let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
        let enough = signs.chars().count() > 1 || signs.starts_with(['–', '—']);
        match signs.chars().next().filter(|_| enough)? {
            '+' if signs.chars().all(|c| c == '+') => Some(Notation::Toml),
            first if is_dash(first) && signs.chars().all(is_dash) => Some(Notation::Yaml),
            _ => None,
        }
    }

    /// What is to be seen of it.
    fn signs(self) -> impl Iterator<Item = char> {
        self.text.trim().chars().filter(|c| invisible(*c).is_none())
    }

    /// The first character that nobody sees, in a line that would be the fence without it.
    fn hidden(self, notation: Notation) -> Option<(usize, char)> {
        let found = self.text.trim_end().char_indices().find(|(_, c)| invisible(*c).is_some());
        found.filter(|_| self.signs().eq(notation.fence().chars()))
    }

    /// Whether it begins with the fence, and something follows behind a blank.
    fn has_text_behind(self, notation: Notation) -> bool {
        let behind = self.text.strip_prefix(notation.fence());
        behind.is_some_and(|behind| behind.starts_with([' ', '\t']) && !behind.trim().is_empty())
    }

    fn is(self, notation: Notation) -> bool {
        self.text.trim_end() == notation.fence()
    }

    /// Whether it ends the front matter, if with the wrong signs: outside of texts, it has no other meaning.
    /// Of YAML, the lines of a text may be indented.
    fn means_an_end(self, notation: Notation) -> bool {
        let indented = self.text.starts_with([' ', '\t']);
        let spaced = || self.text.split_whitespace().all(|sign| sign == "+") && self.text.matches('+').count() > 1;
        match notation {
            Notation::Toml => self.fence().is_some() || self.has_text_behind(notation) || spaced(),
            Notation::Yaml => !indented && (self.fence().is_some() || self.has_text_behind(notation)),
        }
    }
}

/// Front matter and body of a text that begins at `offset` of its file, as spans of the file.
pub(super) fn split(
    file: &RelPath,
    text: &str,
    offset: usize,
    findings: &mut Vec<Diagnostic>,
) -> Option<(Notation, Span, Span)> {
    let mut report = |code, span: Span, (message, help): (Text, Text)| {
        findings.push(Diagnostic::new(code, file, span, message).help(help));
    };
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(move |text| {
        let line = Line { at, text };
        at += text.len();
        line
    });
    let opening = lines.by_ref().find(|line| !line.text.trim().is_empty())?;
    let behind = [Notation::Toml, Notation::Yaml].into_iter().find(|notation| opening.has_text_behind(*notation));
    let Some(notation) = opening.fence().or(behind) else {
        report(Code::NoFrontMatter, opening.span(offset), no_front_matter());
        return None;
    };
    if let Some((at, c)) = opening.hidden(notation) {
        report(Code::NoFrontMatter, sign_at(opening.at + at, c).shifted(offset), unseen(c, notation));
    } else if opening.has_text_behind(notation) {
        report(Code::NoFrontMatter, opening.span(offset), text_behind(opening.text.trim(), notation));
    } else if !opening.is(notation) {
        report(Code::NoFrontMatter, opening.span(offset), mistyped(opening.text.trim(), notation));
    } else if opening.at > 0 {
        report(Code::NoFrontMatter, opening.span(offset), below_blank_lines(notation));
    }
    let start = opening.end();
    let Some(closing) = closing(lines, notation) else {
        report(Code::UnclosedFrontMatter, opening.span(offset), unclosed(notation));
        return None;
    };
    let written = closing.text.trim_end();
    if let Some((at, c)) = closing.hidden(notation) {
        report(Code::UnclosedFrontMatter, sign_at(closing.at + at, c).shifted(offset), unseen(c, notation));
    } else if closing.has_text_behind(notation) {
        report(Code::UnclosedFrontMatter, closing.span(offset), text_behind(written, notation));
    } else if written.trim_start() == notation.fence() && !closing.is(notation) {
        report(Code::UnclosedFrontMatter, closing.span(offset), mistyped(written.trim_start(), notation));
    } else if !closing.is(notation) && written != opening.text.trim_end() {
        report(Code::UnclosedFrontMatter, closing.span(offset), closed_otherwise(written, notation));
    }
    let matter = Span::new(start, closing.at).shifted(offset);
    Some((notation, matter, Span::new(closing.end(), text.len()).shifted(offset)))
}

/// The line that ends the front matter: the first outside of texts that can mean it, or if a text is never
/// closed, the first that is a fence.
fn closing<'a>(lines: impl Iterator<Item = Line<'a>> + Clone, notation: Notation) -> Option<Line<'a>> {
    let mut open = Open::default();
    let mut is_outside = |line: Line<'_>| {
        let outside = open == Open::Nothing;
        if notation == Notation::Toml {
            open = open.after(line.text);
        }
        outside
    };
    let meant = lines.clone().find(|line| is_outside(*line) && line.means_an_end(notation));
    if meant.is_some_and(|line| line.is(notation)) {
        return meant;
    }
    let end = meant.map_or(usize::MAX, |line| line.at);
    let exact = lines.clone().take_while(|line| line.at < end).find(|line| line.is(notation));
    // Of YAML, the lines of a text are followed by more of them.
    let goes_on = |next: Option<Line<'_>>| next.is_some_and(|line| line.text.starts_with([' ', '\t']));
    let followers = lines.clone().skip(1).map(Some).chain([None]);
    let mut indented = lines.zip(followers).filter(|(_, next)| !goes_on(*next)).map(|(line, _)| line);
    exact.or(meant).or_else(|| indented.find(|line| line.fence() == Some(notation)))
}

/// The place of a character.
fn sign_at(at: usize, c: char) -> Span {
    Span::new(at, at + c.len_utf8())
}

fn unseen(c: char, notation: Notation) -> (Text, Text) {
    let (fence, Text { id, en }) = (notation.fence(), invisible(c).unwrap_or(text!("?", "?")));
    (
        text!(
            "ada karakter yang tidak terlihat pada pembatas data naskah: {id}",
            "there is a character that nobody sees in the fence of the front matter: {en}"
        ),
        text!("hapus baris ini, lalu ketik {fence}", "delete this line and type {fence}"),
    )
}

fn text_behind(written: &str, notation: Notation) -> (Text, Text) {
    let fence = notation.fence();
    (
        text!(
            "ada teks sesudah pembatas data naskah: {written}",
            "there is text behind the fence of the front matter: {written}"
        ),
        text!(
            "tulis {fence} saja di baris ini; pindahkan teksnya ke baris lain",
            "write {fence} alone on this line; move the text to another line"
        ),
    )
}

fn no_front_matter() -> (Text, Text) {
    (
        text!("dokumen tidak diawali data naskah", "the document has no front matter"),
        text!(
            "baris pertama harus +++, lalu title, date, dan summary, lalu +++ lagi",
            "the first line must be +++, then title, date and summary, then +++ again"
        ),
    )
}

fn mistyped(written: &str, notation: Notation) -> (Text, Text) {
    let fence = notation.fence();
    (
        text!("pembatas data naskah salah tulis: {written}", "the fence of the front matter is mistyped: {written}"),
        text!(
            "tulis {fence} di baris ini: tepat tiga tanda, di tepi kiri",
            "write {fence} on this line: exactly three signs, at the left margin"
        ),
    )
}

fn below_blank_lines(notation: Notation) -> (Text, Text) {
    let fence = notation.fence();
    (
        text!("ada baris kosong di atas data naskah", "there are blank lines above the front matter"),
        text!(
            "hapus baris kosong itu: {fence} harus berada di baris pertama",
            "remove them: {fence} must be the first line"
        ),
    )
}

fn unclosed(notation: Notation) -> (Text, Text) {
    let fence = notation.fence();
    (
        text!("data naskah tidak ditutup", "the front matter is not closed"),
        text!("tambahkan baris {fence} sebelum isi naskah", "add a line {fence} before the text"),
    )
}

fn closed_otherwise(written: &str, notation: Notation) -> (Text, Text) {
    let fence = notation.fence();
    (
        text!(
            "data naskah dibuka dengan {fence}, tetapi ditutup dengan {written}",
            "the front matter is opened by {fence} and closed by {written}"
        ),
        text!("ganti baris ini dengan {fence}", "write {fence} on this line"),
    )
}
