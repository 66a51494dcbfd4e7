//! Pictures with whose they are and how they may be used (schema.org ImageObject, after IPTC Photo
//! Metadata 2025.1).

use super::is_silent;
use super::license::{self, License};
use super::person::{self, Person};
use crate::config::Class;
use crate::content::{Document, Photo};
use crate::image::{Generated, share};
use crate::newsroom::{DocId, Entry, TermId};
use crate::path::{RelPath, UrlPath};
use crate::routes::{MediaFile, Shape};
use crate::source::STATIC;
use crate::theme::{PhotoWords, Scope};
use serde::Serialize;

/// What an article's first photo is cut to.
const RATIOS: [Shape; 3] = [Shape::Wide, Shape::Classic, Shape::Square];

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename = "ImageObject", rename_all = "camelCase")]
pub(super) struct Image {
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    content_url: String,
    #[serde(skip_serializing_if = "is_silent")]
    width: Option<Pixels>,
    #[serde(skip_serializing_if = "is_silent")]
    height: Option<Pixels>,
    #[serde(skip_serializing_if = "is_silent")]
    caption: String,
    #[serde(skip_serializing_if = "is_silent")]
    credit_text: String,
    #[serde(skip_serializing_if = "is_silent")]
    creator: Option<Creator>,
    #[serde(skip_serializing_if = "is_silent")]
    copyright_notice: String,
    #[serde(skip_serializing_if = "is_silent")]
    license: Option<License>,
    #[serde(skip_serializing_if = "is_silent")]
    acquire_license_page: String,
    #[serde(skip_serializing_if = "is_silent")]
    digital_source_type: Option<&'static str>,
}

/// A number of pixels (UN/CEFACT code E37): schema.org has no plain numbers for lengths.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "QuantitativeValue", rename_all = "camelCase")]
struct Pixels {
    value: u32,
    unit_code: &'static str,
}

impl Pixels {
    fn new(value: u32) -> Pixels {
        Pixels { value, unit_code: "E37" }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Creator {
    Person(Box<Person>),
    Organization(PlainOrganization),
}

/// Somebody of whom only a name is known.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Organization")]
struct PlainOrganization {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
}

impl Image {
    /// A picture of static/, such as the publisher's logo; none for no path.
    pub(super) fn at(scope: &Scope, path: &str) -> Option<Image> {
        let name = path.trim_start_matches('/');
        let file = RelPath::new(&format!("{STATIC}/{name}"));
        let picture = scope.edition().media.get(&file).and_then(|media| media.picture.as_ref().ok());
        let size = picture.map(|picture| (picture.dimensions.width, picture.dimensions.height));
        (!name.is_empty()).then(|| Image::sized(scope, &UrlPath::file(&RelPath::new(name)), size))
    }

    /// A photo in its largest size, with its words; none if the file is not there.
    pub(super) fn whole(scope: &Scope, entry: &Entry, photo: &Photo) -> Option<Image> {
        let (edition, document) = (scope.edition(), &entry.document);
        let found = edition.routes.pictures().of(document, photo)?;
        let media = edition.media.get(&found.file)?;
        let (url, dimensions) = found.routes.whole()?;
        let dimensions = dimensions.or(media.picture.as_ref().ok().map(|picture| picture.dimensions));
        let image = Image::sized(scope, url, dimensions.map(|size| (size.width, size.height)));
        Some(image.with_words(scope, entry, photo, media))
    }

    fn sized(scope: &Scope, url: &UrlPath, dimensions: Option<(u32, u32)>) -> Image {
        Image {
            url: scope.href(url),
            content_url: scope.href(url),
            width: dimensions.map(|(width, _)| Pixels::new(width)),
            height: dimensions.map(|(_, height)| Pixels::new(height)),
            ..Image::default()
        }
    }

    fn with_words(self, scope: &Scope, entry: &Entry, photo: &Photo, media: &MediaFile) -> Image {
        let words = PhotoWords::of(photo, Some(media));
        let credits = media.picture.as_ref().ok().map(|picture| &picture.credits);
        let of_file = credits.and_then(|credits| license::address(&credits.license)).map(License::Address);
        let maker = credits.map_or("", |credits| &credits.creator);
        Image {
            caption: words.caption.to_owned(),
            credit_text: words.credit.to_owned(),
            creator: creator(scope, entry, maker, words.credit),
            copyright_notice: credits.map(|credits| credits.copyright.to_string()).unwrap_or_default(),
            // What is said of the photo alone counts before what is said of the whole article.
            license: of_file.or_else(|| license::of(&entry.document.front.license)),
            acquire_license_page: scope.media_page_href().unwrap_or_default(),
            digital_source_type: credits.and_then(|credits| credits.generated()).map(Generated::schema),
            ..self
        }
    }
}

/// A document's pictures: the first in the three shapes that search engines ask for, then each of them
/// whole, with its words. Without any, the one that is drawn for where it is shared.
pub(super) fn of(scope: &Scope, id: DocId) -> Vec<Image> {
    let entry = scope.entry(id);
    let photos = &entry.document.front.photos;
    let mut images: Vec<Image> = photos.first().map(|photo| ratios(scope, &entry.document, photo)).unwrap_or_default();
    images.extend(photos.iter().filter_map(|photo| Image::whole(scope, entry, photo)));
    if images.is_empty() {
        let size = Some((share::WIDTH, share::HEIGHT));
        images.extend(scope.edition().routes.share(id).map(|url| Image::sized(scope, url, size)));
    }
    images
}

fn ratios(scope: &Scope, document: &Document, photo: &Photo) -> Vec<Image> {
    let Some(found) = scope.edition().routes.pictures().of(document, photo) else { return Vec::new() };
    let sizes = RATIOS.into_iter().filter_map(|shape| found.largest(shape));
    sizes.map(|size| Image::sized(scope, &size.url, Some((size.dimensions.width, size.dimensions.height)))).collect()
}

/// Who made a picture: whom its file names, else whom the credit names. A person of the register is
/// linked. Of others the file's maker is a person, unless it bears the publisher's name, and a credit is an
/// organisation's.
fn creator(scope: &Scope, entry: &Entry, maker: &str, credit: &str) -> Option<Creator> {
    let after_label = credit.split_once(": ").map_or(credit, |(_, name)| name);
    let name = if maker.is_empty() { after_label } else { maker };
    if name.is_empty() {
        return None;
    }
    Some(match registered(scope, entry, name) {
        Some(person) => Creator::Person(Box::new(person::named(scope, person))),
        None if maker.is_empty() || is_publisher(scope, name) => {
            Creator::Organization(PlainOrganization { name: name.to_owned() })
        }
        None => Creator::Person(Box::new(Person::called(name))),
    })
}

/// Whether a name is the publisher's or the site's, such as that of its newsroom.
fn is_publisher(scope: &Scope, name: &str) -> bool {
    let config = scope.config();
    let own = [&config.title, &config.publisher.name, &config.publisher.legal_name];
    own.into_iter().any(|own| !own.is_empty() && name.contains(&**own))
}

/// A person by name: one of those whom the document names, else one whose id is the name's.
fn registered(scope: &Scope, entry: &Entry, name: &str) -> Option<TermId> {
    let mut near = entry.authors.iter().chain(&entry.people).copied();
    near.find(|person| scope.term_name(*person) == name)
        .or_else(|| scope.edition().newsroom.find_term(Class::Person, name))
}
