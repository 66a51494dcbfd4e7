//! The immutable model of what is published at one instant, and the questions it answers.
//!
//! A document that is not published at that instant is not in here, so no page, feed, listing or
//! count made from this model can show a trace of it. Questions answer in time that does not grow
//! with the archive: every order they need is made once, here.
//!
//! May not know addresses, templates or the disk.

mod agenda;
mod corrections;
mod fresh;
mod lifecycle;
mod list;
mod related;
mod terms;

pub use corrections::Correction;
pub use lifecycle::{State, next_change, state};
pub use list::List;
pub use terms::{Term, TermId, register_id};

use crate::config::{Class, Config, KindId, Lang};
use crate::content::{Change, ChangeKind, Document, Version, identity_without_date};
use crate::path::RelPath;
use crate::reads::{self, NONE, Of, Read};
use crate::time::Moment;
use agenda::Agenda;
use jiff::Timestamp;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::Terms;

/// An index into the newsroom's documents, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocId(pub u32);

/// One published document and what the newsroom knows of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The document; a notice only, if it is withdrawn.
    pub document: Arc<Document>,
    /// Where it stands in its life. Anything but published or withdrawn is a preview.
    pub state: State,
    /// Its units.
    pub units: Box<[TermId]>,
    /// The people it is about.
    pub people: Box<[TermId]>,
    /// Who wrote it.
    pub authors: Box<[TermId]>,
    /// Its topics.
    pub topics: Box<[TermId]>,
}

impl Entry {
    /// Whether it is a withdrawal's notice.
    pub fn is_withdrawn(&self) -> bool {
        self.state == State::Withdrawn
    }

    /// Its day in the archive.
    pub fn moment(&self) -> Option<&Moment> {
        self.document.front.date.as_ref().map(|date| &date.value)
    }

    /// When it was last changed: published, updated, corrected or withdrawn.
    pub fn changed(&self) -> Option<&Moment> {
        self.latest(|_| true)
    }

    /// When its substance was last changed: what readers of an earlier version should look at again.
    /// Spelling and the like don't count.
    pub fn revised(&self) -> Option<&Moment> {
        self.latest(|change| change.kind != ChangeKind::Minor)
    }

    /// The last of its dates, those of its changes only as far as they count.
    fn latest(&self, counts: impl Fn(&Change) -> bool) -> Option<&Moment> {
        let front = &self.document.front;
        let dates = [front.date.as_ref(), front.updated.as_deref()].into_iter().flatten().map(|date| &date.value);
        let changes = front.changes.iter().filter(|change| counts(change)).map(|change| &change.date);
        dates.chain(changes).chain(self.withdrawal().map(|withdrawal| &withdrawal.date)).max()
    }

    /// Every term it belongs to, those that bind closest first.
    pub fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        self.topics.iter().chain(&self.people).chain(&self.authors).chain(&self.units).copied()
    }
}

/// What a listing is asked for. Every field narrows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Question {
    /// The language.
    pub lang: Lang,
    /// Articles of this kind.
    pub kind: Option<KindId>,
    /// Articles of this unit, person or topic.
    pub term: Option<TermId>,
    /// Articles of this year.
    pub year: Option<i16>,
    /// Articles of this month of the year.
    pub month: Option<i8>,
}

/// What is published at one instant.
#[derive(Clone, Debug)]
pub struct Newsroom {
    now: Timestamp,
    /// Whether unpublished documents are here too, each marked with its state.
    pub preview: bool,
    entries: Vec<Arc<Entry>>,
    orders: Arc<Orders>,
}

/// What follows from the entries' front matter, made once.
#[derive(Debug)]
struct Orders {
    by_id: Vec<FxHashMap<RelPath, DocId>>,
    /// Of each document: asked for each card of a listing.
    languages: Box<[Lang]>,
    terms: Terms,
    articles: Vec<LanguageIndex>,
}

/// The orders of one language's articles. Withdrawn ones are in `corrected` alone; those that are paid
/// for in `sponsored` and in the order of days.
#[derive(Debug, Default)]
struct LanguageIndex {
    all: Vec<DocId>,
    by_kind: FxHashMap<KindId, Vec<DocId>>,
    by_month: BTreeMap<(i16, i8), Vec<DocId>>,
    by_year: BTreeMap<i16, Vec<DocId>>,
    corrected: Vec<DocId>,
    corrections: Vec<Correction>,
    sponsored: Vec<DocId>,
    agenda: Agenda,
}

impl Newsroom {
    /// The model of `documents` at `now`. With `preview`, all of them; else those published.
    pub fn build(documents: &[Arc<Document>], config: &Config, now: Timestamp, preview: bool) -> Newsroom {
        let mut published: Vec<(State, Arc<Document>)> = Vec::with_capacity(documents.len());
        let complete = |document: &&Arc<Document>| document.is_complete(config.kind(document.identity.kind));
        for document in documents.iter().filter(complete) {
            match state(document, now) {
                State::Withdrawn => published.push((State::Withdrawn, Arc::new(document.tombstone()))),
                state if preview => published.push((state, document.clone())),
                State::Published => published.push((State::Published, as_known_at(document, now))),
                _ => {}
            }
        }
        published.par_sort_by(|(_, a), (_, b)| newest_first(a, b));
        let mut terms = Terms::new(&published, config);
        let entries: Vec<Entry> = published
            .into_iter()
            .map(|(state, document)| {
                let front = &document.front;
                Entry {
                    units: terms.resolve(Class::Unit, &front.units),
                    people: terms.resolve(Class::Person, &front.people),
                    authors: terms.resolve(Class::Person, &front.authors),
                    topics: terms.resolve(Class::Topic, &front.topics),
                    state,
                    document: document.clone(),
                }
            })
            .collect();
        let (by_id, articles) =
            rayon::join(|| names(&entries, config.languages.len()), || indexes(&entries, &mut terms, config, now));
        let languages = entries.iter().map(|entry| entry.document.identity.lang).collect();
        // A new list: in the room of the old one it would keep all of that.
        let entries = entries.into_iter().map(Arc::new).collect::<Box<[_]>>().into_vec();
        Newsroom { now, preview, entries, orders: Arc::new(Orders { by_id, languages, terms, articles }) }
    }

    /// The same newsroom after a new reading of a document that differs in its text alone. None if what
    /// stands here is not the old reading as it was, such as a withdrawal's notice.
    pub fn with_text(mut self, old: &Arc<Document>, new: &Arc<Document>) -> Option<Newsroom> {
        let Some(id) = self.find(&old.identity.id, old.identity.lang) else { return Some(self) };
        let entry = &mut self.entries[id.0 as usize];
        if !Arc::ptr_eq(&entry.document, old) {
            return None;
        }
        *entry = Arc::new(Entry { document: new.clone(), ..Entry::clone(entry) });
        Some(self)
    }

    /// Whether a document is the very one that stood at its index in another newsroom.
    pub fn shares_entry(&self, other: &Newsroom, id: DocId) -> bool {
        let at = id.0 as usize;
        self.entries.get(at).zip(other.entries.get(at)).is_some_and(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// The instant.
    pub fn now(&self) -> Timestamp {
        reads::note(|| Read::new(Of::Now));
        self.now
    }

    /// A document by its index.
    pub fn entry(&self, id: DocId) -> &Entry {
        reads::note(|| Read::new(Of::Head).document(id.0));
        self.known(id)
    }

    /// The same for answers of the newsroom itself, which are noted as a whole.
    fn known(&self, id: DocId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// What a document was read from. Not noted: for telling whether it has the text that it had before.
    pub fn version(&self, id: DocId) -> Version {
        self.known(id).document.version
    }

    /// A document's file. Not noted, for the same.
    pub fn file(&self, id: DocId) -> &RelPath {
        &self.known(id).document.file
    }

    /// How many documents there are.
    pub fn size(&self) -> usize {
        self.entries.len()
    }

    /// The language in which a document is written, which is a part of its name.
    pub fn language(&self, id: DocId) -> Lang {
        self.orders.languages[id.0 as usize]
    }

    /// Every document, newest first.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (DocId, &Entry)> {
        reads::note(|| Read::new(Of::Documents));
        self.entries.iter().enumerate().map(|(i, entry)| (DocId(i as u32), &**entry))
    }

    /// A document by its content path, with or without the leading date of its name.
    pub fn find(&self, id: &RelPath, lang: Lang) -> Option<DocId> {
        reads::note(|| Read::new(Of::Named).file(id).lang(lang.0));
        self.number_of(id.as_str(), lang)
    }

    /// The number of a document by its content path. Not noted: for finding again what was asked for before.
    pub fn number_of(&self, id: &str, lang: Lang) -> Option<DocId> {
        self.orders.by_id.get(usize::from(lang.0))?.get(id).copied()
    }

    /// The same document in another language.
    pub fn translation(&self, id: DocId, lang: Lang) -> Option<DocId> {
        self.find(&self.known(id).document.identity.id, lang)
    }

    /// The articles that a question asks for, newest first.
    pub fn articles(&self, question: Question) -> List<'_> {
        let narrowed = |number: Option<i32>| number.unwrap_or(NONE);
        let asked = Read {
            kind: question.kind.map(|kind| kind.0),
            term: question.term.map(|term| term.0),
            numbers: [narrowed(question.year.map(i32::from)), narrowed(question.month.map(i32::from)), NONE, NONE],
            ..Read::new(Of::Articles).lang(question.lang.0)
        };
        List::new(self.listed(question), asked)
    }

    fn listed(&self, question: Question) -> Cow<'_, [DocId]> {
        let Some(index) = self.orders.articles.get(usize::from(question.lang.0)) else { return (&[][..]).into() };
        let none: &[DocId] = &[];
        let widest = match (question.term, question.year, question.month) {
            (Some(term), _, _) => self.orders.terms.articles(term, question.lang),
            (None, Some(year), Some(month)) => index.by_month.get(&(year, month)).map_or(none, Vec::as_slice),
            (None, Some(year), None) => index.by_year.get(&year).map_or(none, Vec::as_slice),
            (None, None, _) => match question.kind {
                Some(kind) => return index.by_kind.get(&kind).map_or(none, Vec::as_slice).into(),
                None => return index.all.as_slice().into(),
            },
        };
        let by_kind = question.kind.is_some();
        let by_day = question.term.is_some() && (question.year.is_some() || question.month.is_some());
        if !by_kind && !by_day {
            return widest.into();
        }
        let fits = |id: &DocId| {
            let entry = self.known(*id);
            let day = entry.moment().map(|moment| moment.local);
            question.kind.is_none_or(|kind| entry.document.identity.kind == kind)
                && question.year.is_none_or(|year| day.is_some_and(|day| day.year() == year))
                && question.month.is_none_or(|month| day.is_some_and(|day| day.month() == month))
        };
        widest.iter().copied().filter(fits).collect()
    }

    /// The newer and the older neighbour of an article among those of its kind.
    pub fn neighbours(&self, id: DocId) -> (Option<DocId>, Option<DocId>) {
        reads::note(|| Read::new(Of::Neighbours).document(id.0));
        let identity = &self.known(id).document.identity;
        let index = self.orders.articles.get(usize::from(identity.lang.0));
        let Some(list) = index.and_then(|index| index.by_kind.get(&identity.kind)) else { return (None, None) };
        match list.binary_search(&id) {
            Ok(at) => (at.checked_sub(1).and_then(|i| list.get(i)).copied(), list.get(at + 1).copied()),
            Err(_) => (None, None),
        }
    }

    /// The kinds that have articles in a language, in the order of site.toml, with how many.
    pub fn kinds(&self, lang: Lang, config: &Config) -> Vec<(KindId, usize)> {
        reads::note(|| Read::new(Of::Kinds).lang(lang.0));
        let Some(index) = self.orders.articles.get(usize::from(lang.0)) else { return Vec::new() };
        let count = |(id, _)| index.by_kind.get(&id).map(|list| (id, list.len()));
        config.kinds().filter_map(count).collect()
    }

    /// The months that have articles, of all years or of one, oldest first, with how many.
    pub fn months(&self, lang: Lang, year: Option<i16>) -> impl Iterator<Item = ((i16, i8), usize)> + '_ {
        reads::note(|| Read::new(Of::Months).lang(lang.0).numbers(&[year.map_or(NONE, i32::from)]));
        let index = self.orders.articles.get(usize::from(lang.0));
        let months =
            index.into_iter().flat_map(|index| index.by_month.iter().map(|(month, list)| (*month, list.len())));
        months.filter(move |((own, _), _)| year.is_none_or(|year| year == *own))
    }

    /// Articles that were corrected, clarified, answered or withdrawn, newest first.
    pub fn corrected(&self, lang: Lang) -> List<'_> {
        let articles = self.index(lang).map_or(&[][..], |index| &index.corrected);
        List::new(articles, Read::new(Of::Corrected).lang(lang.0))
    }

    /// Every single correction, clarification, answer and withdrawal, newest first.
    pub fn corrections(&self, lang: Lang) -> &[Correction] {
        reads::note(|| Read::new(Of::Corrections).lang(lang.0));
        self.index(lang).map_or(&[], |index| &index.corrections)
    }

    /// Articles that are paid for, newest first. They stand in no other list but the archive of days.
    pub fn sponsored(&self, lang: Lang) -> List<'_> {
        let articles = self.index(lang).map_or(&[][..], |index| &index.sponsored);
        List::new(articles, Read::new(Of::Sponsored).lang(lang.0))
    }

    fn index(&self, lang: Lang) -> Option<&LanguageIndex> {
        self.orders.articles.get(usize::from(lang.0))
    }

    /// Every unit, person and topic.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, &Term)> {
        reads::note(|| Read::new(Of::Terms));
        self.orders.terms.iter()
    }

    /// A unit, person or topic by its index.
    pub fn term(&self, id: TermId) -> &Term {
        reads::note(|| Read::new(Of::Term).term(id.0));
        self.orders.terms.get(id)
    }

    /// A unit, person or topic by its id.
    pub fn find_term(&self, class: Class, name: &str) -> Option<TermId> {
        reads::note(|| Read::new(Of::FindTerm).numbers(&[class as i32]).name(name));
        self.orders.terms.find(class, name)
    }

    /// The articles of a term in a language, newest first.
    pub fn term_articles(&self, term: TermId, lang: Lang) -> List<'_> {
        self.articles(Question { lang, term: Some(term), ..Question::default() })
    }

    /// What a term is called in a language: its document's headline, else as first written.
    pub fn term_name(&self, id: TermId, lang: Lang) -> &str {
        reads::note(|| Read::new(Of::TermFace).term(id.0).lang(lang.0));
        let term = self.orders.terms.get(id);
        term.nearest_document(lang).map_or(&*term.name, |document| &self.known(document).document.front.title)
    }

    /// The office of the person that a term is; empty for others.
    pub fn term_role(&self, id: TermId, lang: Lang) -> &str {
        reads::note(|| Read::new(Of::TermFace).term(id.0).lang(lang.0));
        let document = self.orders.terms.get(id).nearest_document(lang);
        document.map_or("", |document| &self.known(document).document.front.role)
    }

    /// The class and id of a term, which are its name for ever.
    pub fn term_id(&self, id: TermId) -> (Class, &str) {
        let term = self.orders.terms.get(id);
        (term.class, &term.id)
    }
}

impl LanguageIndex {
    fn add(&mut self, id: DocId, entry: &Entry) {
        if entry.is_withdrawn() {
            self.corrected.push(id);
            return;
        }
        if entry.document.front.changes.iter().any(|change| change.kind.is_corrective()) {
            self.corrected.push(id);
        }
        if entry.document.front.sponsored {
            self.sponsored.push(id);
        } else {
            self.all.push(id);
            self.by_kind.entry(entry.document.identity.kind).or_default().push(id);
        }
        if let Some(moment) = entry.moment() {
            let day = moment.local;
            self.by_month.entry((day.year(), day.month())).or_default().push(id);
            self.by_year.entry(day.year()).or_default().push(id);
        }
    }
}

/// The orders of each language's articles; the terms learn of them too.
fn indexes(entries: &[Entry], terms: &mut Terms, config: &Config, now: Timestamp) -> Vec<LanguageIndex> {
    let mut indexes: Vec<LanguageIndex> = config.langs().map(|_| LanguageIndex::default()).collect();
    for (entry, id) in entries.iter().zip((0..).map(DocId)) {
        let identity = &entry.document.identity;
        let Some(index) = indexes.get_mut(usize::from(identity.lang.0)) else { continue };
        if config.kind(identity.kind).is_article() {
            index.add(id, entry);
            if !entry.is_withdrawn() && !entry.document.front.sponsored {
                terms.add_article(id, entry);
            }
        }
    }
    for index in &mut indexes {
        index.corrections = corrections::list(&index.corrected, entries);
        index.agenda = Agenda::new(index, entries, now, &config.zone);
    }
    indexes
}

/// Every name of every document; a whole name goes before another's name without its date.
fn names(entries: &[Entry], languages: usize) -> Vec<FxHashMap<RelPath, DocId>> {
    let mut names: Vec<FxHashMap<RelPath, DocId>> = vec![FxHashMap::default(); languages];
    for (entry, id) in entries.iter().zip((0..).map(DocId)) {
        let identity = &entry.document.identity;
        names[usize::from(identity.lang.0)].insert(identity.id.clone(), id);
    }
    let short = |entry: &Entry| identity_without_date(&entry.document.identity.id);
    let shorts: Vec<Option<RelPath>> = entries.par_iter().map(short).collect();
    for ((entry, short), id) in entries.iter().zip(shorts).zip((0..).map(DocId)) {
        if let Some(short) = short {
            names[usize::from(entry.document.identity.lang.0)].entry(short).or_insert(id);
        }
    }
    names
}

/// The document without the changes whose day has not come.
fn as_known_at(document: &Arc<Document>, now: Timestamp) -> Arc<Document> {
    if document.front.changes.iter().all(|change| change.date.instant <= now) {
        return document.clone();
    }
    let mut known = Document::clone(document);
    known.front.changes = known.front.changes.into_iter().filter(|change| change.date.instant <= now).collect();
    Arc::new(known)
}

/// The one order of documents: by date, the newest first, then by file.
fn newest_first(a: &Document, b: &Document) -> std::cmp::Ordering {
    let instant = |document: &Document| document.front.date.as_ref().map(|date| date.value.instant);
    instant(b).cmp(&instant(a)).then_with(|| a.file.cmp(&b.file))
}
