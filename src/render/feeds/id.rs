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
    let host = scope.config().host();
    let digest = Digest::of(format!("{host} {what}").as_bytes()).bytes();
    let mut number = u128::from_be_bytes(std::array::from_fn(|at| digest[at]));
    number = number & !(0xf << 76) | 0x8 << 76;
    number = number & !(0x3 << 62) | 0x2 << 62;
    let hex = format!("{number:032x}");
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", parts.join("-"))
}
