//! `warta build`: the site into a folder.

use crate::args::{BuildOptions, Common};
use crate::changed;
use crate::console::{self, progress, say};
use crate::report::{Counts, Format, ImageCounts};
use crate::said::{self, Said};
use crate::session::{Session, tongue};
use crate::why;
use std::fs;
use std::panic::resume_unwind;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;
use warta::cache::Cache;
use warta::diagnostic::{Code, Diagnostic};
use warta::failure::Failure;
use warta::output::Changes;
use warta::path::RelPath;
use warta::publish::{Built, Output, Stopped, publish};
use warta::records::Settled;
use warta::source::{CONTENT, STATIC, THEMES};
use warta::text;
use warta::workspace::{Snapshot, Workspace};

pub fn run(common: &Common, options: &BuildOptions) -> Result<ExitCode, Failure> {
    let began = Instant::now();
    let mut session = Session::open(common, options.preview, options.base_url.clone(), false)?;
    let output = output_folder(&session.root, &options.output)?;
    if !options.verify
        && options.explain.is_empty()
        && let Some(settled) = session.workspace.settled(&output)?
        && let Some(said) = Said::read(&settled)
    {
        return again(common, &session, &settled, said, &output, began);
    }
    // Reading the newsroom leaves cores idle, looking at the output waits for the disk.
    let cache = session.workspace.cache();
    let (snapshot, opened) = thread::scope(|scope| {
        let opened = scope.spawn(|| Output::open(&cache, &output));
        (session.workspace.load_to_build(), opened.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let snapshot = snapshot?;
    let mut diagnostics = snapshot.diagnostics().to_vec();
    diagnostics.extend(develop(common, &snapshot)?);
    if diagnostics.iter().any(Diagnostic::is_error) {
        return stop(common, &snapshot, &diagnostics, began);
    }
    let apart = options.verify.then(|| Cache::apart(&session.root));
    let second = match apart.as_ref() {
        Some(apart) => {
            let source = session.workspace.source();
            let second = Workspace::with_cache(source, session.settings.clone(), apart.cache()).load()?;
            second.develop(true, &|| ())?;
            Some(second)
        }
        None => None,
    };
    let opened = opened?;
    let progress = progress(common, snapshot.routes().len(), 5_000);
    let built = publish(&snapshot, second.as_ref(), opened, &|| progress.inc(1));
    progress.finish_and_clear();
    let built = match built {
        Ok(built) => built,
        Err(Stopped::Failure(failure)) => return Err(failure),
        Err(Stopped::Findings(findings)) => {
            diagnostics.extend(findings);
            return stop(common, &snapshot, &diagnostics, began);
        }
    };
    snapshot.tidy();
    diagnostics.extend(after(&snapshot, &built, &output));
    let tongue = tongue(common, Some(&snapshot));
    let said = Said::of(&snapshot, &built);
    if let Some(edition) = snapshot.edition().filter(|_| !options.preview) {
        changed::tell(&session.root, &changed::told(edition, &built.outcome.changes), tongue);
    }
    if let Some(inventory) = built.inventory {
        let unchanged = snapshot.edition().filter(|_| !options.preview);
        let unchanged = unchanged.map(|edition| changed::told(edition, &Changes::default()).to_json());
        let settled = said.settle(&snapshot, &session, diagnostics.clone(), unchanged, inventory);
        session.workspace.settle(&output, &settled);
    }
    let explained = why::explain(&options.explain, &snapshot, &built, &output, tongue);
    let told = why::write(&explained, tongue);
    let counts = Counts { explained, ..said.counts(began) };
    console::findings(common, &snapshot, &diagnostics, counts)?;
    if common.format == Format::Human && !common.quiet {
        say(&said.summary(&output, snapshot.cached(), began.elapsed(), tongue));
    }
    if common.format == Format::Human && !told.is_empty() {
        say(&told);
    }
    // Giving back a large newsroom's memory piece by piece takes longer than ending the process.
    std::mem::forget((snapshot, session));
    Ok(ExitCode::SUCCESS)
}

/// A build of which nothing has changed: it says what it said.
fn again(
    common: &Common,
    session: &Session,
    settled: &Settled,
    said: Said,
    output: &Path,
    began: Instant,
) -> Result<ExitCode, Failure> {
    let blank = session.workspace.blank();
    let common = Common { lang: common.lang.or(Some(said.language)), ..common.clone() };
    let tongue = tongue(&common, None);
    if let Some(told) = &said.unchanged {
        changed::tell(&session.root, &changed::Told::from_json(told), tongue);
    }
    console::findings(&common, &blank, &settled.findings, said.counts(began))?;
    if common.format == Format::Human && !common.quiet {
        say(&said.summary(output, blank.cached(), began.elapsed(), tongue));
    }
    Ok(ExitCode::SUCCESS)
}

/// Opens the pictures and makes their sizes, as a person watches.
fn develop(common: &Common, snapshot: &Snapshot) -> Result<Vec<Diagnostic>, Failure> {
    let bar = progress(common, snapshot.pictures(), 4);
    bar.set_message(text!("foto ", "photos ").in_tongue(tongue(common, Some(snapshot))).to_owned());
    let findings = snapshot.develop(!snapshot.has_errors(), &|| bar.inc(1));
    bar.finish_and_clear();
    findings
}

/// Reports why nothing was published.
fn stop(common: &Common, snapshot: &Snapshot, diagnostics: &[Diagnostic], began: Instant) -> Result<ExitCode, Failure> {
    console::findings(common, snapshot, diagnostics, Counts { elapsed_ms: said::elapsed(began), ..nothing(snapshot) })?;
    if common.format == Format::Human {
        let text = text!("Tidak ada yang diterbitkan.", "Nothing was published.");
        console::note(text.in_tongue(tongue(common, Some(snapshot))));
    }
    Ok(ExitCode::from(1))
}

/// The counts of a build that published nothing.
fn nothing(snapshot: &Snapshot) -> Counts {
    let (encoded, reused) = snapshot.developed();
    Counts {
        routes: Some(snapshot.routes().len()),
        rendered: Some(0),
        reused: Some(0),
        written: Some(0),
        unchanged: Some(0),
        removed: Some(0),
        images: Some(ImageCounts { encoded, reused }),
        bytes: Some(0),
        next_change: Some(snapshot.next_change().map(|instant| instant.to_string())),
        ..Counts::default()
    }
}

/// The output folder, which must not be, hold or lie in a folder that is read.
fn output_folder(root: &Path, output: &Path) -> Result<PathBuf, Failure> {
    let output = if output.is_absolute() { output.to_path_buf() } else { root.join(output) };
    let whole = std::path::absolute(&output).unwrap_or_else(|_| output.clone());
    let real = resolved(&whole);
    let inputs = [CONTENT, STATIC, THEMES].map(|folder| root.join(folder));
    if root.starts_with(&real) || inputs.iter().any(|input| real.starts_with(input)) {
        let shown = output.display();
        return Err(Failure::new(text!(
            "folder hasil {shown} berisi berkas sumber; pilih folder lain, misalnya --output public",
            "the output folder {shown} holds source files; choose another, such as --output public"
        )));
    }
    // What a build does not list there, it takes away.
    let kept = [".git", ".warta"].map(|folder| root.join(folder));
    if kept.iter().any(|folder| real.starts_with(folder)) || real.components().any(|part| part.as_os_str() == ".git") {
        let shown = output.display();
        return Err(Failure::new(text!(
            "folder hasil {shown} milik git atau warta sendiri; pilih folder lain, misalnya --output public",
            "the output folder {shown} is git's or warta's own; choose another, such as --output public"
        )));
    }
    Ok(real)
}

/// Where a path leads: what exists of it may be links, into an input folder among others. What does not
/// exist yet holds no links, so there `..` is the step before.
fn resolved(path: &Path) -> PathBuf {
    let existing =
        path.ancestors().find_map(|base| Some((fs::canonicalize(base).ok()?, path.strip_prefix(base).ok()?)));
    let Some((mut whole, rest)) = existing else { return path.to_path_buf() };
    let mut turned = false;
    for part in rest.components() {
        match part {
            Component::ParentDir => turned |= whole.pop(),
            part => whole.push(part),
        }
    }
    if turned { resolved(&whole) } else { whole }
}

/// What is to be said of a build that worked.
fn after(snapshot: &Snapshot, built: &Built, output: &Path) -> Vec<Diagnostic> {
    let site = RelPath::new(warta::config::FILE);
    let mut findings = Vec::new();
    let files = built.outcome.written + built.outcome.unchanged;
    let budget = snapshot.edition().and_then(|edition| edition.config.file_budget);
    if let Some(budget) = budget.filter(|budget| files > *budget as usize) {
        let message = text!("{files} berkas, melebihi batas {budget}", "{files} files, over the budget of {budget}");
        findings.push(Diagnostic::new(Code::FileBudget, &site, 0..0, message).help(text!(
            "naikkan check.file_budget, atau kurangi halaman, misalnya dengan paginate.size yang lebih besar",
            "raise check.file_budget, or make fewer pages, such as by a larger paginate.size"
        )));
    }
    let foreign = &built.outcome.foreign;
    if let Some(first) = foreign.first() {
        let (count, shown) = (foreign.len(), output.file_name().unwrap_or_default().to_string_lossy());
        let message = match count {
            1 => text!(
                "{first} di {shown} bukan buatan warta dan dibiarkan",
                "{first} in {shown} is not warta's and was left alone"
            ),
            _ => text!(
                "{count} berkas di {shown} bukan buatan warta dan dibiarkan, antara lain {first}",
                "{count} files in {shown} are not warta's and were left alone, among them {first}"
            ),
        };
        findings.push(Diagnostic::new(Code::ForeignFile, &site, 0..0, message));
    }
    findings
}
