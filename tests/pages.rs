//! What readers find on the pages of the default theme: each kind of page does what it is for.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, news};

/// The part of a page between two texts.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from} in {page}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

/// Whether texts stand on a page in this order.
fn in_order(page: &str, texts: &[&str]) -> bool {
    let mut rest = page;
    texts.iter().all(|text| rest.split_once(text).map(|(_, after)| rest = after).is_some())
}

#[test]
fn an_urgent_notice_is_on_top_until_it_expires() {
    let notice = news(
        "title = \"Siaga banjir\"\nurgent = true\ndate = 2026-02-28T09:00\nexpires = 2026-03-02T09:00:00+07:00\n",
        "Bersiaplah.\n",
    );
    let room = Room::new().with("content/pengumuman/2026/siaga.md", notice);
    let home = room.page("index.html");
    assert!(in_order(&home, &["<main", "class=\"alert\"", "Siaga banjir", "Pasar dibuka"]), "{home}");
    let page = room.page("pengumuman/2026/02/siaga/index.html");
    assert!(in_order(&page, &["box-urgent", "Berlaku sampai", "datetime=\"2026-03-02T09:00:00+07:00\""]), "{page}");
    let later = room.at("2026-03-02T09:00:00+07:00");
    assert!(!later.page("index.html").contains("Siaga banjir"));
}

#[test]
fn the_agenda_has_what_comes_first_and_what_is_over_apart() {
    let event = |title: &str, start: &str| {
        news(&format!("title = \"{title}\"\nevent = {{ start = {start}, place = \"Balai\" }}\n"), "Datanglah.\n")
    };
    let room = Room::new()
        .with("content/agenda/a.md", event("Kerja bakti", "2026-04-01T08:00"))
        .with("content/agenda/b.md", event("Tanam pohon", "2026-03-05T08:00"))
        .with("content/agenda/c.md", event("Festival lampion", "2026-01-05T18:00"));
    let page = room.page("agenda/index.html");
    assert!(
        in_order(&page, &["Akan datang", "Tanam pohon", "Kerja bakti", "agenda-past", "Festival lampion"]),
        "{page}"
    );
    let home = room.page("index.html");
    assert!(home.contains("Tanam pohon") && !home.contains("Festival lampion"));
}

#[test]
fn the_archive_counts_its_years_and_months() {
    let room = Room::new()
        .with("content/berita/2026/b.md", news("title = \"B\"\ndate = 2026-01-05\n", ""))
        .with("content/berita/2025/c.md", news("title = \"C\"\ndate = 2025-01-05\n", ""));
    let page = room.page("arsip/index.html");
    assert!(
        in_order(
            &page,
            &["/arsip/2026/\">2026</a> <span class=\"count\">2<", "/arsip/2025/\">2025</a> <span class=\"count\">1<"]
        ),
        "{page}"
    );
    assert!(page.contains("/arsip/2026/02/\">Februari</a> <span class=\"count\">1<"), "{page}");
    let year = room.page("arsip/2026/index.html");
    assert!(year.contains("Januari") && year.contains("Pasar dibuka") && !year.contains(">C<"));
}

#[test]
fn corrections_are_told_on_the_article_and_on_their_page() {
    let changes = "title = \"Lapak baru\"\n\
        changes = [{ date = 2026-02-02, kind = \"correction\", note = \"Bukan 40, melainkan 41 lapak.\" }, \
        { date = 2026-02-03, kind = \"minor\", note = \"Salah ketik.\" }]\n";
    let room = Room::new().with("content/berita/2026/lapak.md", news(changes, "Isi.\n"));
    let article = room.page("berita/2026/02/lapak/index.html");
    assert!(
        in_order(&article, &["href=\"#w-changes\"", "id=\"w-changes\"", "Ralat", "melainkan 41 lapak"]),
        "{article}"
    );
    let page = room.page("ralat/index.html");
    assert!(in_order(&page, &["Lapak baru", "melainkan 41 lapak"]) && !page.contains("Salah ketik"), "{page}");
}

#[test]
fn a_clarification_begins_with_claim_verdict_and_sources() {
    let lines = "title = \"Air aman\"\nclaim = \"Air ledeng beracun\"\nverdict = \"keliru\"\n\
        sources = [{ name = \"Hasil uji\", url = \"https://uji.example/\" }]\n";
    let room = Room::new().with("content/klarifikasi/2026/air.md", news(lines, "Penjelasannya.\n"));
    let page = room.page("klarifikasi/2026/02/air/index.html");
    let wanted = [
        "Air aman",
        "Kabar yang beredar",
        "Air ledeng beracun",
        "keliru",
        "Sumber",
        "https://uji.example/",
        "Penjelasannya",
    ];
    assert!(in_order(between(&page, "<main", "</main>"), &wanted), "{page}");
}

#[test]
fn who_is_lost_can_search_and_who_has_no_script_can_browse() {
    let room = Room::new();
    let lost = room.page("404.html");
    let form = between(&lost, "<form", "</form>");
    assert!(in_order(form, &["action=\"/cari/\"", "role=\"search\"", "name=\"q\""]), "{form}");
    let search = room.page("cari/index.html");
    let without = between(&search, "<noscript>", "</noscript>");
    assert!(without.contains("JavaScript"), "{without}");
    for way in [
        "https://www.google.com/search?q=site%3A",
        "href=\"/arsip/2026/\"",
        "href=\"/berita/\"",
        "href=\"/unit/humas/\"",
    ] {
        assert!(search.contains(way), "no {way} in {search}");
    }
}

#[test]
fn articles_are_passed_on_without_scripts_of_others() {
    let page = Room::new().page("berita/2026/02/pasar/index.html");
    let share = between(&page, "<ul class=\"share\">", "</ul>");
    let address = "https%3A%2F%2Fwarta.contoh.go.id%2Fberita%2F2026%2F02%2Fpasar%2F";
    assert!(in_order(share, &["https://wa.me/?text=", address, "Facebook", "share-copy"]), "{share}");
    for script in page.split("<script").skip(1) {
        assert!(
            script.starts_with(" type=\"application/ld+json\"")
                || script.starts_with(" type=\"module\" src=\"/assets/")
        );
    }
}

#[test]
fn a_quotation_in_another_language_says_so() {
    let body = ":::quote{by=\"Lurah\" lang=\"jv\"}\nRukun agawe santosa.\n:::\n";
    let page = Room::new().with("content/berita/2026/k.md", news("", body)).page("berita/2026/02/k/index.html");
    assert!(page.contains("<blockquote lang=\"jv\" dir=\"auto\">"), "{page}");
}
