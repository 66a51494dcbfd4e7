//! What is said of values that can't be used.

use crate::diagnostic::{Code, Text};
use crate::text;
use crate::time::DateFault;

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
        DateFault::Impossible => (
            Code::InvalidDate,
            text!("`{key}` bukan tanggal yang ada: {written}", "`{key}` is a date that does not exist: {written}"),
            text!("periksa hari, bulan, jam, dan selisih zonanya", "check its day, month, hour and offset"),
        ),
        DateFault::NeedsOffset => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak pasti: pada {written} jam setempat digeser",
                "`{key}` is not certain: clocks are changed at {written}"
            ),
            text!("tulis selisih zonanya, misalnya +02:00", "write its offset, such as +02:00"),
        ),
        DateFault::Notation(guess) => (
            Code::InvalidDate,
            text!(
                "`{key}` tidak dapat dibaca sebagai tanggal: {written}",
                "`{key}` can't be read as a date: {written}"
            ),
            match guess {
                Some(iso) => text!("tulis {iso}", "write {iso}"),
                None => text!(
                    "tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00",
                    "write year-month-day, such as 2026-09-01 or 2026-09-01T14:00"
                ),
            },
        ),
    }
}
