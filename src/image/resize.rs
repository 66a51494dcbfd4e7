//! Making pictures smaller.
//!
//! Lanczos with three lobes, in integers: the same on every machine, whatever instructions it has.
//! Colours of transparent pixels don't bleed into their neighbours.

use super::raster::{Layout, Raster};
use super::{Dimensions, Unreadable};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

impl Area {
    /// All of a picture.
    pub fn all(of: Dimensions) -> Area {
        Area { x: 0.0, y: 0.0, width: of.width.into(), height: of.height.into() }
    }

    /// The same part of a picture that was made larger or smaller, and never beyond its edges.
    pub fn scaled(self, from: Dimensions, to: Dimensions) -> Area {
        let (width, height) = (f64::from(to.width), f64::from(to.height));
        let (across, down) = (width / f64::from(from.width), height / f64::from(from.height));
        let (x, y) = ((self.x * across).min(width), (self.y * down).min(height));
        Area { x, y, width: (self.width * across).min(width - x), height: (self.height * down).min(height - y) }
    }
}

/// A part of a picture in another size.
pub(super) fn resize(picture: &Raster, area: Area, size: Dimensions) -> Result<Raster, Unreadable> {
    let kind = match picture.layout {
        Layout::Grey => PixelType::U8,
        Layout::Rgb => PixelType::U8x3,
        Layout::Rgba | Layout::Cmyk => PixelType::U8x4,
    };
    let source = ImageRef::new(picture.size.width, picture.size.height, &picture.samples, kind);
    let mut target = Image::new(size.width, size.height, kind);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .crop(area.x, area.y, area.width, area.height)
        .use_alpha(picture.layout == Layout::Rgba);
    // Neither fails for a picture that is as large as it says.
    let source = source.map_err(|_| Unreadable::Damaged)?;
    Resizer::new().resize(&source, &mut target, &options).map_err(|_| Unreadable::Damaged)?;
    Ok(Raster { size, layout: picture.layout, samples: target.into_vec(), profile: picture.profile.clone() })
}
