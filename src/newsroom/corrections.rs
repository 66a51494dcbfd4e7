//! Single corrections: an article may have several, each with its own day.

use super::{DocId, Entry};
use crate::content::{Change, Withdrawal};
use crate::time::Moment;

/// One correction, clarification, answer or withdrawal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The article.
    pub article: DocId,
    /// Which of the article's changes it is; none if it is the withdrawal.
    pub change: Option<usize>,
    /// When it was made.
    pub date: Moment,
}

impl Entry {
    /// The change that a correction of this article is; none if it is the withdrawal.
    pub fn change(&self, correction: &Correction) -> Option<&Change> {
        self.document.front.changes.get(correction.change?)
    }

    /// The withdrawal, if this is its notice.
    pub fn withdrawal(&self) -> Option<&Withdrawal> {
        self.document.front.withdrawn.as_deref().filter(|_| self.is_withdrawn())
    }
}

/// The corrections of some articles, newest first; those of one instant in the order of the articles.
pub(super) fn list(corrected: &[DocId], entries: &[Entry]) -> Vec<Correction> {
    let mut found = Vec::new();
    for article in corrected.iter().copied() {
        let Some(entry) = entries.get(article.0 as usize) else { continue };
        let changes = entry.document.front.changes.iter().enumerate();
        let corrective = changes.filter(|(_, change)| change.kind.is_corrective());
        found.extend(corrective.map(|(at, change)| Correction { article, change: Some(at), date: change.date }));
        found.extend(entry.withdrawal().map(|w| Correction { article, change: None, date: w.date }));
    }
    found.sort_by(|a, b| b.date.instant.cmp(&a.date.instant).then(a.article.cmp(&b.article)));
    found
}
