//! "Baca juga": what to read besides.

use super::{DocId, Newsroom};
use crate::config::{Class, Config, Lang};
use crate::path::RelPath;
use crate::reads::{self, Of, Read};
use std::cmp::Reverse;

/// How many neighbours of an article are looked at in each of its terms, to either side. Bounds
/// the work for one article, however long the archive is.
const WINDOW: usize = 8;

impl Newsroom {
    /// What to read besides `id`: the editor's choice first, filled up with articles that share
    /// topics, people and units with it, the nearest in time first. Never itself, never one twice, never
    /// what is paid for.
    pub fn related(&self, id: DocId, limit: usize, config: &Config) -> Vec<DocId> {
        let most = i32::try_from(limit).unwrap_or(i32::MAX);
        reads::whole(
            || Read::new(Of::Related).document(id.0).numbers(&[most]),
            || self.chosen_beside(id, limit, config),
        )
    }

    fn chosen_beside(&self, id: DocId, limit: usize, config: &Config) -> Vec<DocId> {
        let entry = self.entry(id);
        let lang = entry.document.identity.lang;
        let mut chosen: Vec<DocId> = Vec::with_capacity(limit);
        for name in &entry.document.front.related {
            let path = RelPath::new(name.value.trim_end_matches(".md"));
            // What has no translation is better read in the main language than not at all.
            if let Some(found) = self.find(&path, lang).or_else(|| self.find(&path, Lang::default()))
                && found != id
                && !chosen.contains(&found)
                && !self.entry(found).is_withdrawn()
                && !self.entry(found).document.front.sponsored
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
        // Sorted as plain numbers: the article, then what speaks for it.
        let mut votes: Vec<u64> = Vec::with_capacity(128);
        for term in entry.terms() {
            let weight: u64 = match self.term(term).class {
                Class::Topic => 3,
                Class::Person => 2,
                _ => 1,
            };
            let list = self.orders.terms.articles(term, lang);
            let at = list.binary_search(&id).unwrap_or_else(|at| at);
            let window = at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(list.len());
            votes.extend(list[window].iter().map(|other| u64::from(other.0) << 32 | weight));
        }
        votes.sort_unstable();
        // The highest score first, then the nearest, then the newest.
        let mut best: Vec<(Reverse<u64>, u32, DocId)> = Vec::with_capacity(limit + 1);
        let wanted = limit - chosen.len();
        for same in votes.chunk_by(|a, b| a >> 32 == b >> 32) {
            let other = DocId((same[0] >> 32) as u32);
            let score = same.iter().map(|vote| vote & 0xff).sum();
            let rank = (Reverse(score), other.0.abs_diff(id.0), other);
            let full = best.len() == wanted;
            if (full && best.last().is_none_or(|last| rank > *last)) || other == id || chosen.contains(&other) {
                continue;
            }
            best.insert(best.partition_point(|better| *better < rank), rank);
            best.truncate(wanted);
        }
        chosen.extend(best.into_iter().map(|(_, _, other)| other));
    }
}
