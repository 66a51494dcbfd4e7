//! Findings in print: on a terminal, as lines, as JSON, as annotations of a review, as SARIF.
//!
//! Only prints. What was found, and what follows from it for the exit status, is decided elsewhere.

mod failure;
mod findings;
mod github;
mod human;
mod json;
mod sarif;
mod short;
#[cfg(test)]
mod tests;

pub use failure::write as write_failure;
pub use json::{Counts, ImageCounts};

use findings::Findings;
use std::io;
use warta::diagnostic::{Diagnostic, Tongue};
use warta::path::RelPath;

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For a person: with the lines of the source that a finding speaks of.
    #[default]
    Human,
    /// One line a finding, for editors' programs and `grep`.
    Short,
    /// One JSON object, with the counts of the run.
    Json,
    /// Annotations of a pull request on GitHub.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// Everything that is printed at the end of a run.
pub struct Report<'a> {
    /// The findings, in any order; equal ones are printed once.
    pub diagnostics: &'a [Diagnostic],
    /// The bytes of a file of the newsroom; none if it can't be read.
    pub read: &'a dyn Fn(&RelPath) -> Option<Vec<u8>>,
    /// The language of the messages.
    pub tongue: Tongue,
    /// Whether a person's terminal shows colours.
    pub colour: bool,
    /// What the run did, for JSON.
    pub counts: Counts,
}

impl Report<'_> {
    /// Prints the report in one format, findings sorted by file and place.
    pub fn write(&self, format: Format, out: &mut impl io::Write) -> io::Result<()> {
        let files = findings::read(self.diagnostics, self.read);
        let findings = Findings::new(self.diagnostics, &files, self.tongue);
        match format {
            Format::Human => human::write(&findings, self.colour, out),
            Format::Short => short::write(&findings, out),
            Format::Json => json::write(&findings, &self.counts, out),
            Format::Github => github::write(&findings, out),
            Format::Sarif => sarif::write(&findings, out),
        }
    }
}
