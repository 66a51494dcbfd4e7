//! Watching a newsroom on disk: bursts of changes become one.

use super::{CONTENT, STATIC, THEMES};
use crate::config;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet before a burst counts as over.
const QUIET: Duration = Duration::from_millis(15);
/// The longest that a burst is waited for.
const PATIENCE: Duration = Duration::from_millis(400);

/// A running watch; dropping it ends it.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    _watcher: RecommendedWatcher,
}

/// Watches site.toml, content/, static/ and themes/ of the newsroom in `root`.
pub fn watch(root: &Path) -> Result<Watch, Failure> {
    let failed = |error: notify::Error| {
        Failure::new(text!(
            "tidak dapat memantau perubahan berkas: {error}; naikkan batas inotify atau tutup program lain",
            "can't watch files for changes: {error}; raise the inotify limit or close other programs"
        ))
    };
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
    // The root itself is watched without its folders, so that a build's output wakes nobody.
    watcher.watch(root, RecursiveMode::NonRecursive).map_err(failed)?;
    for folder in [CONTENT, STATIC, THEMES] {
        let folder = root.join(folder);
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive).map_err(failed)?;
        }
    }
    Ok(Watch { root: root.to_path_buf(), events, _watcher: watcher })
}

/// What changed in one burst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// These files, and no others.
    Files(BTreeSet<RelPath>),
    /// More than can be told apart; everything must be listed anew.
    Everything,
}

impl Watch {
    /// Waits for the next burst; none when the watch has ended.
    pub fn wait(&mut self) -> Option<Changes> {
        loop {
            let mut events = vec![self.events.recv().ok()?];
            let began = Instant::now();
            while began.elapsed() < PATIENCE {
                match self.events.recv_timeout(QUIET) {
                    Ok(event) => events.push(event),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            match self.sort_out(events) {
                Changes::Files(files) if files.is_empty() => {}
                changes => return Some(changes),
            }
        }
    }

    fn sort_out(&mut self, events: Vec<notify::Result<Event>>) -> Changes {
        let mut files = BTreeSet::new();
        for event in events {
            let Ok(event) = event else { return Changes::Everything };
            if event.need_rescan() {
                return Changes::Everything;
            }
            if event.kind.is_access() {
                continue;
            }
            for path in &event.paths {
                match self.input(path) {
                    None => {}
                    // A folder that came, went or moved stands for files that no event names.
                    Some(name) if path.is_dir() || !name.file_name().contains('.') => return Changes::Everything,
                    Some(name) => drop(files.insert(name)),
                }
            }
        }
        Changes::Files(files)
    }

    /// The name of a path that is an input of the newsroom.
    fn input(&self, path: &Path) -> Option<RelPath> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let name = RelPath::new(&relative.iter().map(|s| s.to_str()).collect::<Option<Vec<_>>>()?.join("/"));
        let top = name.as_str().split('/').next().unwrap_or_default();
        let hidden = name.as_str().split('/').any(super::is_hidden) || name.as_str().ends_with('~');
        ([CONTENT, STATIC, THEMES].contains(&top) || name.as_str() == config::FILE).then_some(name).filter(|_| !hidden)
    }
}
