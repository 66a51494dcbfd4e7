//! What templates see of pictures: the sizes a browser may choose from.

use super::{Scope, dates, map};
use crate::content::{Document, Photo};
use crate::image::{Credits, Encoding, Generated, Tone};
use crate::path::RelPath;
use crate::routes::{MediaFile, Shape, Size, Sizes};
use tera::Value;

/// About what a browser without `srcset` should load.
const PLAIN_WIDTH: u32 = 800;

/// The words beside a picture.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PhotoWords<'a> {
    /// What is to be seen.
    pub alt: &'a str,
    /// The caption.
    pub caption: &'a str,
    /// Who made it.
    pub credit: &'a str,
}

impl<'a> PhotoWords<'a> {
    /// The editor's words about a photo; where there are none, those in its file.
    pub fn of(photo: &'a Photo, media: Option<&'a MediaFile>) -> PhotoWords<'a> {
        PhotoWords { alt: &photo.alt, caption: &photo.caption, credit: &photo.credit }.filled(media)
    }

    fn filled(self, media: Option<&'a MediaFile>) -> PhotoWords<'a> {
        let Some(credits) = credits(media) else { return self };
        let or = |own: &'a str, file: &'a str| if own.is_empty() { file } else { own };
        PhotoWords {
            alt: or(self.alt, &credits.alt),
            caption: or(self.caption, &credits.description),
            credit: or(self.credit, credits.line()),
        }
    }
}

pub(super) fn credits(media: Option<&MediaFile>) -> Option<&Credits> {
    media.and_then(|media| media.picture.as_ref().ok()).map(|picture| &picture.credits)
}

/// What a place in a page shows of a picture.
#[derive(Clone, Copy, Debug)]
struct Place<'a> {
    shape: Shape,
    focus: [f32; 2],
    widths: Option<&'a [u32]>,
}

impl Scope {
    /// A photo of a document's front matter in a shape.
    pub(super) fn photo(&self, document: &Document, photo: &Photo, shape: Shape) -> Value {
        let path = crate::routes::resolve(&document.folder(), &photo.src.value);
        let own = PhotoWords { alt: &photo.alt, caption: &photo.caption, credit: &photo.credit };
        let place = Place { shape, focus: photo.focus, widths: None };
        self.picture_in(path.as_ref(), &photo.src.value, own, place)
    }

    /// A picture by its file, of its sizes only those that are among `widths`.
    pub(super) fn picture(&self, path: Option<&RelPath>, src: &str, widths: Option<&[u32]>) -> Value {
        let place = Place { shape: Shape::Whole, focus: [0.5, 0.5], widths };
        self.picture_in(path, src, PhotoWords::default(), place)
    }

    fn picture_in(&self, path: Option<&RelPath>, src: &str, words: PhotoWords<'_>, place: Place<'_>) -> Value {
        let edition = self.edition();
        let routes = path.and_then(|path| edition.routes.pictures().get(path));
        let media = path.and_then(|path| edition.media.get(path));
        let sizes = routes.and_then(|routes| routes.shape(place.shape, place.focus));
        let chosen = sizes.zip(place.widths).map(|(sizes, widths)| sizes.among(widths));
        let sizes = chosen.as_ref().or(sizes);
        let original = routes.and_then(|routes| routes.original.as_ref());
        let largest = sizes.and_then(Sizes::fallback);
        let plain = sizes.and_then(plain).map(|size| &size.url).or(original);
        let dimensions = largest.map(|size| size.dimensions);
        let dimensions = dimensions.or_else(|| media?.picture.as_ref().ok().map(|picture| picture.dimensions));
        let media_file = media.map(|media| &**media);
        let words = words.filled(media_file);
        let (better, fallback) = sizes.map(|sizes| self.srcsets(sizes)).unwrap_or_default();
        map! {
            "src" => src,
            "url" => plain.map(|url| self.href(url)).unwrap_or_default(),
            "large_url" => largest.map(|size| &size.url).or(original).map(|url| self.href(url)).unwrap_or_default(),
            "width" => dimensions.map_or(0, |d| d.width),
            "height" => dimensions.map_or(0, |d| d.height),
            "sources" => Value::from(better),
            "srcset" => fallback,
            "tone" => media.and_then(|media| media.tone.get()).map(tone).unwrap_or_default(),
            "alt" => words.alt,
            "caption" => words.caption,
            "credit" => words.credit,
            "ai" => ai(media_file),
        }
    }

    /// The encodings a browser may prefer, and the one that every browser shows.
    fn srcsets(&self, sizes: &Sizes) -> (Vec<Value>, String) {
        let Some(((_, last), better)) = sizes.encodings.split_last() else { return Default::default() };
        let source = |(encoding, sizes): &(Encoding, Vec<Size>)| {
            map! { "type" => encoding.media_type(), "srcset" => self.srcset(sizes) }
        };
        (better.iter().map(source).collect(), self.srcset(last))
    }

    fn srcset(&self, sizes: &[Size]) -> String {
        let mut srcset = String::with_capacity(sizes.len() * 64);
        for size in sizes {
            if !srcset.is_empty() {
                srcset.push_str(", ");
            }
            srcset.push_str(&self.href(&size.url));
            srcset.push_str(&format!(" {}w", size.dimensions.width));
        }
        srcset
    }

    /// The file of a photo as it was taken, if it is offered; none otherwise.
    pub(super) fn original(&self, document: &Document, photo: &Photo) -> Value {
        let offered = self.config().images.originals.contains(&document.identity.kind);
        let photo = self.edition().routes.pictures().of(document, photo).filter(|_| offered);
        let found =
            photo.and_then(|found| Some((self.edition().media.get(&found.file)?, found.routes.original.as_ref()?)));
        let Some((media, url)) = found else { return Value::none() };
        let dimensions = media.picture.as_ref().ok().map(|picture| picture.dimensions);
        map! {
            "url" => self.href(url),
            "width" => dimensions.map_or(0, |d| d.width),
            "height" => dimensions.map_or(0, |d| d.height),
            "type" => media.picture.as_ref().map_or("", |picture| picture.format.name()),
            "size_text" => dates::size(media.size, self.words()),
        }
    }
}

/// Whether a model has made a picture: `made`, `edited`, or nothing.
fn ai(media: Option<&MediaFile>) -> &'static str {
    credits(media).and_then(Credits::generated).map_or("", ai_label)
}

/// The word for how much of a picture a model has made.
pub(super) fn ai_label(generated: Generated) -> &'static str {
    match generated {
        Generated::Wholly => "made",
        Generated::Edited | Generated::Composed => "edited",
    }
}

/// The size for browsers that can't choose.
pub(super) fn plain(sizes: &Sizes) -> Option<&Size> {
    let of_all = &sizes.encodings.last()?.1;
    of_all.iter().find(|size| size.dimensions.width >= PLAIN_WIDTH).or(of_all.last())
}

/// A tone as the name of a class.
fn tone(tone: &Tone) -> String {
    let [red, green, blue] = tone.0;
    format!("tone-{red}{green}{blue}")
}
