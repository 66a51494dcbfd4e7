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

macro_rules! files {
    ($($path:literal from $source:literal,)*) => {
        /// Each file's path, in which `@DAY@` and `@YEAR@` stand for the day, and its text. The texts
        /// have names of their own, lest tools take them for settings of this repository.
        const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scaffold/", $source))),)*];
    };
}

files! {
    "site.toml" from "site.toml",
    "README.md" from "README.md",
    ".gitignore" from "gitignore",
    ".editorconfig" from "editorconfig",
    ".github/workflows/warta.yml" from "github.yml",
    ".gitlab-ci.yml" from "gitlab.yml",
    "content/tentang.md" from "samples/page.md",
    "content/unit/humas.md" from "samples/unit.md",
    "content/tokoh/sekar-ayu.md" from "samples/person.md",
    "content/siaran-pers/@YEAR@/@DAY@-situs-berita-resmi-mulai-dibuka.md" from "samples/press-release.md",
    "content/berita/@YEAR@/@DAY@-berita-pertama.md" from "samples/news.md",
    "content/agenda/@YEAR@/@DAY@-jumpa-pers-bulanan.md" from "samples/agenda.md",
}

/// Every file of a new newsroom, with its path below the newsroom's root.
pub fn init_files(newsroom: &Newsroom) -> Vec<(RelPath, Vec<u8>)> {
    let day = newsroom.today.to_string();
    let year = newsroom.today.strftime("%Y").to_string();
    let event = newsroom.today.saturating_add(7.days());
    let at = |hour| DateTime::from_parts(event, time(hour, 0, 0, 0)).to_string();
    let (start, end) = (at(10), at(11));
    let (title, base_url, timezone) = (quoted(&newsroom.title), quoted(&newsroom.base_url), quoted(&newsroom.timezone));
    let words = [
        ("DAY", day.as_str()),
        ("YEAR", &year),
        ("EVENT_START", &start),
        ("EVENT_END", &end),
        ("VERSION", env!("CARGO_PKG_VERSION")),
        ("TITLE", &title),
        ("BASE_URL", &base_url),
        ("TIMEZONE", &timezone),
    ];
    let file = |(path, text): &(&str, &str)| (RelPath::new(&filled(path, &words)), filled(text, &words).into_bytes());
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
        let text = |bytes| String::from_utf8(bytes).unwrap();
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
            assert!(text.ends_with('\n') && !text.contains(['\r', '\t']), "{path}");
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
    fn samples_are_published_today_and_refer_only_to_each_other() {
        let files = newsroom("Warta");
        for (path, text) in files.iter().filter(|(path, _)| path.starts_with("content/")) {
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
            let day = path.contains("/2026/").then_some("2026-11-21");
            assert_eq!(fields.get("date").map(ToString::to_string).as_deref(), day, "{path}");
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
