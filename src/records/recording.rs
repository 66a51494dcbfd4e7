//! Records of one build: those of the build before, with what was made anew in the place of what was made
//! then.

use super::{File, Made, Records, Standing};
use crate::digest::{Brief, Digest};
use crate::newsroom::{DocId, TermId};
use crate::path::UrlPath;
use crate::reads::{Read, ReadId, Selection};
use crate::render::Press;
use crate::routes::Edition;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A route that was rendered.
#[derive(Debug)]
pub struct Fresh {
    /// Its address.
    pub url: UrlPath,
    /// Its name, by [`super::route_name`].
    pub name: Brief,
    /// What was asked for it, by numbers of the press's ledger.
    pub reads: Box<[ReadId]>,
    /// Its files.
    pub files: Vec<File>,
}

/// How many routes are looked through at a time.
const SOME: usize = 16 * 1024;

/// How many questions a thread answers in one go: others are still busy with the files when the first are asked,
/// and are to find enough left.
const FEW: usize = 512;

impl Records {
    /// The records of a build that has taken over some routes, the `kept` ones by their places, and made others: these
    /// were the records before, and this is how they stood. Taken over may be only what asked nothing that has
    /// another answer now.
    pub fn renewed(
        self,
        standing: &Standing,
        press: &Press,
        kept: Vec<usize>,
        fresh: Vec<Fresh>,
        secrets: BTreeSet<Digest>,
    ) -> Records {
        let renew = || self.with_made(standing, press, kept, fresh);
        let (records, model) = rayon::join(renew, || press.edition().model());
        Records { secrets, model, ..records }
    }

    fn with_made(mut self, standing: &Standing, press: &Press, mut kept: Vec<usize>, mut fresh: Vec<Fresh>) -> Records {
        let wanted = Selection::new(fresh.iter().flat_map(|fresh| fresh.reads.iter().copied()));
        let places = self.add_questions(standing, press, &wanted);
        kept.par_sort_unstable();
        fresh.par_sort_unstable_by(|a, b| a.url.cmp(&b.url));
        // Puts places for the numbers of questions. One without an answer can't be asked again: then the route is
        // made again.
        let find = |fresh: &mut Fresh| -> Option<()> {
            for number in &mut fresh.reads {
                *number = (*places.get(wanted.place(*number)?)?)?;
            }
            fresh.reads.sort_unstable();
            Some(())
        };
        let (before, old_asked) = (std::mem::take(&mut self.made), std::mem::take(&mut self.asked));
        let old_files = std::mem::take(&mut self.files);
        let of_kept = |place: &usize| before[*place].asked.len();
        let of_fresh = fresh.iter().map(|fresh| fresh.reads.len());
        self.asked.reserve_exact(of_fresh.chain(kept.iter().map(of_kept)).sum());
        self.made.reserve_exact(kept.len() + fresh.len());
        let of_kept = |place: &usize| before[*place].files.len();
        let of_fresh = fresh.iter().map(|fresh| fresh.files.len());
        self.files.reserve_exact(of_fresh.chain(kept.iter().map(of_kept)).sum());
        let mut kept = kept.into_iter().map(|place| &before[place]).peekable();
        let keep = |records: &mut Records, made: &Made| {
            let asked = &old_asked[made.asked.start as usize..made.asked.end as usize];
            let files = &old_files[made.files.start as usize..made.files.end as usize];
            records.add(made.url.clone(), made.name, asked, files);
        };
        let mut fresh = fresh.into_iter();
        loop {
            // Some at a time: those of a large newsroom are many.
            let mut some: Vec<Fresh> = fresh.by_ref().take(SOME).collect();
            if some.is_empty() {
                break;
            }
            let found: Vec<Option<()>> = some.par_iter_mut().map(find).collect();
            for (Fresh { url, name, reads, files }, found) in some.iter().zip(found) {
                while let Some(made) = kept.next_if(|made| made.url < *url) {
                    keep(&mut self, made);
                }
                if found.is_some() {
                    self.add(url.clone(), *name, reads, files);
                }
            }
            // Others than this thread have made them.
            some.into_par_iter().for_each(drop);
        }
        kept.for_each(|made| keep(&mut self, made));
        self.drop_unasked();
        self
    }

    /// Adds the questions that were asked for what was made, with their answers, and tells in order where they
    /// stand: nowhere those that can't be asked again.
    fn add_questions(&mut self, standing: &Standing, press: &Press, wanted: &Selection) -> Vec<Option<u32>> {
        let mut questions: Vec<(Read, Option<Brief>)> = press.ledger().drain(wanted);
        let mut names = Names::new(self, standing, press.edition());
        let known: Vec<Option<u32>> = if self.reads.is_empty() {
            Vec::new()
        } else {
            let lasting: Vec<Read> = questions.iter().map(|(read, _)| names.lasting(read.clone())).collect();
            self.places_of(&lasting)
        };
        let known = |at: usize| known.get(at).copied().flatten();
        questions.par_iter_mut().with_max_len(FEW).enumerate().for_each(|(at, (read, answer))| {
            *answer = match known(at) {
                Some(place) if standing.holds(place) => Some(self.reads[place as usize].1),
                place => place.and_then(|place| standing.answer(place)).or_else(|| Some(press.answer(read)?.brief())),
            };
        });
        let mut places = Vec::with_capacity(wanted.count());
        let mut next = u32::try_from(self.reads.len()).unwrap_or(u32::MAX);
        let place = |(at, (read, answer)): (usize, (Read, Option<Brief>))| -> Option<(Read, Brief)> {
            let (place, new) = match (known(at), answer) {
                (Some(place), Some(answer)) => {
                    self.reads[place as usize].1 = answer;
                    (Some(place), None)
                }
                (None, Some(answer)) => {
                    next += 1;
                    (Some(next - 1), Some((names.lasting(read), answer)))
                }
                (_, None) => (None, None),
            };
            places.push(place);
            new
        };
        // Where these are all there are, they stay where they lie.
        let new: Vec<(Read, Brief)> = questions.into_iter().enumerate().filter_map(place).collect();
        names.add_to(self);
        if self.reads.is_empty() {
            self.reads = new;
        } else {
            self.reads.extend(new);
        }
        places
    }

    /// Where questions stand already.
    fn places_of(&self, questions: &[Read]) -> Vec<Option<u32>> {
        let numbers: FxHashMap<&Read, usize> = questions.iter().zip(0..).collect();
        let met = |((read, _), place): (&(Read, Brief), u32)| Some((*numbers.get(read)?, place));
        let count = u32::try_from(self.reads.len()).unwrap_or(u32::MAX);
        let met: Vec<(usize, u32)> = self.reads.par_iter().zip(0..count).filter_map(met).collect();
        let mut places = vec![None; questions.len()];
        met.into_iter().for_each(|(number, place)| places[number] = Some(place));
        places
    }

    /// Drops the questions that no route asked, and what only they are about.
    fn drop_unasked(&mut self) {
        let mut reads = vec![false; self.reads.len()];
        self.asked.iter().for_each(|place| reads[*place as usize] = true);
        if reads.iter().any(|wanted| !wanted) {
            let new = renumber(&reads);
            retain(&mut self.reads, &reads);
            self.asked.iter_mut().for_each(|place| *place = new[*place as usize]);
        }
        let mut documents = vec![false; self.documents.len()];
        let mut terms = vec![false; self.terms.len()];
        for (read, _) in &self.reads {
            read.document.into_iter().for_each(|place| documents[place as usize] = true);
            read.term.into_iter().for_each(|place| terms[place as usize] = true);
        }
        let (new_documents, new_terms) = (renumber(&documents), renumber(&terms));
        retain(&mut self.documents, &documents);
        retain(&mut self.terms, &terms);
        for (read, _) in &mut self.reads {
            read.document = read.document.map(|place| new_documents[place as usize]);
            read.term = read.term.map(|place| new_terms[place as usize]);
        }
    }

    pub(super) fn add(&mut self, url: UrlPath, name: Brief, asked: &[u32], files: &[File]) {
        let (questions, copies) = (self.asked.len() as u32, self.files.len() as u32);
        self.asked.extend_from_slice(asked);
        self.files.extend_from_slice(files);
        let made =
            Made { url, name, asked: questions..self.asked.len() as u32, files: copies..self.files.len() as u32 };
        self.made.push(made);
    }
}

/// Where the names of today's documents and terms stand in the records.
struct Names<'a> {
    edition: &'a Edition,
    documents: Places,
    terms: Places,
}

/// The places of some numbers, and the numbers that are to have the next places.
struct Places {
    known: FxHashMap<u32, u32>,
    first: u32,
    new: Vec<u32>,
}

impl Places {
    fn new(numbers: &[Option<u32>]) -> Places {
        let known = (0..).zip(numbers).filter_map(|(place, number)| Some(((*number)?, place))).collect();
        Places { known, first: numbers.len() as u32, new: Vec::new() }
    }

    fn of(&mut self, number: u32) -> u32 {
        *self.known.entry(number).or_insert_with(|| {
            self.new.push(number);
            self.first + self.new.len() as u32 - 1
        })
    }
}

impl<'a> Names<'a> {
    /// Begins with those of the records before, whose documents may have other texts by now.
    fn new(records: &mut Records, standing: &Standing, edition: &'a Edition) -> Names<'a> {
        for ((_, file), id) in records.documents.iter_mut().zip(&standing.documents) {
            if let Some(id) = id {
                *file = edition.newsroom.version(DocId(*id)).whole;
            }
        }
        Names { edition, documents: Places::new(&standing.documents), terms: Places::new(&standing.terms) }
    }

    /// A question with places in the records for numbers.
    fn lasting(&mut self, read: Read) -> Read {
        let document = read.document.map(|id| self.documents.of(id));
        let term = read.term.map(|id| self.terms.of(id));
        Read { document, term, ..read }
    }

    /// Adds what was not known to the records.
    fn add_to(self, records: &mut Records) {
        let edition = self.edition;
        let document = |id: u32| (edition.document_key(DocId(id)).into(), edition.newsroom.version(DocId(id)).whole);
        records.documents.par_extend(self.documents.new.into_par_iter().map(document));
        records.terms.par_extend(self.terms.new.into_par_iter().map(|id| edition.term_key(TermId(id)).into()));
    }
}

/// The places that are left, each with its number among them.
fn renumber(wanted: &[bool]) -> Vec<u32> {
    let before = |count: &mut u32, wanted: &bool| {
        let own = *count;
        *count += u32::from(*wanted);
        Some(own)
    };
    wanted.iter().scan(0, before).collect()
}

fn retain<T>(list: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    list.retain(|_| wanted.next() == Some(&true));
}
