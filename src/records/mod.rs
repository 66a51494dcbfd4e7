//! What the build before made of each route: which questions were asked for it, what the answers were, and
//! which bytes came of it.
//!
//! A route need not be made again if it is called the same, every question has the answer that it had,
//! and its file has the bytes that came of it. Settings, theme and program are no questions: with others, no
//! record holds. Disposable as all of the cache is: without records everything is made, and a record that is
//! cut or damaged is none.

mod codec;
mod describe;
mod settled;

pub use settled::Settled;

use crate::cache::Cache;
use crate::config::Lang;
use crate::digest::Digest;
use crate::newsroom::{DocId, TermId};
use crate::output::Stamp;
use crate::path::{RelPath, UrlPath};
use crate::reads::{Of, Read, ReadId};
use crate::render::Press;
use crate::routes::Edition;
use codec::{Reader, Writer};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where records lie in the cache.
const FOLDER: &str = "routes";

/// For how many output folders they are kept.
const PLACES_MAX: usize = 4;

/// The version of their notation.
const VERSION: u64 = 1;

/// What was made of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What the route is called.
    pub name: Digest,
    /// What was asked, as places in [`Records::reads`].
    pub reads: Box<[u32]>,
    /// What came of it: its file, and smaller copies beside it.
    pub files: Vec<File>,
}

/// A file that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What its name has behind the route's own.
    pub end: &'static str,
    /// Its bytes.
    pub digest: Digest,
    /// What the file system said of it.
    pub stamp: Stamp,
}

/// The ends of names.
const ENDS: [&str; 3] = ["", ".br", ".gz"];

/// What the build before made.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// The questions with the digests of their answers.
    pub reads: Vec<(Stored, Digest)>,
    /// By address.
    pub made: FxHashMap<Arc<str>, Made>,
    /// What it looked for in every byte, since it was to be found in none.
    pub secrets: BTreeSet<Digest>,
}

/// A question in names that last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    read: Read,
    document: Option<Arc<str>>,
    term: Option<Arc<str>>,
}

impl Stored {
    /// A question about an edition.
    pub fn new(read: Read, edition: &Edition) -> Stored {
        let document = read.document.map(|number| edition.document_name(DocId(number)).into());
        let term = read.term.map(|number| edition.term_name(TermId(number)).into());
        Stored { read: Read { document: None, term: None, ..read }, document, term }
    }

    /// The same question about another edition; none if it is about something that is not there.
    pub fn about(&self, edition: &Edition) -> Option<Read> {
        let mut read = self.read.clone();
        if let Some(name) = &self.document {
            let (lang, path) = name.split_once(':')?;
            let id = edition.newsroom.number_of(path, Lang(lang.parse().ok()?))?;
            // A name without its date may mean another document by now.
            read.document = Some(id.0).filter(|_| edition.document_name(id) == **name);
            read.document?;
        }
        if let Some(name) = &self.term {
            read.term = Some(edition.term_named(name)?.0);
        }
        Some(read)
    }
}

impl Records {
    /// The records for what is published at `place`, if they hold for settings, theme and program.
    pub fn load(cache: &Cache, place: &str, guard: &Digest) -> Option<Records> {
        Records::from_bytes(&cache.get(FOLDER, &name(place))?, guard)
    }

    /// Keeps them for the next run.
    pub fn save(&self, cache: &Cache, place: &str, guard: &Digest) {
        cache.put(FOLDER, &name(place), &self.to_bytes(guard));
        cache.retain_newest(FOLDER, PLACES_MAX);
    }

    /// Whether each question still has the answer that it had.
    pub fn fresh(&self, press: &Press) -> Vec<bool> {
        let edition = press.edition();
        let same = |(read, digest): &(Stored, Digest)| {
            read.about(edition).and_then(|read| press.answer(&read)).is_some_and(|answer| answer == *digest)
        };
        self.reads.par_iter().map(same).collect()
    }

    /// The questions that were asked for the route at an address.
    pub fn asked(&self, url: &UrlPath) -> Vec<&Stored> {
        let made = self.made.get(url.as_str());
        let reads = made.map_or(&[][..], |made| &made.reads).iter();
        reads.filter_map(|place| self.reads.get(*place as usize)).map(|(read, _)| read).collect()
    }

    /// What was made of a route, if it is still called the same.
    pub fn of(&self, url: &UrlPath, name: &Digest) -> Option<&Made> {
        self.made.get(url.as_str()).filter(|made| made.name == *name)
    }

    fn to_bytes(&self, guard: &Digest) -> Vec<u8> {
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut known: FxHashMap<Arc<str>, u64> = FxHashMap::default();
        let mut number = |name: &Option<Arc<str>>| match name {
            None => 0,
            Some(name) => *known.entry(name.clone()).or_insert_with(|| {
                names.push(name.clone());
                names.len() as u64
            }),
        };
        let mut reads = Writer::default();
        reads.number(self.reads.len() as u64);
        for (Stored { read, document, term }, digest) in &self.reads {
            reads.number(read.of as u64).number(number(document)).number(number(term));
            reads.number(read.kind.map_or(0, |kind| u64::from(kind) + 1)).number(read.lang.into());
            read.numbers.iter().for_each(|number| {
                reads.signed((*number).into());
            });
            reads.number(number(&read.name)).digest(digest);
        }
        let mut out = Writer::default();
        out.number(VERSION).digest(guard).number(names.len() as u64);
        names.iter().for_each(|name| {
            out.text(name);
        });
        out.append(reads);
        out.number(self.secrets.len() as u64);
        self.secrets.iter().for_each(|secret| {
            out.digest(secret);
        });
        out.number(self.made.len() as u64);
        let mut made: Vec<(&Arc<str>, &Made)> = self.made.iter().collect();
        made.sort_unstable_by_key(|(url, _)| *url);
        for (url, made) in made {
            out.text(url).digest(&made.name).number(made.reads.len() as u64);
            let mut last = 0;
            for read in &made.reads {
                out.number(u64::from(*read).wrapping_sub(last));
                last = u64::from(*read);
            }
            out.number(made.files.len() as u64);
            for File { end, digest, stamp } in &made.files {
                out.number(ENDS.iter().position(|known| known == end).unwrap_or_default() as u64).digest(digest);
                out.number(stamp.len).number(stamp.number).signed(stamp.written).signed(stamp.changed);
            }
        }
        out.finish()
    }

    fn from_bytes(bytes: &[u8], guard: &Digest) -> Option<Records> {
        let mut from = Reader::new(bytes);
        if from.number()? != VERSION || from.digest()? != *guard {
            return None;
        }
        let names: Vec<Arc<str>> = from.list(|from| Some(from.text()?.into()))?;
        let named = |number: u64| -> Option<Option<Arc<str>>> {
            let Some(at) = number.checked_sub(1) else { return Some(None) };
            Some(Some(names.get(usize::try_from(at).ok()?)?.clone()))
        };
        let reads = from.list(|from| {
            let of = Of::from_number(from.small()?)?;
            let (document, term) = (named(from.number()?)?, named(from.number()?)?);
            let kind = from.number()?.checked_sub(1).map(u8::try_from).transpose().ok()?;
            let lang = from.small()?;
            let mut numbers = [0; 4];
            for number in &mut numbers {
                *number = i32::try_from(from.signed()?).ok()?;
            }
            let read = Read { of, document: None, term: None, kind, lang, numbers, name: named(from.number()?)? };
            Some((Stored { read, document, term }, from.digest()?))
        })?;
        let secrets = from.list(Reader::digest)?.into_iter().collect();
        let made = from.list(|from| {
            let (url, name) = (from.text()?.into(), from.digest()?);
            let mut last = 0u32;
            let places = from.list(|from| {
                last = last.checked_add(from.small()?)?;
                ((last as usize) < reads.len()).then_some(last)
            })?;
            let files = from.list(|from| {
                let end = ENDS.get(from.small::<usize>()?)?;
                let digest = from.digest()?;
                let (len, number, written, changed) = (from.number()?, from.number()?, from.signed()?, from.signed()?);
                Some(File { end, digest, stamp: Stamp { len, number, written, changed } })
            })?;
            Some((url, Made { name, reads: places.into(), files }))
        })?;
        from.is_done().then(|| Records { reads, made: made.into_iter().collect(), secrets })
    }
}

/// Records of one build, as its routes are made or taken over.
#[derive(Debug, Default)]
pub struct Recording {
    made: Vec<Entry>,
}

/// A route with its name, the questions that were asked for it, and its files.
#[derive(Debug)]
struct Entry {
    url: Arc<str>,
    name: Digest,
    reads: Box<[ReadId]>,
    files: Vec<File>,
}

impl Recording {
    /// Takes down what was made of a route, or taken over; the questions by their numbers in the press's ledger.
    pub fn add(&mut self, url: &UrlPath, name: Digest, reads: &[ReadId], files: Vec<File>) {
        self.made.push(Entry { url: url.shared(), name, reads: reads.into(), files });
    }

    /// The records, with the answers to all questions.
    pub fn finish(self, press: &Press, secrets: BTreeSet<Digest>) -> Records {
        let all = press.ledger().all();
        let mut asked = vec![false; all.len()];
        for number in self.made.iter().flat_map(|entry| &*entry.reads) {
            asked[*number as usize] = true;
        }
        let edition = press.edition();
        let answered: Vec<Option<(ReadId, Stored, Digest)>> = all
            .into_par_iter()
            .filter(|(number, _)| asked[*number as usize])
            .map(|(number, read)| Some((number, Stored::new(read.clone(), edition), press.answer(&read)?)))
            .collect();
        let mut places: FxHashMap<ReadId, u32> = FxHashMap::default();
        let mut reads = Vec::with_capacity(answered.len());
        for (number, stored, digest) in answered.into_iter().flatten() {
            places.insert(number, reads.len() as u32);
            reads.push((stored, digest));
        }
        let made = self.made.into_iter().filter_map(|Entry { url, name, reads: asked, files }| {
            // A question without an answer is one that can't be asked again: then the route is made again.
            let mut own: Vec<u32> = asked.iter().map(|number| places.get(number).copied()).collect::<Option<_>>()?;
            own.sort_unstable();
            Some((url, Made { name, reads: own.into(), files }))
        });
        Records { made: made.collect(), reads, secrets }
    }
}

fn name(place: &str) -> String {
    Digest::of(place.as_bytes()).to_string()
}

/// The name of a route as records have it.
pub fn route_name(edition: &Edition, what: &crate::routes::What) -> Digest {
    Digest::of(edition.name_of(what).as_bytes())
}

/// The file of a route with an end behind its name.
pub fn file_at(url: &UrlPath, end: &str) -> RelPath {
    let file = url.output();
    if end.is_empty() { file } else { RelPath::new(&format!("{file}{end}")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reads::NONE;

    fn records() -> Records {
        let read = |of| Read { name: Some("berita/a".into()), numbers: [3, NONE, i32::MIN, i32::MAX], ..Read::new(of) };
        let stored =
            |of, document: Option<&str>| Stored { read: read(of), document: document.map(Into::into), term: None };
        let digest = |text: &str| Digest::of(text.as_bytes());
        let stamp = Stamp { len: 7, number: u64::MAX, written: i64::MIN, changed: -1 };
        let file = |end| File { end, digest: digest(end), stamp };
        let made = Made { name: digest("n"), reads: [0, 1].into(), files: vec![file(""), file(".gz")] };
        Records {
            reads: vec![(stored(Of::Head, Some("0:berita/a")), digest("a")), (stored(Of::Facts, None), digest("b"))],
            made: [("/".into(), made.clone()), ("/a/".into(), Made { reads: [].into(), ..made })].into_iter().collect(),
            secrets: [digest("c")].into(),
        }
    }

    #[test]
    fn records_are_read_back_as_they_were() {
        let guard = Digest::of(b"guard");
        let bytes = records().to_bytes(&guard);
        assert_eq!(Records::from_bytes(&bytes, &guard), Some(records()));
        assert_eq!(Records::from_bytes(&bytes, &Digest::of(b"other")), None);
    }

    #[test]
    fn what_is_cut_or_damaged_is_no_record_and_no_panic() {
        let guard = Digest::of(b"guard");
        let bytes = records().to_bytes(&guard);
        for at in 0..bytes.len() {
            assert_eq!(Records::from_bytes(&bytes[..at], &guard), None, "cut at {at}");
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[at] ^= 1 << bit;
                let _ = Records::from_bytes(&damaged, &guard);
            }
        }
    }
}
