//! A newsroom in memory, for tests.

use super::{Listing, Source, is_hidden};
use crate::failure::Failure;
use crate::path::RelPath;
use std::collections::BTreeMap;
use std::sync::RwLock;

/// Files by name. Cheap to change between two builds of a test.
#[derive(Debug, Default)]
pub struct Memory {
    files: RwLock<BTreeMap<RelPath, Vec<u8>>>,
}

impl Memory {
    /// A newsroom of these files.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
        let files = files.into_iter().map(|(path, text)| (RelPath::new(path), text.as_bytes().to_vec())).collect();
        Memory { files: RwLock::new(files) }
    }

    /// Writes a file.
    pub fn put(&self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.write().unwrap_or_else(|e| e.into_inner()).insert(RelPath::new(path), bytes.into());
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        self.files.write().unwrap_or_else(|e| e.into_inner()).remove(&RelPath::new(path));
    }
}

impl Source for Memory {
    fn list(&self) -> Result<Listing, Failure> {
        let files = self.files.read().unwrap_or_else(|e| e.into_inner());
        let shown = |path: &&RelPath| !path.as_str().split('/').any(is_hidden);
        Ok(Listing { files: files.keys().filter(shown).cloned().collect(), findings: Vec::new() }.finish())
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        Ok(self.files.read().unwrap_or_else(|e| e.into_inner()).get(path).cloned())
    }
}
