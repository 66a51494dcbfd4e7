//! EXIF 3.0: what the camera writes about itself, the place and the photographer.

use super::tiff::{About, Directory, Entry, Tiff, tag};
use super::xmp;
use crate::image::Credits;
use crate::image::metadata::found::{Field, Found};
use crate::image::metadata::text::decode;
use crate::image::metadata::{Orientation, standard::photoshop};

/// What stands before EXIF in a JPEG segment, and by mistake elsewhere.
pub const PREFIX: &[u8] = b"Exif\0\0";

/// Entries about the picture that say nothing private: size and layout, resolution, software,
/// camera model, date, and the credits.
const HARMLESS_PICTURE: [u16; 24] = [
    0x0100,
    0x0101,
    0x0102,
    0x0103,
    0x0106,
    tag::DESCRIPTION,
    0x010F,
    0x0110,
    tag::ORIENTATION,
    0x0115,
    0x011A,
    0x011B,
    0x011C,
    0x0128,
    0x0131,
    0x0132,
    tag::ARTIST,
    0x013E,
    0x013F,
    0x0211,
    0x0213,
    0x0214,
    tag::COPYRIGHT,
    tag::EXIF,
];

/// Entries about how the picture was taken that say nothing private: exposure, lens model, dates,
/// colour.
pub const HARMLESS_EXIF: [u16; 59] = [
    0x829A,
    0x829D,
    0x8822,
    0x8824,
    0x8827,
    0x8830,
    0x8831,
    0x8832,
    0x8833,
    0x9000,
    0x9003,
    0x9004,
    0x9010,
    0x9011,
    0x9012,
    0x9101,
    0x9102,
    0x9201,
    0x9202,
    0x9203,
    0x9204,
    0x9205,
    0x9206,
    0x9207,
    0x9208,
    0x9209,
    0x920A,
    0x9214,
    0x9290,
    0x9291,
    0x9292,
    0xA000,
    0xA001,
    0xA002,
    0xA003,
    tag::INTEROPERABILITY,
    0xA20B,
    0xA20E,
    0xA20F,
    0xA210,
    0xA214,
    0xA215,
    0xA217,
    0xA300,
    0xA301,
    0xA401,
    0xA402,
    0xA403,
    0xA404,
    0xA405,
    0xA406,
    0xA407,
    0xA408,
    0xA409,
    0xA40A,
    0xA40C,
    0xA432,
    0xA433,
    0xA434,
];

/// Reads a block of EXIF, wherever it stands.
pub fn read(block: &[u8], found: &mut Found) {
    let block = block.strip_prefix(PREFIX).unwrap_or(block);
    let Some(tiff) = Tiff::read(block) else {
        found.foreign = true;
        return;
    };
    facts(&tiff, found);
    found.foreign |= tiff.broken;
    // Programs that remove coordinates may remove no more than the way to them.
    let leftovers = tiff.known().gaps(block.len());
    found.foreign |= leftovers.into_iter().any(|gap| block[gap].iter().any(|byte| *byte != 0));
    for directory in &tiff.directories {
        let harmless = |tag| match directory.about {
            About::Picture => HARMLESS_PICTURE.contains(&tag),
            About::Exif => HARMLESS_EXIF.contains(&tag),
            About::Interoperability => is_interoperability(tag),
            About::Next | About::Sub | About::Gps => false,
        };
        found.foreign |= !directory.entries.iter().all(|entry| harmless(entry.tag));
        found.foreign |= matches!(directory.about, About::Next | About::Sub | About::Gps);
        let is_picture = |entry: &Entry| matches!(entry.tag, tag::JPEG_OFFSET | tag::STRIP_OFFSETS);
        found.private.thumbnail |= directory.about == About::Next && directory.entries.iter().any(is_picture);
    }
}

/// Whether an entry says which rules the file follows.
pub fn is_interoperability(tag: u16) -> bool {
    matches!(tag, 1 | 2 | 0x1000..=0x1002)
}

/// Reads what a TIFF structure says: in EXIF, and in a TIFF file itself.
pub fn facts(tiff: &Tiff, found: &mut Found) {
    for directory in &tiff.directories {
        if directory.about == About::Picture {
            picture(tiff, directory, found);
        }
        secrets(tiff, directory, found);
    }
}

fn picture(tiff: &Tiff, directory: &Directory, found: &mut Found) {
    for entry in &directory.entries {
        let value = || decode(tiff.value(entry).split(|byte| *byte == 0).next().unwrap_or_default());
        match entry.tag {
            tag::ORIENTATION => {
                let read = tiff.number(entry).and_then(|value| Orientation::from_exif(u32::try_from(value).ok()?));
                found.orientation = found.orientation.or(read);
            }
            // One word is what the camera's mode or the file is called, not a caption.
            tag::DESCRIPTION if value().trim().contains(char::is_whitespace) => {
                Field::Description.set(&mut found.exif, &value());
            }
            tag::ARTIST => Field::Creator.set(&mut found.exif, &value()),
            // The photographer's rights and the editor's, one behind the other.
            tag::COPYRIGHT => {
                let both = tiff.value(entry).split(|byte| *byte == 0).map(|one| decode(one).trim().to_owned());
                let both: Vec<String> = both.filter(|one| !one.is_empty()).take(2).collect();
                Field::Copyright.set(&mut found.exif, &both.join(", "));
            }
            tag::XMP => xmp::read(tiff.value(entry), found),
            tag::IIM => super::iim::read(tiff.value(entry), found),
            tag::PHOTOSHOP => photoshop::read(tiff.value(entry), found),
            _ => {}
        }
    }
}

/// What nobody may publish.
fn secrets(tiff: &Tiff, directory: &Directory, found: &mut Found) {
    for entry in &directory.entries {
        let says = || tiff.value(entry).iter().any(|byte| !matches!(byte, 0 | b' '));
        let private = &mut found.private;
        match (directory.about, entry.tag) {
            // Latitude, longitude and altitude; those of what is seen; the name of the area.
            (About::Gps, 1..=6 | 19..=22 | 28) => private.location |= says(),
            (About::Gps, _) => {}
            (_, tag::BODY_SERIAL | tag::LENS_SERIAL | tag::CAMERA_SERIAL) => private.serial |= says(),
            (_, tag::OWNER) => private.owner |= says(),
            (_, tag::MAKER_NOTE | tag::PRIVATE) => private.maker_note |= says(),
            _ => {}
        }
    }
}

/// The smallest block that says how the picture is to be turned and, if they are given, what EXIF
/// can say of the credits. Without the prefix.
pub fn write(orientation: Orientation, credits: &Credits) -> Vec<u8> {
    let texts = [
        (tag::DESCRIPTION, &credits.description),
        (tag::ARTIST, &credits.creator),
        (tag::COPYRIGHT, &credits.copyright),
    ];
    let mut entries: Vec<(u16, Vec<u8>)> = Vec::new();
    for (tag, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        entries.push((tag, [text.as_bytes(), b"\0"].concat()));
    }
    if orientation != Orientation::Upright || entries.is_empty() {
        entries.push((tag::ORIENTATION, orientation.exif().to_be_bytes().to_vec()));
    }
    entries.sort_unstable_by_key(|(tag, _)| *tag);
    let directory = 8 + 2 + entries.len() * 12 + 4;
    let mut block = b"MM\0\x2A\0\0\0\x08".to_vec();
    let mut values = Vec::new();
    block.extend((entries.len() as u16).to_be_bytes());
    for (tag, value) in entries {
        let (kind, count) = if tag == tag::ORIENTATION { (3u16, 1) } else { (2, value.len()) };
        block.extend(tag.to_be_bytes());
        block.extend(kind.to_be_bytes());
        block.extend((count as u32).to_be_bytes());
        if value.len() <= 4 {
            let mut four = [0; 4];
            four[..value.len()].copy_from_slice(&value);
            block.extend(four);
        } else {
            block.extend(((directory + values.len()) as u32).to_be_bytes());
            values.extend(&value);
            // Values begin at even places.
            values.resize(values.len().next_multiple_of(2), 0);
        }
    }
    block.extend([0; 4]);
    block.extend(values);
    block
}
