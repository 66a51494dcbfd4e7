//! TIFF files: scans, layouts, maps.
//!
//! A directory's entries move together when some of them go; values, strips and tiles stay where
//! they are. All bytes that nothing known points to are zeroed.

use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::part;
use crate::image::metadata::found::Found;
use crate::image::metadata::standard::tiff::{About, Directory, Entry, Tiff, tag};
use crate::image::metadata::standard::{exif, iim, photoshop, xmp};
use std::borrow::Cow;
use std::ops::Range;

/// Entries that say how a picture is stored, and those that say nothing private: TIFF 6.0, its
/// supplements, ICC profiles, and GeoTIFF, whose places are what a map is about.
const KEPT: [u16; 73] = [
    tag::SUBFILE,
    0x00FF,
    0x0100,
    0x0101,
    0x0102,
    0x0103,
    tag::PHOTOMETRIC,
    0x0107,
    0x010A,
    tag::DESCRIPTION,
    0x010F,
    0x0110,
    tag::STRIP_OFFSETS,
    tag::ORIENTATION,
    0x0115,
    0x0116,
    tag::STRIP_BYTES,
    0x0118,
    0x0119,
    0x011A,
    0x011B,
    0x011C,
    0x011E,
    0x011F,
    0x0122,
    0x0123,
    0x0124,
    0x0125,
    0x0128,
    0x0129,
    0x012D,
    0x0131,
    0x0132,
    tag::ARTIST,
    0x013D,
    0x013E,
    0x013F,
    0x0140,
    0x0141,
    0x0142,
    0x0143,
    tag::TILE_OFFSETS,
    tag::TILE_BYTES,
    0x0146,
    0x0147,
    0x0148,
    tag::SUB_DIRECTORIES,
    0x014C,
    0x014D,
    0x014E,
    0x0150,
    0x0152,
    0x0153,
    0x0154,
    0x0155,
    0x0156,
    0x015B,
    0x0211,
    0x0212,
    0x0213,
    0x0214,
    tag::COPYRIGHT,
    0x830E,
    0x8482,
    0x85D8,
    tag::EXIF,
    0x8773,
    0x87AF,
    0x87B0,
    0x87B1,
    0xA480,
    0xA481,
    0xC5F2,
];

/// What cameras' raw files say of their pixels: colour filter array, linear raw.
const RAW: [usize; 2] = [32803, 34892];

/// Reads what there is.
pub fn read(bytes: &[u8], found: &mut Found) {
    if let Some(tiff) = Tiff::read(bytes) {
        exif::facts(&tiff, found);
        found.private.thumbnail |= tiff.directories.iter().any(|directory| is_thumbnail(&tiff, directory));
    }
}

/// The file without what is private.
///
/// # Errors
///
/// Where its directories can't be followed, and for raw files.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let tiff = Tiff::read(bytes).filter(|tiff| !tiff.broken).ok_or(Unscrubbable::Damaged)?;
    let mut found = Found::default();
    read(bytes, &mut found);
    let is_raw =
        |entry: &Entry| entry.tag == tag::PHOTOMETRIC && tiff.number(entry).is_some_and(|kind| RAW.contains(&kind));
    let entries = || tiff.directories.iter().flat_map(|directory| &directory.entries);
    if entries().any(is_raw) || part(bytes, 8, 3) == Some(b"CR\x02") {
        return Err(Unscrubbable::Unsupported);
    }
    let mut file = Copy { tiff: &tiff, bytes: vec![0; bytes.len()] };
    file.copy(0..4)?;
    let first = file.following(Some(tiff.first));
    file.number(4, first)?;
    for directory in tiff.directories.iter().filter(|directory| is_kept(&tiff, directory)) {
        file.directory(directory, &found)?;
    }
    Ok(if file.bytes == bytes { Cow::Borrowed(bytes) } else { Cow::Owned(file.bytes) })
}

/// Whether a directory's picture is a smaller one of another.
fn is_thumbnail(tiff: &Tiff, directory: &Directory) -> bool {
    let reduced = |entry: &Entry| entry.tag == tag::SUBFILE && tiff.number(entry).is_some_and(|bits| bits & 1 == 1);
    matches!(directory.about, About::Next | About::Sub)
        && directory.entries.iter().any(|entry| reduced(entry) || entry.tag == tag::JPEG_OFFSET)
}

fn is_kept(tiff: &Tiff, directory: &Directory) -> bool {
    directory.about != About::Gps && !is_thumbnail(tiff, directory)
}

/// Whether an entry of a directory may stay as it is.
fn stays(tiff: &Tiff, directory: &Directory, entry: &Entry) -> bool {
    let block = |read: fn(&[u8], &mut Found)| {
        let mut found = Found::default();
        read(tiff.value(entry), &mut found);
        found.is_clean()
    };
    match (directory.about, entry.tag) {
        (About::Exif, tag) => exif::HARMLESS_EXIF.contains(&tag),
        (About::Interoperability, tag) => exif::is_interoperability(tag),
        (About::Gps, _) => false,
        (_, tag::XMP) => block(xmp::read),
        (_, tag::IIM) => block(iim::read),
        (_, tag::PHOTOSHOP) => block(photoshop::read),
        (_, tag) => KEPT.contains(&tag),
    }
}

/// A file that begins as zeros, and gets what may stay.
struct Copy<'a> {
    tiff: &'a Tiff<'a>,
    bytes: Vec<u8>,
}

impl Copy<'_> {
    fn copy(&mut self, range: Range<usize>) -> Result<(), Unscrubbable> {
        let source = self.tiff.bytes.get(range.clone()).ok_or(Unscrubbable::Damaged)?;
        self.write(range.start, source)
    }

    fn write(&mut self, at: usize, bytes: &[u8]) -> Result<(), Unscrubbable> {
        let target = self.bytes.get_mut(at..).and_then(|rest| rest.get_mut(..bytes.len()));
        target.ok_or(Unscrubbable::Damaged)?.copy_from_slice(bytes);
        Ok(())
    }

    fn number(&mut self, at: usize, number: usize) -> Result<(), Unscrubbable> {
        let number = u32::try_from(number).map_err(|_| Unscrubbable::Unsupported)?;
        self.write(at, &self.tiff.long_bytes(number))
    }

    /// The first directory that stays, of one and those that it leads to; 0 if there is none.
    fn following(&self, mut at: Option<usize>) -> usize {
        while let Some(directory) = at.and_then(|at| self.tiff.directories.iter().find(|one| one.range.start == at)) {
            if is_kept(self.tiff, directory) {
                return directory.range.start;
            }
            at = directory.next;
        }
        0
    }

    /// Copies what may stay of a directory and what it points to.
    fn directory(&mut self, directory: &Directory, found: &Found) -> Result<(), Unscrubbable> {
        let is_block = |entry: &Entry| matches!(entry.tag, tag::XMP | tag::IIM | tag::PHOTOSHOP);
        let goes = |entry: &Entry| is_block(entry) && !stays(self.tiff, directory, entry);
        // The credits that go with one of these blocks come back in a fresh one.
        let fresh =
            directory.about == About::Picture && directory.entries.iter().any(goes) && !found.credits().is_empty();
        let mut entries: Vec<(u16, [u8; 12])> = Vec::new();
        for entry in directory.entries.iter().filter(|entry| !(fresh && entry.tag == tag::XMP)) {
            let raw = part(self.tiff.bytes, entry.at, 12).and_then(|raw| raw.first_chunk().copied());
            let mut raw = raw.ok_or(Unscrubbable::Damaged)?;
            if entry.tag == tag::SUB_DIRECTORIES {
                let kept = self.sub_directories(entry)?;
                // With one place left, the place stands in the entry itself.
                match kept.as_slice() {
                    [] => continue,
                    [one] => raw[8..].copy_from_slice(one),
                    several => self.write(entry.value.start, &several.concat())?,
                }
                raw[4..8].copy_from_slice(&self.tiff.long_bytes(kept.len() as u32));
                entries.push((entry.tag, raw));
            } else if stays(self.tiff, directory, entry) {
                if entry.value.start != entry.at + 8 {
                    self.copy(entry.value.clone())?;
                }
                entries.push((entry.tag, raw));
            }
        }
        self.pixels(directory)?;
        if fresh {
            entries.push((tag::XMP, self.packet(directory, found)?));
            entries.sort_by_key(|(tag, _)| *tag);
        }
        let start = directory.range.start;
        self.write(start, &self.tiff.short_bytes(entries.len() as u16))?;
        let raw: Vec<u8> = entries.iter().flat_map(|(_, raw)| *raw).collect();
        self.write(start + 2, &raw)?;
        if directory.range.len() == 2 + directory.count * 12 + 4 {
            let next = self.following(directory.next);
            self.number(start + 2 + raw.len(), next)?;
        }
        Ok(())
    }

    /// The places of those that stay.
    fn sub_directories(&self, entry: &Entry) -> Result<Vec<[u8; 4]>, Unscrubbable> {
        let kept = self
            .tiff
            .numbers(entry)
            .filter(|at| self.tiff.directories.iter().any(|one| one.range.start == *at && is_kept(self.tiff, one)));
        let place = |at| u32::try_from(at).map(|at| self.tiff.long_bytes(at)).map_err(|_| Unscrubbable::Damaged);
        kept.map(place).collect()
    }

    /// Copies a directory's strips and tiles.
    fn pixels(&mut self, directory: &Directory) -> Result<(), Unscrubbable> {
        let find = |tag| directory.entries.iter().find(|entry| entry.tag == tag);
        if find(tag::JPEG_OFFSET).is_some() && !matches!(directory.about, About::Exif) {
            return Err(Unscrubbable::Unsupported);
        }
        for (offsets, lengths) in [(tag::STRIP_OFFSETS, tag::STRIP_BYTES), (tag::TILE_OFFSETS, tag::TILE_BYTES)] {
            let Some(offsets) = find(offsets) else { continue };
            let lengths =
                find(lengths).filter(|lengths| lengths.count == offsets.count).ok_or(Unscrubbable::Damaged)?;
            for (at, length) in self.tiff.numbers(offsets).zip(self.tiff.numbers(lengths)) {
                self.copy(at..at.saturating_add(length))?;
            }
        }
        Ok(())
    }

    /// The entry of a fresh XMP packet: in the old one's place if it is large enough, else at the
    /// file's end.
    fn packet(&mut self, directory: &Directory, found: &Found) -> Result<[u8; 12], Unscrubbable> {
        let old = directory.entries.iter().find(|entry| entry.tag == tag::XMP);
        let in_place = old.and_then(|old| Some((old.value.start, xmp::padded(&found.credits(), old.value.len())?)));
        let (at, length) = match in_place {
            Some((at, packet)) => {
                self.write(at, &packet)?;
                (at, packet.len())
            }
            None => {
                let packet = xmp::write(&found.credits());
                let at = self.bytes.len().next_multiple_of(2);
                self.bytes.resize(at, 0);
                self.bytes.extend(packet.as_bytes());
                (at, packet.len())
            }
        };
        let long = |n| u32::try_from(n).map(|n| self.tiff.long_bytes(n)).map_err(|_| Unscrubbable::Unsupported);
        let head = [self.tiff.short_bytes(tag::XMP), self.tiff.short_bytes(1)].concat();
        let entry = [head.as_slice(), &long(length)?, &long(at)?].concat();
        entry.try_into().map_err(|_| Unscrubbable::Damaged)
    }
}
