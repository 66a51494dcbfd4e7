//! Sitemaps (sitemaps.org 0.9) with the pages of each language beside each other, and Google's
//! extensions for news, pictures and videos.

use super::xml::Xml;
use crate::newsroom::{DocId, Entry};
use crate::path::UrlPath;
use crate::routes::{Edition, Route, SitemapFile, What};
use crate::theme::youtube_embed;

const SITEMAP: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
const XHTML: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
const IMAGE: (&str, &str) = ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1");
const NEWS: (&str, &str) = ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
const VIDEO: (&str, &str) = ("xmlns:video", "http://www.google.com/schemas/sitemap-video/1.1");

/// The longest video in seconds that search engines take.
const VIDEO_MAX: u32 = 28_800;

/// A sitemap.
pub(super) fn render(edition: &Edition, file: SitemapFile) -> Vec<u8> {
    let parts = || edition.routes.sitemap_parts();
    match file {
        SitemapFile::Pages if parts().len() > 1 => index(edition, parts().len()),
        SitemapFile::Pages => pages(edition, parts().next()),
        SitemapFile::Part(part) => pages(edition, parts().nth(part as usize)),
        SitemapFile::News => news(edition),
        SitemapFile::Videos => videos(edition),
    }
}

fn index(edition: &Edition, parts: usize) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[SITEMAP]);
    for part in 0..u32::try_from(parts).unwrap_or(u32::MAX) {
        xml.open("sitemap", &[]).text("loc", &edition.absolute(&SitemapFile::Part(part).url())).close();
    }
    xml.finish()
}

fn pages<'a>(edition: &Edition, routes: Option<impl Iterator<Item = &'a Route>>) -> Vec<u8> {
    let mut xml = Xml::new();
    let several = edition.config.languages.len() > 1;
    xml.open("urlset", if several { &[SITEMAP, XHTML, IMAGE] } else { &[SITEMAP, IMAGE] });
    for route in routes.into_iter().flatten() {
        xml.open("url", &[]).text("loc", &edition.absolute(&route.url));
        if let What::Document(id) = route.what {
            // When the content changed, never when the site was built.
            let changed = edition.newsroom.entry(id).changed();
            xml.text("lastmod", &changed.map(|moment| moment.rfc3339(&edition.config.zone)).unwrap_or_default());
        }
        let alternates = edition.alternates(route);
        for (lang, url) in &alternates {
            alternate(&edition.config.language(*lang).code, url, edition, &mut xml);
        }
        if let Some((_, url)) = alternates.first() {
            alternate("x-default", url, edition, &mut xml);
        }
        if let What::Document(id) = route.what {
            for picture in edition.routes.pictures_of(&edition.newsroom.entry(id).document) {
                xml.open("image:image", &[]).text("image:loc", &edition.absolute(picture)).close();
            }
        }
        xml.close();
    }
    xml.finish()
}

fn alternate(code: &str, url: &UrlPath, edition: &Edition, xml: &mut Xml) {
    let href = edition.absolute(url);
    xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", code), ("href", &href)]);
}

/// The articles of the last two days. Without any, the file is there all the same.
fn news(edition: &Edition) -> Vec<u8> {
    let config = &edition.config;
    let mut xml = Xml::new();
    xml.open("urlset", &[SITEMAP, NEWS]);
    for id in edition.newsroom.fresh(config) {
        let document = &edition.newsroom.entry(id).document;
        let published = edition.newsroom.entry(id).moment().map(|moment| moment.rfc3339(&config.zone));
        xml.open("url", &[]).text("loc", &edition.absolute(edition.routes.document(id)));
        xml.open("news:news", &[]).open("news:publication", &[]);
        xml.text("news:name", &config.title).text("news:language", &config.language(document.identity.lang).code);
        xml.close().text("news:publication_date", &published.unwrap_or_default());
        xml.text("news:title", &document.front.title).close().close();
    }
    xml.finish()
}

fn videos(edition: &Edition) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &[SITEMAP, VIDEO]);
    for route in edition.routes.indexable() {
        if let What::Document(id) = route.what
            && let Some(video) = video(edition, id)
        {
            xml.open("url", &[]).text("loc", &edition.absolute(&route.url)).open("video:video", &[]);
            for (name, value) in video {
                xml.text(name, &value);
            }
            xml.close().close();
        }
    }
    xml.finish()
}

/// What a video's entry says; none without a picture of it or an address to play it at.
fn video(edition: &Edition, id: DocId) -> Option<Vec<(&'static str, String)>> {
    let entry = edition.newsroom.entry(id);
    let front = &entry.document.front;
    let video = front.video.as_deref()?;
    let picture = lead_picture(edition, entry)?;
    let place = match youtube_embed(&video.url) {
        Some(player) => ("video:player_loc", player),
        None if is_video_file(&video.url) => ("video:content_loc", video.url.to_string()),
        None => return None,
    };
    let said = if front.summary.is_empty() { &front.title } else { &front.summary };
    let seconds = (1..=VIDEO_MAX).contains(&video.seconds).then(|| video.seconds.to_string());
    let published = entry.moment().map(|moment| moment.rfc3339(&edition.config.zone));
    // In the order of the schema.
    Some(vec![
        ("video:thumbnail_loc", edition.absolute(picture)),
        ("video:title", front.title.to_string()),
        ("video:description", said.to_string()),
        place,
        ("video:duration", seconds.unwrap_or_default()),
        ("video:publication_date", published.unwrap_or_default()),
    ])
}

pub(super) fn is_video_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    [".mp4", ".webm", ".m4v", ".mov"].iter().any(|end| path.to_ascii_lowercase().ends_with(end))
}

fn lead_picture<'a>(edition: &'a Edition, entry: &Entry) -> Option<&'a UrlPath> {
    let photo = entry.document.front.photos.first()?;
    edition.routes.pictures().of(&entry.document, photo)?.routes.whole().map(|(url, _)| url)
}
