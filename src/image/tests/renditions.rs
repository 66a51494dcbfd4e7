//! What is made of a picture.

use super::pictures::{Jpeg, Png, adobe, plain, scene, with_segments};
use super::*;
use crate::digest::Digest;
use jpeg_encoder::SamplingFactor;
use rayon::prelude::*;

fn photo(width: u32, height: u32) -> Vec<u8> {
    Jpeg { sampling: SamplingFactor::F_2_2, orientation: 6, ..Jpeg::default() }.of(&scene(width, height), width, height)
}

fn make(file: &[u8], renditions: &[Rendition]) -> Developed {
    develop(file, &inspect(file).expect("a picture"), renditions, QUALITY).expect("a whole picture")
}

fn whole(width: u32, encoding: Encoding) -> Rendition {
    Rendition { crop: None, width, encoding }
}

fn crop(ratio: (u32, u32), focus: [f32; 2], width: u32) -> Rendition {
    Rendition { crop: Some(Crop { ratio, focus }), width, encoding: Encoding::Png }
}

fn decoded(file: &[u8]) -> Raster {
    let found = inspect(file).expect("a picture");
    decode::decode(found.format, file, decode::ALL).expect("a whole picture")
}

#[test]
fn every_size_is_as_large_as_it_says() {
    let file = photo(1030, 770);
    let shape = inspect(&file).expect("a picture").dimensions;
    assert_eq!(shape, Dimensions { width: 770, height: 1030 });
    let renditions: Vec<Rendition> = [Encoding::WebP, Encoding::Jpeg, Encoding::Png]
        .into_iter()
        .flat_map(|encoding| [2000, 770, 480, 33, 1].map(|width| whole(width, encoding)))
        .chain([crop((16, 9), [0.1, 0.9], 640), crop((1, 1), [0.5, 0.5], 300), crop((4, 3), [0.0, 0.0], 1)])
        .collect();
    let made = make(&file, &renditions);
    for (rendition, file) in renditions.iter().zip(&made.files) {
        let found = inspect(file).expect("a picture");
        assert_eq!(found.dimensions, rendition.dimensions(shape), "{rendition:?}");
        let format = match rendition.encoding {
            Encoding::WebP => Format::WebP,
            Encoding::Jpeg => Format::Jpeg,
            _ => Format::Png,
        };
        assert_eq!((found.format, found.alpha, found.animated), (format, false, false), "{rendition:?}");
    }
}

#[test]
fn a_rendition_doesn_t_depend_on_its_company() {
    // Just large enough to be decoded in half its size, which is too small for the first.
    let file = photo(310, 302);
    let renditions = [
        whole(1600, Encoding::Jpeg),
        whole(480, Encoding::WebP),
        crop((16, 9), [0.2, 0.7], 300),
        whole(90, Encoding::Png),
    ];
    let together = make(&file, &renditions);
    for (rendition, expected) in renditions.iter().zip(&together.files) {
        let alone = make(&file, &[*rendition]);
        assert_eq!(Digest::of(&alone.files[0]), Digest::of(expected), "{rendition:?}");
        assert_eq!(alone.tone, together.tone);
    }
    assert_eq!(make(&file, &[]).tone, together.tone);
}

#[test]
fn the_same_bytes_with_one_thread_and_with_four() {
    let files: Vec<Vec<u8>> = (0..6).map(|n| photo(300 + 40 * n, 200)).collect();
    let renditions = [whole(160, Encoding::WebP), whole(160, Encoding::Jpeg), whole(90, Encoding::Png)];
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| files.par_iter().map(|file| make(file, &renditions).files).collect::<Vec<_>>())
    };
    assert_eq!(with(1), with(4));
}

#[test]
fn large_and_small_look_the_same() {
    let (width, height) = (640, 470);
    let file = Jpeg { sampling: SamplingFactor::F_2_2, ..Jpeg::default() }.of(&scene(width, height), width, height);
    for wanted in [30, 190, 410, 640] {
        let rendition = whole(wanted, Encoding::Png);
        let made = make(&file, &[rendition]);
        let seen = decoded(&made.files[0]);
        let size = rendition.dimensions(Dimensions { width, height });
        assert_like(&seen, &scene(size.width, size.height), 4.0, &format!("{wanted}"));
    }
}

#[test]
fn a_crop_shows_what_is_in_focus() {
    // White, with a black square that is a tenth of the width, at 70 % across and 30 % down.
    let (width, height) = (400u32, 300u32);
    let black = |n: u32| (260..300).contains(&(n % width)) && (70..110).contains(&(n / width));
    let samples: Vec<u16> = (0..width * height).map(|n| if black(n) { 0 } else { 255 }).collect();
    let file = Png { width, height, depth: 8, kind: 0, interlaced: false, chunks: &[] }.of(&samples);
    for ratio in [(16, 9), (4, 3), (1, 1), (1, 2)] {
        let made = make(&file, &[crop(ratio, [0.7, 0.3], 100)]);
        let seen = decoded(&made.files[0]);
        let dark: Vec<u32> =
            (0..).zip(seen.samples.chunks_exact(3)).filter(|(_, p)| p[0] < 60).map(|(n, _)| n).collect();
        assert!(!dark.is_empty(), "{ratio:?}");
        let middle = |values: Vec<u32>| values.iter().sum::<u32>() as f64 / values.len() as f64;
        let area = Crop { ratio, focus: [0.7, 0.3] }.area(Dimensions { width, height });
        let scale = f64::from(seen.size.width) / f64::from(area.1.width);
        let x = middle(dark.iter().map(|n| n % seen.size.width).collect());
        let y = middle(dark.iter().map(|n| n / seen.size.width).collect());
        assert!((x - (279.5 - f64::from(area.0.0)) * scale).abs() < 1.5, "{ratio:?} {x}");
        assert!((y - (89.5 - f64::from(area.0.1)) * scale).abs() < 1.5, "{ratio:?} {y}");
    }
}

#[test]
fn what_is_transparent_lends_no_colour() {
    // Opaque green beside transparent red: no pixel between them may be reddish.
    let (width, height) = (64, 64);
    let pixel = |n: u32| if n % 64 < 31 { [0, 200, 0, 255] } else { [255, 0, 0, 0] };
    let samples: Vec<u16> = (0..width * height).flat_map(pixel).collect();
    let file = Png { width, height, depth: 8, kind: 6, interlaced: false, chunks: &[] }.of(&samples);
    let made = make(&file, &[whole(20, Encoding::Png), whole(20, Encoding::WebP), whole(20, Encoding::Jpeg)]);
    let seen = decoded(&made.files[0]);
    assert_eq!(seen.layout, Layout::Rgba);
    assert!(seen.samples.chunks_exact(4).any(|p| (1..255).contains(&p[3])), "an edge");
    assert!(seen.samples.chunks_exact(4).all(|p| p[3] == 0 || p[0] < 8 && p[1] > 190), "no red");
    assert_eq!(decoded(&made.files[1]).layout, Layout::Rgba);
    let flat = decoded(&made.files[2]);
    assert!(flat.samples[flat.samples.len() - 3..].iter().all(|sample| *sample > 250), "white paper");
}

#[test]
fn a_picture_s_tone_is_its_mean_colour() {
    for (colour, tone) in [([255, 0, 0], [3, 0, 0]), ([0, 90, 170], [0, 1, 2]), ([128, 128, 128], [2, 2, 2])] {
        let file = Jpeg::default().of(&plain(70, 50, colour), 70, 50);
        assert_eq!(make(&file, &[]).tone, Tone(tone));
    }
    let samples = [255u16, 0, 0, 255, 0, 0, 255, 0].repeat(8);
    let half = Png { width: 4, height: 4, depth: 8, kind: 6, interlaced: false, chunks: &[] }.of(&samples);
    assert_eq!(make(&half, &[]).tone, Tone([3, 0, 0]), "what can't be seen doesn't count");
}

#[test]
fn credits_go_with_the_picture_and_nothing_else() {
    let mut file = photo(90, 60);
    file = with_segments(
        &file,
        &[
            (0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x3B\x01\x02\0\x0A\0\0\0\x1A\0\0\0\0\0\0\0Budi Ayu\0\0"),
            (0xEE, &adobe(1)),
        ],
    );
    let found = inspect(&file).expect("a picture");
    assert_eq!(&*found.credits.creator, "Budi Ayu");
    let made = make(&file, &[whole(30, Encoding::Jpeg), whole(30, Encoding::WebP), whole(30, Encoding::Png)]);
    for file in &made.files {
        let rendition = inspect(file).expect("a picture");
        assert_eq!(rendition.credits, found.credits);
        assert!(!rendition.private.any());
        assert_eq!(rendition.dimensions.width, 30);
    }
}

/// When this fails, renditions have other bytes than before: raise `VERSION`, and write the new
/// digest here.
#[test]
#[cfg(target_arch = "x86_64")]
fn the_version_tells_of_other_bytes() {
    let renditions = [
        whole(400, Encoding::Jpeg),
        whole(400, Encoding::WebP),
        whole(120, Encoding::Jpeg),
        whole(120, Encoding::WebP),
        whole(100, Encoding::Png),
        crop((16, 9), [0.3, 0.6], 320),
        crop((1, 1), [0.3, 0.6], 90),
    ];
    let files = make(&photo(1030, 770), &renditions).files;
    insta::assert_snapshot!(format!("{VERSION} {}", Digest::of(&files.concat())), @"1 19e341ff957318516d7b3e75e835b95036fc3de732072e12214659a45459363f");
}
