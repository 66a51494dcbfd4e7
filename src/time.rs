//! Dates as a newsroom writes them, and the one clock reading of a run.
//!
//! A date without an offset is in the newsroom's own zone, and stays on its day whatever machine
//! builds the site: zone rules come from the time-zone database in the binary.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use std::fmt;

/// The newsroom's time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

/// UTC.
impl Default for Zone {
    fn default() -> Self {
        Zone { name: "UTC".to_owned(), zone: TimeZone::UTC }
    }
}

impl Zone {
    /// A zone by its IANA name, such as `Asia/Jakarta`.
    pub fn parse(name: &str) -> Option<Zone> {
        let zone = TimeZone::get(name).ok()?;
        Some(Zone { name: zone.iana_name().unwrap_or(name).to_owned(), zone })
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone's name beside a time of day: WIB, WITA and WIT in Indonesia, else `UTC+9`.
    pub fn abbreviation(&self, instant: Timestamp) -> String {
        match self.name.as_str() {
            "Asia/Jakarta" | "Asia/Pontianak" => "WIB".to_owned(),
            "Asia/Makassar" | "Asia/Ujung_Pandang" => "WITA".to_owned(),
            "Asia/Jayapura" => "WIT".to_owned(),
            _ => {
                let seconds = self.zone.to_offset(instant).seconds();
                let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
                match minutes % 60 {
                    0 => format!("UTC{sign}{}", minutes / 60),
                    rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
                }
            }
        }
    }

    /// The zone's rules.
    pub fn rules(&self) -> &TimeZone {
        &self.zone
    }

    /// The names warta suggests when a zone is mistyped.
    pub fn known() -> impl Iterator<Item = &'static str> {
        ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura", "UTC"].into_iter()
    }

    /// What the clocks of the zone show at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.zone.to_datetime(instant)
    }

    /// Whether what the clocks show tells the moment by itself: of an hour that comes twice, when clocks
    /// are put back, it tells the first (RFC 5545, 3.3.5).
    pub fn tells(&self, moment: &Moment) -> bool {
        self.zone.to_ambiguous_timestamp(moment.local).compatible().is_ok_and(|first| first == moment.instant)
    }
}

/// An instant with what the newsroom's clocks showed, and how exactly it was given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// The instant; midnight for a day alone.
    pub instant: Timestamp,
    /// Day and time in the newsroom's zone.
    pub local: DateTime,
    /// Whether a time of day was given.
    pub has_time: bool,
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.local)
    }
}

impl Moment {
    /// An instant as the newsroom's clocks show it.
    pub fn at(instant: Timestamp, zone: &Zone) -> Moment {
        Moment { instant, local: zone.local(instant), has_time: true }
    }

    /// Reads `2022-09-01`, `2022-09-01T14:00`, `2022-09-01 14:00:00`, each with or without `Z` or
    /// an offset (RFC 3339); a time without an offset is in `zone`.
    pub fn parse(text: &str, zone: &Zone) -> Result<Moment, DateFault> {
        let text = text.trim();
        let written = Written::parse(text)?;
        let date = written.date()?;
        let Some((time, offset)) = written.time()? else {
            let local = date.to_datetime(Time::midnight());
            return Ok(Moment { instant: instant_of(local, zone)?, local, has_time: false });
        };
        let local = date.to_datetime(time);
        match offset {
            None => Ok(Moment { instant: instant_of(local, zone)?, local, has_time: true }),
            Some(offset) => {
                let instant = offset.to_timestamp(local).map_err(|_| DateFault::Impossible)?;
                Ok(Moment { instant, local: zone.local(instant), has_time: true })
            }
        }
    }

    /// RFC 3339 with the newsroom's offset: `2022-09-01T14:00:00+07:00`.
    pub fn rfc3339(&self, zone: &Zone) -> String {
        let offset = zone.zone.to_offset(self.instant);
        let local = offset.to_datetime(self.instant);
        let mut text = String::with_capacity(25);
        push_number(&mut text, local.year().unsigned_abs(), 4);
        for (mark, part) in [('-', local.month()), ('-', local.day()), ('T', local.hour())] {
            text.push(mark);
            push_number(&mut text, part.unsigned_abs().into(), 2);
        }
        for part in [local.minute(), local.second()] {
            text.push(':');
            push_number(&mut text, part.unsigned_abs().into(), 2);
        }
        let minutes = (offset.seconds().unsigned_abs() / 60) as u16;
        text.push(if offset.seconds() < 0 { '-' } else { '+' });
        push_number(&mut text, minutes / 60, 2);
        text.push(':');
        push_number(&mut text, minutes % 60, 2);
        text
    }

    /// RFC 822 as RSS wants it, always in English: `Thu, 01 Sep 2022 14:00:00 +0700`.
    pub fn rfc822(&self, zone: &Zone) -> String {
        let offset = zone.zone.to_offset(self.instant);
        let local = offset.to_datetime(self.instant);
        let name = |names: &[&'static str], at: i8| names.get(usize::from(at.unsigned_abs())).copied().unwrap_or("");
        let mut text = String::with_capacity(31);
        text.push_str(name(&DAYS, local.weekday().to_monday_zero_offset()));
        text.push_str(", ");
        push_number(&mut text, local.day().unsigned_abs().into(), 2);
        text.extend([" ", name(&MONTHS_SHORT, local.month() - 1), " "]);
        push_number(&mut text, local.year().unsigned_abs(), 4);
        for (mark, part) in [(' ', local.hour()), (':', local.minute()), (':', local.second())] {
            text.push(mark);
            push_number(&mut text, part.unsigned_abs().into(), 2);
        }
        let minutes = (offset.seconds().unsigned_abs() / 60) as u16;
        text.push_str(if offset.seconds() < 0 { " -" } else { " +" });
        push_number(&mut text, minutes / 60 * 100 + minutes % 60, 4);
        text
    }
}

/// The days of RFC 822.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// The months of RFC 822.
const MONTHS_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Appends a number of at least `width` digits. Dates stand on every page, and the general way of
/// formatting takes ten times as long.
pub(crate) fn push_number(text: &mut String, mut number: u16, width: usize) {
    let mut digits = [b'0'; 5];
    let mut at = digits.len();
    while at > 0 && (number > 0 || digits.len() - at < width.max(1)) {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    text.extend(digits[at..].iter().copied().map(char::from));
}

/// The instant of a zone's local time; a time that clocks skip or show twice is not one.
fn instant_of(local: DateTime, zone: &Zone) -> Result<Timestamp, DateFault> {
    zone.zone.to_ambiguous_timestamp(local).unambiguous().map_err(|_| DateFault::NeedsOffset)
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// All zeros, such as `00/00/0000` or a month 0.
    Zero,
    /// A day, hour or offset that does not exist, such as 30 February.
    Impossible,
    /// A local time that the zone's clocks skip or show twice.
    NeedsOffset,
    /// Another notation; what was most likely meant, as `2022-09-01`.
    Notation(Option<String>),
}

/// The digits of a date as written, not yet checked against the calendar.
struct Written<'a> {
    year: i16,
    month: i8,
    day: i8,
    rest: &'a str,
}

impl<'a> Written<'a> {
    fn parse(text: &'a str) -> Result<Self, DateFault> {
        let digits = text.chars().take_while(|c| c.is_ascii_digit() || "-/. ".contains(*c));
        let digits: String = digits.filter(char::is_ascii_digit).collect();
        if digits.len() >= 6 && digits.bytes().all(|b| b == b'0') {
            return Err(DateFault::Zero);
        }
        let bytes = text.as_bytes();
        let shape = bytes.len() >= 10
            && bytes[..10].iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shape {
            return Err(DateFault::Notation(iso_guess(text)));
        }
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<i16>().ok()).unwrap_or(0);
        let (year, month, day) = (number(0..4), number(5..7) as i8, number(8..10) as i8);
        Ok(Written { year, month, day, rest: text.get(10..).unwrap_or_default() })
    }

    fn date(&self) -> Result<Date, DateFault> {
        if self.year == 0 || self.month == 0 || self.day == 0 {
            return Err(DateFault::Zero);
        }
        Date::new(self.year, self.month, self.day).map_err(|_| DateFault::Impossible)
    }

    fn time(&self) -> Result<Option<(Time, Option<Offset>)>, DateFault> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let notation = || DateFault::Notation(None);
        let rest = self.rest.strip_prefix(['T', 't', ' ']).ok_or_else(notation)?;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(rest.len());
        let (clock, offset) = rest.split_at(end);
        let mut parts = clock.split(':');
        let mut part = |required: bool| match parts.next() {
            Some(text) => {
                let whole = text.split('.').next().unwrap_or_default();
                if whole.len() == 2 { whole.parse::<i8>().map_err(|_| notation()) } else { Err(notation()) }
            }
            None if required => Err(notation()),
            None => Ok(0),
        };
        let (hour, minute, second) = (part(true)?, part(true)?, part(false)?);
        if parts.next().is_some() {
            return Err(notation());
        }
        let time = Time::new(hour, minute, second, 0).map_err(|_| DateFault::Impossible)?;
        Ok(Some((time, parse_offset(offset.trim())?)))
    }
}

fn parse_offset(text: &str) -> Result<Option<Offset>, DateFault> {
    let notation = || DateFault::Notation(None);
    let sign = match text.chars().next() {
        None => return Ok(None),
        Some('Z' | 'z') if text.len() == 1 => return Ok(Some(Offset::UTC)),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return Err(notation()),
    };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(notation());
    }
    let number: i32 = digits.parse().map_err(|_| notation())?;
    let (hours, minutes) = (number / 100, number % 100);
    if hours > 14 || minutes > 59 {
        return Err(DateFault::Impossible);
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).map(Some).map_err(|_| DateFault::Impossible)
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// `1/9/2022`, `01-09-2022` and `1 September 2022` as `2022-09-01`, if that day exists.
fn iso_guess(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).skip_while(|w| !is_number(w)).collect();
    let [day, month, year, ..] = words[..] else { return None };
    let month = match month.parse::<i8>() {
        Ok(number) => number,
        Err(_) => 1 + i8::try_from(MONTHS.iter().position(|name| name.starts_with(&month.to_lowercase()))?).ok()?,
    };
    let (year, day) = if day.len() == 4 { (day, year) } else { (year, day) };
    Date::new(year.parse().ok()?, month, day.parse().ok()?)
        .ok()
        .filter(|date| date.year() > 1900)
        .map(|d| d.to_string())
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jakarta() -> Zone {
        Zone::parse("Asia/Jakarta").unwrap()
    }

    #[test]
    fn a_date_without_an_offset_stays_on_its_day() {
        let day = Moment::parse("2022-09-01", &jakarta()).unwrap();
        assert_eq!(day.rfc3339(&jakarta()), "2022-09-01T00:00:00+07:00");
        assert!(!day.has_time);
        let late = Moment::parse("2022-09-01T23:59", &jakarta()).unwrap();
        assert_eq!(late.local.day(), 1);
        let utc = Moment::parse("2022-09-01T20:00:00Z", &jakarta()).unwrap();
        assert_eq!(utc.local.day(), 2);
        assert_eq!(utc.rfc822(&jakarta()), "Fri, 02 Sep 2022 03:00:00 +0700");
    }

    #[test]
    fn odd_dates_are_told_apart() {
        let fault = |text: &str| Moment::parse(text, &jakarta()).unwrap_err();
        assert_eq!(fault("00/00/0000"), DateFault::Zero);
        assert_eq!(fault("0000-00-00 00:00"), DateFault::Zero);
        assert_eq!(fault("2022-00-10"), DateFault::Zero);
        assert_eq!(fault("2022-02-30"), DateFault::Impossible);
        assert_eq!(fault("2022-02-03T25:00"), DateFault::Impossible);
        assert_eq!(fault("2022-02-03T05:00+19:00"), DateFault::Impossible);
        assert_eq!(fault("1/9/2022"), DateFault::Notation(Some("2022-09-01".into())));
        assert_eq!(fault("Kamis, 1 Sept 2022"), DateFault::Notation(Some("2022-09-01".into())));
        assert_eq!(fault("besok"), DateFault::Notation(None));
        let berlin = Zone::parse("Europe/Berlin").unwrap();
        assert_eq!(Moment::parse("2026-03-29T02:30", &berlin).unwrap_err(), DateFault::NeedsOffset);
    }

    #[test]
    fn rfc_822_is_written_as_by_the_book() {
        for (written, zone) in [
            ("2026-03-29T02:30:05+02:00", "Europe/Berlin"),
            ("2022-09-01T14:00:00+07:00", "Asia/Jakarta"),
            ("2026-12-31T23:59:59-03:30", "America/St_Johns"),
            ("2026-01-04T00:00:00Z", "UTC"),
        ] {
            let zone = Zone::parse(zone).unwrap();
            let moment = Moment::parse(written, &zone).unwrap();
            let book = moment.instant.to_zoned(zone.zone.clone()).strftime("%a, %d %b %Y %H:%M:%S %z").to_string();
            assert_eq!(moment.rfc822(&zone), book);
        }
    }

    #[test]
    fn zones_have_the_names_readers_know() {
        assert_eq!(jakarta().abbreviation(Timestamp::UNIX_EPOCH), "WIB");
        assert_eq!(Zone::parse("Asia/Kolkata").unwrap().abbreviation(Timestamp::UNIX_EPOCH), "UTC+5:30");
    }
}
