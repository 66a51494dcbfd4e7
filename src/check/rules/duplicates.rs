//! Ids must be unique, also among what is not published yet. Addresses are compared where the routes
//! are made.

use crate::check::Desk;
use crate::config::Lang;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Span, Text};
use crate::text;
use rustc_hash::FxHashMap;

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    ids(desk, findings);
    registers(desk, findings);
    legacy_ids(desk, findings);
}

/// One of two documents, and the place in it that the other has too.
struct Side<'a>(&'a Document, Span);

impl<'a> Side<'a> {
    fn name(document: &'a Document) -> Self {
        Side(document, document.front.title_span)
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
        let other = seen.insert((class, id, document.identity.lang), document);
        // Two files of one name altogether have been told of.
        if let Some(other) = other.filter(|other| other.identity.id != document.identity.id) {
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
