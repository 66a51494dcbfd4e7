//! When an event takes place: once, or as often as its rule says.

use super::{Event, Repeat};
use crate::time::{Moment, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// One time that an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its start.
    pub start: Moment,
    /// Its end, if that is known.
    pub end: Option<Moment>,
}

impl Occurrence {
    /// The instant from which it is over; what has no hour lasts its whole day.
    pub fn over_from(&self, zone: &Zone) -> Timestamp {
        let end = self.end.unwrap_or(self.start);
        let tomorrow = end.local.date().tomorrow().ok().filter(|_| !end.has_time);
        tomorrow.map_or(end.instant, |day| instant(day.into(), zone))
    }
}

impl Event {
    /// The event without anything but its days, as called off.
    pub(super) fn cancelled(&self) -> Event {
        let (date, start, end, repeat) = (self.date, self.start, self.end, self.repeat.clone());
        Event { date, start, end, repeat, cancelled: true, ..Event::default() }
    }

    /// The first time.
    pub fn first(&self) -> Option<Occurrence> {
        Some(Occurrence { start: self.start.or(self.date)?, end: self.end })
    }

    /// The time that is not over at `now`: the one going on, else the next.
    pub fn next(&self, now: Timestamp, zone: &Zone) -> Option<Occurrence> {
        let first = self.first()?;
        let Some(repeat) = &self.repeat else { return Some(first).filter(|first| first.over_from(zone) > now) };
        let start = first.start.local.date();
        let earliest = zone.local(now).date().checked_sub(days(&first)).unwrap_or(start);
        let times = repeat.dates(start, earliest.yesterday().unwrap_or(earliest)).map(|day| first.on(day, zone));
        times.into_iter().find(|time| time.over_from(zone) > now)
    }

    /// The day of the last time; none if it goes on for ever.
    pub fn last_day(&self) -> Option<Date> {
        let first = self.first()?;
        let start = first.start.local.date();
        let last = self.repeat.as_ref().map_or(Some(start), |repeat| Repeat::last(repeat, start))?;
        Some(last.checked_add(days(&first)).unwrap_or(last))
    }
}

/// How many days lie between a start and its end.
fn days(time: &Occurrence) -> jiff::Span {
    let end = time.end.unwrap_or(time.start);
    end.local.date() - time.start.local.date()
}

impl Occurrence {
    /// The same on another day, at the same hours of the clock.
    fn on(&self, day: Date, zone: &Zone) -> Occurrence {
        let moved = |moment: &Moment, day: Date| {
            let local = day.to_datetime(moment.local.time());
            let instant = instant(local, zone);
            // Clocks may skip that hour on that day.
            Moment { instant, local: zone.local(instant), has_time: moment.has_time }
        };
        let last = day.checked_add(days(self)).unwrap_or(day);
        Occurrence { start: moved(&self.start, day), end: self.end.map(|end| moved(&end, last)) }
    }
}

/// The instant of a local time; of two, the first, and of one that clocks skip, as if they did not.
fn instant(local: DateTime, zone: &Zone) -> Timestamp {
    let found = zone.rules().to_ambiguous_timestamp(local).compatible();
    // Only at the end of the calendar is there none.
    found.unwrap_or(if local.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Every;

    fn event(zone: &Zone) -> Event {
        let moment = |text: &str| Moment::parse(text, zone).unwrap();
        let repeat =
            Repeat { every: Every::Week, interval: 1, on: vec![], until: None, count: Some(40), except: vec![] };
        Event {
            start: Some(moment("2026-03-22T23:00")),
            end: Some(moment("2026-03-23T01:00")),
            repeat: Some(Box::new(repeat)),
            ..Event::default()
        }
    }

    #[test]
    fn the_one_going_on_is_the_next_until_it_is_over() {
        let jakarta = Zone::parse("Asia/Jakarta").unwrap();
        let event = event(&jakarta);
        let next = |now: &str| event.next(now.parse().unwrap(), &jakarta).map(|time| time.start.local.to_string());
        assert_eq!(next("2026-01-01T00:00:00+07:00").as_deref(), Some("2026-03-22T23:00:00"));
        assert_eq!(next("2026-03-23T00:59:59+07:00").as_deref(), Some("2026-03-22T23:00:00"));
        assert_eq!(next("2026-03-23T01:00:00+07:00").as_deref(), Some("2026-03-29T23:00:00"));
        assert_eq!(next("2026-12-22T01:00:00+07:00"), None);
        assert_eq!(event.last_day().map(|day| day.to_string()).as_deref(), Some("2026-12-21"));
    }

    #[test]
    fn an_event_keeps_its_hour_when_clocks_are_changed() {
        let berlin = Zone::parse("Europe/Berlin").unwrap();
        let next = event(&berlin).next("2026-03-25T00:00:00Z".parse().unwrap(), &berlin).unwrap();
        assert_eq!((next.start.local.hour(), next.start.instant.to_string()), (23, "2026-03-29T21:00:00Z".into()));
    }
}
