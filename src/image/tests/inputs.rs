//! Every way in which a picture can be stored comes out as the same picture.

use super::pictures::{Jpeg, Png, adobe, exif, gif, plain, scene, webp, with_segments};
use super::*;
use crate::image::turn::Turn;
use jpeg_encoder::{ColorType, SamplingFactor};

const SIZE: Dimensions = Dimensions { width: 77, height: 53 };

fn picture() -> Vec<[u8; 3]> {
    scene(SIZE.width, SIZE.height)
}

#[test]
fn jpeg_of_every_sampling_and_process() {
    use SamplingFactor::{F_1_1, F_1_2, F_2_1, F_2_2, F_4_1};
    for (width, height) in [(77, 53), (16, 16), (7, 3), (1, 1), (64, 1), (333, 18)] {
        let pixels = scene(width, height);
        for sampling in [F_1_1, F_2_1, F_1_2, F_2_2, F_4_1] {
            for (progressive, restart) in [(false, 0), (false, 3), (true, 0)] {
                let file = Jpeg { sampling, progressive, restart, ..Jpeg::default() }.of(&pixels, width, height);
                let what = format!("{width}x{height} {sampling:?} progressive {progressive} restart {restart}");
                let found = inspect(&file).expect(&what);
                assert_eq!(found.dimensions, Dimensions { width, height }, "{what}");
                assert_eq!((found.format, found.alpha, found.animated), (Format::Jpeg, false, false), "{what}");
                let seen = shown(&file).expect(&what);
                // Colours of corners bleed where there are fewer of them than pixels.
                let mean = if sampling == F_1_1 { 2.5 } else { 9.0 + 260.0 / f64::from(width * height) };
                assert_like(&seen, &pixels, mean, &what);
            }
        }
    }
}

#[test]
fn jpeg_of_greys() {
    let greys: Vec<u8> = picture().iter().map(|pixel| pixel[0]).collect();
    let file = Jpeg::default().encode(&greys, SIZE.width, SIZE.height, ColorType::Luma);
    let expected: Vec<[u8; 3]> = greys.iter().map(|grey| [*grey; 3]).collect();
    assert_like(&shown(&file).expect("grey"), &expected, 1.0, "grey");
}

#[test]
fn jpeg_of_red_green_and_blue() {
    // The encoder takes them for what they aren't, and stores them as they are.
    let file = Jpeg::default().encode(picture().as_flattened(), SIZE.width, SIZE.height, ColorType::Ycbcr);
    let marked = with_segments(&file, &[(0xEE, &adobe(0))]);
    assert_like(&shown(&marked).expect("marked"), &picture(), 2.0, "Adobe's marker");
    let mut named = with_segments(&file, &[]);
    let frame = named.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame");
    let scan = named.windows(2).position(|two| two == [0xFF, 0xDA]).expect("a scan");
    for (n, id) in b"RGB".iter().enumerate() {
        named[frame + 10 + 3 * n] = *id;
        named[scan + 5 + 2 * n] = *id;
    }
    assert_like(&shown(&named).expect("named"), &picture(), 2.0, "named components");
}

#[test]
fn jpeg_of_inks() {
    // What an Adobe program stores: how much light each ink lets through.
    let light: Vec<u8> = picture().iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect();
    let dark: Vec<[u8; 3]> = picture().iter().map(|pixel| pixel.map(|c| (u32::from(c) * 128 / 255) as u8)).collect();
    let half: Vec<u8> = light.chunks_exact(4).flat_map(|ink| [ink[0], ink[1], ink[2], 128]).collect();
    for sampling in [SamplingFactor::F_1_1, SamplingFactor::F_2_2] {
        let jpeg = Jpeg { sampling, ..Jpeg::default() };
        let mean = if sampling == SamplingFactor::F_1_1 { 2.5 } else { 9.0 };
        for (inks, expected) in [(&light, &picture()), (&half, &dark)] {
            // The encoder takes ink for light and inverts it; it is to be stored as it is.
            let stored: Vec<u8> = inks.iter().map(|sample| !sample).collect();
            let file = jpeg.encode(&stored, SIZE.width, SIZE.height, ColorType::Cmyk);
            for segments in [&[][..], &[(0xEE, &adobe(0)[..])]] {
                let file = with_segments(&file, segments);
                assert_like(&shown(&file).expect("CMYK"), expected, mean, &format!("CMYK {sampling:?} {segments:?}"));
            }
            let file = jpeg.encode(&stored, SIZE.width, SIZE.height, ColorType::CmykAsYcck);
            let file = with_segments(&file, &[(0xEE, &adobe(2))]);
            assert_like(&shown(&file).expect("YCCK"), expected, mean, &format!("YCCK {sampling:?}"));
        }
    }
}

#[test]
fn jpeg_with_what_cameras_and_editors_put_into_it() {
    let file = Jpeg::default().of(&picture(), SIZE.width, SIZE.height);
    let mut files = vec![
        with_segments(&file, &[(0xE1, b"Exif\0\0broken"), (0xED, b"Photoshop 3.0\0"), (0xFE, b"komentar")]),
        with_segments(&file, &[(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), (0xEE, &adobe(0))]),
        with_segments(&file, &[(0xE2, b"ICC_PROFILE\0\x02\x02half of one"), (0xEE, b"Adobe")]),
        [&file, &[0; 1000][..]].concat(),
        [&file, &file[..]].concat(),
    ];
    let mut padded = file[..2].to_vec();
    padded.extend([0xFF; 9]);
    padded.extend(&file[2..]);
    files.push(padded);
    // After the first segment, which every file has.
    let mut stuffed = file[..20].to_vec();
    stuffed.extend(*b"\0\0\0bukan penanda\0\0\0");
    stuffed.extend(&file[20..]);
    files.push(stuffed);
    for (n, file) in files.iter().enumerate() {
        assert_like(&shown(file).unwrap_or_else(|fault| panic!("{n}: {fault:?}")), &picture(), 2.5, &format!("{n}"));
    }
}

#[test]
fn every_orientation_is_upright() {
    for value in 1..=8 {
        let turn: Turn = Orientation::from_exif(value.into()).expect("from 1 to 8").into();
        let stored = turn.inverse().pixels(&picture(), SIZE);
        let size = turn.inverse().dimensions(SIZE);
        let jpeg = Jpeg { orientation: value, ..Jpeg::default() }.of(&stored, size.width, size.height);
        let exif = exif(value);
        let samples: Vec<u16> = stored.as_flattened().iter().map(|sample| u16::from(*sample)).collect();
        let png = Png {
            width: size.width,
            height: size.height,
            depth: 8,
            kind: 2,
            interlaced: false,
            chunks: &[(b"eXIf", &exif)],
        };
        for (file, mean) in [(jpeg, 2.5), (png.of(&samples), 0.0)] {
            let format = inspect(&file).expect("a picture").format;
            assert_eq!(inspect(&file).expect("a picture").dimensions, SIZE, "{value} {format:?}");
            assert_like(&shown(&file).expect("a picture"), &picture(), mean, &format!("{value} {format:?}"));
        }
    }
}

#[test]
fn png_of_every_depth_and_kind() {
    let (width, height) = (19u32, 11u32);
    for interlaced in [false, true] {
        for (kind, depths) in
            [(0, &[1u8, 2, 4, 8, 16][..]), (2, &[8, 16]), (3, &[1, 2, 4, 8]), (4, &[8, 16]), (6, &[8, 16])]
        {
            for depth in depths {
                let most = ((1u32 << depth) - 1) as u16;
                let each = [1u32, 0, 3, 1, 2, 0, 4][usize::from(kind)];
                let samples: Vec<u16> = (0..width * height * each)
                    .map(|n| (((((n * 2_654_435) >> 3) & 0xFFFF) * (u32::from(most) + 1)) >> 16) as u16)
                    .collect();
                let palette: Vec<u8> =
                    (0..=most.min(255)).flat_map(|n| [n as u8, 255 - n as u8, (n * 7) as u8]).collect();
                let chunks: &[(&[u8; 4], &[u8])] = if kind == 3 { &[(b"PLTE", &palette)] } else { &[] };

                let file = Png { width, height, depth: *depth, kind, interlaced, chunks }.of(&samples);
                let what = format!("kind {kind}, {depth} bits, interlaced {interlaced}");
                let found = inspect(&file).expect(&what);
                assert_eq!((found.dimensions, found.alpha), (Dimensions { width, height }, kind >= 4), "{what}");
                let narrow =
                    |sample: u16| ((u32::from(sample) * 255 * 2 + u32::from(most)) / (u32::from(most) * 2)) as u8;
                let expected: Vec<Vec<u8>> = samples
                    .chunks_exact(each as usize)
                    .map(|pixel| match kind {
                        0 => vec![narrow(pixel[0]); 3],
                        3 => palette[usize::from(pixel[0]) * 3..][..3].to_vec(),
                        4 => vec![narrow(pixel[0]), narrow(pixel[0]), narrow(pixel[0]), narrow(pixel[1])],
                        _ => pixel.iter().map(|sample| narrow(*sample)).collect(),
                    })
                    .collect();
                assert_eq!(shown(&file).expect(&what).samples, expected.concat(), "{what}");
            }
        }
    }
}

#[test]
fn png_with_transparent_colours() {
    let palette: Vec<u8> = vec![255, 0, 0, 0, 255, 0];
    for (kind, chunks, samples, expected) in [
        (3, vec![(b"PLTE", &palette[..]), (b"tRNS", &[0, 128])], vec![0, 1], vec![255, 0, 0, 0, 0, 255, 0, 128]),
        (0, vec![(b"tRNS", &[0, 7])], vec![7, 9], vec![7, 7, 7, 0, 9, 9, 9, 255]),
        (2, vec![(b"tRNS", &[0, 1, 0, 2, 0, 3])], vec![1, 2, 3, 4, 5, 6], vec![1, 2, 3, 0, 4, 5, 6, 255]),
    ] {
        let file = Png { width: 2, height: 1, depth: 8, kind, interlaced: false, chunks: &chunks }.of(&samples);
        assert!(inspect(&file).expect("a picture").alpha, "kind {kind}");
        let seen = shown(&file).expect("a picture");
        assert_eq!((seen.layout, seen.samples), (Layout::Rgba, expected), "kind {kind}");
    }
}

#[test]
fn a_moving_png_is_known() {
    for (frames, moves) in [(1, false), (2, true)] {
        let control = [0, 0, 0, frames, 0, 0, 0, 0];
        let png = Png { width: 1, height: 1, depth: 8, kind: 0, interlaced: false, chunks: &[(b"acTL", &control)] };
        assert_eq!(inspect(&png.of(&[9])).expect("a picture").animated, moves);
    }
}

#[test]
fn webp_with_and_without_loss_and_alpha() {
    let alpha: Vec<u8> =
        picture().iter().enumerate().flat_map(|(n, [r, g, b])| [*r, *g, *b, (n % 256) as u8]).collect();
    for lossless in [false, true] {
        let mean = if lossless { 0.0 } else { 5.0 };
        let file = webp(picture().as_flattened(), SIZE.width, SIZE.height, lossless);
        let found = inspect(&file).expect("a picture");
        assert_eq!((found.format, found.dimensions, found.alpha, found.animated), (Format::WebP, SIZE, false, false));
        assert_like(&shown(&file).expect("opaque"), &picture(), mean, &format!("lossless {lossless}"));
        let file = webp(&alpha, SIZE.width, SIZE.height, lossless);
        let found = inspect(&file).expect("a picture");
        assert_eq!((found.format, found.dimensions, found.alpha), (Format::WebP, SIZE, true));
        let seen = shown(&file).expect("with alpha");
        assert_eq!(seen.layout, Layout::Rgba);
        assert!(seen.samples.iter().skip(3).step_by(4).eq(alpha.iter().skip(3).step_by(4)), "alpha is kept as it is");
    }
}

#[test]
fn gif_of_one_frame_and_of_more() {
    let still = gif(&[(0, 0, 16, 16, &[1; 256])]);
    let found = inspect(&still).expect("a picture");
    assert_eq!(
        (found.format, found.dimensions, found.animated),
        (Format::Gif, Dimensions { width: 16, height: 16 }, false)
    );
    assert_like(&shown(&still).expect("still"), &plain(16, 16, [255, 0, 0]), 0.0, "still");
    let moving = gif(&[(0, 0, 16, 16, &[2; 256]), (0, 0, 16, 16, &[3; 256])]);
    assert!(inspect(&moving).expect("a picture").animated);
    assert_like(&shown(&moving).expect("moving"), &plain(16, 16, [0, 255, 0]), 0.0, "the first frame");
    let small = gif(&[(2, 3, 4, 5, &[3; 20])]);
    assert!(inspect(&small).expect("a picture").alpha);
    let seen = shown(&small).expect("small").samples;
    for (n, pixel) in seen.chunks_exact(4).enumerate() {
        let inside = (2..6).contains(&(n % 16)) && (3..8).contains(&(n / 16));
        assert_eq!(pixel, if inside { [0, 0, 255, 255] } else { [0; 4] }, "{n}");
    }
}

#[test]
fn a_picture_is_what_its_bytes_say() {
    let svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='64' height='48'/>";
    let found = inspect(svg).expect("a drawing");
    assert_eq!(
        (found.format, found.dimensions, found.alpha),
        (Format::Svg, Dimensions { width: 64, height: 48 }, true)
    );
    assert_eq!(develop(svg, &found, &[], QUALITY), Err(Unreadable::Unsupported));
    for (bytes, expected) in [
        (&b""[..], Unreadable::Empty),
        (b"Selamat pagi.", Unreadable::NotAPicture),
        (b"<html><svg/></html>", Unreadable::NotAPicture),
        (b"BM sudah tiba.", Unreadable::NotAPicture),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp41", Unreadable::Film),
        (b"\0\0\0\x14ftypcrx \0\0\0\0crx ", Unreadable::Foreign("RAW")),
        (b"II*\0\x08\0\0\0", Unreadable::Foreign("TIFF/RAW")),
        (b"BM\x36\x10\0\0\0\0\0\0\x36\0", Unreadable::Foreign("BMP")),
        (b"8BPS\0\x01", Unreadable::Foreign("Photoshop")),
        (b"%PDF-1.7\n", Unreadable::Foreign("PDF")),
        (b"\x89PNG\r\n\x1a\n", Unreadable::Damaged),
        (b"\xFF\xD8\xFF\xE0", Unreadable::Damaged),
        (b"RIFF\0\0\0\0WEBPVP8 ", Unreadable::Damaged),
        (b"GIF89a", Unreadable::Damaged),
        (b"\0\0\0\x14ftypheic\0\0\0\0mif1", Unreadable::Damaged),
    ] {
        assert_eq!(inspect(bytes), Err(expected), "{}", bytes.escape_ascii());
    }
}
