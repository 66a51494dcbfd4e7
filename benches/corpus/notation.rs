//! Front matter and settings: the same newsroom for warta and for Hugo.
//!
//! The Markdown is the same in both; only what stands above it differs. No word of the corpus
//! holds a quotation mark or a backslash, so strings are written as they are.

use std::fmt::Write;

use super::article::{Article, Kind};
use super::registers::Register;
use super::words;

/// Whom a newsroom is written for.
#[derive(Clone, Copy, PartialEq)]
pub enum Notation {
    /// warta's own.
    Warta,
    /// Hugo: units, people, topics, years and months as taxonomies, other fields as params.
    Hugo,
}

impl Notation {
    /// The file of an article.
    pub fn article(self, article: &Article) -> String {
        let outline = &article.outline;
        let mut text = format!(
            "+++\ntitle = \"{}\"\ndate = {}+07:00\nsummary = \"{}\"\n",
            outline.title, outline.date, article.summary
        );
        let [units, people, topics] = match self {
            Self::Warta => ["units", "people", "topics"],
            Self::Hugo => ["unit", "tokoh", "topik"],
        };
        line(&mut text, units, &ids(&outline.units));
        line(&mut text, people, &ids(&outline.people));
        line(&mut text, topics, &ids(&outline.topics));
        let expires = if self == Self::Hugo { "expiryDate" } else { "expires" };
        if let Some(date) = article.expires {
            line(&mut text, expires, &format!("{date}+07:00"));
        }
        if self == Self::Hugo {
            let date = outline.date;
            line(&mut text, "tahun", &format!("[\"{}\"]", date.year()));
            line(&mut text, "bulan", &format!("[\"{}-{:02}\"]", date.year(), date.month()));
            text.push_str("[params]\n");
        }
        if !article.related.is_empty() {
            line(&mut text, "related", &format!("[\"{}\"]", article.related.join("\", \"")));
        }
        line(&mut text, "dateline", &quoted(article.dateline));
        fields(&mut text, article);
        text.push_str("+++\n\n");
        text.push_str(article.body.trim_end());
        text.push('\n');
        text
    }

    /// The file of a unit, person or topic.
    pub fn register(self, register: &Register) -> String {
        format!("+++\ntitle = \"{}\"\n+++\n\n{}", capitalized(&register.name), register.text)
    }

    /// Where the file of a unit, person or topic stands in its folder.
    pub fn register_file(self, register: &Register) -> String {
        match self {
            Self::Warta => format!("{}.md", register.id),
            Self::Hugo => format!("{}/_index.md", register.id),
        }
    }
}

/// The fields that only some kinds have.
fn fields(text: &mut String, article: &Article) {
    let outline = &article.outline;
    let Article { place, event, .. } = article;
    match outline.kind {
        Kind::News => {}
        Kind::PressRelease => {
            let name = &outline.people[0].name;
            let phone = 1_000 + outline.number % 9_000;
            let value =
                format!("{{ name = \"{name}\", phone = \"+62 274 555{phone}\", email = \"humas@tirtaraja.example\" }}");
            line(text, "contact", &value);
        }
        Kind::Visit => {
            let Article { delegation, .. } = article;
            let value = format!("{{ date = {}, place = \"{place}\", delegation = {delegation} }}", outline.date.date());
            line(text, "event", &value);
            line(text, "host", &quoted(&outline.units[0].name));
            line(text, "guest", &quoted(outline.guest));
        }
        Kind::Announcement => {
            if article.urgent {
                line(text, "urgent", "true");
            }
        }
        Kind::Agenda => {
            let end = event.with().hour(event.hour() + 2).build().unwrap_or(*event);
            let value = format!("{{ start = {event}+07:00, end = {end}+07:00, place = \"{place}\" }}");
            line(text, "event", &value);
        }
        Kind::Clarification => {
            let unit = outline.units[0];
            line(text, "claim", &quoted(&article.claim));
            line(text, "verdict", &quoted(article.verdict));
            let value = format!(
                "[{{ name = \"{}\", url = \"https://data.tirtaraja.example/{}/{}\" }}]",
                unit.name, unit.id, outline.number
            );
            line(text, "sources", &value);
        }
    }
}

/// The settings of warta's newsroom.
pub fn site() -> String {
    let mut text = format!(
        r#"title = "Warta {city}"
base_url = "https://warta.contoh.go.id"
language = "id"
timezone = "Asia/Jakarta"
theme = "warta"

[publisher]
name = "Pemerintah {city}"
email = "humas@tirtaraja.example"
phone = "+62 274 555000"
address = "Jalan Balai Kota 1, {city}"

[images]
share = false
"#,
        city = words::CITY
    );
    for (name, url, note) in [
        ("Pengaduan warga", "https://lapor.tirtaraja.example", "Laporan dijawab pada hari kerja"),
        ("Permohonan informasi publik", "https://ppid.tirtaraja.example", "Layanan PPID"),
    ] {
        let _ = write!(text, "\n[[services]]\nname = \"{name}\"\nurl = \"{url}\"\nnote = \"{note}\"\n");
    }
    text
}

fn line(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key} = {value}");
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn ids(registers: &[&Register]) -> String {
    let ids: Vec<&str> = registers.iter().map(|register| register.id.as_str()).collect();
    format!("[\"{}\"]", ids.join("\", \""))
}

fn capitalized(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
