//! What the page for journalists shows: whom to ask, what to subscribe to, which photos to take.

use super::{Scope, class_name, map};
use crate::config::Class;
use crate::newsroom::{DocId, Question, TermId};
use crate::reads::{self, Of, Read};
use crate::routes::{Calendar, Carried, Feed, Outlet, Shape};
use tera::Value;

/// The most releases that are shown.
const RELEASES_MAX: usize = 6;

impl Scope {
    /// The address of the page for journalists; none if there is none.
    pub fn media_page_href(&self) -> Option<String> {
        self.edition().media_page_url(self.lang).map(|url| self.href(url))
    }

    /// The variables of the page. The names of the fields are a contract with themes.
    pub fn media_page(&self) -> Value {
        reads::whole(|| Read::new(Of::MediaView).lang(self.lang.0), || self.new_media_page())
    }

    fn new_media_page(&self) -> Value {
        let outlets = self.edition().outlets(self.lang);
        map! {
            "contacts" => self.contacts(),
            "outlets" => outlets.iter().map(|outlet| self.outlet(outlet)).collect::<Vec<_>>(),
            "releases" => self.releases(),
        }
    }

    /// The units that can be asked, by name.
    fn contacts(&self) -> Vec<Value> {
        let newsroom = &self.edition().newsroom;
        let of = |(id, term): (TermId, &crate::newsroom::Term)| {
            let document = term.nearest_document(self.lang).filter(|_| term.class == Class::Unit)?;
            let contact = self.entry(document).document.front.contact.as_deref()?;
            Some((self.term_name(id).to_lowercase(), id, super::views::contact(contact)))
        };
        let mut found: Vec<(String, TermId, Value)> = newsroom.terms().filter_map(of).collect();
        found.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let view = |(_, id, contact): (String, TermId, Value)| {
            map! { "unit" => self.named_term(id), "contact" => contact }
        };
        found.into_iter().map(view).collect()
    }

    /// A feed or calendar: what it is of, and in which forms there is one.
    fn outlet(&self, outlet: &Outlet) -> Value {
        let agenda = || self.config().kind_named("agenda").map(|kind| self.section(kind).plural().to_owned());
        let (carries, part, name, purpose) = match outlet.carried {
            Carried::Articles(of) => {
                let feed = Feed { lang: self.lang, of };
                ("articles", self.subject_name(of), self.feed_name(feed).to_owned(), self.feed_purpose(feed))
            }
            Carried::Events(Calendar::Unit(unit)) => {
                ("events", class_name(Class::Unit), self.term_name(unit).to_owned(), self.word("media.events_unit"))
            }
            Carried::Events(_) => ("events", "site", agenda().unwrap_or_default(), self.word("media.events_site")),
        };
        let form = |(form, url): &(crate::routes::Form, crate::path::UrlPath)| {
            map! { "name" => form.name(), "type" => form.media_type(), "url" => self.href(url) }
        };
        map! {
            "name" => name,
            "carries" => carries,
            "part" => part,
            "purpose" => purpose,
            "forms" => outlet.forms.iter().map(form).collect::<Vec<_>>(),
        }
    }

    fn word(&self, key: &str) -> String {
        self.words().get(key).unwrap_or_default().to_owned()
    }

    /// The newest articles of the kinds whose photos are for the press, with those photos.
    fn releases(&self) -> Vec<Value> {
        let newsroom = &self.edition().newsroom;
        let kinds = self.config().images.originals.iter();
        let of_kind = |kind| newsroom.articles(Question { lang: self.lang, kind: Some(kind), ..Question::default() });
        let newest = |kind| of_kind(kind).range(0..RELEASES_MAX).to_vec();
        let mut found: Vec<DocId> = kinds.flat_map(|kind| newest(*kind)).collect();
        // The newest document has the lowest index.
        found.sort_unstable();
        found.dedup();
        found.truncate(RELEASES_MAX);
        found.into_iter().map(|id| self.release(id)).collect()
    }

    fn release(&self, id: DocId) -> Value {
        let document = &self.entry(id).document;
        let photo = |photo| {
            map! { "photo" => self.photo(document, photo, Shape::Whole), "original" => self.original(document, photo) }
        };
        map! {
            "item" => self.card(id),
            "license" => &*document.front.license,
            "photos" => document.front.photos.iter().map(photo).collect::<Vec<_>>(),
        }
    }
}
