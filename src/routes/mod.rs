//! Every output before any is made: what stands at which address.
//!
//! A route says *what* is to be rendered, never how. Addresses come from site.toml's permalinks and
//! from the model alone, so they are the same on every machine; two things at one address are a
//! finding that names both places. May not look at templates or render anything.

mod answers;
mod build;
mod calendars;
mod edition;
mod feeds;
mod listings;
mod media;
mod media_page;
mod names;
mod outlets;
mod pictures;
mod redirects;
mod search;
mod sitemaps;
mod translations;

pub use build::{Offers, Origin};
pub use edition::Edition;
pub use feeds::{Feed, Format, Subject, list_url};
pub use media::{FileReference, Media, MediaFile, differ_in_text_alone, references};
pub(crate) use media::{is_document, resolve};
pub use outlets::{Carried, Form, Outlet};
pub(crate) use pictures::is_resized;
pub use pictures::{FoundPhoto, Making, PictureRoutes, Pictures, Shape, Size, Sizes};
pub use redirects::{Redirect, Rules};
pub(crate) use search::{INDEX, is_of_search, records};
pub use search::{SearchFile, SearchPart};

use crate::config::{Class, KindId, Lang};
use crate::content::Document;
use crate::diagnostic::Diagnostic;
use crate::newsroom::{DocId, TermId};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use rustc_hash::FxHashMap;

/// An index into [`Routes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RouteId(pub u32);

/// One output.
#[derive(Clone, Debug)]
pub struct Route {
    /// Its address.
    pub url: UrlPath,
    /// What stands there.
    pub what: What,
}

/// What stands at an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A language's front page.
    Home(Lang),
    /// A document.
    Document(DocId),
    /// A page of a kind's listing.
    List(Lang, KindId, Page),
    /// All units, people or topics.
    Terms(Lang, Class),
    /// A page of a unit, person or topic.
    Term(Lang, TermId, Page),
    /// All years and months.
    Archive(Lang),
    /// A page of a year (month 0) or a month.
    Period(Lang, i16, i8, Page),
    /// A page of the corrected and withdrawn articles.
    Corrections(Lang, Page),
    /// A page of the articles that are paid for.
    Sponsored(Lang, Page),
    /// The page for journalists.
    MediaPage(Lang),
    /// The search page.
    SearchPage(Lang),
    /// What a host serves for an address that does not exist.
    NotFound,
    /// A page that leads from an old address to a new one.
    Redirect(UrlPath),
    /// A feed.
    Feed(Feed, Format),
    /// A page of a JSON feed's archive, counted from the oldest.
    FeedPage(Feed, u32),
    /// The list of all feeds.
    Feeds,
    /// An article as other newsrooms' programs read it.
    Data(DocId),
    /// A calendar of events.
    Calendar(Lang, Calendar),
    /// Pages for search engines.
    Sitemap(SitemapFile),
    /// Rules for crawlers.
    Robots,
    /// Whom to tell of a hole in the site's security.
    Security,
    /// The key by which IndexNow knows the newsroom.
    IndexNow,
    /// Redirects for hosts that read them from a file.
    Redirects,
    /// Response headers for hosts that read them from a file.
    Headers,
    /// A theme's asset, by its name in the theme.
    Asset(Box<str>),
    /// A file of the newsroom, copied as it is but for what is private in it.
    Copy(RelPath),
    /// A size of a picture, by its number in [`Pictures`].
    Rendition(u32),
    /// The image that stands for an article where it is shared.
    Share(DocId),
    /// A file of the search index.
    Search(SearchFile),
}

impl What {
    /// Whether a browser shows it as a page of the theme.
    pub fn is_page(&self) -> bool {
        use What::*;
        matches!(
            self,
            Home(_)
                | Document(_)
                | List(..)
                | Terms(..)
                | Term(..)
                | Archive(_)
                | Period(..)
                | Corrections(..)
                | Sponsored(..)
                | MediaPage(_)
                | SearchPage(_)
                | NotFound
                | Redirect(_)
        )
    }

    /// Whether programs follow it: feeds, calendars, sitemaps.
    pub fn is_feed(&self) -> bool {
        use What::*;
        matches!(self, Feed(..) | FeedPage(..) | Feeds | Calendar(..) | Sitemap(_))
    }
}

/// Which events a calendar carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Those of the whole newsroom.
    Site,
    /// Those of a unit.
    Unit(TermId),
    /// One.
    Event(DocId),
}

/// Which pages a sitemap lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SitemapFile {
    /// All; or the index of the parts, where they are too many for one file.
    Pages,
    /// One part of all, from 0.
    Part(u32),
    /// The articles of the last two days.
    News,
    /// Those with a video.
    Videos,
}

/// One page of a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// How many there are.
    pub total: u32,
}

/// All outputs, and where to find them.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    routes: Vec<Route>,
    by_url: FxHashMap<UrlPath, RouteId>,
    documents: Vec<UrlPath>,
    terms: FxHashMap<(TermId, Lang), UrlPath>,
    pictures: Pictures,
    attachments: FxHashMap<(DocId, RelPath), UrlPath>,
    assets: FxHashMap<Box<str>, UrlPath>,
    redirects: Vec<Redirect>,
    shares: FxHashMap<DocId, UrlPath>,
    media_pages: Vec<(Lang, UrlPath)>,
    /// In order.
    indexable: Vec<RouteId>,
    feeds: Vec<Feed>,
    sitemap_parts: Vec<std::ops::Range<usize>>,
    search: Vec<SearchPart>,
    /// Findings: two things at one address, aliases that are no addresses.
    pub findings: Vec<Diagnostic>,
}

impl Routes {
    /// Every route, in a fixed order.
    pub fn iter(&self) -> std::slice::Iter<'_, Route> {
        reads::note(|| Read::new(Of::Routes));
        self.routes.iter()
    }

    /// Every route as a slice, for working in parallel.
    pub fn as_slice(&self) -> &[Route] {
        reads::note(|| Read::new(Of::Routes));
        &self.routes
    }

    /// The route at an address.
    pub fn find(&self, url: &UrlPath) -> Option<&Route> {
        reads::note(|| Read::new(Of::Address).url(url));
        self.by_url.get(url).map(|id| &self.routes[id.0 as usize])
    }

    /// The route at an address as people write it: encoded or not, with its last slash or without,
    /// with a query or without.
    pub fn lookup(&self, written: &str) -> Option<&Route> {
        reads::whole(|| Read::new(Of::Lookup).name(written), || self.meant(written))
    }

    fn meant(&self, written: &str) -> Option<&Route> {
        let plain = written.split('?').next().unwrap_or(written);
        let path = RelPath::new(&percent_encoding::percent_decode_str(plain).decode_utf8_lossy());
        let page = self.find(&UrlPath::page(path.as_str()));
        let file = || self.find(&UrlPath::file(&path));
        page.or_else(file).or_else(|| self.find(&UrlPath::file(&path.join("index.html"))))
    }

    /// A document's address.
    pub fn document(&self, id: DocId) -> &UrlPath {
        reads::note(|| Read::new(Of::Place).document(id.0));
        &self.documents[id.0 as usize]
    }

    /// The address of a unit's, person's or topic's page in a language, if it has one there.
    pub fn term(&self, id: TermId, lang: Lang) -> Option<&UrlPath> {
        reads::note(|| Read::new(Of::TermPlace).term(id.0).lang(lang.0));
        self.terms.get(&(id, lang))
    }

    /// Where pictures' sizes are.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// The address of a file that a document offers for download.
    pub fn attachment(&self, document: DocId, file: &RelPath) -> Option<&UrlPath> {
        reads::note(|| Read::new(Of::Attachment).document(document.0).file(file));
        self.attachments.get(&(document, file.clone()))
    }

    /// The number of the size of a document's first photo that its share image shows; none if there
    /// is no photo large enough.
    pub fn share_photo(&self, document: &Document) -> Option<u32> {
        const LEAST: u32 = 600;
        let photo = document.front.photos.first()?;
        let size = self.pictures.of(document, photo)?.largest(Shape::Wide)?;
        match self.find(&size.url).map(|route| &route.what) {
            Some(What::Rendition(number)) if size.dimensions.width >= LEAST => Some(*number),
            _ => None,
        }
    }

    /// The address of the image that stands for a document where it is shared, if there is one.
    pub fn share(&self, id: DocId) -> Option<&UrlPath> {
        reads::note(|| Read::new(Of::Share).document(id.0));
        self.shares.get(&id)
    }

    /// The address of the page for journalists in a language, if there is one.
    pub fn media_page(&self, lang: Lang) -> Option<&UrlPath> {
        reads::note(|| Read::new(Of::MediaPage).lang(lang.0));
        self.media_pages.iter().find(|(of, _)| *of == lang).map(|(_, url)| url)
    }

    /// The address of a theme's asset.
    pub fn asset(&self, name: &str) -> Option<&UrlPath> {
        self.assets.get(name)
    }

    /// The old addresses.
    pub fn redirects(&self) -> &[Redirect] {
        reads::note(|| Read::new(Of::Redirects));
        &self.redirects
    }

    /// The pages that search engines should know.
    pub fn indexable(&self) -> impl ExactSizeIterator<Item = &Route> {
        reads::note(|| Read::new(Of::Indexable));
        self.indexable.iter().map(|id| &self.routes[id.0 as usize])
    }

    /// Whether a page stands at an address that search engines should know.
    pub fn is_indexable(&self, url: &UrlPath) -> bool {
        reads::note(|| Read::new(Of::Indexable));
        self.by_url.get(url).is_some_and(|id| self.indexable.binary_search(id).is_ok())
    }

    /// The pages that search engines should know, cut into files of the size they take.
    pub fn sitemap_parts(&self) -> impl ExactSizeIterator<Item = impl Iterator<Item = &Route>> {
        reads::note(|| Read::new(Of::Indexable));
        self.sitemap_parts.iter().map(|part| {
            let ids = self.indexable.get(part.clone()).unwrap_or_default();
            ids.iter().map(|id| &self.routes[id.0 as usize])
        })
    }

    /// The names of the theme's assets.
    pub fn asset_names(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(|name| &**name)
    }
}
