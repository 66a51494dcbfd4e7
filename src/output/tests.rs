//! Publications as stories, on a real disk.

mod properties;

use super::existing::Existing;
use super::staging::{self, Staging};
use super::{Changes, Outcome, Publisher, manifest};
use crate::failure::Failure;
use crate::path::RelPath;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

type Files = BTreeMap<String, Vec<u8>>;

/// A place with an output folder in it that is not there yet.
fn place() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    (dir, output)
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect()
}

fn stage(output: &Path, files: &Files) -> Result<Publisher, Failure> {
    let publisher = Publisher::open(output, None)?;
    files.par_iter().try_for_each(|(path, bytes)| publisher.write(&[(RelPath::new(path), bytes.clone())]))?;
    Ok(publisher)
}

/// A publication staged within the output folder, as where that is a disk of its own.
fn stage_within(output: &Path, files: &Files) -> Result<Publisher, Failure> {
    let publisher = Publisher::with(output.into(), Staging::at(output.join(staging::WITHIN), output)?, None)?;
    files.iter().try_for_each(|(path, bytes)| publisher.write(&[(RelPath::new(path), bytes.clone())]))?;
    Ok(publisher)
}

fn build(output: &Path, list: &[(&str, &str)]) -> Result<Outcome, Failure> {
    stage(output, &files(list))?.publish().map(|(outcome, _)| outcome)
}

/// Every file below a folder but the manifest; empty folders as names that end in a slash.
fn tree(root: &Path) -> Files {
    let mut tree = Files::new();
    for entry in WalkDir::new(root).min_depth(1) {
        let entry = entry.unwrap();
        let name = RelPath::new(entry.path().strip_prefix(root).unwrap().to_str().unwrap()).to_string();
        if entry.file_type().is_dir() {
            if fs::read_dir(entry.path()).unwrap().next().is_none() {
                tree.insert(name + "/", Vec::new());
            }
        } else if name != manifest::NAME {
            tree.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    tree
}

fn put(output: &Path, path: &str, text: &str) {
    let place = output.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// The names beside the output folder.
fn beside(dir: &TempDir) -> Vec<String> {
    fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn failure(result: Result<Outcome, Failure>) -> String {
    result.unwrap_err().message.en.into_owned()
}

#[test]
fn a_first_build_fills_the_folder_and_leaves_nothing_beside_it() {
    let (dir, output) = place();
    let list = [("index.html", "1"), ("a/b/index.html", "22"), ("a/b.xml", "")];
    let publisher = stage(&output, &files(&list)).unwrap();
    assert!(!output.exists(), "nothing is there before it is published");
    let (outcome, _) = publisher.publish().unwrap();
    let changes = Changes { first: true, ..Changes::default() };
    assert_eq!(outcome, Outcome { written: 3, bytes: 3, changes, ..Outcome::default() });
    assert_eq!(tree(&output), files(&list));
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn an_empty_folder_is_filled_and_stays_the_same_folder() {
    let (dir, output) = place();
    fs::create_dir(&output).unwrap();
    let before = same_file::Handle::from_path(&output).unwrap();
    assert_eq!(build(&output, &[("a/x", "1"), ("b", "2")]).unwrap().written, 2);
    assert_eq!(tree(&output), files(&[("a/x", "1"), ("b", "2")]));
    assert_eq!(same_file::Handle::from_path(&output).unwrap(), before);
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn folders_above_the_output_are_made() {
    let (dir, _) = place();
    let output = dir.path().join("build/site/public");
    assert_eq!(build(&output, &[("a", "1")]).unwrap().written, 1);
}

#[test]
fn a_second_build_writes_what_differs_and_removes_what_is_gone() {
    let (_dir, output) = place();
    build(&output, &[("same", "1"), ("changed", "2"), ("gone/with/folder", "3"), ("a/gone", "4"), ("a/b", "5")])
        .unwrap();
    let list = [("same", "1"), ("changed", "!"), ("a/b", "5"), ("new/page/index.html", "66")];
    let (outcome, left) = stage(&output, &files(&list)).unwrap().publish().unwrap();
    let paths = |names: &[&str]| names.iter().map(|name| RelPath::new(name)).collect();
    let changes = Changes {
        first: false,
        added: paths(&["new/page/index.html"]),
        changed: paths(&["changed"]),
        removed: paths(&["a/gone", "gone/with/folder"]),
    };
    assert!(left.take().whole);
    assert_eq!(outcome, Outcome { written: 2, unchanged: 2, removed: 2, bytes: 5, foreign: vec![], changes });
    assert_eq!(tree(&output), files(&list));
}

#[test]
fn the_same_build_again_touches_nothing() {
    let (_dir, output) = place();
    build(&output, &[("a/b", "1"), ("c", "2")]).unwrap();
    let stamp = |path: &str| fs::metadata(output.join(path)).unwrap().modified().unwrap();
    let before = ["", manifest::NAME, "a/b", "c"].map(stamp);
    let outcome = build(&output, &[("a/b", "1"), ("c", "2")]).unwrap();
    assert_eq!(outcome, Outcome { unchanged: 2, bytes: 2, ..Outcome::default() });
    assert_eq!(["", manifest::NAME, "a/b", "c"].map(stamp), before);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "time has to pass before a file can be vouched for")]
fn what_comes_in_between_is_not_vouched_for() {
    let (_dir, output) = place();
    let list = files(&[("a/x", "1"), ("b/x", "2"), ("c/x", "3")]);
    stage(&output, &list).unwrap().publish().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(30));
    // All is compared, something is changed, and somebody else puts something there.
    let publisher = stage(&output, &list).unwrap();
    put(&output, "a/x", "!");
    put(&output, "b/kami.txt", "");
    let (outcome, left) = publisher.publish().unwrap();
    assert_eq!((outcome.unchanged, outcome.foreign.as_slice()), (3, &[][..]), "nobody has looked again");
    let inventory = left.take();
    assert!(!inventory.whole);
    let existing = Existing::open(&output, Some(inventory)).unwrap();
    let as_left = ["a/x", "b/x", "c/x"].map(|path| existing.file(&RelPath::new(path)).unwrap().as_left);
    assert_eq!(as_left, [false, true, true]);
    assert!(existing.kind("b/kami.txt").is_some());
}

#[test]
fn equal_lengths_and_times_are_not_trusted() {
    let (_dir, output) = place();
    let long = "x".repeat(200_000);
    build(&output, &[("a", &long)]).unwrap();
    let time = fs::metadata(output.join("a")).unwrap().modified().unwrap();
    let spoiled = format!("{}y", &long[1..]);
    fs::write(output.join("a"), spoiled).unwrap();
    fs::File::options().write(true).open(output.join("a")).unwrap().set_modified(time).unwrap();
    assert_eq!(build(&output, &[("a", &long)]).unwrap().written, 1);
    assert_eq!(tree(&output), files(&[("a", &long)]));
}

#[test]
fn the_manifest_depends_on_the_files_alone() {
    let (_dir, one) = place();
    let (_dir, other) = place();
    build(&one, &[("b", "2"), ("a/c", "1")]).unwrap();
    build(&other, &[("old", "0"), ("b", "1")]).unwrap();
    build(&other, &[("a/c", "1"), ("b", "2")]).unwrap();
    let read = |output: &Path| fs::read_to_string(output.join(manifest::NAME)).unwrap();
    assert_eq!(read(&one), read(&other));
    assert_eq!(read(&one), "warta-manifest 2\na/c\nb\n");
}

#[test]
fn foreign_files_are_named_and_never_touched() {
    let (_dir, output) = place();
    build(&output, &[("a/page", "1"), ("old/page", "1")]).unwrap();
    for path in ["CNAME", "a/note.txt", "old/note.txt", ".git/config", ".git/refs/x"] {
        put(&output, path, "mine");
    }
    let outcome = build(&output, &[("a/page", "2")]).unwrap();
    let foreign: Vec<&str> = outcome.foreign.iter().map(RelPath::as_str).collect();
    assert_eq!(foreign, [".git", "CNAME", "a/note.txt", "old/note.txt"]);
    let left = [(".git/config", "mine"), (".git/refs/x", "mine"), ("CNAME", "mine"), ("a/note.txt", "mine")];
    assert_eq!(tree(&output), files(&[&left[..], &[("a/page", "2"), ("old/note.txt", "mine")]].concat()));
}

#[test]
fn a_foreign_file_in_the_way_stops_the_publication() {
    let others = [("page", "page"), ("folder/page", "folder"), ("file", "file/deep/note")];
    for (path, foreign) in others {
        let (dir, output) = place();
        build(&output, &[("old", "1"), ("file/ours", "1")]).unwrap();
        put(&output, foreign, "mine");
        let before = tree(&output);
        let said = failure(build(&output, &[("other", "1"), (path, "site")]));
        assert!(said.contains(foreign) && said.contains("move it away"), "{said}");
        assert_eq!(tree(&output), before);
        assert_eq!(beside(&dir), ["public"]);
    }
}

#[test]
fn a_file_that_appears_while_the_site_is_built_is_not_overwritten() {
    let (_dir, output) = place();
    build(&output, &[("old", "1")]).unwrap();
    let publisher = stage(&output, &files(&[("old", "2"), ("new/page", "site")])).unwrap();
    put(&output, "new/page", "mine");
    assert!(failure(publisher.publish().map(|(outcome, _)| outcome)).contains("new"));
    assert_eq!(tree(&output), files(&[("new/page", "mine"), ("old", "1")]));
}

#[test]
fn an_equal_foreign_file_is_adopted() {
    let (_dir, output) = place();
    put(&output, "page", "1");
    let outcome = build(&output, &[("page", "1")]).unwrap();
    assert_eq!((outcome.unchanged, outcome.foreign.len()), (1, 0));
    assert_eq!(build(&output, &[("page", "2")]).unwrap().written, 1);
    assert_eq!(build(&output, &[]).unwrap().removed, 1);
    assert_eq!(tree(&output), Files::new());
}

#[test]
fn a_lost_or_foreign_manifest_makes_every_file_foreign() {
    for text in ["", "warta-manifest 9\n", "\u{0}\u{1}"] {
        let (_dir, output) = place();
        build(&output, &[("same", "1"), ("gone", "2")]).unwrap();
        fs::write(output.join(manifest::NAME), text).unwrap();
        let outcome = build(&output, &[("same", "1"), ("new", "3")]).unwrap();
        assert_eq!(outcome.foreign, [RelPath::new("gone")]);
        assert!(failure(build(&output, &[("gone", "!")])).contains("gone"));
    }
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let (_dir, output) = place();
    let pages = [("berita", "1"), ("foto/2022/a", "2"), ("foto/2022/b/c", "3"), ("x", "4")];
    let folders = [("berita/2022/a/index.html", "1"), ("foto", "2"), ("x", "4")];
    build(&output, &pages).unwrap();
    fs::create_dir(output.join("foto/empty")).unwrap();
    let outcome = build(&output, &folders).unwrap();
    assert_eq!((outcome.written, outcome.removed), (2, 3));
    assert_eq!(tree(&output), files(&folders));
    build(&output, &pages).unwrap();
    assert_eq!(tree(&output), files(&pages));
}

#[test]
fn a_hostile_manifest_reaches_nothing_outside() {
    let (dir, output) = place();
    build(&output, &[("a", "1")]).unwrap();
    put(dir.path(), "outside", "mine");
    put(dir.path(), "beyond/file", "mine");
    let mut text = fs::read_to_string(output.join(manifest::NAME)).unwrap();
    for path in ["../outside", "link/file", &dir.path().join("outside").display().to_string()] {
        text += &format!("{path}\n");
    }
    fs::write(output.join(manifest::NAME), text).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(dir.path().join("beyond"), output.join("link")).unwrap();
    build(&output, &[("a", "2")]).unwrap();
    assert_eq!(fs::read_to_string(dir.path().join("outside")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(dir.path().join("beyond/file")).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (dir, output) = place();
    put(dir.path(), "beyond/file", "mine");
    build(&output, &[("a", "1")]).unwrap();
    symlink(dir.path().join("beyond"), output.join("link")).unwrap();
    symlink(dir.path().join("beyond/file"), output.join("page")).unwrap();
    assert!(failure(build(&output, &[("link/file", "site")])).contains("link"));
    assert!(failure(build(&output, &[("page", "mine")])).contains("page"));
    let outcome = build(&output, &[("a", "1")]).unwrap();
    assert_eq!(outcome.foreign, [RelPath::new("link"), RelPath::new("page")]);
    // Where warta's own file has become a link, the link goes and its target stays.
    fs::remove_file(output.join("a")).unwrap();
    symlink(dir.path().join("beyond/file"), output.join("a")).unwrap();
    build(&output, &[("a", "2")]).unwrap();
    assert_eq!(fs::read_to_string(output.join("a")).unwrap(), "2");
    assert_eq!(tree(&dir.path().join("beyond")), files(&[("file", "mine")]));
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_to_a_folder_stays_one() {
    let (dir, output) = place();
    fs::create_dir(dir.path().join("real")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("real"), &output).unwrap();
    build(&output, &[("a", "1")]).unwrap();
    assert!(output.symlink_metadata().unwrap().is_symlink());
    assert_eq!(tree(&dir.path().join("real")), files(&[("a", "1")]));
}

#[test]
fn two_builds_at_once_on_one_folder_are_refused() {
    let (_dir, output) = place();
    let first = stage(&output, &files(&[("a", "1")])).unwrap();
    let said = Publisher::open(&output, None).unwrap_err().message.en;
    assert!(said.contains("another warta"), "{said}");
    first.publish().unwrap();
    assert_eq!(build(&output, &[("a", "1")]).unwrap().unchanged, 1);
}

#[test]
fn many_builds_at_once_never_mix() {
    let (dir, output) = place();
    let sets: Vec<Files> =
        (0..8).map(|n| (0..20).map(|i| (format!("{}/{i}", n % 3), format!("{n}").into_bytes())).collect()).collect();
    let done: Vec<bool> = sets
        .par_iter()
        .with_max_len(1)
        .map(|set| (0..20).any(|_| stage(&output, set).and_then(Publisher::publish).is_ok()))
        .collect();
    assert!(done.contains(&true));
    assert!(sets.contains(&tree(&output)));
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn an_abandoned_build_leaves_no_trace() {
    let (dir, output) = place();
    build(&output, &[("a", "1")]).unwrap();
    drop(stage(&output, &files(&[("a", "2"), ("b", "3")])).unwrap());
    assert_eq!(tree(&output), files(&[("a", "1")]));
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn what_a_killed_build_has_staged_is_wiped() {
    let (dir, output) = place();
    put(dir.path(), ".public.warta-staging/files/a/b", "half");
    put(dir.path(), ".public.warta-staging/lock", "");
    put(dir.path(), ".public.warta-staging/manifest", "half");
    build(&output, &[("a", "1")]).unwrap();
    assert_eq!(tree(&output), files(&[("a", "1")]));
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn an_output_that_is_a_file_is_a_clear_failure() {
    let (_dir, output) = place();
    fs::write(&output, "mine").unwrap();
    assert!(failure(build(&output, &[])).contains("is a file"));
    assert!(Publisher::open(&output.join("below"), None).is_err());
    assert!(failure(build(Path::new("/"), &[])).contains("can't be the output folder"));
    assert_eq!(fs::read_to_string(&output).unwrap(), "mine");
}

#[test]
fn a_staging_folder_that_cannot_be_made_leaves_the_output_as_it_was() {
    let (dir, output) = place();
    build(&output, &[("a", "1")]).unwrap();
    put(dir.path(), ".public.warta-staging", "a file");
    assert!(failure(build(&output, &[("a", "2")])).contains("can't prepare"));
    assert_eq!(tree(&output), files(&[("a", "1")]));
}

/// A folder that not even its owner, nor root, may change, as long as this lives.
#[cfg(target_os = "linux")]
struct Sealed(fs::File);

#[cfg(target_os = "linux")]
impl Sealed {
    fn new(folder: &Path) -> Sealed {
        let opened = fs::File::open(folder).unwrap();
        // Only root may set the flag, and only the flag stops root.
        if rustix::fs::ioctl_setflags(&opened, rustix::fs::IFlags::IMMUTABLE).is_err() {
            rustix::fs::fchmod(&opened, rustix::fs::Mode::from_raw_mode(0o555)).unwrap();
        }
        Sealed(opened)
    }
}

#[cfg(target_os = "linux")]
impl Drop for Sealed {
    fn drop(&mut self) {
        let _ = rustix::fs::ioctl_setflags(&self.0, rustix::fs::IFlags::empty());
        let _ = rustix::fs::fchmod(&self.0, rustix::fs::Mode::from_raw_mode(0o755));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_changed_leaves_all_others_as_they_were() {
    let (dir, output) = place();
    let before = [("a/1", "1"), ("b/1", "1"), ("c/1", "1")];
    build(&output, &before).unwrap();
    let there = tree(&output);
    let sealed = Sealed::new(&output.join("b"));
    // A name that comes, one whose bytes change, and one that goes.
    for after in [
        &[("a/1", "2"), ("b/1", "1"), ("b/2", "2"), ("c/1", "2")][..],
        &[("a/1", "2"), ("b/1", "2"), ("c/1", "2")],
        &[("a/1", "2"), ("c/1", "2")],
    ] {
        let failure = failure(build(&output, after));
        assert!(failure.contains("can't write to the output folder") && failure.contains("/b"), "{failure}");
        assert_eq!(tree(&output), there);
        assert_eq!(beside(&dir), ["public"]);
    }
    // What concerns another folder is done.
    build(&output, &[("a/1", "2"), ("b/1", "1"), ("c/1", "1")]).unwrap();
    drop(sealed);
    build(&output, &[("a/1", "2"), ("c/1", "2")]).unwrap();
    assert_eq!(tree(&output), files(&[("a/1", "2"), ("c/1", "2")]));
}

#[test]
fn a_file_that_cannot_be_staged_leaves_the_output_as_it_was() {
    let (dir, output) = place();
    build(&output, &[("a", "1")]).unwrap();
    let publisher = Publisher::open(&output, None).unwrap();
    publisher.write(&[(RelPath::new("a"), b"2".to_vec())]).unwrap();
    assert!(publisher.write(&[(RelPath::new("a/b"), b"3".to_vec())]).is_err());
    assert!(publisher.write(&[(RelPath::new(manifest::NAME), Vec::new())]).is_err());
    drop(publisher);
    assert_eq!(tree(&output), files(&[("a", "1")]));
    assert_eq!(beside(&dir), ["public"]);
}

#[test]
fn a_disk_of_its_own_is_staged_on_itself() {
    let (_dir, output) = place();
    put(&output, "milik-sendiri.txt", "bukan warta");
    let first = files(&[("index.html", "1"), ("a/b.html", "2")]);
    let (outcome, _) = stage_within(&output, &first).unwrap().publish().unwrap();
    assert_eq!((outcome.written, outcome.foreign.len()), (2, 1));
    let second = files(&[("index.html", "1"), ("a/c.html", "3")]);
    // A killed build leaves its staging folder; one that stops removes it.
    put(&output, ".warta-staging/files/a/sisa.html", "terpo");
    drop(stage_within(&output, &second).unwrap());
    let mut left = first;
    left.insert("milik-sendiri.txt".into(), b"bukan warta".into());
    assert_eq!(tree(&output), left);
    let (outcome, _) = stage_within(&output, &second).unwrap().publish().unwrap();
    assert_eq!((outcome.written, outcome.unchanged, outcome.removed), (1, 1, 1));
    assert_eq!(tree(&output).keys().collect::<Vec<_>>(), ["a/c.html", "index.html", "milik-sendiri.txt"]);
}
