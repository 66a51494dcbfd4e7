//! Calendars: what a reader's own calendar gets, and what pages say of events that repeat.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, SITE};

/// An agenda item with further lines in its front matter and in its event.
fn agenda(title: &str, lines: &str, event: &str) -> String {
    format!(
        "+++\ntitle = '{title}'\ndate = 2026-02-01\nsummary = 'Terbuka.'\nunits = ['humas']\n{lines}\n[event]\n{event}\n+++\n"
    )
}

fn room(title: &str, lines: &str, event: &str) -> Room {
    Room::new().with("content/agenda/2026/acara.md", agenda(title, lines, event))
}

const ONCE: &str = "start = 2026-03-20T19:00\nend = 2026-03-20T21:00\nplace = 'Aula; lantai 2, sayap B'";
const FILE: &str = "agenda/2026/02/acara/acara.ics";

/// A calendar's lines, unfolded.
fn lines(room: &Room, path: &str) -> Vec<String> {
    let text = room.page(path);
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The values of a property, parameters included.
fn all(room: &Room, path: &str, name: &str) -> Vec<String> {
    let found = lines(room, path).into_iter().filter_map(|line| Some(line.strip_prefix(name)?.to_owned()));
    found.filter(|rest| rest.starts_with([':', ';'])).collect()
}

#[test]
fn an_event_stands_in_three_calendars() {
    let room = room("Malam puisi", "topics = ['sastra']", ONCE);
    for path in ["agenda.ics", "unit/humas/agenda.ics", FILE] {
        assert_eq!(all(&room, path, "UID"), [":agenda/2026/acara@warta.contoh.go.id"], "{path}");
        assert_eq!(all(&room, path, "DTSTART"), [":19640101T000000", ";TZID=Asia/Jakarta:20260320T190000"], "{path}");
        assert_eq!(all(&room, path, "LOCATION"), [":Aula\\; lantai 2\\, sayap B"], "{path}");
        assert_eq!(all(&room, path, "URL"), [":https://warta.contoh.go.id/agenda/2026/02/acara/"], "{path}");
    }
    let page = room.page("agenda/2026/02/acara/index.html");
    assert!(page.contains("<a href=\"/agenda/2026/02/acara/acara.ics\""), "{page}");
    assert!(room.page("agenda/index.html").contains("href=\"/agenda.ics\""));
    assert!(room.page("unit/humas/index.html").contains("href=\"/unit/humas/agenda.ics\""));
}

#[test]
fn a_newsroom_without_events_has_no_calendar() {
    let files = Room::new().site_files();
    assert!(files.keys().all(|name| !name.ends_with(".ics")), "{:?}", files.keys());
    let reported = "date = 2026-02-20\nplace = 'Aula'";
    let visit = format!(
        "+++\ntitle = 'Tamu'\ndate = 2026-02-21\nsummary = 'S'\nhost = 'H'\nguest = 'G'\n[event]\n{reported}\n+++\n"
    );
    let files = Room::new().with("content/kunjungan/tamu.md", visit).site_files();
    assert!(files.keys().all(|name| !name.ends_with(".ics")), "a visit that is reported is no appointment");
}

#[test]
fn nothing_in_a_calendar_comes_from_the_clock() {
    let changes = "changes = [{ date = 2026-02-03, kind = 'update', note = 'Tempat pindah.' }]";
    let at = |now: &str| room("Malam puisi", changes, ONCE).at(now).page("agenda.ics");
    assert_eq!(at("2026-03-01T00:00:00Z"), at("2036-03-01T00:00:00Z"));
    let room = room("Malam puisi", changes, ONCE);
    for (name, value) in [("DTSTAMP", ":20260202T170000Z"), ("CREATED", ":20260131T170000Z"), ("SEQUENCE", ":1")] {
        assert_eq!(all(&room, FILE, name), [value], "{name}");
    }
}

#[test]
fn what_is_off_is_cancelled_for_those_who_noted_it_down() {
    let cancelled = room("Malam puisi", "", &format!("{ONCE}\ncancelled = true"));
    assert_eq!(all(&cancelled, "agenda.ics", "STATUS"), [":CANCELLED"]);
    assert_eq!(all(&cancelled, "agenda.ics", "SEQUENCE"), [":1"]);
    let lines = "topics = ['sastra']\nwithdrawn = { date = 2026-02-20T08:00, reason = 'Atas permintaan keluarga.' }";
    let withdrawn = room("Malam puisi", lines, ONCE);
    for path in ["agenda.ics", "unit/humas/agenda.ics", FILE] {
        assert_eq!(all(&withdrawn, path, "STATUS"), [":CANCELLED"], "{path}");
        assert_eq!(all(&withdrawn, path, "DTSTAMP"), [":20260220T010000Z"], "{path}");
        let said = withdrawn.page(path);
        assert!(!["Aula", "Terbuka", "CATEGORIES", "CONTACT"].iter().any(|text| said.contains(text)), "{said}");
    }
    let expected = room("Malam puisi", "embargo = 2026-03-10T10:00", ONCE).site_files();
    assert!(expected.keys().all(|name| !name.ends_with(".ics")), "what is embargoed is nowhere");
}

#[test]
fn whole_days_end_on_the_day_after() {
    let fair = |event: &str| room("Pasar malam", "", event);
    let one = fair("start = 2026-03-20\nplace = 'Alun-alun'");
    assert_eq!(all(&one, FILE, "DTSTART"), [";VALUE=DATE:20260320"]);
    assert_eq!(all(&one, FILE, "DTEND"), [";VALUE=DATE:20260321"]);
    assert!(!one.page(FILE).contains("VTIMEZONE"), "days are in no zone");
    let three = fair("start = 2026-03-20\nend = 2026-03-22\nplace = 'Alun-alun'");
    assert_eq!(all(&three, FILE, "DTEND"), [";VALUE=DATE:20260323"]);
    let till_night = fair("start = 2026-03-20T08:00\nend = 2026-03-22\nplace = 'Alun-alun'");
    assert_eq!(all(&till_night, FILE, "DTEND"), [";TZID=Asia/Jakarta:20260323T000000"]);
    let one_night = fair("start = 2026-03-20T08:00\nend = 2026-03-20\nplace = 'Alun-alun'");
    assert_eq!(all(&one_night, FILE, "DTSTART").pop().as_deref(), Some(";TZID=Asia/Jakarta:20260320T080000"));
    assert_eq!(all(&one_night, FILE, "DTEND"), [";TZID=Asia/Jakarta:20260321T000000"]);
    let page = one_night.page("agenda/2026/02/acara/index.html");
    assert!(page.contains(">Jumat, 20 Maret 2026, 08.00 WIB</time>"), "{page}");
    let data = one_night.page("agenda/2026/02/acara/index.json");
    assert!(data.contains("\"endDate\":\"2026-03-21T00:00:00+07:00\""), "{data}");
    let noon = fair("start = 2026-03-20\nend = 2026-03-20T12:00\nplace = 'Alun-alun'");
    assert_eq!(all(&noon, FILE, "DTEND"), [";VALUE=DATE:20260321"]);
    let moment = fair("start = 2026-03-20T08:00\nend = 2026-03-20T08:00\nplace = 'Alun-alun'");
    assert_eq!(all(&moment, FILE, "DTEND"), Vec::<String>::new());
}

#[test]
fn hours_are_those_of_the_newsrooms_zone() {
    let at = |zone: &str| room("Malam puisi", "", ONCE).with("site.toml", SITE.replace("Asia/Jakarta", zone));
    let makassar = at("Asia/Makassar");
    assert_eq!(all(&makassar, FILE, "TZNAME"), [":WITA"]);
    assert_eq!(all(&makassar, FILE, "TZOFFSETTO"), [":+0800"]);
    let utc = at("UTC");
    assert_eq!(all(&utc, FILE, "DTSTART"), [":20260320T190000Z"]);
    assert!(!utc.page(FILE).contains("VTIMEZONE"));
}

#[test]
fn an_hour_that_comes_twice_is_told_by_its_second_time_too() {
    let at = |start: &str, end: &str| {
        let event = format!("start = {start}\nend = {end}\nplace = 'Aula'");
        let room = room("Jam mundur", "", &event).with("site.toml", SITE.replace("Asia/Jakarta", "Europe/Amsterdam"));
        // Those before it are the zone's own.
        ["DTSTART", "DTEND"].map(|name| all(&room, FILE, name).pop().unwrap())
    };
    let by_clock = |time: &str| format!(";TZID=Europe/Amsterdam:20261025T{time}");
    assert_eq!(at("2026-10-25T02:15+02:00", "2026-10-25T03:30"), [by_clock("021500"), by_clock("033000")]);
    assert_eq!(at("2026-10-25T02:15+01:00", "2026-10-25T03:30"), [":20261025T011500Z".into(), by_clock("033000")]);
    assert_eq!(
        at("2026-10-25T02:45+02:00", "2026-10-25T02:15+01:00"),
        [by_clock("024500"), ":20261025T011500Z".into()],
        "it ends before it begins, by the clocks"
    );
}

const TWICE: &str = "start = 2026-01-06T10:00\nend = 2026-01-06T11:30\nplace = 'Balai Kota'\n\
repeat = { every = 'month', on = ['selasa ke-1', 'Selasa ke-3'], until = 2026-12-31, except = [2026-03-17, '2026-05-05'] }";

#[test]
fn a_rule_is_told_in_words_and_in_the_calendars_notation() {
    let room = room("Bincang pers", "", TWICE);
    assert_eq!(all(&room, FILE, "RRULE"), [":FREQ=MONTHLY;UNTIL=20261231T165959Z;BYDAY=1TU,3TU"]);
    assert_eq!(all(&room, FILE, "EXDATE"), [";TZID=Asia/Jakarta:20260317T100000,20260505T100000"]);
    let page = room.page("agenda/2026/02/acara/index.html");
    let rule = "Setiap bulan pada Selasa pertama dan Selasa ketiga, 10.00–11.30 WIB, sampai 31 Des 2026, \
                kecuali 17 Mar 2026 dan 5 Mei 2026";
    assert!(page.contains(rule), "{page}");
    assert!(page.contains("Selasa, 3 Maret 2026, 10.00–11.30 WIB"), "{page}");
}

#[test]
fn every_notation_of_a_rule() {
    for (start, rule, expected, words) in [
        ("2026-01-05", "every = 'day', count = 3", "FREQ=DAILY;COUNT=3", "Setiap hari, 3 kali"),
        ("2026-01-05", "every = 'day', interval = 2", "FREQ=DAILY;INTERVAL=2", "Setiap 2 hari"),
        ("2026-01-05", "every = 'week'", "FREQ=WEEKLY", "Setiap Senin"),
        (
            "2026-01-05",
            "every = 'week', interval = 2, on = ['senin', 'jumat']",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "Setiap 2 minggu pada Senin dan Jumat",
        ),
        ("2026-01-30", "every = 'month', on = ['last friday']", "FREQ=MONTHLY;BYDAY=-1FR", "Jumat terakhir"),
        ("2026-01-05", "every = 'month', on = ['1st monday']", "FREQ=MONTHLY;BYDAY=1MO", "Senin pertama"),
        ("2026-01-05", "every = 'month'", "FREQ=MONTHLY", "Setiap bulan pada tanggal 5"),
        (
            "2026-01-05",
            "every = 'month', on = ['tanggal 5', 'day 20'], until = 2026-06-01",
            "FREQ=MONTHLY;UNTIL=20260601;BYMONTHDAY=5,20",
            "Setiap bulan pada tanggal 5 dan tanggal 20, sampai 1 Jun 2026",
        ),
        ("2026-08-17", "every = 'year'", "FREQ=YEARLY", "Setiap Agustus pada tanggal 17"),
        (
            "2026-05-17",
            "every = 'year', on = ['minggu ke-3']",
            "FREQ=YEARLY;BYMONTH=5;BYDAY=3SU",
            "Setiap Mei pada Minggu ketiga",
        ),
    ] {
        let room = room("Acara", "", &format!("start = {start}\nplace = 'Aula'\nrepeat = {{ {rule} }}"));
        assert_eq!(all(&room, FILE, "RRULE"), [format!(":{expected}")], "{rule}");
        let page = room.page("agenda/2026/02/acara/index.html");
        assert!(page.contains(words), "{rule}: {page}");
    }
}

#[test]
fn lists_know_the_next_time_and_builds_when_it_is_over() {
    let twice =
        || room("Bincang pers", "", TWICE).with("content/agenda/2026/puisi.md", agenda("Malam puisi", "", ONCE));
    let first = |now: &str| {
        let home = twice().at(now).page("index.html");
        let (_, list) = home.split_once("<ul class=\"agenda\">").unwrap_or_default();
        let times: Vec<String> = list.split("<time datetime=\"").skip(1).map(|time| time[..16].to_owned()).collect();
        times
    };
    assert_eq!(first("2026-03-01T12:00:00+07:00"), ["2026-03-03T10:00", "2026-03-20T19:00"]);
    assert_eq!(first("2026-03-03T11:29:59+07:00"), ["2026-03-03T10:00", "2026-03-20T19:00"]);
    assert_eq!(first("2026-03-03T11:30:00+07:00"), ["2026-03-20T19:00", "2026-04-07T10:00"], "the 17th is off");
    assert_eq!(first("2026-12-31T00:00:00+07:00"), Vec::<String>::new());
    let change = |now: &str| twice().at(now).load().next_change().map(|at| at.to_string());
    assert_eq!(change("2026-03-03T11:00:00+07:00").as_deref(), Some("2026-03-03T04:30:00Z"));
    assert_eq!(change("2026-03-03T11:30:00+07:00").as_deref(), Some("2026-03-20T14:00:00Z"));
    assert_eq!(change("2026-12-31T00:00:00+07:00"), None);
}

#[test]
fn headlines_of_every_sort_reach_the_calendar_whole() {
    for title in [
        "A ]]> B & \"C\" <i>; D, E\\F",
        "مهرجان المدينة ☪ يوم الجمعة",
        "👩‍👩‍👧‍👦 Hari keluarga 🎉",
        &"Judul sepanjang batas ".repeat(5)[..110],
    ] {
        let room = room(title, "", ONCE);
        let escaped = title.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        assert_eq!(all(&room, "agenda.ics", "SUMMARY"), [format!(":{}", escaped.trim())]);
    }
}

#[test]
fn a_site_below_a_path_and_one_in_two_languages() {
    let below = SITE.replace(".go.id\"", ".go.id/warta/\"");
    let room = room("Malam puisi", "", ONCE).with("site.toml", format!("{below}languages = ['id', 'en']\n"));
    let room = room.with("content/agenda/2026/acara.en.md", agenda("Poetry night", "", ONCE));
    assert_eq!(all(&room, "agenda.ics", "SUMMARY"), [":Malam puisi"]);
    assert_eq!(all(&room, "en/agenda.ics", "SUMMARY"), [":Poetry night"]);
    assert_eq!(all(&room, "en/agenda.ics", "UID"), [":en/agenda/2026/acara@warta.contoh.go.id"]);
    let url = ":https://warta.contoh.go.id/warta/en/agenda/2026/02/acara/";
    assert_eq!(all(&room, "en/agenda/2026/02/acara/acara.ics", "URL"), [url]);
}
