//! Reading a [`Table`] field by field: every field says what it wants, every fault is kept, and
//! at the end the keys that nobody asked for are unknown.

use super::{Entry, Fault, FaultKind, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, Text, nearest};
use crate::path::RelPath;
use crate::text;
use crate::time::{DateFault, Moment, Zone};

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Reads one table of a file.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a RelPath,
    table: &'a Table,
    span: Span,
    asked: Vec<&'a str>,
    names: bool,
    findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// A reader of `table`, which stands at `span` of `file`.
    pub fn new(file: &'a RelPath, table: &'a Table, span: Span, findings: &'a mut Vec<Diagnostic>) -> Self {
        Reader { file, table, span, asked: Vec::new(), names: false, findings }
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

    /// The entry of a key, if it is there and not empty (YAML's `key:`).
    pub fn entry(&mut self, key: &'a str) -> Option<&'a Entry> {
        self.asked.push(key);
        self.table.get(key).filter(|entry| entry.node.value != Value::Null)
    }

    fn wrong_type(&mut self, key: &str, span: Span, found: &Value, id: &str, en: &str) {
        let (found_id, found_en) = found.describe();
        self.report(
            Code::WrongType,
            span,
            text!("`{key}` harus berupa {id}, bukan {found_id}", "`{key}` must be {en}, not {found_en}"),
            match found {
                Value::Integer(_) | Value::Float(_) | Value::Bool(_) | Value::Date(_) if en == "text" => {
                    Some(text!("apit nilainya dengan tanda kutip", "put the value in quotes"))
                }
                _ => None,
            },
        );
    }

    /// A string, trimmed; an empty one counts as absent.
    pub fn string(&mut self, key: &'a str) -> Option<Placed<String>> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::String(text) => {
                let text = text.trim();
                (!text.is_empty()).then(|| Placed { value: text.to_owned(), span: entry.node.span })
            }
            other => {
                self.wrong_type(key, entry.node.span, other, "teks", "text");
                None
            }
        }
    }

    /// A string without its place.
    pub fn text(&mut self, key: &'a str) -> Option<Box<str>> {
        self.string(key).map(|placed| placed.value.into_boxed_str())
    }

    /// A list of strings; a lone string counts as a list of one.
    pub fn strings(&mut self, key: &'a str) -> Vec<Placed<String>> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let items = match &entry.node.value {
            Value::Array(items) => items.iter().collect(),
            Value::String(_) => vec![&entry.node],
            other => {
                self.wrong_type(key, entry.node.span, other, "daftar teks", "a list of texts");
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::String(text) if text.trim().is_empty() => {}
                Value::String(text) => texts.push(Placed { value: text.trim().to_owned(), span: item.span }),
                other => self.wrong_type(key, item.span, other, "teks", "text"),
            }
        }
        texts
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &'a str) -> Option<bool> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Bool(value) => Some(*value),
            other => {
                self.wrong_type(key, entry.node.span, other, "true atau false", "true or false");
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
            other => {
                self.wrong_type(key, entry.node.span, other, "bilangan bulat mulai 0", "a whole number from 0");
                None
            }
        }
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
        let value = entry.node.value.clone();
        self.wrong_type(key, entry.node.span, &value, "dua angka 0 sampai 1", "two numbers from 0 to 1");
        None
    }

    /// A date, with a time or without.
    pub fn moment(&mut self, key: &'a str, zone: &Zone) -> Option<Placed<Moment>> {
        let entry = self.entry(key)?;
        let (Value::Date(written) | Value::String(written)) = &entry.node.value else {
            let value = entry.node.value.clone();
            self.wrong_type(key, entry.node.span, &value, "tanggal", "a date");
            return None;
        };
        let span = entry.node.span;
        match Moment::parse(written, zone) {
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
            Err(fault) => {
                let (code, message, help) = date_fault(key, written, fault);
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
                let mut reader = Reader::new(self.file, table, entry.key_span, self.findings);
                let value = read(&mut reader);
                reader.finish();
                Some(value)
            }
            other => {
                self.wrong_type(key, entry.node.span, other, "tabel", "a table");
                None
            }
        }
    }

    /// A list of tables.
    pub fn tables<T>(&mut self, key: &'a str, mut read: impl FnMut(&mut Reader<'_>) -> Option<T>) -> Vec<T> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let Value::Array(items) = &entry.node.value else {
            let value = entry.node.value.clone();
            self.wrong_type(key, entry.node.span, &value, "daftar tabel", "a list of tables");
            return Vec::new();
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Table(table) => {
                    let mut reader = Reader::new(self.file, table, item.span, self.findings);
                    values.extend(read(&mut reader));
                    reader.finish();
                }
                other => self.wrong_type(key, item.span, other, "tabel", "a table"),
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
                let mut reader = Reader::new(self.file, table, entry.key_span, self.findings);
                let value = read(&mut reader);
                reader.finish();
                Some(value)
            }
            other => {
                self.wrong_type(&entry.key, entry.node.span, other, "tabel", "a table");
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'a str) -> Option<i64> {
        let entry = self.entry(key)?;
        match &entry.node.value {
            Value::Integer(value) => Some(*value),
            other => {
                self.wrong_type(key, entry.node.span, other, "bilangan bulat", "a whole number");
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

    /// Reports something at a severity of its own.
    pub fn report_as(&mut self, severity: Severity, code: Code, span: Span, message: Text, help: Text) {
        self.findings.push(Diagnostic::new(code, self.file, span, message).severity(severity).help(help));
    }

    /// A required string is missing: says so at the table.
    pub fn missing(&mut self, key: &str) {
        self.report(
            Code::MissingField,
            self.span,
            text!("`{key}` wajib diisi", "`{key}` is required"),
            Some(text!("tambahkan baris `{key} = …`", "add a line `{key} = …`")),
        );
    }

    /// Ends the reading: every key that was not asked for is unknown.
    pub fn finish(self) {
        self.finish_knowing(&[]);
    }

    /// As [`Reader::finish`], with further keys that are read elsewhere.
    pub fn finish_knowing(self, further: &[&str]) {
        for entry in &self.table.entries {
            let key = entry.key.as_str();
            if self.names || self.asked.contains(&key) || further.contains(&key) {
                continue;
            }
            let known = self.asked.iter().copied().chain(further.iter().copied());
            let mut finding = Diagnostic::new(
                Code::UnknownKey,
                self.file,
                entry.key_span,
                text!("kunci `{key}` tidak dikenal", "the key `{key}` is not known"),
            );
            finding.help = Some(match nearest(key, known) {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!("hapus baris ini, atau periksa ejaannya", "remove the line, or check its spelling"),
            });
            self.findings.push(finding);
        }
    }
}

fn date_fault(key: &str, written: &str, fault: DateFault) -> (Code, Text, Text) {
    match fault {
        DateFault::Zero => (
            Code::ZeroDate,
            text!("`{key}` berisi tanggal nol: {written}", "`{key}` is a date of zeros: {written}"),
            text!("isi tanggal yang sebenarnya, misalnya 2026-09-01", "write the real date, such as 2026-09-01"),
        ),
        DateFault::Impossible => (
            Code::InvalidDate,
            text!("`{key}` bukan tanggal yang ada: {written}", "`{key}` is a date that does not exist: {written}"),
            text!("periksa hari, bulan, jam, dan selisih zonanya", "check its day, month, hour and offset"),
        ),
        DateFault::NeedsOffset => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak pasti: pada {written} jam setempat digeser",
                "`{key}` is not certain: clocks are changed at {written}"
            ),
            text!("tulis selisih zonanya, misalnya +02:00", "write its offset, such as +02:00"),
        ),
        DateFault::Notation(guess) => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak dapat dibaca sebagai tanggal: {written}",
                "`{key}` can't be read as a date: {written}"
            ),
            match guess {
                Some(iso) => text!("tulis {iso}", "write {iso}"),
                None => text!(
                    "tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00",
                    "write year-month-day, such as 2026-09-01 or 2026-09-01T14:00"
                ),
            },
        ),
    }
}

/// The findings of a text that is not valid TOML or YAML.
pub fn syntax_findings(faults: Vec<Fault>, file: &RelPath, findings: &mut Vec<Diagnostic>) {
    for fault in faults {
        findings.push(match fault.kind {
            FaultKind::Syntax(words) => Diagnostic::new(
                Code::Syntax,
                file,
                fault.span,
                text!("penulisannya tidak sah: {words}", "this can't be read: {words}"),
            )
            .help(text!(
                "periksa tanda kutip, tanda sama dengan, dan kurung di baris ini dan baris sebelumnya",
                "check the quotes, equals signs and brackets of this line and the one before"
            )),
            FaultKind::DuplicateKey(key, first) => Diagnostic::new(
                Code::DuplicateKey,
                file,
                fault.span,
                text!("kunci `{key}` ditulis dua kali", "the key `{key}` is there twice"),
            )
            .help(text!("hapus salah satunya", "remove one of them"))
            .related(file, first, text!("yang pertama di sini", "the first is here")),
        });
    }
}
