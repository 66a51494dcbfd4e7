//! The rule as editors write it, in Indonesian or English.

use super::{Every, On, Repeat, TIMES_MAX};
use crate::content::front::{choice, out_of_order};
use crate::data::{Placed, Reader};
use crate::diagnostic::{Code, Span};
use crate::text;
use crate::time::{Moment, Zone};
use jiff::civil::{Date, Weekday};

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("senin", "monday", Weekday::Monday),
    ("selasa", "tuesday", Weekday::Tuesday),
    ("rabu", "wednesday", Weekday::Wednesday),
    ("kamis", "thursday", Weekday::Thursday),
    ("jumat", "friday", Weekday::Friday),
    ("sabtu", "saturday", Weekday::Saturday),
    ("minggu", "sunday", Weekday::Sunday),
];

/// Reads the rule of an event that starts at `start`; none if it can't be followed.
pub(in crate::content) fn read(reader: &mut Reader<'_>, start: Option<&Placed<Moment>>, zone: &Zone) -> Option<Repeat> {
    let every = choice(reader, "every", &Every::NAMES);
    if every.is_none() && reader.entry("every").is_none() {
        reader.missing("every = \"week\"");
    }
    let on = reader.strings("on");
    let interval = times(reader, "interval");
    let until = reader.moment("until", zone);
    let count = times(reader, "count");
    let except = reader.moments("except", zone);
    if let (Some(until), Some(_)) = (&until, &count) {
        reader.report(
            Code::InvalidValue,
            until.span,
            text!("`until` dan `count` tidak dapat dipakai bersama", "`until` and `count` can't stand together"),
            Some(text!("pilih salah satu: hari terakhir atau jumlahnya", "choose one: the last day or the number")),
        );
    }
    let every = every?;
    let written: Vec<Option<On>> = on.iter().map(|day| self::on(reader, day, every)).collect();
    one_way(reader, &on, &written);
    let Some(start) = start else {
        // Without a start there is nothing to repeat; that it is missing may be known already.
        reader.report(
            Code::MissingField,
            reader.span(),
            text!("acara yang berulang butuh `event.start`", "an event that repeats needs `event.start`"),
            Some(text!("tulis kapan acara ini pertama kali diadakan", "write when it takes place the first time")),
        );
        return None;
    };
    let rule = Repeat {
        every,
        interval: interval.map_or(1, |interval| interval.value),
        on: written.into_iter().collect::<Option<_>>()?,
        until: until.as_ref().map(|until| until.value.local.date()),
        count: count.map(|count| count.value),
        except: except.iter().map(|day| day.value.local.date()).collect(),
    };
    let first = start.value.local.date();
    if let Some(until) = until.filter(|until| until.value.local.date() < first) {
        out_of_order(reader, until.span, "event.repeat.until", "event.start");
        return None;
    }
    starts_on_its_day(reader, &rule, start.span, first)?;
    for day in &except {
        is_one_of_its_days(reader, &rule, first, day);
    }
    Some(rule)
}

/// A number of times, from 1.
fn times(reader: &mut Reader<'_>, key: &'static str) -> Option<Placed<u32>> {
    let number = reader.count(key)?;
    if (1..=TIMES_MAX).contains(&number.value) {
        return Some(number);
    }
    reader.report(
        Code::InvalidValue,
        number.span,
        text!("`{key}` harus antara 1 dan {TIMES_MAX}", "`{key}` must lie between 1 and {TIMES_MAX}"),
        Some(text!("hapus kunci ini bila tidak diperlukan", "remove the key if it is not needed")),
    );
    None
}

/// Reads `selasa`, `selasa ke-1`, `jumat terakhir`, `tanggal 15`, or the same in English, each where
/// it makes sense.
fn on(reader: &mut Reader<'_>, written: &Placed<Box<str>>, every: Every) -> Option<On> {
    let found = parse(&written.value.to_lowercase());
    let fits = match found {
        Some(On::Weekday(_)) => every == Every::Week,
        Some(_) => matches!(every, Every::Month | Every::Year),
        None => false,
    };
    if fits {
        return found;
    }
    let (day, period) = (&written.value, every.name());
    let message = match found {
        Some(_) => {
            text!("`{day}` tidak cocok dengan every = \"{period}\"", "`{day}` does not go with every = \"{period}\"")
        }
        None => text!("`{day}` bukan hari yang dikenal", "`{day}` is no day that is known here"),
    };
    let help = match every {
        Every::Day => text!("hapus `on`: acara ini setiap hari", "remove `on`: it takes place every day"),
        Every::Week => text!("tulis misalnya \"selasa\"", "write, for example, \"tuesday\""),
        Every::Month | Every::Year => text!(
            "tulis misalnya \"selasa ke-1\", \"jumat terakhir\", atau \"tanggal 15\"",
            "write, for example, \"1st tuesday\", \"last friday\" or \"day 15\""
        ),
    };
    reader.report(Code::InvalidValue, written.span, message, Some(help));
    None
}

/// A rule counts a month's days in one way: calendars take both for days that are both.
fn one_way(reader: &mut Reader<'_>, on: &[Placed<Box<str>>], read: &[Option<On>]) {
    let is_day = |on: &Option<On>| matches!(on, Some(On::Day(_)));
    let first = read.first().map(is_day);
    let other = read.iter().position(|on| on.is_some() && Some(is_day(on)) != first);
    if let Some(other) = other.and_then(|other| on.get(other)) {
        reader.report(
            Code::InvalidValue,
            other.span,
            text!("hari pekan dan tanggal tidak dapat dicampur", "weekdays and days of the month can't be mixed"),
            Some(text!("buat naskah agenda sendiri untuk yang lain", "make a document of its own for the other")),
        );
    }
}

fn parse(text: &str) -> Option<On> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        [day] => weekday(day).map(On::Weekday),
        ["tanggal" | "day", number] => number.parse().ok().filter(|day| (1..=31).contains(day)).map(On::Day),
        [day, "terakhir"] | ["last", day] => Some(On::Nth(-1, weekday(day)?)),
        [day, number] if number.starts_with("ke-") => {
            let number = number.strip_prefix("ke-")?.parse().ok().filter(|number| (1..=5).contains(number))?;
            Some(On::Nth(number, weekday(day)?))
        }
        [number, day] => {
            let ordinals = ["1st", "2nd", "3rd", "4th", "5th"];
            let place = ordinals.iter().position(|ordinal| *ordinal == number)?;
            Some(On::Nth(i8::try_from(place + 1).ok()?, weekday(day)?))
        }
        _ => None,
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    let name = if name == "jum'at" { "jumat" } else { name };
    WEEKDAYS.iter().find(|(id, en, _)| [*id, *en].contains(&name)).map(|(_, _, weekday)| *weekday)
}

/// Calendars disagree on a start that is none of the rule's days, so there may be none.
fn starts_on_its_day(reader: &mut Reader<'_>, rule: &Repeat, span: Span, start: Date) -> Option<()> {
    let first = rule.scheduled(start, start).next();
    if first == Some(start) {
        return Some(());
    }
    reader.report(
        Code::InvalidValue,
        span,
        text!(
            "`event.start` ({start}) bukan salah satu hari acara yang berulang ini",
            "`event.start` ({start}) is none of the days on which this event repeats"
        ),
        Some(match first {
            Some(first) => text!("yang pertama sesudahnya {first}", "the first one after it is {first}"),
            None => text!("periksa `on`: hari itu tidak pernah ada", "look at `on`: there is no such day"),
        }),
    );
    None
}

fn is_one_of_its_days(reader: &mut Reader<'_>, rule: &Repeat, start: Date, day: &Placed<Moment>) {
    let date = day.value.local.date();
    let near = rule.scheduled(start, date).next();
    if near == Some(date) {
        return;
    }
    reader.report(
        Code::InvalidValue,
        day.span,
        text!("acara ini memang tidak diadakan pada {date}", "this event does not take place on {date} anyway"),
        Some(match near {
            Some(near) => text!("yang terdekat sesudahnya {near}", "the next one after it is {near}"),
            None => text!("hapus dari `except`", "remove it from `except`"),
        }),
    );
}
