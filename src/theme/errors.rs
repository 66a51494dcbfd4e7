//! What the template engine says, as findings at the template's line.

use super::said::SAID;
use super::{ThemeFiles, parts};
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Lines, Position, Span, Text, translate};
use crate::path::RelPath;
use crate::text;
use std::error::Error as _;
use tera::{Error, ErrorKind};

/// The findings of an error from adding templates or from rendering one.
pub(crate) fn findings(error: &Error, code: Code, files: &ThemeFiles) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            let words = match error.source().map(root_cause) {
                Some(cause) if !report.message().contains(&cause) => format!("{}: {cause}", report.message()),
                _ => report.message().to_owned(),
            };
            // Templates are parsed without their byte-order mark.
            let bytes = file(files, report.filename()).map_or(&[][..], |file| &file.bytes);
            let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
            let span = Span::new(range.start, range.end).shifted(mark);
            vec![finding(code, files, report.filename(), span, &words)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let words = format!("it extends `{parent}`, which is not there");
            vec![finding(code, files, current, parent_place(files, current, parent), &words)]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![finding(code, files, tpl, Span::default(), &error.kind().to_string())]
        }
        other if other.to_string().contains("recursion depth for components") => {
            let (name, span, caller) = parts::endless_call(files).unwrap_or_default();
            vec![finding(code, files, &name, span, &format!("the component `{caller}` calls itself without end"))]
        }
        other => {
            let joined = reports(&other.to_string(), code, files);
            if joined.is_empty() { vec![finding(code, files, "", Span::default(), &other.to_string())] } else { joined }
        }
    }
}

fn root_cause(error: &(dyn std::error::Error + 'static)) -> String {
    let mut error = error;
    while let Some(inner) = error.source() {
        error = inner;
    }
    error.to_string()
}

/// Unknown filters, functions and includes come as one text of several reports, each with a line
/// `--> FILE:LINE:COLUMN` below its message.
fn reports(text: &str, code: Code, files: &ThemeFiles) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(words) = line.strip_prefix("error: ") {
            message = words;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let (column, line, name) = (parts.next(), parts.next(), parts.next());
            let number = |part: Option<&str>| part.and_then(|n| n.trim().parse::<usize>().ok()).unwrap_or(1);
            let position = Position { line: number(line), column: number(column) };
            let name = name.unwrap_or_default();
            let start = file(files, name).map_or(0, |file| Lines::new(&file.bytes).offset(position));
            found.push(finding(code, files, name, Span::new(start, start + 1), message));
        }
    }
    found
}

/// Where a template names its parent.
fn parent_place(files: &ThemeFiles, current: &str, parent: &str) -> Span {
    let text = file(files, current).map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let found = ['"', '\''].iter().find_map(|quote| text.find(&format!("{quote}{parent}{quote}")));
    found.map_or(Span::default(), |at| Span::new(at, at + parent.len() + 2))
}

fn finding(code: Code, files: &ThemeFiles, name: &str, span: Span, words: &str) -> Diagnostic {
    let path = file(files, name).map_or_else(|| RelPath::new(config::FILE), |file| file.path.clone());
    let Text { id, en } = in_plain_words(translate(words, SAID.iter().copied()), words);
    Diagnostic::new(code, &path, span, text!("templat bermasalah: {id}", "the template fails: {en}"))
        .help(text!("perbaiki templat di baris ini", "mend the template at this line"))
}

/// The grammar's names for parts of a tag, in Indonesian and in English.
const GRAMMAR: [(&str, &str, &str); 9] = [
    ("identifier", "nama", "a name"),
    ("ident", "nama", "a name"),
    ("string", "teks", "a text"),
    ("integer", "bilangan bulat", "a whole number"),
    ("float", "bilangan pecahan", "a fraction"),
    ("bool", "true/false", "true/false"),
    ("content", "isi", "text"),
    ("comment", "komentar", "a comment"),
    ("raw", "mentah", "raw"),
];

/// What was found and expected, without the grammar's terms.
fn in_plain_words(said: Text, words: &str) -> Text {
    if !words.starts_with("Found ") {
        return said;
    }
    let plain = |text: &str, pick: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        let word = |word: &str| {
            let bare = word.trim_end_matches([' ', ',', '.']);
            let known = GRAMMAR.iter().find(|(name, ..)| *name == bare);
            known.map_or_else(|| word.to_owned(), |known| format!("{}{}", pick(known), &word[bare.len()..]))
        };
        text.split_inclusive(' ').map(word).collect::<String>()
    };
    Text::new(plain(&said.id, |(_, id, _)| id), plain(&said.en, |(_, _, en)| en))
}

/// The file of a template's name: templates are named below templates/, components by their folder.
fn file<'a>(files: &'a ThemeFiles, name: &str) -> Option<&'a super::ThemeFile> {
    files.get(&format!("templates/{name}")).or_else(|| files.get(name))
}
