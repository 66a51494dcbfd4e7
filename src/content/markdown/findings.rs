//! Collects what is wrong with one body.

use crate::diagnostic::{Code, Diagnostic, Span, Text};
use crate::path::RelPath;
use std::ops::Range;

/// More than anyone will read of one file. A file that has more is no document but an accident,
/// and shall not cost memory without bound.
const FINDINGS_MAX: usize = 500;

/// The findings of one body; ranges are of the body's text.
#[derive(Debug)]
pub struct Findings<'a> {
    /// The document.
    pub file: &'a RelPath,
    /// Where the body starts in it.
    pub offset: usize,
    found: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    /// No findings yet for the body that starts at `offset` of `file`.
    pub fn new(file: &'a RelPath, offset: usize) -> Self {
        Findings { file, offset, found: Vec::new() }
    }

    /// The span in the file of a range of the body.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::from(range.clone()).shifted(self.offset)
    }

    /// Adds a finding: what is wrong, and what to do.
    pub fn add(&mut self, code: Code, range: &Range<usize>, explain: impl FnOnce() -> (Text, Text)) {
        if self.found.len() < FINDINGS_MAX {
            let (message, help) = explain();
            self.found.push(Diagnostic::new(code, self.file, self.span(range), message).help(help));
        }
    }

    /// All findings in the order of the text.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| found.span);
        self.found
    }
}
