//! RSS 2.0 after the RSS Advisory Board's profile, with Atom's links, whole texts (content), authors
//! (Dublin Core) and photos (Media RSS 1.5.1).

use super::item::{File, Item, type_of};
use super::{Channel, Emblem, view};
use crate::config;
use crate::render::xml::Xml;
use crate::routes::Format;
use crate::theme::{Scope, Shown};

/// For how many minutes a program may keep it without asking again.
const MINUTES: &str = "60";

const NAMESPACES: [(&str, &str); 5] = [
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:media", "http://search.yahoo.com/mrss/"),
];

pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    view::style(channel.scope, &mut xml);
    view::greet(channel, &mut xml);
    xml.open("rss", &NAMESPACES).open("channel", &[]);
    xml.text("title", &channel.title).text("link", &channel.home).text("description", &channel.purpose);
    xml.text("language", channel.language());
    let zone = &channel.config().zone;
    xml.text("lastBuildDate", &channel.revised(items).map(|moment| moment.rfc822(zone)).unwrap_or_default());
    xml.text("generator", "warta").text("docs", "https://www.rssboard.org/rss-specification").text("ttl", MINUTES);
    if let Some(image) = channel.image() {
        write_image(channel, &image, &mut xml);
    }
    let media_type = Format::Rss.media_type();
    xml.empty("atom:link", &[("href", &channel.own), ("rel", "self"), ("type", media_type)]);
    if let Some(hub) = &channel.config().feeds.hub {
        xml.empty("atom:link", &[("href", hub), ("rel", "hub")]);
    }
    view::explain(channel, &mut xml);
    for item in items {
        write_item(channel, item, &mut xml);
    }
    xml.finish()
}

/// The board's profile wants the channel's own title and link again. Without a size, programs take it to
/// be 88 by 31; what is larger than they take is left out.
fn write_image(channel: &Channel<'_>, image: &Emblem, xml: &mut Xml) {
    let Some(size) = image.dimensions.filter(|size| config::is_small_enough(*size)) else { return };
    xml.open("image", &[]).text("url", &image.url).text("title", &channel.title).text("link", &channel.home);
    xml.text("width", &size.width.to_string()).text("height", &size.height.to_string()).close();
}

fn write_item(channel: &Channel<'_>, item: &Item<'_>, xml: &mut Xml) {
    let (scope, zone) = (channel.scope, &channel.config().zone);
    xml.open("item", &[]);
    xml.text("title", &item.title).text("link", &item.url);
    xml.text_with("guid", &[("isPermaLink", "false")], &item.id);
    xml.text("pubDate", &item.published.map(|moment| moment.rfc822(zone)).unwrap_or_default());
    for author in &item.authors {
        xml.text("dc:creator", &author.name);
    }
    if item.authors.is_empty() {
        xml.text("dc:creator", channel.publisher());
    }
    for category in &item.categories {
        xml.text("category", &category.label);
    }
    xml.text("dc:source", item.source().unwrap_or_default());
    xml.text("dc:rights", &item.document.front.license);
    // Before the whole text: some programs take the last of the two for the summary.
    xml.text("description", &item.summary);
    if let Some(text) = item.content.as_ref().filter(|text| !text.as_str().is_empty()) {
        xml.escaped("content:encoded", &[], text.as_str());
    }
    if let Some(file) = item.files.iter().find(|file| file.exact) {
        enclosure(file, xml);
    }
    if let Some(photo) = &item.photo {
        media(scope, photo, xml);
    }
    xml.close();
}

/// The profile allows one; the others are linked in the text.
fn enclosure(file: &File<'_>, xml: &mut Xml) {
    xml.empty("enclosure", &[("url", &file.url), ("length", &file.size.to_string()), ("type", file.media_type)]);
}

fn media(scope: &Scope, photo: &Shown<'_>, xml: &mut Xml) {
    let url = scope.href(photo.url);
    let (width, height) = photo.dimensions.map(|d| (d.width.to_string(), d.height.to_string())).unwrap_or_default();
    let size = scope.edition().size(photo.url).map(|octets| octets.to_string());
    let mut attributes = vec![("url", &*url)];
    attributes.extend(size.as_deref().map(|octets| ("fileSize", octets)));
    attributes.extend([("type", type_of(photo.url)), ("medium", "image")]);
    if photo.dimensions.is_some() {
        attributes.extend([("width", &*width), ("height", &*height)]);
    }
    xml.open("media:content", &attributes);
    let described = if photo.caption.is_empty() { photo.alt } else { photo.caption };
    xml.text_with("media:description", &[("type", "plain")], described);
    xml.text_with("media:credit", &[("role", "photographer"), ("scheme", "urn:ebu")], photo.credit);
    xml.close();
}
