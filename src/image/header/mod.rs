//! What the headers of picture files say. Nothing is decoded, nothing is allocated by their word.

mod gif;
pub(super) mod isobmff;
pub(super) mod jpeg;
mod png;
mod webp;

use super::turn::Turn;
use super::{Dimensions, Format, Unreadable, svg};

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// As stored.
    pub dimensions: Dimensions,
    /// Whether pixels may be transparent.
    pub alpha: bool,
    /// Whether there is more than one picture, to be shown in turn.
    pub animated: bool,
    /// The turn that the container itself asks for, for formats where that replaces EXIF's.
    pub turn: Option<Turn>,
}

impl Header {
    fn still(width: u32, height: u32) -> Header {
        Header { dimensions: Dimensions { width, height }, alpha: false, animated: false, turn: None }
    }
}

/// The format, by the signature that a file begins with; none if it is no picture that warta knows.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Format::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => isobmff::format(bytes),
        _ => svg::root(bytes).map(|_| Format::Svg),
    }
}

/// The header of a file of a format.
pub(super) fn read(format: Format, bytes: &[u8]) -> Result<Header, Unreadable> {
    let header = match format {
        Format::Jpeg => jpeg::header(bytes),
        Format::Png => png::header(bytes),
        Format::WebP => webp::header(bytes),
        Format::Gif => gif::header(bytes),
        Format::Avif | Format::Heic => isobmff::header(bytes),
        Format::Svg => svg::root(bytes).map(|root| {
            let Dimensions { width, height } = root.dimensions_or_default();
            Header { alpha: true, ..Header::still(width, height) }
        }),
    };
    header.filter(|header| header.dimensions.pixels() > 0).ok_or(Unreadable::Damaged)
}

/// So many bytes from a place.
fn take<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(|b| u16::from_be_bytes(b).into())
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(u32::from_be_bytes)
}

fn le16(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(|b| u16::from_le_bytes(b).into())
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(u32::from_le_bytes)
}
