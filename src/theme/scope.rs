//! The page being made: its language, its document, and the edition that answers its questions.

use super::{Theme, Words};
use crate::config::{Config, Kind, KindId, Lang};
use crate::content::Document;
use crate::newsroom::{DocId, Entry};
use crate::path::UrlPath;
use crate::routes::Edition;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// What all pages of one edition share: the edition, the theme, and views already made.
#[derive(Debug)]
pub struct Shelf {
    /// What is published and where.
    pub edition: Arc<Edition>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Each article's card, once somebody asked for it: an article stands in a dozen listings.
    pub(super) cards: Vec<OnceLock<Value>>,
    /// Each term as it stands beside an article, by language.
    pub(super) named_terms: Vec<Vec<OnceLock<Value>>>,
}

impl Shelf {
    /// An empty shelf for an edition.
    pub fn new(edition: Arc<Edition>, theme: Arc<Theme>) -> Shelf {
        let terms = edition.newsroom.terms().count();
        let cards = empty(edition.newsroom.entries().len());
        let named_terms = edition.config.langs().map(|_| empty(terms)).collect();
        Shelf { edition, theme, cards, named_terms }
    }
}

fn empty(count: usize) -> Vec<OnceLock<Value>> {
    std::iter::repeat_with(OnceLock::new).take(count).collect()
}

/// What a page may see while it is made.
#[derive(Clone, Debug)]
pub struct Scope {
    /// What all pages share.
    pub shelf: Arc<Shelf>,
    /// The page's language.
    pub lang: Lang,
    /// The page's document, if it is one's.
    pub document: Option<DocId>,
    /// Whether addresses carry scheme and host, as feeds need them.
    pub absolute: bool,
}

impl Scope {
    /// What is published and where.
    pub fn edition(&self) -> &Edition {
        &self.shelf.edition
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        &self.shelf.theme
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.shelf.edition.config
    }

    /// The interface words of the page's language.
    pub fn words(&self) -> &Words {
        self.theme().words(&self.config().language(self.lang).code)
    }

    /// An address as it stands in the page.
    pub fn href(&self, url: &UrlPath) -> String {
        if self.absolute { self.edition().absolute(url) } else { self.edition().href(url) }
    }

    /// A document's address as it stands in the page.
    pub fn document_href(&self, id: DocId) -> String {
        self.href(self.edition().routes.document(id))
    }

    /// What the newsroom knows of a document.
    pub fn entry(&self, id: DocId) -> &Entry {
        self.edition().newsroom.entry(id)
    }

    /// The document of the page.
    pub fn own_document(&self) -> Option<&Arc<Document>> {
        self.document.map(|id| &self.entry(id).document)
    }

    /// The label of a kind: the newsroom's own, else the theme's.
    pub fn kind_label(&self, kind: &Kind) -> String {
        let language = &self.config().language(self.lang).code;
        let key = format!("kinds.{}.label", kind.name);
        kind.label(language).or_else(|| self.words().get(&key)).unwrap_or(&kind.name).to_owned()
    }

    /// The address of a kind's listing in the page's language; empty if it has none.
    pub fn kind_href(&self, id: KindId) -> String {
        let kind = self.config().kind(id);
        let url = self.edition().listing_url(self.lang, &kind.folder, 1);
        if kind.is_article() && self.edition().routes.find(&url).is_some() { self.href(&url) } else { String::new() }
    }
}
