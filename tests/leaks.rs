//! What is not published does not exist: not in a page, not in a count, not in a file's name.
//!
//! The strongest form of that is used wherever it can be: the site with the hidden document is
//! compared, byte for byte, with the site of a newsroom that never had it.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::{Folder, assert_same};
use room::{Room, news, picture};

const INSTANT: &str = "2026-03-05T10:00:00+07:00";
const BEFORE: &str = "2026-03-05T09:59:59+07:00";

/// Words that stand in the hidden document alone, in every place a document has.
const MARKS: [&str; 9] = [
    "Rahasiajudul",
    "rahasiaslug",
    "Rahasiaisi",
    "Rahasiaringkasan",
    "Rahasiafoto",
    "rahasiaberkas",
    "Rahasiatopik",
    "rahasia-lama",
    "Rahasiabyte",
];

/// A room with a public and a hidden document; `lines` hide it.
fn hidden(lines: &str) -> Room {
    let text = format!(
        "title = \"Rahasiajudul wali kota\"\nslug = \"rahasiaslug\"\nsummary = \"Rahasiaringkasan.\"\n\
         topics = [\"Rahasiatopik\"]\npeople = [\"rani\"]\nauthors = [\"rani\"]\naliases = [\"/rahasia-lama/\"]\n\
         photos = [{{ src = \"rahasiaberkas.jpg\", alt = \"Rahasiafoto\", caption = \"Rahasiafoto\", credit = \"x\" }}]\n\
         attachments = [{{ src = \"rahasiaberkas.pdf\", title = \"Rahasiajudul\" }}]\n{lines}"
    );
    public()
        .with("content/berita/2026/rahasiaberkas.jpg", picture("Rahasiabyte"))
        .with("content/berita/2026/rahasiaberkas.pdf", "Rahasiabyte")
        .with(
            "content/berita/2026/rahasia.md",
            news(&text, "Rahasiaisi.\n\n## Bab\n\n![Rahasiafoto](rahasiaberkas.jpg)\n"),
        )
}

/// The same room without the hidden document.
fn public() -> Room {
    let text = news("title = \"Terbuka\"\ntopics = [\"banjir\"]\n", "Isi.\n");
    Room::new().with("content/berita/2026/terbuka.md", text)
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

#[test]
fn a_second_before_its_embargo_lifts_a_document_is_nowhere() {
    let room = hidden(&format!("embargo = {INSTANT}\n")).at(BEFORE);
    let files = room.site_files();
    for (name, bytes) in &files {
        for mark in MARKS {
            assert!(!holds(name.as_bytes(), mark) && !holds(bytes, mark), "{mark} in {name}");
        }
    }
    assert_same(&files, &public().at(BEFORE).site_files());
}

#[test]
fn at_its_instant_it_is_everywhere() {
    let files = hidden(&format!("embargo = {INSTANT}\n")).at(INSTANT).site_files();
    let page = "berita/2026/02/rahasiaslug/index.html";
    for (name, mark) in [
        (page, "Rahasiaisi"),
        (page, "Rahasiafoto"),
        ("index.html", "Rahasiajudul"),
        ("berita/index.html", "Rahasiajudul"),
        ("unit/humas/index.html", "Rahasiajudul"),
        ("tokoh/rani/index.html", "Rahasiajudul"),
        ("topik/rahasiatopik/index.html", "Rahasiajudul"),
        ("arsip/2026/02/index.html", "Rahasiajudul"),
        ("rss.xml", "Rahasiaisi"),
        ("berita/rss.xml", "Rahasiaringkasan"),
        ("sitemap.xml", "/berita/2026/02/rahasiaslug/"),
        ("_redirects", "/rahasia-lama/ /berita/2026/02/rahasiaslug/ 301"),
        ("rahasia-lama/index.html", "/berita/2026/02/rahasiaslug/"),
        ("berita/2026/02/rahasiaslug/rahasiaberkas.pdf", "Rahasiabyte"),
    ] {
        let bytes = files.get(name).unwrap_or_else(|| panic!("no {name} among {:#?}", files.keys()));
        assert!(holds(bytes, mark), "{mark} is not in {name}");
    }
    assert!(files.keys().any(|name| name.starts_with("images/rahasiaberkas.")));
}

#[test]
fn drafts_and_what_is_in_review_to_come_or_over_is_as_if_it_had_never_been() {
    let public = public().at(BEFORE).site_files();
    for lines in [
        "status = \"draft\"\n",
        "status = \"review\"\n",
        &format!("date = {INSTANT}\n"),
        "expires = 2026-03-01\n",
        "status = \"draft\"\nwithdrawn = { date = 2026-02-10, reason = \"x\" }\n",
        &format!("embargo = {INSTANT}\nwithdrawn = {{ date = 2026-02-10, reason = \"x\" }}\n"),
    ] {
        assert_same(&hidden(lines).at(BEFORE).site_files(), &public);
    }
}

#[test]
fn a_hidden_unit_person_or_topic_is_nowhere_either() {
    let with = |path: &str| {
        let text = "+++\ntitle = \"Rahasiajudul\"\nstatus = \"draft\"\n+++\n\nRahasiaisi.\n";
        public().with(path, text).site_files()
    };
    let without = public().site_files();
    for path in
        ["content/unit/rahasia.md", "content/tokoh/rahasia.md", "content/topik/rahasia.md", "content/rahasia.md"]
    {
        assert_same(&with(path), &without);
    }
}

#[test]
fn a_hidden_translation_leaves_no_trace_on_its_original() {
    let site = "languages = [\"id\", \"en\"]\n";
    let text = news("title = \"Rahasiajudul\"\nstatus = \"draft\"\n", "Rahasiaisi.\n");
    let with = public().site(site).with("content/berita/2026/terbuka.en.md", text);
    assert_same(&with.site_files(), &public().site(site).site_files());
}

#[test]
fn who_links_to_what_is_hidden_gives_away_the_words_of_the_link_alone() {
    let lines = "title = \"Penunjuk\"\nrelated = [\"berita/2026/rahasia\"]\n";
    let body = "[satu](rahasia.md) [dua](rahasia.md#bab) [tiga](/berita/2026/02/rahasiaslug/)\n";
    let files = hidden(&format!("embargo = {INSTANT}\n"))
        .at(BEFORE)
        .with("content/berita/2026/penunjuk.md", news(lines, body))
        .site_files();
    for (name, bytes) in &files {
        for mark in MARKS {
            assert!(!holds(name.as_bytes(), mark) && !holds(bytes, mark), "{mark} in {name}");
        }
    }
    let page = String::from_utf8(files["berita/2026/02/penunjuk/index.html"].clone()).unwrap();
    for words in ["satu", "dua", "tiga"] {
        assert!(page.contains(&format!(">{words}</a>")) && !page.contains("rahasia.md"), "{page}");
    }
}

#[test]
fn what_was_withdrawn_has_lost_its_text_its_photos_and_its_files() {
    let files = hidden("withdrawn = { date = 2026-02-10, reason = \"Data keliru.\" }\n").site_files();
    for (name, bytes) in &files {
        for mark in ["Rahasiaisi", "Rahasiaringkasan", "Rahasiafoto", "rahasiaberkas", "Rahasiatopik", "Rahasiabyte"] {
            assert!(!holds(name.as_bytes(), mark) && !holds(bytes, mark), "{mark} in {name}");
        }
    }
    for listing in ["index.html", "berita/index.html", "rss.xml", "sitemap.xml", "unit/humas/index.html"] {
        assert!(!holds(&files[listing], "rahasia"), "{listing}");
    }
    assert!(holds(&files["berita/2026/02/rahasiaslug/index.html"], "Data keliru."));
}

#[test]
fn a_template_that_leaks_on_purpose_is_caught_and_nothing_is_published() {
    let folder = Folder::newsroom();
    folder.warta(&["build"]).ends(0);
    let before = folder.tree("public");
    let title = "Wali kota mengumumkan jembatan baru";
    let lines = format!("title = \"{title}\"\nslug = \"jembatan\"\nembargo = 2026-06-01\n");
    folder.write("content/berita/2026/jembatan.md", news(&lines, ""));
    folder.write("site.toml", format!("{}theme = \"kota\"\n", room::SITE));
    folder.write("themes/kota/theme.toml", "extends = \"warta\"\n");
    for leak in [title, "<a href=\"/berita/2026/02/jembatan/\">?</a>"] {
        folder.write("themes/kota/templates/404.html", leak);
        let run = folder.warta(&["build", "--format", "short"]).ends(1);
        assert!(run.out.starts_with("content/berita/2026/jembatan.md:1:1: error[WT601]"), "{}", run.out);
        assert_same(&folder.tree("public"), &before);
    }
    // Once it is published, the same words give nothing away.
    folder.warta(&["build", "--now", "2026-06-01T00:00:00+07:00"]).ends(0);
}
