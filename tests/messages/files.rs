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
    assert_snapshot!(said(&room), @"
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
    ");
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
    assert_snapshot!(said(&Room::new().site("theme = \"wart\"\n")), @r#"
    site.toml:5:9 «"wart"»
    error[WT106]
      id: tidak ada tema `wart` di folder themes/
          = mungkin maksudnya `warta`?
      en: there is no theme `wart` in themes/
          = did you mean `warta`?
    "#);
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
    themes/dua/theme.toml:1:11 «"satu"»
    error[WT207]
      id: tema `satu` menurunkan dirinya sendiri lewat tema ini
          = hapus baris ini, atau tulis extends = "warta"
      en: the theme `satu` extends itself by way of this one
          = remove this line, or write extends = "warta"
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

#[test]
fn two_versions_that_git_could_not_merge() {
    let body = "Satu.\n\n<<<<<<< HEAD\n4.500 juta.\n=======\n4.050 juta.\n>>>>>>> sunting\n";
    let in_front = "+++\n<<<<<<< HEAD\ntitle = \"A\"\n=======\ntitle = \"B\"\n>>>>>>> sunting\n+++\nTeks.\n";
    let room = Room::new().with("content/berita/2026/a.md", news("", body)).with("content/berita/2026/b.md", in_front);
    // What only looks like it is none.
    let room = room.with("content/berita/2026/c.md", news("", "a <<<<<<< b\n\n>>>>>>> c\n"));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/a.md:10:1 «<<<<<<< HEAD»
    error[WT111]
      id: dua versi naskah ini belum disatukan
          = pilih salah satu versi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>
      en: two versions of this document are not merged
          = choose one of the versions, then delete the lines <<<<<<<, ======= and >>>>>>>
    content/berita/2026/b.md:2:1 «<<<<<<< HEAD»
    error[WT111]
      id: dua versi naskah ini belum disatukan
          = pilih salah satu versi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>
      en: two versions of this document are not merged
          = choose one of the versions, then delete the lines <<<<<<<, ======= and >>>>>>>
    "#);
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
        symlink(folder.join("site.toml"), folder.join("content/situs.md")).unwrap();
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "id"]).ends(1).out, @"
        content/kabar:1:1: error[WT104]: tautan simbolis ke folder tidak diikuti (pindahkan foldernya ke sini, atau hapus tautan ini)
        content/luar:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin isinya ke sini)
        content/putus.md:1:1: error[WT104]: tautan simbolis ini tidak menuju apa pun (hapus tautan ini, atau kembalikan berkasnya)
        content/rahasia.md:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin isinya ke sini)
        content/situs.md:1:1: error[WT104]: tautan simbolis ini menunjuk berkas di luar foldernya (salin berkasnya ke sini)
        ");
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "en"]).ends(1).out, @"
        content/kabar:1:1: error[WT104]: a symbolic link to a folder is not followed (move the folder here, or remove this link)
        content/luar:1:1: error[WT104]: this symbolic link leads out of the newsroom (copy what it leads to)
        content/putus.md:1:1: error[WT104]: this symbolic link leads nowhere (remove this link, or bring the file back)
        content/rahasia.md:1:1: error[WT104]: this symbolic link leads out of the newsroom (copy what it leads to)
        content/situs.md:1:1: error[WT104]: this symbolic link leads to a file of another folder (copy the file to this place)
        ");
    }

    #[test]
    fn a_top_folder_that_lies_elsewhere_is_none() {
        let (folder, outside) = (Folder::newsroom(), Folder::empty());
        outside.write("rahasia.txt", "rahasia");
        outside.write("site.toml", "");
        for top in ["static", "themes"] {
            symlink(outside.path(), folder.join(top)).unwrap();
        }
        std::fs::rename(folder.join("content"), folder.join("naskah")).unwrap();
        symlink(outside.path(), folder.join("content")).unwrap();
        assert_snapshot!(folder.warta(&["build", "--format", "short", "--lang", "id"]).ends(1).out, @r#"
        content:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin isinya ke sini)
        site.toml:1:1: error[WT109]: tidak ada satu pun naskah di content/ (pastikan folder content/ ikut tersalin; untuk redaksi baru, mulai dengan: warta new news "Judul")
        static:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin isinya ke sini)
        themes:1:1: error[WT104]: tautan simbolis ini keluar dari folder redaksi (salin isinya ke sini)
        "#);
        assert!(!folder.join("public").exists());
        // Within the newsroom, folders may stand where they like.
        for top in ["static", "themes", "content"] {
            std::fs::remove_file(folder.join(top)).unwrap();
        }
        symlink(folder.join("naskah"), folder.join("content")).unwrap();
        folder.warta(&["check"]).ends(0);
        std::fs::remove_file(folder.join("site.toml")).unwrap();
        symlink(outside.join("site.toml"), folder.join("site.toml")).unwrap();
        assert!(folder.warta(&["check", "--format", "short"]).ends(1).out.contains("site.toml:1:1: error[WT104]"));
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
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "id"]).ends(0).out, @r"static/a�b.txt:1:1: warning[WT107]: nama ini memuat `\` atau bukan UTF-8; berkasnya dilewati (ganti namanya)");
        assert_snapshot!(folder.warta(&["check", "--format", "short", "--lang", "en"]).ends(0).out, @r"static/a�b.txt:1:1: warning[WT107]: this name holds a `\` or is not UTF-8; the file is left out (rename it)");
    }
}

#[test]
fn an_index_that_would_be_called_index() {
    let room = Room::new()
        .with("content/index.md", news("title = \"Beranda\"\n", ""))
        .with("content/berita/index.md", news("title = \"Berita\"\n", ""))
        .with("content/unit/index.md", "+++\ntitle = \"Unit\"\n+++\n");
    assert_snapshot!(said(&room), @"
    content/berita/index.md
    error[WT214]
      id: daftar di content/berita/ dibuat warta sendiri, bukan dari `index.md`
          = bila ini naskah, ganti nama berkasnya atau pindahkan ke foldernya sendiri: content/berita/nama-naskah/index.md; bila ini pengantar, jadikan halaman, misalnya content/tentang.md
      en: warta makes the listing of content/berita/ by itself, not from `index.md`
          = if it is a document, rename it or move it to a folder of its own: content/berita/its-name/index.md; if it is an introduction, make it a page, such as content/about.md
    content/index.md
    error[WT214]
      id: halaman depan dibuat warta sendiri, bukan dari `index.md`
          = beri berkas ini nama halamannya, misalnya content/tentang.md
      en: warta makes the front page by itself, not from `index.md`
          = give this file the name of its page, such as content/about.md
    content/unit/index.md
    error[WT214]
      id: daftar di content/unit/ dibuat warta sendiri, bukan dari `index.md`
          = bila ini naskah, ganti nama berkasnya atau pindahkan ke foldernya sendiri: content/unit/nama-naskah/index.md; bila ini pengantar, jadikan halaman, misalnya content/tentang.md
      en: warta makes the listing of content/unit/ by itself, not from `index.md`
          = if it is a document, rename it or move it to a folder of its own: content/unit/its-name/index.md; if it is an introduction, make it a page, such as content/about.md
    ");
}

#[test]
fn texts_that_nobody_reads() {
    let lines = "attachments = [{ src = \"edaran.docx\", title = \"Edaran\" }]\n";
    let room = Room::new()
        .with("content/berita/2026/a.md", news(&format!("title = \"A\"\n{lines}"), "[data](data.txt)\n"))
        .with("content/berita/2026/edaran.docx", "x")
        .with("content/berita/2026/data.txt", "x")
        .with("content/berita/2026/BANJIR.MD", "x")
        .with("content/berita/2026/rapat.markdown", "x")
        .with("content/berita/2026/sambutan.docx", "x")
        .with("content/berita/2026/_catatan.txt", "x")
        .with("static/a.html", "x");
    assert_snapshot!(said(&room), @"
    content/berita/2026/BANJIR.MD
    warning[WT108]
      id: BANJIR.MD tidak dibaca dan tidak diterbitkan
          = naskah berakhiran .md; ganti namanya menjadi BANJIR.md
      en: BANJIR.MD is neither read nor published
          = documents end in .md; rename it to BANJIR.md
    content/berita/2026/rapat.markdown
    warning[WT108]
      id: rapat.markdown tidak dibaca dan tidak diterbitkan
          = naskah berakhiran .md; ganti namanya menjadi rapat.md
      en: rapat.markdown is neither read nor published
          = documents end in .md; rename it to rapat.md
    content/berita/2026/sambutan.docx
    warning[WT108]
      id: sambutan.docx tidak dibaca dan tidak diterbitkan
          = salin teksnya ke berkas .md (`warta new` membuat kerangkanya), atau sebutkan dalam `attachments` bila ini lampiran
      en: sambutan.docx is neither read nor published
          = paste its text into a .md file (`warta new` makes a frame), or name it in `attachments` if it is one
    ");
}

#[test]
fn a_language_code_in_capitals() {
    let room = Room::new().site("languages = [\"id\", \"en\"]\n").with("content/berita/2026/pasar.EN.md", news("", ""));
    assert_snapshot!(said(&room), @"
    content/berita/2026/pasar.EN.md
    error[WT304]
      id: kode bahasa ditulis dengan huruf kecil: `en`, bukan `EN`
          = ganti nama berkasnya menjadi pasar.en.md
      en: a language code is written small: `en`, not `EN`
          = rename the file to pasar.en.md
    ");
}

#[test]
fn a_newsroom_without_a_document() {
    assert_snapshot!(said(&Room::empty()), @r#"
    site.toml
    error[WT109]
      id: tidak ada satu pun naskah di content/
          = pastikan folder content/ ikut tersalin; untuk redaksi baru, mulai dengan: warta new news "Judul"
      en: there is not a single document in content/
          = see that the folder content/ was copied too; a new newsroom begins with: warta new news "Title"
    "#);
    let draft = Room::empty().with("content/berita/2026/a.md", news("title = \"A\"\nstatus = \"draft\"\n", ""));
    assert!(!said(&draft).contains("WT109"));
    assert_eq!(said(&Room::empty().previewed()), "");
}

#[test]
fn a_file_with_more_findings_than_anyone_reads() {
    let keys: String = (0..150).map(|number| format!("kunci{number} = 1\n")).collect();
    let told = said(&Room::new().with("content/berita/2026/uji.md", news(&keys, "[a](tidak-ada.md)\n")));
    assert_eq!(told.matches("[WT204]").count(), 100);
    let last = told.split_inclusive("content/berita").last().unwrap_or_default();
    assert_snapshot!(last, @"
    /2026/uji.md:102:1 «kunci100»
    error[WT110]
      id: sedikitnya 51 temuan lagi di berkas ini tidak ditampilkan
          = perbaiki dulu yang sudah disebut; sisanya tampil pada pemeriksaan berikutnya
      en: at least 51 more findings in this file are not shown
          = mend first what is told; the rest shows at the next check
    ");
}
