//! Events as templates see them: when, how often, when next.

use super::{Scope, dates, map};
use crate::content::{Event, Every, Occurrence, On, Repeat};
use crate::newsroom::DocId;
use crate::time::Moment;
use jiff::civil::Date;
use tera::Value;

impl Scope {
    /// The event of a document. The names of the fields are a contract with themes.
    pub(super) fn event(&self, id: DocId, event: &Event) -> Value {
        let (words, zone) = (self.words(), &self.config().zone);
        let next = self.edition().newsroom.next_time(id, zone);
        let repeats = event.repeat.is_some();
        // Of an event that repeats, the time that matters is the next one.
        let shown = next.filter(|_| repeats).or(event.first());
        let shown = shown.map(|time| Event { start: Some(time.start), end: time.end, ..Event::default() });
        let optional = |moment: Option<&Moment>| dates::optional(moment, words, zone);
        let calendar = self.edition().event_calendar_url(id);
        map! {
            "date" => optional(event.date.as_ref()),
            "start" => optional(event.start.as_ref()),
            "end" => optional(event.end.as_ref()),
            "when" => shown.map(|event| dates::when(&event, words, zone)).unwrap_or_default(),
            "next" => optional(next.as_ref().map(|time| &time.start)),
            "repeat" => self.repeat(event).unwrap_or_default(),
            "place" => &*event.place,
            "delegation" => event.delegation,
            "cancelled" => event.cancelled,
            "moved_from" => optional(event.moved_from.as_ref()),
            "calendar_url" => calendar.map(|url| self.href(&url)).unwrap_or_default(),
        }
    }

    /// How an event repeats, in one sentence.
    pub(super) fn repeat(&self, event: &Event) -> Option<String> {
        let (repeat, first) = (event.repeat.as_deref()?, event.first()?);
        let words = self.words();
        let mut parts = vec![self.how_often(repeat, first.start.local.date()), self.hours(&first)];
        parts.extend(repeat.until.map(|day| words.fill("repeat.until", &[("date", &self.day(day))])));
        parts.extend(repeat.count.map(|count| words.fill("repeat.times", &[("count", &count.to_string())])));
        if !repeat.except.is_empty() {
            let days = repeat.except.iter().map(|day| self.day(*day)).collect();
            parts.push(words.fill("repeat.except", &[("dates", &self.list(days))]));
        }
        parts.retain(|part| !part.is_empty());
        Some(parts.join(", "))
    }

    /// `Setiap bulan pada Selasa pertama dan Selasa ketiga`.
    fn how_often(&self, repeat: &Repeat, start: Date) -> String {
        let days = match (repeat.every, repeat.on.as_slice()) {
            (Every::Week, []) => vec![self.on(On::Weekday(start.weekday()))],
            (Every::Month | Every::Year, []) => vec![self.on(On::Day(start.day()))],
            (_, on) => on.iter().map(|on| self.on(*on)).collect(),
        };
        let words = self.words();
        let month = words.item("date.months", usize::from(start.month().unsigned_abs()) - 1);
        let (count, days) = (repeat.interval.to_string(), self.list(days));
        let plural = if repeat.interval > 1 { "s" } else { "" };
        let key = format!("repeat.{}{plural}", repeat.every.name());
        words.fill(&key, &[("count", &count), ("days", &days), ("month", month)])
    }

    fn on(&self, on: On) -> String {
        let words = self.words();
        let weekday = |day: jiff::civil::Weekday| {
            words.item("date.weekdays", usize::try_from(day.to_monday_zero_offset()).unwrap_or_default())
        };
        match on {
            On::Weekday(day) => weekday(day).to_owned(),
            On::Nth(number, day) => match usize::try_from(number) {
                Ok(number) => {
                    let ordinal = words.item("repeat.ordinals", number.saturating_sub(1));
                    words.fill("repeat.nth", &[("ordinal", ordinal), ("weekday", weekday(day))])
                }
                Err(_) => words.fill("repeat.last", &[("weekday", weekday(day))]),
            },
            On::Day(day) => words.fill("repeat.day_of_month", &[("day", &day.to_string())]),
        }
    }

    /// `10.00–11.30 WIB`; empty for what lasts whole days.
    fn hours(&self, time: &Occurrence) -> String {
        let (words, zone) = (self.words(), &self.config().zone);
        let same_day = |end: &Moment| end.has_time && end.local.date() == time.start.local.date();
        match time.end.filter(same_day) {
            _ if !time.start.has_time => String::new(),
            None => dates::time(&time.start, words, zone),
            Some(end) => format!("{}–{}", dates::hour(&time.start, words), dates::time(&end, words, zone)),
        }
    }

    fn day(&self, day: Date) -> String {
        let local = day.into();
        dates::short(&Moment { instant: Default::default(), local, has_time: false }, self.words())
    }

    /// `a, b dan c`.
    fn list(&self, mut items: Vec<String>) -> String {
        match items.pop() {
            Some(last) if !items.is_empty() => {
                self.words().fill("repeat.and", &[("list", &items.join(", ")), ("last", &last)])
            }
            last => last.unwrap_or_default(),
        }
    }
}
