//! Where the front matter of a document begins and ends, and what is wrong with its fences.
//!
//! A fence that is almost right is taken for the fence that was meant, beside a finding: so what
//! stands between two of them is checked in the same run.

use crate::diagnostic::{Code, Diagnostic, Span, Text};
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
        let signs = self.text.trim();
        let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
        let enough = signs.chars().count() > 1 || signs.starts_with(['–', '—']);
        match signs.chars().next().filter(|_| enough)? {
            '+' if signs.chars().all(|c| c == '+') => Some(Notation::Toml),
            first if is_dash(first) && signs.chars().all(is_dash) => Some(Notation::Yaml),
            _ => None,
        }
    }

    fn is(self, notation: Notation) -> bool {
        self.text.trim_end() == notation.fence()
    }

    /// Whether it ends the front matter, if with the wrong signs: within it, it has no other meaning.
    fn means_an_end(self) -> bool {
        self.fence().is_some() && !self.text.starts_with([' ', '\t'])
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
    let mut lines = text.split_inclusive('\n').map(|text| {
        let line = Line { at, text };
        at += text.len();
        line
    });
    let opening = lines.by_ref().find(|line| !line.text.trim().is_empty())?;
    let Some(notation) = opening.fence() else {
        report(Code::NoFrontMatter, opening.span(offset), no_front_matter());
        return None;
    };
    if !opening.is(notation) {
        report(Code::NoFrontMatter, opening.span(offset), mistyped(opening.text.trim(), notation));
    } else if opening.at > 0 {
        report(Code::NoFrontMatter, opening.span(offset), below_blank_lines(notation));
    }
    let start = opening.end();
    let mut texts = Texts::default();
    let Some(closing) = lines.find(|line| line.is(notation) || texts.is_outside(line) && line.means_an_end()) else {
        report(Code::UnclosedFrontMatter, opening.span(offset), unclosed(notation));
        return None;
    };
    let written = closing.text.trim_end();
    if !closing.is(notation) && written != opening.text.trim_end() {
        report(Code::UnclosedFrontMatter, closing.span(offset), closed_otherwise(written, notation));
    }
    let matter = Span::new(start, closing.at).shifted(offset);
    Some((notation, matter, Span::new(closing.end(), text.len()).shifted(offset)))
}

/// Which texts of several lines are open.
#[derive(Default)]
struct Texts([bool; 2]);

impl Texts {
    /// Whether a line begins outside them all; the lines have to come in their order.
    fn is_outside(&mut self, line: &Line<'_>) -> bool {
        let outside = self.0 == [false, false];
        for (open, quotes) in self.0.iter_mut().zip(["\"\"\"", "'''"]) {
            *open ^= line.text.matches(quotes).count() % 2 == 1;
        }
        outside
    }
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
