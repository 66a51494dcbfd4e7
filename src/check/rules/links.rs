//! Links within the site must lead somewhere, headings included.
//!
//! A link to a document that is not published now is a warning: the text stays, without the link,
//! so that an embargo or an expiry can't break a build by itself.

use crate::check::Desk;
use crate::content::Document;
use crate::content::body::{Fill, Target};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::newsroom::{State, state};
use crate::path::{RelPath, UrlPath};
use crate::routes::{What, is_document};
use crate::text;
use std::sync::Arc;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for hole in document.body.all_holes() {
        let Fill::Link(target) = &hole.fill else { continue };
        match target {
            Target::Fragment(fragment) => heading(document, document, fragment, hole.span, findings),
            Target::Site { path, fragment } => site(document, path, fragment.as_deref(), hole.span, desk, findings),
            Target::File { path, written, fragment } if is_document(path.as_ref(), written) => {
                file(document, path.as_ref(), written, fragment.as_deref(), hole.span, desk, findings);
            }
            Target::File { .. } => {}
        }
    }
}

fn heading(document: &Document, target: &Document, fragment: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    let ids = || target.body.headings.iter().map(|heading| &*heading.id);
    let generated = fragment.is_empty() || fragment.starts_with("fn-") || fragment.starts_with("fnref-");
    if generated || ids().any(|id| id == fragment) || target.body.anchors.iter().any(|id| **id == *fragment) {
        return;
    }
    let file = &target.file;
    let finding = Diagnostic::new(
        Code::DeadFragment,
        &document.file,
        span,
        text!("tidak ada subjudul `#{fragment}` di {file}", "there is no heading `#{fragment}` in {file}"),
    );
    findings.push(finding.help(match nearest(fragment, ids()) {
        Some(near) => text!("mungkin maksudnya `#{near}`?", "did you mean `#{near}`?"),
        None => text!(
            "beri subjudulnya tanda pengenal, misalnya `## Jadwal {{#jadwal}}`",
            "give the heading an id, such as `## Schedule {{#schedule}}`"
        ),
    }));
}

fn file(
    document: &Document,
    path: Option<&RelPath>,
    written: &str,
    fragment: Option<&str>,
    span: Span,
    desk: &Desk<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(target) = path.and_then(|path| desk.document(path)) else {
        let finding = Diagnostic::new(
            Code::DeadLink,
            &document.file,
            span,
            text!("tautan ini tidak menuju dokumen mana pun: {written}", "this link leads to no document: {written}"),
        );
        findings.push(finding.help(match path.and_then(|path| suggestion(path, written, desk)) {
            Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
            None => text!(
                "tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md",
                "write the file's path from this document's folder, such as ../2022/pasundan.md"
            ),
        }));
        return;
    };
    if let Some(fragment) = fragment {
        heading(document, target, fragment, span, findings);
    }
    if is_hidden(target, desk) && !is_hidden(document, desk) {
        findings.push(to_unpublished(document, target, span));
    }
}

/// Whether a document is not in the model.
fn is_hidden(document: &Document, desk: &Desk<'_>) -> bool {
    let newsroom = &desk.edition.newsroom;
    !newsroom.preview && !matches!(state(document, newsroom.now), State::Published | State::Withdrawn)
}

fn to_unpublished(document: &Document, target: &Document, span: Span) -> Diagnostic {
    let title = &target.front.title;
    Diagnostic::new(
        Code::LinkToUnpublished,
        &document.file,
        span,
        text!("tautan ke naskah yang tidak terbit: {title}", "a link to what is not published: {title}"),
    )
    .help(text!(
        "teksnya tetap tampil tanpa tautan; tautannya hidup selama naskah itu terbit",
        "the text is shown without the link, which works while that document is published"
    ))
}

/// The reference with the nearest name in the folder that it leads to.
fn suggestion(path: &RelPath, written: &str, desk: &Desk<'_>) -> Option<String> {
    let near = nearest(path.file_name(), siblings(&path.parent(), desk))?;
    let written = written.split(['?', '#']).next().unwrap_or(written);
    Some(written.rsplit_once('/').map_or_else(|| near.to_owned(), |(folder, _)| format!("{folder}/{near}")))
}

/// The names of the documents in a folder.
pub(super) fn siblings<'a>(folder: &RelPath, desk: &Desk<'a>) -> Vec<&'a str> {
    desk.names_in(folder).filter(|name| name.ends_with(".md")).collect()
}

fn site(
    document: &Document,
    path: &str,
    fragment: Option<&str>,
    span: Span,
    desk: &Desk<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    if let Some(route) = desk.edition.routes.lookup(path) {
        if let (What::Document(id), Some(fragment)) = (&route.what, fragment) {
            let target = desk.edition.newsroom.entry(*id).document.clone();
            heading(document, &target, fragment, span, findings);
        }
        return;
    }
    let url = UrlPath::page(&percent_encoding::percent_decode_str(path).decode_utf8_lossy());
    let coming = |other: &&Arc<Document>| is_hidden(other, desk) && desk.edition.future_url(other) == url;
    match desk.documents.iter().find(coming) {
        Some(_) if is_hidden(document, desk) => {}
        Some(target) => findings.push(to_unpublished(document, target, span)),
        None => findings.push(
            Diagnostic::new(
                Code::DeadLink,
                &document.file,
                span,
                text!("tidak ada halaman di alamat {path}", "there is no page at {path}"),
            )
            .help(text!(
                "lebih aman menulis jalur berkasnya, misalnya ../2022/pasundan.md",
                "the path of its file is safer, such as ../2022/pasundan.md"
            )),
        ),
    }
}
