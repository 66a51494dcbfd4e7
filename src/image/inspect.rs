//! What a picture is, from its header and metadata: no pixel is decoded.

use super::turn::Turn;
use super::{Format, Picture, Unreadable, header};

/// What a picture's header and metadata say.
///
/// # Errors
///
/// Where there is no picture, or its header can't be read to its end. That its pixels can be
/// decoded isn't known yet: [`develop`](super::develop) tells.
pub fn inspect(bytes: &[u8]) -> Result<Picture, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let format = header::format(bytes).ok_or(Unreadable::NotAPicture)?;
    let header = header::read(format, bytes)?;
    let metadata = super::metadata(bytes);
    Ok(Picture {
        format,
        dimensions: upright(format, bytes, header.turn).dimensions(header.dimensions),
        alpha: header.alpha,
        animated: header.animated,
        credits: metadata.credits,
        private: metadata.private,
    })
}

/// How a picture of a format is to be turned.
pub(super) fn turn(format: Format, bytes: &[u8]) -> Result<Turn, Unreadable> {
    Ok(upright(format, bytes, header::read(format, bytes)?.turn))
}

/// The same, where the header is known. AVIF's own properties are what counts there, not EXIF
/// (MIAF, ISO/IEC 23000-22, 7.3.6.7).
fn upright(format: Format, bytes: &[u8], own: Option<Turn>) -> Turn {
    own.unwrap_or_else(|| match format {
        Format::Jpeg | Format::Png | Format::WebP => Turn::from_exif(exif_orientation(bytes).unwrap_or(1)),
        _ => Turn::default(),
    })
}

/// The orientation in a JPEG's EXIF segment.
fn exif_orientation(bytes: &[u8]) -> Option<u16> {
    let start = bytes.windows(6).take(65_536).position(|six| six == b"Exif\0\0")? + 6;
    let tiff = bytes.get(start..)?;
    let little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..)?.first_chunk().copied()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long = |at: usize| {
        let (a, b) = (usize::from(short(at)?), usize::from(short(at + 2)?));
        Some(if little { b << 16 | a } else { a << 16 | b })
    };
    let directory = long(4)?;
    (0..usize::from(short(directory)?))
        .map(|n| directory + 2 + 12 * n)
        .find(|at| short(*at) == Some(0x0112))
        .and_then(|at| short(at + 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_no_picture() {
        assert_eq!(inspect(b""), Err(Unreadable::Empty));
        assert_eq!(inspect(b"Selamat pagi."), Err(Unreadable::NotAPicture));
        assert_eq!(inspect(b"<html><svg/></html>"), Err(Unreadable::NotAPicture));
        assert_eq!(inspect(b"\x89PNG\r\n\x1a\n"), Err(Unreadable::Damaged));
    }
}
