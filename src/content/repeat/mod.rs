//! The rule by which an event repeats, and the days that come of it.
//!
//! What newsrooms need of RFC 5545's recurrence rules, with the same meaning: a day that a month
//! does not have is skipped, exceptions count towards `count`, weeks begin on Monday. May not know
//! times of day or zones: those are the event's.

mod read;

pub(super) use read::read;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How often at most an event repeats, and how many periods at most lie between two times.
pub const TIMES_MAX: u32 = 999;

/// So many periods without a day at all mean that there is none: 29 February comes round sooner.
const EMPTY_MAX: u32 = 1_000;

/// A rule by which an event repeats from its start on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The period.
    pub every: Every,
    /// Every so many periods; 1 or more.
    pub interval: u32,
    /// The days of a period; none for the day of the start.
    pub on: Vec<On>,
    /// The last day on which it may take place.
    pub until: Option<Date>,
    /// How many times, those called off counted.
    pub count: Option<u32>,
    /// Days on which it does not take place.
    pub except: Vec<Date>,
}

/// A period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A year; its days lie in the month of the start.
    Year,
}

impl Every {
    /// The words of the front matter.
    pub const NAMES: [(&'static str, Every); 4] =
        [("day", Every::Day), ("week", Every::Week), ("month", Every::Month), ("year", Every::Year)];

    /// The word of the front matter.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, every)| *every == self).map_or("", |(name, _)| name)
    }
}

/// A day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A day of the week.
    Weekday(Weekday),
    /// A month's first (1) to fifth (5) such weekday, or its last (-1).
    Nth(i8, Weekday),
    /// A day of the month, from 1.
    Day(i8),
}

impl On {
    /// The day in the month that `first` begins, if it has it.
    fn in_month(self, first: Date) -> Option<Date> {
        match self {
            On::Weekday(_) => None,
            On::Nth(number, weekday) => first.nth_weekday_of_month(number, weekday).ok(),
            On::Day(day) => Date::new(first.year(), first.month(), day).ok(),
        }
    }
}

impl Repeat {
    /// The days on which an event that starts on `start` takes place, from `from` on, in order.
    pub fn dates(&self, start: Date, from: Date) -> impl Iterator<Item = Date> + '_ {
        self.scheduled(start, from).filter(|date| !self.except.contains(date))
    }

    /// As [`Repeat::dates`], with the exceptions.
    pub(super) fn scheduled(&self, start: Date, from: Date) -> impl Iterator<Item = Date> + '_ {
        // Days that are counted have to be counted from the first.
        let first = if self.count.is_some() { 0 } else { self.period_of(start, from) };
        let periods = (first..).map_while(move |number| self.period(start, number));
        let mut empty = 0;
        let fruitful = periods.take_while(move |days| {
            empty = if days.is_empty() { empty + 1 } else { 0 };
            empty < EMPTY_MAX
        });
        let days = fruitful.flatten().filter(move |date| *date >= start);
        let until = self.until.unwrap_or(Date::MAX);
        let times = self.count.map_or(usize::MAX, |count| count as usize);
        days.take(times).take_while(move |date| *date <= until).filter(move |date| *date >= from)
    }

    /// The last day, if the rule has an end.
    pub fn last(&self, start: Date) -> Option<Date> {
        match (self.until, self.count) {
            (None, None) => None,
            (Some(until), _) => Some(until),
            (None, Some(_)) => self.dates(start, start).last(),
        }
    }

    /// A period that is not after `from`'s: as near to it as can be told without counting.
    fn period_of(&self, start: Date, from: Date) -> u32 {
        let days = i64::from((from - start).get_days()).max(0);
        let shortest_last = match self.every {
            Every::Day => 1,
            Every::Week => 7,
            Every::Month => 31,
            Every::Year => 366,
        };
        let passed = days / shortest_last / i64::from(self.interval.max(1));
        u32::try_from(passed - 1).unwrap_or(0)
    }

    /// The days of a period, in order; none where the calendar ends.
    fn period(&self, start: Date, number: u32) -> Option<Vec<Date>> {
        let steps = i64::from(number) * i64::from(self.interval.max(1));
        match self.every {
            Every::Day => Some(vec![start.checked_add(steps.days()).ok()?]),
            Every::Week => {
                let monday = start.checked_sub(i64::from(start.weekday().to_monday_zero_offset()).days()).ok()?;
                let monday = monday.checked_add((steps * 7).days()).ok()?;
                let day = |weekday: Weekday| monday.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).ok();
                let weekdays = self.on.iter().filter_map(|on| match on {
                    On::Weekday(weekday) => Some(*weekday),
                    _ => None,
                });
                Some(ordered(weekdays.filter_map(day), || day(start.weekday())))
            }
            Every::Month => self.month(start, start.first_of_month().checked_add(steps.months()).ok()?),
            Every::Year => self.month(start, start.first_of_month().checked_add(steps.years()).ok()?),
        }
    }

    fn month(&self, start: Date, first: Date) -> Option<Vec<Date>> {
        let days = self.on.iter().filter_map(|on| on.in_month(first));
        let own = || if self.on.is_empty() { On::Day(start.day()).in_month(first) } else { None };
        Some(ordered(days, own))
    }
}

/// The days in order, each once; the other one where there are none.
fn ordered(days: impl Iterator<Item = Date>, other: impl FnOnce() -> Option<Date>) -> Vec<Date> {
    let mut days: Vec<Date> = days.collect();
    if days.is_empty() {
        days.extend(other());
    }
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn rule(every: Every) -> Repeat {
        Repeat { every, interval: 1, on: Vec::new(), until: None, count: None, except: Vec::new() }
    }

    fn days(rule: &Repeat, start: Date, from: Date) -> Vec<String> {
        rule.dates(start, from).take(4).map(|date| date.to_string()).collect()
    }

    #[test]
    fn twice_a_month_on_tuesdays() {
        let on = vec![On::Nth(3, Weekday::Tuesday), On::Nth(1, Weekday::Tuesday)];
        let rule = Repeat { on, except: vec![date(2026, 3, 17)], ..rule(Every::Month) };
        let start = date(2026, 1, 6);
        assert_eq!(days(&rule, start, start), ["2026-01-06", "2026-01-20", "2026-02-03", "2026-02-17"]);
        assert_eq!(days(&rule, start, date(2026, 3, 4)), ["2026-04-07", "2026-04-21", "2026-05-05", "2026-05-19"]);
        assert_eq!(days(&rule, start, date(2099, 12, 2))[0], "2099-12-15");
    }

    #[test]
    fn days_that_a_month_or_year_does_not_have_are_skipped() {
        let monthly = Repeat { on: vec![On::Day(31)], ..rule(Every::Month) };
        assert_eq!(
            days(&monthly, date(2026, 1, 31), date(2026, 2, 1)),
            ["2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"]
        );
        let yearly = rule(Every::Year);
        assert_eq!(days(&yearly, date(2024, 2, 29), date(2024, 3, 1))[0], "2028-02-29");
        let never = Repeat { on: vec![On::Day(31)], ..rule(Every::Year) };
        assert_eq!(days(&never, date(2026, 2, 1), date(2026, 2, 1)), Vec::<String>::new());
    }

    #[test]
    fn every_second_week_counted_from_the_start() {
        let on = vec![On::Weekday(Weekday::Thursday), On::Weekday(Weekday::Monday)];
        let rule = Repeat { interval: 2, on, count: Some(4), except: vec![date(2026, 1, 15)], ..rule(Every::Week) };
        let start = date(2026, 1, 1);
        // The Monday of the first week lies before the start.
        assert_eq!(days(&rule, start, start), ["2026-01-01", "2026-01-12", "2026-01-26"]);
        assert_eq!(rule.last(start), Some(date(2026, 1, 26)));
        assert_eq!(days(&rule, start, date(2026, 1, 27)), Vec::<String>::new());
    }

    #[test]
    fn jumping_ahead_finds_what_counting_finds() {
        let start = date(2020, 5, 29);
        for every in [Every::Day, Every::Week, Every::Month, Every::Year] {
            for interval in [1, 2, 3, 7] {
                let rule = Repeat { interval, ..rule(every) };
                for from in [start, date(2020, 6, 1), date(2023, 12, 31), date(2035, 5, 29)] {
                    let counted: Vec<Date> = rule.dates(start, start).skip_while(|date| *date < from).take(3).collect();
                    assert_eq!(rule.dates(start, from).take(3).collect::<Vec<_>>(), counted, "{rule:?} {from}");
                }
            }
        }
    }
}
