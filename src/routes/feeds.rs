//! Which feeds there are and where: for the site and each kind, unit and topic of each language, each
//! in three formats beside the page it belongs to; the corrections'; the list of them all; and what an
//! article's data are beside it.
//!
//! A JSON feed goes on to the oldest article in pages that are counted from the oldest on. So a page
//! stays as it is when articles are added: it is the feed itself that grows, until it holds enough for
//! two pages and gives the older one away.

use super::build::{Builder, Origin, origin_of, page_url};
use super::{Edition, Routes, What};
use crate::config::{Class, Config, KindId, Lang};
use crate::newsroom::{DocId, Entry, List, Newsroom, Question, TermId};
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use rayon::prelude::*;
use std::ops::Range;

/// The list of all feeds.
const LIST: &str = "opml.xml";
/// An article's data.
const DATA: &str = "index.json";
/// The folder of the pages of a JSON feed's archive.
const ARCHIVE: &str = "feed";

/// A feed, whatever its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Feed {
    /// Its language.
    pub lang: Lang,
    /// What it carries.
    pub of: Subject,
}

/// What a feed carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// All articles.
    Site,
    /// Those of a kind.
    Kind(KindId),
    /// Those of a unit or a topic.
    Term(TermId),
    /// What was corrected, clarified, answered or withdrawn.
    Corrections,
}

/// The notation of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// Every format, the one that most programs read first.
    pub const ALL: [Format; 3] = [Format::Rss, Format::Atom, Format::Json];

    /// Its name, as readers know it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Rss => "RSS",
            Format::Atom => "Atom",
            Format::Json => "JSON",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Rss => "application/rss+xml",
            Format::Atom => "application/atom+xml",
            Format::Json => "application/feed+json",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Format::Rss => "rss.xml",
            Format::Atom => "atom.xml",
            Format::Json => "feed.json",
        }
    }
}

/// How many pages of an archive stand behind the newest articles, of which the feed itself keeps at
/// least `limit` and less than twice as many.
pub(super) fn archive_pages(count: usize, limit: u32) -> u32 {
    let full = count / (limit as usize).max(1);
    u32::try_from(full.saturating_sub(1)).unwrap_or(u32::MAX)
}

/// What of `count` articles, the newest first, the feed itself holds (page 0) or a page of its archive,
/// counted from the oldest on.
pub(super) fn archive_range(count: usize, limit: u32, page: u32) -> Range<usize> {
    let behind = |pages: u32| (pages as usize).saturating_mul(limit as usize).min(count);
    match page {
        0 => 0..count - behind(archive_pages(count, limit)),
        page => count - behind(page)..count - behind(page - 1),
    }
}

impl Builder<'_> {
    /// A feed belongs to a page, so there is one wherever there is that page.
    pub(super) fn feeds(&mut self) {
        let (config, newsroom) = (self.config, self.newsroom);
        for lang in config.langs() {
            let mut subjects = vec![Subject::Site];
            subjects.extend(newsroom.kinds(lang, config).into_iter().map(|(kind, _)| Subject::Kind(kind)));
            for class in [Class::Unit, Class::Topic] {
                let terms = newsroom
                    .terms()
                    .filter(|(id, term)| term.class == class && self.routes.terms.contains_key(&(*id, lang)));
                subjects.extend(terms.map(|(id, _)| Subject::Term(id)));
            }
            if !newsroom.corrections(lang).is_empty() {
                subjects.push(Subject::Corrections);
            }
            for of in subjects {
                self.feed(Feed { lang, of });
            }
        }
        let origin = Origin::Generated("daftar umpan", "the list of feeds");
        self.add(list_url(), What::Feeds, origin);
        if config.feeds.data {
            self.data();
        }
    }

    fn feed(&mut self, feed: Feed) {
        let origin = Origin::Generated("umpan", "a feed");
        let Some(home) = home(feed, self.config, &self.routes) else { return };
        for format in Format::ALL {
            self.add(home.beside(format.file()), What::Feed(feed, format), origin.clone());
        }
        let count = count(feed, self.newsroom);
        for page in 1..=archive_pages(count, self.config.feeds.limit) {
            self.add(archive_url(&home, page), What::FeedPage(feed, page), origin.clone());
        }
        self.routes.feeds.push(feed);
    }

    /// The data of each article that has a page of its own.
    fn data(&mut self) {
        let newsroom = self.newsroom;
        let data = |(id, entry): (DocId, &Entry)| {
            let url = self.routes.document(id);
            let there = self.routes.find(url).is_some_and(|route| route.what == What::Document(id));
            let is_article = self.config.kind(entry.document.identity.kind).is_article();
            (there && is_article).then(|| (url.beside(DATA), id, origin_of(&entry.document)))
        };
        let entries: Vec<(DocId, &Entry)> = newsroom.entries().collect();
        let found: Vec<(UrlPath, DocId, Origin)> = entries.into_par_iter().filter_map(data).collect();
        for (url, id, origin) in found {
            self.add(url, What::Data(id), origin);
        }
    }
}

impl Routes {
    /// Every feed: by language, then the site's, the kinds', the units', the topics' and the
    /// corrections'.
    pub fn feeds(&self) -> &[Feed] {
        reads::note(|| Read::new(Of::Feeds));
        &self.feeds
    }
}

impl Edition {
    /// The address of a feed, if there is such a feed.
    pub fn feed_url(&self, feed: Feed, format: Format) -> Option<UrlPath> {
        let url = self.feed_home(feed)?.beside(format.file());
        let there = self.routes.find(&url)?;
        (there.what == What::Feed(feed, format)).then_some(url)
    }

    /// The address of the page that a feed belongs to.
    pub fn feed_home(&self, feed: Feed) -> Option<UrlPath> {
        home(feed, &self.config, &self.routes)
    }

    /// The address of the page that follows in a JSON feed: from the feed itself (page 0) the newest
    /// of its archive, from there the next older one.
    pub fn next_feed_page(&self, feed: Feed, page: u32) -> Option<UrlPath> {
        let next = match page {
            0 => archive_pages(count(feed, &self.newsroom), self.config.feeds.limit),
            page => page - 1,
        };
        (next > 0).then(|| Some(archive_url(&self.feed_home(feed)?, next))).flatten()
    }

    /// Which of a feed's articles or corrections stand on a page of its JSON; page 0 is the feed itself.
    pub fn feed_page(&self, feed: Feed, page: u32) -> Range<usize> {
        archive_range(count(feed, &self.newsroom), self.config.feeds.limit, page)
    }

    /// The articles of a feed, newest first; none for that of the corrections.
    pub fn feed_articles(&self, feed: Feed) -> Option<List<'_>> {
        question(feed).map(|question| self.newsroom.articles(question))
    }

    /// The address of an article's data, if they are published.
    pub fn data_url(&self, id: DocId) -> Option<UrlPath> {
        let url = self.routes.document(id).beside(DATA);
        (self.routes.find(&url)?.what == What::Data(id)).then_some(url)
    }
}

/// The address of the list of all feeds.
pub fn list_url() -> UrlPath {
    UrlPath::file(&RelPath::new(LIST))
}

fn question(feed: Feed) -> Option<Question> {
    let all = Question { lang: feed.lang, ..Question::default() };
    match feed.of {
        Subject::Site => Some(all),
        Subject::Kind(kind) => Some(Question { kind: Some(kind), ..all }),
        Subject::Term(term) => Some(Question { term: Some(term), ..all }),
        Subject::Corrections => None,
    }
}

fn count(feed: Feed, newsroom: &Newsroom) -> usize {
    match question(feed) {
        Some(question) => newsroom.articles(question).len(),
        None => newsroom.corrections(feed.lang).len(),
    }
}

fn home(feed: Feed, config: &Config, routes: &Routes) -> Option<UrlPath> {
    match feed.of {
        Subject::Site => Some(page_url(config, feed.lang, "", 1)),
        Subject::Kind(kind) => Some(page_url(config, feed.lang, &config.kind(kind).folder, 1)),
        Subject::Term(term) => routes.term(term, feed.lang).cloned(),
        Subject::Corrections => Some(page_url(config, feed.lang, config.path_words(feed.lang).corrections, 1)),
    }
}

/// A page of the archive is called as the feed is, for hosts that tell types by names.
fn archive_url(home: &UrlPath, page: u32) -> UrlPath {
    home.beside(&format!("{ARCHIVE}/{page}/{}", Format::Json.file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(count: usize, limit: u32) -> Vec<Range<usize>> {
        (0..=archive_pages(count, limit)).map(|page| archive_range(count, limit, page)).collect()
    }

    #[test]
    fn pages_are_cut_from_the_oldest_end() {
        assert_eq!(cuts(0, 20), vec![0..0]);
        assert_eq!(cuts(39, 20), vec![0..39]);
        assert_eq!(cuts(40, 20), vec![0..20, 20..40]);
        assert_eq!(cuts(59, 20), vec![0..39, 39..59]);
        assert_eq!(cuts(65, 20), vec![0..25, 45..65, 25..45]);
        assert_eq!(cuts(3, 1), vec![0..1, 2..3, 1..2]);
    }

    #[test]
    fn what_is_added_leaves_older_pages_as_they_are() {
        let from_the_oldest = |count: usize, page| {
            let range = archive_range(count, 20, page);
            (count - range.end)..(count - range.start)
        };
        for count in 0..200 {
            for page in 1..=archive_pages(count, 20) {
                assert_eq!(from_the_oldest(count, page), from_the_oldest(count + 1, page));
            }
            assert!(count < 20 || (20..40).contains(&archive_range(count, 20, 0).len()));
        }
    }
}
