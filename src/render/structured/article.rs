//! An article (schema.org NewsArticle; AdvertiserContentArticle for what is paid for).

use super::image::{self, Image};
use super::is_silent;
use super::license::{self, License};
use super::organization::{self, Organization};
use super::person::{self, Person};
use super::{day_or_time, event::Place};
use crate::content::{Change, Reference};
use crate::newsroom::DocId;
use crate::theme::Scope;
use serde::Serialize;

/// The longest headline that search engines take, in characters.
const HEADLINE_MAX: usize = 110;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Article {
    #[serde(rename = "@type")]
    of_type: &'static str,
    #[serde(skip_serializing_if = "is_silent")]
    main_entity_of_page: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    headline: String,
    #[serde(skip_serializing_if = "is_silent")]
    description: String,
    #[serde(skip_serializing_if = "is_silent")]
    in_language: String,
    #[serde(skip_serializing_if = "is_silent")]
    date_published: String,
    #[serde(skip_serializing_if = "is_silent")]
    date_modified: String,
    #[serde(skip_serializing_if = "is_silent")]
    expires: String,
    #[serde(skip_serializing_if = "is_silent")]
    dateline: String,
    #[serde(skip_serializing_if = "is_silent")]
    article_section: String,
    #[serde(skip_serializing_if = "is_silent")]
    keywords: Vec<String>,
    word_count: u32,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "is_silent")]
    author: Vec<Author>,
    publisher: Organization,
    #[serde(skip_serializing_if = "is_silent")]
    image: Vec<Image>,
    #[serde(skip_serializing_if = "is_silent")]
    content_location: Option<Place>,
    #[serde(skip_serializing_if = "is_silent")]
    mentions: Vec<Person>,
    #[serde(skip_serializing_if = "is_silent")]
    citation: Vec<Work>,
    #[serde(skip_serializing_if = "is_silent")]
    correction: Vec<CorrectionComment>,
    #[serde(skip_serializing_if = "is_silent")]
    license: Option<License>,
    #[serde(skip_serializing_if = "is_silent")]
    is_based_on: Option<Work>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Author {
    Person(Person),
    Organization(Organization),
    Source(Source),
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "CorrectionComment", rename_all = "camelCase")]
struct CorrectionComment {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    text: String,
    #[serde(skip_serializing_if = "is_silent")]
    date_published: String,
}

/// A work of somebody else.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "CreativeWork", rename_all = "camelCase")]
pub(super) struct Work {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    publisher: Option<Source>,
}

/// Who published a work.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Organization")]
struct Source {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
}

impl Work {
    /// A source that a text rests on.
    pub(super) fn cited(reference: &Reference) -> Work {
        Work { name: reference.name.to_string(), url: reference.url.to_string(), publisher: None }
    }

    /// What an article was taken over from: the reference names who published it first.
    fn republished(reference: &Reference, headline: &str) -> Work {
        Work {
            name: headline.to_owned(),
            url: reference.url.to_string(),
            publisher: Some(Source { name: reference.name.to_string() }),
        }
    }
}

/// The article that a document is.
pub(super) fn of(scope: &Scope, id: DocId) -> Article {
    let (config, entry) = (scope.config(), scope.entry(id));
    let (document, front) = (&entry.document, &entry.document.front);
    let zone = &config.zone;
    let url = scope.document_href(id);
    let event = front.event.as_deref();
    let corrective = front.changes.iter().filter(|change| change.kind.is_corrective());
    Article {
        of_type: if front.sponsored { "AdvertiserContentArticle" } else { "NewsArticle" },
        main_entity_of_page: url.clone(),
        url,
        headline: front.title.chars().take(HEADLINE_MAX).collect(),
        description: front.summary.to_string(),
        in_language: config.language(document.identity.lang).code.to_string(),
        date_published: entry.moment().map(|moment| moment.rfc3339(zone)).unwrap_or_default(),
        date_modified: entry.changed().map(|moment| moment.rfc3339(zone)).unwrap_or_default(),
        expires: front.expires.as_ref().map(|date| day_or_time(scope, &date.value)).unwrap_or_default(),
        // A property of news alone.
        dateline: if front.sponsored { String::new() } else { front.dateline.to_string() },
        article_section: scope.section(document.identity.kind).plural().to_owned(),
        keywords: entry.topics.iter().map(|topic| scope.term_name(*topic).to_owned()).collect(),
        word_count: document.body().words,
        is_accessible_for_free: true,
        author: authors(scope, id),
        publisher: organization::publisher(scope),
        image: image::of(scope, id),
        content_location: event.and_then(|event| Place::named(&event.place)),
        mentions: entry.people.iter().map(|person| person::named(scope, *person)).collect(),
        // A clarification's stand with its verdict.
        citation: if front.claim.is_empty() { front.sources.iter().map(Work::cited).collect() } else { Vec::new() },
        correction: corrective.map(|change| correction(scope, change)).collect(),
        license: license::of(&front.license),
        is_based_on: front.source.as_ref().map(|source| Work::republished(source, &front.title)),
    }
}

/// Who wrote it: people, else who published it first, else units, else the publisher.
fn authors(scope: &Scope, id: DocId) -> Vec<Author> {
    let entry = scope.entry(id);
    let people = entry.authors.iter().map(|author| Author::Person(person::named(scope, *author)));
    let units = entry.units.iter().map(|unit| Author::Organization(organization::named_unit(scope, *unit)));
    match (&entry.document.front.source, entry.authors.is_empty(), entry.units.is_empty()) {
        (_, false, _) => people.collect(),
        (Some(source), ..) => vec![Author::Source(Source { name: source.name.to_string() })],
        (None, _, false) => units.collect(),
        (None, _, true) => vec![Author::Organization(organization::publisher(scope))],
    }
}

fn correction(scope: &Scope, change: &Change) -> CorrectionComment {
    let name = scope.words().get(&format!("changes.{}", change.kind.name())).unwrap_or_default();
    CorrectionComment {
        name: name.to_owned(),
        text: change.note.to_string(),
        date_published: change.date.rfc3339(&scope.config().zone),
    }
}
