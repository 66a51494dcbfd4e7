//! Each kind of file.

use super::*;
use crate::image::Private;
use std::borrow::Cow;

const ALL: Private = Private { location: true, serial: true, owner: true, maker_note: true, thumbnail: true };

/// The bytes of a JPEG from its first table to its end.
fn scan(file: &[u8]) -> &[u8] {
    let start = file.windows(2).position(|two| two == [0xFF, 0xDB]).unwrap();
    let end = file.windows(2).position(|two| two == [0xFF, 0xD9]).unwrap();
    &file[start..end + 2]
}

#[test]
fn a_jpeg_keeps_its_pixels_colours_credits_and_orientation() {
    for orientation in 1..=8 {
        let dirty = photos::dirty_jpeg(orientation);
        let said = metadata(&dirty);
        assert_eq!(said.private, ALL);
        assert_eq!(said.credits, credits());
        assert_eq!(said.orientation.exif(), orientation);
        let clean = scrubbed(&dirty);
        let plain = photos::plain_jpeg();
        assert!(clean.ends_with(scan(&plain)));
        assert!(clean.windows(12).any(|window| window == b"profil warna"));
        assert_eq!(clean.windows(6).any(|window| window == b"Exif\0\0"), orientation != 1);
    }
}

#[test]
fn what_holds_nothing_private_stays_as_it_is() {
    let packet =
        [b"http://ns.adobe.com/xap/1.0/\0", super::super::standard::xmp::write(&credits()).as_bytes()].concat();
    for file in [
        photos::plain_jpeg(),
        photos::jpeg(&[(0xE1, packet)], b""),
        photos::png(&[]),
        photos::WEBP_LOSSLESS.to_vec(),
        photos::WEBP_LOSSY.to_vec(),
        photos::GIF.to_vec(),
        b"body { color: red }".to_vec(),
        Vec::new(),
    ] {
        assert!(matches!(scrub(&file), Ok(Cow::Borrowed(_))), "{}", String::from_utf8_lossy(&file));
    }
}

#[test]
fn a_jpeg_without_a_scan_or_with_broken_segments_is_refused() {
    let plain = photos::plain_jpeg();
    assert_eq!(scrub(&plain[..20]), Err(Unscrubbable::Damaged));
    let swallowing = [&plain[..2], &[0xFF, 0xE1, 0xFF, 0xFF], &plain[2..]].concat();
    assert_eq!(scrub(&swallowing), Err(Unscrubbable::Damaged));
    let cut_in_its_scan = &plain[..plain.len() - 8];
    assert!(matches!(scrub(cut_in_its_scan), Ok(Cow::Borrowed(_))));
}

#[test]
fn a_png_keeps_its_pixels_credits_and_orientation() {
    for orientation in 1..=8 {
        let dirty = photos::dirty_png(orientation);
        let said = metadata(&dirty);
        assert_eq!(said.private, ALL);
        assert_eq!(said.credits, credits());
        assert_eq!(said.orientation.exif(), orientation);
        let clean = scrubbed(&dirty);
        let plain = photos::png(&[]);
        assert!(clean.ends_with(&plain[33..]));
    }
}

#[test]
fn texts_of_a_png_are_credits() {
    let file = photos::png(&[
        (b"tEXt", b"Author\0Dewi".to_vec()),
        (b"iTXt", "Description\0\0\0\0\0Warga di balai".as_bytes().to_vec()),
        (b"tEXt", b"Copyright\0\xA9 Kota".to_vec()),
    ]);
    let said = metadata(&file).credits;
    assert_eq!((&*said.creator, &*said.description, &*said.copyright), ("Dewi", "Warga di balai", "© Kota"));
    assert!(matches!(scrub(&file), Ok(Cow::Borrowed(_))));
}

#[test]
fn a_webp_keeps_its_pixels_credits_and_orientation() {
    for orientation in 1..=8 {
        let dirty = photos::dirty_webp(orientation);
        let said = metadata(&dirty);
        assert_eq!(said.private, ALL);
        assert_eq!(said.credits, credits());
        assert_eq!(said.orientation.exif(), orientation);
        let clean = scrubbed(&dirty);
        assert_eq!(clean[30..60], dirty[30..60]);
    }
}

#[test]
fn frames_of_an_animated_webp_are_looked_at() {
    let mut frame = vec![0; 16];
    frame.extend(&photos::WEBP_LOSSLESS[12..]);
    let clean_length = frame.len();
    frame.extend(b"EXIF\x0C\0\0\0SN-5550-1234");
    let mut file = b"RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x07\0\0\x05\0\0ANMF".to_vec();
    file.extend((frame.len() as u32).to_le_bytes());
    file.extend(&frame);
    let length = file.len() as u32 - 8;
    file[4..8].copy_from_slice(&length.to_le_bytes());
    let clean = scrubbed(&file);
    assert_eq!(clean.len(), file.len() - (frame.len() - clean_length));
}

#[test]
fn a_gif_keeps_its_pixels_credits_and_loop() {
    let dirty = photos::dirty_gif();
    assert_eq!(metadata(&dirty).credits, credits());
    let clean = scrubbed(&dirty);
    assert!(clean.starts_with(b"GIF89a"));
    assert!(clean.ends_with(&photos::GIF[25..]));
    assert!(clean.windows(11).any(|window| window == b"NETSCAPE2.0"));
}

#[test]
fn a_comment_is_a_caption_unless_it_advertises() {
    let comment = |text: &str| photos::gif(&[b"\x21\xFE", &[text.len() as u8][..], text.as_bytes(), b"\0"].concat());
    assert_eq!(&*metadata(&comment("Warga di balai")).credits.description, "Warga di balai");
    assert_eq!(&*metadata(&comment("Created with GIMP")).credits.description, "");
}
