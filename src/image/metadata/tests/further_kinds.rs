//! The kinds of files in which everything keeps its place.

use super::photos::boxes::*;
use super::photos::documents::*;
use super::*;
use std::borrow::Cow;

fn holds(file: &[u8], text: &[u8]) -> bool {
    file.windows(text.len()).any(|window| window == text)
}

#[test]
fn a_scan_keeps_its_pages_where_they_are() {
    for little in [false, true] {
        let plain = plain_tiff(little);
        assert!(matches!(scrub(&plain), Ok(Cow::Borrowed(_))));
        let dirty = dirty_tiff(little);
        let said = metadata(&dirty);
        assert_eq!(said.credits, credits());
        assert_eq!(said.orientation, Orientation::Right);
        let private = said.private;
        assert!(private.location && private.serial && private.owner && private.maker_note && private.thumbnail);
        let clean = scrubbed(&dirty);
        for page in PAGES {
            let place = |file: &[u8]| file.windows(12).position(|window| window == page);
            assert_eq!(place(&clean), place(&dirty));
        }
        assert!(holds(&clean, b"2026:09:01 14:00:00") && holds(&clean, b"Keterangan dari TIFF"));
    }
}

#[test]
fn raw_files_and_other_kinds_that_arent_known_are_refused() {
    let mut raw = plain_tiff(false);
    let photometric = raw.windows(4).position(|window| window == [0x01, 0x06, 0, 3]).unwrap() + 8;
    raw[photometric..photometric + 2].copy_from_slice(&32803u16.to_be_bytes());
    assert_eq!(scrub(&raw), Err(Unscrubbable::Unsupported));
    for beginning in [&b"8BPS\0\x01"[..], b"\xFF\x0A\0\0", b"\0\0\0\x18ftypcrx \0\0\0\0crx isom"] {
        assert_eq!(scrub(beginning), Err(Unscrubbable::Unsupported));
    }
}

#[test]
fn an_avif_keeps_its_pixels_where_they_are() {
    for (brand, within) in [(b"avif", false), (b"heic", false), (b"avif", true)] {
        let dirty = dirty_avif(brand, within);
        let said = metadata(&dirty);
        assert_eq!(said.credits, credits());
        assert_eq!(said.orientation, Orientation::Upright, "properties turn it, not EXIF");
        assert!(said.private.location && said.private.thumbnail);
        let clean = scrubbed(&dirty);
        assert_eq!(clean.len(), dirty.len());
        let place = |file: &[u8]| file.windows(4).position(|window| window == b"\x12\0\x0A\x08");
        assert_eq!(place(&clean), place(&dirty));
    }
    assert!(matches!(scrub(&plain_avif()), Ok(Cow::Borrowed(_))));
}

#[test]
fn credits_without_room_get_an_item_of_their_own() {
    let packet = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
        xmlns:e="http://ns.adobe.com/exif/1.0/" xmlns:p="http://ns.adobe.com/photoshop/1.0/" e:GPSLatitude="48.084" p:Credit="Humas"/></rdf:RDF></x:xmpmeta>"#;
    let dirty = avif(b"avif", &[(b"mime", "application/rdf+xml", packet.into())], false);
    let clean = scrubbed(&dirty);
    assert_eq!(&*metadata(&clean).credits.credit, "Humas");
}

#[test]
fn a_film_keeps_its_pictures_and_captions_where_they_are() {
    let dirty = dirty_film();
    assert!(metadata(&dirty).private.location);
    let clean = scrubbed(&dirty);
    assert_eq!(clean.len(), dirty.len());
    for kept in [&b"gambar bergerak"[..], b"Navigasi GPS warga.", b"Judul"] {
        let place = |file: &[u8]| file.windows(kept.len()).position(|window| window == kept);
        assert!(place(&clean).is_some());
        assert_eq!(place(&clean), place(&dirty));
    }
    assert_eq!(scrub(&dirty[..dirty.len() - 1]), Err(Unscrubbable::Damaged));
    let plain =
        film(&[(b"vide", b"avc1", b"gambar")], &boxed(b"udta", &boxed(b"\xA9nam", b"\0\x05\x15\xC7Judul")), b"");
    assert!(matches!(scrub(&plain), Ok(Cow::Borrowed(_))));
}

#[test]
fn photos_in_a_drawing_are_looked_at() {
    let dirty = dirty_svg();
    let clean = scrubbed(&dirty);
    let text = String::from_utf8(clean).unwrap();
    assert!(!text.contains("gambar") && text.contains("<rect") && text.contains("</svg>"));
    let encoded = text.split("data:image/jpeg;base64,").nth(1).unwrap().split('"').next().unwrap();
    use base64::Engine;
    let photo = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
    assert_eq!(photo, *scrub(&photos::dirty_jpeg(1)).unwrap());
    let broken = br#"<svg><image href="data:image/jpeg;base64,/9j*"/></svg>"#;
    assert_eq!(scrub(broken), Err(Unscrubbable::Damaged));
}

#[test]
fn a_drawing_that_holds_nothing_private_stays_as_it_is() {
    let inkscape = br##"<svg xmlns="http://www.w3.org/2000/svg"><metadata><rdf:RDF><cc:Work rdf:about=""><dc:title>Peta</dc:title>
        </cc:Work></rdf:RDF></metadata><style>@font-face { src: url("data:font/woff2;base64,d09GMgA=") }</style></svg>"##;
    assert!(matches!(scrub(inkscape), Ok(Cow::Borrowed(_))));
}

#[test]
fn a_document_keeps_its_length_and_its_signature() {
    let dirty = dirty_pdf(false);
    let clean = scrubbed(&dirty);
    assert_eq!(clean.len(), dirty.len());
    assert!(holds(&clean, b"Humas Kota Contoh") && holds(&clean, b"Weavers"), "the rest of the packet stays");
    assert_eq!(scrub(&dirty_pdf(true)), Err(Unscrubbable::Signed));
    let without_photos = b"%PDF-1.7\n1 0 obj\n<< /Type /Sig /ByteRange [0 10 20 30] >>\nendobj\n";
    assert!(matches!(scrub(without_photos), Ok(Cow::Borrowed(_))));
}
