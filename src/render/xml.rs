//! Writing XML: hexadecimal escapes, and no character that XML 1.0 can't hold.

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesPI, BytesStart, BytesText, Event};
use quick_xml::name::QName;
use std::borrow::Cow;

/// An XML document being written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Xml {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::with_capacity(32 * 1024), b' ', 1), open: Vec::new() };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    /// An instruction to whatever shows the document; it must stand before the first element.
    pub(super) fn instruction(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        let written = attributes.iter().map(|(key, value)| format!(" {key}=\"{}\"", escape(value)));
        let content = written.fold(name.to_owned(), |content, attribute| content + &attribute);
        self.event(Event::PI(BytesPI::new(content)));
        self
    }

    /// Words for those who look at the document as it is written.
    pub(super) fn comment(&mut self, text: &str) -> &mut Self {
        // Two hyphens would end it (XML 1.0, 2.5).
        let text: String = text.replace('-', "\u{2010}").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        self.event(Event::Comment(BytesText::from_escaped(text)));
        self
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.event(Event::Start(start(name, attributes)));
        self.open.push(name);
        self
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) -> &mut Self {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
        self
    }

    /// An element with text; left out when the text is empty.
    pub(super) fn text(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.text_with(name, &[], text)
    }

    /// An element with attributes and text; left out when the text is empty.
    pub(super) fn text_with(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        if text.is_empty() { self } else { self.escaped(name, attributes, &escape(text)) }
    }

    /// An element with attributes and text that is escaped already.
    pub(super) fn escaped(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::from_escaped(text)));
        self.event(Event::End(BytesEnd::new(name)));
        self
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.event(Event::Empty(start(name, attributes)));
        self
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing into a Vec can't fail.
        let _ = self.writer.write_event(event);
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

fn start(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        let value = Cow::Owned(escape(value));
        element.push_attribute(Attribute { key: QName(key), value });
    }
    element
}

/// Escapes text for content and attributes. Hexadecimal references, because feed readers that
/// unescape twice (RSS Advisory Board profile) leave them whole.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !ODD[usize::from(byte)] {
            continue;
        }
        let instead = match text[at..].chars().next() {
            Some('&') => "&#x26;",
            Some('<') => "&#x3C;",
            Some('>') => "&#x3E;",
            Some('"') => "&#x22;",
            Some(c) if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => "",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        done = at + text[at..].chars().next().map_or(0, char::len_utf8);
    }
    out.push_str(&text[done..]);
    out
}

/// The bytes with which a character begins that may need escaping or be left out.
static ODD: [bool; 256] = {
    let mut odd = [false; 256];
    let mut at = 0;
    while at < 256 {
        let b = at as u8;
        let control = b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r');
        odd[at] = control || matches!(b, b'&' | b'<' | b'>' | b'"' | 0x7f | 0xc2 | 0xef);
        at += 1;
    }
    odd
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_the_rest_is_escaped() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"<")]).text("c", "x & y ]]> \u{0} \u{1f600}").text("d", "");
        let text = String::from_utf8(xml.finish()).unwrap();
        assert!(text.ends_with("<a b=\"&#x22;&#x3C;\">\n <c>x &#x26; y ]]&#x3E;  \u{1f600}</c>\n</a>\n"), "{text}");
    }
}
