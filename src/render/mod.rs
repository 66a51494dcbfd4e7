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
use crate::digest::Digest;
use crate::newsroom::DocId;
use crate::path::UrlPath;
use crate::reads::{self, Ledger, Of, Read, ReadId};
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
    ledger: Arc<Ledger>,
}

/// What was made for a route.
#[derive(Debug)]
pub struct Rendered<T> {
    /// Its bytes.
    pub made: T,
    /// What was asked for them, by the numbers of [`Press::ledger`].
    pub reads: Box<[ReadId]>,
}

impl Press {
    /// A press for an edition.
    pub fn new(edition: Arc<Edition>, theme: Arc<Theme>) -> Press {
        let contents = feeds::Contents::new(&edition);
        Press { shelf: Shelf::new(edition, theme), contents, ledger: Arc::default() }
    }

    /// What is rendered.
    pub fn edition(&self) -> &Arc<Edition> {
        &self.shelf.edition
    }

    /// Every question that was asked so far.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// The digest of the answer to a question; none if it is about something that is not there.
    pub fn answer(&self, read: &Read) -> Option<Digest> {
        // What is kept on the shelf meanwhile must know what was asked for it.
        reads::unheard(&self.ledger, || match read.of {
            Of::Facts => {
                let id = read.document.map(DocId).filter(|id| (id.0 as usize) < self.shelf.edition.newsroom.size())?;
                Some(Digest::of(&feeds::facts(self, id)))
            }
            _ => self.shelf.edition.answer(read).or_else(|| self.scope(Lang(read.lang)).answer(read)),
        })
    }

    /// The bytes of a route; none for files, sizes of pictures and the search index.
    pub fn render(&self, route: &Route) -> Result<Rendered<Option<Vec<u8>>>, Vec<Diagnostic>> {
        let (made, reads) = reads::recorded(&self.ledger, || self.make(route));
        Ok(Rendered { made: made?, reads })
    }

    fn make(&self, route: &Route) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        let edition = &self.shelf.edition;
        match &route.what {
            What::Copy(_) | What::Rendition(_) | What::Share(_) | What::Search(_) => Ok(None),
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
    pub fn share(&self, id: DocId) -> Result<Rendered<Option<String>>, Vec<Diagnostic>> {
        let (made, reads) = reads::recorded(&self.ledger, || share::svg(self, id));
        Ok(Rendered { made: made?, reads })
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
