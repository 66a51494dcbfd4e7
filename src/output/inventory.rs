//! The output folder as a build left it: a file of which the file system says the same still has its bytes, and if
//! it says the same of every file and folder, nothing has been changed, added or removed since.

use super::Written;
use super::existing::Existing;
use super::looker::Looker;
use super::manifest;
use super::staging::{Staging, WITHIN};
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
    /// Its files and folders in order.
    names: Vec<(Box<str>, Known)>,
    /// Whether somebody else has put something there.
    shared: bool,
    staging: Staging,
    /// What the file system's clock said once the last of it was moved to its place.
    done: Option<i64>,
}

/// What is known of a name before stock is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// It is as it was when it had this stamp.
    Seen(Stamp),
    /// A file that had this stamp before it was moved to its place.
    Moved(Stamp),
    /// Nothing: it has to be looked at.
    Nothing,
}

impl Left {
    /// What lies in `output` once all `files`, sorted, with these `names`, by [`names`], are in their places. What is in
    /// `existing` and not among `touched`, in order, is as it was.
    pub(super) fn new(
        output: &Path,
        (files, names): (&[Written], Vec<&str>),
        existing: &Existing,
        touched: &[&str],
        staging: Staging,
    ) -> Left {
        let done = staging.clock();
        let put = |name: &str| {
            let at = files.binary_search_by(|file| file.path.as_str().cmp(name)).ok()?;
            files[at].staged?.own.map(Known::Moved)
        };
        let look = |some: &[&str]| {
            let mut stamps = existing.stamps();
            let mut known = |name: &str| match touched.binary_search(&name) {
                Ok(_) => put(name),
                Err(_) => stamps(name.strip_suffix('/').unwrap_or(name)).map(Known::Seen),
            };
            some.iter().map(|name| (Box::from(*name), known(name).unwrap_or(Known::Nothing))).collect::<Vec<_>>()
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
        let mut seen: Vec<(Box<str>, Known)> = Vec::with_capacity(names.len());
        // Where the folder stands that was named last, as long as nothing but files is found in it.
        let mut folder: Option<usize> = None;
        for name in names {
            if name.ends_with('/') {
                if let Some(outer) = folder.filter(|at| name.starts_with(&*seen[*at].0)) {
                    seen[outer].1 = Known::Nothing;
                }
                folder = Some(seen.len());
                seen.push((name.into(), Known::Nothing));
                continue;
            }
            let put = put.next_if(|file| file.path.as_str() == name).and_then(|file| file.staged).unwrap_or_default();
            folder = folder.filter(|at| name.starts_with(&*seen[*at].0));
            if let Some(at) = folder {
                // The last look at it counts.
                seen[at].1 = match (seen[at].1, put.folder) {
                    (known, None) => known,
                    (Known::Seen(known), Some(now)) if (known.changed, known.len) > (now.changed, now.len) => {
                        Known::Seen(known)
                    }
                    (_, Some(now)) => Known::Seen(now),
                };
            }
            seen.push((name.into(), put.own.map_or(Known::Nothing, Known::Seen)));
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
        let Left { output, mut names, shared, .. } = self;
        let count = names.len();
        let unknown = |at: &usize| matches!(names[*at], (ref name, Known::Nothing) if name.ends_with('/'));
        let folders: Vec<usize> = (0..count).into_par_iter().filter(unknown).collect();
        let looker = || Looker::below(&output);
        // First what it says, then what is in it: whatever comes later shows the next time.
        let see = |looker: &mut Looker<'_>, at: usize| {
            let stamp = looker.stamp(&names[at].0).filter(|_| has_nothing_else(&output, &names, &names[at].0));
            (at, stamp)
        };
        let seen: Vec<(usize, Option<Stamp>)> = folders.into_par_iter().map_init(looker, see).collect();
        for (at, stamp) in seen {
            names[at].1 = stamp.map_or(Known::Nothing, Known::Seen);
        }
        let see = |looker: &mut Looker<'_>, (name, known): (Box<str>, Known)| {
            let stamp = match known {
                Known::Seen(stamp) => stamp,
                Known::Moved(put) => looker.stamp(&name).filter(|now| now.is_of_same_bytes(&put))?,
                Known::Nothing if *name == *manifest::NAME => looker.stamp(&name)?,
                Known::Nothing => return None,
            };
            stamp.is_settled(look).then_some((name, stamp))
        };
        let stamps: Vec<(Box<str>, Stamp)> =
            names.into_par_iter().with_min_len(SOME).map_init(looker, see).flatten_iter().collect();
        Inventory { whole: !shared && stamps.len() == count, stamps }
    }
}

/// Whether all that lies in a folder, its path with a slash behind it, is among `names`.
fn has_nothing_else(output: &Path, names: &[(Box<str>, Known)], folder: &str) -> bool {
    let Ok(entries) = std::fs::read_dir(output.join(folder.trim_end_matches('/'))) else { return false };
    let prefix = folder.trim_start_matches('/');
    let knows = |name: &str| names.binary_search_by(|(known, _)| (**known).cmp(name)).is_ok();
    let is_ours = |entry: std::io::Result<std::fs::DirEntry>| {
        let own = entry.ok().map(|entry| entry.file_name());
        let path = own.as_ref().and_then(|own| own.to_str()).map(|own| format!("{prefix}{own}"));
        path.is_some_and(|path| knows(&path) || path == WITHIN || knows(&(path + "/")))
    };
    entries.into_iter().all(is_ours)
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

    /// A folder of which these files were just put in their places.
    fn left(output: &Path, files: &[Written]) -> Left {
        let touched = names(files);
        Left::new(output, (files, names(files)), &Existing::default(), &touched, Staging::open(output).unwrap())
    }

    fn written(output: &Path, path: &str) -> Written {
        let put = Put { own: Stamp::of(&output.join(path)), folder: None };
        Written { path: RelPath::new(path), len: 0, staged: Some(put) }
    }

    #[test]
    fn what_was_seen_when_it_was_put_there_is_what_is_seen_at_last() {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let publisher = Publisher::open(&output, None).unwrap();
        let files =
            ["0", "a/0", "a/b/index.html", "a/b/index.json", "a/c/d/x", "a/c/x", "a/c-d/x", "a/x", "b/x", "b/y"];
        for file in files.iter().rev() {
            publisher.write(&[(RelPath::new(file), file.as_bytes().to_vec())]).unwrap();
        }
        let (_, left) = publisher.publish().unwrap();
        let known = left.names.iter().filter(|(_, known)| *known != Known::Nothing).map(|(name, _)| &**name);
        let folders: Vec<&str> = known.clone().filter(|name| name.ends_with('/')).collect();
        assert_eq!(folders, ["a/b/", "a/c-d/", "a/c/d/", "b/"]);
        assert_eq!(known.count(), files.len() + folders.len());
        let folders = folders.len();
        let inventory = left.take();
        assert!(inventory.whole && inventory.holds(&output));
        assert_eq!(inventory.stamps.len(), files.len() + ["a/", "a/c/", "/", manifest::NAME].len() + folders);
    }

    #[test]
    fn what_is_another_than_was_put_there_is_not_vouched_for() {
        let output = tempfile::tempdir().unwrap();
        for name in ["a", "b", manifest::NAME] {
            fs::write(output.path().join(name), name).unwrap();
        }
        let files = ["a", "b"].map(|path| written(output.path(), path));
        fs::write(output.path().join("a"), "lain").unwrap();
        let inventory = left(output.path(), &files).take();
        let names: Vec<&str> = inventory.stamps.iter().map(|(name, _)| &**name).collect();
        assert_eq!((names.as_slice(), inventory.whole), (&[manifest::NAME, "/", "b"][..], false));
    }

    #[test]
    fn a_clock_that_stands_still_vouches_for_nothing() {
        let output = tempfile::tempdir().unwrap();
        fs::write(output.path().join("a"), "a").unwrap();
        let left = Left::first(output.path(), &[written(output.path(), "a")], Staging::open(output.path()).unwrap());
        let future = i64::MAX - 1;
        let late = |(name, known): (Box<str>, Known)| match known {
            Known::Seen(stamp) => (name, Known::Seen(Stamp { changed: future, ..stamp })),
            known => (name, known),
        };
        let left = Left { names: left.names.clone().into_iter().map(late).collect(), ..left };
        assert!(left.take().stamps.iter().all(|(name, _)| &**name != "a"));
    }

    #[test]
    fn beside_files_of_others_ours_are_known() {
        let output = tempfile::tempdir().unwrap();
        for name in ["CNAME", "index.html", manifest::NAME] {
            fs::write(output.path().join(name), name).unwrap();
        }
        let files = [written(output.path(), "index.html")];
        let inventory = left(output.path(), &files).shared(true).take();
        assert!(!inventory.whole && !inventory.holds(output.path()));
        // It is seen as well if nobody says so.
        assert!(!left(output.path(), &files).take().whole);
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
            let files = [written(output.path(), "a/index.html")];
            let left = left(output.path(), &files);
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
