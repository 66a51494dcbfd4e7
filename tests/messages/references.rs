//! WT3: what a document names must be there, once.

use super::photos::photo;
use super::room::{Room, news};
use super::said;
use insta::assert_snapshot;

/// A room with one more news item.
fn item(text: impl AsRef<[u8]>) -> Room {
    Room::new().with("content/berita/2026/uji.md", text)
}

fn titled(title: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\n")
}

#[test]
fn a_folder_that_is_no_kind() {
    let room = Room::new().with("content/brita/a.md", titled("a")).with("content/resep/kue/a.md", titled("b"));
    assert_snapshot!(said(&room), @"
    content/brita/a.md
    error[WT301]
      id: folder `brita` bukan jenis dokumen
          = mungkin maksudnya content/berita/?
      en: the folder `brita` is no kind of document
          = did you mean content/berita/?
    content/resep/kue/a.md
    error[WT301]
      id: folder `resep` bukan jenis dokumen
          = folder yang ada: siaran-pers, kunjungan, berita, foto, video, pengumuman, agenda, klarifikasi, unit, tokoh, topik; atau buat jenis baru di site.toml
      en: the folder `resep` is no kind of document
          = the folders: siaran-pers, kunjungan, berita, foto, video, pengumuman, agenda, klarifikasi, unit, tokoh, topik; or declare a kind in site.toml
    ");
}

#[test]
fn units_and_people_that_have_no_document() {
    let lines = "units = [\"humsa\", \"Humas\"]\npeople = [\"Rani Larasati\"]\nauthors = [\"budi\"]\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:10 «"humsa"»
    error[WT302]
      id: unit `humsa` tidak ada di content/unit/
          = mungkin maksudnya `humas`?
      en: there is no unit `humsa` in content/unit/
          = did you mean `humas`?
    content/berita/2026/uji.md:3:11 «"Rani Larasati"»
    error[WT303]
      id: tokoh `Rani Larasati` tidak ada di content/tokoh/
          = mungkin maksudnya `rani`?
      en: there is no person `Rani Larasati` in content/tokoh/
          = did you mean `rani`?
    content/berita/2026/uji.md:4:12 «"budi"»
    error[WT303]
      id: tokoh `budi` tidak ada di content/tokoh/
          = buat content/tokoh/budi.md, atau periksa ejaannya
      en: there is no person `budi` in content/tokoh/
          = make content/tokoh/budi.md, or check its spelling
    "#);
    let room = Room::new().with("content/unit/seksi.md", "+++\ntitle = \"Seksi\"\nparent = \"huma\"\n+++\n");
    assert_snapshot!(said(&room), @r#"
    content/unit/seksi.md:3:10 «"huma"»
    error[WT302]
      id: unit `huma` tidak ada di content/unit/
          = mungkin maksudnya `humas`?
      en: there is no unit `huma` in content/unit/
          = did you mean `humas`?
    "#);
}

#[test]
fn languages_that_the_site_does_not_have() {
    let room = Room::new().with("content/tentang.en.md", titled("About"));
    assert_snapshot!(said(&room), @"
    content/tentang.en.md
    error[WT304]
      id: bahasa `en` tidak ada di site.toml
          = bahasa situs ini: id; tambahkan `en` pada languages di site.toml
      en: site.toml has no language `en`
          = the site's languages: id; add `en` to languages in site.toml
    ");
    assert_snapshot!(said(&room.site("languages = [\"id\", \"bahasa Inggris\"]\n")), @r#"
    content/tentang.en.md
    error[WT304]
      id: bahasa `en` tidak ada di site.toml
          = bahasa situs ini: id; tambahkan `en` pada languages di site.toml
      en: site.toml has no language `en`
          = the site's languages: id; add `en` to languages in site.toml
    site.toml:5:20 «"bahasa Inggris"»
    error[WT304]
      id: `bahasa Inggris` bukan kode bahasa
          = pakai kode BCP 47, misalnya id, en, atau jv
      en: `bahasa Inggris` is not a language code
          = use a BCP 47 code, such as id, en or jv
    "#);
}

#[test]
fn links_that_lead_nowhere() {
    let body = "[a](pasr.md) [b](../../tidak/ada.md) [c](/berita/2026/) [d]() [e](../../../../etc/passwd.md)\n";
    assert_snapshot!(said(&item(news("", body))), @"
    content/berita/2026/uji.md:8:5 «pasr.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: pasr.md
          = mungkin maksudnya `pasar.md`?
      en: this link leads to no document: pasr.md
          = did you mean `pasar.md`?
    content/berita/2026/uji.md:8:18 «../../tidak/ada.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: ../../tidak/ada.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: ../../tidak/ada.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md
    content/berita/2026/uji.md:8:42 «/berita/2026/»
    error[WT305]
      id: tidak ada halaman di alamat /berita/2026/
          = mungkin maksudnya `/arsip/2026/`?
      en: there is no page at /berita/2026/
          = did you mean `/arsip/2026/`?
    content/berita/2026/uji.md:8:57 «[d]()»
    error[WT305]
      id: tautan ini tidak punya alamat
          = tulis alamatnya di antara tanda kurung: `[teks](https://…)` atau `[teks](../folder/berkas.md)`
      en: this link has no address
          = write the address between the parentheses: `[text](https://…)` or `[text](../folder/file.md)`
    content/berita/2026/uji.md:8:67 «../../../../etc/passwd.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: ../../../../etc/passwd.md
          = tulis jalur berkasnya dari folder dokumen ini, misalnya ../2022/pasundan.md
      en: this link leads to no document: ../../../../etc/passwd.md
          = write the file's path from this document's folder, such as ../2022/pasundan.md
    ");
}

#[test]
fn links_that_lead_somewhere() {
    let body = "[a](pasar.md) [b](pasar.md#jadwal) [c](/berita/2026/02/pasar/) [d](/berita/) [e](/unit/humas) \
        [f](#lanjut) [g](https://contoh.go.id) [h](mailto:a@b.id) [i](tel:112) [j](/rss.xml) [k](#atas)[^1]\n\n\
        <span id=\"atas\">Atas</span>\n\n## Lanjut\n\n[^1]: Catatan.\n";
    assert_snapshot!(said(&item(news("", body))), @"");
}

#[test]
fn a_translation_ahead_of_its_time() {
    let of = |lines: &str| {
        let room = Room::new().site("languages = [\"id\", \"en\"]\n");
        let room = room.with("content/berita/2026/uji.md", news(lines, ""));
        said(&room.with("content/berita/2026/uji.en.md", news("", "")))
    };
    assert_eq!(of(""), "");
    assert_snapshot!(of("embargo = 2099-01-01\n"), @r#"
    content/berita/2026/uji.en.md:2:9 «"Banjir surut"»
    error[WT318]
      id: naskah ini terbit, padahal content/berita/2026/uji.md masih diembargo
          = tulis `embargo` yang sama di sini
      en: this is published, while content/berita/2026/uji.md is under embargo
          = write the same `embargo` here
      also content/berita/2026/uji.md:3:9 «"Banjir surut"»
        id: yang lain di sini
        en: the other is here
    "#);
    assert_snapshot!(of("withdrawn = { date = 2026-02-02, reason = \"Keliru\" }\n"), @r#"
    content/berita/2026/uji.en.md:2:9 «"Banjir surut"»
    error[WT318]
      id: naskah ini terbit, padahal content/berita/2026/uji.md sudah dicabut
          = tulis `withdrawn` yang sama di sini
      en: this is published, while content/berita/2026/uji.md is withdrawn
          = write the same `withdrawn` here
      also content/berita/2026/uji.md:3:9 «"Banjir surut"»
        id: yang lain di sini
        en: the other is here
    "#);
    assert_snapshot!(of("status = \"draft\"\n"), @r#"
    content/berita/2026/uji.en.md:2:9 «"Banjir surut"»
    warning[WT318]
      id: naskah ini terbit, padahal content/berita/2026/uji.md belum disetujui
          = tulis `status` yang sama di sini
      en: this is published, while content/berita/2026/uji.md is not approved
          = write the same `status` here
      also content/berita/2026/uji.md:3:9 «"Banjir surut"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn headings_that_are_not_there() {
    let body = "## Jadwal kegiatan\n\n[a](#jadwal-kegitan) [b](pasar.md#jadwa) [c](/berita/2026/02/pasar/#peta) [d](/unit/humas/#peta)\n";
    assert_snapshot!(said(&item(news("", body))), @"
    content/berita/2026/uji.md:10:5 «#jadwal-kegitan»
    error[WT306]
      id: tidak ada subjudul `#jadwal-kegitan` di content/berita/2026/uji.md
          = mungkin maksudnya `#jadwal-kegiatan`?
      en: there is no heading `#jadwal-kegitan` in content/berita/2026/uji.md
          = did you mean `#jadwal-kegiatan`?
    content/berita/2026/uji.md:10:26 «pasar.md#jadwa»
    error[WT306]
      id: tidak ada subjudul `#jadwa` di content/berita/2026/pasar.md
          = mungkin maksudnya `#jadwal`?
      en: there is no heading `#jadwa` in content/berita/2026/pasar.md
          = did you mean `#jadwal`?
    content/berita/2026/uji.md:10:46 «/berita/2026/02/pasar/#peta»
    error[WT306]
      id: tidak ada subjudul `#peta` di content/berita/2026/pasar.md
          = beri subjudulnya tanda pengenal, misalnya `## Jadwal {#jadwal}`
      en: there is no heading `#peta` in content/berita/2026/pasar.md
          = give the heading an id, such as `## Schedule {#schedule}`
    content/berita/2026/uji.md:10:79 «/unit/humas/#peta»
    error[WT306]
      id: tidak ada subjudul `#peta` di content/unit/humas.md
          = beri subjudulnya tanda pengenal, misalnya `## Jadwal {#jadwal}`
      en: there is no heading `#peta` in content/unit/humas.md
          = give the heading an id, such as `## Schedule {#schedule}`
    ");
}

#[test]
fn a_document_is_never_a_file_to_download() {
    let lines = "photos = [{ src = \"rahasia.md\" }]\nattachments = [{ src = \"rahasia.md\" }]\n";
    let body = "::file{src=\"rahasia.md\"}\n\n[Rahasia](rahasia.md#isi)\n";
    let room =
        item(news(lines, body)).with("content/berita/2026/rahasia.md", news("embargo = 2026-06-01\n", "## Isi\n"));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:19 «"rahasia.md"»
    error[WT314]
      id: naskah tidak dapat ditawarkan sebagai berkas: rahasia.md
          = tautkan di dalam teks: `[teks](rahasia.md)`
      en: a document can't be offered as a file: rahasia.md
          = link to it in the text: `[text](rahasia.md)`
    content/berita/2026/uji.md:3:24 «"rahasia.md"»
    error[WT314]
      id: naskah tidak dapat ditawarkan sebagai berkas: rahasia.md
          = tautkan di dalam teks: `[teks](rahasia.md)`
      en: a document can't be offered as a file: rahasia.md
          = link to it in the text: `[text](rahasia.md)`
    content/berita/2026/uji.md:10:12 «"rahasia.md"»
    error[WT314]
      id: naskah tidak dapat ditawarkan sebagai berkas: rahasia.md
          = tautkan di dalam teks: `[teks](rahasia.md)`
      en: a document can't be offered as a file: rahasia.md
          = link to it in the text: `[text](rahasia.md)`
    content/berita/2026/uji.md:12:11 «rahasia.md#isi»
    warning[WT310]
      id: tautan ke naskah yang tidak terbit: Banjir surut
          = teksnya tetap tampil tanpa tautan; tautannya hidup selama naskah itu terbit
      en: a link to what is not published: Banjir surut
          = the text is shown without the link, which works while that document is published
    "#);
}

#[test]
fn files_that_are_not_there() {
    let lines = "photos = [{ src = \"foto.jpg\" }]\nattachments = [{ src = \"../../../luar.pdf\" }]\n";
    let body = "![Banjir](poto.jpg)\n\n[Unduh](lampiran.pdf)\n\n::file{src=\"data.xlsx\"}\n";
    let room = item(news(lines, body)).with("content/berita/2026/photo.jpg", photo());
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/photo.jpg
    note[WT705]
      id: foto ini tidak dipakai naskah mana pun
          = tambahkan ke `photos` naskahnya, atau hapus berkasnya
      en: no document shows this photo
          = add it to its document's `photos`, or delete the file
    content/berita/2026/uji.md:2:19 «"foto.jpg"»
    error[WT307]
      id: berkas tidak ada: foto.jpg
          = mungkin maksudnya `photo.jpg`?
      en: there is no such file: foto.jpg
          = did you mean `photo.jpg`?
    content/berita/2026/uji.md:3:24 «"../../../luar.pdf"»
    error[WT307]
      id: berkas tidak ada: ../../../luar.pdf
          = simpan berkasnya di folder dokumen ini, atau perbaiki namanya
      en: there is no such file: ../../../luar.pdf
          = put the file into this document's folder, or mend its name
    content/berita/2026/uji.md:10:11 «poto.jpg»
    error[WT307]
      id: berkas tidak ada: poto.jpg
          = mungkin maksudnya `photo.jpg`?
      en: there is no such file: poto.jpg
          = did you mean `photo.jpg`?
    content/berita/2026/uji.md:12:9 «lampiran.pdf»
    error[WT307]
      id: berkas tidak ada: lampiran.pdf
          = simpan berkasnya di folder dokumen ini, atau perbaiki namanya
      en: there is no such file: lampiran.pdf
          = put the file into this document's folder, or mend its name
    content/berita/2026/uji.md:14:12 «"data.xlsx"»
    error[WT307]
      id: berkas tidak ada: data.xlsx
          = simpan berkasnya di folder dokumen ini, atau perbaiki namanya
      en: there is no such file: data.xlsx
          = put the file into this document's folder, or mend its name
    "#);
}

#[test]
fn a_document_is_not_related_to_itself() {
    assert_snapshot!(said(&item(news("related = [\"berita/2026/uji\", \"berita/2026/pasar\"]\n", ""))), @r#"
    content/berita/2026/uji.md:2:12 «"berita/2026/uji"»
    error[WT308]
      id: dokumen ini menunjuk dirinya sendiri
          = hapus dari `related`
      en: this document names itself as related
          = remove it from `related`
    "#);
}

#[test]
fn what_is_paid_for_or_withdrawn_is_not_shown_as_related() {
    let room = item(news("related = [\"berita/iklan\", \"berita/batal\", \"berita/2026/pasar\"]\n", ""))
        .with("content/berita/iklan.md", news("sponsored = true\n", ""))
        .with("content/berita/batal.md", news("withdrawn = { date = 2026-02-02, reason = \"Salah.\" }\n", ""));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:12 «"berita/iklan"»
    warning[WT316]
      id: content/berita/iklan.md berbayar, sehingga tidak tampil di "Baca juga"
          = hapus dari `related`; bila pembaca perlu ke sana, tautkan di dalam naskah
      en: content/berita/iklan.md is paid for, so it is not shown as related
          = remove it from `related`; where readers need it, link to it in the text
    content/berita/2026/uji.md:2:28 «"berita/batal"»
    warning[WT316]
      id: content/berita/batal.md sudah dicabut, sehingga tidak tampil di "Baca juga"
          = hapus dari `related`; bila pembaca perlu ke sana, tautkan di dalam naskah
      en: content/berita/batal.md is withdrawn, so it is not shown as related
          = remove it from `related`; where readers need it, link to it in the text
    "#);
}

#[test]
fn related_documents_must_be_there() {
    let lines = "related = [\"berita/2026/psar\", \"kunjungan/2022/pasundan\"]\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:12 «"berita/2026/psar"»
    error[WT309]
      id: tidak ada dokumen `berita/2026/psar`
          = mungkin maksudnya `berita/2026/pasar`?
      en: there is no document `berita/2026/psar`
          = did you mean `berita/2026/pasar`?
    content/berita/2026/uji.md:2:32 «"kunjungan/2022/pasundan"»
    error[WT309]
      id: tidak ada dokumen `kunjungan/2022/pasundan`
          = tulis jalurnya di bawah content/ tanpa .md, misalnya "kunjungan/2022/pasundan"
      en: there is no document `kunjungan/2022/pasundan`
          = write its path below content/ without .md, such as "kunjungan/2022/pasundan"
    "#);
}

#[test]
fn a_link_to_what_is_not_published_is_a_warning() {
    let room = item(news("", "[Nanti](nanti.md) dan [habis](/berita/2026/02/habis/).\n"))
        .with("content/berita/2026/nanti.md", news("title = \"Nanti\"\nembargo = 2026-06-01\n", ""))
        .with("content/berita/2026/habis.md", news("title = \"Habis\"\nexpires = 2026-02-10\n", ""));
    assert_snapshot!(said(&room), @"
    content/berita/2026/uji.md:8:9 «nanti.md»
    warning[WT310]
      id: tautan ke naskah yang tidak terbit: Nanti
          = teksnya tetap tampil tanpa tautan; tautannya hidup selama naskah itu terbit
      en: a link to what is not published: Nanti
          = the text is shown without the link, which works while that document is published
    content/berita/2026/uji.md:8:31 «/berita/2026/02/habis/»
    warning[WT310]
      id: tautan ke naskah yang tidak terbit: Habis
          = teksnya tetap tampil tanpa tautan; tautannya hidup selama naskah itu terbit
      en: a link to what is not published: Habis
          = the text is shown without the link, which works while that document is published
    ");
}

#[test]
fn two_documents_at_one_address() {
    let room = item(news("slug = \"pasar\"\n", ""));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:8 «"pasar"»
    error[WT311]
      id: alamat /berita/2026/02/pasar/ sudah dipakai (content/berita/2026/pasar.md)
          = beri salah satunya `slug` atau nama lain
      en: the address /berita/2026/02/pasar/ is taken (content/berita/2026/pasar.md)
          = give one of them another `slug` or name
      also content/berita/2026/pasar.md:2:9 «"Pasar dibuka"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn a_document_where_warta_puts_a_page_of_its_own() {
    let room = Room::new().with("content/arsip.md", titled("Arsip")).with("static/berita/index.html", "x");
    assert_snapshot!(said(&room), @r#"
    content/arsip.md:2:9 «"Arsip"»
    error[WT311]
      id: alamat /arsip/ sudah dipakai
          = alamat itu dibuat warta untuk arsip; ganti nama berkas ini atau `slug`-nya
      en: the address /arsip/ is taken
          = warta makes that address for the archive; rename this file or change its `slug`
    static/berita/index.html
    error[WT311]
      id: alamat /berita/index.html sudah dipakai
          = alamat itu dibuat warta untuk daftar jenis; ganti nama berkas ini atau `slug`-nya
      en: the address /berita/index.html is taken
          = warta makes that address for a kind's listing; rename this file or change its `slug`
    "#);
}

#[test]
fn an_alias_where_something_stands() {
    assert_snapshot!(said(&item(news("aliases = [\"/berita/2026/02/pasar/\"]\n", ""))), @r#"
    content/berita/2026/uji.md:2:12 «"/berita/2026/02/pasar/"»
    error[WT311]
      id: alamat /berita/2026/02/pasar/ sudah dipakai (content/berita/2026/pasar.md)
          = beri salah satunya `slug` atau nama lain
      en: the address /berita/2026/02/pasar/ is taken (content/berita/2026/pasar.md)
          = give one of them another `slug` or name
      also content/berita/2026/pasar.md:2:9 «"Pasar dibuka"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn addresses_are_compared_before_the_embargo_lifts() {
    let room = item(news("slug = \"pasar\"\nembargo = 2026-06-01\n", ""))
        .with("content/berita/2026/lagi.md", news("slug = \"pasar\"\nembargo = 2026-07-01\n", ""));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/pasar.md:2:9 «"Pasar dibuka"»
    error[WT311]
      id: alamat /berita/2026/02/pasar/ sudah dipakai (content/berita/2026/lagi.md)
          = beri salah satunya `slug` atau nama lain
      en: the address /berita/2026/02/pasar/ is taken (content/berita/2026/lagi.md)
          = give one of them another `slug` or name
      also content/berita/2026/lagi.md:2:8 «"pasar"»
        id: yang lain di sini
        en: the other is here
    content/berita/2026/uji.md:2:8 «"pasar"»
    error[WT311]
      id: alamat /berita/2026/02/pasar/ sudah dipakai (content/berita/2026/lagi.md)
          = beri salah satunya `slug` atau nama lain
      en: the address /berita/2026/02/pasar/ is taken (content/berita/2026/lagi.md)
          = give one of them another `slug` or name
      also content/berita/2026/lagi.md:2:8 «"pasar"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn two_documents_of_one_name() {
    let room = Room::new()
        .with("content/berita/2026/pasar/index.md", news("", ""))
        .with("content/unit/kota/humas.md", titled("Humas Kota"));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/pasar/index.md:2:9 «"Banjir surut"»
    error[WT311]
      id: alamat /berita/2026/02/pasar/ sudah dipakai (content/berita/2026/pasar.md)
          = beri salah satunya `slug` atau nama lain
      en: the address /berita/2026/02/pasar/ is taken (content/berita/2026/pasar.md)
          = give one of them another `slug` or name
      also content/berita/2026/pasar.md:2:9 «"Pasar dibuka"»
        id: yang lain di sini
        en: the other is here
    content/berita/2026/pasar/index.md:2:9 «"Banjir surut"»
    error[WT312]
      id: dua dokumen bernama `berita/2026/pasar` (content/berita/2026/pasar.md)
          = ganti nama salah satunya
      en: two documents are called `berita/2026/pasar` (content/berita/2026/pasar.md)
          = rename one of them
      also content/berita/2026/pasar.md:2:9 «"Pasar dibuka"»
        id: yang lain di sini
        en: the other is here
    content/unit/kota/humas.md:2:9 «"Humas Kota"»
    error[WT312]
      id: id `humas` dipakai dua kali (content/unit/humas.md)
          = ganti nama salah satu berkasnya
      en: the id `humas` is used twice (content/unit/humas.md)
          = rename one of the files
      also content/unit/humas.md:2:9 «"Humas"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn two_documents_with_one_old_number() {
    let room = item(news("legacy_id = 2160\n", "")).with("content/berita/2026/lagi.md", news("legacy_id = 2160\n", ""));
    assert_snapshot!(said(&room), @"
    content/berita/2026/uji.md:2:13 «2160»
    error[WT312]
      id: `legacy_id` 2160 dipakai dua kali (content/berita/2026/lagi.md)
          = setiap naskah lama punya nomornya sendiri
      en: the `legacy_id` 2160 is used twice (content/berita/2026/lagi.md)
          = every old item has a number of its own
      also content/berita/2026/lagi.md:2:13 «2160»
        id: yang lain di sini
        en: the other is here
    ");
}

#[test]
fn an_alias_that_is_no_address_of_the_site() {
    let lines = "aliases = [\"detail/1\", \"https://lama.go.id/1\", \"/../luar\", \"/a?id=1\", \"/a b\"]\n";
    assert_snapshot!(said(&item(news(lines, ""))), @r#"
    content/berita/2026/uji.md:2:12 «"detail/1"»
    error[WT313]
      id: alias ini bukan alamat di situs: detail/1
          = tulis dari garis miring pertama, misalnya /berita/lama/
      en: this alias is no address of the site: detail/1
          = write it from its first slash, such as /news/old/
    content/berita/2026/uji.md:2:24 «"https://lama.go.id/1"»
    error[WT313]
      id: alias ini bukan alamat di situs: https://lama.go.id/1
          = tulis dari garis miring pertama, misalnya /berita/lama/
      en: this alias is no address of the site: https://lama.go.id/1
          = write it from its first slash, such as /news/old/
    content/berita/2026/uji.md:2:48 «"/../luar"»
    error[WT313]
      id: alias ini bukan alamat di situs: /../luar
          = hapus `..`, tanda ? # dan sesudahnya; nama seperti con, atau yang diawali titik, tidak dapat dilayani
      en: this alias is no address of the site: /../luar
          = remove `..`, ? and # with what follows; names such as con, or with a dot in front, can't be served
    content/berita/2026/uji.md:2:60 «"/a?id=1"»
    error[WT313]
      id: alias ini bukan alamat di situs: /a?id=1
          = hapus `..`, tanda ? # dan sesudahnya; nama seperti con, atau yang diawali titik, tidak dapat dilayani
      en: this alias is no address of the site: /a?id=1
          = remove `..`, ? and # with what follows; names such as con, or with a dot in front, can't be served
    "#);
}

#[test]
fn links_that_pages_may_not_have() {
    let body = "[a](javascript:alert(1)) [b](//cdn.contoh.com/x) [c](ftp://contoh.go.id)\n";
    assert_snapshot!(said(&item(news("", body))), @"
    content/berita/2026/uji.md:8:5 «javascript:alert(1)»
    error[WT314]
      id: tautan `javascript:` tidak diizinkan
          = pakai `https://…`, `mailto:…`, `tel:…`, atau jalur berkas seperti `../folder/berkas.md`
      en: `javascript:` links are not allowed
          = use `https://…`, `mailto:…`, `tel:…`, or a file's path such as `../folder/file.md`
    content/berita/2026/uji.md:8:30 «//cdn.contoh.com/x»
    error[WT314]
      id: tautan yang dimulai dengan `//` tidak diizinkan
          = awali dengan `https://` untuk situs lain, atau dengan satu `/` untuk halaman situs ini
      en: a link that begins with `//` is not allowed
          = begin with `https://` for another site, or with a single `/` for a page of this site
    content/berita/2026/uji.md:8:54 «ftp://contoh.go.id»
    error[WT314]
      id: tautan `ftp:` tidak diizinkan
          = pakai `https://…`, `mailto:…`, `tel:…`, atau jalur berkas seperti `../folder/berkas.md`
      en: `ftp:` links are not allowed
          = use `https://…`, `mailto:…`, `tel:…`, or a file's path such as `../folder/file.md`
    ");
}

#[test]
fn photos_that_browsers_can_not_show() {
    let lines = "photos = [{ src = \"a.heic\", alt = \"x\" }, { src = \"b.jpg\", alt = \"x\" }, { src = \"c.docx\", alt = \"x\" }]\n";
    let room = item(news(lines, ""))
        .with("content/berita/2026/a.heic", "x")
        .with("content/berita/2026/b.jpg", "x")
        .with("content/berita/2026/c.docx", "x");
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:19 «"a.heic"»
    error[WT315]
      id: a.heic berformat HEIC, yang tidak dibuka peramban
          = simpan ulang sebagai .jpg; di iPhone: Pengaturan > Kamera > Format > Paling Kompatibel
      en: a.heic is HEIC, which browsers don't show
          = save it as .jpg; on an iPhone: Settings > Camera > Formats > Most Compatible
    content/berita/2026/uji.md:2:50 «"b.jpg"»
    error[WT315]
      id: isi b.jpg bukan gambar
          = unggah ulang berkas aslinya
      en: what b.jpg holds is no picture
          = upload the original file again
    content/berita/2026/uji.md:2:80 «"c.docx"»
    error[WT315]
      id: c.docx bukan gambar
          = pakai foto .jpg, .png, .webp, atau .svg
      en: c.docx is no picture
          = use a .jpg, .png, .webp or .svg
    "#);
}

#[test]
fn web_addresses_without_their_beginning() {
    assert_snapshot!(said(&item(news("", "[PPID](www.contoh.go.id)\n"))), @"
    content/berita/2026/uji.md:8:8 «www.contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://www.contoh.go.id`
      en: the address of this link is mistyped
          = write `https://www.contoh.go.id`
    ");
}

#[test]
fn the_files_of_a_hidden_document_stay_hidden() {
    let room = item(news("", "![Maket](rahasia/maket.jpg)\n"))
        .with("content/berita/2026/rahasia/index.md", news("embargo = 2026-06-01\n", ""))
        .with("content/berita/2026/rahasia/maket.jpg", photo());
    assert_snapshot!(said(&room), @"
    content/berita/2026/uji.md:8:3 «Maket»
    warning[WT709]
      id: `alt` hanya mengulang nama berkasnya
          = tulis apa yang terlihat di foto, seperti menceritakannya lewat telepon
      en: `alt` only repeats the file's name
          = say what is to be seen, as if you told it on the telephone
    content/berita/2026/uji.md:8:10 «rahasia/maket.jpg»
    error[WT310]
      id: berkas ini milik naskah yang belum terbit: rahasia/maket.jpg
          = salin berkasnya ke folder naskah ini bila memang boleh terbit (pemiliknya content/berita/2026/rahasia/index.md)
      en: this file is of an unpublished document: rahasia/maket.jpg
          = copy it to this document's folder if it may be published (it belongs to content/berita/2026/rahasia/index.md)
    ");
}

#[test]
fn what_was_meant_is_found_in_other_folders_too() {
    let lines = "related = [\"berita/2025/pasar\", \"upacraa\", \"kunjungan/2026/laut\"]\nunits = [\"Humsa\"]\npeople = [\"Rani Larasatii\"]\n";
    let body = "[a](../2025/pasar.md) [b](upacara.md) [c](/berita/pasar/) [d](/bertia/2026/02/pasra/) [e](../../tokoh/rnai.md) [f](/agenda/)\n";
    let text = format!("+++\ntitle = \"Uji\"\ndate = 2026-02-01\nsummary = \"x\"\n{lines}+++\n{body}");
    let room = item(text).with("content/berita/2026/upacara/index.md", news("title = \"Upacara\"\n", ""));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:5:12 «"berita/2025/pasar"»
    error[WT309]
      id: tidak ada dokumen `berita/2025/pasar`
          = mungkin maksudnya `berita/2026/pasar`?
      en: there is no document `berita/2025/pasar`
          = did you mean `berita/2026/pasar`?
    content/berita/2026/uji.md:5:33 «"upacraa"»
    error[WT309]
      id: tidak ada dokumen `upacraa`
          = mungkin maksudnya `berita/2026/upacara`?
      en: there is no document `upacraa`
          = did you mean `berita/2026/upacara`?
    content/berita/2026/uji.md:5:44 «"kunjungan/2026/laut"»
    error[WT309]
      id: tidak ada dokumen `kunjungan/2026/laut`
          = tulis jalurnya di bawah content/ tanpa .md, misalnya "kunjungan/2022/pasundan"
      en: there is no document `kunjungan/2026/laut`
          = write its path below content/ without .md, such as "kunjungan/2022/pasundan"
    content/berita/2026/uji.md:6:10 «"Humsa"»
    error[WT302]
      id: unit `Humsa` tidak ada di content/unit/
          = mungkin maksudnya `humas`?
      en: there is no unit `Humsa` in content/unit/
          = did you mean `humas`?
    content/berita/2026/uji.md:7:11 «"Rani Larasatii"»
    error[WT303]
      id: tokoh `Rani Larasatii` tidak ada di content/tokoh/
          = mungkin maksudnya `rani`?
      en: there is no person `Rani Larasatii` in content/tokoh/
          = did you mean `rani`?
    content/berita/2026/uji.md:9:5 «../2025/pasar.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: ../2025/pasar.md
          = mungkin maksudnya `pasar.md`?
      en: this link leads to no document: ../2025/pasar.md
          = did you mean `pasar.md`?
    content/berita/2026/uji.md:9:27 «upacara.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: upacara.md
          = mungkin maksudnya `upacara/index.md`?
      en: this link leads to no document: upacara.md
          = did you mean `upacara/index.md`?
    content/berita/2026/uji.md:9:43 «/berita/pasar/»
    error[WT305]
      id: tidak ada halaman di alamat /berita/pasar/
          = mungkin maksudnya `/berita/2026/02/pasar/`?
      en: there is no page at /berita/pasar/
          = did you mean `/berita/2026/02/pasar/`?
    content/berita/2026/uji.md:9:63 «/bertia/2026/02/pasra/»
    error[WT305]
      id: tidak ada halaman di alamat /bertia/2026/02/pasra/
          = mungkin maksudnya `/berita/2026/02/pasar/`?
      en: there is no page at /bertia/2026/02/pasra/
          = did you mean `/berita/2026/02/pasar/`?
    content/berita/2026/uji.md:9:91 «../../tokoh/rnai.md»
    error[WT305]
      id: tautan ini tidak menuju dokumen mana pun: ../../tokoh/rnai.md
          = mungkin maksudnya `../../tokoh/rani.md`?
      en: this link leads to no document: ../../tokoh/rnai.md
          = did you mean `../../tokoh/rani.md`?
    content/berita/2026/uji.md:9:116 «/agenda/»
    warning[WT310]
      id: daftar di alamat /agenda/ masih kosong
          = halamannya ada selama ada naskah yang terbit di dalamnya
      en: the listing at /agenda/ is empty
          = its page is there while something in it is published
    "#);
}

#[test]
fn an_alias_that_is_the_address_itself() {
    let room = item(news("aliases = [\"/berita/2026/02/uji/\"]\n", ""));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/uji.md:2:12 «"/berita/2026/02/uji/"»
    warning[WT313]
      id: alias ini alamat naskah ini sendiri
          = hapus alias ini; yang didaftarkan hanya alamat lama yang lain
      en: this alias is the address of this very document
          = remove it; only other, older addresses are listed
    "#);
}

#[test]
fn two_files_of_one_register_are_told_of_once() {
    let room = Room::new().with("content/unit/humas/index.md", "+++\ntitle = \"Humas lagi\"\n+++\n");
    assert_snapshot!(said(&room), @r#"
    content/unit/humas/index.md:2:9 «"Humas lagi"»
    error[WT312]
      id: dua dokumen bernama `unit/humas` (content/unit/humas.md)
          = ganti nama salah satunya
      en: two documents are called `unit/humas` (content/unit/humas.md)
          = rename one of them
      also content/unit/humas.md:2:9 «"Humas"»
        id: yang lain di sini
        en: the other is here
    "#);
}

#[test]
fn a_whole_address_of_this_site_that_leads_nowhere() {
    let body = "[a](https://warta.contoh.go.id/berita/2026/02/pasr/) [b](http://WARTA.contoh.go.id/berita/2026/02/pasar/#jadual)\n\n\
        [c](https://warta.contoh.go.id) [d](https://warta.contoh.go.id/berita/2026/02/pasar/?x=1#jadwal) [e](https://warta.contoh.go.id.palsu.id/x)\n";
    assert_snapshot!(said(&Room::new().with("content/berita/2026/uji.md", news("", body))), @"
    content/berita/2026/uji.md:8:5 «https://warta.contoh.go.id/berita/2026/02/pasr/»
    warning[WT305]
      id: tidak ada halaman di alamat /berita/2026/02/pasr/
          = mungkin maksudnya `/berita/2026/02/pasar/`?
      en: there is no page at /berita/2026/02/pasr/
          = did you mean `/berita/2026/02/pasar/`?
    content/berita/2026/uji.md:8:58 «http://WARTA.contoh.go.id/berita/2026/02/pasar/#jadual»
    warning[WT306]
      id: tidak ada subjudul `#jadual` di content/berita/2026/pasar.md
          = mungkin maksudnya `#jadwal`?
      en: there is no heading `#jadual` in content/berita/2026/pasar.md
          = did you mean `#jadwal`?
    ");
}
