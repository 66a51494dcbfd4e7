//! WebP (RFC 9649): the first chunk.

use super::{Header, le16, le32, take};

/// Dimensions, alpha and animation.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let kind: [u8; 4] = take(bytes, 12)?;
    let body = bytes.get(20..)?;
    let mut header;
    match &kind {
        b"VP8X" => {
            let flags = *body.first()?;
            let less_one = |at: usize| Some(le16(body, at)? | u32::from(*body.get(at + 2)?) << 16);
            header = Header::still(less_one(4)? + 1, less_one(7)? + 1);
            header.alpha = flags & 0x10 != 0;
            header.animated = flags & 0x02 != 0;
        }
        b"VP8L" if *body.first()? == 0x2F => {
            let bits = le32(body, 1)?;
            header = Header::still((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            header.alpha = bits >> 28 & 1 == 1;
        }
        b"VP8 " if take(body, 3)? == [0x9D, 0x01, 0x2A] => {
            header = Header::still(le16(body, 6)? & 0x3FFF, le16(body, 8)? & 0x3FFF);
        }
        _ => return None,
    }
    Some(header)
}
