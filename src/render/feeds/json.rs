//! JSON Feed 1.1, with what a city's app wants to know besides in `_warta`.

use super::Channel;
use super::content::Text;
use super::id;
use super::item::{File, Item, Named, named, type_of};
use super::text::plain;
use crate::content::Front;
use crate::newsroom::DocId;
use crate::render::json::Json;
use crate::routes::Format;
use crate::theme::Shown;
use crate::time::Moment;
use std::borrow::Cow;

/// The feed itself (page 0) or a page of its archive.
pub(super) fn write(channel: &Channel<'_>, members: &[Member<'_>], page: u32) -> Vec<u8> {
    let config = channel.config();
    let next = channel.scope.edition().next_feed_page(channel.feed, page);
    Json::document(|json| {
        json.text("version", "https://jsonfeed.org/version/1.1").text("title", &channel.title);
        // Pages of the archive belong to the same feed, and its address is what it is known by.
        json.text("home_page_url", &channel.home).text("feed_url", &channel.url(Format::Json));
        json.text("description", &channel.purpose);
        json.text("next_url", &next.map(|url| channel.scope.href(&url)).unwrap_or_default());
        let [icon, small] = [channel.logo(), channel.icon()].map(|image| image.map(|image| image.url));
        json.text("icon", &icon.unwrap_or_default()).text("favicon", &small.unwrap_or_default());
        json.list("authors", [channel.publisher()], |json, name| {
            json.text("name", name).text("url", &config.publisher.url);
        });
        json.text("language", channel.language());
        json.list("hubs", config.feeds.hub.iter().filter(|_| page == 0), |json, hub| {
            json.text("type", "WebSub").text("url", hub);
        });
        json.items("items", members, |json, member| {
            json.kept(&member.facts);
            match &member.content {
                Content::Whole(text) => json.whole("content_html", text.as_str()),
                Content::Summary(summary) => json.whole("content_text", summary),
            };
        });
    })
}

/// An item on its way into a feed.
pub(super) struct Member<'a> {
    /// All that is said of it but its text; the same in every feed that it stands in.
    pub(super) facts: Cow<'a, [u8]>,
    /// Its text.
    pub(super) content: Content<'a>,
}

/// How much of an item's text a feed has.
pub(super) enum Content<'a> {
    /// All of it, as HTML.
    Whole(Text),
    /// One or two sentences.
    Summary(Cow<'a, str>),
}

/// All that is said of an item but its text.
pub(super) fn facts(channel: &Channel<'_>, item: &Item<'_>) -> Vec<u8> {
    Json::members(|json| write_facts(channel, item, json))
}

fn write_facts(channel: &Channel<'_>, item: &Item<'_>, json: &mut Json) {
    let date = |moment: Option<&Moment>| moment.map(|moment| moment.rfc3339(&channel.config().zone));
    json.text("id", &item.id).text("url", &item.url).text("external_url", item.source().unwrap_or_default());
    json.text("title", &item.title).text("summary", &item.summary);
    json.text("image", &item.photo.as_ref().map(|photo| channel.scope.href(photo.url)).unwrap_or_default());
    json.text("date_published", &date(item.published).unwrap_or_default());
    json.text("date_modified", &date(item.revised).unwrap_or_default());
    json.list("authors", &item.authors, |json, author| {
        json.text("name", &author.name).text("url", &author.url);
    });
    json.texts("tags", item.categories.iter().map(|category| &*category.label));
    json.text("language", channel.language());
    json.list("attachments", &item.files, attachment);
    json.object("_warta", |json| match item.article {
        Some(article) => of_article(channel, item, article, json),
        None => of_correction(channel, item, json),
    });
}

fn attachment(json: &mut Json, file: &File<'_>) {
    json.text("url", &file.url).text("mime_type", file.media_type).text("title", &file.title);
    if file.exact {
        json.number("size_in_bytes", file.size);
    }
}

/// What other programs may pass over and a city's own app may not want to do without.
fn of_article(channel: &Channel<'_>, item: &Item<'_>, article: DocId, json: &mut Json) {
    let (scope, entry) = (channel.scope, channel.scope.entry(article));
    let front = &entry.document.front;
    json.text("id", &id::path(scope, item.document));
    if let Some(id) = &front.legacy_id {
        json.number("legacy_id", id.value.into());
    }
    json.text("number", &plain(&front.number));
    json.text("kind", &scope.config().kind(entry.document.identity.kind).name);
    for (key, terms) in [("units", &entry.units), ("people", &entry.people), ("topics", &entry.topics)] {
        json.list(key, named(scope, terms), term);
    }
    json.texts("places", places(front));
    if let Some(photo) = &item.photo {
        json.object("photo", |json| of_photo(channel, photo, json));
    }
    json.flag("urgent", front.urgent).flag("sponsored", front.sponsored).text("license", &plain(&front.license));
    json.text("data_url", &scope.edition().data_url(article).map(|url| scope.href(&url)).unwrap_or_default());
}

fn of_correction(channel: &Channel<'_>, item: &Item<'_>, json: &mut Json) {
    json.text("id", &id::path(channel.scope, item.document));
    json.text("change", item.categories.first().map_or("", |category| category.term));
}

fn of_photo(channel: &Channel<'_>, photo: &Shown<'_>, json: &mut Json) {
    json.text("url", &channel.scope.href(photo.url)).text("mime_type", type_of(photo.url));
    if let Some(dimensions) = photo.dimensions {
        json.number("width", dimensions.width.into()).number("height", dimensions.height.into());
    }
    json.text("alt", &plain(photo.alt)).text("caption", &plain(photo.caption)).text("credit", &plain(photo.credit));
}

fn term(json: &mut Json, term: Named<'_>) {
    json.text("id", term.id).text("name", &term.name).text("url", &term.url);
}

/// Where it takes place and where it was written.
pub(super) fn places(front: &Front) -> impl Iterator<Item = &str> {
    let event = front.event.as_deref().map(|event| &*event.place).filter(|place| !place.is_empty());
    event.into_iter().chain(Some(&*front.dateline).filter(|place| !place.is_empty() && Some(*place) != event))
}
