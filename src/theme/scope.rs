//! The page being made: its language, its document, and the edition that answers its questions.

use super::{Section, Theme, Words, answers};
use crate::cache::{Room, Slot};
use crate::config::{Config, Lang};
use crate::content::Document;
use crate::digest::Digest;
use crate::newsroom::{DocId, Entry};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, ReadId};
use crate::routes::Edition;
use std::borrow::Borrow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tera::{TeraResult, Value};

/// What was made once, by what it was made of, with what was asked for it. Few to a slot, so a list does.
type Kept<K, V> = Mutex<Vec<(K, V, Asked)>>;
type Asked = Arc<[ReadId]>;

/// What all pages of one edition share: the edition, the theme, and views already made.
#[derive(Debug)]
pub struct Shelf {
    /// What is published and where.
    pub edition: Arc<Edition>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Articles' cards, since an article stands in a dozen listings.
    cards: Cards,
    /// The digests of the cards that were made.
    card_digests: Vec<OnceLock<Digest>>,
    /// Each term as it stands beside an article, by language.
    pub(super) named_terms: Vec<Vec<OnceLock<Value>>>,
    /// What all pages of a language share.
    pub(super) frames: Vec<OnceLock<Vec<(&'static str, Value)>>>,
    /// Each kind in each language, with addresses from the root and whole ones.
    pub(super) sections: Vec<OnceLock<Section>>,
    /// Components made for an article, by the number of what they are made of.
    pieces: Vec<Kept<u32, Piece>>,
    /// How many bytes of them may still be kept at hand.
    room: Room,
    /// What pieces are made of: component and arguments.
    makings: Mutex<Vec<Box<str>>>,
    /// Templates made for a language.
    parts: Vec<Kept<Box<str>, Value>>,
}

impl Shelf {
    /// An empty shelf for an edition.
    pub fn new(edition: Arc<Edition>, theme: Arc<Theme>) -> Arc<Shelf> {
        let terms = edition.newsroom.terms().count();
        let articles = edition.newsroom.size();
        let languages = edition.config.languages.len();
        Arc::new(Shelf {
            cards: Cards::new(articles),
            card_digests: empty(articles),
            named_terms: edition.config.langs().map(|_| empty(terms)).collect(),
            frames: empty(languages),
            sections: empty(languages * edition.config.kinds.len() * 2),
            pieces: empty(articles),
            room: Room::of(PIECES_MAX),
            makings: Mutex::default(),
            parts: empty(languages),
            edition,
            theme,
        })
    }

    /// An article's card, from the shelf if it lies there.
    pub(super) fn card(&self, id: DocId, make: impl FnOnce() -> Value) -> Value {
        self.cards.get(id, || {
            let card = make();
            // Digested now, while it is at hand: the next build will ask for it when others have taken its place.
            if let Some(digest) = self.card_digests.get(id.0 as usize) {
                digest.get_or_init(|| answers::digest(&card));
            }
            card
        })
    }

    /// The digest of an article's card, if one was made.
    pub(super) fn card_digest(&self, id: DocId) -> Option<Digest> {
        self.card_digests.get(id.0 as usize)?.get().copied()
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
        let own_language = self.edition.newsroom.language(id) == scope.lang;
        let Some(pieces) = self.pieces.get(id.0 as usize).filter(|_| own_language && !scope.absolute) else {
            return make();
        };
        if let Some((piece, asked)) = find(pieces, &making)
            && let Some(markup) = self.markup(piece)
        {
            reads::also(&asked);
            return Ok(markup);
        }
        let (value, asked) = reads::collected(make);
        reads::also(&asked);
        let value = value?;
        if !scope.alone
            && let Some(piece) = self.piece_of(&value)
        {
            keep(pieces, making, piece, asked.into());
        }
        Ok(value)
    }

    fn piece_of(&self, markup: &Value) -> Option<Piece> {
        let text = markup.as_str()?;
        if self.room.take(text.len()) {
            return Some(Piece::AtHand(markup.clone()));
        }
        self.edition.aside.aside().keep(text.as_bytes()).map(Piece::Aside)
    }

    /// The markup of a piece; none if it can't be read back.
    fn markup(&self, piece: Piece) -> Option<Value> {
        match piece {
            Piece::AtHand(markup) => Some(markup),
            Piece::Aside(slot) => self.edition.aside.aside().text(slot).ok().map(|markup| Value::safe_string(&markup)),
        }
    }

    /// A template made for a language, from the shelf if it was made before.
    pub(super) fn part(&self, lang: Lang, key: &str, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        match self.parts.get(usize::from(lang.0)) {
            Some(parts) => {
                let (value, asked) = match find(parts, key) {
                    Some(known) => known,
                    None => {
                        let (value, asked) = reads::collected(make);
                        let (value, asked) = (value?, Asked::from(asked));
                        keep(parts, key.into(), value.clone(), asked.clone());
                        (value, asked)
                    }
                };
                reads::also(&asked);
                Ok(value)
            }
            None => make(),
        }
    }
}

/// A component made for an article: at hand as long as there is room, else with the texts that are put aside.
#[derive(Clone, Debug)]
enum Piece {
    AtHand(Value),
    Aside(Slot),
}

/// How many bytes of pieces are kept at hand: about those of 10,000 articles.
const PIECES_MAX: usize = 24 << 20;

/// How many cards lie on the shelf at most, so that they take no more room in a large archive. Routes are made
/// by age, so that a card is seldom wanted after others have taken its place.
const CARDS_MAX: usize = 8192;

/// Cards of articles, each at a place of its own among its neighbours: whoever goes along a listing finds
/// those of the pages before.
#[derive(Debug)]
struct Cards(Vec<Mutex<Option<(DocId, Value)>>>);

impl Cards {
    fn new(articles: usize) -> Cards {
        Cards(empty(articles.min(CARDS_MAX)))
    }

    fn get(&self, id: DocId, make: impl FnOnce() -> Value) -> Value {
        let Some(place) = self.0.get(id.0 as usize % self.0.len().max(1)) else { return make() };
        let known =
            |place: &Option<(DocId, Value)>| place.as_ref().filter(|(own, _)| *own == id).map(|(_, card)| card.clone());
        if let Some(card) = known(&place.lock().unwrap_or_else(PoisonError::into_inner)) {
            return card;
        }
        let card = make();
        *place.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, card.clone()));
        card
    }
}

/// What stands under a key.
fn find<K: Borrow<Q>, Q: PartialEq + ?Sized, V: Clone>(kept: &Kept<K, V>, key: &Q) -> Option<(V, Asked)> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.iter().find(|(known, ..)| known.borrow() == key).map(|(_, value, asked)| (value.clone(), asked.clone()))
}

/// Two threads may make the same at once; both are equal, and the first is kept.
fn keep<K: PartialEq, V>(kept: &Kept<K, V>, key: K, value: V, asked: Asked) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if !kept.iter().any(|(known, ..)| *known == key) {
        kept.reserve_exact(1);
        kept.push((key, value, asked));
    }
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

    /// The address of a file of static/ as it stands in the page, whatever characters its name has.
    pub fn static_href(&self, path: &str) -> String {
        self.href(&UrlPath::file(&RelPath::new(path)))
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
