//! Dates, numbers, sizes and durations as readers of a language expect them.

use super::{Words, map};
use crate::content::Event;
use crate::time::{Moment, Zone};
use tera::Value;

/// A date in every form a template may want.
pub(super) fn date(moment: &Moment, words: &Words, zone: &Zone) -> Value {
    let local = moment.local;
    let day = day(moment, words, "date.day");
    let time = time(moment, words, zone);
    let long = if time.is_empty() {
        self::day(moment, words, "date.long")
    } else {
        words.fill("date.with_time", &[("date", &self::day(moment, words, "date.long")), ("time", &time)])
    };
    map! {
        "iso" => moment.rfc3339(zone),
        "long" => long,
        "day" => day,
        "short" => self::day(moment, words, "date.short"),
        "time" => time,
        "year" => i64::from(local.year()),
        "month" => i64::from(local.month()),
        "month_name" => words.item("date.months", index(local.month())),
    }
}

/// A date or nothing.
pub(super) fn optional(moment: Option<&Moment>, words: &Words, zone: &Zone) -> Value {
    moment.map_or_else(Value::none, |moment| date(moment, words, zone))
}

fn index(month: i8) -> usize {
    usize::try_from(month - 1).unwrap_or_default()
}

fn day(moment: &Moment, words: &Words, pattern: &str) -> String {
    let local = moment.local;
    let weekday = usize::try_from(local.weekday().to_monday_zero_offset()).unwrap_or_default();
    words.fill(
        pattern,
        &[
            ("weekday", words.item("date.weekdays", weekday)),
            ("day", &local.day().to_string()),
            ("month", words.item("date.months", index(local.month()))),
            ("month_short", words.item("date.months_short", index(local.month()))),
            ("year", &local.year().to_string()),
        ],
    )
}

/// `1 Sep 2022`.
pub(super) fn short(moment: &Moment, words: &Words) -> String {
    day(moment, words, "date.short")
}

/// `14.00`.
pub(super) fn clock(moment: &Moment, words: &Words) -> String {
    let (hour, minute) = (format!("{:02}", moment.local.hour()), format!("{:02}", moment.local.minute()));
    words.fill("date.clock", &[("hour", &hour), ("minute", &minute)])
}

/// `14.00 WIB`; empty for a day alone.
pub(super) fn time(moment: &Moment, words: &Words, zone: &Zone) -> String {
    if !moment.has_time {
        return String::new();
    }
    let (hour, minute) = (format!("{:02}", moment.local.hour()), format!("{:02}", moment.local.minute()));
    let zone = zone.abbreviation(moment.instant);
    words.fill("date.time", &[("hour", &hour), ("minute", &minute), ("zone", &zone)])
}

/// `Kamis, 1 September 2022, 14.00 WIB` as one text.
pub(super) fn sentence(moment: &Moment, words: &Words, zone: &Zone) -> String {
    let time = time(moment, words, zone);
    let day = day(moment, words, "date.long");
    if time.is_empty() { day } else { words.fill("date.with_time", &[("date", &day), ("time", &time)]) }
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
            let times = format!("{}–{}", clock(&start, words), time(&end, words, zone));
            words.fill("date.with_time", &[("date", &day(&start, words, "date.long")), ("time", &times)])
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
        let word = words.counted(&format!("duration.{unit}"), u64::from(*count)).unwrap_or(unit);
        super::words::fill(word, &[("count", &count.to_string())])
    };
    parts.iter().filter(|(_, count)| *count > 0).map(part).collect::<Vec<_>>().join(" ")
}

/// ISO 8601: `PT3M20S`.
pub(super) fn iso_duration(seconds: u32) -> String {
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
