//! Units, people and topics: the registers that documents refer to, and who refers to them.

use super::{DocId, Entry, State};
use crate::config::{Class, Config, Lang};
use crate::content::{Document, Named};
use crate::path::slugify;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// An index into the newsroom's terms, in the order of class and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermId(pub u32);

/// One unit, person or topic.
#[derive(Debug)]
pub struct Term {
    /// Unit, person or topic.
    pub class: Class,
    /// Its id, which is also the last segment of its address unless its document says otherwise.
    pub id: Box<str>,
    /// Its name where it has no document, as first written.
    pub name: Box<str>,
    /// Its documents, by language.
    documents: Vec<Option<DocId>>,
    articles: Vec<Vec<DocId>>,
}

impl Term {
    /// Its document in a language.
    pub fn document(&self, lang: Lang) -> Option<DocId> {
        self.documents.get(usize::from(lang.0)).copied().flatten()
    }

    /// Its document in a language, else in the site's first language that has one.
    pub fn nearest_document(&self, lang: Lang) -> Option<DocId> {
        self.document(lang).or_else(|| self.documents.iter().copied().flatten().next())
    }
}

#[derive(Debug, Default)]
pub(super) struct Terms {
    terms: Vec<Term>,
    by_id: FxHashMap<Class, FxHashMap<Box<str>, TermId>>,
    languages: usize,
}

impl Terms {
    /// The terms that have documents. Free-text topics join as they are met.
    pub(super) fn new(published: &[(State, Arc<Document>)], config: &Config) -> Terms {
        let mut terms = Terms { languages: config.languages.len(), ..Terms::default() };
        let mut registers: Vec<(Class, Box<str>, DocId, Lang)> = Vec::new();
        for ((_, document), id) in published.iter().zip((0..).map(DocId)) {
            let class = config.kind(document.identity.kind).class;
            if class.is_register() {
                registers.push((class, register_id(document).into(), id, document.identity.lang));
            }
        }
        registers.sort_unstable();
        for (class, name, id, lang) in registers {
            let term = terms.intern(class, &name, &name);
            if let Some(slot) = terms.terms[term.0 as usize].documents.get_mut(usize::from(lang.0)) {
                *slot = Some(id);
            }
        }
        terms
    }

    fn intern(&mut self, class: Class, id: &str, name: &str) -> TermId {
        let known = self.by_id.entry(class).or_default();
        if let Some(term) = known.get(id) {
            return *term;
        }
        let term = TermId(self.terms.len() as u32);
        known.insert(id.into(), term);
        self.terms.push(Term {
            class,
            id: id.into(),
            name: name.into(),
            documents: vec![None; self.languages],
            articles: vec![Vec::new(); self.languages],
        });
        term
    }

    /// The terms of a document's references. An unknown unit or person is reported by the checks
    /// and is no term; an unknown topic is a free one.
    pub(super) fn resolve(&mut self, class: Class, names: &[Named]) -> Box<[TermId]> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let term = match self.find(class, &name.value) {
                Some(term) => term,
                None if class == Class::Topic => match slugify(&name.value) {
                    slug if slug.is_empty() => continue,
                    slug => self.intern(class, &slug, &name.value),
                },
                None => continue,
            };
            if !found.contains(&term) {
                found.push(term);
            }
        }
        found.into()
    }

    pub(super) fn find(&self, class: Class, name: &str) -> Option<TermId> {
        let known = self.by_id.get(&class)?;
        known.get(name).or_else(|| known.get(slugify(name).as_str())).copied()
    }

    /// Documents come newest first, so every list is in that order.
    pub(super) fn add_article(&mut self, id: DocId, entry: &Entry) {
        let lang = usize::from(entry.document.identity.lang.0);
        for term in entry.terms() {
            if let Some(list) = self.terms[term.0 as usize].articles.get_mut(lang)
                && list.last() != Some(&id)
            {
                list.push(id);
            }
        }
    }

    pub(super) fn articles(&self, term: TermId, lang: Lang) -> &[DocId] {
        self.terms.get(term.0 as usize).and_then(|t| t.articles.get(usize::from(lang.0))).map_or(&[], Vec::as_slice)
    }

    pub(super) fn get(&self, id: TermId) -> &Term {
        &self.terms[id.0 as usize]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (TermId, &Term)> {
        self.terms.iter().enumerate().map(|(i, term)| (TermId(i as u32), term))
    }
}

/// The id of a unit, person or topic: the name of its file, as documents write it.
pub fn register_id(document: &Document) -> &str {
    &document.identity.slug
}
