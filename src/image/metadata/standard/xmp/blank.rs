//! Where in a packet what is private stands, so that the rest can stay.

use super::names::note_private;
use crate::image::Private;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{LocalName, NamespaceResolver, ResolveResult};
use quick_xml::reader::NsReader;
use std::ops::Range;

/// The elements and attributes that are private, by their names; none if the packet can't be read.
pub fn private_parts(packet: &[u8]) -> Option<Vec<Range<usize>>> {
    let text = std::str::from_utf8(packet).ok()?;
    let mut reader = NsReader::from_str(text);
    let mut parts = Vec::new();
    // Where the outermost private element begins, and how many are open within it.
    let mut private: Option<(usize, usize)> = None;
    loop {
        let start = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        match (event, &mut private) {
            (Event::Start(_), Some((_, open))) => *open += 1,
            (Event::Start(tag), None) if is_private(reader.resolver().resolve_element(tag.name())) => {
                private = Some((start, 0));
            }
            (Event::Empty(tag), None) if is_private(reader.resolver().resolve_element(tag.name())) => {
                parts.push(start..end);
            }
            (Event::Start(tag) | Event::Empty(tag), None) => {
                let within = attributes(&tag, reader.resolver(), text.get(start..end)?);
                parts.extend(within.into_iter().map(|part| start + part.start..start + part.end));
            }
            (Event::End(_), Some((begin, 0))) => {
                parts.push(*begin..end);
                private = None;
            }
            (Event::End(_), Some((_, open))) => *open -= 1,
            (Event::Eof, None) => return Some(parts),
            (Event::Eof, Some(_)) => return None,
            _ => {}
        }
    }
}

fn is_private((namespace, name): (ResolveResult<'_>, LocalName<'_>)) -> bool {
    let namespace = match &namespace {
        ResolveResult::Bound(namespace) => namespace.as_ref(),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => "",
    };
    let mut private = Private::default();
    note_private(namespace, name.as_ref(), &mut private);
    private.any()
}

/// Where in a tag its private attributes stand.
fn attributes(tag: &BytesStart, names: &NamespaceResolver, text: &str) -> Vec<Range<usize>> {
    let private = tag.attributes().flatten().filter(|one| is_private(names.resolve_attribute(one.key)));
    let place = |key: &str| {
        let behind = |at: usize| text[at + key.len()..].trim_start();
        let start = text.match_indices(key).map(|(at, _)| at).find(|at| behind(*at).starts_with('='))?;
        let value = text.len() - behind(start).len() + 1;
        let quote = value + text[value..].find(['"', '\''])?;
        let close = text[quote..].chars().next()?;
        Some(start..quote + 2 + text[quote + 1..].find(close)?)
    };
    private.filter_map(|one| place(one.key.as_ref())).collect()
}
