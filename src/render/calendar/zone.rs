//! VTIMEZONE (RFC 5545, 3.6.5), computed from the zone's own changes of offset.

use super::lines::{Lines, local};
use crate::time::Zone;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// The rules of `zone` that hold from `first` to `last`. Each change stands by itself: readers
/// disagree on what a list of changes in one rule means.
pub(super) fn write(lines: &mut Lines, zone: &Zone, first: Timestamp, last: Timestamp) {
    let rules = zone.rules();
    // The change whose offset holds at the first instant, and those after it.
    let just_after = first.saturating_add(SignedDuration::from_nanos(1)).unwrap_or(first);
    let changes = rules.preceding(just_after).take(1).chain(rules.following(first));
    let mut changes = changes.take_while(|change| change.timestamp() <= last).peekable();
    lines.component("VTIMEZONE", |lines| {
        lines.line("TZID", zone.name());
        if changes.peek().is_none() {
            let always = rules.to_offset(first);
            observance(lines, "STANDARD", DateTime::constant(1970, 1, 1, 0, 0, 0, 0), (always, always), "");
        }
        for change in changes {
            let before = change.timestamp().saturating_sub(SignedDuration::from_secs(1));
            let from = rules.to_offset(before.unwrap_or(change.timestamp()));
            let kind = if change.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
            let onset = from.to_datetime(change.timestamp());
            let name = name(zone, change.timestamp(), change.abbreviation());
            observance(lines, kind, onset, (from, change.offset()), &name);
        }
    });
}

/// From `onset` on, told by the clocks before, it is no longer the first offset but the second.
fn observance(lines: &mut Lines, kind: &str, onset: DateTime, (from, to): (Offset, Offset), name: &str) {
    lines.component(kind, |lines| {
        lines.line("DTSTART", &local(onset));
        lines.line("TZOFFSETFROM", &offset(from));
        lines.line("TZOFFSETTO", &offset(to));
        lines.text("TZNAME", name);
    });
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
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20270328T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20271031T030000
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
        TZOFFSETFROM:-0200
        TZOFFSETTO:-0300
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20181104T000000
        TZOFFSETFROM:-0300
        TZOFFSETTO:-0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20190217T000000
        TZOFFSETFROM:-0200
        TZOFFSETTO:-0300
        END:STANDARD
        END:VTIMEZONE
        ");
    }
}
