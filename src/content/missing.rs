//! Required fields that are not there, or empty: where that is said, and how the field is written.

use super::document::Front;
use super::front::is_filled;
use crate::config::{Class, Kind};
use crate::data::Reader;
use crate::diagnostic::{Code, Text};
use crate::text;

/// Fields that may be there and readable, and yet lack what is required of them.
const PARTLY: [&str; 3] = ["photos", "sources", "contact"];

/// Reports each required field that is missing, at the table that it belongs to.
pub(super) fn require(reader: &mut Reader<'_>, front: &Front, kind: &Kind) {
    let wanting = wanting(front, kind);
    for field in wanting.iter().copied() {
        let top = field.split('.').next().unwrap_or(field);
        // What is there but can't be read was reported already.
        if !field.contains('.') && reader.has(top) && !PARTLY.contains(&field) {
            continue;
        }
        let place = reader.place_of(field);
        if place.is_none() && (reader.has_by_another_name(field) || reader.has_by_another_name(top)) {
            continue;
        }
        if place.is_some_and(|place| reader.is_reported(place)) {
            continue;
        }
        let within = (field != top).then(|| reader.key_place(top)).flatten();
        let (message, help) = match place {
            Some(_) => (message_of_empty(field, reader.has(field), kind), help_for_empty(field, reader)),
            None => {
                let name = &kind.name;
                let message = text!("`{field}` wajib diisi untuk jenis {name}", "the kind {name} requires `{field}`");
                (message, help(field, within.is_some(), &wanting, reader))
            }
        };
        reader.report(Code::MissingField, place.or(within).unwrap_or(reader.span()), message, Some(help));
    }
}

/// The required fields without a value.
fn wanting<'k>(front: &Front, kind: &'k Kind) -> Vec<&'k str> {
    let mut wanting: Vec<&str> = Vec::new();
    if front.title.is_empty() {
        wanting.push("title");
    }
    if kind.class == Class::Article {
        if front.date.is_none() {
            wanting.push("date");
        }
        let transcribed = front.video.as_ref().is_some_and(|video| !video.transcript.is_empty());
        if front.summary.is_empty() && !transcribed {
            wanting.push("summary");
        }
    }
    wanting.extend(kind.required.iter().map(|field| &**field).filter(|field| !is_filled(front, field)));
    wanting
}

fn message_of_empty(field: &str, partly: bool, kind: &Kind) -> Text {
    let name = &kind.name;
    match field {
        "photos" => text!(
            "belum ada foto dengan `alt`, `caption`, dan `credit`, padahal wajib untuk jenis {name}",
            "no photo has `alt`, `caption` and `credit`, which the kind {name} requires"
        ),
        "contact" if partly => text!(
            "`contact` belum berisi telepon atau surel, padahal wajib untuk jenis {name}",
            "`contact` has neither telephone nor e-mail, which the kind {name} requires"
        ),
        _ => text!(
            "`{field}` masih kosong, padahal wajib untuk jenis {name}",
            "`{field}` is empty, but the kind {name} requires it"
        ),
    }
}

fn help_for_empty(field: &str, reader: &Reader<'_>) -> Text {
    match sample(field) {
        Some(_) => help(field, true, &[], reader),
        None if reader.has_no_quotes(field) => {
            let line = line(field, reader);
            text!("tulis {line}", "write {line}")
        }
        None => text!("isi di antara tanda kutip", "write it between the quotes"),
    }
}

/// How a field is written where it is not: within the table that is there, or with that table and
/// all else that is wanting in it.
fn help(field: &str, within: bool, wanting: &[&str], reader: &Reader<'_>) -> Text {
    let line = line(field, reader);
    match field.split_once('.') {
        Some((table, _)) if within => {
            text!("tambahkan {line} di dalam `{table}`", "add {line} within `{table}`")
        }
        Some((table, _)) => {
            let of_table = |other: &&&str| other.split_once('.').is_some_and(|(own, _)| own == table);
            let lines: Vec<String> = wanting.iter().filter(of_table).map(|field| self::line(field, reader)).collect();
            let whole = reader.line(&format!("{table} = {{ {} }}", lines.join(", ")));
            text!("tambahkan {whole}", "add {whole}")
        }
        None if field == "units" => text!(
            "tambahkan {line}, dengan nama berkas di content/unit/",
            "add {line}, the name of a file in content/unit/"
        ),
        None => text!("tambahkan {line}", "add {line}"),
    }
}

fn line(field: &str, reader: &Reader<'_>) -> String {
    match sample(field) {
        Some(line) => reader.line(line),
        None => reader.line(&format!("{} = \"…\"", field.rsplit('.').next().unwrap_or(field))),
    }
}

/// How the tables of front matter are written.
pub(super) const TABLES: &[&str] = &[
    "event = { date = 2026-09-01, start = 2026-09-01T09:00, end = 2026-09-01T11:00, place = \"…\" }",
    "repeat = { every = \"week\", on = [\"selasa\"] }",
    "contact = { name = \"…\", phone = \"…\", email = \"…\" }",
    PHOTOS,
    "video = { url = \"…\", duration = \"PT3M20S\" }",
    "attachments = [{ src = \"…\", title = \"…\" }]",
    "changes = [{ date = 2026-09-01, kind = \"correction\", note = \"…\" }]",
    "withdrawn = { date = 2026-09-01, reason = \"…\" }",
    "source = { name = \"…\", url = \"https://…\" }",
    "sources = [{ name = \"…\", url = \"https://…\" }]",
];

const PHOTOS: &str = "photos = [{ src = \"…\", alt = \"…\", caption = \"…\", credit = \"…\" }]";

/// A line of TOML for a field that is no plain text.
fn sample(field: &str) -> Option<&'static str> {
    Some(match field {
        "photos" => PHOTOS,
        "sources" => "sources = [{ name = \"…\", url = \"https://…\" }]",
        "contact" => "contact = { name = \"…\", phone = \"…\", email = \"…\" }",
        "date" => "date = 2026-09-01T14:00",
        "units" => "units = [\"…\"]",
        "people" => "people = [\"…\"]",
        "authors" => "authors = [\"…\"]",
        "topics" => "topics = [\"…\"]",
        "event.date" => "date = 2026-09-01",
        "event.start" => "start = 2026-09-01T09:00",
        "event.end" => "end = 2026-09-01T11:00",
        "event.delegation" => "delegation = 26",
        "video.url" => "url = \"https://…\"",
        "video.duration" => "duration = \"PT3M20S\"",
        _ => return None,
    })
}
