//! Findings in the order of printing, with their byte ranges turned into lines and columns.

use std::collections::HashMap;
use warta::diagnostic::{Diagnostic, Lines, Position, Span, Text, Tongue};
use warta::path::RelPath;

/// From where to where a finding stands in its file; the end is one past the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
}

impl Place {
    /// The very start of a file: where a finding about the file as a whole is shown.
    pub const START: Place = {
        let start = Position { line: 1, column: 1 };
        Place { start, end: start }
    };
}

/// The bytes of each file that findings speak of. Files that can't be read are left out.
pub type Files = HashMap<RelPath, Vec<u8>>;

/// Reads every file that a finding, or another place it names, stands in.
pub fn read(diagnostics: &[Diagnostic], read: &dyn Fn(&RelPath) -> Option<Vec<u8>>) -> Files {
    let mut files = HashMap::new();
    let related = diagnostics.iter().flat_map(|finding| &finding.related).map(|place| &place.file);
    for file in diagnostics.iter().map(|finding| &finding.file).chain(related) {
        if !files.contains_key(file) {
            files.insert(file.clone(), read(file));
        }
    }
    files.into_iter().filter_map(|(file, bytes)| Some((file, bytes?))).collect()
}

/// What a format has to print.
pub struct Findings<'a> {
    /// Sorted by file and place, equal ones once.
    pub list: Vec<&'a Diagnostic>,
    /// The language of the messages.
    pub tongue: Tongue,
    lines: HashMap<&'a RelPath, Lines<'a>>,
}

impl<'a> Findings<'a> {
    /// Sorts the findings and indexes the lines of their files.
    pub fn new(diagnostics: &'a [Diagnostic], files: &'a Files, tongue: Tongue) -> Self {
        let mut list: Vec<&Diagnostic> = diagnostics.iter().collect();
        list.sort_unstable();
        list.dedup();
        let lines = files.iter().map(|(file, bytes)| (file, Lines::new(bytes))).collect();
        Findings { list, tongue, lines }
    }

    /// A message in the reader's language.
    pub fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.in_tongue(self.tongue)
    }

    /// The lines of a file, if it could be read.
    pub fn lines(&self, file: &RelPath) -> Option<&Lines<'a>> {
        self.lines.get(file)
    }

    /// Where a span stands; none for a finding about a whole file, or about one that can't be read.
    pub fn place(&self, file: &RelPath, span: Span) -> Option<Place> {
        if span == Span::default() {
            return None;
        }
        let lines = self.lines(file)?;
        let start = lines.position(span.start as usize);
        Some(Place { start, end: lines.position(span.end.max(span.start) as usize) })
    }
}
