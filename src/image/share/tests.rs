//! What share images promise: a size, the same bytes, no box, nothing lost, nothing let in.

use super::fonts::{Kind, Weight, stack};
use super::shape::tests::undrawn;
use super::shape::{legible, line};
use super::*;
use crate::image::probe;
use proptest::prelude::*;

/// Text in the scripts that are drawn, in some that are not, and whatever else there is.
fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Pemerintah",
        "Kota",
        "Ranuwening",
        "dan",
        "anak-anak",
        "2026",
        "«uji»",
        "Ćirilo",
        "ћирилица",
        "Ελλάς",
        "e\u{301}",
        "🌊",
        "👨\u{200d}👩\u{200d}👧",
        "👍🏽",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "🇮🇩",
        "ꦲꦏ꧀ꦱꦫꦗꦮ",
        "ᬲᬸᬓ᭄ᬱ᭄ᬫ",
        "ᮞᮥᮔ᮪ᮓ",
        "ᨅᨔ",
        "ᯅᯖᯂ᯲",
        "القرآن",
        "الكريم",
        "東京",
        "ไทย",
        "हिन्दी",
        "\u{202e}",
        "\u{0}",
        "\u{feff}",
        "\u{10ffff}",
        "Mempertanggungjawabkanketidakberkesinambungannya",
        "–",
        "\"",
        "<b>",
        "&amp;",
        "]]>",
        "fi",
        "\u{300}\u{301}",
    ]);
    let words = prop::collection::vec(words, 0..14).prop_map(|words| words.join(" "));
    prop_oneof![3 => words, 1 => any::<String>(), 1 => "[\u{600}-\u{6ff} ꦀ-꧟ᬀ-᭿🌀-🗿☀-➿]{0,40}"]
}

fn svg(content: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">{content}</svg>"#)
}

fn png(content: &str) -> Vec<u8> {
    draw(&svg(content), None, Encoding::Png).unwrap()
}

/// A JPEG of one colour.
fn photo(rgb: [u8; 3]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = rgb.repeat(1200 * 675);
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&pixels, 1200, 675, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

#[test]
fn both_weights_draw_the_same_letters() {
    let sans = |weight| stack(weight).find(|face| face.kind == Kind::Sans).unwrap();
    let (regular, bold) = (sans(Weight::Regular), sans(Weight::Bold));
    assert!(!std::ptr::eq(regular, bold));
    let differing: String = ('\0'..=char::MAX).filter(|c| regular.has(*c) != bold.has(*c)).collect();
    assert_eq!(differing, "");
}

#[test]
fn every_typeface_is_there() {
    let has = |c: char| stack(Weight::Bold).any(|face| face.has(c));
    assert!("AéñŁжΩ–“”…€½🌊🎉☀".chars().all(has));
    #[cfg(feature = "scripts")]
    assert!("ابتꦲᬅᮃᨀᯀꤰ".chars().all(has));
    assert!(!has('東'));
}

proptest! {
    #[test]
    fn nothing_is_drawn_as_a_box(text in texts(), leftward: bool) {
        let text = legible(&text);
        prop_assert_eq!(&legible(&text), &text, "what is legible stays so");
        for weight in [Weight::Regular, Weight::Bold] {
            prop_assert_eq!(undrawn(&text, weight, leftward), Vec::<char>::new(), "{:?}", text);
        }
    }

    #[test]
    fn lines_fit_and_nothing_is_lost(text in texts(), width in 150f32..1100.0, most in 1usize..5) {
        let wrapped = wrap(&text, width, &[72.0, 56.0, 40.0], most, Weight::Bold);
        for text in &wrapped.lines {
            let drawn = line(text, Weight::Bold, wrapped.leftward, 0.0).width * wrapped.size;
            prop_assert!(drawn <= width, "{} of {} at {}: {:?}", drawn, width, wrapped.size, text);
            prop_assert!(drawn <= wrapped.width + 0.01 && !text.is_empty() && text.trim() == text, "{:?}", text);
        }
        prop_assert!(wrapped.lines.len() <= most);
        if !wrapped.lines.is_empty() {
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect::<String>();
            prop_assert_eq!(letters(&wrapped.lines.concat()), letters(&legible(&text)));
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_stands_in_a_drawing_is_drawn_or_refused(text in texts(), raw in any::<String>()) {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let drawn = draw(&svg(&format!(r#"<text x="9" y="99" font-size="40">{escaped}</text>"#)), None, Encoding::Png);
        prop_assert!(drawn.is_ok(), "{:?}", drawn);
        let _ = draw(&svg(&raw), None, Encoding::Png);
    }
}

#[test]
fn a_share_image_is_1200_by_630() {
    let content = r##"<rect width="1200" height="630" fill="#0b5a50"/><text x="72" y="300">Kota</text>"##;
    let size = Some(crate::image::Dimensions { width: WIDTH, height: HEIGHT });
    for encoding in [Encoding::Png, Encoding::Jpeg] {
        assert_eq!(probe(&draw(&svg(content), None, encoding).unwrap()), size);
    }
    let square = svg("").replace("1200", "630");
    assert_eq!(draw(&square, None, Encoding::Png), Err(Fault::Size(630.0, 630.0)));
    assert_eq!(draw(&svg(""), None, Encoding::WebP), Err(Fault::Encoding(Encoding::WebP)));
}

#[test]
fn the_same_drawing_gives_the_same_bytes_on_every_thread() {
    let titles = ["Jembatan Larik Dibuka", "Waspada Banjir 🌊", "ꦲꦏ꧀ꦱꦫꦗꦮ", "القرآن الكريم"];
    let drawing = |title: &str| {
        let text = format!(r#"<text x="72" y="300" font-size="70" font-weight="700">{title}</text>"#);
        draw(&svg(&text), None, Encoding::Png).unwrap()
    };
    let first = titles.map(drawing);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| titles.map(drawing))).collect();
        threads.into_iter().for_each(|thread| assert!(thread.join().unwrap() == first));
    });
}

#[test]
fn flat_colours_become_a_small_palette() {
    let text = r##"<rect width="1200" height="630" fill="#0b5a50"/><g fill="#fff" font-size="64" font-weight="700">"##;
    let line = |y: u32| format!(r#"<text x="72" y="{y}">Pemerintah Kota Resmikan Rumah</text>"#);
    let bytes = png(&format!("{text}{}{}{}{}</g>", line(150), line(230), line(310), line(390)));
    assert!(bytes.len() < 60_000, "{}", bytes.len());
    assert_eq!(bytes[25], 3, "colour type: palette");
    let gradient = r##"<linearGradient id="a" x2="0" y2="1"><stop stop-color="#f80"/><stop offset="1" stop-color="#04f"/>
        </linearGradient><linearGradient id="b"><stop stop-opacity="0"/><stop offset="1"/></linearGradient>
        <rect width="1200" height="630" fill="url(#a)"/><rect width="1200" height="630" fill="url(#b)"/>"##;
    assert_eq!(png(gradient)[25], 2, "colour type: red, green, blue");
}

#[test]
fn the_photo_is_what_the_drawing_calls_photo() {
    let drawing = svg(r#"<image href="photo" width="1200" height="675"/>"#);
    let (red, blue) = (photo([200, 30, 30]), photo([30, 30, 200]));
    let drawn = |photo: Option<&[u8]>| draw(&drawing, photo, Encoding::Jpeg).unwrap();
    assert_ne!(drawn(Some(&red)), drawn(Some(&blue)));
    assert_eq!(drawn(None), draw(&svg(""), None, Encoding::Jpeg).unwrap());
    let unreadable = draw(&drawing, Some(b"no photo"), Encoding::Jpeg);
    assert_eq!(unreadable, Err(Fault::Photo(Unreadable::NotAPicture)));
}

#[test]
fn the_photo_keeps_its_colours() {
    let drawing = svg(r#"<image href="photo" width="1200" height="675"/>"#);
    for sampling in [jpeg_encoder::SamplingFactor::F_1_1, jpeg_encoder::SamplingFactor::F_2_2] {
        for optimised in [false, true] {
            let mut bytes = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
            encoder.set_sampling_factor(sampling);
            encoder.set_optimized_huffman_tables(optimised);
            let pixels = [200, 60, 30].repeat(1200 * 675);
            encoder.encode(&pixels, 1200, 675, jpeg_encoder::ColorType::Rgb).unwrap();
            let shown = draw(&drawing, Some(&bytes), Encoding::Png).unwrap();
            let reader = png::Decoder::new(std::io::Cursor::new(shown)).read_info().unwrap();
            let [r, g, b] = reader.info().palette.as_ref().unwrap()[..3] else { panic!("a palette") };
            let far = r.abs_diff(200).max(g.abs_diff(60)).max(b.abs_diff(30));
            assert!(far <= 3, "{sampling:?} {optimised}: {r} {g} {b}");
        }
    }
}

#[test]
fn nothing_else_is_let_in() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/depan.jpg");
    let blank = draw(&svg(""), None, Encoding::Png).unwrap();
    let dot = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxyZWN0IHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz48L3N2Zz4=";
    for href in [file, &format!("file://{file}"), "http://localhost/a.png", "photo.jpg", "PHOTO", dot] {
        let image = format!(r#"<image href="{href}" width="600" height="400"/>"#);
        assert_eq!(draw(&svg(&image), Some(&photo([9, 9, 9])), Encoding::Png).unwrap(), blank, "{href}");
        let filter = format!(
            r#"<filter id="f"><feImage href="{href}"/></filter><rect width="99" height="99" filter="url(#f)"/>"#
        );
        assert_eq!(draw(&svg(&filter), Some(&photo([9, 9, 9])), Encoding::Png).unwrap(), blank, "{href}");
    }
    assert_eq!(png("<script>alert(1)</script><foreignObject><p>a</p></foreignObject>"), blank);
}

#[test]
fn what_is_no_drawing_is_refused() {
    let lol = r#"<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"/>"#;
    let is_syntax = |source: &str| matches!(draw(source, None, Encoding::Png), Err(Fault::Syntax { .. }));
    assert!(is_syntax(lol) && is_syntax("") && is_syntax("<svg") && is_syntax(&svg("<text>Tarif & jadwal</text>")));
    assert!(matches!(draw("<html/>", None, Encoding::Png), Err(Fault::Drawing(_))));
    let fault = draw(&svg("\n<a></b>"), None, Encoding::Png).unwrap_err();
    let Text { id, en } = fault.text();
    assert!(en.starts_with("the SVG can't be read at line 2, column 4: "), "{en}");
    assert!(id.starts_with("SVG tidak dapat dibaca di baris 2, kolom 4: "), "{id}");
    assert!(draw(&svg("<text x='9' y='99'>a\u{1}\u{b}\u{fffe}</text>"), None, Encoding::Png).is_ok());
}
