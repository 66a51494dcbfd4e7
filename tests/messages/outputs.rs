//! WT6: what is only known once the site is built.

use super::cli::Folder;
use super::room::{NOW, SITE, news};
use super::tell;
use insta::assert_snapshot;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use warta::failure::Failure;
use warta::path::RelPath;
use warta::publish::{Output, Stopped, publish};
use warta::source::{Listing, Memory, Source};
use warta::workspace::{Settings, Snapshot, Workspace};

/// What a build says in both languages; it must end with `status`.
fn built(folder: &Folder, arguments: &[&str], status: i32) -> String {
    let say = |lang: &str| {
        let mut all = vec!["build", "--format", "short", "--lang", lang];
        all.extend(arguments);
        folder.warta(&all).ends(status).out
    };
    format!("{}{}", say("id"), say("en"))
}

#[test]
fn a_template_that_gives_away_what_is_embargoed() {
    let folder = Folder::newsroom();
    folder.write(
        "content/berita/2026/rahasia.md",
        news("title = \"Wali kota mengumumkan jembatan baru\"\nembargo = 2026-06-01\n", ""),
    );
    folder.write("site.toml", format!("{SITE}theme = \"kota\"\n"));
    folder.write("themes/kota/theme.toml", "extends = \"warta\"\n");
    folder.write("themes/kota/templates/404.html", "<p>Wali kota mengumumkan jembatan baru</p>\n");
    assert_snapshot!(built(&folder, &[], 1), @"
    content/berita/2026/rahasia.md:1:1: error[WT601]: judul atau alamat naskah yang belum terbit ini muncul di /404.html (hapus sebutannya dari naskah atau templat yang membuat halaman itu)
    content/berita/2026/rahasia.md:1:1: error[WT601]: the headline or address of this unpublished document stands in /404.html (take it out of the document or template that makes that page)
    ");
}

#[test]
fn more_files_than_the_host_takes() {
    let folder = Folder::newsroom();
    folder.write("site.toml", format!("{SITE}[check]\nfile_budget = 10\n"));
    assert_snapshot!(built(&folder, &[], 0), @"
    site.toml:1:1: warning[WT602]: 43 berkas, melebihi batas 10 (naikkan check.file_budget, atau kurangi halaman, misalnya dengan paginate.size yang lebih besar)
    site.toml:1:1: warning[WT602]: 43 files, over the budget of 10 (raise check.file_budget, or make fewer pages, such as by a larger paginate.size)
    ");
}

#[test]
fn files_that_are_not_wartas_stay_and_are_named() {
    let folder = Folder::newsroom();
    folder.warta(&["build"]).ends(0);
    folder.write("public/catatan.txt", "milik saya");
    assert_snapshot!(built(&folder, &[], 0), @"
    site.toml:1:1: note[WT603]: catatan.txt di public bukan buatan warta dan dibiarkan
    site.toml:1:1: note[WT603]: catatan.txt in public is not warta's and was left alone
    ");
    assert_eq!(folder.read("public/catatan.txt"), "milik saya");
}

/// A newsroom in which one file is different whenever it is read.
#[derive(Debug)]
struct Restless {
    files: Memory,
    reads: AtomicU64,
}

impl Source for Restless {
    fn list(&self) -> Result<Listing, Failure> {
        self.files.list()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        if path.as_str() == "static/jam.txt" {
            return Ok(Some(self.reads.fetch_add(1, Ordering::Relaxed).to_string().into_bytes()));
        }
        self.files.read(path)
    }
}

fn settings() -> Settings {
    Settings { now: NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good: false }
}

fn opened(snapshot: &Snapshot, output: &Path) -> Output {
    Output::open(snapshot.cache(), output).unwrap()
}

#[test]
fn what_changes_while_the_site_is_made_is_not_published() {
    let files = Memory::new([("site.toml", SITE), ("static/jam.txt", "")]);
    let source = Arc::new(Restless { files, reads: AtomicU64::new(0) });
    let (snapshot, folder) = (Workspace::new(source, settings()).load().unwrap(), Folder::empty());
    let output = folder.join("public");
    let Err(Stopped::Findings(findings)) = publish(&snapshot, None, opened(&snapshot, &output), &|| ()) else {
        panic!()
    };
    assert_snapshot!(tell(&findings, &snapshot), @"
    static/jam.txt
    error[WT307]
      id: berkas ini berubah selagi situs dibuat
          = jalankan sekali lagi
      en: this file changed while the site was made
          = run it once more
    ");
    assert!(!output.exists());
}

#[test]
fn what_differs_on_a_second_look_is_not_published() {
    let look = |hour| {
        let files = Memory::new([("site.toml", SITE), ("static/jam.txt", hour)]);
        Workspace::new(Arc::new(files), settings()).load().unwrap()
    };
    let (snapshot, second, folder) = (look("7"), look("8"), Folder::empty());
    let output = folder.join("public");
    let Err(Stopped::Findings(findings)) = publish(&snapshot, Some(&second), opened(&snapshot, &output), &|| ()) else {
        panic!()
    };
    assert_snapshot!(tell(&findings, &snapshot), @"
    site.toml
    error[WT604]
      id: /jam.txt berbeda pada pembuatan kedua
          = ulangi saat tidak ada berkas yang sedang diubah; kalau tetap berbeda, laporkan kepada pembuat warta
      en: /jam.txt came out differently the second time
          = try again while no file is being changed; if it still differs, tell the makers of warta
    ");
    assert!(!output.exists());
    publish(&snapshot, None, opened(&snapshot, &output), &|| ()).unwrap();
    assert!(output.join("jam.txt").exists());
}
