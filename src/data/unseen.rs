//! Characters in values that nobody sees: what looks like a name would be another.

use super::{Node, Reader, Value};
use crate::diagnostic::{Code, Span, Text, invisible};
use crate::text;

impl Reader<'_> {
    /// Whether a name holds a character that nobody sees, which is reported: it would be another name.
    /// Joiners and marks of direction belong to some scripts.
    pub fn holds_unseen(&mut self, key: &str, text: &str, span: Span) -> bool {
        let common = |c: &char| !matches!(c, '\u{200c}'..='\u{200f}' | '\u{2000}'..='\u{200a}' | '\u{3000}');
        let unseen = |(at, c): (usize, char)| Some((at, c, invisible(c)?));
        let Some((at, c, Text { id, en })) = text.char_indices().filter(|(_, c)| common(c)).find_map(unseen) else {
            return false;
        };
        // Of a text without escapes, the place is known.
        let quotes = (span.range().len().saturating_sub(text.len())) / 2;
        let plain = span.range().len() == text.len() + 2 * quotes && quotes < 2;
        let start = span.range().start + quotes + at;
        let place = if plain { Span::new(start, start + c.len_utf8()) } else { span };
        let clean: String =
            text.chars().filter_map(|c| invisible(c).map_or(Some(c), |_| (c == '\u{a0}').then_some(' '))).collect();
        self.report(
            Code::InvalidValue,
            place,
            text!(
                "ada karakter yang tidak terlihat di dalam `{key}`: {id}",
                "there is a character that nobody sees in `{key}`: {en}"
            ),
            Some(text!("hapus isinya, lalu ketik ulang \"{clean}\"", "delete it and type \"{clean}\" anew")),
        );
        true
    }

    /// Where control characters stand in the text or texts of a key, the first of each.
    pub fn controls(&self, key: &str) -> Vec<(Span, char)> {
        let control = |node: &Node| match &node.value {
            Value::String(text) => text.trim().chars().find(|c| c.is_control()).map(|c| (node.span, c)),
            _ => None,
        };
        match self.table.get(key).map(|entry| &entry.node) {
            Some(Node { value: Value::Array(items), .. }) => items.iter().filter_map(control).collect(),
            node => node.into_iter().filter_map(control).collect(),
        }
    }
}
