//! From draft to withdrawal: what a document's page shows at each instant of its life.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, news};

const ADDRESS: &str = "berita/2026/02/jembatan/index.html";

fn room(lines: &str) -> Room {
    let lines = format!("title = \"Jembatan dibuka\"\n{lines}");
    Room::new().with("content/berita/2026/jembatan.md", news(&lines, "Warga menyeberang sejak pagi.\n"))
}

#[test]
fn a_withdrawal_that_has_not_come_changes_nothing_yet() {
    let room = room("withdrawn = { date = 2026-06-01, reason = \"Data keliru.\" }\n");
    let page = room.page(ADDRESS);
    assert!(page.contains("Warga menyeberang") && !page.contains("Data keliru"), "{page}");
    assert!(room.page("berita/index.html").contains("Jembatan dibuka"));
    assert!(!room.page("rss.xml").contains("Data keliru"));
    assert_eq!(room.load().next_change().map(|change| change.to_string()).as_deref(), Some("2026-05-31T17:00:00Z"));
}

#[test]
fn a_withdrawn_document_is_a_notice_in_its_place() {
    let room = room("withdrawn = { date = 2026-02-20, reason = \"Data keliru.\" }\n");
    let page = room.page(ADDRESS);
    assert!(!page.contains("Warga menyeberang") && page.contains("Data keliru"), "{page}");
    assert!(page.contains("noindex"));
    assert!(!room.page("rss.xml").contains("Jembatan dibuka"));
    assert!(!room.page("sitemap.xml").contains("jembatan"));
    assert!(room.page("ralat/index.html").contains("Jembatan dibuka"));
}

#[test]
fn an_event_that_ends_is_the_next_change() {
    let next = |event: &str| {
        let room = room(&format!("event = {{ {event}, place = \"Balai\" }}\n"));
        room.load().next_change().map(|change| change.to_string())
    };
    assert_eq!(next("start = 2026-03-02T09:00, end = 2026-03-02T11:00").as_deref(), Some("2026-03-02T04:00:00Z"));
    assert_eq!(next("date = 2026-03-01").as_deref(), Some("2026-03-01T17:00:00Z"));
    assert_eq!(next("start = 2026-03-01T13:00").as_deref(), Some("2026-03-01T06:00:00Z"));
    assert_eq!(next("date = 2026-02-28"), None);
}

#[test]
fn an_event_is_over_at_the_very_instant_that_was_announced() {
    let agenda = "+++\ntitle = \"Tanam pohon\"\ndate = 2026-02-01\nsummary = \"x\"\nunits = [\"humas\"]\nevent = { start = 2026-03-02T09:00, end = 2026-03-02T11:00, place = \"Balai\" }\n+++\n";
    let room = |now: &str| Room::new().with("content/agenda/pohon.md", agenda).at(now);
    let upcoming = |now: &str| {
        let snapshot = room(now).load();
        let newsroom = &snapshot.edition().unwrap().newsroom;
        newsroom.upcoming(warta::config::Lang::default()).len()
    };
    let end = room("2026-03-02T10:00:00+07:00").load().next_change().unwrap();
    assert_eq!(upcoming("2026-03-02T10:59:59+07:00"), 1);
    assert_eq!(upcoming(&end.to_string()), 0);
}

#[test]
fn a_withdrawn_unit_is_a_notice_and_its_name_stays() {
    let unit = "+++\ntitle = \"Humas\"\nwithdrawn = { date = 2026-02-20, reason = \"Dilebur.\" }\n+++\nTentang kami.\n";
    let room = Room::new().with("content/unit/humas.md", unit);
    let notice = room.page("unit/humas/index.html");
    assert!(notice.contains("Dilebur.") && !notice.contains("Tentang kami") && notice.contains("noindex"), "{notice}");
    let article = room.page("berita/2026/02/pasar/index.html");
    assert!(article.contains("Humas") && !article.contains("/unit/humas/"), "{article}");
    assert!(room.load().find(&warta::path::UrlPath::page("unit")).is_none());
    assert!(!room.page("sitemap.xml").contains("unit"));
}

#[test]
fn a_file_is_offered_once() {
    let lines = "title = \"Pompa\"\nattachments = [{ src = \"a.pdf\", title = \"Lembar data\" }, { src = \"b.pdf\" }, { src = \"./b.pdf\", title = \"Lagi\" }]\n";
    let body = "::file{src=\"a.pdf\"}\n";
    let room = Room::new()
        .with("content/berita/2026/pompa/index.md", news(lines, body))
        .with("content/berita/2026/pompa/a.pdf", "a")
        .with("content/berita/2026/pompa/b.pdf", "b");
    let page = room.page("berita/2026/02/pompa/index.html");
    assert_eq!(page.matches("pompa/a.pdf").count(), 1, "{page}");
    assert_eq!(page.matches("pompa/b.pdf").count(), 1, "{page}");
    assert!(page.contains("Lembar data") && !page.contains("Lagi"), "{page}");
}

#[test]
fn an_old_address_is_redirected_with_its_slash_and_without() {
    let room = |count: usize| {
        let aliases: Vec<String> = (0..count).map(|i| format!("\"/lama-{i}/\"")).collect();
        room(&format!("aliases = [\"/lama.html\", {}]\n", aliases.join(", ")))
    };
    let to = "/berita/2026/02/jembatan/ 301\n";
    assert_eq!(room(1).page("_redirects"), format!("/lama-0 {to}/lama-0/ {to}/lama.html {to}"));
    let many = room(600).page("_redirects");
    assert!(many.contains(&format!("/lama-7 {to}")) && !many.contains("/lama-7/"), "{}", many.lines().count());
}
