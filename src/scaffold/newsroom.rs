//! A new newsroom: settings, a sample of each common kind, and what publishes it on GitHub or GitLab.

use super::quoted;
use crate::path::RelPath;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, time};

/// What is known of a newsroom before it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newsroom {
    /// The site's name.
    pub title: String,
    /// Its full address, such as `https://warta.contoh.go.id`.
    pub base_url: String,
    /// The name of its time zone, such as `Asia/Jakarta`.
    pub timezone: String,
    /// The day its samples are published.
    pub today: Date,
}

/// A file of a new newsroom.
struct File {
    /// Its path, in which `@DAY@` and `@YEAR@` stand for its day.
    path: &'static str,
    /// How many days before today that is, so that the samples do not all appear at once.
    age: i32,
    bytes: &'static [u8],
}

macro_rules! files {
    ($($age:literal $path:literal from $source:literal,)*) => {
        /// The files. They have names of their own, lest tools take them for settings of this
        /// repository.
        const FILES: &[File] = &[$(File {
            path: $path,
            age: $age,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/scaffold/", $source)),
        },)*];
    };
}

files! {
    0 "site.toml" from "site.toml",
    0 "README.md" from "README.md",
    0 ".gitignore" from "gitignore",
    0 ".editorconfig" from "editorconfig",
    0 ".github/workflows/warta.yml" from "github.yml",
    0 ".gitlab-ci.yml" from "gitlab.yml",
    0 "content/tentang.md" from "samples/page.md",
    0 "content/unit/humas.md" from "samples/unit.md",
    0 "content/unit/pelayanan.md" from "samples/service-unit.md",
    0 "content/tokoh/sekar-ayu.md" from "samples/person.md",
    0 "content/siaran-pers/@YEAR@/@DAY@-situs-berita-resmi-mulai-dibuka/index.md" from "samples/press-release.md",
    0 "content/siaran-pers/@YEAR@/@DAY@-situs-berita-resmi-mulai-dibuka/balai-kota.jpg" from "samples/balai-kota.jpg",
    1 "content/berita/@YEAR@/@DAY@-berita-pertama.md" from "samples/news.md",
    2 "content/pengumuman/@YEAR@/@DAY@-loket-pindah.md" from "samples/announcement.md",
    3 "content/kunjungan/@YEAR@/@DAY@-pelajar-di-ruang-baca/index.md" from "samples/visit.md",
    3 "content/kunjungan/@YEAR@/@DAY@-pelajar-di-ruang-baca/ruang-baca.jpg" from "samples/ruang-baca.jpg",
    0 "content/agenda/@YEAR@/@DAY@-jumpa-pers-bulanan.md" from "samples/agenda.md",
    1 "content/agenda/@YEAR@/@DAY@-rencana-kerja.md" from "samples/hearing.md",
}

/// Every file of a new newsroom, with its path below the newsroom's root.
pub fn init_files(newsroom: &Newsroom) -> Vec<(RelPath, Vec<u8>)> {
    let today = newsroom.today;
    let at = |days: i32, hour| DateTime::from_parts(today.saturating_add(days.days()), time(hour, 0, 0, 0)).to_string();
    let day = |age: i32| today.saturating_sub(age.days());
    let year = |day: Date| day.strftime("%Y").to_string();
    let words = [
        ("TODAY", today.to_string()),
        ("THIS_YEAR", year(today)),
        ("EVENT_START", at(7, 10)),
        ("EVENT_END", at(7, 11)),
        ("HEARING_START", at(16, 13)),
        ("HEARING_END", at(16, 16)),
        ("VERSION", env!("CARGO_PKG_VERSION").to_owned()),
        ("TITLE", quoted(&newsroom.title)),
        ("BASE_URL", quoted(&newsroom.base_url)),
        ("TIMEZONE", quoted(&newsroom.timezone)),
    ];
    let file = |file: &File| {
        let own = [("DAY", day(file.age).to_string()), ("YEAR", year(day(file.age)))];
        let words: Vec<(&str, &str)> = own.iter().chain(&words).map(|(word, value)| (*word, &**value)).collect();
        let bytes = match std::str::from_utf8(file.bytes) {
            Ok(text) => filled(text, &words).into_bytes(),
            Err(_) => file.bytes.to_vec(),
        };
        (RelPath::new(&filled(file.path, &words)), bytes)
    };
    FILES.iter().map(file).collect()
}

/// Replaces each `@WORD@` in one pass, so that a title with such a word in it stays as it is.
fn filled(text: &str, words: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        filled.push_str(before);
        let known = words.iter().find_map(|(word, value)| Some((value, after.strip_prefix(word)?.strip_prefix('@')?)));
        rest = match known {
            Some((value, after)) => {
                filled.push_str(value);
                after
            }
            None => {
                filled.push('@');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::is_reserved_on_windows;
    use std::collections::BTreeMap;

    fn newsroom(title: &str) -> BTreeMap<String, String> {
        let newsroom = Newsroom {
            title: title.to_owned(),
            base_url: "https://warta.contoh.go.id".to_owned(),
            timezone: "Asia/Jakarta".to_owned(),
            today: "2026-11-21".parse().unwrap(),
        };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        init_files(&newsroom).into_iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
    }

    fn front_matter(text: &str) -> toml::Table {
        text.strip_prefix("+++\n").unwrap().split_once("\n+++\n").unwrap().0.parse().unwrap()
    }

    #[test]
    fn the_files_of_a_new_newsroom() {
        let files = newsroom("Warta Kota Contoh");
        insta::assert_snapshot!(files.keys().cloned().collect::<Vec<_>>().join("\n"));
        for (path, text) in &files {
            let is_picture = path.ends_with(".jpg");
            assert_eq!(text.is_empty(), is_picture, "{path}");
            assert!(is_picture || text.ends_with('\n') && !text.contains(['\r', '\t']), "{path}");
            assert!(path.split('/').all(|name| !is_reserved_on_windows(name)), "{path}");
        }
    }

    #[test]
    fn settings_hold_any_title_and_only_keys_that_exist() {
        for title in ["Warta Kota Contoh", "\"@DAY@\" \\ @VERSION@\n", ""] {
            let settings: toml::Table = newsroom(title)["site.toml"].parse().unwrap();
            assert_eq!(settings["title"].as_str(), Some(title));
            assert_eq!(settings["publisher"]["name"].as_str(), Some(title));
            let keys: Vec<&str> = settings.keys().map(String::as_str).collect();
            assert_eq!(keys.len(), 6, "{keys:?}");
        }
    }

    #[test]
    fn settings_in_comments_are_valid_once_the_comment_marks_are_gone() {
        let text = newsroom("Warta")["site.toml"].clone();
        let used: String = text
            .lines()
            .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line).to_owned() + "\n")
            .collect();
        let settings: toml::Table = used.parse().unwrap();
        for key in ["languages", "channels", "services", "menu", "kinds", "workflow"] {
            assert!(settings.contains_key(key), "{key}");
        }
    }

    #[test]
    fn samples_are_published_by_now_and_refer_only_to_each_other() {
        let files = newsroom("Warta");
        for (path, text) in files.iter().filter(|(path, _)| path.starts_with("content/") && path.ends_with(".md")) {
            let fields = front_matter(text);
            assert!(!fields.contains_key("status"), "{path} is approved");
            assert!(fields["title"].as_str().is_some_and(|title| title.chars().count() <= 110), "{path}");
            for (key, folder) in [("units", "unit"), ("authors", "tokoh"), ("people", "tokoh")] {
                for id in fields.get(key).and_then(toml::Value::as_array).into_iter().flatten() {
                    assert!(
                        files.contains_key(&format!("content/{folder}/{}.md", id.as_str().unwrap())),
                        "{path}: {id}"
                    );
                }
            }
            let day = path.split_once("/2026/").map(|(_, name)| &name[..10]);
            assert_eq!(fields.get("date").map(ToString::to_string).as_deref(), day, "{path}");
            assert!(day.is_none_or(|day| ("2026-11-18"..="2026-11-21").contains(&day)), "{path}");
            for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                let target = RelPath::new(path).parent().resolve(link).unwrap();
                assert!(files.contains_key(target.as_str()), "{path}: {link}");
            }
        }
        let agenda = front_matter(&files["content/agenda/2026/2026-11-21-jumpa-pers-bulanan.md"]);
        assert_eq!(agenda["event"]["start"].to_string(), "2026-11-28T10:00:00");
    }

    #[test]
    fn workflows_are_valid_yaml_with_the_version_of_this_program() {
        let files = newsroom("Warta");
        for path in [".github/workflows/warta.yml", ".gitlab-ci.yml"] {
            let text = &files[path];
            assert!(text.contains(env!("CARGO_PKG_VERSION")) && !text.contains("@VERSION@"), "{path}");
            assert!(saphyr_parser::Parser::new_from_str(text).all(|event| event.is_ok()), "{path}");
        }
    }
}
