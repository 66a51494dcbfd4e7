//! What earlier runs made, by the digest of everything that it was made from.
//!
//! Disposable: an entry that is missing, damaged or of another version is made again, and a folder
//! that can't be written costs time and nothing else. Entries can be shared by runs at the same
//! time and carried from one machine to another. Nothing here knows what an entry means.

mod overflow;
mod room;

pub use overflow::{Overflow, Room, Slot};

use crate::digest::{Digest, Stream};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Where a newsroom keeps it, below its root.
pub const FOLDER: &str = ".warta/cache";

/// What every entry begins with, before the digest of its name and content.
const MAGIC: &[u8; 8] = b"warta02\n";
const DIGEST: usize = 32;
const HEAD: usize = MAGIC.len() + DIGEST;

/// How the folders begin, beside the cache, that runs have for themselves.
const APART: &str = "apart-";

/// How many bytes of an entry are written at a time.
const BUFFER: usize = 64 << 10;

/// How old a half-written entry is when nobody can be writing it any more.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Entries by folder and name.
#[derive(Debug)]
pub struct Cache {
    root: Option<PathBuf>,
}

/// Tells apart what this process is writing.
static SERIAL: AtomicU32 = AtomicU32::new(0);

/// How many names are tried for a half-written entry: another machine's process may have the same number.
const ATTEMPTS: usize = 16;

impl Cache {
    /// The cache of the newsroom at `root`.
    pub fn of(root: &Path) -> Cache {
        Cache { root: Some(root.join(FOLDER)) }
    }

    /// A cache that keeps nothing.
    pub fn none() -> Cache {
        Cache { root: None }
    }

    /// Where texts of this run may be put aside.
    pub fn overflow(&self) -> Overflow {
        self.root.as_deref().map(Overflow::within).unwrap_or_default()
    }

    /// Whether anything is kept at all.
    pub fn is_kept(&self) -> bool {
        self.root.is_some()
    }

    /// What a folder is called from one checkout of a newsroom to another: by its path within the newsroom.
    pub fn place(&self, folder: &Path) -> String {
        let root = self.root.as_deref().and_then(|root| root.ancestors().nth(Path::new(FOLDER).components().count()));
        let within = root.and_then(|root| folder.strip_prefix(root).ok());
        within.unwrap_or(folder).to_string_lossy().into_owned()
    }

    /// A folder of its own for one run, gone with the run: nothing of other runs is in it.
    pub fn apart(root: &Path) -> Apart {
        let own = root.join(".warta");
        let name = format!("{APART}{}", std::process::id());
        room::sweep(&own, |entry| *entry.file_name() == *name || is_old(entry));
        Apart { root: own.join(name) }
    }

    /// An entry, if it is there and whole.
    pub fn get(&self, folder: &str, name: &str) -> Option<Vec<u8>> {
        self.get_signed(folder, name).map(|(content, _)| content)
    }

    /// An entry and its digest, if it is there and whole.
    pub fn get_signed(&self, folder: &str, name: &str) -> Option<(Vec<u8>, Digest)> {
        let path = self.root.as_ref()?.join(folder).join(name);
        let mut file = fs::File::open(&path).ok()?;
        let mut head = [0; HEAD];
        let mut content = Vec::new();
        let read = file.read_exact(&mut head).and_then(|()| file.read_to_end(&mut content));
        let (magic, digest) = head.split_at(MAGIC.len());
        let mut own = sign(folder, name);
        own.add(&content);
        let own = own.finish();
        if read.is_ok() && magic == MAGIC && *digest == own.bytes() {
            return Some((content, own));
        }
        // Damaged: it will be made again, here or by the next run.
        let _ = fs::remove_file(&path);
        None
    }

    /// Whether there is an entry, whole or not.
    pub fn has(&self, folder: &str, name: &str) -> bool {
        self.root.as_ref().is_some_and(|root| root.join(folder).join(name).is_file())
    }

    /// Keeps an entry, and tells its digest. It appears whole or not at all; one that can't be written is not kept.
    pub fn put(&self, folder: &str, name: &str, content: &[u8]) -> Option<Digest> {
        self.put_by(folder, name, |out| out.write_all(content))
    }

    /// Keeps an entry that is written piece by piece, so that it need not be held as a whole.
    pub fn put_by(
        &self,
        folder: &str,
        name: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Option<Digest> {
        self.write(self.root.as_ref()?, folder, name, write).ok()
    }

    fn write(
        &self,
        root: &Path,
        folder: &str,
        name: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> io::Result<Digest> {
        let place = root.join(folder);
        if !place.is_dir() {
            fs::create_dir_all(&place)?;
            disown(root)?;
        }
        let (half, file) = begin(&place)?;
        let written = Half::begin(file, folder, name).and_then(|half| half.filled_by(write));
        let moved = written.and_then(|digest| fs::rename(&half, place.join(name)).map(|()| digest));
        if moved.is_err() {
            let _ = fs::remove_file(&half);
        }
        moved
    }

    /// Removes from a folder every entry, and every folder of entries, whose name is not `wanted`.
    pub fn retain(&self, folder: &str, wanted: &BTreeSet<String>) {
        let Some(place) = self.root.as_ref().map(|root| root.join(folder)) else { return };
        let Ok(entries) = fs::read_dir(place) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let kept = name.to_str().is_some_and(|name| wanted.contains(name));
            if kept || is_being_written(&entry) {
                continue;
            }
            let path = entry.path();
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

/// A file of nobody else's in a folder.
fn begin(place: &Path) -> io::Result<(PathBuf, fs::File)> {
    let mut tried = 0;
    loop {
        let number = SERIAL.fetch_add(1, Ordering::Relaxed);
        let half = place.join(format!(".{}-{number}", std::process::id()));
        match fs::File::create_new(&half) {
            Ok(file) => return Ok((half, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < ATTEMPTS => tried += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The digest of an entry so far: what it is called is part of it, so that none is taken for another.
fn sign(folder: &str, name: &str) -> Stream {
    let mut digest = Stream::default();
    for part in [folder, "/", name, "\n"] {
        digest.add(part.as_bytes());
    }
    digest
}

/// An entry that is being written.
struct Half {
    file: BufWriter<fs::File>,
    digest: Stream,
}

impl Half {
    fn begin(file: fs::File, folder: &str, name: &str) -> io::Result<Half> {
        let mut file = BufWriter::with_capacity(BUFFER, file);
        file.write_all(MAGIC)?;
        // The digest is known at the end.
        file.write_all(&[0; DIGEST])?;
        Ok(Half { file, digest: sign(folder, name) })
    }

    fn filled_by(mut self, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<Digest> {
        write(&mut self)?;
        let digest = self.digest.finish();
        self.file.seek(SeekFrom::Start(MAGIC.len() as u64))?;
        self.file.write_all(&digest.bytes())?;
        self.file.flush()?;
        Ok(digest)
    }
}

impl Write for Half {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.add(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Whether another run may be writing an entry at this moment: its name begins with a dot, and it is
/// younger than any run takes. What is older, a killed run has left.
fn is_being_written(entry: &fs::DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".") && !is_old(entry)
}

/// Whether nobody can be writing something any more.
fn is_old(entry: &fs::DirEntry) -> bool {
    let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
    age().is_some_and(|age| age >= ABANDONED)
}

/// A folder for a cache that ends with it.
#[derive(Debug)]
pub struct Apart {
    root: PathBuf,
}

impl Apart {
    /// The cache in it.
    pub fn cache(&self) -> Cache {
        Cache::of(&self.root)
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Says to git and to backups that nothing here needs keeping.
fn disown(cache: &Path) -> io::Result<()> {
    let Some(own) = cache.parent() else { return Ok(()) };
    if !own.join(".gitignore").exists() {
        fs::write(own.join(".gitignore"), "*\n")?;
        fs::write(own.join("CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(root: &Path) -> PathBuf {
        root.join(FOLDER).join("images/a")
    }

    #[test]
    fn what_was_kept_is_found_again() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        assert_eq!(cache.get("images", "a"), None);
        cache.put("images", "a", b"bytes");
        assert!(cache.has("images", "a"));
        assert_eq!(Cache::of(root.path()).get("images", "a").as_deref(), Some(&b"bytes"[..]));
        assert_eq!(fs::read_to_string(root.path().join(".warta/.gitignore")).unwrap(), "*\n");
    }

    #[test]
    fn a_damaged_entry_counts_as_none_wherever_the_damage_is() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        cache.put("images", "a", b"some bytes");
        let whole = fs::read(entry(root.path())).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(entry(root.path()), &damaged).unwrap();
            assert_eq!(cache.get("images", "a"), None, "byte {at}");
            assert!(!cache.has("images", "a"));
            fs::write(entry(root.path()), &whole[..at]).unwrap();
            assert_eq!(cache.get("images", "a"), None, "cut at {at}");
        }
    }

    #[test]
    fn what_a_killed_run_had_for_itself_goes() {
        let root = tempfile::tempdir().unwrap();
        let left = |name: &str| root.path().join(".warta").join(name);
        let own = format!("{APART}{}", std::process::id());
        for name in ["apart-1", "apart-2", &own] {
            fs::create_dir_all(left(name).join(FOLDER)).unwrap();
        }
        let now = left("apart-1").metadata().unwrap().modified().unwrap();
        fs::File::open(left("apart-1")).unwrap().set_modified(now - ABANDONED).unwrap();
        let apart = Cache::apart(root.path());
        assert!(!left("apart-1").exists() && left("apart-2").exists() && !left(&own).exists());
        drop(apart);
        Cache::of(root.path()).clear().unwrap();
        assert!(!left("apart-2").exists());
    }

    #[test]
    fn an_entry_under_the_name_of_another_counts_as_none() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        cache.put("images", "a", b"a");
        for (folder, name) in [("images", "b"), ("search", "a")] {
            cache.put(folder, name, b"b");
            fs::copy(entry(root.path()), root.path().join(FOLDER).join(folder).join(name)).unwrap();
            assert_eq!(cache.get(folder, name), None, "{folder}/{name}");
        }
        assert_eq!(cache.get("images", "a").as_deref(), Some(&b"a"[..]));
    }

    #[test]
    fn what_another_process_of_the_same_number_writes_is_left_to_it() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        cache.put("images", "a", b"a");
        let next = SERIAL.load(Ordering::Relaxed);
        let half = |number: u32| root.path().join(FOLDER).join(format!("images/.{}-{number}", std::process::id()));
        (next..next + 8).for_each(|number| fs::write(half(number), "b").unwrap());
        assert!(cache.put("images", "b", b"b").is_some());
        assert!((next..next + 8).all(|number| fs::read(half(number)).is_ok_and(|bytes| bytes == b"b")));
    }

    #[test]
    fn what_nobody_wants_any_more_goes() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        for (folder, name) in [("images/1", "a"), ("images/1", "b"), ("images/2", "a")] {
            cache.put(folder, name, b"x");
        }
        cache.retain("images", &BTreeSet::from(["1".to_owned()]));
        cache.retain("images/1", &BTreeSet::from(["b".to_owned()]));
        assert!(cache.has("images/1", "b"));
        assert!(!cache.has("images/1", "a") && !cache.has("images/2", "a"));
    }

    #[test]
    fn what_a_killed_run_left_half_written_goes_and_what_another_run_writes_stays() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        cache.put("images", "a", b"x");
        let half = |name: &str| root.path().join(FOLDER).join("images").join(name);
        for name in [".1-0", ".2-0"] {
            fs::write(half(name), "x").unwrap();
        }
        let old = fs::File::options().write(true).open(half(".1-0")).unwrap();
        old.set_modified(old.metadata().unwrap().modified().unwrap() - ABANDONED).unwrap();
        cache.retain("images", &BTreeSet::from(["a".to_owned()]));
        assert!(!half(".1-0").exists() && half(".2-0").exists() && cache.has("images", "a"));
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_nothing_but_time() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".warta"), "a file").unwrap();
        let cache = Cache::of(root.path());
        cache.put("images", "a", b"x");
        assert_eq!(cache.get("images", "a"), None);
        cache.retain("images", &BTreeSet::new());
        Cache::none().put("images", "a", b"x");
        assert_eq!(Cache::none().get("images", "a"), None);
    }
}
