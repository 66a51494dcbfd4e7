//! Reading a [`Table`] field by field: every field says what it wants, every fault is kept, and
//! at the end the keys that nobody asked for are unknown.

use super::messages::{Wanted, date_fault};
use super::unknown::Synonyms;
use super::{Entry, Node, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, Text};
use crate::path::RelPath;
use crate::text;
use crate::time::{Moment, Zone};
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A text without characters that neither HTML nor XML can hold.
fn printable(text: &str) -> Box<str> {
    // One branchless pass over the bytes that may begin such a character: there is hardly ever one.
    let suspicious = |b: u8| ((b < b' ') & (b != b'\n') & (b != b'\t')) | (b == 0x7f) | (b == 0xc2) | (b == 0xef);
    if !text.bytes().fold(false, |found, b| found | suspicious(b)) {
        return text.into();
    }
    let unprintable = |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !unprintable(*c)).collect()
}

/// Reads one table of a file.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) file: &'a RelPath,
    pub(super) table: &'a Table,
    span: Span,
    pub(super) asked: Vec<&'a str>,
    pub(super) names: bool,
    yaml: bool,
    pub(super) outer: &'static [&'static str],
    pub(super) synonyms: Synonyms,
    pub(super) samples: &'static [&'static str],
    pub(super) inner: bool,
    pub(super) findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// A reader of `table`, which stands at `span` of `file`.
    pub fn new(file: &'a RelPath, table: &'a Table, span: Span, findings: &'a mut Vec<Diagnostic>) -> Self {
        Reader {
            file,
            table,
            span,
            asked: Vec::new(),
            names: false,
            yaml: false,
            outer: &[],
            synonyms: &[],
            samples: &[],
            inner: false,
            findings,
        }
    }

    /// Says that the file is in YAML, so that messages quote it as such.
    #[must_use]
    pub fn in_yaml(mut self, yaml: bool) -> Self {
        self.yaml = yaml;
        self
    }

    /// Names the keys of the whole file, so that one which slipped into a table below it is known.
    #[must_use]
    pub fn with_outer(mut self, outer: &'static [&'static str]) -> Self {
        self.outer = outer;
        self
    }

    /// Says what keys are called here that people know by other names.
    #[must_use]
    pub fn with_synonyms(mut self, synonyms: Synonyms) -> Self {
        self.synonyms = synonyms;
        self
    }

    /// Shows how the tables of the file are written, a line of TOML each.
    #[must_use]
    pub fn with_samples(mut self, samples: &'static [&'static str]) -> Self {
        self.samples = samples;
        self
    }

    /// A reader of a table within this one.
    fn within<'b>(&'b mut self, table: &'b Table, span: Span) -> Reader<'b> {
        let (yaml, outer, synonyms, samples) = (self.yaml, self.outer, self.synonyms, self.samples);
        let reader = Reader::new(self.file, table, span, self.findings);
        Reader { yaml, outer, synonyms, samples, inner: true, ..reader }
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Reports something about a place of the file.
    pub fn report(&mut self, code: Code, span: Span, message: Text, help: Option<Text>) {
        let mut finding = Diagnostic::new(code, self.file, span, message);
        finding.help = help;
        self.findings.push(finding);
    }

    /// The entry of a key, if it is there and not empty (`key = ""`, YAML's `key:`).
    pub fn entry(&mut self, key: &'a str) -> Option<&'a Entry> {
        self.asked.push(key);
        let empty = |entry: &Entry| match &entry.node.value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            _ => false,
        };
        self.table.get(key).filter(|entry| !empty(entry))
    }

    /// A line of TOML as it is to be written in this file, which may be YAML.
    pub fn line(&self, toml: &str) -> String {
        if self.yaml { toml.replace(" = ", ": ") } else { toml.to_owned() }
    }

    /// A string, trimmed; an empty one counts as absent.
    pub fn string(&mut self, key: &'a str) -> Option<Placed<Box<str>>> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::String(text) => Some(Placed { value: printable(text.trim()), span: entry.node.span }),
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Text);
                None
            }
        }
    }

    /// A string without its place.
    pub fn text(&mut self, key: &'a str) -> Option<Box<str>> {
        self.string(key).map(|placed| placed.value)
    }

    /// A list of strings; a lone string counts as a list of one.
    pub fn strings(&mut self, key: &'a str) -> Vec<Placed<Box<str>>> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let items = match &entry.node.value {
            Value::Array(items) => items.iter().collect(),
            Value::String(text) if text.contains(',') => {
                self.run_together(key, &entry.node, text);
                return Vec::new();
            }
            Value::String(_) => vec![&entry.node],
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Texts);
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::String(text) if text.trim().is_empty() => {}
                Value::String(text) if self.holds_unseen(key, text, item.span) => {}
                Value::String(text) => texts.push(Placed { value: printable(text.trim()), span: item.span }),
                _ => self.wrong_type(key, item, Wanted::Text),
            }
        }
        texts
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &'a str) -> Option<bool> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Bool(value) => Some(*value),
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Bool);
                None
            }
        }
    }

    /// A whole number not below zero.
    pub fn count(&mut self, key: &'a str) -> Option<Placed<u32>> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Integer(value) if u32::try_from(*value).is_ok() => {
                Some(Placed { value: u32::try_from(*value).unwrap_or_default(), span: entry.node.span })
            }
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Count);
                None
            }
        }
    }

    /// A whole number within a range.
    pub fn count_in(&mut self, key: &'a str, range: RangeInclusive<u32>) -> Option<Placed<u32>> {
        let entry = self.entry(key)?;
        let Value::Integer(number) = &entry.node.value else {
            self.wrong_type(key, &entry.node, Wanted::Integer);
            return None;
        };
        if let Some(value) = u32::try_from(*number).ok().filter(|value| range.contains(value)) {
            return Some(Placed { value, span: entry.node.span });
        }
        let (least, most) = (range.start(), range.end());
        self.report(
            Code::InvalidValue,
            entry.node.span,
            text!(
                "`{key}` harus dari {least} sampai {most}, bukan {number}",
                "`{key}` must be from {least} to {most}, not {number}"
            ),
            Some(text!(
                "tulis bilangan dalam batas itu, atau hapus baris ini untuk memakai nilai bawaan",
                "write a number within these bounds, or remove the line for the usual one"
            )),
        );
        None
    }

    /// Two fractions from 0 to 1: a point of a picture.
    pub fn point(&mut self, key: &'a str) -> Option<[f32; 2]> {
        let entry = self.entry(key)?;
        let number = |value: &Value| match value {
            Value::Float(number) => Some(*number as f32),
            Value::Integer(number) => Some(*number as f32),
            _ => None,
        };
        if let Value::Array(items) = &entry.node.value
            && let [x, y] = items.as_slice()
            && let (Some(x), Some(y)) = (number(&x.value), number(&y.value))
            && (0.0..=1.0).contains(&x)
            && (0.0..=1.0).contains(&y)
        {
            return Some([x, y]);
        }
        self.wrong_type(key, &entry.node, Wanted::Point);
        None
    }

    /// A date, with a time or without.
    pub fn moment(&mut self, key: &'a str, zone: &Zone) -> Option<Placed<Moment>> {
        self.moment_on(key, zone, None)
    }

    /// A date, or a time alone where it is known of which day.
    pub fn moment_on(&mut self, key: &'a str, zone: &Zone, day: Option<Date>) -> Option<Placed<Moment>> {
        let entry = self.entry(key)?;
        self.moment_of(key, &entry.node, zone, day)
    }

    /// A list of dates; a lone date counts as a list of one.
    pub fn moments(&mut self, key: &'a str, zone: &Zone) -> Vec<Placed<Moment>> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let items = match &entry.node.value {
            Value::Array(items) => items.as_slice(),
            _ => std::slice::from_ref(&entry.node),
        };
        items.iter().filter_map(|item| self.moment_of(key, item, zone, None)).collect()
    }

    fn moment_of(&mut self, key: &str, node: &Node, zone: &Zone, day: Option<Date>) -> Option<Placed<Moment>> {
        let (Value::Date(written) | Value::String(written)) = &node.value else {
            self.wrong_type(key, node, Wanted::Date);
            return None;
        };
        let span = node.span;
        let on_day = || Moment::parse(&format!("{}T{written}", day?), zone).ok();
        match Moment::parse(written, zone).or_else(|fault| on_day().ok_or(fault)) {
            Ok(moment) => {
                let year = moment.local.year();
                if !(1945..=2100).contains(&year) {
                    self.report(
                        Code::UnlikelyDate,
                        span,
                        text!(
                            "tahun {year} pada `{key}` tampaknya salah ketik",
                            "the year {year} of `{key}` looks like a slip"
                        ),
                        Some(text!("periksa angka tahunnya", "check the digits of the year")),
                    );
                }
                Some(Placed { value: moment, span })
            }
            Err(_) if self.holds_unseen(key, written, span) => None,
            Err(fault) => {
                let (code, message, help) = date_fault(key, written, fault.on(day));
                self.report(code, span, message, Some(help));
                None
            }
        }
    }

    /// A table within this one.
    pub fn table<T>(&mut self, key: &'a str, read: impl FnOnce(&mut Reader<'_>) -> T) -> Option<T> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Table(table) => {
                let mut reader = self.within(table, entry.key_span);
                let value = read(&mut reader);
                reader.finish();
                Some(value)
            }
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Table);
                None
            }
        }
    }

    /// A list of tables.
    pub fn tables<T>(&mut self, key: &'a str, mut read: impl FnMut(&mut Reader<'_>) -> Option<T>) -> Vec<T> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let Value::Array(items) = &entry.node.value else {
            self.wrong_type(key, &entry.node, Wanted::Rows);
            return Vec::new();
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Table(table) => {
                    let mut reader = self.within(table, item.span);
                    values.extend(read(&mut reader));
                    reader.finish();
                }
                _ => self.wrong_type(key, item, Wanted::Row),
            }
        }
        values
    }

    /// Declares every key of the table known: its keys are names, checked by the caller.
    pub fn all_known(&mut self) {
        self.names = true;
    }

    /// Every entry, for tables whose keys are names the newsroom chooses.
    pub fn entries(&mut self) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let table = self.table;
        table.entries.iter()
    }

    /// Reads the table of an entry that came from [`Reader::entries`].
    pub fn inner<T>(&mut self, entry: &Entry, read: impl FnOnce(&mut Reader<'_>) -> T) -> Option<T> {
        match &entry.node.value {
            Value::Table(table) => {
                let mut reader = self.within(table, entry.key_span);
                let value = read(&mut reader);
                reader.finish();
                Some(value)
            }
            _ => {
                self.wrong_type(&entry.key, &entry.node, Wanted::Table);
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'a str) -> Option<i64> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Integer(value) => Some(*value),
            _ => {
                self.wrong_type(key, &entry.node, Wanted::Integer);
                None
            }
        }
    }

    /// Whether a key has a value that is not blank, of whatever type.
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|entry| match &entry.node.value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => true,
        })
    }

    /// Reports something that does not stop a build.
    pub fn warn(&mut self, code: Code, span: Span, message: Text, help: Text) {
        let finding = Diagnostic::new(code, self.file, span, message).severity(Severity::Warning).help(help);
        self.findings.push(finding);
    }

    /// Whether something was reported about exactly this place.
    pub fn is_reported(&self, span: Span) -> bool {
        self.findings.iter().any(|finding| finding.span == span && finding.file == *self.file)
    }

    /// Where the value of a dotted key stands, whatever it holds.
    pub fn place_of(&self, path: &str) -> Option<Span> {
        let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
        let entry = self.table.get(key)?;
        match (rest, &entry.node.value) {
            (None, _) => Some(entry.node.span),
            (Some(rest), Value::Table(inner)) => inner.get(rest).map(|entry| entry.node.span),
            _ => None,
        }
    }

    /// Whether a dotted key is there without any value, as in YAML's `key:`.
    pub fn has_no_quotes(&self, path: &str) -> bool {
        self.place_of(path).is_some_and(|span| span.start == span.end)
    }

    /// Where a key itself stands.
    pub fn key_place(&self, key: &str) -> Option<Span> {
        self.table.get(key).map(|entry| entry.key_span)
    }

    /// A required field is missing: says so at the table. `line` is how it is written in TOML.
    pub fn missing(&mut self, line: &str) {
        let key = line.split(' ').next().unwrap_or(line);
        let line = self.line(line);
        self.report(
            Code::MissingField,
            self.span,
            text!("`{key}` wajib diisi", "`{key}` is required"),
            Some(text!("tambahkan {line}", "add {line}")),
        );
    }
}
