//! SARIF 2.1.0, as code scanning services read it.

use super::findings::Findings;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io;
use warta::diagnostic::{self, Code, Diagnostic, Span, Tongue};
use warta::path::{RelPath, UrlPath};

/// Where the format is defined for programs.
pub const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub fn write(findings: &Findings<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let codes: BTreeSet<Code> = findings.list.iter().map(|finding| finding.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "warta",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(findings, *code)).collect::<Vec<_>>(),
            }},
            "language": match findings.tongue { Tongue::Id => "id", Tongue::En => "en" },
            "columnKind": "unicodeCodePoints",
            "results": findings.list.iter().map(|finding| result(findings, &codes, finding)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer(&mut *out, &log)?;
    writeln!(out)
}

fn rule(findings: &Findings<'_>, code: Code) -> Value {
    let explanation = diagnostic::explain(code);
    let body = findings.say(&explanation.body);
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": findings.say(&explanation.title)},
        "help": {"text": body, "markdown": body},
        "defaultConfiguration": {"level": code.severity().to_string()},
    })
}

fn result(findings: &Findings<'_>, codes: &[Code], finding: &Diagnostic) -> Value {
    let mut text = findings.say(&finding.message).to_owned();
    if let Some(help) = &finding.help {
        text.push('\n');
        text.push_str(findings.say(help));
    }
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": finding.severity.to_string(),
        "message": {"text": text},
        "locations": [{"physicalLocation": location(findings, &finding.file, finding.span)}],
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().zip(1..).map(|(other, id)| {
            json!({
                "id": id,
                "physicalLocation": location(findings, &other.file, other.span),
                "message": {"text": findings.say(&other.label)},
            })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(findings: &Findings<'_>, file: &RelPath, span: Span) -> Value {
    let address = UrlPath::file(file);
    let mut location = json!({"artifactLocation": {"uri": address.as_str().trim_start_matches('/')}});
    if let Some(place) = findings.place(file, span) {
        location["region"] = json!({
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        });
    }
    location
}
