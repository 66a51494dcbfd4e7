//! One state of the newsroom with all its addresses: what every question of a page is put to.

use super::{Media, Routes, Rules, build};
use crate::config::{Class, Config, Lang};
use crate::content::{Document, Texts};
use crate::digest::Digest;
use crate::newsroom::{DocId, Newsroom, TermId};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// Settings, model, files and addresses that belong together. Immutable.
#[derive(Debug)]
pub struct Edition {
    /// The settings.
    pub config: Arc<Config>,
    /// What is published.
    pub newsroom: Newsroom,
    /// The files that documents show or offer.
    pub media: Arc<Media>,
    /// What stands where.
    pub routes: Arc<Routes>,
    /// The texts of documents that are not in memory.
    pub aside: Arc<Texts>,
    /// Old addresses as rules for hosts, once somebody has asked for them.
    pub(super) rules: OnceLock<Rules>,
    /// The digest of all but the texts, once somebody has asked for it.
    pub(super) model: OnceLock<Digest>,
    /// How many octets the photos have that feeds name, once they are made.
    sizes: OnceLock<FxHashMap<UrlPath, u64>>,
}

impl Edition {
    /// An edition of what was made for each other.
    pub fn new(
        config: Arc<Config>,
        newsroom: Newsroom,
        media: Arc<Media>,
        routes: Arc<Routes>,
        aside: Arc<Texts>,
    ) -> Edition {
        let (rules, model, sizes) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Edition { config, newsroom, media, routes, aside, rules, model, sizes }
    }

    /// The same with other texts of the same documents; none if that makes for other addresses.
    pub fn with_texts_of(&self, newsroom: Newsroom) -> Option<Edition> {
        let routes = self.routes.with_texts_of(&newsroom, &self.newsroom, &self.config)?;
        Some(Edition::new(self.config.clone(), newsroom, self.media.clone(), routes, self.aside.clone()))
    }

    /// Keeps how many octets each of some files has, for the feeds that name them. Only the first call counts.
    pub fn keep_sizes(&self, sizes: FxHashMap<UrlPath, u64>) {
        let _ = self.sizes.set(sizes);
    }

    /// How many octets a photo has that a feed names; none before photos are made, as in a preview.
    pub fn size(&self, url: &UrlPath) -> Option<u64> {
        reads::note(|| Read::new(Of::Size).url(url));
        self.sizes.get()?.get(url).copied()
    }

    /// An address as it stands in a page: with the path below the host where the site lives.
    pub fn href(&self, url: &UrlPath) -> String {
        [&*self.config.base_path, url.as_str()].concat()
    }

    /// An address with scheme and host.
    pub fn absolute(&self, url: &UrlPath) -> String {
        self.config.absolute(url.as_str())
    }

    /// The address of a term's page in a language, else in the main one, else in any.
    pub fn term_url(&self, id: TermId, lang: Lang) -> Option<&UrlPath> {
        self.routes.term(id, lang).or_else(|| self.config.langs().find_map(|other| self.routes.term(id, other)))
    }

    /// The folder of a class's kind, such as `unit` or `tokoh`.
    pub fn folder_of(&self, class: Class) -> &str {
        self.config.folder_of(class)
    }

    /// The address of page `number` of the listing at `base`.
    pub fn listing_url(&self, lang: Lang, base: &str, number: u32) -> UrlPath {
        build::page_url(&self.config, lang, base, number)
    }

    /// The published document that a file is.
    pub fn document_of_file(&self, file: &RelPath) -> Option<DocId> {
        let identity = crate::content::identify(file, &self.config)?.ok()?;
        self.newsroom.find(&identity.id, identity.lang)
    }

    /// The address that a document has, or would have if it were published.
    pub fn future_url(&self, document: &Document) -> UrlPath {
        build::document_url(document, &self.config)
    }
}
