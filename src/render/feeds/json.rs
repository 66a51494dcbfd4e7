//! JSON Feed 1.1, with what a city's app wants to know besides in `_warta`.

use super::Channel;
use super::id;
use super::item::{Item, Named, named, type_of};
use crate::newsroom::DocId;
use crate::routes::Format;
use crate::time::Moment;
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// The feed itself (page 0) or a page of its archive.
pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>], page: u32) -> Vec<u8> {
    let config = channel.config();
    let mut feed = Object::new();
    put(&mut feed, "version", "https://jsonfeed.org/version/1.1");
    put(&mut feed, "title", &channel.title);
    put(&mut feed, "home_page_url", &channel.home);
    // Pages of the archive belong to the same feed, and this is what it is known by.
    put(&mut feed, "feed_url", &channel.url(Format::Json));
    put(&mut feed, "description", &channel.purpose);
    let next = channel.scope.edition().next_feed_page(channel.feed, page);
    put(&mut feed, "next_url", &next.map(|url| channel.scope.href(&url)).unwrap_or_default());
    put(&mut feed, "icon", &channel.logo().unwrap_or_default());
    let mut publisher = Object::new();
    put(&mut publisher, "name", channel.publisher());
    put(&mut publisher, "url", &config.publisher.url);
    feed.insert("authors".into(), json!([publisher]));
    put(&mut feed, "language", channel.language());
    if let Some(hub) = config.feeds.hub.as_deref().filter(|_| page == 0) {
        feed.insert("hubs".into(), json!([{ "type": "WebSub", "url": hub }]));
    }
    feed.insert("items".into(), items.iter().map(|item| write_item(channel, item)).collect());
    let mut bytes = serde_json::to_vec(&feed).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn write_item(channel: &Channel<'_>, item: &Item<'_>) -> Value {
    let date = |moment: Option<&Moment>| moment.map(|moment| moment.rfc3339(&channel.config().zone));
    let mut object = Object::new();
    put(&mut object, "id", &item.id);
    put(&mut object, "url", &item.url);
    put(&mut object, "external_url", item.source().unwrap_or_default());
    put(&mut object, "title", &item.title);
    match &item.content {
        Some(html) => object.insert("content_html".into(), Value::from(&**html)),
        None => object.insert("content_text".into(), Value::from(&*item.summary)),
    };
    put(&mut object, "summary", &item.summary);
    put(&mut object, "image", &item.photo.as_ref().map(|p| channel.scope.href(p.url)).unwrap_or_default());
    put(&mut object, "date_published", &date(item.published).unwrap_or_default());
    put(&mut object, "date_modified", &date(item.revised).unwrap_or_default());
    list(&mut object, "authors", item.authors.iter().map(person));
    list(&mut object, "tags", item.categories.iter().map(|category| Value::from(&*category.label)));
    put(&mut object, "language", channel.language());
    let file = |file: &super::item::File<'_>| {
        let mut object = Object::new();
        put(&mut object, "url", &file.url);
        put(&mut object, "mime_type", file.media_type);
        put(&mut object, "title", &file.title);
        if file.exact {
            object.insert("size_in_bytes".into(), file.size.into());
        }
        Value::from(object)
    };
    list(&mut object, "attachments", item.files.iter().map(file));
    let own = match item.article {
        Some(article) => of_article(channel, item, article),
        None => of_correction(channel, item),
    };
    object.insert("_warta".into(), own.into());
    object.into()
}

/// What other programs may pass over and a city's own app may not want to do without.
fn of_article(channel: &Channel<'_>, item: &Item<'_>, article: DocId) -> Object {
    let (scope, entry) = (channel.scope, channel.scope.entry(article));
    let front = &entry.document.front;
    let mut own = Object::new();
    put(&mut own, "id", &id::path(scope, article));
    own.extend(front.legacy_id.as_ref().map(|id| ("legacy_id".to_owned(), id.value.into())));
    put(&mut own, "number", &front.number);
    put(&mut own, "kind", &scope.config().kind(entry.document.identity.kind).name);
    list(&mut own, "units", named(scope, &entry.units).iter().map(term));
    list(&mut own, "people", named(scope, &entry.people).iter().map(term));
    list(&mut own, "topics", named(scope, &entry.topics).iter().map(term));
    list(&mut own, "places", places(front).map(Value::from));
    if let Some(photo) = &item.photo {
        own.insert("photo".into(), of_photo(channel, photo).into());
    }
    for (key, marked) in [("urgent", front.urgent), ("sponsored", front.sponsored)] {
        if marked {
            own.insert(key.into(), true.into());
        }
    }
    put(&mut own, "license", &front.license);
    put(&mut own, "data_url", &scope.edition().data_url(article).map(|url| scope.href(&url)).unwrap_or_default());
    own
}

fn of_correction(channel: &Channel<'_>, item: &Item<'_>) -> Object {
    let identity = &item.document.identity;
    let mut own = Object::new();
    put(&mut own, "id", &format!("{}{}", channel.config().lang_prefix(identity.lang), identity.id));
    put(&mut own, "change", item.categories.first().map_or("", |category| category.term));
    own
}

fn of_photo(channel: &Channel<'_>, photo: &crate::theme::Shown<'_>) -> Object {
    let mut object = Object::new();
    put(&mut object, "url", &channel.scope.href(photo.url));
    put(&mut object, "mime_type", type_of(photo.url));
    if let Some(dimensions) = photo.dimensions {
        object.insert("width".into(), dimensions.width.into());
        object.insert("height".into(), dimensions.height.into());
    }
    for (key, words) in [("alt", photo.alt), ("caption", photo.caption), ("credit", photo.credit)] {
        put(&mut object, key, &super::text::plain(words));
    }
    object
}

/// Where it takes place and where it was written.
pub(super) fn places(front: &crate::content::Front) -> impl Iterator<Item = &str> {
    let event = front.event.as_deref().map(|event| &*event.place);
    let event = event.filter(|place| !place.is_empty());
    event.into_iter().chain(Some(&*front.dateline).filter(|place| !place.is_empty() && Some(*place) != event))
}

fn person(author: &Named<'_>) -> Value {
    let mut object = Object::new();
    put(&mut object, "name", &author.name);
    put(&mut object, "url", &author.url);
    object.into()
}

fn term(term: &Named<'_>) -> Value {
    let mut object = Object::new();
    put(&mut object, "id", term.id);
    put(&mut object, "name", &term.name);
    put(&mut object, "url", &term.url);
    object.into()
}

/// A text; left out when it is empty.
pub(super) fn put(object: &mut Object, key: &str, text: &str) {
    if !text.is_empty() {
        object.insert(key.to_owned(), Value::from(text));
    }
}

/// A list; left out when it is empty.
pub(super) fn list(object: &mut Object, key: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<Value> = values.collect();
    if !values.is_empty() {
        object.insert(key.to_owned(), values.into());
    }
}
