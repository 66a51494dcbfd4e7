//! A claim, what was found of it, and what the finding rests on (schema.org ClaimReview).
//!
//! Search engines show it no longer (Google since June 2025); archives of fact checks read it.

use super::article::Work;
use super::is_silent;
use super::organization::{self, Organization};
use crate::newsroom::DocId;
use crate::theme::Scope;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ClaimReview", rename_all = "camelCase")]
pub(super) struct ClaimReview {
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    claim_reviewed: String,
    #[serde(skip_serializing_if = "is_silent")]
    date_published: String,
    #[serde(skip_serializing_if = "is_silent")]
    date_modified: String,
    #[serde(skip_serializing_if = "is_silent")]
    in_language: String,
    author: Organization,
    item_reviewed: Claim,
    review_rating: Rating,
    #[serde(skip_serializing_if = "is_silent")]
    citation: Vec<Work>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Claim")]
struct Claim {
    #[serde(skip_serializing_if = "is_silent")]
    text: String,
}

/// The verdict in words: a newsroom's words have no place on a scale of numbers.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Rating", rename_all = "camelCase")]
struct Rating {
    #[serde(skip_serializing_if = "is_silent")]
    alternate_name: String,
}

/// The review; none for a document without a claim and a verdict.
pub(super) fn of(scope: &Scope, id: DocId) -> Option<ClaimReview> {
    let entry = scope.entry(id);
    let front = &entry.document.front;
    if front.claim.is_empty() || front.verdict.is_empty() {
        return None;
    }
    let zone = &scope.config().zone;
    Some(ClaimReview {
        url: scope.document_href(id),
        claim_reviewed: front.claim.to_string(),
        date_published: entry.moment().map(|moment| moment.rfc3339(zone)).unwrap_or_default(),
        date_modified: entry.changed().map(|moment| moment.rfc3339(zone)).unwrap_or_default(),
        in_language: scope.config().language(entry.document.identity.lang).code.to_string(),
        author: organization::publisher(scope),
        item_reviewed: Claim { text: front.claim.to_string() },
        review_rating: Rating { alternate_name: front.verdict.to_string() },
        citation: front.sources.iter().map(Work::cited).collect(),
    })
}
