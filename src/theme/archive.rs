//! What templates see of the archive: years and months with their counts.

use super::{Scope, dates, map};
use tera::Value;

impl Scope {
    /// `September 2022`, or `2022` for month 0.
    pub fn period_name(&self, year: i16, month: i8) -> String {
        if month == 0 { year.to_string() } else { dates::month(year, month, self.words()) }
    }

    fn period_href(&self, year: i16, month: i8) -> String {
        let archive = self.config().path_words(self.lang).archive;
        let path = if month == 0 { format!("{archive}/{year:04}") } else { format!("{archive}/{year:04}/{month:02}") };
        self.href(&self.edition().listing_url(self.lang, &path, 1))
    }

    /// The years that have articles, newest first, with their months; or one year alone.
    pub fn years(&self, only: Option<i16>) -> Value {
        let key = only.map_or_else(|| "|years".to_owned(), |year| format!("|{year}"));
        self.shelf.part(self.lang, &key, || Ok(self.new_years(only))).unwrap_or_else(|_| Value::none())
    }

    fn new_years(&self, only: Option<i16>) -> Value {
        let mut years: Vec<(i16, usize, Vec<Value>)> = Vec::new();
        for ((year, month), count) in self.edition().newsroom.months(self.lang, only) {
            if years.last().is_none_or(|(last, ..)| *last != year) {
                years.push((year, 0, Vec::new()));
            }
            if let Some((_, total, months)) = years.last_mut() {
                *total += count;
                months.push(map! {
                    "month" => i64::from(month),
                    "name" => self.words().item("date.months", usize::try_from(month - 1).unwrap_or_default()),
                    "url" => self.period_href(year, month),
                    "count" => count,
                });
            }
        }
        let view = |(year, count, months): (i16, usize, Vec<Value>)| {
            map! { "year" => i64::from(year), "url" => self.period_href(year, 0), "count" => count, "months" => months }
        };
        Value::from(years.into_iter().rev().map(view).collect::<Vec<_>>())
    }

    /// A year or a month: its name and its months.
    pub fn period(&self, year: i16, month: i8, years: Value) -> Value {
        let months = years.as_array().and_then(|years| years.first()).and_then(|year| year.get_from_path("months"));
        map! {
            "year" => i64::from(year),
            "month" => i64::from(month),
            "name" => self.period_name(year, month),
            "months" => months.cloned().unwrap_or_else(|| Value::from(Vec::<Value>::new())),
        }
    }
}
