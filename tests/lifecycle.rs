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
fn an_event_that_is_over_is_a_change() {
    for (event, over) in [
        ("start = 2026-06-01T10:00:00, end = 2026-06-01T12:00:00", "2026-06-01T05:00:00Z"),
        ("start = 2026-06-01T10:00:00", "2026-06-01T03:00:00Z"),
        // A day is over at the newsroom's midnight.
        ("date = 2026-06-01", "2026-06-01T17:00:00Z"),
    ] {
        let room = room(&format!("event = {{ {event} }}\n"));
        assert_eq!(room.load().next_change().map(|change| change.to_string()).as_deref(), Some(over), "{event}");
    }
}
