//! Paragraphs pasted a line each, without blank lines between them: Markdown makes one of them.
//!
//! Text that is wrapped at a width has short lines that end anywhere. Text pasted from a word
//! processor or a web page has long lines that end with a sentence. Only the latter is reported.

use crate::diagnostic::{Code, Diagnostic};
use crate::path::RelPath;
use crate::text;

/// A line of at least this many characters is a paragraph rather than a wrapped line.
const LONG: usize = 120;

/// One finding for each run of such lines in the Markdown `text` that starts at byte `offset`.
pub(super) fn run_together(text: &str, offset: usize, file: &RelPath) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut fenced = false;
    let mut at = 0;
    let mut before = false;
    let mut reported = false;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
        }
        let own = line.len() >= LONG && !fenced && is_paragraph(line, trimmed);
        if own && before && !reported {
            reported = true;
            findings.push(
                Diagnostic::new(
                    Code::RunTogether,
                    file,
                    offset + start..offset + start + line.trim_end().len(),
                    text!("alinea ini menyatu dengan alinea sebelumnya", "this paragraph runs into the one before it"),
                )
                .help(text!("sisipkan baris kosong di antara dua alinea", "put a blank line between two paragraphs")),
            );
        }
        before = own;
        reported &= !trimmed.is_empty();
    }
    findings
}

/// A long line of running text that ends a sentence.
fn is_paragraph(line: &str, trimmed: &str) -> bool {
    let plain = !line.starts_with([' ', '\t', '#', '>', '|', '-', '*', '+', '<', ':', '[']);
    plain && trimmed.ends_with(['.', '!', '?', '"', '”', ')']) && trimmed.chars().count() >= LONG
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        run_together(text, 0, &RelPath::new("content/berita/a.md")).len()
    }

    #[test]
    fn pasted_paragraphs_are_told_from_wrapped_lines() {
        let long = format!("{} selesai.", "kata ".repeat(30));
        assert_eq!(count(&format!("{long}\n{long}\n{long}\n")), 1);
        assert_eq!(count(&format!("{long}\n\n{long}\n")), 0);
        assert_eq!(count(&format!("{long}\n{long}\n\n{long}\n{long}\n")), 2);
        assert_eq!(count("baris pendek.\nbaris pendek.\n"), 0);
        assert_eq!(count(&format!("```\n{long}\n{long}\n```\n")), 0);
        assert_eq!(count(&format!("- {long}\n- {long}\n")), 0);
    }
}
