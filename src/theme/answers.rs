//! What a theme's views answer to a question, as a digest: the same as long as a page would show the same.

use super::Scope;
use super::listing::Listing;
use crate::config::{Class, KindId};
use crate::digest::{Digest, Digesting};
use crate::newsroom::{DocId, TermId};
use crate::reads::{NONE, Of, Read};
use tera::Value;

impl Scope {
    /// The digest of the answer to a question about a view; none if it is about none. The scope must be
    /// of the question's language, without a document.
    pub fn answer(&self, read: &Read) -> Option<Digest> {
        let mut answer = Digesting::default();
        let scope = Scope { absolute: read.numbers[0] == 1, ..self.clone() };
        let document = || read.document.map(DocId).filter(|id| (id.0 as usize) < self.edition().newsroom.size());
        let term = || read.term.map(TermId);
        let kind = || read.kind.map(KindId);
        match read.of {
            Of::Card => {
                let id = document()?;
                return Some(self.shelf.card_digest(id).unwrap_or_else(|| digest(&self.card(id))));
            }
            Of::TermNamed => tell(&self.named_term(term()?), &mut answer),
            Of::TermView => tell(&scope.term(term()?), &mut answer),
            Of::Frame => self.shared_variables().iter().for_each(|(_, value)| tell(value, &mut answer)),
            Of::Section => {
                let section = scope.section(kind()?);
                [&section.label, &section.plural, &section.href].into_iter().for_each(|value| tell(value, &mut answer));
                section.crumbs.iter().for_each(|crumb| tell(&crumb.view(), &mut answer));
            }
            Of::SectionFeeds => tell(&scope.section_feeds(kind()?), &mut answer),
            Of::AllFeeds => tell(&scope.all_feeds(), &mut answer),
            Of::MediaView => tell(&self.media_page(), &mut answer),
            Of::Listing => Listing::of_read(read).articles(self).into_iter().for_each(|id| {
                answer.text(&self.edition().document_key(id));
            }),
            Of::TermList => {
                let [class, limit, ..] = read.numbers;
                let class = Class::ALL.into_iter().find(|own| *own as i32 == class)?;
                let limit = usize::try_from(limit).ok().filter(|_| limit != NONE);
                self.listed_terms(class, limit).into_iter().for_each(|id| {
                    answer.text(&self.edition().term_key(id));
                });
            }
            _ => return None,
        }
        Some(answer.finish())
    }
}

/// The digest of one view.
pub(super) fn digest(view: &Value) -> Digest {
    let mut answer = Digesting::default();
    tell(view, &mut answer);
    answer.finish()
}

fn tell(value: &Value, answer: &mut Digesting) {
    // Only keys that are no text could fail.
    answer.text(&serde_json::to_string(value).unwrap_or_default());
}
