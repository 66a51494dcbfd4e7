//! The structure of TIFF 6.0: directories of entries that point at values. EXIF is written in it.

use super::ranges::Ranges;
use crate::image::metadata::bytes::{be16, be32, le16, le32, part};
use std::ops::Range;

/// More directories than any camera or scanner writes.
const MOST_DIRECTORIES: usize = 4096;

/// More entries in all than these are no metadata.
const MOST_ENTRIES: usize = 65_536;

/// What a directory is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A picture: the file's own, or a page.
    Picture,
    /// A picture behind the first one; in EXIF, the thumbnail.
    Next,
    /// A picture that another one's entry points to.
    Sub,
    /// How the picture was taken.
    Exif,
    /// Where it was taken.
    Gps,
    /// Which rules the file follows.
    Interoperability,
}

/// A directory.
#[derive(Debug)]
pub struct Directory {
    /// What it is about.
    pub about: About,
    /// Its bytes: the count, the entries, and the place of the next one.
    pub range: Range<usize>,
    /// How many entries it says it has.
    pub count: usize,
    /// Its entries. Broken ones are left out.
    pub entries: Vec<Entry>,
    /// The place of the next one.
    pub next: Option<usize>,
}

/// One value, or a run of them.
#[derive(Debug)]
pub struct Entry {
    /// Where the entry stands.
    pub at: usize,
    /// What it is.
    pub tag: u16,
    /// The type of the values.
    pub kind: usize,
    /// How many there are.
    pub count: usize,
    /// Where they stand: in the entry itself, or elsewhere.
    pub value: Range<usize>,
}

/// A TIFF structure.
pub struct Tiff<'a> {
    /// The whole of it. Places count from its first byte.
    pub bytes: &'a [u8],
    little: bool,
    /// The place of the first directory.
    pub first: usize,
    /// Every directory, in the order of their being pointed to.
    pub directories: Vec<Directory>,
    /// Whether anything in it couldn't be read.
    pub broken: bool,
}

impl<'a> Tiff<'a> {
    /// Reads as much as there is; none if it doesn't begin as TIFF does.
    pub fn read(bytes: &'a [u8]) -> Option<Tiff<'a>> {
        let little = match bytes {
            [b'I', b'I', 42, 0, ..] => true,
            [b'M', b'M', 0, 42, ..] => false,
            _ => return None,
        };
        let mut tiff = Tiff { bytes, little, first: 0, directories: Vec::new(), broken: false };
        tiff.first = tiff.long(4)?;
        let mut open = vec![(About::Picture, tiff.first)];
        let mut left = MOST_ENTRIES;
        while let Some((about, at)) = open.pop() {
            let seen = tiff.directories.iter().any(|directory| directory.range.start == at);
            if seen
                || tiff.directories.len() == MOST_DIRECTORIES
                || tiff.directory(about, at, &mut left, &mut open).is_none()
            {
                tiff.broken = true;
            }
        }
        Some(tiff)
    }

    /// Reads the directory at a place; what it points to is put on `open`.
    fn directory(&mut self, about: About, at: usize, left: &mut usize, open: &mut Vec<(About, usize)>) -> Option<()> {
        let count = self.short(at)?;
        *left = left.checked_sub(count)?;
        let end = at + 2 + count * 12;
        part(self.bytes, at, end - at)?;
        let entries: Vec<Entry> = (0..count).filter_map(|n| self.entry(at + 2 + n * 12)).collect();
        self.broken |= entries.len() < count;
        // Writers of EXIF leave the last pointer out now and then.
        let next = self.long(end).filter(|next| *next != 0 && matches!(about, About::Picture | About::Next));
        open.extend(next.map(|next| (About::Next, next)));
        for entry in &entries {
            let about = match (about, entry.tag) {
                (About::Picture | About::Next | About::Sub, tag::SUB_DIRECTORIES) => About::Sub,
                (About::Picture | About::Next | About::Sub, tag::EXIF) => About::Exif,
                (About::Picture | About::Next | About::Sub, tag::GPS) => About::Gps,
                (About::Exif, tag::INTEROPERABILITY) => About::Interoperability,
                _ => continue,
            };
            open.extend(self.numbers(entry).map(|at| (about, at)));
        }
        let end = (end + 4).min(self.bytes.len());
        self.directories.push(Directory { about, range: at..end, count, entries, next });
        Some(())
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let tag = u16::try_from(self.short(at)?).ok()?;
        let (kind, count) = (self.short(at + 2)?, self.long(at + 4)?);
        let length = count.checked_mul(size(kind)?)?;
        let start = if length <= 4 { at + 8 } else { self.long(at + 8)? };
        part(self.bytes, start, length)?;
        Some(Entry { at, tag, kind, count, value: start..start + length })
    }

    /// An entry's bytes.
    pub fn value(&self, entry: &Entry) -> &'a [u8] {
        self.bytes.get(entry.value.clone()).unwrap_or_default()
    }

    /// An entry's values, if they are whole numbers that aren't negative; else nothing.
    pub fn numbers(&self, entry: &Entry) -> impl Iterator<Item = usize> + use<'_> {
        let (start, kind) = (entry.value.start, entry.kind);
        (0..entry.count).map_while(move |n| match kind {
            1 => self.bytes.get(start + n).map(|byte| usize::from(*byte)),
            3 => self.short(start + n * 2),
            4 | 13 => self.long(start + n * 4),
            _ => None,
        })
    }

    /// The first of them.
    pub fn number(&self, entry: &Entry) -> Option<usize> {
        self.numbers(entry).next()
    }

    /// The bytes that directories and values take.
    pub fn known(&self) -> Ranges {
        let mut known = Ranges::default();
        known.add(0..8);
        for directory in &self.directories {
            known.add(directory.range.clone());
            directory.entries.iter().for_each(|entry| known.add(entry.value.clone()));
        }
        known
    }

    /// A number of two bytes, as one that is written into the structure.
    pub fn short_bytes(&self, number: u16) -> [u8; 2] {
        if self.little { number.to_le_bytes() } else { number.to_be_bytes() }
    }

    /// A number of four bytes, as one that is written into the structure.
    pub fn long_bytes(&self, number: u32) -> [u8; 4] {
        if self.little { number.to_le_bytes() } else { number.to_be_bytes() }
    }

    fn short(&self, at: usize) -> Option<usize> {
        if self.little { le16(self.bytes, at) } else { be16(self.bytes, at) }
    }

    fn long(&self, at: usize) -> Option<usize> {
        if self.little { le32(self.bytes, at) } else { be32(self.bytes, at) }
    }
}

/// The size of one value of a type.
fn size(kind: usize) -> Option<usize> {
    Some(match kind {
        // BYTE, ASCII, SBYTE, UNDEFINED, UTF-8.
        1 | 2 | 6 | 7 | 129 => 1,
        // SHORT, SSHORT.
        3 | 8 => 2,
        // LONG, SLONG, FLOAT, IFD.
        4 | 9 | 11 | 13 => 4,
        // RATIONAL, SRATIONAL, DOUBLE.
        5 | 10 | 12 => 8,
        _ => return None,
    })
}

/// Entries that are known by their number.
pub mod tag {
    pub const SUBFILE: u16 = 0x00FE;
    pub const PHOTOMETRIC: u16 = 0x0106;
    pub const DESCRIPTION: u16 = 0x010E;
    pub const STRIP_OFFSETS: u16 = 0x0111;
    pub const ORIENTATION: u16 = 0x0112;
    pub const STRIP_BYTES: u16 = 0x0117;
    pub const ARTIST: u16 = 0x013B;
    pub const TILE_OFFSETS: u16 = 0x0144;
    pub const TILE_BYTES: u16 = 0x0145;
    pub const SUB_DIRECTORIES: u16 = 0x014A;
    pub const JPEG_OFFSET: u16 = 0x0201;
    pub const XMP: u16 = 0x02BC;
    pub const COPYRIGHT: u16 = 0x8298;
    pub const IIM: u16 = 0x83BB;
    pub const PHOTOSHOP: u16 = 0x8649;
    pub const EXIF: u16 = 0x8769;
    pub const GPS: u16 = 0x8825;
    pub const MAKER_NOTE: u16 = 0x927C;
    pub const INTEROPERABILITY: u16 = 0xA005;
    pub const OWNER: u16 = 0xA430;
    pub const BODY_SERIAL: u16 = 0xA431;
    pub const LENS_SERIAL: u16 = 0xA435;
    pub const CAMERA_SERIAL: u16 = 0xC62F;
    pub const PRIVATE: u16 = 0xC634;
}
