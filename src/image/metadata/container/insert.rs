//! A further item for a file of items: a packet of credits, behind everything else.
//!
//! The box of items grows, so everything behind it moves, and the places of items with it.

use super::boxes::{Box, Boxes};
use super::items::{Location, Number, locations};
use crate::image::Credits;
use crate::image::metadata::bytes::{be16, be32};
use crate::image::metadata::standard::xmp;

/// The file with a packet; none if it is of a form that encoders of pictures don't write.
pub fn insert(bytes: &[u8], credits: &Credits) -> Option<Vec<u8>> {
    let boxes: Vec<Box> = Boxes::of(bytes, 0..bytes.len()).collect::<Result<_, _>>().ok()?;
    // Tracks have places of their own, and a box without a size would swallow the packet.
    let endless = |one: &Box| be32(bytes, one.whole.start) == Some(0);
    if boxes.iter().any(|one| one.kind == b"moov" || endless(one)) {
        return None;
    }
    let meta = boxes.into_iter().find(|one| one.kind == b"meta")?;
    let packet = xmp::write(credits);
    // The places have the same lengths, whatever they are: once to measure, once to write.
    let growth = Rebuilding { bytes, meta: &meta, growth: 0, length: packet.len() }.items()?.len() - meta.whole.len();
    let items = Rebuilding { bytes, meta: &meta, growth, length: packet.len() }.items()?;
    let mut file = [bytes.get(..meta.whole.start)?, &items, bytes.get(meta.whole.end..)?].concat();
    file.extend(boxed(b"mdat", packet.as_bytes())?);
    Some(file)
}

/// The box of items with one more.
struct Rebuilding<'a> {
    bytes: &'a [u8],
    meta: &'a Box<'a>,
    /// How far everything behind it moves.
    growth: usize,
    /// How long the packet is.
    length: usize,
}

impl Rebuilding<'_> {
    fn items(&self) -> Option<Vec<u8>> {
        let mut body = self.bytes.get(self.meta.body.start..self.meta.body.start + 4)?.to_vec();
        let children: Vec<Box> = Boxes::of(self.bytes, self.meta.within(4)).collect::<Result<_, _>>().ok()?;
        let find = |kind: &[u8; 4]| children.iter().find(|one| one.kind == kind);
        let places = locations(self.bytes, find(b"iloc")?)?;
        let id = places.iter().map(|place| place.id).max()? + 1;
        for one in &children {
            match one.kind {
                b"iinf" => body.extend(boxed(b"iinf", &self.information(one, id)?)?),
                b"iloc" => body.extend(boxed(b"iloc", &self.places(one, &places, id)?)?),
                b"iref" => body.extend(boxed(b"iref", &self.references(Some(one), find(b"pitm")?, id)?)?),
                _ => body.extend(self.bytes.get(one.whole.clone())?),
            }
        }
        if find(b"iref").is_none() {
            body.extend(boxed(b"iref", &self.references(None, find(b"pitm")?, id)?)?);
        }
        boxed(b"meta", &body)
    }

    /// What the items are, and that the new one is XMP.
    fn information(&self, one: &Box, id: usize) -> Option<Vec<u8>> {
        let mut body = self.bytes.get(one.body.clone())?.to_vec();
        let size = if *body.first()? == 0 { 2 } else { 4 };
        let count = if size == 2 { be16(&body, 4)? } else { be32(&body, 4)? };
        body.splice(4..4 + size, number(count + 1, size)?);
        let mut entry = vec![2, 0, 0, 0];
        entry.extend(number(id, 2)?);
        entry.extend(b"\0\0mimeXMP\0application/rdf+xml\0");
        body.extend(boxed(b"infe", &entry)?);
        Some(body)
    }

    /// Where the items are, moved, and where the new one is.
    fn places(&self, one: &Box, places: &[Location], id: usize) -> Option<Vec<u8>> {
        let mut body = self.bytes.get(one.body.clone())?.to_vec();
        let mut write = |field: Number, value| {
            let at = field.at - one.body.start;
            body.get_mut(at..at + field.size)?.copy_from_slice(&number(value, field.size)?);
            Some(())
        };
        let moves = |at: usize| at >= self.meta.whole.end;
        for place in places.iter().filter(|place| place.construction == 0) {
            if moves(place.base.value) {
                write(place.base, place.base.value + self.growth)?;
                continue;
            }
            for (offset, _) in &place.extents {
                if moves(place.base.value + offset.value) {
                    write(*offset, offset.value + self.growth)?;
                }
            }
        }
        let version = *body.first()?;
        let sizes = be16(&body, 4)?;
        let size = |shift: usize| sizes >> shift & 15;
        let index = if version == 0 { 0 } else { size(0) };
        let count_size = if version < 2 { 2 } else { 4 };
        body.splice(6..6 + count_size, number(places.len() + 1, count_size)?);
        body.extend(number(id, count_size)?);
        if version > 0 {
            body.extend([0, 0]);
        }
        // This file; no base; one part.
        body.extend([0, 0]);
        body.extend(number(0, size(4))?);
        body.extend([0, 1]);
        body.extend(number(0, index)?);
        body.extend(number(self.bytes.len() + self.growth + 8, size(12)).filter(|place| !place.is_empty())?);
        body.extend(number(self.length, size(8)).filter(|length| !length.is_empty())?);
        Some(body)
    }

    /// What the items have to do with each other, and that the new one describes the main picture.
    fn references(&self, one: Option<&Box>, primary: &Box, id: usize) -> Option<Vec<u8>> {
        let mut body = match one {
            Some(one) => self.bytes.get(one.body.clone())?.to_vec(),
            None => vec![0; 4],
        };
        let start = primary.body.start;
        let is_short = *self.bytes.get(start)? == 0;
        let primary = if is_short { be16(self.bytes, start + 4)? } else { be32(self.bytes, start + 4)? };
        let size = if *body.first()? == 0 { 2 } else { 4 };
        let reference = [number(id, size)?, vec![0, 1], number(primary, size)?].concat();
        body.extend(boxed(b"cdsc", &reference)?);
        Some(body)
    }
}

fn boxed(kind: &[u8; 4], body: &[u8]) -> Option<Vec<u8>> {
    Some([number(body.len() + 8, 4)?.as_slice(), kind, body].concat())
}

/// A number in so many bytes; none if it doesn't fit.
fn number(value: usize, size: usize) -> Option<Vec<u8>> {
    let bytes = (value as u64).to_be_bytes();
    let (head, tail) = bytes.split_at(bytes.len().checked_sub(size)?);
    head.iter().all(|byte| *byte == 0).then(|| tail.to_vec())
}
