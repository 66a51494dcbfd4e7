//! WT7: what photos are shown with, and whether they are fit for their places.

use super::photos::{from_a_phone, jpeg, photo, with_credits};
use super::room::{Room, news, picture};
use super::said;
use insta::assert_snapshot;

/// A room with one more news item that shows one photo with these words.
fn shown(words: &str, bytes: impl AsRef<[u8]>) -> Room {
    let lines = format!("photos = [{{ src = \"pasar.jpg\"{words} }}]\n");
    Room::new()
        .with("content/berita/2026/hari/index.md", news(&lines, "Isi.\n"))
        .with("content/berita/2026/hari/pasar.jpg", bytes)
}

const WORDS: &str = ", alt = \"Pedagang menata sayur\", caption = \"Pasar pagi.\", credit = \"Sekar\"";

/// The header of a PNG of a size, and nothing that fills it.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    png.extend([0; 4]);
    png.extend(b"\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\xAE\x42\x60\x82");
    png
}

#[test]
fn a_photo_that_wants_for_nothing_is_not_spoken_of() {
    assert_snapshot!(said(&shown(WORDS, photo())), @"");
}

#[test]
fn a_drawing_that_runs_scripts() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>";
    let room = shown(WORDS, photo())
        .with(
            "content/unit/dinas/index.md",
            "+++\ntitle = \"Dinas\"\nphotos = [{ src = \"logo.svg\", alt = \"Lambang\" }]\n+++\n",
        )
        .with("content/unit/dinas/logo.svg", drawing);
    assert_snapshot!(said(&room), @"
    content/unit/dinas/logo.svg:1:62 «<script>»
    error[WT701]
      id: gambar SVG ini ditolak: ada skrip
          = simpan ulang sebagai SVG biasa di program gambar, atau ekspor sebagai PNG
      en: this SVG is refused: it holds a script
          = save it again as plain SVG in a drawing program, or export it as PNG
    ");
}

#[test]
fn a_picture_that_claims_more_pixels_than_may_be_opened() {
    assert_snapshot!(said(&shown(WORDS, claims(30_000, 30_000))), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    error[WT702]
      id: gambar ini 30000 × 30000 piksel, lebih dari 100 megapiksel
          = kecilkan dahulu, atau naikkan images.max_megapixels di site.toml
      en: this picture has 30000 × 30000 pixels, more than 100 megapixels
          = make it smaller first, or raise images.max_megapixels in site.toml
    content/berita/2026/hari/pasar.jpg
    note[WT703]
      id: gambar ini bernama .jpg, tetapi isinya PNG
          = ganti namanya menjadi pasar.png
      en: this picture is called .jpg, but it is PNG
          = rename it to pasar.png
    "#);
}

#[test]
fn a_picture_called_by_another_name() {
    assert_snapshot!(said(&shown(WORDS, picture(""))), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    warning[WT707]
      id: foto ini hanya 1 piksel lebarnya; di tempat ini perlu 1200
          = pakai berkas asli dari kamera, bukan kiriman aplikasi pesan
      en: this photo is only 1 pixels wide; its place needs 1200
          = use the camera's own file, not one sent through a messenger
    content/berita/2026/hari/pasar.jpg
    note[WT703]
      id: gambar ini bernama .jpg, tetapi isinya GIF
          = ganti namanya menjadi pasar.gif
      en: this picture is called .jpg, but it is GIF
          = rename it to pasar.gif
    "#);
}

#[test]
fn a_photo_that_tells_where_it_was_taken() {
    assert_snapshot!(said(&shown(WORDS, from_a_phone(1200, 800, 1))), @"
    content/berita/2026/hari/pasar.jpg
    note[WT704]
      id: foto ini menyimpan lokasi pemotretan; lokasi itu tidak ikut diterbitkan
          = berkas di repositori tetap memuatnya; hapus di sana juga bila repositorinya terbuka
      en: this photo holds the place where it was taken; that is not published
          = the file in the repository still holds it; remove it there too if the repository is public
    ");
}

#[test]
fn a_photo_that_nobody_shows_and_one_that_is_there_twice() {
    let room = shown(WORDS, photo())
        .with("content/berita/2026/hari/lupa.jpg", jpeg(500, 300))
        .with(
            "content/berita/2026/lagi/index.md",
            news(&format!("photos = [{{ src = \"sama.jpg\"{WORDS} }}]\n"), "Isi.\n"),
        )
        .with("content/berita/2026/lagi/sama.jpg", photo());
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/hari/lupa.jpg
    note[WT705]
      id: foto ini tidak dipakai naskah mana pun
          = tambahkan ke `photos` naskahnya, atau hapus berkasnya
      en: no document shows this photo
          = add it to its document's `photos`, or delete the file
    content/berita/2026/lagi/sama.jpg
    note[WT706]
      id: foto ini sama persis dengan content/berita/2026/hari/pasar.jpg
          = simpan satu saja; naskah lain dapat menyebutnya dengan src = "/berita/2026/hari/pasar.jpg"
      en: this photo is the same as content/berita/2026/hari/pasar.jpg
          = keep one; other documents can name it as src = "/berita/2026/hari/pasar.jpg"
    "#);
}

#[test]
fn photos_that_are_too_small_for_their_places() {
    let room = shown(WORDS, jpeg(640, 480))
        .with(
            "content/tokoh/sekar/index.md",
            "+++\ntitle = \"Sekar\"\nphotos = [{ src = \"kecil.jpg\", alt = \"Potret\" }]\n+++\n",
        )
        .with("content/tokoh/sekar/kecil.jpg", jpeg(90, 120));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    warning[WT707]
      id: foto ini hanya 640 piksel lebarnya; di tempat ini perlu 1200
          = pakai berkas asli dari kamera, bukan kiriman aplikasi pesan
      en: this photo is only 640 pixels wide; its place needs 1200
          = use the camera's own file, not one sent through a messenger
    content/tokoh/sekar/index.md:3:19 «"kecil.jpg"»
    warning[WT707]
      id: foto ini hanya 90 piksel lebarnya; di tempat ini perlu 160
          = pakai berkas asli dari kamera, bukan kiriman aplikasi pesan
      en: this photo is only 90 pixels wide; its place needs 160
          = use the camera's own file, not one sent through a messenger
    "#);
}

#[test]
fn a_photo_without_its_words() {
    assert_snapshot!(said(&shown("", photo())), @r#"
    content/berita/2026/hari/index.md:2:11 «{ src = "pasar.jpg" }»
    warning[WT409]
      id: foto ini belum punya `alt`
          = tulis apa yang terlihat, untuk pembaca tunanetra: alt = "…"
      en: this photo has no `alt`
          = say what is to be seen, for readers who can't: alt = "…"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    warning[WT708]
      id: foto ini belum punya `caption`, `credit`
          = tulis siapa, di mana, dan siapa pemotretnya: caption = "…", credit = "…"
      en: this photo has no `caption`, `credit`
          = say who, where and who took it: caption = "…", credit = "…"
    "#);
}

#[test]
fn a_photo_story_needs_one_photo_with_all_its_words() {
    let of = |words: &str| {
        let photos = format!("photos = [{{ src = \"pasar.jpg\", {words} }}]\n");
        let room = Room::new().with("content/foto/pagi/index.md", news(&photos, ""));
        said(&room.with("content/foto/pagi/pasar.jpg", photo()))
    };
    assert_snapshot!(of("caption = \"Pagi.\", credit = \"Sekar\""), @r#"
    content/foto/pagi/index.md:2:11 «{ src = "pasar.jpg", caption = "Pagi.", credit = "Sekar" }»
    error[WT409]
      id: foto ini belum punya `alt`
          = tulis apa yang terlihat, untuk pembaca tunanetra: alt = "…"
      en: this photo has no `alt`
          = say what is to be seen, for readers who can't: alt = "…"
    "#);
    assert_snapshot!(of("alt = \"Pedagang\""), @r#"
    content/foto/pagi/index.md:2:19 «"pasar.jpg"»
    error[WT708]
      id: foto ini belum punya `caption`, `credit`
          = tulis siapa, di mana, dan siapa pemotretnya: caption = "…", credit = "…"
      en: this photo has no `caption`, `credit`
          = say who, where and who took it: caption = "…", credit = "…"
    "#);
}

#[test]
fn an_alternative_text_that_says_nothing_new() {
    let name = said(&shown(", alt = \"Pasar\", caption = \"Pasar pagi.\", credit = \"Sekar\"", photo()));
    let caption = said(&shown(", alt = \"Pasar pagi\", caption = \"Pasar pagi.\", credit = \"Sekar\"", photo()));
    assert_snapshot!(format!("{name}{caption}"), @r#"
    content/berita/2026/hari/index.md:2:38 «"Pasar"»
    warning[WT709]
      id: `alt` hanya mengulang nama berkasnya
          = tulis apa yang terlihat di foto, seperti menceritakannya lewat telepon
      en: `alt` only repeats the file's name
          = say what is to be seen, as if you told it on the telephone
    content/berita/2026/hari/index.md:2:38 «"Pasar pagi"»
    warning[WT709]
      id: `alt` hanya mengulang keterangannya
          = tulis apa yang terlihat di foto, seperti menceritakannya lewat telepon
      en: `alt` only repeats the caption
          = say what is to be seen, as if you told it on the telephone
    "#);
}

#[test]
fn words_that_the_file_itself_brought() {
    let room = shown(", alt = \"Pedagang\"", with_credits(&photo(), "Sekar Arum", "Humas", "Pasar pagi dibuka."));
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    note[WT710]
      id: `caption`, `credit` foto ini diambil dari berkasnya
      en: `caption`, `credit` of this photo were taken from its file
    "#);
}

#[test]
fn a_photo_that_is_cut_short_and_one_that_is_empty() {
    let whole = photo();
    let cut = said(&shown(WORDS, &whole[..whole.len() / 2]));
    let empty = said(&shown(WORDS, ""));
    assert_snapshot!(format!("{cut}{empty}"), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    error[WT315]
      id: pasar.jpg rusak atau terpotong
          = unggah ulang berkas aslinya
      en: pasar.jpg is damaged or cut short
          = upload the original file again
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    error[WT315]
      id: pasar.jpg kosong, 0 bita
          = unggah ulang berkas aslinya
      en: pasar.jpg is empty, 0 bytes
          = upload the original file again
    "#);
}

#[test]
fn a_folder_named_like_a_photo_and_names_from_everywhere() {
    let lines = format!("photos = [{{ src = \"pasar.jpg\"{WORDS} }}, {{ src = \"foto 100% صباح.jpg\"{WORDS} }}]\n");
    let room = Room::new()
        .with("content/berita/2026/hari/index.md", news(&lines, "Isi.\n"))
        .with("content/berita/2026/hari/pasar.jpg/lain.txt", "x")
        .with("content/berita/2026/hari/foto 100% صباح.jpg", photo());
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/hari/index.md:2:19 «"pasar.jpg"»
    error[WT307]
      id: pasar.jpg adalah folder, bukan berkas
          = sebutkan berkas di dalamnya
      en: pasar.jpg is a folder, not a file
          = name a file in it
    content/berita/2026/hari/pasar.jpg/lain.txt
    warning[WT108]
      id: lain.txt tidak dibaca dan tidak diterbitkan
          = salin teksnya ke berkas .md (`warta new` membuat kerangkanya), atau sebutkan dalam `attachments` bila ini lampiran
      en: lain.txt is neither read nor published
          = paste its text into a .md file (`warta new` makes a frame), or name it in `attachments` if it is one
    "#);
}

#[test]
fn files_that_are_taken_for_photos() {
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
    let bitmap = b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0";
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let lines = ["pindai.bmp", "film.jpg", "IMG_1.HEIC"].map(|name| format!("{{ src = \"{name}\"{WORDS} }}"));
    let room = Room::new()
        .with("content/berita/2026/hari/index.md", news(&format!("photos = [{}]\n", lines.join(", ")), "Isi.\n"))
        .with("content/berita/2026/hari/pindai.bmp", bitmap)
        .with("content/berita/2026/hari/film.jpg", film)
        .with("content/berita/2026/hari/IMG_1.HEIC", heic);
    assert_snapshot!(said(&room), @r#"
    content/berita/2026/hari/index.md:2:19 «"pindai.bmp"»
    error[WT315]
      id: pindai.bmp adalah berkas BMP, yang tidak dibuka peramban
          = simpan ulang sebagai .jpg atau .png di program foto
      en: pindai.bmp is a BMP file, which browsers don't show
          = save it again as .jpg or .png in a photo program
    content/berita/2026/hari/index.md:2:117 «"film.jpg"»
    error[WT315]
      id: film.jpg adalah film, bukan foto
          = unggah ke kanal video, lalu tulis ::video{url="https://…"} di dalam teks; di sini pakai fotonya
      en: film.jpg is a film and no photo
          = upload it to the video channel and write ::video{url="https://…"} in the text; use a photo here
    content/berita/2026/hari/index.md:2:213 «"IMG_1.HEIC"»
    error[WT315]
      id: IMG_1.HEIC berformat HEIC, yang tidak dibuka peramban
          = simpan ulang sebagai .jpg; di iPhone: Pengaturan > Kamera > Format > Paling Kompatibel
      en: IMG_1.HEIC is HEIC, which browsers don't show
          = save it as .jpg; on an iPhone: Settings > Camera > Formats > Most Compatible
    "#);
}

#[test]
fn photos_that_are_somewhere_else() {
    let lines =
        ["https://contoh.go.id/a.jpg", "C:\\\\Users\\\\a.jpg"].map(|src| format!("{{ src = \"{src}\"{WORDS} }}"));
    let lines = format!(
        "photos = [{}]\nattachments = [{{ src = \"https://contoh.go.id/a.pdf\", title = \"Surat\" }}]\n",
        lines.join(", ")
    );
    let body = "![Bagan](data:image/png;base64,AAAA)\n\n![Bagan](<>)\n";
    assert_snapshot!(said(&Room::new().with("content/berita/2026/hari/index.md", news(&lines, body))), @r#"
    content/berita/2026/hari/index.md:2:19 «"https://contoh.go.id/a.jpg"»
    error[WT408]
      id: gambar ini diambil dari peladen lain; alamatnya bisa berubah atau hilang
          = simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya saja, misalnya foto.jpg
      en: this picture comes from another server; it may change or vanish
          = save the photo beside this document and write its file name alone, such as photo.jpg
    content/berita/2026/hari/index.md:2:133 «"C:\\Users\\a.jpg"»
    error[WT408]
      id: gambar ini ada di komputer Anda sendiri; pembaca tidak dapat membukanya
          = simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya saja, misalnya foto.jpg
      en: this picture is on your own computer; readers can't open it
          = save the photo beside this document and write its file name alone, such as photo.jpg
    content/berita/2026/hari/index.md:3:24 «"https://contoh.go.id/a.pdf"»
    error[WT307]
      id: berkas ini tidak ada di ruang berita: https://contoh.go.id/a.pdf
          = simpan berkasnya di folder dokumen ini, atau tautkan di dalam teks: `[teks](https://…)`
      en: this file is not in the newsroom: https://contoh.go.id/a.pdf
          = put the file into this document's folder, or link to it in the text: `[text](https://…)`
    content/berita/2026/hari/index.md:10:10 «data:image/png;base64,AAAA»
    error[WT408]
      id: gambar ini tertulis sebagai teks `data:`, bukan disimpan sebagai berkas
          = simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya: `![…](foto.jpg)`
      en: this picture is written out as `data:` text and not kept as a file
          = save the photo beside this document and write its file name: `![…](photo.jpg)`
    content/berita/2026/hari/index.md:12:11 «»
    error[WT307]
      id: nama berkasnya belum ditulis
          = tulis namanya, misalnya foto.jpg
      en: the file's name is not written yet
          = write its name, such as photo.jpg
    "#);
}

#[test]
fn names_that_mean_something_else_in_a_text() {
    let room = Room::new()
        .with(
            "content/berita/2026/hari/index.md",
            news("", "![Bola](foto#1.jpg)\n\n![Bola](foto%20pasar.jpg)\n\n![Bola](kafe\u{301}.jpg)\n"),
        )
        .with("content/berita/2026/hari/foto#1.jpg", jpeg(500, 300))
        .with("content/berita/2026/hari/foto%20pasar.jpg", jpeg(501, 300))
        .with("content/berita/2026/hari/kaf\u{e9}.jpg", jpeg(502, 300));
    assert_snapshot!(said(&room), @"
    content/berita/2026/hari/foto#1.jpg
    note[WT705]
      id: foto ini tidak dipakai naskah mana pun
          = tambahkan ke `photos` naskahnya, atau hapus berkasnya
      en: no document shows this photo
          = add it to its document's `photos`, or delete the file
    content/berita/2026/hari/foto%20pasar.jpg
    note[WT705]
      id: foto ini tidak dipakai naskah mana pun
          = tambahkan ke `photos` naskahnya, atau hapus berkasnya
      en: no document shows this photo
          = add it to its document's `photos`, or delete the file
    content/berita/2026/hari/index.md:8:9 «foto#1.jpg»
    error[WT307]
      id: berkas tidak ada: foto
          = mungkin maksudnya `foto#1.jpg`? Ganti nama berkas itu tanpa `#`, `?`, dan `%`: di dalam teks artinya lain
      en: there is no such file: foto
          = did you mean `foto#1.jpg`? Rename that file without `#`, `?` and `%`: they mean something else in a text
    content/berita/2026/hari/index.md:10:9 «foto%20pasar.jpg»
    error[WT307]
      id: berkas tidak ada: foto pasar.jpg
          = mungkin maksudnya `foto%20pasar.jpg`? Ganti nama berkas itu tanpa `#`, `?`, dan `%`: di dalam teks artinya lain
      en: there is no such file: foto pasar.jpg
          = did you mean `foto%20pasar.jpg`? Rename that file without `#`, `?` and `%`: they mean something else in a text
    content/berita/2026/hari/index.md:12:9 «kafé.jpg»
    error[WT307]
      id: berkas tidak ada: kafé.jpg
          = ada berkas yang namanya tampak sama, tetapi huruf beraksennya tersimpan lain: ketik ulang nama berkas itu
      en: there is no such file: kafé.jpg
          = there is a file whose name looks the same, but its accents are stored in another way: type that file's name anew
    content/berita/2026/hari/kafé.jpg
    note[WT705]
      id: foto ini tidak dipakai naskah mana pun
          = tambahkan ke `photos` naskahnya, atau hapus berkasnya
      en: no document shows this photo
          = add it to its document's `photos`, or delete the file
    ");
}

#[test]
fn a_drawing_may_be_as_large_as_it_says() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60000\" height=\"60000\"/>";
    let room = Room::new()
        .with("content/berita/2026/hari/index.md", news("", "![Denah kota](peta.svg)\n"))
        .with("content/berita/2026/hari/peta.svg", drawing);
    assert_snapshot!(said(&room), @"");
}

#[test]
fn a_file_of_which_nothing_can_be_removed() {
    let room = Room::new().with("static/logo.psd", b"8BPS\0\x01").with("static/peta.jpg", &photo()[..300]);
    assert_snapshot!(said(&room), @"
    static/logo.psd
    error[WT704]
      id: lokasi dan data pribadi dalam berkas jenis ini tidak dapat dihapus
          = ekspor sebagai .jpg, .png, atau .pdf, lalu pakai berkas itu
      en: location and personal data can't be removed from files of this kind
          = export it as .jpg, .png or .pdf and use that file
    static/peta.jpg
    error[WT704]
      id: berkas ini rusak, sehingga lokasi dan data pribadi di dalamnya tidak dapat dihapus
          = buka lalu simpan ulang dengan program gambar
      en: this file is damaged, so that location and personal data in it can't be removed
          = open it and save it again with a picture program
    ");
}
