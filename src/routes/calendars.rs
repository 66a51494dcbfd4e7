//! Where calendars stand: the site's, each unit's in its folder, each event's beside its page.

use super::build::{Builder, Origin, origin_of};
use super::{Calendar, Edition, Routes, What};
use crate::config::{Class, Config, Lang};
use crate::newsroom::{DocId, Newsroom};
use crate::path::{RelPath, UrlPath};

const NAME: &str = "agenda.ics";

impl Builder<'_> {
    /// A calendar without an event is none (RFC 5545, 3.6), so there is one only where there is any.
    pub(super) fn calendars(&mut self) {
        let (config, newsroom) = (self.config, self.newsroom);
        let of_many = Origin::Generated("kalender agenda", "the calendar of events");
        for lang in config.langs() {
            let events = newsroom.calendar(lang, None);
            if events.is_empty() {
                continue;
            }
            self.calendar(lang, Calendar::Site, of_many.clone());
            for id in events {
                self.calendar(lang, Calendar::Event(*id), origin_of(&newsroom.entry(*id).document));
            }
            for (unit, _) in newsroom.terms().filter(|(_, term)| term.class == Class::Unit) {
                if !newsroom.calendar(lang, Some(unit)).is_empty() {
                    self.calendar(lang, Calendar::Unit(unit), of_many.clone());
                }
            }
        }
    }

    fn calendar(&mut self, lang: Lang, calendar: Calendar, origin: Origin) {
        if let Some(url) = address(&self.routes, self.config, self.newsroom, lang, calendar) {
            self.add(url, What::Calendar(lang, calendar), origin);
        }
    }
}

impl Edition {
    /// The address of a calendar in a language, if there is one.
    pub fn calendar_url(&self, lang: Lang, calendar: Calendar) -> Option<UrlPath> {
        let url = address(&self.routes, &self.config, &self.newsroom, lang, calendar)?;
        let there = self.routes.find(&url)?;
        (there.what == What::Calendar(lang, calendar)).then_some(url)
    }

    /// The address of the calendar of a document's event, if it has one.
    pub fn event_calendar_url(&self, id: DocId) -> Option<UrlPath> {
        self.calendar_url(self.newsroom.entry(id).document.identity.lang, Calendar::Event(id))
    }
}

fn address(routes: &Routes, config: &Config, newsroom: &Newsroom, lang: Lang, calendar: Calendar) -> Option<UrlPath> {
    Some(match calendar {
        Calendar::Site => UrlPath::file(&RelPath::new(&format!("{}{NAME}", config.lang_prefix(lang)))),
        Calendar::Unit(unit) => routes.term(unit, lang)?.beside(NAME),
        Calendar::Event(id) => {
            let name = format!("{}.ics", newsroom.entry(id).document.slug());
            routes.document(id).beside(&name)
        }
    })
}
