//! SVG: drawings. Drawing programs keep photos in them as they were, packets of metadata, and the
//! places of files on the author's disk.

use crate::image::metadata::found::Found;
use crate::image::metadata::standard::xmp;
use crate::image::metadata::{Unscrubbable, scrub as scrub_file};
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem;
use std::borrow::Cow;
use std::ops::Range;

/// Base64 as programs write it: with padding or without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Attributes that hold a file's place on the author's disk.
const PLACES: [&[u8]; 4] = [b"sodipodi:absref=", b"sodipodi:docbase=", b"inkscape:export-filename=", b"xlink:absref="];

/// How white space is written in attributes, beside being white space.
const ESCAPED_SPACE: [&[u8]; 7] = [b"&#10;", b"&#13;", b"&#9;", b"&#xA;", b"&#xD;", b"&#x9;", b"%0A"];

/// Reads the packet of metadata, if there is one.
pub fn read(bytes: &[u8], found: &mut Found) {
    for content in elements(bytes, b"metadata") {
        xmp::read(bytes[content].trim_ascii(), found);
    }
}

/// The drawing without what is private.
///
/// # Errors
///
/// Where a picture in it can't be published.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut changes: Vec<(Range<usize>, Vec<u8>)> = Vec::new();
    for content in elements(bytes, b"metadata") {
        let mut found = Found::default();
        xmp::read(bytes[content.clone()].trim_ascii(), &mut found);
        // What editors of drawings themselves write has its names declared elsewhere and stays.
        let has = |mark| memmem::find(&bytes[content.clone()], mark).is_some();
        let is_packet = has(b"<?xpacket") || has(b"xmpmeta");
        if found.private.any() || is_packet && found.foreign {
            let credits = found.credits();
            let packet = if credits.is_empty() { String::new() } else { xmp::write(&credits) };
            changes.push((content, packet.into_bytes()));
        }
    }
    // Illustrator's own document, a second time.
    for content in elements(bytes, b"i:pgf").chain(elements(bytes, b"i:aipgf")).filter(|content| !content.is_empty()) {
        changes.push((content, Vec::new()));
    }
    for name in PLACES {
        changes.extend(values(bytes, name).filter(|value| !value.is_empty()).map(|value| (value, Vec::new())));
    }
    for value in pictures(bytes) {
        let picture = decode(&bytes[value.clone()])?;
        if let Cow::Owned(clean) = scrub_file(&picture)? {
            changes.push((value, BASE64.encode(clean).into_bytes()));
        }
    }
    Ok(replaced(bytes, changes))
}

/// The contents of all elements of a name, in whatever namespace. What isn't closed goes to the end.
fn elements<'a>(bytes: &'a [u8], name: &'static [u8]) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + memmem::find(bytes.get(at..)?, name)?;
            at = found + name.len();
            let opens = matches!(bytes[..found].last(), Some(b'<' | b':'));
            let ends = matches!(bytes.get(at), Some(byte) if byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
            let prefix = bytes[..found].iter().rposition(|byte| *byte == b'<').unwrap_or_default();
            // `</metadata` is the end of one.
            if !opens || !ends || bytes.get(prefix + 1) == Some(&b'/') || found - prefix > 32 {
                continue;
            }
            let start = at + memchr::memchr(b'>', bytes.get(at..)?)? + 1;
            if bytes[start - 2] == b'/' {
                continue;
            }
            let close = [b"</", &bytes[prefix + 1..found], name].concat();
            let end = memmem::find(&bytes[start..], &close).map_or(bytes.len(), |end| start + end);
            at = end;
            return Some(start..end);
        }
    })
}

/// The values of all attributes of a name.
fn values<'a>(bytes: &'a [u8], name: &'static [u8]) -> impl Iterator<Item = Range<usize>> + use<'a> {
    memmem::find_iter(bytes, name).filter_map(move |found| {
        let start = found + name.len();
        let quote = *bytes.get(start).filter(|quote| matches!(quote, b'"' | b'\''))?;
        let end = memchr::memchr(quote, &bytes[start + 1..]).map_or(bytes.len(), |end| start + 1 + end);
        Some(start + 1..end)
    })
}

/// The data of all pictures that are written as base64.
fn pictures(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + use<'_> {
    memmem::find_iter(bytes, b"data:").filter_map(move |found| {
        let head = bytes[found..].iter().position(|byte| matches!(byte, b',' | b'"' | b'\'' | b')' | b'<'))?;
        let start = found + head + 1;
        let is_base64 = bytes[found + head] == b',' && bytes[found..found + head].trim_ascii_end().ends_with(b"base64");
        // An escaped quote ends them as well; an escaped line feed doesn't.
        let ends = |(n, byte): (usize, &u8)| match byte {
            b'"' | b'\'' | b')' | b'<' | b'>' => true,
            b'&' => bytes.get(start + n + 1) != Some(&b'#'),
            _ => false,
        };
        let length = || bytes[start..].iter().enumerate().position(ends);
        is_base64.then(|| start..length().map_or(bytes.len(), |length| start + length))
    })
}

fn decode(text: &[u8]) -> Result<Vec<u8>, Unscrubbable> {
    let mut digits = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = match ESCAPED_SPACE.iter().find_map(|space| rest.strip_prefix(*space)) {
            Some(behind) => behind,
            None => {
                let escaped = rest.first_chunk::<3>().filter(|_| *first == b'%');
                let hex = escaped.and_then(|three| u8::from_str_radix(std::str::from_utf8(&three[1..]).ok()?, 16).ok());
                digits.extend(Some(hex.unwrap_or(*first)).filter(|byte| !byte.is_ascii_whitespace()));
                if hex.is_some() { &rest[3..] } else { after }
            }
        };
    }
    BASE64.decode(digits).map_err(|_| Unscrubbable::Damaged)
}

/// The text with some parts of it replaced. Of two that overlap the second goes with the first.
fn replaced(bytes: &[u8], mut changes: Vec<(Range<usize>, Vec<u8>)>) -> Cow<'_, [u8]> {
    if changes.is_empty() {
        return Cow::Borrowed(bytes);
    }
    changes.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut text = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for (range, new) in changes {
        if range.start >= at {
            text.extend(&bytes[at..range.start]);
            text.extend(new);
            at = range.end;
        }
    }
    text.extend(&bytes[at..]);
    Cow::Owned(text)
}
