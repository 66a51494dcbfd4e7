//! The questions that were asked for an edition, each once and by its number.

use super::{NONE, Of, Read};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The number of a question in its ledger.
pub type ReadId = u32;

/// Questions that nothing but the document narrows are asked of every document, and some of every unit, person
/// and topic: they need no place in the ledger, since their numbers tell all there is to know of them. The highest
/// bits mark those numbers.
const OF_DOCUMENTS: [Of; 7] = [Of::Head, Of::Neighbours, Of::Place, Of::Share, Of::Card, Of::Facts, Of::NextTime];
const OF_TERMS: [Of; 3] = [Of::TermFace, Of::TermPlace, Of::TermNamed];

/// In how many languages they are asked of terms; in any further ones they are in the ledger.
const LANGS: u32 = 8;

/// What numbers tell: a place in the ledger, a question of a document, or one of a term.
const SPACES: usize = 3;
const MARKS: [ReadId; SPACES] = [0, 0b10 << 30, 0b11 << 30];
/// How many numbers a marked space has.
const ROOM: u32 = 1 << 30;

fn plain_number(read: &Read) -> Option<ReadId> {
    if read.kind.is_some() || read.name.is_some() || read.numbers != [NONE; 4] {
        return None;
    }
    let (mark, questions, own) = match (read.document, read.term) {
        (Some(document), None) if read.lang == 0 => (MARKS[1], &OF_DOCUMENTS[..], document),
        (None, Some(term)) if u32::from(read.lang) < LANGS => {
            (MARKS[2], &OF_TERMS[..], term.checked_mul(LANGS)? + u32::from(read.lang))
        }
        _ => return None,
    };
    let of = questions.iter().position(|of| *of == read.of)? as u32;
    let number = own.checked_mul(questions.len() as u32)?.checked_add(of)?;
    (number < ROOM).then_some(mark | number)
}

fn plain_read(number: ReadId) -> Option<Read> {
    let (space, at) = parted(number);
    let own = |questions: &[Of]| (Read::new(questions[at % questions.len()]), (at / questions.len()) as u32);
    match space {
        1 => Some(own(&OF_DOCUMENTS)).map(|(read, document)| read.document(document)),
        2 => Some(own(&OF_TERMS)).map(|(read, own)| read.term(own / LANGS).lang((own % LANGS) as u8)),
        _ => None,
    }
}

/// The space of a number, and the place that it has there.
fn parted(number: ReadId) -> (usize, usize) {
    let space = MARKS.iter().rposition(|mark| number >= *mark).unwrap_or_default();
    (space, (number - MARKS[space]) as usize)
}

const SHARDS: usize = 64;

/// Every question that was asked for an edition, once.
#[derive(Debug)]
pub struct Ledger {
    shards: Vec<Mutex<FxHashMap<Read, ReadId>>>,
    next: AtomicU32,
    /// The ledger's own number in this process, from one on.
    own: u64,
}

impl Default for Ledger {
    fn default() -> Ledger {
        static LEDGERS: AtomicU64 = AtomicU64::new(1);
        Ledger {
            shards: std::iter::repeat_with(Mutex::default).take(SHARDS).collect(),
            next: AtomicU32::new(0),
            own: LEDGERS.fetch_add(1, Ordering::Relaxed),
        }
    }
}

fn hash(read: &Read) -> u64 {
    rustc_hash::FxBuildHasher.hash_one(read)
}

impl Ledger {
    /// The number of a question, the same each time.
    pub fn number(&self, read: Read) -> ReadId {
        plain_number(&read).unwrap_or_else(|| MET.with(|met| met.borrow_mut().number(self, read)))
    }

    fn numbered(&self, hash: u64, read: &Read) -> ReadId {
        let shard = &self.shards[(hash >> 40) as usize % SHARDS];
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        match shard.get(read) {
            Some(number) => *number,
            None => *shard.entry(read.clone()).or_insert_with(|| self.next.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// Some questions, in the order of their numbers, which it has given.
    pub fn questions(&self, wanted: &Selection) -> Vec<Read> {
        let mut all = wanted.told_by_numbers(|read| read);
        for shard in &self.shards {
            for (read, number) in &*shard.lock().unwrap_or_else(PoisonError::into_inner) {
                if let Some(place) = wanted.place(*number) {
                    all[place] = read.clone();
                }
            }
        }
        all
    }

    /// The same, each with something beside it, and forgets all of them: nobody asks any more, and those of a
    /// large newsroom are many.
    pub fn drain<T: Clone + Default>(&self, wanted: &Selection) -> Vec<(Read, T)> {
        let mut all = wanted.told_by_numbers(|read| (read, T::default()));
        for shard in &self.shards {
            for (read, number) in std::mem::take(&mut *shard.lock().unwrap_or_else(PoisonError::into_inner)) {
                if let Some(place) = wanted.place(number) {
                    all[place].0 = read;
                }
            }
        }
        all
    }
}

/// Some of a ledger's questions, each once. Numbers are given one after the other, so a list tells at once
/// where each stands.
#[derive(Debug, Default)]
pub struct Selection {
    numbers: Vec<ReadId>,
    /// By space, the place of each in `numbers`.
    places: [Vec<u32>; SPACES],
}

/// The place of a question that is not wanted.
const NOWHERE: u32 = u32::MAX;

impl Selection {
    /// Those that were asked, often more than once.
    pub fn new(asked: impl IntoIterator<Item = ReadId>) -> Selection {
        let mut own = Selection::default();
        for number in asked {
            let (space, at) = parted(number);
            let places = &mut own.places[space];
            if places.len() <= at {
                places.resize(at + 1, NOWHERE);
            }
            places[at] = 0;
        }
        for (places, mark) in own.places.iter_mut().zip(MARKS) {
            for (at, place) in (0..).zip(places).filter(|(_, place)| **place != NOWHERE) {
                *place = own.numbers.len() as u32;
                own.numbers.push(mark | at);
            }
        }
        own
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.numbers.len()
    }

    /// Where a question stands among them.
    pub fn place(&self, number: ReadId) -> Option<usize> {
        let (space, at) = parted(number);
        self.places[space].get(at).filter(|place| **place != NOWHERE).map(|place| *place as usize)
    }

    /// Those that are told by their numbers, and any question in the places of the others.
    fn told_by_numbers<T>(&self, made: impl Fn(Read) -> T) -> Vec<T> {
        self.numbers.iter().map(|number| made(plain_read(*number).unwrap_or(Read::new(Of::Now)))).collect()
    }
}

thread_local! {
    static MET: RefCell<Met> = const { RefCell::new(Met { ledger: 0, numbers: Vec::new() }) };
}

/// What this thread asked lately, with its numbers: a page asks the same dozens of times and much of what
/// others ask, and the ledger is everybody's.
#[derive(Debug)]
struct Met {
    /// The ledger that gave the numbers.
    ledger: u64,
    numbers: Vec<Option<(Read, ReadId)>>,
}

/// How many questions a thread tells again without the ledger.
const MET_MAX: usize = 512;

impl Met {
    fn number(&mut self, ledger: &Ledger, read: Read) -> ReadId {
        if self.ledger != ledger.own {
            *self = Met { ledger: ledger.own, numbers: vec![None; MET_MAX] };
        }
        let hash = hash(&read);
        let slot = &mut self.numbers[(hash >> 32) as usize % MET_MAX];
        match slot {
            Some((met, number)) if *met == read => *number,
            _ => {
                let number = ledger.numbered(hash, &read);
                *slot = Some((read, number));
                number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: u32) -> Read {
        Read::new(Of::Head).document(number)
    }

    #[test]
    fn a_question_has_one_number_and_a_number_one_question() {
        let ledger = Ledger::default();
        let all_of = |questions: &[Of], count: u32, make: &dyn Fn(Of, u32) -> Read| -> Vec<Read> {
            let most = ROOM / count;
            let some = [0, 1, most - 1, most, most + 1, u32::MAX];
            questions.iter().flat_map(|of| some.map(|number| make(*of, number))).collect()
        };
        let documents = all_of(&OF_DOCUMENTS, 7, &|of, document| Read::new(of).document(document));
        let terms = [0, 1, LANGS - 1, LANGS]
            .into_iter()
            .flat_map(|lang| all_of(&OF_TERMS, 3 * LANGS, &|of, term| Read::new(of).term(term).lang(lang as u8)));
        let others = [Read::new(Of::Head), read(7).lang(1), read(7).name("a"), read(7).kind(0), read(7).term(0)];
        let further = [read(7).numbers(&[0]), Read::new(Of::Body).document(7), Read::new(Of::TermFace).term(7).kind(0)];
        let all: Vec<Read> = documents.into_iter().chain(terms).chain(others).chain(further).collect();
        let mut numbers: Vec<ReadId> = all.iter().map(|read| ledger.number(read.clone())).collect();
        assert_eq!(numbers, all.iter().map(|read| ledger.number(read.clone())).collect::<Vec<_>>());
        let known: Vec<(ReadId, Read)> = numbers.iter().copied().zip(all.clone()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all.len());
        assert!(known.iter().all(|(number, read)| plain_read(*number).is_none_or(|told| told == *read)));
        // A selection makes room up to its highest numbers.
        numbers.retain(|number| parted(*number).1 < 1000);
        let known: Vec<(ReadId, Read)> = known.into_iter().filter(|(number, _)| numbers.contains(number)).collect();
        let all_of_them = Selection::new(numbers.iter().copied().chain(numbers.iter().rev().copied()));
        assert_eq!(all_of_them.count(), numbers.len());
        assert!(numbers.iter().enumerate().all(|(place, number)| all_of_them.place(*number) == Some(place)));
        let told = ledger.questions(&all_of_them);
        assert!(known.iter().all(|(number, read)| told[numbers.binary_search(number).unwrap()] == *read));
        let three = Selection::new(numbers[..3].iter().copied());
        assert_eq!(three.place(numbers[3]), None);
        let drained: Vec<(Read, ())> = ledger.drain(&three);
        assert!(drained.iter().map(|(read, ())| read).eq(&told[..3]));
    }
}
