//! What a picture is, from its header and metadata: no pixel is decoded.

use super::header::{self, Header};
use super::turn::Turn;
use super::{Format, Orientation, Picture, Unreadable, foreign, metadata};

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
    let format = header::format(bytes).ok_or_else(|| foreign::what(bytes))?;
    let header = header::read(format, bytes)?;
    let metadata = metadata(bytes);
    Ok(Picture {
        format,
        dimensions: upright(format, &header, metadata.orientation).dimensions(header.dimensions),
        alpha: header.alpha,
        animated: header.animated,
        credits: metadata.credits,
        private: metadata.private,
    })
}

/// How a picture of a format is to be turned.
pub(super) fn turn(format: Format, bytes: &[u8]) -> Result<Turn, Unreadable> {
    Ok(upright(format, &header::read(format, bytes)?, metadata(bytes).orientation))
}

/// The same, where header and metadata are known. AVIF's own properties are what counts there, not
/// EXIF (MIAF, ISO/IEC 23000-22, 7.3.6.7); in GIF and SVG, browsers look for none.
fn upright(format: Format, header: &Header, orientation: Orientation) -> Turn {
    header.turn.unwrap_or_else(|| match format {
        Format::Jpeg | Format::Png | Format::WebP => orientation.into(),
        _ => Turn::default(),
    })
}
