//! What lies in the output folder before this build, links not followed.

use super::inventory::{Inventory, SOME};
use super::looker::Looker;
use super::staging::WITHIN;
use super::stamp::{Look, Stamp};
use crate::failure::Failure;
use crate::nearby;
use crate::path::RelPath;
use crate::text;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What kind of thing a name in the output folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A link, a device, a repository's `.git`: never opened.
    Other,
}

/// A name in the output folder.
#[derive(Clone, Debug)]
struct Entry {
    path: Box<str>,
    kind: Kind,
    /// What the file system said of it just now, if that was asked and can vouch for anything.
    stamp: Option<Stamp>,
    /// Whether that is what it said when the build before left.
    as_left: bool,
}

/// A regular file in the output folder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// What the file system said of it, if that was asked and can vouch for anything.
    pub(super) stamp: Option<Stamp>,
    /// Whether that is what it said when the build before left.
    pub(super) as_left: bool,
}

/// The names in the output folder.
#[derive(Debug, Default)]
pub(super) struct Existing {
    /// By path.
    entries: Vec<Entry>,
    /// What was there but is about to be gone.
    gone: BTreeSet<Box<str>>,
    /// Whether the folder itself is there.
    pub(super) present: bool,
    /// Whether it was listed, so that there may be more than an earlier build has left.
    listed: bool,
}

impl Existing {
    /// The folder, of which an earlier build may have left an inventory: whatever that names is looked at once, and
    /// nothing is listed if no name has come or gone since.
    pub(super) fn open(output: &Path, inventory: Option<Inventory>) -> Result<Existing, Failure> {
        let Some(Inventory { stamps, whole }) = inventory else { return Existing::scan(output) };
        let (look, count) = (Look::begin(), stamps.len());
        let entry = |looker: &mut Looker<'_>, (name, known): (Box<str>, Stamp)| {
            let stamp = looker.stamp(&name)?;
            let (path, kind) = match name.strip_suffix('/') {
                Some(folder) => (folder.into(), Kind::Folder),
                None => (name, Kind::File),
            };
            let as_left = stamp == known;
            Some(Entry { path, kind, as_left, stamp: Some(stamp).filter(|stamp| as_left || stamp.is_settled(look)) })
        };
        let looker = || Looker::below(output);
        let seen: Vec<Entry> =
            stamps.into_par_iter().with_min_len(SOME).map_init(looker, entry).flatten_iter().collect();
        let folders_are_as_left = || seen.iter().all(|entry| entry.as_left || entry.kind != Kind::Folder);
        if whole && seen.len() == count && folders_are_as_left() {
            return Ok(Existing::new(seen, false));
        }
        let mut existing = Existing::scan(output)?;
        for entry in seen {
            if let Some(at) = existing.place_of(&entry.path)
                && existing.entries[at].kind == entry.kind
            {
                existing.entries[at] = entry;
            }
        }
        Ok(existing)
    }

    fn new(mut entries: Vec<Entry>, listed: bool) -> Existing {
        entries.retain(|entry| !entry.path.is_empty());
        entries.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Existing { entries, gone: BTreeSet::new(), present: true, listed }
    }

    /// Reads the folder and all below it, a level at a time; a missing one holds nothing.
    fn scan(output: &Path) -> Result<Existing, Failure> {
        match std::fs::read_dir(output) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Existing::default()),
            Err(error) => {
                let doing = text!("tidak dapat membaca folder keluaran", "can't read the output folder");
                return Err(Failure::io(doing, output, error));
            }
        }
        let mut entries: Vec<Entry> = Vec::new();
        let mut level: Vec<Box<str>> = vec!["".into()];
        while !level.is_empty() {
            let found: Vec<Entry> = level.par_iter().flat_map_iter(|folder| list(output, folder)).collect();
            level = found.iter().filter(|one| one.kind == Kind::Folder).map(|one| one.path.clone()).collect();
            entries.extend(found);
        }
        Ok(Existing::new(entries, true))
    }

    fn place_of(&self, path: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| (*entry.path).cmp(path)).ok()
    }

    fn find(&self, path: &str) -> Option<&Entry> {
        self.entries.get(self.place_of(path)?).filter(|_| !self.gone.contains(path))
    }

    /// What the file system said of files and folders as this build began, none of what it was not asked: for
    /// paths that come nearly in order.
    pub(super) fn stamps(&self) -> impl FnMut(&str) -> Option<Stamp> {
        let mut next = 0;
        move |path| {
            let at = nearby::find(&self.entries, &mut next, |entry| (*entry.path).cmp(path))?;
            self.entries[at].stamp.filter(|_| !self.gone.contains(path))
        }
    }

    /// What stands at a path.
    pub(super) fn kind(&self, path: &str) -> Option<Kind> {
        self.find(path).map(|entry| entry.kind)
    }

    /// The regular file at a path, if there is one.
    pub(super) fn file(&self, path: &RelPath) -> Option<Seen> {
        self.file_near(path, &mut 0)
    }

    /// The same for paths that come nearly in order: `next` is where the next is looked for.
    pub(super) fn file_near(&self, path: &RelPath, next: &mut usize) -> Option<Seen> {
        let at = nearby::find(&self.entries, next, |entry| (*entry.path).cmp(path.as_str()))?;
        let entry = &self.entries[at];
        let is_there = entry.kind == Kind::File && !self.gone.contains(&entry.path);
        is_there.then_some(Seen { stamp: entry.stamp, as_left: entry.as_left })
    }

    /// Takes note of what the file system says of a file whose bytes are known by now.
    pub(super) fn note(&mut self, path: &RelPath, stamp: Stamp) {
        if let Some(at) = self.place_of(path.as_str()) {
            self.entries[at].stamp = Some(stamp);
        }
    }

    /// Everything but the folders, in order.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .filter(|one| one.kind != Kind::Folder && !self.gone.contains(&one.path))
            .map(|one| &*one.path)
    }

    /// Whether there is a folder that is not among some names, where folders end with a slash, nor in a list of folders.
    pub(super) fn has_folders_beside(&self, names: &[&str], others: &[RelPath]) -> bool {
        let is_strange = |entry: &Entry| {
            entry.kind == Kind::Folder
                && !self.gone.contains(&entry.path)
                && names.binary_search(&&*format!("{}/", entry.path)).is_err()
                && !others.iter().any(|other| *other.as_str() == *entry.path)
        };
        self.listed && self.entries.par_iter().any(is_strange)
    }

    /// Everything below a folder, in order.
    pub(super) fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, Kind)> {
        let prefix = format!("{folder}/");
        let from = self.entries.partition_point(|entry| *entry.path < *prefix);
        let below = self.entries[from..].iter().take_while(move |entry| entry.path.starts_with(&prefix));
        below.filter(|entry| !self.gone.contains(&entry.path)).map(|entry| (&*entry.path, entry.kind))
    }

    /// Takes note that something is about to be gone.
    pub(super) fn forget(&mut self, path: &str) {
        self.gone.insert(path.into());
    }
}

/// What stands in one folder. One that can't be read seems empty: it is not warta's.
fn list(output: &Path, folder: &str) -> Vec<Entry> {
    let mut place = output.to_path_buf();
    place.extend(folder.split('/'));
    let Ok(entries) = std::fs::read_dir(place) else { return Vec::new() };
    let listed = entries.flatten().filter(|entry| !folder.is_empty() || entry.file_name() != WITHIN).map(|entry| {
        let name = entry.file_name();
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_dir() && name != ".git" => Kind::Folder,
            Ok(kind) if kind.is_file() => Kind::File,
            _ => Kind::Other,
        };
        let gap = if folder.is_empty() { "" } else { "/" };
        Entry { path: format!("{folder}{gap}{}", name.to_string_lossy()).into(), kind, stamp: None, as_left: false }
    });
    listed.collect()
}

/// Whether a file holds just these bytes.
pub(super) fn has_bytes(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    const CHUNK: usize = 64 * 1024;
    let mut file = File::open(path)?;
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut buffer = vec![0; bytes.len().min(CHUNK)];
    for expected in bytes.chunks(CHUNK) {
        let found = &mut buffer[..expected.len()];
        file.read_exact(found)?;
        if found != expected {
            return Ok(false);
        }
    }
    Ok(true)
}
