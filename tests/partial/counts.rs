//! Which addresses a new article, or a change of one, causes to be rendered, by name.

use crate::room::news;
use crate::small::*;
use insta::assert_snapshot;

/// The newsroom before `lines` were there, and what is rendered once they are.
fn lines_added(path: &str, before: &str, lines: &str) -> String {
    after_lines(path, &format!("{before}{lines}"))
}

#[test]
fn nothing() {
    let bench = built();
    let before = bench.published();
    let made = bench.build();
    assert_eq!(made.rendered(), Vec::<&str>::new());
    let outcome = made.built.unwrap().outcome;
    assert_eq!((outcome.written, outcome.removed), (0, 0));
    assert!(bench.published() == before);
}

#[test]
fn a_body() {
    assert_snapshot!(after(&[(PASAR, &news(PASAR_LINES, "Buka pukul tujuh.\n"))]), @"
    /atom.xml
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /feed.json
    /rss.xml
    /topik/pasar/atom.xml
    /topik/pasar/feed.json
    /topik/pasar/rss.xml
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_title() {
    assert_snapshot!(after_lines(PASAR, &PASAR_LINES.replace("dibuka", "ditutup")), @"
    /
    /404.html
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
    /pengumuman/2025/12/libur/
    /rss.xml
    = /sitemap.xml
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
fn a_summary() {
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, "summary = \"Ringkasan lain.\"\n"), @"
    /
    /404.html
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
    /pengumuman/2025/12/libur/
    /rss.xml
    = /sitemap.xml
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
fn contact_alone() {
    assert_snapshot!(after_lines(JALAN, &JALAN_LINES.replace("Dewi", "Budi")), @"
    = /atom.xml
    = /feed.json
    = /rss.xml
    /siaran-pers/2026/01/jalan/
    /siaran-pers/2026/01/jalan/index.json
    = /siaran-pers/atom.xml
    = /siaran-pers/feed.json
    = /siaran-pers/rss.xml
    = /sitemap.xml
    = /unit/kominfo/atom.xml
    = /unit/kominfo/feed.json
    = /unit/kominfo/rss.xml
    ");
}

#[test]
fn updated_alone() {
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, "updated = 2026-02-20T09:00:00+07:00\n"), @"
    = /
    = /404.html
    = /agenda/2026/02/rapat/
    = /arsip/2026/
    = /arsip/2026/02/
    /atom.xml
    = /berita/
    = /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /feed.json
    = /pengumuman/2025/12/libur/
    /rss.xml
    /sitemap.xml
    = /tokoh/rani/
    = /topik/pasar/
    /topik/pasar/atom.xml
    /topik/pasar/feed.json
    /topik/pasar/rss.xml
    = /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_correction() {
    let change = "changes = [{ date = 2026-02-26, kind = \"correction\", note = \"Jam buka.\" }]\n";
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, change), @"
    /
    /404.html
    = /_headers
    /agenda/
    /agenda/2026/02/rapat/
    /arsip/
    /arsip/2025/
    /arsip/2025/12/
    /arsip/2026/
    /arsip/2026/01/
    /arsip/2026/02/
    /atom.xml
    /berita/
    /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /cari/
    /feed.json
    /media/
    /opml.xml
    /pengumuman/
    /pengumuman/2025/12/libur/
    /ralat/
    /ralat/atom.xml
    /ralat/feed.json
    /ralat/rss.xml
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
    /topik/pasar/atom.xml
    /topik/pasar/feed.json
    /topik/pasar/rss.xml
    /unit/
    /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    /unit/kominfo/
    ");
}

#[test]
fn a_withdrawal() {
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, "withdrawn = { date = 2026-02-28, reason = \"Keliru.\" }\n"), @"
    /
    /404.html
    /_headers
    /agenda/
    /agenda/2026/02/rapat/
    /arsip/
    /arsip/2025/
    /arsip/2025/12/
    /arsip/2026/
    /arsip/2026/01/
    /arsip/2026/02/
    /atom.xml
    /berita/
    /berita/2026/02/banjir/
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /cari/
    /feed.json
    /media/
    /opml.xml
    /pengumuman/
    /pengumuman/2025/12/libur/
    /ralat/
    /ralat/atom.xml
    /ralat/feed.json
    /ralat/rss.xml
    /rss.xml
    /siaran-pers/
    /siaran-pers/2026/01/jalan/
    /sitemap.xml
    /tentang/
    /tokoh/
    /tokoh/rani/
    /topik/
    /topik/air/
    /unit/
    /unit/humas/
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    /unit/kominfo/
    ");
}

#[test]
fn related_articles() {
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, "related = [\"siaran-pers/2026/jalan\"]\n"), @"
    = /atom.xml
    /berita/2026/02/pasar/
    = /berita/2026/02/pasar/index.json
    = /berita/atom.xml
    = /berita/feed.json
    = /berita/rss.xml
    = /feed.json
    = /rss.xml
    = /sitemap.xml
    = /topik/pasar/atom.xml
    = /topik/pasar/feed.json
    = /topik/pasar/rss.xml
    = /unit/humas/atom.xml
    = /unit/humas/feed.json
    = /unit/humas/rss.xml
    ");
}

#[test]
fn an_alias() {
    assert_snapshot!(lines_added(PASAR, PASAR_LINES, "aliases = [\"/lama/pasar\"]\n"), @"
    = /_headers
    /_redirects
    = /atom.xml
    = /berita/2026/02/pasar/
    = /berita/2026/02/pasar/index.json
    = /berita/atom.xml
    = /berita/feed.json
    = /berita/rss.xml
    = /feed.json
    /lama/pasar/
    = /rss.xml
    = /sitemap.xml
    = /topik/pasar/atom.xml
    = /topik/pasar/feed.json
    = /topik/pasar/rss.xml
    = /unit/humas/atom.xml
    = /unit/humas/feed.json
    = /unit/humas/rss.xml
    ");
}

#[test]
fn a_body_with_share_images_and_an_index() {
    let bench = built();
    bench.files.put("site.toml", SITE.replace("false", "true"));
    bench.build();
    bench.files.put(PASAR, news(PASAR_LINES, "Buka pukul tujuh.\n"));
    assert_snapshot!(rendered(&bench), @"
    = /_headers
    /atom.xml
    /berita/2026/02/pasar/
    /berita/2026/02/pasar/index.json
    = /berita/2026/02/pasar/share.png
    /berita/atom.xml
    /berita/feed.json
    /berita/rss.xml
    /cari/search.json
    = /en/search/search.json
    /feed.json
    /rss.xml
    /search-index/id-2026.DIGEST/0.json
    /search-index/id-2026.DIGEST/b0.json
    /search-index/id-2026.DIGEST/facets.json
    /topik/pasar/atom.xml
    /topik/pasar/feed.json
    /topik/pasar/rss.xml
    /unit/humas/atom.xml
    /unit/humas/feed.json
    /unit/humas/rss.xml
    ");
}

#[test]
fn a_new_article() {
    assert_snapshot!(after_lines("content/berita/2026/baru.md", "title = \"Baru\"\ndate = 2026-02-20\n"), @"
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
fn an_old_article_that_is_new_here() {
    assert_snapshot!(after_lines("content/berita/2024/lama.md", "title = \"Lama\"\ndate = 2024-02-20\n"), @"
    /
    = /_headers
    /agenda/2026/02/rapat/
    /arsip/
    /arsip/2024/
    /arsip/2024/02/
    /atom.xml
    /berita/
    /berita/2024/02/lama/
    /berita/2024/02/lama/index.json
    /berita/2026/02/banjir/
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
