//! AVIF and HEIC (ISO/IEC 23008-12): pictures and metadata are items, and a box tells where their
//! bytes are.
//!
//! An item's bytes are overwritten where they stand, so that no place changes. Only where a packet
//! of credits has no room is one put at the file's end.

use super::boxes::{Box, Boxes};
use super::items::{Item, Items, Kind};
use super::{insert, movie};
use crate::image::Credits;
use crate::image::metadata::bytes::be32;
use crate::image::metadata::edits::Edits;
use crate::image::metadata::found::Found;
use crate::image::metadata::standard::{exif, xmp};
use crate::image::metadata::{Orientation, Unscrubbable};
use std::borrow::Cow;

/// Reads the items that there are. How the picture is turned is told by a property, not by EXIF.
pub fn read(bytes: &[u8], found: &mut Found) {
    let items = Items::read(bytes).unwrap_or_default();
    for item in &items.list {
        read_item(bytes, item, found);
    }
    found.private.thumbnail |= !items.thumbnails.is_empty();
    found.orientation = None;
}

fn read_item(bytes: &[u8], item: &Item, found: &mut Found) {
    let data = || item.data(bytes);
    match item.kind {
        Kind::Exif => {
            let data = data();
            let block = be32(&data, 0).and_then(|skip| data.get(skip.checked_add(4)?..));
            exif::read(block.unwrap_or_default(), found);
        }
        Kind::Xmp => xmp::read(&data(), found),
        Kind::Other => found.foreign |= data().iter().any(|byte| *byte != 0),
        Kind::Picture => {}
    }
}

/// The file without what is private.
///
/// # Errors
///
/// Where its boxes and items can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut edits = Edits::of(bytes);
    for one in Boxes::of(bytes, 0..bytes.len()) {
        let one = one?;
        match one.kind {
            b"ftyp" | b"mdat" | b"pdin" => {}
            b"meta" => properties(bytes, &one, &mut edits)?,
            // Pictures in motion are tracks.
            b"moov" => movie::tracks(bytes, &one, &mut Found::default(), &mut edits)?,
            _ => one.free(&mut edits),
        }
    }
    let items = Items::read(bytes)?;
    let mut found = Found::default();
    read(bytes, &mut found);
    let credits = found.credits();
    let mut homeless = false;
    for item in &items.list {
        let mut of_item = Found::default();
        read_item(bytes, item, &mut of_item);
        if of_item.is_clean() {
            continue;
        }
        if !items.owns(item) {
            return Err(Unscrubbable::Damaged);
        }
        let length = item.length();
        match item.kind {
            Kind::Exif => {
                let orientation = of_item.orientation.unwrap_or_default();
                let block = block(orientation, &of_item.exif, length);
                homeless |= block.1;
                edits.fill(&item.extents, &block.0);
            }
            Kind::Xmp => {
                let packet = xmp::padded(&credits, length).filter(|_| !credits.is_empty());
                homeless |= packet.is_none();
                edits.fill(&item.extents, &packet.unwrap_or_default());
            }
            Kind::Other | Kind::Picture => edits.fill(&item.extents, &[]),
        }
    }
    for thumbnail in &items.thumbnails {
        edits.write(thumbnail.reference, b"free".to_vec());
        // Hidden, as pictures are that others are made of.
        edits.write(thumbnail.flags, vec![thumbnail.flag | 1]);
        for item in items.list.iter().filter(|item| item.id == thumbnail.item) {
            if !items.owns(item) {
                return Err(Unscrubbable::Damaged);
            }
            edits.fill(&item.extents, &[]);
        }
    }
    let file = edits.apply();
    match insert::insert(&file, &credits).filter(|_| homeless && !credits.is_empty()) {
        Some(file) => Ok(Cow::Owned(file)),
        None => Ok(file),
    }
}

/// A block of EXIF for an item, with the credits if there is room, and whether there wasn't.
fn block(orientation: Orientation, credits: &Credits, length: usize) -> (Vec<u8>, bool) {
    let block = |credits: &Credits| [&[0; 4], exif::write(orientation, credits).as_slice()].concat();
    let fitting = |block: &Vec<u8>| block.len() <= length;
    let full = Some(block(credits)).filter(fitting);
    let homeless = full.is_none() && !credits.is_empty();
    let block = full.or_else(|| Some(block(&Credits::default())).filter(fitting));
    (block.unwrap_or_default(), homeless)
}

/// Frees what stands in the box of items beside items.
fn properties(bytes: &[u8], meta: &Box, edits: &mut Edits) -> Result<(), Unscrubbable> {
    for one in Boxes::of(bytes, meta.within(4)) {
        let one = one?;
        match one.kind {
            b"hdlr" | b"pitm" | b"iinf" | b"iloc" | b"iref" | b"idat" | b"dinf" | b"grpl" => {}
            b"iprp" => {
                for list in Boxes::of(bytes, one.within(0)) {
                    let list = list?;
                    for property in Boxes::of(bytes, list.within(0)).filter(|_| list.kind == b"ipco") {
                        let property = property?;
                        if matches!(property.kind, b"uuid" | b"udes") {
                            property.free(edits);
                        }
                    }
                }
            }
            _ => one.free(edits),
        }
    }
    Ok(())
}

/// The file with credits, in an item of its own.
pub fn embed(bytes: &[u8], credits: &Credits) -> Option<Vec<u8>> {
    insert::insert(bytes, credits)
}
