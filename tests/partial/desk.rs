//! A small newsroom in which everything that an editor may turn is a knob with a few positions.

use crate::photos::jpeg;
use crate::room::picture;
use std::collections::BTreeMap;

/// A document: what it is called, where it may lie, and the knobs that do not begin at their first position.
struct Slot {
    name: &'static str,
    places: [&'static str; 2],
    lang: &'static str,
    knobs: &'static [Knob],
    start: &'static [(&'static str, usize)],
}

/// What can be turned, and its positions; the first is where it stands unless the document says otherwise,
/// an empty one leaves the line out. `{}` is the document's name, `##` a day of its own.
type Knob = (&'static str, &'static [&'static str]);

const SLOTS: [Slot; 15] = [
    article("pasar", ["content/berita/2026/pasar", "content/berita/2025/pasar-lama"], "", &[("topics", 1)]),
    article("market", ["content/berita/2026/pasar", "content/berita/2026/banjir"], ".en", &[("there", 1)]),
    article("banjir", ["content/berita/2026/banjir", "content/pengumuman/2026/banjir"], "", &[("people", 1)]),
    article("jalan", ["content/siaran-pers/2026/jalan", "content/siaran-pers/jalan"], "", &[("contact", 1)]),
    article("pasundan", ["content/kunjungan/2026/pasundan", "content/kunjungan/tamu"], "", &[("event", 1)]),
    article("rapat", ["content/agenda/2026/rapat", "content/agenda/rapat-kerja"], "", &[("event", 2)]),
    article("kabar", ["content/klarifikasi/2026/kabar", "content/klarifikasi/kabar"], "", &[("photos", 1)]),
    article("libur", ["content/pengumuman/2026/libur", "content/pengumuman/libur"], "", &[("urgent", 1)]),
    article("pawai", ["content/foto/2026/pawai", "content/foto/pawai-kota"], "", &[("photos", 4), ("there", 1)]),
    register("humas", ["content/unit/humas", "content/unit/humas"], "", &[]),
    register("relations", ["content/unit/humas", "content/unit/humas"], ".en", &[("there", 1)]),
    register("diskominfo", ["content/unit/diskominfo", "content/unit/diskominfo"], "", &[]),
    register("rani", ["content/tokoh/rani", "content/tokoh/rani"], "", &[("role", 1)]),
    register("pasar", ["content/topik/pasar", "content/topik/air"], "", &[]),
    register("tentang", ["content/tentang", "content/profil"], "", &[]),
];

const fn article(
    name: &'static str,
    places: [&'static str; 2],
    lang: &'static str,
    start: &'static [(&'static str, usize)],
) -> Slot {
    Slot { name, places, lang, knobs: &ARTICLE, start }
}

const fn register(
    name: &'static str,
    places: [&'static str; 2],
    lang: &'static str,
    start: &'static [(&'static str, usize)],
) -> Slot {
    Slot { name, places, lang, knobs: &REGISTER, start }
}

const PHOTO: [&str; 4] = [
    r#"[{ src = "/berita/2026/denah.gif", alt = "Denah", caption = "Denah pasar", credit = "Humas" }]"#,
    r#"[{ src = "/berita/2026/denah.gif", alt = "Denah baru", caption = "Denah pasar", credit = "Humas" }]"#,
    r#"[{ src = "/berita/2026/denah.gif", alt = "Denah", caption = "Keterangan lain", credit = "Rani" }]"#,
    r#"[{ src = "/foto/pawai.jpg", alt = "Pawai", caption = "Pawai kota", credit = "Humas", focus = [0.2, 0.3] }, { src = "/berita/2026/denah.gif", alt = "Denah" }]"#,
];

const ARTICLE: [Knob; 38] = [
    ("body", &BODY),
    ("body", &BODY),
    ("title", &["\"Kabar {}\"", "\"Warta {} baru\"", "\"Kabar <b>{}</b> & lainnya\""]),
    ("title", &["\"Kabar {}\"", "\"Warta {} baru\"", "\"Kabar <b>{}</b> & lainnya\""]),
    ("summary", &["\"Ringkasan {}.\"", "\"Ringkasan lain tentang {}.\""]),
    (
        "date",
        &[
            "2026-02-##T09:00:00+07:00",
            "2026-01-##T09:00:00+07:00",
            "2026-03-##T09:00:00+07:00",
            "2025-12-##",
            "2026-02-28",
        ],
    ),
    ("updated", &["", "2026-02-26T10:00:00+07:00", "2026-02-27T10:00:00+07:00", "2026-03-10"]),
    ("embargo", &["", "2026-02-01T10:00:00+07:00", "2026-03-03T10:00:00+07:00", "2026-06-01"]),
    ("expires", &["", "2026-03-04T10:00:00+07:00", "2026-02-27", "2026-06-01"]),
    ("status", &["", "\"draft\"", "\"review\"", "\"approved\""]),
    ("units", &["[\"humas\"]", "[\"diskominfo\"]", "[\"diskominfo\", \"humas\"]"]),
    ("people", &["", "[\"rani\"]"]),
    ("authors", &["", "[\"rani\"]"]),
    ("topics", &["", "[\"pasar\"]", "[\"Air bersih\"]", "[\"Air bersih\", \"pasar\"]"]),
    ("topics", &["", "[\"pasar\"]", "[\"Air bersih\"]", "[\"Air bersih\", \"pasar\"]"]),
    ("related", &["", "[\"berita/2026/banjir\"]", "[\"siaran-pers/2026/jalan\", \"agenda/2026/rapat\"]"]),
    (
        "changes",
        &[
            "",
            r#"[{ date = 2026-02-26, kind = "correction", note = "Jam buka." }]"#,
            r#"[{ date = 2026-02-26, kind = "minor", note = "Ejaan." }, { date = 2026-03-04, kind = "correction", note = "Nanti." }]"#,
            r#"[{ date = 2026-02-27, kind = "right-of-reply", note = "Tanggapan." }]"#,
        ],
    ),
    (
        "withdrawn",
        &[
            "",
            "{ date = 2026-02-28, reason = \"Keliru.\" }",
            "{ date = 2026-03-04, reason = \"Keliru.\" }",
            "{ date = 2026-02-28, reason = \"Ganda.\" }",
        ],
    ),
    ("aliases", &["", "[\"/lama/{}\"]", "[\"/detail/index/1/{}\", \"/lama/{}/\"]"]),
    ("slug", &["", "\"{}-baru\""]),
    (
        "contact",
        &["", "{ name = \"Dewi\", phone = \"(0299) 555-0101\" }", "{ name = \"Budi\", email = \"budi@contoh.go.id\" }"],
    ),
    ("attachments", &["", "[{ src = \"/berita/2026/lampiran.txt\", title = \"Lampiran\" }]"]),
    ("photos", &["", PHOTO[0], PHOTO[1], PHOTO[2], PHOTO[3]]),
    ("urgent", &["", "true"]),
    ("sponsored", &["", "true"]),
    ("ai_disclosure", &["", "\"Terjemahan mesin.\""]),
    ("license", &["", "\"CC BY 4.0\""]),
    ("dateline", &["", "\"Pandanlawas\""]),
    ("legacy_id", &["", "21##"]),
    ("source", &["", "{ name = \"Kantor Berita\", url = \"https://kantor.contoh.id\" }"]),
    (
        "event",
        &[
            "",
            "{ date = 2026-02-20, place = \"Balai Kota\", delegation = 26 }",
            "{ start = 2026-03-02T09:00:00+07:00, end = 2026-03-02T11:00:00+07:00, place = \"Aula\" }",
            "{ start = 2026-02-02T09:00:00+07:00, place = \"Aula\", repeat = { every = \"week\" } }",
            "{ start = 2026-02-02T09:00:00+07:00, place = \"Aula\", cancelled = true }",
        ],
    ),
    ("host", &["\"Wali Kota\"", "\"Sekretaris Daerah\""]),
    ("guest", &["\"Kabupaten Pasundan\""]),
    ("claim", &["\"Pasar ditutup.\"", "\"Pasar dipindah.\""]),
    ("verdict", &["\"misleading\""]),
    ("sources", &["[{ name = \"Dinas\", url = \"https://data.contoh.go.id\" }]"]),
    ("place", &["0", "1"]),
    ("shape", &["file", "folder"]),
];

const REGISTER: [Knob; 9] = [
    ("title", &["\"Nama {}\"", "\"Dinas {}\""]),
    ("role", &["", "\"Kepala\"", "\"Ketua\""]),
    ("summary", &["", "\"Tentang {}.\""]),
    ("body", &BODY),
    ("aliases", &["", "[\"/dinas/{}\"]"]),
    ("slug", &["", "\"{}-kota\""]),
    ("updated", &["", "2026-02-26T10:00:00+07:00"]),
    ("shape", &["file", "folder"]),
    ("place", &["0", "1"]),
];

const BODY: [&str; 8] = [
    "Buka pukul enam.\n",
    "Buka pukul tujuh.\n",
    "## Jadwal\n\nBuka *pukul enam* pagi.\n",
    "Lihat [banjir](/berita/2026/banjir.md).\n",
    "![Denah](/berita/2026/denah.gif \"Keterangan\")\n",
    ":::note{title=\"Ingat\"}\nBawa kartu.\n:::\n",
    "Lihat [unit](/unit/humas.md) dan [jadwal](/berita/2026/pasar.md#jadwal).\n",
    "",
];

/// What stands at the top of site.toml, and then its tables.
const SITE: [Knob; 9] = [
    ("title", &["\"Warta Uji\"", "\"Warta Kota\""]),
    ("languages", &["[\"id\", \"en\"]", "[\"id\"]"]),
    ("paginate", &["size = 3", "size = 5"]),
    ("feeds", &["limit = 20", "limit = 2"]),
    ("images", &["share = false", "share = true", "share = false\nwidths = [24]"]),
    ("search", &["enabled = false", "enabled = true"]),
    ("output", &["compress = false", "compress = true"]),
    ("design", &["accent = \"#0b6e4f\"", "accent = \"#7a1f5c\""]),
    ("[menu]", &["", "name = \"Tentang\"\nurl = \"/tentang/\"", "name = \"Berita\"\nurl = \"/berita/\""]),
];

const ASKED: &str = r#"
{% for item in articles(kind="news", limit=2, offset=1) %}<i>{{ item.title }} {{ item.date.iso }}</i>{% endfor %}
{% for item in articles(unit="humas", limit=3) %}<i>{{ item.summary }}</i>{% endfor %}
{% for item in articles(topic="pasar", year=2026, month=2) %}<i>{{ item.url }}</i>{% endfor %}
{% for item in articles(person="rani") %}<i>{{ item.title }}</i>{% endfor %}
{% for item in articles(upcoming=true, limit=1) %}<i>{{ item.event.when }}</i>{% endfor %}
{% for item in articles(urgent=true, limit=2) %}<i>{{ item.title }}</i>{% endfor %}
{% for item in articles(except="news", limit=3) %}<i>{{ item.kind_label }} {{ item.title }}</i>{% endfor %}
{% set one = article(path="berita/2026/banjir") %}{% if one %}<b>{{ one.title }} {{ one.summary }}</b>{% endif %}
{% for item in related(limit=2) %}<i>{{ item.title }}</i>{% endfor %}
{% for item in terms(kind="person") %}<i>{{ item.name }}</i>{% endfor %}
{% for item in terms(kind="topic", limit=1) %}<i>{{ item.name }} {{ item.url }}</i>{% endfor %}
{% for kind in kinds() %}<i>{{ kind.label }} {{ kind.count }}</i>{% endfor %}
{% for feed in feeds() %}<i>{{ feed.title }}</i>{% endfor %}
{% set photo = image(src="/berita/2026/denah.gif") %}{% if photo %}<i>{{ photo.url }} {{ photo.width }}</i>{% endif %}
<a href="{{ url(path="unit/humas") }}">{{ "uji.css" | asset }}</a>
"#;

const NEWS: [&str; 2] = [
    "{% extends \"article.html\" %}{% block facts %}<aside>{% include \"asked.html\" %}</aside>{% endblock %}",
    "{% extends \"article.html\" %}{% block facts %}<aside>Lain</aside>{% endblock %}",
];

const NOTE: [&str; 2] = [
    "{% component note(title = \"\") {\"doc\": \"x\", \"body\": true} %}<aside>{{ title }}{{ body | safe }}</aside>{% endcomponent %}",
    "{% component note(title = \"\") {\"doc\": \"x\", \"body\": true} %}<div>{{ title }}{{ body | safe }}</div>{% endcomponent %}",
];

/// Files besides documents, by what they hold; `-` is no file at all.
const FILES: [Knob; 11] = [
    ("content/berita/2026/denah.gif", &["gif satu", "gif dua"]),
    ("content/foto/pawai.jpg", &["jpeg 1", "jpeg 2"]),
    ("content/berita/2026/lampiran.txt", &["satu", "dua", "-"]),
    ("static/catatan.txt", &["-", "satu", "Lihat /berita/2026/02/banjir/"]),
    ("static/lambang.gif", &["gif tiga", "-", "gif empat"]),
    ("static/peta/kota.json", &["{}", "-"]),
    ("themes/uji/templates/asked.html", &[ASKED]),
    ("themes/uji/templates/news.html", &NEWS),
    ("themes/uji/components/note.html", &NOTE),
    ("themes/uji/assets/uji.css", &["p { color: red }\n", "p { color: blue }\n"]),
    ("themes/uji/i18n/id.toml", &["[home]\nlatest = \"Terbaru\"\n", "[home]\nlatest = \"Paling baru\"\n"]),
];

/// Where each knob stands that was turned, by its owner and its key.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    turned: BTreeMap<(String, &'static str), usize>,
}

/// The owners of knobs with these.
fn owners() -> Vec<(String, Vec<Knob>)> {
    let there: Knob = ("there", &["true", "false"]);
    // Without those whom everybody names nothing can be published.
    let may_go = |slot: &Slot| !["humas", "rani"].contains(&slot.name);
    let knobs = |slot: &Slot| slot.knobs.iter().copied().chain(may_go(slot).then_some(there)).collect();
    let documents = SLOTS.iter().map(|slot| (owner(slot), knobs(slot)));
    documents.chain([("site".to_owned(), SITE.to_vec()), ("files".to_owned(), FILES.to_vec())]).collect()
}

fn owner(slot: &Slot) -> String {
    format!("{}{}", slot.places[0], slot.lang)
}

impl Desk {
    /// Turns one of an owner's knobs, all of them by numbers of any size.
    pub fn turn(&mut self, owner: usize, knob: usize, position: usize) {
        let owners = owners();
        let (name, knobs) = &owners[owner % owners.len()];
        let (key, positions) = knobs[knob % knobs.len()];
        let was = self.turned.insert((name.clone(), key), position % positions.len());
        // As far as that is possible, another position than before.
        if was.unwrap_or_default() == position % positions.len() {
            self.turned.insert((name.clone(), key), (position + 1) % positions.len());
        }
    }

    /// Turns a knob by name.
    pub fn set(&mut self, owner: &str, key: &'static str, position: usize) {
        assert!(owners().iter().any(|(name, knobs)| name == owner && knobs.iter().any(|(own, _)| *own == key)));
        self.turned.insert((owner.to_owned(), key), position);
    }

    fn position(&self, owner: &str, key: &'static str, start: &[(&str, usize)]) -> usize {
        let start = || start.iter().find(|(own, _)| *own == key).map_or(0, |(_, position)| *position);
        self.turned.get(&(owner.to_owned(), key)).copied().unwrap_or_else(start)
    }

    /// Every file of the newsroom.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        files.insert("themes/uji/theme.toml".into(), b"extends = \"warta\"\n".to_vec());
        files.insert("site.toml".into(), self.site().into_bytes());
        for (path, contents) in FILES {
            let content = contents[self.position("files", path, &[])];
            let bytes = match content.split_once(' ') {
                Some(("gif", mark)) => picture(mark),
                Some(("jpeg", number)) => jpeg(48, number.parse().unwrap()),
                _ => content.as_bytes().to_vec(),
            };
            if content != "-" {
                files.insert(path.into(), bytes);
            }
        }
        for (number, slot) in SLOTS.iter().enumerate() {
            let owner = owner(slot);
            if self.position(&owner, "there", slot.start) == 0 {
                let place = slot.places[self.position(&owner, "place", slot.start)];
                let folder = if self.position(&owner, "shape", slot.start) == 1 { "/index" } else { "" };
                files.insert(format!("{place}{folder}{}.md", slot.lang), self.document(number, slot).into_bytes());
            }
        }
        files
    }

    fn document(&self, number: usize, slot: &Slot) -> String {
        let owner = owner(slot);
        let (mut front, mut body, mut seen) = (String::new(), "", Vec::new());
        for (key, positions) in slot.knobs {
            let value = positions[self.position(&owner, key, slot.start)];
            match *key {
                "body" => body = value,
                "place" | "shape" => {}
                _ if value.is_empty() || seen.contains(key) => {}
                _ => front.push_str(&format!("{key} = {value}\n")),
            }
            seen.push(*key);
        }
        let day = format!("{}", 10 + number);
        format!("+++\n{front}+++\n\n{body}").replace("{}", slot.name).replace("##", &day)
    }

    fn site(&self) -> String {
        let mut top = "base_url = \"https://warta.contoh.go.id\"\nlanguage = \"id\"\ntimezone = \"Asia/Jakarta\"\n\
                       theme = \"uji\"\n"
            .to_owned();
        let mut tables = String::new();
        for (key, values) in SITE {
            let value = values[self.position("site", key, &[])];
            match key {
                "title" | "languages" => top.push_str(&format!("{key} = {value}\n")),
                _ if value.is_empty() => {}
                _ => tables.push_str(&format!("[{key}]\n{value}\n")),
            }
        }
        top + &tables
    }
}
