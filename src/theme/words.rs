//! Interface words: one language's `i18n/*.toml`, flattened to dotted keys.

use crate::data::{Table, Value};
use rustc_hash::FxHashMap;
use std::ops::Range;
use tera::Value as Shown;

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    words: FxHashMap<String, Word>,
}

#[derive(Clone, Debug, PartialEq)]
enum Word {
    /// The text, and the same ready for templates.
    Text(Pattern, Shown),
    List(Vec<String>),
}

/// A text and where its `{name}`s are: dates are filled in on every page.
#[derive(Clone, Debug, PartialEq)]
struct Pattern {
    text: String,
    gaps: Box<[Range<usize>]>,
}

impl Pattern {
    fn new(text: &str) -> Pattern {
        let opening = text.match_indices('{').map(|(at, _)| at);
        let mut gaps: Vec<Range<usize>> = Vec::new();
        for start in opening {
            let inside = gaps.last().is_some_and(|last| start < last.end);
            if let Some(length) = text[start..].find('}').filter(|_| !inside) {
                gaps.push(start..start + length + 1);
            }
        }
        Pattern { text: text.to_owned(), gaps: gaps.into() }
    }

    fn fill<T: AsRef<str>>(&self, values: &[(&str, T)]) -> String {
        let mut filled = String::with_capacity(self.text.len() + 32);
        let mut done = 0;
        for gap in &self.gaps {
            filled.push_str(&self.text[done..gap.start]);
            let name = &self.text[gap.start + 1..gap.end - 1];
            let value = values.iter().find(|(key, _)| *key == name);
            filled.push_str(value.map_or(&self.text[gap.clone()], |(_, value)| value.as_ref()));
            done = gap.end;
        }
        filled.push_str(&self.text[done..]);
        filled
    }
}

impl Words {
    /// The words of a parsed i18n file.
    pub fn new(table: &Table) -> Words {
        let mut words = Words::default();
        words.add(table, "");
        words
    }

    fn add(&mut self, table: &Table, prefix: &str) {
        for entry in &table.entries {
            let key = format!("{prefix}{}", entry.key);
            match &entry.node.value {
                Value::String(text) => {
                    let word = Word::Text(Pattern::new(text), Shown::from(text.as_str()));
                    self.words.insert(key, word);
                }
                Value::Array(items) => {
                    let text = |item: &crate::data::Node| match &item.value {
                        Value::String(text) => Some(text.clone()),
                        _ => None,
                    };
                    self.words.insert(key, Word::List(items.iter().filter_map(text).collect()));
                }
                Value::Table(inner) => self.add(inner, &format!("{key}.")),
                _ => {}
            }
        }
    }

    /// Takes over every word of `base` that this language lacks. A plural is not taken beside a
    /// label of its own: that language makes no difference between them.
    pub fn inherit(&mut self, base: &Words) {
        for (key, word) in &base.words {
            let singular = key.strip_suffix(".plural").map(|kind| format!("{kind}.label"));
            if !singular.is_some_and(|label| self.words.contains_key(&label)) {
                self.words.entry(key.clone()).or_insert_with(|| word.clone());
            }
        }
    }

    /// A word by its dotted key.
    pub fn get(&self, key: &str) -> Option<&str> {
        match self.words.get(key) {
            Some(Word::Text(pattern, _)) => Some(&pattern.text),
            _ => None,
        }
    }

    /// A word as templates show it.
    pub fn shown(&self, key: &str) -> Option<&Shown> {
        match self.words.get(key) {
            Some(Word::Text(_, shown)) => Some(shown),
            _ => None,
        }
    }

    /// A word with `{name}` filled in. With a count, `KEY.one` for 1 where there is one, else
    /// `KEY.other`, else `KEY`.
    pub fn filled<T: AsRef<str>>(&self, key: &str, count: Option<u64>, values: &[(&str, T)]) -> Option<String> {
        let pattern = |key: &str| match self.words.get(key) {
            Some(Word::Text(pattern, _)) => Some(pattern),
            _ => None,
        };
        let one = || (count == Some(1)).then(|| pattern(&format!("{key}.one"))).flatten();
        let other = || pattern(&format!("{key}.other"));
        let counted = count.and_then(|_| one().or_else(other));
        counted.or_else(|| pattern(key)).map(|pattern| pattern.fill(values))
    }

    /// An item of a list, such as a month's name.
    pub fn item(&self, key: &str, index: usize) -> &str {
        match self.words.get(key) {
            Some(Word::List(items)) => items.get(index).map_or("", String::as_str),
            _ => "",
        }
    }

    /// How many items a list has.
    pub fn len_of(&self, key: &str) -> usize {
        match self.words.get(key) {
            Some(Word::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// A word with `{name}` filled in, or the key itself where the word is missing.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.filled(key, None, values).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_plurals_borrows_none() {
        let words = |text| Words::new(&crate::data::parse_toml(text, 0).0);
        let mut own = words("kinds.unit.label = 'Unit'");
        own.inherit(&words("kinds.unit = { label = 'Unit', plural = 'Units' }\nkinds.topic.plural = 'Topics'"));
        assert_eq!((own.get("kinds.unit.plural"), own.get("kinds.topic.plural")), (None, Some("Topics")));
    }

    #[test]
    fn patterns_are_filled_and_unknown_names_stay() {
        let fill = |pattern: &str| Pattern::new(pattern).fill(&[("a", "1"), ("b", "2")]);
        assert_eq!(fill("{a} dari {b}, {c}"), "1 dari 2, {c}");
        assert_eq!(fill("terbuka { {a"), "terbuka { {a");
        assert_eq!(fill("{ {a}}"), "{ {a}}");
    }
}
