//! Times the search index alone: made cold, left as it is, and after one edit.
//!
//! `cargo run --release --example index -- NEWSROOM` prints one JSON object. The newsroom is read and not
//! written to; the cache lies in a folder of its own.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use warta::cache::Cache;
use warta::failure::Failure;
use warta::path::RelPath;
use warta::source::{Disk, Listing, Source};
use warta::workspace::{Settings, Workspace};

/// A newsroom in which one article has a word more than on the disk.
#[derive(Debug)]
struct Edited {
    disk: Arc<dyn Source>,
    file: Option<RelPath>,
}

impl Source for Edited {
    fn list(&self) -> Result<Listing, Failure> {
        self.disk.list()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        let mut bytes = self.disk.read(path)?;
        if let Some(bytes) = bytes.as_mut().filter(|_| Some(path) == self.file.as_ref()) {
            bytes.extend_from_slice(b"\n\nTambahan.\n");
        }
        Ok(bytes)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::args().nth(1).ok_or("name the newsroom's folder")?;
    let disk: Arc<dyn Source> = Arc::new(Disk::open(Path::new(&root)).map_err(told)?);
    let articles = disk.list().map_err(told)?.files.into_iter().rev();
    let article = articles.into_iter().find(|file| file.as_str().starts_with("content/siaran-pers/"));
    let kept = tempfile::tempdir()?;
    let cold = measure(&disk, None, kept.path())?;
    let same = measure(&disk, None, kept.path())?;
    let edit = measure(&disk, article, kept.path())?;
    writeln!(std::io::stdout(), "{{\"cold\": {cold}, \"unchanged\": {same}, \"edit\": {edit}}}")?;
    Ok(())
}

fn measure(disk: &Arc<dyn Source>, file: Option<RelPath>, kept: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let settings =
        Settings { now: "2026-11-01T00:00:00+07:00".parse()?, preview: false, base_url: None, keep_last_good: false };
    let source = Arc::new(Edited { disk: disk.clone(), file });
    let snapshot = Workspace::with_cache(source, settings, Cache::of(kept)).load().map_err(told)?;
    let began = Instant::now();
    snapshot.develop(true, &|| ()).map_err(told)?;
    let ms = began.elapsed().as_secs_f64() * 1e3;
    let (made, reused) = snapshot.indexed();
    Ok(format!("{{\"ms\": {ms:.1}, \"made\": {made}, \"reused\": {reused}}}"))
}

fn told(failure: Failure) -> String {
    format!("{failure:?}")
}
