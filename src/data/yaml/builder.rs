//! From the parser's events to a [`Table`], without recursion.

use super::scalar;
use super::words::{ALIAS, without_colon};
use crate::data::{Entry, Fault, FaultKind, Node, Table, Value};
use crate::diagnostic::Span;
use saphyr_parser::{Event, Marker, ScalarStyle};
use std::mem;

/// More levels of tables and lists than this are refused.
const MAX_DEPTH: usize = 64;

/// A table or list whose end has not come yet.
struct Open {
    start: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Table(Table, Key),
}

/// What a table waits for.
enum Key {
    /// The next key.
    Awaited,
    /// The value of this key.
    Read(String, Span),
    /// The value of a key that was refused.
    Refused,
}

/// The tree as far as it has grown.
pub(super) struct Builder<'a> {
    text: &'a str,
    offset: usize,
    /// The byte at which each character begins; none where characters are bytes.
    starts: Option<Vec<usize>>,
    open: Vec<Open>,
    root: Table,
    documents: usize,
    /// Where the last piece of content ended.
    end: usize,
    faults: Vec<Fault>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, offset: usize) -> Self {
        let starts = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        let (open, root, faults) = (Vec::new(), Table::default(), Vec::new());
        Builder { text, offset, starts, open, root, documents: 0, end: 0, faults }
    }

    /// The byte of the text at which a marker stands; markers count characters.
    pub(super) fn byte(&self, marker: Marker) -> usize {
        match &self.starts {
            Some(starts) => starts.get(marker.index()).copied().unwrap_or(self.text.len()),
            None => marker.index().min(self.text.len()),
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start, end).shifted(self.offset)
    }

    pub(super) fn fault(&mut self, span: Span, message: impl Into<String>) {
        self.faults.push(Fault { span: span.shifted(self.offset), kind: FaultKind::Syntax(message.into()) });
    }

    /// Takes in one event; false when there is no use in reading on.
    pub(super) fn event(&mut self, event: Event<'_>, span: saphyr_parser::Span) -> bool {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.fault(Span::new(start, end), "a second YAML document begins here; only one is read");
                    return false;
                }
            }
            Event::Scalar(content, style, anchor, tag) => {
                let place = self.place(start, end, style, content.is_empty());
                self.refuse_extras(place, anchor, tag.is_some());
                self.scalar(&content, style, place);
            }
            Event::SequenceStart(anchor, tag) => {
                return self.begin(start, end, anchor, tag.is_some(), Kind::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                return self.begin(start, end, anchor, tag.is_some(), Kind::Table(Table::default(), Key::Awaited));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // Flow style closes with a bracket, to which the parser adds the blanks after it; block
                // style just stops.
                self.end = self.end.max(if self.text[start..end].starts_with([']', '}']) { start + 1 } else { 0 });
                self.close();
            }
            Event::Alias(_) => {
                self.fault(Span::new(start, end), ALIAS);
                self.end = self.end.max(end);
                self.put(None);
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        true
    }

    /// The bytes of a scalar; the parser counts the blanks and comments after a quoted one in.
    /// An empty one stands right after what came before it, if that is on an earlier line.
    fn place(&mut self, start: usize, end: usize, style: ScalarStyle, empty: bool) -> Span {
        if empty && style == ScalarStyle::Plain {
            let colon = self.end + usize::from(self.text[self.end..].starts_with(':'));
            let at = if self.text[self.end..start.max(self.end)].contains('\n') { colon } else { colon.max(start) };
            return Span::new(at, at);
        }
        let raw = &self.text[start..end.max(start)];
        let end = start
            + match style {
                ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => quoted_len(raw),
                _ => raw.trim_end().len(),
            };
        self.end = end;
        Span::new(start, end)
    }

    fn refuse_extras(&mut self, place: Span, anchor: usize, tagged: bool) {
        if anchor > 0 {
            self.fault(place, "anchors (`&`) are not supported; put a text that begins with `&` in quotes");
        }
        if tagged {
            self.fault(place, "tags (`!`) are not supported; put a text that begins with `!` in quotes");
        }
    }

    fn begin(&mut self, start: usize, end: usize, anchor: usize, tagged: bool, kind: Kind) -> bool {
        self.refuse_extras(Span::new(start, end), anchor, tagged);
        if self.open.len() >= MAX_DEPTH {
            self.fault(Span::new(start, end), format!("nested deeper than {MAX_DEPTH} levels"));
            return false;
        }
        self.end = self.end.max(end);
        self.open.push(Open { start, kind });
        true
    }

    fn scalar(&mut self, content: &str, style: ScalarStyle, place: Span) {
        let span = place.shifted(self.offset);
        if let Some(Open { kind: Kind::Table(_, key @ Key::Awaited), .. }) = self.open.last_mut() {
            if !place.range().is_empty() {
                *key = Key::Read(content.to_owned(), span);
            } else {
                *key = Key::Refused;
                self.fault(place, "a key is missing before `:`");
            }
            return;
        }
        let value = match style {
            ScalarStyle::Plain => scalar::resolve(content),
            _ => Some(Value::String(content.to_owned())),
        };
        if value.is_none() {
            self.fault(place, "the number is too large");
        }
        self.put(value.map(|value| Node { span, value }));
    }

    /// Ends the innermost table or list.
    fn close(&mut self) {
        let Some(Open { start, kind }) = self.open.pop() else { return };
        let span = self.span(start, self.end.max(start));
        let value = match kind {
            Kind::List(items) => Value::Array(items),
            Kind::Table(table, _) => Value::Table(self.without_duplicates(table)),
        };
        self.put(Some(Node { span, value }));
    }

    /// Puts a finished value where it belongs; none is one that was refused.
    fn put(&mut self, node: Option<Node>) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(Kind::List(items)) => items.extend(node),
            Some(Kind::Table(table, key)) => match (mem::replace(key, Key::Awaited), node) {
                (Key::Read(key, key_span), Some(node)) => table.entries.push(Entry { key, key_span, node }),
                (Key::Awaited, node) => {
                    *key = Key::Refused;
                    if let Some(node) = node {
                        self.faults
                            .push(Fault { span: node.span, kind: FaultKind::Syntax("a key must be text".into()) });
                    }
                }
                (Key::Read(..) | Key::Refused, _) => {}
            },
            None => match node {
                Some(Node { value: Value::Table(table), .. }) => self.root = table,
                Some(Node { value: Value::Null, .. }) | None => {}
                Some(Node { span, value }) => {
                    let (span, message) = self.no_table(span, &value);
                    // Whatever the parser stumbled over after it is an echo.
                    self.faults = vec![Fault { span, kind: FaultKind::Syntax(message) }];
                }
            },
        }
    }

    /// Why the text as a whole is no table: mostly a slip of its first line.
    fn no_table(&self, span: Span, value: &Value) -> (Span, String) {
        let start = span.range().start - self.offset;
        let line = self.text[start..].lines().next().unwrap_or_default().trim_end();
        let whole = self.text[start..].trim() == line;
        match value {
            Value::String(_) if !whole || line.contains(':') => {
                let (span, message) = without_colon(&self.text[..start + line.len()], start);
                (span.shifted(self.offset), message)
            }
            _ => (span, "keys and values are expected here, one `key: value` a line".into()),
        }
    }

    /// Leaves each key's first entry and reports the others.
    fn without_duplicates(&mut self, mut table: Table) -> Table {
        let mut order: Vec<usize> = (0..table.entries.len()).collect();
        order.sort_by_key(|&index| (&table.entries[index].key, index));
        let mut doubled = vec![false; order.len()];
        let mut first = 0;
        for (place, &index) in order.iter().enumerate() {
            let (one, other) = (&table.entries[order[first]], &table.entries[index]);
            if one.key != other.key {
                first = place;
            } else if first != place {
                doubled[index] = true;
                let kind = FaultKind::DuplicateKey(other.key.clone(), one.key_span);
                self.faults.push(Fault { span: other.key_span, kind });
            }
        }
        let mut doubled = doubled.into_iter();
        table.entries.retain(|_| !doubled.next().unwrap_or_default());
        table
    }

    /// Closes what is still open, after a fault, and hands over.
    pub(super) fn finish(mut self) -> (Table, Vec<Fault>) {
        while !self.open.is_empty() {
            self.close();
        }
        self.faults.sort_by_key(|fault| fault.span);
        (self.root, self.faults)
    }
}

/// How long a quoted text is, its quotes included.
fn quoted_len(raw: &str) -> usize {
    let Some(quote @ (b'"' | b'\'')) = raw.bytes().next() else { return raw.trim_end().len() };
    let mut bytes = raw.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && quote == b'"' {
            bytes.next();
        } else if byte == quote && bytes.next_if(|(_, next)| quote == b'\'' && *next == quote).is_none() {
            return at + 1;
        }
    }
    raw.len()
}
