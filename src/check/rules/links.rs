//! Links within the site must lead somewhere, headings included.
//!
//! A link to a document that is not published now is a warning: the text stays, without the link,
//! so that an embargo or an expiry can't break a build by itself.

use crate::check::Desk;
use crate::content::Document;
use crate::content::body::{Fill, Target};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::newsroom::{State, state};
use crate::path::{RelPath, UrlPath};
use crate::routes::{Route, What, is_document};
use crate::text;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for hole in document.body.all_holes() {
        let Fill::Link(target) = &hole.fill else { continue };
        match target {
            Target::Fragment(fragment) => heading(document, document, fragment, hole.span, findings),
            Target::Site { path, fragment } => site(document, path, fragment.as_deref(), hole.span, desk, findings),
            Target::File { path, written, fragment } if is_document(written) => {
                file(document, path.as_ref(), written, fragment.as_deref(), hole.span, desk, findings);
            }
            Target::File { .. } => {}
        }
    }
}

fn heading(document: &Document, target: &Document, fragment: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    let ids = || target.body.headings.iter().map(|heading| &*heading.id);
    let generated = fragment.is_empty() || fragment.starts_with("fn-") || fragment.starts_with("fnref-");
    if generated || ids().any(|id| id == fragment) {
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
        findings.push(finding.help(match path.and_then(|path| suggestion(path, desk)) {
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
    let now = desk.edition.newsroom.now;
    let published = |document: &Document| matches!(state(document, now), State::Published | State::Withdrawn);
    if !published(target) && published(document) && !desk.edition.newsroom.preview {
        let title = &target.front.title;
        findings.push(
            Diagnostic::new(
                Code::LinkToUnpublished,
                &document.file,
                span,
                text!("tautan ke naskah yang tidak terbit: {title}", "a link to what is not published: {title}"),
            )
            .severity(Severity::Warning)
            .help(text!(
                "teksnya tetap tampil tanpa tautan; tautannya hidup saat naskah itu terbit",
                "the text is shown without the link, which works once that document is published"
            )),
        );
    }
}

/// Another file with that name, or a near name in that folder.
fn suggestion(path: &RelPath, desk: &Desk<'_>) -> Option<RelPath> {
    let folder = path.parent();
    let names = siblings(&folder, desk);
    nearest(path.file_name(), names).map(|name| folder.join(name))
}

/// The names of the documents in a folder.
pub(super) fn siblings<'a>(folder: &RelPath, desk: &Desk<'a>) -> Vec<&'a str> {
    let from = desk.files.partition_point(|file| file < folder);
    let below = desk.files[from..].iter().take_while(|file| file.as_str().starts_with(folder.as_str()));
    let names = below.filter_map(|file| file.below(folder.as_str()));
    names.filter(|name| !name.contains('/') && is_document(name)).collect()
}

fn site(
    document: &Document,
    path: &str,
    fragment: Option<&str>,
    span: Span,
    desk: &Desk<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let plain = path.split('?').next().unwrap_or(path);
    match find(plain, desk) {
        Some(route) => {
            if let (What::Document(id), Some(fragment)) = (&route.what, fragment) {
                let target = desk.edition.newsroom.entry(*id).document.clone();
                heading(document, &target, fragment, span, findings);
            }
        }
        None => {
            findings.push(
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
            );
        }
    }
}

/// The route of an address as editors write it: encoded or not, with its last slash or without.
fn find<'a>(path: &str, desk: &'a Desk<'_>) -> Option<&'a Route> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let clean = RelPath::new(&decoded);
    let routes = &desk.edition.routes;
    let page = || routes.find(&UrlPath::page(clean.as_str()));
    let file = || routes.find(&UrlPath::file(&clean));
    let index = || routes.find(&UrlPath::file(&clean.join("index.html")));
    page().or_else(file).or_else(index)
}
