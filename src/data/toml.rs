//! TOML to [`Table`], with every fault of the text rather than the first.
//!
//! A date that TOML refuses (30 February, a date of zeros, 01/09/2022) is no fault here: it comes
//! out as a [`Value::Date`], because the rules for dates explain it better than the grammar does.

mod duplicates;
mod words;

use super::{Entry, Fault, FaultKind, Node, Table, Value};
use crate::diagnostic::Span;
use std::collections::HashSet;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// More levels of tables and lists than this are refused.
const MAX_DEPTH: usize = 64;

/// More faults than this in one text help nobody: what is behind them is neither looked at nor counted.
const MAX_FAULTS: usize = 1_000;

/// Reads a TOML text whose first byte stands at `offset` of its file. What could be read is
/// returned beside the faults.
pub fn parse_toml(text: &str, offset: usize) -> (Table, Vec<Fault>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<Fault> = Vec::new();
    let mut duplicates: Vec<Range<usize>> = Vec::new();
    for error in errors.iter().take(MAX_FAULTS) {
        let span = within(text, error.span().unwrap_or_default());
        match error.message() {
            "duplicate key" => duplicates.push(span),
            message => {
                let (span, message) = words::plain(message, text, span);
                faults.push(Fault { kind: FaultKind::Syntax(message), span: span.into() });
            }
        }
    }
    let swallowed = faults.iter().find_map(|fault| words::swallowed(text, fault));
    let orphans = faults.iter().find_map(|fault| words::orphans(text, fault)).unwrap_or_default();
    // What the parser stumbles over after a bracket that is not closed are echoes.
    faults.retain(|fault| swallowed.is_none_or(|from| fault.span.range().start < from));
    // What stands below a name that can't be read has not to do with keys of other tables.
    duplicates.retain(|range| !orphans.contains(&range.start));
    let torn = faults.iter().filter_map(words::torn_text).collect();
    let mut reading = Reading { text, offset, dates: HashSet::new(), swallowed, orphans, torn, faults };
    let table = reading.table(root.get_ref(), 0);
    let Reading { dates, mut faults, .. } = reading;
    let mut dates: Vec<Span> = dates.into_iter().collect();
    dates.sort();
    faults.retain(|fault| {
        let before = dates.partition_point(|date| date.start <= fault.span.start);
        before.checked_sub(1).is_none_or(|at| dates[at].end <= fault.span.start)
    });
    faults.sort_by_key(|fault| fault.span.start);
    // A second fault on a line is nearly always an echo of the first.
    faults.dedup_by(|second, first| !text[first.span.start as usize..second.span.start as usize].contains('\n'));
    faults.extend(duplicates::faults(text, duplicates));
    faults.sort_by_key(|fault| fault.span);
    for fault in &mut faults {
        fault.span = fault.span.shifted(offset);
        if let FaultKind::DuplicateKey(_, first) | FaultKind::DuplicateTable(_, first) = &mut fault.kind {
            *first = first.shifted(offset);
        }
    }
    (table, faults)
}

/// One pass over the parser's tree.
struct Reading<'a> {
    text: &'a str,
    offset: usize,
    /// Where dates stand, good or bad.
    dates: HashSet<Span>,
    /// From where on the items of a list or table that is not closed are other keys and values.
    swallowed: Option<usize>,
    /// Where keys stand below a name that can't be read.
    orphans: Range<usize>,
    /// Texts of lists that end too early, by a quotation mark within them.
    torn: Vec<Range<usize>>,
    /// The faults, their places still within the text.
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Table {
        let orphans = if depth == 0 { self.orphans.clone() } else { 0..0 };
        let mut entries: Vec<Entry> = table
            .iter()
            // A key with a colon has been complained of.
            .filter(|(key, _)| !key.span().is_empty() && !key.get_ref().ends_with(':'))
            .filter(|(key, _)| !orphans.contains(&key.span().start))
            .filter_map(|(key, value)| {
                let node = self.node(value.get_ref(), value.span(), depth + 1)?;
                let key_span = Span::from(within(self.text, key.span())).shifted(self.offset);
                Some(Entry { key: key.get_ref().to_string(), key_span, node })
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        Table { entries }
    }

    /// The value, or none where the parser put one in for want of any.
    fn node(&mut self, value: &DeValue<'_>, range: Range<usize>, depth: usize) -> Option<Node> {
        let range = within(self.text, range);
        let span = Span::from(range.clone());
        let raw = &self.text[range];
        if raw.is_empty() {
            return None;
        }
        if depth > MAX_DEPTH {
            self.fault(span, format!("nested deeper than {MAX_DEPTH} levels"));
            return None;
        }
        let value = match value {
            DeValue::String(_) | DeValue::Float(_) if is_date_in_other_clothes(raw) => self.date(span, raw),
            DeValue::Datetime(_) => self.date(span, raw),
            _ if is_time_with_a_dot(raw) => {
                // The parser complains of the zero alone.
                self.dates.insert(Span::from(span.range().start..span.range().start + 1));
                self.date(span, raw)
            }
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(flag) => Value::Bool(*flag),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => Value::Integer(number),
                Err(_) => return self.too_large(span),
            },
            DeValue::Float(number) => match number.as_str().parse::<f64>() {
                Ok(float) if float.is_finite() || number.as_str().contains(['i', 'n']) => Value::Float(float),
                _ if raw.matches('.').count() > 1 => {
                    self.fault(span, "marks within a number".to_owned());
                    return None;
                }
                _ => return self.too_large(span),
            },
            DeValue::Array(items) => {
                let from = self.swallowed.filter(|from| span.range().start < *from).unwrap_or(usize::MAX);
                // The halves of a text that a quotation mark has torn are no items.
                let torn = |at: usize| self.torn.iter().any(|range| range.contains(&at));
                let own = items.iter().filter(|item| item.span().start < from && !torn(item.span().start));
                let own: Vec<_> = own.collect();
                let nodes = own.into_iter().filter_map(|item| self.node(item.get_ref(), item.span(), depth + 1));
                Value::Array(nodes.collect())
            }
            DeValue::Table(table) => {
                let mut table = self.table(table, depth);
                let from = self.swallowed.filter(|from| span.range().start < *from).unwrap_or(usize::MAX);
                table.entries.retain(|entry| entry.key_span.range().start - self.offset < from);
                Value::Table(table)
            }
        };
        Some(Node { span: span.shifted(self.offset), value })
    }

    fn date(&mut self, span: Span, raw: &str) -> Value {
        self.dates.insert(span);
        Value::Date(raw.to_owned())
    }

    /// A number out of range. If the parser has already said what is wrong, that comes first on the line.
    fn too_large(&mut self, span: Span) -> Option<Node> {
        self.fault(span, "the number is too large".to_owned());
        None
    }

    fn fault(&mut self, span: Span, message: String) {
        self.faults.push(Fault { span, kind: FaultKind::Syntax(message) });
    }
}

/// Whether an unquoted value is a date as people write it: `01/09/2022`, `1 September 2022`.
fn is_date_in_other_clothes(raw: &str) -> bool {
    let mut parts = raw.splitn(4, ['/', '-', '.', ' ']);
    let (Some(first), Some(middle), Some(last)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let last = last.split(['T', 't']).next().unwrap_or_default();
    let digits = |part: &str| matches!(part.len(), 1..=4) && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = digits(middle) || middle.len() >= 3 && middle.bytes().all(|byte| byte.is_ascii_alphabetic());
    digits(first) && month && digits(last) && (first.len() == 4 || last.len() == 4)
}

/// Whether a value is a time as Indonesians write it, and no number: `09.00`.
fn is_time_with_a_dot(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes.len() == 5 && bytes[0] == b'0' && bytes[2] == b'.' && [1, 3, 4].iter().all(|&at| bytes[at].is_ascii_digit())
}

/// The range, kept within the text and on the boundaries of characters.
fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end).max(start)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn faults(text: &str) -> Vec<(String, FaultKind)> {
        let (_, faults) = parse_toml(text, 0);
        faults.into_iter().map(|fault| (text[fault.span.range()].to_owned(), fault.kind)).collect()
    }

    fn only_syntax(text: &str) -> (String, String) {
        match faults(text).as_slice() {
            [(place, FaultKind::Syntax(message))] => (place.clone(), message.clone()),
            other => panic!("{text:?} gives {other:?}"),
        }
    }

    fn value(text: &str) -> Value {
        let (table, faults) = parse_toml(text, 0);
        assert_eq!(faults, [], "{text}");
        table.entries[0].node.value.clone()
    }

    #[test]
    fn every_kind_of_value_is_read_in_the_order_of_the_file() {
        let text =
            "z = 'x'\na = 1_000\nf = -1.5\nb = true\nl = [1, 'x']\n[t]\nk = 0xff\nd.e = 1\n[[r]]\nn = 1\n[[r]]\n";
        let (table, faults) = parse_toml(text, 0);
        assert_eq!(faults, []);
        let keys: Vec<&str> = table.entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["z", "a", "f", "b", "l", "t", "r"]);
        assert_eq!(table.entries[1].node.value, Value::Integer(1000));
        assert_eq!(table.entries[2].node.value, Value::Float(-1.5));
        let Value::Table(inner) = &table.entries[5].node.value else { panic!("not a table") };
        assert_eq!(inner.get("k").map(|entry| &entry.node.value), Some(&Value::Integer(255)));
        let Value::Array(rows) = &table.entries[6].node.value else { panic!("not a list") };
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn spans_are_of_the_whole_file() {
        let (table, _) = parse_toml("judul = \"é\"\n", 4);
        let entry = &table.entries[0];
        assert_eq!((entry.key_span, entry.node.span), (Span::new(4, 9), Span::new(12, 16)));
    }

    #[test]
    fn a_date_is_a_date_however_wrong() {
        for raw in [
            "2022-09-01",
            "2022-09-01 14:00",
            "2022-09-01T14:00:00+07:00",
            "07:32:00",
            "2022-02-30",
            "0000-00-00",
            "0000-00-00T00:00:00Z",
            "2022-9-1",
            "2022-09-01 14.00",
            "2022-09-01T14:00:00 WIB",
            "01/09/2022",
            "1 September 2022",
            "09.00",
            "2022/09/01",
            "2026.12.01",
        ] {
            assert_eq!(value(&format!("d = {raw} # c")), Value::Date(raw.to_owned()));
            assert_eq!(value(&format!("d = [{raw}]")), Value::Array(vec![node(5, raw)]));
        }
        assert_eq!(only_syntax("a = Halo 2 dunia").1, "text must stand between quotation marks: \"Halo 2 dunia\"");
    }

    fn node(start: usize, raw: &str) -> Node {
        Node { span: Span::new(start, start + raw.len()), value: Value::Date(raw.to_owned()) }
    }

    #[test]
    fn all_faults_are_told_and_the_rest_is_read() {
        let text = "a = \"x\nb = 2\nc = \nd Foo\ne = 5";
        let messages: Vec<FaultKind> = faults(text).into_iter().map(|(_, kind)| kind).collect();
        let told = |message: &str| FaultKind::Syntax(message.to_owned());
        assert_eq!(
            messages,
            [
                told("the text is not closed: a `\"` is missing at its end"),
                told("a value is missing here"),
                told("`=` and a value are missing after this key"),
            ]
        );
        let (table, _) = parse_toml(text, 0);
        assert!(table.get("b").is_some() && table.get("c").is_none());
        assert_eq!(
            only_syntax("a = 99999999999999999999"),
            ("99999999999999999999".into(), "the number is too large".into())
        );
        assert_eq!(only_syntax("a = 01").1, "unexpected leading zero: 1 or \"01\"");
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_overflow() {
        for text in [format!("a = {}", "[".repeat(100_000)), format!("a = {}1{}", "[".repeat(70), "]".repeat(70))] {
            assert!(!faults(&text).is_empty());
        }
        let dotted = format!("{}a = 1", "a.".repeat(79));
        assert!(faults(&dotted)[0].1 == FaultKind::Syntax("nested deeper than 64 levels".to_owned()));
    }

    /// Holds that every span lies within the file, on the boundaries of characters,
    /// and that no key stands twice.
    pub(in crate::data) fn spans_fit(file: &str, table: &Table, faults: &[Fault]) {
        for fault in faults {
            assert!(file.get(fault.span.range()).is_some(), "{file:?}: {fault:?}");
            if let FaultKind::DuplicateKey(_, first) | FaultKind::DuplicateTable(_, first) = &fault.kind {
                assert!(file.get(first.range()).is_some() && first.start < fault.span.start, "{file:?}: {fault:?}");
            }
        }
        for (index, entry) in table.entries.iter().enumerate() {
            assert!(!file[entry.key_span.range()].is_empty(), "{file:?}: {entry:?}");
            assert!(table.entries[index + 1..].iter().all(|other| other.key != entry.key), "{file:?}: {entry:?}");
            node_fits(file, &entry.node);
        }
    }

    fn node_fits(file: &str, node: &Node) {
        assert!(file.get(node.span.range()).is_some(), "{file:?}: {node:?}");
        match &node.value {
            Value::Array(items) => items.iter().for_each(|item| node_fits(file, item)),
            Value::Table(table) => spans_fit(file, table, &[]),
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_spans_fit(text in "[a-c=\\[\\]{}\"'.,\n #0-9:TZé\\\\-]{0,60}|\\PC{0,40}", offset in 0usize..9) {
            let file = format!("{}{text}", "x".repeat(offset));
            let (table, faults) = parse_toml(&text, offset);
            spans_fit(&file, &table, &faults);
        }
    }
}
