//! What stands in a picture's file beside the picture: read, taken out, put in.
//!
//! Everything is told from a file's content, never from its name. Only what is known to be
//! harmless may stay in a file that is published as it is; the pixels stay as they are, byte for
//! byte. No input, however broken, may panic or be published with what is private in it.

mod bytes;
mod container;
mod edits;
mod found;
mod kind;
mod orientation;
mod standard;
mod text;

#[cfg(feature = "avif")]
pub(super) use container::items::Items;
pub use orientation::Orientation;

use super::{Credits, Encoding, Private};
use container::{gif, heif, jpeg, movie, pdf, png, svg, tiff, webp};
use found::Found;
use kind::{Kind, kind};
use std::borrow::Cow;

/// What a picture's metadata say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// How its pixels are to be turned. AVIF and HEIC have properties for that, which count there
    /// instead (ISO/IEC 23000-22, 7.3.6.7): for them it is upright.
    pub orientation: Orientation,
    /// Whose it is and what it shows: XMP, else IIM, else EXIF, value by value.
    pub credits: Credits,
    /// What nobody may publish.
    pub private: Private,
}

/// Why a file can't be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unscrubbable {
    /// It is damaged, and what is private may stand anywhere in it.
    Damaged,
    /// It is of a kind that may hold private metadata in ways that warta doesn't know.
    Unsupported,
    /// It holds private metadata, and a digital signature that wouldn't survive their removal.
    Signed,
}

/// What a picture's metadata say, as far as they can be read; nothing for a file that has none.
pub fn metadata(bytes: &[u8]) -> Metadata {
    let mut found = Found::default();
    match kind(bytes) {
        Some(Kind::Jpeg) => jpeg::read(bytes, &mut found),
        Some(Kind::Png) => png::read(bytes, &mut found),
        Some(Kind::WebP) => webp::read(bytes, &mut found),
        Some(Kind::Gif) => gif::read(bytes, &mut found),
        Some(Kind::Tiff) => tiff::read(bytes, &mut found),
        Some(Kind::Heif) => heif::read(bytes, &mut found),
        Some(Kind::Movie) => movie::read(bytes, &mut found),
        Some(Kind::Svg) => svg::read(bytes, &mut found),
        Some(Kind::Pdf | Kind::Foreign) | None => {}
    }
    Metadata { orientation: found.orientation.unwrap_or_default(), credits: found.credits(), private: found.private }
}

/// A file as it may be published: without places, serial numbers, owners, makers' notes, thumbnails
/// and whatever else isn't known to be harmless, with its credits and its orientation. The pixels
/// stay as they are. A file that has nothing private in it, and one of a kind that can't have, stays
/// as it is.
///
/// # Errors
///
/// Where something private may remain: the file must not be published.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    match kind(bytes) {
        Some(Kind::Jpeg) => jpeg::scrub(bytes),
        Some(Kind::Png) => png::scrub(bytes),
        Some(Kind::WebP) => webp::scrub(bytes),
        Some(Kind::Gif) => gif::scrub(bytes),
        Some(Kind::Tiff) => tiff::scrub(bytes),
        Some(Kind::Heif) => heif::scrub(bytes),
        Some(Kind::Movie) => movie::scrub(bytes),
        Some(Kind::Svg) => svg::scrub(bytes),
        Some(Kind::Pdf) => pdf::scrub(bytes),
        Some(Kind::Foreign) => Err(Unscrubbable::Unsupported),
        None => Ok(Cow::Borrowed(bytes)),
    }
}

/// A freshly encoded picture with its credits; as it is if there are none.
pub fn embed(encoded: Vec<u8>, encoding: Encoding, credits: &Credits) -> Vec<u8> {
    if credits.is_empty() {
        return encoded;
    }
    let file = match encoding {
        Encoding::Jpeg => jpeg::embed(&encoded, credits),
        Encoding::Png => png::embed(&encoded, credits),
        Encoding::WebP => webp::embed(&encoded, credits),
        Encoding::Avif => heif::embed(&encoded, credits),
    };
    file.unwrap_or(encoded)
}

#[cfg(test)]
mod tests;
