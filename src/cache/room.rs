//! How much room the cache takes, and getting it back.

use super::Cache;
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
        // What another run is writing is no entry yet, and must stay.
        let whole = entries.flatten().filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
        let mut entries: Vec<(SystemTime, DirEntry)> = whole.map(|entry| (written(&entry), entry)).collect();
        entries.sort_by(|(a, _), (b, _)| b.cmp(a));
        for (_, entry) in entries.into_iter().skip(count) {
            let _ = fs::remove_file(entry.path());
        }
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
        assert!(root.path().join(FOLDER).join("routes/.1-0").exists());
        assert!(!cache.has("routes", "a") && cache.has("routes", "b") && cache.has("routes", "c"));
    }
}
