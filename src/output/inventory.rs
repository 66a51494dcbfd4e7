//! The output folder as a build left it: a file of which the file system says the same still has its bytes, and if
//! it says the same of every file and folder, nothing has been changed, added or removed since.

use super::Written;
use super::existing::Existing;
use super::looker::Looker;
use super::manifest;
use super::staging::Staging;
use super::stamp::Stamp;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// How many names are looked up one after the other at least.
pub(super) const SOME: usize = 256;

/// The stamps of files and folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// By path below the output folder, which itself has the empty path; folders end with a slash.
    pub stamps: Vec<(Box<str>, Stamp)>,
    /// Whether nothing else lies there, and the file system's word is enough for all of them.
    pub whole: bool,
}

impl Inventory {
    /// Whether everything lies there as it did.
    pub fn holds(&self, output: &Path) -> bool {
        let looker = || Looker::below(output);
        let same = |looker: &mut Looker<'_>, (name, known): &(Box<str>, Stamp)| looker.stamp(name) == Some(*known);
        self.whole && self.stamps.par_iter().with_min_len(SOME).map_init(looker, same).all(|same| same)
    }
}

/// A folder that was just published, of which stock has yet to be taken.
#[derive(Debug)]
pub struct Left {
    output: PathBuf,
    /// Its files and folders in order, with the stamps of what was looked at and not touched since.
    names: Vec<(Box<str>, Option<Stamp>)>,
    /// Whether somebody else has put something there.
    shared: bool,
    staging: Staging,
    /// What the file system's clock said once the last of it was moved to its place.
    done: Option<i64>,
}

impl Left {
    /// What lies in `output` once all with these `names`, by [`names`], are in their places. What is in `existing`
    /// and not among `touched`, in order, is as it was.
    pub(super) fn new(
        output: &Path,
        names: Vec<&str>,
        existing: &Existing,
        touched: &[&str],
        staging: Staging,
    ) -> Left {
        let done = staging.clock();
        let look = |some: &[&str]| {
            let mut known = existing.stamps();
            let mut stamp = |name: &&str| {
                let known = known(name.strip_suffix('/').unwrap_or(name));
                known.filter(|_| touched.binary_search(name).is_err())
            };
            some.iter().map(|name| (Box::from(*name), stamp(name))).collect::<Vec<_>>()
        };
        let names = names.par_chunks(SOME).flat_map_iter(look).collect();
        Left { output: output.to_path_buf(), names, shared: false, staging, done }
    }

    /// What lies in `output` once a staging folder with all `files`, sorted, has taken its place: they are as they were
    /// when they were put there, and so are the folders that hold nothing but files.
    pub(super) fn first(output: &Path, files: &[Written], staging: Staging) -> Left {
        let done = staging.clock();
        let names = names(files);
        let mut put = files.iter().peekable();
        let mut seen: Vec<(Box<str>, Option<Stamp>)> = Vec::with_capacity(names.len());
        // Where the folder stands that was named last, as long as nothing but files is found in it.
        let mut folder: Option<usize> = None;
        for name in names {
            if name.ends_with('/') {
                if let Some(outer) = folder.filter(|at| name.starts_with(&*seen[*at].0)) {
                    seen[outer].1 = None;
                }
                folder = Some(seen.len());
                seen.push((name.into(), None));
                continue;
            }
            let put = put.next_if(|file| file.path.as_str() == name).and_then(|file| file.staged);
            if let Some(at) = folder {
                folder = folder.filter(|_| name.starts_with(&*seen[at].0));
                let last = [seen[at].1, put.and_then(|put| put.folder)].into_iter().flatten();
                if folder.is_some() {
                    seen[at].1 = last.max_by_key(|stamp| (stamp.changed, stamp.len));
                }
            }
            seen.push((name.into(), put.and_then(|put| put.own)));
        }
        Left { output: output.to_path_buf(), names: seen, shared: false, staging, done }
    }

    /// The same where somebody else's files lie too.
    pub(super) fn shared(self, shared: bool) -> Left {
        Left { shared, ..self }
    }

    /// Takes stock: looks at everything that was not looked at since it was last changed.
    pub fn take(self) -> Inventory {
        // What is younger than a step of the clock can't vouch for anything yet.
        let look = self.staging.look_after(self.done);
        let Left { output, names, shared, .. } = self;
        let count = names.len();
        let see = |looker: &mut Looker<'_>, (name, known): (Box<str>, Option<Stamp>)| {
            let stamp = known.or_else(|| looker.stamp(&name).filter(|stamp| stamp.is_settled(look)));
            Some((name, stamp?))
        };
        let looker = || Looker::below(&output);
        let stamps: Vec<(Box<str>, Stamp)> =
            names.into_par_iter().with_min_len(SOME).map_init(looker, see).flatten_iter().collect();
        Inventory { whole: !shared && stamps.len() == count, stamps }
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::output::Publisher;
    use crate::output::staging::Put;
    use crate::path::RelPath;
    use std::fs;

    fn staging(output: &Path) -> Staging {
        Staging::open(output).unwrap()
    }

    #[test]
    fn what_was_seen_when_it_was_put_there_is_what_is_seen_at_last() {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let publisher = Publisher::open(&output, None).unwrap();
        let files =
            ["0", "a/0", "a/b/index.html", "a/b/index.json", "a/c/d/x", "a/c/x", "a/c-d/x", "a/x", "b/x", "b/y"];
        for file in files.iter().rev() {
            publisher.write(&RelPath::new(file), file.as_bytes()).unwrap();
        }
        let (_, left) = publisher.publish().unwrap();
        let known = left.names.iter().filter(|(_, known)| known.is_some()).map(|(name, _)| &**name);
        let folders: Vec<&str> = known.clone().filter(|name| name.ends_with('/')).collect();
        assert_eq!(folders, ["a/b/", "a/c-d/", "a/c/d/", "b/"]);
        assert_eq!(known.count(), files.len() + folders.len());
        let folders = folders.len();
        let inventory = left.take();
        assert!(inventory.whole && inventory.holds(&output));
        assert_eq!(inventory.stamps.len(), files.len() + ["a/", "a/c/", "/", manifest::NAME].len() + folders);
    }

    #[test]
    fn beside_files_of_others_ours_are_known() {
        let output = tempfile::tempdir().unwrap();
        for name in ["CNAME", "index.html", manifest::NAME] {
            fs::write(output.path().join(name), name).unwrap();
        }
        let files = [Written { path: RelPath::new("index.html"), len: 10, staged: Some(Put::default()) }];
        let left = Left::new(output.path(), names(&files), &Existing::default(), &[], staging(output.path()));
        let inventory = left.shared(true).take();
        assert!(!inventory.whole && !inventory.holds(output.path()));
        let existing = Existing::open(output.path(), Some(inventory)).unwrap();
        assert!(existing.file(&RelPath::new("index.html")).unwrap().as_left);
        assert!(!existing.file(&RelPath::new("CNAME")).unwrap().as_left);
    }

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
            let files = [Written { path: RelPath::new("a/index.html"), len: 4, staged: Some(Put::default()) }];
            let left = Left::new(output.path(), names(&files), &Existing::default(), &[], staging(output.path()));
            let inventory = left.take();
            let names: Vec<&str> = inventory.stamps.iter().map(|(name, _)| &**name).collect();
            assert_eq!(names, [manifest::NAME, "/", "a/", "a/index.html"]);
            assert!(inventory.whole && inventory.holds(output.path()));
            deed(output.path());
            assert_eq!(inventory.holds(output.path()), what == "nothing", "{what}");
            let existing = Existing::open(output.path(), Some(inventory)).unwrap();
            let page = existing.file(&RelPath::new("a/index.html"));
            match what {
                "a byte" | "all of it again" => assert!(page.is_some_and(|page| !page.as_left), "{what}"),
                "a file less" => assert!(page.is_none()),
                _ => assert!(page.is_some_and(|page| page.as_left), "{what}"),
            }
            assert_eq!(existing.kind("a/x").is_some(), what == "a file more");
            assert_eq!(existing.kind("b").is_some(), what == "a folder more");
            assert_eq!(existing.kind("c/index.html").is_some(), what == "all of it again");
        }
    }
}
