//! Printing: findings to where the format wants them, and the one line of a failure.

use crate::args::{Color, Common};
use crate::report::{Counts, Format, Report, write_failure};
use crate::session::tongue;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use warta::diagnostic::{Diagnostic, Severity, Tongue};
use warta::failure::Failure;
use warta::workspace::Snapshot;

/// The exit status of a run that could not be done.
pub const COULD_NOT_RUN: u8 = 2;

/// Says why warta itself could not do it, and ends the run: to people on standard error, to programs on
/// standard output as well.
pub fn failure(common: &Common, failure: &Failure) -> ExitCode {
    could_not_run(common.format, &complaint(common, failure))
}

/// Says why something could not be done, while the run goes on.
pub fn complaint(common: &Common, failure: &Failure) -> String {
    let (word, text) = match tongue(common, None) {
        Tongue::Id => ("gagal", &failure.message.id),
        Tongue::En => ("failed", &failure.message.en),
    };
    let cause = failure.cause.as_ref().map(|cause| format!(" ({cause})")).unwrap_or_default();
    note(&format!("warta: {word}: {text}{cause}"));
    format!("{text}{cause}")
}

/// Tells programs that the run could not be done, and ends it.
pub fn could_not_run(format: Format, why: &str) -> ExitCode {
    // Nothing can be done about a standard output that is closed.
    let _ = write_failure(format, why, &mut io::stdout().lock());
    ExitCode::from(COULD_NOT_RUN)
}

/// Prints findings and, for JSON, counts. People's findings go to standard error, programs' to
/// standard output.
pub fn findings(
    common: &Common,
    snapshot: &Snapshot,
    diagnostics: &[Diagnostic],
    counts: Counts,
) -> Result<(), Failure> {
    let shown: Vec<Diagnostic> = match common.quiet {
        true => diagnostics.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect(),
        false => diagnostics.to_vec(),
    };
    let report = Report {
        diagnostics: &shown,
        read: &|file| snapshot.source_of(file),
        tongue: tongue(common, Some(snapshot)),
        colour: colour(common),
        counts,
    };
    let written = match common.format {
        Format::Human if shown.is_empty() => Ok(()),
        Format::Human => report.write(common.format, &mut io::stderr().lock()),
        _ => report.write(common.format, &mut io::stdout().lock()),
    };
    written.or_else(closed_pipe)
}

/// Prints what came of a command that looks for no findings: to people in words, to programs as the object that they
/// know, with further `fields`.
pub fn answer(common: &Common, words: &str, fields: serde_json::Value) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let nothing = Report {
        diagnostics: &[],
        read: &|_| None,
        tongue: tongue(common, None),
        colour: false,
        counts: Counts::default(),
    };
    let printed = match (common.format, fields) {
        (Format::Json, serde_json::Value::Object(mut fields)) => {
            fields.insert("diagnostics".to_owned(), serde_json::Value::Array(Vec::new()));
            serde_json::to_writer(&mut out, &fields).map_err(io::Error::from).and_then(|()| writeln!(out))
        }
        (Format::Sarif, _) => nothing.write(Format::Sarif, &mut out),
        _ => writeln!(out, "{words}"),
    };
    printed.or_else(closed_pipe)
}

/// A reader that stops reading, such as `head`, is no failure.
fn closed_pipe(error: io::Error) -> Result<(), Failure> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::new(warta::text!("tidak dapat mencetak: {error}", "can't print: {error}"))),
    }
}

/// Prints a line beside the findings.
pub fn note(text: &str) {
    // Nothing can be done about a standard error that is closed.
    let _ = writeln!(io::stderr(), "{text}");
}

/// Prints a line for people.
pub fn say(text: &str) {
    // Nothing can be done about a standard output that is closed.
    let _ = writeln!(io::stdout(), "{text}");
}

/// Whether standard error shows colours.
pub fn colour(common: &Common) -> bool {
    match common.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            use anstream::ColorChoice::{Always, AlwaysAnsi};
            matches!(anstream::AutoStream::choice(&io::stderr()), Always | AlwaysAnsi)
        }
    }
}

/// Whether a person is watching.
pub fn is_watched(common: &Common) -> bool {
    !common.quiet && common.format == Format::Human && io::stderr().is_terminal()
}

/// A bar that shows itself only to a person, and only when it takes long.
pub fn progress(common: &Common, things: usize, many: usize) -> ProgressBar {
    if !is_watched(common) || things < many {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(things as u64), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("{msg}{bar:40} {pos}/{len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
