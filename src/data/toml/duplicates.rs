//! Keys that stand twice: the parser tells the second's place, an editor wants both.
//!
//! So the text is read again with every duplicate given a name of its own: then it stands beside
//! the first in the tree.

use super::within;
use crate::data::{Fault, FaultKind};
use crate::diagnostic::Span;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Stands at the front of the keys that replace duplicates; from Unicode's private use area.
const MASK: char = '\u{F8FF}';

/// The faults for keys that stand twice in `text`, each with the place of the first.
pub(super) fn faults(text: &str, mut duplicates: Vec<Range<usize>>) -> Vec<Fault> {
    if duplicates.is_empty() {
        return Vec::new();
    }
    duplicates.sort_by_key(|range| (range.start, range.end));
    duplicates.dedup_by(|second, first| second.start < first.end);
    let mut masked = String::with_capacity(text.len() + duplicates.len() * 8);
    // Where in the masked text each duplicate ends, and by how much the text has grown there.
    let mut growth: Vec<(usize, isize)> = Vec::with_capacity(duplicates.len());
    let mut copied = 0;
    for (number, range) in duplicates.iter().enumerate() {
        masked.push_str(&text[copied..range.start]);
        masked.push_str(&format!("\"{MASK}{number}\""));
        copied = range.end;
        growth.push((masked.len(), masked.len() as isize - copied as isize));
    }
    masked.push_str(&text[copied..]);
    let unmasked = |place: usize| {
        let before = growth.partition_point(|(end, _)| *end <= place);
        let grown = before.checked_sub(1).map_or(0, |index| growth[index].1);
        place.saturating_add_signed(-grown)
    };

    let mut firsts: Vec<Option<Span>> = vec![None; duplicates.len()];
    let names: Vec<String> = duplicates.iter().map(|range| key_name(&text[range.clone()])).collect();
    let (root, _) = DeTable::parse_recoverable(&masked);
    find_firsts(root.get_ref(), &names, &mut |number, first| {
        firsts[number] = Some(Span::from(within(text, unmasked(first.start)..unmasked(first.end))));
    });
    let fault = |((range, name), first): ((Range<usize>, String), Option<Span>)| Fault {
        kind: match first {
            Some(first) if text[..range.start].ends_with('[') => FaultKind::DuplicateTable(name, first),
            Some(first) => FaultKind::DuplicateKey(name, first),
            None => FaultKind::Syntax(format!("`{name}` belongs to a table that is defined elsewhere")),
        },
        span: range.into(),
    };
    duplicates.into_iter().zip(names).zip(firsts).map(fault).collect()
}

/// Finds the masked keys of a tree, and for each the key beside it that it was equal to.
fn find_firsts(table: &DeTable<'_>, names: &[String], found: &mut impl FnMut(usize, Range<usize>)) {
    for (key, value) in table {
        let number = key.get_ref().strip_prefix(MASK).and_then(|number| number.parse::<usize>().ok());
        if let Some((number, name)) = number.and_then(|number| Some((number, names.get(number)?)))
            && let Some((first, _)) = table.get_key_value(name.as_str())
        {
            found(number, first.span());
        }
        find_firsts_below(value.get_ref(), names, found);
    }
}

fn find_firsts_below(value: &DeValue<'_>, names: &[String], found: &mut impl FnMut(usize, Range<usize>)) {
    match value {
        DeValue::Table(table) => find_firsts(table, names, found),
        DeValue::Array(items) => items.iter().for_each(|item| find_firsts_below(item.get_ref(), names, found)),
        _ => {}
    }
}

/// What a key says, quotes and escapes resolved.
fn key_name(raw: &str) -> String {
    let text = format!("{raw} = 0");
    let (table, _) = DeTable::parse_recoverable(&text);
    table.get_ref().keys().next().map_or_else(|| raw.to_owned(), |key| key.get_ref().to_string())
}

#[cfg(test)]
mod tests {
    use crate::data::{Fault, FaultKind, parse_toml};
    use crate::diagnostic::Span;

    #[test]
    fn a_duplicate_names_both_places() {
        for text in [
            "a = 1\nb = 2\na = 3\n",
            "t = { a = 1, b = 2, a = 3 }",
            "[a]\nx = 1\n[b]\n[a]\ny = 2\n",
            "[[r]]\na = 1\n[[r]]\na = 2\n\"a\" = 3\n",
            "[[a]]\n[b]\n[a]\n",
            "[a]\n[b]\n[[a]]\n",
        ] {
            let (_, faults) = parse_toml(text, 0);
            let [Fault { span, kind: FaultKind::DuplicateKey(key, first) | FaultKind::DuplicateTable(key, first) }] =
                faults.as_slice()
            else {
                panic!("{text:?} gives {faults:?}")
            };
            assert_eq!((key.as_str(), text[span.range()].trim_matches('"')), ("a", "a"), "{text}");
            assert_eq!(&text[first.range()], "a", "{text}");
            assert!(first.end <= span.start, "{text}");
        }
    }

    #[test]
    fn the_first_of_two_is_found_past_other_duplicates() {
        let text = "a = 1\na = 2\nzz = 3\nzz = 4\nb = 5\nzz = 6\n";
        let found: Vec<(String, Span)> = parse_toml(text, 0)
            .1
            .into_iter()
            .filter_map(|fault| match fault.kind {
                FaultKind::DuplicateKey(key, first) => Some((key, first)),
                _ => None,
            })
            .collect();
        let zz = Span::new(12, 14);
        assert_eq!(found, [("a".to_owned(), Span::new(0, 1)), ("zz".to_owned(), zz), ("zz".to_owned(), zz)]);
    }
}
