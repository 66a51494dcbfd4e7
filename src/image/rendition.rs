//! One size of a picture: which part, how wide, in which encoding.

use super::Dimensions;

/// How a picture's bytes are encoded for browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    /// AVIF: the smallest, and slow to make.
    Avif,
    /// WebP: small, with transparency.
    WebP,
    /// JPEG: for every browser and desk there is; no transparency.
    Jpeg,
    /// PNG, without loss: for every browser, where there is transparency.
    Png,
}

impl Encoding {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Encoding::Avif => "avif",
            Encoding::WebP => "webp",
            Encoding::Jpeg => "jpg",
            Encoding::Png => "png",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Encoding::Avif => "image/avif",
            Encoding::WebP => "image/webp",
            Encoding::Jpeg => "image/jpeg",
            Encoding::Png => "image/png",
        }
    }
}

/// The part of a picture that is kept: the largest of a shape that has `focus` as near to its
/// middle as the picture's edges allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// Width to height, such as 16 to 9.
    pub ratio: (u32, u32),
    /// The point that must stay, as fractions of width and height from the upper left corner.
    pub focus: [f32; 2],
}

/// One size of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rendition {
    /// The part; none for the whole.
    pub crop: Option<Crop>,
    /// Pixels across, never more than the part has.
    pub width: u32,
    /// How it is encoded.
    pub encoding: Encoding,
}

impl Crop {
    /// The part that is kept of a picture: its left and upper edge, and its size. At least one pixel.
    pub fn area(&self, of: Dimensions) -> ((u32, u32), Dimensions) {
        let (w, h) = (u64::from(of.width.max(1)), u64::from(of.height.max(1)));
        let (rw, rh) = (u64::from(self.ratio.0.max(1)), u64::from(self.ratio.1.max(1)));
        let (cw, ch) = if w * rh > h * rw { (h * rw / rh, h) } else { (w, w * rh / rw) };
        let (cw, ch) = (cw.max(1), ch.max(1));
        let edge = |focus: f32, whole: u64, part: u64| {
            let wanted = f64::from(focus.clamp(0.0, 1.0)) * whole as f64 - part as f64 / 2.0;
            wanted.round().clamp(0.0, (whole - part) as f64) as u32
        };
        let place = (edge(self.focus[0], w, cw), edge(self.focus[1], h, ch));
        (place, Dimensions { width: cw as u32, height: ch as u32 })
    }
}

impl Rendition {
    /// Its size, made of a picture of a size.
    pub fn dimensions(&self, of: Dimensions) -> Dimensions {
        let part = self.crop.map_or(of, |crop| crop.area(of).1);
        let width = self.width.clamp(1, part.width.max(1));
        let height = u64::from(width) * u64::from(part.height) + u64::from(part.width) / 2;
        Dimensions { width, height: ((height / u64::from(part.width.max(1))) as u32).max(1) }
    }
}

/// How much of a picture each encoding keeps, from 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quality {
    /// For JPEG.
    pub jpeg: u8,
    /// For WebP.
    pub webp: u8,
    /// For AVIF.
    pub avif: u8,
}

/// A picture's mean colour, coarsely: what stands in its place until it is there. Each of red,
/// green and blue from 0 to 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tone(pub [u8; 3]);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PHOTO: Dimensions = Dimensions { width: 6000, height: 4000 };

    #[test]
    fn a_crop_keeps_what_matters_near_its_middle() {
        let wide = |focus| Crop { ratio: (16, 9), focus }.area(PHOTO);
        assert_eq!(wide([0.5, 0.5]), ((0, 313), Dimensions { width: 6000, height: 3375 }));
        assert_eq!(wide([0.5, 0.0]).0, (0, 0));
        assert_eq!(wide([0.5, 1.0]).0, (0, 625));
        let square = Crop { ratio: (1, 1), focus: [0.2, 0.5] }.area(PHOTO);
        assert_eq!(square, ((0, 0), Dimensions { width: 4000, height: 4000 }));
    }

    #[test]
    fn a_rendition_keeps_the_shape_and_is_never_scaled_up() {
        let whole = |width| Rendition { crop: None, width, encoding: Encoding::WebP }.dimensions(PHOTO);
        assert_eq!(whole(480), Dimensions { width: 480, height: 320 });
        assert_eq!(whole(9000), PHOTO);
    }

    proptest! {
        #[test]
        fn a_crop_lies_within_its_picture(
            width in 1u32..40_000, height in 1u32..40_000,
            ratio in (1u32..30, 1u32..30), focus in [-1f32..2.0, -1f32..2.0], wanted in 1u32..5000,
        ) {
            let of = Dimensions { width, height };
            let crop = Crop { ratio, focus };
            let ((x, y), part) = crop.area(of);
            prop_assert!(part.width >= 1 && part.height >= 1);
            prop_assert!(x + part.width <= width && y + part.height <= height);
            let size = Rendition { crop: Some(crop), width: wanted, encoding: Encoding::Jpeg }.dimensions(of);
            prop_assert!(size.width <= part.width && size.height >= 1);
        }
    }
}
