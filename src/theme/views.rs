//! What templates see of documents and terms. The names of the fields are a contract with themes.

use super::{Scope, dates, map};
use crate::config::Class;
use crate::content::{Attachment, Change, Contact, Document, Extra, Reference, Video};
use crate::newsroom::{DocId, Entry, State, TermId};
use crate::reads::{self, NONE, Of, Read};
use crate::routes::{Calendar, Format, Shape, Subject};
use crate::time::Moment;
use tera::Value;
use tera::value::Key;

/// Words a reader gets through in a minute.
const WORDS_PER_MINUTE: u32 = 200;

impl Scope {
    fn date(&self, moment: &Moment) -> Value {
        dates::date(moment, self.words(), &self.config().zone)
    }

    fn optional_date(&self, moment: Option<&Moment>) -> Value {
        dates::optional(moment, self.words(), &self.config().zone)
    }

    /// An article as it stands in a listing.
    pub fn card(&self, id: DocId) -> Value {
        let own_language = self.edition().newsroom.language(id) == self.lang;
        if !own_language || self.absolute {
            return self.new_card(id);
        }
        let read = || Read::new(Of::Card).document(id.0).lang(self.lang.0);
        reads::whole(read, || self.shelf.card(id, || self.new_card(id)))
    }

    fn new_card(&self, id: DocId) -> Value {
        let entry = self.entry(id);
        let (document, front) = (&entry.document, &entry.document.front);
        let kind = self.config().kind(document.identity.kind);
        let section = self.section(document.identity.kind);
        // What tells it from others comes first: there it is found fastest.
        map! {
            "id" => document.identity.id.as_str(),
            "language" => &*self.config().language(document.identity.lang).code,
            "url" => self.document_href(id),
            "title" => &*front.title,
            "summary" => &*front.summary,
            "kind" => &*kind.name,
            "kind_label" => &section.label,
            "kind_url" => &section.href,
            "date" => self.optional_date(entry.moment()),
            "updated" => self.optional_date(front.updated.as_ref().map(|updated| &updated.value)),
            "unit" => entry.units.first().map_or_else(Value::none, |unit| self.named_term(*unit)),
            "photo" => front.photos.first().map_or_else(Value::none, |photo| self.photo(document, photo, Shape::Wide)),
            "urgent" => front.urgent,
            "corrected" => is_corrected(document),
            "withdrawn" => self.withdrawn(entry),
            "sponsored" => front.sponsored,
            "video" => front.video.is_some(),
            "duration_text" => front.video.as_ref().map_or_else(String::new, |v| dates::duration(v.seconds, self.words())),
            "event" => front.event.as_deref().map_or_else(Value::none, |event| self.event(id, event)),
            "changes" => self.changes(document),
            "state" => entry.state.name(),
            "flagged" => self.is_flagged(id),
        }
    }

    /// Whether a card has anything to say beside its headline: saves templates a dozen questions.
    fn is_flagged(&self, id: DocId) -> bool {
        let entry = self.entry(id);
        let front = &entry.document.front;
        let cancelled = front.event.as_ref().is_some_and(|event| event.cancelled);
        let kind = self.config().kind(entry.document.identity.kind);
        let marked = front.urgent || front.sponsored || cancelled || (front.video.is_some() && &*kind.name != "video");
        marked || is_corrected(&entry.document) || entry.is_withdrawn() || !entry.state.name().is_empty()
    }

    /// The articles of a list as cards.
    pub fn cards(&self, ids: &[DocId]) -> Value {
        Value::from(ids.iter().map(|id| self.card(*id)).collect::<Vec<_>>())
    }

    /// A document with everything that a page of its own may show. `body` is finished HTML.
    pub fn document(&self, id: DocId, body: &str) -> Value {
        let entry = self.entry(id);
        let (document, front) = (&entry.document, &entry.document.front);
        let kind = self.config().kind(document.identity.kind);
        let section = self.section(document.identity.kind);
        let (newer, older) = self.edition().newsroom.neighbours(id);
        let card = |id: Option<DocId>| id.map_or_else(Value::none, |id| self.card(id));
        // Dates in words are the dearest part of a view: what the card has too is taken from there.
        let own = self.card(id);
        let own = |field: &'static str| own.as_map().and_then(|card| card.get(&Key::Str(field))).cloned();
        let terms = |ids: &[TermId]| Value::from(ids.iter().map(|id| self.named_term(*id)).collect::<Vec<_>>());
        let references = |list: &[Reference]| Value::from(list.iter().map(reference).collect::<Vec<_>>());
        map! {
            "id" => document.identity.id.as_str(),
            "kind" => &*kind.name,
            "kind_label" => &section.label,
            "kind_url" => &section.href,
            "language" => &*self.config().language(document.identity.lang).code,
            "url" => self.document_href(id),
            "title" => &*front.title,
            "summary" => &*front.summary,
            "body" => Value::safe_string(body),
            "headings" => headings(document),
            "words" => u64::from(document.body().words),
            "minutes" => u64::from(document.body().words.div_ceil(WORDS_PER_MINUTE).max(1)),
            "date" => own("date"),
            "updated" => own("updated"),
            "expires" => self.optional_date(front.expires.as_ref().map(|date| &date.value)),
            "embargo" => self.optional_date(front.embargo.as_ref().map(|date| &date.value)),
            "dateline" => &*front.dateline,
            "authors" => terms(&entry.authors),
            "units" => terms(&entry.units),
            "people" => terms(&entry.people),
            "topics" => terms(&entry.topics),
            "photos" => front.photos.iter().map(|photo| self.photo(document, photo, Shape::Whole)).collect::<Vec<_>>(),
            "originals" => front.photos.iter().map(|photo| self.original(document, photo)).collect::<Vec<_>>(),
            "video" => front.video.as_deref().map_or_else(Value::none, |video| self.video(video)),
            "attachments" => self.attachments(id),
            "event" => own("event"),
            "host" => &*front.host,
            "guest" => &*front.guest,
            "contact" => front.contact.as_deref().map_or_else(Value::none, contact),
            "claim" => &*front.claim,
            "verdict" => &*front.verdict,
            "sources" => references(&front.sources),
            "urgent" => front.urgent,
            "sponsored" => front.sponsored,
            "changes" => own("changes"),
            "corrected" => own("corrected"),
            "withdrawn" => own("withdrawn"),
            "source" => front.source.as_ref().map_or_else(Value::none, reference),
            "license" => &*front.license,
            "ai_disclosure" => &*front.ai_disclosure,
            "legacy_id" => front.legacy_id.as_ref().map_or(0, |id| u64::from(id.value)),
            "number" => &*front.number,
            "role" => &*front.role,
            "parent" => self.parent(document),
            "extra" => self.extra(document),
            "previous" => card(older),
            "next" => card(newer),
        }
    }

    /// A term by name and address alone, as it stands beside an article.
    pub(super) fn named_term(&self, id: TermId) -> Value {
        let slots = self.shelf.named_terms.get(usize::from(self.lang.0)).filter(|_| !self.absolute);
        match slots.and_then(|slots| slots.get(id.0 as usize)) {
            Some(slot) => {
                let read = || Read::new(Of::TermNamed).term(id.0).lang(self.lang.0);
                reads::whole(read, || slot.get_or_init(|| self.new_named_term(id)).clone())
            }
            None => self.new_named_term(id),
        }
    }

    fn new_named_term(&self, id: TermId) -> Value {
        let newsroom = &self.edition().newsroom;
        let url = self.edition().term_url(id, self.lang).map(|url| self.href(url)).unwrap_or_default();
        let role = newsroom.term_role(id, self.lang);
        map! { "id" => newsroom.term_id(id).1, "name" => self.term_name(id), "url" => url, "role" => role }
    }

    fn term_document(&self, id: TermId) -> Option<&Document> {
        let document = self.edition().newsroom.term(id).nearest_document(self.lang)?;
        Some(&self.entry(document).document)
    }

    /// A term's name: its document's headline, else as first written.
    pub fn term_name(&self, id: TermId) -> &str {
        self.edition().newsroom.term_name(id, self.lang)
    }

    /// A term with what its page and the registers show.
    pub fn term(&self, id: TermId) -> Value {
        let read = || Read::new(Of::TermView).term(id.0).lang(self.lang.0).numbers(&[i32::from(self.absolute)]);
        reads::whole(read, || self.new_term(id))
    }

    /// The units, people or topics that have a page in the page's language, by name. With a limit, those
    /// with the most articles.
    pub fn terms(&self, class: Class, limit: Option<usize>) -> Vec<Value> {
        let most = limit.map_or(NONE, |limit| i32::try_from(limit).unwrap_or(i32::MAX));
        let read = || Read::new(Of::TermList).lang(self.lang.0).numbers(&[class as i32, most]);
        let ids = reads::whole(read, || self.listed_terms(class, limit));
        ids.into_iter().map(|id| self.term(id)).collect()
    }

    pub(super) fn listed_terms(&self, class: Class, limit: Option<usize>) -> Vec<TermId> {
        let (newsroom, routes) = (&self.edition().newsroom, &self.edition().routes);
        let here = newsroom.terms().filter(|(id, term)| term.class == class && routes.term(*id, self.lang).is_some());
        let mut ids: Vec<TermId> = here.map(|(id, _)| id).collect();
        ids.sort_by_cached_key(|id| self.term_name(*id).to_lowercase());
        if let Some(limit) = limit {
            let count = |id: &TermId| newsroom.term_articles(*id, self.lang).len();
            ids.sort_by_key(|id| std::cmp::Reverse(count(id)));
            ids.truncate(limit);
            ids.retain(|id| count(id) > 0);
        }
        ids
    }

    fn new_term(&self, id: TermId) -> Value {
        let term = self.edition().newsroom.term(id);
        let document = self.term_document(id);
        let front = document.map(|document| &document.front);
        let photo =
            document.and_then(|document| Some(self.photo(document, document.front.photos.first()?, Shape::Whole)));
        map! {
            "id" => &*term.id,
            "kind" => class_name(term.class),
            "name" => self.term_name(id),
            "url" => self.edition().term_url(id, self.lang).map(|url| self.href(url)).unwrap_or_default(),
            "count" => self.edition().newsroom.term_articles(id, self.lang).len(),
            "summary" => front.map_or("", |front| &front.summary),
            "role" => front.map_or("", |front| &front.role),
            "photo" => photo.unwrap_or_else(Value::none),
            "feed_url" => self.feed_href(Subject::Term(id), Format::Rss),
            "calendar_url" => self.unit_calendar(id),
        }
    }

    /// The address of a unit's calendar; empty if it has none.
    fn unit_calendar(&self, id: TermId) -> String {
        let url = self.edition().calendar_url(self.lang, Calendar::Unit(id));
        url.map(|url| self.href(&url)).unwrap_or_default()
    }

    fn attachments(&self, id: DocId) -> Value {
        let document = &self.entry(id).document;
        let attachments = document.front.attachments.iter().filter(|file| file.listed);
        let views = attachments.filter_map(|file| self.file(id, &file.src.value, &file.title));
        Value::from(views.collect::<Vec<_>>())
    }

    /// A file that a document offers for download; none if there is no such file. Without a title
    /// it has the one that the document's attachments give it, else its name.
    pub fn file(&self, id: DocId, src: &str, title: &str) -> Option<Value> {
        let document = &self.entry(id).document;
        let resolve = |src: &str| crate::routes::resolve(&document.folder(), src);
        let path = resolve(src)?;
        let file = self.edition().media.get(&path)?;
        let url = self.edition().routes.attachment(id, &path)?;
        let same = |other: &&Attachment| resolve(&other.src.value).as_ref() == Some(&path);
        let given = || document.front.attachments.iter().find(same).map(|attachment| &*attachment.title);
        let title = Some(title).filter(|title| !title.is_empty()).or_else(given).filter(|title| !title.is_empty());
        Some(map! {
            "url" => self.href(url),
            "title" => title.unwrap_or(path.file_name()),
            "type" => path.extension().unwrap_or_default().to_uppercase(),
            "size" => file.size,
            "size_text" => dates::size(file.size, self.words()),
        })
    }

    fn video(&self, video: &Video) -> Value {
        map! {
            "url" => &*video.url,
            "duration" => dates::iso_duration(video.seconds),
            "duration_text" => dates::duration(video.seconds, self.words()),
            "id" => youtube_id(&video.url),
            "transcript" => &*video.transcript,
        }
    }

    fn changes(&self, document: &Document) -> Value {
        let mut changes: Vec<&Change> =
            document.front.changes.iter().filter(|change| !change.note.is_empty()).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.date.instant));
        let view = |change: &&Change| {
            let kind = change.kind.name();
            let label = self.words().get(&format!("changes.{kind}")).unwrap_or(kind).to_owned();
            map! { "date" => self.date(&change.date), "kind" => kind, "kind_label" => label, "note" => &*change.note }
        };
        Value::from(changes.iter().map(view).collect::<Vec<_>>())
    }

    fn withdrawn(&self, entry: &Entry) -> Value {
        match entry.document.front.withdrawn.as_ref().filter(|_| entry.is_withdrawn()) {
            Some(withdrawal) => map! { "date" => self.date(&withdrawal.date), "reason" => &*withdrawal.reason },
            None => Value::none(),
        }
    }

    fn parent(&self, document: &Document) -> Value {
        let parent = document.front.parent.as_ref();
        let term = parent.and_then(|parent| self.edition().newsroom.find_term(Class::Unit, &parent.value));
        term.map_or_else(Value::none, |term| self.named_term(term))
    }

    fn extra(&self, document: &Document) -> Value {
        let mut map = tera::Map::default();
        for (name, value) in &document.front.extra {
            let value = match value {
                Extra::String(text) => Value::from(&**text),
                Extra::Integer(number) => Value::from(*number),
                Extra::Boolean(value) => Value::from(*value),
                Extra::Date(moment) => self.date(moment),
                Extra::Strings(texts) => Value::from(texts.iter().map(|text| Value::from(&**text)).collect::<Vec<_>>()),
            };
            map.insert(Key::from(name.to_string()), value);
        }
        Value::from(map)
    }

    /// What a preview says about a document that the public does not see.
    pub fn state_text(&self, id: DocId) -> String {
        let entry = self.entry(id);
        let front = &entry.document.front;
        let until = match entry.state {
            State::Embargoed => front.embargo.as_deref(),
            State::Scheduled => front.date.as_ref(),
            State::Expired => front.expires.as_deref(),
            _ => None,
        };
        let zone = &self.config().zone;
        let date = until.map(|date| dates::sentence(&date.value, self.words(), zone)).unwrap_or_default();
        match entry.state.name() {
            "" => String::new(),
            name => self.words().fill(&format!("state.{name}"), &[("date", &date)]),
        }
    }
}

fn is_corrected(document: &Document) -> bool {
    document.front.changes.iter().any(|change| change.kind.is_corrective())
}

/// The name of a register's class, as templates and i18n files have it.
pub fn class_name(class: Class) -> &'static str {
    match class {
        Class::Unit => "unit",
        Class::Person => "person",
        Class::Topic => "topic",
        Class::Page => "page",
        Class::Article => "article",
    }
}

fn headings(document: &Document) -> Value {
    let headings = document.body().headings.iter();
    let view = |h: &crate::content::body::Heading| map! { "level" => h.level, "id" => &*h.id, "text" => &*h.text };
    Value::from(headings.map(view).collect::<Vec<_>>())
}

fn reference(reference: &Reference) -> Value {
    map! { "name" => &*reference.name, "url" => &*reference.url }
}

pub(super) fn contact(contact: &Contact) -> Value {
    map! {
        "name" => &*contact.name,
        "phone" => &*contact.phone,
        "phone_url" => phone_url(&contact.phone),
        "email" => &*contact.email,
    }
}

/// `(0274) 555-0100` as `tel:+622745550100` (RFC 3966); empty if there are no digits.
pub fn phone_url(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match (digits.is_empty(), phone.trim_start().starts_with('+'), digits.strip_prefix('0')) {
        (true, _, _) => String::new(),
        (_, false, Some(rest)) => format!("tel:+62{rest}"),
        (_, true, _) => format!("tel:+{digits}"),
        _ => format!("tel:{digits}"),
    }
}

/// The id of a video on YouTube; empty for other hosts.
fn youtube_id(url: &str) -> String {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let id = match host {
        "youtu.be" => path,
        "www.youtube.com" | "youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" => {
            let named = ["watch?v=", "embed/", "shorts/", "live/"].iter().find_map(|start| path.strip_prefix(start));
            named.unwrap_or_default()
        }
        _ => "",
    };
    id.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// Where a video on YouTube plays without following its viewers; none for other hosts.
pub(crate) fn youtube_embed(url: &str) -> Option<String> {
    let id = youtube_id(url);
    (!id.is_empty()).then(|| format!("https://www.youtube-nocookie.com/embed/{id}"))
}
