//! What is said of values that can't be used.

use crate::diagnostic::{Code, Text};
use crate::text;
use crate::time::{DateFault, DateSlip, Moment, Zone, month_name};

/// What a field wants, for messages.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Wanted {
    Text,
    Texts,
    Bool,
    Count,
    Integer,
    Point,
    Date,
    Table,
    Rows,
    Row,
}

impl Wanted {
    /// In Indonesian, in English, and an example.
    pub(super) fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Wanted::Text => ("teks", "text", "\"…\""),
            Wanted::Texts => ("daftar teks", "a list of texts", "[\"…\"]"),
            Wanted::Bool => ("true atau false", "true or false", "true"),
            Wanted::Count => ("bilangan bulat mulai 0", "a whole number from 0", "20"),
            Wanted::Integer => ("bilangan bulat", "a whole number", "20"),
            Wanted::Point => ("dua angka dari 0 sampai 1", "two numbers from 0 to 1", "[0.5, 0.4]"),
            Wanted::Date => ("tanggal", "a date", "2026-09-01"),
            Wanted::Table => ("tabel", "a table", "{ … }"),
            Wanted::Rows => ("daftar tabel", "a list of tables", "[{ … }]"),
            Wanted::Row => ("tabel", "a table", "[{ … }]"),
        }
    }
}

/// What to say of a text that is no date.
pub(super) fn date_fault(key: &str, written: &str, fault: DateFault) -> (Code, Text, Text) {
    match fault {
        DateFault::Zero => (
            Code::ZeroDate,
            text!("`{key}` berisi tanggal nol: {written}", "`{key}` is a date of zeros: {written}"),
            text!("isi tanggal yang sebenarnya, misalnya 2026-09-01", "write the real date, such as 2026-09-01"),
        ),
        DateFault::NoDay { month, year, last, better } => {
            let (id, en) = month_name(month);
            let (message, help) = (
                no_such_date(key, written),
                text!(
                    "{id} {year} berakhir tanggal {last}; tulis {better}, atau tanggal yang benar",
                    "{en} {year} ends on day {last}; write {better}, or the right day"
                ),
            );
            (Code::InvalidDate, message, help)
        }
        DateFault::NoMonth(month, better) => (
            Code::InvalidDate,
            no_such_date(key, written),
            match better {
                Some(better) => text!(
                    "tidak ada bulan {month}: urutannya tahun-bulan-hari; mungkin maksudnya {better}?",
                    "there is no month {month}: the order is year-month-day; did you mean {better}?"
                ),
                None => text!(
                    "tidak ada bulan {month}: urutannya tahun-bulan-hari, misalnya 2026-09-01",
                    "there is no month {month}: the order is year-month-day, such as 2026-09-01"
                ),
            },
        ),
        DateFault::NoTime(time, better) => (
            Code::InvalidDate,
            no_such_date(key, written),
            match better {
                Some(better) => text!(
                    "{time} adalah awal hari berikutnya: tulis {better}",
                    "{time} is the start of the next day: write {better}"
                ),
                None => text!(
                    "tidak ada jam {time}: jam dari 00:00 sampai 23:59, misalnya 2026-09-01T14:00",
                    "there is no time {time}: it is from 00:00 to 23:59, such as 2026-09-01T14:00"
                ),
            },
        ),
        DateFault::NoOffset => (
            Code::InvalidDate,
            no_such_date(key, written),
            text!(
                "selisih zona paling jauh 14 jam; WIB adalah +07:00, WITA +08:00, WIT +09:00",
                "an offset is 14 hours at most; WIB is +07:00, WITA +08:00, WIT +09:00"
            ),
        ),
        DateFault::NeedsOffset => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak pasti: pada {written} jam setempat digeser",
                "`{key}` is not certain: clocks are changed at {written}"
            ),
            text!("tulis selisih zonanya, misalnya +02:00", "write its offset, such as +02:00"),
        ),
        DateFault::Notation(slip, better) => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak dapat dibaca sebagai tanggal: {written}",
                "`{key}` can't be read as a date: {written}"
            ),
            notation(slip, better),
        ),
    }
}

/// What to write for `14.30`, which is a number to TOML and YAML.
pub(super) fn time_as_number(number: f64) -> Text {
    match Moment::parse(&format!("{number:05.2}"), &Zone::default()) {
        Err(DateFault::Notation(slip, better)) => notation(slip, better),
        _ => notation(None, None),
    }
}

fn no_such_date(key: &str, written: &str) -> Text {
    text!("`{key}` bukan tanggal yang ada: {written}", "`{key}` is a date that does not exist: {written}")
}

/// What is otherwise about a date, and how it is written.
fn notation(slip: Option<DateSlip>, better: Option<String>) -> Text {
    let why = match slip {
        None => None,
        Some(DateSlip::NoDate(time)) => {
            if let Some(better) = better {
                return text!("harinya belum ditulis; tulis {better}", "the day is missing; write {better}");
            }
            return text!(
                "harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01{time}",
                "the day is missing; write day and time, such as 2026-09-01{time}"
            );
        }
        Some(DateSlip::MonthName) => Some(text!("bulan ditulis dengan angka", "months are written as numbers")),
        Some(DateSlip::DayFirst) => Some(text!("urutannya tahun-bulan-hari", "the order is year-month-day")),
        Some(DateSlip::ShortDate) => Some(text!(
            "tahun empat angka, bulan dan hari dua angka, dengan tanda hubung",
            "four digits for the year, two for month and day, with hyphens"
        )),
        Some(DateSlip::ShortHour) => Some(text!("jam ditulis dua angka", "an hour has two digits")),
        Some(DateSlip::DotInTime) => {
            Some(text!("jam dan menit dipisahkan titik dua", "a colon stands between hours and minutes"))
        }
        Some(DateSlip::ZoneName(name, offset)) => {
            Some(text!("{name} ditulis sebagai selisihnya, {offset}", "{name} is written as its offset, {offset}"))
        }
    };
    match (why, better) {
        (Some(Text { id, en }), Some(better)) => text!("{id}; tulis {better}", "{en}; write {better}"),
        (None, Some(better)) => text!("tulis {better}", "write {better}"),
        (_, None) => text!(
            "tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00",
            "write year-month-day, such as 2026-09-01 or 2026-09-01T14:00"
        ),
    }
}
