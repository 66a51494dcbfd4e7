//! The one place that changes the output folder.

use super::existing::{Existing, Kind};
use super::inventory::{Left, names, with_folders};
use super::manifest::{self, Manifest};
use super::plan::{INCOMING, Plan};
use super::staging::Staging;
use super::{Changes, Outcome, Written};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use rayon::prelude::*;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Makes `files`, sorted, the content of `output`, and tells how that was left.
pub(super) fn publish(
    output: &Path,
    mut existing: Existing,
    staging: Staging,
    files: &[Written],
    preview: bool,
) -> Result<(Outcome, Left), Failure> {
    let mut outcome = Outcome {
        written: files.iter().filter(|file| file.staged.is_some()).count(),
        bytes: files.iter().map(|file| file.len).sum(),
        ..Outcome::default()
    };
    outcome.unchanged = files.len() - outcome.written;
    if !existing.present {
        staging.put(&RelPath::new(manifest::NAME), manifest::of(files, preview).as_bytes(), &mut PathBuf::new())?;
        fs::rename(staging.files(), output).map_err(|error| failed(output, error))?;
        outcome.changes = Changes::new(&Manifest::default(), files);
        return Ok((outcome, Left::first(output, files, staging)));
    }

    let place = output.join(manifest::NAME);
    let found = match existing.kind(manifest::NAME) {
        Some(Kind::File) => fs::read_to_string(&place).unwrap_or_default(),
        _ => String::new(),
    };
    let planned = || {
        let old = Manifest::parse(&found);
        let plan = Plan::new(output, &mut existing, &old, files);
        (old, plan)
    };
    let ((old, plan), (now, names)) =
        rayon::join(planned, || rayon::join(|| manifest::of(files, preview), || names(files)));
    let plan = plan?;
    may_change(output, &plan)?;
    let list = |text: &str| -> Result<(), Failure> {
        let staged = staging.put_aside("manifest", text.as_bytes())?;
        move_file(&staged, &place, output).map_err(|error| failed(&place, error))
    };
    // As long as anything is moved, the list holds both what was there and what will be.
    if !plan.is_empty() && now != found {
        list(&old.union(files, preview))?;
    }
    for copy in &plan.half_copied {
        let _ = fs::remove_file(copy.under(output));
    }
    for (path, kind) in &plan.obstacles {
        let place = path.under(output);
        match kind {
            Kind::Folder => fs::remove_dir(&place),
            Kind::File | Kind::Other => fs::remove_file(&place),
        }
        .map_err(|error| failed(&place, error))?;
        outcome.removed += usize::from(*kind != Kind::Folder);
    }
    plan.moves.par_iter().try_for_each(|path| {
        let place = path.under(output);
        move_tree(&staging.place(path), &place, output).map_err(|error| failed(&place, error))
    })?;
    plan.stale.par_iter().try_for_each(|path| {
        let place = path.under(output);
        match fs::remove_file(&place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(&place, error)),
            _ => Ok(()),
        }
    })?;
    outcome.removed += plan.stale.len();
    // One stays if anything is in it, of ours or of others.
    let ours = |folder: &RelPath| names.binary_search(&&*format!("{folder}/")).is_ok();
    let stays = |folder: &RelPath| {
        let removed = fs::remove_dir(folder.under(output));
        removed.is_err_and(|error| error.kind() != ErrorKind::NotFound) && !ours(folder)
    };
    let shared = plan.folders.iter().filter(|folder| stays(folder)).count() > 0
        || !plan.foreign.is_empty()
        || existing.has_folders_beside(&names, &plan.folders);
    if now != found {
        list(&now)?;
    }
    let (changes, left) = rayon::join(
        || Changes::new(&old, files),
        || Left::new(output, (files, names), &existing, &touched(&plan, files), staging),
    );
    let left = left.shared(shared);
    outcome.foreign = plan.foreign;
    outcome.changes = changes;
    rayon::spawn(move || drop(existing));
    Ok((outcome, left))
}

/// Fails, before anything is changed, if names come or go in a folder that this process may not change: that of another
/// user, say, who has built here once.
#[cfg(unix)]
fn may_change(output: &Path, plan: &Plan) -> Result<(), Failure> {
    use rustix::fs::{Access, access};
    let gone = plan.obstacles.iter().map(|(path, _)| path).chain(&plan.stale);
    let mut folders: Vec<RelPath> = plan.moves.iter().chain(gone).map(RelPath::parent).collect();
    folders.par_sort_unstable();
    folders.dedup();
    let refused = |folder: &RelPath| {
        let place = folder.under(output);
        let error: io::Error = access(&place, Access::WRITE_OK | Access::EXEC_OK).err()?.into();
        // One that is not there is made, or was moved away with what is in it.
        (error.kind() != ErrorKind::NotFound).then(|| failed(&place, error))
    };
    folders.par_iter().find_map_first(refused).map_or(Ok(()), Err)
}

#[cfg(not(unix))]
fn may_change(_: &Path, _: &Plan) -> Result<(), Failure> {
    Ok(())
}

/// Every file that was put in its place, the manifest, and every folder in which a name came or went, in order;
/// folders end with a slash.
fn touched<'a>(plan: &'a Plan, files: &'a [Written]) -> Vec<&'a str> {
    let staged = files.iter().filter(|file| file.staged.is_some()).map(|file| &file.path);
    let gone = plan.obstacles.iter().map(|(path, _)| path).chain(&plan.stale).chain(&plan.folders);
    let mut names = with_folders(staged.chain(gone).map(RelPath::as_str));
    names.push(manifest::NAME);
    names.par_sort_unstable();
    names.dedup();
    names
}

fn failed(path: &Path, error: io::Error) -> Failure {
    Failure::io(text!("tidak dapat menulis ke folder keluaran", "can't write to the output folder"), path, error)
}

/// Moves a file, or a folder to where there is none.
fn move_tree(from: &Path, to: &Path, output: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices && from.is_dir() => {
            fs::create_dir(to)?;
            for entry in fs::read_dir(from)? {
                let entry = entry?;
                move_tree(&entry.path(), &to.join(entry.file_name()), output)?;
            }
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::CrossesDevices => move_file(from, to, output),
        done => done,
    }
}

/// Moves a file over another, in one step also when the output folder is a disk of its own.
fn move_file(from: &Path, to: &Path, output: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let thread = rayon::current_thread_index().unwrap_or_default();
            let incoming = output.join(format!("{INCOMING}{thread}"));
            let moved = fs::copy(from, &incoming).and_then(|_| fs::rename(&incoming, to));
            moved.inspect_err(|_| drop(fs::remove_file(&incoming)))
        }
        done => done,
    }
}
