//! WT5: a theme's templates and words.

use super::room::Room;
use super::said;
use crate::cli::tree;
use insta::assert_snapshot;
use std::path::Path;

/// A room with a theme of its own over the one that comes along.
fn themed(files: &[(&str, &str)]) -> Room {
    let room = Room::new().site("theme = \"kota\"\n").with("themes/kota/theme.toml", "extends = \"warta\"\n");
    files.iter().fold(room, |room, (name, text)| room.with(&format!("themes/kota/{name}"), text))
}

#[test]
fn a_template_that_can_not_be_read() {
    let home = "<h1>{{ site.title }}</h1>\n{% if lang %}\n<p>{{ lang | }}</p>\n{% endif %}\n";
    let page = "<main>\n{% for x in y %}\n</main>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home), ("templates/page.html", page)])), @"
    themes/kota/templates/home.html:3:14 «}}»
    error[WT501]
      id: templat bermasalah: ada `}}`, padahal seharusnya nama
          = perbaiki templat di baris ini
      en: the template fails: found `}}`, expected a name
          = mend the template at this line
    themes/kota/templates/page.html:2:17 «» …
    error[WT501]
      id: templat bermasalah: templat ini terputus sebelum waktunya
          = perbaiki templat di baris ini
      en: the template fails: the template ends too soon
          = mend the template at this line
    ");
}

#[test]
fn names_that_the_engine_does_not_know() {
    let home = "{{ site.title | besar }}\n{{ kabar(limit=3) }}\n{% include \"tidak-ada.html\" %}\n{{ <ui.kartu item={site} /> }}\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:17 «b»
    error[WT501]
      id: templat bermasalah: tidak ada filter `besar`
          = perbaiki templat di baris ini
      en: the template fails: there is no filter `besar`
          = mend the template at this line
    themes/kota/templates/home.html:2:4 «k»
    error[WT501]
      id: templat bermasalah: tidak ada fungsi `kabar`
          = perbaiki templat di baris ini
      en: the template fails: there is no function `kabar`
          = mend the template at this line
    themes/kota/templates/home.html:3:12 «"»
    error[WT501]
      id: templat bermasalah: tidak ada templat `tidak-ada.html`
          = perbaiki templat di baris ini
      en: the template fails: there is no template `tidak-ada.html`
          = mend the template at this line
    themes/kota/templates/home.html:4:4 «<»
    error[WT501]
      id: templat bermasalah: tidak ada komponen `ui.kartu`
          = perbaiki templat di baris ini
      en: the template fails: there is no component `ui.kartu`
          = mend the template at this line
    "#);
    assert_snapshot!(said(&themed(&[("templates/home.html", "{% extends \"dasar.html\" %}\n")])), @r#"
    themes/kota/templates/home.html:1:12 «"dasar.html"»
    error[WT501]
      id: templat bermasalah: templat induknya, `dasar.html`, tidak ada
          = perbaiki templat di baris ini
      en: the template fails: its parent `dasar.html` is not there
          = mend the template at this line
    "#);
}

#[test]
fn an_accent_that_can_not_be_read() {
    let room = |lines: &str| Room::new().site(&format!("[design]\n{lines}\n"));
    assert_snapshot!(said(&room("accent = \"#f5b800\"")), @r##"
    site.toml:6:10 «"#f5b800"»
    error[WT505]
      id: warna aksen #f5b800 sukar dibaca: kontrasnya dengan latar #f4f6f5 hanya 1,64, padahal perlu 4,5
          = pakai warna yang lebih gelap; yang terdekat "#906b09"
      en: the accent #f5b800 is hard to read: its contrast with the ground #f4f6f5 is 1.64, and 4.5 is needed
          = take a darker colour; the nearest is "#906b09"
    "##);
    assert_snapshot!(said(&room("accent = \"hijau\"")), @r##"
    site.toml:6:10 «"hijau"»
    error[WT215]
      id: `accent` bukan warna: hijau
          = tulis enam angka heksadesimal sesudah #, misalnya "#0b6e4f"
      en: `accent` is not a colour: hijau
          = write six hexadecimal digits after #, such as "#0b6e4f"
    "##);
    assert_snapshot!(said(&room("acent = \"#0b6e4f\"")), @"
    site.toml:6:1 «acent»
    error[WT204]
      id: kunci `acent` tidak dikenal
          = mungkin maksudnya `accent`?
      en: the key `acent` is not known
          = did you mean `accent`?
    ");
    assert_snapshot!(said(&room("accent = \"#0b6e4f\"")), @"");
}

#[test]
fn an_accent_for_a_theme_that_has_none_or_does_not_say_on_what() {
    let files = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/plain"));
    let room = files
        .iter()
        .fold(Room::new().site("theme = \"kota\"\n[design]\naccent = \"#0b6e4f\"\n"), |room, (path, bytes)| {
            room.with(&format!("themes/kota/{path}"), bytes)
        });
    assert_snapshot!(said(&room), @r##"
    site.toml:7:10 «"#0b6e4f"»
    error[WT207]
      id: tema ini tidak punya warna aksen
          = hapus kunci ini, atau tulis [accent] di theme.toml
      en: this theme has no accent
          = remove the key, or write [accent] in theme.toml
    "##);
    let room = room.with("themes/kota/theme.toml", "[accent]\nsheet = \"plain.css\"\ndark = \"black\"\n");
    assert_snapshot!(said(&room), @r##"
    site.toml:7:10 «"#0b6e4f"»
    error[WT207]
      id: tema ini tidak punya warna aksen
          = hapus kunci ini, atau tulis [accent] di theme.toml
      en: this theme has no accent
          = remove the key, or write [accent] in theme.toml
    themes/kota/theme.toml:1:2 «accent»
    error[WT205]
      id: `light` wajib diisi
          = tambahkan light = "#ffffff"
      en: `light` is required
          = add light = "#ffffff"
    themes/kota/theme.toml:3:8 «"black"»
    error[WT215]
      id: `dark` bukan warna: black
          = tulis enam angka heksadesimal sesudah #, misalnya "#0b6e4f"
      en: `dark` is not a colour: black
          = write six hexadecimal digits after #, such as "#0b6e4f"
    "##);
}

#[test]
fn a_template_that_fails_on_a_page() {
    let home = "<h1>{{ site.title }}</h1>\n<p>{{ site.judul.pendek }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @"
    themes/kota/templates/home.html:2:12 «judul»
    error[WT502]
      id: templat bermasalah: tidak ada isian `judul`; yang ada: accent, base_url, channels, language, languages, publisher, services, timezone, title
          = perbaiki templat di baris ini
      en: the template fails: there is no field `judul`; there are accent, base_url, channels, language, languages, publisher, services, timezone, title
          = mend the template at this line
    ");
    let home = "<p>{{ t(key=\"tidak.ada\") }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:7 «t(key="tidak.ada")»
    error[WT502]
      id: templat bermasalah: tidak ada kata `tidak.ada` di i18n/
          = perbaiki templat di baris ini
      en: the template fails: no i18n file has the word `tidak.ada`
          = mend the template at this line
    "#);
    let home = "<p>\n{{ articles(kind=\"brita\") }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:2:4 «articles(kind="brita")»
    error[WT502]
      id: templat bermasalah: tidak ada jenis `brita`
          = perbaiki templat di baris ini
      en: the template fails: there is no kind `brita`
          = mend the template at this line
    "#);
    let home = "<link href=\"{{ asset(path=\"gaya.css\") }}\">\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:16 «asset(path="gaya.css")»
    error[WT502]
      id: templat bermasalah: tidak ada aset `gaya.css` di tema
          = perbaiki templat di baris ini
      en: the template fails: the theme has no asset `gaya.css`
          = mend the template at this line
    "#);
}

#[test]
fn a_component_that_fails_names_the_document_that_calls_it() {
    let component = "{% component kotak(judul: String) -%}\n<p>{{ judul.pendek.sekali }}</p>\n{%- endcomponent %}\n";
    let room = themed(&[("components/kotak.html", component)])
        .with("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n\nHalo.\n\n::kotak{judul=\"x\"}\n");
    assert_snapshot!(said(&room), @r#"
    themes/kota/components/kotak.html:2:13 «pendek»
    error[WT502]
      id: templat bermasalah: tidak ada isian `pendek`
          = perbaiki templat di baris ini
      en: the template fails: there is no field `pendek`
          = mend the template at this line
      also content/tentang.md:7:1 «::kotak{judul="x"}»
        id: dipanggil di sini
        en: it is called here
    "#);
}

#[test]
fn a_place_in_a_template_with_a_byte_order_mark_is_right() {
    let home = "\u{feff}<h1>{{ site.title | besar }}</h1>\n<p>{{ site.judul.pendek }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @"
    themes/kota/templates/home.html:1:21 «b»
    error[WT501]
      id: templat bermasalah: tidak ada filter `besar`
          = perbaiki templat di baris ini
      en: the template fails: there is no filter `besar`
          = mend the template at this line
    ");
    assert_snapshot!(said(&themed(&[("templates/home.html", &home.replace(" | besar", ""))])), @"
    themes/kota/templates/home.html:2:12 «judul»
    error[WT502]
      id: templat bermasalah: tidak ada isian `judul`; yang ada: accent, base_url, channels, language, languages, publisher, services, timezone, title
          = perbaiki templat di baris ini
      en: the template fails: there is no field `judul`; there are accent, base_url, channels, language, languages, publisher, services, timezone, title
          = mend the template at this line
    ");
}

#[test]
fn a_theme_by_itself_needs_every_template_and_word() {
    let room = Room::new().site("theme = \"polos\"\n").with("themes/polos/templates/base.html", "<p></p>\n");
    assert_snapshot!(said(&room), @r#"
    site.toml
    error[WT503]
      id: templat ini tidak ada di tema: home.html, article.html, page.html, term.html, terms.html, list.html, archive.html, period.html, corrections.html, search.html, 404.html, withdrawn.html, redirect.html
          = tulis di templates/, atau beri theme.toml extends = "warta"
      en: the theme lacks these templates: home.html, article.html, page.html, term.html, terms.html, list.html, archive.html, period.html, corrections.html, search.html, 404.html, withdrawn.html, redirect.html
          = write them in templates/, or give theme.toml extends = "warta"
    site.toml
    error[WT504]
      id: kata antarmuka ini tidak ada di tema: date.long, date.day, date.short, date.with_time, date.time, date.clock, date.month, number.decimal, nav.home, archive.title, corrections.title, search.title, not_found.title, redirect.title, date.months, date.months_short, date.weekdays
          = tambahkan di i18n/id.toml, atau beri theme.toml extends = "warta"
      en: the theme lacks these interface words: date.long, date.day, date.short, date.with_time, date.time, date.clock, date.month, number.decimal, nav.home, archive.title, corrections.title, search.title, not_found.title, redirect.title, date.months, date.months_short, date.weekdays
          = add them to i18n/id.toml, or give theme.toml extends = "warta"
    "#);
}

#[test]
fn what_the_template_engine_says_is_translated() {
    let mut untold = Vec::new();
    for (home, said_in_indonesian) in [
        ("{{ judul }}", "tidak ada variabel `judul`"),
        ("{{ image() }}", "argumen `src` belum ditulis"),
        ("{{ articles(kind=\"resep\") }}", "tidak ada jenis `resep`"),
        ("{{ articles(limt=3) }}", "articles() tidak menerima `limt`; mungkin maksudnya `limit`?"),
        ("{{ related(jumlah=3) }}", "related() tidak menerima `jumlah`; yang diterima: limit"),
        ("{{ t(key=\"tiada\") }}", "tidak ada kata `tiada` di i18n/"),
        ("{% for a in 3 %}{% endfor %}", "`for` memerlukan daftar"),
        ("{{ site.title + 1 }}", "memerlukan angka"),
        ("{% cetak %}", "tidak ada tag seperti ini"),
        ("{{ \"a }}", "belum ditutup"),
        ("{# a", "belum ditutup"),
        ("{% if a %}b", "terputus"),
        ("{% block a %}{% endblock b %}", "di akhir"),
        ("{{ <ui.card lain={1} /> }}", "argumen"),
        ("{% extends \"home.html\" %}", "menurunkan dirinya sendiri"),
        ("{% extends \"base.html\" %}<p>a</p>", "tidak akan tampil"),
        ("{{ 1 | panjang }}", "tidak ada filter"),
        ("{{ 1 | length }}", "tidak punya panjang"),
    ] {
        let findings = themed(&[("templates/home.html", home)]).findings();
        let told: Vec<&str> = findings.iter().map(|finding| &*finding.message.id).collect();
        if !told.iter().any(|message| message.contains(said_in_indonesian)) {
            untold.push(format!("{home}: {told:#?}"));
        }
    }
    assert_eq!(untold, Vec::<String>::new());
}

#[test]
fn a_theme_that_is_not_there_hides_no_fault_of_a_text() {
    let body =
        "[x](tiada.md) [media](/media/) <b onclick=\"x\">a</b>\n\n::video{url=\"a\"}\n\n::apa{x=1}\n\n![](foto.jpg)\n";
    let room = Room::new().site("theme = \"wartaa\"\n").with("content/berita/2026/uji.md", super::room::news("", body));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:8:5 «tiada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: tiada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: tiada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md
    content/berita/2026/uji.md:8:35 «onclick="x"»
    error[WT407]
      id: atribut `onclick` pada `<b>` tidak diizinkan
          = hapus; tampilan dan skrip diatur tema
      en: the attribute `onclick` of `<b>` is not allowed
          = remove this; looks and scripts are the theme's
    content/berita/2026/uji.md:10:13 «"a"»
    error[WT314]
      id: `url` bukan alamat web: a
          = alamat web dimulai dengan https://
      en: `url` is not a web address: a
          = a web address begins with https://
    content/berita/2026/uji.md:14:1 «![](foto.jpg)»
    error[WT409]
      id: gambar ini tidak punya deskripsi
          = tulis isi gambarnya di antara kurung siku, untuk pembaca yang tidak melihatnya: `![Wali kota menyalami warga](foto.jpg)`
      en: this picture has no description
          = say between the brackets what it shows, for readers who can't see it: `![The mayor greets residents](foto.jpg)`
    content/berita/2026/uji.md:14:5 «foto.jpg»
    error[WT307]
      id: berkas tidak ada: foto.jpg
          = simpan berkasnya di folder dokumen ini, atau perbaiki namanya
      en: there is no such file: foto.jpg
          = put the file into this document's folder, or mend its name
    site.toml:5:9 «"wartaa"»
    error[WT106]
      id: tidak ada tema `wartaa` di folder themes/
          = mungkin maksudnya `warta`?
      en: there is no theme `wartaa` in themes/
          = did you mean `warta`?
    "#);
}

#[test]
fn a_component_that_calls_itself() {
    let call = |name: &str| format!("+++\ntitle = \"Tentang\"\n+++\n\n::{name}{{judul=\"x\"}}\n");
    let one = "{% component kotak(judul: String) -%}\n<p>{{ <kotak judul={judul} /> }}</p>\n{%- endcomponent %}\n";
    let room = themed(&[("components/kotak.html", one)]).with("content/tentang.md", call("kotak"));
    assert_snapshot!(said(&room), @r#"
    themes/kota/components/kotak.html:2:8 «kotak»
    error[WT502]
      id: templat bermasalah: komponen `kotak` memanggil dirinya sendiri tanpa akhir
          = perbaiki templat di baris ini
      en: the template fails: the component `kotak` calls itself without end
          = mend the template at this line
      also content/tentang.md:5:1 «::kotak{judul="x"}»
        id: dipanggil di sini
        en: it is called here
    "#);
    let two = "{% component satu(judul: String) -%}\n{{ <dua judul={judul} /> }}\n{%- endcomponent %}\n\
        {% component dua(judul: String) -%}\n{{ <satu judul={judul} /> }}\n{%- endcomponent %}\n";
    let room = themed(&[("components/dua.html", two)]).with("content/tentang.md", call("dua"));
    assert_snapshot!(said(&room), @r#"
    themes/kota/components/dua.html:2:5 «dua»
    error[WT502]
      id: templat bermasalah: komponen `satu` memanggil dirinya sendiri tanpa akhir
          = perbaiki templat di baris ini
      en: the template fails: the component `satu` calls itself without end
          = mend the template at this line
      also content/tentang.md:5:1 «::dua{judul="x"}»
        id: dipanggil di sini
        en: it is called here
    "#);
}
