//! What readers and programs can subscribe to: every feed and calendar, by what it carries.

use super::{Calendar, Edition, Format, Subject, What};
use crate::config::Lang;
use crate::path::UrlPath;

/// What a feed or calendar carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Articles, or corrections of them.
    Articles(Subject),
    /// Events.
    Events(Calendar),
}

/// The form it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A feed.
    Feed(Format),
    /// iCalendar (RFC 5545).
    Calendar,
}

impl Form {
    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Form::Feed(format) => format.name(),
            Form::Calendar => "iCalendar",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Feed(format) => format.media_type(),
            Form::Calendar => "text/calendar",
        }
    }
}

/// Everything there is of one thing: the forms in which it comes, each with its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet<'a> {
    /// What it carries.
    pub carried: Carried,
    /// In which forms, and where.
    pub forms: Vec<(Form, &'a UrlPath)>,
}

impl Edition {
    /// Every feed and calendar of a language: the site's first, then those of its parts, in the order of
    /// the routes. Single events are no subscription.
    pub fn outlets(&self, lang: Lang) -> Vec<Outlet<'_>> {
        let mut outlets: Vec<Outlet<'_>> = Vec::new();
        for route in self.routes.iter() {
            let (carried, form) = match route.what {
                What::Feed(feed, format) if feed.lang == lang => (Carried::Articles(feed.of), Form::Feed(format)),
                What::Calendar(_, Calendar::Event(_)) => continue,
                What::Calendar(of, calendar) if of == lang => (Carried::Events(calendar), Form::Calendar),
                _ => continue,
            };
            match outlets.iter_mut().find(|outlet| outlet.carried == carried) {
                Some(outlet) => outlet.forms.push((form, &route.url)),
                None => outlets.push(Outlet { carried, forms: vec![(form, &route.url)] }),
            }
        }
        outlets.sort_by_key(|outlet| !matches!(outlet.carried, Carried::Articles(Subject::Site)));
        outlets
    }
}
