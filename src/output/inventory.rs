//! The output folder as a build left it: if the file system says the same of every file and folder, nothing
//! has been changed, added or removed since.

use super::stamp::{Look, Stamp};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// The stamps of all files and folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// By path below the output folder, which itself has the empty path; folders end with a slash.
    pub stamps: Vec<(Box<str>, Stamp)>,
}

impl Inventory {
    /// Takes stock of `files` and of the folders that they lie in; none where the file system's word is
    /// not enough.
    pub fn take(output: &Path, files: impl Iterator<Item = String>) -> Option<Inventory> {
        let mut names: BTreeSet<Box<str>> = BTreeSet::from(["/".into()]);
        for file in files {
            let folders = file.match_indices('/').map(|(at, _)| file[..=at].into());
            names.extend(folders);
            names.insert(file.into());
        }
        // What is younger than a step of the clock can't vouch for anything yet.
        let look = Look::settled();
        let names: Vec<Box<str>> = names.into_iter().collect();
        let stamp = |name: Box<str>| {
            let stamp = stamp(output, &name).filter(|stamp| stamp.is_settled(look))?;
            Some((name, stamp))
        };
        let stamps: Option<Vec<(Box<str>, Stamp)>> = names.into_par_iter().map(stamp).collect();
        Some(Inventory { stamps: stamps? })
    }

    /// Whether everything lies there as it did.
    pub fn holds(&self, output: &Path) -> bool {
        self.stamps.par_iter().all(|(name, known)| stamp(output, name).as_ref() == Some(known))
    }
}

fn stamp(output: &Path, name: &str) -> Option<Stamp> {
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
            let inventory = Inventory::take(output.path(), ["a/index.html".to_owned()].into_iter()).unwrap();
            assert_eq!(inventory.stamps.len(), 3);
            deed(output.path());
            assert_eq!(inventory.holds(output.path()), what == "nothing", "{what}");
        }
    }
}
