//! Content lines (RFC 5545, 3.1): written, escaped and folded.

use crate::time::{Moment, Zone};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The longest line, in octets without its end.
const LINE_MAX: usize = 75;

/// An iCalendar object being written.
pub(super) struct Lines {
    text: String,
}

impl Lines {
    pub(super) fn new() -> Lines {
        Lines { text: String::new() }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// A component from its first to its last line.
    pub(super) fn component(&mut self, name: &str, inner: impl FnOnce(&mut Lines)) {
        self.line("BEGIN", name);
        inner(self);
        self.line("END", name);
    }

    /// A property whose value needs no escaping: a number, a date, an address. `name` may carry
    /// parameters.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        // An address may hold anything that its author typed, a line's end as well.
        for c in name.chars().chain([':']).chain(value.chars().filter(|c| !c.is_control())) {
            if length + c.len_utf8() > LINE_MAX {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A property of text; left out when the text is empty.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &escape(text));
        }
    }

    /// A property of several texts; left out when there are none.
    pub(super) fn texts<'t>(&mut self, name: &str, texts: impl Iterator<Item = &'t str>) {
        let list: Vec<String> = texts.map(escape).collect();
        if !list.is_empty() {
            self.line(name, &list.join(","));
        }
    }

    /// A date with its time in UTC.
    pub(super) fn utc(&mut self, name: &str, instant: Timestamp) {
        self.line(name, &utc(instant));
    }

    /// Times of the zone's clocks, or days where no time of day is `timed`; left out when there are none.
    pub(super) fn local(&mut self, name: &str, times: impl Iterator<Item = DateTime>, timed: bool, zone: &Zone) {
        let in_utc = *zone.rules() == TimeZone::UTC;
        let form = |time: DateTime| match timed {
            false => day(time),
            true if in_utc => local(time) + "Z",
            true => local(time),
        };
        let values: Vec<String> = times.map(form).collect();
        if values.is_empty() {
            return;
        }
        let name = match timed {
            false => format!("{name};VALUE=DATE"),
            true if in_utc => name.to_owned(),
            true => format!("{name};TZID={}", zone.name()),
        };
        self.line(&name, &values.join(","));
    }
}

/// Escapes a text (3.3.11). What is no text, such as a bell, is left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// `20260106T030000Z`.
pub(super) fn utc(instant: Timestamp) -> String {
    local(TimeZone::UTC.to_datetime(instant)) + "Z"
}

/// `20260106T100000`.
pub(super) fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

/// `20260106`.
pub(super) fn day(time: DateTime) -> String {
    time.strftime("%Y%m%d").to_string()
}

/// What an event that is timed has for a moment: its time, or if it has none, the day's first.
pub(super) fn clock(moment: &Moment, timed: bool) -> DateTime {
    if timed { moment.local } else { moment.local.date().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Lines)) -> String {
        let mut lines = Lines::new();
        write(&mut lines);
        String::from_utf8(lines.finish()).unwrap()
    }

    #[test]
    fn long_lines_are_folded_between_characters_and_read_back_whole() {
        for unit in ["a", "é", "ꦗ", "😀", "ab😀", "مدينة "] {
            for shift in 0..4 {
                let text = format!("{}{}", "x".repeat(shift), unit.repeat(60));
                let folded = written(|lines| lines.text("SUMMARY", &text));
                assert!(folded.ends_with("\r\n"));
                let lines: Vec<&str> = folded.trim_end_matches("\r\n").split("\r\n").collect();
                assert!(lines.iter().all(|line| line.len() <= LINE_MAX), "{folded}");
                assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
                assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
            }
        }
        assert_eq!(written(|lines| lines.line("X", &"a".repeat(73))), format!("X:{}\r\n", "a".repeat(73)));
    }

    #[test]
    fn texts_are_escaped_and_nothing_ends_a_line_early() {
        let text = "A; B, C\\D: \"E\"\nF\r\u{7}\u{85}";
        assert_eq!(written(|lines| lines.text("SUMMARY", text)), "SUMMARY:A\\; B\\, C\\\\D: \"E\"\\nF\r\n");
        assert_eq!(written(|lines| lines.texts("CATEGORIES", ["a,b", "c"].into_iter())), "CATEGORIES:a\\,b,c\r\n");
        assert_eq!(written(|lines| lines.line("URL", "https://x/\r\nATTACH:y")), "URL:https://x/ATTACH:y\r\n");
        assert_eq!(written(|lines| lines.text("LOCATION", "")), "");
    }
}
