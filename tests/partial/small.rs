//! The newsroom of which each test changes one thing, and what a build after it renders.

use crate::bench::Bench;
use crate::cli::assert_same;
use crate::room::{news, picture};
use warta::diagnostic::Tongue;
use warta::path::UrlPath;
use warta::publish::Why;

/// When it is looked at unless a test says otherwise.
pub const NOW: &str = "2026-03-01T12:00:00+07:00";

pub const SITE: &str = r#"title = "Warta Uji"
base_url = "https://warta.contoh.go.id"
language = "id"
languages = ["id", "en"]
timezone = "Asia/Jakarta"
[images]
share = false
[search]
enabled = false
"#;

pub const PASAR: &str = "content/berita/2026/pasar.md";
pub const PASAR_LINES: &str = "title = \"Pasar dibuka\"\ndate = 2026-02-10T09:00:00+07:00\npeople = [\"rani\"]\n\
                               topics = [\"pasar\"]\nphotos = [{ src = \"denah.gif\", alt = \"Denah\" }]\n";
pub const BANJIR: &str = "content/berita/2026/banjir.md";
pub const BANJIR_LINES: &str = "title = \"Banjir surut\"\ndate = 2026-02-11T09:00:00+07:00\ntopics = [\"air\"]\n";
pub const JALAN: &str = "content/siaran-pers/2026/jalan.md";
pub const JALAN_LINES: &str = "title = \"Jalan ditutup\"\ndate = 2026-01-12T09:00:00+07:00\nunits = [\"kominfo\"]\n\
                               contact = { name = \"Dewi\", phone = \"(0299) 555-0101\" }\n";
pub const LIBUR: &str = "content/pengumuman/2026/libur.md";
pub const LIBUR_LINES: &str = "title = \"Libur layanan\"\ndate = 2025-12-20T09:00:00+07:00\n";
pub const RAPAT: &str = "content/agenda/2026/rapat.md";
pub const RAPAT_LINES: &str = "title = \"Rapat warga\"\ndate = 2026-02-13T09:00:00+07:00\nevent = { start = \
                               2026-03-02T09:00:00+07:00, end = 2026-03-02T11:00:00+07:00, place = \"Aula\", repeat = { every = \"week\" } }\n";
pub const TEXT: &str = "Buka pukul enam.\n";

/// A newsroom with an article of each of some kinds, built once.
pub fn built() -> Bench {
    let bench = Bench::new(NOW);
    for (path, lines) in
        [(PASAR, PASAR_LINES), (BANJIR, BANJIR_LINES), (JALAN, JALAN_LINES), (LIBUR, LIBUR_LINES), (RAPAT, RAPAT_LINES)]
    {
        bench.files.put(path, news(lines, TEXT));
    }
    for (path, text) in [
        ("site.toml", SITE),
        ("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n"),
        ("content/unit/kominfo.md", "+++\ntitle = \"Dinas Kominfo\"\n+++\n"),
        ("content/tokoh/rani.md", "+++\ntitle = \"Rani Larasati\"\nrole = \"Kepala\"\n+++\n"),
        ("content/tentang.md", "+++\ntitle = \"Tentang kami\"\n+++\n\nRedaksi.\n"),
        ("static/catatan.txt", "satu"),
    ] {
        bench.files.put(path, text);
    }
    bench.files.put("content/berita/2026/denah.gif", picture("satu"));
    bench.build().rendered();
    bench
}

/// Builds again and compares with a build from nothing. One line for each address that was rendered; `=` before
/// those whose bytes came out as they had been, which a narrower question would have spared.
pub fn rendered(bench: &Bench) -> String {
    let before = bench.published();
    let made = bench.build();
    let (cold, site) = bench.cold();
    assert_eq!(made.findings, cold.findings);
    assert_same(&bench.published(), &site);
    if std::env::var_os("WARTA_WHY").is_some() {
        for (url, why) in &made.built.as_ref().unwrap().rendered {
            let why = match why {
                Why::Answers(reads) => {
                    reads.iter().map(|read| read.describe().in_tongue(Tongue::En).to_owned()).collect()
                }
                other => vec![format!("{other:?}")],
            };
            println!("{url}: {}", why.join("; "));
        }
    }
    let after = bench.published();
    let line = |(url, _): &(UrlPath, Why)| {
        let (file, url) = (url.output().to_string(), url.as_str());
        let same = before.get(&file).is_some_and(|bytes| after.get(&file) == Some(bytes));
        format!("{}{}", if same { "= " } else { "" }, masked(url))
    };
    made.built.iter().flat_map(|built| &built.rendered).map(line).collect::<Vec<_>>().join("\n")
}

/// An address without the digest that stands in it.
fn masked(url: &str) -> String {
    let is_digest = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mask = |part: &str| if is_digest(part) { "DIGEST" } else { part }.to_owned();
    let segment = |segment: &str| segment.split('.').map(mask).collect::<Vec<_>>().join(".");
    url.split('/').map(segment).collect::<Vec<_>>().join("/")
}

/// What is rendered after files were given other bytes.
pub fn after(files: &[(&str, &str)]) -> String {
    let bench = built();
    files.iter().for_each(|(path, text)| bench.files.put(path, *text));
    rendered(&bench)
}

/// What is rendered after an article got other front matter.
pub fn after_lines(path: &str, lines: &str) -> String {
    after(&[(path, &news(lines, TEXT))])
}
