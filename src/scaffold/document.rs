//! A new document: its place, and front matter that asks for everything its kind requires.

use super::archetype::{self, Shape};
use super::field::{FIELDS, Field, OWN_NOTE};
use super::quoted;
use crate::path::{RelPath, is_reserved_on_windows, slugify};
use jiff::Zoned;

/// What is known of a kind of document, built in or the newsroom's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindSpec {
    /// Its name, such as `press-release`.
    pub name: String,
    /// Its folder below content/; empty for pages.
    pub folder: String,
    /// Keys that the newsroom requires, dotted within tables; those of a built-in kind are known.
    pub required: Vec<String>,
}

/// The path below the newsroom's root and the text of a new document.
///
/// Articles and pages begin as drafts, so that nothing half-written is published. An entry of a
/// register is complete with its title, and other documents may refer to it at once.
pub fn new_document(kind: &KindSpec, title: &str, date: &Zoned) -> (RelPath, String) {
    (place(kind, title, date), front_matter(kind, title, date))
}

fn place(kind: &KindSpec, title: &str, date: &Zoned) -> RelPath {
    let slug = match slugify(title) {
        slug if slug.is_empty() => "tanpa-judul".to_owned(),
        slug => slug,
    };
    let (day, year) = (date.date(), date.strftime("%Y"));
    let file = match archetype::of(&kind.name).shape {
        Shape::Folder => format!("{year}/{day}-{slug}/index.md"),
        Shape::File => format!("{year}/{day}-{slug}.md"),
        Shape::Entry if slug == "index" || is_reserved_on_windows(&slug) => format!("{}-{slug}.md", kind.name),
        Shape::Entry => format!("{slug}.md"),
    };
    RelPath::new("content").join(&kind.folder).join(&file)
}

fn front_matter(kind: &KindSpec, title: &str, date: &Zoned) -> String {
    let archetype = archetype::of(&kind.name);
    let mut keys = Keys { all: vec!["title"], added: Vec::new() };
    for key in archetype.required.iter().copied().chain(kind.required.iter().map(String::as_str)) {
        keys.add(key);
    }
    let required = std::mem::take(&mut keys.added);
    archetype.optional.iter().for_each(|key| keys.add(key));

    let mut text = format!("+++\n# Judul, paling panjang 110 karakter.\ntitle = {}\n", quoted(title));
    required.iter().for_each(|line| line.write("", date, &mut text));
    text.push_str("\n# Selebihnya boleh diisi: hapus tanda # di depan baris yang dipakai.\n");
    keys.added.iter().for_each(|line| line.write("#", date, &mut text));
    text.push_str(&format!("\n# {}\n+++\n", archetype.text));
    text
}

/// The keys chosen so far, each of which can be written beside all others.
struct Keys<'a> {
    all: Vec<&'a str>,
    added: Vec<Line<'a>>,
}

/// One key with its comment and value.
struct Line<'a> {
    key: &'a str,
    note: &'a str,
    value: &'a str,
}

impl<'a> Keys<'a> {
    /// Adds a key, or all keys of a table. One that is there already, or that would contradict one
    /// (`event` beside `event.date`), is left out.
    fn add(&mut self, key: &'a str) {
        let mut known = FIELDS.iter().filter(|field| field.key == key || is_within(field.key, key)).peekable();
        if known.peek().is_none() {
            self.push(Line { key, note: OWN_NOTE, value: "\"\"" });
        }
        for Field { key, note, value } in known {
            self.push(Line { key, note, value });
        }
    }

    fn push(&mut self, line: Line<'a>) {
        let taken = |other: &&str| *other == line.key || is_within(other, line.key) || is_within(line.key, other);
        if !self.all.iter().any(taken) {
            self.all.push(line.key);
            self.added.push(line);
        }
    }
}

impl Line<'_> {
    fn write(&self, mark: &str, date: &Zoned, text: &mut String) {
        let moment = date.strftime("%Y-%m-%dT%H:%M:00%:z").to_string();
        let value = self.value.replace("@DATE@", &moment).replace("@DAY@", &date.date().to_string());
        for note in self.note.lines() {
            text.push_str(&format!("# {note}\n"));
        }
        for line in format!("{} = {value}", written(self.key)).lines() {
            text.push_str(&format!("{mark}{line}\n"));
        }
    }
}

/// Whether a dotted key is one of the table `table`.
fn is_within(key: &str, table: &str) -> bool {
    key.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'))
}

/// A dotted key in TOML, with quotes around what can't stand bare.
fn written(key: &str) -> String {
    let is_bare = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    let part = |part: &str| if is_bare(part) { part.to_owned() } else { quoted(part) };
    key.split('.').map(part).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KINDS: [(&str, &str, &[&str]); 13] = [
        ("press-release", "siaran-pers", &["units", "contact.name"]),
        ("visit", "kunjungan", &["event.date", "event.place", "host", "guest"]),
        ("news", "berita", &["units"]),
        ("photo-story", "foto", &["photos"]),
        ("video", "video", &["video.url", "video.duration"]),
        ("announcement", "pengumuman", &["units"]),
        ("agenda", "agenda", &["event.start", "event.place"]),
        ("clarification", "klarifikasi", &["claim", "verdict", "sources"]),
        ("unit", "unit", &[]),
        ("person", "tokoh", &[]),
        ("topic", "topik", &[]),
        ("page", "", &[]),
        ("lelang", "lelang", &[]),
    ];

    fn kind(name: &str, folder: &str, required: &[&str]) -> KindSpec {
        let required = required.iter().map(|key| (*key).to_owned()).collect();
        KindSpec { name: name.to_owned(), folder: folder.to_owned(), required }
    }

    fn date() -> Zoned {
        "2026-11-21T14:05:33+07:00[Asia/Jakarta]".parse().unwrap()
    }

    fn table(text: &str) -> toml::Table {
        text.strip_prefix("+++\n").unwrap().strip_suffix("+++\n").unwrap().parse().unwrap()
    }

    /// The same text with every offered key in use.
    fn uncommented(text: &str) -> String {
        let used = |line: &str| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        };
        text.lines().map(used).collect()
    }

    fn value<'t>(table: &'t toml::Table, key: &str) -> Option<&'t toml::Value> {
        let (first, rest) = key.split_once('.').map_or((key, None), |(first, rest)| (first, Some(rest)));
        match (table.get(first)?, rest) {
            (value, None) => Some(value),
            (toml::Value::Table(inner), Some(rest)) => value(inner, rest),
            _ => None,
        }
    }

    #[test]
    fn every_archetype_as_written() {
        let documents = KINDS.map(|(name, folder, _)| {
            let (path, text) = new_document(&kind(name, folder, &[]), "Rapat \"Besar\" di Balai Kota", &date());
            format!("{path}\n{text}")
        });
        insta::assert_snapshot!(documents.join("\n"));
    }

    #[test]
    fn every_kind_asks_for_its_fields_and_offers_only_what_parses() {
        for (name, folder, required) in KINDS {
            let (_, text) = new_document(&kind(name, folder, &[]), "Judul", &date());
            let live = table(&text);
            assert!(required.iter().all(|key| value(&live, key).is_some()), "{name}: {text}");
            let all = table(&uncommented(&text));
            assert!(all.len() > live.len(), "{name}");
            let draft = live.get("status").and_then(toml::Value::as_str) == Some("draft");
            assert_eq!(draft, !matches!(name, "unit" | "person" | "topic"), "{name}");
        }
    }

    #[test]
    fn keys_the_newsroom_requires_are_asked_for_once_and_not_offered_again() {
        let own = ["dateline", "contact", "nomor lelang", "event", "host", "approved_by", "photos.credit"];
        let (_, text) = new_document(&kind("visit", "kunjungan", &own), "Judul", &date());
        let live = table(&text);
        for key in ["dateline", "contact.name", "contact.email", "nomor lelang", "event.end", "approved_by"] {
            assert!(value(&live, key).is_some(), "{key}: {text}");
        }
        assert_eq!(text.matches("dateline = ").count(), 1, "{text}");
        table(&uncommented(&text));
    }

    #[test]
    fn names_that_mean_something_else_are_avoided() {
        let path = |name, folder, title| new_document(&kind(name, folder, &[]), title, &date()).0.to_string();
        assert_eq!(path("page", "", "Index"), "content/page-index.md");
        assert_eq!(path("unit", "unit", "CON"), "content/unit/unit-con.md");
        assert_eq!(path("topic", "topik", "!!!"), "content/topik/tanpa-judul.md");
        assert_eq!(path("news", "berita", "?"), "content/berita/2026/2026-11-21-tanpa-judul.md");
        assert_eq!(path("visit", "kunjungan", "Ya"), "content/kunjungan/2026/2026-11-21-ya/index.md");
    }

    proptest! {
        #[test]
        fn any_title_gives_valid_front_matter_and_a_portable_path(title in "(?s).{0,200}", index in 0..KINDS.len()) {
            let (name, folder, _) = KINDS[index];
            let (path, text) = new_document(&kind(name, folder, &[]), &title, &date());
            let table = table(&text);
            prop_assert_eq!(table["title"].as_str(), Some(title.as_str()));
            prop_assert!(path.as_str().starts_with("content/") && path.as_str().ends_with(".md"));
            for segment in path.as_str().split('/') {
                prop_assert!(segment.len() <= 100 && !is_reserved_on_windows(segment) && !segment.starts_with(['.', '_']));
                prop_assert!(segment.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)));
            }
        }

        #[test]
        fn any_required_keys_give_valid_front_matter(required in prop::collection::vec("(?s)(.{0,3}|[a-c]|event|contact|photos|units)(\\.(.{0,3}|name|date|[a-c])){0,2}", 0..6)) {
            let keys: Vec<&str> = required.iter().map(String::as_str).collect();
            for (name, folder, _) in KINDS {
                let (_, text) = new_document(&kind(name, folder, &keys), "Judul", &date());
                table(&text);
            }
        }
    }
}
