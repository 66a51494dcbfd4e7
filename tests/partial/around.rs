//! Which addresses documents that come and go, registers, time and files cause to be rendered, by name.

use crate::bench::Bench;
use crate::room::{news, picture};
use crate::small::*;
use insta::assert_snapshot;
use std::fs;

/// What is rendered as time passes over a newsroom with one more file.
fn at(path: &str, lines: &str, before: &str, now: &str) -> String {
    let mut bench = built();
    bench.now = before.to_owned();
    bench.files.put(path, news(lines, TEXT));
    bench.build();
    bench.now = now.to_owned();
    rendered(&bench)
}

fn moved(bench: &Bench, from: &str, to: &str, lines: &str) {
    bench.files.remove(from);
    bench.files.put(to, news(lines, TEXT));
}

#[test]
fn a_draft() {
    assert_snapshot!(after_lines("content/berita/2026/baru.md", "title = \"Zamrud nilakandi\"\nstatus = \"draft\"\n"), @"");
}

#[test]
fn a_translation() {
    let lines = PASAR_LINES.replace("Pasar dibuka", "The market opens");
    assert_snapshot!(after_lines("content/berita/2026/pasar.en.md", &lines), @"
    /_headers
    /arsip/2026/
    /arsip/2026/02/
    /berita/
    /berita/2026/02/pasar/
    /en/
    /en/archive/
    /en/archive/2026/
    /en/archive/2026/02/
    /en/atom.xml
    /en/berita/
    /en/berita/2026/02/pasar/
    /en/berita/2026/02/pasar/index.json
    /en/berita/atom.xml
    /en/berita/feed.json
    /en/berita/rss.xml
    /en/feed.json
    /en/media/
    /en/rss.xml
    /en/search/
    /en/tokoh/
    /en/tokoh/rani/
    /en/topik/
    /en/topik/pasar/
    /en/topik/pasar/atom.xml
    /en/topik/pasar/feed.json
    /en/topik/pasar/rss.xml
    /en/unit/
    /en/unit/humas/
    /en/unit/humas/atom.xml
    /en/unit/humas/feed.json
    /en/unit/humas/rss.xml
    /opml.xml
    /sitemap.xml
    /tokoh/
    /tokoh/rani/
    /topik/
    /topik/pasar/
    /unit/
    /unit/humas/
    ");
}

#[test]
fn a_topic_without_articles() {
    assert_snapshot!(after_lines(BANJIR, &BANJIR_LINES.replace("\"air\"", "")), @"
    = /_headers
    /atom.xml
    /berita/2026/02/banjir/
    /berita/2026/02/banjir/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /cari/
    /feed.json
    /media/
    /opml.xml
    /rss.xml
    /sitemap.xml
    /topik/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_unit_renamed() {
    assert_snapshot!(after(&[("content/unit/kominfo.md", "+++\ntitle = \"Dinas Informatika\"\n+++\n")]), @"
    /
    /arsip/2026/
    /arsip/2026/01/
    /atom.xml
    /cari/
    /feed.json
    /media/
    /opml.xml
    /rss.xml
    /siaran-pers/
    /siaran-pers/2026/01/jalan/
    /siaran-pers/2026/01/jalan/index.json
    /siaran-pers/atom.xml
    /siaran-pers/feed.json
    /siaran-pers/rss.xml
    /unit/
    /unit/kominfo/
    /unit/kominfo/atom.xml
    /unit/kominfo/feed.json
    /unit/kominfo/rss.xml
    ");
}

#[test]
fn a_persons_role() {
    let rani = "+++\ntitle = \"Rani Larasati\"\nrole = \"Ketua\"\n+++\n";
    assert_snapshot!(after(&[("content/tokoh/rani.md", rani)]), @"
    /berita/2026/02/pasar/
    = /berita/2026/02/pasar/index.json
    /tokoh/
    /tokoh/rani/
    ");
}

#[test]
fn a_page() {
    assert_snapshot!(after(&[("content/tentang.md", "+++\ntitle = \"Tentang kami\"\n+++\n\nKami.\n")]), @"/tentang/");
}

#[test]
fn an_embargo_that_is_over() {
    let lines = "title = \"Baru\"\ndate = 2026-02-20\nembargo = 2026-03-01T13:00:00+07:00\n";
    assert_snapshot!(at("content/berita/2026/baru.md", lines, NOW, "2026-03-01T13:00:00+07:00"), @"
    /
    /404.html
    = /_headers
    /agenda/2026/02/rapat/
    /arsip/
    /arsip/2026/
    /arsip/2026/01/
    /arsip/2026/02/
    /atom.xml
    /berita/
    /berita/2026/02/banjir/
    /berita/2026/02/baru/
    /berita/2026/02/baru/index.json
    /berita/2026/02/pasar/
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /cari/
    /feed.json
    /pengumuman/2025/12/libur/
    /rss.xml
    /sitemap.xml
    /unit/
    /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn an_article_that_expires() {
    let lines = format!("{LIBUR_LINES}expires = 2026-03-01T13:00:00+07:00\n");
    assert_snapshot!(at(LIBUR, &lines, NOW, "2026-03-01T13:00:00+07:00"), @"
    /
    /404.html
    = /_headers
    /agenda/
    /agenda/2026/02/rapat/
    /arsip/
    /arsip/2026/
    /arsip/2026/01/
    /arsip/2026/02/
    /atom.xml
    /berita/
    /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /cari/
    /feed.json
    /media/
    /opml.xml
    /rss.xml
    /siaran-pers/
    /siaran-pers/2026/01/jalan/
    /sitemap.xml
    /tentang/
    /tokoh/
    /tokoh/rani/
    /topik/
    /topik/air/
    /topik/pasar/
    /unit/
    /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    /unit/kominfo/
    ");
}

#[test]
fn an_event_that_is_over_and_comes_again() {
    let (before, now) = ("2026-03-02T10:00:00+07:00", "2026-03-02T12:00:00+07:00");
    assert_snapshot!(at(RAPAT, RAPAT_LINES, before, now), @"
    /
    /404.html
    /agenda/
    /agenda/2026/02/rapat/
    /arsip/2026/
    /arsip/2026/02/
    /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /pengumuman/2025/12/libur/
    /unit/humas/
    ");
}

#[test]
fn an_instant_later() {
    let mut bench = built();
    bench.now = "2026-03-01T12:00:01+07:00".to_owned();
    assert_snapshot!(rendered(&bench), @"");
}

#[test]
fn a_file_moved() {
    let bench = built();
    moved(&bench, LIBUR, "content/pengumuman/2025/libur.md", LIBUR_LINES);
    assert_snapshot!(rendered(&bench), @"
    = /
    = /_headers
    = /agenda/2026/02/rapat/
    = /arsip/2025/
    = /arsip/2025/12/
    /atom.xml
    = /berita/2026/02/banjir/
    = /berita/2026/02/pasar/
    /feed.json
    = /pengumuman/
    = /pengumuman/2025/12/libur/
    /pengumuman/2025/12/libur/index.json
    /pengumuman/atom.xml
    /pengumuman/feed.json
    /pengumuman/rss.xml
    /rss.xml
    = /sitemap.xml
    = /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_file_that_becomes_a_folder() {
    let bench = built();
    moved(&bench, LIBUR, "content/pengumuman/2026/libur/index.md", LIBUR_LINES);
    assert_snapshot!(rendered(&bench), @"
    = /atom.xml
    = /feed.json
    = /pengumuman/2025/12/libur/
    = /pengumuman/2025/12/libur/index.json
    = /pengumuman/atom.xml
    = /pengumuman/feed.json
    = /pengumuman/rss.xml
    = /rss.xml
    = /sitemap.xml
    = /unit/humas/atom.xml
    = /unit/humas/feed.json
    = /unit/humas/rss.xml
    ");
}

#[test]
fn a_photo_replaced() {
    let bench = built();
    bench.files.put("content/berita/2026/denah.gif", picture("dua"));
    assert_snapshot!(rendered(&bench), @"
    /
    /404.html
    = /_headers
    /agenda/2026/02/rapat/
    /arsip/2026/
    /arsip/2026/02/
    /atom.xml
    /berita/
    /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /feed.json
    /images/denah.DIGEST.1.jpg
    /images/denah.DIGEST.1.webp
    /pengumuman/2025/12/libur/
    /rss.xml
    /sitemap.xml
    /tokoh/rani/
    /topik/pasar/
    /topik/pasar/atom.xml
    /topik/pasar/feed.json
    /topik/pasar/rss.xml
    /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_static_file() {
    assert_snapshot!(after(&[("static/catatan.txt", "dua")]), @"/catatan.txt");
}

#[test]
fn a_static_file_added() {
    assert_snapshot!(after(&[("static/lain.txt", "dua")]), @"
    = /_headers
    /lain.txt
    ");
}

#[test]
fn a_published_file_deleted() {
    let bench = built();
    fs::remove_file(bench.output().join("berita/2026/02/pasar/index.html")).unwrap();
    assert_snapshot!(rendered(&bench), @"/berita/2026/02/pasar/");
}

#[test]
fn a_published_file_damaged() {
    let bench = built();
    let file = bench.output().join("rss.xml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("Pasar", "Pesar")).unwrap();
    assert_snapshot!(rendered(&bench), @"/rss.xml");
}
