//! The theme that comes along: complete in every language it speaks.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::Room;
use std::collections::BTreeSet;
use std::path::Path;

fn words(language: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/warta/i18n/{language}.toml"));
    let table: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
    let mut keys = BTreeSet::new();
    flatten(&table, "", &mut keys);
    keys
}

fn flatten(table: &toml::Table, prefix: &str, keys: &mut BTreeSet<String>) {
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => flatten(inner, &format!("{prefix}{key}."), keys),
            _ => drop(keys.insert(format!("{prefix}{key}"))),
        }
    }
}

#[test]
fn every_language_has_every_word() {
    // A word that is missing would be borrowed from another language.
    let id = words("id");
    for language in ["en", "jv"] {
        let other = words(language);
        let different: Vec<&String> = id.symmetric_difference(&other).collect();
        assert_eq!(different, Vec::<&String>::new(), "{language}");
    }
}

#[test]
fn every_page_has_a_title_and_one_headline_in_every_language() {
    let room = Room::new()
        .site("languages = [\"id\", \"en\", \"jv\"]\n")
        .with(
            "content/berita/2026/pasar.en.md",
            room::news("changes = [{ date = 2026-02-02, kind = \"correction\", note = \"x\" }]\n", ""),
        )
        .with("content/berita/2026/pasar.jv.md", room::news("topics = [\"banjir\"]\naliases = [\"/lama/\"]\n", ""));
    let files = room.site_files();
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let mut count = 0;
    for (name, bytes) in pages {
        let page = std::str::from_utf8(bytes).unwrap();
        let within =
            |open: &str, close: &str| page.split(open).nth(1).and_then(|rest| rest.split(close).next()).map(str::trim);
        let title = within("<title>", "</title>").unwrap_or_default();
        assert!(!title.is_empty() && !title.starts_with('–'), "{name}: {title:?}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_ne!(within("<h1>", "</h1>"), Some(""), "{name}");
        count += 1;
    }
    assert!(count > 30, "{count}");
    let id = std::str::from_utf8(&files["unit/index.html"]).unwrap();
    assert!(id.contains("<h1>Unit kerja</h1>"), "{id}");
}

/// The names in the first column of the tables below a heading of the guide for theme authors.
fn documented(heading: &str) -> Vec<String> {
    let guide = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theme.md")).unwrap();
    let (_, section) = guide.split_once(&format!("\n{heading}\n")).unwrap();
    let section = section.split("\n#").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let column = |row: &str| row.split('|').nth(1).unwrap_or_default().to_owned();
    // What stands in brackets are the fields of each item of a list.
    let names = |cell: String| {
        let outside = cell.split('[').map(|part| part.rsplit(']').next().unwrap_or_default().to_owned());
        let names: Vec<String> = outside
            .flat_map(|part| part.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        names
    };
    rows.map(column).flat_map(names).collect()
}

#[test]
fn what_the_guide_promises_to_templates_is_there() {
    let template = |kind: &str, names: &[String]| {
        let fields: String =
            names.iter().map(|name| format!("{kind}.{name}: {{{{ {kind}.{name} is defined }}}}\n")).collect();
        format!("<title>x</title>\n{fields}{{{{ doc.body | safe }}}}")
    };
    let mut page = template("page", &documented("### `page`"));
    page += &template("doc", &documented("### `doc`"));
    let room = Room::new()
        .site("theme = \"uji\"\n")
        .with("themes/uji/theme.toml", "extends = \"warta\"\n")
        .with("themes/uji/templates/news.html", page);
    let shown = room.page("berita/2026/02/pasar/index.html");
    let missing: Vec<&str> = shown.lines().filter(|line| line.ends_with(": false")).collect();
    assert!(shown.lines().filter(|line| line.ends_with(": true")).count() > 40, "{shown}");
    assert_eq!(missing, Vec::<&str>::new());
}
