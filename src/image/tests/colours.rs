//! Colours are what the profile says, in sRGB.

use super::pictures::{Jpeg, Png, chunk, plain, stored, with_segments};
use super::*;
use jpeg_encoder::ColorType;
use moxcms::{ColorProfile, DataColorSpace, LutDataType, LutStore, LutType, LutWarehouse, Matrix3d, ProfileClass};

const SIDE: u32 = 24;

/// The colour of a picture of one colour, as it is shown.
#[track_caller]
fn seen(file: &[u8]) -> [u8; 3] {
    let raster = shown(file).expect("a picture");
    let pixel: [u8; 3] = raster.samples[..3].try_into().expect("three samples");
    let all = raster.samples.chunks_exact(raster.layout.samples());
    assert!(all.clone().all(|other| other[..3].iter().zip(pixel).all(|(a, b)| a.abs_diff(b) <= 1)), "one colour");
    pixel
}

#[track_caller]
fn assert_colour(found: [u8; 3], expected: [u8; 3], by: u8, what: &str) {
    let near = found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= by);
    assert!(near, "{what}: {found:?} instead of {expected:?}");
}

/// The sRGB value of light, from 0 to 1 (IEC 61966-2-1).
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round() as u8
}

/// The light of an sRGB value.
fn light(value: u8) -> f64 {
    let value = f64::from(value) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Light in the primaries of Display P3 as light in those of sRGB.
fn from_p3([r, g, b]: [f64; 3]) -> [f64; 3] {
    [
        1.224_940_2 * r - 0.224_940_2 * g,
        -0.042_056_9 * r + 1.042_056_9 * g,
        -0.019_637_6 * r - 0.078_636_0 * g + 1.098_273_6 * b,
    ]
}

fn profile(profile: &ColorProfile) -> Vec<u8> {
    profile.encode().expect("a profile")
}

fn jpeg(colour: [u8; 3], icc: &[u8]) -> Vec<u8> {
    Jpeg { icc, ..Jpeg::default() }.of(&plain(SIDE, SIDE, colour), SIDE, SIDE)
}

/// A PNG of one colour of sixteen bits or eight, with chunks.
fn png(colour: [u16; 3], depth: u8, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    Png { width: SIDE, height: SIDE, depth, kind: 2, interlaced: false, chunks }
        .of(&colour.repeat((SIDE * SIDE) as usize))
}

#[test]
fn display_p3_is_as_vivid_as_it_was() {
    let p3 = profile(&ColorProfile::new_display_p3());
    // The red of sRGB, in the wider space.
    assert_colour(seen(&jpeg([234, 51, 35], &p3)), [255, 0, 0], 3, "sRGB's red");
    for colour in [[200, 80, 60], [60, 160, 90], [30, 60, 170], [128, 128, 128], [250, 240, 230]] {
        let expected = from_p3(colour.map(light)).map(encoded);
        assert_colour(seen(&png(colour.map(u16::from), 8, &[(b"iCCP", &iccp(&p3))])), expected, 2, "PNG, P3");
        assert_colour(seen(&jpeg(colour, &p3)), expected, 4, "JPEG, P3");
        let wide = colour.map(|c| u16::from(c) * 257);
        assert_colour(seen(&png(wide, 16, &[(b"iCCP", &iccp(&p3))])), expected, 1, "PNG of 16 bits, P3");
        assert_colour(
            seen(&png(colour.map(u16::from), 8, &[(b"cICP", &[12, 13, 0, 1])])),
            expected,
            2,
            "PNG, code points",
        );
    }
}

#[test]
fn adobe_rgb_is_as_green_as_it_was() {
    let adobe = profile(&ColorProfile::new_adobe_rgb());
    let linear = |value: u8| (f64::from(value) / 255.0).powf(563.0 / 256.0);
    for [r, g, b] in [[200, 180, 60], [90, 160, 120], [128, 128, 128]] {
        let [r1, g1, b1] = [r, g, b].map(linear);
        let expected = [1.398_283_7 * r1 - 0.398_283_7 * g1, g1, -0.042_938_3 * g1 + 1.042_938_3 * b1].map(encoded);
        assert_colour(seen(&jpeg([r, g, b], &adobe)), expected, 3, "Adobe RGB");
    }
}

#[test]
fn srgb_stays_as_it_is_to_the_bit() {
    let srgb = profile(&ColorProfile::new_srgb());
    for colour in [[1u16, 2, 3], [200, 80, 60], [17, 99, 254]] {
        let as_it_is = colour.map(|c| c as u8);
        assert_eq!(seen(&png(colour, 8, &[(b"iCCP", &iccp(&srgb))])), as_it_is);
        assert_eq!(seen(&png(colour, 8, &[(b"sRGB", &[0]), (b"gAMA", &100_000u32.to_be_bytes())])), as_it_is);
        assert_eq!(seen(&png(colour, 8, &[(b"gAMA", &45_455u32.to_be_bytes())])), as_it_is);
        assert_eq!(seen(&png(colour, 8, &[(b"cICP", &[1, 13, 0, 1])])), as_it_is);
        assert_eq!(seen(&png(colour.map(|c| c * 257), 16, &[])), as_it_is);
    }
}

#[test]
fn gamma_and_primaries_of_a_png_count() {
    let linear = [(b"gAMA", &100_000u32.to_be_bytes()[..])];
    assert_colour(seen(&png([128; 3], 8, &linear)), [encoded(128.0 / 255.0); 3], 1, "light itself");
    assert_colour(seen(&png([400; 3], 16, &linear)), [encoded(400.0 / 65_535.0); 3], 1, "dark light of 16 bits");
    let grey = Png { width: 2, height: 1, depth: 8, kind: 0, interlaced: false, chunks: &linear };
    assert_colour(seen(&grey.of(&[128, 128])), [encoded(128.0 / 255.0); 3], 1, "grey light");
    // The primaries of Display P3.
    let places: Vec<u8> = [31_270u32, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000]
        .iter()
        .flat_map(|n| n.to_be_bytes())
        .collect();
    let chunks = [(b"gAMA", &45_455u32.to_be_bytes()[..]), (b"cHRM", &places)];
    let expected = from_p3([200, 80, 60].map(light)).map(encoded);
    assert_colour(seen(&png([200, 80, 60], 8, &chunks)), expected, 3, "cHRM");
}

#[test]
fn greys_have_profiles_too() {
    let gamma = profile(&ColorProfile::new_gray_with_gamma(1.0));
    let file = Jpeg { icc: &gamma, ..Jpeg::default() }.encode(&[128; 576], SIDE, SIDE, ColorType::Luma);
    assert_colour(seen(&file), [encoded(128.0 / 255.0); 3], 2, "linear grey");
}

#[test]
fn inks_go_through_the_tables_of_their_profile() {
    // Paper is yellowish, and black ink alone is all that darkens it.
    let yellowish = |ink: usize| if ink & 8 == 0 { [62_000u16, 32_896, 45_000] } else { [0, 32_896, 32_896] };
    let table: Vec<u16> =
        (0..16).flat_map(|n: usize| yellowish((n & 1) << 3 | (n & 2) << 1 | (n & 4) >> 1 | (n & 8) >> 3)).collect();
    let ramp = |channels: usize| [0u16, 65_535].repeat(channels);
    let lut = LutDataType {
        num_input_channels: 4,
        num_output_channels: 3,
        num_clut_grid_points: 2,
        matrix: Matrix3d::IDENTITY,
        num_input_table_entries: 2,
        num_output_table_entries: 2,
        input_table: LutStore::Store16(ramp(4)),
        clut_table: LutStore::Store16(table),
        output_table: LutStore::Store16(ramp(3)),
        lut_type: LutType::Lut16,
    };
    let mut press = ColorProfile::new_srgb();
    press.cicp = None;
    press.color_space = DataColorSpace::Cmyk;
    press.profile_class = ProfileClass::OutputDevice;
    press.pcs = DataColorSpace::Lab;
    (press.red_trc, press.green_trc, press.blue_trc) = (None, None, None);
    press.lut_a_to_b_perceptual = Some(LutWarehouse::Lut(lut.clone()));
    press.lut_a_to_b_colorimetric = Some(LutWarehouse::Lut(lut));
    let icc = profile(&press);
    for (inks, dark) in [([0u8, 0, 0, 0], false), ([255, 255, 255, 0], false), ([0, 0, 0, 255], true)] {
        let samples = inks.repeat((SIDE * SIDE) as usize);
        let file = Jpeg { icc: &icc, ..Jpeg::default() }.encode(&samples, SIDE, SIDE, ColorType::Cmyk);
        let [r, g, b] = seen(&file);
        if dark {
            assert_colour([r, g, b], [0, 0, 0], 8, "black ink");
        } else {
            assert!(r > 220 && g > 210 && (100..200).contains(&b), "paper: {r} {g} {b}");
        }
    }
}

#[test]
fn a_broken_profile_is_none() {
    let p3 = profile(&ColorProfile::new_display_p3());
    let grey = profile(&ColorProfile::new_gray_with_gamma(1.0));
    let cut = &p3[..p3.len() / 2];
    for icc in [&b"not a profile"[..], cut, &grey, &[0xFF; 200]] {
        assert_colour(seen(&jpeg([200, 80, 60], icc)), [200, 80, 60], 3, "JPEG");
        assert_eq!(seen(&png([200, 80, 60], 8, &[(b"iCCP", &iccp(icc))])), [200, 80, 60]);
    }
    assert_eq!(seen(&png([200, 80, 60], 8, &[(b"iCCP", b"x\0\0broken")])), [200, 80, 60]);
    assert_eq!(seen(&png([200, 80, 60], 8, &[(b"cICP", &[255, 255, 0, 1])])), [200, 80, 60]);
    assert_eq!(seen(&png([200, 80, 60], 8, &[(b"gAMA", &[0; 4])])), [200, 80, 60]);
    // A second part without a first.
    let file = with_segments(&jpeg([200, 80, 60], &[]), &[(0xE2, &[b"ICC_PROFILE\0\x02\x02", &p3[..]].concat())]);
    assert_colour(seen(&file), [200, 80, 60], 3, "half a profile");
}

/// The body of a chunk with a profile.
fn iccp(profile: &[u8]) -> Vec<u8> {
    [b"warta\0\0", &stored(profile)[..]].concat()
}

#[test]
fn chunks_are_as_the_standard_has_them() {
    let mut file = Vec::new();
    chunk(&mut file, b"IEND", &[]);
    assert_eq!(file, b"\0\0\0\0IEND\xAE\x42\x60\x82");
}
