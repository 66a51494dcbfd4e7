//! Why a text is no date, and the date that was most likely meant.
//!
//! Reads what people write: `1 September 2022 pukul 14.00 WIB`, `31/02/2026`, `9:00`. Nothing of it
//! is ever taken for a date; it only makes the help exact.

use jiff::civil::Date;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// All zeros, such as `00/00/0000` or a month 0.
    Zero,
    /// A day that the month does not have.
    NoDay {
        /// The month, from 1.
        month: i8,
        /// The year.
        year: i16,
        /// The last day that the month has.
        last: i8,
        /// The text with that day.
        better: String,
    },
    /// A month beyond the twelfth; where day and month change places, what comes of it.
    NoMonth(i32, Option<String>),
    /// A time that no clock shows, and the instant as it is written if there is one.
    NoTime(String, Option<String>),
    /// An offset that no zone has.
    NoOffset,
    /// A local time that the zone's clocks skip or show twice.
    NeedsOffset,
    /// Another notation: what is otherwise about it, and how it is written.
    Notation(Option<DateSlip>, Option<String>),
}

impl DateFault {
    /// The same where it is known which day a time without one is of.
    pub fn on(self, day: Option<Date>) -> DateFault {
        match (self, day) {
            (DateFault::Notation(Some(DateSlip::NoDate(time)), None), Some(day)) => {
                let better = format!("{day}{time}");
                DateFault::Notation(Some(DateSlip::NoDate(time)), Some(better))
            }
            (fault, _) => fault,
        }
    }
}

/// How a date in another notation differs from ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateSlip {
    /// A time without its day; the time as it is written.
    NoDate(String),
    /// A month by its name.
    MonthName,
    /// The day before the month.
    DayFirst,
    /// Numbers of one digit: `2026-9-1`.
    ShortDate,
    /// An hour of one digit.
    ShortHour,
    /// `14.00`.
    DotInTime,
    /// A zone by its name: that name, and its offset.
    ZoneName(String, &'static str),
}

/// The names of months in Indonesian and in English, and how else they are begun.
const MONTHS: [(&str, &str, &[&str]); 12] = [
    ("Januari", "January", &["jan"]),
    ("Februari", "February", &["feb", "peb"]),
    ("Maret", "March", &["mar"]),
    ("April", "April", &["apr"]),
    ("Mei", "May", &["mei", "may"]),
    ("Juni", "June", &["jun"]),
    ("Juli", "July", &["jul"]),
    ("Agustus", "August", &["agu", "agt", "aug"]),
    ("September", "September", &["sep"]),
    ("Oktober", "October", &["okt", "oct"]),
    ("November", "November", &["nov", "nop"]),
    ("Desember", "December", &["des", "dec"]),
];

/// Zones by the names that follow a time.
const ZONES: [(&str, &str); 5] =
    [("WIB", "+07:00"), ("WITA", "+08:00"), ("WIT", "+09:00"), ("UTC", "+00:00"), ("GMT", "+00:00")];

/// A month's name in Indonesian and in English.
pub fn month_name(month: i8) -> (&'static str, &'static str) {
    let index = usize::try_from(month - 1).unwrap_or_default();
    MONTHS.get(index).map_or(("", ""), |(id, en, _)| (id, en))
}

/// Why `text`, which is no date in our notation, is none.
pub(super) fn fault(text: &str) -> DateFault {
    let digits = text.chars().take_while(|c| c.is_ascii_digit() || "-/. ".contains(*c));
    let digits: String = digits.filter(char::is_ascii_digit).collect();
    if digits.len() >= 6 && digits.bytes().all(|b| b == b'0') {
        return DateFault::Zero;
    }
    let written = Written::read(text);
    // `10:00 PM` is not ten o'clock: what was not understood must not get lost on the way.
    if written.more {
        return DateFault::Notation(None, None);
    }
    let time = match &written.time {
        Some(time) => match time.iso() {
            Some(iso) => iso,
            None if written.day.is_some() => return no_time(&written, time),
            None => return DateFault::NoTime(time.text.clone(), None),
        },
        None => String::new(),
    };
    let offset = written.offset();
    let Some(day) = written.day else {
        return match time.is_empty() {
            true => DateFault::Notation(None, None),
            false => DateFault::Notation(Some(DateSlip::NoDate(format!("{time}{offset}"))), None),
        };
    };
    if day.year == 0 || day.month == 0 || day.day == 0 {
        return DateFault::Zero;
    }
    let with_time = |date: Date| format!("{date}{time}{offset}");
    let Some(month) = i8::try_from(day.month).ok().filter(|month| *month <= 12) else {
        let swapped = date(day.year, day.day, day.month).map(with_time);
        return DateFault::NoMonth(day.month, swapped);
    };
    let Some(first) = date(day.year, day.month, 1) else { return DateFault::Notation(None, None) };
    match date(day.year, day.month, day.day) {
        None => {
            let last = first.last_of_month();
            DateFault::NoDay { month, year: first.year(), last: last.day(), better: with_time(last) }
        }
        Some(_) if written.zone.as_ref().is_some_and(|zone| zone.impossible) => DateFault::NoOffset,
        Some(date) => DateFault::Notation(written.slip(&day), Some(with_time(date))),
    }
}

/// A time beyond those of a day; midnight at its end is the next day's.
fn no_time(written: &Written, time: &Clock) -> DateFault {
    let next = || {
        let day = written.day.filter(|_| (time.hour, time.minute, time.second.unwrap_or(0)) == (24, 0, 0))?;
        let next = date(day.year, day.month, day.day)?.tomorrow().ok()?;
        Some(format!("{next}T00:00{}{}", if written.zone.is_some() { ":00" } else { "" }, written.offset()))
    };
    DateFault::NoTime(time.text.clone(), next())
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// A date and a time as people write them, not checked against calendar and clock.
#[derive(Default)]
struct Written {
    day: Option<Day>,
    time: Option<Clock>,
    zone: Option<ZoneWord>,
    /// Whether there is a word that means nothing here, such as `PM` or `malam`.
    more: bool,
}

/// Words that say nothing about when.
const IDLE: [&str; 23] = [
    "pukul",
    "pkl",
    "pkl.",
    "jam",
    "hari",
    "tanggal",
    "tgl",
    "tgl.",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "jum'at",
    "sabtu",
    "minggu",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

#[derive(Clone, Copy)]
struct Day {
    year: i32,
    month: i32,
    day: i32,
    slip: Option<DaySlip>,
}

#[derive(Clone, Copy)]
enum DaySlip {
    Name,
    DayFirst,
    Short,
}

struct Clock {
    text: String,
    hour: u32,
    minute: u32,
    second: Option<u32>,
    /// Whether the hour has two digits.
    full: bool,
    dotted: bool,
}

struct ZoneWord {
    /// The name, if it is one.
    name: Option<(String, &'static str)>,
    /// The offset as it is to be written.
    offset: String,
    impossible: bool,
}

impl Written {
    fn read(text: &str) -> Written {
        let mut written = Written::default();
        // `T` between day and time is a blank like any other; a comma is nothing.
        let bytes = text.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let parted = |(at, c): (usize, char)| match c {
            'T' | 't' if at > 0 && is_digit(at - 1) && is_digit(at + 1) => ' ',
            ',' | '(' | ')' => ' ',
            other => other,
        };
        let parted: String = text.char_indices().map(parted).collect();
        let words: Vec<&str> = parted.split_whitespace().collect();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let (word, zone) = split_offset(word);
            if zone.is_some() {
                written.zone = zone;
            }
            if let Some(zone) = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)) {
                let name = Some((zone.0.to_owned(), zone.1));
                written.zone = Some(ZoneWord { name, offset: zone.1.to_owned(), impossible: false });
            } else if written.day.is_none()
                && let Some(day) = Day::of_word(word)
            {
                written.day = Some(day);
            } else if written.day.is_none()
                && let [day, month, year, ..] = words[at..]
                && let Some(day) = Day::of_words(day, month, year)
            {
                written.day = Some(day);
                at += 2;
            } else {
                let time = Clock::read(word).filter(|_| written.time.is_none());
                let idle = word.is_empty() || IDLE.iter().any(|known| known.eq_ignore_ascii_case(word));
                written.more |= time.is_none() && !idle;
                written.time = written.time.or(time);
            }
            at += 1;
        }
        written
    }

    /// The offset as it is to be written; none without a time.
    fn offset(&self) -> &str {
        match (&self.time, &self.zone) {
            (Some(_), Some(zone)) => &zone.offset,
            _ => "",
        }
    }

    /// What is to be said of the notation; what matters most first.
    fn slip(&self, day: &Day) -> Option<DateSlip> {
        let time = self.time.as_ref();
        match day.slip {
            Some(DaySlip::Name) => return Some(DateSlip::MonthName),
            Some(DaySlip::DayFirst) => return Some(DateSlip::DayFirst),
            Some(DaySlip::Short) => return Some(DateSlip::ShortDate),
            None => {}
        }
        if time.is_some_and(|time| time.dotted) {
            return Some(DateSlip::DotInTime);
        }
        if time.is_some_and(|time| !time.full) {
            return Some(DateSlip::ShortHour);
        }
        let (name, offset) = self.zone.as_ref()?.name.clone()?;
        Some(DateSlip::ZoneName(name, offset))
    }
}

impl Day {
    /// `2026-9-1`, `01/09/2022`, `1-Sep-2022`.
    fn of_word(word: &str) -> Option<Day> {
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let [first, month, last] = parts[..] else { return None };
        if first.len() == 4 {
            let (year, month, day) = (number(first)?, number(month)?, number(last)?);
            let ours = word.len() == 10 && word.bytes().filter(|byte| *byte == b'-').count() == 2;
            return Some(Day { year, month, day, slip: (!ours).then_some(DaySlip::Short) });
        }
        Day::of_words(first, month, last)
    }

    /// `1`, `September` or `9`, `2022`.
    fn of_words(day: &str, month: &str, year: &str) -> Option<Day> {
        let (day, year) = (number(day)?, number(year).filter(|_| year.len() == 4)?);
        let lower = month.to_lowercase();
        let named = MONTHS.iter().position(|(_, _, starts)| starts.iter().any(|start| lower.starts_with(start)));
        match (number(month), named) {
            (Some(month), _) => Some(Day { year, month, day, slip: Some(DaySlip::DayFirst) }),
            (None, Some(index)) => {
                Some(Day { year, month: i32::try_from(index + 1).ok()?, day, slip: Some(DaySlip::Name) })
            }
            (None, None) => None,
        }
    }
}

fn number(text: &str) -> Option<i32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// A word without the offset at its end, `14:00+07:00`.
fn split_offset(word: &str) -> (&str, Option<ZoneWord>) {
    let zone = |offset: String, impossible| Some(ZoneWord { name: None, offset, impossible });
    if let Some(clock) = word.strip_suffix(['Z', 'z']).filter(|clock| clock.ends_with(|c: char| c.is_ascii_digit())) {
        return (clock, zone("Z".to_owned(), false));
    }
    let Some(at) = word.rfind(['+', '-']).filter(|at| word[..*at].contains(':') || *at == 0) else {
        return (word, None);
    };
    let digits: String = word[at + 1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<u32>().unwrap_or(99), 0),
        4 => (digits[..2].parse().unwrap_or(99), digits[2..].parse().unwrap_or(99)),
        _ => return (word, None),
    };
    let sign = &word[at..=at];
    (&word[..at], zone(format!("{sign}{hours:02}:{minutes:02}"), hours > 14 || minutes > 59))
}

impl Clock {
    /// `9:00`, `14.00`, `14:00:30`.
    fn read(word: &str) -> Option<Clock> {
        let dotted = word.contains('.') && !word.contains(':');
        let parts: Vec<&str> = word.split([':', '.']).collect();
        let (hour, minute, second) = match parts[..] {
            [hour, minute] => (hour, minute, None),
            [hour, minute, second, ..] => (hour, minute, Some(second)),
            _ => return None,
        };
        let digits = |text: &str| text.len() <= 2 && number(text).is_some();
        if !digits(hour) || !digits(minute) || minute.len() != 2 || !second.is_none_or(digits) {
            return None;
        }
        Some(Clock {
            text: word.to_owned(),
            hour: hour.parse().ok()?,
            minute: minute.parse().ok()?,
            second: second.and_then(|second| second.parse().ok()),
            full: hour.len() == 2,
            dotted,
        })
    }

    /// `T09:00`, if a clock shows it.
    fn iso(&self) -> Option<String> {
        let Clock { hour, minute, .. } = self;
        let second = self.second.unwrap_or(0);
        if *hour > 23 || *minute > 59 || second > 59 {
            return None;
        }
        let seconds = if second > 0 { format!(":{second:02}") } else { String::new() };
        Some(format!("T{hour:02}:{minute:02}{seconds}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notation(text: &str) -> (Option<DateSlip>, String) {
        match fault(text) {
            DateFault::Notation(slip, better) => (slip, better.unwrap_or_default()),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn dates_of_people_are_understood() {
        for (text, slip, better) in [
            ("1 September 2022", DateSlip::MonthName, "2022-09-01"),
            ("Kamis, 1 Sept 2022 pukul 14.00 WIB", DateSlip::MonthName, "2022-09-01T14:00+07:00"),
            ("01/09/2022", DateSlip::DayFirst, "2022-09-01"),
            ("1.9.2022 9:30", DateSlip::DayFirst, "2022-09-01T09:30"),
            ("2022-9-1", DateSlip::ShortDate, "2022-09-01"),
            ("2022/09/01", DateSlip::ShortDate, "2022-09-01"),
            ("2022-09-01 14.00", DateSlip::DotInTime, "2022-09-01T14:00"),
            ("2022-09-01T9:00", DateSlip::ShortHour, "2022-09-01T09:00"),
            ("2022-09-01T14:00 WITA", DateSlip::ZoneName("WITA".into(), "+08:00"), "2022-09-01T14:00+08:00"),
        ] {
            assert_eq!(notation(text), (Some(slip), better.to_owned()), "{text}");
        }
        for (text, time) in [("09.00", "T09:00"), ("9:00", "T09:00"), ("14:00 WIB", "T14:00+07:00")] {
            assert_eq!(notation(text), (Some(DateSlip::NoDate(time.to_owned())), String::new()), "{text}");
        }
        assert_eq!(notation("besok"), (None, String::new()));
    }

    #[test]
    fn nothing_is_proposed_that_would_lose_a_part_of_the_time() {
        for text in [
            "2026-12-01T10:00 PM",
            "2026-12-01T10:00PM",
            "2026-12-01T10:00WIB",
            "2026-12-01 jam 10",
            "2026-12-01T10:00 EST",
            "2026-12-01T10:00 UTC+8",
            "1 Desember 2026 pukul 9 malam",
            "1 Desember 2026 pukul 9.30 malam",
            "1 s.d. 3 Desember 2026",
            "2026-12-01T10:00 s.d. 12:00",
        ] {
            assert_eq!(fault(text), DateFault::Notation(None, None), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_told_exactly() {
        let no_day = |better: &str| DateFault::NoDay { month: 2, year: 2026, last: 28, better: better.to_owned() };
        assert_eq!(fault("31/02/2026"), no_day("2026-02-28"));
        assert_eq!(fault("2026-02-31T10:00"), no_day("2026-02-28T10:00"));
        assert_eq!(fault("2026-13-01"), DateFault::NoMonth(13, Some("2026-01-13".to_owned())));
        assert_eq!(fault("2026-13-31"), DateFault::NoMonth(13, None));
        assert_eq!(fault("2026-02-03T25:00"), DateFault::NoTime("25:00".to_owned(), None));
        assert_eq!(
            fault("2026-12-31T24:00"),
            DateFault::NoTime("24:00".to_owned(), Some("2027-01-01T00:00".to_owned()))
        );
        assert_eq!(fault("2026-02-03T05:00+19:00"), DateFault::NoOffset);
        assert_eq!(fault("2022-00-10"), DateFault::Zero);
    }
}
