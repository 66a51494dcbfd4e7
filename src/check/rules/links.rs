//! Links within the site must lead somewhere, headings included.
//!
//! A link to a document that is not published now is a warning: the text stays, without the link,
//! so that an embargo or an expiry can't break a build by itself. So is one to a listing that is
//! empty now.

use crate::check::Desk;
use crate::config::Lang;
use crate::content::Document;
use crate::content::body::{Fill, Target};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::newsroom::{State, state};
use crate::path::{RelPath, UrlPath};
use crate::routes::{What, is_document};
use crate::source::CONTENT;
use crate::text;
use std::sync::Arc;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for hole in document.body().all_holes() {
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
    for link in &document.body().outward {
        if let Some((path, fragment)) = desk.config().own_address(&link.address) {
            // Another program may answer on the same host, so it is a warning.
            let mut found = Vec::new();
            site(document, path, fragment, link.span, desk, &mut found);
            findings.extend(found.into_iter().map(|finding| finding.severity(Severity::Warning)));
        }
    }
}

fn heading(document: &Document, target: &Document, fragment: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    let ids = || target.body().headings.iter().map(|heading| &*heading.id);
    let generated = fragment.is_empty() || fragment.starts_with("fn-") || fragment.starts_with("fnref-");
    if generated || ids().any(|id| id == fragment) || target.body().anchors.iter().any(|id| **id == *fragment) {
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
        findings.push(finding.help(match path.and_then(|path| suggestion(document, path, desk)) {
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
    !newsroom.preview && !matches!(state(document, newsroom.now()), State::Published | State::Withdrawn)
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

/// The reference to the document that was most likely meant.
fn suggestion(document: &Document, path: &RelPath, desk: &Desk<'_>) -> Option<String> {
    let lang = document.identity.lang;
    let stem = path.below(CONTENT)?.trim_end_matches(".md");
    let code = format!(".{}", desk.config().language(lang).code);
    let stem = stem.strip_suffix(code.as_str()).unwrap_or(stem);
    let id = desk.nearest_name(stem.strip_suffix("/index").unwrap_or(stem))?;
    let target = desk.named(&id, lang).first().or_else(|| desk.named(&id, Lang::default()).first())?;
    Some(reference(&document.folder(), &target.file))
}

/// How a file is referred to from a folder: `../2022/pasundan.md`.
fn reference(folder: &RelPath, file: &RelPath) -> String {
    let here: Vec<&str> = folder.as_str().split('/').collect();
    let there: Vec<&str> = file.as_str().split('/').collect();
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", here.len() - shared);
    up.chain(there[shared..].iter().copied()).collect::<Vec<_>>().join("/")
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
        let newsroom = &desk.edition.newsroom;
        let shown = match route.what {
            What::Document(id) => Some(id),
            What::Term(lang, term, _) => newsroom.term(term).document(lang),
            _ => None,
        };
        if let (Some(id), Some(fragment)) = (shown, fragment) {
            let target = newsroom.entry(id).document.clone();
            heading(document, &target, fragment, span, findings);
        }
        return;
    }
    match at_address(path, desk) {
        Stands::Hidden(_) | Stands::Empty if is_hidden(document, desk) => {}
        Stands::Hidden(target) => findings.push(to_unpublished(document, target, span)),
        Stands::Empty => findings.push(to_empty(&document.file, path, span)),
        Stands::Nothing => {
            let message = text!("tidak ada halaman di alamat {path}", "there is no page at {path}");
            let finding = Diagnostic::new(Code::DeadLink, &document.file, span, message);
            findings.push(finding.help(match desk.nearest_address(path) {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!(
                    "lebih aman menulis jalur berkasnya, misalnya ../2022/pasundan.md",
                    "the path of its file is safer, such as ../2022/pasundan.md"
                ),
            }));
        }
    }
}

/// What stands at an address that has no page now.
pub(super) enum Stands<'a> {
    /// A document that is not published.
    Hidden(&'a Document),
    /// A listing without anything in it.
    Empty,
    /// Nothing, ever.
    Nothing,
}

pub(super) fn at_address<'a>(path: &str, desk: &Desk<'a>) -> Stands<'a> {
    let plain = path.split(['?', '#']).next().unwrap_or(path);
    let url = UrlPath::page(&percent_encoding::percent_decode_str(plain).decode_utf8_lossy());
    let coming = |other: &&Arc<Document>| is_hidden(other, desk) && desk.edition.future_url(other) == url;
    if let Some(document) = desk.documents.iter().find(coming) {
        return Stands::Hidden(document);
    }
    let config = desk.config();
    let is_listing = config.langs().any(|lang| {
        let folders = config.kinds.iter().filter(|kind| kind.is_article()).map(|kind| &*kind.folder);
        let words = config.path_words(lang);
        folders
            .chain([words.corrections, words.sponsored])
            .any(|folder| desk.edition.listing_url(lang, folder, 1) == url)
    });
    if is_listing { Stands::Empty } else { Stands::Nothing }
}

pub(super) fn to_empty(file: &RelPath, path: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToUnpublished,
        file,
        span,
        text!("daftar di alamat {path} masih kosong", "the listing at {path} is empty"),
    )
    .help(text!(
        "halamannya ada selama ada naskah yang terbit di dalamnya",
        "its page is there while something in it is published"
    ))
}
