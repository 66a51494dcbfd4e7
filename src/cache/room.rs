//! How much room the cache takes, and getting it back.

use super::{APART, Cache, is_being_written};
use crate::failure::Failure;
use crate::text;
use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

impl Cache {
    /// How many bytes its files have.
    pub fn size(&self) -> u64 {
        self.root.as_deref().map_or(0, size_of)
    }

    /// Removes everything, and tells how many bytes that were. A run that goes on meanwhile makes again what
    /// it misses.
    pub fn clear(&self) -> Result<u64, Failure> {
        let Some(root) = &self.root else { return Ok(0) };
        sweep(root.parent().unwrap_or(root), |_| true);
        let size = size_of(root);
        match fs::remove_dir_all(root) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Failure::io(text!("tidak dapat mengosongkan tembolok", "can't empty the cache"), root, error))
            }
            _ => Ok(size),
        }
    }

    /// Leaves of a folder's entries only the `count` that were written last.
    pub fn retain_newest(&self, folder: &str, count: usize) {
        let Some(place) = self.root.as_ref().map(|root| root.join(folder)) else { return };
        let Ok(entries) = fs::read_dir(place) else { return };
        let written =
            |entry: &DirEntry| entry.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        // What another run is writing is no entry yet, and must stay; what a killed run was writing never will be one.
        let (half, whole): (Vec<DirEntry>, Vec<DirEntry>) =
            entries.flatten().partition(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."));
        let mut whole: Vec<(SystemTime, DirEntry)> = whole.into_iter().map(|entry| (written(&entry), entry)).collect();
        whole.sort_by(|(a, _), (b, _)| b.cmp(a));
        let abandoned = half.into_iter().filter(|entry| !is_being_written(entry));
        for entry in abandoned.chain(whole.into_iter().skip(count).map(|(_, entry)| entry)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Removes those of the folders apart in `.warta` that killed runs have left, as `is_left` tells.
pub(super) fn sweep(own: &Path, is_left: impl Fn(&DirEntry) -> bool) {
    let Ok(entries) = fs::read_dir(own) else { return };
    let apart = entries.flatten().filter(|entry| entry.file_name().as_encoded_bytes().starts_with(APART.as_bytes()));
    for entry in apart.filter(is_left) {
        let _ = fs::remove_dir_all(entry.path());
    }
}

fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let size = |entry: DirEntry| match entry.metadata() {
        Ok(data) if data.is_dir() => size_of(&entry.path()),
        Ok(data) => data.len(),
        Err(_) => 0,
    };
    entries.flatten().map(size).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::FOLDER;

    #[test]
    fn what_is_cleared_is_gone_and_was_counted() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        assert_eq!(cache.clear().unwrap(), 0);
        cache.put("images/1", "a", b"12345");
        cache.put("routes", "b", b"678");
        let size = cache.size();
        assert!(size > 8);
        assert_eq!(cache.clear().unwrap(), size);
        assert_eq!(cache.size(), 0);
        assert!(!cache.has("routes", "b"));
    }

    #[test]
    fn only_the_newest_stay() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        for (age, name) in [(3, "a"), (2, "b"), (1, "c")] {
            cache.put("routes", name, b"x");
            let file =
                fs::File::options().write(true).open(root.path().join(FOLDER).join("routes").join(name)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH - std::time::Duration::from_secs(age)).unwrap();
        }
        fs::write(root.path().join(FOLDER).join("routes/.1-0"), "x").unwrap();
        cache.retain_newest("routes", 2);
        let half = root.path().join(FOLDER).join("routes/.1-0");
        assert!(half.exists());
        let old = half.metadata().unwrap().modified().unwrap() - crate::cache::ABANDONED;
        fs::File::options().write(true).open(&half).unwrap().set_modified(old).unwrap();
        cache.retain_newest("routes", 2);
        assert!(!half.exists());
        assert!(!cache.has("routes", "a") && cache.has("routes", "b") && cache.has("routes", "c"));
    }
}
