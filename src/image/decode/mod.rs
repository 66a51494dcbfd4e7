//! Files to pixels, as they are stored: not yet turned, in their own colours.

mod gif;
mod jpeg;
mod png;
mod webp;

use super::raster::Raster;
use super::{Format, Unreadable};

/// The pixels of a picture; of an animated one, those of its first frame.
pub(super) fn decode(format: Format, bytes: &[u8]) -> Result<Raster, Unreadable> {
    match format {
        Format::Jpeg => jpeg::decode(bytes),
        Format::Png => png::decode(bytes),
        Format::WebP => webp::decode(bytes),
        Format::Gif => gif::decode(bytes),
        Format::Avif | Format::Heic | Format::Svg => Err(Unreadable::Unsupported),
    }
}
