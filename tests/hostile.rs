//! Input that means harm, or might as well.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, news};
use warta::diagnostic::{Code, Diagnostic};

/// A newsroom with one more article.
fn item(text: impl AsRef<[u8]>) -> Room {
    Room::new().with("content/berita/2026/uji.md", text)
}

fn codes(findings: &[Diagnostic]) -> Vec<Code> {
    let mut codes: Vec<Code> = findings.iter().filter(|finding| finding.is_error()).map(|f| f.code).collect();
    codes.dedup();
    codes
}

/// A newsroom whose one article has these further lines in its front matter, and this text.
fn errors_of(lines: &str, body: &str) -> Vec<Code> {
    codes(&item(news(lines, body)).findings())
}

#[test]
fn two_things_never_share_a_file_of_the_output() {
    assert_eq!(errors_of("aliases = [\"/index.html\"]\n", ""), [Code::DuplicateUrl]);
    assert_eq!(errors_of("aliases = [\"/rss.xml/lama/\"]\n", ""), [Code::DuplicateUrl]);
    assert_eq!(errors_of("aliases = [\"/berita/\"]\n", ""), [Code::DuplicateUrl]);
    let page = "+++\ntitle = \"Z\"\ndate = 2026-02-02\nsummary = \"Z\"\nunits = [\"humas\"]\n\
                attachments = [{ src = \"index.html\", title = \"L\" }]\n+++\n";
    let room = Room::new().with("content/berita/z/index.md", page).with("content/berita/z/index.html", "<script>");
    assert_eq!(codes(&room.findings()), [Code::DuplicateUrl]);
    assert_eq!(codes(&Room::new().with("static/berita", "x").findings()), [Code::DuplicateUrl]);
}

#[test]
fn two_things_never_share_a_file_of_a_disk_that_knows_no_capitals() {
    let article = "+++\ntitle = \"A\"\ndate = 2026-02-02\nsummary = \"A\"\nunits = [\"humas\"]\n+++\nTeks.\n";
    let with_article = || Room::new().with("content/berita/a.md", article);
    for name in ["static/Berita/index.html", "static/BERITA", "static/Berita/2026/02/a/Index.html", "static/Rss.xml"] {
        assert_eq!(codes(&with_article().with(name, "x").findings()), [Code::DuplicateUrl], "{name}");
    }
    let page = "+++\ntitle = \"Z\"\ndate = 2026-02-02\nsummary = \"Z\"\nunits = [\"humas\"]\n\
                attachments = [{ src = \"Index.html\", title = \"L\" }]\n+++\n";
    let room = Room::new().with("content/berita/z/index.md", page).with("content/berita/z/Index.html", "<script>");
    assert_eq!(codes(&room.findings()), [Code::DuplicateUrl]);
    assert_eq!(codes(&with_article().with("static/Berita/foto.txt", "x").findings()), []);
}

#[test]
fn an_alias_is_a_name_that_every_host_can_hold() {
    for alias in ["/.git/x", "/.warta-manifest", "/con/aux", "/a<b", "//evil.example/", "/a?b", "/../x"] {
        assert_eq!(errors_of(&format!("aliases = [\"{alias}\"]\n"), ""), [Code::InvalidAlias], "{alias}");
    }
    let long = "a".repeat(300);
    assert_eq!(errors_of(&format!("aliases = [\"/{long}\"]\n"), ""), [Code::InvalidAlias]);
}

#[test]
fn no_address_of_a_page_runs_code() {
    assert_eq!(errors_of("", "::video{url=\"javascript:alert(1)\"}\n"), [Code::ForbiddenLink]);
    assert_eq!(errors_of("", "[x](javascript:alert(1))\n"), [Code::ForbiddenLink]);
    let service = "[[services]]\nname = \"x\"\nurl = \"javascript:alert(1)\"\n";
    assert_eq!(codes(&Room::new().site(service).findings()), [Code::InvalidFormat]);
    let menu = "[[menu]]\nname = \"x\"\nurl = \"//evil.example\"\n";
    assert_eq!(codes(&Room::new().site(menu).findings()), [Code::InvalidFormat]);
    let logo = "[publisher]\nname = \"x\"\nlogo = \"https://evil.example/x.png\"\n";
    assert_eq!(codes(&Room::new().site(logo).findings()), [Code::RemoteImage]);
}

#[test]
fn a_collision_to_come_is_told_today() {
    let hidden = "+++\ntitle = \"Nanti\"\ndate = 2026-02-02\nsummary = \"N\"\nunits = [\"humas\"]\n\
                  embargo = 2030-01-01\naliases = [\"/berita/\"]\n+++\n";
    assert_eq!(codes(&Room::new().with("content/berita/nanti.md", hidden).findings()), [Code::DuplicateUrl]);
}

#[test]
fn a_topic_may_get_its_own_page_later() {
    let topic = "+++\ntitle = \"Banjir\"\nstatus = \"draft\"\n+++\n";
    let room = item(news("topics = [\"banjir\"]\n", "")).with("content/topik/banjir.md", topic);
    assert_eq!(codes(&room.findings()), []);
}

#[test]
fn what_lies_in_static_is_copied_with_its_dots() {
    let room = Room::new().with("static/.well-known/security.txt", "Contact: mailto:a@b.id\n");
    assert!(room.site_files().contains_key(".well-known/security.txt"));
}

#[test]
fn a_file_of_an_unpublished_document_is_not_given_away() {
    let hidden =
        "+++\ntitle = \"Nanti\"\ndate = 2026-02-02\nsummary = \"N\"\nunits = [\"humas\"]\nembargo = 2030-01-01\n+++\n";
    let room = item(news("", "[unduh](nanti/lampiran.pdf)\n"))
        .with("content/berita/2026/nanti/index.md", hidden)
        .with("content/berita/2026/nanti/lampiran.pdf", "rahasia");
    assert_eq!(codes(&room.findings()), [Code::LinkToUnpublished]);
}

#[test]
fn a_correction_waits_for_its_day() {
    let lines = "changes = [{ date = 2030-01-01, kind = \"correction\", note = \"Catatanrahasia\" }]\n";
    let files = item(news(lines, "")).site_files();
    assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Catatanrahasia")));
}

#[test]
fn a_date_of_zeros_hides_no_other_fault() {
    let room = item(news("date = \"00/00/0000\"\n", "[mati](tidak-ada.md)\n"))
        .with("content/berita/2026/lain.md", news("related = [\"berita/2026/uji\"]\n", ""));
    assert_eq!(codes(&room.findings()), [Code::ZeroDate, Code::DeadLink]);
}

#[test]
fn a_line_of_nothing_but_marks_takes_its_length_to_read() {
    let begun = std::time::Instant::now();
    for marks in ["]", "](", "[^", "{", "::a{", "[x] (", "](a b)"] {
        item(news("", &marks.repeat(50_000 / marks.len()))).load();
    }
    for (lines, count) in [("--\n", 100_000), ("a = [1\n", 5_000), ("a = { b = 1\n", 5_000)] {
        item(format!("+++\nclaim = \"\"\"\n{}", lines.repeat(count))).load();
        item(format!("+++\n{}+++\n", lines.repeat(count))).load();
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("content")).unwrap();
    for name in ["content/nol.md", "site.toml"] {
        std::os::unix::fs::symlink("/dev/zero", folder.path().join(name)).unwrap();
        let source = warta::source::Disk::open(folder.path()).unwrap();
        assert_eq!(warta::source::Source::read(&source, &warta::path::RelPath::new(name)).unwrap(), None);
    }
    // A pipe that nobody writes to.
    let pipe = folder.path().join("content/pipa.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let source = warta::source::Disk::open(folder.path()).unwrap();
    assert_eq!(warta::source::Source::read(&source, &warta::path::RelPath::new("content/pipa.md")).unwrap(), None);
}
