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
    let room = shown(WORDS, photo()).with("content/unit/dinas/index.md", "+++\ntitle = \"Dinas\"\nphotos = [{ src = \"logo.svg\", alt = \"Lambang\" }]\n+++\n").with("content/unit/dinas/logo.svg", drawing);
    assert_snapshot!(said(&room), @"");
}

#[test]
fn a_picture_that_claims_more_pixels_than_may_be_opened() {
    assert_snapshot!(said(&shown(WORDS, claims(30_000, 30_000))), @"");
}

#[test]
fn a_picture_called_by_another_name() {
    assert_snapshot!(said(&shown(WORDS, picture(""))), @"");
}

#[test]
fn a_photo_that_tells_where_it_was_taken() {
    assert_snapshot!(said(&shown(WORDS, from_a_phone(1200, 800, 1))), @"");
}

#[test]
fn a_photo_that_nobody_shows_and_one_that_is_there_twice() {
    let room = shown(WORDS, photo())
        .with("content/berita/2026/hari/lupa.jpg", jpeg(500, 300))
        .with("content/berita/2026/lagi/index.md", news(&format!("photos = [{{ src = \"sama.jpg\"{WORDS} }}]\n"), "Isi.\n"))
        .with("content/berita/2026/lagi/sama.jpg", photo());
    assert_snapshot!(said(&room), @"");
}

#[test]
fn photos_that_are_too_small_for_their_places() {
    let room = shown(WORDS, jpeg(640, 480))
        .with("content/tokoh/sekar/index.md", "+++\ntitle = \"Sekar\"\nphotos = [{ src = \"kecil.jpg\", alt = \"Potret\" }]\n+++\n")
        .with("content/tokoh/sekar/kecil.jpg", jpeg(90, 120));
    assert_snapshot!(said(&room), @"");
}

#[test]
fn a_photo_without_its_words() {
    assert_snapshot!(said(&shown("", photo())), @"");
}

#[test]
fn a_photo_story_needs_one_photo_with_all_its_words() {
    let room = Room::new()
        .with("content/foto/pagi/index.md", news("photos = [{ src = \"pasar.jpg\", alt = \"Pedagang\" }]\n", ""))
        .with("content/foto/pagi/pasar.jpg", photo());
    assert_snapshot!(said(&room), @"");
}

#[test]
fn an_alternative_text_that_says_nothing_new() {
    let name = said(&shown(", alt = \"Pasar\", caption = \"Pasar pagi.\", credit = \"Sekar\"", photo()));
    let caption = said(&shown(", alt = \"Pasar pagi\", caption = \"Pasar pagi.\", credit = \"Sekar\"", photo()));
    assert_snapshot!(format!("{name}{caption}"), @"");
}

#[test]
fn words_that_the_file_itself_brought() {
    let room = shown(", alt = \"Pedagang\"", with_credits(&photo(), "Sekar Arum", "Humas", "Pasar pagi dibuka."));
    assert_snapshot!(said(&room), @"");
}

#[test]
fn a_photo_that_is_cut_short_and_one_that_is_empty() {
    let whole = photo();
    let cut = said(&shown(WORDS, &whole[..whole.len() / 2]));
    let empty = said(&shown(WORDS, ""));
    assert_snapshot!(format!("{cut}{empty}"), @"");
}

#[test]
fn a_folder_named_like_a_photo_and_names_from_everywhere() {
    let lines = format!(
        "photos = [{{ src = \"pasar.jpg\"{WORDS} }}, {{ src = \"foto 100% صباح.jpg\"{WORDS} }}]\n"
    );
    let room = Room::new()
        .with("content/berita/2026/hari/index.md", news(&lines, "Isi.\n"))
        .with("content/berita/2026/hari/pasar.jpg/lain.txt", "x")
        .with("content/berita/2026/hari/foto 100% صباح.jpg", photo());
    assert_snapshot!(said(&room), @"");
}
