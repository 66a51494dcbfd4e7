//! Calendars (RFC 5545, with the names and refresh times of RFC 7986): what is to come, for those
//! who would rather have it between their own appointments.
//!
//! Every date comes from the content, DTSTAMP too: without a METHOD it says when the event was last
//! revised (3.8.7.2). There is no ORGANIZER: an event that nobody is invited to by name may have none
//! (3.8.4.3); whom to ask stands in CONTACT.

mod lines;
mod zone;

use crate::content::{Event, Every, Occurrence, On, Repeat};
use crate::newsroom::{DocId, Entry};
use crate::routes::{Calendar, Route};
use crate::theme::Scope;
use crate::time::{Moment, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use lines::{Lines, clock, day, utc};

/// The last year for which the changes of a zone are listed, when an event goes on for ever.
const HORIZON: Date = Date::constant(2100, 1, 1);

/// The calendar at a route. The scope's addresses must be absolute.
pub(super) fn render(scope: &Scope, of: Calendar, route: &Route) -> Vec<u8> {
    let newsroom = &scope.edition().newsroom;
    let one;
    let events: &[DocId] = match of {
        Calendar::Site => newsroom.calendar(scope.lang, None),
        Calendar::Unit(unit) => newsroom.calendar(scope.lang, Some(unit)),
        Calendar::Event(id) => {
            one = [id];
            &one
        }
    };
    let mut lines = Lines::new();
    lines.component("VCALENDAR", |lines| {
        lines.line("VERSION", "2.0");
        lines.line("PRODID", "-//warta//agenda//ID");
        lines.line("CALSCALE", "GREGORIAN");
        if !matches!(of, Calendar::Event(_)) {
            let name = name(scope, of);
            lines.text("NAME", &name);
            lines.text("X-WR-CALNAME", &name);
            lines.line("SOURCE;VALUE=URI", &scope.href(&route.url));
            lines.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        }
        timezone(scope, events, lines);
        for id in events {
            if let Some(event) = scope.entry(*id).document.front.event.as_deref() {
                lines.component("VEVENT", |lines| self::event(scope, *id, event, lines));
            }
        }
    });
    lines.finish()
}

fn name(scope: &Scope, of: Calendar) -> String {
    let config = scope.config();
    let agenda = config.kind_named("agenda").map(|kind| scope.section(kind).plural().to_owned()).unwrap_or_default();
    match of {
        Calendar::Unit(unit) => format!("{}: {agenda} – {}", config.title, scope.term_name(unit)),
        _ => format!("{}: {agenda}", config.title),
    }
}

/// The zone's rules for the time in which the events lie, if any of them has an hour.
fn timezone(scope: &Scope, events: &[DocId], lines: &mut Lines) {
    let zone = &scope.config().zone;
    let timed = |id: &DocId| {
        let event = scope.entry(*id).document.front.event.as_deref()?;
        event.start.filter(|start| start.has_time).map(|start| (start.instant, event.last_day().unwrap_or(HORIZON)))
    };
    let times: Vec<(Timestamp, Date)> = events.iter().filter_map(timed).collect();
    let first = times.iter().map(|(start, _)| *start).min();
    let last = times.iter().map(|(_, last)| *last).max();
    if let (Some(first), Some(last)) = (first, last)
        && *zone.rules() != TimeZone::UTC
    {
        zone::write(lines, zone, first, end_of_day(last, zone));
    }
}

fn event(scope: &Scope, id: DocId, event: &Event, lines: &mut Lines) {
    let (entry, zone) = (scope.entry(id), &scope.config().zone);
    let front = &entry.document.front;
    lines.text("UID", &uid(scope, entry));
    let changed = entry.changed().map_or(Timestamp::UNIX_EPOCH, |moment| moment.instant);
    lines.utc("DTSTAMP", changed);
    if let Some(time) = event.start.and(event.first()) {
        times(&time, event, zone, lines);
    }
    lines.text("SUMMARY", &front.title);
    lines.text("DESCRIPTION", &front.summary);
    lines.text("LOCATION", &event.place);
    lines.line("URL", &scope.document_href(id));
    lines.texts("CATEGORIES", entry.topics.iter().map(|topic| scope.term_name(*topic)));
    lines.text("CONTACT", &contact(scope, entry));
    let off = event.cancelled || entry.is_withdrawn();
    lines.line("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
    lines.line("SEQUENCE", &(front.changes.len() + usize::from(off)).to_string());
    if let Some(published) = entry.moment() {
        lines.utc("CREATED", published.instant);
    }
    lines.utc("LAST-MODIFIED", changed);
}

/// From the content path, which outlives a changed headline, slug or day.
fn uid(scope: &Scope, entry: &Entry) -> String {
    let config = scope.config();
    format!("{}{}@{}", config.lang_prefix(scope.lang), entry.document.identity.id, config.host())
}

fn times(time: &Occurrence, event: &Event, zone: &Zone, lines: &mut Lines) {
    let timed = time.start.has_time;
    let start = clock(&time.start, timed);
    // What has no hour lasts its whole day, and an end is the first moment after.
    let next_day = |day: Date| day.tomorrow().unwrap_or(day).into();
    let end = match time.end {
        Some(end) if timed && end.has_time => Some(end.local),
        Some(end) => Some(next_day(end.local.date())),
        None if timed => None,
        None => Some(next_day(start.date())),
    };
    // What the clocks alone would not tell. A rule needs the zone's clocks, whatever its first time.
    let told_by_clocks = |moment: &Moment| !timed || event.repeat.is_some() || zone.tells(moment);
    if told_by_clocks(&time.start) {
        lines.local("DTSTART", [start].into_iter(), timed, zone);
    } else {
        lines.utc("DTSTART", time.start.instant);
    }
    match time.end.filter(|end| end.has_time && !told_by_clocks(end)) {
        Some(end) => lines.utc("DTEND", end.instant),
        None => lines.local("DTEND", end.into_iter().filter(|end| *end > start), timed, zone),
    }
    if let Some(repeat) = &event.repeat {
        lines.line("RRULE", &rule(repeat, start.date(), timed, zone));
        lines.local("EXDATE", repeat.except.iter().map(|day| day.to_datetime(start.time())), timed, zone);
    }
}

fn rule(repeat: &Repeat, start: Date, timed: bool, zone: &Zone) -> String {
    let frequency = match repeat.every {
        Every::Day => "DAILY",
        Every::Week => "WEEKLY",
        Every::Month => "MONTHLY",
        Every::Year => "YEARLY",
    };
    let mut rule = format!("FREQ={frequency}");
    let mut part = |name: &str, value: String| {
        if !value.is_empty() {
            rule.push_str(&format!(";{name}={value}"));
        }
    };
    part("UNTIL", repeat.until.map(|last| until(last, timed, zone)).unwrap_or_default());
    part("COUNT", repeat.count.map(|count| count.to_string()).unwrap_or_default());
    part("INTERVAL", if repeat.interval > 1 { repeat.interval.to_string() } else { String::new() });
    let in_month = repeat.every == Every::Year && !repeat.on.is_empty();
    part("BYMONTH", if in_month { start.month().to_string() } else { String::new() });
    let days = repeat.on.iter().filter_map(|on| match on {
        On::Weekday(weekday) => Some(short(*weekday).to_owned()),
        On::Nth(number, weekday) => Some(format!("{number}{}", short(*weekday))),
        On::Day(_) => None,
    });
    part("BYDAY", days.collect::<Vec<_>>().join(","));
    let days = repeat.on.iter().filter_map(|on| if let On::Day(day) = on { Some(day.to_string()) } else { None });
    part("BYMONTHDAY", days.collect::<Vec<_>>().join(","));
    rule
}

/// The last moment at which it may begin; in UTC where the start has an hour (3.3.10).
fn until(last: Date, timed: bool, zone: &Zone) -> String {
    if timed { utc(end_of_day(last, zone)) } else { day(last.into()) }
}

fn end_of_day(day: Date, zone: &Zone) -> Timestamp {
    let last = day.to_datetime(Time::constant(23, 59, 59, 0));
    zone.rules().to_ambiguous_timestamp(last).compatible().unwrap_or(Timestamp::MAX)
}

fn short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// The document's own contact, else its first unit's.
fn contact(scope: &Scope, entry: &Entry) -> String {
    if entry.is_withdrawn() {
        return String::new();
    }
    let unit = entry.units.first().copied();
    let page = unit.and_then(|unit| scope.edition().newsroom.term(unit).nearest_document(scope.lang));
    let of_unit = page.and_then(|id| scope.entry(id).document.front.contact.as_deref());
    let contact = entry.document.front.contact.as_deref().or(of_unit);
    let unit = unit.map(|unit| scope.term_name(unit));
    let parts = contact.map(|contact| [&*contact.name, &*contact.phone, &*contact.email]).into_iter().flatten();
    unit.into_iter().chain(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
