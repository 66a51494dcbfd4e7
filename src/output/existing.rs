//! What lies in the output folder before this build, links not followed.

use super::staging::WITHIN;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Bound;
use std::path::Path;

/// What kind of thing a name in the output folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A link, a device, a repository's `.git`: never opened.
    Other,
}

/// The names in the output folder, by path.
#[derive(Debug, Default)]
pub(super) struct Existing {
    entries: BTreeMap<Box<str>, Kind>,
    /// Whether the folder itself is there.
    pub(super) present: bool,
}

impl Existing {
    /// Reads the folder and all below it, a level at a time; a missing one holds nothing.
    pub(super) fn scan(output: &Path) -> Result<Existing, Failure> {
        match std::fs::read_dir(output) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Existing::default()),
            Err(error) => {
                let doing = text!("tidak dapat membaca folder keluaran", "can't read the output folder");
                return Err(Failure::io(doing, output, error));
            }
        }
        let mut existing = Existing { present: true, entries: BTreeMap::new() };
        let mut level: Vec<Box<str>> = vec!["".into()];
        while !level.is_empty() {
            let found: Vec<(Box<str>, Kind)> = level.par_iter().flat_map_iter(|folder| list(output, folder)).collect();
            level = found.iter().filter(|(_, kind)| *kind == Kind::Folder).map(|(path, _)| path.clone()).collect();
            existing.entries.extend(found);
        }
        Ok(existing)
    }

    /// What stands at a path.
    pub(super) fn kind(&self, path: &str) -> Option<Kind> {
        self.entries.get(path).copied()
    }

    /// Whether a regular file stands at a path.
    pub(super) fn is_file(&self, path: &RelPath) -> bool {
        self.kind(path.as_str()) == Some(Kind::File)
    }

    /// Whether the file at `path` is there and holds just these bytes. Times are not trusted.
    pub(super) fn holds(&self, output: &Path, path: &RelPath, bytes: &[u8]) -> bool {
        self.is_file(path) && has_bytes(&path.under(output), bytes).unwrap_or(false)
    }

    /// Everything but the folders, in order.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|(_, kind)| **kind != Kind::Folder).map(|(path, _)| &**path)
    }

    /// Everything below a folder, in order.
    pub(super) fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, Kind)> {
        let prefix = format!("{folder}/");
        let from_prefix = self.entries.range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded));
        from_prefix.map(|(path, kind)| (&**path, *kind)).take_while(move |(path, _)| path.starts_with(&prefix))
    }

    /// Takes note that something is about to be gone.
    pub(super) fn forget(&mut self, path: &str) {
        self.entries.remove(path);
    }
}

/// What stands in one folder. One that can't be read seems empty: it is not warta's.
fn list(output: &Path, folder: &str) -> Vec<(Box<str>, Kind)> {
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
        (format!("{folder}{gap}{}", name.to_string_lossy()).into(), kind)
    });
    listed.collect()
}

fn has_bytes(path: &Path, bytes: &[u8]) -> io::Result<bool> {
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
