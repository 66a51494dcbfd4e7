//! What is said of keys that nobody asked for: what was most likely meant.

use super::{Entry, Reader, Value};
use crate::diagnostic::{Code, Diagnostic, Span, TOLD_MAX, Text, invisible, nearest};
use crate::text;

/// What people write for keys, and what these are called here. A word may stand in it several
/// times; what fits the table that it was found in counts.
pub type Synonyms = &'static [(&'static str, Meant)];

/// What was meant by a key that is called otherwise here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A key; one within a table as `event.place`.
    Key(&'static str),
    /// A whole line of TOML, because the value is written otherwise too.
    Line(&'static str),
    /// Nothing that is written here: why, in Indonesian and in English.
    Nothing(&'static str, &'static str),
}

impl Reader<'_> {
    /// Ends the reading: every key that was not asked for is unknown.
    pub fn finish(self) {
        self.finish_knowing(&[]);
    }

    /// As [`Reader::finish`], with further keys that are read elsewhere.
    pub fn finish_knowing(self, further: &[&str]) {
        if self.names {
            return;
        }
        let known: Vec<&str> = self.asked.iter().chain(further).copied().collect();
        for entry in self.table.entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            // What was meant takes time to find, and so many are told of no file.
            let (message, help) = match self.findings.len() < 2 * TOLD_MAX {
                true => self.unknown(entry, &known),
                false => (unknown_key(&entry.key), check_spelling()),
            };
            let span = unseen_at(entry).unwrap_or(entry.key_span);
            self.findings.push(Diagnostic::new(Code::UnknownKey, self.file, span, message).help(help));
        }
    }

    fn unknown(&self, entry: &Entry, known: &[&str]) -> (Text, Text) {
        let key = entry.key.as_str();
        if self.inner && self.outer.contains(&key) {
            return (
                text!(
                    "`{key}` tertulis di dalam tabel lain, bukan di bagian utama",
                    "`{key}` stands within another table, not at the top"
                ),
                text!(
                    "pindahkan baris ini ke atas tabel itu (baris yang diapit kurung siku)",
                    "move the line above that table (the line in square brackets)"
                ),
            );
        }
        if let Some(Text { id, en }) = key.chars().find_map(invisible) {
            let seen: String = key.chars().filter(|c| invisible(*c).is_none()).collect();
            return (
                text!(
                    "ada karakter yang tidak terlihat di dalam kunci ini: {id}",
                    "there is a character that nobody sees in this key: {en}"
                ),
                text!("hapus kuncinya, lalu ketik ulang {seen}", "delete the key and type {seen} anew"),
            );
        }
        let message = unknown_key(key);
        let help = self
            .meant(key, &word(key), known)
            .or_else(|| nearest(key, known.iter().copied()).map(did_you_mean))
            .or_else(|| self.meant(key, self.nearest_synonym(key)?, known));
        (message, help.unwrap_or_else(check_spelling))
    }

    /// Whether a key is there by another name, or mistyped: what is then said of that name says it all. Asked
    /// once all keys have been asked for.
    pub fn has_by_another_name(&self, key: &str) -> bool {
        let means = |meant: &Meant| match meant {
            Meant::Key(path) => *path == key,
            Meant::Line(line) => line.split(' ').next() == Some(key),
            Meant::Nothing(..) => false,
        };
        let is_meant = |word: &str| self.synonyms.iter().any(|(written, meant)| *written == word && means(meant));
        self.table.entries.iter().any(|entry| {
            let own = entry.key.as_str();
            let is_mistyped = || match nearest(own, self.asked.iter().copied()) {
                Some(near) => near == key,
                None => self.nearest_synonym(own).is_some_and(is_meant),
            };
            is_meant(&word(own)) || !self.asked.contains(&own) && is_mistyped()
        })
    }

    fn nearest_synonym(&self, key: &str) -> Option<&'static str> {
        nearest(&word(key), self.synonyms.iter().map(|(written, _)| *written))
    }

    /// What is known by the synonyms of a key that is one of them, or nearly: first what this file has a place for and not yet,
    /// then what belongs into this very table.
    fn meant(&self, key: &str, word: &str, known: &[&str]) -> Option<Text> {
        let meant = || self.synonyms.iter().filter(|(written, _)| *written == word).map(|(_, meant)| *meant);
        if let Some(open) = meant().find(|meant| self.is_open(*meant, known)) {
            return match open {
                Meant::Key(path) if !path.contains('.') => Some(did_you_mean(path)),
                _ => self.elsewhere(key, open, known),
            };
        }
        let here = meant().find_map(|meant| match meant {
            Meant::Key(path) => path.rsplit('.').next().filter(|name| known.contains(name)),
            _ => None,
        });
        here.map(did_you_mean).or_else(|| meant().find_map(|meant| self.elsewhere(key, meant, known)))
    }

    /// Whether a key of this table, or of one that stands in it, is meant and not there.
    fn is_open(&self, meant: Meant, known: &[&str]) -> bool {
        let Meant::Key(path) = meant else { return false };
        match path.split_once('.') {
            None => known.contains(&path) && self.table.get(path).is_none(),
            Some((group, name)) => self.table.get(group).is_some_and(|entry| match &entry.node.value {
                Value::Table(inner) => known.contains(&group) && inner.get(name).is_none(),
                _ => false,
            }),
        }
    }

    /// What is to be written in another place, or in another form.
    fn elsewhere(&self, key: &str, meant: Meant, known: &[&str]) -> Option<Text> {
        match meant {
            Meant::Key(path) => match group_below(path, known) {
                Some((group, name)) if name == key => Some(text!(
                    "pindahkan ke dalam `{group}`: `{name}` adalah isian `{group}`",
                    "move it into `{group}`: `{name}` is a key of `{group}`"
                )),
                Some((group, name)) => {
                    Some(text!("tulis sebagai `{name}` di dalam `{group}`", "write it as `{name}` within `{group}`"))
                }
                None if self.inner && self.outer.contains(&path) => Some(text!(
                    "tulis sebagai `{path}` di bagian utama, di atas tabel ini",
                    "write it as `{path}` at the top, above this table"
                )),
                _ => None,
            },
            Meant::Line(line) if !self.inner => {
                let line = self.line(line);
                Some(text!("tulis {line}", "write {line}"))
            }
            Meant::Nothing(id, en) if !self.inner => Some(Text::new(id, en)),
            _ => None,
        }
    }
}

/// The place of a character in a key that nobody sees, if the key is written as it is.
fn unseen_at(entry: &Entry) -> Option<Span> {
    let key = entry.key.as_str();
    let (at, c) = key.char_indices().find(|(_, c)| invisible(*c).is_some())?;
    let start = entry.key_span.range().start + at;
    (entry.key_span.range().len() == key.len()).then(|| Span::new(start, start + c.len_utf8()))
}

fn unknown_key(key: &str) -> Text {
    text!("kunci `{key}` tidak dikenal", "the key `{key}` is not known")
}

fn check_spelling() -> Text {
    text!("hapus baris ini, atau periksa ejaannya", "remove the line, or check its spelling")
}

fn did_you_mean(name: &str) -> Text {
    text!("mungkin maksudnya `{name}`?", "did you mean `{name}`?")
}

/// The table on the way to a dotted key that is known here, and what is left of the key there.
fn group_below<'p>(path: &'p str, known: &[&str]) -> Option<(&'p str, &'p str)> {
    path.match_indices('.').find_map(|(dot, _)| {
        let group = path[..dot].rsplit('.').next()?;
        known.contains(&group).then_some((group, &path[dot + 1..]))
    })
}

/// A key as the synonyms have it.
fn word(key: &str) -> String {
    key.to_lowercase().replace(['-', ' '], "_")
}
