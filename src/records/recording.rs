//! Records of one build, as its routes are made or taken over.

use super::{File, Made, Records, Standing};
use crate::digest::Digest;
use crate::newsroom::{DocId, TermId};
use crate::path::UrlPath;
use crate::reads::{Read, ReadId};
use crate::render::Press;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A route that was rendered.
#[derive(Debug)]
pub struct Fresh {
    /// Its address.
    pub url: UrlPath,
    /// Its name, by [`super::route_name`].
    pub name: Digest,
    /// What was asked for it, by numbers of the press's ledger.
    pub reads: Box<[ReadId]>,
    /// Its files.
    pub files: Vec<File>,
}

/// A route that was taken over, with its files as they were looked at last.
type Kept<'a> = (&'a Made, Vec<File>);

/// A route with its name, the places of the questions that were asked for it, and its files.
type Placed = (Arc<str>, Digest, Vec<u32>, Vec<File>);

/// What a build leaves to the next.
#[derive(Debug)]
pub struct Recording<'a> {
    before: &'a Records,
    standing: &'a Standing,
    kept: Vec<Kept<'a>>,
}

impl<'a> Recording<'a> {
    /// Begins with what is known from the build before.
    pub fn new(before: &'a Records, standing: &'a Standing) -> Recording<'a> {
        Recording { before, standing, kept: Vec::new() }
    }

    /// Takes over what was made of a route.
    pub fn keep(&mut self, made: &'a Made, files: Vec<File>) {
        self.kept.push((made, files));
    }

    /// The records of everything that was taken over and made, with the answers to all questions.
    pub fn finish(self, press: &Press, fresh: Vec<Fresh>, secrets: BTreeSet<Digest>) -> Records {
        let ledger = press.ledger();
        // The old questions by their numbers in today's ledger: their answers need not be found again.
        let number = |read: &Option<Read>| read.as_ref().map(|read| ledger.number(read.clone()));
        let numbers: Vec<Option<ReadId>> = self.standing.0.par_iter().map(number).collect();
        // Nobody renders any more, and a large newsroom's questions are many: there is one list of them.
        let mut questions: Vec<Question> = ledger.drain(|question: &mut Question, read| question.read = Some(read));
        let kept = self.kept.iter().flat_map(|(made, _)| self.before.places(made));
        let kept = kept.filter_map(|place| numbers[*place as usize]);
        for number in kept.chain(fresh.iter().flat_map(|fresh| fresh.reads.iter().copied())) {
            questions[number as usize].wanted = true;
        }
        for (number, (_, digest)) in numbers.iter().zip(&self.before.reads) {
            if let Some(number) = number {
                questions[*number as usize].digest = Some(*digest);
            }
        }
        questions.par_iter_mut().filter(|one| one.wanted && one.digest.is_none()).for_each(|one| {
            one.digest = one.read.as_ref().and_then(|read| press.answer(read));
        });
        let mut records = Records { secrets, ..Records::default() };
        let places = records.add_questions(press, questions);
        // A question without an answer is one that can't be asked again: then the route is made again.
        let placed = |numbers: &mut dyn Iterator<Item = Option<ReadId>>| -> Option<Vec<u32>> {
            let mut asked: Vec<u32> = numbers.map(|number| places[number? as usize]).collect::<Option<_>>()?;
            asked.sort_unstable();
            asked.dedup();
            Some(asked)
        };
        let kept = self.kept.into_par_iter().filter_map(|(made, files)| {
            let mut asked = self.before.places(made).iter().map(|place| numbers[*place as usize]);
            Some((made.url.clone(), made.name, placed(&mut asked)?, files))
        });
        let fresh = fresh.into_par_iter().filter_map(|Fresh { url, name, reads, files }| {
            Some((url.shared(), name, placed(&mut reads.iter().copied().map(Some))?, files))
        });
        let mut all: Vec<Placed> = kept.chain(fresh).collect();
        all.par_sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
        for (url, name, asked, files) in all {
            records.add(url, name, asked, &files);
        }
        records
    }
}

/// A question of today's ledger.
#[derive(Clone, Debug, Default)]
struct Question {
    read: Option<Read>,
    /// Whether a route asked it.
    wanted: bool,
    digest: Option<Digest>,
}

impl Records {
    /// Adds those that are wanted and have an answer, and tells where each stands.
    fn add_questions(&mut self, press: &Press, questions: Vec<Question>) -> Vec<Option<u32>> {
        let edition = press.edition();
        let mut known: [FxHashMap<u32, u32>; 2] = Default::default();
        let mut place = |kind: usize, list: &mut Vec<Arc<str>>, id: u32, name: &dyn Fn() -> String| {
            *known[kind].entry(id).or_insert_with(|| {
                list.push(name().into());
                list.len() as u32 - 1
            })
        };
        let mut places = Vec::with_capacity(questions.len());
        for Question { read, wanted, digest } in questions {
            let (Some(digest), Some(read)) = (digest.filter(|_| wanted), read) else {
                places.push(None);
                continue;
            };
            let document =
                read.document.map(|id| place(0, &mut self.documents, id, &|| edition.document_name(DocId(id))));
            let term = read.term.map(|id| place(1, &mut self.terms, id, &|| edition.term_name(TermId(id))));
            places.push(Some(self.reads.len() as u32));
            self.reads.push((Read { document, term, ..read }, digest));
        }
        places
    }

    pub(super) fn add(&mut self, url: Arc<str>, name: Digest, asked: Vec<u32>, files: &[File]) {
        let (questions, copies) = (self.asked.len() as u32, self.files.len() as u32);
        self.asked.extend(asked);
        self.files.extend_from_slice(files);
        let made =
            Made { url, name, asked: questions..self.asked.len() as u32, files: copies..self.files.len() as u32 };
        self.made.push(made);
    }
}
