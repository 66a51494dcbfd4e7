//! What earlier runs have parsed is used again, and never makes a difference.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::{Folder, assert_same};
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::time::SystemTime;
use warta::cache::Cache;
use warta::failure::Failure;
use warta::path::RelPath;
use warta::publish::{Output, publish};
use warta::records::Settled;
use warta::source::{Changes, Disk, Listing, Memory, Source};
use warta::text;
use warta::workspace::{RenderError, Settings, Snapshot, Workspace};

const KEPT: &str = ".warta/cache/documents/parsed";
const PASAR: &str = "content/berita/2026/pasar.md";
const TEXT: &str = "## Jadwal\n\nBuka pukul enam, lihat [banjir](banjir.md) dan [lampiran](denah.pdf).\n\n\
:::note{title=\"Ingat\"}\nBawa **tas** sendiri, sebab kantong plastik tidak lagi disediakan di semua kios pasar, \
baik di lantai bawah maupun di lantai atas, dan juga tidak di halaman parkir. Panitia menyediakan kotak untuk \
menitipkan barang selama kunjungan berlangsung.\n:::\n\n";

fn newsroom() -> Folder {
    let folder = Folder::newsroom();
    folder.write(PASAR, room::news("title = \"Pasar dibuka\"\n", &TEXT.repeat(3)));
    folder.write("content/berita/2026/banjir.md", room::news("title = \"Banjir surut\"\n", "Pendek.\n"));
    folder.write("content/berita/2026/denah.pdf", "%PDF-1.4\n%%EOF\n");
    folder.write("content/berita/2026/tanpa.md", room::news("title = \"\"\nstatus = \"draft\"\n", "x\n"));
    folder
}

/// A build, and what a build of the same files without anything kept gives.
fn builds_as_if_cold(folder: &Folder) {
    folder.warta(&["build"]).ends(0);
    let cold = Folder::empty();
    for (path, bytes) in folder.tree("") {
        if !path.starts_with(".warta") && !path.starts_with("public") {
            cold.write(&path, bytes);
        }
    }
    cold.warta(&["build"]).ends(0);
    assert_same(&folder.tree("public"), &cold.tree("public"));
}

fn written(folder: &Folder) -> SystemTime {
    fs::metadata(folder.join(KEPT)).unwrap().modified().unwrap()
}

#[test]
fn after_any_edit_a_build_gives_what_a_cold_one_gives() {
    let folder = newsroom();
    builds_as_if_cold(&folder);
    folder.write("content/berita/2026/banjir.md", room::news("title = \"Banjir surut\"\n", "Lain.\n"));
    builds_as_if_cold(&folder);
    // A file under another's name, and one whose bytes are those of another.
    folder.write("content/berita/2026/kopi.md", folder.read(PASAR));
    folder.write(PASAR, room::news("title = \"Pasar lain\"\n", TEXT));
    builds_as_if_cold(&folder);
    folder.remove("content/berita/2026/kopi.md");
    folder.write("site.toml", format!("{}languages = [\"id\", \"en\"]\n", room::SITE));
    builds_as_if_cold(&folder);
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let folder = newsroom();
    folder.warta(&["check"]).ends(0);
    let first = written(&folder);
    folder.warta(&["build"]).ends(0);
    folder.warta(&["check"]).ends(0);
    assert_eq!(written(&folder), first, "check and build share what is kept, and find everything in it");
    folder.remove("content/berita/2026/tanpa.md");
    folder.warta(&["build"]).ends(0);
    assert_ne!(written(&folder), first);
    let kept = fs::read(folder.join(KEPT)).unwrap();
    assert!(!kept.windows(8).any(|window| window == b"tanpa.md"), "what is gone leaves");
}

#[test]
fn findings_are_kept_too() {
    let folder = newsroom();
    folder.write(
        "content/berita/2026/salah.md",
        room::news("title = \"Salah\"\nsumary = \"x\"\n", "![](tidak-ada.jpg)\n"),
    );
    folder.write("content/berita/2026/rusak.md", "+++\ntitle = \n");
    let first = folder.warta(&["check", "--format", "json"]).ends(1).json();
    assert!(folder.has(KEPT));
    let second = folder.warta(&["check", "--format", "json"]).ends(1).json();
    assert!(first["diagnostics"].as_array().unwrap().len() > 2);
    assert_eq!(first["diagnostics"], second["diagnostics"]);
}

#[test]
fn damage_costs_time_and_nothing_else() {
    let folder = newsroom();
    folder.warta(&["build"]).ends(0);
    let whole = fs::read(folder.join(KEPT)).unwrap();
    for (number, at) in [0, 20, 50, whole.len() / 2, whole.len() - 1].into_iter().enumerate() {
        let mut flipped = whole.clone();
        flipped[at] ^= 4;
        for (damage, bytes) in [("a bit", flipped), ("an end", whole[..at].to_vec())] {
            // Without an edit a build need not look at any document.
            let text = format!("Lain {number} {damage}.\n");
            folder.write("content/berita/2026/banjir.md", room::news("title = \"Banjir surut\"\n", &text));
            folder.write(KEPT, &bytes);
            builds_as_if_cold(&folder);
            assert_ne!(fs::read(folder.join(KEPT)).unwrap(), bytes, "{damage} at {at} is mended");
        }
    }
}

#[test]
fn where_nothing_can_be_kept_everything_is_parsed() {
    let folder = newsroom();
    folder.write(".warta/cache/documents", "a file where a folder should be");
    builds_as_if_cold(&folder);
    builds_as_if_cold(&folder);
}

#[test]
fn builds_at_the_same_time_do_not_disturb_each_other() {
    let folder = newsroom();
    let outputs = ["satu", "dua", "tiga"];
    let mut runs: Vec<_> = outputs
        .iter()
        .map(|output| {
            let mut command = folder.command(&["build", "-q", "--output", output]);
            command.stdout(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    assert!(runs.iter_mut().all(|run| run.wait().unwrap().success()));
    assert_same(&folder.tree("satu"), &folder.tree("dua"));
    assert_same(&folder.tree("satu"), &folder.tree("tiga"));
    builds_as_if_cold_beside(&folder, &outputs);
}

fn builds_as_if_cold_beside(folder: &Folder, outputs: &[&str]) {
    outputs.iter().for_each(|output| fs::remove_dir_all(folder.join(output)).unwrap());
    builds_as_if_cold(folder);
}

/// A workspace over a newsroom that was built before. Nothing in it is unpublished: headlines of what is
/// are looked for in every text, which would put all of them aside.
fn workspace(folder: &Folder, keep_last_good: bool) -> Workspace {
    let _ = fs::remove_file(folder.join("content/berita/2026/tanpa.md"));
    folder.warta(&["build"]).ends(0);
    let settings = Settings { now: room::NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good };
    let disk = Disk::open(folder.path()).unwrap();
    Workspace::with_cache(Arc::new(disk), settings, Cache::of(folder.path()))
}

fn page(snapshot: &Snapshot) -> Result<String, RenderError> {
    let route = snapshot.routes().iter().find(|route| route.url.as_str().ends_with("/pasar/")).unwrap();
    snapshot.render(route).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn a_file_that_changes_before_its_text_is_read_again_is_a_finding() {
    let folder = newsroom();
    let snapshot = workspace(&folder, false).load().unwrap();
    folder.write(PASAR, room::news("title = \"Pasar dibuka\"\n", "Lain.\n"));
    let Err(RenderError::Findings(findings)) = page(&snapshot) else { panic!("the page was made of another text") };
    let told: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(told, ["WT307"], "{findings:?}");
}

#[test]
fn a_preview_keeps_the_last_good_text_of_a_document_that_was_kept() {
    let folder = newsroom();
    let mut workspace = workspace(&folder, true);
    let first = page(&workspace.load().unwrap()).unwrap();
    assert!(first.contains("Buka pukul enam") && first.contains("kantong plastik"));
    // Not looked at before it is broken, so that nothing of it is in memory.
    let mut workspace = self::workspace(&folder, true);
    workspace.load().unwrap();
    folder.write(PASAR, "+++\ntitle = \n");
    let changed = Changes::Files(BTreeSet::from([RelPath::new(PASAR)]));
    assert_eq!(page(&workspace.update(&changed).unwrap()).unwrap(), first);
}

/// Files of which one can't be read.
#[derive(Debug)]
struct Barred(Memory, RelPath);

impl Source for Barred {
    fn list(&self) -> Result<Listing, Failure> {
        self.0.list()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        if *path == self.1 { Err(Failure::new(text!("ditolak", "refused"))) } else { self.0.read(path) }
    }
}

#[test]
fn a_file_that_nobody_refers_to_need_not_be_readable() {
    let files = Memory::new([("site.toml", room::SITE)]);
    files.put("content/unit/dlh.md", "+++\ntitle = \"Dinas Lingkungan Hidup\"\n+++\n");
    files.put("content/berita/2026/kunci.bin", "rahasia");
    let settings = Settings { now: room::NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good: false };
    let source = Arc::new(Barred(files, RelPath::new("content/berita/2026/kunci.bin")));
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    for expected in [false, true] {
        let mut workspace = Workspace::with_cache(source.clone(), settings.clone(), Cache::of(folder.path()));
        assert_eq!(workspace.settled(&output).unwrap().is_some(), expected);
        let snapshot = workspace.load().unwrap();
        assert_eq!(snapshot.diagnostics(), []);
        let built = publish(&snapshot, None, Output::open(snapshot.cache(), &output).unwrap(), &|| ()).unwrap();
        let now = settings.now;
        let (findings, numbers, words) = Default::default();
        let inventory = built.inventory.unwrap();
        workspace.settle(&output, &Settled { from: now, until: None, findings, numbers, words, inventory });
    }
}
