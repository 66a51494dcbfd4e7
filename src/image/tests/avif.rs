//! AVIF as phones, programs and warta itself write it.

use super::pictures::{Jpeg, Png, plain, scene};
use super::*;
use crate::digest::Digest;
use crate::image::turn::Turn;
use moxcms::ColorProfile;
use rav1e::prelude::{ChromaSampling, Config, Context, EncoderConfig, EncoderStatus, Pixel, PixelRange};
use rayon::prelude::*;

/// Small, since what encodes isn't optimised in tests.
const SIZE: Dimensions = Dimensions { width: 25, height: 17 };

/// How an AVIF is made.
#[derive(Clone)]
struct Avif {
    depth: u32,
    sampling: ChromaSampling,
    full_range: bool,
    /// Primaries, transfer function and matrix (ITU-T H.273), in a box unless `boxes` has another.
    points: [u8; 3],
    /// The weights of red and blue in luma.
    weights: [f64; 2],
    /// Further properties of the picture.
    boxes: Vec<Vec<u8>>,
    alpha: Vec<u8>,
    is_multiplied: bool,
}

impl Default for Avif {
    fn default() -> Self {
        Avif {
            depth: 8,
            sampling: ChromaSampling::Cs444,
            full_range: true,
            points: [1, 13, 6],
            weights: [0.299, 0.114],
            boxes: Vec::new(),
            alpha: Vec::new(),
            is_multiplied: false,
        }
    }
}

impl Avif {
    fn of(&self, pixels: &[[u8; 3]], size: Dimensions) -> Vec<u8> {
        let [of_red, of_blue] = self.weights;
        let (unit, most) = (f64::from(1u32 << (self.depth - 8)), f64::from((1u32 << self.depth) - 1));
        let (black, luma, chroma) =
            if self.full_range { (0.0, most, most) } else { (16.0 * unit, 219.0 * unit, 224.0 * unit) };
        let whole: Vec<[u16; 3]> = pixels
            .iter()
            .map(|pixel| {
                let [r, g, b] = pixel.map(|sample| f64::from(sample) / 255.0);
                let y = of_red * r + (1.0 - of_red - of_blue) * g + of_blue * b;
                let colour = |light: f64, weight: f64| (light - y) / (1.0 - weight) / 2.0 * chroma + 128.0 * unit;
                [y * luma + black, colour(b, of_blue), colour(r, of_red)].map(|n| n.round().min(most) as u16)
            })
            .collect();
        let (across, down) = match self.sampling {
            ChromaSampling::Cs420 => (2, 2),
            ChromaSampling::Cs422 => (2, 1),
            _ => (1, 1),
        };
        let width = size.width as usize;
        let thinned = |plane: usize| -> Vec<u16> {
            let (across, down) = if plane == 0 { (1, 1) } else { (across, down) };
            let rows: Vec<&[[u16; 3]]> = whole.chunks(width).collect();
            let mean = |columns: usize, rows: &[&[[u16; 3]]]| {
                let all =
                    rows.iter().flat_map(|row| row.iter().skip(columns).take(across)).map(|p| u32::from(p[plane]));
                let (sum, count) = all.fold((0, 0), |(sum, count), sample| (sum + sample, count + 1));
                (sum / count) as u16
            };
            rows.chunks(down).flat_map(|rows| (0..width).step_by(across).map(move |x| mean(x, rows))).collect()
        };
        let planes: Vec<Vec<u16>> =
            (0..if self.sampling == ChromaSampling::Cs400 { 1 } else { 3 }).map(thinned).collect();
        let colours = self.stream(&planes, size, self.sampling);
        let alpha: Vec<u16> =
            self.alpha.iter().map(|sample| (f64::from(*sample) * most / 255.0).round() as u16).collect();
        let alpha = (!alpha.is_empty())
            .then(|| Avif::stream(&Avif { full_range: true, ..self.clone() }, &[alpha], size, ChromaSampling::Cs400));
        self.file(&colours, alpha.as_deref(), size)
    }

    fn stream(&self, planes: &[Vec<u16>], size: Dimensions, sampling: ChromaSampling) -> Vec<u8> {
        if self.depth == 8 {
            self.encode::<u8>(planes, size, sampling)
        } else {
            self.encode::<u16>(planes, size, sampling)
        }
    }

    fn encode<T: Pixel>(&self, planes: &[Vec<u16>], size: Dimensions, sampling: ChromaSampling) -> Vec<u8> {
        let mut settings = EncoderConfig::with_speed_preset(10);
        (settings.width, settings.height) = (size.width as usize, size.height as usize);
        (settings.bit_depth, settings.chroma_sampling) = (self.depth as usize, sampling);
        settings.pixel_range = if self.full_range { PixelRange::Full } else { PixelRange::Limited };
        (settings.still_picture, settings.quantizer, settings.min_quantizer) = (true, 12, 12);
        let mut encoder: Context<T> = Config::new().with_encoder_config(settings).new_context().expect("settings");
        let mut frame = encoder.new_frame();
        for (n, (plane, samples)) in frame.planes.iter_mut().zip(planes).enumerate() {
            let halved = n > 0 && matches!(sampling, ChromaSampling::Cs420 | ChromaSampling::Cs422);
            let width = size.width as usize;
            let width = if halved { width.div_ceil(2) } else { width };
            if self.depth == 8 {
                let bytes: Vec<u8> = samples.iter().map(|sample| *sample as u8).collect();
                plane.copy_from_raw_u8(&bytes, width, 1);
            } else {
                let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
                plane.copy_from_raw_u8(&bytes, width * 2, 2);
            }
        }
        encoder.send_frame(frame).expect("a frame");
        encoder.flush();
        let mut stream = Vec::new();
        loop {
            match encoder.receive_packet() {
                Ok(packet) => stream.extend(packet.data),
                Err(EncoderStatus::Encoded) => {}
                Err(_) => return stream,
            }
        }
    }

    fn file(&self, colours: &[u8], alpha: Option<&[u8]>, size: Dimensions) -> Vec<u8> {
        let extent = boxed(b"ispe", &[&[0; 4][..], &size.width.to_be_bytes(), &size.height.to_be_bytes()].concat());
        let [primaries, transfer, matrix] = self.points;
        let range = u8::from(self.full_range) << 7;
        let nclx = boxed(b"colr", &[&b"nclx"[..], &[0, primaries, 0, transfer, 0, matrix, range]].concat());
        let kind = boxed(
            if alpha.is_some() { b"auxC" } else { b"free" },
            b"\0\0\0\0urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0",
        );
        let settings = boxed(b"av1C", &[0x81, 0, 0, 0]);
        let mut container = [extent, settings, kind, nclx].to_vec();
        container.extend(self.boxes.iter().cloned());
        // The box of colours comes after the further ones, which may have another.
        let own = (5..5 + self.boxes.len() as u8).map(|n| n | 0x80);
        let own: Vec<u8> = [1, 0x82].into_iter().chain(own).chain([4]).collect();
        let mut associations = vec![0, 0, 0, 0, 0, 0, 0, 1 + u8::from(alpha.is_some()), 0, 1, own.len() as u8];
        associations.extend(own);
        let mut places = vec![0, 0, 0, 0, 0x44, 0, 0, 1 + u8::from(alpha.is_some())];
        let mut entries = vec![0, 0, 0, 0, 0, 1 + u8::from(alpha.is_some())];
        entries.extend(boxed(b"infe", b"\x02\0\0\0\0\x01\0\0av01\0"));
        let mut references = vec![0; 4];
        if alpha.is_some() {
            associations.extend([0, 2, 3, 1, 0x82, 3]);
            entries.extend(boxed(b"infe", b"\x02\0\0\0\0\x02\0\0av01\0"));
            references.extend(boxed(b"auxl", &[0, 2, 0, 1, 0, 1]));
        }
        if self.is_multiplied {
            references.extend(boxed(b"prem", &[0, 1, 0, 1, 0, 2]));
        }
        let streams: Vec<&[u8]> = [Some(colours), alpha].into_iter().flatten().collect();
        let table = places.len() + 14 * streams.len();
        let rest = [
            boxed(b"hdlr", b"\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            boxed(b"pitm", &[0, 0, 0, 0, 0, 1]),
            boxed(b"iinf", &entries),
            boxed(b"iref", &references),
            boxed(b"iprp", &[boxed(b"ipco", &container.concat()), boxed(b"ipma", &associations)].concat()),
        ]
        .concat();
        let file_type = boxed(b"ftyp", b"avif\0\0\0\0avifmif1miaf");
        let mut at = file_type.len() + 12 + rest.len() + 8 + table + 8;
        for (id, stream) in (1u8..).zip(&streams) {
            places.extend([0, id, 0, 0, 0, 1]);
            places.extend((at as u32).to_be_bytes());
            places.extend((stream.len() as u32).to_be_bytes());
            at += stream.len();
        }
        let meta = boxed(b"meta", &[vec![0; 4], rest, boxed(b"iloc", &places)].concat());
        [file_type, meta, boxed(b"mdat", &streams.concat())].concat()
    }
}

fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat()
}

fn picture() -> Vec<[u8; 3]> {
    scene(SIZE.width, SIZE.height)
}

#[test]
fn every_depth_sampling_range_and_matrix() {
    use ChromaSampling::{Cs420, Cs422, Cs444};
    for (matrix, weights) in [(6, [0.299, 0.114]), (1, [0.2126, 0.0722]), (9, [0.2627, 0.0593])] {
        for (depth, sampling, full_range) in [
            (8, Cs444, true),
            (8, Cs420, false),
            (8, Cs422, true),
            (10, Cs444, false),
            (10, Cs422, false),
            (10, Cs420, true),
        ] {
            let points = [1, 13, matrix];
            let file = Avif { depth, sampling, full_range, points, weights, ..Avif::default() }.of(&picture(), SIZE);
            let what = format!("{depth} bits, {sampling:?}, full range {full_range}, matrix {matrix}");
            let found = inspect(&file).expect(&what);
            assert_eq!((found.format, found.dimensions, found.alpha), (Format::Avif, SIZE, false), "{what}");
            let mean = if sampling == Cs444 { 2.5 } else { 4.0 };
            assert_like(&shown(&file).expect(&what), &picture(), mean, &what);
        }
    }
}

#[test]
fn green_blue_and_red_without_a_matrix() {
    // Luma is green, and the others blue and red.
    let points = [1, 13, 0];
    let avif = Avif { points, ..Avif::default() };
    let planes = [1, 2, 0].map(|n| picture().iter().map(|pixel| u16::from(pixel[n])).collect::<Vec<u16>>());
    let stream = avif.stream(&planes, SIZE, ChromaSampling::Cs444);
    assert_like(&shown(&avif.file(&stream, None, SIZE)).expect("a picture"), &picture(), 2.5, "identity");
}

#[test]
fn greys() {
    let greys: Vec<[u8; 3]> = picture().iter().map(|pixel| [pixel[0]; 3]).collect();
    for depth in [8, 10, 12] {
        for full_range in [true, false] {
            let avif = Avif { depth, full_range, sampling: ChromaSampling::Cs400, ..Avif::default() };
            assert_like(&shown(&avif.of(&greys, SIZE)).expect("grey"), &greys, 1.5, &format!("{depth} bits"));
        }
    }
}

#[test]
fn what_the_stream_says_counts_where_the_container_says_nothing() {
    let limited = Avif { full_range: false, ..Avif::default() };
    let file = limited.of(&picture(), SIZE);
    let mut silent = file.clone();
    let at = silent.windows(4).position(|four| four == b"nclx").expect("a box of colours");
    silent[at..at + 4].copy_from_slice(b"none");
    assert_eq!(shown(&silent).expect("silent").samples, shown(&file).expect("a picture").samples);
}

#[test]
fn every_turn_is_upright() {
    for value in 1..=8 {
        let turn: Turn = Orientation::from_exif(value).expect("from 1 to 8").into();
        let stored = turn.inverse().pixels(&picture(), SIZE);
        let size = turn.inverse().dimensions(SIZE);
        let rotation = boxed(b"irot", &[(4 - turn.quarters) % 4]);
        let mirror = turn.mirrored.then(|| boxed(b"imir", &[1]));
        let boxes = [Some(rotation), mirror].into_iter().flatten().collect();
        let file = Avif { boxes, ..Avif::default() }.of(&stored, size);
        assert_eq!(inspect(&file).expect("a picture").dimensions, SIZE, "{value}");
        assert_like(&shown(&file).expect("a picture"), &picture(), 2.5, &format!("{value}"));
    }
}

#[test]
fn transparency_is_kept() {
    let alpha: Vec<u8> = (0..SIZE.pixels()).map(|n| if n % 25 < 13 { 255 } else { 100 }).collect();
    let multiplied: Vec<[u8; 3]> = picture()
        .iter()
        .zip(&alpha)
        .map(|(pixel, alpha)| pixel.map(|sample| (u32::from(sample) * u32::from(*alpha) / 255) as u8))
        .collect();
    for depth in [8, 10] {
        for (is_multiplied, pixels) in [(false, picture()), (true, multiplied.clone())] {
            let file = Avif { depth, alpha: alpha.clone(), is_multiplied, ..Avif::default() }.of(&pixels, SIZE);
            assert!(inspect(&file).expect("a picture").alpha);
            let seen = shown(&file).expect("a picture");
            let what = format!("{depth} bits, multiplied {is_multiplied}");
            assert_eq!(seen.layout, Layout::Rgba, "{what}");
            assert_like(&seen, &picture(), 4.0, &what);
            let off = seen.samples.chunks_exact(4).zip(&alpha).map(|(pixel, alpha)| pixel[3].abs_diff(*alpha));
            assert!(off.map(u64::from).sum::<u64>() < 3 * SIZE.pixels(), "{what}");
        }
    }
}

#[test]
fn display_p3_is_as_vivid_as_it_was() {
    let size = Dimensions { width: 16, height: 16 };
    // sRGB's red in the wider space.
    let red = plain(16, 16, [234, 51, 35]);
    let icc = ColorProfile::new_display_p3().encode().expect("a profile");
    let icc = boxed(b"colr", &[b"prof", &icc[..]].concat());
    for depth in [8, 10] {
        let by_points = Avif { depth, points: [12, 13, 6], ..Avif::default() };
        let by_profile = Avif { depth, boxes: vec![icc.clone()], ..Avif::default() };
        for (avif, what) in [(by_points, "code points"), (by_profile, "profile")] {
            let seen = shown(&avif.of(&red, size)).expect(what);
            assert_like(&seen, &plain(16, 16, [255, 0, 0]), 3.0, what);
        }
    }
    let video = Avif { points: [1, 1, 6], ..Avif::default() }.of(&red, size);
    assert_like(&shown(&video).expect("a picture"), &red, 2.0, "a curve of video");
}

#[test]
fn what_is_only_partly_to_be_shown_is_not_opened() {
    for name in [b"clap", b"lsel"] {
        let file = Avif { boxes: vec![boxed(name, &[0; 32])], ..Avif::default() }.of(&picture(), SIZE);
        assert_eq!(shown(&file).err(), Some(Unreadable::Unsupported));
    }
}

#[test]
fn a_stream_larger_than_its_container_says_is_not_opened() {
    let mut file = Avif::default().of(&picture(), SIZE);
    let at = file.windows(4).position(|four| four == b"ispe").expect("a size") + 8;
    file[at..at + 8].copy_from_slice(&[0, 0, 0, 20, 0, 0, 0, 20]);
    assert_eq!(shown(&file).err(), Some(Unreadable::Damaged));
    // And a bomb says so before anything is decoded.
    file[at..at + 8].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    assert_eq!(inspect(&file).expect("a header").dimensions, Dimensions { width: 30_000, height: 30_000 });
}

fn made(file: &[u8], width: u32, quality: u8) -> Vec<u8> {
    let rendition = Rendition { crop: None, width, encoding: Encoding::Avif };
    let quality = Quality { avif: quality, ..QUALITY };
    let developed = develop(file, &inspect(file).expect("a picture"), &[rendition], quality).expect("a whole picture");
    developed.files.into_iter().next().expect("a file")
}

#[test]
fn a_photo_comes_back() {
    for (width, height) in [(1, 1), (7, 3), (64, 1), (25, 17), (70, 40)] {
        let file = Jpeg::default().of(&scene(width, height), width, height);
        let small = made(&file, width, 40);
        let avif = made(&file, width, 90);
        assert!(width < 70 || small.len() < avif.len());
        let found = inspect(&avif).expect("a picture");
        assert_eq!(
            (found.format, found.dimensions, found.alpha, found.animated),
            (Format::Avif, Dimensions { width, height }, false, false)
        );
        let mean = 6.0 + 260.0 / f64::from(width * height);
        assert_like(&shown(&avif).expect("a whole picture"), &scene(width, height), mean, &format!("{width}x{height}"));
    }
}

#[test]
fn a_drawing_keeps_its_colours_sharp_and_its_holes() {
    // Thin lines of red on blue, with a hole.
    let (width, height) = (32u32, 24u32);
    let pixel = |n: u32| match (n % width, n / width) {
        (x, y) if x > 20 && y > 15 => [0u16, 0, 255, 0],
        (x, _) if x % 4 == 0 => [255, 0, 0, 255],
        _ => [0, 0, 255, 255],
    };
    let samples: Vec<u16> = (0..width * height).flat_map(pixel).collect();
    let png = Png { width, height, depth: 8, kind: 6, interlaced: false, chunks: &[] }.of(&samples);
    let seen = shown(&made(&png, width, 90)).expect("a picture");
    assert_eq!(seen.layout, Layout::Rgba);
    for (n, pixel) in (0..).zip(seen.samples.chunks_exact(4)) {
        let alpha = samples[n * 4 + 3];
        assert!(u16::from(pixel[3]).abs_diff(alpha) < 24, "{n}: {pixel:?}");
        let expected = &samples[n * 4..][..3];
        let near = pixel.iter().zip(expected).all(|(a, b)| u16::from(*a).abs_diff(*b) < 60);
        assert!(alpha == 0 || near, "{n}: {pixel:?}");
    }
}

#[test]
fn credits_stand_in_it_and_nothing_else() {
    let file = Jpeg::default().of(&picture(), SIZE.width, SIZE.height);
    let credits = Credits { creator: "Budi Ayu".into(), credit: "Humas Kota Contoh".into(), ..Credits::default() };
    let file = embed(file, Encoding::Jpeg, &credits);
    let avif = made(&file, 20, 60);
    let found = inspect(&avif).expect("a picture");
    assert_eq!(found.credits, credits);
    assert_eq!(found.dimensions, Dimensions { width: 20, height: 14 });
    assert!(!found.private.any());
    assert_eq!(scrub(&avif).as_deref(), Ok(&avif[..]));
    assert!(shown(&avif).is_ok());
}

#[test]
fn the_same_bytes_with_one_thread_and_with_four() {
    let files: Vec<Vec<u8>> = (0..4).map(|n| Jpeg::default().of(&scene(30 + n, 20), 30 + n, 20)).collect();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| files.par_iter().map(|file| made(file, 24, 60)).collect::<Vec<_>>())
    };
    assert_eq!(with(1), with(4));
}

/// When this fails, AVIF has other bytes than before: raise `VERSION`, and write the new digest here.
#[test]
fn the_version_tells_of_other_bytes() {
    let photo = Jpeg::default().of(&scene(70, 50), 70, 50);
    let samples: Vec<u16> = picture().iter().flat_map(|[r, g, b]| [*r, *g, *b, 200]).map(u16::from).collect();
    let png = Png { width: SIZE.width, height: SIZE.height, depth: 8, kind: 6, interlaced: false, chunks: &[] };
    let files = [made(&photo, 70, 60), made(&photo, 40, 80), made(&png.of(&samples), 20, 60)];
    insta::assert_snapshot!(format!("{VERSION} {}", Digest::of(&files.concat())), @"1 fd0c66c9ee07029007c0761a54b1084947917839d973c03093da9047fd686d11");
}
