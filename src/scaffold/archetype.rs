//! What a new document of each built-in kind begins with.

/// The beginnings of one kind.
pub struct Archetype {
    /// The kind's name.
    pub kind: &'static str,
    /// How its documents are stored.
    pub shape: Shape,
    /// The keys to fill in, beyond the title.
    pub required: &'static [&'static str],
    /// The keys that are offered as comments. A name without its dot stands for all of its keys.
    pub optional: &'static [&'static str],
    /// A word about the text, in Indonesian.
    pub text: &'static str,
}

/// How the documents of a kind are stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A folder of its own in the year's folder, with photos beside the text.
    Folder,
    /// A file in the year's folder, its name led by the date.
    File,
    /// A file named by its title: a register's entry or a page.
    Entry,
}

const LEAD: &str = "Isi ditulis di bawah baris +++ berikut. Alinea pertama: siapa, apa, kapan, di mana.";

const ARCHETYPES: &[Archetype] = &[
    Archetype {
        kind: "press-release",
        shape: Shape::File,
        required: &["date", "summary", "status", "units", "contact"],
        optional: &["dateline", "embargo", "people", "topics", "photos", "attachments", "related"],
        text: LEAD,
    },
    Archetype {
        kind: "visit",
        shape: Shape::Folder,
        required: &["date", "summary", "status", "event.date", "event.place", "host", "guest"],
        optional: &["event.delegation", "units", "photos", "dateline", "authors", "people", "topics", "related"],
        text: LEAD,
    },
    Archetype {
        kind: "news",
        shape: Shape::File,
        required: &["date", "summary", "status", "units"],
        optional: &["dateline", "authors", "people", "topics", "photos", "attachments", "related", "embargo"],
        text: LEAD,
    },
    Archetype {
        kind: "photo-story",
        shape: Shape::Folder,
        required: &["date", "summary", "status", "photos"],
        optional: &["units", "authors", "people", "topics", "dateline", "related", "license"],
        text: "Pengantar ditulis di bawah baris +++ berikut; foto tampil menurut urutannya di `photos`.",
    },
    Archetype {
        kind: "video",
        shape: Shape::File,
        required: &["date", "summary", "status", "video.url", "video.duration"],
        optional: &["units", "people", "topics", "photos", "related"],
        text: "Keterangan atau naskah video ditulis di bawah baris +++ berikut.",
    },
    Archetype {
        kind: "announcement",
        shape: Shape::File,
        required: &["date", "summary", "status", "units"],
        optional: &["urgent", "expires", "contact", "attachments", "topics"],
        text: "Isi ditulis di bawah baris +++ berikut: apa yang berlaku, bagi siapa, sejak kapan.",
    },
    Archetype {
        kind: "agenda",
        shape: Shape::File,
        required: &["date", "summary", "status", "event.start", "event.place"],
        optional: &[
            "event.end",
            "event.cancelled",
            "event.moved_from",
            "units",
            "contact",
            "people",
            "topics",
            "attachments",
        ],
        text: "Keterangan acara ditulis di bawah baris +++ berikut.",
    },
    Archetype {
        kind: "clarification",
        shape: Shape::File,
        required: &["date", "summary", "status", "claim", "verdict", "sources"],
        optional: &["units", "topics", "photos", "attachments", "related"],
        text: "Penjelasan ditulis di bawah baris +++ berikut: fakta lebih dahulu, lalu kabar kelirunya.",
    },
    Archetype {
        kind: "unit",
        shape: Shape::Entry,
        required: &[],
        optional: &["summary", "parent", "contact", "photos"],
        text: "Profil unit ditulis di bawah baris +++ berikut: tugas, alamat, dan jam layanan.",
    },
    Archetype {
        kind: "person",
        shape: Shape::Entry,
        required: &[],
        optional: &["role", "summary", "units", "photos"],
        text: "Profil singkat ditulis di bawah baris +++ berikut.",
    },
    Archetype {
        kind: "topic",
        shape: Shape::Entry,
        required: &[],
        optional: &["summary", "photos"],
        text: "Penjelasan topik ditulis di bawah baris +++ berikut.",
    },
    Archetype {
        kind: "page",
        shape: Shape::Entry,
        required: &["status"],
        optional: &["summary", "photos", "attachments"],
        text: "Isi halaman ditulis di bawah baris +++ berikut.",
    },
];

/// What a kind of the newsroom's own begins with; its required keys come from site.toml.
const OWN: Archetype = Archetype {
    kind: "",
    shape: Shape::File,
    required: &["date", "summary", "status"],
    optional: &["units", "dateline", "authors", "people", "topics", "photos", "attachments", "related", "embargo"],
    text: LEAD,
};

/// The archetype of a kind, by its name.
pub fn of(kind: &str) -> &'static Archetype {
    ARCHETYPES.iter().find(|archetype| archetype.kind == kind).unwrap_or(&OWN)
}
