//! Collects what is wrong with one body.

use crate::diagnostic::{Code, Diagnostic, Span, Text};
use crate::path::RelPath;
use crate::text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// More than anyone will read of one file. A file that has more is no document but an accident,
/// and shall not cost memory without bound.
const FINDINGS_MAX: usize = 500;

/// The findings of one body; ranges are of the body's text.
#[derive(Debug)]
pub struct Findings<'a> {
    file: &'a RelPath,
    /// Where the body starts in it.
    pub offset: usize,
    found: Vec<Diagnostic>,
    /// Of findings that stand for all like them: which it is, and how many more there are.
    alike: FxHashMap<String, (usize, usize)>,
}

impl<'a> Findings<'a> {
    /// No findings yet for the body that starts at `offset` of `file`.
    pub fn new(file: &'a RelPath, offset: usize) -> Self {
        Findings { file, offset, found: Vec::new(), alike: FxHashMap::default() }
    }

    /// The span in the file of a range of the body.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::from(range.clone()).shifted(self.offset)
    }

    /// Whether no more is taken in.
    pub fn is_full(&self) -> bool {
        self.found.len() >= FINDINGS_MAX
    }

    /// Adds a finding: what is wrong, and what to do.
    pub fn add(&mut self, code: Code, range: &Range<usize>, explain: impl FnOnce() -> (Text, Text)) {
        if !self.is_full() {
            let (message, help) = explain();
            self.found.push(Diagnostic::new(code, self.file, self.span(range), message).help(help));
        }
    }

    /// Adds a finding that stands for all of the same `key`: what was pasted from a word processor
    /// has the same fault a hundred times, and is mended at once.
    pub fn add_alike(&mut self, code: Code, range: &Range<usize>, key: String, explain: impl FnOnce() -> (Text, Text)) {
        if let Some((_, more)) = self.alike.get_mut(&key) {
            *more += 1;
            return;
        }
        self.alike.insert(key, (self.found.len(), 0));
        self.add(code, range, explain);
    }

    /// All findings in the order of the text.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for (first, more) in self.alike.into_values().filter(|(_, more)| *more > 0) {
            if let Some(finding) = self.found.get_mut(first) {
                let Text { id, en } = &finding.message;
                finding.message = text!("{id} (dan {more} lagi seperti ini)", "{en} (and {more} more like it)");
            }
        }
        self.found.sort_by_key(|found| found.span);
        self.found
    }
}
