//! WT2: front matter.

use super::photos::photo;
use super::room::{Room, news};
use super::said;
use insta::assert_snapshot;
use std::fmt::Write;
use warta::diagnostic::Diagnostic;

/// A room with one more news item.
fn item(text: impl AsRef<[u8]>) -> Room {
    Room::new().with("content/berita/2026/uji.md", text)
}

#[test]
fn a_text_without_front_matter_is_told_how_to_begin() {
    assert_snapshot!(said(&item("Banjir surut.\n")), @"
    content/berita/2026/uji.md:1:1 «Banjir surut.»
    error[WT201]
      id: dokumen tidak diawali data naskah
          = baris pertama harus +++, lalu title, date, dan summary, lalu +++ lagi
      en: the document has no front matter
          = the first line must be +++, then title, date and summary, then +++ again
    ");
}

#[test]
fn times_of_an_event_are_of_its_day() {
    let of = |times: &str| {
        let toml = said(&item(news(&format!("event = {{ date = 2022-09-01, {times}, place = \"Aula\" }}\n"), "")));
        let yaml = format!(
            "---\ntitle: Uji\ndate: 2026-02-01\nsummary: Uji\nunits: [humas]\nevent: {{date: 2022-09-01, {}, place: Aula}}\n---\nTeks.\n",
            times.replace(" = ", ": ")
        );
        (toml, said(&item(yaml)))
    };
    assert_eq!(of("start = \"09:00\", end = \"11:30\""), (String::new(), String::new()));
    assert_eq!(of("start = \"09:00+07:00\", end = \"2022-09-02T10:00\""), (String::new(), String::new()));
    assert_eq!(said(&item(news("event = { date = 2022-09-01, start = 09:00:00, place = \"Aula\" }\n", ""))), "");
    assert_snapshot!(of("start = \"11:30\", end = \"09:00\"").0, @r#"
    content/berita/2026/uji.md:2:53 «"09:00"»
    error[WT211]
      id: `event.end` lebih awal daripada `event.start`
          = tukar atau perbaiki salah satunya
      en: `event.end` is before `event.start`
          = swap them or mend one
    "#);
    assert_snapshot!(of("start = \"09.00\"").0, @r#"
    content/berita/2026/uji.md:2:38 «"09.00"»
    error[WT208]
      id: `start` tidak dapat dibaca sebagai tanggal: 09.00
          = harinya belum ditulis; tulis 2022-09-01T09:00
      en: `start` can't be read as a date: 09.00
          = the day is missing; write 2022-09-01T09:00
    "#);
}

#[test]
fn fences_that_are_almost_right() {
    let keys = "title = \"Banjir\"\ndate = 2026-02-01\nsummary = \"Surut\"\nunits = [\"humas\"]\n";
    let yaml = "title: Banjir\ndate: 2026-02-01\nsummary: Surut\nunits: [humas]\n";
    let body = "\nAir surut.\n\n---\n\n[x](tiada.md)\n";
    let mut told = String::new();
    for (opening, keys, closing) in [
        ("\n\n+++", keys, "+++"),
        ("+++++", keys, "+++++"),
        ("----", yaml, "---"),
        ("—", yaml, "---"),
        ("+++", keys, "---"),
        ("---", yaml, "----"),
        ("+++ ", keys, "++++"),
        ("---", yaml, "+++"),
    ] {
        let room = item(format!("{opening}\n{keys}{closing}\n{body}"));
        writeln!(told, "{} … {closing}\n{}", opening.trim_start(), said(&room)).unwrap();
    }
    assert_snapshot!(told, @"
    +++ … +++
    content/berita/2026/uji.md:3:1 «+++»
    error[WT201]
      id: ada baris kosong di atas data naskah
          = hapus baris kosong itu: +++ harus berada di baris pertama
      en: there are blank lines above the front matter
          = remove them: +++ must be the first line
    content/berita/2026/uji.md:14:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    +++++ … +++++
    content/berita/2026/uji.md:1:1 «+++++»
    error[WT201]
      id: pembatas data naskah salah tulis: +++++
          = tulis +++ di baris ini: tepat tiga tanda, di tepi kiri
      en: the fence of the front matter is mistyped: +++++
          = write +++ on this line: exactly three signs, at the left margin
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    ---- … ---
    content/berita/2026/uji.md:1:1 «----»
    error[WT201]
      id: pembatas data naskah salah tulis: ----
          = tulis --- di baris ini: tepat tiga tanda, di tepi kiri
      en: the fence of the front matter is mistyped: ----
          = write --- on this line: exactly three signs, at the left margin
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    — … ---
    content/berita/2026/uji.md:1:1 «—»
    error[WT201]
      id: pembatas data naskah salah tulis: —
          = tulis --- di baris ini: tepat tiga tanda, di tepi kiri
      en: the fence of the front matter is mistyped: —
          = write --- on this line: exactly three signs, at the left margin
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    +++ … ---
    content/berita/2026/uji.md:6:1 «---»
    error[WT202]
      id: data naskah dibuka dengan +++, tetapi ditutup dengan ---
          = ganti baris ini dengan +++
      en: the front matter is opened by +++ and closed by ---
          = write +++ on this line
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    --- … ----
    content/berita/2026/uji.md:6:1 «----»
    error[WT202]
      id: data naskah dibuka dengan ---, tetapi ditutup dengan ----
          = ganti baris ini dengan ---
      en: the front matter is opened by --- and closed by ----
          = write --- on this line
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    +++  … ++++
    content/berita/2026/uji.md:6:1 «++++»
    error[WT202]
      id: data naskah dibuka dengan +++, tetapi ditutup dengan ++++
          = ganti baris ini dengan +++
      en: the front matter is opened by +++ and closed by ++++
          = write +++ on this line
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md

    --- … +++
    content/berita/2026/uji.md:6:1 «+++»
    error[WT202]
      id: data naskah dibuka dengan ---, tetapi ditutup dengan +++
          = ganti baris ini dengan ---
      en: the front matter is opened by --- and closed by +++
          = write --- on this line
    content/berita/2026/uji.md:12:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md
    ");
    let lines = "claim = \"\"\"\n----\nKabar\n\"\"\"\n";
    assert_snapshot!(said(&item(news(lines, ""))), @"");
}

#[test]
fn closing_fences_are_told_at_their_place() {
    let keys = "title = \"Kutip ''' tiga\" # \"\"\"\ndate = 2026-02-01\nsummary = '\"\"\"'\nunits = [\"humas\"]\n";
    let yaml = "title: '''Banjir'''\ndate: 2026-02-01\nsummary: |\n  a\n  ---\n  b\nunits: [humas]\n";
    let mut told = String::new();
    for (keys, closing) in [
        (keys, "  +++"),
        (keys, "+++ # selesai"),
        (keys, "+ + +"),
        (keys, "+++\u{200b}"),
        (keys, "---"),
        (yaml, "--- Isi"),
        (yaml, "  ---"),
        (yaml, "---"),
    ] {
        let opening = if keys.starts_with("title =") { "+++" } else { "---" };
        writeln!(told, "{closing:?}\n{}", said(&item(format!("{opening}\n{keys}{closing}\n\nIsi.\n")))).unwrap();
    }
    assert_snapshot!(told, @r#"
    "  +++"
    content/berita/2026/uji.md:6:1 «  +++»
    error[WT202]
      id: pembatas data naskah salah tulis: +++
          = tulis +++ di baris ini: tepat tiga tanda, di tepi kiri
      en: the fence of the front matter is mistyped: +++
          = write +++ on this line: exactly three signs, at the left margin

    "+++ # selesai"
    content/berita/2026/uji.md:6:1 «+++ # selesai»
    error[WT202]
      id: ada teks sesudah pembatas data naskah: +++ # selesai
          = tulis +++ saja di baris ini; pindahkan teksnya ke baris lain
      en: there is text behind the fence of the front matter: +++ # selesai
          = write +++ alone on this line; move the text to another line

    "+ + +"
    content/berita/2026/uji.md:6:1 «+ + +»
    error[WT202]
      id: data naskah dibuka dengan +++, tetapi ditutup dengan + + +
          = ganti baris ini dengan +++
      en: the front matter is opened by +++ and closed by + + +
          = write +++ on this line

    "+++\u{200b}"
    content/berita/2026/uji.md:6:4 «<U+200B>»
    error[WT202]
      id: ada karakter yang tidak terlihat pada pembatas data naskah: spasi tanpa lebar (U+200B)
          = hapus baris ini, lalu ketik +++
      en: there is a character that nobody sees in the fence of the front matter: a space without width (U+200B)
          = delete this line and type +++

    "---"
    content/berita/2026/uji.md:6:1 «---»
    error[WT202]
      id: data naskah dibuka dengan +++, tetapi ditutup dengan ---
          = ganti baris ini dengan +++
      en: the front matter is opened by +++ and closed by ---
          = write +++ on this line

    "--- Isi"
    content/berita/2026/uji.md:9:1 «--- Isi»
    error[WT202]
      id: ada teks sesudah pembatas data naskah: --- Isi
          = tulis --- saja di baris ini; pindahkan teksnya ke baris lain
      en: there is text behind the fence of the front matter: --- Isi
          = write --- alone on this line; move the text to another line

    "  ---"
    content/berita/2026/uji.md:9:1 «  ---»
    error[WT202]
      id: pembatas data naskah salah tulis: ---
          = tulis --- di baris ini: tepat tiga tanda, di tepi kiri
      en: the fence of the front matter is mistyped: ---
          = write --- on this line: exactly three signs, at the left margin

    "---"
    "#);
    let within = "claim = \"\"\"\nKabar\n+++\n---\n\"\"\"\n";
    assert_snapshot!(said(&item(news(within, ""))), @"");
    let unclosed = "[event\nstart = 2026-02-05\ndate = 2026-02-05\nplace = \"Aula\"\n";
    let usual = "title = \"A\"\ndate = 2026-02-01\nsummary = \"S\"\nunits = [\"humas\"]\n";
    assert_snapshot!(said(&item(format!("+++\n{usual}{unclosed}+++\n"))), @"
    content/berita/2026/uji.md:6:7 «»
    error[WT203]
      id: nama kelompok ini tidak ditutup
          = tambahkan `]` di akhirnya
      en: the name of this group is not closed
          = add a `]` at its end
    ");
    assert_snapshot!(said(&item(format!("\u{200b}+++ \n{usual}+++\n"))), @"
    content/berita/2026/uji.md:1:1 «<U+200B>»
    error[WT201]
      id: ada karakter yang tidak terlihat pada pembatas data naskah: spasi tanpa lebar (U+200B)
          = hapus baris ini, lalu ketik +++
      en: there is a character that nobody sees in the fence of the front matter: a space without width (U+200B)
          = delete this line and type +++
    ");
    assert_snapshot!(said(&item(format!("+++ naskah\n{usual}+++\n"))), @"
    content/berita/2026/uji.md:1:1 «+++ naskah»
    error[WT201]
      id: ada teks sesudah pembatas data naskah: +++ naskah
          = tulis +++ saja di baris ini; pindahkan teksnya ke baris lain
      en: there is text behind the fence of the front matter: +++ naskah
          = write +++ alone on this line; move the text to another line
    ");
}

#[test]
fn front_matter_that_is_not_closed_is_shown_at_its_fence() {
    assert_snapshot!(said(&item("+++\ntitle = \"Banjir\"\n\nAir surut.\n")), @"
    content/berita/2026/uji.md:1:1 «+++»
    error[WT202]
      id: data naskah tidak ditutup
          = tambahkan baris +++ sebelum isi naskah
      en: the front matter is not closed
          = add a line +++ before the text
    ");
    assert_snapshot!(said(&item("---\ntitle: Banjir\n\nAir surut.\n")), @"
    content/berita/2026/uji.md:1:1 «---»
    error[WT202]
      id: data naskah tidak ditutup
          = tambahkan baris --- sebelum isi naskah
      en: the front matter is not closed
          = add a line --- before the text
    ");
    assert_snapshot!(said(&item("+++")), @"
    content/berita/2026/uji.md:1:1 «+++»
    error[WT202]
      id: data naskah tidak ditutup
          = tambahkan baris +++ sebelum isi naskah
      en: the front matter is not closed
          = add a line +++ before the text
    ");
}

#[test]
fn slips_of_notation_are_all_told_in_one_run() {
    let toml = "title = \"Banjir\nsummary = Air surut\ndate = \nunits = [\"humas\"\n";
    assert_snapshot!(said(&item(format!("+++\n{toml}+++\n"))), @r#"
    content/berita/2026/uji.md:2:16 «»
    error[WT203]
      id: teks ini tidak ditutup
          = tambahkan `"` di akhirnya
      en: this text is not closed
          = add a `"` at its end
    content/berita/2026/uji.md:3:11 «Air surut»
    error[WT203]
      id: teks ini tidak diapit tanda kutip
          = tulis "Air surut"
      en: this text has no quotation marks
          = write "Air surut"
    content/berita/2026/uji.md:4:8 «»
    error[WT203]
      id: nilainya belum ditulis
          = tulis nilainya, atau hapus baris ini
      en: the value is missing
          = write it, or remove the line
    content/berita/2026/uji.md:5:17 «»
    error[WT203]
      id: daftar ini tidak ditutup
          = tambahkan `]` di akhirnya
      en: this list is not closed
          = add a `]` at its end
    "#);
}

#[test]
fn yaml_stops_at_its_first_slip_and_says_where() {
    assert_snapshot!(said(&item("---\ntitle: Banjir: surut\ndate: 2026-02-01\n---\n")), @"
    content/berita/2026/uji.md:2:14 «:»
    error[WT203]
      id: titik dua di sini tidak terbaca
          = apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya
      en: this colon can't be read
          = put a value that holds a colon in quotes, or check the indentation
    ");
    assert_snapshot!(said(&item("---\ntitle: Banjir\n\tdate: 2026-02-01\n---\n")), @"
    content/berita/2026/uji.md:3:1 «	»
    error[WT203]
      id: ada tab, padahal YAML hanya menerima spasi
          = ganti tab dengan spasi
      en: a tab stands where YAML takes only spaces
          = write spaces in its place
    ");
    assert_snapshot!(said(&item("---\ntitle: *banjir\ndate: 2026-02-01\n---\n")), @"
    content/berita/2026/uji.md:2:8 «*»
    error[WT203]
      id: alias YAML (`*`) tidak didukung
          = kalau teksnya dimulai dengan `*`, apit dengan tanda kutip
      en: YAML's aliases (`*`) are not supported
          = put a text that begins with `*` in quotes
    ");
}

#[test]
fn a_mistyped_key_is_met_with_the_key_that_was_meant() {
    assert_snapshot!(said(&item(news("sumary = \"x\"\nwarna = \"biru\"\n", ""))), @"
    content/berita/2026/uji.md:2:1 «sumary»
    error[WT204]
      id: kunci `sumary` tidak dikenal
          = mungkin maksudnya `summary`?
      en: the key `sumary` is not known
          = did you mean `summary`?
    content/berita/2026/uji.md:3:1 «warna»
    error[WT204]
      id: kunci `warna` tidak dikenal
          = hapus baris ini, atau periksa ejaannya
      en: the key `warna` is not known
          = remove the line, or check its spelling
    ");
}

#[test]
fn yaml_has_the_same_keys() {
    let text =
        "---\ntitle: Banjir\ndate: 2026-02-01\nsummary: Air surut.\nunits: [humas]\ncontact:\n  fone: 0274\n---\n";
    assert_snapshot!(said(&item(text)), @"
    content/berita/2026/uji.md:7:3 «fone»
    error[WT204]
      id: kunci `fone` tidak dikenal
          = hapus baris ini, atau periksa ejaannya
      en: the key `fone` is not known
          = remove the line, or check its spelling
    ");
}

#[test]
fn what_is_to_be_added_is_written_as_yaml_in_yaml() {
    let text = "---\ntitle: Rapat\ndate: 2026-02-01\nsummary: x\nunits: 3\n---\n";
    assert_snapshot!(said(&Room::new().with("content/siaran-pers/a.md", text)), @r#"
    content/siaran-pers/a.md:1:1 «---»
    error[WT205]
      id: `contact` wajib diisi untuk jenis press-release
          = tambahkan contact: { name: "…", phone: "…", email: "…" }
      en: the kind press-release requires `contact`
          = add contact: { name: "…", phone: "…", email: "…" }
    content/siaran-pers/a.md:5:8 «3»
    error[WT206]
      id: `units` harus berupa daftar teks, bukan bilangan bulat
          = misalnya units: ["…"]
      en: `units` must be a list of texts, not a whole number
          = such as units: ["…"]
    "#);
}

#[test]
fn keys_of_inner_tables_are_known_too() {
    let lines = "event = { date = 2026-02-01, tempat = \"Balai\" }\nphotos = [{ src = \"a.jpg\", captoin = \"x\" }]\n";
    let room = item(news(lines, "")).with("content/berita/2026/a.jpg", photo());
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:30 «tempat»
    error[WT204]
      id: kunci `tempat` tidak dikenal
          = mungkin maksudnya `place`?
      en: the key `tempat` is not known
          = did you mean `place`?
    content/berita/2026/uji.md:3:11 «{ src = "a.jpg", captoin = "x" }»
    warning[WT409]
      id: foto ini belum punya `alt`
          = tulis apa yang terlihat, untuk pembaca tunanetra: alt = "…"
      en: this photo has no `alt`
          = say what is to be seen, for readers who can't: alt = "…"
    content/berita/2026/uji.md:3:19 «"a.jpg"»
    warning[WT708]
      id: foto ini belum punya `caption`, `credit`
          = tulis siapa, di mana, dan siapa pemotretnya: caption = "…", credit = "…"
      en: this photo has no `caption`, `credit`
          = say who, where and who took it: caption = "…", credit = "…"
    content/berita/2026/uji.md:3:28 «captoin»
    error[WT204]
      id: kunci `captoin` tidak dikenal
          = mungkin maksudnya `caption`?
      en: the key `captoin` is not known
          = did you mean `caption`?
    "#);
}

#[test]
fn every_kind_says_what_it_needs() {
    let bare = |title: &str| format!("+++\ntitle = \"{title}\"\n+++\n");
    let room = Room::new()
        .with("content/berita/kosong.md", "+++\n+++\n")
        .with("content/siaran-pers/a.md", bare("Siaran"))
        .with("content/kunjungan/a.md", "+++\ntitle = \"Kunjungan\"\ndate = 2026-02-01\nsummary = \"x\"\nevent = { place = \"Balai\" }\n+++\n")
        .with("content/foto/a.md", "+++\ntitle = \"Foto\"\ndate = 2026-02-01\nsummary = \"x\"\nphotos = [{ src = \"a.jpg\", alt = \"x\" }]\n+++\n")
        .with("content/foto/a.jpg", photo())
        .with("content/video/a.md", "+++\ntitle = \"Video\"\ndate = 2026-02-01\n+++\n")
        .with("content/agenda/a.md", "+++\ntitle = \"Agenda\"\ndate = 2026-02-01\nsummary = \"x\"\n+++\n")
        .with("content/klarifikasi/a.md", "+++\ntitle = \"Klarifikasi\"\ndate = 2026-02-01\nsummary = \"x\"\n+++\n")
        .with("content/tokoh/a.md", "+++\nrole = \"Camat\"\n+++\n");
    assert_snapshot!(said(&room), @r#"
    content/agenda/a.md:1:1 «+++»
    error[WT205]
      id: `event.place` wajib diisi untuk jenis agenda
          = tambahkan event = { start = 2026-09-01T09:00, place = "…" }
      en: the kind agenda requires `event.place`
          = add event = { start = 2026-09-01T09:00, place = "…" }
    content/agenda/a.md:1:1 «+++»
    error[WT205]
      id: `event.start` wajib diisi untuk jenis agenda
          = tambahkan event = { start = 2026-09-01T09:00, place = "…" }
      en: the kind agenda requires `event.start`
          = add event = { start = 2026-09-01T09:00, place = "…" }
    content/berita/kosong.md:1:1 «+++»
    error[WT205]
      id: `date` wajib diisi untuk jenis news
          = tambahkan date = 2026-09-01T14:00
      en: the kind news requires `date`
          = add date = 2026-09-01T14:00
    content/berita/kosong.md:1:1 «+++»
    error[WT205]
      id: `summary` wajib diisi untuk jenis news
          = tambahkan summary = "…"
      en: the kind news requires `summary`
          = add summary = "…"
    content/berita/kosong.md:1:1 «+++»
    error[WT205]
      id: `title` wajib diisi untuk jenis news
          = tambahkan title = "…"
      en: the kind news requires `title`
          = add title = "…"
    content/berita/kosong.md:1:1 «+++»
    error[WT205]
      id: `units` wajib diisi untuk jenis news
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: the kind news requires `units`
          = add units = ["…"], the name of a file in content/unit/
    content/foto/a.md:5:19 «"a.jpg"»
    error[WT708]
      id: foto ini belum punya `caption`, `credit`
          = tulis siapa, di mana, dan siapa pemotretnya: caption = "…", credit = "…"
      en: this photo has no `caption`, `credit`
          = say who, where and who took it: caption = "…", credit = "…"
    content/klarifikasi/a.md:1:1 «+++»
    error[WT205]
      id: `claim` wajib diisi untuk jenis clarification
          = tambahkan claim = "…"
      en: the kind clarification requires `claim`
          = add claim = "…"
    content/klarifikasi/a.md:1:1 «+++»
    error[WT205]
      id: `sources` wajib diisi untuk jenis clarification
          = tambahkan sources = [{ name = "…", url = "https://…" }]
      en: the kind clarification requires `sources`
          = add sources = [{ name = "…", url = "https://…" }]
    content/klarifikasi/a.md:1:1 «+++»
    error[WT205]
      id: `verdict` wajib diisi untuk jenis clarification
          = tambahkan verdict = "…"
      en: the kind clarification requires `verdict`
          = add verdict = "…"
    content/kunjungan/a.md:1:1 «+++»
    error[WT205]
      id: `guest` wajib diisi untuk jenis visit
          = tambahkan guest = "…"
      en: the kind visit requires `guest`
          = add guest = "…"
    content/kunjungan/a.md:1:1 «+++»
    error[WT205]
      id: `host` wajib diisi untuk jenis visit
          = tambahkan host = "…"
      en: the kind visit requires `host`
          = add host = "…"
    content/kunjungan/a.md:5:1 «event»
    error[WT205]
      id: `event.date` wajib diisi untuk jenis visit
          = tambahkan date = 2026-09-01 di dalam `event`
      en: the kind visit requires `event.date`
          = add date = 2026-09-01 within `event`
    content/siaran-pers/a.md:1:1 «+++»
    error[WT205]
      id: `contact` wajib diisi untuk jenis press-release
          = tambahkan contact = { name = "…", phone = "…", email = "…" }
      en: the kind press-release requires `contact`
          = add contact = { name = "…", phone = "…", email = "…" }
    content/siaran-pers/a.md:1:1 «+++»
    error[WT205]
      id: `date` wajib diisi untuk jenis press-release
          = tambahkan date = 2026-09-01T14:00
      en: the kind press-release requires `date`
          = add date = 2026-09-01T14:00
    content/siaran-pers/a.md:1:1 «+++»
    error[WT205]
      id: `summary` wajib diisi untuk jenis press-release
          = tambahkan summary = "…"
      en: the kind press-release requires `summary`
          = add summary = "…"
    content/siaran-pers/a.md:1:1 «+++»
    error[WT205]
      id: `units` wajib diisi untuk jenis press-release
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: the kind press-release requires `units`
          = add units = ["…"], the name of a file in content/unit/
    content/tokoh/a.md:1:1 «+++»
    error[WT205]
      id: `title` wajib diisi untuk jenis person
          = tambahkan title = "…"
      en: the kind person requires `title`
          = add title = "…"
    content/video/a.md:1:1 «+++»
    error[WT205]
      id: `summary` wajib diisi untuk jenis video
          = tambahkan summary = "…"
      en: the kind video requires `summary`
          = add summary = "…"
    content/video/a.md:1:1 «+++»
    error[WT205]
      id: `video.duration` wajib diisi untuk jenis video
          = tambahkan video = { url = "https://…", duration = "PT3M20S" }
      en: the kind video requires `video.duration`
          = add video = { url = "https://…", duration = "PT3M20S" }
    content/video/a.md:1:1 «+++»
    error[WT205]
      id: `video.url` wajib diisi untuk jenis video
          = tambahkan video = { url = "https://…", duration = "PT3M20S" }
      en: the kind video requires `video.url`
          = add video = { url = "https://…", duration = "PT3M20S" }
    "#);
}

#[test]
fn a_draft_that_is_not_complete_is_a_warning() {
    assert_snapshot!(said(&item("+++\ntitle = \"Banjir\"\ndate = 2026-02-01\nstatus = \"draft\"\n+++\n")), @r#"
    content/berita/2026/uji.md:1:1 «+++»
    warning[WT205]
      id: `summary` wajib diisi untuk jenis news
          = tambahkan summary = "…"
      en: the kind news requires `summary`
          = add summary = "…"
    content/berita/2026/uji.md:1:1 «+++»
    warning[WT205]
      id: `units` wajib diisi untuk jenis news
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: the kind news requires `units`
          = add units = ["…"], the name of a file in content/unit/
    "#);
}

#[test]
fn inner_tables_say_what_they_need() {
    let lines = "photos = [{ alt = \"x\" }]\nattachments = [{ title = \"x\" }]\nchanges = [{ kind = \"correction\" }]\nwithdrawn = {}\nsource = { url = \"https://contoh.go.id\" }\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:11 «{ alt = "x" }»
    error[WT205]
      id: `src` wajib diisi
          = tambahkan src = "…"
      en: `src` is required
          = add src = "…"
    content/berita/2026/uji.md:3:16 «{ title = "x" }»
    error[WT205]
      id: `src` wajib diisi
          = tambahkan src = "…"
      en: `src` is required
          = add src = "…"
    content/berita/2026/uji.md:4:12 «{ kind = "correction" }»
    error[WT205]
      id: `date` wajib diisi
          = tambahkan date = 2026-09-01
      en: `date` is required
          = add date = 2026-09-01
    content/berita/2026/uji.md:4:12 «{ kind = "correction" }»
    error[WT205]
      id: `note` wajib diisi
          = tambahkan note = "…"
      en: `note` is required
          = add note = "…"
    content/berita/2026/uji.md:5:1 «withdrawn»
    error[WT205]
      id: `date` wajib diisi
          = tambahkan date = 2026-09-01
      en: `date` is required
          = add date = 2026-09-01
    content/berita/2026/uji.md:5:1 «withdrawn»
    error[WT205]
      id: `reason` wajib diisi
          = tambahkan reason = "…"
      en: `reason` is required
          = add reason = "…"
    content/berita/2026/uji.md:6:1 «source»
    error[WT205]
      id: `name` wajib diisi
          = tambahkan name = "…"
      en: `name` is required
          = add name = "…"
    "#);
}

#[test]
fn a_value_of_the_wrong_type_is_told_the_right_one() {
    let lines = "summary = 12\nunits = 3\nurgent = \"ya\"\nlegacy_id = -1\ncontact = \"0274\"\nphotos = [\"a.jpg\"]\ndateline = 2026-02-01\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:11 «12»
    error[WT206]
      id: `summary` harus berupa teks, bukan bilangan bulat
          = apit nilainya dengan tanda kutip
      en: `summary` must be text, not a whole number
          = put the value in quotes
    content/berita/2026/uji.md:3:9 «3»
    error[WT206]
      id: `units` harus berupa daftar teks, bukan bilangan bulat
          = misalnya units = ["…"]
      en: `units` must be a list of texts, not a whole number
          = such as units = ["…"]
    content/berita/2026/uji.md:4:10 «"ya"»
    error[WT206]
      id: `urgent` harus berupa true atau false, bukan teks
          = tulis urgent = true, tanpa tanda kutip
      en: `urgent` must be true or false, not text
          = write urgent = true, without quotes
    content/berita/2026/uji.md:5:13 «-1»
    error[WT206]
      id: `legacy_id` harus berupa bilangan bulat mulai 0, bukan -1
          = misalnya legacy_id = 20
      en: `legacy_id` must be a whole number from 0, not -1
          = such as legacy_id = 20
    content/berita/2026/uji.md:6:11 «"0274"»
    error[WT206]
      id: `contact` harus berupa tabel, bukan teks
          = tulis contact = { name = "…", phone = "…", email = "…" }
      en: `contact` must be a table, not text
          = write contact = { name = "…", phone = "…", email = "…" }
    content/berita/2026/uji.md:7:11 «"a.jpg"»
    error[WT206]
      id: tiap isi `photos` harus berupa tabel, bukan teks
          = tulis photos = [{ src = "a.jpg", alt = "…", caption = "…", credit = "…" }]
      en: each of `photos` must be a table, not text
          = write photos = [{ src = "a.jpg", alt = "…", caption = "…", credit = "…" }]
    content/berita/2026/uji.md:8:12 «2026-02-01»
    error[WT206]
      id: `dateline` harus berupa teks, bukan tanggal
          = tulis dateline = "2026-02-01"
      en: `dateline` must be text, not a date
          = write dateline = "2026-02-01"
    "#);
    let lines = "photos = [{ src = \"a.jpg\", focus = [2, 0.5] }]\n";
    assert_snapshot!(said(&item(news(lines, "")).with("content/berita/2026/a.jpg", photo())), @r#"
    content/berita/2026/uji.md:2:11 «{ src = "a.jpg", focus = [2, 0.5] }»
    warning[WT409]
      id: foto ini belum punya `alt`
          = tulis apa yang terlihat, untuk pembaca tunanetra: alt = "…"
      en: this photo has no `alt`
          = say what is to be seen, for readers who can't: alt = "…"
    content/berita/2026/uji.md:2:19 «"a.jpg"»
    warning[WT708]
      id: foto ini belum punya `caption`, `credit`
          = tulis siapa, di mana, dan siapa pemotretnya: caption = "…", credit = "…"
      en: this photo has no `caption`, `credit`
          = say who, where and who took it: caption = "…", credit = "…"
    content/berita/2026/uji.md:2:36 «[2, 0.5]»
    error[WT206]
      id: `focus` harus berupa dua angka dari 0 sampai 1, bukan daftar ini
          = misalnya focus = [0.5, 0.4]
      en: `focus` must be two numbers from 0 to 1, not this list
          = such as focus = [0.5, 0.4]
    "#);
}

#[test]
fn a_word_that_is_not_one_of_those_allowed() {
    let lines = "status = \"aproved\"\nchanges = [{ date = 2026-02-02, kind = \"ralat\", note = \"x\" }]\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:10 «"aproved"»
    error[WT207]
      id: `status` tidak dapat berisi `aproved`
          = mungkin maksudnya `approved`? Pilihannya: draft, review, approved
      en: `status` can't be `aproved`
          = did you mean `approved`? It is one of: draft, review, approved
    content/berita/2026/uji.md:3:40 «"ralat"»
    error[WT207]
      id: `kind` tidak dapat berisi `ralat`
          = mungkin maksudnya `correction`? Pilihannya: minor, update, correction, clarification, right-of-reply
      en: `kind` can't be `ralat`
          = did you mean `correction`? It is one of: minor, update, correction, clarification, right-of-reply
    "#);
}

#[test]
fn days_and_hours_that_do_not_exist() {
    let lines = "date = 2026-02-30\nupdated = \"2026-02-03T25:00\"\nembargo = 2026-02-03T05:00:00+19:00\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «2026-02-30»
    error[WT208]
      id: `date` bukan tanggal yang ada: 2026-02-30
          = Februari 2026 berakhir tanggal 28; tulis 2026-02-28, atau tanggal yang benar
      en: `date` is a date that does not exist: 2026-02-30
          = February 2026 ends on day 28; write 2026-02-28, or the right day
    content/berita/2026/uji.md:3:11 «"2026-02-03T25:00"»
    error[WT208]
      id: `updated` bukan tanggal yang ada: 2026-02-03T25:00
          = tidak ada jam 25:00: jam dari 00:00 sampai 23:59, misalnya 2026-09-01T14:00
      en: `updated` is a date that does not exist: 2026-02-03T25:00
          = there is no time 25:00: it is from 00:00 to 23:59, such as 2026-09-01T14:00
    content/berita/2026/uji.md:4:11 «2026-02-03T05:00:00+19:00»
    error[WT208]
      id: `embargo` bukan tanggal yang ada: 2026-02-03T05:00:00+19:00
          = selisih zona paling jauh 14 jam; WIB adalah +07:00, WITA +08:00, WIT +09:00
      en: `embargo` is a date that does not exist: 2026-02-03T05:00:00+19:00
          = an offset is 14 hours at most; WIB is +07:00, WITA +08:00, WIT +09:00
    "#);
}

#[test]
fn other_notations_of_dates_are_met_with_the_right_one() {
    let lines = "date = \"Kamis, 1 September 2022\"\nupdated = 1/9/2022\nexpires = \"besok\"\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «"Kamis, 1 September 2022"»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: Kamis, 1 September 2022
          = bulan ditulis dengan angka; tulis 2022-09-01
      en: `date` can't be read as a date: Kamis, 1 September 2022
          = months are written as numbers; write 2022-09-01
    content/berita/2026/uji.md:3:11 «1/9/2022»
    error[WT208]
      id: `updated` tidak dapat dibaca sebagai tanggal: 1/9/2022
          = urutannya tahun-bulan-hari; tulis 2022-09-01
      en: `updated` can't be read as a date: 1/9/2022
          = the order is year-month-day; write 2022-09-01
    content/berita/2026/uji.md:4:11 «"besok"»
    error[WT208]
      id: `expires` tidak dapat dibaca sebagai tanggal: besok
          = tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00
      en: `expires` can't be read as a date: besok
          = write year-month-day, such as 2026-09-01 or 2026-09-01T14:00
    "#);
}

#[test]
fn an_hour_that_clocks_skip_needs_its_offset() {
    let site = super::room::SITE.replace("Asia/Jakarta", "Europe/Berlin");
    let room = item(news("date = 2025-03-30T02:30\n", "")).with("site.toml", site);
    assert_snapshot!(said(&room), @"
    content/berita/2026/uji.md:2:8 «2025-03-30T02:30»
    error[WT208]
      id: `date` tidak pasti: pada 2025-03-30T02:30 jam setempat digeser
          = tulis selisih zonanya, misalnya +02:00
      en: `date` is not certain: clocks are changed at 2025-03-30T02:30
          = write its offset, such as +02:00
    ");
}

#[test]
fn dates_and_times_of_people_are_met_with_what_is_wrong_about_them() {
    let lines = "date = 31/02/2026\nupdated = 2026-13-01\nexpires = 2026-02-31\nembargo = 1 September 2022 pukul 14.00 WIB\n\
        event = { date = 14:00 WIB, start = \"09.00\", end = \"9:00\" }\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «31/02/2026»
    error[WT208]
      id: `date` bukan tanggal yang ada: 31/02/2026
          = Februari 2026 berakhir tanggal 28; tulis 2026-02-28, atau tanggal yang benar
      en: `date` is a date that does not exist: 31/02/2026
          = February 2026 ends on day 28; write 2026-02-28, or the right day
    content/berita/2026/uji.md:3:11 «2026-13-01»
    error[WT208]
      id: `updated` bukan tanggal yang ada: 2026-13-01
          = tidak ada bulan 13: urutannya tahun-bulan-hari; mungkin maksudnya 2026-01-13?
      en: `updated` is a date that does not exist: 2026-13-01
          = there is no month 13: the order is year-month-day; did you mean 2026-01-13?
    content/berita/2026/uji.md:4:11 «2026-02-31»
    error[WT208]
      id: `expires` bukan tanggal yang ada: 2026-02-31
          = Februari 2026 berakhir tanggal 28; tulis 2026-02-28, atau tanggal yang benar
      en: `expires` is a date that does not exist: 2026-02-31
          = February 2026 ends on day 28; write 2026-02-28, or the right day
    content/berita/2026/uji.md:5:11 «1 September 2022 pukul 14.00 WIB»
    error[WT208]
      id: `embargo` tidak dapat dibaca sebagai tanggal: 1 September 2022 pukul 14.00 WIB
          = bulan ditulis dengan angka; tulis 2022-09-01T14:00+07:00
      en: `embargo` can't be read as a date: 1 September 2022 pukul 14.00 WIB
          = months are written as numbers; write 2022-09-01T14:00+07:00
    content/berita/2026/uji.md:6:18 «14:00 WIB»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: 14:00 WIB
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T14:00+07:00
      en: `date` can't be read as a date: 14:00 WIB
          = the day is missing; write day and time, such as 2026-09-01T14:00+07:00
    content/berita/2026/uji.md:6:37 «"09.00"»
    error[WT208]
      id: `start` tidak dapat dibaca sebagai tanggal: 09.00
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `start` can't be read as a date: 09.00
          = the day is missing; write day and time, such as 2026-09-01T09:00
    content/berita/2026/uji.md:6:52 «"9:00"»
    error[WT208]
      id: `end` tidak dapat dibaca sebagai tanggal: 9:00
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `end` can't be read as a date: 9:00
          = the day is missing; write day and time, such as 2026-09-01T09:00
    "#);
    let lines = "date = 2026-02-01 9:00\nupdated = 2026-02-01T14:00 WIB\nexpires = 2026-02-01 24:00\nembargo = 2026-02-01 14.00\n\
        [event]\ndate = 09.00\nstart = 9:00\nend = 14.30\nmoved_from = 14:00 WIB\n";
    assert_snapshot!(said(&item(news(lines, ""))), @"
    content/berita/2026/uji.md:2:8 «2026-02-01 9:00»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: 2026-02-01 9:00
          = jam ditulis dua angka; tulis 2026-02-01T09:00
      en: `date` can't be read as a date: 2026-02-01 9:00
          = an hour has two digits; write 2026-02-01T09:00
    content/berita/2026/uji.md:3:11 «2026-02-01T14:00 WIB»
    error[WT208]
      id: `updated` tidak dapat dibaca sebagai tanggal: 2026-02-01T14:00 WIB
          = WIB ditulis sebagai selisihnya, +07:00; tulis 2026-02-01T14:00+07:00
      en: `updated` can't be read as a date: 2026-02-01T14:00 WIB
          = WIB is written as its offset, +07:00; write 2026-02-01T14:00+07:00
    content/berita/2026/uji.md:4:11 «2026-02-01 24:00»
    error[WT208]
      id: `expires` bukan tanggal yang ada: 2026-02-01 24:00
          = 24:00 adalah awal hari berikutnya: tulis 2026-02-02T00:00
      en: `expires` is a date that does not exist: 2026-02-01 24:00
          = 24:00 is the start of the next day: write 2026-02-02T00:00
    content/berita/2026/uji.md:5:11 «2026-02-01 14.00»
    error[WT208]
      id: `embargo` tidak dapat dibaca sebagai tanggal: 2026-02-01 14.00
          = jam dan menit dipisahkan titik dua; tulis 2026-02-01T14:00
      en: `embargo` can't be read as a date: 2026-02-01 14.00
          = a colon stands between hours and minutes; write 2026-02-01T14:00
    content/berita/2026/uji.md:10:8 «09.00»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: 09.00
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `date` can't be read as a date: 09.00
          = the day is missing; write day and time, such as 2026-09-01T09:00
    content/berita/2026/uji.md:11:9 «9:00»
    error[WT208]
      id: `start` tidak dapat dibaca sebagai tanggal: 9:00
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `start` can't be read as a date: 9:00
          = the day is missing; write day and time, such as 2026-09-01T09:00
    content/berita/2026/uji.md:12:7 «14.30»
    error[WT206]
      id: `end` harus berupa tanggal, bukan bilangan pecahan
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T14:30
      en: `end` must be a date, not a number with a fraction
          = the day is missing; write day and time, such as 2026-09-01T14:30
    content/berita/2026/uji.md:13:14 «14:00 WIB»
    error[WT208]
      id: `moved_from` tidak dapat dibaca sebagai tanggal: 14:00 WIB
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T14:00+07:00
      en: `moved_from` can't be read as a date: 14:00 WIB
          = the day is missing; write day and time, such as 2026-09-01T14:00+07:00
    ");
    let yaml = "title: Banjir\ndate: 31/02/2026\nupdated: 2026-13-01\nexpires: 1 September 2022\nembargo: 9:00\nsummary: x\nunits: humas\n\
        event:\n  date: 14:00 WIB\n  start: 09.00\n  end: 2026-02-01 9:00\n";
    assert_snapshot!(said(&item(format!("---\n{yaml}---\n"))), @"
    content/berita/2026/uji.md:3:7 «31/02/2026»
    error[WT208]
      id: `date` bukan tanggal yang ada: 31/02/2026
          = Februari 2026 berakhir tanggal 28; tulis 2026-02-28, atau tanggal yang benar
      en: `date` is a date that does not exist: 31/02/2026
          = February 2026 ends on day 28; write 2026-02-28, or the right day
    content/berita/2026/uji.md:4:10 «2026-13-01»
    error[WT208]
      id: `updated` bukan tanggal yang ada: 2026-13-01
          = tidak ada bulan 13: urutannya tahun-bulan-hari; mungkin maksudnya 2026-01-13?
      en: `updated` is a date that does not exist: 2026-13-01
          = there is no month 13: the order is year-month-day; did you mean 2026-01-13?
    content/berita/2026/uji.md:5:10 «1 September 2022»
    error[WT208]
      id: `expires` tidak dapat dibaca sebagai tanggal: 1 September 2022
          = bulan ditulis dengan angka; tulis 2022-09-01
      en: `expires` can't be read as a date: 1 September 2022
          = months are written as numbers; write 2022-09-01
    content/berita/2026/uji.md:6:10 «9:00»
    error[WT208]
      id: `embargo` tidak dapat dibaca sebagai tanggal: 9:00
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `embargo` can't be read as a date: 9:00
          = the day is missing; write day and time, such as 2026-09-01T09:00
    content/berita/2026/uji.md:10:9 «14:00 WIB»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: 14:00 WIB
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T14:00+07:00
      en: `date` can't be read as a date: 14:00 WIB
          = the day is missing; write day and time, such as 2026-09-01T14:00+07:00
    content/berita/2026/uji.md:11:10 «09.00»
    error[WT206]
      id: `start` harus berupa tanggal, bukan bilangan pecahan
          = harinya belum ditulis; tulis hari dan jamnya, misalnya 2026-09-01T09:00
      en: `start` must be a date, not a number with a fraction
          = the day is missing; write day and time, such as 2026-09-01T09:00
    content/berita/2026/uji.md:12:8 «2026-02-01 9:00»
    error[WT208]
      id: `end` tidak dapat dibaca sebagai tanggal: 2026-02-01 9:00
          = jam ditulis dua angka; tulis 2026-02-01T09:00
      en: `end` can't be read as a date: 2026-02-01 9:00
          = an hour has two digits; write 2026-02-01T09:00
    ");
}

#[test]
fn values_of_the_wrong_kind_are_shown_as_they_are_written() {
    let lines = "date = 2026-02-01T09:00\nexpires = 2026-02-01T09:00\ntopics = \"banjir, longsor\"\nlegacy_id = \"1148\"\n\
        photos = \"a.jpg\"\nattachments = [\"b.pdf\"]\nevent = \"Aula\"\ncontact = \"Humas\"\nurgent = \"ya\"\nvideo = []\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:3:11 «2026-02-01T09:00»
    error[WT211]
      id: `expires` tidak sesudah `date`: naskah ini tidak akan pernah terbit
          = tulis hari sesudah `date`, atau hapus `expires`
      en: `expires` is not after `date`: the document would never be published
          = write a day after `date`, or remove `expires`
    content/berita/2026/uji.md:4:10 «"banjir, longsor"»
    error[WT206]
      id: `topics` berupa satu teks yang berisi koma, bukan daftar
          = tulis topics = ["banjir", "longsor"]; kalau memang satu butir, tulis ["banjir, longsor"]
      en: `topics` is one text with commas, not a list
          = write topics = ["banjir", "longsor"]; if it is a single item, write ["banjir, longsor"]
    content/berita/2026/uji.md:5:13 «"1148"»
    error[WT206]
      id: `legacy_id` harus berupa bilangan bulat mulai 0, bukan teks
          = tulis tanpa tanda kutip: legacy_id = 1148
      en: `legacy_id` must be a whole number from 0, not text
          = write it without quotes: legacy_id = 1148
    content/berita/2026/uji.md:6:10 «"a.jpg"»
    error[WT206]
      id: `photos` harus berupa daftar tabel, bukan teks
          = tulis photos = [{ src = "a.jpg", alt = "…", caption = "…", credit = "…" }]
      en: `photos` must be a list of tables, not text
          = write photos = [{ src = "a.jpg", alt = "…", caption = "…", credit = "…" }]
    content/berita/2026/uji.md:7:16 «"b.pdf"»
    error[WT206]
      id: tiap isi `attachments` harus berupa tabel, bukan teks
          = tulis attachments = [{ src = "b.pdf", title = "…" }]
      en: each of `attachments` must be a table, not text
          = write attachments = [{ src = "b.pdf", title = "…" }]
    content/berita/2026/uji.md:8:9 «"Aula"»
    error[WT206]
      id: `event` harus berupa tabel, bukan teks
          = tulis event = { date = 2026-09-01, start = 2026-09-01T09:00, end = 2026-09-01T11:00, place = "Aula" }
      en: `event` must be a table, not text
          = write event = { date = 2026-09-01, start = 2026-09-01T09:00, end = 2026-09-01T11:00, place = "Aula" }
    content/berita/2026/uji.md:9:11 «"Humas"»
    error[WT206]
      id: `contact` harus berupa tabel, bukan teks
          = tulis contact = { name = "Humas", phone = "…", email = "…" }
      en: `contact` must be a table, not text
          = write contact = { name = "Humas", phone = "…", email = "…" }
    content/berita/2026/uji.md:10:10 «"ya"»
    error[WT206]
      id: `urgent` harus berupa true atau false, bukan teks
          = tulis urgent = true, tanpa tanda kutip
      en: `urgent` must be true or false, not text
          = write urgent = true, without quotes
    content/berita/2026/uji.md:11:9 «[]»
    error[WT206]
      id: `video` harus berupa tabel, bukan daftar
          = tulis video = { url = "…", duration = "PT3M20S" }
      en: `video` must be a table, not a list
          = write video = { url = "…", duration = "PT3M20S" }
    "#);
    let yaml = "title: Banjir\ndate: 2026-02-01T09:00\nexpires: 2026-02-01\nsummary:\nunits: humas, dlh\nphotos: a.jpg\nchanges: salah\n";
    assert_snapshot!(said(&item(format!("---\n{yaml}---\n"))), @r#"
    content/berita/2026/uji.md:4:10 «2026-02-01»
    error[WT211]
      id: `expires` tidak sesudah `date`: naskah ini tidak akan pernah terbit
          = tulis hari sesudah `date`, atau hapus `expires`
      en: `expires` is not after `date`: the document would never be published
          = write a day after `date`, or remove `expires`
    content/berita/2026/uji.md:5:9 «»
    error[WT205]
      id: `summary` masih kosong, padahal wajib untuk jenis news
          = tulis summary: "…"
      en: `summary` is empty, but the kind news requires it
          = write summary: "…"
    content/berita/2026/uji.md:6:8 «humas, dlh»
    error[WT206]
      id: `units` berupa satu teks yang berisi koma, bukan daftar
          = tulis units: ["humas", "dlh"]; kalau memang satu butir, tulis ["humas, dlh"]
      en: `units` is one text with commas, not a list
          = write units: ["humas", "dlh"]; if it is a single item, write ["humas, dlh"]
    content/berita/2026/uji.md:7:9 «a.jpg»
    error[WT206]
      id: `photos` harus berupa daftar tabel, bukan teks
          = tulis photos: [{ src: "a.jpg", alt: "…", caption: "…", credit: "…" }]
      en: `photos` must be a list of tables, not text
          = write photos: [{ src: "a.jpg", alt: "…", caption: "…", credit: "…" }]
    content/berita/2026/uji.md:8:10 «salah»
    error[WT206]
      id: `changes` harus berupa daftar tabel, bukan teks
          = tulis changes: [{ date: 2026-09-01, kind: "correction", note: "salah" }]
      en: `changes` must be a list of tables, not text
          = write changes: [{ date: 2026-09-01, kind: "correction", note: "salah" }]
    "#);
}

#[test]
fn zeros_are_no_date() {
    let lines = "date = 0000-00-00\nupdated = \"00/00/0000 00:00 WIB\"\nexpires = 2026-00-10\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «0000-00-00»
    error[WT209]
      id: `date` berisi tanggal nol: 0000-00-00
          = isi tanggal yang sebenarnya, misalnya 2026-09-01
      en: `date` is a date of zeros: 0000-00-00
          = write the real date, such as 2026-09-01
    content/berita/2026/uji.md:3:11 «"00/00/0000 00:00 WIB"»
    error[WT209]
      id: `updated` berisi tanggal nol: 00/00/0000 00:00 WIB
          = isi tanggal yang sebenarnya, misalnya 2026-09-01
      en: `updated` is a date of zeros: 00/00/0000 00:00 WIB
          = write the real date, such as 2026-09-01
    content/berita/2026/uji.md:4:11 «2026-00-10»
    error[WT209]
      id: `expires` berisi tanggal nol: 2026-00-10
          = isi tanggal yang sebenarnya, misalnya 2026-09-01
      en: `expires` is a date of zeros: 2026-00-10
          = write the real date, such as 2026-09-01
    "#);
    let yaml = "---\ntitle: Banjir\ndate: 0000-00-00\nsummary: x\nunits: humas\n---\n";
    assert_snapshot!(said(&item(yaml)), @"
    content/berita/2026/uji.md:3:7 «0000-00-00»
    error[WT209]
      id: `date` berisi tanggal nol: 0000-00-00
          = isi tanggal yang sebenarnya, misalnya 2026-09-01
      en: `date` is a date of zeros: 0000-00-00
          = write the real date, such as 2026-09-01
    ");
}

#[test]
fn a_year_that_is_most_likely_a_slip_is_a_warning() {
    assert_snapshot!(said(&item(news("date = 0206-02-01\n", ""))), @"
    content/berita/2026/uji.md:2:8 «0206-02-01»
    warning[WT210]
      id: tahun 206 pada `date` tampaknya salah ketik
          = periksa angka tahunnya
      en: the year 206 of `date` looks like a slip
          = check the digits of the year
    ");
}

#[test]
fn dates_in_the_wrong_order() {
    let lines = "date = 2026-02-03T10:00\nupdated = 2026-02-03T09:00\nexpires = 2026-02-02\nevent = { start = 2026-02-05T10:00, end = 2026-02-05T09:00, place = \"Balai\" }\n";
    assert_snapshot!(said(&item(news(lines, ""))), @"
    content/berita/2026/uji.md:3:11 «2026-02-03T09:00»
    error[WT211]
      id: `updated` lebih awal daripada `date`
          = tukar atau perbaiki salah satunya
      en: `updated` is before `date`
          = swap them or mend one
    content/berita/2026/uji.md:4:11 «2026-02-02»
    error[WT211]
      id: `expires` lebih awal daripada `date`
          = tukar atau perbaiki salah satunya
      en: `expires` is before `date`
          = swap them or mend one
    content/berita/2026/uji.md:5:43 «2026-02-05T09:00»
    error[WT211]
      id: `event.end` lebih awal daripada `event.start`
          = tukar atau perbaiki salah satunya
      en: `event.end` is before `event.start`
          = swap them or mend one
    ");
    let lines = "embargo = 2026-02-10T10:00\nexpires = 2026-02-10T09:00\n";
    assert_snapshot!(said(&item(news(lines, ""))), @"
    content/berita/2026/uji.md:3:11 «2026-02-10T09:00»
    error[WT211]
      id: `expires` lebih awal daripada `embargo`
          = tukar atau perbaiki salah satunya
      en: `expires` is before `embargo`
          = swap them or mend one
    ");
}

#[test]
fn a_headline_too_long_is_told_by_how_much() {
    let lines = format!("title = \"{}\"\nsummary = \"{}\"\n", "a".repeat(111), "b".repeat(230));
    assert_snapshot!(said(&item(news(&lines, ""))), @r#"
    content/berita/2026/uji.md:2:9 «"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"»
    error[WT212]
      id: `title` terlalu panjang: 111 karakter
          = paling banyak 110; kurangi 1
      en: `title` is too long: 111 characters
          = at most 110; take away 1
    content/berita/2026/uji.md:3:11 «"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"»
    error[WT212]
      id: `summary` terlalu panjang: 230 karakter
          = paling banyak 200; kurangi 30
      en: `summary` is too long: 230 characters
          = at most 200; take away 30
    "#);
}

#[test]
fn a_key_written_twice_is_shown_at_both_places() {
    assert_snapshot!(said(&item(news("title = \"Satu\"\ntitle = \"Dua\"\n", ""))), @"
    content/berita/2026/uji.md:3:1 «title»
    error[WT213]
      id: kunci `title` ditulis dua kali
          = hapus salah satunya
      en: the key `title` is there twice
          = remove one of them
      also content/berita/2026/uji.md:2:1 «title»
        id: yang pertama di sini
        en: the first is here
    ");
    let yaml = "---\ntitle: Satu\ndate: 2026-02-01\nsummary: x\nunits: humas\ntitle: Dua\n---\n";
    assert_snapshot!(said(&item(yaml)), @"
    content/berita/2026/uji.md:6:1 «title»
    error[WT213]
      id: kunci `title` ditulis dua kali
          = hapus salah satunya
      en: the key `title` is there twice
          = remove one of them
      also content/berita/2026/uji.md:2:1 «title»
        id: yang pertama di sini
        en: the first is here
    ");
}

#[test]
fn a_slug_can_not_leave_its_folder() {
    for slug in ["../../keluar", "Huruf Besar", "a/b", "con", "…", "."] {
        let told = said(&item(news(&format!("slug = \"{slug}\"\n"), "")));
        assert!(told.starts_with("content/berita/2026/uji.md:2:8 ") && told.contains("error[WT214]"), "{told}");
    }
    assert_snapshot!(said(&item(news("slug = \"../../keluar\"\n", ""))), @r#"
    content/berita/2026/uji.md:2:8 «"../../keluar"»
    error[WT214]
      id: slug tidak dapat dipakai sebagai alamat: ../../keluar
          = tulis `keluar`
      en: this slug can't be used as an address: ../../keluar
          = write `keluar`
    "#);
    assert_snapshot!(said(&item(news("slug = \"con\"\n", ""))), @r#"
    content/berita/2026/uji.md:2:8 «"con"»
    error[WT214]
      id: slug tidak dapat dipakai sebagai alamat: con
          = nama ini milik Windows sendiri; tambahkan kata lain
      en: this slug can't be used as an address: con
          = Windows keeps this name for itself; add another word
    "#);
}

#[test]
fn a_file_whose_name_gives_no_slug_needs_one() {
    let room = Room::new().with("content/berita/2026/—.md", news("", ""));
    assert_snapshot!(said(&room), @"
    content/berita/2026/—.md
    error[WT214]
      id: nama `—.md` tidak dapat menjadi alamat
          = ganti nama berkas atau foldernya, atau isi `slug`
      en: the name `—.md` can't become an address
          = rename the file or its folder, or fill in `slug`
    ");
}

#[test]
fn addresses_that_are_none() {
    let lines = "contact = { name = \"Rani\", email = \"rani\" }\nvideo = { url = \"youtube.com/watch\", duration = \"3 menit\" }\nsource = { name = \"Antara\", url = \"antaranews\" }\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:36 «"rani"»
    error[WT215]
      id: `contact.email` bukan alamat surel: rani
          = tulis nama@domain, misalnya humas@contoh.go.id
      en: `contact.email` is not an e-mail address: rani
          = write name@domain
    content/berita/2026/uji.md:3:17 «"youtube.com/watch"»
    error[WT215]
      id: `url` bukan alamat web: youtube.com/watch
          = tulis https://youtube.com/watch
      en: `url` is not a web address: youtube.com/watch
          = write https://youtube.com/watch
    content/berita/2026/uji.md:3:49 «"3 menit"»
    error[WT215]
      id: `video.duration` tidak dapat dibaca: 3 menit
          = tulis misalnya PT3M20S untuk 3 menit 20 detik
      en: `video.duration` can't be read: 3 menit
          = write, for example, PT3M20S for 3 min 20 s
    content/berita/2026/uji.md:4:35 «"antaranews"»
    error[WT215]
      id: `url` bukan alamat web: antaranews
          = alamat web dimulai dengan https://
      en: `url` is not a web address: antaranews
          = a web address begins with https://
    "#);
}

#[test]
fn what_the_newsroom_requires_of_an_approved_text() {
    let room = item(news("", "")).site("[workflow]\nrequire = [\"approved_by\"]\n");
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/pasar.md:1:1 «+++»
    error[WT216]
      id: belum ada `approved_by`, padahal statusnya disetujui
          = isi `approved_by`, atau tulis status = "review" sampai diperiksa
      en: there is no `approved_by`, though it is approved
          = fill in `approved_by`, or write status = "review" until it is
    content/berita/2026/uji.md:1:1 «+++»
    error[WT216]
      id: belum ada `approved_by`, padahal statusnya disetujui
          = isi `approved_by`, atau tulis status = "review" sampai diperiksa
      en: there is no `approved_by`, though it is approved
          = fill in `approved_by`, or write status = "review" until it is
    "#);
}

#[test]
fn a_withdrawal_is_no_status() {
    assert_snapshot!(said(&item(news("status = \"dicabut\"\n", ""))), @r#"
    content/berita/2026/uji.md:2:10 «"dicabut"»
    error[WT207]
      id: `status` tidak dapat berisi `dicabut`
          = untuk mencabut naskah: withdrawn = { date = 2026-09-01, reason = "…" }
      en: `status` can't be `dicabut`
          = to withdraw: withdrawn = { date = 2026-09-01, reason = "…" }
    "#);
}

#[test]
fn a_value_between_empty_quotes_is_still_to_be_written() {
    let text = "+++\ntitle = \"\"\ndate = \"\"\nsummary = \"\"\nunits = []\n+++\n";
    assert_snapshot!(said(&item(text)), @r#"
    content/berita/2026/uji.md:2:9 «""»
    error[WT205]
      id: `title` masih kosong, padahal wajib untuk jenis news
          = isi di antara tanda kutip
      en: `title` is empty, but the kind news requires it
          = write it between the quotes
    content/berita/2026/uji.md:3:8 «""»
    error[WT205]
      id: `date` masih kosong, padahal wajib untuk jenis news
          = tambahkan date = 2026-09-01T14:00
      en: `date` is empty, but the kind news requires it
          = add date = 2026-09-01T14:00
    content/berita/2026/uji.md:4:11 «""»
    error[WT205]
      id: `summary` masih kosong, padahal wajib untuk jenis news
          = isi di antara tanda kutip
      en: `summary` is empty, but the kind news requires it
          = write it between the quotes
    content/berita/2026/uji.md:5:9 «[]»
    error[WT205]
      id: `units` masih kosong, padahal wajib untuk jenis news
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: `units` is empty, but the kind news requires it
          = add units = ["…"], the name of a file in content/unit/
    "#);
}

#[test]
fn a_key_below_a_table_is_the_tables() {
    let text = "+++\ntitle = \"Rapat\"\ndate = 2026-02-01\nunits = [\"humas\"]\n[event]\nplace = \"Balai\"\nsummary = \"x\"\n+++\n";
    assert_snapshot!(said(&item(text)), @r#"
    content/berita/2026/uji.md:1:1 «+++»
    error[WT205]
      id: `summary` wajib diisi untuk jenis news
          = tambahkan summary = "…"
      en: the kind news requires `summary`
          = add summary = "…"
    content/berita/2026/uji.md:7:1 «summary»
    error[WT204]
      id: `summary` tertulis di dalam tabel lain, bukan di bagian utama
          = pindahkan baris ini ke atas tabel itu (baris yang diapit kurung siku)
      en: `summary` stands within another table, not at the top
          = move the line above that table (the line in square brackets)
    "#);
}

#[test]
fn one_notation_between_the_fences_of_the_other() {
    assert_snapshot!(said(&item("+++\ntitle: Rapat\ndate: 2026-02-01\n+++\n")), @r#"
    content/berita/2026/uji.md:2:6 «:»
    error[WT203]
      id: isian ini memakai cara tulis yang lain dari pembatasnya
          = di antara +++ tulis title = "…"; di antara --- tulis title: …; samakan pembatas dan isinya
      en: these lines are not in the notation of their fence
          = between +++ write title = "…"; between --- write title: …; make fence and lines agree
    "#);
    assert_snapshot!(said(&item("---\ntitle = \"Rapat\"\ndate = 2026-02-01\n---\n")), @r#"
    content/berita/2026/uji.md:2:1 «title = "Rapat"»
    error[WT203]
      id: isian ini memakai cara tulis yang lain dari pembatasnya
          = di antara +++ tulis title = "…"; di antara --- tulis title: …; samakan pembatas dan isinya
      en: these lines are not in the notation of their fence
          = between +++ write title = "…"; between --- write title: …; make fence and lines agree
    "#);
}

#[test]
fn what_the_parser_says_is_passed_on() {
    assert_snapshot!(said(&item(news("legacy_id = 0x\n", ""))), @"
    content/berita/2026/uji.md:2:13 «0x»
    error[WT203]
      id: angkanya terlalu besar
          = kalau ini nomor atau kode, apit dengan tanda kutip
      en: the number is too large
          = if it is a code rather than a number, put it in quotes
    ");
}

#[test]
fn a_required_key_that_is_mistyped_is_told_of_once() {
    let front = "+++\ntitle = \"Banjir\"\ntanggl = 2026-02-01\nsumary = \"Surut\"\n+++\n";
    assert_snapshot!(said(&item(front)), @r#"
    content/berita/2026/uji.md:1:1 «+++»
    error[WT205]
      id: `units` wajib diisi untuk jenis news
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: the kind news requires `units`
          = add units = ["…"], the name of a file in content/unit/
    content/berita/2026/uji.md:3:1 «tanggl»
    error[WT204]
      id: kunci `tanggl` tidak dikenal
          = mungkin maksudnya `date`?
      en: the key `tanggl` is not known
          = did you mean `date`?
    content/berita/2026/uji.md:4:1 «sumary»
    error[WT204]
      id: kunci `sumary` tidak dikenal
          = mungkin maksudnya `summary`?
      en: the key `sumary` is not known
          = did you mean `summary`?
    "#);
}

#[test]
fn keys_in_indonesian_are_met_with_their_names() {
    let front = r#"judul = "Pasar"
tanggal = 2026-02-01
ringkasan = "x"
penulis = ["rani"]
foto = "a.jpg"
tempat = "Balai"
lampiran = "a.pdf"
berakhir = 2026-12-01
jenis = "berita"
kontak = { nama = "Humas", telepon = "1", jabatan = "x", judul = "y" }
acara = 3
"#;
    assert_snapshot!(said(&item(format!("+++\n{front}+++\n"))), @r#"
    content/berita/2026/uji.md:1:1 «+++»
    error[WT205]
      id: `units` wajib diisi untuk jenis news
          = tambahkan units = ["…"], dengan nama berkas di content/unit/
      en: the kind news requires `units`
          = add units = ["…"], the name of a file in content/unit/
    content/berita/2026/uji.md:2:1 «judul»
    error[WT204]
      id: kunci `judul` tidak dikenal
          = mungkin maksudnya `title`?
      en: the key `judul` is not known
          = did you mean `title`?
    content/berita/2026/uji.md:3:1 «tanggal»
    error[WT204]
      id: kunci `tanggal` tidak dikenal
          = mungkin maksudnya `date`?
      en: the key `tanggal` is not known
          = did you mean `date`?
    content/berita/2026/uji.md:4:1 «ringkasan»
    error[WT204]
      id: kunci `ringkasan` tidak dikenal
          = mungkin maksudnya `summary`?
      en: the key `ringkasan` is not known
          = did you mean `summary`?
    content/berita/2026/uji.md:5:1 «penulis»
    error[WT204]
      id: kunci `penulis` tidak dikenal
          = mungkin maksudnya `authors`?
      en: the key `penulis` is not known
          = did you mean `authors`?
    content/berita/2026/uji.md:6:1 «foto»
    error[WT204]
      id: kunci `foto` tidak dikenal
          = tulis photos = [{ src = "foto.jpg", alt = "…", caption = "…", credit = "…" }]
      en: the key `foto` is not known
          = write photos = [{ src = "foto.jpg", alt = "…", caption = "…", credit = "…" }]
    content/berita/2026/uji.md:7:1 «tempat»
    error[WT204]
      id: kunci `tempat` tidak dikenal
          = tulis sebagai `place` di dalam `event`
      en: the key `tempat` is not known
          = write it as `place` within `event`
    content/berita/2026/uji.md:8:1 «lampiran»
    error[WT204]
      id: kunci `lampiran` tidak dikenal
          = mungkin maksudnya `attachments`?
      en: the key `lampiran` is not known
          = did you mean `attachments`?
    content/berita/2026/uji.md:9:1 «berakhir»
    error[WT204]
      id: kunci `berakhir` tidak dikenal
          = mungkin maksudnya `expires`?
      en: the key `berakhir` is not known
          = did you mean `expires`?
    content/berita/2026/uji.md:10:1 «jenis»
    error[WT204]
      id: kunci `jenis` tidak dikenal
          = hapus baris ini: jenis dan tampilannya ditentukan oleh folder tempat berkas ini
      en: the key `jenis` is not known
          = remove the line: kind and looks follow from the folder that the file is in
    content/berita/2026/uji.md:11:1 «kontak»
    error[WT204]
      id: kunci `kontak` tidak dikenal
          = mungkin maksudnya `contact`?
      en: the key `kontak` is not known
          = did you mean `contact`?
    content/berita/2026/uji.md:12:1 «acara»
    error[WT204]
      id: kunci `acara` tidak dikenal
          = mungkin maksudnya `event`?
      en: the key `acara` is not known
          = did you mean `event`?
    "#);
}

#[test]
fn keys_of_a_group_that_stand_outside_it() {
    let front = "title = \"A\"\ndate = 2026-02-01\nsummary = \"B\"\ncancelled = true\nmoved_from = 2026-02-03T09:00\n\
        every = \"week\"\nalt = \"Pasar\"\nurl = \"https://contoh.go.id/v\"\n\n[event]\nstart = 2026-02-02T09:00\n\
        place = \"Aula\"\nevery = \"week\"\n\n[video]\nduration = \"PT3M\"\n";
    let room = Room::new().with("content/agenda/2026/uji.md", format!("+++\n{front}+++\n"));
    assert_snapshot!(said(&room), @"
    content/agenda/2026/uji.md:5:1 «cancelled»
    error[WT204]
      id: kunci `cancelled` tidak dikenal
          = pindahkan ke dalam `event`: `cancelled` adalah isian `event`
      en: the key `cancelled` is not known
          = move it into `event`: `cancelled` is a key of `event`
    content/agenda/2026/uji.md:6:1 «moved_from»
    error[WT204]
      id: kunci `moved_from` tidak dikenal
          = pindahkan ke dalam `event`: `moved_from` adalah isian `event`
      en: the key `moved_from` is not known
          = move it into `event`: `moved_from` is a key of `event`
    content/agenda/2026/uji.md:7:1 «every»
    error[WT204]
      id: kunci `every` tidak dikenal
          = tulis sebagai `repeat.every` di dalam `event`
      en: the key `every` is not known
          = write it as `repeat.every` within `event`
    content/agenda/2026/uji.md:8:1 «alt»
    error[WT204]
      id: kunci `alt` tidak dikenal
          = pindahkan ke dalam `photos`: `alt` adalah isian `photos`
      en: the key `alt` is not known
          = move it into `photos`: `alt` is a key of `photos`
    content/agenda/2026/uji.md:9:1 «url»
    error[WT204]
      id: kunci `url` tidak dikenal
          = pindahkan ke dalam `video`: `url` adalah isian `video`
      en: the key `url` is not known
          = move it into `video`: `url` is a key of `video`
    content/agenda/2026/uji.md:14:1 «every»
    error[WT204]
      id: kunci `every` tidak dikenal
          = pindahkan ke dalam `repeat`: `every` adalah isian `repeat`
      en: the key `every` is not known
          = move it into `repeat`: `every` is a key of `repeat`
    ");
    let yaml = "title: A\ndate: 2026-02-01\nsummary: B\nunits: [humas]\ncancelled: true\nphone: 555\nplace: Aula\n";
    assert_snapshot!(said(&item(format!("---\n{yaml}---\n"))), @"
    content/berita/2026/uji.md:6:1 «cancelled»
    error[WT204]
      id: kunci `cancelled` tidak dikenal
          = pindahkan ke dalam `event`: `cancelled` adalah isian `event`
      en: the key `cancelled` is not known
          = move it into `event`: `cancelled` is a key of `event`
    content/berita/2026/uji.md:7:1 «phone»
    error[WT204]
      id: kunci `phone` tidak dikenal
          = pindahkan ke dalam `contact`: `phone` adalah isian `contact`
      en: the key `phone` is not known
          = move it into `contact`: `phone` is a key of `contact`
    content/berita/2026/uji.md:8:1 «place»
    error[WT204]
      id: kunci `place` tidak dikenal
          = pindahkan ke dalam `event`: `place` adalah isian `event`
      en: the key `place` is not known
          = move it into `event`: `place` is a key of `event`
    ");
}

#[test]
fn keys_of_other_programs_are_met_with_their_names() {
    let front = "headline: Pasar\ndraft: true\npublished: false\ncategories: [a]\ntags: [b]\nimage: a.jpg\nexcerpt: x\nlayout: post\nlang: id\npublishDate: 2026-02-01\npermalink: /a/\n";
    assert_snapshot!(said(&item(format!("---\n{front}---\n"))), @r#"
    content/berita/2026/uji.md:1:1 «---»
    error[WT205]
      id: `units` wajib diisi untuk jenis news
          = tambahkan units: ["…"], dengan nama berkas di content/unit/
      en: the kind news requires `units`
          = add units: ["…"], the name of a file in content/unit/
    content/berita/2026/uji.md:2:1 «headline»
    error[WT204]
      id: kunci `headline` tidak dikenal
          = mungkin maksudnya `title`?
      en: the key `headline` is not known
          = did you mean `title`?
    content/berita/2026/uji.md:3:1 «draft»
    error[WT204]
      id: kunci `draft` tidak dikenal
          = tulis status: "draft"
      en: the key `draft` is not known
          = write status: "draft"
    content/berita/2026/uji.md:4:1 «published»
    error[WT204]
      id: kunci `published` tidak dikenal
          = hapus baris ini: yang menahan naskah adalah `status` yang berisi draft, hari terbitnya `date`
      en: the key `published` is not known
          = remove the line: a `status` of draft holds it back, and `date` is its day
    content/berita/2026/uji.md:5:1 «categories»
    error[WT204]
      id: kunci `categories` tidak dikenal
          = mungkin maksudnya `topics`?
      en: the key `categories` is not known
          = did you mean `topics`?
    content/berita/2026/uji.md:6:1 «tags»
    error[WT204]
      id: kunci `tags` tidak dikenal
          = mungkin maksudnya `topics`?
      en: the key `tags` is not known
          = did you mean `topics`?
    content/berita/2026/uji.md:7:1 «image»
    error[WT204]
      id: kunci `image` tidak dikenal
          = tulis photos: [{ src: "foto.jpg", alt: "…", caption: "…", credit: "…" }]
      en: the key `image` is not known
          = write photos: [{ src: "foto.jpg", alt: "…", caption: "…", credit: "…" }]
    content/berita/2026/uji.md:8:1 «excerpt»
    error[WT204]
      id: kunci `excerpt` tidak dikenal
          = mungkin maksudnya `summary`?
      en: the key `excerpt` is not known
          = did you mean `summary`?
    content/berita/2026/uji.md:9:1 «layout»
    error[WT204]
      id: kunci `layout` tidak dikenal
          = hapus baris ini: jenis dan tampilannya ditentukan oleh folder tempat berkas ini
      en: the key `layout` is not known
          = remove the line: kind and looks follow from the folder that the file is in
    content/berita/2026/uji.md:10:1 «lang»
    error[WT204]
      id: kunci `lang` tidak dikenal
          = hapus baris ini: bahasanya dari nama berkas, misalnya berita.en.md
      en: the key `lang` is not known
          = remove the line: the language is in the file's name, such as news.en.md
    content/berita/2026/uji.md:11:1 «publishDate»
    error[WT204]
      id: kunci `publishDate` tidak dikenal
          = mungkin maksudnya `date`?
      en: the key `publishDate` is not known
          = did you mean `date`?
    content/berita/2026/uji.md:12:1 «permalink»
    error[WT204]
      id: kunci `permalink` tidak dikenal
          = mungkin maksudnya `slug`?
      en: the key `permalink` is not known
          = did you mean `slug`?
    "#);
}

#[test]
fn a_contact_that_nobody_can_reach() {
    let text = "+++\ntitle = \"Siaran\"\ndate = 2026-02-01\nsummary = \"x\"\nunits = [\"humas\"]\ncontact = { name = \"Humas\" }\n+++\n";
    assert_snapshot!(said(&Room::new().with("content/siaran-pers/a.md", text)), @r#"
    content/siaran-pers/a.md:6:11 «{ name = "Humas" }»
    error[WT205]
      id: `contact` belum berisi telepon atau surel, padahal wajib untuk jenis press-release
          = tambahkan contact = { name = "…", phone = "…", email = "…" }
      en: `contact` has neither telephone nor e-mail, which the kind press-release requires
          = add contact = { name = "…", phone = "…", email = "…" }
    "#);
}

/// An agenda item whose event has a rule on line 9.
fn repeated(start: &str, rule: &str) -> Room {
    let text = format!(
        "+++\ntitle = \"Bincang\"\ndate = 2026-01-02\nsummary = \"S\"\nunits = [\"humas\"]\n[event]\n{start}\nplace = \"Aula\"\nrepeat = {rule}\n+++\n"
    );
    Room::new().with("content/agenda/bincang.md", text)
}

#[test]
fn events_that_repeat() {
    let start = "start = 2026-01-06T10:00";
    assert_snapshot!(said(&repeated(start, "\"FREQ=WEEKLY\"")), @r#"
    content/agenda/bincang.md:9:10 «"FREQ=WEEKLY"»
    error[WT206]
      id: `repeat` harus berupa tabel, bukan teks
          = tulis repeat = { every = "week", on = ["selasa"] }
      en: `repeat` must be a table, not text
          = write repeat = { every = "week", on = ["selasa"] }
    "#);
    assert_snapshot!(said(&repeated(start, "{ on = [\"selasa\"], unitl = 2026-12-31 }")), @r#"
    content/agenda/bincang.md:9:1 «repeat»
    error[WT205]
      id: `every` wajib diisi
          = tambahkan every = "week"
      en: `every` is required
          = add every = "week"
    content/agenda/bincang.md:9:29 «unitl»
    error[WT204]
      id: kunci `unitl` tidak dikenal
          = mungkin maksudnya `until`?
      en: the key `unitl` is not known
          = did you mean `until`?
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"bulan\", on = [\"selasa ke-1\"] }")), @r#"
    content/agenda/bincang.md:9:20 «"bulan"»
    error[WT207]
      id: `every` tidak dapat berisi `bulan`
          = mungkin maksudnya `month`? Pilihannya: day, week, month, year
      en: `every` can't be `bulan`
          = did you mean `month`? It is one of: day, week, month, year
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"month\", on = [\"selasa\", \"selasa pertama\", \"tanggal 32\"] }")), @r#"
    content/agenda/bincang.md:9:35 «"selasa"»
    error[WT207]
      id: `selasa` tidak cocok dengan every = "month"
          = tulis misalnya "selasa ke-1", "jumat terakhir", atau "tanggal 15"
      en: `selasa` does not go with every = "month"
          = write, for example, "1st tuesday", "last friday" or "day 15"
    content/agenda/bincang.md:9:45 «"selasa pertama"»
    error[WT207]
      id: `selasa pertama` bukan hari yang dikenal
          = tulis misalnya "selasa ke-1", "jumat terakhir", atau "tanggal 15"
      en: `selasa pertama` is no day that is known here
          = write, for example, "1st tuesday", "last friday" or "day 15"
    content/agenda/bincang.md:9:63 «"tanggal 32"»
    error[WT207]
      id: `tanggal 32` bukan hari yang dikenal
          = tulis misalnya "selasa ke-1", "jumat terakhir", atau "tanggal 15"
      en: `tanggal 32` is no day that is known here
          = write, for example, "1st tuesday", "last friday" or "day 15"
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", on = [\"selasa ke-1\"], interval = 0, count = 1000 }")), @r#"
    content/agenda/bincang.md:9:34 «"selasa ke-1"»
    error[WT207]
      id: `selasa ke-1` tidak cocok dengan every = "week"
          = tulis misalnya "selasa"
      en: `selasa ke-1` does not go with every = "week"
          = write, for example, "tuesday"
    content/agenda/bincang.md:9:61 «0»
    error[WT207]
      id: `interval` harus antara 1 dan 999
          = hapus kunci ini bila tidak diperlukan
      en: `interval` must lie between 1 and 999
          = remove the key if it is not needed
    content/agenda/bincang.md:9:72 «1000»
    error[WT207]
      id: `count` harus antara 1 dan 999
          = hapus kunci ini bila tidak diperlukan
      en: `count` must lie between 1 and 999
          = remove the key if it is not needed
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"day\", on = [\"selasa\"] }")), @r#"
    content/agenda/bincang.md:9:33 «"selasa"»
    error[WT207]
      id: `selasa` tidak cocok dengan every = "day"
          = hapus `on`: acara ini setiap hari
      en: `selasa` does not go with every = "day"
          = remove `on`: it takes place every day
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"month\", on = [\"selasa ke-1\", \"tanggal 15\"] }")), @r#"
    content/agenda/bincang.md:9:50 «"tanggal 15"»
    error[WT207]
      id: hari pekan dan tanggal tidak dapat dicampur
          = buat naskah agenda sendiri untuk yang lain
      en: weekdays and days of the month can't be mixed
          = make a document of its own for the other
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", on = [\"rabu\", \"jumat\"] }")), @"
    content/agenda/bincang.md:7:9 «2026-01-06T10:00»
    error[WT207]
      id: `event.start` (2026-01-06) bukan salah satu hari acara yang berulang ini
          = yang pertama sesudahnya 2026-01-07
      en: `event.start` (2026-01-06) is none of the days on which this event repeats
          = the first one after it is 2026-01-07
    ");
    assert_snapshot!(said(&repeated(start, "{ every = \"year\", on = [\"tanggal 31\"], interval = 2 }")), @"
    content/agenda/bincang.md:7:9 «2026-01-06T10:00»
    error[WT207]
      id: `event.start` (2026-01-06) bukan salah satu hari acara yang berulang ini
          = yang pertama sesudahnya 2026-01-31
      en: `event.start` (2026-01-06) is none of the days on which this event repeats
          = the first one after it is 2026-01-31
    ");
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", until = 2026-01-05 }")), @"
    content/agenda/bincang.md:9:36 «2026-01-05»
    error[WT211]
      id: `event.repeat.until` lebih awal daripada `event.start`
          = tukar atau perbaiki salah satunya
      en: `event.repeat.until` is before `event.start`
          = swap them or mend one
    ");
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", until = 2026-02-05, count = 3 }")), @"
    content/agenda/bincang.md:9:36 «2026-02-05»
    error[WT207]
      id: `until` dan `count` tidak dapat dipakai bersama
          = pilih salah satu: hari terakhir atau jumlahnya
      en: `until` and `count` can't stand together
          = choose one: the last day or the number
    ");
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", except = [2026-01-14, 2026-01-13, \"besok\", 3] }")), @r#"
    content/agenda/bincang.md:9:38 «2026-01-14»
    error[WT207]
      id: acara ini memang tidak diadakan pada 2026-01-14
          = yang terdekat sesudahnya 2026-01-20
      en: this event does not take place on 2026-01-14 anyway
          = the next one after it is 2026-01-20
    content/agenda/bincang.md:9:62 «"besok"»
    error[WT208]
      id: `except` tidak dapat dibaca sebagai tanggal: besok
          = tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00
      en: `except` can't be read as a date: besok
          = write year-month-day, such as 2026-09-01 or 2026-09-01T14:00
    content/agenda/bincang.md:9:71 «3»
    error[WT206]
      id: `except` harus berupa tanggal, bukan bilangan bulat
          = misalnya except = 2026-09-01
      en: `except` must be a date, not a whole number
          = such as except = 2026-09-01
    "#);
    assert_snapshot!(said(&repeated(start, "{ every = \"week\", count = 2, except = 2026-01-27 }")), @"
    content/agenda/bincang.md:9:48 «2026-01-27»
    error[WT207]
      id: acara ini memang tidak diadakan pada 2026-01-27
          = hapus dari `except`
      en: this event does not take place on 2026-01-27 anyway
          = remove it from `except`
    ");
    assert_snapshot!(said(&repeated("date = 2026-01-06", "{ every = \"week\" }")), @"
    content/agenda/bincang.md:6:2 «event»
    error[WT205]
      id: `event.start` wajib diisi untuk jenis agenda
          = tambahkan start = 2026-09-01T09:00 di dalam `event`
      en: the kind agenda requires `event.start`
          = add start = 2026-09-01T09:00 within `event`
    content/agenda/bincang.md:9:1 «repeat»
    error[WT205]
      id: acara yang berulang butuh `event.start`
          = tulis kapan acara ini pertama kali diadakan
      en: an event that repeats needs `event.start`
          = write when it takes place the first time
    ");
}

/// What is said of broken front matter, a line each: the place, the mark and the words in Indonesian.
fn told_of_notation(cases: &[&str], fence: &str) -> String {
    let mut told = String::new();
    for case in cases {
        let room = item(format!("{fence}\n{case}{fence}\n"));
        let snapshot = room.load();
        writeln!(told, "{}", case.replace('\t', "→").trim_end()).unwrap();
        // What is only absent, because these are no whole documents, is left out.
        let echo = |finding: &&Diagnostic| !["WT205", "WT302", "WT307"].contains(&finding.code.as_str());
        for finding in snapshot.diagnostics().iter().filter(echo) {
            let place = crate::place(&finding.file, finding.span, &snapshot);
            let place = place.strip_prefix("content/berita/2026/uji.md").unwrap_or(&place).to_owned();
            let help = finding.help.as_ref().map_or("", |help| &help.id);
            writeln!(told, "  {}{place}: {} = {help}", finding.code, finding.message.id).unwrap();
        }
    }
    told
}

#[test]
fn slips_of_toml_are_told_in_the_editors_words() {
    let cases = [
        "title = \"Banjir\n",
        "title = 'Banjir\n",
        "title = 'Hari Jum'at'\n",
        "title = \"Kata \"Siap\" saja\"\n",
        "title = \"\"\"Banjir\nsurut\n",
        "title \"Banjir\"\n",
        "title: \"Banjir\"\nsummary = \"x\"\n",
        "title == \"Banjir\"\n",
        "units = [\"a\", \"b\"\nsummary = \"x\"\n",
        "units = \"a\", \"b\"\n",
        "units = [\"a\" \"b\"]\n",
        "units = [a, b]\n",
        "units = (\"a\")\n",
        "event = { place = \"x\"\nsummary = \"x\"\n",
        "event = { place = \"x\", date }\n",
        "event = { place: \"x\" }\n",
        "[event\nplace = \"x\"\n",
        "[event]]\nplace = \"x\"\n",
        "title = \"a\"\ntitle = \"b\"\n",
        "event.place = \"a\"\n[event]\nstart = 2026-02-01\n",
        "event = { place = \"a\" }\nevent.start = 2026-02-01\n",
        "title = \"C:\\Users\"\n",
        "title = Banjir surut\n",
        "urgent = ya\n",
        "urgent = True\n",
        "judul buku = \"x\"\n",
        "= \"x\"\n",
        "\"title = \"x\"\n",
        "title = \"x\";\n",
        "legacy_id = 1.148.000\n",
        "legacy_id = 1,148\n",
        "- title = \"x\"\n",
        "// catatan\ntitle = \"x\"\n",
        "<!-- catatan -->\ntitle = \"x\"\n",
        "photos = [{ src = \"a.jpg\",\n  alt = \"x\" }]\n",
        "title = “Banjir”\n",
        "title = \"Banjir”\n",
        "[[photos]\nsrc = \"a.jpg\"\n",
    ];
    assert_snapshot!(told_of_notation(&cases, "+++"), @r#"
    title = "Banjir
      WT203:2:16 «»: teks ini tidak ditutup = tambahkan `"` di akhirnya
    title = 'Banjir
      WT203:2:16 «»: teks ini tidak ditutup = tambahkan `'` di akhirnya
    title = 'Hari Jum'at'
      WT203:2:18 «'»: ada apostrof di dalam teks berkutip tunggal = pakai kutip ganda: "Hari Jum'at"
    title = "Kata "Siap" saja"
      WT203:2:15 «"»: ada tanda kutip di dalam teks = tulis 'Kata "Siap" saja'
    title = """Banjir
    surut
      WT203:2:9 «"""»: teks ini tidak ditutup = tambahkan `"""` di akhirnya
    title "Banjir"
      WT203:2:7 «»: kunci ini tidak punya nilai = tulis = dan nilainya sesudah kunci
    title: "Banjir"
    summary = "x"
      WT203:2:6 «:»: isian ini memakai cara tulis yang lain dari pembatasnya = di antara +++ tulis title = "…"; di antara --- tulis title: …; samakan pembatas dan isinya
    title == "Banjir"
      WT203:2:8 «=»: tanda sama dengannya dua = hapus satu
    units = ["a", "b"
    summary = "x"
      WT203:2:9 «[»: daftar ini tidak ditutup = tambahkan `]` di akhirnya
    units = "a", "b"
      WT203:2:12 «»: ada beberapa nilai tanpa kurung siku = tulis ["a", "b"]
    units = ["a" "b"]
      WT203:2:14 «»: kurang koma di sini = tambahkan koma di antara dua butir daftar
    units = [a, b]
      WT203:2:10 «a»: teks ini tidak diapit tanda kutip = tulis "a"
    units = ("a")
      WT203:2:9 «("a")»: daftar tidak ditulis dalam kurung biasa = tulis ["a"]
    event = { place = "x"
    summary = "x"
      WT203:2:9 «{»: tabel ini tidak ditutup = tambahkan `,` atau `}`
    event = { place = "x", date }
      WT203:2:29 «»: kunci ini tidak punya nilai = tulis = dan nilainya sesudah kunci
    event = { place: "x" }
      WT203:2:16 «:»: ada titik dua, padahal di antara +++ dipakai tanda sama dengan = tulis kunci = nilai
    [event
    place = "x"
      WT203:2:7 «»: nama kelompok ini tidak ditutup = tambahkan `]` di akhirnya
    [event]]
    place = "x"
      WT203:2:8 «»: kurung penutup ini berlebih = hapus kurung itu
    title = "a"
    title = "b"
      WT213:3:1 «title»: kunci `title` ditulis dua kali = hapus salah satunya
    event.place = "a"
    [event]
    start = 2026-02-01
      WT213:3:2 «event»: `event` ditulis di dua tempat = kumpulkan semua isian `event` di bawah satu baris [event]
    event = { place = "a" }
    event.start = 2026-02-01
      WT203:3:1 «event»: kelompok ini sudah ditulis dalam kurung kurawal = pindahkan isian ini ke dalam kurung kurawal itu
    title = "C:\Users"
      WT203:2:12 «\»: garis miring terbalik punya arti khusus di antara kutip ganda = pakai kutip tunggal: 'C:\Berkas', atau tulis \\
    title = Banjir surut
      WT203:2:9 «Banjir surut»: teks ini tidak diapit tanda kutip = tulis "Banjir surut"
    urgent = ya
      WT206:2:10 «ya»: `urgent` harus berupa true atau false, bukan teks = tulis urgent = true, tanpa tanda kutip
    urgent = True
      WT203:2:10 «True»: `True` harus ditulis dengan huruf kecil = tulis true atau false
    judul buku = "x"
      WT203:2:7 «»: nama kunci tidak boleh berisi spasi = tulis satu kata, misalnya approved_by = "…"
    = "x"
      WT203:2:1 «»: nama kuncinya belum ditulis = tulis namanya di depan tanda sama dengan
    "title = "x"
      WT203:2:11 «»: kunci ini tidak punya nilai = tulis = dan nilainya sesudah kunci
    title = "x";
      WT203:2:12 «»: ada yang berlebih sesudah nilainya = satu baris satu nilai; pindahkan sisanya ke baris lain
    legacy_id = 1.148.000
      WT203:2:13 «1.148.000»: ada titik atau koma di dalam angka = tulis angkanya saja, misalnya 1148000
    legacy_id = 1,148
      WT203:2:14 «»: ada titik atau koma di dalam angka = tulis angkanya saja, misalnya 1148000
    - title = "x"
      WT203:2:3 «»: nama kunci tidak boleh berisi spasi = tulis satu kata, misalnya approved_by = "…"
    // catatan
    title = "x"
      WT203:2:1 «//»: keterangan untuk diri sendiri diawali `#` = ganti tanda di depannya dengan #
    <!-- catatan -->
    title = "x"
      WT203:2:1 «<!»: keterangan untuk diri sendiri diawali `#` = ganti tanda di depannya dengan #
    photos = [{ src = "a.jpg",
      alt = "x" }]
    title = “Banjir”
      WT203:2:9 «“Banjir”»: tanda kutip lengkung tidak dikenal di sini = ganti dengan tanda kutip lurus: "…"
    title = "Banjir”
      WT203:2:17 «»: teks ini tidak ditutup = tambahkan `"` di akhirnya
    [[photos]
    src = "a.jpg"
      WT203:2:10 «»: nama kelompok ini tidak ditutup = tutup dengan `]]`, seperti pembukanya
    "#);
}

#[test]
fn slips_of_yaml_are_told_in_the_editors_words() {
    let cases = [
        "title: \"Banjir\nsummary: x\n",
        "title: 'Hari Jum'at'\nsummary: x\n",
        "title: \"Kata \"Siap\" saja\"\n",
        "title: Pasar: dibuka\n",
        "title:Banjir\nsummary: x\n",
        "title Banjir\nsummary: x\n",
        "title: x\nsummary Banjir surut\nunits: a\n",
        "units: [a, b\nsummary: x\nslug: y\n",
        "summary: x\nunits: [a, b\n",
        "units: [a b]]\n",
        "event: {place: x\nsummary: y\n",
        "event:\n\tplace: x\n",
        "units:\n\t- a\n",
        "\ttitle: x\n",
        "title:\tx\nunits:\n  - a\n\t- b\n",
        "event:\n  place: x\n start: 2026-02-01\n",
        "event:\n  place: x\n    start: 2026-02-01\n",
        "  title: x\nsummary: y\n",
        "title: x\ntitle: y\n",
        "title: @humas\n",
        "title: %x\n",
        "title: `x`\n",
        "title: *x*\n",
        "title: &x y\n",
        "title: !x y\n",
        "title: - x\n",
        "title: > x\n",
        "title: | x\n",
        "title: [x] y\n",
        "title: \"x\" y\n",
        "title: 'x' y\n",
        "title: {x}\n",
        "title: ? x\n",
        "units:\n- a\n b\n",
        "units:\n  -a\n  -b\n",
        "title = \"x\"\nsummary: y\n",
        "title: \"C:\\Users\"\n",
        "title: x # y\nsummary: #1\n",
        "title: \"x\",\nsummary: y\n",
        "...\ntitle: x\n",
        "title: “Banjir”\n",
        "- title: x\n",
        ": x\n",
        "? title\n: x\n",
        "legacy_id: 0123\n",
        "photos:\n  - src: a.jpg\n   alt: x\n",
        "photos:\n  src: a.jpg\n",
    ];
    assert_snapshot!(told_of_notation(&cases, "---"), @r#"
    title: "Banjir
    summary: x
      WT203:2:8 «"»: teks ini tidak ditutup = tambahkan tanda kutip di akhirnya
    title: 'Hari Jum'at'
    summary: x
      WT203:2:17 «'»: ada apostrof di dalam teks berkutip tunggal = pakai kutip ganda: "Hari Jum'at"
    title: "Kata "Siap" saja"
      WT203:2:14 «"»: ada tanda kutip di dalam teks = tulis 'Kata "Siap" saja'
    title: Pasar: dibuka
      WT203:2:13 «:»: titik dua di sini tidak terbaca = apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya
    title:Banjir
    summary: x
      WT203:2:6 «:»: kurang spasi sesudah titik dua = tulis kunci, titik dua, spasi, lalu nilainya
      WT203:3:8 «:»: titik dua di sini tidak terbaca = apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya
    title Banjir
    summary: x
      WT203:2:1 «title Banjir»: sesudah kunci ini tidak ada titik dua = tulis titik dua, spasi, lalu nilainya
      WT203:3:8 «:»: titik dua di sini tidak terbaca = apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya
    title: x
    summary Banjir surut
    units: a
      WT203:3:1 «summary Banjir surut»: sesudah kunci ini tidak ada titik dua = tulis titik dua, spasi, lalu nilainya
    units: [a, b
    summary: x
    slug: y
      WT203:2:8 «[»: daftar ini tidak ditutup = tambahkan `,` atau `]`
    summary: x
    units: [a, b
      WT203:3:8 «[»: daftar ini tidak ditutup = tambahkan `,` atau `]`
    units: [a b]]
      WT203:2:13 «]»: kurung penutup ini berlebih = hapus kurung itu
    event: {place: x
    summary: y
      WT203:2:8 «{»: tabel ini tidak ditutup = tambahkan `,` atau `}`
    event:
    →place: x
      WT203:3:1 «	»: ada tab, padahal YAML hanya menerima spasi = ganti tab dengan spasi
    units:
    →- a
      WT203:3:1 «	»: ada tab, padahal YAML hanya menerima spasi = ganti tab dengan spasi
    →title: x
    title:→x
    units:
      - a
    →- b
      WT203:2:7 «	»: ada tab, padahal YAML hanya menerima spasi = ganti tab dengan spasi
    event:
      place: x
     start: 2026-02-01
      WT203:4:2 «s»: di sini seharusnya ada kunci = periksa lekukan dan tanda kutip sebelumnya
    event:
      place: x
        start: 2026-02-01
      WT203:4:10 «:»: titik dua di sini tidak terbaca = apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya
      title: x
    summary: y
      WT203:3:1 «s»: lekukan baris ini lain dari baris yang setara dengannya = samakan jumlah spasi di awal baris
    title: x
    title: y
      WT213:3:1 «title»: kunci `title` ditulis dua kali = hapus salah satunya
    title: @humas
      WT203:2:8 «@»: nilai tidak boleh dimulai dengan `@` = apit nilainya dengan tanda kutip
    title: %x
      WT203:2:8 «%»: nilai tidak boleh dimulai dengan `%` = apit nilainya dengan tanda kutip
    title: `x`
      WT203:2:8 «`»: nilai tidak boleh dimulai dengan ``` = apit nilainya dengan tanda kutip
    title: *x*
      WT203:2:8 «*»: alias YAML (`*`) tidak didukung = kalau teksnya dimulai dengan `*`, apit dengan tanda kutip
    title: &x y
      WT203:2:8 «&x y»: jangkar YAML (`&`) tidak didukung = kalau teksnya dimulai dengan `&`, apit dengan tanda kutip
    title: !x y
      WT203:2:8 «!x y»: tag YAML (`!`) tidak didukung = kalau teksnya dimulai dengan `!`, apit dengan tanda kutip
    title: - x
      WT203:2:8 «-»: nilai tidak boleh dimulai dengan `-` = apit nilainya dengan tanda kutip
    title: > x
      WT203:2:8 «>»: nilai tidak boleh dimulai dengan `>` = apit nilainya dengan tanda kutip
    title: | x
      WT203:2:8 «|»: nilai tidak boleh dimulai dengan `|` = apit nilainya dengan tanda kutip
    title: [x] y
      WT206:2:8 «[x]»: `title` harus berupa teks, bukan daftar = misalnya title: "…"
      WT203:2:12 «y»: di sini seharusnya ada kunci = periksa lekukan dan tanda kutip sebelumnya
    title: "x" y
      WT203:2:12 «y»: ada yang berlebih sesudah nilainya = satu baris satu nilai; pindahkan sisanya ke baris lain
    title: 'x' y
      WT203:2:12 «y»: ada yang berlebih sesudah nilainya = satu baris satu nilai; pindahkan sisanya ke baris lain
    title: {x}
      WT206:2:8 «{x}»: `title` harus berupa teks, bukan tabel = misalnya title: "…"
    title: ? x
      WT203:2:8 «?»: nilai tidak boleh dimulai dengan `?` = apit nilainya dengan tanda kutip
    units:
    - a
     b
    units:
      -a
      -b
    title = "x"
    summary: y
      WT203:2:1 «title = "x"»: isian ini memakai cara tulis yang lain dari pembatasnya = di antara +++ tulis title = "…"; di antara --- tulis title: …; samakan pembatas dan isinya
    title: "C:\Users"
      WT203:2:11 «\»: garis miring terbalik punya arti khusus di antara kutip ganda = pakai kutip tunggal: 'C:\Berkas', atau tulis \\
    title: x # y
    summary: #1
    title: "x",
    summary: y
      WT203:2:11 «,»: ada koma sesudah nilainya = hapus koma di akhir baris
    ...
    title: x
    title: “Banjir”
    - title: x
      WT203:2:1 «- title: x»: di sini seharusnya ada kunci dan nilai = tulis satu `kunci: nilai` per baris
    : x
      WT203:2:2 «»: nama kuncinya belum ditulis = tulis namanya di depan titik dua
    ? title
    : x
    legacy_id: 0123
    photos:
      - src: a.jpg
       alt: x
      WT203:4:4 «a»: lekukan baris ini lain dari baris yang setara dengannya = samakan jumlah spasi di awal baris
    photos:
      src: a.jpg
      WT206:3:3 «src: a.jpg»: `photos` harus berupa daftar tabel, bukan tabel = tulis photos: [{ src: "…", alt: "…", caption: "…", credit: "…" }]
    "#);
}

#[test]
fn what_is_proposed_for_a_slip_of_notation_mends_it() {
    let lines = "date = 2026.12.01\npeople = ['Ma'ruf']\ntopics = (\"a\", \"b\")\nhost = 'Pasar Jum'at'\n\
        guest = \"Ia berkata \"ya\" lalu\"\nurgent = ya\nembargo = besok\nlegacy_id = 0123\nnumber = 0274-555123\n\
        contact = { name = \"A\", phone = (0274) 555 }\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «2026.12.01»
    error[WT208]
      id: `date` tidak dapat dibaca sebagai tanggal: 2026.12.01
          = tahun empat angka, bulan dan hari dua angka, dengan tanda hubung; tulis 2026-12-01
      en: `date` can't be read as a date: 2026.12.01
          = four digits for the year, two for month and day, with hyphens; write 2026-12-01
    content/berita/2026/uji.md:3:11 «'Ma'ruf'»
    error[WT203]
      id: ada apostrof di dalam teks berkutip tunggal
          = pakai kutip ganda: "Ma'ruf"
      en: an apostrophe stands within a text in single quotes
          = use double quotes: "Ma'ruf"
    content/berita/2026/uji.md:4:10 «("a", "b")»
    error[WT203]
      id: daftar tidak ditulis dalam kurung biasa
          = tulis ["a", "b"]
      en: a list does not stand in parentheses
          = write ["a", "b"]
    content/berita/2026/uji.md:5:18 «'»
    error[WT203]
      id: ada apostrof di dalam teks berkutip tunggal
          = pakai kutip ganda: "Pasar Jum'at"
      en: an apostrophe stands within a text in single quotes
          = use double quotes: "Pasar Jum'at"
    content/berita/2026/uji.md:6:21 «"»
    error[WT203]
      id: ada tanda kutip di dalam teks
          = tulis 'Ia berkata "ya" lalu'
      en: a quotation mark stands within the text
          = write 'Ia berkata "ya" lalu'
    content/berita/2026/uji.md:7:10 «ya»
    error[WT206]
      id: `urgent` harus berupa true atau false, bukan teks
          = tulis urgent = true, tanpa tanda kutip
      en: `urgent` must be true or false, not text
          = write urgent = true, without quotes
    content/berita/2026/uji.md:8:11 «besok»
    error[WT208]
      id: `embargo` tidak dapat dibaca sebagai tanggal: besok
          = tulis tahun-bulan-hari, misalnya 2026-09-01 atau 2026-09-01T14:00
      en: `embargo` can't be read as a date: besok
          = write year-month-day, such as 2026-09-01 or 2026-09-01T14:00
    content/berita/2026/uji.md:9:13 «0»
    error[WT203]
      id: angka tidak boleh diawali nol
          = tulis 123; kalau ini nomor telepon atau kode, tulis "0123"
      en: a number can't begin with a zero
          = write 123; if it is a telephone number or a code, write "0123"
    content/berita/2026/uji.md:10:10 «0274-555123»
    error[WT206]
      id: `number` harus berupa teks, bukan tanggal
          = tulis number = "0274-555123"
      en: `number` must be text, not a date
          = write number = "0274-555123"
    content/berita/2026/uji.md:11:33 «(0274) 555»
    error[WT203]
      id: teks ini tidak diapit tanda kutip
          = tulis "(0274) 555"
      en: this text has no quotation marks
          = write "(0274) 555"
    "#);
    let yaml = "title: T\ndate: 2026-02-01\nsummary: \"S \\q\"\nunits: [humas]\n";
    assert_snapshot!(said(&item(format!("---\n{yaml}---\n"))), @r"
    content/berita/2026/uji.md:4:13 «\»
    error[WT203]
      id: garis miring terbalik punya arti khusus di antara kutip ganda
          = pakai kutip tunggal: 'C:\Berkas', atau tulis \\
      en: a backslash means something else between double quotes
          = use single quotes: 'C:\Files', or write \\
    ");
}

#[test]
fn characters_that_nobody_sees() {
    let lines = "title =\u{a0}\"T\"\nsummary = \"S\"\u{200b}\nunits = [\"hu\u{200b}mas\"]\nhost\u{200b} = \"x\"\n\
        status = \"draft\u{feff}\"\nembargo = \"2026-02-01\u{200b}\"\nurgent = \"tr\u{200b}ue\"\n\
        slug = \"a\\u0000b\"\naliases = [\"/lama\\u0000/\", \"/con/x/\"]\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:8 «<U+00A0>»
    error[WT203]
      id: ada karakter yang tidak terlihat di sini: spasi tak-putus (U+00A0)
          = hapus karakter itu, lalu ketik spasi biasa kalau perlu
      en: there is a character that nobody sees here: a no-break space (U+00A0)
          = remove it, and type a common blank if one is needed
    content/berita/2026/uji.md:3:14 «<U+200B>»
    error[WT203]
      id: ada karakter yang tidak terlihat di sini: spasi tanpa lebar (U+200B)
          = hapus karakter itu, lalu ketik spasi biasa kalau perlu
      en: there is a character that nobody sees here: a space without width (U+200B)
          = remove it, and type a common blank if one is needed
    content/berita/2026/uji.md:4:13 «<U+200B>»
    error[WT207]
      id: ada karakter yang tidak terlihat di dalam `units`: spasi tanpa lebar (U+200B)
          = hapus isinya, lalu ketik ulang "humas"
      en: there is a character that nobody sees in `units`: a space without width (U+200B)
          = delete it and type "humas" anew
    content/berita/2026/uji.md:5:5 «<U+200B>»
    error[WT204]
      id: ada karakter yang tidak terlihat di dalam kunci ini: spasi tanpa lebar (U+200B)
          = hapus kuncinya, lalu ketik ulang host
      en: there is a character that nobody sees in this key: a space without width (U+200B)
          = delete the key and type host anew
    content/berita/2026/uji.md:6:16 «<U+FEFF>»
    error[WT207]
      id: ada karakter yang tidak terlihat di dalam `status`: spasi tanpa lebar (U+FEFF)
          = hapus isinya, lalu ketik ulang "draft"
      en: there is a character that nobody sees in `status`: a space without width (U+FEFF)
          = delete it and type "draft" anew
    content/berita/2026/uji.md:7:22 «<U+200B>»
    error[WT207]
      id: ada karakter yang tidak terlihat di dalam `embargo`: spasi tanpa lebar (U+200B)
          = hapus isinya, lalu ketik ulang "2026-02-01"
      en: there is a character that nobody sees in `embargo`: a space without width (U+200B)
          = delete it and type "2026-02-01" anew
    content/berita/2026/uji.md:8:13 «<U+200B>»
    error[WT207]
      id: ada karakter yang tidak terlihat di dalam `urgent`: spasi tanpa lebar (U+200B)
          = hapus isinya, lalu ketik ulang "true"
      en: there is a character that nobody sees in `urgent`: a space without width (U+200B)
          = delete it and type "true" anew
    content/berita/2026/uji.md:9:8 «"a\u0000b"»
    error[WT214]
      id: `slug` mengandung karakter kendali U+0000
          = hapus karakter itu
      en: `slug` holds the control character U+0000
          = remove that character
    content/berita/2026/uji.md:10:12 «"/lama\u0000/"»
    error[WT313]
      id: `aliases` mengandung karakter kendali U+0000
          = hapus karakter itu
      en: `aliases` holds the control character U+0000
          = remove that character
    content/berita/2026/uji.md:10:28 «"/con/x/"»
    error[WT313]
      id: alias ini bukan alamat di situs: /con/x/
          = hapus `..`, tanda ? # dan sesudahnya; nama seperti con, atau yang diawali titik, tidak dapat dilayani
      en: this alias is no address of the site: /con/x/
          = remove `..`, ? and # with what follows; names such as con, or with a dot in front, can't be served
    "#);
    let yaml = "title: T\ndate: 2026-02-01\nsummary:\u{a0}S\nunits: [humas]\n";
    assert_snapshot!(said(&item(format!("---\n{yaml}---\n"))), @"
    content/berita/2026/uji.md:4:9 «<U+00A0>»
    error[WT203]
      id: ada karakter yang tidak terlihat di sini: spasi tak-putus (U+00A0)
          = hapus karakter itu, lalu ketik spasi biasa kalau perlu
      en: there is a character that nobody sees here: a no-break space (U+00A0)
          = remove it, and type a common blank if one is needed
    ");
    let title = news("title = \"Rp\u{a0}5.000 👨\u{200d}👩\"\n", "");
    assert_snapshot!(said(&item(title)), @"");
}

#[test]
fn names_of_devices_are_no_addresses() {
    let room = Room::new()
        .with("content/berita/2026-02-01-con.md", news("", ""))
        .site("[permalinks]\ndefault = \"/nul/{slug}/\"\n");
    assert_snapshot!(said(&room), @r#"
    content/berita/2026-02-01-con.md
    error[WT214]
      id: alamat naskah ini memakai nama perangkat Windows: con
          = ganti nama berkas atau foldernya, atau isi `slug`
      en: its address is the name of a device of Windows: con
          = rename the file or its folder, or fill in `slug`
    site.toml:6:11 «"/nul/{slug}/"»
    error[WT207]
      id: pola alamat tidak sah: /nul/{slug}/
          = Windows memakai nama `nul` untuk perangkat; pakai kata lain
      en: this is no pattern of addresses: /nul/{slug}/
          = Windows keeps the name `nul` for a device; use another word
    "#);
}
