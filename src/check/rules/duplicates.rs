//! Ids and future addresses must be unique, also among what is not published yet: two documents
//! must not collide at midnight, when an embargo lifts and nobody is there.

use crate::check::Desk;
use crate::config::Lang;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::path::UrlPath;
use crate::text;
use rustc_hash::FxHashMap;

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    ids(desk, findings);
    registers(desk, findings);
    legacy_ids(desk, findings);
    addresses(desk, findings);
}

fn two(code: Code, document: &Document, other: &Document, message: Text, help: Text) -> Diagnostic {
    let (here, there) = (document.front.title_span, other.front.title_span);
    let file = &other.file;
    let message = Text::new(format!("{} ({file})", message.id), format!("{} ({file})", message.en));
    Diagnostic::new(code, &document.file, here, message)
        .related(&other.file, there, text!("yang lain di sini", "the other is here"))
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
                document,
                other,
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
                document,
                other,
                text!("id `{id}` dipakai dua kali", "the id `{id}` is used twice"),
                text!("ganti nama salah satu berkasnya", "rename one of the files"),
            ));
        }
    }
}

fn legacy_ids(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<(u32, Lang), &Document> = FxHashMap::default();
    for document in desk.documents {
        let Some(legacy) = &document.front.legacy_id else { continue };
        let id = legacy.value;
        if let Some(other) = seen.insert((id, document.identity.lang), document) {
            findings.push(two(
                Code::DuplicateId,
                document,
                other,
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
    let mut coming: FxHashMap<UrlPath, &Document> = FxHashMap::default();
    for document in desk.documents {
        let identity = &document.identity;
        let published = edition.newsroom.find(&identity.id, identity.lang);
        if published.is_some_and(|id| edition.newsroom.entry(id).document.file == document.file) {
            continue;
        }
        let url = edition.future_url(document);
        let message = || text!("alamat {url} sudah dipakai", "the address {url} is taken");
        let help = || text!("beri salah satunya `slug` lain", "give one of them another `slug`");
        if edition.routes.find(&url).is_some() {
            findings.push(
                Diagnostic::new(Code::DuplicateUrl, &document.file, document.front.title_span, message()).help(help()),
            );
        }
        if let Some(other) = coming.insert(url.clone(), document) {
            findings.push(two(Code::DuplicateUrl, document, other, message(), help()));
        }
    }
}
