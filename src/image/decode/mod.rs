//! Files to pixels, as they are stored: not yet turned, in their own colours.

#[cfg(feature = "avif")]
mod avif;
mod gif;
mod jpeg;
mod png;
mod webp;

use super::raster::Raster;
use super::{Dimensions, Format, Unreadable};

/// Every pixel.
pub(super) const ALL: u32 = u32::MAX;

/// The pixels of a picture; of an animated one, those of its first frame. Where the format makes
/// that cheaper, there are fewer of them, but no fewer than `least` on the shorter side.
pub(super) fn decode(format: Format, bytes: &[u8], least: u32) -> Result<Raster, Unreadable> {
    match format {
        Format::Jpeg => jpeg::decode(bytes, least),
        Format::Png => png::decode(bytes),
        Format::WebP => webp::decode(bytes),
        Format::Gif => gif::decode(bytes),
        #[cfg(feature = "avif")]
        Format::Avif => avif::decode(bytes),
        #[cfg(not(feature = "avif"))]
        Format::Avif => Err(Unreadable::Unsupported),
        Format::Heic | Format::Svg => Err(Unreadable::Unsupported),
    }
}

/// The dimensions of what [`decode`] makes of a picture.
pub(super) fn reduced(format: Format, size: Dimensions, least: u32) -> Dimensions {
    match format {
        Format::Jpeg => jpeg::reduced(size, least),
        _ => size,
    }
}
