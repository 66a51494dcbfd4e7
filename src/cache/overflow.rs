//! Texts that a run will want again but that would fill memory: put aside in a file without a name,
//! which ends with the run.
//!
//! The first ones wait in memory, so that a small newsroom never touches the disk. Where there is no
//! room on the disk, all of them do.

use std::fs::{self, File};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockWriteGuard};

/// How many bytes wait in memory before they are written at once.
const BATCH: usize = 4 << 20;

/// Room in memory for what need not be put aside as long as there is some.
#[derive(Debug)]
pub struct Room(AtomicUsize);

impl Room {
    /// Room for so many bytes.
    pub fn of(bytes: usize) -> Room {
        Room(AtomicUsize::new(bytes))
    }

    /// Takes up some of it; false where not as much is left.
    pub fn take(&self, bytes: usize) -> bool {
        let left = |room: usize| room.checked_sub(bytes);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, left).is_ok()
    }
}

/// Where a text lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    at: u64,
    len: u32,
}

impl Slot {
    /// How many bytes lie there.
    pub fn size(self) -> usize {
        self.len as usize
    }
}

/// Texts put aside.
#[derive(Debug, Default)]
pub struct Overflow {
    /// Where the file may lie; none where nothing may be written.
    folder: Option<PathBuf>,
    file: OnceLock<File>,
    /// How many bytes the file holds; more only while the state is being changed. What lies there is read without
    /// waiting for anybody.
    written: AtomicU64,
    state: RwLock<State>,
}

#[derive(Debug, Default)]
struct State {
    /// What is being written behind the file's bytes.
    leaving: Arc<Vec<u8>>,
    /// What comes after that.
    waiting: Vec<u8>,
    /// Whether the disk has refused: then everything waits.
    refused: bool,
}

impl Overflow {
    /// For the texts of a run; the file lies in `folder`, which is made when it is needed.
    pub(super) fn within(folder: &Path) -> Overflow {
        Overflow { folder: Some(folder.to_path_buf()), ..Overflow::default() }
    }

    /// Puts something aside; none if it is longer than 4 GiB.
    pub fn keep(&self, bytes: &[u8]) -> Option<Slot> {
        let len = u32::try_from(bytes.len()).ok()?;
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let at = self.written.load(Ordering::Acquire) + (state.leaving.len() + state.waiting.len()) as u64;
        state.waiting.extend_from_slice(bytes);
        let is_full = state.waiting.len() >= BATCH && state.leaving.is_empty() && !state.refused;
        match &self.folder {
            Some(folder) if is_full => self.write_out(folder, state),
            _ => {}
        }
        Some(Slot { at, len })
    }

    /// Writes what waits, while others read and put aside.
    fn write_out(&self, folder: &Path, mut state: RwLockWriteGuard<'_, State>) {
        let leaving = Arc::new(mem::replace(&mut state.waiting, Vec::with_capacity(BATCH)));
        state.leaving = Arc::clone(&leaving);
        drop(state);
        let written = self.file_in(folder).and_then(|file| {
            let from = self.written.load(Ordering::Acquire);
            write_at(file, from, &leaving).map(|()| from + leaving.len() as u64)
        });
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.leaving = Arc::default();
        if let Ok(written) = written {
            self.written.store(written, Ordering::Release);
        } else {
            let since = mem::take(&mut state.waiting);
            state.waiting = [&**leaving, &since].concat();
            state.refused = true;
        }
    }

    /// The file. One thread at a time writes out, so none makes a second one.
    fn file_in(&self, folder: &Path) -> io::Result<&File> {
        match self.file.get() {
            Some(file) => Ok(file),
            None => open(folder).map(|file| self.file.get_or_init(|| file)),
        }
    }

    /// A text that was put aside. Fails if the disk does.
    pub fn text(&self, slot: Slot) -> io::Result<String> {
        String::from_utf8(self.bytes(slot)?).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// What was put aside. Fails if the disk does.
    pub fn bytes(&self, slot: Slot) -> io::Result<Vec<u8>> {
        if slot.at < self.written.load(Ordering::Acquire) {
            return self.stored(slot);
        }
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = slot.at.checked_sub(self.written.load(Ordering::Acquire)) else {
            drop(state);
            return self.stored(slot);
        };
        let (bytes, at) = match at.checked_sub(state.leaving.len() as u64) {
            Some(at) => (&state.waiting, at),
            None => (&*state.leaving, at),
        };
        let after = usize::try_from(at).ok().and_then(|at| bytes.get(at..));
        after.and_then(|after| after.get(..slot.size())).map(<[u8]>::to_vec).ok_or(io::ErrorKind::UnexpectedEof.into())
    }

    /// What lies in the file.
    fn stored(&self, slot: Slot) -> io::Result<Vec<u8>> {
        read_at(self.file.get().ok_or(io::ErrorKind::NotFound)?, slot.at, slot.size())
    }
}

fn open(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    super::disown(folder)?;
    tempfile::tempfile_in(folder)
}

/// So many bytes from a place. Not zeroed first, as a list to be filled would be.
#[cfg(unix)]
fn read_at(file: &File, at: u64, len: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(len);
    while bytes.len() < len {
        let from = at + bytes.len() as u64;
        match rustix::io::pread(file, rustix::buffer::spare_capacity(&mut bytes), from) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    bytes.truncate(len);
    Ok(bytes)
}

#[cfg(unix)]
fn write_at(file: &File, at: u64, bytes: &[u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, at: u64, len: usize) -> io::Result<Vec<u8>> {
    let (mut bytes, mut done) = (vec![0; len], 0);
    while done < len {
        match std::os::windows::fs::FileExt::seek_read(file, &mut bytes[done..], at + done as u64)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => done += read,
        }
    }
    Ok(bytes)
}

#[cfg(windows)]
fn write_at(file: &File, mut at: u64, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_write(file, bytes, at)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            written => {
                at += written as u64;
                bytes = &bytes[written..];
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;

    fn texts() -> Vec<String> {
        (0..6000).map(|number| format!("berita {number} ").repeat(number % 200)).collect()
    }

    fn come_back(overflow: &Overflow) {
        let texts = texts();
        let slots: Vec<Option<Slot>> = texts.par_iter().map(|text| overflow.keep(text.as_bytes())).collect();
        texts.par_iter().zip(slots).for_each(|(text, slot)| {
            assert_eq!(overflow.text(slot.unwrap()).unwrap(), *text);
        });
    }

    #[test]
    fn what_was_put_aside_comes_back_from_the_disk() {
        let root = tempfile::tempdir().unwrap();
        let overflow = Overflow::within(&root.path().join(".warta/cache"));
        come_back(&overflow);
        assert!(overflow.written.load(Ordering::Relaxed) > 0);
    }

    #[test]
    fn no_file_is_left_to_be_seen() {
        let root = tempfile::tempdir().unwrap();
        come_back(&Overflow::within(&root.path().join(".warta/cache")));
        assert_eq!(fs::read_dir(root.path().join(".warta/cache")).unwrap().count(), 0);
    }

    #[test]
    fn where_nothing_can_be_written_everything_waits() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".warta"), "a file").unwrap();
        come_back(&Overflow::within(&root.path().join(".warta/cache")));
        come_back(&Overflow::default());
    }

    #[test]
    fn little_is_never_written() {
        let root = tempfile::tempdir().unwrap();
        let overflow = Overflow::within(&root.path().join(".warta/cache"));
        let slot = overflow.keep(b"sedikit").unwrap();
        assert_eq!(overflow.text(slot).unwrap(), "sedikit");
        assert!(!root.path().join(".warta").exists());
    }

    #[test]
    fn room_is_taken_up_and_never_more_than_there_is() {
        let room = Room::of(10);
        assert!(room.take(4) && !room.take(7) && room.take(6) && !room.take(1) && room.take(0));
    }

    #[test]
    fn what_was_never_put_aside_is_an_error() {
        let overflow = Overflow::default();
        assert!(overflow.text(Slot { at: 0, len: 1 }).is_err());
    }
}
