//! What is cut short or broken is told, and never ends the program.

use super::pictures::{Jpeg, Png, gif, scene, webp};
use super::*;
use jpeg_encoder::SamplingFactor;

const SIZE: Dimensions = Dimensions { width: 33, height: 21 };

fn pixels(file: &[u8]) -> Result<Vec<u8>, Unreadable> {
    decode::decode(inspect(file)?.format, file, decode::ALL).map(|raster| raster.samples)
}

/// One file of every kind that is decoded.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let pixels = scene(SIZE.width, SIZE.height);
    let samples: Vec<u16> = pixels.as_flattened().iter().map(|sample| u16::from(*sample)).collect();
    let jpeg = |jpeg: Jpeg| jpeg.of(&pixels, SIZE.width, SIZE.height);
    let png = |interlaced| Png { width: SIZE.width, height: SIZE.height, depth: 8, kind: 2, interlaced, chunks: &[] };
    let files = vec![
        ("JPEG", jpeg(Jpeg { orientation: 6, ..Jpeg::default() })),
        ("JPEG 4:2:0", jpeg(Jpeg { sampling: SamplingFactor::F_2_2, restart: 2, ..Jpeg::default() })),
        ("progressive JPEG", jpeg(Jpeg { sampling: SamplingFactor::F_2_1, progressive: true, ..Jpeg::default() })),
        ("PNG", png(false).of(&samples)),
        ("interlaced PNG", png(true).of(&samples)),
        ("WebP", webp(pixels.as_flattened(), SIZE.width, SIZE.height, false)),
        ("lossless WebP", webp(pixels.as_flattened(), SIZE.width, SIZE.height, true)),
        ("GIF", gif(&[(0, 0, 16, 16, &(0..=255).map(|n| n % 4).collect::<Vec<u8>>())])),
    ];
    files.into_iter().chain(avif()).collect()
}

#[cfg(feature = "avif")]
fn avif() -> Vec<(&'static str, Vec<u8>)> {
    let samples: Vec<u16> =
        scene(SIZE.width, SIZE.height).iter().flat_map(|[r, g, b]| [*r, *g, *b, 130]).map(u16::from).collect();
    let png = Png { width: SIZE.width, height: SIZE.height, depth: 8, kind: 6, interlaced: false, chunks: &[] };
    let file = png.of(&samples);
    let whole = Rendition { crop: None, width: SIZE.width, encoding: Encoding::Avif };
    let made = develop(&file, &inspect(&file).expect("a picture"), &[whole], QUALITY).expect("a whole picture");
    vec![("AVIF", made.files.concat())]
}

#[cfg(not(feature = "avif"))]
fn avif() -> Vec<(&'static str, Vec<u8>)> {
    Vec::new()
}

#[test]
fn what_is_cut_short_is_damaged() {
    for (name, file) in files() {
        let whole = pixels(&file).expect(name);
        let mut unmissed = 0;
        for length in 0..file.len() {
            match pixels(&file[..length]) {
                Ok(seen) => {
                    assert_eq!(seen, whole, "{name} of {length} of {} bytes", file.len());
                    unmissed += 1;
                }
                Err(Unreadable::Damaged) => {}
                Err(Unreadable::Empty) => assert_eq!(length, 0),
                Err(Unreadable::NotAPicture) => assert!(length < 12, "{name} of {length} bytes"),
                Err(why) => panic!("{name} of {length} bytes: {why:?}"),
            }
        }
        // The marker, chunk or byte that says that it ends here may be missing, and no more.
        assert!(unmissed <= 24, "{name}: {unmissed} bytes weren't missed");
    }
}

#[test]
fn a_jpeg_without_its_end_is_whole() {
    let file = &files()[1].1;
    assert!(shown(&file[..file.len() - 2]).is_ok());
    assert_eq!(shown(&file[..file.len() - 12]).err(), Some(Unreadable::Damaged));
    assert!(shown(&[&file[..], b"junk behind the end"].concat()).is_ok());
}

#[test]
fn what_is_broken_is_survived() {
    let mut random = 0x2545_F491_4F6C_DD1Du64;
    let mut next = move || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random as usize
    };
    for (name, file) in files() {
        for _ in 0..200 {
            let mut broken = file.clone();
            for _ in 0..1 + next() % 8 {
                let at = next() % broken.len();
                broken[at] = next() as u8;
            }
            // A broken header may say any size; a caller would refuse these.
            if let Ok(found) = inspect(&broken)
                && found.dimensions.pixels() < 1 << 16
                && let Ok(developed) = develop(&broken, &found, &[], QUALITY)
            {
                assert!(developed.files.is_empty(), "{name}");
            }
        }
    }
}

#[test]
fn a_bomb_tells_its_size_before_it_goes_off() {
    let png = Png { width: 30_000, height: 30_000, depth: 8, kind: 6, interlaced: false, chunks: &[] };
    let size = Dimensions { width: 30_000, height: 30_000 };
    let mut header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    header.extend([png.width.to_be_bytes(), png.height.to_be_bytes()].concat());
    header.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    let jpeg = b"\xFF\xD8\xFF\xC0\0\x11\x08\x75\x30\x75\x30\x03\x01\x22\0\x02\x11\0\x03\x11\0\xFF\xDA";
    let gif = b"GIF89a\x30\x75\x30\x75\0\0\0";
    let webp = b"RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0\x2F\x75\0\x2F\x75\0";
    for file in [&header[..], jpeg, gif, webp] {
        assert_eq!(inspect(file).map(|found| found.dimensions), Ok(size));
    }
}

#[test]
fn a_name_says_nothing() {
    let png = &files()[3].1;
    assert_eq!(inspect(png).expect("as it is").format, Format::Png);
    let jpeg = &files()[0].1;
    assert_eq!(develop(jpeg, &inspect(png).expect("a picture"), &[], QUALITY), Err(Unreadable::Damaged));
}
