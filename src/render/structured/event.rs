//! Events (schema.org Event, Schedule): those that calendars carry too.

use super::day_or_time;
use super::image::{self, Image};
use super::is_silent;
use super::organization::{self, Organization};
use crate::content::{Event, Every, On, Repeat};
use crate::newsroom::DocId;
use crate::theme::Scope;
use crate::time::Moment;
use jiff::civil::Weekday;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Event", rename_all = "camelCase")]
pub(super) struct EventThing {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    description: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    in_language: String,
    #[serde(skip_serializing_if = "is_silent")]
    start_date: String,
    #[serde(skip_serializing_if = "is_silent")]
    end_date: String,
    #[serde(skip_serializing_if = "is_silent")]
    previous_start_date: String,
    event_status: &'static str,
    event_attendance_mode: &'static str,
    #[serde(skip_serializing_if = "is_silent")]
    event_schedule: Option<Schedule>,
    #[serde(skip_serializing_if = "is_silent")]
    location: Option<Place>,
    #[serde(skip_serializing_if = "is_silent")]
    organizer: Vec<Organization>,
    #[serde(skip_serializing_if = "is_silent")]
    image: Vec<Image>,
}

/// A place by its name, which is its address as well: newsrooms write both into one line.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(super) struct Place {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    address: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Schedule", rename_all = "camelCase")]
struct Schedule {
    #[serde(skip_serializing_if = "is_silent")]
    start_date: String,
    #[serde(skip_serializing_if = "is_silent")]
    end_date: String,
    #[serde(skip_serializing_if = "is_silent")]
    start_time: String,
    #[serde(skip_serializing_if = "is_silent")]
    end_time: String,
    #[serde(skip_serializing_if = "is_silent")]
    schedule_timezone: String,
    #[serde(skip_serializing_if = "is_silent")]
    repeat_frequency: String,
    #[serde(skip_serializing_if = "is_silent")]
    repeat_count: Option<u32>,
    #[serde(skip_serializing_if = "is_silent")]
    by_day: Vec<String>,
    #[serde(skip_serializing_if = "is_silent")]
    by_month_day: Vec<i8>,
    #[serde(skip_serializing_if = "is_silent")]
    by_month: Option<i8>,
    #[serde(skip_serializing_if = "is_silent")]
    except_date: Vec<String>,
}

impl Place {
    /// A place; none for no name.
    pub(super) fn named(name: &str) -> Option<Place> {
        (!name.is_empty()).then(|| Place { name: name.to_owned(), address: name.to_owned() })
    }
}

/// The event of a document; none without a start, as in calendars.
pub(super) fn of(scope: &Scope, id: DocId) -> Option<EventThing> {
    let entry = scope.entry(id);
    let (document, front) = (&entry.document, &entry.document.front);
    let event = front.event.as_deref().filter(|event| event.start.is_some())?;
    // Of an event that repeats, the time that matters is the next one.
    let next = || scope.edition().newsroom.next_time(id, &scope.config().zone);
    let time = event.repeat.as_ref().and_then(|_| next()).or(event.first())?;
    let written = |moment: &Moment| day_or_time(scope, moment);
    let units = entry.units.iter().map(|unit| organization::named_unit(scope, *unit));
    let status = match (event.cancelled, event.moved_from.is_some()) {
        (true, _) => "https://schema.org/EventCancelled",
        (false, true) => "https://schema.org/EventRescheduled",
        (false, false) => "https://schema.org/EventScheduled",
    };
    Some(EventThing {
        name: front.title.to_string(),
        description: front.summary.to_string(),
        url: scope.document_href(id),
        in_language: scope.config().language(document.identity.lang).code.to_string(),
        start_date: written(&time.start),
        end_date: time.end.as_ref().map(written).unwrap_or_default(),
        previous_start_date: event.moved_from.as_ref().map(written).unwrap_or_default(),
        event_status: status,
        event_attendance_mode: "https://schema.org/OfflineEventAttendanceMode",
        event_schedule: event.repeat.as_deref().map(|repeat| schedule(scope, event, repeat)),
        location: Place::named(&event.place),
        organizer: match entry.units.is_empty() {
            true => vec![organization::publisher(scope)],
            false => units.collect(),
        },
        image: image::of(scope, id),
    })
}

fn schedule(scope: &Scope, event: &Event, repeat: &Repeat) -> Schedule {
    let hour = |moment: Option<&Moment>| {
        moment.filter(|moment| moment.has_time).map(|moment| moment.local.time().strftime("%H:%M:%S").to_string())
    };
    let start = event.start.as_ref();
    let unit = match repeat.every {
        Every::Day => 'D',
        Every::Week => 'W',
        Every::Month => 'M',
        Every::Year => 'Y',
    };
    let by_day = repeat.on.iter().filter_map(|on| match on {
        On::Weekday(day) => Some(format!("https://schema.org/{}", weekday(*day))),
        // The form of RFC 5545, which schema.org takes for a month's first, second … such day.
        On::Nth(number, day) => Some(format!("{number}{}", weekday(*day)[..2].to_uppercase())),
        On::Day(_) => None,
    });
    let by_month_day = repeat.on.iter().filter_map(|on| if let On::Day(day) = on { Some(*day) } else { None });
    Schedule {
        start_date: start.map(|start| start.local.date().to_string()).unwrap_or_default(),
        end_date: repeat.until.map(|day| day.to_string()).unwrap_or_default(),
        start_time: hour(start).unwrap_or_default(),
        end_time: hour(event.end.as_ref()).unwrap_or_default(),
        schedule_timezone: scope.config().zone.name().to_owned(),
        repeat_frequency: format!("P{}{unit}", repeat.interval.max(1)),
        repeat_count: repeat.count,
        by_day: by_day.collect(),
        by_month_day: by_month_day.collect(),
        by_month: start.filter(|_| repeat.every == Every::Year).map(|start| start.local.month()),
        except_date: repeat.except.iter().map(|day| day.to_string()).collect(),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
