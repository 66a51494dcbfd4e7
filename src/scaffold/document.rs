//! A new document: its place, and front matter that asks for everything its kind requires.

use super::archetype::{self, Shape};
use super::field::{FIELDS, Field, OWN_NOTE};
use super::quoted;
use crate::path::{RelPath, is_reserved_on_windows, slugify};
use jiff::{ToSpan, Zoned};

/// How many days after its date a document expires, if its editor takes what is offered.
const LATER: i64 = 30;

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

    let (required, optional) = (Groups::of(&required), Groups::of(&keys.added));

    let mut text = format!("+++\n# Judul, paling panjang 110 karakter.\ntitle = {}\n", quoted(title));
    required.top.iter().for_each(|line| line.write("", date, &mut text));
    text.push_str("\n# Selebihnya boleh diisi: hapus tanda # di depan baris yang dipakai.\n");
    optional.top.iter().for_each(|line| line.write("#", date, &mut text));
    let is_open = |group: &str| required.groups.iter().any(|(open, _)| *open == group);
    for (group, lines) in optional.groups.iter().filter(|(group, _)| !is_open(group)) {
        write_on_one_line(group, lines, date, &mut text);
    }
    // Groups come last: a key below the name of one belongs to it.
    for (group, lines) in &required.groups {
        text.push_str(&format!("\n[{}]\n", written(group)));
        lines.iter().for_each(|line| line.write("", date, &mut text));
        let further = optional.groups.iter().filter(|(other, _)| other == group);
        further.flat_map(|(_, lines)| lines).for_each(|line| line.write("#", date, &mut text));
    }
    text.push_str(&format!("\n# {}\n+++\n", archetype.text));
    text
}

/// Lines by the table that they belong into, each with what is left of its key there.
struct Groups<'a> {
    top: Vec<Line<'a>>,
    groups: Vec<(&'a str, Vec<Line<'a>>)>,
}

impl<'a> Groups<'a> {
    fn of(lines: &[Line<'a>]) -> Self {
        let mut groups = Groups { top: Vec::new(), groups: Vec::new() };
        for line in lines {
            let Some((group, key)) = line.key.split_once('.') else {
                groups.top.push(*line);
                continue;
            };
            let line = Line { key, ..*line };
            match groups.groups.iter_mut().find(|(other, _)| *other == group) {
                Some((_, lines)) => lines.push(line),
                None => groups.groups.push((group, vec![line])),
            }
        }
        groups
    }
}

/// A group that is only offered: to use it, one `#` is to be taken away.
fn write_on_one_line(group: &str, lines: &[Line<'_>], date: &Zoned, text: &mut String) {
    for note in lines.first().iter().flat_map(|line| line.note.lines()) {
        text.push_str(&format!("# {note}\n"));
    }
    let pairs: Vec<String> = lines.iter().map(|line| line.pair(date)).collect();
    text.push_str(&format!("#{} = {{ {} }}\n", written(group), pairs.join(", ")));
}

/// The keys chosen so far, each of which can be written beside all others.
struct Keys<'a> {
    all: Vec<&'a str>,
    added: Vec<Line<'a>>,
}

/// One key with its comment and value.
#[derive(Clone, Copy)]
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
        for note in self.note.lines() {
            text.push_str(&format!("# {note}\n"));
        }
        for line in self.pair(date).lines() {
            text.push_str(&format!("{mark}{line}\n"));
        }
    }

    /// Key and value, on several lines where the value is.
    fn pair(&self, date: &Zoned) -> String {
        let moment = |date: &Zoned| date.strftime("%Y-%m-%dT%H:%M:00%:z").to_string();
        let later = date.checked_add(LATER.days()).map_or_else(|_| moment(date), |later| moment(&later));
        let value = self.value.replace("@DATE@", &moment(date)).replace("@LATER@", &later);
        format!("{} = {}", written(self.key), value.replace("@DAY@", &date.date().to_string()))
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
