//! Front matter to [`Front`]: types, required fields and the order of dates.

use super::addresses;
use super::document::*;
use crate::config::{Class, Config, FieldType, Kind};
use crate::data::{Placed, Reader};
use crate::diagnostic::{Code, Span, choose};
use crate::text;
use crate::time::Moment;

/// The longest headline, in characters.
pub const TITLE_MAX: usize = 110;
/// The longest summary, in characters.
pub const SUMMARY_MAX: usize = 200;

/// Reads the front matter of a document of `kind`.
pub(super) fn read<'a>(reader: &mut Reader<'a>, kind: &'a Kind, config: &Config) -> Front {
    let zone = &config.zone;
    let title = short(reader, "title", TITLE_MAX);
    let front = Front {
        title_span: title.as_ref().map_or(reader.span(), |title| title.span),
        title: title.map(|title| title.value).unwrap_or_default(),
        date: reader.moment("date", zone),
        updated: reader.moment("updated", zone).map(Box::new),
        summary: short(reader, "summary", SUMMARY_MAX).map(|summary| summary.value).unwrap_or_default(),
        slug: addresses::slug(reader),
        dateline: reader.text("dateline").unwrap_or_default(),
        authors: reader.strings("authors").into(),
        units: reader.strings("units").into(),
        people: reader.strings("people").into(),
        topics: reader.strings("topics").into(),
        related: reader.strings("related").into(),
        status: choice(reader, "status", &Status::NAMES).unwrap_or_default(),
        approved_by: reader.text("approved_by"),
        embargo: reader.moment("embargo", zone).map(Box::new),
        expires: reader.moment("expires", zone).map(Box::new),
        event: reader.table("event", |reader| Box::new(event(reader, config))),
        host: reader.text("host").unwrap_or_default(),
        guest: reader.text("guest").unwrap_or_default(),
        contact: reader.table("contact", |reader| Box::new(contact(reader))),
        photos: reader.tables("photos", photo).into(),
        video: reader.table("video", |reader| Box::new(video(reader))),
        attachments: reader.tables("attachments", attachment).into(),
        changes: reader.tables("changes", |reader| change(reader, config)).into(),
        withdrawn: reader.table("withdrawn", |reader| withdrawal(reader, config)).flatten().map(Box::new),
        legacy_id: reader.count("legacy_id"),
        aliases: addresses::aliases(reader).into(),
        source: reader.table("source", reference).flatten(),
        license: reader.text("license").unwrap_or_default(),
        ai_disclosure: reader.text("ai_disclosure").unwrap_or_default(),
        urgent: reader.bool("urgent").unwrap_or_default(),
        sponsored: reader.bool("sponsored").unwrap_or_default(),
        number: reader.text("number").unwrap_or_default(),
        claim: reader.text("claim").unwrap_or_default(),
        verdict: reader.text("verdict").unwrap_or_default(),
        sources: reader.tables("sources", reference).into(),
        role: reader.text("role").unwrap_or_default(),
        parent: reader.string("parent"),
        extra: extra(reader, kind, config).into(),
    };
    let front = Front { video: with_transcript(reader, front.video.clone()), ..front };
    super::missing::require(reader, &front, kind);
    require_approval(reader, &front, kind, config);
    check_order(reader, &front);
    front
}

/// `transcript` may stand at the top as well as within `video`.
fn with_transcript(reader: &mut Reader<'_>, video: Option<Box<Video>>) -> Option<Box<Video>> {
    let transcript = reader.text("transcript");
    match (video, transcript) {
        (Some(video), Some(transcript)) => Some(Box::new(Video { transcript, ..*video })),
        (video, _) => video,
    }
}

fn short(reader: &mut Reader<'_>, key: &'static str, max: usize) -> Option<Placed<Box<str>>> {
    let text = reader.string(key)?;
    let length = text.value.chars().count();
    if length > max {
        let over = length - max;
        reader.report(
            Code::TooLong,
            text.span,
            text!("`{key}` terlalu panjang: {length} karakter", "`{key}` is too long: {length} characters"),
            Some(text!("paling banyak {max}; kurangi {over}", "at most {max}; take away {over}")),
        );
    }
    // A line break in a headline would break feeds and cards.
    let neat = text.value.bytes().all(|b| (b' '..0x7f).contains(&b)) && !text.value.contains("  ");
    match neat {
        true => Some(text),
        false => {
            let value = text.value.split_whitespace().collect::<Vec<_>>().join(" ").into();
            Some(Placed { value, span: text.span })
        }
    }
}

pub(super) fn choice<T: Copy>(reader: &mut Reader<'_>, key: &'static str, names: &[(&'static str, T)]) -> Option<T> {
    let word = reader.string(key)?;
    let found = names.iter().find(|(name, _)| *name == &*word.value).map(|(_, value)| *value);
    if found.is_none() && !reader.holds_unseen(key, &word.value, word.span) {
        let written = &word.value;
        reader.report(
            Code::InvalidValue,
            word.span,
            text!("`{key}` tidak dapat berisi `{written}`", "`{key}` can't be `{written}`"),
            Some(match &**written {
                "withdrawn" | "dicabut" | "ditarik" if key == "status" => text!(
                    "untuk mencabut naskah: withdrawn = {{ date = 2026-09-01, reason = \"…\" }}",
                    "to withdraw: withdrawn = {{ date = 2026-09-01, reason = \"…\" }}"
                ),
                _ => choose(written, names.iter().map(|(name, _)| *name)),
            }),
        );
    }
    found
}

fn event(reader: &mut Reader<'_>, config: &Config) -> Event {
    let zone = &config.zone;
    let date = reader.moment("date", zone);
    let day = date.as_ref().map(|date| date.value.local.date());
    let start = reader.moment_on("start", zone, day);
    let end = reader.moment_on("end", zone, day);
    if let (Some(start), Some(end)) = (&start, &end)
        && is_before(&end.value, &start.value)
    {
        out_of_order(reader, end.span, "event.end", "event.start");
    }
    let repeat = reader.table("repeat", |reader| super::repeat::read(reader, start.as_ref(), zone)).flatten();
    Event {
        repeat: repeat.map(Box::new),
        date: date.map(|date| date.value),
        start: start.map(|start| start.value),
        end: end.map(|end| end.value),
        place: reader.text("place").unwrap_or_default(),
        delegation: reader.count("delegation").map_or(0, |count| count.value),
        cancelled: reader.bool("cancelled").unwrap_or_default(),
        moved_from: reader.moment("moved_from", zone).map(|date| date.value),
    }
}

fn contact(reader: &mut Reader<'_>) -> Contact {
    let (name, phone) = (reader.text("name").unwrap_or_default(), reader.text("phone").unwrap_or_default());
    let email = reader.string("email");
    let is_address =
        |text: &str| text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    if let Some(written) = email.as_ref().filter(|email| !is_address(&email.value)) {
        let email = &written.value;
        reader.report(
            Code::InvalidFormat,
            written.span,
            text!("`contact.email` bukan alamat surel: {email}", "`contact.email` is not an e-mail address: {email}"),
            Some(text!("tulis nama@domain, misalnya humas@contoh.go.id", "write name@domain")),
        );
    }
    Contact { name, phone, email: email.map(|email| email.value).unwrap_or_default() }
}

fn photo(reader: &mut Reader<'_>) -> Option<Photo> {
    let src = reader.string("src");
    if src.is_none() {
        reader.missing("src = \"…\"");
    }
    let photo = (
        reader.text("alt").unwrap_or_default(),
        reader.text("caption").unwrap_or_default(),
        reader.text("credit").unwrap_or_default(),
        reader.point("focus").unwrap_or([0.5, 0.5]),
    );
    let (alt, caption, credit, focus) = photo;
    let alt_span = reader.place_of("alt").unwrap_or(reader.span());
    Some(Photo { src: src?, alt, alt_span, caption, credit, focus })
}

fn video(reader: &mut Reader<'_>) -> Video {
    let url = crate::config::web_address(reader, "url").unwrap_or_default();
    let duration = reader.string("duration");
    let seconds = duration.as_ref().and_then(|duration| seconds(&duration.value));
    if let (Some(duration), None) = (&duration, seconds) {
        let written = &duration.value;
        reader.report(
            Code::InvalidFormat,
            duration.span,
            text!("`video.duration` tidak dapat dibaca: {written}", "`video.duration` can't be read: {written}"),
            Some(text!("tulis misalnya PT3M20S untuk 3 menit 20 detik", "write, for example, PT3M20S for 3 min 20 s")),
        );
    }
    Video { url, seconds: seconds.unwrap_or_default(), transcript: reader.text("transcript").unwrap_or_default() }
}

/// ISO 8601 hours, minutes and seconds: `PT1H2M3S`.
fn seconds(duration: &str) -> Option<u32> {
    let mut rest = duration.strip_prefix("PT")?;
    let mut total: u32 = 0;
    for (unit, factor) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            total = total.checked_add(number.parse::<u32>().ok()?.checked_mul(factor)?)?;
            rest = after;
        }
    }
    (rest.is_empty() && total > 0).then_some(total)
}

fn attachment(reader: &mut Reader<'_>) -> Option<Attachment> {
    let (src, title) = (reader.string("src"), reader.text("title").unwrap_or_default());
    if src.is_none() {
        reader.missing("src = \"…\"");
    }
    Some(Attachment { src: src?, title, listed: true })
}

fn change(reader: &mut Reader<'_>, config: &Config) -> Option<Change> {
    let date = reader.moment("date", &config.zone);
    let kind = choice(reader, "kind", &ChangeKind::NAMES);
    let note = reader.text("note").unwrap_or_default();
    if reader.entry("date").is_none() {
        reader.missing("date = 2026-09-01");
    }
    if reader.entry("kind").is_none() {
        reader.missing("kind = \"correction\"");
    }
    if note.is_empty() && kind != Some(ChangeKind::Minor) {
        reader.missing("note = \"…\"");
    }
    Some(Change { date: date?.value, kind: kind?, note })
}

fn withdrawal(reader: &mut Reader<'_>, config: &Config) -> Option<Withdrawal> {
    let date = reader.moment("date", &config.zone);
    let reason = reader.text("reason").unwrap_or_default();
    if reader.entry("date").is_none() {
        reader.missing("date = 2026-09-01");
    }
    if reason.is_empty() {
        reader.missing("reason = \"…\"");
    }
    Some(Withdrawal { date: date?.value, reason })
}

fn reference(reader: &mut Reader<'_>) -> Option<Reference> {
    let name = reader.text("name");
    let url = reader.entry("url").is_some().then(|| crate::config::web_address(reader, "url")).flatten();
    if name.is_none() {
        reader.missing("name = \"…\"");
    }
    Some(Reference { name: name?, url: url.unwrap_or_default() })
}

/// The kind's own fields. Their names come from site.toml, so they are read by entry.
fn extra<'a>(reader: &mut Reader<'a>, kind: &'a Kind, config: &Config) -> Vec<(Box<str>, Extra)> {
    let mut values = Vec::new();
    for field in &kind.fields {
        let key = &*field.name;
        let value = match field.of {
            FieldType::String => reader.text(key).map(Extra::String),
            FieldType::Integer => reader.integer(key).map(Extra::Integer),
            FieldType::Boolean => reader.bool(key).map(Extra::Boolean),
            FieldType::Date => reader.moment(key, &config.zone).map(|date| Extra::Date(date.value)),
            FieldType::Strings => {
                let texts = reader.strings(key);
                (!texts.is_empty()).then(|| Extra::Strings(texts.into_iter().map(|t| t.value).collect()))
            }
        };
        values.extend(value.map(|value| (field.name.clone(), value)));
    }
    values
}

/// Reports what the newsroom demands of everything that is approved.
fn require_approval(reader: &mut Reader<'_>, front: &Front, kind: &Kind, config: &Config) {
    let approves = front.status == Status::Approved && kind.class == Class::Article;
    for field in config.workflow_required.iter().filter(|field| approves && !is_filled(front, field)) {
        let (span, line) = (reader.span(), reader.line("status = \"review\""));
        reader.report(
            Code::MissingApproval,
            span,
            text!("belum ada `{field}`, padahal statusnya disetujui", "there is no `{field}`, though it is approved"),
            Some(text!(
                "isi `{field}`, atau tulis {line} sampai diperiksa",
                "fill in `{field}`, or write {line} until it is"
            )),
        );
    }
}

/// Whether a field, named as in `required`, has a value.
pub(super) fn is_filled(front: &Front, field: &str) -> bool {
    let event = front.event.as_deref();
    let video = front.video.as_deref();
    match field {
        "summary" => !front.summary.is_empty(),
        "units" => !front.units.is_empty(),
        "people" => !front.people.is_empty(),
        "authors" => !front.authors.is_empty(),
        "topics" => !front.topics.is_empty(),
        "contact" => front.contact.as_ref().is_some_and(|c| !c.phone.is_empty() || !c.email.is_empty()),
        "event.date" => event.is_some_and(|event| event.date.or(event.start).is_some()),
        "event.start" => event.is_some_and(|event| event.start.is_some()),
        "event.end" => event.is_some_and(|event| event.end.is_some()),
        "event.place" => event.is_some_and(|event| !event.place.is_empty()),
        "event.delegation" => event.is_some_and(|event| event.delegation > 0),
        "host" => !front.host.is_empty(),
        "guest" => !front.guest.is_empty(),
        // Their words may be in the files: a rule that knows those looks after them.
        "photos" => !front.photos.is_empty(),
        "video.url" => video.is_some_and(|video| !video.url.is_empty()),
        "video.duration" => video.is_some_and(|video| video.seconds > 0),
        "transcript" => video.is_some_and(|video| !video.transcript.is_empty()),
        "claim" => !front.claim.is_empty(),
        "verdict" => !front.verdict.is_empty(),
        "sources" => !front.sources.is_empty(),
        "dateline" => !front.dateline.is_empty(),
        "number" => !front.number.is_empty(),
        "license" => !front.license.is_empty(),
        "approved_by" => front.approved_by.is_some(),
        own => front.extra.iter().any(|(name, _)| **name == *own),
    }
}

pub(super) fn out_of_order(reader: &mut Reader<'_>, span: Span, later: &str, earlier: &str) {
    reader.report(
        Code::DateOrder,
        span,
        text!("`{later}` lebih awal daripada `{earlier}`", "`{later}` is before `{earlier}`"),
        Some(text!("tukar atau perbaiki salah satunya", "swap them or mend one")),
    );
}

/// Whether a moment comes before another one. A day alone is not before a time of the same day.
fn is_before(moment: &Moment, other: &Moment) -> bool {
    if moment.has_time && other.has_time { moment < other } else { moment.local.date() < other.local.date() }
}

fn check_order(reader: &mut Reader<'_>, front: &Front) {
    let Some(date) = &front.date else { return };
    let before = |moment: &Moment| is_before(moment, &date.value);
    if let Some(expires) =
        front.expires.as_ref().filter(|expires| !before(&expires.value) && expires.value.instant <= date.value.instant)
    {
        reader.report(
            Code::DateOrder,
            expires.span,
            text!(
                "`expires` tidak sesudah `date`: naskah ini tidak akan pernah terbit",
                "`expires` is not after `date`: the document would never be published"
            ),
            Some(text!(
                "tulis hari sesudah `date`, atau hapus `expires`",
                "write a day after `date`, or remove `expires`"
            )),
        );
    }
    for (key, moment) in [("updated", &front.updated), ("expires", &front.expires)] {
        if let Some(moment) = moment
            && before(&moment.value)
        {
            out_of_order(reader, moment.span, key, "date");
        }
    }
    if let (Some(embargo), Some(expires)) = (&front.embargo, &front.expires)
        && expires.value < embargo.value
    {
        out_of_order(reader, expires.span, "expires", "embargo");
    }
}
