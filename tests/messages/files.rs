//! WT1: files that can't be read, and names that can't be kept.

use super::room::{Room, news};
use super::said;
use insta::assert_snapshot;
use std::time::{Duration, Instant};

#[test]
fn bytes_that_are_no_text_are_shown_where_they_begin() {
    let latin1 = b"+++\ntitle = \"Kaf\xE9 baru\"\n+++\n".to_vec();
    assert_snapshot!(said(&Room::new().with("content/kafe.md", latin1)), @"
    content/kafe.md:2:13 «�»
    error[WT101]
      id: berkas ini bukan teks UTF-8
          = simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini
      en: this file is not UTF-8 text
          = save it again as UTF-8; the first broken character is here
    ");
}

#[test]
fn settings_words_and_templates_must_be_text_too() {
    let room = Room::new()
        .site("theme = \"kota\"\n")
        .with("themes/kota/theme.toml", "extends = \"warta\"\n")
        .with("themes/kota/templates/home.html", b"<p>\xFF</p>")
        .with("themes/kota/i18n/id.toml", b"[nav]\nhome = \"\xE9\"\n");
    assert_snapshot!(said(&room), @r#"
    themes/kota/i18n/id.toml:2:9 «�»
    error[WT101]
      id: berkas ini bukan teks UTF-8
          = simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini
      en: this file is not UTF-8 text
          = save it again as UTF-8; the first broken character is here
    themes/kota/templates/home.html:1:4 «�»
    error[WT101]
      id: berkas ini bukan teks UTF-8
          = simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini
      en: this file is not UTF-8 text
          = save it again as UTF-8; the first broken character is here
    themes/kota/theme.toml
    error[WT503]
      id: tema tidak punya templat home.html
          = tulis templates/home.html, atau beri theme.toml extends = "warta"
      en: the theme has no template home.html
          = write templates/home.html, or give theme.toml extends = "warta"
    "#);
    assert_snapshot!(said(&Room::new().with("site.toml", b"title = \"\xFF\"\n")), @"
    site.toml:1:10 «�»
    error[WT101]
      id: berkas ini bukan teks UTF-8
          = simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini
      en: this file is not UTF-8 text
          = save it again as UTF-8; the first broken character is here
    ");
}

#[test]
fn a_document_of_ten_megabytes_is_refused_at_once() {
    let room = Room::new().with("content/besar.md", "data ".repeat(2 * 1024 * 1024));
    let began = Instant::now();
    assert_snapshot!(said(&room), @"
    content/besar.md
    error[WT102]
      id: dokumen ini terlalu besar: 10 MB
          = paling besar 4 MB; simpan gambar sebagai berkas di sebelahnya, bukan di dalam teks
      en: this document is too large: 10 MB
          = at most 4 MB; keep pictures as files beside it, not in the text
    ");
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn an_empty_document_is_not_passed_over() {
    let room = Room::new()
        .with("content/kosong.md", "")
        .with("content/spasi.md", " \n\t\n")
        .with("content/tanda.md", "\u{feff}");
    assert_snapshot!(said(&room), @"
    content/kosong.md
    error[WT103]
      id: berkas ini kosong
          = tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya
      en: this file is empty
          = write the document, or delete the file; `warta new` makes a frame
    content/spasi.md
    error[WT103]
      id: berkas ini kosong
          = tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya
      en: this file is empty
          = write the document, or delete the file; `warta new` makes a frame
    content/tanda.md
    error[WT103]
      id: berkas ini kosong
          = tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya
      en: this file is empty
          = write the document, or delete the file; `warta new` makes a frame
    ");
}

#[test]
fn names_that_are_one_on_other_disks_are_told_apart() {
    let room = Room::new()
        .with("content/Kontak.md", "+++\ntitle = \"Kontak\"\nslug = \"hubungi\"\n+++\n")
        .with("content/kontak.md", "+++\ntitle = \"Kontak\"\n+++\n")
        .with("static/Logo/a.svg", "<svg/>")
        .with("static/logo/b.svg", "<svg/>");
    assert_snapshot!(said(&room), @"
    content/kontak.md
    error[WT105]
      id: `content/kontak.md` dan `content/Kontak.md` hanya beda huruf besar-kecil
          = ganti salah satu namanya: di Windows dan macOS keduanya satu berkas
      en: `content/kontak.md` and `content/Kontak.md` differ only in case
          = rename one: on Windows and macOS they are one file
    static/logo/b.svg
    error[WT105]
      id: `static/logo` dan `static/Logo` hanya beda huruf besar-kecil
          = ganti salah satu namanya: di Windows dan macOS keduanya satu berkas
      en: `static/logo` and `static/Logo` differ only in case
          = rename one: on Windows and macOS they are one file
    ");
}

#[test]
fn names_that_windows_refuses_are_pointed_out() {
    let room = Room::new().with("static/aux.txt", "x").with("static/apa?.txt", "x").with("static/akhir./a.txt", "x");
    assert_snapshot!(said(&room), @r#"
    static/akhir./a.txt
    warning[WT107]
      id: nama `akhir.` tidak dapat dipakai di Windows
          = ganti namanya; hindari < > : " | ? * \ serta titik atau spasi di akhir
      en: the name `akhir.` can't be used on Windows
          = rename it; avoid < > : " | ? * \ and a dot or space at the end
    static/apa?.txt
    warning[WT107]
      id: nama `apa?.txt` tidak dapat dipakai di Windows
          = ganti namanya; hindari < > : " | ? * \ serta titik atau spasi di akhir
      en: the name `apa?.txt` can't be used on Windows
          = rename it; avoid < > : " | ? * \ and a dot or space at the end
    static/aux.txt
    warning[WT107]
      id: nama `aux.txt` tidak dapat dipakai di Windows
          = ganti namanya; hindari < > : " | ? * \ serta titik atau spasi di akhir
      en: the name `aux.txt` can't be used on Windows
          = rename it; avoid < > : " | ? * \ and a dot or space at the end
    "#);
}

#[test]
fn a_theme_that_is_nowhere_is_named_with_the_nearest_one() {
    assert_snapshot!(said(&Room::new().site("theme = \"wart\"\n")), @"
    site.toml
    error[WT106]
      id: tidak ada tema `wart` di folder themes/
          = mungkin maksudnya `warta`?
      en: there is no theme `wart` in themes/
          = did you mean `warta`?
    ");
    let room =
        Room::new().site("theme = \"kota\"\n").with("themes/kota/theme.toml", "name = \"kota\"\nextends = \"lain\"\n");
    assert_snapshot!(said(&room), @r#"
    themes/kota/theme.toml:2:11 «"lain"»
    error[WT106]
      id: tidak ada tema `lain` di folder themes/
          = tema bawaan bernama "warta"
      en: there is no theme `lain` in themes/
          = the theme that comes along is called "warta"
    "#);
}

#[test]
fn a_theme_that_extends_itself_in_a_circle_is_told_so() {
    let room = Room::new()
        .site("theme = \"satu\"\n")
        .with("themes/satu/theme.toml", "extends = \"dua\"\n")
        .with("themes/dua/theme.toml", "extends = \"satu\"\n");
    assert_snapshot!(said(&room), @r#"
    site.toml
    error[WT504]
      id: kata antarmuka `date.clock` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.clock`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.day` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.day`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.long` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.long`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.month` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.month`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.months_short` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.months_short`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.months` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.months`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.short` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.short`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.time` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.time`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.weekdays` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.weekdays`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.with_time` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.with_time`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `number.decimal` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `number.decimal`
          = add it to i18n/id.toml
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat 404.html
          = tulis templates/404.html, atau beri theme.toml extends = "warta"
      en: the theme has no template 404.html
          = write templates/404.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat archive.html
          = tulis templates/archive.html, atau beri theme.toml extends = "warta"
      en: the theme has no template archive.html
          = write templates/archive.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat article.html
          = tulis templates/article.html, atau beri theme.toml extends = "warta"
      en: the theme has no template article.html
          = write templates/article.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat base.html
          = tulis templates/base.html, atau beri theme.toml extends = "warta"
      en: the theme has no template base.html
          = write templates/base.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat corrections.html
          = tulis templates/corrections.html, atau beri theme.toml extends = "warta"
      en: the theme has no template corrections.html
          = write templates/corrections.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat home.html
          = tulis templates/home.html, atau beri theme.toml extends = "warta"
      en: the theme has no template home.html
          = write templates/home.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat list.html
          = tulis templates/list.html, atau beri theme.toml extends = "warta"
      en: the theme has no template list.html
          = write templates/list.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat page.html
          = tulis templates/page.html, atau beri theme.toml extends = "warta"
      en: the theme has no template page.html
          = write templates/page.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat period.html
          = tulis templates/period.html, atau beri theme.toml extends = "warta"
      en: the theme has no template period.html
          = write templates/period.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat redirect.html
          = tulis templates/redirect.html, atau beri theme.toml extends = "warta"
      en: the theme has no template redirect.html
          = write templates/redirect.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat search.html
          = tulis templates/search.html, atau beri theme.toml extends = "warta"
      en: the theme has no template search.html
          = write templates/search.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat term.html
          = tulis templates/term.html, atau beri theme.toml extends = "warta"
      en: the theme has no template term.html
          = write templates/term.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat terms.html
          = tulis templates/terms.html, atau beri theme.toml extends = "warta"
      en: the theme has no template terms.html
          = write templates/terms.html, or give theme.toml extends = "warta"
    themes/satu/theme.toml
    error[WT503]
      id: tema tidak punya templat withdrawn.html
          = tulis templates/withdrawn.html, atau beri theme.toml extends = "warta"
      en: the theme has no template withdrawn.html
          = write templates/withdrawn.html, or give theme.toml extends = "warta"
    "#);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let windows = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let room = Room::new()
        .with(
            "content/berita/2026/windows.md",
            windows(news("title = \"Dari Windows\"\n", "## Satu\r\n\r\n[Satu](#satu)\n")),
        )
        .with("site.toml", windows(super::room::SITE.to_owned()));
    assert_snapshot!(said(&room), @"");
}

#[test]
fn behind_a_byte_order_mark_and_windows_line_ends_columns_are_right() {
    let text = news("title = \"Dari Windows\"\nexpire = 2027-01-01\n", "Satu\n\nDua [tiga](#empat)\n");
    let room = Room::new().with("content/berita/2026/windows.md", format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_snapshot!(said(&room), @"
    content/berita/2026/windows.md:3:1 «expire»
    error[WT204]
      id: kunci `expire` tidak dikenal
          = mungkin maksudnya `expires`?
      en: the key `expire` is not known
          = did you mean `expires`?
    content/berita/2026/windows.md:11:12 «#empat»
    error[WT306]
      id: tidak ada subjudul `#empat` di content/berita/2026/windows.md
          = beri subjudulnya tanda pengenal, misalnya `## Jadwal {#jadwal}`
      en: there is no heading `#empat` in content/berita/2026/windows.md
          = give the heading an id, such as `## Schedule {#schedule}`
    ");
    let room =
        Room::new().with("site.toml", format!("\u{feff}titel = \"x\"\r\n{}", super::room::SITE.replace('\n', "\r\n")));
    assert_snapshot!(said(&room), @"
    site.toml:1:1 «titel»
    error[WT204]
      id: kunci `titel` tidak dikenal
          = mungkin maksudnya `title`?
      en: the key `titel` is not known
          = did you mean `title`?
    ");
}

#[cfg(unix)]
mod on_disk {
    use super::super::cli::Folder;
    use insta::assert_snapshot;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_that_lead_out_of_the_newsroom_are_not_followed() {
        let (folder, outside) = (Folder::newsroom(), Folder::empty());
        outside.write("rahasia.md", "+++\ntitle = \"Rahasia\"\n+++\n");
        symlink(outside.join("rahasia.md"), folder.join("content/rahasia.md")).unwrap();
        symlink(outside.path(), folder.join("content/luar")).unwrap();
        symlink(folder.join("content/berita"), folder.join("content/kabar")).unwrap();
        symlink(folder.join("tidak-ada.md"), folder.join("content/putus.md")).unwrap();
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "id"]).ends(1).out, @"
        content/kabar:1:1: error[WT104]: tautan simbolis ke folder tidak diikuti (salin berkasnya ke sini)
        content/luar:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin berkasnya ke sini)
        content/putus.md:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin berkasnya ke sini)
        content/rahasia.md:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin berkasnya ke sini)
        ");
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "en"]).ends(1).out, @"
        content/kabar:1:1: error[WT104]: a symbolic link to a folder is not followed (copy the file to this place)
        content/luar:1:1: error[WT104]: this symbolic link leads out of the newsroom (copy the file to this place)
        content/putus.md:1:1: error[WT104]: this symbolic link leads out of the newsroom (copy the file to this place)
        content/rahasia.md:1:1: error[WT104]: this symbolic link leads out of the newsroom (copy the file to this place)
        ");
    }

    #[test]
    fn a_link_to_a_file_within_the_newsroom_is_that_file() {
        let folder = Folder::newsroom();
        folder.write("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n");
        symlink(folder.join("content/tentang.md"), folder.join("content/redaksi.md")).unwrap();
        folder.warta(&["check"]).ends(0);
    }

    #[test]
    fn a_backslash_in_a_name_is_no_folder() {
        let folder = Folder::newsroom();
        folder.write("static/a\\b.txt", "x");
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "id"]).ends(0).out, @"");
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "en"]).ends(0).out, @"");
    }
}
