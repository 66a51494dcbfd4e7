//! The output folder: written whole or not at all.
//!
//! Files are staged in a folder beside the output and moved into place only by
//! [`Publisher::publish`]; a manifest in the output folder tells warta's files from anybody
//! else's. May not know what a page, a feed or a finding is: paths and bytes come in.
//!
//! What holds at every moment, also when the process is killed: no file of the output folder is
//! half written; every file that warta has put there is in the manifest; so the next build finds
//! whatever is left undone and mends it. (A power cut may cost more: nothing is forced to disk.)

mod along;
mod changes;
mod compressed;
mod existing;
mod inventory;
mod leak;
mod looker;
mod manifest;
mod plan;
mod publish;
mod queue;
mod staging;
mod stamp;
#[cfg(test)]
mod tests;

pub use changes::Changes;
pub use compressed::compressed;
pub use inventory::{Inventory, Left};
pub use leak::LeakAudit;
pub use queue::Queue;
pub use stamp::{Look, Stamp};

use crate::digest::Digest;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use existing::{Existing, Seen, has_bytes};
use rayon::prelude::*;
use staging::{Put, Staging};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// One publication into an output folder.
#[derive(Debug)]
pub struct Publisher {
    output: PathBuf,
    existing: Existing,
    staging: Staging,
    files: Mutex<Vec<Written>>,
    /// Whether what the file system says is enough for a file that is as it was left.
    trusts: bool,
    /// Whether the files show what is not published.
    preview: bool,
    /// The files that were read to know their bytes, with what the file system says of them.
    read: Mutex<Vec<(RelPath, Stamp)>>,
}

/// What a publication did to the output folder.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// Files that are new or whose bytes changed.
    pub written: usize,
    /// Files that had their bytes already.
    pub unchanged: usize,
    /// Files of an earlier build that are gone now.
    pub removed: usize,
    /// Bytes of all files of this build.
    pub bytes: u64,
    /// Files that warta did not write and left alone.
    pub foreign: Vec<RelPath>,
    /// Which files differ from those of the build before.
    pub changes: Changes,
}

/// One file of this build.
#[derive(Debug)]
struct Written {
    path: RelPath,
    len: u64,
    /// What was said of it when it was put into the staging folder; none if the output folder has these bytes already.
    staged: Option<Put>,
}

impl Written {
    /// The path of the folder that it is in.
    fn folder(&self) -> &str {
        self.path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl Publisher {
    /// Prepares to publish into `output`; nothing there is touched before [`Publisher::publish`]. With an
    /// inventory of it, the folder need not be listed if no name in it has come or gone since.
    ///
    /// Fails if another process is publishing there. Dropped without publishing, it leaves no trace.
    pub fn open(output: &Path, inventory: Option<Inventory>) -> Result<Publisher, Failure> {
        let output = locate(output)?;
        let staging = Staging::open(&output)?;
        Publisher::with(output, staging, inventory)
    }

    fn with(output: PathBuf, staging: Staging, inventory: Option<Inventory>) -> Result<Publisher, Failure> {
        let existing = Existing::open(&output, inventory)?;
        Ok(Publisher {
            output,
            existing,
            staging,
            files: Mutex::default(),
            trusts: true,
            preview: false,
            read: Mutex::default(),
        })
    }

    /// Has every file read before it is said to have some bytes: the inventory is not of the build that told them.
    pub fn distrust(&mut self) {
        self.trusts = false;
    }

    /// Says that the files show what is not published: no later publication tells of their names.
    pub fn is_of_preview(&mut self) {
        self.preview = true;
    }

    /// Takes in some files, each path once: stages them, but for those that lie in the output folder with just these
    /// bytes. May be called from many threads. Those of a folder should follow each other.
    pub fn write(&self, files: &[(RelPath, Vec<u8>)]) -> Result<(), Failure> {
        let mut made = PathBuf::new();
        let stage = |(path, bytes): &(RelPath, Vec<u8>)| -> Result<Written, Failure> {
            if path.as_str() == manifest::NAME || path.as_str().is_empty() {
                return Err(Failure::new(text!(
                    "nama berkas `{path}` dipakai warta sendiri; pilih nama lain",
                    "warta keeps the file name `{path}` for itself; choose another",
                )));
            }
            let seen = self.existing.file(path);
            let lies_there = |seen| self.is(path, seen, |place| has_bytes(place, bytes).unwrap_or(false));
            let staged = match seen.is_some_and(lies_there) {
                true => None,
                false => Some(self.staging.put(path, bytes, &mut made)?),
            };
            Ok(Written { path: path.clone(), len: bytes.len() as u64, staged })
        };
        let mut written: Vec<Written> = files.iter().map(stage).collect::<Result<_, _>>()?;
        for together in written.chunk_by_mut(|one, next| one.folder() == next.folder()) {
            let last = together.iter_mut().rev().find_map(|file| Some((&file.path, file.staged.as_mut()?)));
            if let Some((path, put)) = last {
                put.folder = self.staging.stamp_around(path);
            }
        }
        self.files.lock().unwrap_or_else(PoisonError::into_inner).append(&mut written);
        Ok(())
    }

    /// Whether the output folder has a file with just the bytes that the build before left there: as the file system
    /// says, or as they are read. Paths should come nearly in order: `next` is where the next is looked for.
    pub fn has(&self, path: &RelPath, digest: &Digest, next: &mut usize) -> bool {
        let Some(seen) = self.existing.file_near(path, next) else { return false };
        if self.trusts && seen.as_left {
            return true;
        }
        self.is(path, seen, |place| std::fs::read(place).is_ok_and(|bytes| Digest::of(&bytes) == *digest))
    }

    /// Whether a file that lies there is the one that is wanted, as whoever reads it says. What can vouch for it from now
    /// on is what the file system said before it was read and says after.
    fn is(&self, path: &RelPath, seen: Seen, is_wanted: impl FnOnce(&Path) -> bool) -> bool {
        let place = path.under(&self.output);
        let look = Look::begin();
        let stamp = seen.stamp.or_else(|| Stamp::of(&place).filter(|stamp| stamp.is_settled(look)));
        if !is_wanted(&place) {
            return false;
        }
        let stamp = stamp.filter(|stamp| Stamp::of(&place) == Some(*stamp)).unwrap_or(Stamp::UNSETTLED);
        self.read.lock().unwrap_or_else(PoisonError::into_inner).push((path.clone(), stamp));
        true
    }

    /// The bytes that lie at a path now; none if they can't be read.
    pub fn read(&self, path: &RelPath) -> Vec<u8> {
        std::fs::read(path.under(&self.output)).unwrap_or_default()
    }

    /// Takes over files of an earlier build as they lie in the output folder, each path once, with their lengths.
    pub fn keep(&self, files: impl ParallelIterator<Item = (RelPath, u64)>) {
        let written = files.map(|(path, len)| Written { path, len, staged: None });
        self.files.lock().unwrap_or_else(PoisonError::into_inner).par_extend(written);
    }

    /// Where the files will lie.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// Runs `make`, which hands in files from many threads, while others write them as by
    /// [`Publisher::write`]. Fails if one of them could not be written.
    pub fn write_beside<R>(&self, make: impl FnOnce(&Queue) -> R) -> Result<R, Failure> {
        Queue::run(rayon::current_num_threads(), |files| self.write(files), make)
    }

    /// Makes the files of this build the content of the output folder, and tells how that was left.
    pub fn publish(self) -> Result<(Outcome, Left), Failure> {
        let mut files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut existing = self.existing;
        for (path, stamp) in self.read.into_inner().unwrap_or_else(PoisonError::into_inner) {
            existing.note(&path, stamp);
        }
        let published = publish::publish(&self.output, existing, self.staging, &files, self.preview);
        // Giving back so much memory takes a while, and nobody waits for it.
        rayon::spawn(move || drop(files));
        published
    }
}

/// The folder that `output` means, links followed; made absolute if it is not there yet.
pub fn locate(output: &Path) -> Result<PathBuf, Failure> {
    let doing = || text!("tidak dapat membuka folder keluaran", "can't open the output folder");
    match std::fs::canonicalize(output) {
        Ok(path) if path.is_dir() => Ok(path),
        Ok(path) => {
            let path = path.display();
            Err(Failure::new(text!(
                "folder keluaran `{path}` ternyata sebuah berkas; pindahkan atau pilih folder lain dengan --output",
                "the output folder `{path}` is a file; move it away or choose another folder with --output",
            )))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            std::path::absolute(output).map_err(|error| Failure::io(doing(), output, error))
        }
        Err(error) => Err(Failure::io(doing(), output, error)),
    }
}
