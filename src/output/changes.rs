//! What a publication did to which file, for whatever comes after it.

use super::Written;
use super::along::Along;
use super::manifest::Manifest;
use crate::path::RelPath;

/// The files that differ from those of the build before, each list in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether there was no build before; then the lists are empty.
    pub first: bool,
    /// Files that were not there.
    pub added: Vec<RelPath>,
    /// Files with other bytes.
    pub changed: Vec<RelPath>,
    /// Files that are gone.
    pub removed: Vec<RelPath>,
}

impl Changes {
    /// The files of this build, sorted, beside those that the last one has listed. Before a first build
    /// nothing is known of what was there, so nothing is said to differ from it; nor after a preview, whose addresses
    /// are nobody's business.
    pub(super) fn new(old: &Manifest<'_>, files: &[Written]) -> Changes {
        if old.paths().is_empty() || old.preview {
            return Changes { first: true, ..Changes::default() };
        }
        let staged = files.iter().filter(|file| file.staged.is_some()).map(|file| file.path.clone());
        let (changed, added) = staged.partition(|path| old.lists(path));
        let mut here = Along::new(files.iter().map(|file| file.path.as_str()));
        let removed = old.paths().iter().filter(|path| !here.has(path)).map(|path| RelPath::new(path)).collect();
        Changes { first: false, added, changed, removed }
    }
}
