//! The parts of the search index and their files.
//!
//! A part is what a language published in its newest year, or in as many of the past ones as are not too
//! much to index at once; what has no day is a part of its own. A part's folder is named after the digest
//! of its records, so what stands there never changes, and years in which nothing was edited keep their files.

use super::build::{Builder, Origin};
use super::{Route, Routes, What};
use crate::config::{Config, Lang};
use crate::content::{Document, Extra};
use crate::digest::Digest;
use crate::newsroom::{DocId, Entry, Newsroom};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use crate::search::{self, Record};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder of the parts.
pub(crate) const INDEX: &str = "search-index";
/// Whether an address is one of a part's files, which change with texts.
pub(crate) fn is_of_search(url: &str) -> bool {
    url.trim_start_matches('/').starts_with(INDEX)
}

/// The list of a language's parts, beside its search page.
const ENTRY: &str = "search.json";
/// How many documents past years are folded to. Fewer parts are fewer requests; larger ones take longer when
/// one of their documents is edited, and are made by one thread (`docs/performance.md` has the figures).
const FOLD: usize = 4_000;

/// A part of the search index.
#[derive(Clone, Debug)]
pub struct SearchPart {
    /// Its language.
    pub lang: Lang,
    /// Its years, the oldest first, each with the number of its documents; none for what has no day.
    pub years: Vec<(i16, usize)>,
    /// Its documents, the oldest first.
    pub documents: Vec<DocId>,
    /// The digest of everything that it is made from.
    pub digest: Digest,
    /// How many files of words it has.
    pub words: u32,
    /// How many files of headlines it has.
    pub blocks: u32,
}

/// A file of the search index; parts are told by their number in [`Routes::search_parts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchFile {
    /// The list of a language's parts.
    Entry(Lang),
    /// A file of words of a part.
    Words(u32, u32),
    /// The kinds and units of a part.
    Facets(u32),
    /// A file of headlines of a part.
    Block(u32, u32),
}

impl Builder<'_> {
    pub(super) fn search(&mut self) {
        let parts = parts(self.config, self.newsroom, &self.routes);
        let origin = || Origin::Generated("indeks pencarian", "the search index");
        for (number, part) in (0..).zip(&parts) {
            for (url, file) in part.files(number, self.config) {
                self.add(url, What::Search(file), origin());
            }
        }
        for lang in self.config.langs() {
            self.add(entry_url(self.config, lang), What::Search(SearchFile::Entry(lang)), origin());
        }
        self.routes.search = parts;
    }
}

fn parts(config: &Config, newsroom: &Newsroom, routes: &Routes) -> Vec<SearchPart> {
    let mut years: BTreeMap<Lang, BTreeMap<Option<i16>, Vec<DocId>>> = BTreeMap::new();
    for (id, entry) in newsroom.entries().filter(|(id, entry)| is_found(*id, entry, routes)) {
        let year = entry.moment().map(|moment| moment.local.year());
        years.entry(entry.document.identity.lang).or_default().entry(year).or_default().push(id);
    }
    let spans: Vec<(Lang, Span<DocId>)> = years
        .into_iter()
        .flat_map(|(lang, years)| spans(years, FOLD).into_iter().map(move |span| (lang, span)))
        .collect();
    spans.into_par_iter().map(|(lang, span)| part(config, newsroom, routes, lang, span)).collect()
}

fn part(config: &Config, newsroom: &Newsroom, routes: &Routes, lang: Lang, span: Span<DocId>) -> SearchPart {
    let Span { years, documents } = span;
    let records = records(config, newsroom, routes, &documents);
    let digest = search::digest(&config.language(lang).code, &records);
    let (words, blocks) = search::files(records.iter().map(Record::size).sum(), records.len());
    SearchPart { lang, years, documents, digest, words, blocks }
}

/// What one part is about.
#[derive(Debug, PartialEq, Eq)]
struct Span<T> {
    years: Vec<(i16, usize)>,
    documents: Vec<T>,
}

/// Years with their documents, the newest first, as spans with the oldest first. The newest year, in which
/// most edits are made, stays alone; the past is folded from its beginning on, so that a new year changes
/// nothing but the last fold.
fn spans<T>(years: BTreeMap<Option<i16>, Vec<T>>, fold: usize) -> Vec<Span<T>> {
    let newest = years.keys().next_back().copied().flatten();
    let mut spans: Vec<Span<T>> = Vec::new();
    for (year, mut documents) in years {
        documents.reverse();
        let own = year.map(|year| (year, documents.len()));
        let fits = |span: &&mut Span<T>| {
            !span.years.is_empty() && year != newest && span.documents.len() + documents.len() <= fold
        };
        match spans.last_mut().filter(fits) {
            Some(span) => {
                span.years.extend(own);
                span.documents.append(&mut documents);
            }
            None => spans.push(Span { years: own.into_iter().collect(), documents }),
        }
    }
    spans
}

/// Whether search finds a document: if it has a page and is no notice of a withdrawal.
fn is_found(id: DocId, entry: &Entry, routes: &Routes) -> bool {
    let page = |route: &Route| matches!(route.what, What::Document(_) | What::Term(..) | What::MediaPage(_));
    !entry.is_withdrawn() && routes.find(routes.document(id)).is_some_and(page)
}

impl SearchPart {
    /// The folder of its files.
    pub fn folder(&self, config: &Config) -> RelPath {
        let code = &config.language(self.lang).code;
        let years = match (self.years.first(), self.years.last()) {
            (Some((first, _)), Some((last, _))) if first == last => format!("{first:04}"),
            (Some((first, _)), Some((last, _))) => format!("{first:04}-{last:04}"),
            _ => "pages".to_owned(),
        };
        RelPath::new(&format!("{INDEX}/{code}-{years}.{}", self.digest.short()))
    }

    /// Its files with their addresses; `number` is its own in [`Routes::search_parts`].
    fn files(&self, number: u32, config: &Config) -> impl Iterator<Item = (UrlPath, SearchFile)> {
        let folder = self.folder(config);
        let words = (0..self.words).map(move |at| (format!("{at}.json"), SearchFile::Words(number, at)));
        let blocks = (0..self.blocks).map(move |at| (format!("b{at}.json"), SearchFile::Block(number, at)));
        let files = words.chain(blocks).chain([("facets.json".to_owned(), SearchFile::Facets(number))]);
        files.map(move |(name, file)| (UrlPath::file(&folder.join(&name)), file))
    }

    /// The same part with other texts; itself if none of its documents has another.
    fn with_texts_of(&self, newsroom: &Newsroom, before: &Newsroom, routes: &Routes, config: &Config) -> SearchPart {
        if self.documents.iter().all(|id| newsroom.shares_entry(before, *id)) {
            return self.clone();
        }
        let span = Span { years: self.years.clone(), documents: self.documents.clone() };
        part(config, newsroom, routes, self.lang, span)
    }
}

impl Routes {
    /// The routes of the same documents with other texts: of all addresses, only those of the search index
    /// tell of texts. None if it has other files now, or if two things already stood at one address.
    pub fn with_texts_of(
        self: &Arc<Routes>,
        newsroom: &Newsroom,
        before: &Newsroom,
        config: &Config,
    ) -> Option<Arc<Routes>> {
        let parts: Vec<SearchPart> =
            self.search.iter().map(|part| part.with_texts_of(newsroom, before, self, config)).collect();
        let files = |part: &SearchPart| (part.words, part.blocks);
        if parts.iter().zip(&self.search).any(|(new, old)| files(new) != files(old)) || !self.findings.is_empty() {
            return None;
        }
        let mut routes = Routes::clone(self);
        for (number, (old, new)) in (0..).zip(self.search.iter().zip(&parts)).filter(|(_, (a, b))| a.digest != b.digest)
        {
            for ((before, _), (url, _)) in old.files(number, config).zip(new.files(number, config)) {
                let id = routes.by_url.remove(&before)?;
                routes.routes[id.0 as usize].url = url.clone();
                routes.by_url.insert(url, id);
            }
        }
        routes.search = parts;
        Some(Arc::new(routes))
    }

    /// The parts of the search index; none where site.toml switches it off.
    pub fn search_parts(&self) -> &[SearchPart] {
        reads::note(|| Read::new(Of::SearchParts));
        &self.search
    }

    /// The address of the list of a language's parts, if there is one.
    pub fn search_entry(&self, config: &Config, lang: Lang) -> Option<&UrlPath> {
        let route = self.find(&entry_url(config, lang))?;
        (route.what == What::Search(SearchFile::Entry(lang))).then_some(&route.url)
    }
}

fn entry_url(config: &Config, lang: Lang) -> UrlPath {
    UrlPath::page(&format!("{}{}", config.lang_prefix(lang), config.path_words(lang).search)).beside(ENTRY)
}

/// What search knows of some documents.
pub(crate) fn records<'a>(
    config: &'a Config,
    newsroom: &'a Newsroom,
    routes: &'a Routes,
    documents: &[DocId],
) -> Vec<Record<'a>> {
    documents.par_iter().map(|id| record(config, newsroom, routes, *id)).collect()
}

fn record<'a>(config: &'a Config, newsroom: &'a Newsroom, routes: &'a Routes, id: DocId) -> Record<'a> {
    let entry = newsroom.entry(id);
    let (document, front) = (&*entry.document, &entry.document.front);
    let lang = document.identity.lang;
    let terms = entry.units.iter().chain(&entry.people).chain(&entry.topics);
    let event = front.event.as_deref();
    let places = [
        event.map_or("", |event| &*event.place),
        &*front.host,
        &*front.guest,
        &*front.dateline,
        &*front.number,
        &*front.role,
    ];
    let photos = front.photos.iter().flat_map(|photo| [&*photo.caption, &*photo.alt]);
    let attachments = front.attachments.iter().map(|attachment| &*attachment.title);
    let transcript = front.video.as_deref().map_or("", |video| &*video.transcript);
    let extra = front.extra.iter().filter_map(|(_, extra)| match extra {
        Extra::String(text) => Some(&**text),
        _ => None,
    });
    let further = [transcript, &*front.claim, &*front.verdict];
    Record {
        url: routes.document(id).as_str(),
        title: &front.title,
        summary: &front.summary,
        names: terms
            .map(|term| newsroom.term_name(*term, lang))
            .chain(places)
            .filter(|name| !name.is_empty())
            .collect(),
        kind: &config.kind(document.identity.kind).name,
        units: entry.units.iter().map(|unit| &*newsroom.term(*unit).id).collect(),
        day: entry.moment().map(|moment| moment.local.date().to_string()).unwrap_or_default(),
        picture: picture(routes, document).map_or("", UrlPath::as_str),
        sponsored: front.sponsored,
        texts: photos.chain(attachments).chain(further).chain(extra).filter(|text| !text.is_empty()).collect(),
        body: document.body(),
    }
}

/// The smallest size of the first photo, in the encoding that every browser shows.
fn picture<'a>(routes: &'a Routes, document: &Document) -> Option<&'a UrlPath> {
    let photo = document.front.photos.first()?;
    let sizes = routes.pictures().of(document, photo)?.wide_or_whole()?;
    Some(&sizes.encodings.last()?.1.first()?.url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_is_folded_and_the_newest_year_is_not() {
        let years = |sizes: &[(Option<i16>, usize)]| -> Vec<(Vec<i16>, Vec<u8>)> {
            let mut number = 0;
            let mut documents = |count: usize| -> Vec<u8> {
                number += u8::try_from(count).unwrap();
                (number - u8::try_from(count).unwrap()..number).rev().collect()
            };
            let years = sizes.iter().map(|(year, count)| (*year, documents(*count))).collect();
            let years_of = |span: &Span<u8>| span.years.iter().map(|(year, _)| *year).collect();
            spans(years, 3).into_iter().map(|span| (years_of(&span), span.documents)).collect()
        };
        assert_eq!(
            years(&[(None, 1), (Some(2019), 1), (Some(2020), 2), (Some(2021), 1), (Some(2023), 4), (Some(2024), 1)]),
            [
                (vec![], vec![0]),
                (vec![2019, 2020], vec![1, 2, 3]),
                (vec![2021], vec![4]),
                (vec![2023], vec![5, 6, 7, 8]),
                (vec![2024], vec![9]),
            ]
        );
        assert_eq!(years(&[(None, 2)]), [(vec![], vec![0, 1])]);
        assert_eq!(years(&[]), []);
    }
}
