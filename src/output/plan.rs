//! What has to happen in the output folder, decided before anything there is touched.

use super::Written;
use super::along::Along;
use super::existing::{Existing, Kind};
use super::manifest::{self, Manifest};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use std::collections::BTreeSet;
use std::path::Path;

/// How files begin that were copied from another disk, until each takes its place.
pub(super) const INCOMING: &str = ".warta-incoming-";

/// The steps of a publication, in their order.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// warta's old files and folders that stand where this build needs the other of the two;
    /// what is in a folder comes before it.
    pub(super) obstacles: Vec<(RelPath, Kind)>,
    /// Staged files to move into place, or whole staged folders where there is none yet.
    pub(super) moves: Vec<RelPath>,
    /// The other files of earlier builds that this one no longer has.
    pub(super) stale: Vec<RelPath>,
    /// Folders that the removals may have left empty; the deepest come first.
    pub(super) folders: Vec<RelPath>,
    /// Copies that a killed build never put into their places.
    pub(super) half_copied: Vec<RelPath>,
    /// Files that warta has not written.
    pub(super) foreign: Vec<RelPath>,
}

impl Plan {
    /// Plans the publication of `files`, sorted, over what exists. Fails if a file that is not
    /// warta's stands in the way. What is to be gone is forgotten.
    pub(super) fn new(
        output: &Path,
        existing: &mut Existing,
        old: &Manifest<'_>,
        files: &[Written],
    ) -> Result<Plan, Failure> {
        let mine = || Along::new(files.iter().map(|file| file.path.as_str()));
        let mut plan = Plan::default();
        let (mut new, mut listed) = (mine(), Along::new(old.paths().iter().copied()));
        for path in existing.files() {
            let (is_mine, was_mine) = (new.has(path), listed.has(path));
            if was_mine {
                plan.stale.extend((!is_mine).then(|| RelPath::new(path)));
            } else if path.starts_with(INCOMING) {
                plan.half_copied.push(RelPath::new(path));
            } else if !is_mine && path != manifest::NAME {
                plan.foreign.push(RelPath::new(path));
            }
        }
        let mut conflicts: BTreeSet<RelPath> = BTreeSet::new();
        let mut obstacles: BTreeSet<RelPath> = BTreeSet::new();
        for Written { path, .. } in files.iter().filter(|file| file.staged.is_some()) {
            for folder in folders_of(path) {
                if matches!(existing.kind(folder.as_str()), Some(Kind::File | Kind::Other)) {
                    if old.lists(&folder) { &mut obstacles } else { &mut conflicts }.insert(folder);
                }
            }
            match existing.kind(path.as_str()) {
                Some(Kind::Folder) => {
                    for (inner, kind) in existing.below(path.as_str()) {
                        let inner = RelPath::new(inner);
                        let goes = kind == Kind::Folder || old.lists(&inner);
                        if goes { &mut obstacles } else { &mut conflicts }.insert(inner);
                    }
                    obstacles.insert(path.clone());
                }
                Some(_) if !old.lists(path) => drop(conflicts.insert(path.clone())),
                _ => {}
            }
        }
        plan.stale.retain(|path| !obstacles.contains(path));
        // A folder sorts before what is in it.
        for path in obstacles.iter().rev() {
            if let Some(kind) = existing.kind(path.as_str()) {
                existing.forget(path.as_str());
                plan.obstacles.push((path.clone(), kind));
            }
        }
        for Written { path, .. } in files.iter().filter(|file| file.staged.is_some()) {
            let missing = folders_of(path).find(|folder| existing.kind(folder.as_str()).is_none());
            let unit = missing.unwrap_or_else(|| path.clone());
            if plan.moves.last() != Some(&unit) {
                plan.moves.push(unit);
            }
        }
        // Somebody may have put something there while the site was being built.
        let is_new = |path: &&RelPath| existing.kind(path.as_str()).is_none() && !obstacles.contains(*path);
        let appeared = |path: &&RelPath| path.under(output).symlink_metadata().is_ok();
        conflicts.extend(plan.moves.iter().filter(is_new).filter(appeared).cloned());
        if let Some(first) = conflicts.first() {
            return Err(in_the_way(output, first, conflicts.len() - 1));
        }
        // Also of files that are gone already: a killed build may have got no further.
        let mut new = mine();
        let gone = old.paths().iter().filter(|path| !new.has(path)).map(|path| RelPath::new(path));
        let left: BTreeSet<RelPath> = gone.flat_map(|path| folders_of(&path).collect::<Vec<_>>()).collect();
        plan.folders =
            left.into_iter().rev().filter(|path| existing.kind(path.as_str()) == Some(Kind::Folder)).collect();
        Ok(plan)
    }

    /// Whether the output folder stays as it is.
    pub(super) fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.stale.is_empty()
    }
}

/// The folders that hold a path, the outermost first.
pub(super) fn folders_of(path: &RelPath) -> impl Iterator<Item = RelPath> {
    path.as_str().match_indices('/').map(|(end, _)| RelPath::new(&path.as_str()[..end]))
}

fn in_the_way(output: &Path, path: &RelPath, more: usize) -> Failure {
    let path = path.under(output);
    let path = path.display();
    let (id, en) = match more {
        0 => (String::new(), String::new()),
        _ => (format!(" (dan {more} lainnya)"), format!(" (and {more} more)")),
    };
    Failure::new(text!(
        "`{path}`{id} bukan tulisan warta, tetapi halaman situs harus ditulis di sana; pindahkan, atau pilih folder lain dengan --output",
        "`{path}`{en} was not written by warta, but a page of the site belongs there; move it away, or choose another folder with --output",
    ))
}
