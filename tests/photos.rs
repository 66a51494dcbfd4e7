//! Photos from the camera to the page: right-sized, turned the right way, cut around what matters,
//! credited, and without anything that nobody may know.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/photos.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod photos;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::Folder;
use photos::{OWNER, PLACE, SERIAL};
use room::{Room, news};
use std::collections::BTreeMap;

const PHOTO: &str =
    "photos = [{ src = \"pasar.jpg\", alt = \"Pedagang sayur\", caption = \"Pasar pagi.\", credit = \"Sekar\" }]\n";

/// A room with one article that shows one photo.
fn with_photo(photo: Vec<u8>) -> Room {
    Room::new()
        .with("content/berita/2026/hari/index.md", news(PHOTO, "Isi.\n"))
        .with("content/berita/2026/hari/pasar.jpg", photo)
}

fn names(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().filter_map(|name| name.strip_prefix("images/")).collect()
}

/// The size of an encoded picture.
fn size(bytes: &[u8]) -> (u32, u32) {
    let picture = warta::image::inspect(bytes).unwrap();
    (picture.dimensions.width, picture.dimensions.height)
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_photo_is_published_in_every_width_it_has_and_never_larger() {
    let files = with_photo(photos::jpeg(1000, 750)).site_files();
    let widths = |extension: &str| {
        let mut widths: Vec<u32> = names(&files)
            .iter()
            .filter(|name| name.ends_with(extension))
            .map(|name| name.rsplit('.').nth(1).unwrap().parse().unwrap())
            .collect();
        widths.sort_unstable();
        widths
    };
    // The whole, cut to 16:9 for cards; and for structured data 4:3 and square.
    assert_eq!(widths(".webp"), [480, 480, 800, 800, 1000, 1000]);
    assert_eq!(widths(".jpg"), [480, 480, 750, 800, 800, 1000, 1000]);
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("images/")) {
        let width: u32 = name.rsplit('.').nth(1).unwrap().parse().unwrap();
        assert_eq!(size(bytes).0, width, "{name}");
    }
}

#[test]
fn a_page_offers_the_sizes_with_width_and_height_and_loads_the_lead_first() {
    let page = with_photo(photos::jpeg(1000, 750)).page("berita/2026/02/hari/index.html");
    assert!(page.contains("<source type=\"image/webp\" srcset=\"/images/pasar."), "{page}");
    assert!(page.contains("width=\"1000\" height=\"750\" fetchpriority=\"high\""), "{page}");
    assert!(page.contains("<link rel=\"preload\" as=\"image\" type=\"image/webp\" imagesrcset=\"/images/pasar."));
    assert!(!page.contains("loading=\"lazy\" alt=\"Pedagang sayur\""));
    assert!(page.contains("class=\"tone-"), "a colour stands in its place until it is there");
}

#[test]
#[cfg(feature = "avif")]
fn avif_comes_first_where_it_is_asked_for() {
    let room = with_photo(photos::jpeg(60, 40)).site("[images]\navif = true\nwidths = [30]\n");
    let (page, files) = (room.page("berita/2026/02/hari/index.html"), room.site_files());
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    let preload = place("<link rel=\"preload\" as=\"image\" type=\"image/avif\" imagesrcset=\"/images/pasar.");
    let avif = place("<picture><source type=\"image/avif\" srcset=\"/images/pasar.");
    let webp = place("<source type=\"image/webp\" srcset=\"/images/pasar.");
    assert!(preload < avif && avif < webp && webp < place("<img"), "{page}");
    let made: Vec<&Vec<u8>> =
        files.iter().filter(|(name, _)| name.ends_with(".avif")).map(|(_, bytes)| bytes).collect();
    assert_eq!(made.iter().map(|bytes| size(bytes).0).collect::<Vec<_>>(), [30, 30]);
    let credit = |bytes: &[u8]| warta::image::inspect(bytes).unwrap().credits.line().to_owned();
    let webps = files.iter().filter(|(name, _)| name.ends_with(".webp")).map(|(_, bytes)| credit(bytes));
    assert!(made.iter().map(|bytes| credit(bytes)).eq(webps));
}

#[test]
fn nothing_private_is_published_in_any_byte() {
    let public = with_photo(photos::from_a_phone(900, 600, 6))
        .site("[images]\noriginals = [\"news\"]\n")
        .with("static/unduhan/peta.jpg", photos::from_a_phone(300, 200, 1))
        .with(
            "content/berita/2026/lampiran/index.md",
            news("attachments = [{ src = \"bukti.jpg\", title = \"Bukti\" }]\n", "Isi.\n"),
        )
        .with("content/berita/2026/lampiran/bukti.jpg", photos::from_a_phone(320, 240, 1));
    let files = public.site_files();
    assert!(files.contains_key("unduhan/peta.jpg"));
    assert!(files.contains_key("berita/2026/02/lampiran/bukti.jpg"));
    for (name, bytes) in &files {
        for secret in [&PLACE[..], SERIAL.as_bytes(), OWNER.as_bytes(), b"RAHASIAMAKERNOTE"] {
            assert!(!holds(bytes, secret), "{name} holds {}", String::from_utf8_lossy(secret));
        }
    }
    let said = public.findings();
    let of_location = said.iter().filter(|finding| finding.code.as_str() == "WT704").count();
    assert_eq!(of_location, 3, "{said:#?}");
}

#[test]
fn an_original_keeps_its_pixels_and_says_how_large_it_is() {
    let photo = photos::from_a_phone(900, 600, 1);
    let room = with_photo(photo.clone()).site("[images]\noriginals = [\"news\"]\n");
    let files = room.site_files();
    let (_, original) =
        files.iter().find(|(name, _)| name.starts_with("images/") && name.matches('.').count() == 2).unwrap();
    let scan = |bytes: &[u8]| bytes.windows(2).position(|two| two == [0xFF, 0xDA]).map(|at| bytes[at..].to_vec());
    assert_eq!(scan(original), scan(&photo));
    let page = room.page("berita/2026/02/hari/index.html");
    assert!(page.contains("JPEG, 900 × 600,"), "{page}");
}

#[test]
fn every_way_a_camera_was_held_ends_upright() {
    for orientation in 1..=8 {
        let (width, height) = if orientation >= 5 { (400, 600) } else { (600, 400) };
        let files = with_photo(photos::from_a_phone(600, 400, orientation)).site_files();
        let page = String::from_utf8(files["berita/2026/02/hari/index.html"].clone()).unwrap();
        assert!(page.contains(&format!("width=\"{width}\" height=\"{height}\"")), "{orientation}: {page}");
        let whole = files.iter().filter(|(name, _)| name.starts_with("images/") && name.ends_with(".jpg"));
        assert!(whole.map(|(_, bytes)| size(bytes)).any(|size| size == (width, height)), "{orientation}");
    }
}

#[test]
fn words_in_the_file_fill_what_the_editor_left_out() {
    let photo = photos::with_credits(&photos::jpeg(1200, 800), "Sekar Arum", "Humas Kota", "Pasar pagi dibuka.");
    let room = Room::new()
        .with(
            "content/berita/2026/hari/index.md",
            news("photos = [{ src = \"pasar.jpg\", alt = \"Pedagang\" }]\n", "Isi.\n"),
        )
        .with("content/berita/2026/hari/pasar.jpg", photo);
    let page = room.page("berita/2026/02/hari/index.html");
    assert!(page.contains("Pasar pagi dibuka.") && page.contains("Humas Kota"), "{page}");
    assert!(room.findings().iter().any(|finding| finding.code.as_str() == "WT710"));
    for (name, bytes) in room.site_files().iter().filter(|(name, _)| name.starts_with("images/")) {
        let credits = warta::image::inspect(bytes).unwrap().credits;
        assert_eq!((&*credits.creator, &*credits.credit), ("Sekar Arum", "Humas Kota"), "{name}");
    }
}

#[test]
fn a_damaged_photo_is_named_where_it_is_shown_and_hides_no_other_error() {
    let whole = photos::jpeg(1200, 800);
    let room = with_photo(whole[..whole.len() / 2].to_vec())
        .with("content/berita/2026/lain.md", "+++\ntitle = \"Lain\"\n+++\n\nIsi.\n");
    let findings = room.findings();
    let found = |code: &str| findings.iter().filter(|finding| finding.code.as_str() == code).count();
    assert_eq!(found("WT315"), 1, "{findings:#?}");
    assert!(found("WT205") > 0);
}

#[test]
fn a_second_build_encodes_nothing_and_a_deleted_photo_leaves_no_trace() {
    let folder = Folder::newsroom();
    folder.write("content/berita/2026/rapat/index.md", news(PHOTO, "Isi.\n"));
    folder.write("content/berita/2026/rapat/pasar.jpg", photos::jpeg(1300, 900));
    let build = || {
        let json = folder.warta(&["build", "--format", "json"]).ends(0).json();
        (json["images"]["encoded"].as_u64().unwrap(), json["images"]["reused"].as_u64().unwrap())
    };
    let (encoded, reused) = build();
    assert!(encoded > 10 && reused == 0);
    assert_eq!(build(), (0, encoded));

    // Damaged entries are made again, and the site is the same.
    let before = folder.tree("public");
    let entries = || folder.tree(".warta/cache/images");
    for (name, mut bytes) in entries() {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xFF;
        folder.write(&format!(".warta/cache/images/{name}"), bytes);
    }
    build();
    cli::assert_same(&folder.tree("public"), &before);

    folder.remove("content/berita/2026/rapat/pasar.jpg");
    folder.write("content/berita/2026/rapat/index.md", news("", "Isi.\n"));
    build();
    assert!(!folder.has("public/images"));
    assert_eq!(entries().len(), 0);
}

#[test]
fn a_gallery_opens_each_picture_large_and_closes_it_again_by_links_alone() {
    let text = ":::gallery{title=\"Pasar\"}\n![Cabai](a.jpg \"Cabai merah.\")\n\n![Tomat](b.jpg)\n\n::figure{src=\"c.jpg\" alt=\"Terung\" credit=\"Sekar\"}\n:::\n";
    let mut room = Room::new().with("content/berita/2026/hari/index.md", news("", text));
    for (name, width) in [("a.jpg", 900), ("b.jpg", 901), ("c.jpg", 902)] {
        room = room.with(&format!("content/berita/2026/hari/{name}"), photos::jpeg(width, 600));
    }
    let page = room.page("berita/2026/02/hari/index.html");
    let after =
        |start: &str| -> Vec<&str> { page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect() };
    let large = after("class=\"gallery-large\" id=\"");
    assert_eq!(large.len(), 3, "{page}");
    let opens: Vec<&str> = after("href=\"#").into_iter().filter(|id| large.contains(id)).collect();
    assert_eq!(opens, large, "each is opened by a link");
    let small = after("class=\"gallery-open\" id=\"");
    let closes: Vec<&str> = after("class=\"gallery-close\" href=\"#");
    assert_eq!(closes, small, "and closing leads back to where the reader was");
    assert_eq!(page.matches("Cabai merah.").count(), 2, "the caption is there in both");
}

#[test]
fn a_moving_gif_stays_whole() {
    let mut moving = Vec::new();
    let mut encoder = gif::Encoder::new(&mut moving, 600, 400, &[255, 0, 0, 0, 0, 255]).unwrap();
    for colour in [0, 1] {
        let frame =
            gif::Frame { width: 600, height: 400, buffer: vec![colour; 600 * 400].into(), ..gif::Frame::default() };
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    let files = Room::new()
        .with("content/berita/2026/hari/index.md", news("", "![Lampu berkedip](lampu.gif)\n"))
        .with("content/berita/2026/hari/lampu.gif", &moving)
        .site_files();
    let [name] = names(&files)[..] else { panic!("one file, {:?}", names(&files)) };
    assert!(files[&format!("images/{name}")] == moving);
}

#[test]
fn what_is_transparent_never_becomes_jpeg() {
    let files = Room::new()
        .with("content/berita/2026/hari/index.md", news("", "![Bagan](bagan.png)\n"))
        .with("content/berita/2026/hari/bagan.png", photos::transparent(600, 400))
        .site_files();
    let made = names(&files);
    assert!(made.iter().any(|name| name.ends_with(".webp")) && made.iter().any(|name| name.ends_with(".png")));
    assert!(!made.iter().any(|name| name.ends_with(".jpg")), "{made:?}");
}

#[test]
fn a_photo_is_named_with_the_size_of_its_file_in_every_build_alike() {
    let folder = Folder::newsroom();
    let photo = "photos = [{ src = \"a.jpg\", alt = \"A\", caption = \"B\", credit = \"C\" }]\n";
    folder.write("content/berita/foto/index.md", news(&format!("title = \"Foto\"\n{photo}"), ""));
    folder.write("content/berita/foto/a.jpg", photos::jpeg(900, 600));
    folder.write("content/berita/gif/index.md", news(&photo.replace("a.jpg", "b.gif"), ""));
    folder.write("content/berita/gif/b.gif", room::picture("di belakang"));
    folder.warta(&["build"]).ends(0);
    let first = folder.tree("public");
    let rss = std::str::from_utf8(&first["rss.xml"]).unwrap();
    let rss = roxmltree::Document::parse(rss).unwrap();
    let contents: Vec<_> = rss.descendants().filter(|node| node.tag_name().name() == "content").collect();
    assert_eq!(contents.len(), 2);
    for content in contents {
        let file = content.attribute("url").unwrap().strip_prefix("https://warta.contoh.go.id/").unwrap();
        assert_eq!(content.attribute("fileSize").unwrap(), first[file].len().to_string(), "{file}");
    }
    for lost in [".warta/cache", "public"] {
        std::fs::remove_dir_all(folder.join(lost)).unwrap();
        folder.warta(&["build", "--verify"]).ends(0);
        assert_eq!(first, folder.tree("public"), "without {lost}");
    }
}
