//! What is news: the articles that news search engines list.

use super::{DocId, Newsroom, Question, State};
use crate::config::Config;
use crate::reads::{self, Of, Read};
use jiff::{SignedDuration, Timestamp};

/// For how long an article is news (Google News sitemaps).
const WINDOW: SignedDuration = SignedDuration::from_hours(48);

/// The most of them in one file.
const ARTICLES_MAX: usize = 1_000;

impl Newsroom {
    /// The articles of the last two days in all languages, newest first. Announcements of events,
    /// what is paid for and what was published elsewhere first are no news of ours.
    pub fn fresh(&self, config: &Config) -> Vec<DocId> {
        reads::whole(|| Read::new(Of::Fresh), || self.news(config))
    }

    fn news(&self, config: &Config) -> Vec<DocId> {
        let agenda = config.kind_named("agenda");
        let is_news = |id: &DocId| {
            let entry = self.entry(*id);
            let document = &entry.document;
            let ours = !document.front.sponsored && document.republished_from().is_none();
            entry.state == State::Published && ours && Some(document.identity.kind) != agenda
        };
        let mut fresh: Vec<DocId> = Vec::new();
        for lang in config.langs() {
            let articles = self.articles(Question { lang, ..Question::default() });
            let recent = articles.all().iter().take_while(|id| self.stale_from(**id).is_some_and(|end| end > self.now));
            fresh.extend(recent.filter(|id| is_news(id)));
        }
        // The newest document has the lowest index, whatever its language.
        fresh.sort_unstable();
        fresh.truncate(ARTICLES_MAX);
        fresh
    }

    /// The next instant at which an article stops being news.
    pub fn next_stale(&self, config: &Config) -> Option<Timestamp> {
        self.fresh(config).last().and_then(|id| self.stale_from(*id))
    }

    fn stale_from(&self, id: DocId) -> Option<Timestamp> {
        self.entry(id).moment()?.instant.checked_add(WINDOW).ok()
    }
}
