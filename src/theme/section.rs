//! What all pages of a kind share in a language: its names, its listing, the way there, its feeds.

use super::{Scope, map};
use crate::config::KindId;
use crate::reads::{self, Of, Read};
use crate::routes::Subject;
use std::sync::OnceLock;
use tera::Value;

/// A kind as the pages of a language see it; made once for an edition.
#[derive(Debug)]
pub struct Section {
    /// What one of its articles is called: the newsroom's word, else the theme's.
    pub label: Value,
    /// What its listing is called: the newsroom's word, else the theme's, which may be a plural.
    pub plural: Value,
    /// The address of its listing in the language; empty if it has none.
    pub href: Value,
    /// The breadcrumbs from the front page to the listing.
    pub crumbs: Vec<Crumb>,
    /// The feeds that its articles announce.
    feeds: OnceLock<Value>,
}

impl Section {
    /// The name of the listing.
    pub fn plural(&self) -> &str {
        self.plural.as_str().unwrap_or_default()
    }

    /// The address of the listing; empty if there is none.
    pub fn href(&self) -> &str {
        self.href.as_str().unwrap_or_default()
    }
}

impl Scope {
    /// A kind in the page's language.
    pub fn section(&self, id: KindId) -> &Section {
        let config = self.config();
        let at = (usize::from(self.lang.0) * config.kinds.len() + usize::from(id.0)) * 2 + usize::from(self.absolute);
        let slot = &self.shelf.sections[at.min(self.shelf.sections.len() - 1)];
        reads::whole(|| self.section_read(Of::Section, id), || slot.get_or_init(|| self.new_section(id)))
    }

    fn section_read(&self, of: Of, id: KindId) -> Read {
        Read::new(of).kind(id.0).lang(self.lang.0).numbers(&[i32::from(self.absolute)])
    }

    /// The feeds that the articles of a kind announce.
    pub fn section_feeds(&self, id: KindId) -> Value {
        let feeds = &self.section(id).feeds;
        let make = || feeds.get_or_init(|| self.nearby_feeds(Some(Subject::Kind(id)))).clone();
        reads::whole(|| self.section_read(Of::SectionFeeds, id), make)
    }

    fn new_section(&self, id: KindId) -> Section {
        let kind = self.config().kind(id);
        let word = |form: &str| {
            let own = kind.label(&self.config().language(self.lang).code);
            own.or_else(|| self.words().get(&format!("kinds.{}.{form}", kind.name)))
        };
        let label = word("label").unwrap_or(&kind.name);
        let plural = word("plural").unwrap_or(label);
        let url = self.edition().listing_url(self.lang, &kind.folder, 1);
        let there = kind.is_article() && self.edition().routes.find(&url).is_some();
        let href = if there { self.href(&url) } else { String::new() };
        let home = self.edition().listing_url(self.lang, "", 1);
        let mut crumbs = vec![Crumb::new(self.words().get("nav.home").unwrap_or_default(), &self.href(&home))];
        crumbs.extend(there.then(|| Crumb::new(plural, &href)));
        Section {
            label: Value::from(label),
            plural: Value::from(plural),
            href: Value::from(href),
            crumbs,
            feeds: OnceLock::new(),
        }
    }
}

/// One step of the way from the front page to a page, or of a menu.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// What it is called.
    pub name: String,
    /// Its address as it stands in pages.
    pub url: String,
}

impl Crumb {
    /// A step.
    pub fn new(name: &str, url: &str) -> Crumb {
        Crumb { name: name.to_owned(), url: url.to_owned() }
    }

    /// The step as templates see it.
    pub fn view(&self) -> Value {
        map! { "name" => &*self.name, "url" => &*self.url }
    }
}
