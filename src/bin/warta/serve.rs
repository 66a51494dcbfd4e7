//! `warta serve`: the newsroom in the browser while it is written.

use crate::args::{Common, ServeOptions};
use crate::console;
use crate::report::{Counts, Format};
use crate::session::{Session, tongue};
use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use warta::diagnostic::{Diagnostic, Tongue};
use warta::failure::Failure;
use warta::serve::{Listener, Live, Updated, keep_up};
use warta::source::watch;
use warta::text;
use warta::time::Zone;
use warta::workspace::Snapshot;

pub fn run(common: &Common, options: &ServeOptions) -> Result<ExitCode, Failure> {
    let listener = Listener::bind(options.addr)?;
    let mut session = Session::open(common, true, Some(listener.base_url()), true)?;
    // Watching begins before reading, so that no change falls between the two.
    let watch = watch(&session.root)?;
    let snapshot = session.workspace.load()?;
    let tongue = tongue(common, Some(&snapshot));
    let live = Live::new(&listener, snapshot, tongue);
    greet(&listener, tongue);
    report(common, &live.snapshot(), &[], None)?;
    let (mut follower, shown) = (common.clone(), live.clone());
    follower.now = follower.now.map(|_| session.settings.now.to_string());
    thread::spawn(move || {
        let now = || follower.instant(Zone::default);
        keep_up(session.workspace, watch, &shown, now, |updated| told(&follower, &updated));
    });
    warta::serve::run(listener, live)?;
    Ok(ExitCode::SUCCESS)
}

/// Says where the preview is, and what is unusual about that place.
fn greet(listener: &Listener, tongue: Tongue) {
    let (address, url) = (listener.address(), listener.base_url());
    if let Some(port) = listener.taken() {
        let line = text!(
            "Port {port} sedang dipakai; pratinjau ini di {address}.",
            "Port {port} is in use; the preview is at {address}."
        );
        console::note(line.in_tongue(tongue));
    }
    if !address.ip().is_loopback() {
        let line = text!(
            "Awas: siapa pun di jaringan ini dapat membuka {address}, termasuk naskah yang belum terbit.",
            "Beware: anybody on this network can open {address}, unpublished documents included."
        );
        console::note(line.in_tongue(tongue));
    }
    console::say(text!("Buka {url}/ (Ctrl+C untuk berhenti)", "Open {url}/ (Ctrl+C to stop)").in_tongue(tongue));
    // Nothing can be done about a standard output that is closed.
    let _ = io::stdout().flush();
}

fn told(common: &Common, updated: &Updated) {
    let printed = match &updated.outcome {
        Ok(snapshot) => report(common, snapshot, updated.before.diagnostics(), Some(updated.time)).err(),
        Err(_) => None,
    };
    if let Some(failure) = updated.outcome.as_ref().err().or(printed.as_ref()) {
        console::complaint(common, failure);
    }
}

/// Prints the errors that were not there before and how many stand in all, or that all is well.
fn report(common: &Common, snapshot: &Snapshot, before: &[Diagnostic], time: Option<Duration>) -> Result<(), Failure> {
    let errors: Vec<Diagnostic> = snapshot.diagnostics().iter().filter(|finding| finding.is_error()).cloned().collect();
    if common.format != Format::Human {
        return console::findings(common, snapshot, &errors, Counts::default());
    }
    let new: Vec<Diagnostic> = errors.iter().filter(|error| before.binary_search(error).is_err()).cloned().collect();
    console::findings(common, snapshot, &new, Counts::default())?;
    let count = errors.len();
    let line = match time.filter(|_| !common.quiet).map(|time| time.as_millis()) {
        Some(time) if count == 0 => text!("Beres, diperbarui dalam {time} ms.", "All well, up to date in {time} ms."),
        Some(_) if count > new.len() => text!("Kesalahan seluruhnya: {count}.", "Errors in all: {count}."),
        _ => return Ok(()),
    };
    console::note(line.in_tongue(tongue(common, Some(snapshot))));
    Ok(())
}
