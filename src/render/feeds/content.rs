//! An article's whole text for those who read it elsewhere: with its photos, what was corrected, the
//! facts that its page shows beside it, and the files that it offers.

use super::text::escape;
use crate::cache::{Overflow, Room, Slot};
use crate::content::{Document, Front, Reference};
use crate::diagnostic::Diagnostic;
use crate::newsroom::DocId;
use crate::reads::{self, Of, Read, ReadId};
use crate::render::{body, xml};
use crate::routes::Edition;
use crate::theme::{Scope, Shown};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

type Made = Result<Text, Vec<Diagnostic>>;
/// Where a text lies as HTML and as XML has it, with what was asked for it.
type Kept = OnceLock<(Result<[Slot; 2], Vec<Diagnostic>>, Box<[ReadId]>)>;

/// How a format has a text: two have it as it stands in XML, in a dozen feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Html,
    Xml,
}

/// The text of an item, in the form that was asked for.
#[derive(Debug)]
pub(super) struct Text(Box<str>);

impl Text {
    pub(super) fn new(html: String, form: Form) -> Text {
        let html = match super::text::plain(&html) {
            Cow::Borrowed(_) => html,
            Cow::Owned(plain) => plain,
        };
        Text(match form {
            Form::Html => html.into(),
            Form::Xml => xml::escape(&html).into(),
        })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The texts that stand in feeds. An article stands in those of its kind, its units and its topics, in
/// three formats each: its text is made once and put aside for all. Of what is too old for any of them, no
/// text is kept, so what the texts take grows with the feeds and not with the archive.
#[derive(Debug)]
pub(in crate::render) struct Contents {
    kept: FxHashMap<DocId, Kept>,
    /// What JSON feeds say of each article but for its text: every article stands in the archives of half a
    /// dozen feeds.
    facts: Vec<OnceLock<Facts>>,
    /// How many bytes of that may still be kept at hand.
    room: Room,
}

/// What JSON feeds say of an article: at hand as long as there is room, else put aside.
#[derive(Debug)]
enum Facts {
    AtHand(Box<[u8]>),
    Aside(Slot),
}

/// How many bytes of it are kept at hand: about those of 10,000 articles.
const FACTS_MAX: usize = 8 << 20;

impl Contents {
    pub(in crate::render) fn new(edition: &Edition) -> Contents {
        let limit = edition.config.feeds.limit as usize;
        let mut kept = FxHashMap::default();
        for feed in edition.routes.feeds() {
            let held = edition.feed_page(*feed, 0).len().max(limit);
            let Some(articles) = edition.feed_articles(*feed) else { continue };
            kept.extend(articles.range(0..held).iter().map(|id| (*id, OnceLock::new())));
        }
        let articles = edition.newsroom.size();
        Contents {
            kept,
            facts: std::iter::repeat_with(OnceLock::new).take(articles).collect(),
            room: Room::of(FACTS_MAX),
        }
    }

    /// What JSON feeds say of an article, made if need be.
    pub(super) fn facts(&self, aside: &Overflow, id: DocId, make: impl FnOnce() -> Vec<u8>) -> Cow<'_, [u8]> {
        reads::whole(|| Read::new(Of::Facts).document(id.0), || self.kept_facts(aside, id, make))
    }

    fn kept_facts(&self, aside: &Overflow, id: DocId, make: impl FnOnce() -> Vec<u8>) -> Cow<'_, [u8]> {
        let known = self.facts.get(id.0 as usize);
        match known.and_then(OnceLock::get) {
            Some(Facts::AtHand(facts)) => return Cow::Borrowed(facts),
            Some(Facts::Aside(slot)) if let Ok(facts) = aside.bytes(*slot) => return Cow::Owned(facts),
            _ => {}
        }
        let facts = make();
        let keep = || {
            if self.room.take(facts.len()) {
                return Some(Facts::AtHand(facts.clone().into()));
            }
            aside.keep(&facts).map(Facts::Aside)
        };
        if let Some((known, facts)) = known.zip(keep()) {
            // Another thread may have been faster, with the same.
            let _ = known.set(facts);
        }
        Cow::Owned(facts)
    }

    /// The text of an article. The scope's addresses must be absolute.
    pub(super) fn of(&self, scope: &Scope, id: DocId, form: Form) -> Made {
        let aside = scope.edition().aside.aside();
        let Some(kept) = self.kept.get(&id) else { return Ok(Text::new(make(scope, id)?, form)) };
        let (slots, asked) = kept.get_or_init(|| {
            let (made, asked) = reads::collected(|| make(scope, id));
            let keep = |html: &String| {
                let keep = |form| aside.keep(Text::new(html.clone(), form).as_str().as_bytes());
                keep(Form::Html).zip(keep(Form::Xml)).map(|(html, xml)| [html, xml])
            };
            (made.map(|html| keep(&html).unwrap_or_default()), asked)
        });
        reads::also(asked);
        match slots {
            Ok(slots) => match aside.text(slots[form as usize]) {
                Ok(text) => Ok(Text(text.into())),
                // The disk may fail, but the text can be made once more.
                Err(_) => Ok(Text::new(make(scope, id)?, form)),
            },
            Err(findings) => Err(findings.clone()),
        }
    }
}

fn make(scope: &Scope, id: DocId) -> Result<String, Vec<Diagnostic>> {
    let own = Scope { document: Some(id), ..scope.clone() };
    let body = body_of(&own, id)?;
    let document = &scope.entry(id).document;
    let mut html = String::with_capacity(body.len() + 2048);
    corrections(&own, document, &mut html);
    let mut photos = own.shown_photos(document);
    html.extend(photos.next().map(|photo| figure(&own, &photo)));
    facts(&own, &document.front, &mut html);
    html.push_str(&body);
    html.extend(photos.map(|photo| figure(&own, &photo)));
    transcript(&own, &document.front, &mut html);
    sources(&own, &document.front, &mut html);
    files(&own, id, &mut html);
    Ok(html)
}

/// The body with whole addresses. The scope's document must be `id`.
pub(super) fn body_of(scope: &Scope, id: DocId) -> Result<String, Vec<Diagnostic>> {
    let body = body::html(scope, id)?;
    // Footnotes refer to their own page, which a feed reader is not.
    Ok(match body.contains("href=\"#") {
        true => body.replace("href=\"#", &format!("href=\"{}#", scope.document_href(id))),
        false => body,
    })
}

/// Those who read the first version must be told what was wrong with it, before anything else.
fn corrections(scope: &Scope, document: &Document, html: &mut String) {
    for change in document.front.changes.iter().filter(|change| change.kind.is_corrective()) {
        let kind = change.kind.name();
        let label = scope.words().get(&format!("changes.{kind}")).unwrap_or(kind);
        labelled(&format!("{label}, {}", scope.date_text(&change.date)), &change.note, html);
    }
}

fn labelled(label: &str, text: &str, html: &mut String) {
    if !text.is_empty() {
        html.push_str("<p><strong>");
        escape(html, label);
        html.push_str(":</strong> ");
        escape(html, text);
        html.push_str("</p>\n");
    }
}

fn facts(scope: &Scope, front: &Front, html: &mut String) {
    let word = |key: &str| scope.words().get(key).unwrap_or(key).to_owned();
    let event = front.event.as_deref();
    if let Some(event) = event {
        labelled(&word("facts.when"), &scope.event_text(event), html);
        labelled(&word("facts.place"), &event.place, html);
    }
    for (key, value) in [
        ("facts.host", &front.host),
        ("facts.guest", &front.guest),
        ("clarification.claim", &front.claim),
        ("clarification.verdict", &front.verdict),
    ] {
        if !value.is_empty() {
            labelled(&word(key), value, html);
        }
    }
    if let Some(video) = front.video.as_deref().filter(|video| !video.url.is_empty()) {
        html.push_str("<p>");
        link(&video.url, &word("video.watch"), html);
        html.push_str("</p>\n");
    }
}

/// A link.
pub(super) fn link(url: &str, text: &str, html: &mut String) {
    html.push_str("<a href=\"");
    escape(html, url);
    html.push_str("\">");
    escape(html, text);
    html.push_str("</a>");
}

fn figure(scope: &Scope, photo: &Shown<'_>) -> String {
    let mut html = String::with_capacity(512);
    html.push_str("<figure><img src=\"");
    escape(&mut html, &scope.href(photo.plain_url));
    html.push_str("\" alt=\"");
    escape(&mut html, photo.alt);
    html.push_str("\">");
    let credit = match photo.credit {
        credit if credit.is_empty() || credit.contains(": ") => credit.to_owned(),
        name => scope.words().filled("article.credit", None, &[("name", name)]).unwrap_or_else(|| name.to_owned()),
    };
    let label = photo.generated.map_or("", |generated| scope.ai_text(generated));
    let words: Vec<&str> = [photo.caption, &credit, label].into_iter().filter(|words| !words.is_empty()).collect();
    if !words.is_empty() {
        html.push_str("<figcaption>");
        escape(&mut html, &words.join(" "));
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
    html
}

/// Where it comes from, on what terms it may be used, and what in it a model has made.
fn sources(scope: &Scope, front: &Front, html: &mut String) {
    let word = |key: &str| scope.words().get(key).unwrap_or(key).to_owned();
    let mut linked = |label: &str, named: &Reference| {
        html.push_str("<p><strong>");
        escape(html, label);
        html.push_str(":</strong> ");
        match &*named.url {
            "" => escape(html, &named.name),
            url => link(url, &named.name, html),
        }
        html.push_str("</p>\n");
    };
    front.sources.iter().for_each(|source| linked(&word("article.sources"), source));
    front.source.iter().for_each(|source| linked(&word("article.source"), source));
    labelled(&word("article.license"), &front.license, html);
    labelled(&word("article.ai"), &front.ai_disclosure, html);
}

fn transcript(scope: &Scope, front: &Front, html: &mut String) {
    let text = front.video.as_deref().map_or("", |video| &video.transcript);
    if !text.is_empty() {
        html.push_str("<h2>");
        escape(html, scope.words().get("article.transcript").unwrap_or_default());
        html.push_str("</h2>\n");
        for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
            html.push_str("<p>");
            escape(html, paragraph);
            html.push_str("</p>\n");
        }
    }
}

fn files(scope: &Scope, id: DocId, html: &mut String) {
    let files = super::item::files(scope, id);
    if !files.is_empty() {
        html.push_str("<ul>\n");
        for file in files {
            html.push_str("<li>");
            link(&file.url, &file.title, html);
            escape(html, &format!(" ({}, {})", file.kind, scope.size_text(file.size)));
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
    }
}
