//! Sitemaps (sitemaps.org 0.9): every page that search engines should know.

use super::xml::Xml;
use crate::path::RelPath;
use crate::path::UrlPath;
use crate::routes::{Edition, Route, SITEMAP_MAX, What};

const NAMESPACE: [(&str, &str); 1] = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];

/// `/sitemap.xml`: the pages themselves, or where there are too many, the index of the parts.
pub(super) fn render(edition: &Edition) -> Vec<u8> {
    let parts = edition.routes.indexable().len().div_ceil(SITEMAP_MAX);
    if parts <= 1 {
        return urls(edition, edition.routes.indexable());
    }
    let mut xml = Xml::new();
    xml.open("sitemapindex", &NAMESPACE);
    for part in 1..=parts {
        let url = UrlPath::file(&RelPath::new(&format!("sitemap-{part}.xml")));
        xml.open("sitemap", &[]).text("loc", &edition.absolute(&url)).close();
    }
    xml.finish()
}

/// One part, from 0.
pub(super) fn render_part(edition: &Edition, part: u32) -> Vec<u8> {
    urls(edition, edition.routes.indexable().skip(part as usize * SITEMAP_MAX).take(SITEMAP_MAX))
}

fn urls<'a>(edition: &Edition, routes: impl Iterator<Item = &'a Route>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &NAMESPACE);
    for route in routes {
        xml.open("url", &[]).text("loc", &edition.absolute(&route.url));
        if let What::Document(id) = route.what {
            // When the content changed, never when the site was built.
            let changed = edition.newsroom.entry(id).changed();
            xml.text("lastmod", &changed.map(|moment| moment.rfc3339(&edition.config.zone)).unwrap_or_default());
        }
        xml.close();
    }
    xml.finish()
}
