//! A packet → credits, and what else it holds. A packet that breaks off is read up to there.

use super::names::{RDF, XML, credit, is_harmless, note_private};
use crate::image::metadata::found::{Field, Found};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{LocalName, NamespaceResolver, ResolveResult};
use quick_xml::reader::NsReader;
use std::borrow::Cow;

/// Deeper than any packet that a program writes.
const DEEPEST: usize = 64;

/// Reads a packet.
pub fn read(packet: &[u8], found: &mut Found) {
    let Some(text) = text(packet) else {
        found.foreign = true;
        return;
    };
    let mut reading = Reading { found, open: Vec::new(), values: Vec::new() };
    if reading.events(&text).is_none() {
        reading.found.foreign = true;
    }
    reading.finish();
}

/// The packet's text: UTF-8, or UTF-16 with or without a mark. Padding behind it is left out.
fn text(packet: &[u8]) -> Option<Cow<'_, str>> {
    let utf_16 = |join: fn([u8; 2]) -> u16| {
        let units = packet.as_chunks().0.iter().map(|pair| join(*pair));
        let text: Option<String> = char::decode_utf16(units).collect::<Result<_, _>>().ok();
        text.map(Cow::Owned)
    };
    let text = match packet {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => utf_16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => utf_16(u16::from_be_bytes),
        _ => std::str::from_utf8(packet).ok().map(Cow::Borrowed),
    };
    text.map(|text| match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{FEFF}').trim_end_matches('\0')),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches('\u{FEFF}').trim_end_matches('\0').to_owned()),
    })
}

/// An element that isn't closed yet.
struct Element {
    namespace: Box<str>,
    name: Box<str>,
    default_language: bool,
    text: String,
}

impl Element {
    fn is(&self, namespace: &str, names: &[&str]) -> bool {
        &*self.namespace == namespace && names.contains(&&*self.name)
    }
}

struct Reading<'a> {
    found: &'a mut Found,
    open: Vec<Element>,
    /// Credits, each with whether it is in the default language.
    values: Vec<(Field, bool, String)>,
}

impl Reading<'_> {
    /// Reads to the end; none if there is what XMP doesn't have.
    fn events(&mut self, text: &str) -> Option<()> {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => self.start(&tag, reader.resolver())?,
                Event::End(_) => self.end()?,
                Event::Text(text) => self.text(&text.xml10_content())?,
                Event::CData(text) => self.text(&text.xml10_content())?,
                Event::GeneralRef(name) => match name.resolve_char_ref().ok()? {
                    Some(character) => self.text(character.encode_utf8(&mut [0; 4]))?,
                    None => self.text(quick_xml::escape::resolve_predefined_entity(&name)?)?,
                },
                // The packet's own wrapper. Padding stands within it.
                Event::PI(instruction) if instruction.target() == "xpacket" => {}
                Event::Decl(_) => {}
                Event::Eof => return self.open.is_empty().then_some(()),
                Event::Empty(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => self.found.foreign = true,
            }
        }
    }

    fn start(&mut self, tag: &BytesStart, names: &NamespaceResolver) -> Option<()> {
        let (namespace, name) = resolve(names.resolve_element(tag.name()));
        self.note(&namespace, &name);
        let is_description = &*namespace == RDF && &*name == "Description";
        let owner = self.open.last().is_some_and(|parent| parent.is(RDF, &["RDF"])) && is_description;
        let mut element = Element { namespace, name, default_language: false, text: String::new() };
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (namespace, name) = resolve(names.resolve_attribute(attribute.key));
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            self.note(&namespace, &name);
            match (&*namespace, &*name) {
                (XML, "lang") => element.default_language = &*value == "x-default",
                // An address may stand as a link instead of text.
                (RDF, "resource") => element.text.push_str(&value),
                _ if owner => {
                    let field = credit(&namespace, &name);
                    self.values.extend(field.map(|field| (field, true, value.into_owned())));
                }
                _ => {}
            }
        }
        self.open.push(element);
        (self.open.len() <= DEEPEST).then_some(())
    }

    fn end(&mut self) -> Option<()> {
        let element = self.open.pop()?;
        let property = match self.open.as_slice() {
            [.., property, list] if list.is(RDF, &["Alt", "Bag", "Seq"]) && element.is(RDF, &["li"]) => property,
            _ => &element,
        };
        let depth = self.open.len() - if std::ptr::eq(property, &element) { 0 } else { 2 };
        let described = match &self.open[..depth] {
            [.., root, description] => root.is(RDF, &["RDF"]) && description.is(RDF, &["Description"]),
            _ => false,
        };
        if let Some(field) = credit(&property.namespace, &property.name).filter(|_| described) {
            self.values.push((field, element.default_language, element.text));
        }
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            // Outside of everything there is nothing but padding.
            None => return text.trim_matches(['\u{FEFF}', '\0', ' ', '\t', '\r', '\n']).is_empty().then_some(()),
        }
        Some(())
    }

    fn note(&mut self, namespace: &str, name: &str) {
        self.found.foreign |= !is_harmless(namespace, name);
        note_private(namespace, name, &mut self.found.private);
    }

    /// Of several languages the default one counts; of several creators all do.
    fn finish(mut self) {
        self.values.retain(|(_, _, text)| !text.trim().is_empty());
        for field in Field::ALL {
            let of_field = || self.values.iter().filter(|one| one.0 == field);
            let text = if field == Field::Creator {
                of_field().map(|one| one.2.trim()).collect::<Vec<_>>().join(", ")
            } else {
                let value = of_field().find(|one| one.1).or_else(|| of_field().next());
                value.map(|one| one.2.clone()).unwrap_or_default()
            };
            field.set(&mut self.found.xmp, &text);
        }
    }
}

fn resolve((namespace, name): (ResolveResult<'_>, LocalName<'_>)) -> (Box<str>, Box<str>) {
    let namespace = match namespace {
        ResolveResult::Bound(namespace) => namespace.as_ref().into(),
        // Old programs leave the namespace of RDF's own attributes out.
        ResolveResult::Unbound if matches!(name.as_ref(), "about" | "resource" | "parseType" | "ID") => RDF.into(),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => "".into(),
    };
    (namespace, name.as_ref().into())
}
