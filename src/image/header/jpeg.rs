//! JPEG (ITU-T T.81, annex B): the frame header behind the application segments.

use super::{Header, be16};

/// The first frame's dimensions. A height that is only told after the first scan (DNL) isn't read.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let mut at = 2;
    loop {
        // What stands between segments is skipped, as decoders do; so are fill bytes.
        let marker = match bytes.get(at..at + 2)? {
            [0xFF, marker] if !matches!(marker, 0x00 | 0xFF) => *marker,
            _ => {
                at += 1;
                continue;
            }
        };
        at += 2;
        match marker {
            // Start of frame: length, precision, height, width. C4, C8 and CC are tables.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some(Header::still(be16(bytes, at + 5)?, be16(bytes, at + 3)?));
            }
            // The picture's data begin, or end, before there was a frame.
            0xD9 | 0xDA => return None,
            // Without a length.
            0x01 | 0xD0..=0xD8 => {}
            _ => at += (be16(bytes, at)? as usize).max(2),
        }
    }
}
