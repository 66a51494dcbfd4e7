//! The questions that were asked for an edition, each once and by its number.

use super::{NONE, Of, Read};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The number of a question in its ledger.
pub type ReadId = u32;

/// Questions that nothing but the document narrows are asked of every document: they need no place in the
/// ledger, since their numbers tell all there is to know of them. The highest bit marks those numbers.
const OF_DOCUMENTS: [Of; 7] = [Of::Head, Of::Neighbours, Of::Place, Of::Share, Of::Card, Of::Facts, Of::NextTime];
const PLAIN: ReadId = 1 << 31;

fn plain_number(read: &Read) -> Option<ReadId> {
    let document = read.document.filter(|document| *document < PLAIN / OF_DOCUMENTS.len() as u32)?;
    let narrowed = read.lang != 0 || read.term.is_some() || read.kind.is_some() || read.name.is_some();
    let of = OF_DOCUMENTS.iter().position(|of| *of == read.of).filter(|_| !narrowed && read.numbers == [NONE; 4])?;
    Some(PLAIN | (document * OF_DOCUMENTS.len() as u32 + of as u32))
}

fn plain_read(number: ReadId) -> Option<Read> {
    let number = Some(number).filter(|number| number & PLAIN != 0)? & !PLAIN;
    let (document, of) = (number / OF_DOCUMENTS.len() as u32, number as usize % OF_DOCUMENTS.len());
    Some(Read::new(OF_DOCUMENTS[of]).document(document))
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
    /// The places in `numbers` of those that the ledger has given, and of those that tell all by themselves.
    given: Vec<u32>,
    plain: Vec<u32>,
}

/// The place of a question that is not wanted.
const NOWHERE: u32 = u32::MAX;

impl Selection {
    /// Those that were asked, often more than once.
    pub fn new(asked: impl IntoIterator<Item = ReadId>) -> Selection {
        let mut own = Selection::default();
        for number in asked {
            let (list, at) = match number & PLAIN {
                0 => (&mut own.given, number as usize),
                _ => (&mut own.plain, (number & !PLAIN) as usize),
            };
            if list.len() <= at {
                list.resize(at + 1, NOWHERE);
            }
            list[at] = 0;
        }
        for (list, mark) in [(&mut own.given, 0), (&mut own.plain, PLAIN)] {
            for (at, place) in (0..).zip(list).filter(|(_, place)| **place != NOWHERE) {
                *place = own.numbers.len() as u32;
                own.numbers.push(at | mark);
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
        let place = match number & PLAIN {
            0 => self.given.get(number as usize),
            _ => self.plain.get((number & !PLAIN) as usize),
        };
        place.filter(|place| **place != NOWHERE).map(|place| *place as usize)
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
        let most = PLAIN / OF_DOCUMENTS.len() as u32;
        let documents = [0, 1, most - 1, most, u32::MAX];
        let plain = OF_DOCUMENTS.iter().flat_map(|of| documents.map(|document| Read::new(*of).document(document)));
        let others = [Read::new(Of::Head), read(7).lang(1), read(7).name("a"), read(7).kind(0), read(7).term(0)];
        let all: Vec<Read> =
            plain.chain(others).chain([read(7).numbers(&[0]), Read::new(Of::Body).document(7)]).collect();
        let mut numbers: Vec<ReadId> = all.iter().map(|read| ledger.number(read.clone())).collect();
        assert_eq!(numbers, all.iter().map(|read| ledger.number(read.clone())).collect::<Vec<_>>());
        let known: Vec<(ReadId, Read)> = numbers.iter().copied().zip(all.clone()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all.len());
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
