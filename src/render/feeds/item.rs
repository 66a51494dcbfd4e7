//! What all formats say of an article or a correction.

use super::content::{Form, Text, link};
use super::id;
use super::text::plain;
use crate::content::Document;
use crate::newsroom::{Correction, DocId, TermId};
use crate::path::UrlPath;
use crate::render::media_type::{bare, media_type};
use crate::routes::resolve;
use crate::theme::{Scope, Shown};
use crate::time::Moment;
use std::borrow::Cow;

/// One item of a feed.
pub(super) struct Item<'a> {
    /// Its name, for ever.
    pub(super) id: String,
    /// Its page.
    pub(super) url: String,
    /// Its headline.
    pub(super) title: Cow<'a, str>,
    /// One or two sentences.
    pub(super) summary: Cow<'a, str>,
    /// Its whole text, as HTML; none where there is to be the summary alone.
    pub(super) content: Option<Text>,
    /// When it was published.
    pub(super) published: Option<&'a Moment>,
    /// When it was last changed in substance.
    pub(super) revised: Option<&'a Moment>,
    /// Who wrote it.
    pub(super) authors: Vec<Named<'a>>,
    /// What it belongs to.
    pub(super) categories: Vec<Category<'a>>,
    /// Its first photo.
    pub(super) photo: Option<Shown<'a>>,
    /// The files that it offers.
    pub(super) files: Vec<File<'a>>,
    /// The article, unless it is a correction of one.
    pub(super) article: Option<DocId>,
    /// The article's file.
    pub(super) document: &'a Document,
}

/// A name that may have a page.
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    pub(super) name: Cow<'a, str>,
    /// Empty if there is no page.
    pub(super) url: String,
}

/// What an item belongs to.
pub(super) struct Category<'a> {
    /// What programs know it by.
    pub(super) term: &'a str,
    /// What readers know it by.
    pub(super) label: Cow<'a, str>,
}

/// A file to download.
pub(super) struct File<'a> {
    pub(super) url: String,
    pub(super) title: Cow<'a, str>,
    pub(super) media_type: &'static str,
    /// Its type in a word, such as PDF.
    pub(super) kind: String,
    /// In octets; what is in the newsroom, which for pictures may be more than what is published.
    pub(super) size: u64,
    /// Whether it is published octet for octet.
    pub(super) exact: bool,
}

impl<'a> Item<'a> {
    /// An article as feeds have it.
    pub(super) fn article(scope: &'a Scope, id: DocId, content: Option<Text>) -> Item<'a> {
        let entry = scope.entry(id);
        let document = &*entry.document;
        let front = &document.front;
        Item {
            id: id::of_article(scope, id),
            url: scope.document_href(id),
            title: plain(&front.title),
            summary: plain(&front.summary),
            content,
            published: entry.moment(),
            revised: entry.revised(),
            // What no person signed comes from the unit that issued it.
            authors: named(scope, if entry.authors.is_empty() { &entry.units } else { &entry.authors }),
            categories: categories(scope, id),
            photo: scope.shown_photos(document).next(),
            files: files(scope, id),
            article: Some(id),
            document,
        }
    }

    /// A correction as an item of its own.
    pub(super) fn correction(scope: &'a Scope, correction: &'a Correction, form: Form) -> Item<'a> {
        let entry = scope.entry(correction.article);
        let document = &*entry.document;
        let url = scope.document_href(correction.article);
        let (term, label, note) = match (entry.change(correction), entry.withdrawal()) {
            (Some(change), _) => {
                let term = change.kind.name();
                (term, scope.words().get(&format!("changes.{term}")).unwrap_or(term), &*change.note)
            }
            (None, withdrawal) => {
                let label = scope.words().get("card.withdrawn").unwrap_or("withdrawn");
                ("withdrawn", label, withdrawal.map_or("", |withdrawal| &withdrawal.reason))
            }
        };
        let mut html = String::from("<p>");
        super::text::escape(&mut html, note);
        html.push_str("</p>\n<p>");
        link(&url, &document.front.title, &mut html);
        html.push_str("</p>\n");
        Item {
            id: id::of_correction(scope, correction),
            url,
            title: plain(&format!("{label}: {}", document.front.title)).into_owned().into(),
            summary: plain(note),
            content: Some(Text::new(html, form)),
            published: Some(&correction.date),
            revised: Some(&correction.date),
            authors: Vec::new(),
            categories: vec![Category { term, label: plain(label) }],
            photo: None,
            files: Vec::new(),
            article: None,
            document,
        }
    }

    /// Where the article appeared first, if that was elsewhere.
    pub(super) fn source(&self) -> Option<&'a str> {
        self.document.republished_from().filter(|_| self.article.is_some())
    }
}

/// Terms by name.
pub(super) fn named<'a>(scope: &'a Scope, terms: &[TermId]) -> Vec<Named<'a>> {
    let named = |id: &TermId| Named {
        id: scope.edition().newsroom.term_id(*id).1,
        name: plain(scope.term_name(*id)),
        url: scope.edition().term_url(*id, scope.lang).map(|url| scope.href(url)).unwrap_or_default(),
    };
    terms.iter().map(named).collect()
}

/// The kind, the label of what is paid for, and the topics.
fn categories(scope: &Scope, id: DocId) -> Vec<Category<'_>> {
    let entry = scope.entry(id);
    let kind = entry.document.identity.kind;
    let label = scope.section(kind).label.as_str().unwrap_or_default();
    let mut found = vec![Category { term: &scope.config().kind(kind).name, label: plain(label) }];
    if entry.document.front.sponsored {
        let label = scope.words().get("article.sponsored").unwrap_or("advertorial");
        found.push(Category { term: "sponsored", label: plain(label) });
    }
    let topic = |topic: &TermId| Category {
        term: scope.edition().newsroom.term_id(*topic).1,
        label: plain(scope.term_name(*topic)),
    };
    found.extend(entry.topics.iter().map(topic));
    found
}

/// The files that an article lists for download.
pub(super) fn files(scope: &Scope, id: DocId) -> Vec<File<'_>> {
    let document = &scope.entry(id).document;
    let file = |attachment: &'_ crate::content::Attachment| -> Option<File<'_>> {
        let path = resolve(&document.folder(), &attachment.src.value)?;
        let media = scope.edition().media.get(&path)?;
        let url = scope.edition().routes.attachment(id, &path)?;
        let title = match &*attachment.title {
            "" => path.file_name().to_owned(),
            title => plain(title).into_owned(),
        };
        Some(File {
            url: scope.href(url),
            title: title.into(),
            media_type: type_of(url),
            kind: path.extension().unwrap_or_default().to_uppercase(),
            size: media.size,
            exact: media.picture.is_err(),
        })
    };
    document.front.attachments.iter().filter(|file| file.listed).filter_map(file).collect()
}

/// The media type of what stands at an address, without its parameters.
pub(super) fn type_of(url: &UrlPath) -> &'static str {
    bare(media_type(&url.output()))
}
