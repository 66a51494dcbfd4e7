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

/// The guide for theme authors.
fn guide() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theme.md")).unwrap()
}

/// The cells of the tables below a heading of the guide, row by row, without the heads.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let guide = guide();
    let (_, section) = guide.split_once(&format!("\n{heading}\n")).unwrap();
    let section = section.split("\n#").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with('|') && !line.starts_with("|--"));
    // A pipe within code is escaped.
    let cells = |row: &str| row.replace("\\|", "¦").split('|').skip(1).map(|cell| cell.trim().to_owned()).collect();
    rows.map(cells).collect()
}

/// The names that a cell gives in code. What stands in brackets are the fields of each item of a list or
/// an explanation, and what follows a semicolon is one.
fn names(cell: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let outside: String = cell
        .split(';')
        .next()
        .unwrap()
        .chars()
        .filter(|c| {
            depth += i32::from("[(".contains(*c));
            let kept = depth == 0;
            depth -= i32::from("])".contains(*c));
            kept
        })
        .collect();
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || "_.".contains(c));
    outside.split('`').skip(1).step_by(2).filter(is_name).map(str::to_owned).collect()
}

/// The names in the first column of the tables below a heading.
fn documented(heading: &str) -> BTreeSet<String> {
    rows(heading).iter().flat_map(|row| row[0].split(';').flat_map(names).collect::<Vec<_>>()).collect()
}

/// The names in the second column of one row.
fn fields(heading: &str, row: &str) -> BTreeSet<String> {
    names(&rows(heading).iter().find(|cells| cells[0].trim_matches('`') == row).unwrap()[1])
}

#[test]
fn the_guide_names_every_field_that_templates_get() {
    const SMALL: &str = "### Small values";
    const EVERY: &str = "## Variables of every template";
    let keys = |name: &str| format!("KEYS {{% for key, value in {name} %}}{{{{ key }}}} {{% endfor %}}\n");
    let views = [
        ("page", documented("### `page`")),
        ("doc", documented("### `doc`")),
        ("site", fields(EVERY, "site")),
        ("site.publisher", fields(EVERY, "site.publisher")),
        ("doc.date", fields(SMALL, "date")),
        ("articles(limit=1)[0]", fields(SMALL, "card")),
        ("doc.photos[0]", fields(SMALL, "photo")),
        ("terms(kind=\"unit\")[0]", fields(SMALL, "term")),
    ];
    let page: String = views.iter().map(|(name, _)| keys(name)).collect();
    let photo = "[[photos]]\nsrc = \"a.gif\"\nalt = \"Pasar\"\ncaption = \"Pagi\"\ncredit = \"Humas\"\n";
    let room = Room::new()
        .site("theme = \"uji\"\n")
        .with("themes/uji/theme.toml", "extends = \"warta\"\n")
        .with(
            "themes/uji/templates/news.html",
            format!("{{% if doc.photos %}}{page}{{% endif %}}{{{{ doc.body | safe }}}}"),
        )
        .with("content/berita/2026/foto/index.md", room::news(&format!("title = \"Foto\"\n{photo}"), "x\n"))
        .with("content/berita/2026/foto/a.gif", room::picture(""));
    let shown = room.page("berita/2026/02/foto/index.html");
    let found = shown.lines().filter_map(|line| line.strip_prefix("KEYS "));
    let mut different = BTreeMap::new();
    for ((name, documented), found) in views.iter().zip(found) {
        let found: BTreeSet<String> = found.split_whitespace().map(str::to_owned).collect();
        let alone = found.symmetric_difference(documented).cloned().collect::<Vec<_>>();
        different.insert(*name, alone);
    }
    assert_eq!(different.len(), views.len());
    // What stands in the guide or in the page alone.
    different.retain(|_, alone| !alone.is_empty());
    assert_eq!(different, BTreeMap::new());
}

#[test]
fn the_guide_names_every_function_with_its_arguments_and_every_filter() {
    let code = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/theme/functions.rs")).unwrap();
    let table = code.split("const FUNCTIONS").nth(1).unwrap().split("];").next().unwrap();
    let quoted = |text: &str| -> Vec<String> { text.split('"').skip(1).step_by(2).map(str::to_owned).collect() };
    // A name, and up to the next bracket what it takes.
    let known: BTreeMap<String, Vec<String>> = table
        .split("&[")
        .collect::<Vec<_>>()
        .windows(2)
        .map(|pair| (quoted(pair[0]).pop().unwrap_or_default(), quoted(pair[1].split(']').next().unwrap())))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    let filters_of_code: BTreeSet<String> =
        code.split("tera.register_filter(\"").skip(1).map(|rest| rest.split('"').next().unwrap().into()).collect();
    let first: Vec<String> = rows("## Functions").into_iter().map(|mut row| row.swap_remove(0)).collect();
    let calls = first.iter().filter_map(|cell| cell.trim_matches('`').split_once('('));
    let argument = |part: &str| part.split('=').next().unwrap().trim().to_owned();
    let told: BTreeMap<String, Vec<String>> = calls
        .filter(|(name, _)| !name.contains(' '))
        .map(|(name, rest)| {
            let arguments = rest.trim_end_matches(')').split(',').map(argument);
            (name.to_owned(), arguments.filter(|argument| !argument.is_empty()).collect())
        })
        .collect();
    assert_eq!(told, known);
    let piped = first.iter().filter_map(|cell| cell.split_once("¦ "));
    let filters: BTreeSet<String> = piped.map(|(_, name)| name.trim_matches('`').into()).collect();
    assert_eq!(filters, filters_of_code);
}

#[test]
fn the_guide_names_every_component_with_its_arguments() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/warta/components");
    let mut components = BTreeMap::new();
    for (_, bytes) in cli::tree(&folder) {
        let text = String::from_utf8(bytes).unwrap();
        for rest in text.split("{% component ").skip(1) {
            let (name, rest) = rest.split_once('(').unwrap();
            let head = rest.split("%}").next().unwrap();
            let arguments = head.rsplit_once(") {").map_or(head, |(arguments, _)| arguments);
            // A name stands before a type, a default or the next name.
            let mut quoted = false;
            let plain: String = arguments
                .chars()
                .filter(|c| {
                    quoted ^= *c == '"';
                    !quoted
                })
                .collect();
            let name_of = |part: &str| part.split([':', '=', ')', '-']).next().unwrap().trim().to_owned();
            let own = plain.split(',').map(name_of).filter(|name| !name.is_empty() && !name.starts_with('@'));
            components.insert(name.to_owned(), own.collect::<BTreeSet<_>>());
        }
    }
    let mut told = BTreeMap::new();
    for heading in ["### Directives", "### Components of the default theme"] {
        let rows = rows(heading).into_iter().filter(|row| row[0].starts_with('`'));
        told.extend(rows.map(|row| (row[0].trim_matches('`').to_owned(), names(&row[1]))));
    }
    assert_eq!(told, components);
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
