//! The search index: what is in it, what is not, and what is made again.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{NOW, Room, SITE, news};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use warta::cache::Cache;
use warta::path::RelPath;
use warta::source::{Changes, Memory};
use warta::workspace::{Settings, Snapshot, Workspace};

/// The files of the index, without the digests in their names.
fn index(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let name = |name: &str| {
        let (part, file) = name.strip_prefix("search-index/")?.split_once('/')?;
        Some(format!("{}/{file}", part.split('.').next()?))
    };
    files.iter().filter_map(|(path, bytes)| Some((name(path)?, text(bytes)))).collect()
}

fn article(year: i32, title: &str, body: &str) -> String {
    let text = news(&format!("title = \"{title}\"\n"), body);
    text.replace("2026-02-01", &format!("{year}-02-01"))
}

#[test]
fn a_part_for_each_language_and_year() {
    let room = Room::empty()
        .with("site.toml", SITE.replace("language = \"id\"", "language = \"id\"\nlanguages = [\"id\", \"jv\"]"))
        .with("content/berita/a.md", article(2025, "Kunjungan kerja", "Mereka mengunjungi **pa**sar.\n"))
        .with("content/berita/b.md", article(2026, "Pasar", "Ramai.\n"))
        .with("content/berita/b.jv.md", article(2026, "Peken", "Rame.\n"))
        .with("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
    let files = room.site_files();
    let found = index(&files);
    let parts: BTreeSet<&str> = found.keys().filter_map(|name| name.split('/').next()).collect();
    assert_eq!(parts, BTreeSet::from(["id-2025", "id-2026", "id-pages", "jv-2026"]));
    for posting in [r#""kunjung":[5]"#, r#""unjung":[0]"#, r#""pasar":[0]"#, r#""humas":[3]"#] {
        assert!(found["id-2025/0.json"].contains(posting), "{posting}: {}", found["id-2025/0.json"]);
    }
    assert!(found["jv-2026/0.json"].contains("\"peken\":[5]"), "{}", found["jv-2026/0.json"]);
    let entry = String::from_utf8(files["cari/search.json"].clone()).unwrap();
    let years: Vec<&str> = entry.match_indices("\"years\":").map(|(at, _)| &entry[at + 8..at + 18]).collect();
    assert_eq!(years, ["[[2026,1]]", "[[2025,1]]", "[],\"count\""]);
    assert!(files["jv/cari/search.json"].starts_with(b"{\"version\":2,\"language\":\"\""));
}

#[test]
fn nothing_unpublished_or_withdrawn_is_in_it() {
    let public = || Room::new().with("content/berita/2026/lain.md", news("title = \"Lain\"\n", "Isi lain.\n"));
    let hidden = |lines: &str| news(&format!("title = \"Zamrud hijau\"\n{lines}"), "Nilakandi.\n");
    let without = public().site_files();
    for lines in
        ["status = \"draft\"\n", "embargo = 2030-01-01T00:00:00+07:00\n", "expires = 2026-02-02T00:00:00+07:00\n"]
    {
        let files = public().with("content/berita/2026/rahasia.md", hidden(lines)).site_files();
        let of = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
            files.keys().filter(|name| name.starts_with("search-index/")).cloned().collect()
        };
        assert_eq!(of(&files), of(&without), "{lines}");
    }
    let withdrawn = hidden("withdrawn = { date = 2026-02-02T00:00:00+07:00, reason = \"Keliru.\" }\n");
    let files = public().with("content/berita/2026/rahasia.md", withdrawn).site_files();
    assert!(index(&files).values().all(|text| !text.contains("zamrud") && !text.contains("Zamrud")));
}

#[test]
fn it_can_be_switched_off() {
    let room = Room::new().site("[search]\nenabled = false\n");
    let files = room.site_files();
    assert!(files.keys().all(|name| !name.contains("search-index") && name != "cari/search.json"));
    let page = String::from_utf8(files["cari/index.html"].clone()).unwrap();
    assert!(!page.contains("<form") && page.contains("/arsip/"));
}

#[test]
fn a_path_below_the_host_is_told_once_and_changes_no_part() {
    let below = {
        let site = SITE.replace("contoh.go.id", "contoh.go.id/kota");
        Room::new().with("site.toml", site).site_files()
    };
    let root = Room::new().site_files();
    assert_eq!(index(&root), index(&below));
    let entry = String::from_utf8(below["cari/search.json"].clone()).unwrap();
    assert!(entry.contains("\"base\":\"/kota\"") && entry.contains("\"at\":\"/search-index/id-2026."), "{entry}");
    let page = String::from_utf8(below["cari/index.html"].clone()).unwrap();
    assert!(
        page.contains("data-index=\"/kota/cari/search.json\"") && page.contains("q=site%3Awarta.contoh.go.id%2Fkota")
    );
}

#[test]
fn only_the_part_that_was_edited_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let files = Arc::new(Memory::new([("site.toml", SITE)]));
    files.put("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
    for year in 2020..2026 {
        files.put(&format!("content/berita/{year}.md"), article(year, "Pasar", "Buka.\n"));
    }
    let counts = |files: &Arc<Memory>| {
        let snapshot = open(files, folder.path());
        snapshot.develop(true, &|| ()).unwrap();
        let first = index_of(&snapshot);
        snapshot.tidy();
        (snapshot.indexed(), first)
    };
    let ((made, _), before) = counts(&files);
    assert_eq!(made, 3);
    let (reused, again) = counts(&files);
    assert_eq!((reused.0, &again), (0, &before));
    // The newest year, which is edited most, stands alone; the past is one part.
    for (year, part) in [(2025, "id-2025."), (2023, "id-2020-2024.")] {
        let before = counts(&files).1;
        files.put(&format!("content/berita/{year}.md"), article(year, "Pasar", "Tutup.\n"));
        let ((made, reused), after) = counts(&files);
        assert_eq!((made, reused), (1, 2));
        let changed: Vec<&String> = before.keys().filter(|name| !after.contains_key(*name)).collect();
        assert!(!changed.is_empty() && changed.iter().all(|name| name.contains(part)), "{changed:?}");
    }
    assert_eq!(
        std::fs::read_dir(folder.path().join(".warta/cache/search")).unwrap().count(),
        3,
        "the old parts are gone"
    );
}

#[test]
fn a_damaged_or_missing_cache_changes_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let files = Arc::new(Memory::new([("site.toml", SITE)]));
    files.put("content/berita/a.md", article(2024, "Pasar", "Buka.\n"));
    let made = index_of(&open(&files, folder.path()));
    for entry in std::fs::read_dir(folder.path().join(".warta/cache/search")).unwrap() {
        std::fs::write(entry.unwrap().path(), "rusak").unwrap();
    }
    assert_eq!(index_of(&open(&files, folder.path())), made);
    assert_eq!(index_of(&open(&files, &folder.path().join("lain"))), made);
}

#[test]
fn a_preview_finds_drafts_as_they_are_being_written() {
    let files = Arc::new(Memory::new([("site.toml", SITE)]));
    files.put("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
    let draft = |text: &str| news("title = \"Konsep\"\nstatus = \"draft\"\n", text);
    files.put("content/berita/a.md", draft("Zamrud.\n"));
    let settings = Settings { now: NOW.parse().unwrap(), preview: true, base_url: None, keep_last_good: true };
    let mut workspace = Workspace::new(files.clone(), settings);
    let before = index_of(&workspace.load().unwrap());
    files.put("content/berita/a.md", draft("Nilakandi.\n"));
    let edited = Changes::Files([RelPath::new("content/berita/a.md")].into());
    let after = index_of(&workspace.update(&edited).unwrap());
    let words = |files: &BTreeMap<String, Vec<u8>>| {
        let file = files.iter().find(|(name, _)| name.contains("/id-2026.") && name.ends_with("/0.json"));
        String::from_utf8(file.unwrap().1.clone()).unwrap()
    };
    assert!(words(&before).contains("zamrud") && !words(&after).contains("zamrud"));
    assert!(words(&after).contains("nilakand"));
}

fn open(files: &Arc<Memory>, root: &std::path::Path) -> Snapshot {
    let settings = Settings { now: NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good: false };
    Workspace::with_cache(files.clone(), settings, Cache::of(root)).load().unwrap()
}

fn index_of(snapshot: &Snapshot) -> BTreeMap<String, Vec<u8>> {
    let routes = snapshot.routes().iter().filter(|route| route.url.as_str().starts_with("/search-index/"));
    routes.map(|route| (route.url.to_string(), snapshot.render(route).unwrap())).collect()
}
