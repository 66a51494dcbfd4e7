//! Which credits count, and what becomes of them on their way.

use super::photos::blocks::*;
use super::photos::tiff::{Directory, Value, tiff};
use super::*;
use crate::image::Encoding;
use crate::image::metadata::embed;
use proptest::prelude::*;

fn exif_segment(entries: Vec<(u16, Value)>) -> (u8, Vec<u8>) {
    (0xE1, [b"Exif\0\0".as_slice(), &tiff(false, &Directory { entries, next: None })].concat())
}

fn iim_segment(block: &[u8]) -> (u8, Vec<u8>) {
    (0xED, [b"Photoshop 3.0\0".as_slice(), &resource(0x0404, block)].concat())
}

#[test]
fn xmp_wins_over_iim_and_iim_over_exif() {
    let exif = || exif_segment(vec![(0x010E, Value::Text("Dari EXIF")), (0x013B, Value::Text("Juru EXIF"))]);
    let iim = || iim_segment(&iim(&[(120, b"Dari IIM")]));
    let said = |segments: &[(u8, Vec<u8>)]| metadata(&photos::jpeg(segments, b"")).credits;
    assert_eq!(&*said(&[exif()]).description, "Dari EXIF");
    let both = said(&[exif(), iim()]);
    assert_eq!((&*both.description, &*both.creator), ("Dari IIM", "Juru EXIF"));
    let xmp = (0xE1, [b"http://ns.adobe.com/xap/1.0/\0", xmp().as_bytes()].concat());
    assert_eq!(said(&[exif(), iim(), xmp]), credits());
}

#[test]
fn text_is_read_in_the_charset_that_it_is_in() {
    let description = |segment| metadata(&photos::jpeg(&[segment], b"")).credits.description;
    assert_eq!(&*description(exif_segment(vec![(0x010E, Value::Text("Kopi é"))])), "Kopi é");
    assert_eq!(&*description(exif_segment(vec![(0x010E, Value::Bytes(b"Kopi \xE9\0".to_vec()))])), "Kopi é");
    let latin = [b"\x1C\x01\x5A\0\x03\x1B.A".as_slice(), &iim(&[(120, "é".as_bytes())])].concat();
    assert_eq!(&*description(iim_segment(&latin)), "Ã©");
    let cut_utf_8 = [b"\x1C\x01\x5A\0\x03\x1B%G".as_slice(), &iim(&[(120, b"Kopi \xC3")])].concat();
    assert_eq!(&*description(iim_segment(&cut_utf_8)), "Kopi");
}

#[test]
fn several_creators_are_all_named() {
    let two = iim_segment(&iim(&[(80, b"Dewi"), (80, b"Budi")]));
    assert_eq!(&*metadata(&photos::jpeg(&[two], b"")).credits.creator, "Dewi, Budi");
}

#[test]
fn what_cameras_write_is_no_description() {
    for text in
        ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Exif_JPEG_PICTURE", "untitled", "dav", "DCIM\\100MEDIA\\DJI_0012.JPG"]
    {
        let file = photos::jpeg(&[exif_segment(vec![(0x010E, Value::Text(text))])], b"");
        assert_eq!(&*metadata(&file).credits.description, "", "{text}");
    }
}

#[test]
fn no_credits_change_nothing() {
    let file = photos::plain_jpeg();
    assert_eq!(embed(file.clone(), Encoding::Jpeg, &Credits::default()), file);
}

#[test]
fn long_values_are_cut_and_half_an_address_is_none() {
    let credits = Credits {
        description: "kata ".repeat(1000).into(),
        license: format!("https://contoh.go.id/{}", "a".repeat(600)).into(),
        ..Credits::default()
    };
    let said = metadata(&embed(photos::plain_jpeg(), Encoding::Jpeg, &credits)).credits;
    assert!(said.description.ends_with("kata…") && said.description.chars().count() <= 2000);
    assert_eq!(&*said.license, "");
}

#[test]
fn the_same_credits_give_the_same_bytes() {
    let once = embed(photos::plain_jpeg(), Encoding::Jpeg, &credits());
    assert_eq!(once, embed(photos::plain_jpeg(), Encoding::Jpeg, &credits()));
    assert_eq!(once, embed(once.clone(), Encoding::Jpeg, &credits()));
}

/// Text as a person writes it, with what XML, IIM and JPEG could stumble over.
fn text() -> impl Strategy<Value = Box<str>> {
    let text = proptest::string::string_regex("([ -~]|[à-ÿ“”–…’©]|[ꦀ-꧍]|😀){0,60}").unwrap();
    text.prop_map(|text| text.trim().into())
}

fn any_credits() -> impl Strategy<Value = Credits> {
    (text(), text(), text(), text(), text(), text(), text()).prop_map(
        |(alt, description, creator, credit, copyright, license, source_type)| Credits {
            alt,
            description: if crate::image::metadata::text::is_placeholder(&description) {
                "".into()
            } else {
                description
            },
            creator,
            credit,
            copyright,
            license,
            source_type,
        },
    )
}

proptest! {
    #[test]
    fn what_is_put_in_is_read_again(credits in any_credits()) {
        for (encoding, file) in [
            (Encoding::Jpeg, photos::plain_jpeg()),
            (Encoding::Png, photos::png(&[])),
            (Encoding::WebP, photos::WEBP_LOSSLESS.to_vec()),
            (Encoding::WebP, photos::WEBP_LOSSY.to_vec()),
            (Encoding::Avif, photos::boxes::plain_avif()),
        ] {
            let file = embed(file, encoding, &credits);
            let said = metadata(&file);
            prop_assert_eq!(&said.credits, &credits);
            prop_assert_eq!(said, Metadata { orientation: Orientation::Upright, credits: credits.clone(), ..Metadata::default() });
            prop_assert!(matches!(scrub(&file), Ok(std::borrow::Cow::Borrowed(_))));
        }
    }
}
