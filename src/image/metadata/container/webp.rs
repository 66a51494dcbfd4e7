//! WebP (RFC 9649): chunks in RIFF.

use crate::image::Credits;
use crate::image::metadata::bytes::{le16, le32, part};
use crate::image::metadata::found::Found;
use crate::image::metadata::standard::{exif, xmp};
use crate::image::metadata::{Orientation, Unscrubbable};
use std::borrow::Cow;

const HEADER: usize = 12;

/// Flags of the extended header.
const HAS_XMP: u8 = 0x04;
const HAS_EXIF: u8 = 0x08;
const HAS_ALPHA: u8 = 0x10;

/// The chunks that decoders need. A frame of an animation has chunks of its own.
const PICTURE: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

struct Chunk<'a> {
    kind: &'a [u8],
    data: &'a [u8],
}

impl Chunk<'_> {
    fn is_picture(&self) -> bool {
        PICTURE.iter().any(|kind| kind.as_slice() == self.kind)
    }
}

/// The chunks of a file or a frame.
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Chunks<'a> {
    /// Those of a file: within the length that RIFF gives.
    fn of(bytes: &'a [u8]) -> Result<Chunks<'a>, Unscrubbable> {
        let length = le32(bytes, 4).ok_or(Unscrubbable::Damaged)?;
        let riff = part(bytes, 0, length.saturating_add(8)).ok_or(Unscrubbable::Damaged)?;
        Ok(Chunks { bytes: riff, at: HEADER })
    }

    fn chunk(&mut self) -> Option<Chunk<'a>> {
        let kind = part(self.bytes, self.at, 4)?;
        let length = le32(self.bytes, self.at + 4)?;
        let data = part(self.bytes, self.at + 8, length)?;
        // The padding of the last chunk is left out now and then.
        self.at = (self.at + 8 + length.next_multiple_of(2)).min(self.bytes.len());
        Some(Chunk { kind, data })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, Unscrubbable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let chunk = self.chunk();
        if chunk.is_none() {
            self.at = self.bytes.len();
        }
        Some(chunk.ok_or(Unscrubbable::Damaged))
    }
}

/// Reads every chunk that there is.
pub fn read(bytes: &[u8], found: &mut Found) {
    let chunks = Chunks { bytes, at: HEADER };
    chunks.map_while(Result::ok).for_each(|chunk| read_chunk(&chunk, found));
}

fn read_chunk(chunk: &Chunk, found: &mut Found) {
    match chunk.kind {
        b"EXIF" => exif::read(chunk.data, found),
        b"XMP " => xmp::read(chunk.data, found),
        b"ANMF" => found.foreign |= frame(chunk.data).is_none_or(|frame| frame.len() != chunk.data.len()),
        _ => found.foreign |= !chunk.is_picture(),
    }
}

/// A frame of an animation without what decoders don't need.
fn frame(data: &[u8]) -> Option<Vec<u8>> {
    let mut kept = part(data, 0, 16)?.to_vec();
    for chunk in (Chunks { bytes: data, at: 16 }) {
        let chunk = chunk.ok()?;
        if chunk.is_picture() {
            push(&mut kept, chunk.kind, chunk.data);
        }
    }
    Some(kept)
}

/// The file without what is private.
///
/// # Errors
///
/// Where its chunks can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let walk = Chunks::of(bytes)?;
    let mut found = Found { foreign: walk.bytes.len() < bytes.len(), ..Found::default() };
    let chunks: Vec<Chunk> = walk.collect::<Result<_, _>>()?;
    chunks.iter().for_each(|chunk| read_chunk(chunk, &mut found));
    if found.is_clean() {
        return Ok(Cow::Borrowed(bytes));
    }
    let file = assemble(&chunks, found.orientation.unwrap_or_default(), &found.credits());
    file.map(Cow::Owned).ok_or(Unscrubbable::Damaged)
}

/// The file with credits, in place of any metadata there are.
pub fn embed(bytes: &[u8], credits: &Credits) -> Option<Vec<u8>> {
    let chunks: Vec<Chunk> = Chunks::of(bytes).ok()?.collect::<Result<_, _>>().ok()?;
    assemble(&chunks, Orientation::Upright, credits)
}

/// A file of the chunks that decoders need, with fresh metadata at its end.
fn assemble(chunks: &[Chunk], orientation: Orientation, credits: &Credits) -> Option<Vec<u8>> {
    let exif = (orientation != Orientation::Upright).then(|| exif::write(orientation, &Credits::default()));
    let xmp = (!credits.is_empty()).then(|| xmp::write(credits));
    let flags = if exif.is_some() { HAS_EXIF } else { 0 } | if xmp.is_some() { HAS_XMP } else { 0 };
    let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut picture = chunks.iter().filter(|chunk| chunk.is_picture()).peekable();
    if let Some(header) = picture.next_if(|chunk| chunk.kind == b"VP8X") {
        let mut data = header.data.to_vec();
        let first = data.first_mut()?;
        *first = *first & !(HAS_EXIF | HAS_XMP) | flags;
        push(&mut file, b"VP8X", &data);
    } else if flags != 0 {
        push(&mut file, b"VP8X", &extended_header(picture.peek()?, flags)?);
    }
    for chunk in picture {
        match chunk.kind {
            b"ANMF" => push(&mut file, b"ANMF", &frame(chunk.data)?),
            kind => push(&mut file, kind, chunk.data),
        }
    }
    exif.iter().for_each(|block| push(&mut file, b"EXIF", block));
    xmp.iter().for_each(|packet| push(&mut file, b"XMP ", packet.as_bytes()));
    let length = u32::try_from(file.len() - 8).ok()?;
    file[4..8].copy_from_slice(&length.to_le_bytes());
    Some(file)
}

/// The extended header of a file that has had none: flags, and the picture's size from its data.
fn extended_header(picture: &Chunk, flags: u8) -> Option<[u8; 10]> {
    let (width, height, alpha) = match picture.kind {
        // Behind the frame tag and its signature.
        b"VP8 " => (le16(picture.data, 6)? & 0x3FFF, le16(picture.data, 8)? & 0x3FFF, false),
        // Behind the signature: 14 bits, 14 bits, one bit. Both numbers are one too small.
        b"VP8L" => {
            let bits = le32(picture.data, 1)?;
            ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bits >> 28 & 1 == 1)
        }
        _ => return None,
    };
    let [w0, w1, w2, _] = u32::try_from(width.checked_sub(1)?).ok()?.to_le_bytes();
    let [h0, h1, h2, _] = u32::try_from(height.checked_sub(1)?).ok()?.to_le_bytes();
    Some([flags | if alpha { HAS_ALPHA } else { 0 }, 0, 0, 0, w0, w1, w2, h0, h1, h2])
}

fn push(file: &mut Vec<u8>, kind: &[u8], data: &[u8]) {
    file.extend(kind);
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(data);
    file.resize(file.len().next_multiple_of(2), 0);
}
