//! Pictures at their addresses: which sizes are made of each, and what they are called.
//!
//! A picture's sizes follow from its header, its place in the newsroom and site.toml, so every
//! address is known before any pixel is looked at. It holds a digest of everything the bytes are
//! made from: what stands there never changes, and a host may let it be kept for ever.

use super::Media;
use super::media::resolve;
use crate::config::Images;
use crate::content::{Document, Photo};
use crate::digest::Digest;
use crate::image::{self, Crop, Dimensions, Encoding, Format, Picture, Rendition};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use std::collections::BTreeMap;

/// The part of a picture that a place shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// All of it.
    Whole,
    /// 16 to 9: cards.
    Wide,
    /// 4 to 3: structured data.
    Classic,
    /// A square: structured data.
    Square,
}

impl Shape {
    fn ratio(self) -> Option<(u32, u32)> {
        match self {
            Shape::Whole => None,
            Shape::Wide => Some((16, 9)),
            Shape::Classic => Some((4, 3)),
            Shape::Square => Some((1, 1)),
        }
    }
}

/// The widest that a card needs: half a desk's screen, at two pixels to one.
const CARD_WIDTH: u32 = 1200;
/// What search engines want at least across.
const DATA_WIDTH: u32 = 1200;

/// A size of a picture at its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its pixels.
    pub dimensions: Dimensions,
    /// Where it is.
    pub url: UrlPath,
}

/// A picture in one shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Every encoding, the smallest files first and the one that every browser shows last, with
    /// its sizes, the smallest first.
    pub encodings: Vec<(Encoding, Vec<Size>)>,
}

impl Sizes {
    /// Only the sizes of these widths; all if there would be none.
    pub fn among(&self, widths: &[u32]) -> Sizes {
        let wanted = |sizes: &[Size]| -> Vec<Size> {
            sizes.iter().filter(|size| widths.contains(&size.dimensions.width)).cloned().collect()
        };
        let encodings = self.encodings.iter().map(|(encoding, sizes)| match wanted(sizes) {
            none if none.is_empty() => (*encoding, sizes.clone()),
            some => (*encoding, some),
        });
        Sizes { encodings: encodings.collect() }
    }

    /// The largest of the encoding that every browser shows.
    pub fn fallback(&self) -> Option<&Size> {
        self.encodings.last()?.1.last()
    }
}

/// Where the sizes of one picture are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureRoutes {
    /// The file as it is but for what is private; for what is never resized, and for originals.
    pub original: Option<UrlPath>,
    shapes: Vec<(Shape, [u32; 2], Sizes)>,
}

impl PictureRoutes {
    /// The sizes in a shape around a point.
    pub fn shape(&self, shape: Shape, focus: [f32; 2]) -> Option<&Sizes> {
        let wanted = focus_key(shape, focus);
        self.shapes.iter().find(|(own, focus, _)| *own == shape && *focus == wanted).map(|(_, _, sizes)| sizes)
    }

    /// Where all of it is to be seen, as large as there is, with its pixels unless it is published
    /// as it is.
    pub fn whole(&self) -> Option<(&UrlPath, Option<Dimensions>)> {
        let largest = self.shape(Shape::Whole, [0.5, 0.5]).and_then(Sizes::fallback);
        let original = || self.original.as_ref().map(|url| (url, None));
        largest.map(|size| (&size.url, Some(size.dimensions))).or_else(original)
    }
}

fn focus_key(shape: Shape, focus: [f32; 2]) -> [u32; 2] {
    if shape == Shape::Whole { [0, 0] } else { focus.map(f32::to_bits) }
}

/// A photo of a document: its file, and where its sizes are.
#[derive(Clone, Debug)]
pub struct FoundPhoto<'a> {
    /// The file.
    pub file: RelPath,
    /// Every address of the picture.
    pub routes: &'a PictureRoutes,
    focus: [f32; 2],
}

impl<'a> FoundPhoto<'a> {
    /// Its sizes in a shape.
    pub fn shape(&self, shape: Shape) -> Option<&'a Sizes> {
        self.routes.shape(shape, self.focus)
    }

    /// Its sizes in the shape of cards, or whole where it is not cut.
    pub fn wide_or_whole(&self) -> Option<&'a Sizes> {
        self.shape(Shape::Wide).or_else(|| self.shape(Shape::Whole))
    }

    /// Its largest size in a shape, of those that every program can show.
    pub fn largest(&self, shape: Shape) -> Option<&'a Size> {
        self.shape(shape)?.fallback()
    }
}

/// One file to be made of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    /// The picture.
    pub source: RelPath,
    /// What is made of it.
    pub rendition: Rendition,
    /// Its name, which tells it from everything else that is made of the picture.
    pub name: Box<str>,
}

/// Everything that is made of pictures.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    by_file: BTreeMap<RelPath, PictureRoutes>,
    makings: Vec<Making>,
}

impl Pictures {
    /// Where a picture's sizes are.
    pub fn get(&self, file: &RelPath) -> Option<&PictureRoutes> {
        reads::note(|| Read::new(Of::Picture).file(file));
        self.by_file.get(file)
    }

    /// A photo of a document, if its file is there.
    pub fn of(&self, document: &Document, photo: &Photo) -> Option<FoundPhoto<'_>> {
        let file = resolve(&document.folder(), &photo.src.value)?;
        Some(FoundPhoto { routes: self.get(&file)?, file, focus: photo.focus })
    }

    /// What is made at a [`What::Rendition`](super::What::Rendition).
    pub fn making(&self, number: u32) -> Option<&Making> {
        self.makings.get(number as usize)
    }

    /// Every file that is made, those of one picture together.
    pub fn makings(&self) -> &[Making] {
        &self.makings
    }

    /// The routes of a picture, to be filled.
    pub(super) fn entry(&mut self, file: &RelPath) -> &mut PictureRoutes {
        if !self.by_file.contains_key(file) {
            self.by_file.insert(file.clone(), PictureRoutes::default());
        }
        self.by_file.entry(file.clone()).or_default()
    }

    /// Adds a shape of a picture, if it isn't there: `add` is told of each new address and the
    /// number of its making.
    pub(super) fn shape(
        &mut self,
        file: &RelPath,
        media: &Media,
        images: &Images,
        (shape, focus): (Shape, [f32; 2]),
        mut add: impl FnMut(UrlPath, u32) -> bool,
    ) {
        if self.get(file).is_some_and(|routes| routes.shape(shape, focus).is_some()) {
            return;
        }
        let Some(media) = media.get(file) else { return };
        let Some(picture) = media.picture.as_ref().ok().filter(|picture| is_resized(picture)) else { return };
        let crop = shape.ratio().map(|ratio| Crop { ratio, focus });
        let part = crop.map_or(((0, 0), picture.dimensions), |crop| crop.area(picture.dimensions));
        let digest = digest_of(&media.digest, part, images);
        let stem = stem(file);
        let mut encodings = Vec::new();
        for encoding in encodings_of(picture, images, shape) {
            let mut sizes = Vec::new();
            for width in widths_of(part.1, shape, &images.widths) {
                let rendition = Rendition { crop, width, encoding };
                let name = format!("{}.{width}.{}", digest.short(), encoding.extension());
                let url = UrlPath::file(&RelPath::new(&format!("images/{stem}.{name}")));
                let number = u32::try_from(self.makings.len()).unwrap_or(u32::MAX);
                if add(url.clone(), number) {
                    self.makings.push(Making { source: file.clone(), rendition, name: name.into() });
                }
                sizes.push(Size { dimensions: rendition.dimensions(picture.dimensions), url });
            }
            encodings.push((encoding, sizes));
        }
        self.entry(file).shapes.push((shape, focus_key(shape, focus), Sizes { encodings }));
    }
}

/// Whether sizes are made of a picture; drawings, animations and what can't be decoded are
/// published whole.
pub(crate) fn is_resized(picture: &Picture) -> bool {
    let is_opened = match picture.format {
        Format::Jpeg | Format::Png | Format::WebP | Format::Gif => true,
        Format::Avif => image::AVIF,
        Format::Heic | Format::Svg => false,
    };
    is_opened && !picture.animated
}

/// What the bytes of a part of a picture are made from.
fn digest_of(source: &Digest, ((x, y), part): ((u32, u32), Dimensions), images: &Images) -> Digest {
    let image::Quality { jpeg, webp, avif } = images.quality;
    let Dimensions { width, height } = part;
    let version = image::VERSION;
    Digest::of(format!("{source} {x},{y} {width}x{height} q{jpeg},{webp},{avif} v{version}").as_bytes())
}

/// The encodings a shape is made in, the smallest files first.
fn encodings_of(picture: &Picture, images: &Images, shape: Shape) -> Vec<Encoding> {
    let plain = if picture.alpha { Encoding::Png } else { Encoding::Jpeg };
    match shape {
        Shape::Whole | Shape::Wide if images.avif && image::AVIF => vec![Encoding::Avif, Encoding::WebP, plain],
        Shape::Whole | Shape::Wide => vec![Encoding::WebP, plain],
        Shape::Classic | Shape::Square => vec![plain],
    }
}

/// The widths a part is made in: those that were asked for and that it has, and its own if it is
/// smaller than the largest of them.
fn widths_of(part: Dimensions, shape: Shape, asked: &[u32]) -> Vec<u32> {
    let most = match shape {
        Shape::Whole => u32::MAX,
        Shape::Wide => CARD_WIDTH,
        Shape::Classic | Shape::Square => return vec![part.width.min(DATA_WIDTH)],
    };
    let asked: Vec<u32> = match asked.iter().copied().filter(|width| *width <= most).collect::<Vec<_>>() {
        none if none.is_empty() => vec![most.min(asked.first().copied().unwrap_or(most))],
        some => some,
    };
    let mut widths: Vec<u32> = asked.iter().copied().filter(|width| *width < part.width).collect();
    if widths.len() < asked.len() {
        widths.push(part.width);
    }
    widths
}

/// The address of a picture that is published as it is.
pub(super) fn original_url(path: &RelPath, digest: &Digest, format: Option<Format>) -> UrlPath {
    let extension = match format {
        Some(format) => format.extension().to_owned(),
        None => path.extension().unwrap_or_else(|| "bin".to_owned()),
    };
    UrlPath::file(&RelPath::new(&format!("images/{}.{}.{extension}", stem(path), digest.short())))
}

/// A picture's name in addresses.
fn stem(path: &RelPath) -> String {
    let name = path.file_name();
    let slug = crate::path::slugify(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    if slug.is_empty() { "foto".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: [u32; 4] = [480, 800, 1200, 1600];

    fn widths(width: u32, shape: Shape) -> Vec<u32> {
        widths_of(Dimensions { width, height: 1000 }, shape, &ASKED)
    }

    #[test]
    fn a_picture_is_never_scaled_up() {
        assert_eq!(widths(6000, Shape::Whole), [480, 800, 1200, 1600]);
        assert_eq!(widths(1600, Shape::Whole), [480, 800, 1200, 1600]);
        assert_eq!(widths(1000, Shape::Whole), [480, 800, 1000]);
        assert_eq!(widths(300, Shape::Whole), [300]);
        assert_eq!(widths(6000, Shape::Wide), [480, 800, 1200]);
        assert_eq!(widths(700, Shape::Wide), [480, 700]);
        assert_eq!(widths(6000, Shape::Square), [1200]);
        assert_eq!(widths(90, Shape::Classic), [90]);
    }

    #[test]
    fn widths_that_suit_no_card_give_a_card_all_the_same() {
        assert_eq!(widths_of(Dimensions { width: 4000, height: 3000 }, Shape::Wide, &[2000]), [1200]);
    }
}
