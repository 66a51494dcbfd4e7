//! The output folder as a build left it: if the file system says the same of every file and folder, nothing
//! has been changed, added or removed since.

use super::Written;
use super::existing::Existing;
use super::manifest;
use super::stamp::{Look, Stamp};
use crate::path::RelPath;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// How many names are looked up one after the other.
const SOME: usize = 256;

/// The stamps of all files and folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// By path below the output folder, which itself has the empty path; folders end with a slash.
    pub stamps: Vec<(Box<str>, Stamp)>,
}

impl Inventory {
    /// Whether everything lies there as it did.
    pub fn holds(&self, output: &Path) -> bool {
        self.stamps.par_iter().all(|(name, known)| stamp(output, name).as_ref() == Some(known))
    }
}

/// A folder that was just published, of which stock has yet to be taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Left {
    output: PathBuf,
    /// Its files and folders in order, with the stamps of what was looked at and not touched since.
    names: Vec<(Box<str>, Option<Stamp>)>,
    /// Whether somebody else has put something there.
    shared: bool,
    /// When the last of it was moved to its place.
    done: Look,
}

impl Left {
    /// What lies in `output` once all with these `names`, by [`names`], are in their places. What is in `existing`
    /// and not among `touched`, in order, is as it was. `done` is when the last of it was moved.
    pub(super) fn new(output: &Path, names: Vec<&str>, existing: &Existing, touched: &[&str], done: Look) -> Left {
        let look = |some: &[&str]| {
            let mut known = existing.stamps();
            let mut stamp = |name: &&str| {
                let known = known(name.strip_suffix('/').unwrap_or(name));
                known.filter(|_| touched.binary_search(name).is_err())
            };
            some.iter().map(|name| (Box::from(*name), stamp(name))).collect::<Vec<_>>()
        };
        let names = names.par_chunks(SOME).flat_map_iter(look).collect();
        Left { output: output.to_path_buf(), names, shared: false, done }
    }

    /// The same where somebody else's files lie too.
    pub(super) fn shared(self, shared: bool) -> Left {
        Left { shared, ..self }
    }

    /// Takes stock: looks at everything that was not looked at since it was last changed.
    pub fn take(self) -> Stock {
        // What is younger than a step of the clock can't vouch for anything yet.
        let look = Look::settled_after(self.done);
        let Left { output, names, shared, .. } = self;
        let see = |(name, known): (Box<str>, Option<Stamp>)| {
            let stamp = known.or_else(|| stamp(&output, &name).filter(|stamp| stamp.is_settled(look)));
            (name, stamp)
        };
        Stock { stamps: names.into_par_iter().map(see).collect(), shared }
    }
}

/// What a published folder holds.
#[derive(Debug)]
pub struct Stock {
    stamps: Vec<(Box<str>, Option<Stamp>)>,
    shared: bool,
}

impl Stock {
    /// The stamp of a file, if it can vouch for the bytes.
    pub fn of(&self, file: &RelPath) -> Option<Stamp> {
        let at = self.stamps.binary_search_by(|(name, _)| (**name).cmp(file.as_str())).ok()?;
        self.stamps.get(at)?.1
    }

    /// The inventory; none where the file system's word is not enough, or where somebody else's files lie too.
    pub fn inventory(self) -> Option<Inventory> {
        let stamps: Option<Vec<(Box<str>, Stamp)>> =
            self.stamps.into_iter().map(|(name, stamp)| Some((name, stamp?))).collect();
        Some(Inventory { stamps: stamps? }).filter(|_| !self.shared)
    }
}

/// The names of everything that a build's `files`, sorted, put into an output folder, in order; folders end with a
/// slash.
pub(super) fn names(files: &[Written]) -> Vec<&str> {
    let mut names = with_folders(files.iter().map(|file| file.path.as_str()));
    names.extend(["/", manifest::NAME]);
    // All but the last are nearly in order already.
    names.sort();
    names
}

/// Paths, in order, with the folders that hold them; folders end with a slash. A folder comes again where the
/// path before it is in another.
pub(super) fn with_folders<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut last = "";
    for path in paths {
        let folders = path.match_indices('/').map(|(at, _)| &path[..=at]);
        names.extend(folders.filter(|folder| !last.starts_with(folder)));
        names.push(path);
        last = path;
    }
    names
}

/// What the file system says of a name: of a folder, if it ends with a slash, else of a regular file.
pub(super) fn stamp(output: &Path, name: &str) -> Option<Stamp> {
    match name.strip_suffix('/') {
        Some(folder) => Stamp::of_folder(&output.join(folder)),
        None => Stamp::of(&output.join(name)),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn whatever_happens_in_the_folder_shows() {
        type Deed = fn(&Path);
        let deeds: [(&str, Deed); 6] = [
            ("nothing", |_| ()),
            ("a byte", |output| fs::write(output.join("a/index.html"), "dua").unwrap()),
            ("a file more", |output| fs::write(output.join("a/x"), "").unwrap()),
            ("a file less", |output| fs::remove_file(output.join("a/index.html")).unwrap()),
            ("a folder more", |output| fs::create_dir(output.join("b")).unwrap()),
            ("all of it again", |output| {
                fs::rename(output.join("a"), output.join("c")).unwrap();
                fs::create_dir(output.join("a")).unwrap();
                fs::write(output.join("a/index.html"), "satu").unwrap();
            }),
        ];
        for (what, deed) in deeds {
            let output = tempfile::tempdir().unwrap();
            fs::create_dir(output.path().join("a")).unwrap();
            fs::write(output.path().join("a/index.html"), "satu").unwrap();
            fs::write(output.path().join(manifest::NAME), "").unwrap();
            let files = [Written { path: RelPath::new("a/index.html"), len: 4, staged: true }];
            let left = Left::new(output.path(), names(&files), &Existing::default(), &[], Look::begin());
            let inventory = left.take().inventory().unwrap();
            let names: Vec<&str> = inventory.stamps.iter().map(|(name, _)| &**name).collect();
            assert_eq!(names, [manifest::NAME, "/", "a/", "a/index.html"]);
            assert!(Existing::known(output.path(), inventory.clone()).is_some());
            deed(output.path());
            assert_eq!(inventory.holds(output.path()), what == "nothing", "{what}");
            // Other bytes don't change which names there are.
            let known = Existing::known(output.path(), inventory);
            assert_eq!(known.is_some(), matches!(what, "nothing" | "a byte"), "{what}");
        }
    }
}
