//! Which articles stand on which page of a listing.

use super::{Calendar, Edition, Page, What};
use crate::newsroom::{DocId, List, Question};
use std::ops::Range;

impl Page {
    /// The places in the listing of what stands on this page, where `size` articles stand on each.
    pub fn range(self, size: usize) -> Range<usize> {
        let from = (self.number as usize).saturating_sub(1).saturating_mul(size);
        from..from.saturating_add(size)
    }
}

impl Edition {
    /// The listing of which a route is a page; none for what is no listing.
    pub fn listing(&self, what: &What) -> Option<(Page, List<'_>)> {
        let newsroom = &self.newsroom;
        Some(match *what {
            What::List(lang, kind, page) => {
                (page, newsroom.articles(Question { lang, kind: Some(kind), ..Question::default() }))
            }
            What::Term(lang, term, page) => (page, newsroom.term_articles(term, lang)),
            What::Period(lang, year, month, page) => {
                let month = (month > 0).then_some(month);
                (page, newsroom.articles(Question { lang, year: Some(year), month, ..Question::default() }))
            }
            What::Corrections(lang, page) => (page, newsroom.corrected(lang)),
            What::Sponsored(lang, page) => (page, newsroom.sponsored(lang)),
            _ => return None,
        })
    }

    /// The newest document that a route shows, as far as that is easily told, else the newest of all: what
    /// is made in this order finds much of what it needs just made for others.
    pub fn newest_on(&self, what: &What) -> DocId {
        let first = || {
            let (page, listing) = self.listing(what)?;
            listing.range(page.range(self.config.page_size as usize)).first().copied()
        };
        match what {
            What::Document(id) | What::Data(id) | What::Share(id) | What::Calendar(_, Calendar::Event(id)) => *id,
            _ => first().unwrap_or(DocId(0)),
        }
    }
}
