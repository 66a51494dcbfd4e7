//! What was asked while something was made: the questions, and the ledger that holds each of them once.
//!
//! Whoever answers a question about the newsroom or its addresses notes it here, so that nothing can be
//! learnt without leaving a trace. What was made stays good as long as every question that was asked
//! for it has the answer that it had. May not know what an answer is: the model answers, and says by a
//! digest whether an answer is another one.

mod ledger;

pub use ledger::{Ledger, ReadId, Selection};

use crate::path::{RelPath, UrlPath};
use std::cell::RefCell;
use std::sync::Arc;

/// Names what a question can be about, once for the type and for the list of all.
macro_rules! questions {
    ($($(#[$about:meta])+ $name:ident,)+) => {
        /// What a question is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Of {
            $($(#[$about])+ $name,)+
        }

        impl Of {
            const ALL: &[Of] = &[$(Of::$name),+];
        }
    };
}

questions! {
    /// The instant for which the site is made.
    Now,
    /// What a document's front matter and its place in life say.
    Head,
    /// A document's text.
    Body,
    /// Every document.
    Documents,
    /// Which document a content path means.
    Named,
    /// Some of the articles of a listing, and how many there are.
    Articles,
    /// How many articles a listing has.
    Count,
    /// Some of the corrected articles.
    Corrected,
    /// Some of the articles that are paid for.
    Sponsored,
    /// Some of the single corrections.
    Corrections,
    /// The newer and the older neighbour of an article.
    Neighbours,
    /// What to read besides an article.
    Related,
    /// The kinds that have articles.
    Kinds,
    /// The months that have articles.
    Months,
    /// Every unit, person and topic.
    Terms,
    /// What a unit, person or topic is.
    Term,
    /// What a unit, person or topic is called.
    TermFace,
    /// Which unit, person or topic a name means.
    FindTerm,
    /// Events that are to come.
    Upcoming,
    /// When an event takes place next.
    NextTime,
    /// The events of a calendar.
    Calendar,
    /// What is news.
    Fresh,
    /// A document's address.
    Place,
    /// What stands at an address.
    Address,
    /// Which page an address means, as people write it.
    Lookup,
    /// The address of a unit's, person's or topic's page.
    TermPlace,
    /// The addresses of a picture's sizes.
    Picture,
    /// The pictures that a document shows.
    PicturesOf,
    /// A file that documents show or offer.
    Media,
    /// Every file that documents show or offer.
    AllMedia,
    /// The address of a file that a document offers.
    Attachment,
    /// The address of the image that stands for a document where it is shared.
    Share,
    /// The address of the page for journalists.
    MediaPage,
    /// Every address.
    Routes,
    /// Every page that search engines should know.
    Indexable,
    /// Every feed.
    Feeds,
    /// Every old address.
    Redirects,
    /// The parts of the search index.
    SearchParts,
    /// How many octets a published photo has.
    Size,
    /// An article as it stands in a listing.
    Card,
    /// A unit, person or topic as its page and the registers show it.
    TermView,
    /// A unit, person or topic as it stands beside an article.
    TermNamed,
    /// What all pages of a language share.
    Frame,
    /// What all pages of a kind share.
    Section,
    /// The feeds that the articles of a kind announce.
    SectionFeeds,
    /// The articles that a template asks for.
    Listing,
    /// The units, people or topics that a template asks for.
    TermList,
    /// Every feed of a language with what it is for.
    AllFeeds,
    /// What the page for journalists shows.
    MediaView,
    /// What feeds say of an article but for its text.
    Facts,
}

impl Of {
    /// Whether a question's numbers say which part of a list is asked for.
    pub fn is_part(self) -> bool {
        matches!(self, Of::Articles | Of::Corrected | Of::Sponsored | Of::Listing)
    }

    /// What stands at a number, as it is written down.
    pub fn from_number(number: usize) -> Option<Of> {
        Of::ALL.get(number).copied().filter(|of| *of as usize == number)
    }
}

/// The place of nothing in [`Read::numbers`].
pub const NONE: i32 = -1;

/// One question. Documents and terms are named by their numbers in the newsroom that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Read {
    /// What it is about.
    pub of: Of,
    /// The document.
    pub document: Option<u32>,
    /// The unit, person or topic.
    pub term: Option<u32>,
    /// The kind.
    pub kind: Option<u8>,
    /// The language.
    pub lang: u8,
    /// What else narrows it, each [`NONE`] where it does not.
    pub numbers: [i32; 4],
    /// A path, an address or a name.
    pub name: Option<Arc<str>>,
}

impl Read {
    /// A question that nothing narrows yet.
    pub fn new(of: Of) -> Read {
        Read { of, document: None, term: None, kind: None, lang: 0, numbers: [NONE; 4], name: None }
    }

    /// The same of a document.
    pub fn document(self, number: u32) -> Read {
        Read { document: Some(number), ..self }
    }

    /// The same of a unit, person or topic.
    pub fn term(self, number: u32) -> Read {
        Read { term: Some(number), ..self }
    }

    /// The same of a kind.
    pub fn kind(self, number: u8) -> Read {
        Read { kind: Some(number), ..self }
    }

    /// The same in a language.
    pub fn lang(self, number: u8) -> Read {
        Read { lang: number, ..self }
    }

    /// The same with up to four numbers.
    pub fn numbers(self, numbers: &[i32]) -> Read {
        let mut own = [NONE; 4];
        own.iter_mut().zip(numbers).for_each(|(own, number)| *own = *number);
        Read { numbers: own, ..self }
    }

    /// The same of a name.
    pub fn name(self, name: &str) -> Read {
        Read { name: Some(name.into()), ..self }
    }

    /// The same of a file.
    pub fn file(self, path: &RelPath) -> Read {
        Read { name: Some(path.shared()), ..self }
    }

    /// The same of an address.
    pub fn url(self, url: &UrlPath) -> Read {
        Read { name: Some(url.shared()), ..self }
    }
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// What is being noted on this thread.
#[derive(Debug)]
struct Open {
    ledger: Arc<Ledger>,
    reads: Vec<ReadId>,
    /// How many questions are being answered as a whole: what is asked within is part of the answer.
    within: u32,
}

impl Open {
    fn new(ledger: &Arc<Ledger>, within: u32) -> Open {
        Open { ledger: ledger.clone(), reads: Vec::with_capacity(64), within }
    }

    fn note(&mut self, read: Read) {
        let number = self.ledger.number(read);
        if self.reads.last() != Some(&number) {
            self.reads.push(number);
        }
    }
}

/// Runs `make` and returns what it asked, sorted, each question once.
pub fn recorded<T>(ledger: &Arc<Ledger>, make: impl FnOnce() -> T) -> (T, Box<[ReadId]>) {
    open(Open::new(ledger, 0), make)
}

/// Runs `make`, whose questions nobody wants to know; what is kept of its parts for others to use still
/// knows its own.
pub fn unheard<T>(ledger: &Arc<Ledger>, make: impl FnOnce() -> T) -> T {
    open(Open { ledger: ledger.clone(), reads: Vec::new(), within: 1 }, make).0
}

fn open<T>(own: Open, make: impl FnOnce() -> T) -> (T, Box<[ReadId]>) {
    let outer = OPEN.with(|open| open.borrow_mut().replace(own));
    let made = make();
    let own = OPEN.with(|open| std::mem::replace(&mut *open.borrow_mut(), outer));
    let mut reads = own.map(|own| own.reads).unwrap_or_default();
    reads.sort_unstable();
    reads.dedup();
    (made, reads.into())
}

/// Runs `make`, whose result is kept for others to use, and returns what it asked: who uses the result
/// has asked the same, and says so by [`also`].
pub fn collected<T>(make: impl FnOnce() -> T) -> (T, Box<[ReadId]>) {
    let ledger = OPEN.with(|open| open.borrow().as_ref().map(|open| open.ledger.clone()));
    match ledger {
        Some(ledger) => recorded(&ledger, make),
        None => (make(), Box::default()),
    }
}

/// Notes a question.
pub fn note(read: impl FnOnce() -> Read) {
    OPEN.with(|open| {
        if let Some(open) = open.borrow_mut().as_mut().filter(|open| open.within == 0) {
            open.note(read());
        }
    });
}

/// Notes questions that were asked before, for what is used again.
pub fn also(reads: &[ReadId]) {
    OPEN.with(|open| {
        if let Some(open) = open.borrow_mut().as_mut().filter(|open| open.within == 0) {
            open.reads.extend_from_slice(reads);
        }
    });
}

/// Notes a question and answers it by `make`: whatever that asks in turn is part of the answer.
pub fn whole<T>(read: impl FnOnce() -> Read, make: impl FnOnce() -> T) -> T {
    OPEN.with(|open| {
        if let Some(open) = open.borrow_mut().as_mut() {
            if open.within == 0 {
                open.note(read());
            }
            open.within += 1;
        }
    });
    let made = make();
    OPEN.with(|open| {
        if let Some(open) = open.borrow_mut().as_mut() {
            open.within -= 1;
        }
    });
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(number: u32) -> Read {
        Read::new(Of::Head).document(number)
    }

    fn asked(ledger: &Arc<Ledger>, make: impl FnOnce()) -> Vec<u32> {
        let (_, reads) = recorded(ledger, make);
        let mut found: Vec<u32> =
            ledger.questions(&Selection::new(reads)).iter().filter_map(|read| read.document).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn what_is_asked_is_noted_once() {
        let ledger = Arc::default();
        assert_eq!(asked(&ledger, || [3, 1, 3].into_iter().for_each(|number| note(|| read(number)))), [1, 3]);
        assert_eq!(asked(&ledger, || note(|| read(1))), [1]);
        note(|| unreachable!("nothing is being made"));
    }

    #[test]
    fn what_is_asked_for_an_answer_is_part_of_it() {
        let ledger = Arc::default();
        let make = || {
            whole(|| read(1), || whole(|| read(2), || note(|| read(3))));
            note(|| read(4));
        };
        assert_eq!(asked(&ledger, make), [1, 4]);
    }

    #[test]
    fn who_uses_what_was_made_has_asked_the_same() {
        let ledger = Arc::default();
        let mut kept = Box::default();
        let first = asked(&ledger, || {
            // Within an answer too, since others may use it outside of one.
            whole(|| read(1), || kept = collected(|| note(|| read(2))).1);
        });
        assert_eq!(first, [1]);
        assert_eq!(asked(&ledger, || also(&kept)), [2]);
    }
}
