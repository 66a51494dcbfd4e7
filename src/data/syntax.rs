//! What is said of a text that is not valid TOML or YAML, and what to do about it.

use super::known::KNOWN;
use super::{Fault, FaultKind};
use crate::diagnostic::{Code, Diagnostic, Span, Text, translate};
use crate::path::RelPath;
use crate::text;
use rustc_hash::FxHashSet;

/// The findings of a text that is not valid TOML or YAML.
pub fn syntax_findings(faults: Vec<Fault>, file: &RelPath, findings: &mut Vec<Diagnostic>) {
    for fault in faults {
        findings.push(match fault.kind {
            FaultKind::Syntax(words) => {
                let (message, help) = explain(&words);
                Diagnostic::new(Code::Syntax, file, fault.span, message).help(help)
            }
            FaultKind::DuplicateKey(key, first) => Diagnostic::new(
                Code::DuplicateKey,
                file,
                fault.span,
                text!("kunci `{key}` ditulis dua kali", "the key `{key}` is there twice"),
            )
            .help(text!("hapus salah satunya", "remove one of them"))
            .related(file, first, text!("yang pertama di sini", "the first is here")),
            FaultKind::DuplicateTable(key, first) => Diagnostic::new(
                Code::DuplicateKey,
                file,
                fault.span,
                text!("`{key}` ditulis di dua tempat", "`{key}` is written in two places"),
            )
            .help(text!(
                "kumpulkan semua isian `{key}` di bawah satu baris [{key}]",
                "put all keys of `{key}` below one line [{key}]"
            ))
            .related(file, first, text!("yang pertama di sini", "the first is here")),
        });
    }
}

/// Leaves out that a value can't be read where its field has said what it wants: `urgent = ya`.
pub fn one_a_place(findings: &mut Vec<Diagnostic>) {
    let of_fields: FxHashSet<Span> =
        findings.iter().filter(|finding| finding.code != Code::Syntax).map(|finding| finding.span).collect();
    findings.retain(|finding| finding.code != Code::Syntax || !of_fields.contains(&finding.span));
}

/// What is said of a text in quotation marks that has one of them within it.
pub(super) fn within_quotes(whole: &str) -> String {
    let inner = &whole[1..whole.len() - 1];
    match (whole.starts_with('\''), inner.contains('\''), inner.contains(['"', '\\'])) {
        (true, _, false) => format!("an apostrophe stands within the text: \"{inner}\""),
        (false, false, _) => format!("a quotation mark stands within the text: '{inner}'"),
        _ => {
            format!("a quotation mark stands within the text: \"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\""))
        }
    }
}

fn explain(words: &str) -> (Text, Text) {
    let known = KNOWN.iter().any(|(said, ..)| crate::diagnostic::gaps(said, words).is_some());
    if !known {
        return (
            text!("penulisan di sini tidak sah", "this can't be read"),
            text!(
                "periksa tanda kutip, tanda sama dengan atau titik dua, dan kurung di baris ini dan baris sebelumnya (pengurai: {words})",
                "check the quotes, equals signs or colons, and brackets of this line and the one before (the parser: {words})"
            ),
        );
    }
    (
        translate(words, KNOWN.iter().map(|(said, [id, en], _)| (*said, *id, *en))),
        translate(words, KNOWN.iter().map(|(said, _, [id, en])| (*said, *id, *en))),
    )
}
