//! YAML's quirks as stories, and the properties that hold for any text.

use super::parse_yaml;
use crate::data::toml::tests::spans_fit;
use crate::data::{Fault, FaultKind, Table, Value, parse_toml};
use crate::diagnostic::Span;
use proptest::prelude::*;

fn table(text: &str) -> Table {
    let (table, faults) = parse_yaml(text, 0);
    assert_eq!(faults, [], "{text}");
    table
}

fn fault(text: &str) -> (&str, String) {
    match parse_yaml(text, 0).1.as_slice() {
        [Fault { span, kind: FaultKind::Syntax(message) }] => (&text[span.range()], message.clone()),
        other => panic!("{text:?} gives {other:?}"),
    }
}

/// Values and keys without their places.
fn bare(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("{:?}", items.iter().map(|item| bare(&item.value)).collect::<Vec<_>>()),
        Value::Table(table) => {
            let entries = table.entries.iter().map(|entry| (&entry.key, bare(&entry.node.value)));
            format!("{:?}", entries.collect::<Vec<_>>())
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn blocks_and_flows_say_what_toml_says() {
    let yaml = "title: Dua kata\ndate: 2022-09-01 14:00\nn: 3\nempty: \"\"\nlist:\n- 1\n- a: b\n  c: [x, 'y z']\n\
                event: {place: Umbulharjo, on: true}\ntext: |\n  satu\n  dua\nfold: >-\n  satu\n  dua\n";
    let toml = "title = 'Dua kata'\ndate = 2022-09-01 14:00\nn = 3\nempty = ''\nlist = [1, { a = 'b', c = ['x', 'y z'] }]\n\
                event = { place = 'Umbulharjo', on = true }\ntext = \"satu\\ndua\\n\"\nfold = 'satu dua'\n";
    let (other, _) = parse_toml(toml, 0);
    assert_eq!(bare(&Value::Table(table(yaml))), bare(&Value::Table(other)));
}

#[test]
fn spans_count_bytes_of_the_whole_file() {
    let text = "# é\nsatu: \"é\\\"\" # \"é\n'b': 'it''s' # '\ndua:\n  - é\n  - {a: é}\n# é\ntiga: |\n  é\n\nempat:\n";
    let (table, _) = parse_yaml(text, 0);
    let seen: Vec<(&str, &str)> =
        table.entries.iter().map(|e| (&text[e.key_span.range()], &text[e.node.span.range()])).collect();
    assert_eq!(
        seen,
        [("satu", "\"é\\\"\""), ("'b'", "'it''s'"), ("dua", "- é\n  - {a: é}"), ("tiga", "é"), ("empat", "")]
    );
    assert_eq!(&text[..table.entries[4].node.span.range().start], text.trim_end());
    assert_eq!(parse_yaml(text, 7).0.entries[0].key_span, table.entries[0].key_span.shifted(7));
}

#[test]
fn a_duplicate_names_both_places() {
    let text = "b: 1\na: 2\nb: 3\nc: {a: 1, a: 2}\nb: 4\n";
    let (table, faults) = parse_yaml(text, 0);
    let places: Vec<(Span, FaultKind)> = faults.into_iter().map(|fault| (fault.span, fault.kind)).collect();
    let b = |start| (Span::new(start, start + 1), FaultKind::DuplicateKey("b".to_owned(), Span::new(0, 1)));
    let a = (Span::new(25, 26), FaultKind::DuplicateKey("a".to_owned(), Span::new(19, 20)));
    assert_eq!(places, [b(10), a, b(31)]);
    assert_eq!(table.get("b").map(|entry| &entry.node.value), Some(&Value::Integer(1)));
}

#[test]
fn what_warta_does_not_take_is_said_clearly() {
    let said = |text, place, part: &str| {
        let (shown, message) = fault(text);
        assert!(shown == place && message.contains(part), "{text:?} gives {shown:?}: {message}");
    };
    said("title: Foo: bar", ":", "holds a colon in quotes");
    said("a: 1\nbaris lain\nc: 3", "baris lain", "`:` is missing");
    said("a: *tebal*", "*", "aliases");
    said("a: &b 1", "&b 1", "anchors");
    said("a: !!str 1", "!!str 1", "tags");
    said("a: @chi", "@", "in quotes");
    said("a: \"x\nb: 1", "\"", "not closed");
    said("a: [1, 2", "[", "not closed");
    said("a:\n\tb: 1", "\t", "tab");
    said("- a\n- b", "- a\n- b", "keys and values");
    said("hanya teks", "hanya teks", "keys and values");
    said("? [a]\n: b\nc: d", "[a]", "must be text");
    said("a: 1\n---\nb: 2", "---", "second");
    said("a: 99999999999999999999", "99999999999999999999", "too large");
}

#[test]
fn what_was_read_before_a_fault_is_kept() {
    let (table, faults) = parse_yaml("a: 1\nb:\n  c: 2\n  d: Foo: bar\n", 0);
    assert_eq!(faults.len(), 1);
    assert_eq!(bare(&Value::Table(table)), bare(&Value::Table(self::table("a: 1\nb: {c: 2, d: Foo}"))));
}

#[test]
fn empty_texts_are_empty_tables() {
    assert!(["", "\n\n", "# komentar", "~"].iter().all(|text| table(text).entries.is_empty()));
}

#[test]
fn deep_nesting_is_a_fault_and_no_overflow() {
    for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(10_000)] {
        assert!(!parse_yaml(&format!("a: {text}"), 0).1.is_empty() && !parse_yaml(&text, 0).1.is_empty());
    }
}

fn any_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        "\\PC{0,12}".prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// TOML's inline notation; YAML reads JSON as it is.
fn as_toml(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(as_toml).collect::<Vec<_>>().join(", "))
        }
        serde_json::Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| format!("{key} = {}", as_toml(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_spans_fit(text in "[a-c:\\[\\]{}\"'|>*&!?,\n #0-9é\\\\-]{0,60}|\\PC{0,40}", offset in 0usize..9) {
        let file = format!("{}{text}", "x".repeat(offset));
        let (table, faults) = parse_yaml(&text, offset);
        spans_fit(&file, &table, &faults);
    }

    #[test]
    fn both_notations_give_the_same_values(value in any_value()) {
        let (from_yaml, faults) = parse_yaml(&format!("a: {value}"), 0);
        prop_assert_eq!(&faults, &[]);
        let toml = format!("a = {}", as_toml(&value));
        let (from_toml, faults) = parse_toml(&toml, 0);
        prop_assert_eq!(&faults, &[], "{}", toml);
        prop_assert_eq!(bare(&Value::Table(from_yaml)), bare(&Value::Table(from_toml)));
    }
}
