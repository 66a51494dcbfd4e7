//! JPEG (ITU-T T.81, annex B): segments, then scans.
//!
//! What is published of a file are the segments that decoders need. All that stands behind the end
//! of the first picture goes too: there phones put further pictures and films.

use crate::image::metadata::bytes::{be16, be32, part};
use crate::image::metadata::found::Found;
use crate::image::metadata::standard::{exif, photoshop, xmp};
use crate::image::metadata::{Orientation, Unscrubbable};
use crate::image::{Credits, Private};
use std::borrow::Cow;
use std::ops::Range;

const START: [u8; 2] = [0xFF, 0xD8];
const END: [u8; 2] = [0xFF, 0xD9];
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";

/// The most that a segment holds beside its marker and length.
const LARGEST: usize = 0xFFFF - 2;

/// What a segment is for.
#[derive(Clone, Copy)]
enum Role<'a> {
    /// Decoders need it.
    Picture,
    /// JFIF: decoders need it, but for the thumbnail.
    Jfif,
    Exif(&'a [u8]),
    Xmp(&'a [u8]),
    ExtendedXmp(&'a [u8]),
    Photoshop(&'a [u8]),
    Thumbnail,
    /// Anything else.
    Other,
}

/// A segment; a scan's data, up to the next marker, belong to it.
#[derive(Clone, Copy)]
struct Segment<'a> {
    marker: u8,
    /// Where its payload begins.
    at: usize,
    whole: &'a [u8],
    payload: &'a [u8],
}

impl<'a> Segment<'a> {
    /// Where its payload ends.
    fn end(&self) -> usize {
        self.at + self.payload.len()
    }

    fn role(&self) -> Role<'a> {
        let payload = self.payload;
        match self.marker {
            // Frames, tables, scans, what else T.81 defines, and JPEG-LS.
            0xC0..=0xCF | 0xDA..=0xDF | 0xF7 | 0xF8 => Role::Picture,
            0xE0 if payload.starts_with(b"JFIF\0") => Role::Jfif,
            0xE0 if payload.starts_with(b"JFXX\0") => Role::Thumbnail,
            0xE1 => [(exif::PREFIX, Role::Exif as fn(_) -> _), (XMP, Role::Xmp), (EXTENDED_XMP, Role::ExtendedXmp)]
                .into_iter()
                .find_map(|(prefix, role)| Some(role(payload.strip_prefix(prefix)?)))
                .unwrap_or(Role::Other),
            0xE2 if payload.starts_with(b"ICC_PROFILE\0") => Role::Picture,
            0xED => payload.strip_prefix(photoshop::PREFIX).map_or(Role::Other, Role::Photoshop),
            0xEE if payload.starts_with(b"Adobe") => Role::Picture,
            _ => Role::Other,
        }
    }
}

/// The segments from the first to the end of the picture.
struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
    scanned: bool,
    /// Whether the end marker has been read.
    ended: bool,
}

impl<'a> Segments<'a> {
    fn of(bytes: &'a [u8]) -> Segments<'a> {
        Segments { bytes, at: START.len(), scanned: false, ended: false }
    }

    /// The place of a marker's second byte, behind any fill bytes.
    fn marker(&self) -> Option<usize> {
        let filling = self.bytes.get(self.at..)?.iter().take_while(|byte| **byte == 0xFF).count();
        (filling > 0).then_some(self.at + filling)
    }

    /// The next segment; none where there is none.
    fn segment(&mut self) -> Option<Segment<'a>> {
        let name = self.marker()?;
        let marker = *self.bytes.get(name)?;
        // Those without a length don't stand here.
        if matches!(marker, 0x00..=0xBF | 0xD0..=0xD8) {
            return None;
        }
        let length = be16(self.bytes, name + 1)?;
        let payload = part(self.bytes, name + 3, length.checked_sub(2)?)?;
        let mut end = name + 1 + length;
        if marker == 0xDA {
            self.scanned = true;
            end = scan(self.bytes, end);
        }
        self.at = end;
        Some(Segment { marker, at: name + 3, whole: self.bytes.get(name - 1..end)?, payload })
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Result<Segment<'a>, Unscrubbable>;

    fn next(&mut self) -> Option<Self::Item> {
        // Cut short in a scan: what there is is the picture.
        if self.ended || self.scanned && self.at >= self.bytes.len() {
            return None;
        }
        if let Some(name) = self.marker().filter(|name| self.bytes.get(*name) == Some(&END[1])) {
            self.ended = true;
            self.at = name + 1;
            return None;
        }
        let segment = self.segment();
        self.ended |= segment.is_none();
        Some(segment.ok_or(Unscrubbable::Damaged))
    }
}

/// Where the data of a scan end: at the first marker that isn't part of them.
fn scan(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(0xFF, rest)) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            // A fill byte.
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

/// Reads what stands before the first scan.
pub fn read(bytes: &[u8], found: &mut Found) {
    let before = Segments::of(bytes).map_while(Result::ok).take_while(|segment| segment.marker != 0xDA);
    read_segments(before, found);
}

fn read_segments<'a>(segments: impl Iterator<Item = Segment<'a>>, found: &mut Found) {
    let mut resources = Vec::new();
    let mut extended: Vec<(usize, &[u8])> = Vec::new();
    let mut has_exif = false;
    for segment in segments {
        match segment.role() {
            Role::Picture => {}
            Role::Jfif => {
                found.private.thumbnail |= jfif_thumbnail(segment.payload) > 0;
                found.foreign |= segment.payload.len() != 14;
            }
            Role::Exif(block) => {
                exif::read(block, found);
                found.foreign |= std::mem::replace(&mut has_exif, true);
            }
            Role::Xmp(packet) => xmp::read(packet, found),
            Role::ExtendedXmp(piece) => {
                found.foreign = true;
                // Behind a digest and the whole length: the piece's place, and the piece.
                extended.extend(be32(piece, 36).zip(piece.get(40..)));
            }
            // Resources that are too long for one segment go on in the next.
            Role::Photoshop(piece) => resources.extend(piece),
            Role::Thumbnail => found.private.thumbnail = true,
            Role::Other => found.foreign = true,
        }
    }
    photoshop::read(&resources, found);
    if !extended.is_empty() {
        extended.sort_by_key(|(place, _)| *place);
        let packet: Vec<u8> = extended.into_iter().flat_map(|(_, piece)| piece).copied().collect();
        xmp::read(&packet, found);
    }
}

/// How many pixels the thumbnail in JFIF's own segment has.
fn jfif_thumbnail(payload: &[u8]) -> usize {
    let [width, height] = part(payload, 12, 2).and_then(|two| two.try_into().ok()).unwrap_or_default();
    usize::from(width) * usize::from(height)
}

/// The file without what is private.
///
/// # Errors
///
/// Where its segments can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut walk = Segments::of(bytes);
    let segments: Vec<Segment> = walk.by_ref().collect::<Result<_, _>>()?;
    if !walk.scanned {
        return Err(Unscrubbable::Damaged);
    }
    let mut found = Found { foreign: walk.at < bytes.len(), ..Found::default() };
    // Metadata belong before the picture. What stands between scans is not looked at, only left out.
    let scan = segments.iter().position(|segment| segment.marker == 0xDA).unwrap_or(segments.len());
    found.foreign |= segments[scan..].iter().any(|segment| !matches!(segment.role(), Role::Picture));
    let end = if walk.ended { &END[..] } else { &[] };
    read_segments(segments.iter().copied(), &mut found);
    if found.is_clean() {
        return Ok(Cow::Borrowed(bytes));
    }
    let orientation = found.orientation.unwrap_or_default();
    Ok(Cow::Owned(assemble(&segments, end, orientation, &found.credits())))
}

/// The file with credits, in place of any metadata there are.
pub fn embed(bytes: &[u8], credits: &Credits) -> Option<Vec<u8>> {
    let mut walk = Segments::of(bytes);
    let segments: Vec<Segment> = walk.by_ref().collect::<Result<_, _>>().ok()?;
    walk.ended.then(|| assemble(&segments, &END, Orientation::Upright, credits))
}

/// What is private in a JPEG within another file, where what isn't needed stands, and where the
/// picture ends.
///
/// # Errors
///
/// Where its segments can't be told apart.
pub fn hidden(bytes: &[u8]) -> Result<(Private, Vec<Range<usize>>, usize), Unscrubbable> {
    let mut walk = Segments::of(bytes);
    let segments: Vec<Segment> = walk.by_ref().collect::<Result<_, _>>()?;
    let unneeded = segments.iter().filter_map(|segment| match segment.role() {
        Role::Picture => None,
        // The thumbnail and its size.
        Role::Jfif => Some((segment.at + 12).min(segment.end())..segment.end()),
        _ => Some(segment.at..segment.end()),
    });
    let unneeded = unneeded.collect();
    let mut found = Found::default();
    read_segments(segments.into_iter(), &mut found);
    Ok((found.private, unneeded, walk.at))
}

/// A file of the segments that decoders need, JFIF's first, and fresh metadata.
fn assemble(segments: &[Segment], end: &[u8], orientation: Orientation, credits: &Credits) -> Vec<u8> {
    let of_role = |wanted: fn(&Role) -> bool| segments.iter().filter(move |segment| wanted(&segment.role()));
    let mut file = START.to_vec();
    for jfif in of_role(|role| matches!(role, Role::Jfif)).take(1) {
        let mut payload = jfif.payload.to_vec();
        payload.resize(12, 0);
        push(&mut file, 0xE0, &[&payload, &[0, 0]]);
    }
    if orientation != Orientation::Upright {
        push(&mut file, 0xE1, &[exif::PREFIX, &exif::write(orientation, &Credits::default())]);
    }
    if !credits.is_empty() {
        push(&mut file, 0xE1, &[XMP, xmp::write(credits).as_bytes()]);
    }
    let resources = photoshop::write(credits);
    if !resources.is_empty() {
        push(&mut file, 0xED, &[photoshop::PREFIX, &resources]);
    }
    of_role(|role| matches!(role, Role::Picture)).for_each(|segment| file.extend(segment.whole));
    file.extend(end);
    file
}

fn push(file: &mut Vec<u8>, marker: u8, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    debug_assert!(length <= LARGEST);
    file.extend([0xFF, marker]);
    file.extend(((length + 2) as u16).to_be_bytes());
    parts.iter().for_each(|part| file.extend(*part));
}
