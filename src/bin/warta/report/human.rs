//! Findings for a person at a terminal: the line of the source, what is wrong in it, what to do.

use super::findings::{Findings, Place};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use std::collections::BTreeMap;
use std::io;
use warta::diagnostic::{Code, Diagnostic, Lines, Severity, Span, Text, Tongue};
use warta::path::RelPath;
use warta::text;

/// A mistake made everywhere would bury all others: after so many of one code the rest is counted.
const SHOWN_OF_A_CODE: usize = 50;

/// A span longer than this, in lines, is marked on its first line only.
const MARKED_LINES: usize = 4;

/// How many characters of a line are marked at most, and shown beyond the mark: a Markdown
/// paragraph is often one line.
const MARKED_COLUMNS: usize = 80;

/// The width that excerpts of long lines are cut to.
const WIDTH: usize = 100;

pub fn write(findings: &Findings<'_>, colour: bool, out: &mut impl io::Write) -> io::Result<()> {
    if findings.list.is_empty() {
        return Ok(());
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in &findings.list {
        let count = seen.entry(finding.code).or_default();
        *count += 1;
        if *count <= SHOWN_OF_A_CODE {
            writeln!(out, "{}\n", renderer.render(&groups(findings, finding)))?;
        }
    }
    for (code, count) in &seen {
        if let Some(more) = count.checked_sub(SHOWN_OF_A_CODE).filter(|more| *more > 0) {
            let more = text!("{more} temuan {code} lagi tidak ditampilkan", "{more} more {code} not shown");
            writeln!(out, "{}", findings.say(&more))?;
        }
    }
    writeln!(out, "{}", summary(findings.list.iter().copied(), findings.tongue))?;
    writeln!(out, "{}", findings.say(&hint(seen.keys().copied())))
}

/// How many findings of each severity there are, as in `3 errors, 1 warning`.
fn summary<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>, tongue: Tongue) -> String {
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    for finding in diagnostics {
        *counts.entry(finding.severity).or_default() += 1;
    }
    let part = |(severity, count): (Severity, usize)| match tongue {
        Tongue::Id => format!("{count} {}", name(severity).id),
        Tongue::En => format!("{count} {}{}", name(severity).en, if count == 1 { "" } else { "s" }),
    };
    counts.into_iter().map(part).collect::<Vec<_>>().join(", ")
}

fn hint(codes: impl Iterator<Item = Code>) -> Text {
    let codes: Vec<&str> = codes.map(Code::as_str).collect();
    let (first, others) = (codes.first().copied().unwrap_or_default(), codes.get(1..).unwrap_or_default().join(", "));
    if others.is_empty() {
        text!("Penjelasan dan contoh: warta explain {first}", "Explanation and example: warta explain {first}")
    } else {
        text!(
            "Penjelasan dan contoh: warta explain {first} (juga untuk {others})",
            "Explanation and example: warta explain {first} (and so for {others})"
        )
    }
}

fn name(severity: Severity) -> Text {
    match severity {
        Severity::Error => Text::new("kesalahan", "error"),
        Severity::Warning => Text::new("peringatan", "warning"),
        Severity::Note => Text::new("catatan", "note"),
    }
}

fn level(severity: Severity, tongue: Tongue) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(name(severity).in_tongue(tongue).to_owned())
}

/// The finding with its excerpt and help, then each other place with an excerpt of its own.
fn groups<'a>(findings: &'a Findings<'_>, finding: &'a Diagnostic) -> Vec<Group<'a>> {
    let title = level(finding.severity, findings.tongue)
        .primary_title(findings.say(&finding.message))
        .id(finding.code.as_str());
    let mut first = excerpt(findings, Group::with_title(title), &finding.file, finding.span);
    if let Some(help) = &finding.help {
        first = first.element(help_line(findings, help));
    }
    let others = finding.related.iter().map(|other| {
        let label = normalize_untrusted_str(findings.say(&other.label));
        let title = level(Severity::Note, findings.tongue).secondary_title(label);
        excerpt(findings, Group::with_title(title), &other.file, other.span)
    });
    std::iter::once(first).chain(others).collect()
}

fn help_line<'a>(findings: &Findings<'_>, help: &Text) -> Message<'a> {
    let word = Text::new("bantuan", "help");
    Level::HELP
        .with_name(word.in_tongue(findings.tongue).to_owned())
        .message(normalize_untrusted_str(findings.say(help)))
}

fn excerpt<'a>(findings: &Findings<'_>, group: Group<'a>, file: &'a RelPath, span: Span) -> Group<'a> {
    match (findings.place(file, span), findings.lines(file)) {
        (Some(place), Some(lines)) => group.element(snippet(lines, place).path(file.as_str())),
        _ => group.element(Origin::path(file.as_str())),
    }
}

/// The lines of a place, with the place marked. Works on the lines as text, where whatever is not
/// UTF-8 has been replaced, so that a mark always falls between two characters.
fn snippet<'a>(lines: &Lines<'_>, place: Place) -> Snippet<'a, Annotation<'a>> {
    let Place { start, mut end } = place;
    if end.line >= start.line + MARKED_LINES {
        end.line = start.line;
        end.column = usize::MAX;
    }
    let mut source = String::new();
    let (mut from, mut to) = (0, 0);
    for number in start.line..=end.line {
        let text = lines.text(number);
        let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { &text };
        if number == start.line {
            from = source.len() + byte_of(text, start.column);
        }
        if number == end.line {
            let last = if end.line == start.line { start.column.saturating_add(MARKED_COLUMNS) } else { usize::MAX };
            to = source.len() + byte_of(text, end.column.min(last));
            let shown = byte_of(text, end.column.min(last).saturating_add(MARKED_COLUMNS));
            source.push_str(&text[..shown]);
        } else {
            source.push_str(text);
            source.push('\n');
        }
    }
    Snippet::source(source).line_start(start.line).annotation(AnnotationKind::Primary.span(from..to.max(from)))
}

/// The byte at which a column of a line begins; its end for a column beyond.
fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(byte, _)| byte)
}
