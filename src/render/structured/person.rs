//! People: those who write, those who are written about (schema.org Person).

use super::image::Image;
use super::is_silent;
use super::organization::{self, Organization};
use crate::newsroom::TermId;
use crate::theme::Scope;
use serde::Serialize;

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename = "Person", rename_all = "camelCase")]
pub(super) struct Person {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    job_title: String,
    #[serde(skip_serializing_if = "is_silent")]
    description: String,
    #[serde(skip_serializing_if = "is_silent")]
    image: Option<Image>,
    #[serde(skip_serializing_if = "is_silent")]
    works_for: Vec<Organization>,
}

impl Person {
    /// Somebody of whom only a name is known.
    pub(super) fn called(name: &str) -> Person {
        Person { name: name.to_owned(), ..Person::default() }
    }
}

/// A person by name, office and page, as they stand beside an article.
pub(super) fn named(scope: &Scope, id: TermId) -> Person {
    Person {
        name: scope.term_name(id).to_owned(),
        url: scope.edition().term_url(id, scope.lang).map(|url| scope.href(url)).unwrap_or_default(),
        job_title: scope.edition().newsroom.term_role(id, scope.lang).to_owned(),
        ..Person::default()
    }
}

/// A person with everything that their page says.
pub(super) fn whole(scope: &Scope, id: TermId) -> Person {
    let Some(document) = scope.edition().newsroom.term(id).nearest_document(scope.lang) else {
        return named(scope, id);
    };
    let entry = scope.entry(document);
    let front = &entry.document.front;
    Person {
        description: front.summary.to_string(),
        image: front.photos.first().and_then(|photo| Image::whole(scope, entry, photo)),
        works_for: entry.units.iter().map(|unit| organization::named_unit(scope, *unit)).collect(),
        ..named(scope, id)
    }
}
