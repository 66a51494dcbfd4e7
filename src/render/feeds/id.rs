//! Names that stay: a URN for each item and each feed (RFC 9562, UUIDs of version 8).
//!
//! They are made of the newsroom's host and the content path, and of nothing that an editor may
//! change: neither headline, slug nor day, nor whether the site is reached by https.

use crate::content::Document;
use crate::digest::Digest;
use crate::newsroom::{Correction, DocId};
use crate::routes::{Feed, Subject};
use crate::theme::Scope;

/// An article's name.
pub(super) fn of_article(scope: &Scope, id: DocId) -> String {
    urn(scope, &format!("article {}", path(scope, &scope.entry(id).document)))
}

/// A correction's name. One article may have several, so its day and place in the list tell them apart.
pub(super) fn of_correction(scope: &Scope, correction: &Correction) -> String {
    let path = path(scope, &scope.entry(correction.article).document);
    match correction.change {
        Some(at) => urn(scope, &format!("change {path} {} {at}", correction.date.instant)),
        None => urn(scope, &format!("withdrawal {path}")),
    }
}

/// A feed's name, the same in every format.
pub(super) fn of_feed(scope: &Scope, feed: Feed) -> String {
    let config = scope.config();
    let of = match feed.of {
        Subject::Site => "site".to_owned(),
        Subject::Kind(kind) => format!("kind {}", config.kind(kind).name),
        Subject::Term(term) => {
            let (class, id) = scope.edition().newsroom.term_id(term);
            format!("{} {id}", crate::theme::class_name(class))
        }
        Subject::Corrections => "corrections".to_owned(),
    };
    urn(scope, &format!("feed {} {of}", config.language(feed.lang).code))
}

/// A document's path with its language, which the same document in two languages shares.
pub(super) fn path(scope: &Scope, document: &Document) -> String {
    let identity = &document.identity;
    format!("{}{}", scope.config().lang_prefix(identity.lang), identity.id)
}

fn urn(scope: &Scope, what: &str) -> String {
    let digest = Digest::of([scope.config().host(), " ", what].concat().as_bytes()).bytes();
    let mut octets: [u8; 16] = std::array::from_fn(|at| digest[at]);
    octets[6] = octets[6] & 0x0f | 0x80;
    octets[8] = octets[8] & 0x3f | 0x80;
    let mut urn = String::with_capacity(45);
    urn.push_str("urn:uuid:");
    for (at, octet) in octets.into_iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            urn.push('-');
        }
        for digit in [octet >> 4, octet & 0x0f] {
            urn.push(char::from_digit(digit.into(), 16).unwrap_or_default());
        }
    }
    urn
}
