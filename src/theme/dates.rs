//! Dates, numbers, sizes and durations as readers of a language expect them.

use super::{Words, map};
use crate::content::Event;
use crate::time::{Moment, Zone, push_number};
use tera::Value;

/// A date in every form a template may want.
pub(super) fn date(moment: &Moment, words: &Words, zone: &Zone) -> Value {
    let day = Day::new(moment, words);
    let time = time(moment, words, zone);
    let long = day.shown("date.long");
    map! {
        "iso" => moment.rfc3339(zone),
        "long" => if time.is_empty() { long } else { with_time(&long, &time, words) },
        "day" => day.shown("date.day"),
        "short" => day.shown("date.short"),
        "time" => time,
        "year" => i64::from(moment.local.year()),
        "month" => i64::from(moment.local.month()),
        "month_name" => day.month,
    }
}

/// A date or nothing.
pub(super) fn optional(moment: Option<&Moment>, words: &Words, zone: &Zone) -> Value {
    moment.map_or_else(Value::none, |moment| date(moment, words, zone))
}

fn index(month: i8) -> usize {
    usize::try_from(month - 1).unwrap_or_default()
}

/// What the patterns of a day are filled with.
struct Day<'a> {
    words: &'a Words,
    weekday: &'a str,
    day: String,
    month: &'a str,
    month_short: &'a str,
    year: String,
}

impl<'a> Day<'a> {
    fn new(moment: &Moment, words: &'a Words) -> Day<'a> {
        let local = moment.local;
        let weekday = usize::try_from(local.weekday().to_monday_zero_offset()).unwrap_or_default();
        Day {
            words,
            weekday: words.item("date.weekdays", weekday),
            day: number_text(local.day().unsigned_abs().into(), 1),
            month: words.item("date.months", index(local.month())),
            month_short: words.item("date.months_short", index(local.month())),
            year: number_text(local.year().unsigned_abs(), 1),
        }
    }

    fn shown(&self, pattern: &str) -> String {
        let values = [
            ("weekday", self.weekday),
            ("day", &self.day),
            ("month", self.month),
            ("month_short", self.month_short),
            ("year", &self.year),
        ];
        self.words.fill(pattern, &values)
    }
}

/// A number of at least `width` digits.
fn number_text(number: u16, width: usize) -> String {
    let mut text = String::with_capacity(4);
    push_number(&mut text, number, width);
    text
}

fn with_time(day: &str, time: &str, words: &Words) -> String {
    words.fill("date.with_time", &[("date", day), ("time", time)])
}

/// `1 Sep 2022`.
pub(super) fn short(moment: &Moment, words: &Words) -> String {
    Day::new(moment, words).shown("date.short")
}

/// `14.00`.
pub(super) fn hour(moment: &Moment, words: &Words) -> String {
    clock(moment, "date.clock", "", words)
}

/// `14.00 WIB`; empty for a day alone.
pub(super) fn time(moment: &Moment, words: &Words, zone: &Zone) -> String {
    if !moment.has_time {
        return String::new();
    }
    let zone = zone.abbreviation(moment.instant);
    clock(moment, "date.time", &zone, words)
}

fn clock(moment: &Moment, pattern: &str, zone: &str, words: &Words) -> String {
    let two = |number: i8| number_text(number.unsigned_abs().into(), 2);
    let (hour, minute) = (two(moment.local.hour()), two(moment.local.minute()));
    words.fill(pattern, &[("hour", &hour), ("minute", &minute), ("zone", zone)])
}

/// `Kamis, 1 September 2022, 14.00 WIB` as one text.
pub(super) fn sentence(moment: &Moment, words: &Words, zone: &Zone) -> String {
    let time = time(moment, words, zone);
    let day = Day::new(moment, words).shown("date.long");
    if time.is_empty() { day } else { with_time(&day, &time, words) }
}

/// `September 2022`.
pub(super) fn month(year: i16, month: i8, words: &Words) -> String {
    words.fill("date.month", &[("month", words.item("date.months", index(month))), ("year", &year.to_string())])
}

/// From when to when an event takes place, in one sentence.
pub(super) fn when(event: &Event, words: &Words, zone: &Zone) -> String {
    let (start, end) = (event.start.or(event.date), event.end);
    match (start, end) {
        (Some(start), Some(end)) if start.local.date() == end.local.date() && start.has_time && end.has_time => {
            let times = format!("{}–{}", clock(&start, "date.clock", "", words), time(&end, words, zone));
            with_time(&Day::new(&start, words).shown("date.long"), &times, words)
        }
        // A last day says nothing that the start has not said.
        (Some(start), Some(end)) if start.local.date() == end.local.date() && !end.has_time => {
            sentence(&start, words, zone)
        }
        (Some(start), Some(end)) => {
            format!("{} – {}", sentence(&start, words, zone), sentence(&end, words, zone))
        }
        (Some(moment), None) | (None, Some(moment)) => sentence(&moment, words, zone),
        (None, None) => String::new(),
    }
}

/// `3 menit 20 detik`.
pub(super) fn duration(seconds: u32, words: &Words) -> String {
    let parts = [("hours", seconds / 3600), ("minutes", seconds / 60 % 60), ("seconds", seconds % 60)];
    let part = |(unit, count): &(&str, u32)| {
        let filled = words.filled(&format!("duration.{unit}"), Some((*count).into()), &[("count", count.to_string())]);
        filled.unwrap_or_else(|| (*unit).to_owned())
    };
    parts.iter().filter(|(_, count)| *count > 0).map(part).collect::<Vec<_>>().join(" ")
}

/// ISO 8601: `PT3M20S`.
pub(crate) fn iso_duration(seconds: u32) -> String {
    let parts = [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    let shown = parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}"));
    format!("PT{}", shown.collect::<String>())
}

/// `1.234,5` in Indonesian, `1,234.5` in English.
pub(super) fn number(value: f64, words: &Words) -> String {
    let (decimal, group) = (words.get("number.decimal").unwrap_or(","), words.get("number.group").unwrap_or("."));
    let text = format!("{}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{decimal}{fraction}") }
}

/// `1,2 MB`: decimal units, one place after the comma.
pub(super) fn size(bytes: u64, words: &Words) -> String {
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)];
    let value = bytes as f64;
    match units.iter().find(|(_, factor)| value >= *factor) {
        Some((unit, factor)) => format!("{} {unit}", number((value / factor * 10.0).round() / 10.0, words)),
        None => format!("{bytes} B"),
    }
}
