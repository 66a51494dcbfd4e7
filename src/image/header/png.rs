//! PNG (third edition): IHDR, and the chunks before the picture's data.

use super::{Header, be32, take};

/// Dimensions and alpha; an APNG of more than one frame is animated.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    if take(bytes, 12)? != *b"IHDR" {
        return None;
    }
    let mut header = Header::still(be32(bytes, 16)?, be32(bytes, 20)?);
    header.alpha = matches!(bytes.get(25)?, 4 | 6);
    let mut at = 33;
    while let (Some(length), Some(name)) = (be32(bytes, at), take::<4>(bytes, at + 4)) {
        match &name {
            b"tRNS" => header.alpha = true,
            b"acTL" => header.animated = be32(bytes, at + 8).is_some_and(|frames| frames > 1),
            b"IDAT" | b"IEND" => break,
            _ => {}
        }
        at = at.checked_add(length as usize)?.checked_add(12)?;
    }
    Some(header)
}
