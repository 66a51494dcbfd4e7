//! One JSON object: the findings, and what the run did.

use super::findings::{Findings, Place};
use crate::why::Explained;
use serde::Serialize;
use std::io;
use warta::diagnostic::Severity;
use warta::path::RelPath;

/// What a run did. A number that is not known is left out.
#[derive(Debug, Default, Serialize)]
pub struct Counts {
    /// Addresses of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routes: Option<usize>,
    /// Addresses rendered in this run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rendered: Option<usize>,
    /// Addresses taken from an earlier run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reused: Option<usize>,
    /// Files written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<usize>,
    /// Files that had their bytes already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unchanged: Option<usize>,
    /// Files of an earlier run that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<usize>,
    /// Resized pictures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub images: Option<ImageCounts>,
    /// Bytes of all files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// When the site next changes by itself (RFC 3339); `Some(None)` is `null`: never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_change: Option<Option<String>>,
    /// Why some addresses were rendered or not, where that was asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub explained: Vec<Explained>,
    /// How long the run took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed_ms: Option<u64>,
}

/// What became of the pictures.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct ImageCounts {
    /// Encoded in this run.
    pub encoded: usize,
    /// Taken from an earlier run.
    pub reused: usize,
}

#[derive(Serialize)]
struct Object<'a> {
    diagnostics: Vec<Entry<'a>>,
    #[serde(flatten)]
    counts: &'a Counts,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    file: &'a RelPath,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Option<&'a str>,
}

pub fn write(findings: &Findings<'_>, counts: &Counts, out: &mut impl io::Write) -> io::Result<()> {
    let diagnostics = findings
        .list
        .iter()
        .map(|finding| {
            let Place { start, end } = findings.place(&finding.file, finding.span).unwrap_or(Place::START);
            Entry {
                code: finding.code.as_str(),
                severity: finding.severity,
                message: findings.say(&finding.message),
                file: &finding.file,
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                help: finding.help.as_ref().map(|help| findings.say(help)),
            }
        })
        .collect();
    serde_json::to_writer(&mut *out, &Object { diagnostics, counts })?;
    writeln!(out)
}
