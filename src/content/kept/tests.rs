//! What is kept comes back as it was, or not at all.

use super::*;
use crate::config::{self, Config};
use crate::content::body::Html;
use crate::content::{Lost, Texts, identify, parse};
use crate::source::{Memory, Source};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;

const SITE: &str = r#"title = "Warta Uji"
base_url = "https://warta.contoh.go.id"
language = "id"
languages = ["id", "en"]
timezone = "Asia/Jakarta"

[kinds.rapat]
label = "Rapat"
fields = { nomor = "integer", terbuka = "boolean", hasil = "string", peserta = "strings", dimulai = "date" }
"#;

/// Every field that there is.
const FULL: &str = r#"+++
title = "Pasar pindah"
date = 2026-02-01T09:30:15+09:00
updated = 2026-02-02
summary = "Ke selatan"
slug = "pasar-pindah"
dateline = "Pandanlawas"
authors = ["rani"]
units = ["humas", "pasar"]
people = ["wali"]
topics = ["pasar", "kota tua"]
related = ["berita/2026/banjir"]
status = "review"
approved_by = "Rani"
embargo = 2026-03-01T00:00:00Z
expires = 2027-01-01
host = "Wali"
guest = "Tamu"
contact = { name = "Humas", phone = "0299", email = "humas@contoh.go.id" }
photos = [{ src = "a.jpg", alt = "Pasar", caption = "Pagi", credit = "Rani", focus = [0.25, 0.75] }]
video = { url = "https://video.contoh.go.id/1", duration = "PT3M20S", transcript = "Kata" }
attachments = [{ src = "denah.pdf", title = "Denah" }, { src = "denah.pdf" }]
changes = [{ date = 2026-02-03, kind = "right-of-reply", note = "Jawaban" }]
withdrawn = { date = 2026-04-01, reason = "Keliru" }
legacy_id = 2160
aliases = ["/lama"]
source = { name = "Antara", url = "https://antara.contoh.id/" }
license = "CC BY 4.0"
ai_disclosure = "Ringkasan"
urgent = true
sponsored = true
number = "1/2026"
claim = "Pasar tutup"
verdict = "false"
sources = [{ name = "Dinas", url = "https://dinas.contoh.go.id/" }]
[event]
start = 2026-02-10T10:00
end = 2026-02-10T12:00
place = "Balai"
delegation = 26
cancelled = true
moved_from = 2026-02-09T10:00
repeat = { every = "month", interval = 2, on = ["2nd tuesday", "last friday"], until = 2026-12-01, except = [2026-04-14] }
+++
"#;

const BODY: &str = "## Jadwal {#jadwal}\n\nLihat [a](../2025/b.md#c), [d](#jadwal), [e](/berita/?x=1#f), \
[g](denah.pdf), [h](../../../../x.pdf) dan [i](https://contoh.id/).\n\n![Foto](a.jpg \"Teks\")\n\n\
::::note{title=\"Besar\" penting=true angka=3 pecahan=1.5}\nIsi.\n\n:::quote{by=\"Rani\"}\nKutipan.\n:::\n::::\n\n\
<a id=\"x\">y</a> [^1]\n\n[^1]: Catatan.\n\n";

fn settings() -> Config {
    config::read(SITE.as_bytes(), None).0.unwrap()
}

/// Files with what they hold, as they are parsed.
fn readings(files: &[(String, Vec<u8>)], config: &Config) -> Vec<Reading> {
    let reading = |(name, bytes): &(String, Vec<u8>)| {
        let file = RelPath::new(name);
        let (document, findings) = match identify(&file, config)? {
            Ok(identity) => parse(&file, identity, bytes, config),
            Err(misplaced) => (None, vec![misplaced.finding(&file, config)]),
        };
        Some(Reading { file, digest: Digest::of(bytes), document: document.map(Arc::new), findings })
    };
    files.iter().filter_map(reading).collect()
}

fn packed(readings: &[Reading], guard: &Digest) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, guard, readings).unwrap();
    bytes
}

fn found(kept: &Kept, reading: &Reading) -> Option<(Option<Document>, Vec<Diagnostic>)> {
    kept.find(&reading.file, &reading.digest, || None)
}

/// Keeps readings and demands them back, and their texts too.
fn come_back(files: &[(String, Vec<u8>)], config: &Arc<Config>) {
    let readings = readings(files, config);
    let guard = guard("a", &config.digest);
    let kept = Kept::of(packed(&readings, &guard), &guard).unwrap();
    assert_eq!(kept.len(), readings.len());
    let memory = Memory::new([]);
    files.iter().for_each(|(name, bytes)| memory.put(name, bytes.clone()));
    let texts = Texts::new(Arc::default(), Arc::new(memory), config.clone());
    for reading in &readings {
        let (document, findings) = found(&kept, reading).unwrap_or_else(|| panic!("{reading:?}"));
        assert_eq!(findings, reading.findings);
        assert_eq!(document.as_ref(), reading.document.as_deref());
        if let Some((document, known)) = document.as_ref().zip(reading.document.as_deref()) {
            let pieces = |document: &Document| {
                let mut pieces = Vec::new();
                document.body.all_html(&mut |html| pieces.push(html.read(&texts).unwrap().into_owned()));
                pieces
            };
            // Twice: parsed again, then put aside.
            assert_eq!(pieces(document), pieces(known));
            assert_eq!(pieces(document), pieces(known));
        }
    }
}

fn long() -> String {
    format!("{FULL}{}", BODY.repeat(3).replace("Isi.", &"Isi yang panjang. ".repeat(30)))
}

fn one_file() -> Vec<(String, Vec<u8>)> {
    vec![("content/berita/2026/pasar.md".to_owned(), long().into_bytes())]
}

#[test]
fn every_field_comes_back() {
    let files = [
        ("content/berita/2026/pasar.md", long()),
        ("content/berita/2026/pasar.en.md", long().replace("\"2nd tuesday\", \"last friday\"", "\"day 10\"")),
        ("content/rapat/satu.md", "+++\ntitle = \"Satu\"\ndate = 2026-02-01\nnomor = -7\nterbuka = true\nhasil = \"Ya\"\npeserta = [\"a\", \"b\"]\ndimulai = 2026-01-01T08:00\n+++\nx\n".to_owned()),
        ("content/berita/salah.xx.md", "x".to_owned()),
        ("content/berita/tanpa.md", "tanpa apa-apa".to_owned()),
    ];
    let files: Vec<_> = files.map(|(name, text)| (name.to_owned(), text.into_bytes())).into();
    let config = Arc::new(settings());
    come_back(&files, &config);
    let all = readings(&files, &config);
    let front = &all[0].document.as_deref().unwrap().front;
    assert_eq!(front.event.as_deref().unwrap().repeat.as_ref().map(|repeat| repeat.on.len()), Some(2));
    assert!(front.withdrawn.is_some() && front.photos.len() == 1 && front.changes.len() == 1, "{front:?}");
    assert_eq!(all[2].document.as_deref().unwrap().front.extra.len(), 5);
    let Html::Here(html) = &all[0].document.as_deref().unwrap().body.html else { panic!("{all:?}") };
    let bytes = packed(&all, &config.digest);
    let half = &html.as_bytes()[..html.len() / 2];
    assert!(!bytes.windows(half.len()).any(|window| window == half), "the text of HTML is not kept");
}

#[test]
fn the_example_newsroom_comes_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = Arc::new(config::read(&std::fs::read(root.join("site.toml")).unwrap(), None).0.unwrap());
    let walk = walkdir::WalkDir::new(root.join("content")).sort_by_file_name();
    let files: Vec<(String, Vec<u8>)> = walk
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(|entry| {
            let name = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    assert!(files.len() > 80);
    come_back(&files, &config);
}

#[test]
fn other_bytes_settings_and_programs_find_nothing() {
    let config = settings();
    let readings = readings(&one_file(), &config);
    let guards = [guard("a", &config.digest), guard("b", &config.digest), guard("a", &Digest::of(b"x"))];
    let bytes = packed(&readings, &guards[0]);
    let kept = Kept::of(bytes.clone(), &guards[0]).unwrap();
    assert!(found(&kept, &readings[0]).is_some());
    let other = |file: &str, bytes: &[u8]| kept.find(&RelPath::new(file), &Digest::of(bytes), || None).is_none();
    assert!(other("content/berita/2026/pasar.md", b"x"));
    assert!(other("content/berita/2026/lain.md", long().as_bytes()));
    assert!(Kept::of(bytes.clone(), &guards[1]).is_none() && Kept::of(bytes, &guards[2]).is_none());
}

#[test]
fn a_changed_file_is_never_taken_for_the_one_that_was_read() {
    let config = Arc::new(settings());
    let all = readings(&one_file(), &config);
    let kept = Kept::of(packed(&all, &config.digest), &config.digest).unwrap();
    let memory = Arc::new(Memory::new([("content/berita/2026/pasar.md", "+++\ntitle = \"Lain\"\n+++\n")]));
    let texts = Texts::new(Arc::default(), memory, config);
    let lost = found(&kept, &all[0]).unwrap().0.unwrap();
    assert!(matches!(lost.body.html.read(&texts), Err(Lost::Changed)));
    // What was put aside does not depend on the file.
    let held = kept.find(&all[0].file, &all[0].digest, || texts.aside().keep(long().as_bytes())).unwrap().0.unwrap();
    let known = &all[0].document.as_deref().unwrap().body;
    assert_eq!(held.body.html.read(&texts).unwrap(), known.html.read(&texts).unwrap());
}

#[test]
fn a_file_is_parsed_again_once() {
    #[derive(Debug)]
    struct Counted(Memory, std::sync::atomic::AtomicU32);
    impl Source for Counted {
        fn list(&self) -> Result<crate::source::Listing, crate::failure::Failure> {
            self.0.list()
        }

        fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, crate::failure::Failure> {
            self.1.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            self.0.read(path)
        }
    }
    let config = Arc::new(settings());
    let all = readings(&one_file(), &config);
    let kept = Kept::of(packed(&all, &config.digest), &config.digest).unwrap();
    let memory = Memory::new([("content/berita/2026/pasar.md", long().as_str())]);
    let source = Arc::new(Counted(memory, 0.into()));
    let texts = Texts::new(Arc::default(), source.clone(), config);
    let document = found(&kept, &all[0]).unwrap().0.unwrap();
    for _ in 0..3 {
        document.clone().body.html.read(&texts).unwrap();
    }
    assert_eq!(source.1.load(std::sync::atomic::Ordering::Relaxed), 1);
}

#[test]
fn damage_is_survived_wherever_it_is() {
    let config = settings();
    let readings = readings(&one_file(), &config);
    let whole = packed(&readings, &config.digest);
    // The cache finds damage by its digest; here nothing stands before the reader.
    for at in 0..whole.len() {
        for bit in [1, 0x10, 0x80] {
            let mut damaged = whole.clone();
            damaged[at] ^= bit;
            drop(Kept::of(damaged, &config.digest).map(|kept| found(&kept, &readings[0])));
        }
        let cut = Kept::of(whole[..at].to_vec(), &config.digest);
        assert!(cut.is_none_or(|kept| found(&kept, &readings[0]).is_none()), "cut at {at}");
    }
}

#[test]
fn depth_and_lengths_are_bounded() {
    let read = |bytes: &[u8]| {
        let origin = Origin::new(RelPath::root(), Digest::of(b""), None);
        crate::data::Value::unpack(&mut Packed::new(bytes, origin))
    };
    // Lists of a list of a list: form 5, one element, which begins with its place.
    assert_eq!(read(&[5, 1, 0, 0].repeat(100_000)), None);
    assert_eq!(read(&[5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]), None);
    assert_eq!(read(&[0, 0xff, 0xff, 0xff, 0xff, 0x0f]), None);
    assert!(read(&[5, 1, 0, 0, 7]).is_some());
}

#[test]
fn a_cache_gives_back_what_it_was_given() {
    let root = tempfile::tempdir().unwrap();
    let cache = Cache::of(root.path());
    let config = settings();
    let readings = readings(&one_file(), &config);
    assert!(Kept::read(&cache, &config.digest).is_empty());
    keep(&cache, &config.digest, &readings);
    assert!(found(&Kept::read(&cache, &config.digest), &readings[0]).is_some());
    assert!(Kept::read(&cache, &Digest::of(b"x")).is_empty());
    keep(&cache, &config.digest, &[]);
    assert!(Kept::read(&cache, &config.digest).is_empty());
}

/// Documents, good and bad: fields and pieces of text in any number and order.
fn document() -> impl Strategy<Value = String> {
    let lines: Vec<&'static str> = FULL.lines().filter(|line| *line != "+++").collect();
    let pieces: Vec<&'static str> =
        BODY.split_inclusive('\n').chain(["::tidak{a=1}\n", "- [x](", "\u{0}é😀"]).collect();
    let front = proptest::collection::vec(select(lines), 0..12);
    let body = proptest::collection::vec(select(pieces), 0..12);
    (front, body, "\\PC{0,20}").prop_map(|(front, body, more)| {
        format!("+++\ntitle = \"Pasar\"\n{}\n+++\n{}{more}", front.join("\n"), body.concat())
    })
}

proptest! {
    #[test]
    fn any_document_comes_back(texts in proptest::collection::vec(document(), 1..4)) {
        let config = Arc::new(settings());
        let named = (0..).zip(texts).map(|(number, text)| (format!("content/agenda/{number}.md"), text.into_bytes()));
        come_back(&named.collect::<Vec<_>>(), &config);
    }

    #[test]
    fn any_bytes_are_survived(noise in proptest::collection::vec(any::<u8>(), 0..300), small in proptest::collection::vec(0u8..8, 0..300)) {
        for noise in [noise, small] {
            let digest = Digest::of(b"");
            let (name, length) = (4u32.to_le_bytes(), (noise.len() as u32).to_le_bytes());
            let record = [&digest.bytes()[..], &digest.bytes(), &name, &length, b"a.md", &[1], &noise].concat();
            drop(Kept::of([&digest.bytes()[..], &noise].concat(), &digest));
            drop(Kept::of(record[..record.len() - 1].to_vec(), &digest).map(|kept| kept.find(&RelPath::new("a.md"), &digest, || None)));
        }
    }
}
