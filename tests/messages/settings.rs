//! site.toml and theme.toml.

use super::room::{Room, SITE};
use super::said;
use insta::assert_snapshot;

#[test]
fn settings_that_are_missing() {
    assert_snapshot!(said(&Room::new().with("site.toml", "languages = [\"id\"]\n")), @r#"
    site.toml
    error[WT205]
      id: `base_url` wajib diisi
          = tambahkan base_url = "https://…"
      en: `base_url` is required
          = add base_url = "https://…"
    site.toml
    error[WT205]
      id: `timezone` wajib diisi
          = tambahkan timezone = "Asia/Jakarta"
      en: `timezone` is required
          = add timezone = "Asia/Jakarta"
    site.toml
    error[WT205]
      id: `title` wajib diisi
          = tambahkan title = "…"
      en: `title` is required
          = add title = "…"
    "#);
    assert_snapshot!(said(&Room::new().site("[[services]]\nname = \"Lapor\"\n[[menu]]\nurl = \"/\"\n")), @r#"
    site.toml:5:1 «[[services]]»
    error[WT205]
      id: `url` wajib diisi
          = tambahkan url = "https://…"
      en: `url` is required
          = add url = "https://…"
    site.toml:7:1 «[[menu]]»
    error[WT205]
      id: `name` wajib diisi
          = tambahkan name = "…"
      en: `name` is required
          = add name = "…"
    "#);
}

#[test]
fn keys_that_are_not_known() {
    let lines = "tema = \"warta\"\n[publiser]\nname = \"x\"\n[publisher]\nphon = \"1\"\n[kinds.visit]\nlabl = \"x\"\n[feeds]\nlimt = 3\n[channels]\ntwitter = \"https://x.com/a\"\n";
    assert_snapshot!(said(&Room::new().site(lines)), @"
    site.toml:5:1 «tema»
    error[WT204]
      id: kunci `tema` tidak dikenal
          = mungkin maksudnya `theme`?
      en: the key `tema` is not known
          = did you mean `theme`?
    site.toml:6:2 «publiser»
    error[WT204]
      id: kunci `publiser` tidak dikenal
          = mungkin maksudnya `publisher`?
      en: the key `publiser` is not known
          = did you mean `publisher`?
    site.toml:9:1 «phon»
    error[WT204]
      id: kunci `phon` tidak dikenal
          = mungkin maksudnya `phone`?
      en: the key `phon` is not known
          = did you mean `phone`?
    site.toml:11:1 «labl»
    error[WT204]
      id: kunci `labl` tidak dikenal
          = mungkin maksudnya `label`?
      en: the key `labl` is not known
          = did you mean `label`?
    site.toml:13:1 «limt»
    error[WT204]
      id: kunci `limt` tidak dikenal
          = mungkin maksudnya `limit`?
      en: the key `limt` is not known
          = did you mean `limit`?
    site.toml:15:1 «twitter»
    error[WT204]
      id: kunci `twitter` tidak dikenal
          = mungkin maksudnya `x`?
      en: the key `twitter` is not known
          = did you mean `x`?
    ");
}

#[test]
fn values_that_can_not_be() {
    let site = SITE.replace("Asia/Jakarta", "Asia/Jakarat").replace("https://warta", "warta");
    assert_snapshot!(said(&Room::new().with("site.toml", site)), @r#"
    site.toml:2:12 «"warta.contoh.go.id"»
    error[WT215]
      id: `base_url` bukan alamat web: warta.contoh.go.id
          = tulis lengkap dengan https://, misalnya https://warta.contoh.go.id
      en: `base_url` is not a web address: warta.contoh.go.id
          = write it whole, such as https://warta.example.gov
    site.toml:4:12 «"Asia/Jakarat"»
    error[WT207]
      id: `Asia/Jakarat` bukan nama zona waktu
          = mungkin maksudnya `Asia/Jakarta`?
      en: `Asia/Jakarat` is not a time zone
          = did you mean `Asia/Jakarta`?
    "#);
    let lines = "theme = \"../lain\"\n[paginate]\nsize = \"dua puluh\"\n[channels]\nx = \"@kota\"\n";
    assert_snapshot!(said(&Room::new().site(lines)), @r#"
    site.toml:5:9 «"../lain"»
    error[WT207]
      id: `theme` harus nama folder di dalam themes/
          = tulis namanya saja, misalnya "warta"
      en: `theme` must be the name of a folder in themes/
          = write its name alone, such as "warta"
    site.toml:7:8 «"dua puluh"»
    error[WT206]
      id: `size` harus berupa bilangan bulat, bukan teks
          = misalnya size = 20
      en: `size` must be a whole number, not text
          = such as size = 20
    site.toml:9:5 «"@kota"»
    error[WT215]
      id: `x` bukan alamat web: @kota
          = alamat web dimulai dengan https://
      en: `x` is not a web address: @kota
          = a web address begins with https://
    "#);
}

#[test]
fn patterns_of_addresses() {
    let lines = "[permalinks]\nnews = \"/{tahun}/{slug}/\"\nvisit = \"/{year}/\"\nvideo = \"/{slug\"\nagenda = \"/../{slug}/\"\nbertia = \"/{slug}/\"\npage = 3\n";
    assert_snapshot!(said(&Room::new().site(lines)), @r#"
    site.toml:6:8 «"/{tahun}/{slug}/"»
    error[WT207]
      id: pola alamat tidak sah: /{tahun}/{slug}/
          = {tahun} tidak ada; yang ada: kind, year, month, day, slug, id
      en: this is no pattern of addresses: /{tahun}/{slug}/
          = there is no {tahun}; there are kind, year, month, day, slug, id
    site.toml:7:9 «"/{year}/"»
    error[WT207]
      id: pola alamat tidak sah: /{year}/
          = tambahkan {slug} atau {id}, supaya alamatnya tidak kembar
      en: this is no pattern of addresses: /{year}/
          = add {slug} or {id}, or every document has the same address
    site.toml:8:9 «"/{slug"»
    error[WT207]
      id: pola alamat tidak sah: /{slug
          = tutup kurung kurawalnya dengan }
      en: this is no pattern of addresses: /{slug
          = close the brace with }
    site.toml:9:10 «"/../{slug}/"»
    error[WT207]
      id: pola alamat tidak sah: /../{slug}/
          = hapus `..` dan tanda ? # %
      en: this is no pattern of addresses: /../{slug}/
          = remove `..` and the signs ? # %
    site.toml:10:1 «bertia»
    error[WT207]
      id: jenis `bertia` tidak dikenal
          = pilihannya: press-release, visit, news, photo-story, video, announcement, agenda, clarification, unit, person, topic, page, default
      en: the kind `bertia` is not known
          = one of: press-release, visit, news, photo-story, video, announcement, agenda, clarification, unit, person, topic, page, default
    site.toml:11:8 «3»
    error[WT206]
      id: `page` harus berupa teks, bukan bilangan bulat
          = apit nilainya dengan tanda kutip
      en: `page` must be text, not a whole number
          = put the value in quotes
    "#);
}

#[test]
fn kinds_of_the_newsrooms_own() {
    let lines = "[kinds.\"Lelang Umum\"]\n[kinds.lelang]\npath = \"Lelang Umum\"\nrequired = [\"nilai\", \"hots\"]\nfields = { nilai = \"angka\", pagu = \"integer\", batas = 3 }\n[kinds.tender]\npath = \"berita\"\n[workflow]\nrequire = [\"aproved_by\"]\n";
    assert_snapshot!(said(&Room::new().site(lines)), @r#"
    site.toml:5:8 «"Lelang Umum"»
    error[WT207]
      id: nama jenis `Lelang Umum` tidak dapat dipakai
          = pakai huruf kecil, angka, dan tanda hubung
      en: the name of the kind `Lelang Umum` can't be used
          = use small letters, digits and hyphens
    site.toml:7:8 «"Lelang Umum"»
    error[WT214]
      id: `path` tidak dapat dipakai sebagai alamat
          = tulis `lelang-umum`
      en: `path` can't be used as an address
          = write `lelang-umum`
    site.toml:8:13 «"nilai"»
    error[WT207]
      id: isian `nilai` tidak dikenal
          = pilihannya: summary, units, people, authors, topics, contact, event.date, event.start, event.end, event.place, event.delegation, host, guest, photos, video.url, video.duration, transcript, claim, verdict, sources, dateline, number, license, approved_by, pagu
      en: the field `nilai` is not known
          = one of: summary, units, people, authors, topics, contact, event.date, event.start, event.end, event.place, event.delegation, host, guest, photos, video.url, video.duration, transcript, claim, verdict, sources, dateline, number, license, approved_by, pagu
    site.toml:8:22 «"hots"»
    error[WT207]
      id: isian `hots` tidak dikenal
          = mungkin maksudnya `host`?
      en: the field `hots` is not known
          = did you mean `host`?
    site.toml:9:20 «"angka"»
    error[WT207]
      id: tipe `angka` tidak dikenal
          = pilihannya: string, integer, boolean, date, strings
      en: the type `angka` is not known
          = one of: string, integer, boolean, date, strings
    site.toml:9:55 «3»
    error[WT206]
      id: `batas` harus berupa teks, bukan bilangan bulat
          = apit nilainya dengan tanda kutip
      en: `batas` must be text, not a whole number
          = put the value in quotes
    site.toml:10:8 «tender»
    error[WT312]
      id: jenis `news` dan `tender` memakai folder yang sama: berita
          = beri `path` yang berbeda
      en: the kinds `news` and `tender` have the same folder: berita
          = give one of them another `path`
    site.toml:13:12 «"aproved_by"»
    error[WT207]
      id: isian `aproved_by` tidak dikenal
          = mungkin maksudnya `approved_by`?
      en: the field `aproved_by` is not known
          = did you mean `approved_by`?
    "#);
}

#[test]
fn a_field_of_the_newsrooms_own_has_its_type() {
    let lines = "[kinds.lelang]\nfields = { pagu = \"integer\", batas = \"date\", lokasi = \"string\" }\nrequired = [\"pagu\", \"lokasi\"]\n";
    let text = "+++\ntitle = \"Lelang\"\ndate = 2026-02-01\nsummary = \"x\"\npagu = \"satu juta\"\nbatas = 2026-02-31\npagi = 3\n+++\n";
    assert_snapshot!(said(&Room::new().site(lines).with("content/lelang/a.md", text)), @r#"
    content/lelang/a.md:1:1 «+++»
    error[WT205]
      id: `lokasi` wajib diisi untuk jenis lelang
          = tambahkan lokasi = "…"
      en: the kind lelang requires `lokasi`
          = add lokasi = "…"
    content/lelang/a.md:5:8 «"satu juta"»
    error[WT206]
      id: `pagu` harus berupa bilangan bulat, bukan teks
          = misalnya pagu = 20
      en: `pagu` must be a whole number, not text
          = such as pagu = 20
    content/lelang/a.md:6:9 «2026-02-31»
    error[WT208]
      id: `batas` bukan tanggal yang ada: 2026-02-31
          = Februari 2026 berakhir tanggal 28; tulis 2026-02-28, atau tanggal yang benar
      en: `batas` is a date that does not exist: 2026-02-31
          = February 2026 ends on day 28; write 2026-02-28, or the right day
    content/lelang/a.md:7:1 «pagi»
    error[WT204]
      id: kunci `pagi` tidak dikenal
          = mungkin maksudnya `pagu`?
      en: the key `pagi` is not known
          = did you mean `pagu`?
    "#);
}

#[test]
fn keys_of_a_theme() {
    let room = Room::new()
        .site("theme = \"kota\"\n")
        .with("themes/kota/theme.toml", "extend = \"warta\"\nextends = \"warta\"\nname = 3\n");
    assert_snapshot!(said(&room), @"
    themes/kota/theme.toml:1:1 «extend»
    error[WT204]
      id: kunci `extend` tidak dikenal
          = mungkin maksudnya `extends`?
      en: the key `extend` is not known
          = did you mean `extends`?
    themes/kota/theme.toml:3:8 «3»
    error[WT206]
      id: `name` harus berupa teks, bukan bilangan bulat
          = apit nilainya dengan tanda kutip
      en: `name` must be text, not a whole number
          = put the value in quotes
    ");
}

#[test]
fn faults_of_the_settings_do_not_hide_those_of_documents() {
    let room = Room::new()
        .site("titel = \"x\"\n")
        .with("content/a.md", "")
        .with("content/b.md", "+++\ntitel = \"x\"\ntitle = \"b\"\n+++\n");
    assert_snapshot!(said(&room), @"
    content/a.md
    error[WT103]
      id: berkas ini kosong
          = tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya
      en: this file is empty
          = write the document, or delete the file; `warta new` makes a frame
    content/b.md:2:1 «titel»
    error[WT204]
      id: kunci `titel` tidak dikenal
          = mungkin maksudnya `title`?
      en: the key `titel` is not known
          = did you mean `title`?
    site.toml:5:1 «titel»
    error[WT204]
      id: kunci `titel` tidak dikenal
          = mungkin maksudnya `title`?
      en: the key `titel` is not known
          = did you mean `title`?
    ");
}

#[test]
fn addresses_that_lead_elsewhere() {
    let lines = "[publisher]\nlogo = \"https://contoh.go.id/logo.svg\"\n[[services]]\nname = \"Lapor\"\nurl = \"javascript:x\"\n";
    assert_snapshot!(said(&Room::new().site(lines)), @r#"
    site.toml:6:8 «"https://contoh.go.id/logo.svg"»
    error[WT408]
      id: `logo` diambil dari tempat lain
          = simpan berkasnya di static/, lalu tulis logo = "/logo.svg"
      en: `logo` comes from elsewhere
          = put the file into static/ and write logo = "/logo.svg"
    site.toml:9:7 «"javascript:x"»
    error[WT215]
      id: `url` bukan alamat yang dapat ditautkan: javascript:x
          = mulai dengan https://, mailto:, tel:, atau garis miring untuk halaman situs ini
      en: `url` is no address to link to: javascript:x
          = begin with https://, mailto:, tel:, or a slash for a page of this site
    "#);
}

#[test]
fn zones_and_placeholders_that_nobody_knows() {
    let site = SITE.replace("Asia/Jakarta", "WIB");
    let room = Room::new().with("site.toml", format!("{site}[permalinks]\nnews = \"/{{yaer}}/{{slug}}/\"\n"));
    assert_snapshot!(said(&room), @r#"
    site.toml:4:12 «"WIB"»
    error[WT207]
      id: `WIB` bukan nama zona waktu
          = WIB adalah Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura
      en: `WIB` is not a time zone
          = use an IANA name such as Asia/Jakarta
    site.toml:6:8 «"/{yaer}/{slug}/"»
    error[WT207]
      id: pola alamat tidak sah: /{yaer}/{slug}/
          = {yaer} tidak ada; mungkin maksudnya {year}?
      en: this is no pattern of addresses: /{yaer}/{slug}/
          = there is no {yaer}; did you mean {year}?
    "#);
}

#[test]
fn settings_that_lack_what_is_needed_hide_no_fault_of_a_document() {
    for site in [
        "theme = \"warta\"\n",
        "title = \"x\"\nbase_url = \"warta\"\ntimezone = \"WIB\"\n",
        "title = \"x\nbase_url = 3\n",
    ] {
        let room = Room::new().with("site.toml", site).with("content/b.md", "+++\ntitel = \"x\"\n+++\n[a](tiada.md)\n");
        let findings = room.findings();
        let of_document = |finding: &&warta::diagnostic::Diagnostic| finding.file.as_str() == "content/b.md";
        let codes: Vec<&str> = findings.iter().filter(of_document).map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["WT204", "WT305"], "{site}");
        assert!(findings.iter().any(|finding| finding.is_error() && finding.file.as_str() == "site.toml"), "{site}");
    }
    assert_snapshot!(said(&Room::new().with("site.toml", "title = \"x\nbase_url = \"https://a.go.id\"\n")), @r#"
    site.toml:1:11 «»
    error[WT203]
      id: teks ini tidak ditutup
          = tambahkan `"` di akhirnya
      en: this text is not closed
          = add a `"` at its end
    "#);
}

#[test]
fn numbers_out_of_range() {
    let lines = "[feeds]\nlimit = 0\n[paginate]\nsize = -3\n[check]\nfile_budget = 99999999999\n";
    assert_snapshot!(said(&Room::new().site(lines)), @"
    site.toml:6:9 «0»
    error[WT207]
      id: `limit` harus dari 1 sampai 1000, bukan 0
          = tulis bilangan dalam batas itu, atau hapus baris ini untuk memakai nilai bawaan
      en: `limit` must be from 1 to 1000, not 0
          = write a number within these bounds, or remove the line for the usual one
    site.toml:8:8 «-3»
    error[WT207]
      id: `size` harus dari 1 sampai 1000, bukan -3
          = tulis bilangan dalam batas itu, atau hapus baris ini untuk memakai nilai bawaan
      en: `size` must be from 1 to 1000, not -3
          = write a number within these bounds, or remove the line for the usual one
    site.toml:10:15 «99999999999»
    error[WT207]
      id: `file_budget` harus dari 1 sampai 10000000, bukan 99999999999
          = tulis bilangan dalam batas itu, atau hapus baris ini untuk memakai nilai bawaan
      en: `file_budget` must be from 1 to 10000000, not 99999999999
          = write a number within these bounds, or remove the line for the usual one
    ");
}

#[test]
fn links_of_the_settings_that_lead_nowhere() {
    let lines = r#"
[publisher]
url = "https://warta.contoh.go.id/tentagn/"
logo = "/lambnag.svg"
[[menu]]
name = "Kontak"
url = "/kontka/"
[[menu]]
name = "Berita"
url = "/berita/?a=b"
[[menu]]
name = "Agenda"
url = "/agenda/"
[[menu]]
name = "Rahasia"
url = "/rahasia/"
[[menu]]
name = "Telepon"
url = "tel:112"
[[services]]
name = "Lapor"
url = "/lapor/"
[[services]]
name = "Kota"
url = "https://warta.contoh.go.id.lain.go.id/x/"
"#;
    let room = Room::new()
        .site(lines)
        .with("static/lambang.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .with("content/kontak.md", "+++\ntitle = \"Kontak\"\n+++\n")
        .with("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n")
        .with("content/rahasia.md", "+++\ntitle = \"Rahasia\"\nstatus = \"draft\"\n+++\n");
    assert_snapshot!(said(&room), @r#"
    site.toml:7:7 «"https://warta.contoh.go.id/tentagn/"»
    warning[WT305]
      id: tidak ada apa-apa di alamat https://warta.contoh.go.id/tentagn/
          = mungkin maksudnya `/tentang/`?
      en: there is nothing at https://warta.contoh.go.id/tentagn/
          = did you mean `/tentang/`?
    site.toml:8:8 «"/lambnag.svg"»
    error[WT305]
      id: tidak ada apa-apa di alamat /lambnag.svg
          = mungkin maksudnya `/lambang.svg`?
      en: there is nothing at /lambnag.svg
          = did you mean `/lambang.svg`?
    site.toml:11:7 «"/kontka/"»
    error[WT305]
      id: tidak ada apa-apa di alamat /kontka/
          = mungkin maksudnya `/kontak/`?
      en: there is nothing at /kontka/
          = did you mean `/kontak/`?
    site.toml:17:7 «"/agenda/"»
    warning[WT310]
      id: daftar di alamat /agenda/ masih kosong
          = halamannya ada selama ada naskah yang terbit di dalamnya
      en: the listing at /agenda/ is empty
          = its page is there while something in it is published
    site.toml:20:7 «"/rahasia/"»
    warning[WT310]
      id: tautan ke naskah yang tidak terbit: /rahasia/
          = hapus tautan ini sampai content/rahasia.md terbit; pembaca hanya menemukan halaman galat
      en: a link to what is not published: /rahasia/
          = remove the link until content/rahasia.md is published; readers would only find an error page
    site.toml:26:7 «"/lapor/"»
    error[WT305]
      id: tidak ada apa-apa di alamat /lapor/
          = tulis alamat halaman yang ada, misalnya /berita/, atau hapus tautan ini
      en: there is nothing at /lapor/
          = write the address of a page that there is, such as /berita/, or remove the link
    "#);
}

#[test]
fn a_language_for_which_the_theme_has_no_words() {
    assert_snapshot!(said(&Room::new().site("languages = [\"id\", \"su\"]\n")), @r#"
    site.toml:5:20 «"su"»
    warning[WT504]
      id: tema tidak punya kata antarmuka untuk bahasa `su`; yang tampil kata bahasa lain
          = buat themes/kota/theme.toml berisi extends = "warta" dan themes/kota/i18n/su.toml, lalu theme = "kota" di site.toml
      en: the theme has no interface words for `su`; those of another language are shown
          = make themes/city/theme.toml with extends = "warta" and themes/city/i18n/su.toml, then theme = "city" in site.toml
    "#);
    let room = Room::new()
        .site("languages = [\"id\", \"su\"]\ntheme = \"kota\"\n")
        .with("themes/kota/theme.toml", "extends = \"warta\"\n");
    assert_snapshot!(said(&room), @r#"
    site.toml:5:20 «"su"»
    warning[WT504]
      id: tema tidak punya kata antarmuka untuk bahasa `su`; yang tampil kata bahasa lain
          = tulis themes/kota/i18n/su.toml: salin i18n/id.toml, lalu terjemahkan
      en: the theme has no interface words for `su`; those of another language are shown
          = write themes/kota/i18n/su.toml: copy i18n/id.toml and translate it
    "#);
    let room = room.with("themes/kota/i18n/su.toml", "language = { name = \"Sunda\" }\n");
    assert_snapshot!(said(&room), @"");
}

#[test]
fn a_preview_keeps_its_settings_while_site_toml_is_at_fault() {
    use warta::source::{Changes, Memory};
    use warta::workspace::{Settings, Workspace};
    let files = std::sync::Arc::new(Memory::new([("site.toml", SITE)]));
    let now = super::room::NOW.parse().unwrap();
    let settings = Settings { now, preview: true, base_url: None, keep_last_good: true };
    let mut workspace = Workspace::new(files.clone(), settings);
    workspace.load().unwrap();
    files.put("site.toml", b"title = \"Lain\"\n");
    let snapshot = workspace.update(&Changes::Everything).unwrap();
    assert!(snapshot.has_errors());
    assert_eq!(&*snapshot.edition().unwrap().config.title, "Warta Uji");
    files.put("site.toml", SITE.replace("Warta Uji", "Lain").as_bytes());
    let snapshot = workspace.update(&Changes::Everything).unwrap();
    assert!(!snapshot.has_errors());
    assert_eq!(&*snapshot.edition().unwrap().config.title, "Lain");
}

#[test]
fn what_machines_are_told() {
    let lines = "[crawlers]\nai = false\nai_train = \"no\"\nblock = [\"Mozilla/5.0\"]\n[security]\ncontact = [\"Kantor Humas\"]\npolicy = \"kebijakan\"\n[indexnow]\nkey = \"rahasia!\"\n[output]\ncompres = true\n";
    assert_snapshot!(said(&Room::new().site(lines)), @r#"
    site.toml:6:1 «ai»
    error[WT204]
      id: kunci `ai` tidak dikenal
          = hapus baris ini, atau periksa ejaannya
      en: the key `ai` is not known
          = remove the line, or check its spelling
    site.toml:7:12 «"no"»
    error[WT206]
      id: `ai_train` harus berupa true atau false, bukan teks
          = tulis ai_train = false, tanpa tanda kutip
      en: `ai_train` must be true or false, not text
          = write ai_train = false, without quotes
    site.toml:8:10 «"Mozilla/5.0"»
    error[WT215]
      id: `Mozilla/5.0` bukan nama perayap
          = tulis namanya saja, misalnya "Bytespider"
      en: `Mozilla/5.0` is not a crawler's name
          = write the name alone, such as "Bytespider"
    site.toml:9:2 «security»
    error[WT205]
      id: `expires` wajib diisi
          = tambahkan expires = 2027-06-30
      en: `expires` is required
          = add expires = 2027-06-30
    site.toml:10:12 «"Kantor Humas"»
    error[WT215]
      id: `contact` tidak dapat dihubungi: Kantor Humas
          = tulis surel, alamat https://, atau tel:+62…
      en: `contact` can't be reached: Kantor Humas
          = write an e-mail address, an https:// address, or tel:+62…
    site.toml:11:10 «"kebijakan"»
    error[WT215]
      id: `policy` bukan alamat web: kebijakan
          = alamat web dimulai dengan https://
      en: `policy` is not a web address: kebijakan
          = a web address begins with https://
    site.toml:13:7 «"rahasia!"»
    error[WT215]
      id: `key` bukan kunci IndexNow
          = 8–128 huruf, angka, dan tanda hubung, misalnya hasil `openssl rand -hex 16`
      en: `key` is no key for IndexNow
          = 8–128 letters, digits and hyphens, such as `openssl rand -hex 16` prints
    site.toml:15:1 «compres»
    error[WT204]
      id: kunci `compres` tidak dikenal
          = mungkin maksudnya `compress`?
      en: the key `compres` is not known
          = did you mean `compress`?
    "#);
    assert_snapshot!(said(&Room::new().site("[security]\n[indexnow]\n")), @r#"
    site.toml:5:2 «security»
    error[WT205]
      id: `contact` wajib diisi
          = tambahkan contact = "keamanan@contoh.go.id"
      en: `contact` is required
          = add contact = "keamanan@contoh.go.id"
    site.toml:5:2 «security»
    error[WT205]
      id: `expires` wajib diisi
          = tambahkan expires = 2027-06-30
      en: `expires` is required
          = add expires = 2027-06-30
    site.toml:6:2 «indexnow»
    error[WT205]
      id: `key` wajib diisi
          = tambahkan key = "…"
      en: `key` is required
          = add key = "…"
    "#);
}

#[test]
fn a_security_contact_that_is_out_of_date() {
    let room = |expires: &str| {
        Room::new().site(&format!("[security]\ncontact = \"keamanan@contoh.go.id\"\nexpires = {expires}\n"))
    };
    assert_snapshot!(said(&room("2026-03-15")), @"
    site.toml:7:11 «2026-03-15»
    warning[WT217]
      id: security.txt kedaluwarsa pada 2026-03-15
          = pastikan `contact` masih dibaca, lalu tulis `expires` paling lama setahun ke depan
      en: security.txt expires on 2026-03-15
          = make sure that `contact` is still read, then write an `expires` a year ahead at most
    ");
    assert_snapshot!(said(&room("2026-03-01T12:00")), @"
    site.toml:7:11 «2026-03-01T12:00»
    warning[WT217]
      id: security.txt kedaluwarsa sejak 2026-03-01 dan tidak diterbitkan
          = pastikan `contact` masih dibaca, lalu tulis `expires` paling lama setahun ke depan
      en: security.txt has expired on 2026-03-01 and is not published
          = make sure that `contact` is still read, then write an `expires` a year ahead at most
    ");
    assert_snapshot!(said(&room("2028-03-01")), @"
    site.toml:7:11 «2028-03-01»
    warning[WT217]
      id: security.txt berlaku lebih dari setahun
          = pastikan `contact` masih dibaca, lalu tulis `expires` paling lama setahun ke depan
      en: security.txt is valid for more than a year
          = make sure that `contact` is still read, then write an `expires` a year ahead at most
    ");
    assert_eq!(said(&room("2026-12-31")), "");
}

#[test]
fn a_picture_for_feeds_that_rss_does_not_take() {
    let room = |bytes: &[u8]| Room::new().site("[feeds]\nimage = \"/lambang.gif\"\n").with("static/lambang.gif", bytes);
    assert_snapshot!(said(&room(b"GIF89a\x91\0\x10\0\0\0\0,\0\0\0\0\x91\0\x10\0\0\x02\x02D\x01\0;")), @r#"
    site.toml:6:9 «"/lambang.gif"»
    warning[WT702]
      id: static/lambang.gif berukuran 145 × 16 piksel; RSS hanya menerima sampai 144 × 400
          = simpan sebagai PNG kecil yang persegi, misalnya 144 × 144 piksel
      en: static/lambang.gif has 145 × 16 pixels; RSS takes 144 × 400 at most
          = save it as a small square PNG, such as 144 × 144 pixels
    "#);
    assert_snapshot!(said(&room(b"bukan gambar")), @r#"
    site.toml:6:9 «"/lambang.gif"»
    warning[WT315]
      id: static/lambang.gif bukan gambar yang dapat dibuka
          = simpan sebagai PNG kecil yang persegi, misalnya 144 × 144 piksel
      en: static/lambang.gif is no picture that can be shown
          = save it as a small square PNG, such as 144 × 144 pixels
    "#);
    assert_eq!(said(&room(&super::room::picture(""))), "");
}

#[test]
fn more_old_addresses_than_hosts_take() {
    let aliases: String = (0..2_003).map(|number| format!("\"/lama/{number}/\", ")).collect();
    let text = super::room::news(&format!("aliases = [{aliases}]\n"), "");
    assert_snapshot!(said(&Room::new().with("content/berita/banyak.md", text)), @"
    site.toml
    warning[WT605]
      id: 3 alamat lama tidak muat sebagai aturan di _redirects
          = alamat itu tetap berfungsi lewat halaman pengantar; lihat `warta explain WT605`
      en: 3 old addresses find no room as rules in _redirects
          = they still work, by pages that lead on; see `warta explain WT605`
    ");
}

#[test]
fn what_feeds_can_not_be_given() {
    let room = Room::new().site("[feeds]\nlimit = 0\nhub = \"hub.contoh\"\nimage = \"/lambang.svg\"\ngambar = 1\n");
    assert_snapshot!(said(&room), @r#"
    site.toml:6:9 «0»
    error[WT207]
      id: `limit` harus dari 1 sampai 1000, bukan 0
          = tulis bilangan dalam batas itu, atau hapus baris ini untuk memakai nilai bawaan
      en: `limit` must be from 1 to 1000, not 0
          = write a number within these bounds, or remove the line for the usual one
    site.toml:7:7 «"hub.contoh"»
    error[WT215]
      id: `hub` bukan alamat web: hub.contoh
          = alamat web dimulai dengan https://
      en: `hub` is not a web address: hub.contoh
          = a web address begins with https://
    site.toml:8:9 «"/lambang.svg"»
    error[WT215]
      id: `image` tidak dapat dipakai umpan: /lambang.svg
          = simpan gambar PNG, JPEG, atau GIF di static/, lalu tulis image = "/lambang.png"
      en: feeds can't use this `image`: /lambang.svg
          = put a PNG, JPEG or GIF picture into static/ and write image = "/logo.png"
    site.toml:9:1 «gambar»
    error[WT204]
      id: kunci `gambar` tidak dikenal
          = hapus baris ini, atau periksa ejaannya
      en: the key `gambar` is not known
          = remove the line, or check its spelling
    "#);
}

#[test]
fn codes_of_countries_are_no_codes_of_languages() {
    let site = "title = \"Warta\"\nbase_url = \"https://a.id\"\nlanguage = \"idn\"\nlanguages = [\"idn\", \"eng\"]\ntimezone = \"Asia/Jakarta\"\n";
    let room = Room::new().with("site.toml", site);
    assert_eq!(&*room.load().edition().unwrap().config.languages[0].code, "id");
    assert_snapshot!(said(&room), @r#"
    site.toml:3:12 «"idn"»
    error[WT304]
      id: `idn` bukan kode bahasa
          = tulis "id"
      en: `idn` is not a language code
          = write "id"
    site.toml:4:14 «"idn"»
    error[WT304]
      id: `idn` bukan kode bahasa
          = tulis "id"
      en: `idn` is not a language code
          = write "id"
    site.toml:4:21 «"eng"»
    error[WT304]
      id: `eng` bukan kode bahasa
          = tulis "en"
      en: `eng` is not a language code
          = write "en"
    "#);
}

#[test]
fn site_addresses_that_lead_nowhere() {
    let said_of =
        |address: &str| said(&Room::new().with("site.toml", SITE.replace("https://warta.contoh.go.id", address)));
    for wrong in [
        "https://contoh.go.id:99999",
        "https://contoh.go.id/%zz",
        "https://contoh.go.id/kota baru",
        "https://contoh.go.id/?a=b",
        "https://contoh.go.id/#atas",
        "https://humas:rahasia@contoh.go.id",
        "https://",
        "ftp://contoh.go.id",
        "//contoh.go.id",
    ] {
        assert!(said_of(wrong).contains("`base_url` bukan alamat web"), "{wrong}");
    }
    for right in [
        "https://Warta.Contoh.go.id/",
        "http://127.0.0.1:8080",
        "https://contoh.go.id/kota/a/../warta/",
        "https://warta.yogyakarta.id:443",
    ] {
        assert_eq!(said_of(right), "", "{right}");
    }
    let room =
        Room::new().with("site.toml", SITE.replace("https://warta.contoh.go.id", "https://Contoh.go.id:443/a/../b/"));
    let config = room.load().edition().unwrap().config.clone();
    assert_eq!((&*config.origin, &*config.base_path), ("https://contoh.go.id", "/b"));
}
