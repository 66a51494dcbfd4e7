//! The folder in which a build lies until it is whole, and the lock on it: beside the output folder, or
//! within it where that is a disk of its own, so that a file only ever has to be moved.

use super::stamp::{Look, Stamp};
use crate::diagnostic::Text;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use same_file::Handle;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The staging folder's name within an output folder.
pub(super) const WITHIN: &str = ".warta-staging";

/// The lock file's name in the staging folder.
const LOCK: &str = "lock";

/// The file whose times tell what the clock says.
const CLOCK: &str = "clock";

/// How many milliseconds to wait for a step of the clock. Most go by four or ten; those that go by whole seconds are not
/// waited for.
const STEPS: usize = 20;

/// How often to begin again when other builds come and go in the same instant.
const ATTEMPTS: usize = 16;

/// A staging folder, ours alone; removed when dropped.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    files: PathBuf,
    /// Held, never read: the lock ends with it.
    _lock: File,
}

impl Staging {
    /// Makes the staging folder of `output`, an absolute path, and locks it. What a killed build
    /// left in it is wiped.
    pub(super) fn open(output: &Path) -> Result<Staging, Failure> {
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            let output = output.display();
            return Err(Failure::new(text!(
                "`{output}` tidak dapat menjadi folder keluaran; pilih folder lain dengan --output",
                "`{output}` can't be the output folder; choose another with --output",
            )));
        };
        fs::create_dir_all(parent).map_err(|error| Failure::io(doing(), parent, error))?;
        if output.is_dir() && are_apart(parent, output) {
            return Staging::at(output.join(WITHIN), output);
        }
        Staging::at(parent.join(format!(".{}{WITHIN}", name.to_string_lossy())), output)
    }

    /// Makes the staging folder of `output` at a place.
    pub(super) fn at(folder: PathBuf, output: &Path) -> Result<Staging, Failure> {
        let files = folder.join("files");
        let failed = |error| Failure::io(doing(), &folder, error);
        for _ in 0..ATTEMPTS {
            match fs::create_dir(&folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(failed(error)),
                Err(error) if !folder.symlink_metadata().is_ok_and(|found| found.is_dir()) => {
                    return Err(failed(error));
                }
                _ => {}
            }
            let lock = match lock(&folder.join(LOCK)) {
                Ok(Some(lock)) => lock,
                Ok(None) => {
                    let output = output.display();
                    return Err(Failure::new(text!(
                        "warta lain sedang menulis ke `{output}`; tunggu sampai selesai lalu ulangi",
                        "another warta is writing to `{output}`; wait until it is done and try again",
                    )));
                }
                // The last owner has removed the folder in between.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(failed(error)),
            };
            // Or it has removed the file that we have locked.
            let ours = Handle::from_file(lock.try_clone().map_err(failed)?).map_err(failed)?;
            if Handle::from_path(folder.join(LOCK)).is_ok_and(|there| there == ours) {
                wipe(&folder).map_err(failed)?;
                fs::create_dir(&files).map_err(failed)?;
                return Ok(Staging { folder, files, _lock: lock });
            }
        }
        Err(failed(ErrorKind::WouldBlock.into()))
    }

    /// The root of the staged files.
    pub(super) fn files(&self) -> &Path {
        &self.files
    }

    /// Where a staged file or folder lies.
    pub(super) fn place(&self, path: &RelPath) -> PathBuf {
        path.under(&self.files)
    }

    /// Writes one file, and tells what the file system says of it. Nobody else writes here. `made` is the folder of the
    /// file before it, which is there.
    pub(super) fn put(&self, path: &RelPath, bytes: &[u8], made: &mut PathBuf) -> Result<Put, Failure> {
        let place = self.place(path);
        let folder = place.parent().unwrap_or(&self.files);
        // A page has a folder of its own, not there yet; other files mostly share theirs. Which of
        // the two is tried first saves a tenth of the time.
        let is_first = path.file_name().starts_with("index.") && folder != made;
        let first = if is_first { Err(ErrorKind::NotFound.into()) } else { write(&place, bytes) };
        let own = first
            .or_else(|error: io::Error| match error.kind() {
                ErrorKind::NotFound => fs::create_dir_all(folder).and_then(|()| write(&place, bytes)),
                _ => Err(error),
            })
            .map_err(|error| Failure::io(doing(), &place, error))?;
        if folder != made {
            *made = folder.to_path_buf();
        }
        Ok(Put { own, folder: None })
    }

    /// What the file system says of the folder that holds a file.
    pub(super) fn stamp_around(&self, path: &RelPath) -> Option<Stamp> {
        Stamp::of_folder(self.place(path).parent().unwrap_or(&self.files))
    }

    /// What the file system's clock says now, in nanoseconds of the epoch: what is changed from now on has this time or a
    /// later one. None where it does not tell.
    pub(super) fn clock(&self) -> Option<i64> {
        write(&self.folder.join(CLOCK), b"").ok().flatten().map(|stamp| stamp.changed)
    }

    /// A look that can vouch for everything that was changed before the clock said `then`. Some clocks go in steps: it
    /// waits for the next, if that comes soon.
    #[allow(clippy::disallowed_methods, reason = "no event tells that a file system's clock has gone on")]
    pub(super) fn look_after(&self, then: Option<i64>) -> Look {
        for _ in 0..STEPS {
            if self.clock() > then {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
        Look::by_clock(self.clock().unwrap_or(i64::MIN))
    }

    /// Writes a file that stands beside the staged ones, and tells where.
    pub(super) fn put_aside(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let place = self.folder.join(name);
        fs::write(&place, bytes).map_err(|error| Failure::io(doing(), &place, error))?;
        Ok(place)
    }
}

/// What the file system says right after a file was put into the staging folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Put {
    /// Of the file.
    pub(super) own: Option<Stamp>,
    /// Of the folder that it is in, where no other file was put into it right after.
    pub(super) folder: Option<Stamp>,
}

fn write(place: &Path, bytes: &[u8]) -> io::Result<Option<Stamp>> {
    let mut file = File::create(place)?;
    file.write_all(bytes)?;
    Ok(Stamp::read(&file.metadata()?))
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What can't be removed now is wiped by the next build. The lock goes last: from then on the
        // folder may be another build's.
        if wipe(&self.folder).is_ok() && fs::remove_file(self.folder.join(LOCK)).is_ok() {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Whether nothing can be moved from one folder into another. Numbers of devices don't tell: a part of a
/// disk that is mounted a second time takes in nothing either. What is moved here does not exist, and Linux
/// looks at the folders first; where a system looks at the file first, files are copied instead.
fn are_apart(parent: &Path, output: &Path) -> bool {
    let [from, to] = [parent, output].map(|folder| folder.join(".warta-nothing"));
    fs::rename(from, to).is_err_and(|error| error.kind() == ErrorKind::CrossesDevices)
}

fn doing() -> Text {
    text!("tidak dapat menyiapkan berkas keluaran", "can't prepare the output files")
}

/// Locks a file, made if missing; none if somebody else has the lock.
fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network disks have no locks; a build there is as safe as one at a time is.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Some(file)),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Removes everything in a staging folder but the lock.
fn wipe(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != LOCK {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
