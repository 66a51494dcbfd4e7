//! `file:line:column: error[WT204]: message (help)`, one line a finding.

use super::findings::{Findings, Place};
use annotate_snippets::normalize_untrusted_str;
use std::io;

pub fn write(findings: &Findings<'_>, out: &mut impl io::Write) -> io::Result<()> {
    for finding in &findings.list {
        let start = findings.place(&finding.file, finding.span).unwrap_or(Place::START).start;
        write!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            one_line(finding.file.as_str()),
            start.line,
            start.column,
            finding.severity,
            finding.code,
            one_line(findings.say(&finding.message))
        )?;
        match &finding.help {
            Some(help) => writeln!(out, " ({})", one_line(findings.say(help)))?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

/// Content is quoted in messages, so they may hold line breaks and a terminal's control characters.
fn one_line(text: &str) -> String {
    normalize_untrusted_str(&text.replace("\r\n", " ").replace(['\n', '\r'], " "))
}
