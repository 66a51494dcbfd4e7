//! What most commands begin with: the root, the clock, and a workspace over the disk.

use crate::args::{Common, Language};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use warta::cache::Cache;
use warta::diagnostic::Tongue;
use warta::failure::Failure;
use warta::source::Disk;
use warta::text;
use warta::time::Zone;
use warta::workspace::{Settings, Snapshot, Workspace};

/// A newsroom on disk, opened for one command.
pub struct Session {
    pub root: PathBuf,
    pub workspace: Workspace,
    pub settings: Settings,
}

impl Session {
    /// Opens the newsroom that the user means.
    pub fn open(common: &Common, preview: bool, base_url: Option<String>, live: bool) -> Result<Session, Failure> {
        let root = root(common)?;
        let disk = Disk::open(&root)?;
        let root = disk.root().to_path_buf();
        let cache = Cache::of(&root);
        let settings = Settings { now: common.instant(|| zone(&root))?, preview, base_url, keep_last_good: live };
        Ok(Session { root, workspace: Workspace::with_cache(Arc::new(disk), settings.clone(), cache), settings })
    }
}

/// The zone of the newsroom at `root`; the usual one if site.toml can't say.
fn zone(root: &Path) -> Zone {
    let bytes = fs::read(root.join(warta::config::FILE)).unwrap_or_default();
    warta::config::read(&bytes, None).0.map(|config| config.zone).unwrap_or_default()
}

/// The newsroom's folder: `--root`, else the nearest one upward with a site.toml.
pub fn root(common: &Common) -> Result<PathBuf, Failure> {
    let none = |place: &Path| {
        let place = place.display();
        Failure::new(text!(
            "tidak ada site.toml di {place} maupun di atasnya; jalankan `warta init` untuk membuat redaksi baru",
            "there is no site.toml in {place} or above it; `warta init` makes a new newsroom"
        ))
    };
    match &common.root {
        Some(root) if root.join(warta::config::FILE).is_file() => Ok(root.clone()),
        Some(root) => Err(none(root)),
        None => {
            let here = std::env::current_dir().map_err(|e| {
                Failure::io(text!("folder kerja tidak terbaca", "no working folder"), Path::new("."), e)
            })?;
            Disk::find_root(&here).ok_or_else(|| none(&here))
        }
    }
}

/// The language of messages: `--lang`, else the site's, else Indonesian.
pub fn tongue(common: &Common, snapshot: Option<&Snapshot>) -> Tongue {
    match common.lang {
        Some(Language::Id) => Tongue::Id,
        Some(Language::En) => Tongue::En,
        None => tongue_of(snapshot),
    }
}

/// The language of a site's newsroom, Indonesian where it is not known.
pub fn tongue_of(snapshot: Option<&Snapshot>) -> Tongue {
    match snapshot.and_then(Snapshot::edition).map(|edition| &*edition.config.languages[0].code) {
        None | Some("id" | "jv") => Tongue::Id,
        Some(_) => Tongue::En,
    }
}
