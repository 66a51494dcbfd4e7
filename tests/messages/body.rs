//! WT4: directives, pictures and raw HTML in a text.

use super::photos::photo;
use super::room::{Room, news};
use super::said;
use insta::assert_snapshot;

/// A room with one more news item of this text, which begins on line 8.
fn text(body: &str) -> Room {
    Room::new()
        .with("content/berita/2026/uji.md", news("", body))
        .with("content/berita/2026/a.jpg", photo())
        .with(
            "content/berita/2026/sampul.md",
            news("photos = [{ src = \"a.jpg\", alt = \"Pasar\", caption = \"Pagi\", credit = \"S\" }]\n", ""),
        )
        .with("content/berita/2026/a.pdf", "x")
}

#[test]
fn a_directive_that_the_theme_does_not_have() {
    assert_snapshot!(said(&text("::vidio{url=\"https://contoh.go.id\"}\n\n::peta{kota=\"x\"}\n")), @"
    content/berita/2026/uji.md:8:3 «vidio»
    error[WT401]
      id: direktif `vidio` tidak ada
          = mungkin maksudnya `video`?
      en: there is no directive `vidio`
          = did you mean `video`?
    content/berita/2026/uji.md:10:3 «peta»
    error[WT401]
      id: direktif `peta` tidak ada
          = yang ada: facts, figure, file, gallery, image, note, quote, video
      en: there is no directive `peta`
          = there are: facts, figure, file, gallery, image, note, quote, video
    ");
}

#[test]
fn an_argument_that_the_directive_does_not_take() {
    let body = "::video{url=\"https://contoh.go.id\" tittle=\"x\"}\n\n:::quote{oleh=\"Rani\"}\nKami siap.\n:::\n";
    assert_snapshot!(said(&text(body)), @"
    content/berita/2026/uji.md:8:36 «tittle»
    error[WT402]
      id: direktif `video` tidak mengenal argumen `tittle`
          = mungkin maksudnya `title`?
      en: the directive `video` has no argument `tittle`
          = did you mean `title`?
    content/berita/2026/uji.md:10:10 «oleh»
    error[WT402]
      id: direktif `quote` tidak mengenal argumen `oleh`
          = yang ada: by, lang, role
      en: the directive `quote` has no argument `oleh`
          = there are: by, lang, role
    ");
}

#[test]
fn an_argument_whose_value_is_none_of_the_choices() {
    let body = ":::note{kind=\"penting\"}\nSiaga.\n:::\n\n:::note{kind=\"warnig\"}\nSiaga.\n:::\n\n\
        :::note{kind=\"biru\"}\nSiaga.\n:::\n\n:::note{kind=\"urgent\"}\nSiaga.\n:::\n";
    let told = said(&text(body));
    assert_snapshot!(told, @r#"
    content/berita/2026/uji.md:8:14 «"penting"»
    error[WT207]
      id: `kind` tidak dapat berisi `penting`
          = mungkin maksudnya `urgent`? Pilihannya: info, warning, urgent
      en: `kind` can't be `penting`
          = did you mean `urgent`? It is one of: info, warning, urgent
    content/berita/2026/uji.md:12:14 «"warnig"»
    error[WT207]
      id: `kind` tidak dapat berisi `warnig`
          = mungkin maksudnya `warning`? Pilihannya: info, warning, urgent
      en: `kind` can't be `warnig`
          = did you mean `warning`? It is one of: info, warning, urgent
    content/berita/2026/uji.md:16:14 «"biru"»
    error[WT207]
      id: `kind` tidak dapat berisi `biru`
          = pilihannya: info, warning, urgent
      en: `kind` can't be `biru`
          = one of: info, warning, urgent
    "#);
    let lugas = crate::cli::tree(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/lugas"));
    let room = lugas.iter().fold(text(body).site("theme = \"kota\"\n"), |room, (path, bytes)| {
        room.with(&format!("themes/kota/{path}"), bytes)
    });
    assert_eq!(said(&room), told);
}

#[test]
fn an_argument_that_is_missing() {
    assert_snapshot!(said(&text("::figure{src=\"a.jpg\"}\n")), @r#"
    content/berita/2026/uji.md:8:3 «figure»
    error[WT403]
      id: direktif `figure` memerlukan `alt`
          = tambahkan alt="…"
      en: the directive `figure` needs `alt`
          = add alt="…"
    "#);
}

#[test]
fn an_argument_of_the_wrong_type() {
    assert_snapshot!(said(&text("::figure{src=\"a.jpg\" alt=3}\n")), @r#"
    content/berita/2026/uji.md:8:26 «3»
    error[WT404]
      id: argumen `alt` harus berupa teks dalam tanda kutip
          = tulis alt="…"
      en: the argument `alt` must be a text in quotes
          = write alt="…"
    "#);
}

#[test]
fn a_directive_that_is_never_closed() {
    assert_snapshot!(said(&text(":::note{title=\"Perhatian\"}\nAir naik.\n")), @r#"
    content/berita/2026/uji.md:8:1 «:::note{title="Perhatian"}»
    error[WT405]
      id: direktif ini tidak ditutup
          = tambahkan baris `:::` di akhir isinya; kalau tidak punya isi, tulis dengan dua titik dua saja
      en: this directive is not closed
          = add a line `:::` after its content; if it has none, write it with two colons only
    "#);
}

#[test]
fn directives_that_can_not_be_read() {
    let body = ":: video{url=\"x\"}\n\n::video{url=\"x\n\n::video{url=}\n\n::video url=\"x\"\n\n:::\n\n::note\n\n\
        :::video{url=\"https://contoh.go.id\"}\nx\n:::\n\n::video{url=\"https://a.id\" url=\"https://b.id\"}\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:1 «:: video{url="x"}»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: ada spasi sesudah titik dua
          = tulis ::video{url="x"}
      en: the directive `video` stays plain text: a space follows its colons
          = write ::video{url="x"}
    content/berita/2026/uji.md:10:13 «"x»
    error[WT406]
      id: tanda kutip ini tidak ditutup di baris yang sama
          = tutup teksnya dengan `"`
      en: this quotation mark is not closed on its line
          = close the text with `"`
    content/berita/2026/uji.md:12:13 «}»
    error[WT406]
      id: nilai argumen `url` tidak bisa dibaca
          = apit teks dengan tanda kutip lurus: `url="…"`
      en: the value of `url` can't be read
          = put text between straight quotation marks: `url="…"`
    content/berita/2026/uji.md:14:8 « url="x"»
    error[WT406]
      id: setelah nama `video` hanya boleh ada argumen dalam kurung kurawal
          = tulis `::video{url="x"}`
      en: only arguments in braces may follow the name `video`
          = write `::video{url="x"}`
    content/berita/2026/uji.md:16:1 «:::»
    error[WT406]
      id: `:::` ini tidak menutup apa pun
          = hapus baris ini, atau buka direktifnya lebih dulu dengan `:::nama`
      en: this `:::` closes nothing
          = remove this line, or open the directive first with `:::name`
    content/berita/2026/uji.md:18:3 «note»
    error[WT406]
      id: direktif `note` memerlukan isi
          = tulis :::note, isinya, lalu ::: di baris sendiri
      en: the directive `note` needs a text
          = write :::note, the text, then ::: on a line
    content/berita/2026/uji.md:20:4 «video»
    error[WT406]
      id: direktif `video` tidak punya isi
          = tulis ::video{…} dengan dua titik dua
      en: the directive `video` has no text
          = write ::video{…} with two colons
    content/berita/2026/uji.md:24:28 «url»
    error[WT406]
      id: argumen `url` ditulis dua kali
          = hapus salah satunya
      en: the argument `url` is written twice
          = remove one of them
    "#);
}

#[test]
fn what_swallows_the_text_after_it() {
    let whole = "```rust\nfn a() {}\n```\n\n~~~\n```\n~~~~\n\n- x\n\n  ```\n  a\n  ```\n\n> ```\n> a\n> ```\n\n\
        <!-- a -->\n\n<!-- b\n\nc -->\n\n| a | b \\| c |\n|---|---|\n| 1 | 2 \\| 3 |\n| 1 |\n";
    assert_eq!(said(&text(whole)), "");
    assert_snapshot!(said(&text("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n\n> | a |\n> |---|\n> | 1 | 2\n")), @r#"
    content/berita/2026/uji.md:10:1 «| 1 | 2 | 3 |»
    error[WT413]
      id: baris ini 3 sel, judul tabelnya 2: yang lebih tidak terbit
          = samakan banyaknya; garis tegak di dalam sel ditulis \|
      en: this row has 3 cells, the head of the table 2: the others are not published
          = make them as many; a bar within a cell is written \|
    content/berita/2026/uji.md:14:3 «| 1 | 2»
    error[WT413]
      id: baris ini 2 sel, judul tabelnya 1: yang lebih tidak terbit
          = samakan banyaknya; garis tegak di dalam sel ditulis \|
      en: this row has 2 cells, the head of the table 1: the others are not published
          = make them as many; a bar within a cell is written \|
    "#);
    assert_snapshot!(said(&text("Satu.\n\n<!-- catatan ->\n\nDua.\n")), @r#"
    content/berita/2026/uji.md:10:1 «<!--»
    error[WT413]
      id: komentar ini tidak ditutup: semua sesudahnya tidak terbit
          = tulis --> di akhir komentarnya
      en: this comment is not closed: nothing after it is published
          = write --> at the end of the comment
    "#);
    assert_snapshot!(said(&text("Satu.\n\n~~~~ text\n~~~\nDua.\n\n## Tiga\n")), @r#"
    content/berita/2026/uji.md:10:1 «~~~~»
    error[WT413]
      id: ~~~~ ini tidak ditutup: semua sesudahnya menjadi kode
          = tambahkan baris ~~~~ di akhir kodenya, atau hapus baris ini
      en: this ~~~~ is not closed: all after it is code
          = add a line ~~~~ below the code, or delete this one
    "#);
    assert_snapshot!(said(&text("> ```\n> a\n\nDua.\n\n```\n")), @r#"
    content/berita/2026/uji.md:8:3 «```»
    error[WT413]
      id: ``` ini tidak ditutup: semua sesudahnya menjadi kode
          = tambahkan baris ``` di akhir kodenya, atau hapus baris ini
      en: this ``` is not closed: all after it is code
          = add a line ``` below the code, or delete this one
    content/berita/2026/uji.md:13:1 «```»
    error[WT413]
      id: ``` ini tidak ditutup: semua sesudahnya menjadi kode
          = tambahkan baris ``` di akhir kodenya, atau hapus baris ini
      en: this ``` is not closed: all after it is code
          = add a line ``` below the code, or delete this one
    "#);
}

#[test]
fn a_table_that_stays_plain_text() {
    let body = "| Hari | Jam |\n|---|\n| Senin | 8 |\n\n\
        Jadwal:\n| Hari | Jam |\n|:---|---:|\n| Senin | 8 |\n\n\
        > | a | b \\| c |\n> | - | - | - |\n\n\
        |---|---|\n| a | b |\n\n\
        | Hari | Jam |\n|---|---|\n| Senin | 8 |\n\n\
        | - atau | dan -\n\n- Butir\n| a | b |\n|---|---|\n\nAkhir.\n\n    | a |\n    |---|\n";
    assert_snapshot!(said(&text(body)), @"
    content/berita/2026/uji.md:9:1 «|---|»
    warning[WT411]
      id: tabel ini tampil sebagai teks biasa
          = judulnya 2 kolom, baris ini 1: tulis |---|---|
      en: this table stays plain text
          = its head has 2 columns, this line 1: write |---|---|
    content/berita/2026/uji.md:18:3 «| - | - | - |»
    warning[WT411]
      id: tabel ini tampil sebagai teks biasa
          = judulnya 2 kolom, baris ini 3: tulis |---|---|
      en: this table stays plain text
          = its head has 2 columns, this line 3: write |---|---|
    content/berita/2026/uji.md:20:1 «|---|---|»
    warning[WT411]
      id: tabel ini tampil sebagai teks biasa
          = tulis judul kolomnya tepat di atasnya, misalnya | Nama | Jumlah |
      en: this table stays plain text
          = write the heads of its columns right above it, such as | Name | Number |
    content/berita/2026/uji.md:31:1 «|---|---|»
    warning[WT411]
      id: tabel ini tampil sebagai teks biasa
          = beri baris kosong di atas judul tabelnya
      en: this table stays plain text
          = leave a blank line above the head of the table
    ");
}

#[test]
fn markup_that_stays_plain_text() {
    let body = "Lihat [laporan](laporan akhir.pdf) dan ![Pasar](foto pasar.jpg \"Pagi\").\n\n\
        Unduh [di sini] (a.pdf), atau [di **sana**] (https://contoh.go.id/b).\n\n\
        Sembilan jam.[^1] Buka [situs](https://contoh.go.id\n\n\
        :video{url=\"https://a.id\"}\n\n:: video{url=\"https://a.id\"}\n\n\
        Tonton ::video{url=\"https://a.id\"} sekarang.\n\n> ::video{url=\"https://a.id\"}\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:17 «laporan akhir.pdf»
    warning[WT411]
      id: ini tampil sebagai teks biasa: alamatnya mengandung spasi
          = tulis [laporan](<laporan akhir.pdf>)
      en: this stays plain text: there is a space in the address
          = write [laporan](<laporan akhir.pdf>)
    content/berita/2026/uji.md:8:49 «foto pasar.jpg "Pagi"»
    warning[WT411]
      id: ini tampil sebagai teks biasa: alamatnya mengandung spasi
          = tulis ![Pasar](<foto pasar.jpg> "Pagi")
      en: this stays plain text: there is a space in the address
          = write ![Pasar](<foto pasar.jpg> "Pagi")
    content/berita/2026/uji.md:10:7 «[di sini] (a.pdf)»
    warning[WT411]
      id: ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`
          = tulis [di sini](a.pdf)
      en: this stays plain text: there is a space between `]` and `(`
          = write [di sini](a.pdf)
    content/berita/2026/uji.md:10:31 «[di **sana**] (https://contoh.go.id/b)»
    warning[WT411]
      id: ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`
          = tulis [di **sana**](https://contoh.go.id/b)
      en: this stays plain text: there is a space between `]` and `(`
          = write [di **sana**](https://contoh.go.id/b)
    content/berita/2026/uji.md:12:14 «[^1]»
    warning[WT411]
      id: catatan kaki `[^1]` tidak punya teks
          = tambahkan baris [^1]: teks catatannya, di bawah alinea ini
      en: the footnote `[^1]` has no text
          = add a line [^1]: and the text of the note, below this paragraph
    content/berita/2026/uji.md:12:24 «[situs](https://contoh.go.id»
    warning[WT411]
      id: kurung tautan ini tidak ditutup
          = tulis [situs](https://contoh.go.id)
      en: the parenthesis of this link is not closed
          = write [situs](https://contoh.go.id)
    content/berita/2026/uji.md:14:1 «:video{url="https://a.id"}»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: titik duanya hanya satu
          = tulis ::video{url="https://a.id"}
      en: the directive `video` stays plain text: it has one colon only
          = write ::video{url="https://a.id"}
    content/berita/2026/uji.md:16:1 «:: video{url="https://a.id"}»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: ada spasi sesudah titik dua
          = tulis ::video{url="https://a.id"}
      en: the directive `video` stays plain text: a space follows its colons
          = write ::video{url="https://a.id"}
    content/berita/2026/uji.md:18:8 «::video{url="https://a.id"}»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: ia berada di dalam baris
          = tulis ::video{url="https://a.id"} di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya
      en: the directive `video` stays plain text: it stands within a line
          = write ::video{url="https://a.id"} on a line of its own, from the left margin, with a blank line before and after it
    content/berita/2026/uji.md:20:3 «::video{url="https://a.id"}»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: ia berada di dalam kutipan
          = tulis ::video{url="https://a.id"} di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya
      en: the directive `video` stays plain text: it stands within a quotation
          = write ::video{url="https://a.id"} on a line of its own, from the left margin, with a blank line before and after it
    "#);
}

#[test]
fn links_that_stay_plain_text_are_mended_by_what_is_proposed() {
    let body = "[a](https://a.id \"judul) [b](https://a.id] [c] (https://a.id/b.) [d] (contoh.go.id) [e](www.a.id/laporan akhir.pdf)\n\n\
        [f](https://a.id, [g](bit.ly/a lagi) [h](a.pdf “Judul”) [i](https://a.id/x judul) [j] (humas@a.go.id)\n\n\
        <www.contoh.go.id> dan [t][tidak ada] dan [lihat][1]\n\n> :::note\n> Isi\n> :::\n\n- ::video\n\n:vidio{url=\"x\"}\n\n\
        Kata :: peta{kota=\"x\"}\n\n[k](<laporan akhir.pdf> \"x)\n\n[l](https://a.id \"judul\"\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:5 «https://a.id "judul»
    warning[WT411]
      id: ini tampil sebagai teks biasa: teks sesudah alamatnya tidak diapit tanda kutip lurus
          = tulis [a](https://a.id "judul")
      en: this stays plain text: the text after its address is not between straight quotation marks
          = write [a](https://a.id "judul")
    content/berita/2026/uji.md:8:26 «[b](https://a.id]»
    warning[WT411]
      id: kurung tautan ini tidak ditutup
          = tulis [b](https://a.id)
      en: the parenthesis of this link is not closed
          = write [b](https://a.id)
    content/berita/2026/uji.md:8:44 «[c] (https://a.id/b.)»
    warning[WT411]
      id: ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`
          = tulis [c](https://a.id/b)
      en: this stays plain text: there is a space between `]` and `(`
          = write [c](https://a.id/b)
    content/berita/2026/uji.md:8:66 «[d] (contoh.go.id)»
    warning[WT411]
      id: ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`
          = tulis [d](https://contoh.go.id)
      en: this stays plain text: there is a space between `]` and `(`
          = write [d](https://contoh.go.id)
    content/berita/2026/uji.md:8:89 «www.a.id/laporan akhir.pdf»
    warning[WT411]
      id: ini tampil sebagai teks biasa: alamatnya mengandung spasi
          = tulis [e](https://www.a.id/laporan%20akhir.pdf)
      en: this stays plain text: there is a space in the address
          = write [e](https://www.a.id/laporan%20akhir.pdf)
    content/berita/2026/uji.md:10:1 «[f](https://a.id»
    warning[WT411]
      id: kurung tautan ini tidak ditutup
          = tulis [f](https://a.id)
      en: the parenthesis of this link is not closed
          = write [f](https://a.id)
    content/berita/2026/uji.md:10:23 «bit.ly/a lagi»
    warning[WT411]
      id: ini tampil sebagai teks biasa: alamatnya mengandung spasi
          = tulis [g](https://bit.ly/a%20lagi)
      en: this stays plain text: there is a space in the address
          = write [g](https://bit.ly/a%20lagi)
    content/berita/2026/uji.md:10:42 «a.pdf “Judul”»
    warning[WT411]
      id: ini tampil sebagai teks biasa: teks sesudah alamatnya tidak diapit tanda kutip lurus
          = tulis [h](a.pdf "Judul")
      en: this stays plain text: the text after its address is not between straight quotation marks
          = write [h](a.pdf "Judul")
    content/berita/2026/uji.md:10:61 «https://a.id/x judul»
    warning[WT411]
      id: ini tampil sebagai teks biasa: teks sesudah alamatnya tidak diapit tanda kutip lurus
          = tulis [i](https://a.id/x "judul")
      en: this stays plain text: the text after its address is not between straight quotation marks
          = write [i](https://a.id/x "judul")
    content/berita/2026/uji.md:10:83 «[j] (humas@a.go.id)»
    warning[WT411]
      id: ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`
          = tulis [j](mailto:humas@a.go.id)
      en: this stays plain text: there is a space between `]` and `(`
          = write [j](mailto:humas@a.go.id)
    content/berita/2026/uji.md:12:1 «<www.contoh.go.id>»
    warning[WT411]
      id: alamat ini tampil sebagai teks biasa
          = tulis <https://www.contoh.go.id>
      en: this address stays plain text
          = write <https://www.contoh.go.id>
    content/berita/2026/uji.md:12:24 «[t][tidak ada]»
    warning[WT411]
      id: ini tampil sebagai teks biasa: tidak ada alamat untuk `[tidak ada]`
          = tulis [t](alamatnya), atau tambahkan baris [tidak ada]: alamatnya, sesudah baris kosong
      en: this stays plain text: there is no address for `[tidak ada]`
          = write [t](its address), or add a line [tidak ada]: its address, after a blank line
    content/berita/2026/uji.md:12:43 «[lihat][1]»
    warning[WT411]
      id: ini tampil sebagai teks biasa: tidak ada alamat untuk `[1]`
          = tulis [lihat](alamatnya), atau tambahkan baris [1]: alamatnya, sesudah baris kosong
      en: this stays plain text: there is no address for `[1]`
          = write [lihat](its address), or add a line [1]: its address, after a blank line
    content/berita/2026/uji.md:14:3 «:::note»
    warning[WT411]
      id: direktif `note` tampil sebagai teks biasa: ia berada di dalam kutipan
          = tulis :::note di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya
      en: the directive `note` stays plain text: it stands within a quotation
          = write :::note on a line of its own, from the left margin, with a blank line before and after it
    content/berita/2026/uji.md:18:3 «::video»
    warning[WT411]
      id: direktif `video` tampil sebagai teks biasa: ia berada di dalam baris
          = tulis ::video di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya
      en: the directive `video` stays plain text: it stands within a line
          = write ::video on a line of its own, from the left margin, with a blank line before and after it
    content/berita/2026/uji.md:20:1 «:vidio{url="x"}»
    warning[WT411]
      id: direktif `vidio` tampil sebagai teks biasa: titik duanya hanya satu
          = tulis ::video{url="x"}
      en: the directive `vidio` stays plain text: it has one colon only
          = write ::video{url="x"}
    content/berita/2026/uji.md:22:6 «:: peta{kota="x"}»
    warning[WT411]
      id: direktif `peta` tampil sebagai teks biasa: ia berada di dalam baris
          = kalau ini direktif, tulis ::peta{kota="x"} di baris sendiri; kalau teks biasa, awali titik duanya dengan `\`
      en: the directive `peta` stays plain text: it stands within a line
          = if this is a directive, write ::peta{kota="x"} on a line of its own; if plain text, put `\` before its colons
    content/berita/2026/uji.md:24:5 «<laporan akhir.pdf>»
    error[WT407]
      id: tag `<laporan>` tidak diizinkan
          = hapus tag ini; tampilan dan skrip diatur tema
      en: the tag `<laporan>` is not allowed
          = remove this tag; looks and scripts are the theme's
    content/berita/2026/uji.md:24:5 «<laporan akhir.pdf> "x»
    warning[WT411]
      id: ini tampil sebagai teks biasa: alamatnya mengandung spasi
          = tulis [k](<laporan akhir.pdf> "x")
      en: this stays plain text: there is a space in the address
          = write [k](<laporan akhir.pdf> "x")
    content/berita/2026/uji.md:26:1 «[l](https://a.id "judul"»
    warning[WT411]
      id: kurung tautan ini tidak ditutup
          = tulis [l](https://a.id "judul")
      en: the parenthesis of this link is not closed
          = write [l](https://a.id "judul")
    "#);
}

#[test]
fn words_in_braces_that_end_a_heading() {
    let body = "## Rapat {tertutup}\n\nSubjudul {#a b}\n---\n\n## Jadwal {#jadwal .lebar}\n\n> ## Tutup \\{x}\n\n## {}\n\nTeks {biasa}\n";
    assert_snapshot!(said(&text(body)), @"
    content/berita/2026/uji.md:8:10 «{tertutup}»
    warning[WT411]
      id: {tertutup} tampil sebagai teks biasa: di akhir subjudul, kurung kurawal memberi tanda pengenal
          = untuk tanda pengenal tulis {#tertutup}, untuk teks biasa (tertutup)
      en: {tertutup} stays plain text: at the end of a heading, braces hold its id
          = for an id write {#tertutup}, for plain text (tertutup)
    content/berita/2026/uji.md:10:10 «{#a b}»
    warning[WT411]
      id: {#a b} tampil sebagai teks biasa: di akhir subjudul, kurung kurawal memberi tanda pengenal
          = untuk tanda pengenal tulis {#a-b}, untuk teks biasa (#a b)
      en: {#a b} stays plain text: at the end of a heading, braces hold its id
          = for an id write {#a-b}, for plain text (#a b)
    content/berita/2026/uji.md:17:4 «{}»
    warning[WT411]
      id: {} tampil sebagai teks biasa: di akhir subjudul, kurung kurawal memberi tanda pengenal
          = hapus kurung kurawalnya
      en: {} stays plain text: at the end of a heading, braces hold its id
          = remove the braces
    ");
}

#[test]
fn footnotes_that_nobody_would_see() {
    let body =
        "Satu.[^a] Dua.[^c]\n\n[^a]: Pertama.\n\n[^b]: Lihat [^d].\n\n> [^A]: Lagi.\n\n[^c]:\n\n[^d]: Kutipan.\n";
    assert_snapshot!(said(&text(body)), @"
    content/berita/2026/uji.md:12:1 «[^b]:»
    warning[WT412]
      id: catatan kaki `[^b]` tidak tampil: tidak ada yang merujuknya
          = tulis [^b] sesudah kata yang diterangkannya, atau hapus catatan ini
      en: the footnote `[^b]` is not shown: nothing refers to it
          = write [^b] after the word that it explains, or remove the note
    content/berita/2026/uji.md:14:3 «[^A]:»
    warning[WT412]
      id: catatan kaki `[^A]` ditulis dua kali: yang ini tidak tampil
          = beri tanda lain pada catatan ini dan pada rujukannya, atau hapus salah satunya
      en: the footnote `[^A]` is there twice: this one is not shown
          = give this note and the reference to it another mark, or remove one of the two
    content/berita/2026/uji.md:16:1 «[^c]:»
    warning[WT412]
      id: catatan kaki `[^c]` kosong
          = tulis teksnya sesudah `[^c]:`
      en: the footnote `[^c]` is empty
          = write its text after `[^c]:`
    content/berita/2026/uji.md:18:1 «[^d]:»
    warning[WT412]
      id: catatan kaki `[^d]` tidak tampil: tidak ada yang merujuknya
          = tulis [^d] sesudah kata yang diterangkannya, atau hapus catatan ini
      en: the footnote `[^d]` is not shown: nothing refers to it
          = write [^d] after the word that it explains, or remove the note
    ");
}

#[test]
fn prose_that_looks_like_markup_is_left_in_peace() {
    let body = "Pukul 09:00 [catatan] (lihat lampiran) pada UU [5] (2014), rumus {a} dan a::b{c}, std::vektor, rasio 3:2{x}.\n\n\
        `[x](a b.pdf)` dan `:video{a=\"b\"}` dan <code>[x] (a.pdf)</code> serta \\[x](a b.pdf) dan \\[^1].\n\n\
        ```\n[x](a b.pdf) :: video{a} [^1]\n```\n\n    [x](a b.pdf)\n\nAngka.[^a]\n\n[^a]: Catatan [lihat](a.pdf).\n\n\
        - [x] (selesai) tugas\n- Catatan: {kurung}\n\n[Panduan](<a.pdf>) dan [d] (dan/atau), [e] (/bulan), [Rani] (A.Md), [f] (ASP.NET), [g] (#1), [h] (lihat a.pdf), \
        [5][6], m[i][j], :rumus{x}, :nama{a=\"b\"}.\n\n[d]: a.pdf\n";
    assert_snapshot!(said(&text(body)), @"");
}

#[test]
fn addresses_that_are_mistyped() {
    let body = "[a](https://) [b](humas@contoh.go.id) [c](https//contoh.go.id) [d](htttp://contoh.go.id) \
        [e](www.contoh.go.id) [f](contoh.go.id/berita) <a href=\"www.contoh.go.id\">g</a> [h](bit.ly/pasar)\n\n[i][j] ![k]\n\n\
        [j]: <htp://contoh.go.id> 'x'\n[K]: https://contoh.go.id/a.jpg\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:5 «https://»
    error[WT305]
      id: alamat tautan ini belum lengkap
          = tulis alamatnya sesudah `https://`
      en: the address of this link is not complete
          = write the address after `https://`
    content/berita/2026/uji.md:8:19 «humas@contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `mailto:humas@contoh.go.id`
      en: the address of this link is mistyped
          = write `mailto:humas@contoh.go.id`
    content/berita/2026/uji.md:8:43 «https//contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://contoh.go.id`
      en: the address of this link is mistyped
          = write `https://contoh.go.id`
    content/berita/2026/uji.md:8:68 «htttp://contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `http://contoh.go.id`
      en: the address of this link is mistyped
          = write `http://contoh.go.id`
    content/berita/2026/uji.md:8:94 «www.contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://www.contoh.go.id`
      en: the address of this link is mistyped
          = write `https://www.contoh.go.id`
    content/berita/2026/uji.md:8:116 «contoh.go.id/berita»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://contoh.go.id/berita`
      en: the address of this link is mistyped
          = write `https://contoh.go.id/berita`
    content/berita/2026/uji.md:8:140 «href="www.contoh.go.id"»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://www.contoh.go.id`
      en: the address of this link is mistyped
          = write `https://www.contoh.go.id`
    content/berita/2026/uji.md:8:174 «bit.ly/pasar»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `https://bit.ly/pasar`
      en: the address of this link is mistyped
          = write `https://bit.ly/pasar`
    content/berita/2026/uji.md:12:7 «htp://contoh.go.id»
    error[WT305]
      id: alamat tautan ini salah tulis
          = tulis `http://contoh.go.id`
      en: the address of this link is mistyped
          = write `http://contoh.go.id`
    content/berita/2026/uji.md:13:6 «https://contoh.go.id/a.jpg»
    error[WT408]
      id: gambar ini diambil dari peladen lain; alamatnya bisa berubah atau hilang
          = simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya: `![…](foto.jpg)`
      en: this picture comes from another server; it may change or vanish
          = save the photo beside this document and write its file name: `![…](photo.jpg)`
    "#);
}

#[test]
fn raw_html_that_is_taken_out() {
    let body =
        "<script>alert(1)</script>\n\n<p onclick=\"x()\">Halo</p>\n\n<iframe src=\"https://contoh.go.id\"></iframe>\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:1 «<script>»
    error[WT407]
      id: tag `<script>` tidak diizinkan
          = hapus tag ini; tampilan dan skrip diatur tema
      en: the tag `<script>` is not allowed
          = remove this tag; looks and scripts are the theme's
    content/berita/2026/uji.md:10:4 «onclick="x()"»
    error[WT407]
      id: atribut `onclick` pada `<p>` tidak diizinkan
          = hapus; tampilan dan skrip diatur tema
      en: the attribute `onclick` of `<p>` is not allowed
          = remove this; looks and scripts are the theme's
    content/berita/2026/uji.md:12:1 «<iframe src="https://contoh.go.id">»
    error[WT407]
      id: tag `<iframe>` tidak diizinkan
          = untuk video pakai `::video{url="…"}`
      en: the tag `<iframe>` is not allowed
          = for a video use `::video{url="…"}`
    "#);
}

#[test]
fn a_picture_from_elsewhere() {
    assert_snapshot!(said(&text("![Peta](https://contoh.go.id/peta.png)\n")), @"
    content/berita/2026/uji.md:8:9 «https://contoh.go.id/peta.png»
    error[WT408]
      id: gambar ini diambil dari peladen lain; alamatnya bisa berubah atau hilang
          = simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya: `![…](foto.jpg)`
      en: this picture comes from another server; it may change or vanish
          = save the photo beside this document and write its file name: `![…](photo.jpg)`
    ");
}

#[test]
fn a_picture_that_nobody_describes() {
    assert_snapshot!(said(&text("![](a.jpg)\n")), @"
    content/berita/2026/uji.md:8:1 «![](a.jpg)»
    error[WT409]
      id: gambar ini tidak punya deskripsi
          = tulis isi gambarnya di antara kurung siku, untuk pembaca yang tidak melihatnya: `![Wali kota menyalami warga](a.jpg)`
      en: this picture has no description
          = say between the brackets what it shows, for readers who can't see it: `![The mayor greets residents](a.jpg)`
    ");
}

#[test]
fn paragraphs_that_run_together() {
    let line = "Air di tiga kelurahan surut pada Minggu pagi dan warga mulai membersihkan rumah, jalan, dan sekolah dari lumpur yang tersisa.";
    assert_snapshot!(said(&text(&format!("{line}\n{line}\n\n{line}\n"))), @"
    content/berita/2026/uji.md:9:1 «Air di tiga kelurahan surut pada Minggu pagi dan warga mulai membersihkan rumah, jalan, dan sekolah dari lumpur yang tersisa.»
    warning[WT410]
      id: alinea ini menyatu dengan alinea sebelumnya
          = sisipkan baris kosong di antara dua alinea
      en: this paragraph runs into the one before it
          = put a blank line between two paragraphs
    ");
}

#[test]
fn slips_within_the_braces_of_a_directive() {
    let body = "::video{url=\"https://a.id\"\n\n::video{url=\"https://a.id\", title=\"x\"}\n\n\
        ::video{url=\"https://a.id\"title=\"x\"}\n\n::video{url=\"https://a.id\"} lihat\n\n::video{=\"x\"}\n\n::video{url}\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:8 «{»
    error[WT406]
      id: kurung kurawal ini tidak ditutup
          = akhiri baris dengan `}`
      en: this brace is not closed
          = end the line with `}`
    content/berita/2026/uji.md:10:27 «,»
    error[WT406]
      id: argumen tidak dipisahkan dengan koma
          = ganti koma ini dengan spasi
      en: arguments are not separated by commas
          = put a space instead of this comma
    content/berita/2026/uji.md:12:27 «t»
    error[WT406]
      id: di sini perlu spasi atau `}`
          = pisahkan argumen dengan spasi; tanda kutip di dalam teks ditulis `\"`
      en: a space or `}` is needed here
          = separate arguments with spaces; write a quotation mark within a text as `\"`
    content/berita/2026/uji.md:14:29 «lihat»
    error[WT406]
      id: ada teks setelah `}`
          = pindahkan teks itu ke baris berikutnya
      en: there is text after the `}`
          = move that text to the next line
    content/berita/2026/uji.md:16:9 «=»
    error[WT406]
      id: di sini perlu nama argumen
          = tulis `nama="nilai"`
      en: the name of an argument is needed here
          = write `name="value"`
    content/berita/2026/uji.md:18:9 «url»
    error[WT406]
      id: argumen `url` tidak diberi nilai
          = tulis `url="…"` atau `url=true`
      en: the argument `url` has no value
          = write `url="…"` or `url=true`
    "#);
}

#[test]
fn values_without_quotation_marks() {
    let body = "::file{src=a.pdf}\n\n::video{title=Pasar pagi url=\"https://a.id\"}\n\n::file{src=“a.pdf”}\n\n::video url=\"https://a.id\"\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:12 «a.pdf»
    error[WT406]
      id: nilai argumen `src` tidak bisa dibaca
          = apit teks dengan tanda kutip lurus: `src="a.pdf"`
      en: the value of `src` can't be read
          = put text between straight quotation marks: `src="a.pdf"`
    content/berita/2026/uji.md:10:15 «Pasar»
    error[WT406]
      id: nilai argumen `title` tidak bisa dibaca
          = apit teks dengan tanda kutip lurus: `title="Pasar pagi"`
      en: the value of `title` can't be read
          = put text between straight quotation marks: `title="Pasar pagi"`
    content/berita/2026/uji.md:12:12 «“a.pdf”»
    error[WT406]
      id: nilai argumen `src` tidak bisa dibaca
          = apit teks dengan tanda kutip lurus: `src="a.pdf"`
      en: the value of `src` can't be read
          = put text between straight quotation marks: `src="a.pdf"`
    content/berita/2026/uji.md:14:8 « url="https://a.id"»
    error[WT406]
      id: setelah nama `video` hanya boleh ada argumen dalam kurung kurawal
          = tulis `::video{url="https://a.id"}`
      en: only arguments in braces may follow the name `video`
          = write `::video{url="https://a.id"}`
    "#);
}

#[test]
fn directives_that_are_not_closed_where_they_should_be() {
    let body = "::::note\nAir naik.\n:::\n::::\n\n- :::note\n  Air naik.\n:::\n\n<div>\n::video{url=\"https://a.id\"}\n</div>\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:10:1 «:::»
    error[WT406]
      id: `:::` ini tidak menutup `::::note`
          = tutup dengan titik dua sebanyak pembukanya: `::::`
      en: this `:::` does not close `::::note`
          = close it with as many colons as it was opened with: `::::`
    content/berita/2026/uji.md:13:3 «:::note»
    warning[WT411]
      id: direktif `note` tampil sebagai teks biasa: ia berada di dalam baris
          = tulis :::note di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya
      en: the directive `note` stays plain text: it stands within a line
          = write :::note on a line of its own, from the left margin, with a blank line before and after it
    content/berita/2026/uji.md:15:1 «:::»
    error[WT406]
      id: `:::` ini tidak menutup apa pun
          = hapus baris ini, atau buka direktifnya lebih dulu dengan `:::nama`
      en: this `:::` closes nothing
          = remove this line, or open the directive first with `:::name`
    content/berita/2026/uji.md:18:1 «::video{url="https://a.id"}»
    error[WT406]
      id: direktif ini terbaca sebagai bagian dari HTML di atasnya
          = beri satu baris kosong sebelum dan sesudahnya
      en: this directive is read as part of the HTML above it
          = leave a blank line before and after it
    "#);
}

#[test]
fn raw_html_is_told_what_to_write_instead() {
    let body = "<h1>Judul</h1>\n\n<img src=\"a.jpg\">\n\n<form></form>\n\nTeks <div>di sini</div>.\n\n<p\n\n\
        <a href=\"https://a.id\"><a href=\"https://b.id\">b</a></a>\n\n<blockquote cite=\"b.md\">x</blockquote>\n";
    assert_snapshot!(said(&text(body)), @r#"
    content/berita/2026/uji.md:8:1 «<h1>»
    error[WT407]
      id: tag `<h1>` tidak diizinkan
          = pakai `## Judul`; `h1` adalah judul halaman
      en: the tag `<h1>` is not allowed
          = use `## Heading`; `h1` is the page's title
    content/berita/2026/uji.md:10:1 «<img src="a.jpg">»
    error[WT407]
      id: tag `<img>` tidak diizinkan
          = untuk gambar pakai `![keterangan isi gambar](foto.jpg "takarir")` atau `::figure{src="…" alt="…"}`
      en: the tag `<img>` is not allowed
          = for a picture use `![what it shows](photo.jpg "caption")` or `::figure{src="…" alt="…"}`
    content/berita/2026/uji.md:12:1 «<form>»
    error[WT407]
      id: tag `<form>` tidak diizinkan
          = hapus; situs ini tidak menerima isian, tautkan ke layanannya
      en: the tag `<form>` is not allowed
          = remove it; this site takes no input, link to the service instead
    content/berita/2026/uji.md:14:6 «<div>»
    error[WT407]
      id: tag `<div>` tidak bisa berada di dalam paragraf
          = tulis di awal baris, dengan satu baris kosong sebelumnya
      en: the tag `<div>` can't stand in a paragraph
          = write it at the start of a line, with a blank line before it
    content/berita/2026/uji.md:16:1 «<p»
    error[WT407]
      id: tag ini tidak ditutup dengan `>`
          = lengkapi tagnya; untuk tanda lebih kecil biasa tulis `&lt;`
      en: this tag is not closed with `>`
          = complete the tag; for a plain less-than sign write `&lt;`
    content/berita/2026/uji.md:18:24 «<a href="https://b.id">»
    error[WT407]
      id: tautan ini berada di dalam tautan lain
          = tutup tautan pertama dengan `</a>` lebih dulu
      en: this link stands within another link
          = close the first link with `</a>` before it
    content/berita/2026/uji.md:20:13 «cite="b.md"»
    error[WT314]
      id: `cite` harus alamat lengkap
          = tulis alamat sumbernya: `cite="https://…"`
      en: `cite` must be a full address
          = write the source's address: `cite="https://…"`
    "#);
}

#[test]
fn html_from_a_word_processor_is_told_once() {
    let body = "<p class=MsoNormal style='margin:0' lang=id><span style='font-size:12pt'>Satu<o:p></o:p></span></p>\n\n<p class=MsoNormal style='margin:0'>Dua<o:p></o:p></p>\n\n<p class=MsoNormal style='margin:0'>Tiga <font color=red>x</font></p>\n\n<p align=center>Empat</p>\n";
    assert_snapshot!(said(&text(body)), @"
    content/berita/2026/uji.md:8:4 «class=MsoNormal style='margin:0'»
    error[WT407]
      id: atribut `class`, `style` pada `<p>` tidak diizinkan (dan 2 lagi seperti ini)
          = teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)
      en: the attributes `class`, `style` of `<p>` are not allowed (and 2 more like it)
          = this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)
    content/berita/2026/uji.md:8:51 «style='font-size:12pt'»
    error[WT407]
      id: atribut `style` pada `<span>` tidak diizinkan
          = teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)
      en: the attribute `style` of `<span>` is not allowed
          = this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)
    content/berita/2026/uji.md:8:78 «<o:p>»
    error[WT407]
      id: tag `<o:p>` tidak diizinkan (dan 1 lagi seperti ini)
          = teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)
      en: the tag `<o:p>` is not allowed (and 1 more like it)
          = this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)
    content/berita/2026/uji.md:12:42 «<font color=red>»
    error[WT407]
      id: tag `<font>` tidak diizinkan
          = teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)
      en: the tag `<font>` is not allowed
          = this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)
    content/berita/2026/uji.md:14:4 «align=center»
    error[WT407]
      id: atribut `align` pada `<p>` tidak diizinkan
          = hapus; tampilan dan skrip diatur tema
      en: the attribute `align` of `<p>` is not allowed
          = remove this; looks and scripts are the theme's
    ");
}
