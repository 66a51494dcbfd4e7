//! TOML and YAML as one tree with the place of every key and value.
//!
//! Both notations give the same [`Node`]s, so everything that reads front matter, site.toml,
//! theme.toml or i18n files is written once. Nothing here knows which keys exist.

mod encoding;
mod known;
mod messages;
mod read;
mod syntax;
mod toml;
mod unknown;
mod unseen;
mod wrong;
mod yaml;

pub use self::toml::parse_toml;
pub use self::yaml::parse_yaml;
pub use encoding::decode;
pub use read::{Placed, Reader};
pub use syntax::{one_a_place, syntax_findings};
pub use unknown::{Meant, Synonyms};

use crate::diagnostic::Span;

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The bytes of the value, quotes included.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// What TOML and YAML both can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A date, a time or both, as written: any in TOML, however impossible; in YAML a plain `YYYY-MM-DD…`.
    Date(String),
    /// A list.
    Array(Vec<Node>),
    /// Keys and values.
    Table(Table),
    /// YAML's empty value.
    Null,
}

impl Value {
    /// What the value is, in Indonesian and in English, for messages.
    pub fn describe(&self) -> (&'static str, &'static str) {
        match self {
            Value::String(_) => ("teks", "text"),
            Value::Integer(_) => ("bilangan bulat", "a whole number"),
            Value::Float(_) => ("bilangan pecahan", "a number with a fraction"),
            Value::Bool(_) => ("true/false", "true/false"),
            Value::Date(_) => ("tanggal", "a date"),
            Value::Array(_) => ("daftar", "a list"),
            Value::Table(_) => ("tabel", "a table"),
            Value::Null => ("nilai kosong", "an empty value"),
        }
    }
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Each key once: the second of two equal keys is a [`Fault`].
    pub entries: Vec<Entry>,
}

impl Table {
    /// The entry of a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

/// One key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// Why a text is not valid TOML or YAML; several may be found in one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong with the notation.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// The parser's own words, in English.
    Syntax(String),
    /// The same key twice in one table; the span is the second, this is the first.
    DuplicateKey(String, Span),
    /// The name of a table above its keys (`[name]`), and the table is there already, perhaps as a
    /// dotted key; the span is the second, this is the first.
    DuplicateTable(String, Span),
}
