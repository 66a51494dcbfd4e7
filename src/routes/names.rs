//! Names that last: what a route, a document or a term is called from one edition to the next, in which
//! their numbers are others.

use super::{Calendar, Edition, Feed, SearchFile, SitemapFile, Subject, What};
use crate::config::Class;
use crate::newsroom::{DocId, TermId};

impl Edition {
    /// A document's lasting name.
    pub fn document_key(&self, id: DocId) -> String {
        let identity = &self.newsroom.entry(id).document.identity;
        format!("{}:{}", identity.lang.0, identity.id)
    }

    /// A unit's, person's or topic's lasting name: not what it is called.
    pub fn term_key(&self, id: TermId) -> String {
        let (class, id) = self.newsroom.term_id(id);
        format!("{}:{id}", class as u8)
    }

    /// The unit, person or topic of a lasting name.
    pub fn term_of_key(&self, key: &str) -> Option<TermId> {
        let (class, id) = key.split_once(':')?;
        let class = Class::ALL.into_iter().find(|own| class.parse() == Ok(*own as u8))?;
        self.newsroom.find_term(class, id).filter(|term| self.newsroom.term_id(*term).1 == id)
    }

    fn feed_name(&self, feed: Feed) -> String {
        let of = match feed.of {
            Subject::Site => "site".to_owned(),
            Subject::Kind(kind) => format!("kind {}", kind.0),
            Subject::Term(term) => self.term_key(term),
            Subject::Corrections => "corrections".to_owned(),
        };
        format!("{} {of}", feed.lang.0)
    }

    /// What stands at a route, without the number of pages around it.
    pub fn standing(&self, what: &What) -> String {
        match what {
            What::Home(lang) => format!("home {}", lang.0),
            What::Document(id) => format!("document {}", self.document_key(*id)),
            What::List(lang, kind, page) => format!("list {} {} {}", lang.0, kind.0, page.number),
            What::Terms(lang, class) => format!("terms {} {}", lang.0, *class as u8),
            What::Term(lang, term, page) => format!("term {} {} {}", lang.0, self.term_key(*term), page.number),
            What::Archive(lang) => format!("archive {}", lang.0),
            What::Period(lang, year, month, page) => format!("period {} {year} {month} {}", lang.0, page.number),
            What::Corrections(lang, page) => format!("corrections {} {}", lang.0, page.number),
            What::Sponsored(lang, page) => format!("sponsored {} {}", lang.0, page.number),
            What::MediaPage(lang) => format!("media {}", lang.0),
            What::SearchPage(lang) => format!("search {}", lang.0),
            What::NotFound => "not found".to_owned(),
            What::Redirect(to) => format!("redirect {to}"),
            What::Feed(feed, format) => format!("feed {} {}", self.feed_name(*feed), format.name()),
            What::FeedPage(feed, page) => format!("feed page {} {page}", self.feed_name(*feed)),
            What::Feeds => "feeds".to_owned(),
            What::Data(id) => format!("data {}", self.document_key(*id)),
            What::Calendar(lang, Calendar::Site) => format!("calendar {}", lang.0),
            What::Calendar(lang, Calendar::Unit(unit)) => format!("calendar {} {}", lang.0, self.term_key(*unit)),
            What::Calendar(lang, Calendar::Event(id)) => format!("event {} {}", lang.0, self.document_key(*id)),
            What::Sitemap(SitemapFile::Pages) => "sitemap".to_owned(),
            What::Sitemap(SitemapFile::Part(part)) => format!("sitemap {part}"),
            What::Sitemap(SitemapFile::News) => "sitemap of news".to_owned(),
            What::Sitemap(SitemapFile::Videos) => "sitemap of videos".to_owned(),
            What::Robots => "robots".to_owned(),
            What::Security => "security".to_owned(),
            What::IndexNow => "indexnow".to_owned(),
            What::Redirects => "redirects".to_owned(),
            What::Headers => "headers".to_owned(),
            What::Asset(name) => format!("asset {name}"),
            What::Copy(file) => format!("copy {file}"),
            What::Share(id) => format!("share {}", self.document_key(*id)),
            // What stands there is told by the address, which holds a digest of it.
            What::Rendition(_) => "rendition".to_owned(),
            What::Search(SearchFile::Entry(lang)) => format!("search index {}", lang.0),
            What::Search(_) => "search file".to_owned(),
        }
    }

    /// The same with the number of pages, which every page of a listing shows.
    pub fn name_of(&self, what: &What) -> String {
        match what {
            What::List(_, _, page)
            | What::Term(_, _, page)
            | What::Period(_, _, _, page)
            | What::Corrections(_, page)
            | What::Sponsored(_, page) => format!("{} of {}", self.standing(what), page.total),
            _ => self.standing(what),
        }
    }
}
