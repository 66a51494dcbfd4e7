//! The latest snapshot's model, of which the next one takes over what no changed file concerns. May not read
//! files.

use crate::check::Findings;
use crate::content::Document;
use crate::routes::{Edition, differ_in_text_alone};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a snapshot was made from.
#[derive(Debug)]
pub(super) struct Latest {
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) edition: Arc<Edition>,
    /// What was found in each of the documents.
    pub(super) findings: Vec<Findings>,
}

impl Latest {
    /// What is found in a document as long as no more than texts has changed: what was found before, unless
    /// it is among the changed ones. None of anything if links from elsewhere may lead to other places.
    pub(super) fn findings_beside<'a>(&'a self, documents: &[Arc<Document>]) -> impl Fn(usize) -> Option<&'a Findings> {
        let pairs = || self.documents.iter().zip(documents).enumerate();
        let changed: BTreeSet<usize> = pairs().filter(|(_, (a, b))| !Arc::ptr_eq(a, b)).map(|(at, _)| at).collect();
        let steady = changed.iter().all(|at| self.documents[*at].has_places_of(&documents[*at]));
        move |at| self.findings.get(at).filter(|_| steady && !changed.contains(&at))
    }

    /// The edition of the same documents with other texts; none if they differ in more. What an editor
    /// does most is to change a sentence: orders, listings and addresses stay as they are.
    pub(super) fn with_texts_of(&self, documents: &[Arc<Document>]) -> Option<Edition> {
        if documents.len() != self.documents.len() {
            return None;
        }
        let mut newsroom = self.edition.newsroom.clone();
        for (old, new) in self.documents.iter().zip(documents).filter(|(old, new)| !Arc::ptr_eq(old, new)) {
            if !differ_in_text_alone(old, new) {
                return None;
            }
            newsroom = newsroom.with_text(old, new)?;
        }
        self.edition.with_texts_of(newsroom)
    }
}
