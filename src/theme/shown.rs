//! What is said of an article outside of its page, where no template speaks: photos with their words,
//! dates and events in a sentence.

use super::pictures::{ai_label, credits, plain};
use super::{PhotoWords, Scope, dates};
use crate::content::{Document, Event, Photo};
use crate::image::{Credits, Dimensions, Generated};
use crate::path::UrlPath;
use crate::routes::Shape;
use crate::time::Moment;

/// A photo of an article, ready to be shown elsewhere.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// Its largest size that every program can show.
    pub url: &'a UrlPath,
    /// Its pixels, where they are known.
    pub dimensions: Option<Dimensions>,
    /// A size for running text.
    pub plain_url: &'a UrlPath,
    /// What is to be seen.
    pub alt: &'a str,
    /// The caption.
    pub caption: &'a str,
    /// Who made it.
    pub credit: &'a str,
    /// How much of it a trained model has made, as its file says.
    pub generated: Option<Generated>,
    /// The file as it was taken, where it is offered.
    pub original: Option<&'a UrlPath>,
}

impl Scope {
    /// The photos of a document's front matter that are there.
    pub fn shown_photos<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = Shown<'a>> {
        document.front.photos.iter().filter_map(|photo| self.shown(document, photo))
    }

    fn shown<'a>(&'a self, document: &Document, photo: &'a Photo) -> Option<Shown<'a>> {
        let edition = self.edition();
        let found = edition.routes.pictures().of(document, photo)?;
        let media = edition.media.get(&found.file);
        let (url, dimensions) = found.routes.whole()?;
        let own = media.and_then(|media| media.picture.as_ref().ok()).map(|picture| picture.dimensions);
        let words = PhotoWords::of(photo, media.map(|media| &**media));
        let offered = self.config().images.originals.contains(&document.identity.kind);
        Some(Shown {
            url,
            dimensions: dimensions.or(own),
            plain_url: found.shape(Shape::Whole).and_then(plain).map_or(url, |size| &size.url),
            alt: words.alt,
            caption: words.caption,
            credit: words.credit,
            generated: credits(media.map(|media| &**media)).and_then(Credits::generated),
            original: found.routes.original.as_ref().filter(|_| offered),
        })
    }

    /// The words that label a picture made by a model.
    pub fn ai_text(&self, generated: Generated) -> &str {
        self.words().get(&format!("photo.ai_{}", ai_label(generated))).unwrap_or_default()
    }

    /// A date in words, with its time of day if it has one.
    pub fn date_text(&self, moment: &Moment) -> String {
        dates::sentence(moment, self.words(), &self.config().zone)
    }

    /// When an event takes place, whatever the day on which that is asked.
    pub fn event_text(&self, event: &Event) -> String {
        let times = [dates::when(event, self.words(), &self.config().zone), self.repeat(event).unwrap_or_default()];
        times.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(". ")
    }

    /// A size in words.
    pub fn size_text(&self, bytes: u64) -> String {
        dates::size(bytes, self.words())
    }
}
