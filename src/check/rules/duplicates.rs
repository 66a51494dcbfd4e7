//! Ids and future addresses must be unique, also among what is not published yet: two documents
//! must not collide at midnight, when an embargo lifts and nobody is there.

use crate::check::Desk;
use crate::config::Lang;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Span, Text};
use crate::newsroom::{Newsroom, State, state};
use crate::path::UrlPath;
use crate::routes::What;
use crate::text;
use rustc_hash::FxHashMap;

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    ids(desk, findings);
    registers(desk, findings);
    legacy_ids(desk, findings);
    addresses(desk, findings);
}

/// One of two documents, and the place in it that the other has too.
struct Side<'a>(&'a Document, Span);

impl<'a> Side<'a> {
    fn name(document: &'a Document) -> Self {
        Side(document, document.front.title_span)
    }

    fn address(document: &'a Document) -> Self {
        let front = &document.front;
        Side(document, front.slug.as_ref().map_or(front.title_span, |slug| slug.span))
    }
}

fn two(code: Code, here: &Side<'_>, there: &Side<'_>, message: Text, help: Text) -> Diagnostic {
    let file = &there.0.file;
    let message = Text::new(format!("{} ({file})", message.id), format!("{} ({file})", message.en));
    Diagnostic::new(code, &here.0.file, here.1, message)
        .related(file, there.1, text!("yang lain di sini", "the other is here"))
        .help(help)
}

fn ids(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<(&str, Lang), &Document> =
        FxHashMap::with_capacity_and_hasher(desk.documents.len(), Default::default());
    for document in desk.documents {
        let id = document.identity.id.as_str();
        if let Some(other) = seen.insert((id, document.identity.lang), document) {
            findings.push(two(
                Code::DuplicateId,
                &Side::name(document),
                &Side::name(other),
                text!("dua dokumen bernama `{id}`", "two documents are called `{id}`"),
                text!("ganti nama salah satunya", "rename one of them"),
            ));
        }
    }
}

/// Two registers of one class whose files have the same name in different folders.
fn registers(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<_, &Document> = FxHashMap::default();
    for document in desk.documents {
        let class = desk.config().kind(document.identity.kind).class;
        if !class.is_register() {
            continue;
        }
        let id = &document.identity.slug;
        if let Some(other) = seen.insert((class, id, document.identity.lang), document) {
            findings.push(two(
                Code::DuplicateId,
                &Side::name(document),
                &Side::name(other),
                text!("id `{id}` dipakai dua kali", "the id `{id}` is used twice"),
                text!("ganti nama salah satu berkasnya", "rename one of the files"),
            ));
        }
    }
}

fn legacy_ids(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<(u32, Lang), Side<'_>> = FxHashMap::default();
    for document in desk.documents {
        let Some(legacy) = &document.front.legacy_id else { continue };
        let id = legacy.value;
        if let Some(other) = seen.insert((id, document.identity.lang), Side(document, legacy.span)) {
            findings.push(two(
                Code::DuplicateId,
                &Side(document, legacy.span),
                &other,
                text!("`legacy_id` {id} dipakai dua kali", "the `legacy_id` {id} is used twice"),
                text!("setiap naskah lama punya nomornya sendiri", "every old item has a number of its own"),
            ));
        }
    }
}

/// Addresses of unpublished documents against those of everything else. Those of published ones
/// were compared when the routes were made.
fn addresses(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let edition = desk.edition;
    let newsroom = &edition.newsroom;
    let mut coming: FxHashMap<UrlPath, &Document> = FxHashMap::default();
    for document in desk.documents {
        if newsroom.preview || matches!(state(document, newsroom.now), State::Published | State::Withdrawn) {
            continue;
        }
        let url = edition.future_url(document);
        let here = Side::address(document);
        let message = || text!("alamat {url} sudah dipakai", "the address {url} is taken");
        let help = || text!("beri salah satunya `slug` lain", "give one of them another `slug`");
        if let Some(route) = edition.routes.find(&url) {
            findings.push(match owner(&route.what, newsroom) {
                Some(other) => two(Code::DuplicateUrl, &here, &Side::address(other), message(), help()),
                None => Diagnostic::new(Code::DuplicateUrl, &document.file, here.1, message()).help(help()),
            });
        }
        if let Some(other) = coming.insert(url.clone(), document) {
            findings.push(two(Code::DuplicateUrl, &here, &Side::address(other), message(), help()));
        }
    }
}

/// The document whose page stands at a route.
fn owner<'a>(what: &What, newsroom: &'a Newsroom) -> Option<&'a Document> {
    let id = match what {
        What::Document(id) => *id,
        What::Term(lang, term, _) => newsroom.term(*term).nearest_document(*lang)?,
        _ => return None,
    };
    Some(&newsroom.entry(id).document)
}
