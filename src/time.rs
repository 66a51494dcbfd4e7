//! Dates as a newsroom writes them, and the one clock reading of a run.
//!
//! A date without an offset is in the newsroom's own zone, and stays on its day whatever machine
//! builds the site: zone rules come from the time-zone database in the binary.

mod fault;

pub use fault::{DateFault, DateSlip, month_name};

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
        let read = || {
            let written = Written::parse(text)?;
            Some((written.date()?, written.time()?))
        };
        let Some((date, time)) = read() else { return Err(fault::fault(text)) };
        let Some((time, offset)) = time else {
            let local = date.to_datetime(Time::midnight());
            return Ok(Moment { instant: instant_of(local, zone)?, local, has_time: false });
        };
        let local = date.to_datetime(time);
        match offset {
            None => Ok(Moment { instant: instant_of(local, zone)?, local, has_time: true }),
            Some(offset) => {
                let instant = offset.to_timestamp(local).map_err(|_| DateFault::NoOffset)?;
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

/// The digits of a date as written, not yet checked against the calendar.
struct Written<'a> {
    year: i16,
    month: i8,
    day: i8,
    rest: &'a str,
}

impl<'a> Written<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() >= 10
            && bytes[..10].iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<i16>().ok()).unwrap_or(0);
        let (year, month, day) = (number(0..4), number(5..7) as i8, number(8..10) as i8);
        shape.then(|| Written { year, month, day, rest: text.get(10..).unwrap_or_default() })
    }

    fn date(&self) -> Option<Date> {
        Date::new(self.year, self.month, self.day).ok().filter(|date| date.year() > 0)
    }

    /// The time of day with its offset; what is absent is none within.
    fn time(&self) -> Option<Option<(Time, Option<Offset>)>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        let rest = self.rest.strip_prefix(['T', 't', ' '])?;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(rest.len());
        let (clock, offset) = rest.split_at(end);
        let mut parts = clock.split(':').map(|part| {
            let whole = part.split('.').next().unwrap_or_default();
            if whole.len() == 2 { whole.parse::<i8>().ok() } else { None }
        });
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
        let time = Time::new(hour, minute, second, 0).ok()?;
        parts.next().is_none().then_some(())?;
        Some(Some((time, parse_offset(offset.trim())?)))
    }
}

/// An offset, or none of it; none at all if it can't be read.
fn parse_offset(text: &str) -> Option<Option<Offset>> {
    let sign = match text.chars().next() {
        None => return Some(None),
        Some('Z' | 'z') if text.len() == 1 => return Some(Some(Offset::UTC)),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = (number / 100, number % 100);
    if hours > 14 || minutes > 59 {
        return None;
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).map(Some).ok()
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
        assert!(matches!(fault("2022-02-30"), DateFault::NoDay { last: 28, .. }));
        assert!(matches!(fault("2022-02-03T25:00"), DateFault::NoTime(..)));
        assert_eq!(fault("2022-02-03T05:00+19:00"), DateFault::NoOffset);
        assert!(matches!(fault("2022-02-03T05:00:00x"), DateFault::Notation(None, _)));
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
