//! Atom 1.0 (RFC 4287).

use super::item::Item;
use super::{Channel, view};
use crate::render::xml::Xml;
use crate::routes::Format;
use crate::time::Moment;

/// When a feed without an item was last changed: the standard asks for a date, and there is none.
const NEVER: &str = "1970-01-01T00:00:00Z";

pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    view::style(channel.scope, &mut xml);
    view::greet(channel, &mut xml);
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", channel.language())]);
    xml.text("id", &channel.id).text("title", &channel.title).text("subtitle", &channel.purpose);
    let revised = channel.revised(items).map(|moment| date(channel, Some(&moment)));
    xml.text("updated", revised.as_deref().unwrap_or(NEVER));
    xml.empty("link", &[("rel", "self"), ("type", Format::Atom.media_type()), ("href", &channel.own)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &channel.home)]);
    if let Some(hub) = &channel.config().feeds.hub {
        xml.empty("link", &[("rel", "hub"), ("href", hub)]);
    }
    let publisher = &channel.config().publisher;
    xml.open("author", &[]).text("name", channel.publisher()).text("uri", &publisher.url);
    xml.text("email", &publisher.email).close();
    let [icon, logo] = [channel.icon(), channel.logo()].map(|image| image.map(|image| image.url).unwrap_or_default());
    xml.text("icon", &icon).text("logo", &logo).text("generator", "warta");
    view::explain(channel, &mut xml);
    for item in items {
        entry(channel, item, &mut xml);
    }
    xml.finish()
}

fn entry(channel: &Channel<'_>, item: &Item<'_>, xml: &mut Xml) {
    xml.open("entry", &[]);
    xml.text("id", &item.id).text("title", &item.title);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &item.url)]);
    if let Some(source) = item.source() {
        xml.empty("link", &[("rel", "via"), ("href", source)]);
    }
    for file in &item.files {
        let length = file.size.to_string();
        let mut link = vec![("rel", "enclosure"), ("type", file.media_type), ("title", &*file.title)];
        link.push(("href", &file.url));
        link.extend(file.exact.then_some(("length", &*length)));
        xml.empty("link", &link);
    }
    xml.text("published", &date(channel, item.published)).text("updated", &date(channel, item.revised));
    for author in &item.authors {
        xml.open("author", &[]).text("name", &author.name).text("uri", &author.url).close();
    }
    for category in &item.categories {
        xml.empty("category", &[("term", category.term), ("label", &category.label)]);
    }
    xml.text("rights", &item.document.front.license);
    xml.text("summary", &item.summary);
    if let Some(text) = item.content.as_ref().filter(|text| !text.as_str().is_empty()) {
        xml.escaped("content", &[("type", "html")], text.as_str());
    }
    xml.close();
}

fn date(channel: &Channel<'_>, moment: Option<&Moment>) -> String {
    moment.map(|moment| moment.rfc3339(&channel.config().zone)).unwrap_or_default()
}
