//! AVIF and HEIC: boxes of ISO/IEC 14496-12, with the picture's properties as in 23008-12.

use super::{Header, Turn, be16, be32, take};
use crate::image::Format;

/// The URNs that tell an auxiliary picture to be another one's transparency.
const ALPHA: [&[u8]; 2] = [b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", b"urn:mpeg:hevc:2015:auxid:1\0"];

/// Which of the two it is, from the brands of the file type box.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    let (kind, file_type) = Boxes(bytes).next()?;
    let is_brand = |names: &[&[u8; 4]]| {
        let brands = file_type.chunks_exact(4).enumerate().filter(|(n, _)| *n != 1);
        brands.map(|(_, brand)| brand).any(|brand| names.iter().any(|name| *name == brand))
    };
    match kind {
        b"ftyp" if is_brand(&[b"avif", b"avis"]) => Some(Format::Avif),
        b"ftyp" if is_brand(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) => {
            Some(Format::Heic)
        }
        _ => None,
    }
}

/// The primary item's dimensions and turn.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let mut header = Header::still(0, 0);
    let mut turn = Turn::default();
    for Property { kind, body, .. } in properties(bytes, primary(bytes)?)? {
        match kind {
            b"ispe" => header.dimensions = Header::still(be32(body, 4)?, be32(body, 8)?).dimensions,
            b"irot" => turn = turn.then(Turn { quarters: (4 - (body.first()? & 3)) % 4, mirrored: false }),
            b"imir" => {
                let upright = Turn { quarters: 0, mirrored: true };
                let upside_down = Turn { quarters: 2, mirrored: true };
                turn = turn.then(if body.first()? & 1 == 1 { upright } else { upside_down });
            }
            _ => {}
        }
    }
    header.turn = Some(turn);
    let container = find(find(items(bytes)?, b"iprp")?, b"ipco")?;
    header.alpha = Boxes(container).any(|(kind, body)| kind == b"auxC" && is_alpha(body));
    header.animated = find(bytes, b"moov").is_some();
    Some(header)
}

/// What is said of an item.
pub(in crate::image) struct Property<'a> {
    /// The name of its box.
    pub kind: &'a [u8; 4],
    /// What stands in the box.
    pub body: &'a [u8],
    /// Whether the item can't be shown without heeding it.
    #[cfg_attr(not(feature = "avif"), expect(dead_code, reason = "asked where AVIF is opened"))]
    pub essential: bool,
}

/// Whether an auxiliary picture's type is transparency.
pub(in crate::image) fn is_alpha(aux_c: &[u8]) -> bool {
    ALPHA.iter().any(|urn| aux_c.get(4..).is_some_and(|body| body.starts_with(urn)))
}

/// The number of the item that is the picture.
pub(in crate::image) fn primary(bytes: &[u8]) -> Option<u32> {
    let pitm = find(items(bytes)?, b"pitm")?;
    if *pitm.first()? == 0 { be16(pitm, 4) } else { be32(pitm, 4) }
}

/// The properties of an item, in the order in which they are to be applied; none if nothing is said
/// of it.
pub(in crate::image) fn properties(bytes: &[u8], item: u32) -> Option<Vec<Property<'_>>> {
    let properties = find(items(bytes)?, b"iprp")?;
    let container = find(properties, b"ipco")?;
    let property = |(index, essential): (u32, bool)| {
        // Counted from one.
        let (kind, body) = Boxes(container).nth((index as usize).checked_sub(1)?)?;
        Some(Property { kind, body, essential })
    };
    Some(associated(find(properties, b"ipma")?, item)?.into_iter().filter_map(property).collect())
}

/// The references of a kind: from which item, and to which others.
#[cfg_attr(not(feature = "avif"), expect(dead_code, reason = "asked where AVIF is opened"))]
pub(in crate::image) fn references(bytes: &[u8], kind: &[u8; 4]) -> Vec<(u32, Vec<u32>)> {
    let Some(references) = items(bytes).and_then(|items| find(items, b"iref")) else { return Vec::new() };
    let wide = references.first().is_some_and(|version| *version > 0);
    let size = if wide { 4 } else { 2 };
    let id = |body: &[u8], at| if wide { be32(body, at) } else { be16(body, at) };
    let reference = |body: &[u8]| {
        let others = (0..be16(body, size)? as usize).map(|n| id(body, size + 2 + n * size));
        Some((id(body, 0)?, others.collect::<Option<_>>()?))
    };
    let boxes = Boxes(references.get(4..).unwrap_or_default());
    boxes.filter(|(name, _)| *name == kind).filter_map(|(_, body)| reference(body)).collect()
}

/// The box of items.
fn items(bytes: &[u8]) -> Option<&[u8]> {
    find(bytes, b"meta")?.get(4..)
}

/// The numbers of the properties of an item, and which of them are essential.
fn associated(ipma: &[u8], item: u32) -> Option<Vec<(u32, bool)>> {
    let (version, wide) = (*ipma.first()?, *ipma.get(3)? & 1 == 1);
    let mut at = 8;
    for _ in 0..be32(ipma, 4)? {
        let id = if version == 0 { be16(ipma, at)? } else { be32(ipma, at)? };
        at += if version == 0 { 2 } else { 4 };
        let count = usize::from(*ipma.get(at)?);
        at += 1;
        let size = if wide { 2 } else { 1 };
        let list = ipma.get(at..at + count * size)?;
        if id == item && wide {
            let entries = list.chunks_exact(2).filter_map(|two| be16(two, 0));
            return Some(entries.map(|n| (n & 0x7FFF, n > 0x7FFF)).collect());
        } else if id == item {
            return Some(list.iter().map(|n| (u32::from(n & 0x7F), *n > 0x7F)).collect());
        }
        at += count * size;
    }
    None
}

fn find<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    Boxes(bytes).find(|(name, _)| *name == kind).map(|(_, body)| body)
}

/// Boxes one after another: their names and bodies. A body that is cut short is what there is of it.
struct Boxes<'a>(&'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = self.0.get(4..)?.first_chunk::<4>()?;
        let (head, size) = match be32(self.0, 0)? {
            0 => (8, self.0.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(take(self.0, 8)?)).ok()?),
            size => (8, size as usize),
        };
        let end = size.min(self.0.len());
        let body = self.0.get(head..end)?;
        self.0 = self.0.get(end..)?;
        Some((kind, body))
    }
}
