//! What holds for any input: addresses stay inside, documents never break the reader, what is not
//! published stays hidden, and the order of threads changes nothing.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use room::{Room, SITE, news, picture};
use std::fmt::Write;
use warta::config::{self, Config};
use warta::content::{self, Document};
use warta::diagnostic::{Diagnostic, Lines, Span};
use warta::path::{RelPath, SLUG_MAX, UrlPath, slugify};
use warta::workspace::Snapshot;

mod addresses {
    use super::*;

    proptest! {
        #[test]
        fn a_slug_is_short_plain_and_its_own_slug(title in "\\PC{0,200}|[\\x00-\\x7f]{0,200}") {
            let slug = slugify(&title);
            prop_assert!(slug.len() <= SLUG_MAX);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", slug);
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{}", slug);
            prop_assert_eq!(slugify(&slug), slug);
        }

        #[test]
        fn an_address_and_its_file_answer_to_each_other(path in "[a-zé%. ?#:ñ/\\\\]{0,40}|\\PC{0,60}") {
            let file = RelPath::new(&path);
            prop_assume!(!file.as_str().is_empty());
            prop_assert_eq!(&UrlPath::file(&file).output(), &file);
            prop_assert_eq!(UrlPath::page(&path).output(), file.join("index.html"));
            let url = UrlPath::page(&path);
            let unreserved = |b: u8| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b);
            prop_assert!(url.as_str().starts_with('/') && url.as_str().bytes().all(unreserved), "{}", url);
        }

        #[test]
        fn no_path_leaves_its_root(path in "(\\.|\\.\\.|/|\\\\|a|%2e){0,20}", reference in "(\\.\\./|\\./|/|a|b\\.md|%2e){0,12}") {
            let file = RelPath::new(&path);
            let inside = |path: &RelPath| path.as_str().split('/').all(|segment| segment != ".." && segment != ".");
            prop_assert!(inside(&file) && !file.as_str().starts_with('/'), "{}", file);
            for output in [UrlPath::page(&path).output(), UrlPath::file(&file).output()] {
                prop_assert!(inside(&output), "{}", output);
            }
            if let Some(target) = file.resolve(&reference) {
                prop_assert!(inside(&target), "{}", target);
            }
        }
    }
}

/// The settings of the test newsroom.
fn settings() -> Config {
    config::read(SITE.as_bytes(), None).0.unwrap()
}

/// Reads one file of content/ by itself.
fn read(path: &str, bytes: &[u8], config: &Config) -> (Option<Document>, Vec<Diagnostic>) {
    let file = RelPath::new(path);
    let identity = content::identify(&file, config).unwrap().unwrap();
    content::parse(&file, identity, bytes, config)
}

/// A document without what differs between notations: places and the help that quotes them.
fn without_places(document: &Document) -> String {
    let mut shown = format!("{:?}", document.front);
    while let Some(start) = shown.find("Span {") {
        let end = start + shown[start..].find('}').unwrap() + 1;
        shown.replace_range(start..end, "");
    }
    shown
}

fn lies_within(span: Span, bytes: &[u8]) -> bool {
    span.start <= span.end && span.end as usize <= bytes.len()
}

/// Pieces that documents are made of, whole and broken.
fn pieces() -> impl Strategy<Value = String> {
    let known = select(vec![
        "+++\n",
        "---\n",
        "title = \"Banjir\"\n",
        "title: Banjir\n",
        "date = 2026-02-01\n",
        "date: 2026-02-01\n",
        "date = 0000-00-00\n",
        "summary = \"x\"\n",
        "summary: x\n",
        "units = [\"humas\"]\n",
        "units: [humas]\n",
        "status = \"draft\"\n",
        "embargo = 2026-12-01\n",
        "related = [\"berita/2026/pasar\"]\n",
        "slug = \"../x\"\n",
        "event = { start = 2026-02-01T10:00, place = \"x\" }\n",
        "photos = [{ src = \"a.jpg\", alt = \"x\" }]\n",
        "[event]\n",
        "changes:\n  - date: 2026-02-02\n",
        "\u{feff}",
        "\r\n",
        "\n\n",
        "\t",
        "# Judul {#id}\n",
        "[a](pasar.md#jadwal)",
        "[b](#id)",
        "[c](/berita/)",
        "![d](a.jpg)",
        "::video{url=\"https://a.id\"}\n",
        ":::note{title=\"x\"}\n",
        ":::\n",
        "::file{src=\"a.pdf\"}\n",
        "<b onclick=x>",
        "</b>",
        "<script>",
        "[^1]",
        "[^1]: catatan\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "```rust\nfn a() {}\n```\n",
        "> kutip\n",
        "\u{0}",
        "é",
        "😀",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 2 => "\\PC{0,20}", 1 => "[\\x00-\\x7f]{0,20}"]
}

/// A document, good, bad or no document at all.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let pieced = vec(pieces(), 0..24).prop_map(|pieces| pieces.concat().into_bytes());
    let fenced = || {
        (vec(pieces(), 0..12), vec(pieces(), 0..12)).prop_map(|(front, body)| {
            format!("+++\ntitle = \"Uji\"\n{}+++\n{}", front.concat(), body.concat()).into_bytes()
        })
    };
    let cut = fenced().prop_flat_map(|text| {
        let length = text.len();
        (Just(text), 0..=length).prop_map(|(text, at)| text[..at].to_vec())
    });
    prop_oneof![4 => pieced, 4 => fenced(), 1 => cut, 1 => vec(any::<u8>(), 0..200)]
}

mod front_matter {
    use super::*;

    /// A value that TOML and YAML both can say.
    #[derive(Clone, Debug)]
    enum Value {
        Text(String),
        Number(i64),
        Flag(bool),
        Date(String),
        List(Vec<Value>),
        Table(Vec<(&'static str, Value)>),
    }

    impl Value {
        /// The value on one line; what stands between a key and its value is all that differs.
        fn line(&self, between: &str) -> String {
            match self {
                Value::Text(text) => serde_json::to_string(text).unwrap(),
                Value::Number(number) => number.to_string(),
                Value::Flag(flag) => flag.to_string(),
                Value::Date(date) => date.clone(),
                Value::List(values) => {
                    let values: Vec<String> = values.iter().map(|value| value.line(between)).collect();
                    format!("[{}]", values.join(", "))
                }
                Value::Table(entries) => {
                    let entries: Vec<String> =
                        entries.iter().map(|(key, value)| format!("{key}{between}{}", value.line(between))).collect();
                    format!("{{ {} }}", entries.join(", "))
                }
            }
        }
    }

    fn text() -> impl Strategy<Value = Value> {
        prop_oneof![4 => "\\PC{0,30}", 1 => Just(String::new()), 1 => "[ -~]{1,130}"].prop_map(Value::Text)
    }

    fn date() -> impl Strategy<Value = Value> {
        let day = (1900_u16..2110, 0_u8..14, 0_u8..33)
            .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
        let time = (0_u8..25, 0_u8..61).prop_map(|(hour, minute)| format!("T{hour:02}:{minute:02}:00"));
        let zone = select(vec!["", "Z", "+07:00", "-03:30", "+19:00"]);
        prop_oneof![day.clone(), (day, time, zone).prop_map(|(day, time, zone)| format!("{day}{time}{zone}"))]
            .prop_map(Value::Date)
    }

    fn texts() -> impl Strategy<Value = Value> {
        vec(text(), 0..4).prop_map(Value::List)
    }

    /// Some of the keys of a table, each with a value, mostly of the right type.
    fn table(keys: Vec<(&'static str, BoxedStrategy<Value>)>) -> impl Strategy<Value = Vec<(&'static str, Value)>> {
        let entry = |(key, right): (&'static str, BoxedStrategy<Value>)| {
            let wrong =
                prop_oneof![any::<i64>().prop_map(Value::Number), any::<bool>().prop_map(Value::Flag), text(), texts()];
            let value = prop_oneof![6 => right, 1 => wrong];
            proptest::option::of(value).prop_map(move |value| value.map(|value| (key, value)))
        };
        let entries: Vec<_> = keys.into_iter().map(entry).collect();
        entries.prop_map(|entries| entries.into_iter().flatten().collect()).prop_shuffle()
    }

    fn front() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
        let inner = |keys| table(keys).prop_map(Value::Table).boxed();
        let rows = |keys| vec(table(keys).prop_map(Value::Table), 0..3).prop_map(Value::List).boxed();
        table(vec![
            ("title", Just(Value::Text("Banjir: \"surut\"".into())).boxed()),
            ("date", Just(Value::Date("2026-02-01".into())).boxed()),
            ("summary", text().boxed()),
            ("updated", date().boxed()),
            ("slug", text().boxed()),
            ("units", texts().boxed()),
            ("topics", texts().boxed()),
            ("related", texts().boxed()),
            (
                "status",
                select(vec!["draft", "review", "approved", "aproved"]).prop_map(|s| Value::Text(s.into())).boxed(),
            ),
            ("embargo", date().boxed()),
            ("expires", date().boxed()),
            ("urgent", any::<bool>().prop_map(Value::Flag).boxed()),
            ("legacy_id", any::<u32>().prop_map(|n| Value::Number(n.into())).boxed()),
            (
                "event",
                inner(vec![
                    ("start", date().boxed()),
                    ("end", date().boxed()),
                    ("place", text().boxed()),
                    ("plcae", text().boxed()),
                ]),
            ),
            ("contact", inner(vec![("name", text().boxed()), ("email", text().boxed()), ("phone", text().boxed())])),
            ("photos", rows(vec![("src", text().boxed()), ("alt", text().boxed()), ("focus", texts().boxed())])),
            ("changes", rows(vec![("date", date().boxed()), ("kind", text().boxed()), ("note", text().boxed())])),
            ("sumary", text().boxed()),
        ])
    }

    proptest! {
        #[test]
        fn toml_and_yaml_mean_the_same(entries in front()) {
            let lines = |between: &str| entries.iter().fold(String::new(), |mut text, (key, value)| {
                writeln!(text, "{key}{between}{}", value.line(between)).unwrap();
                text
            });
            let config = settings();
            let toml = format!("+++\n{}+++\n\nIsi.\n", lines(" = "));
            let yaml = format!("---\n{}---\n\nIsi.\n", lines(": "));
            let (one, ones) = read("content/berita/2026/uji.md", toml.as_bytes(), &config);
            let (two, twos) = read("content/berita/2026/uji.md", yaml.as_bytes(), &config);
            prop_assert_eq!(one.map(|document| without_places(&document)), two.map(|document| without_places(&document)));
            let told = |findings: &[Diagnostic], text: &str| {
                let marked = |finding: &Diagnostic| text[finding.span.range()].replace(" = ", ": ");
                let mut told: Vec<_> = findings.iter().map(|f| (f.code, f.severity, f.message.clone(), marked(f).replace("+++", "---"))).collect();
                told.sort();
                told
            };
            prop_assert_eq!(told(&ones, &toml), told(&twos, &yaml));
        }

        #[test]
        fn any_bytes_are_read_and_every_finding_lies_within_them(bytes in garbage()) {
            let config = settings();
            let (document, findings) = read("content/berita/2026/uji.md", &bytes, &config);
            prop_assert!(document.is_some() || !findings.is_empty());
            for finding in &findings {
                prop_assert!(lies_within(finding.span, &bytes), "{:?}", finding);
                prop_assert!(finding.help.is_some(), "{:?}", finding);
            }
        }

        #[test]
        fn a_mark_and_windows_line_ends_move_nothing(bytes in garbage()) {
            let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
            let text = text.replace(['\r', '\u{feff}'], "");
            let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
            let config = settings();
            let places = |text: &str| {
                let lines = Lines::new(text.as_bytes());
                let findings = read("content/berita/2026/uji.md", text.as_bytes(), &config).1;
                let place = |f: &Diagnostic| (f.code, lines.position(f.span.start as usize));
                let mut places: Vec<_> = findings.iter().map(place).map(|(code, at)| (code, at.line, at.column)).collect();
                places.sort_unstable();
                places
            };
            prop_assert_eq!(places(&text), places(&windows));
        }
    }
}

mod newsrooms {
    use super::*;

    /// Names of documents, some of them odd.
    fn name() -> impl Strategy<Value = String> {
        let folder = select(vec![
            "berita/2026",
            "siaran-pers",
            "unit",
            "tokoh",
            "topik",
            "kunjungan",
            "foto",
            "agenda",
            "resep",
            ".",
        ]);
        let file = select(vec![
            "a",
            "b",
            "a.en",
            "index",
            "2026-02-01-c",
            "é",
            "—",
            "con",
            "A",
            "a/index",
            "a/index.en",
            "b.xx",
        ]);
        (folder, file).prop_map(|(folder, file)| format!("content/{folder}/{file}.md"))
    }

    fn check(snapshot: &Snapshot) -> Result<(), TestCaseError> {
        for finding in snapshot.diagnostics() {
            let places = finding.related.iter().map(|other| (&other.file, other.span));
            for (file, span) in places.chain([(&finding.file, finding.span)]) {
                let bytes = snapshot.source_of(file).unwrap_or_default();
                prop_assert!(lies_within(span, &bytes), "{:?}", finding);
                let lines = Lines::new(&bytes);
                let (start, end) = (lines.position(span.start as usize), lines.position(span.end as usize));
                prop_assert!(start.line >= 1 && start.column >= 1, "{:?}", finding);
                prop_assert!((start.line, start.column) <= (end.line, end.column), "{:?}", finding);
            }
        }
        prop_assert!(snapshot.diagnostics().is_sorted());
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn whatever_lies_in_content_is_read_judged_and_rendered(
            files in vec((name(), garbage()), 0..8),
            site in select(vec!["", "languages = [\"id\", \"en\"]\n", "[permalinks]\ndefault = \"/{id}/\"\n"]),
            preview in any::<bool>(),
        ) {
            let mut room = Room::new().site(site).with("content/berita/2026/a.jpg", picture(""));
            if preview {
                room = room.previewed();
            }
            for (name, bytes) in &files {
                room = room.with(name, bytes);
            }
            let snapshot = room.load();
            check(&snapshot)?;
            // A preview renders what it can, faults or not.
            for route in snapshot.routes() {
                let _ = snapshot.render(route);
            }
        }
    }
}

mod lives {
    use super::*;
    use jiff::{SignedDuration, Timestamp};
    use rayon::prelude::*;

    /// What an editor may have written about the life of a document; hours from now.
    #[derive(Clone, Debug)]
    struct Life {
        status: &'static str,
        date: i64,
        embargo: Option<i64>,
        expires: Option<i64>,
        withdrawn: Option<i64>,
    }

    fn life() -> impl Strategy<Value = Life> {
        let hours = || -100_i64..100;
        let some = || proptest::option::of(hours());
        (select(vec!["approved", "approved", "draft", "review"]), hours(), some(), some(), some())
            .prop_map(|(status, date, embargo, expires, withdrawn)| Life { status, date, embargo, expires, withdrawn })
            // An expiry before the date or the embargo is a fault of its own.
            .prop_filter("orderly", |life| {
                life.expires.is_none_or(|end| end > life.date && life.embargo.is_none_or(|start| end > start))
            })
    }

    impl Life {
        /// Whether the public may know of it.
        fn is_known(&self) -> bool {
            let come = |hours: Option<i64>| hours.is_none_or(|hours| hours <= 0);
            self.status == "approved"
                && come(Some(self.date))
                && come(self.embargo)
                && self.expires.is_none_or(|end| end > 0)
        }

        fn is_withdrawn(&self) -> bool {
            self.is_known() && self.withdrawn.is_some_and(|hours| hours <= 0)
        }

        /// The document, with a word of its own in every place it has.
        fn document(&self, number: usize, now: Timestamp) -> String {
            let at = |hours: i64| now + SignedDuration::from_hours(hours);
            let mut lines = format!(
                "title = \"Judulrahasia{number}\"\nslug = \"slugrahasia{number}\"\nsummary = \"Ringkasanrahasia{number}.\"\n\
                 date = {}\nstatus = \"{}\"\ntopics = [\"Topikrahasia{number}\"]\naliases = [\"/aliasrahasia{number}/\"]\n\
                 photos = [{{ src = \"fotorahasia{number}.jpg\", alt = \"Altrahasia{number}\", caption = \"Takarirrahasia{number}\" }}]\n",
                at(self.date),
                self.status
            );
            for (key, hours) in [("embargo", self.embargo), ("expires", self.expires)] {
                if let Some(hours) = hours {
                    writeln!(lines, "{key} = {}", at(hours)).unwrap();
                }
            }
            if let Some(hours) = self.withdrawn {
                writeln!(lines, "withdrawn = {{ date = {}, reason = \"Ditarik.\" }}", at(hours)).unwrap();
            }
            news(&lines, &format!("Isirahasia{number}, [antara](terbuka.md) lain.\n"))
        }
    }

    /// Words that stand in document `number` alone; those that a withdrawal's notice keeps come last.
    fn marks(number: usize) -> Vec<String> {
        ["isi", "ringkasan", "takarir", "alt", "foto", "topik", "judul", "slug", "alias"]
            .map(|place| format!("{place}rahasia{number}"))
            .to_vec()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn what_is_not_published_is_in_no_byte_and_what_is_can_be_found(lives in vec(life(), 1..7)) {
            let now: Timestamp = room::NOW.parse().unwrap();
            let mut room = Room::new().with("content/berita/2026/terbuka.md", news("title = \"Terbuka\"\n", ""));
            for (number, life) in lives.iter().enumerate() {
                room = room
                    .with(&format!("content/berita/2026/d{number}.md"), life.document(number, now))
                    .with(&format!("content/berita/2026/fotorahasia{number}.jpg"), picture(&format!("fotorahasia{number}")));
            }
            let mut site = String::new();
            for (name, bytes) in room.site_files() {
                write!(site, "{name}\n{}\n", String::from_utf8_lossy(&bytes)).unwrap();
            }
            let site = site.to_lowercase();
            for (number, life) in lives.iter().enumerate() {
                let marks = marks(number);
                let gone = match (life.is_known(), life.is_withdrawn()) {
                    (false, _) => &marks[..],
                    (true, true) => &marks[..6],
                    (true, false) => &[],
                };
                for mark in &marks {
                    prop_assert_eq!(!site.contains(mark.as_str()), gone.contains(mark), "{} of {:?}", mark, life);
                }
            }
        }

        #[test]
        fn the_number_of_threads_changes_neither_bytes_nor_order(days in vec((1_u8..29, 1_u8..3), 1..16)) {
            let mut room = Room::new();
            for (number, (day, month)) in days.iter().enumerate() {
                let date = format!("date = 2026-{month:02}-{day:02}\n");
                let lines = format!("title = \"Naskah {number}\"\n{date}topics = [\"bersama\"]\npeople = [\"rani\"]\n");
                room = room.with(&format!("content/berita/2026/d{number}.md"), news(&lines, "[lain](pasar.md)\n"));
            }
            let with = |threads: usize| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                pool.install(|| {
                    let snapshot = room.load();
                    let render = |route| snapshot.render(route).unwrap_or_else(|error| panic!("{error:?}"));
                    let pages: Vec<Vec<u8>> = snapshot.routes().par_iter().map(render).collect();
                    let urls: Vec<UrlPath> = snapshot.routes().iter().map(|route| route.url.clone()).collect();
                    (urls, pages, snapshot.diagnostics().to_vec())
                })
            };
            prop_assert!(with(1) == with(4));
        }
    }
}
