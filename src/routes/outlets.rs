//! What readers and programs can subscribe to: every feed and calendar, by what it carries.

use super::{Calendar, Edition, Format, Subject};
use crate::config::{Class, Lang};
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
pub struct Outlet {
    /// What it carries.
    pub carried: Carried,
    /// In which forms, and where.
    pub forms: Vec<(Form, UrlPath)>,
}

impl Outlet {
    /// The address of one form, if it has that.
    pub fn url(&self, form: Form) -> Option<&UrlPath> {
        self.forms.iter().find(|(of, _)| *of == form).map(|(_, url)| url)
    }
}

impl Edition {
    /// Every feed and calendar of a language: the site's feed first, then those of its parts, then the
    /// calendars. Single events are no subscription.
    pub fn outlets(&self, lang: Lang) -> Vec<Outlet> {
        self.feed_outlets(lang).chain(self.calendar_outlets(lang)).collect()
    }

    /// Every feed of a language.
    pub fn feed_outlets(&self, lang: Lang) -> impl Iterator<Item = Outlet> + '_ {
        let own = self.routes.feeds().iter().filter(move |feed| feed.lang == lang);
        own.map(|feed| {
            let form = |format: Format| Some((Form::Feed(format), self.feed_url(*feed, format)?));
            Outlet { carried: Carried::Articles(feed.of), forms: Format::ALL.into_iter().filter_map(form).collect() }
        })
    }

    fn calendar_outlets(&self, lang: Lang) -> impl Iterator<Item = Outlet> + '_ {
        let units = self.newsroom.terms().filter(|(_, term)| term.class == Class::Unit);
        let calendars = std::iter::once(Calendar::Site).chain(units.map(|(unit, _)| Calendar::Unit(unit)));
        calendars.filter_map(move |calendar| {
            let url = self.calendar_url(lang, calendar)?;
            Some(Outlet { carried: Carried::Events(calendar), forms: vec![(Form::Calendar, url)] })
        })
    }
}
