//! The kinds of documents a newsroom has: those warta knows, and those it declares itself.

use super::Permalink;

/// An index into [`super::Config::kinds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KindId(pub u8);

/// What sort of thing a kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Something published on a day, listed and archived.
    Article,
    /// A unit of the administration.
    Unit,
    /// A person.
    Person,
    /// A topic.
    Topic,
    /// A page by itself, such as "about".
    Page,
}

impl Class {
    /// Every class.
    pub const ALL: [Class; 5] = [Class::Article, Class::Unit, Class::Person, Class::Topic, Class::Page];

    /// The registers.
    pub const REGISTERS: [Class; 3] = [Class::Unit, Class::Person, Class::Topic];

    /// Whether it is a register: units, people, topics.
    pub fn is_register(self) -> bool {
        Class::REGISTERS.contains(&self)
    }
}

/// The type of a kind's own field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A date.
    Date,
    /// A list of texts.
    Strings,
}

impl FieldType {
    /// The types as written in site.toml.
    pub const NAMES: [(&'static str, FieldType); 5] = [
        ("string", FieldType::String),
        ("integer", FieldType::Integer),
        ("boolean", FieldType::Boolean),
        ("date", FieldType::Date),
        ("strings", FieldType::Strings),
    ];
}

/// A field of its own that a newsroom gives to a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key in the front matter.
    pub name: Box<str>,
    /// What it holds.
    pub of: FieldType,
}

/// One kind of document.
#[derive(Clone, Debug)]
pub struct Kind {
    /// `press-release`, `visit`, …
    pub name: Box<str>,
    /// The folder below content/ and the first segment of the address; empty for pages.
    pub folder: Box<str>,
    /// The newsroom's own label, by language code; `""` for every language.
    pub labels: Vec<(Box<str>, Box<str>)>,
    /// What sort of thing it is.
    pub class: Class,
    /// Fields required beyond title, date and summary, as paths: `event.place`.
    pub required: Vec<Box<str>>,
    /// Fields of the newsroom's own.
    pub fields: Vec<Field>,
    /// The shape of its addresses.
    pub permalink: Permalink,
}

impl Kind {
    /// The newsroom's own label in a language, if it gave one.
    pub fn label(&self, language: &str) -> Option<&str> {
        let find = |code: &str| self.labels.iter().find(|(c, _)| &**c == code).map(|(_, label)| &**label);
        find(language).or_else(|| find(""))
    }

    /// Whether documents of it are articles.
    pub fn is_article(&self) -> bool {
        self.class == Class::Article
    }
}

/// The kinds warta knows: name, folder, class, required fields.
const BUILT_IN: [(&str, &str, Class, &[&str]); 12] = [
    ("press-release", "siaran-pers", Class::Article, &["units", "contact"]),
    ("visit", "kunjungan", Class::Article, &["event.date", "event.place", "host", "guest"]),
    ("news", "berita", Class::Article, &["units"]),
    ("photo-story", "foto", Class::Article, &["photos"]),
    ("video", "video", Class::Article, &["video.url", "video.duration"]),
    ("announcement", "pengumuman", Class::Article, &["units"]),
    ("agenda", "agenda", Class::Article, &["event.start", "event.place"]),
    ("clarification", "klarifikasi", Class::Article, &["claim", "verdict", "sources"]),
    ("unit", "unit", Class::Unit, &[]),
    ("person", "tokoh", Class::Person, &[]),
    ("topic", "topik", Class::Topic, &[]),
    ("page", "", Class::Page, &[]),
];

/// Every key of the top of the front matter.
pub const FRONT_KEYS: &[&str] = &[
    "title",
    "date",
    "summary",
    "slug",
    "updated",
    "dateline",
    "authors",
    "units",
    "people",
    "topics",
    "related",
    "status",
    "approved_by",
    "embargo",
    "expires",
    "event",
    "host",
    "guest",
    "contact",
    "photos",
    "video",
    "attachments",
    "changes",
    "withdrawn",
    "legacy_id",
    "aliases",
    "source",
    "license",
    "ai_disclosure",
    "urgent",
    "sponsored",
    "number",
    "claim",
    "verdict",
    "sources",
    "role",
    "parent",
    "transcript",
];

/// Every field that `required` may name.
pub const REQUIRABLE: [&str; 24] = [
    "summary",
    "units",
    "people",
    "authors",
    "topics",
    "contact",
    "event.date",
    "event.start",
    "event.end",
    "event.place",
    "event.delegation",
    "host",
    "guest",
    "photos",
    "video.url",
    "video.duration",
    "transcript",
    "claim",
    "verdict",
    "sources",
    "dateline",
    "number",
    "license",
    "approved_by",
];

/// The built-in kinds with the default permalink.
pub(super) fn built_in() -> Vec<Kind> {
    BUILT_IN
        .iter()
        .map(|(name, folder, class, required)| Kind {
            name: (*name).into(),
            folder: (*folder).into(),
            labels: Vec::new(),
            class: *class,
            required: required.iter().map(|field| (*field).into()).collect(),
            fields: Vec::new(),
            permalink: Permalink::default_of(*class),
        })
        .collect()
}
