//! Share images: the pictures that networks and messengers show for a link.
//!
//! A theme's template writes an SVG drawing, for which [`wrap`] breaks headlines into lines, and
//! [`draw`] makes its pixels: `lettering` turns its text into outlines of the typefaces that come
//! with the binary, as `shape` places them; resvg paints them; `encode` packs the pixels. Nothing
//! here reads fonts of the system or follows an address, so the same drawing gives the same bytes on
//! every machine.

mod breaks;
mod encode;
mod fonts;
mod lettering;
mod shape;
#[cfg(test)]
mod tests;
mod wrap;

pub use fonts::Weight;
pub use wrap::{Wrapped, wrap};

use super::{Encoding, Unreadable, colour, decode, inspect};
use crate::diagnostic::Text;
use crate::text;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};
use std::sync::Arc;

/// Pixels across: what Facebook, X, LinkedIn and WhatsApp ask for.
pub const WIDTH: u32 = 1200;

/// Pixels down.
pub const HEIGHT: u32 = 630;

/// Changes when the same drawing gives other bytes.
pub const VERSION: &str = if cfg!(feature = "scripts") { "1" } else { "1, Latin letters alone" };

/// The address by which a drawing shows the photo; no other is ever followed.
pub const PHOTO: &str = "photo";

/// Why a drawing gives no picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It is no well-formed XML: where (counting from 1) and why.
    Syntax {
        /// The line.
        line: u32,
        /// The character in it.
        column: u32,
        /// What the parser says, in English.
        words: String,
    },
    /// It is XML, but no drawing, for this reason in English.
    Drawing(String),
    /// It is a drawing of this width and height.
    Size(f32, f32),
    /// The photo can't be decoded.
    Photo(Unreadable),
    /// Share images are PNG or JPEG.
    Encoding(Encoding),
    /// The pixels can't be encoded, for this reason in English.
    Pixels(String),
}

impl Fault {
    /// What is wrong.
    pub fn text(&self) -> Text {
        match self {
            Fault::Syntax { line, column, words } => text!(
                "SVG tidak dapat dibaca di baris {line}, kolom {column}: {words}",
                "the SVG can't be read at line {line}, column {column}: {words}"
            ),
            Fault::Drawing(words) => text!("SVG bukan gambar: {words}", "the SVG is no drawing: {words}"),
            Fault::Size(width, height) => text!(
                "gambar berbagi harus 1200 × 630, bukan {width} × {height}",
                "a share image must be 1200 × 630, not {width} × {height}"
            ),
            Fault::Photo(_) => {
                text!("foto untuk gambar berbagi tidak dapat dibaca", "the photo for the share image can't be read")
            }
            Fault::Encoding(encoding) => {
                let extension = encoding.extension();
                text!(
                    "gambar berbagi dibuat sebagai PNG atau JPEG, bukan {extension}",
                    "share images are made as PNG or JPEG, not {extension}"
                )
            }
            Fault::Pixels(words) => {
                text!("gambar berbagi tidak dapat disimpan: {words}", "the share image can't be encoded: {words}")
            }
        }
    }
}

/// Draws a share image: the source of an SVG drawing of 1200 by 630 to the bytes of a PNG or JPEG.
/// `photo` is an encoded picture, which the drawing shows with `<image href="photo"/>`.
///
/// # Errors
///
/// When the source is no drawing of that size, or the photo can't be read.
pub fn draw(svg: &str, photo: Option<&[u8]>, encoding: Encoding) -> Result<Vec<u8>, Fault> {
    let svg: String = svg.chars().filter(|c| is_xml(*c)).collect();
    let document = roxmltree::Document::parse(&svg).map_err(|error| {
        let at = error.pos();
        Fault::Syntax { line: at.row, column: at.col, words: error.to_string() }
    })?;
    let outlined = lettering::outlined(&svg, &document);
    let photo = photo.map(opened).transpose().map_err(Fault::Photo)?.map(Arc::new);
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(move |href, _| photo.clone().filter(|_| href == PHOTO).map(ImageKind::PNG)),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(&outlined, &options).map_err(|error| Fault::Drawing(error.to_string()))?;
    let size = tree.size();
    if (size.width(), size.height()) != (WIDTH as f32, HEIGHT as f32) {
        return Err(Fault::Size(size.width(), size.height()));
    }
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| Fault::Size(size.width(), size.height()))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    match encoding {
        Encoding::Png => encode::png(&pixels),
        Encoding::Jpeg => encode::jpeg(&pixels),
        Encoding::WebP | Encoding::Avif => Err(Fault::Encoding(encoding)),
    }
}

/// A photo without loss, quick to write and to read: resvg's own decoder of JPEG shows green stripes
/// where a file stores each colour by itself.
fn opened(photo: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let pixels = colour::srgb(decode::decode(inspect(photo)?.format, photo, decode::ALL)?);
    super::encode::png(&pixels, png::Compression::NoCompression)
}

/// Whether XML allows a character at all (XML 1.0, section 2.2).
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
