//! Files that are taken for photos and aren't pictures of the web: what an editor is told they are.

use super::Unreadable;

/// Beginnings of files, and the names by which those who make them know them.
const KINDS: [(&[u8], &str); 16] = [
    (b"II*\0", "TIFF/RAW"),
    (b"MM\0*", "TIFF/RAW"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"IIU\0", "RAW"),
    (b"IIRO", "RAW"),
    (b"IIRS", "RAW"),
    (b"FOVb", "RAW"),
    (b"8BPS", "Photoshop"),
    (b"\xFF\x0A", "JPEG XL"),
    (b"\0\0\0\x0CJXL ", "JPEG XL"),
    (b"\0\0\0\x0CjP  ", "JPEG 2000"),
    (b"\0\0\x01\0", "ICO"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP/Office"),
];

/// What a file is that begins like no picture of the web.
pub(super) fn what(bytes: &[u8]) -> Unreadable {
    let known = KINDS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    match (bytes, known) {
        (_, Some((_, name))) => Unreadable::Foreign(name),
        // Two letters may begin a text; these zeros stand in every bitmap.
        ([b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..], _) => Unreadable::Foreign("BMP"),
        ([_, _, _, _, b'f', b't', b'y', b'p', b'c', b'r', b'x', b' ', ..], _) => Unreadable::Foreign("RAW"),
        ([_, _, _, _, b'f', b't', b'y', b'p', _, _, _, _, ..], _)
        | ([_, _, _, _, b'm', b'o', b'o', b'v', ..], _)
        | ([0x1A, 0x45, 0xDF, 0xA3, ..], _) => Unreadable::Film,
        _ => Unreadable::NotAPicture,
    }
}
