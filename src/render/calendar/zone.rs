//! VTIMEZONE (RFC 5545, 3.6.5), computed from the zone's own changes of offset.

use super::lines::{Lines, local};
use crate::time::Zone;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The times at which clocks go from one offset to another, under one name.
struct Observance {
    daylight: bool,
    from: Offset,
    to: Offset,
    name: String,
    /// On the clocks before the change, in order.
    onsets: Vec<DateTime>,
}

/// The rules of `zone` that hold from `first` to `last`. UTC needs none.
pub(super) fn write(lines: &mut Lines, zone: &Zone, first: Timestamp, last: Timestamp) {
    lines.component("VTIMEZONE", |lines| {
        lines.line("TZID", zone.name());
        for observance in observances(zone, first, last) {
            let kind = if observance.daylight { "DAYLIGHT" } else { "STANDARD" };
            lines.component(kind, |lines| {
                let mut onsets = observance.onsets.iter().map(|time| local(*time));
                lines.line("DTSTART", &onsets.next().unwrap_or_default());
                let further: Vec<String> = onsets.collect();
                if !further.is_empty() {
                    lines.line("RDATE", &further.join(","));
                }
                lines.line("TZOFFSETFROM", &offset(observance.from));
                lines.line("TZOFFSETTO", &offset(observance.to));
                lines.text("TZNAME", &observance.name);
            });
        }
    });
}

fn observances(zone: &Zone, first: Timestamp, last: Timestamp) -> Vec<Observance> {
    let rules = zone.rules();
    // The change whose offset holds at the first instant, and those after it.
    let before = rules.preceding(first.saturating_add(jiff::SignedDuration::from_nanos(1)).unwrap_or(first)).next();
    let after = rules.following(first).take_while(|change| change.timestamp() <= last);
    let mut observances: Vec<Observance> = Vec::new();
    for change in before.into_iter().chain(after) {
        let just_before = change.timestamp().saturating_sub(jiff::SignedDuration::from_secs(1));
        let from = rules.to_offset(just_before.unwrap_or(change.timestamp()));
        let onset = from.to_datetime(change.timestamp());
        let name = name(zone, change.timestamp(), change.abbreviation());
        let (daylight, to) = (change.dst().is_dst(), change.offset());
        let same = observances.iter_mut().find(|o| (o.daylight, o.from, o.to, &o.name) == (daylight, from, to, &name));
        match same {
            Some(observance) => observance.onsets.push(onset),
            None => observances.push(Observance { daylight, from, to, name, onsets: vec![onset] }),
        }
    }
    if observances.is_empty() {
        let always = rules.to_offset(first);
        let onset = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        let name = String::new();
        observances.push(Observance { daylight: false, from: always, to: always, name, onsets: vec![onset] });
    }
    observances
}

/// The name that readers know, else the one that the zone's rules have, unless that is a number.
fn name(zone: &Zone, instant: Timestamp, abbreviation: &str) -> String {
    let known = zone.abbreviation(instant);
    let own = abbreviation.starts_with(|c: char| c.is_ascii_alphabetic());
    match (known.starts_with("UTC"), own) {
        (false, _) => known,
        (true, true) => abbreviation.to_owned(),
        (true, false) => String::new(),
    }
}

/// `+0700`; seconds only where there are any.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { text } else { format!("{text}{:02}", seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(zone: &str, first: &str, last: &str) -> String {
        let mut lines = Lines::new();
        let instant = |text: &str| text.parse().unwrap();
        write(&mut lines, &Zone::parse(zone).unwrap(), instant(first), instant(last));
        String::from_utf8(lines.finish()).unwrap().replace("\r\n ", "").replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_without_summer_time_has_one_rule() {
        insta::assert_snapshot!(rules("Asia/Jakarta", "2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z"), @"
        BEGIN:VTIMEZONE
        TZID:Asia/Jakarta
        BEGIN:STANDARD
        DTSTART:19640101T000000
        TZOFFSETFROM:+0730
        TZOFFSETTO:+0700
        TZNAME:WIB
        END:STANDARD
        END:VTIMEZONE
        ");
        insta::assert_snapshot!(rules("Etc/GMT-7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"), @"
        BEGIN:VTIMEZONE
        TZID:Etc/GMT-7
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0700
        TZOFFSETTO:+0700
        END:STANDARD
        END:VTIMEZONE
        ");
    }

    #[test]
    fn summer_time_is_listed_change_by_change() {
        insta::assert_snapshot!(rules("Europe/Berlin", "2026-03-29T01:00:00Z", "2028-01-01T00:00:00Z"), @"
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        RDATE:20270328T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        RDATE:20271031T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        ");
        insta::assert_snapshot!(rules("America/Sao_Paulo", "2018-06-01T00:00:00Z", "2026-01-01T00:00:00Z"), @"
        BEGIN:VTIMEZONE
        TZID:America/Sao_Paulo
        BEGIN:STANDARD
        DTSTART:20180218T000000
        RDATE:20190217T000000
        TZOFFSETFROM:-0200
        TZOFFSETTO:-0300
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20181104T000000
        TZOFFSETFROM:-0300
        TZOFFSETTO:-0200
        END:DAYLIGHT
        END:VTIMEZONE
        ");
    }
}
