//! PDF (ISO 32000): photos that were put into a document as they were, and packets of metadata.
//!
//! Everything is overwritten where it stands, so that no place changes. What is compressed or
//! encrypted isn't seen: photos aren't compressed a second time, nor are packets by custom.

use super::jpeg;
use crate::image::metadata::Unscrubbable;
use crate::image::metadata::edits::Edits;
use crate::image::metadata::standard::xmp;
use memchr::memmem;
use std::borrow::Cow;

const STREAM: &[u8] = b"stream";
const PACKET: &[u8] = b"<?xpacket begin";
const PACKET_END: &[u8] = b"<?xpacket end";

/// How metadata begin in a JPEG.
const MARKS: [&[u8]; 4] = [b"Exif\0\0", b"http://ns.adobe.com/xap/", b"Photoshop 3.0\0", b"MPF\0"];

/// What says that a document is signed, and which of its bytes that covers.
const SIGNED: &[u8] = b"/ByteRange";

/// The document without what is private.
///
/// # Errors
///
/// Where that would break its signature, and where a photo with metadata, or a packet, is damaged.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut edits = Edits::of(bytes);
    for start in photos(bytes) {
        photo(bytes, start, &mut edits)?;
    }
    for packet in memmem::find_iter(bytes, PACKET) {
        blank(bytes, packet, &mut edits)?;
    }
    let file = edits.apply();
    let is_signed = || memmem::find(bytes, SIGNED).is_some();
    if matches!(file, Cow::Owned(_)) && is_signed() { Err(Unscrubbable::Signed) } else { Ok(file) }
}

/// The streams that begin as JPEG does.
fn photos(bytes: &[u8]) -> impl Iterator<Item = usize> + use<'_> {
    memmem::find_iter(bytes, STREAM).filter_map(|keyword| {
        let rest = &bytes[keyword + STREAM.len()..];
        let start = bytes.len() - rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?.len();
        let is_photo = bytes[start..].starts_with(&[0xFF, 0xD8, 0xFF]);
        is_photo.then_some(start)
    })
}

/// Zeroes what decoders don't need, if any of it is private.
fn photo(bytes: &[u8], start: usize, edits: &mut Edits) -> Result<(), Unscrubbable> {
    let stream = &bytes[start..];
    let closed = memmem::find(stream, b"endstream");
    let length = closed.unwrap_or(stream.len());
    let Ok((private, parts, end)) = jpeg::hidden(stream) else {
        let has = |mark: &&[u8]| memmem::find(&stream[..length], mark).is_some();
        let harmless = closed.is_some() && !MARKS.iter().any(has);
        return if harmless { Ok(()) } else { Err(Unscrubbable::Damaged) };
    };
    if private.any() {
        parts.into_iter().for_each(|part| edits.zero(start + part.start..start + part.end));
        // Behind the picture, phones put further ones.
        let behind = stream.get(end..length).unwrap_or_default().trim_ascii_end();
        edits.zero(start + end..start + end + behind.len());
    }
    Ok(())
}

/// Overwrites what is private in a packet with spaces; all of it if it can't be read.
fn blank(bytes: &[u8], start: usize, edits: &mut Edits) -> Result<(), Unscrubbable> {
    let packet = &bytes[start..];
    let length = memmem::find(packet, PACKET_END).ok_or(Unscrubbable::Damaged)?;
    for part in xmp::private_parts(&packet[..length]).unwrap_or_else(|| vec![0..length]) {
        edits.write(start + part.start, b" ".repeat(part.len()));
    }
    Ok(())
}
