//! An article as wire desks and other newsrooms' programs read it: IPTC ninjs 3.2, a closed vocabulary.

use super::content::body_of;
use super::id;
use super::item::{Named, files, named, type_of};
use super::json::{list, places, put};
use super::text::{plain, words};
use crate::content::{Contact, Front};
use crate::diagnostic::Diagnostic;
use crate::newsroom::{DocId, Entry};
use crate::render::Press;
use crate::theme::{Scope, Shown};
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// The address by which programs know the version of the vocabulary.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";

/// The article; of one that is withdrawn, that it is and why.
pub(in crate::render) fn render(press: &Press, id: DocId) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let lang = press.shelf.edition.newsroom.entry(id).document.identity.lang;
    let scope = Scope { document: Some(id), ..press.absolute(lang) };
    let article = Article { scope: &scope, id, entry: scope.entry(id) };
    let mut object = article.head();
    if article.entry.is_withdrawn() {
        put(&mut object, "pubStatus", "canceled");
    } else {
        put(&mut object, "pubStatus", "usable");
        article.text(&mut object)?;
        article.names(&mut object);
        article.associations(&mut object);
    }
    let mut bytes = serde_json::to_vec(&object).unwrap_or_default();
    bytes.push(b'\n');
    Ok(bytes)
}

struct Article<'a> {
    scope: &'a Scope,
    id: DocId,
    entry: &'a Entry,
}

impl Article<'_> {
    fn front(&self) -> &Front {
        &self.entry.document.front
    }

    /// What is said of every article, withdrawn or not.
    fn head(&self) -> Object {
        let (scope, front) = (self.scope, self.front());
        let zone = &scope.config().zone;
        let kind = scope.config().kind(self.entry.document.identity.kind);
        let of = match &*kind.name {
            "agenda" => "event",
            "photo-story" | "video" => "composite",
            _ => "text",
        };
        let date = |moment: Option<&crate::time::Moment>| moment.map(|m| m.rfc3339(zone)).unwrap_or_default();
        let mut object = Object::new();
        object.insert("standard".into(), json!({ "name": "ninjs", "version": "3.2", "schema": SCHEMA }));
        put(&mut object, "uri", &id::of_article(scope, self.id));
        put(&mut object, "type", of);
        put(&mut object, "representationType", "full");
        put(&mut object, "language", &scope.config().language(scope.lang).code);
        put(&mut object, "firstCreated", &date(self.entry.moment()));
        put(&mut object, "versionCreated", &date(self.entry.revised()));
        put(&mut object, "embargoedUntil", &date(front.embargo.as_ref().map(|embargo| &embargo.value)));
        put(&mut object, "expires", &date(front.expires.as_ref().map(|end| &end.value)));
        put(&mut object, "edNote", &plain(&self.note()));
        object.insert("headlines".into(), json!([said("main", "text/plain", &front.title)]));
        let legacy = front.legacy_id.as_ref().map(|id| id.value.to_string()).unwrap_or_default();
        let ids = [("path", &*id::path(scope, self.id)), ("legacy", &*legacy), ("number", &*front.number)];
        let ids = ids.into_iter().filter(|(_, value)| !value.is_empty());
        list(&mut object, "altIds", ids.map(|(role, value)| json!({ "role": role, "value": plain(value) })));
        let page = scope.document_href(self.id);
        object.insert("renditions".into(), json!([{ "name": "web", "href": page, "contentType": "text/html" }]));
        object
    }

    /// What an editor elsewhere must know before using it.
    fn note(&self) -> String {
        let (scope, front) = (self.scope, self.front());
        let word = |key: &str| scope.words().get(key).unwrap_or_default().to_owned();
        let mut lines: Vec<String> = Vec::new();
        if let Some(withdrawal) = self.entry.withdrawal() {
            let date = scope.date_text(&withdrawal.date);
            lines.push(scope.words().filled("withdrawn.notice", None, &[("date", date)]).unwrap_or_default());
            lines.push(withdrawal.reason.to_string());
        }
        for change in front.changes.iter().filter(|change| change.kind.is_corrective()) {
            let label = word(&format!("changes.{}", change.kind.name()));
            lines.push(format!("{label}, {}: {}", scope.date_text(&change.date), change.note));
        }
        if front.sponsored {
            lines.push(word("article.sponsored"));
        }
        if !front.ai_disclosure.is_empty() {
            lines.push(format!("{}: {}", word("article.ai"), front.ai_disclosure));
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn text(&self, object: &mut Object) -> Result<(), Vec<Diagnostic>> {
        let (scope, front) = (self.scope, self.front());
        let html = body_of(scope, self.id)?;
        let text = words(&html);
        if !front.summary.is_empty() {
            object.insert("descriptions".into(), json!([said("summary", "text/plain", &front.summary)]));
        }
        if !text.is_empty() {
            let words = self.entry.document.body.words;
            let mut main = said("main", "text/html", &html);
            main.insert("wordCount".into(), words.into());
            let mut bare = said("plain", "text/plain", &text);
            bare.insert("wordCount".into(), words.into());
            object.insert("bodies".into(), json!([main, bare]));
        }
        if front.urgent {
            object.insert("urgency".into(), 1.into());
        }
        put(object, "located", &plain(&front.dateline));
        put(object, "usageTerms", &plain(&front.license));
        if let Some(start) = front.event.as_deref().and_then(|event| event.start.as_ref()) {
            let zone = &scope.config().zone;
            let mut dates = Object::new();
            put(&mut dates, "startDate", &start.rfc3339(zone));
            let end = front.event.as_deref().and_then(|event| event.end.as_ref());
            put(&mut dates, "endDate", &end.map(|end| end.rfc3339(zone)).unwrap_or_default());
            object.insert("eventDetails".into(), json!({ "dates": dates }));
        }
        Ok(())
    }

    /// Who, where, about what, and from whom.
    fn names(&self, object: &mut Object) {
        let (scope, entry, front) = (self.scope, self.entry, self.front());
        let publisher = &scope.config().publisher;
        let holder = [&publisher.legal_name, &publisher.name].into_iter().find(|name| !name.is_empty());
        put(object, "copyrightHolder", &plain(holder.map_or("", |name| name)));
        let authors = named(scope, &entry.authors);
        put(object, "by", &authors.iter().map(|author| &*author.name).collect::<Vec<_>>().join(", "));
        let people = named(scope, &entry.people);
        let people = people.iter().map(|one| (one, "about")).chain(authors.iter().map(|one| (one, "creator")));
        list(object, "people", people.map(|(one, rel)| concept(one, rel).into()));
        let units = named(scope, &entry.units);
        let mut organisations: Vec<Object> = units.iter().map(|unit| concept(unit, "issuer")).collect();
        if let Some(name) = holder {
            let mut object = Object::new();
            put(&mut object, "name", &plain(name));
            put(&mut object, "rel", "publisher");
            put(&mut object, "uri", &publisher.url);
            let desk = Contact { name: "".into(), phone: publisher.phone.clone(), email: publisher.email.clone() };
            list(&mut object, "contactInfo", ways(&desk).into_iter());
            organisations.push(object);
        }
        // Whom to ask stands with the unit that issued it, else with the publisher.
        if let (Some(first), Some(contact)) = (organisations.first_mut(), front.contact.as_deref()) {
            list(first, "contactInfo", ways(contact).into_iter());
        }
        list(object, "organisations", organisations.into_iter().map(Value::from));
        let rel = |place: &str| if place == &*front.dateline { "dateline" } else { "event" };
        list(object, "places", places(front).map(|place| json!({ "name": plain(place), "rel": rel(place) })));
        let subjects = named(scope, &entry.topics);
        let subject = |topic: &Named<'_>| {
            let mut object = concept(topic, "about");
            put(&mut object, "literal", topic.id);
            object.into()
        };
        list(object, "subjects", subjects.iter().map(subject));
        let kind = entry.document.identity.kind;
        let label = scope.section(kind).label.as_str().unwrap_or_default();
        object.insert("genres".into(), json!([{ "name": plain(label), "literal": scope.config().kind(kind).name }]));
        let sources = front.source.iter().map(|source| (source, "originator"));
        let sources = sources.chain(front.sources.iter().map(|source| (source, "source")));
        let source = |(source, role): (&crate::content::Reference, &str)| {
            let mut object = Object::new();
            put(&mut object, "name", &plain(&source.name));
            put(&mut object, "role", role);
            put(&mut object, "uri", &source.url);
            object.into()
        };
        list(object, "infoSources", sources.map(source));
    }

    /// Photos with their credits, the video, the files.
    fn associations(&self, object: &mut Object) {
        let scope = self.scope;
        let photos = scope.shown_photos(&self.entry.document).zip(1..);
        let mut found: Vec<Value> = photos.map(|(photo, number)| self.photo(&photo, number)).collect();
        if let Some(video) = self.front().video.as_deref().filter(|video| !video.url.is_empty()) {
            found.push(json!({
                "name": "video", "rel": "video", "uri": &*video.url, "type": "video",
                "renditions": [{ "name": "web", "href": &*video.url, "duration": video.seconds }],
            }));
        }
        for (file, number) in files(scope, self.id).iter().zip(1..) {
            let mut rendition = Object::new();
            put(&mut rendition, "name", "main");
            put(&mut rendition, "href", &file.url);
            put(&mut rendition, "contentType", file.media_type);
            put(&mut rendition, "title", &file.title);
            if file.exact {
                rendition.insert("sizeInBytes".into(), file.size.into());
            }
            found.push(json!({
                "name": format!("attachment-{number}"), "rel": "attachment", "uri": file.url, "type": "component",
                "title": file.title, "renditions": [rendition],
            }));
        }
        list(object, "associations", found.into_iter());
    }

    fn photo(&self, photo: &Shown<'_>, number: u32) -> Value {
        let href = self.scope.href(photo.url);
        let mut web = Object::new();
        put(&mut web, "name", "web");
        put(&mut web, "href", &href);
        put(&mut web, "contentType", type_of(photo.url));
        if let Some(dimensions) = photo.dimensions {
            web.insert("width".into(), dimensions.width.into());
            web.insert("height".into(), dimensions.height.into());
        }
        let mut renditions = vec![web];
        if let Some(original) = photo.original {
            let mut object = Object::new();
            put(&mut object, "name", "original");
            put(&mut object, "href", &self.scope.href(original));
            put(&mut object, "contentType", type_of(original));
            renditions.push(object);
        }
        let mut object = Object::new();
        put(&mut object, "name", &format!("photo-{number}"));
        put(&mut object, "rel", if number == 1 { "featured" } else { "illustration" });
        put(&mut object, "uri", &href);
        put(&mut object, "type", "picture");
        put(&mut object, "by", &plain(photo.credit));
        put(&mut object, "usageTerms", &plain(&self.front().license));
        let described =
            [("caption", photo.caption), ("alt", photo.alt)].into_iter().filter(|(_, text)| !text.is_empty());
        list(&mut object, "descriptions", described.map(|(role, text)| said(role, "text/plain", text).into()));
        list(&mut object, "renditions", renditions.into_iter().map(Value::from));
        object.into()
    }
}

fn said(role: &str, media_type: &str, text: &str) -> Object {
    let mut object = Object::new();
    put(&mut object, "role", role);
    put(&mut object, "contentType", media_type);
    object.insert("value".into(), plain(text).into());
    object
}

fn concept(named: &Named<'_>, rel: &str) -> Object {
    let mut object = Object::new();
    put(&mut object, "name", &named.name);
    put(&mut object, "rel", rel);
    put(&mut object, "uri", &named.url);
    object
}

/// The ways to reach somebody.
fn ways(contact: &Contact) -> Vec<Value> {
    let ways = [("phone", &contact.phone), ("email", &contact.email)];
    let way = |(of, value): (&str, &Box<str>)| {
        let mut object = Object::new();
        put(&mut object, "type", of);
        put(&mut object, "role", "press");
        put(&mut object, "name", &plain(&contact.name));
        put(&mut object, "value", &plain(value));
        object.into()
    };
    ways.into_iter().filter(|(_, value)| !value.is_empty()).map(way).collect()
}
