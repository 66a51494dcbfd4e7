//! `warta check`: every rule, nothing written.

use crate::args::{CheckOptions, Common};
use crate::console::{self, progress};
use crate::report::{Counts, Format};
use crate::session::{Session, tongue};
use std::process::ExitCode;
use warta::diagnostic::Diagnostic;
use warta::diagnostic::Tongue;
use warta::external;
use warta::failure::Failure;
use warta::newsroom::State;
use warta::publish::rehearse;
use warta::text;
use warta::workspace::Snapshot;

pub fn run(common: &Common, options: &CheckOptions) -> Result<ExitCode, Failure> {
    let mut session = Session::open(common, false, None, false)?;
    let snapshot = session.workspace.load()?;
    let mut diagnostics = snapshot.diagnostics().to_vec();
    diagnostics.extend(snapshot.develop(false, &|| ())?);
    if !snapshot.has_errors() {
        diagnostics.extend(rehearse(&snapshot)?);
    }
    if options.external {
        let bar = progress(common, external::count(&snapshot), 4);
        bar.set_message(text!("situs lain ", "other sites ").in_tongue(tongue(common, Some(&snapshot))).to_owned());
        let found = external::check(&snapshot, &|| bar.inc(1));
        bar.finish_and_clear();
        diagnostics.extend(found?);
    }
    console::findings(common, &snapshot, &diagnostics, Counts::default())?;
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(ExitCode::from(1));
    }
    if common.format == Format::Human && !common.quiet {
        let documents = snapshot.edition().map_or(0, |edition| edition.newsroom.entries().len());
        let tongue = tongue(common, Some(&snapshot));
        let withheld = withheld(&snapshot, tongue);
        console::say(&match tongue {
            Tongue::Id => format!("Beres: {documents} dokumen siap terbit{withheld}; tidak ada kesalahan."),
            Tongue::En => format!("All well: {documents} documents to publish{withheld}; no errors."),
        });
    }
    Ok(ExitCode::SUCCESS)
}

/// What is not published now, so that a forgotten draft or a slip in a year is noticed.
fn withheld(snapshot: &Snapshot, tongue: Tongue) -> String {
    const NAMES: [(State, &str, &str); 5] = [
        (State::Draft, "draf", "drafts"),
        (State::Review, "menunggu persetujuan", "waiting for approval"),
        (State::Embargoed, "diembargo", "embargoed"),
        (State::Scheduled, "dijadwalkan", "scheduled"),
        (State::Expired, "kedaluwarsa", "expired"),
    ];
    let mut text = String::new();
    for (state, id, en) in NAMES {
        if let Some(count) = snapshot.states().get(&state) {
            let name = if tongue == Tongue::Id { id } else { en };
            text.push_str(&format!(", {count} {name}"));
        }
    }
    text
}
