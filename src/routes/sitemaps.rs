//! The files in which search engines find the pages, none larger than they take.

use super::build::{Builder, Origin};
use super::translations::Atlas;
use super::{Route, RouteId, Routes, SitemapFile, What, references};
use crate::content::Document;
use crate::newsroom::State;
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use rayon::prelude::*;
use std::ops::Range;

/// The most addresses in one file (sitemaps.org).
const URLS_MAX: usize = 50_000;
/// The most octets in one file (sitemaps.org), less those before and after the addresses.
const OCTETS_MAX: usize = 50 * 1024 * 1024 - 1_024;

/// What an address takes in a file beside its own length, generously: its elements and its date.
const OCTETS_OF_URL: usize = 160;
/// The most pictures of one page that search engines take.
const PICTURES_MAX: usize = 1_000;

/// The same of a picture.
const OCTETS_OF_PICTURE: usize = 72;
/// The same of a link to another language.
const OCTETS_OF_ALTERNATE: usize = 96;

impl Builder<'_> {
    pub(super) fn sitemaps(&mut self) {
        let newsroom = self.newsroom;
        let indexable = |what: &What| match what {
            // What was taken over from elsewhere should be found there.
            What::Document(id) => {
                let entry = newsroom.entry(*id);
                entry.state == State::Published && entry.document.republished_from().is_none()
            }
            // A search page may be found, but never has anything new.
            What::SearchPage(_) | What::NotFound | What::Redirect(_) => false,
            other => other.is_page(),
        };
        let routes = self.routes.routes.iter().zip((0..).map(RouteId));
        self.routes.indexable = routes.filter(|(route, _)| indexable(&route.what)).map(|(_, id)| id).collect();
        let atlas = Atlas { config: self.config, newsroom, routes: &self.routes };
        let route = |id: &RouteId| &self.routes.routes[id.0 as usize];
        let sizes: Vec<usize> = self.routes.indexable.par_iter().map(|id| octets(route(id), atlas)).collect();
        self.routes.sitemap_parts = parts(sizes.into_iter());
        let mut files = vec![SitemapFile::Pages, SitemapFile::News];
        if self.routes.sitemap_parts.len() > 1 {
            let count = u32::try_from(self.routes.sitemap_parts.len()).unwrap_or(u32::MAX);
            files.extend((0..count).map(SitemapFile::Part));
        }
        if newsroom.entries().any(|(_, entry)| entry.document.front.video.is_some()) {
            files.push(SitemapFile::Videos);
        }
        for file in files {
            self.add(file.url(), What::Sitemap(file), Origin::Generated("peta situs", "the sitemap"));
        }
    }
}

impl Routes {
    /// The pictures that a document shows, each in its largest size.
    pub fn pictures_of(&self, document: &Document) -> Vec<&UrlPath> {
        reads::whole(|| Read::new(Of::PicturesOf).file(&document.file), || self.pictures_in(document))
    }

    fn pictures_in(&self, document: &Document) -> Vec<&UrlPath> {
        let mut found: Vec<&UrlPath> = Vec::new();
        for reference in references(document).iter().filter(|reference| reference.picture) {
            let picture = reference.path.as_ref().and_then(|path| self.pictures().get(path)?.whole());
            found.extend(picture.map(|(url, _)| url).filter(|url| !found.contains(url)));
        }
        found.truncate(PICTURES_MAX);
        found
    }
}

impl SitemapFile {
    /// Its address.
    pub fn url(self) -> UrlPath {
        UrlPath::file(&RelPath::new(&match self {
            SitemapFile::Pages => "sitemap.xml".to_owned(),
            SitemapFile::Part(part) => format!("sitemap-{}.xml", part + 1),
            SitemapFile::News => "sitemap-news.xml".to_owned(),
            SitemapFile::Videos => "sitemap-video.xml".to_owned(),
        }))
    }
}

/// How many octets a page takes at most.
fn octets(route: &Route, atlas: Atlas<'_>) -> usize {
    let root = atlas.config.absolute("").len();
    let alternates = atlas.alternates(route);
    // The main language's address stands there once more, for all other readers.
    let again = alternates.first().into_iter().chain(&alternates);
    let links = again.map(|(_, url)| OCTETS_OF_ALTERNATE + root + url.as_str().len());
    let pictures = match route.what {
        What::Document(id) => atlas.routes.pictures_of(&atlas.newsroom.entry(id).document),
        _ => Vec::new(),
    };
    let pictures = pictures.iter().map(|url| OCTETS_OF_PICTURE + root + url.as_str().len());
    OCTETS_OF_URL + root + route.url.as_str().len() + links.sum::<usize>() + pictures.sum::<usize>()
}

/// Cuts pages of these sizes into files; one file, be it empty, there always is.
fn parts(sizes: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut from, mut to, mut octets) = (0, 0, 0);
    for size in sizes {
        if to - from == URLS_MAX || (octets + size > OCTETS_MAX && to > from) {
            parts.push(from..to);
            (from, octets) = (to, 0);
        }
        to += 1;
        octets += size;
    }
    parts.push(from..to);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_no_more_addresses_or_octets_than_it_may() {
        assert_eq!(parts(std::iter::empty()), vec![0..0]);
        assert_eq!(parts(std::iter::repeat_n(200, 50_000)), vec![0..50_000]);
        assert_eq!(parts(std::iter::repeat_n(200, 100_001)), vec![0..50_000, 50_000..100_000, 100_000..100_001]);
        let large = OCTETS_MAX / 3;
        assert_eq!(parts(std::iter::repeat_n(large, 7)), vec![0..3, 3..6, 6..7]);
        assert_eq!(parts([10, OCTETS_MAX, 10].into_iter()), vec![0..1, 1..2, 2..3]);
    }
}
