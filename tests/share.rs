//! The share image of the default theme: whatever a headline holds, a card that is whole, safe and
//! legible.

#![cfg(test)]

use serde_json::{Value, json};
use warta::image::{Encoding, share};
use warta::theme::{Theme, embedded, load};

fn theme() -> Theme {
    let (theme, findings) = load(embedded("warta").unwrap(), &["id"], None);
    assert!(findings.is_empty(), "{findings:?}");
    theme.unwrap()
}

fn card(title: &str) -> Value {
    json!({
        "doc": {
            "title": title, "kind_label": "Siaran pers", "urgent": false,
            "units": [{ "name": "Dinas Komunikasi dan Informatika" }], "date": { "day": "Kamis, 1 September 2022" },
            "photos": [{ "credit": "Foto: Nilam Kertapati" }],
        },
        "site": { "title": "Warta Ranuwening", "publisher": { "name": "Pemerintah Kota Ranuwening" } },
        "photo": false,
    })
}

fn drawing(theme: &Theme, card: &Value) -> String {
    let context = tera::Context::from_serialize(card).unwrap();
    theme.tera.render("share.svg", &context).unwrap()
}

/// A JPEG of one colour, as wide as the card and 16:9.
fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&[shade].repeat(1200 * 675), 1200, 675, jpeg_encoder::ColorType::Luma).unwrap();
    bytes
}

/// Red, green and blue of every pixel.
fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    bytes.as_chunks::<3>().0.to_vec()
}

/// The contrast of two colours (WCAG 2.2, relative luminance).
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let linear = |c: u8| match f64::from(c) / 255.0 {
        c if c <= 0.04045 => c / 12.92,
        c => ((c + 0.055) / 1.055).powf(2.4),
    };
    let light = |[r, g, b]: [u8; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
    light(a).max(light(b)) / light(a).min(light(b))
}

const TITLES: [&str; 12] = [
    "Jembatan Larik Dibuka",
    "Pemerintah Kota Ranuwening Resmikan Rumah Pompa Muarasendang dan Perkuat Sistem Peringatan Dini Banjir Kotanya",
    "WAJIB MENGGUNAKAN MASKER MEDIS DI WILAYAH KECAMATAN PANDANLAWAS DAN MUARASENDANG MULAI HARI SENIN PAGI MENDATANG",
    "Mempertanggungjawabkanketidakberkesinambungannyapembangunan Kota Tercinta",
    "Waspada Banjir 🌊 dan Angin Kencang 💨: Siapkan Tas Siaga 🎒",
    "ꦱꦸꦒꦼꦁꦫꦮꦸꦃꦲꦶꦁꦏꦸꦛꦫꦤꦸꦮꦼꦤꦶꦁ꧈ꦥꦼꦏꦤ꧀ꦧꦸꦢꦪꦗꦮꦢꦶꦧꦸꦏ",
    "افتتاح مركز الخدمات العامة الجديد في مدينة رانوينينغ لخدمة المواطنين 2022",
    "東京都代表団が市役所を訪問",
    "Tarif <b>Baru</b> & \"Gratis\" ]]> 'Lansia' <!-- --> &amp; \u{1}\u{202e}\u{fffe}",
    "</text></svg><script>alert(1)</script>",
    "{{ site.title }} {% raw %} {#",
    "",
];

#[test]
fn every_headline_gives_a_whole_card() {
    let theme = theme();
    let names = ["", "Diskominfo", "Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Pengendalian Penduduk Kota"];
    for title in TITLES {
        for (with_photo, unit) in [false, true].into_iter().flat_map(|photo| names.map(|name| (photo, name))) {
            let mut card = card(title);
            card["photo"] = json!(with_photo);
            card["doc"]["units"] = if unit.is_empty() { json!([]) } else { json!([{ "name": unit }]) };
            card["site"]["publisher"]["name"] = json!(unit);
            let svg = drawing(&theme, &card);
            // The kicker is the highest of the words.
            let boxes = svg.split(r#"<rect x="72" y=""#).skip(1).map(|rest| rest.split('"').next().unwrap());
            let top = boxes.map(|y| y.parse::<f32>().unwrap()).fold(f32::MAX, f32::min);
            assert!((40.0..420.0).contains(&top), "{title} ({unit}): {top}");
            let svg = svg.replace(['\u{1}', '\u{fffe}'], "");
            let document = roxmltree::Document::parse(&svg).unwrap();
            assert_eq!(document.root_element().descendants().filter(|node| node.has_tag_name("script")).count(), 0);
            let text: String = document.descendants().filter_map(|node| node.text()).collect();
            assert!(text.contains("Siaran pers") && text.contains("1 September 2022"), "{text}");
        }
        let bytes = share::draw(&drawing(&theme, &card(title)), None, Encoding::Png).unwrap();
        assert!(bytes.len() < 60_000, "{title}: {}", bytes.len());
    }
}

#[test]
fn no_letter_of_a_headline_is_lost() {
    let theme = theme();
    for title in TITLES.into_iter().filter(|title| !title.contains(['東', '\u{1}']) && !title.is_empty()) {
        let svg = drawing(&theme, &card(title));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let headline = document.descendants().find(|node| node.attribute("direction").is_some()).unwrap();
        let lines: String = headline.children().filter_map(|line| line.text()).collect();
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if cfg!(feature = "scripts") || title.is_ascii() {
            assert_eq!(letters(&lines), letters(title));
        }
    }
}

#[test]
fn where_the_headline_has_no_typeface_the_unit_speaks() {
    let theme = theme();
    let svg = drawing(&theme, &card("東京都代表団が市役所を訪問"));
    assert_eq!(svg.matches("Dinas Komunikasi").count(), 1);
    let mut nobody = card("東京都代表団が市役所を訪問");
    nobody["doc"]["units"] = json!([]);
    assert_eq!(drawing(&theme, &nobody).matches("Pemerintah Kota").count(), 2);
}

#[test]
fn words_are_legible_over_any_photo() {
    let theme = theme();
    for (shade, title, urgent) in [(255, TITLES[0], false), (0, TITLES[1], false), (255, TITLES[1], true)] {
        let mut card = card(title);
        card["photo"] = json!(true);
        card["doc"]["urgent"] = json!(urgent);
        let svg = drawing(&theme, &card);
        let shown = pixels(&share::draw(&svg, Some(&photo(shade)), Encoding::Png).unwrap());
        let headline = svg.split(r#"direction="ltr">"#).nth(1).unwrap().split(r#" y=""#).nth(1).unwrap();
        let baseline: f32 = headline.split('"').next().unwrap().parse().unwrap();
        // Beside the words, left of the margin, from the height of the headline's first letters on.
        for y in baseline as usize - 60..600 {
            let ground = shown[y * 1200 + 40];
            assert!(contrast(ground, [255; 3]) >= 4.5, "{title}, {y}: {ground:?}");
        }
        let credit = shown[28 * 1200 + 1160];
        assert!(contrast(credit, [255; 3]) >= 4.5, "{credit:?}");
    }
    let colours = [
        ("#0b5a50", "#ffffff"),
        ("#0b5a50", "#d3e9e4"),
        ("#17625a", "#d3e9e4"),
        ("#8c1c1c", "#f7dad7"),
        ("#932828", "#f7dad7"),
    ];
    let rgb = |hex: &str| [1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
    let source = include_str!("../themes/warta/templates/share.svg");
    for (ground, words) in colours {
        assert!(source.contains(ground) && source.contains(words));
        assert!(contrast(rgb(ground), rgb(words)) >= 4.5, "{words} on {ground}");
    }
}
