//! What the build before made of each route: which questions were asked for it, what the answers were, and
//! which bytes came of it.
//!
//! A route need not be made again if it is called the same, every question has the answer that it had,
//! and its file has the bytes that came of it. Settings, theme and program are no questions: with others, no
//! record holds. Disposable as all of the cache is: without records everything is made, and a record that is
//! cut or damaged is none.

mod asked;
mod describe;
mod recording;
mod settled;
mod standing;
mod stock;
mod tampered;

pub use asked::Asked;
pub use recording::Fresh;
pub use settled::Settled;
pub use standing::Standing;
pub use stock::{Stock, keep_inventory};

use crate::cache::Cache;
use crate::codec::{self, Reader, Writer};
use crate::digest::{Brief, Digest};
use crate::nearby;
use crate::path::{RelPath, UrlPath};
use crate::reads::{Of, Read};
use crate::routes::{Edition, What};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

/// Where records lie in the cache.
const FOLDER: &str = "routes";

/// For how many output folders they are kept.
const PLACES_MAX: usize = 4;

/// The version of their notation.
const VERSION: u64 = 5;

/// What was made of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The route's address.
    url: UrlPath,
    /// What the route is called.
    name: Brief,
    /// Where in [`Records::asked`] the questions are that were asked for it.
    asked: Range<u32>,
    /// Where in [`Records::files`] its files are.
    files: Range<u32>,
}

/// A file that was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// What its name has behind the route's own.
    pub end: &'static str,
    /// Its bytes.
    pub digest: Digest,
    /// How many those are.
    pub len: u64,
}

/// The ends of names: a route's file, and smaller copies beside it.
const ENDS: [&str; 3] = ["", ".br", ".gz"];

/// What the build before made. Kept as few long lists: there may be a million routes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// What they hold for: settings, theme and program.
    guard: Digest,
    /// What the whole newsroom was but for its texts, by [`Edition::model`].
    model: Digest,
    /// The names of the documents that questions are about, with the digests of their files.
    documents: Vec<(Arc<str>, Digest)>,
    /// The names of the units, people and topics.
    terms: Vec<Arc<str>>,
    /// The questions, with places in these lists for numbers, and the digests of the answers.
    reads: Vec<(Read, Brief)>,
    asked: Vec<u32>,
    files: Vec<File>,
    /// By address.
    made: Vec<Made>,
    /// What it looked for in every byte, since it was to be found in none.
    pub secrets: BTreeSet<Digest>,
}

impl Records {
    /// The records for what is published at `place`, and their digest.
    pub fn load(cache: &Cache, place: &str) -> Option<(Records, Digest)> {
        let (bytes, digest) = cache.get_signed(FOLDER, &name(place))?;
        Some((Records::from_bytes(&bytes)?, digest))
    }

    /// Whether they hold for settings, theme and program.
    pub fn hold_for(&self, guard: &Digest) -> bool {
        self.guard == *guard
    }

    /// Keeps them for the next run, and tells their digest.
    pub fn save(mut self, cache: &Cache, place: &str, guard: Digest) -> Option<Digest> {
        self.guard = guard;
        let digest = cache.put_by(FOLDER, &name(place), |out| self.write(out));
        cache.retain_newest(FOLDER, PLACES_MAX);
        digest
    }

    /// The place of a route, if it is still called the same, and what was made of it. Routes should come nearly in
    /// order: `next` is where the next is looked for.
    pub fn of(&self, url: &UrlPath, name: &Brief, next: &mut usize) -> Option<(usize, &Made)> {
        let place = nearby::find(&self.made, next, |made| made.url.cmp(url))?;
        self.made.get(place).filter(|made| made.name == *name).map(|made| (place, made))
    }

    fn place_of(&self, url: &UrlPath) -> Option<usize> {
        self.made.binary_search_by(|made| made.url.cmp(url)).ok()
    }

    /// The files that were made.
    pub fn files(&self, made: &Made) -> &[File] {
        &self.files[made.files.start as usize..made.files.end as usize]
    }

    /// The files of the route at a place.
    pub fn files_at(&self, place: usize) -> &[File] {
        self.made.get(place).map_or(&[], |made| self.files(made))
    }

    fn places(&self, made: &Made) -> &[u32] {
        &self.asked[made.asked.start as usize..made.asked.end as usize]
    }

    /// The questions asked for a route that have another answer now.
    pub fn changed(&self, made: &Made, standing: &Standing) -> Vec<Asked> {
        let other = self.places(made).iter().filter(|place| !standing.holds(**place));
        other.filter_map(|place| self.question(*place)).map(|(asked, _)| asked).collect()
    }

    fn asked(&self, made: &Made) -> Vec<(Asked, Brief)> {
        self.places(made).iter().filter_map(|place| self.question(*place)).collect()
    }

    /// The questions that were asked for the route at an address, with the digests of the answers.
    pub fn asked_at(&self, url: &UrlPath) -> Vec<(Asked, Brief)> {
        let made = self.place_of(url).and_then(|place| self.made.get(place));
        made.map(|made| self.asked(made)).unwrap_or_default()
    }

    fn question(&self, place: u32) -> Option<(Asked, Brief)> {
        let (read, answer) = self.reads.get(place as usize)?;
        let document = read.document.and_then(|place| Some(self.documents.get(place as usize)?.0.clone()));
        let term = read.term.and_then(|place| self.terms.get(place as usize).cloned());
        Some((Asked { read: Read { document: None, term: None, ..read.clone() }, document, term }, *answer))
    }

    /// Writes them piece by piece: those of a large newsroom are not held as bytes as well.
    fn write(&self, to: &mut (dyn Write + Send)) -> io::Result<()> {
        let mut names: Vec<&str> = Vec::new();
        let mut known: FxHashMap<&str, u64> = FxHashMap::default();
        for name in self.reads.iter().filter_map(|(read, _)| read.name.as_deref()) {
            known.entry(name).or_insert_with(|| {
                names.push(name);
                names.len() as u64
            });
        }
        let mut out = Writer::default();
        out.number(VERSION).digest(&self.guard).digest(&self.model).number(self.documents.len() as u64);
        for (name, file) in &self.documents {
            out.text(name).digest(file);
        }
        out.texts(&mut self.terms.iter().map(|name| &**name)).texts(&mut names.iter().copied());
        out.number(self.reads.len() as u64).pour(to)?;
        codec::write_all(to, &self.reads, |out, (read, answer)| {
            out.number(read.of as u64);
            for place in [read.document, read.term] {
                out.number(place.map_or(0, |place| u64::from(place) + 1));
            }
            out.number(read.name.as_deref().map_or(0, |name| known.get(name).copied().unwrap_or_default()));
            out.number(read.kind.map_or(0, |kind| u64::from(kind) + 1)).number(read.lang.into());
            for number in read.numbers {
                out.signed(number.into());
            }
            out.brief(answer);
        })?;
        out.number(self.secrets.len() as u64);
        for secret in &self.secrets {
            out.digest(secret);
        }
        let of_all = |of: fn(&Made) -> &Range<u32>| self.made.iter().map(|made| of(made).len() as u64).sum();
        out.number(of_all(|made| &made.asked)).number(of_all(|made| &made.files));
        out.number(self.made.len() as u64).pour(to)?;
        codec::write_all(to, &self.made, |out, made| {
            let (asked, files) = (self.places(made), self.files(made));
            out.text(made.url.as_str()).brief(&made.name).number(asked.len() as u64);
            let mut last = 0;
            for place in asked {
                out.number(u64::from(place - last));
                last = *place;
            }
            out.number(files.len() as u64);
            for File { end, digest, len } in files {
                let end = ENDS.iter().position(|known| known == end).unwrap_or_default();
                out.number(end as u64).digest(digest).number(*len);
            }
        })
    }

    fn from_bytes(bytes: &[u8]) -> Option<Records> {
        let mut from = Reader::new(bytes);
        if from.number()? != VERSION {
            return None;
        }
        let (guard, model) = (from.digest()?, from.digest()?);
        let text = |from: &mut Reader<'_>| Some(Arc::<str>::from(from.text()?));
        let documents = from.list(|from| Some((text(from)?, from.digest()?)))?;
        let (terms, names) = (from.list(text)?, from.list(text)?);
        let reads = from.list(|from| {
            let of = Of::from_number(from.small()?)?;
            let mut place = |most: usize| match from.number()?.checked_sub(1) {
                None => Some(None),
                Some(place) => Some(Some(u32::try_from(place).ok().filter(|place| (*place as usize) < most)?)),
            };
            let (document, term, name) = (place(documents.len())?, place(terms.len())?, place(names.len())?);
            let kind = from.number()?.checked_sub(1).map(u8::try_from).transpose().ok()?;
            let lang = from.small()?;
            let mut numbers = [0; 4];
            for number in &mut numbers {
                *number = i32::try_from(from.signed()?).ok()?;
            }
            let name = name.map(|place| names[place as usize].clone());
            Some((Read { of, document, term, kind, lang, numbers, name }, from.brief()?))
        })?;
        let secrets = from.list(Reader::digest)?.into_iter().collect();
        let (all_asked, all_files): (usize, usize) = (from.small()?, from.small()?);
        let (mut asked, mut files): (Vec<u32>, Vec<File>) = (from.room(all_asked), from.room(all_files));
        let end = |len: usize| u32::try_from(len).ok();
        let made = from.list(|from| {
            let (url, name) = (UrlPath::written(from.text()?), from.brief()?);
            let (questions, copies) = (end(asked.len())?, end(files.len())?);
            let mut last = 0u32;
            for _ in 0..from.number()? {
                last = last.checked_add(from.small()?)?;
                asked.push(Some(last).filter(|place| (*place as usize) < reads.len())?);
            }
            for _ in 0..from.number()? {
                let (end, digest) = (ENDS.get(from.small::<usize>()?)?, from.digest()?);
                files.push(File { end, digest, len: from.number()? });
            }
            Some(Made { url, name, asked: questions..end(asked.len())?, files: copies..end(files.len())? })
        })?;
        let ordered = made.is_sorted_by(|a, b| a.url < b.url);
        let counted = (asked.len(), files.len()) == (all_asked, all_files);
        let records = Records { guard, model, documents, terms, reads, asked, files, made, secrets };
        (from.is_done() && ordered && counted).then_some(records)
    }
}

fn name(place: &str) -> String {
    Digest::of(place.as_bytes()).to_string()
}

/// The name of a route as records have it.
pub fn route_name(edition: &Edition, what: &What) -> Brief {
    Digest::of(edition.name_of(what).as_bytes()).brief()
}

/// The file of a route with an end behind its name.
pub fn file_at(url: &UrlPath, end: &str) -> RelPath {
    let file = url.output();
    if end.is_empty() { file } else { RelPath::new(&format!("{file}{end}")) }
}

#[cfg(test)]
mod tests;
