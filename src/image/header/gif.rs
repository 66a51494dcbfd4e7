//! GIF (87a, 89a): the screen, and how many pictures are drawn on it.

use super::{Header, le16};

/// The logical screen's dimensions. Blocks are walked to the second picture, or to the end.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let (width, height) = (le16(bytes, 6)?, le16(bytes, 8)?);
    let mut header = Header::still(width, height);
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut pictures = 0;
    // A file that is cut short still tells what stands before the cut.
    while let Some(next) = block(bytes, at, &mut header, &mut pictures) {
        at = next;
        header.animated = pictures > 1;
        if header.animated {
            break;
        }
    }
    Some(header)
}

/// Where the block after the one at a place begins; none at the end.
fn block(bytes: &[u8], at: usize, header: &mut Header, pictures: &mut u32) -> Option<usize> {
    match bytes.get(at)? {
        // An extension; in the graphic control extension, the first bit says "transparent".
        0x21 => {
            if *bytes.get(at + 1)? == 0xF9 && *pictures == 0 {
                header.alpha |= bytes.get(at + 3)? & 1 == 1;
            }
            data(bytes, at + 2)
        }
        0x2C => {
            *pictures += 1;
            let whole = le16(bytes, at + 1)? == 0
                && le16(bytes, at + 3)? == 0
                && le16(bytes, at + 5)? >= header.dimensions.width
                && le16(bytes, at + 7)? >= header.dimensions.height;
            header.alpha |= !whole;
            data(bytes, at + 10 + colours(*bytes.get(at + 9)?) + 1)
        }
        _ => None,
    }
}

/// The size of a colour table, from the byte that announces it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The place behind a run of sub-blocks.
fn data(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}
