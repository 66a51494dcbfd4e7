//! Watching a newsroom on disk: bursts of changes become one.
//!
//! Says which files changed where that is certain, and that everything must be looked at again
//! where it is not. A change may be told that was none; none may go untold.

use super::{CONTENT, STATIC, THEMES};
use crate::config;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use notify::event::{CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet before a burst counts as over.
const QUIET: Duration = Duration::from_millis(15);
/// The same when many files change at once, as when a branch is checked out.
const QUIET_OF_MANY: Duration = Duration::from_millis(150);
/// How many files are many.
const MANY: usize = 16;
/// The longest that a burst is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same when many files change at once: half a branch is worth no look.
const PATIENCE_WITH_MANY: Duration = Duration::from_secs(20);
/// What git holds while it changes files.
const GIT_LOCK: &str = ".git/index.lock";

/// A running watch; dropping it ends it.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: RecommendedWatcher,
    /// Whether the last burst was an overflow and nothing else.
    overflowed: bool,
}

/// Watches site.toml, content/, static/ and themes/ of the newsroom in `root`.
pub fn watch(root: &Path) -> Result<Watch, Failure> {
    let (sender, events) = channel();
    let handler = move |event: notify::Result<Event>| {
        // Reading a file is an event too, and warta reads every file.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access() && !event.need_rescan()) {
            // The receiver is gone only when the watch is.
            drop(sender.send(event));
        }
    };
    let settings = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(handler, settings).map_err(failure)?;
    // The root itself is watched without its folders, so that a build's output wakes nobody.
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(failure)?;
    let mut watch = Watch { root: root.to_path_buf(), events, watcher, overflowed: false };
    watch.cover().map_err(failure)?;
    Ok(watch)
}

fn failure(error: notify::Error) -> Failure {
    Failure::new(text!(
        "tidak dapat memantau perubahan berkas: {error}; naikkan batas inotify atau tutup program lain",
        "can't watch files for changes: {error}; raise the inotify limit or close other programs"
    ))
}

/// What changed in one burst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// These files, and no others.
    Files(BTreeSet<RelPath>),
    /// More than can be told apart; everything must be listed anew.
    Everything,
}

/// What the events of one burst say.
#[derive(Debug, Default)]
struct Burst {
    names: BTreeMap<RelPath, Evidence>,
    /// Events were lost.
    overflow: bool,
    /// One of the watched folders themselves came, went or moved.
    tops: bool,
}

/// What the events say of one name.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// It is or was a file.
    file: bool,
    /// It is or was a folder.
    folder: bool,
    /// It came, went, moved or changed its rights, and not only what is in it.
    itself: bool,
}

impl Evidence {
    fn of(event: &Event) -> Evidence {
        let (file, folder, itself) = match &event.kind {
            EventKind::Modify(ModifyKind::Data(_)) => (true, false, false),
            EventKind::Modify(ModifyKind::Any) => (false, false, false),
            EventKind::Create(CreateKind::File) | EventKind::Remove(RemoveKind::File) => (true, false, true),
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => (false, true, true),
            // What stands at a new name tells what stood at the old one.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
                let folder = event.paths.last().is_some_and(|to| to.is_dir());
                (!folder, folder, true)
            }
            _ => (false, false, true),
        };
        Evidence { file, folder, itself }
    }

    fn add(&mut self, other: Evidence) {
        self.file |= other.file;
        self.folder |= other.folder;
        self.itself |= other.itself;
    }

    /// Whether more than this one file may have changed.
    fn is_more_than_a_file(self, path: &Path) -> bool {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => self.itself,
            Ok(found) => self.folder || found.is_symlink(),
            Err(_) => self.folder || !self.file,
        }
    }
}

impl Watch {
    /// Waits for the next burst, or for `patience`, after which no file has changed; none when the
    /// watch has ended.
    pub fn wait(&mut self, patience: Option<Duration>) -> Option<Changes> {
        loop {
            let mut burst = Burst::default();
            let first = match patience {
                Some(patience) => self.events.recv_timeout(patience),
                None => self.events.recv().map_err(RecvTimeoutError::from),
            };
            match first {
                Ok(event) => self.add(&mut burst, event),
                Err(RecvTimeoutError::Timeout) => return Some(Changes::Files(BTreeSet::new())),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            let began = Instant::now();
            loop {
                let many = burst.names.len() >= MANY;
                let (quiet, patience) = if many { (QUIET_OF_MANY, PATIENCE_WITH_MANY) } else { (QUIET, PATIENCE) };
                if began.elapsed() >= patience {
                    break;
                }
                match self.events.recv_timeout(quiet) {
                    Ok(event) => self.add(&mut burst, event),
                    Err(RecvTimeoutError::Timeout) if many && self.git_is_at_work() => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if let Some(changes) = self.sort_out(burst) {
                return Some(changes);
            }
        }
    }

    /// Whether git is changing files of the repository that the newsroom lies in.
    fn git_is_at_work(&self) -> bool {
        self.root.ancestors().any(|folder| folder.join(GIT_LOCK).exists())
    }

    fn add(&self, burst: &mut Burst, event: notify::Result<Event>) {
        let Ok(event) = event else {
            burst.overflow = true;
            return;
        };
        burst.overflow |= event.need_rescan();
        let told = Evidence::of(&event);
        for path in &event.paths {
            let Some(name) = self.input(path) else { continue };
            burst.tops |= !name.as_str().contains('/') && name.as_str() != config::FILE;
            burst.names.entry(name).or_default().add(told);
        }
    }

    fn sort_out(&mut self, burst: Burst) -> Option<Changes> {
        // What opens very many files, as warta itself does, can make the queue overflow. Looking
        // again at everything is worth it once, not for ever.
        let lone_overflow = burst.overflow && burst.names.is_empty();
        let again = std::mem::replace(&mut self.overflowed, lone_overflow);
        if lone_overflow && again {
            return None;
        }
        let unclear = |(name, told): (&RelPath, &Evidence)| told.is_more_than_a_file(&name.under(&self.root));
        if !burst.overflow && !burst.names.iter().any(unclear) {
            // A folder whose files changed may be named beside them.
            let is_folder = |name: &RelPath| name.under(&self.root).is_dir();
            let files: BTreeSet<RelPath> = burst.names.into_keys().filter(|name| !is_folder(name)).collect();
            return (!files.is_empty()).then_some(Changes::Files(files));
        }
        if burst.tops || burst.overflow {
            // What can't be watched any more is read all the same when something else changes.
            let _ = self.cover();
        }
        // The watcher answers after it has seen to new folders, so nothing written in them after
        // this goes unseen, and what was written before is listed.
        let _ = self.watcher.configure(Config::default());
        Some(Changes::Everything)
    }

    /// Watches the folders of the newsroom that there are, with all that is in them.
    fn cover(&mut self) -> notify::Result<()> {
        for folder in [CONTENT, STATIC, THEMES] {
            let folder = self.root.join(folder);
            // It need not have been watched.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// The name of a path that is an input of the newsroom.
    fn input(&self, path: &Path) -> Option<RelPath> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let name = RelPath::new(&relative.iter().map(|s| s.to_str()).collect::<Option<Vec<_>>>()?.join("/"));
        let top = name.as_str().split('/').next().unwrap_or_default();
        let hidden = super::is_hidden_path(name.as_str()) || name.as_str().ends_with('~');
        ([CONTENT, STATIC, THEMES].contains(&top) || name.as_str() == config::FILE).then_some(name).filter(|_| !hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    struct Newsroom {
        folder: tempfile::TempDir,
        watch: Receiver<Changes>,
    }

    impl Newsroom {
        fn new(files: &[&str]) -> Newsroom {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path().canonicalize().unwrap();
            for file in files {
                write(&root.join(file), "lama");
            }
            let mut watch = watch(&root).unwrap();
            let (sender, changes) = channel();
            thread::spawn(move || {
                while let Some(change) = watch.wait(None) {
                    if sender.send(change).is_err() {
                        break;
                    }
                }
            });
            Newsroom { folder, watch: changes }
        }

        fn at(&self, name: &str) -> PathBuf {
            self.folder.path().canonicalize().unwrap().join(name)
        }

        /// Everything told until it is quiet: on a busy machine one burst may be told in two.
        fn next(&self) -> Changes {
            self.bursts().into_iter().reduce(both).unwrap()
        }

        fn bursts(&self) -> Vec<Changes> {
            let mut told = vec![self.watch.recv_timeout(Duration::from_secs(10)).unwrap()];
            while let Ok(more) = self.watch.recv_timeout(Duration::from_millis(400)) {
                told.push(more);
            }
            told
        }
    }

    fn both(a: Changes, b: Changes) -> Changes {
        match (a, b) {
            (Changes::Files(a), Changes::Files(b)) => Changes::Files(a.into_iter().chain(b).collect()),
            _ => Changes::Everything,
        }
    }

    fn write(file: &Path, text: &str) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn files(names: &[&str]) -> Changes {
        Changes::Files(names.iter().map(|name| RelPath::new(name)).collect())
    }

    #[test]
    fn a_saved_file_is_that_file() {
        let newsroom = Newsroom::new(&["site.toml", "content/berita/a.md"]);
        write(&newsroom.at("content/berita/a.md"), "baru");
        assert_eq!(newsroom.next(), files(&["content/berita/a.md"]));
        write(&newsroom.at("site.toml"), "baru");
        assert_eq!(newsroom.next(), files(&["site.toml"]));
        fs::remove_file(newsroom.at("content/berita/a.md")).unwrap();
        assert_eq!(newsroom.next(), files(&["content/berita/a.md"]));
    }

    #[test]
    fn reading_output_and_hidden_files_wake_nobody() {
        let newsroom = Newsroom::new(&["site.toml", "content/a.md"]);
        fs::read(newsroom.at("content/a.md")).unwrap();
        write(&newsroom.at("public/index.html"), "hasil");
        write(&newsroom.at("content/.a.md.swp"), "vim");
        write(&newsroom.at("content/a.md~"), "cadangan");
        assert!(newsroom.watch.recv_timeout(Duration::from_millis(150)).is_err());
    }

    #[test]
    fn the_ways_in_which_editors_save() {
        let newsroom = Newsroom::new(&["site.toml", "content/a.md"]);
        // A new file moved over the old one.
        write(&newsroom.at("content/a.md.tmp"), "baru");
        fs::rename(newsroom.at("content/a.md.tmp"), newsroom.at("content/a.md")).unwrap();
        assert_eq!(newsroom.next(), files(&["content/a.md", "content/a.md.tmp"]));
        // vim: a try whether the folder can be written, the old file moved aside, a new one.
        write(&newsroom.at("content/4913"), "");
        fs::remove_file(newsroom.at("content/4913")).unwrap();
        fs::rename(newsroom.at("content/a.md"), newsroom.at("content/a.md~")).unwrap();
        write(&newsroom.at("content/a.md"), "lebih baru");
        fs::remove_file(newsroom.at("content/a.md~")).unwrap();
        assert_eq!(newsroom.next(), files(&["content/4913", "content/a.md"]));
        // Deleted and made again.
        fs::remove_file(newsroom.at("content/a.md")).unwrap();
        write(&newsroom.at("content/a.md"), "paling baru");
        assert_eq!(newsroom.next(), files(&["content/a.md"]));
    }

    #[test]
    fn folders_that_come_move_or_go_are_everything() {
        let newsroom = Newsroom::new(&["site.toml", "content/v1.2/a.md"]);
        write(&newsroom.at("content/baru/dalam/sekali/a.md"), "baru");
        assert_eq!(newsroom.next(), Changes::Everything);
        write(&newsroom.at("content/baru/dalam/sekali/b.md"), "dipantau juga");
        assert_eq!(newsroom.next(), files(&["content/baru/dalam/sekali/b.md"]));
        fs::rename(newsroom.at("content/v1.2"), newsroom.at("content/v1.3")).unwrap();
        assert_eq!(newsroom.next(), Changes::Everything);
        let elsewhere = tempfile::tempdir().unwrap();
        fs::rename(newsroom.at("content/v1.3"), elsewhere.path().join("v1.3")).unwrap();
        assert_eq!(newsroom.next(), Changes::Everything);
        fs::remove_dir_all(newsroom.at("content/baru")).unwrap();
        assert_eq!(newsroom.next(), Changes::Everything);
    }

    #[test]
    fn a_top_folder_that_comes_or_comes_back_is_watched() {
        let newsroom = Newsroom::new(&["site.toml", "content/a.md"]);
        fs::create_dir(newsroom.at("static")).unwrap();
        assert_eq!(newsroom.next(), Changes::Everything);
        write(&newsroom.at("static/peta.svg"), "<svg/>");
        assert_eq!(newsroom.next(), files(&["static/peta.svg"]));
        fs::rename(newsroom.at("content"), newsroom.at("lama")).unwrap();
        write(&newsroom.at("content/b.md"), "baru");
        assert_eq!(newsroom.next(), Changes::Everything);
        write(&newsroom.at("content/b.md"), "lebih baru");
        assert_eq!(newsroom.next(), files(&["content/b.md"]));
    }

    #[test]
    fn a_pause_of_git_does_not_end_a_burst() {
        let newsroom = Newsroom::new(&["site.toml", "content/a.md"]);
        write(&newsroom.at(GIT_LOCK), "");
        (0..MANY).for_each(|file| write(&newsroom.at(&format!("content/{file}.md")), "isi"));
        assert!(newsroom.watch.recv_timeout(4 * QUIET_OF_MANY).is_err());
        fs::remove_file(newsroom.at(GIT_LOCK)).unwrap();
        assert!(matches!(newsroom.next(), Changes::Files(files) if files.len() == MANY));
    }

    #[test]
    fn a_branch_of_two_thousand_files_is_one_burst() {
        let newsroom = Newsroom::new(&["site.toml", "content/a.md"]);
        let check_out = |text: &str| {
            for file in 0..2000 {
                write(&newsroom.at(&format!("content/berita/{}/{file}.md", file % 20)), text);
            }
            newsroom.bursts()
        };
        // One, but for the pauses that a busy machine makes in the middle of it.
        let first = check_out("isi");
        assert!(first.len() <= 10, "{} bursts", first.len());
        assert_eq!(first[0], Changes::Everything);
        let second = check_out("isi lain");
        assert!(second.len() <= 10, "{} bursts", second.len());
        assert!(matches!(second.into_iter().reduce(both), Some(Changes::Files(files)) if files.len() == 2000));
    }
}
