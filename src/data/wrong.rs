//! What is said of values of the wrong kind, and how they are written.

use super::messages::{Wanted, time_as_number};
use super::{Node, Reader, Value};
use crate::diagnostic::Code;
use crate::text;

impl Reader<'_> {
    /// A value is of another kind than the one that is wanted.
    pub(super) fn wrong_type(&mut self, key: &str, node: &Node, wanted: Wanted) {
        if let Value::String(text) = &node.value
            && self.holds_unseen(key, text, node.span)
        {
            return;
        }
        let (id, en, example) = wanted.words();
        let (found_id, found_en) = match (wanted, &node.value) {
            (Wanted::Count, Value::Integer(number)) => (number.to_string(), number.to_string()),
            (Wanted::Point, Value::Array(_)) => ("daftar ini".to_owned(), "this list".to_owned()),
            (_, value) => (value.describe().0.to_owned(), value.describe().1.to_owned()),
        };
        let line = self.line(&format!("{key} = {example}"));
        let help = match (wanted, &node.value) {
            (Wanted::Text, Value::Date(written)) => {
                let line = self.line(&format!("{key} = \"{written}\""));
                text!("tulis {line}", "write {line}")
            }
            (Wanted::Text, Value::Integer(_) | Value::Float(_) | Value::Bool(_)) => {
                text!("apit nilainya dengan tanda kutip", "put the value in quotes")
            }
            (Wanted::Date, Value::Float(number)) => time_as_number(*number),
            (Wanted::Count | Wanted::Integer, Value::String(text)) => match text.trim().parse::<u32>() {
                Ok(number) => {
                    let line = self.line(&format!("{key} = {number}"));
                    text!("tulis tanpa tanda kutip: {line}", "write it without quotes: {line}")
                }
                Err(_) => text!("misalnya {line}", "such as {line}"),
            },
            (Wanted::Bool, Value::String(text)) => as_bool(text).map_or_else(
                || text!("tulis true atau false, tanpa tanda kutip", "write true or false, without quotes"),
                |flag| {
                    let line = self.line(&format!("{key} = {flag}"));
                    text!("tulis {line}, tanpa tanda kutip", "write {line}, without quotes")
                },
            ),
            (Wanted::Table | Wanted::Rows | Wanted::Row, value) if self.sample(key).is_some() => {
                let line = self.line(&self.sample_with(key, value));
                text!("tulis {line}", "write {line}")
            }
            _ => text!("misalnya {line}", "such as {line}"),
        };
        let (each_id, each_en) = if wanted == Wanted::Row { ("tiap isi ", "each of ") } else { ("", "") };
        let message = text!(
            "{each_id}`{key}` harus berupa {id}, bukan {found_id}",
            "{each_en}`{key}` must be {en}, not {found_en}"
        );
        self.report(Code::WrongType, node.span, message, Some(help));
    }

    /// Several items in one text: `topics = "a, b"`.
    pub(super) fn run_together(&mut self, key: &str, node: &Node, text: &str) {
        let quoted = text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(|item| format!("{item:?}"));
        let list = quoted.collect::<Vec<_>>().join(", ");
        let (line, one) = (self.line(&format!("{key} = [{list}]")), format!("[{text:?}]"));
        self.report(
            Code::WrongType,
            node.span,
            text!(
                "`{key}` berupa satu teks yang berisi koma, bukan daftar",
                "`{key}` is one text with commas, not a list"
            ),
            Some(text!(
                "tulis {line}; kalau memang satu butir, tulis {one}",
                "write {line}; if it is a single item, write {one}"
            )),
        );
    }

    /// How a table is written, by its key.
    fn sample(&self, key: &str) -> Option<&'static str> {
        self.samples.iter().copied().find(|line| line.split(' ').next() == Some(key))
    }

    /// How a table is written, with a text that stands in its place as its first value.
    fn sample_with(&self, key: &str, found: &Value) -> String {
        let sample = self.sample(key).unwrap_or_default();
        match found {
            Value::String(text) if text.contains(char::is_alphabetic) && !text.contains(['"', '\\', '\n']) => {
                sample.replacen("\"…\"", &format!("\"{text}\""), 1)
            }
            _ => sample.to_owned(),
        }
    }
}

/// What was meant by a text in the place of `true` or `false`.
fn as_bool(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "ya" | "yes" | "benar" | "on" | "1" => Some(true),
        "false" | "tidak" | "no" | "salah" | "off" | "0" => Some(false),
        _ => None,
    }
}
