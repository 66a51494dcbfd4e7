//! The theme that comes along: complete in every language it speaks.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::Room;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use warta::colour::Colour;

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

/// The custom properties of colours in the first `:root` of each of some parts of a style sheet, the later
/// over the earlier.
fn colours(parts: &[&str]) -> BTreeMap<String, Colour> {
    let mut colours = BTreeMap::new();
    for part in parts {
        let (_, rest) = part.split_once(":root").unwrap();
        let block = rest.split('}').next().unwrap();
        let lines: Vec<(&str, &str)> = block.split(';').filter_map(|line| line.trim().split_once(": ")).collect();
        for (name, value) in lines {
            let name = name.rsplit("--").next().unwrap().to_owned();
            let alias = value.strip_prefix("var(--").and_then(|rest| colours.get(rest.trim_end_matches(')')).copied());
            if let Some(colour) = Colour::parse(value).or(alias) {
                colours.insert(name, colour);
            }
        }
    }
    colours
}

#[test]
fn the_style_sheets_colours_are_read_by_everyone() {
    let css = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/warta/assets/style.css"));
    let css = css.unwrap();
    let after = |start: &str| css.split_once(start).unwrap().1;
    let (light, dark) = (css.as_str(), after("prefers-color-scheme: dark"));
    let more = after("prefers-contrast: more");
    for (mode, parts, text) in [
        ("light", vec![light], 4.5),
        ("dark", vec![light, dark], 4.5),
        ("light, more contrast", vec![light, more], 7.0),
        ("dark, more contrast", vec![light, dark, more], 7.0),
    ] {
        let mut colours = colours(&parts);
        // What stands for another colour in the light stands for it in the dark.
        colours.insert("on-accent".to_owned(), colours["paper"]);
        if text > 4.5 {
            for name in ["soft", "rule", "edge", "accent"] {
                colours.insert(name.to_owned(), colours["ink"]);
            }
            colours.insert("soft-night".to_owned(), colours["on-night"]);
        }
        let hold = |above: &str, below: &str, least: f64| {
            let contrast = colours[above].contrast(colours[below]);
            assert!(contrast >= least, "{mode}: {above} on {below} has {contrast:.2}, not {least}");
        };
        for ground in ["paper", "shade", "urgent-shade", "caution-shade"] {
            hold("ink", ground, text);
            hold("soft", ground, 4.5);
        }
        for name in ["accent", "code-comment", "code-string", "code-keyword", "code-constant", "code-name"] {
            hold(name, "paper", 4.5);
            hold(name, "shade", 4.5);
        }
        for name in ["urgent", "caution"] {
            hold(name, "paper", 4.5);
            hold(name, &format!("{name}-shade"), 4.5);
        }
        hold("on-accent", "accent", 4.5);
        hold("on-night", "night", text);
        hold("soft-night", "night", 4.5);
        // Borders of what can be pressed or filled in.
        hold("edge", "paper", 3.0);
        hold("edge", "shade", 3.0);
    }
}

#[test]
fn the_grounds_of_the_accent_are_those_of_the_style_sheet() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/warta");
    let manifest: toml::Table = std::fs::read_to_string(root.join("theme.toml")).unwrap().parse().unwrap();
    let css = std::fs::read_to_string(root.join("assets/style.css")).unwrap();
    let dark = css.split_once("prefers-color-scheme: dark").unwrap().1;
    for (key, colours) in [("light", colours(&[&css])), ("dark", colours(&[dark]))] {
        assert_eq!(manifest["accent"][key].as_str(), Some(&*colours["shade"].to_string()), "{key}");
    }
}

#[test]
fn the_accent_of_site_toml_reaches_the_style_sheet_and_its_name() {
    let style = |lines: &str| {
        let files = Room::new().site(lines).site_files();
        let mut sheets = files.into_iter().filter(|(name, _)| name.starts_with("assets/style."));
        let (name, bytes) = sheets.next().unwrap();
        (name, String::from_utf8(bytes).unwrap())
    };
    let (name, css) = style("[design]\naccent = \"#7a1f5c\"\n");
    assert!(css.contains("@media screen{:root{--accent:#7a1f5c}}"), "{css}");
    let dark = css.split_once("prefers-color-scheme:dark){:root{--accent:").unwrap().1;
    let shade = dark.get(..7).and_then(Colour::parse).filter(|shade| shade.to_string() != "#7a1f5c");
    let ground = Colour::parse("#1d2325").unwrap();
    assert!(shade.unwrap().contrast(ground) >= 7.0, "{css}");
    let (other_name, other) = style("");
    assert!(!other.contains("#7a1f5c"));
    assert_ne!(name, other_name);
}

#[test]
fn a_theme_that_changes_one_file_of_another_has_all_the_rest() {
    let room = |room: Room| room.site("theme = \"kota\"\n[design]\naccent = \"#0b6e4f\"\n");
    let own = "{% extends \"article.html\" %}\n{% block facts %}<p>Anggaran: {{ doc.extra.budget | default(value=\"?\") }}</p>{% endblock %}\n";
    let changed = room(Room::new())
        .with("themes/kota/theme.toml", "name = \"Kota\"\nextends = \"warta\"\n")
        .with("themes/kota/templates/news.html", own);
    assert_eq!(changed.findings(), []);
    let (mut changed, mut usual) = (changed.site_files(), Room::new().site_files());
    let article = "berita/2026/02/pasar/index.html";
    let page = String::from_utf8(changed.remove(article).unwrap()).unwrap();
    assert!(page.contains("<p>Anggaran: ?</p>"), "{page}");
    assert!(page.contains("class=\"byline\""), "the rest of the article is that of the theme below");
    usual.remove(article);
    let names = |files: &BTreeMap<String, Vec<u8>>| -> BTreeSet<String> {
        files.keys().filter(|name| !name.starts_with("assets/style.")).cloned().collect()
    };
    assert_eq!(names(&changed), names(&usual));
}

#[test]
fn another_theme_makes_the_whole_example_newsroom() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = std::fs::read_to_string(root.join("site.toml")).unwrap();
    let site = site.replace("theme = \"warta\"", "theme = \"lugas\"");
    let folders = ["content", "static", "themes/lugas"];
    let files = folders.iter().flat_map(|folder| {
        cli::tree(&root.join(folder)).into_iter().map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    });
    let room = files.fold(Room::empty().with("site.toml", site), |room, (path, bytes)| room.with(&path, bytes));
    let snapshot = room.at("2026-11-21T10:00:00+07:00").load();
    let errors: Vec<_> = snapshot.diagnostics().iter().filter(|finding| finding.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let is_page = |route: &&warta::routes::Route| route.url.output().as_str().ends_with(".html");
    let mut count = 0;
    for route in snapshot.routes().iter().filter(is_page) {
        let page = snapshot.render(route).unwrap_or_else(|error| panic!("{}: {error:?}", route.url));
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("<h1").count(), 1, "{}", route.url);
        count += 1;
    }
    assert!(count > 150, "{count}");
}
