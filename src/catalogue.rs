//! The search index, part by part: makes a part's files once, and keeps them for the next run.
//!
//! A part whose records did not change is not made again. Few parts are held at a time, so that memory
//! does not grow with the years. May not decide what is in a part: `routes` does; nor what its files
//! look like: `search` does.

use crate::apart::apart;
use crate::cache::Cache;
use crate::config::Lang;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::routes::{Edition, SearchFile, SearchPart, records};
use crate::search::{self, BLOCK, Counted, Index, LEVELS, Language, Record};
use crate::text;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

/// Where parts lie in the cache, by the digest of their records, and where their first keys do.
const SEARCH: &str = "search";
const FIRST: &str = "search-keys";

/// Where lies what the words of a language's newest year came to, by language and year.
const COUNTED: &str = "search-words";

/// How many parts are held: as many as are written at a time.
const HELD: usize = 8;

/// A part; none if a text of it could not be read back.
type Slot = Arc<OnceLock<Option<Arc<Index>>>>;

/// Makes parts of the search index, each once.
#[derive(Debug)]
pub struct Catalogue {
    cache: Arc<Cache>,
    held: Mutex<Vec<(Digest, Slot)>>,
    /// The first keys of every part met: small, and wanted together.
    first: Mutex<BTreeMap<Digest, Arc<Vec<String>>>>,
    /// What was counted by runs before, of parts that are yet to be made.
    counted: Mutex<BTreeMap<String, Arc<Counted>>>,
    /// Makes parts already.
    begun: Mutex<Option<JoinHandle<Result<(), Failure>>>>,
    made: AtomicUsize,
    reused: AtomicUsize,
}

/// What the browser is told of a language's index.
#[derive(Serialize)]
struct Entry<'a> {
    version: u32,
    language: &'static str,
    base: &'a str,
    block: usize,
    levels: [u32; 8],
    stop: &'static [&'static str],
    whole: &'static [&'static str],
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    years: &'a [(i16, usize)],
    count: usize,
    at: String,
    first: &'a [String],
}

impl Catalogue {
    /// A catalogue over what earlier runs made.
    pub fn new(cache: Arc<Cache>) -> Catalogue {
        Catalogue {
            cache,
            held: Mutex::default(),
            first: Mutex::default(),
            counted: Mutex::default(),
            begun: Mutex::default(),
            made: AtomicUsize::new(0),
            reused: AtomicUsize::new(0),
        }
    }

    /// How many parts were made, and how many were there from earlier runs.
    pub fn counts(&self) -> (usize, usize) {
        (self.made.load(Ordering::Relaxed), self.reused.load(Ordering::Relaxed))
    }

    /// Begins to make the parts that no run has made before, beside whatever else is done.
    pub fn begin(self: &Arc<Self>, edition: Arc<Edition>) {
        let own = self.clone();
        // Where the system has no more threads, it is done when it is wanted.
        *self.begun() = thread::Builder::new().spawn(move || own.make_absent(&edition)).ok();
    }

    fn begun(&self) -> MutexGuard<'_, Option<JoinHandle<Result<(), Failure>>>> {
        lock(&self.begun)
    }

    /// Makes the parts that no run has made before, or waits for those that were begun.
    pub fn develop(&self, edition: &Edition) -> Result<(), Failure> {
        let begun = self.begun().take();
        begun.map_or_else(
            || self.make_absent(edition),
            |begun| begun.join().unwrap_or_else(|panic| resume_unwind(panic)),
        )
    }

    fn make_absent(&self, edition: &Edition) -> Result<(), Failure> {
        let parts = edition.routes.search_parts();
        let absent = parts.iter().filter(|part| !self.cache.has(SEARCH, &part.digest.to_string()));
        let absent: Vec<&SearchPart> = absent.collect();
        if absent.is_empty() {
            return Ok(());
        }
        // A part is made by one thread, which would also have to parse again what an earlier run had parsed.
        let recall = |part: &&SearchPart| {
            let counted = self.counted(edition, part).filter(|(_, counted)| !counted.is_empty());
            let recall = |record: &Record<'_>| record.body.html.recall(&edition.aside);
            match counted {
                Some((_, counted)) => {
                    let records = records(&edition.config, &edition.newsroom, &edition.routes, &part.documents);
                    records.par_iter().filter(|record| !counted.knows(record)).for_each(recall);
                }
                None => part.documents.par_iter().for_each(|id| {
                    edition.newsroom.entry(*id).document.body().html.recall(&edition.aside);
                }),
            }
        };
        let make = || {
            absent.iter().for_each(recall);
            absent.par_iter().try_for_each(|part| self.part(edition, part).map(drop))
        };
        apart(make)
    }

    /// The bytes of a file.
    pub fn file(&self, edition: &Edition, file: SearchFile) -> Result<Vec<u8>, Failure> {
        let number = match file {
            SearchFile::Entry(lang) => return self.entry(edition, lang),
            SearchFile::Words(number, _) | SearchFile::Block(number, _) | SearchFile::Facets(number) => number,
        };
        let Some(part) = edition.routes.search_parts().get(number as usize) else { return Ok(Vec::new()) };
        let index = self.part(edition, part)?;
        let found = match file {
            SearchFile::Words(_, at) => index.words.get(at as usize),
            SearchFile::Block(_, at) => index.blocks.get(at as usize),
            SearchFile::Facets(_) | SearchFile::Entry(_) => Some(&index.facets),
        };
        Ok(found.cloned().unwrap_or_default())
    }

    fn part(&self, edition: &Edition, part: &SearchPart) -> Result<Arc<Index>, Failure> {
        let slot = {
            let mut held = lock(&self.held);
            let at = held.iter().position(|(digest, _)| *digest == part.digest);
            let own = at.map_or_else(|| (part.digest, Slot::default()), |at| held.remove(at));
            held.truncate(HELD - 1);
            held.insert(0, own.clone());
            own.1
        };
        // Nothing within runs in parallel: a thread that waits for a part can't be asked to make it.
        let made = slot.get_or_init(|| self.kept(part).or_else(|| self.make(edition, part)).map(Arc::new));
        made.clone().ok_or_else(|| {
            Failure::new(text!(
                "teks untuk indeks pencarian tidak dapat dibaca kembali dari .warta; periksa sisa ruang cakram",
                "a text for the search index can't be read back from .warta; see whether the disk is full"
            ))
        })
    }

    fn kept(&self, part: &SearchPart) -> Option<Index> {
        let bytes = self.cache.get(SEARCH, &part.digest.to_string())?;
        let index = Index::from_bytes(&bytes, part.words, part.blocks)?;
        self.reused.fetch_add(1, Ordering::Relaxed);
        self.remember(part, &index);
        Some(index)
    }

    fn make(&self, edition: &Edition, part: &SearchPart) -> Option<Index> {
        let records = records(&edition.config, &edition.newsroom, &edition.routes, &part.documents);
        let language = Language::of(&edition.config.language(part.lang).code);
        let known = self.counted(edition, part);
        let index = match known {
            Some((name, counted)) => {
                lock(&self.counted).remove(&name);
                let mut counted = Arc::unwrap_or_clone(counted);
                let made = search::index(language, &records, part.words, &edition.aside, Some(&mut counted));
                made.inspect(|_| {
                    let _ = self.cache.put(COUNTED, &name, &counted.to_bytes(language));
                })
            }
            None => search::index(language, &records, part.words, &edition.aside, None),
        };
        let index = index.ok()?;
        self.made.fetch_add(1, Ordering::Relaxed);
        self.cache.put(SEARCH, &part.digest.to_string(), &index.to_bytes());
        self.remember(part, &index);
        Some(index)
    }

    /// What runs before have counted of a language's newest year, in which nearly all edits are made, with the name that
    /// it is kept by.
    fn counted(&self, edition: &Edition, part: &SearchPart) -> Option<(String, Arc<Counted>)> {
        let name = name_of_counted(edition, part)?;
        let language = Language::of(&edition.config.language(part.lang).code);
        let kept = || Counted::from_bytes(&self.cache.get(COUNTED, &name)?, language);
        let counted =
            lock(&self.counted).entry(name.clone()).or_insert_with(|| Arc::new(kept().unwrap_or_default())).clone();
        Some((name, counted))
    }

    fn remember(&self, part: &SearchPart, index: &Index) {
        if !self.cache.has(FIRST, &part.digest.to_string()) {
            self.cache.put(FIRST, &part.digest.to_string(), index.first.join("\n").as_bytes());
        }
        let mut first = lock(&self.first);
        first.entry(part.digest).or_insert_with(|| Arc::new(index.first.clone()));
    }

    /// The list of a language's parts, the newest first; what has no day comes last.
    fn entry(&self, edition: &Edition, lang: Lang) -> Result<Vec<u8>, Failure> {
        let mut parts: Vec<&SearchPart> =
            edition.routes.search_parts().iter().filter(|part| part.lang == lang).collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.years.last()));
        let first: Vec<Arc<Vec<String>>> =
            parts.par_iter().map(|part| self.first(edition, part)).collect::<Result<_, Failure>>()?;
        let config = &edition.config;
        let language = Language::of(&config.language(lang).code);
        let entry = Entry {
            version: search::VERSION,
            language: language.name(),
            base: &config.base_path,
            block: BLOCK,
            levels: LEVELS,
            stop: language.lexicon().stop,
            whole: language.lexicon().whole,
            parts: parts
                .iter()
                .zip(&first)
                .map(|(part, first)| Part {
                    years: &part.years,
                    count: part.documents.len(),
                    at: format!("/{}/", part.folder(config)),
                    first,
                })
                .collect(),
        };
        // Strings and numbers can always be written.
        Ok(serde_json::to_vec(&entry).unwrap_or_default())
    }

    fn first(&self, edition: &Edition, part: &SearchPart) -> Result<Arc<Vec<String>>, Failure> {
        let known = lock(&self.first).get(&part.digest).cloned();
        let kept = || {
            let bytes = self.cache.get(FIRST, &part.digest.to_string())?;
            let first: Vec<String> = String::from_utf8(bytes).ok()?.split('\n').map(str::to_owned).collect();
            (first.len() == part.words as usize).then(|| Arc::new(first))
        };
        known.or_else(kept).map_or_else(|| Ok(Arc::new(self.part(edition, part)?.first.clone())), Ok)
    }

    /// Lets go of the parts that are held, once their files are written.
    pub fn release(&self) {
        lock(&self.held).clear();
    }

    /// Drops from the cache the parts that the newsroom does not have any more.
    pub fn tidy(&self, edition: &Edition) {
        let wanted: BTreeSet<String> =
            edition.routes.search_parts().iter().map(|part| part.digest.to_string()).collect();
        self.cache.retain(SEARCH, &wanted);
        self.cache.retain(FIRST, &wanted);
        let parts = edition.routes.search_parts().iter();
        let counted: BTreeSet<String> = parts.filter_map(|part| name_of_counted(edition, part)).collect();
        self.cache.retain(COUNTED, &counted);
    }
}

/// The name by which it is kept what the words of a part came to; none for the past.
fn name_of_counted(edition: &Edition, part: &SearchPart) -> Option<String> {
    let own = edition.routes.search_parts().iter().filter(|one| one.lang == part.lang);
    let newest = own.filter_map(|one| one.years.last()).max()?;
    let (year, _) = part.years.last().filter(|year| *year == newest)?;
    Some(format!("{}-{year:04}", edition.config.language(part.lang).code))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
