//! What the build before was told, held against what it would be told now.

use super::Records;
use crate::config::Lang;
use crate::digest::{Brief, Digest};
use crate::newsroom::DocId;
use crate::reads::{Of, Read};
use crate::render::Press;
use crate::routes::is_of_search;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Which questions of a build before have the answers that they had.
#[derive(Debug, Default)]
pub struct Standing {
    /// By place in [`Records::reads`].
    same: Vec<bool>,
    /// The answers that those have now which have another.
    answers: FxHashMap<u32, Brief>,
    /// The numbers that documents and terms have now, by their places.
    pub(super) documents: Vec<Option<u32>>,
    pub(super) terms: Vec<Option<u32>>,
}

impl Standing {
    /// Asks all questions of `records` anew, as far as the answers can be others at all.
    pub fn new(records: &Records, press: &Press) -> Standing {
        let edition = press.edition();
        let document = |(name, _): &(Arc<str>, Digest)| {
            let (lang, path) = name.split_once(':')?;
            let id = edition.newsroom.number_of(path, Lang(lang.parse().ok()?))?;
            // A name without its date may mean another document by now.
            Some(id.0).filter(|_| edition.document_key(DocId(id.0)) == **name)
        };
        let documents: Vec<Option<u32>> = records.documents.par_iter().map(document).collect();
        let term = |name: &Arc<str>| edition.term_of_key(name).map(|term| term.0);
        let terms: Vec<Option<u32>> = records.terms.par_iter().map(term).collect();
        let steady = edition.model() == records.model;
        let has_its_text = |place: u32| {
            let (id, (_, digest)) = (documents.get(place as usize).copied()??, records.documents.get(place as usize)?);
            Some(edition.newsroom.version(DocId(id)).whole == *digest)
        };
        let texts: Vec<bool> =
            (0..documents.len() as u32).into_par_iter().map(|place| has_its_text(place) == Some(true)).collect();
        let files: FxHashSet<&str> = documents
            .iter()
            .zip(&texts)
            .filter_map(|(id, same)| {
                let id = (*id).filter(|_| *same && steady)?;
                Some(edition.newsroom.file(DocId(id)).as_str())
            })
            .collect();
        let now = |place: Option<u32>, list: &[Option<u32>]| match place {
            Some(place) => list.get(place as usize).copied().flatten().map(Some),
            None => Some(None),
        };
        let is_told_already = |read: &Read| {
            let of_its_text = || match read.of {
                Of::Body => read.name.as_deref().is_some_and(|file| files.contains(file)),
                _ => read.document.is_some_and(|place| texts.get(place as usize) == Some(&true)),
            };
            // Of all addresses, only those of the search index tell of texts.
            let of_model = || match read.of {
                Of::Address => read.name.as_deref().is_some_and(|url| !is_of_search(url)),
                of => is_of_model(of),
            };
            steady && (of_model() || is_of_one_document(read.of) && of_its_text())
        };
        let ask = |(place, (read, known)): (u32, &(Read, Brief))| -> Option<(u32, Option<Brief>)> {
            if is_told_already(read) {
                return None;
            }
            let now = || {
                let (document, term) = (now(read.document, &documents)?, now(read.term, &terms)?);
                Some(press.answer(&Read { document, term, ..read.clone() })?.brief())
            };
            Some((place, now())).filter(|(_, answer)| *answer != Some(*known))
        };
        let count = u32::try_from(records.reads.len()).unwrap_or(u32::MAX);
        let others: Vec<(u32, Option<Brief>)> =
            (0..count).into_par_iter().zip(&records.reads).filter_map(ask).collect();
        let mut same = vec![true; records.reads.len()];
        others.iter().for_each(|(place, _)| same[*place as usize] = false);
        let answers = others.into_iter().filter_map(|(place, answer)| Some((place, answer?))).collect();
        Standing { same, answers, documents, terms }
    }

    /// The answer to the question at a place, if it is another one.
    pub(super) fn answer(&self, place: u32) -> Option<Brief> {
        self.answers.get(&place).copied()
    }

    /// Whether the question at a place has the answer that it had.
    pub fn holds(&self, place: u32) -> bool {
        self.same.get(place as usize) == Some(&true)
    }
}

/// Whether the answer is a matter of [`crate::routes::Edition::model`] alone: no text has a part in it.
fn is_of_model(of: Of) -> bool {
    use Of::*;
    matches!(
        of,
        Head | Named
            | Articles
            | Count
            | Corrected
            | Sponsored
            | Neighbours
            | Related
            | Kinds
            | Months
            | Term
            | TermFace
            | TermNamed
            | FindTerm
            | NextTime
            | Place
            | TermPlace
            | Picture
            | PicturesOf
            | Attachment
            | Share
            | Indexable
            | Feeds
            | Redirects
            | Upcoming
            | Fresh
    )
}

/// Whether the text of the document that is asked about is the only one that has a part in the answer.
fn is_of_one_document(of: Of) -> bool {
    matches!(of, Of::Card | Of::Facts | Of::Body)
}
