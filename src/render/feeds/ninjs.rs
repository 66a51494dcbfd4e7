//! An article as wire desks and other newsrooms' programs read it: IPTC ninjs 3.2, a closed vocabulary.

use super::content::body_of;
use super::id;
use super::item::{files, named, type_of};
use super::json::places;
use super::text::plain;
use crate::content::{Contact, Front, Reference};
use crate::diagnostic::Diagnostic;
use crate::newsroom::{DocId, Entry};
use crate::render::Press;
use crate::render::json::Json;
use crate::theme::{Scope, Shown};
use crate::time::Moment;

/// The address by which programs know the version of the vocabulary.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";

/// The article; of one that is withdrawn, that it is and why.
pub(in crate::render) fn render(press: &Press, id: DocId) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let lang = press.shelf.edition.newsroom.entry(id).document.identity.lang;
    let scope = Scope { document: Some(id), ..press.absolute(lang) };
    let article = Article { scope: &scope, id, entry: scope.entry(id) };
    let html = body_of(&scope, id)?;
    Ok(Json::document(|json| {
        article.head(json);
        if article.entry.is_withdrawn() {
            json.text("pubStatus", "canceled");
        } else {
            json.text("pubStatus", "usable");
            article.text(&html, json);
            article.names(json);
            article.associations(json);
        }
    }))
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

    fn date(&self, json: &mut Json, key: &'static str, moment: Option<&Moment>) {
        json.text(key, &moment.map(|moment| moment.rfc3339(&self.scope.config().zone)).unwrap_or_default());
    }

    /// What is said of every article, withdrawn or not.
    fn head(&self, json: &mut Json) {
        let (scope, front) = (self.scope, self.front());
        let of = match &*scope.config().kind(self.entry.document.identity.kind).name {
            "agenda" => "event",
            "photo-story" | "video" => "composite",
            _ => "text",
        };
        json.object("standard", |json| {
            json.text("name", "ninjs").text("version", "3.2").text("schema", SCHEMA);
        });
        json.text("uri", &id::of_article(scope, self.id)).text("type", of).text("representationType", "full");
        json.text("language", &scope.config().language(scope.lang).code);
        self.date(json, "firstCreated", self.entry.moment());
        self.date(json, "versionCreated", self.entry.revised());
        self.date(json, "embargoedUntil", front.embargo.as_ref().map(|embargo| &embargo.value));
        self.date(json, "expires", front.expires.as_ref().map(|end| &end.value));
        json.text("edNote", &plain(&self.note()));
        json.list("headlines", [("main", &*front.title)], said);
        let legacy = front.legacy_id.as_ref().map(|id| id.value.to_string()).unwrap_or_default();
        let ids = [("path", &*id::path(scope, &self.entry.document)), ("legacy", &*legacy), ("number", &*front.number)];
        json.list("altIds", ids.into_iter().filter(|(_, id)| !id.is_empty()), |json, (role, id)| {
            json.text("role", role).text("value", &plain(id));
        });
        json.list("renditions", [scope.document_href(self.id)], |json, page| {
            json.text("name", "web").text("href", &page).text("contentType", "text/html");
        });
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

    fn text(&self, html: &str, json: &mut Json) {
        let front = self.front();
        json.list("descriptions", Some(("summary", &*front.summary)).filter(|(_, text)| !text.is_empty()), said);
        json.list("bodies", Some(html).filter(|html| !html.is_empty()), |json, html| {
            json.text("role", "main").text("contentType", "text/html").text("value", &plain(html));
            json.number("wordCount", self.entry.document.body().words.into());
        });
        if front.urgent {
            json.number("urgency", 1);
        }
        json.text("located", &plain(&front.dateline)).text("usageTerms", &plain(&front.license));
        if let Some(event) = front.event.as_deref().filter(|event| event.start.is_some()) {
            let zone = &self.scope.config().zone;
            // An end that is a day lasts until the next one begins.
            let end = event.first().filter(|time| time.end.is_some());
            let end = end.map(|time| Moment::at(time.over_from(zone), zone));
            json.object("eventDetails", |json| {
                json.object("dates", |json| {
                    self.date(json, "startDate", event.start.as_ref());
                    self.date(json, "endDate", end.as_ref());
                });
            });
        }
    }

    /// Who, where, about what, and from whom.
    fn names(&self, json: &mut Json) {
        let (scope, entry, front) = (self.scope, self.entry, self.front());
        let authors = named(scope, &entry.authors);
        json.text("by", &authors.iter().map(|author| &*author.name).collect::<Vec<_>>().join(", "));
        let people = named(scope, &entry.people);
        let people = people.iter().map(|one| (one, "about")).chain(authors.iter().map(|one| (one, "creator")));
        json.list("people", people, |json, (one, rel)| {
            json.text("name", &one.name).text("rel", rel).text("uri", &one.url);
        });
        self.organisations(json);
        let rel = |place: &str| if place == &*front.dateline { "dateline" } else { "event" };
        json.list("places", places(front), |json, place| {
            json.text("name", &plain(place)).text("rel", rel(place));
        });
        json.list("subjects", named(scope, &entry.topics), |json, topic| {
            json.text("name", &topic.name).text("rel", "about").text("uri", &topic.url).text("literal", topic.id);
        });
        let kind = entry.document.identity.kind;
        json.list("genres", [scope.section(kind).label.as_str().unwrap_or_default()], |json, label| {
            json.text("name", &plain(label)).text("literal", &scope.config().kind(kind).name);
        });
        let sources = front.source.iter().map(|source| (source, "originator"));
        let sources = sources.chain(front.sources.iter().map(|source| (source, "source")));
        json.list("infoSources", sources, |json, (source, role): (&Reference, &str)| {
            json.text("name", &plain(&source.name)).text("role", role).text("uri", &source.url);
        });
    }

    /// The units that issued it, and who publishes. Whom to ask stands with the first of them.
    fn organisations(&self, json: &mut Json) {
        let publisher = &self.scope.config().publisher;
        let holder = Some(publisher.formal_name()).filter(|name| !name.is_empty());
        json.text("copyrightHolder", &plain(holder.unwrap_or_default()));
        let units = named(self.scope, &self.entry.units);
        let units = units.iter().map(|unit| (&*unit.name, "issuer", &*unit.url, None));
        let desk = Contact { name: "".into(), phone: publisher.phone.clone(), email: publisher.email.clone() };
        let desk = holder.map(|name| (name, "publisher", &*publisher.url, Some(&desk)));
        let own = std::iter::once(self.front().contact.as_deref()).chain(std::iter::repeat(None));
        json.list("organisations", units.chain(desk).zip(own), |json, ((name, rel, url, desk), own)| {
            json.text("name", &plain(name)).text("rel", rel).text("uri", url);
            if let Some(contact) = own.or(desk) {
                ways(contact, json);
            }
        });
    }

    /// Photos with their credits, the video, the files.
    fn associations(&self, json: &mut Json) {
        let scope = self.scope;
        let video = self.front().video.as_deref().filter(|video| !video.url.is_empty());
        let photos = scope.shown_photos(&self.entry.document).zip(1..).map(|(p, n)| Association::Photo(p, n));
        let files = files(scope, self.id);
        let files = files.iter().zip(1..).map(|(file, number)| Association::File(file, number));
        let video = video.map(Association::Video);
        json.list("associations", photos.chain(video).chain(files), |json, one| match one {
            Association::Photo(photo, number) => self.photo(&photo, number, json),
            Association::Video(video) => {
                json.text("name", "video").text("rel", "video").text("uri", &video.url).text("type", "video");
                json.list("renditions", [video], |json, video| {
                    json.text("name", "web").text("href", &video.url).number("duration", video.seconds.into());
                });
            }
            Association::File(file, number) => {
                json.text("name", &format!("attachment-{number}")).text("rel", "attachment").text("uri", &file.url);
                json.text("type", "component").text("title", &file.title);
                json.list("renditions", [file], |json, file| {
                    json.text("name", "main").text("href", &file.url).text("contentType", file.media_type);
                    if file.exact {
                        json.number("sizeInBytes", file.size);
                    }
                });
            }
        });
    }

    fn photo(&self, photo: &Shown<'_>, number: u32, json: &mut Json) {
        let scope = self.scope;
        let rel = if number == 1 { "featured" } else { "illustration" };
        json.text("name", &format!("photo-{number}")).text("rel", rel).text("uri", &scope.href(photo.url));
        json.text("type", "picture").text("by", &plain(photo.credit));
        json.text("usageTerms", &plain(&self.front().license));
        if let Some(generated) = photo.generated {
            json.object("digitalSourceType", |json| {
                json.text("name", scope.ai_text(generated)).text("uri", &generated.iptc());
            });
        }
        let described = [("caption", photo.caption), ("alt", photo.alt)];
        json.list("descriptions", described.into_iter().filter(|(_, text)| !text.is_empty()), said);
        let original = photo.original.map(|url| ("original", url, None));
        let renditions = std::iter::once(("web", photo.url, photo.dimensions)).chain(original);
        json.list("renditions", renditions, |json, (name, url, dimensions)| {
            json.text("name", name).text("href", &scope.href(url)).text("contentType", type_of(url));
            if let Some(dimensions) = dimensions {
                json.number("width", dimensions.width.into()).number("height", dimensions.height.into());
            }
        });
    }
}

/// What comes with an article.
enum Association<'a> {
    Photo(Shown<'a>, u32),
    Video(&'a crate::content::Video),
    File(&'a super::item::File<'a>, u32),
}

fn said(json: &mut Json, (role, text): (&str, &str)) {
    json.text("role", role).text("contentType", "text/plain").whole("value", &plain(text));
}

/// The ways to reach somebody.
fn ways(contact: &Contact, json: &mut Json) {
    let ways = [("phone", &*contact.phone), ("email", &*contact.email)];
    json.list("contactInfo", ways.into_iter().filter(|(_, value)| !value.is_empty()), |json, (of, value)| {
        json.text("type", of).text("role", "press").text("name", &plain(&contact.name)).text("value", &plain(value));
    });
}
