//! A theme's files: those of the newsroom over those of the theme it extends.

use super::accent::Grounds;
use super::load::Manifest;
use crate::path::RelPath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One file of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Where it comes from; for the theme within the binary, where it would be on disk.
    pub path: RelPath,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// A theme's files by their path within the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFiles {
    files: BTreeMap<Box<str>, ThemeFile>,
    /// Where it shows its accent, as told by the nearest theme.toml that says so.
    pub(super) grounds: Option<Grounds>,
}

impl ThemeFiles {
    /// Adds a file, over one of the same path.
    pub fn put(&mut self, name: &str, file: ThemeFile) {
        self.files.insert(name.into(), file);
    }

    /// Adds every file that this theme does not have itself.
    pub fn extend_from(&mut self, base: ThemeFiles) {
        for (name, file) in base.files {
            self.files.entry(name).or_insert(file);
        }
    }

    /// Keeps what a theme.toml says, unless one of a nearer theme has said it.
    pub fn describe(&mut self, manifest: &Manifest) {
        self.grounds = self.grounds.take().or_else(|| manifest.grounds.clone());
    }

    /// A file by its path within the theme.
    pub fn get(&self, name: &str) -> Option<&ThemeFile> {
        self.files.get(name)
    }

    /// The files in a folder of the theme, by their path below it.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.files.iter().filter_map(move |(name, file)| Some((name.strip_prefix(folder)?.strip_prefix('/')?, file)))
    }

    /// Every file, by its path within the theme.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ThemeFile)> {
        self.files.iter().map(|(name, file)| (&**name, file))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
