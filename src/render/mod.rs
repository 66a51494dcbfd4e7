//! One route to its bytes. Pure: the same edition, theme and route give the same bytes.
//!
//! May not touch files, the network or the clock.

mod body;
mod calendar;
mod crawlers;
mod feeds;
pub mod hosts;
mod json;
mod media_type;
mod page;
mod share;
mod sitemap;
mod structured;
mod xml;

pub use hosts::POLICY;
pub use media_type::{HTML, is_text, media_type};

use crate::config::Lang;
use crate::diagnostic::Diagnostic;
use crate::newsroom::DocId;
use crate::path::UrlPath;
use crate::routes::{Edition, Offers, Route, What};
use crate::theme::{Scope, Shelf, Theme};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Renders the routes of one edition.
#[derive(Debug)]
pub struct Press {
    shelf: Arc<Shelf>,
    /// The texts of the articles in feeds.
    contents: feeds::Contents,
}

impl Press {
    /// A press for an edition.
    pub fn new(edition: Arc<Edition>, theme: Arc<Theme>) -> Press {
        let contents = feeds::Contents::new(&edition);
        Press { shelf: Shelf::new(edition, theme), contents }
    }

    /// The bytes of a route; none for files and sizes of pictures.
    pub fn render(&self, route: &Route) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        let edition = &self.shelf.edition;
        match &route.what {
            What::Copy(_) | What::Rendition(_) | What::Share(_) => Ok(None),
            What::Asset(name) => Ok(self.shelf.theme.asset(name).map(|bytes| bytes.to_vec())),
            What::Feed(feed, format) => feeds::render(self, *feed, *format, route).map(Some),
            What::FeedPage(feed, page) => feeds::page(self, *feed, *page, route).map(Some),
            What::Feeds => Ok(Some(feeds::list(self))),
            What::Data(id) => feeds::data(self, *id).map(Some),
            What::Calendar(lang, of) => Ok(Some(calendar::render(&self.absolute(*lang), *of, route))),
            What::Sitemap(file) => Ok(Some(sitemap::render(edition, *file))),
            What::Robots => Ok(Some(crawlers::robots(edition))),
            What::Security => Ok(edition.config.security.as_ref().map(|known| crawlers::security(edition, known))),
            What::IndexNow => Ok(edition.config.index_now.as_ref().map(|key| key.as_bytes().to_vec())),
            What::Redirects => Ok(Some(hosts::redirects(edition))),
            What::Headers => Ok(Some(hosts::headers(edition))),
            _ => page::render(self, route).map(Some),
        }
    }

    /// The drawing that stands for an article where it is shared; none if the theme has none.
    pub fn share(&self, id: DocId) -> Result<Option<String>, Vec<Diagnostic>> {
        share::svg(self, id)
    }

    /// The photos of which feeds say how large their files are.
    pub fn feed_photos(&self) -> BTreeSet<UrlPath> {
        feeds::photos(self)
    }

    /// What a theme has beyond what every theme has.
    pub fn offers(theme: &Theme) -> Offers {
        let has = |template| theme.first_of([template]).is_some();
        Offers { shares: has(share::TEMPLATE), media_page: has(page::MEDIA) }
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        &self.shelf.theme
    }

    /// The templates that fit a page's route, the most special first; the first there is is used.
    pub fn templates(&self, route: &Route) -> Vec<String> {
        page::templates(self, route)
    }

    fn scope(&self, lang: Lang) -> Scope {
        Scope { shelf: self.shelf.clone(), lang, document: None, absolute: false, alone: false }
    }

    fn absolute(&self, lang: Lang) -> Scope {
        Scope { absolute: true, ..self.scope(lang) }
    }
}
