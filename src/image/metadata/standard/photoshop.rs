//! Photoshop's image resources: numbered blocks, among them IIM, thumbnails, and copies of EXIF
//! and XMP.

use super::{exif, iim, xmp};
use crate::image::Credits;
use crate::image::metadata::bytes::{be16, be32, part};
use crate::image::metadata::found::Found;

/// What stands before the blocks in a JPEG segment.
pub const PREFIX: &[u8] = b"Photoshop 3.0\0";

const IIM: usize = 0x0404;

/// Reads a run of blocks.
pub fn read(mut blocks: &[u8], found: &mut Found) {
    while blocks.iter().any(|byte| *byte != 0) {
        let Some((number, value, length)) = block(blocks) else {
            found.foreign = true;
            return;
        };
        match number {
            IIM => iim::read(value, found),
            // Resolution, JPEG quality, "is copyrighted", the digest of IIM.
            0x03ED | 0x0406 | 0x040A | 0x0425 => {}
            0x0409 | 0x040C => found.private.thumbnail = true,
            0x0422 | 0x0423 => exif::read(value, found),
            0x0424 => xmp::read(value, found),
            _ => found.foreign = true,
        }
        blocks = blocks.get(length..).unwrap_or_default();
    }
}

/// The first block: its number, value and whole length.
fn block(blocks: &[u8]) -> Option<(usize, &[u8], usize)> {
    if !blocks.starts_with(b"8BIM") {
        return None;
    }
    // The name's length, its characters, and padding to an even number.
    let name = (1 + usize::from(*blocks.get(6)?)).next_multiple_of(2);
    let (at, length) = (10 + name, be32(blocks, 6 + name)?);
    Some((be16(blocks, 4)?, part(blocks, at, length)?, at + length.next_multiple_of(2)))
}

/// The credits as one block of IIM; nothing if there are none that IIM has a place for.
pub fn write(credits: &Credits) -> Vec<u8> {
    let mut iim = iim::write(credits);
    if iim.is_empty() {
        return iim;
    }
    let mut block = b"8BIM\x04\x04\0\0".to_vec();
    block.extend((iim.len() as u32).to_be_bytes());
    block.append(&mut iim);
    block.resize(block.len().next_multiple_of(2), 0);
    block
}
