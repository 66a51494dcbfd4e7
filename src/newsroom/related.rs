//! "Baca juga": what to read besides.

use super::{DocId, Newsroom};
use crate::config::{Class, Config};
use crate::path::RelPath;

/// How many neighbours of an article are looked at in each of its terms, to either side. Bounds
/// the work for one article, however long the archive is.
const WINDOW: usize = 8;

impl Newsroom {
    /// What to read besides `id`: the editor's choice first, filled up with articles that share
    /// topics, people and units with it, the nearest in time first. Never itself, never one twice.
    pub fn related(&self, id: DocId, limit: usize, config: &Config) -> Vec<DocId> {
        let entry = self.entry(id);
        let lang = entry.document.identity.lang;
        let mut chosen: Vec<DocId> = Vec::with_capacity(limit);
        for name in &entry.document.front.related {
            if let Some(found) = self.find(&RelPath::new(&name.value), lang)
                && found != id
                && !chosen.contains(&found)
                && !self.entry(found).is_withdrawn()
            {
                chosen.push(found);
            }
        }
        chosen.truncate(limit);
        if chosen.len() < limit && config.kind(entry.document.identity.kind).is_article() {
            self.fill_up(id, limit, &mut chosen);
        }
        chosen
    }

    fn fill_up(&self, id: DocId, limit: usize, chosen: &mut Vec<DocId>) {
        let entry = self.entry(id);
        let lang = entry.document.identity.lang;
        let mut votes: Vec<(DocId, u32)> = Vec::with_capacity(128);
        for term in entry.terms() {
            let weight = match self.term(term).class {
                Class::Topic => 3,
                Class::Person => 2,
                _ => 1,
            };
            let list = self.term_articles(term, lang);
            let at = list.binary_search(&id).unwrap_or_else(|at| at);
            let window = at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(list.len());
            for other in list[window].iter().filter(|other| **other != id) {
                votes.push((*other, weight));
            }
        }
        votes.sort_unstable();
        let mut ranked: Vec<(DocId, u32)> = Vec::with_capacity(votes.len());
        for (other, weight) in votes.into_iter().filter(|(other, _)| !chosen.contains(other)) {
            match ranked.last_mut() {
                Some((last, score)) if *last == other => *score += weight,
                _ => ranked.push((other, weight)),
            }
        }
        let distance = |other: &DocId| other.0.abs_diff(id.0);
        ranked.sort_by_key(|(other, score)| (std::cmp::Reverse(*score), distance(other), *other));
        chosen.extend(ranked.into_iter().map(|(other, _)| other).take(limit - chosen.len()));
    }
}
