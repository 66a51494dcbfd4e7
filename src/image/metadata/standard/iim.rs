//! IPTC IIM 4.2: what agencies and press software have written since before XMP.

use crate::image::Credits;
use crate::image::metadata::bytes::{be16, part};
use crate::image::metadata::found::{Field, Found};
use crate::image::metadata::text::{beginning, decode, decode_latin};

/// What says, as the value of 1:90, that text is UTF-8.
const UTF_8: &[u8] = b"\x1B%G";

/// Two further names of Latin-1.
const LATIN_1: [&[u8]; 2] = [b"\x1B.A", b"\x1B-A"];

/// The values that are read and written: the number of each in record 2, and how many bytes the
/// standard allows it.
const VALUES: [(u8, Field, usize); 4] =
    [(80, Field::Creator, 32), (110, Field::Credit, 32), (116, Field::Copyright, 128), (120, Field::Description, 2000)];

/// Reads a run of data sets.
pub fn read(block: &[u8], found: &mut Found) {
    let mut sets = Sets { block, broken: false };
    let mut charset: &[u8] = b"";
    let mut creators: Vec<String> = Vec::new();
    for (record, number, value) in &mut sets {
        let text = || match charset {
            // A value that was cut within a character is UTF-8 all the same.
            UTF_8 => String::from_utf8_lossy(value).trim_end_matches('\u{FFFD}').to_owned(),
            one if LATIN_1.contains(&one) => decode_latin(value),
            _ => decode(value),
        };
        match (record, number) {
            (1, 90) => charset = value,
            (1, _) => {}
            (2, 80) => creators.push(text().trim().to_owned()),
            // The preview of the picture, in three parts.
            (2, 200..=202) => found.private.thumbnail = true,
            // Whom to call, a rasterized caption, sound.
            (2, 118 | 125 | 150..=154) => found.foreign = true,
            (2, _) => {
                if let Some((_, field, _)) = VALUES.iter().find(|one| one.0 == number) {
                    field.set(&mut found.iim, &text());
                }
            }
            _ => found.foreign = true,
        }
    }
    creators.retain(|one| !one.is_empty());
    Field::Creator.set(&mut found.iim, &creators.join(", "));
    found.foreign |= sets.broken;
}

/// Data sets: their records, numbers and values.
struct Sets<'a> {
    block: &'a [u8],
    broken: bool,
}

impl<'a> Iterator for Sets<'a> {
    type Item = (u8, u8, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.block.iter().all(|byte| *byte == 0) {
            return None;
        }
        let set = self.set();
        self.broken |= set.is_none();
        set
    }
}

impl<'a> Sets<'a> {
    fn set(&mut self) -> Option<(u8, u8, &'a [u8])> {
        let [0x1C, record, number, ..] = *self.block else { return None };
        let (head, length) = match be16(self.block, 3)? {
            length @ 0..0x8000 => (5, length),
            // Longer values say how many bytes their length takes.
            size => {
                let digits = part(self.block, 5, size - 0x8000).filter(|digits| digits.len() <= 4)?;
                (5 + digits.len(), digits.iter().fold(0, |sum, digit| sum << 8 | usize::from(*digit)))
            }
        };
        let value = part(self.block, head, length)?;
        self.block = &self.block[head + length..];
        Some((record, number, value))
    }
}

/// The credits that IIM has a place for; nothing if there are none.
pub fn write(credits: &Credits) -> Vec<u8> {
    if VALUES.iter().all(|(_, field, _)| field.of(credits).is_empty()) {
        return Vec::new();
    }
    let mut block = Vec::new();
    let mut set = |record: u8, number: u8, value: &[u8]| {
        block.extend([0x1C, record, number]);
        block.extend((value.len() as u16).to_be_bytes());
        block.extend(value);
    };
    set(1, 90, UTF_8);
    // The version of the record.
    set(2, 0, &[0, 4]);
    for (number, field, most) in VALUES {
        let value = beginning(field.of(credits), most).trim_end();
        if !value.is_empty() {
            set(2, number, value.as_bytes());
        }
    }
    block
}
