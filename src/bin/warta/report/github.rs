//! Workflow commands that GitHub shows beside the lines of a pull request.

use super::findings::{Findings, Place};
use annotate_snippets::normalize_untrusted_str;
use std::io;
use warta::diagnostic::Severity;

pub fn write(findings: &Findings<'_>, out: &mut impl io::Write) -> io::Result<()> {
    for finding in &findings.list {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let Place { start, end } = findings.place(&finding.file, finding.span).unwrap_or(Place::START);
        let mut message = findings.say(&finding.message).to_owned();
        if let Some(help) = &finding.help {
            message.push('\n');
            message.push_str(findings.say(help));
        }
        for other in &finding.related {
            let at = findings.place(&other.file, other.span).unwrap_or(Place::START).start;
            message.push_str(&format!("\n{}: {}:{}", findings.say(&other.label), other.file, at.line));
        }
        writeln!(
            out,
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(finding.file.as_str()),
            start.line,
            start.column,
            end.line,
            end.column,
            finding.code,
            data(&message)
        )?;
    }
    Ok(())
}

/// Escapes what follows the second `::`. Content is quoted in messages: what a terminal would obey, and what
/// turns the direction of writing, is made visible.
pub fn data(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(|line| normalize_untrusted_str(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
