//! The page being made: its language, its document, and the edition that answers its questions.

use super::{Section, Theme, Words};
use crate::config::{Config, Lang};
use crate::content::Document;
use crate::newsroom::{DocId, Entry};
use crate::path::UrlPath;
use crate::routes::Edition;
use std::borrow::Borrow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tera::{Context, TeraResult, Value};

/// Values made once, by what they were made of. Few to a slot, so a list does.
type Kept<K> = Mutex<Vec<(K, Value)>>;

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
    /// What all pages of a language share.
    pub(super) frames: Vec<OnceLock<Context>>,
    /// Each kind in each language, with addresses from the root and whole ones.
    pub(super) sections: Vec<OnceLock<Section>>,
    /// Components made for an article, by the number of what they are made of.
    pieces: Vec<Kept<u32>>,
    /// What pieces are made of: component and arguments.
    makings: Mutex<Vec<Box<str>>>,
    /// Templates made for a language.
    parts: Vec<Kept<Box<str>>>,
}

impl Shelf {
    /// An empty shelf for an edition.
    pub fn new(edition: Arc<Edition>, theme: Arc<Theme>) -> Arc<Shelf> {
        let terms = edition.newsroom.terms().count();
        let articles = edition.newsroom.entries().len();
        let languages = edition.config.languages.len();
        Arc::new(Shelf {
            cards: empty(articles),
            named_terms: edition.config.langs().map(|_| empty(terms)).collect(),
            frames: empty(languages),
            sections: empty(languages * edition.config.kinds.len() * 2),
            pieces: empty(articles),
            makings: Mutex::default(),
            parts: empty(languages),
            edition,
            theme,
        })
    }

    /// The number of a component with its further arguments, by which its pieces are kept.
    pub(super) fn making(&self, key: &str) -> u32 {
        let mut makings = self.makings.lock().unwrap_or_else(PoisonError::into_inner);
        let known = makings.iter().position(|known| **known == *key);
        let number = known.unwrap_or_else(|| {
            makings.push(key.into());
            makings.len() - 1
        });
        number as u32
    }

    /// A component made for an article, from the shelf if it was made before.
    pub(super) fn piece(
        &self,
        id: DocId,
        scope: &Scope,
        making: u32,
        make: impl FnOnce() -> TeraResult<Value>,
    ) -> TeraResult<Value> {
        let own_language = self.edition.newsroom.entry(id).document.identity.lang == scope.lang;
        match self.pieces.get(id.0 as usize).filter(|_| own_language && !scope.absolute) {
            Some(slot) => kept(slot, &making, !scope.alone, make),
            None => make(),
        }
    }

    /// A template made for a language, from the shelf if it was made before.
    pub(super) fn part(&self, lang: Lang, key: &str, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        match self.parts.get(usize::from(lang.0)) {
            Some(slot) => kept(slot, key, true, make),
            None => make(),
        }
    }
}

/// What stands under a key, made if need be, and then kept if it may be wanted `again`. Two threads
/// may make the same at once; both are equal.
fn kept<K, Q>(slot: &Kept<K>, key: &Q, again: bool, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value>
where
    K: Borrow<Q>,
    Q: ToOwned + PartialEq + ?Sized,
    Q::Owned: Into<K>,
{
    let find = |made: &Vec<(K, Value)>| made.iter().find(|(known, _)| known.borrow() == key).map(|(_, v)| v.clone());
    let lock = || slot.lock().unwrap_or_else(PoisonError::into_inner);
    let known = find(&lock());
    if let Some(value) = known {
        return Ok(value);
    }
    let value = make()?;
    if again {
        let mut made = lock();
        if find(&made).is_none() {
            made.reserve_exact(1);
            made.push((key.to_owned().into(), value.clone()));
        }
    }
    Ok(value)
}

fn empty<T: Default>(count: usize) -> Vec<T> {
    std::iter::repeat_with(T::default).take(count).collect()
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
    /// Whether no other page shows its articles in the same way: their cards are not kept.
    pub alone: bool,
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
}
