//! What no published byte may hold: addresses and headlines of what is not published yet.
//!
//! Unless they are rightly part of what is: an editor may speak of a coming event, and a published
//! document may have the same headline. What pages, feeds and templates add to that is a leak.

use crate::content::body::{Body, Fill};
use crate::content::{Document, Texts};
use crate::newsroom::{State, state};
use crate::path::RelPath;
use crate::routes::Edition;
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The shortest headline that is looked for; a shorter one may stand somewhere by chance.
const TELLING: usize = 24;

/// Each text with the file it is from.
pub fn secrets(documents: &[Arc<Document>], edition: &Edition) -> Vec<(String, RelPath)> {
    let now = edition.newsroom.now();
    let hidden = |document: &&Arc<Document>| {
        matches!(state(document, now), State::Draft | State::Review | State::Embargoed | State::Scheduled)
    };
    let mut secrets: Vec<(String, RelPath)> = Vec::new();
    for document in documents.iter().filter(hidden) {
        secrets.push((edition.future_url(document).to_string(), document.file.clone()));
        // Escaping changes these characters, so the longest piece between them is looked for.
        let pieces = document.front.title.split(['&', '<', '>', '"', '\'', '/']);
        let longest = pieces.map(str::trim).max_by_key(|piece| piece.len());
        if let Some(piece) = longest.filter(|piece| piece.len() >= TELLING) {
            secrets.push((piece.to_owned(), document.file.clone()));
        }
    }
    let Some(finder) = AhoCorasick::new(secrets.iter().map(|(text, _)| text)).ok().filter(|_| !secrets.is_empty())
    else {
        return secrets;
    };
    let known = known(&finder, edition);
    secrets.into_iter().enumerate().filter(|(i, _)| !known.contains(i)).map(|(_, secret)| secret).collect()
}

/// The texts that stand in what is published, as its editors wrote it.
fn known(finder: &AhoCorasick, edition: &Edition) -> BTreeSet<usize> {
    let found = |text: &str| finder.find_overlapping_iter(text).map(|m| m.pattern().as_usize()).collect::<Vec<_>>();
    let entries: Vec<_> = edition.newsroom.entries().collect();
    let mut known: BTreeSet<usize> = entries
        .par_iter()
        .flat_map_iter(|(_, entry)| {
            let front = &entry.document.front;
            let mut all = found(&front.title);
            all.extend(found(&front.summary));
            texts(entry.document.body(), &edition.aside, &mut |text| all.extend(found(text)));
            all
        })
        .collect();
    known.extend(found(&edition.config.title));
    known.extend(edition.routes.iter().flat_map(|route| found(route.url.as_str())));
    known
}

fn texts(body: &Body, aside: &Texts, look: &mut dyn FnMut(&str)) {
    // One that can't be read back can't be rendered either, and is reported there.
    if let Ok(html) = body.html.read(aside) {
        look(&html);
    }
    for hole in &body.holes {
        if let Fill::Component(component) = &hole.fill
            && let Some(inner) = &component.body
        {
            texts(inner, aside, look);
        }
    }
}
