//! Every message that warta has for an editor, each provoked by a small newsroom and kept here in
//! both languages with the place it points at. To change a wording, change it and review the
//! difference with `cargo insta review`.

#![cfg(test)]

#[path = "../support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "../support/photos.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod photos;
#[path = "../support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

mod body;
mod command;
mod fields;
mod files;
mod outputs;
mod outside;
mod pictures;
mod references;
mod settings;
mod theme;

use room::Room;
use std::fmt::Write;
use warta::diagnostic::{Code, Diagnostic, Lines, Span};
use warta::path::RelPath;
use warta::workspace::Snapshot;

/// What warta says about a room: for each finding its place, the text it marks, its code, and
/// message and help in Indonesian and in English.
fn said(room: &Room) -> String {
    tell(&room.findings(), &room.load())
}

fn tell(findings: &[Diagnostic], snapshot: &Snapshot) -> String {
    let mut told = String::new();
    for finding in findings {
        let place = place(&finding.file, finding.span, snapshot);
        let (severity, code) = (finding.severity, finding.code);
        writeln!(told, "{place}\n{severity}[{code}]").unwrap();
        for (tongue, message, help) in [
            ("id", &finding.message.id, finding.help.as_ref().map(|help| &help.id)),
            ("en", &finding.message.en, finding.help.as_ref().map(|help| &help.en)),
        ] {
            writeln!(told, "  {tongue}: {message}").unwrap();
            if let Some(help) = help {
                writeln!(told, "      = {help}").unwrap();
            }
        }
        for other in &finding.related {
            let place = self::place(&other.file, other.span, snapshot);
            writeln!(told, "  also {place}\n    id: {}\n    en: {}", other.label.id, other.label.en).unwrap();
        }
    }
    told
}

/// `file:line:column` and the text marked there; the file alone for a finding about all of it.
fn place(file: &RelPath, span: Span, snapshot: &Snapshot) -> String {
    let bytes = snapshot.source_of(file).unwrap_or_default();
    assert!(span.start <= span.end && span.end as usize <= bytes.len(), "{span:?} is outside {file}");
    if span == Span::default() {
        return file.to_string();
    }
    let position = Lines::new(&bytes).position(span.start as usize);
    let shown = |c: char| match warta::diagnostic::invisible(c) {
        Some(_) => format!("<U+{:04X}>", u32::from(c)),
        None => c.to_string(),
    };
    let marked: String = String::from_utf8_lossy(&bytes[span.range()]).chars().map(shown).collect();
    let first = marked.lines().next().unwrap_or_default();
    let more = if marked.trim_end() == first.trim_end() { "" } else { " …" };
    format!("{file}:{}:{} «{first}»{more}", position.line, position.column)
}

/// The sources of these tests: every code must stand in some expected message.
const TOLD: [&str; 9] = [
    include_str!("body.rs"),
    include_str!("fields.rs"),
    include_str!("files.rs"),
    include_str!("outputs.rs"),
    include_str!("outside.rs"),
    include_str!("pictures.rs"),
    include_str!("references.rs"),
    include_str!("settings.rs"),
    include_str!("theme.rs"),
];

#[test]
fn every_code_has_a_case() {
    let told = |code: &Code| {
        let shown = format!("{}[{code}]", code.severity());
        TOLD.iter().any(|text| text.contains(&shown))
    };
    let silent: Vec<&Code> = Code::ALL.iter().filter(|code| !told(code)).collect();
    assert_eq!(silent, Vec::<&Code>::new());
}

#[test]
fn a_newsroom_without_a_fault_is_left_in_peace() {
    assert_eq!(said(&Room::new()), "");
}
