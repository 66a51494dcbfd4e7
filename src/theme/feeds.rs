//! Feeds by name: what each is called and what it is for, and how pages announce them.

use super::{Scope, map};
use crate::config::Class;
use crate::reads::{self, Of, Read};
use crate::routes::{Carried, Feed, Form, Format, Outlet, Subject};
use tera::Value;

impl Scope {
    /// What a feed carries, in a word or two.
    pub fn feed_name(&self, feed: Feed) -> &str {
        match feed.of {
            Subject::Site => &self.config().title,
            Subject::Kind(kind) => self.section(kind).plural(),
            Subject::Term(term) => self.term_name(term),
            Subject::Corrections => self.words().get("corrections.title").unwrap_or("corrections"),
        }
    }

    /// What a feed is called among a reader's others.
    pub fn feed_title(&self, feed: Feed) -> String {
        match feed.of {
            Subject::Site => self.config().title.to_string(),
            _ => format!("{}: {}", self.config().title, self.feed_name(feed)),
        }
    }

    /// What a feed is for, in a sentence.
    pub fn feed_purpose(&self, feed: Feed) -> String {
        let title = &*self.config().title;
        let publisher = match self.config().publisher.formal_name() {
            "" => title,
            name => name,
        };
        let values = [("name", self.feed_name(feed)), ("site", title), ("publisher", publisher)];
        let key = format!("feeds.{}", self.subject_name(feed.of));
        self.words().filled(&key, None, &values).unwrap_or_else(|| self.feed_title(feed))
    }

    /// The word for what a feed carries: `site`, `kind`, `unit`, `topic` or `corrections`.
    pub(super) fn subject_name(&self, of: Subject) -> &'static str {
        match of {
            Subject::Site => "site",
            Subject::Kind(_) => "kind",
            Subject::Term(term) if self.edition().newsroom.term_id(term).0 == Class::Unit => "unit",
            Subject::Term(_) => "topic",
            Subject::Corrections => "corrections",
        }
    }

    /// The feeds that a page announces: those of its part of the site in every format, if it is the
    /// page of one, and then the site's.
    pub fn page_feeds(&self, of: Subject) -> Value {
        let mut feeds = self.formats(of, &Format::ALL);
        if of != Subject::Site {
            feeds.extend(self.formats(Subject::Site, &[Format::Rss]));
        }
        Value::from(feeds)
    }

    /// The feeds that a page within a part of the site announces.
    pub fn nearby_feeds(&self, of: Option<Subject>) -> Value {
        let subjects = of.into_iter().chain([Subject::Site]);
        Value::from(subjects.flat_map(|of| self.formats(of, &[Format::Rss])).collect::<Vec<_>>())
    }

    fn formats(&self, of: Subject, formats: &[Format]) -> Vec<Value> {
        let feed = Feed { lang: self.lang, of };
        let title = self.feed_title(feed);
        let view = |format: &Format| {
            let url = self.edition().feed_url(feed, *format)?;
            let title = if *format == Format::Rss { title.clone() } else { format!("{title} ({})", format.name()) };
            Some(map! {
                "title" => title,
                "url" => self.href(&url),
                "type" => format.media_type(),
                "format" => format.name(),
                "of" => self.subject_name(of),
            })
        };
        formats.iter().filter_map(view).collect()
    }

    /// The address of a feed in the page's language; empty if there is none.
    pub fn feed_href(&self, of: Subject, format: Format) -> String {
        let url = self.edition().feed_url(Feed { lang: self.lang, of }, format);
        url.map(|url| self.href(&url)).unwrap_or_default()
    }

    /// Every feed of the page's language with what it is for.
    pub fn all_feeds(&self) -> Value {
        let read = || Read::new(Of::AllFeeds).lang(self.lang.0).numbers(&[i32::from(self.absolute)]);
        reads::whole(read, || self.listed_feeds())
    }

    fn listed_feeds(&self) -> Value {
        let view = |outlet: Outlet| {
            let Carried::Articles(of) = outlet.carried else { return None };
            let feed = Feed { lang: self.lang, of };
            let home = self.edition().feed_home(feed);
            let url = |format| outlet.url(Form::Feed(format)).map(|url| self.href(url)).unwrap_or_default();
            Some(map! {
                "of" => self.subject_name(of),
                "name" => self.feed_name(feed),
                "title" => self.feed_title(feed),
                "purpose" => self.feed_purpose(feed),
                "page_url" => home.map(|url| self.href(&url)).unwrap_or_default(),
                "rss_url" => url(Format::Rss),
                "atom_url" => url(Format::Atom),
                "json_url" => url(Format::Json),
            })
        };
        Value::from(self.edition().feed_outlets(self.lang).filter_map(view).collect::<Vec<_>>())
    }
}
