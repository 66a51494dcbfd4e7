//! A document is one in all its languages: what is held back or taken back in one must not stand in another.

use crate::check::Desk;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Severity, Text};
use crate::newsroom::{State, state};
use crate::text;
use rustc_hash::FxHashMap;

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    if desk.config().languages.len() < 2 {
        return;
    }
    let now = desk.edition.newsroom.now();
    let mut held: FxHashMap<&str, (&Document, State)> = FxHashMap::default();
    for document in desk.documents {
        let state = state(document, now);
        if state != State::Published {
            held.insert(document.identity.id.as_str(), (document, state));
        }
    }
    for document in desk.documents.iter().filter(|document| state(document, now) == State::Published) {
        let Some((other, state)) = held.get(document.identity.id.as_str()) else { continue };
        // An embargo is a promise, a withdrawal often a duty; the others may be meant.
        let severity = match state {
            State::Embargoed | State::Withdrawn => Severity::Error,
            _ => Severity::Warning,
        };
        let (message, help) = words(other, *state);
        findings.push(
            Diagnostic::new(Code::TranslationAhead, &document.file, document.front.title_span, message)
                .severity(severity)
                .related(&other.file, other.front.title_span, text!("yang lain di sini", "the other is here"))
                .help(help),
        );
    }
}

/// What is wrong with publishing a document that stands like this in another language.
fn words(other: &Document, state: State) -> (Text, Text) {
    let file = &other.file;
    let (id, en, key) = match state {
        State::Embargoed => ("masih diembargo", "is under embargo", "embargo"),
        State::Withdrawn => ("sudah dicabut", "is withdrawn", "withdrawn"),
        State::Expired => ("sudah kedaluwarsa", "has expired", "expires"),
        State::Scheduled => ("baru terbit nanti", "is published later", "date"),
        State::Draft | State::Review | State::Published => ("belum disetujui", "is not approved", "status"),
    };
    (
        text!("naskah ini terbit, padahal {file} {id}", "this is published, while {file} {en}"),
        text!("tulis `{key}` yang sama di sini", "write the same `{key}` here"),
    )
}
