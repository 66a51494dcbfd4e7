//! `warta check`: every rule, nothing written.

use crate::args::{CheckOptions, Common};
use crate::console;
use crate::report::{Counts, Format};
use crate::session::{Session, tongue};
use std::process::ExitCode;
use warta::diagnostic::Tongue;
use warta::failure::Failure;

pub fn run(common: &Common, _options: &CheckOptions) -> Result<ExitCode, Failure> {
    let mut session = Session::open(common, false, None, false)?;
    let snapshot = session.workspace.load()?;
    console::findings(common, &snapshot, snapshot.diagnostics(), Counts::default())?;
    if snapshot.has_errors() {
        return Ok(ExitCode::from(1));
    }
    if common.format == Format::Human && !common.quiet {
        let documents = snapshot.edition().map_or(0, |edition| edition.newsroom.entries().len());
        console::say(&match tongue(common, Some(&snapshot)) {
            Tongue::Id => format!("Beres: {documents} dokumen terbit, tidak ada kesalahan."),
            Tongue::En => format!("All well: {documents} documents published, no errors."),
        });
    }
    Ok(ExitCode::SUCCESS)
}
