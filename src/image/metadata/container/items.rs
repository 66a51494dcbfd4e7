//! The items of a file (ISO/IEC 14496-12, 8.11): what they are and where their bytes stand.

use super::boxes::{Box, Boxes};
use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::{be16, be32, be64, part};
use std::ops::Range;

/// More items than any encoder writes: a large picture is cut into a few hundred tiles.
const MOST_ITEMS: usize = 65_536;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Picture,
    Exif,
    Xmp,
    /// Metadata of another standard, or compressed.
    Other,
}

/// An item.
pub struct Item {
    pub id: usize,
    pub kind: Kind,
    /// Where its bytes stand, one part behind the other.
    pub extents: Vec<Range<usize>>,
}

impl Item {
    /// How many bytes it has.
    pub fn length(&self) -> usize {
        self.extents.iter().map(ExactSizeIterator::len).sum()
    }

    /// Its bytes.
    pub fn data(&self, bytes: &[u8]) -> Vec<u8> {
        self.extents.iter().filter_map(|extent| bytes.get(extent.clone())).flatten().copied().collect()
    }
}

/// A smaller picture of another one.
pub struct Thumbnail {
    pub item: usize,
    /// Where the name of the reference stands that makes it one.
    pub reference: usize,
    /// Where the item's flags stand, and the last of them.
    pub flags: usize,
    pub flag: u8,
}

/// Where an item's bytes are, as written in the file.
pub struct Location {
    pub id: usize,
    /// 0 if places count from the file's first byte.
    pub construction: usize,
    pub base: Number,
    pub extents: Vec<(Number, usize)>,
}

/// A number and where it is written.
#[derive(Clone, Copy)]
pub struct Number {
    pub value: usize,
    pub at: usize,
    pub size: usize,
}

/// The items of a file.
#[derive(Default)]
pub struct Items {
    pub list: Vec<Item>,
    pub thumbnails: Vec<Thumbnail>,
    /// The parts of the file that are there for items' bytes.
    homes: Vec<Range<usize>>,
}

impl Items {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// Where a box or an item doesn't fit.
    pub fn read(bytes: &[u8]) -> Result<Items, Unscrubbable> {
        let Some(meta) = Boxes::of(bytes, 0..bytes.len()).find(b"meta") else { return Ok(Items::default()) };
        let find = |kind| Boxes::of(bytes, meta.within(4)).find(kind);
        let Some(information) = find(b"iinf") else { return Ok(Items::default()) };
        let kinds = entries(bytes, &information)?;
        let data = find(b"idat").map(|data| data.body);
        let places = find(b"iloc").and_then(|places| locations(bytes, &places)).ok_or(Unscrubbable::Damaged)?;
        let boxes = Boxes::of(bytes, 0..bytes.len()).filter_map(Result::ok);
        let homes = boxes.filter(|one| one.kind == b"mdat").map(|one| one.body).chain(data.clone()).collect();
        let mut items = Items { homes, ..Items::default() };
        for entry in &kinds {
            let mut item = Item { id: entry.id, kind: entry.kind, extents: Vec::new() };
            for place in places.iter().filter(|place| place.id == entry.id) {
                let extents = extents(bytes, place, data.as_ref());
                // What is made of other items has no bytes that could be private.
                item.extents = match extents {
                    None if entry.kind == Kind::Picture => Vec::new(),
                    extents => extents.ok_or(Unscrubbable::Damaged)?,
                };
            }
            items.list.push(item);
        }
        for (item, reference) in find(b"iref").map_or(Ok(Vec::new()), |references| thumbnails(bytes, &references))? {
            let entry = kinds.iter().find(|entry| entry.id == item).ok_or(Unscrubbable::Damaged)?;
            let flag = bytes.get(entry.flags).copied().unwrap_or_default();
            items.thumbnails.push(Thumbnail { item, reference, flags: entry.flags, flag });
        }
        Ok(items)
    }

    /// Whether an item's bytes are its own, so that they can be overwritten.
    pub fn owns(&self, item: &Item) -> bool {
        let others = self.list.iter().filter(|one| !std::ptr::eq(*one, item)).flat_map(|one| &one.extents);
        let others: Vec<&Range<usize>> = others.filter(|one| !one.is_empty()).collect();
        item.extents.iter().filter(|extent| !extent.is_empty()).all(|extent| {
            self.homes.iter().any(|home| home.start <= extent.start && extent.end <= home.end)
                && !others.iter().any(|one| extent.start < one.end && one.start < extent.end)
        })
    }
}

struct Entry {
    id: usize,
    kind: Kind,
    flags: usize,
}

/// What the items are.
fn entries(bytes: &[u8], information: &Box) -> Result<Vec<Entry>, Unscrubbable> {
    let version = bytes.get(information.body.start).ok_or(Unscrubbable::Damaged)?;
    let mut entries = Vec::new();
    for one in Boxes::of(bytes, information.within(if *version == 0 { 6 } else { 8 })) {
        let one = one?;
        if one.kind == b"infe" {
            entries.push(entry(bytes, &one).ok_or(Unscrubbable::Damaged)?);
        }
    }
    if entries.len() > MOST_ITEMS { Err(Unscrubbable::Unsupported) } else { Ok(entries) }
}

fn entry(bytes: &[u8], one: &Box) -> Option<Entry> {
    let start = one.body.start;
    let version = *bytes.get(start)?;
    let (id, at) =
        if version < 3 { (be16(bytes, start + 4)?, start + 8) } else { (be32(bytes, start + 4)?, start + 10) };
    // Before the second version there are no kinds, only names and media types.
    let (kind, strings) = if version < 2 { (&b"mime"[..], at) } else { (part(bytes, at, 4)?, at + 4) };
    let mut strings = bytes.get(strings..one.body.end)?.split(|byte| *byte == 0).skip(1);
    let kind = match kind {
        b"Exif" => Kind::Exif,
        // Behind the name: the media type, and how it is compressed.
        b"mime" => match (strings.next(), strings.next()) {
            (Some(b"application/rdf+xml"), None | Some(b"")) => Kind::Xmp,
            _ => Kind::Other,
        },
        b"uri " => Kind::Other,
        _ => Kind::Picture,
    };
    Some(Entry { id, kind, flags: start + 3 })
}

/// Where the items are.
pub fn locations(bytes: &[u8], places: &Box) -> Option<Vec<Location>> {
    let start = places.body.start;
    let version = *bytes.get(start)?;
    let sizes = be16(bytes, start + 4)?;
    let size = |shift: usize| sizes >> shift & 15;
    let (offset, length, base, index) = (size(12), size(8), size(4), if version == 0 { 0 } else { size(0) });
    let id_size = if version < 2 { 2 } else { 4 };
    let mut at = start + 6;
    let mut next = |size: usize| {
        let number = Number { value: number(bytes, at, size)?, at, size };
        at += size;
        (at <= places.body.end).then_some(number)
    };
    let count = next(id_size)?.value;
    let mut locations = Vec::new();
    for _ in 0..count.min(MOST_ITEMS) {
        let id = next(id_size)?.value;
        let construction = if version == 0 { 0 } else { next(2)?.value & 15 };
        // Which file: always this one.
        next(2)?;
        let base = next(base)?;
        let mut extents = Vec::new();
        for _ in 0..next(2)?.value {
            next(index)?;
            extents.push((next(offset)?, next(length)?.value));
        }
        locations.push(Location { id, construction, base, extents });
    }
    Some(locations)
}

/// The bytes of an item; none if they aren't in the file.
fn extents(bytes: &[u8], place: &Location, data: Option<&Range<usize>>) -> Option<Vec<Range<usize>>> {
    let (start, end) = match place.construction {
        0 => (0, bytes.len()),
        1 => data.map(|data| (data.start, data.end))?,
        _ => return None,
    };
    let extent = |(offset, length): &(Number, usize)| {
        let from = start.checked_add(place.base.value)?.checked_add(offset.value)?;
        let to = if *length == 0 { end } else { from.checked_add(*length)? };
        (from <= to && to <= end).then_some(from..to)
    };
    place.extents.iter().map(extent).collect()
}

/// The items that are thumbnails, each with the place of the reference's name.
fn thumbnails(bytes: &[u8], references: &Box) -> Result<Vec<(usize, usize)>, Unscrubbable> {
    let version = bytes.get(references.body.start).ok_or(Unscrubbable::Damaged)?;
    let mut found = Vec::new();
    for one in Boxes::of(bytes, references.within(4)) {
        let one = one?;
        let from = if *version == 0 { be16(bytes, one.body.start) } else { be32(bytes, one.body.start) };
        if one.kind == b"thmb" {
            found.push((from.ok_or(Unscrubbable::Damaged)?, one.whole.start + 4));
        }
    }
    Ok(found)
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    match size {
        0 => Some(0),
        2 => be16(bytes, at),
        4 => be32(bytes, at),
        8 => be64(bytes, at),
        _ => None,
    }
}
