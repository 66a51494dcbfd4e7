//! Pictures: bytes in, facts or bytes out.
//!
//! The header and the metadata tell what there is to know without decoding; a picture is decoded
//! once and every size that is wanted is made from that; what is published as it is loses what is
//! private. Nothing here knows documents, addresses or the disk, and the same bytes give the same
//! bytes on every machine.

mod colour;
mod credits;
mod decode;
mod develop;
mod encode;
mod foreign;
mod header;
mod inspect;
mod metadata;
mod raster;
mod rendition;
mod resize;
pub mod share;
mod svg;
#[cfg(test)]
mod tests;
mod turn;

pub use credits::{Credits, Generated, Private};
pub use develop::{Developed, VERSION, develop};
pub use inspect::inspect;
pub use metadata::{Metadata, Orientation, Unscrubbable, embed, metadata, scrub};
pub use rendition::{Crop, Encoding, Quality, Rendition, Tone};
pub use svg::{SvgFault, SvgRisk, check_svg};

/// Whether this program makes and opens AVIF: without the feature `avif`, none is made, and AVIF
/// photos are published as they are.
pub const AVIF: bool = cfg!(feature = "avif");

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dimensions {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Dimensions {
    /// How many pixels there are.
    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// What kind of picture a file is, told from its bytes and never from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG: photos.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// AVIF.
    Avif,
    /// SVG: drawings.
    Svg,
    /// HEIC, as iPhones save it. No browser but one shows it.
    Heic,
}

impl Format {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Jpeg => "jpg",
            Format::Png => "png",
            Format::WebP => "webp",
            Format::Gif => "gif",
            Format::Avif => "avif",
            Format::Svg => "svg",
            Format::Heic => "heic",
        }
    }

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Format::Jpeg => "JPEG",
            Format::Png => "PNG",
            Format::WebP => "WebP",
            Format::Gif => "GIF",
            Format::Avif => "AVIF",
            Format::Svg => "SVG",
            Format::Heic => "HEIC",
        }
    }
}

/// What a picture's header and metadata say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is.
    pub format: Format,
    /// As it is shown: after its EXIF orientation.
    pub dimensions: Dimensions,
    /// Whether pixels may be transparent.
    pub alpha: bool,
    /// Whether it moves.
    pub animated: bool,
    /// Whose it is and what it shows, as the file itself says.
    pub credits: Credits,
    /// What the file says that nobody may publish.
    pub private: Private,
}

/// Why a file can't be shown as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no bytes.
    Empty,
    /// It is no picture of a kind that warta knows.
    NotAPicture,
    /// It is of a kind that isn't shown on the web, which has this name.
    Foreign(&'static str),
    /// It is a film.
    Film,
    /// It is damaged or cut short.
    Damaged,
    /// It is well, but of a variant that warta can't decode.
    Unsupported,
}

/// The dimensions of a picture, from its header; none if it is no picture that warta knows.
pub fn probe(bytes: &[u8]) -> Option<Dimensions> {
    let size = imagesize::blob_size(bytes).ok()?;
    let dimension = |n: usize| u32::try_from(n).ok().filter(|n| *n > 0);
    Some(Dimensions { width: dimension(size.width)?, height: dimension(size.height)? })
}
