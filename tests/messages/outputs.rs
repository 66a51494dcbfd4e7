//! WT6: what is only known once the site is built.

use super::cli::Folder;
use insta::assert_snapshot;

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
        super::room::news("title = \"Wali kota mengumumkan jembatan baru\"\nembargo = 2026-06-01\n", ""),
    );
    folder.write("site.toml", format!("{}theme = \"kota\"\n", super::room::SITE));
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
    folder.write("site.toml", format!("{}[check]\nfile_budget = 10\n", super::room::SITE));
    assert_snapshot!(built(&folder, &[], 0), @"
    site.toml:1:1: warning[WT602]: 18 berkas, melebihi batas 10 (naikkan check.file_budget, atau kurangi halaman, misalnya dengan paginate.size yang lebih besar)
    site.toml:1:1: warning[WT602]: 18 files, over the budget of 10 (raise check.file_budget, or make fewer pages, such as by a larger paginate.size)
    ");
}

#[test]
fn files_that_are_not_wartas_stay_and_are_named() {
    let folder = Folder::newsroom();
    folder.warta(&["build"]).ends(0);
    folder.write("public/catatan.txt", "milik saya");
    assert_snapshot!(built(&folder, &[], 0), @"
    site.toml:1:1: note[WT603]: 1 berkas di public bukan buatan warta dan dibiarkan, antara lain catatan.txt
    site.toml:1:1: note[WT603]: 1 files in public are not warta's and were left alone, among them catatan.txt
    ");
    assert_eq!(folder.read("public/catatan.txt"), "milik saya");
}

#[test]
fn a_file_that_changes_while_the_site_is_built_is_not_reproducible() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let folder = Folder::newsroom();
    folder.write("static/jam.txt", "0");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut count = 0_u64;
            while !done.load(Ordering::Relaxed) {
                count += 1;
                folder.write("jam.tmp", count.to_string());
                std::fs::rename(folder.join("jam.tmp"), folder.join("static/jam.txt")).unwrap();
            }
        });
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| built(&folder, &["--verify"], 1)));
        done.store(true, Ordering::Relaxed);
        assert_snapshot!(told.unwrap(), @"
        site.toml:1:1: error[WT604]: jam.txt berbeda pada pembuatan kedua
        site.toml:1:1: error[WT604]: jam.txt came out differently the second time
        ");
    });
}
