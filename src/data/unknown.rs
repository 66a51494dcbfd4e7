//! What is said of keys that nobody asked for: what was most likely meant.

use super::{Entry, Reader};
use crate::diagnostic::{Code, Diagnostic, Text, nearest};
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
            let (message, help) = self.unknown(entry, &known);
            self.findings.push(Diagnostic::new(Code::UnknownKey, self.file, entry.key_span, message).help(help));
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
        let message = text!("kunci `{key}` tidak dikenal", "the key `{key}` is not known");
        let help = self.meant(key, known).unwrap_or_else(|| match nearest(key, known.iter().copied()) {
            Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
            None => text!("hapus baris ini, atau periksa ejaannya", "remove the line, or check its spelling"),
        });
        (message, help)
    }

    /// Whether a key is there by another name: what is then said of that name says it all.
    pub fn has_by_another_name(&self, key: &str) -> bool {
        let means = |meant: &Meant| match meant {
            Meant::Key(path) => *path == key,
            Meant::Line(line) => line.split(' ').next() == Some(key),
            Meant::Nothing(..) => false,
        };
        self.table.entries.iter().any(|entry| {
            let word = word(&entry.key);
            self.synonyms.iter().any(|(written, meant)| *written == word && means(meant))
        })
    }

    /// What is known of a word by the synonyms: first what belongs into this very table.
    fn meant(&self, key: &str, known: &[&str]) -> Option<Text> {
        let word = word(key);
        let meant = || self.synonyms.iter().filter(|(written, _)| *written == word).map(|(_, meant)| *meant);
        let here = meant().find_map(|meant| match meant {
            Meant::Key(path) => path.rsplit('.').next().filter(|name| known.contains(name)),
            _ => None,
        });
        if let Some(name) = here {
            return Some(text!("mungkin maksudnya `{name}`?", "did you mean `{name}`?"));
        }
        meant().find_map(|meant| self.elsewhere(meant, known))
    }

    /// What is to be written in another place, or in another form.
    fn elsewhere(&self, meant: Meant, known: &[&str]) -> Option<Text> {
        match meant {
            Meant::Key(path) => match path.split_once('.') {
                Some((table, name)) if known.contains(&table) => {
                    Some(text!("tulis sebagai `{name}` di dalam `{table}`", "write it as `{name}` within `{table}`"))
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

/// A key as the synonyms have it.
fn word(key: &str) -> String {
    key.to_lowercase().replace(['-', ' '], "_")
}
