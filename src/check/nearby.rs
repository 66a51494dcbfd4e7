//! The path that a mistyped one meant: of a document, or of an address within the site.

use crate::diagnostic::nearest;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// Paths with slashes between their names, none at their ends.
#[derive(Debug, Default)]
pub(super) struct Paths<'a> {
    all: FxHashSet<&'a str>,
    /// The names in each folder.
    names: FxHashMap<&'a str, FxHashSet<&'a str>>,
    /// The paths that end with a name.
    ending: FxHashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Paths<'a> {
    /// Prepares the search among `paths`; slashes at their ends don't matter.
    pub(super) fn new(paths: impl Iterator<Item = &'a str>) -> Self {
        let mut known = Paths::default();
        for path in paths.map(|path| path.trim_matches('/')).filter(|path| !path.is_empty()) {
            if !known.all.insert(path) {
                continue;
            }
            known.ending.entry(split(path).1).or_default().push(path);
            let mut at = path;
            while !at.is_empty() {
                let (folder, name) = split(at);
                if !known.names.entry(folder).or_default().insert(name) {
                    break;
                }
                at = folder;
            }
        }
        known
    }

    /// The path that was most likely meant: the same name in another folder, else folder by folder
    /// the nearest name.
    pub(super) fn nearest(&self, path: &str) -> Option<String> {
        let path = path.trim_matches('/');
        let found = self.namesake(path).map(str::to_owned).or_else(|| self.name_by_name(path));
        found.or_else(|| self.bare_name(path).map(str::to_owned))
    }

    /// For a name alone, the path whose last name is nearest to it.
    fn bare_name(&self, path: &str) -> Option<&'a str> {
        if path.contains('/') {
            return None;
        }
        let about_as_long = |name: &&str| name.len().abs_diff(path.len()) * 4 <= path.len();
        self.namesake(nearest(path, self.ending.keys().copied().filter(about_as_long))?)
    }

    /// The path with the same last name that shares the most names with it.
    fn namesake(&self, path: &str) -> Option<&'a str> {
        let shared = |other: &str| path.split('/').zip(other.split('/')).take_while(|(a, b)| a == b).count();
        let others = self.ending.get(split(path).1)?.iter().copied();
        others.min_by_key(|other| (Reverse(shared(other)), *other))
    }

    fn name_by_name(&self, path: &str) -> Option<String> {
        let mut found = String::with_capacity(path.len());
        for name in path.split('/') {
            let names = self.names.get(found.as_str())?;
            let near = names.get(name).copied().or_else(|| nearest(name, names.iter().copied()))?;
            if !found.is_empty() {
                found.push('/');
            }
            found.push_str(near);
        }
        self.all.contains(found.as_str()).then_some(found)
    }
}

/// A path's folder, empty at the top, and its name.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

#[cfg(test)]
mod tests {
    use super::Paths;

    #[test]
    fn a_slip_in_any_part_and_a_wrong_folder_are_found() {
        let known = ["/berita/2026/01/pasar/", "/berita/2026/02/pasar/", "/berita/", "/kunjungan/2025/laut-jingga/"];
        let paths = Paths::new(known.into_iter());
        let near = |path: &str| paths.nearest(path);
        assert_eq!(near("/bertia/2026/02/pasra/").as_deref(), Some("berita/2026/02/pasar"));
        assert_eq!(near("/berita/2026/03/pasar").as_deref(), Some("berita/2026/01/pasar"));
        assert_eq!(near("/berita/pasar/").as_deref(), Some("berita/2026/01/pasar"));
        assert_eq!(near("laut-jingga").as_deref(), Some("kunjungan/2025/laut-jingga"));
        assert_eq!(near("laut-jinga").as_deref(), Some("kunjungan/2025/laut-jingga"));
        assert_eq!(near("/beritaa/").as_deref(), Some("berita"));
        assert_eq!(near("/berita/2026/"), None);
        assert_eq!(near("/lain/"), None);
    }
}
