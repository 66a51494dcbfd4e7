//! Colours: what a file's numbers mean, and the same colours as sRGB (IEC 61966-2-1).
//!
//! A profile that is broken, or of another kind than the pixels, means nothing: the picture is taken
//! as sRGB, as browsers do.

use super::Dimensions;
use super::raster::{Layout, Raster};
use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace, MatrixCoefficients,
    TransferCharacteristics, TransformExecutor, TransformOptions, XyY, curve_from_gamma,
};
use std::sync::Arc;

/// What an encoding gamma may differ from 1/2.2 and still be meant as sRGB's.
const GAMMA_TOLERANCE: f32 = 0.005;

/// The colours that samples stand for: sRGB if nothing else is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile(Option<Arc<ColorProfile>>);

/// The colours of an ICC profile (ICC.1, ICC.2) in pixels of a layout.
pub(super) fn icc(bytes: &[u8], layout: Layout) -> Profile {
    match ColorProfile::new_from_slice(bytes) {
        Ok(profile) => usable(profile, layout),
        Err(_) => Profile::default(),
    }
}

/// The colours of code points (ITU-T H.273) for primaries and transfer function.
pub(super) fn code_points(primaries: u8, transfer: u8) -> Profile {
    let (Ok(color_primaries), Ok(transfer_characteristics)) =
        (CicpColorPrimaries::try_from(primaries), TransferCharacteristics::try_from(transfer))
    else {
        return Profile::default();
    };
    let matrix_coefficients = MatrixCoefficients::Identity;
    let points = CicpProfile { color_primaries, transfer_characteristics, matrix_coefficients, full_range: true };
    usable(ColorProfile::new_from_cicp(points), Layout::Rgb)
}

/// The colours of an encoding gamma, and of white, red, green and blue at places of the CIE 1931
/// diagram; of sRGB's where none are given.
pub(super) fn gamma(gamma: f32, places: Option<[[f32; 2]; 4]>, layout: Layout) -> Profile {
    let like_srgb = (gamma - 1.0 / 2.2).abs() < GAMMA_TOLERANCE;
    if !(0.05..=2.0).contains(&gamma) || like_srgb && places.is_none() {
        return Profile::default();
    }
    if layout == Layout::Grey {
        return usable(ColorProfile::new_gray_with_gamma(1.0 / gamma), layout);
    }
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    if !like_srgb {
        let curve = Some(curve_from_gamma(1.0 / gamma));
        (profile.red_trc, profile.green_trc, profile.blue_trc) = (curve.clone(), curve.clone(), curve);
    }
    if let Some([white, red, green, blue]) = places {
        let place = |[x, y]: [f32; 2]| Chromaticity { x, y };
        let white = XyY { x: white[0].into(), y: white[1].into(), yb: 1.0 };
        let primaries = ColorPrimaries { red: place(red), green: place(green), blue: place(blue) };
        profile.update_rgb_colorimetry(white, primaries);
    }
    usable(profile, layout)
}

/// A profile that fits the layout and leads to sRGB, unless it is sRGB itself.
fn usable(profile: ColorProfile, layout: Layout) -> Profile {
    let fits = match layout {
        Layout::Grey => profile.color_space == DataColorSpace::Gray,
        Layout::Rgb | Layout::Rgba => profile.color_space == DataColorSpace::Rgb,
        Layout::Cmyk => profile.color_space == DataColorSpace::Cmyk,
    };
    let profile = Profile(Some(Arc::new(profile)));
    if fits && differs(&profile, layout) { profile } else { Profile::default() }
}

/// Whether a profile leads to sRGB, and its colours are others by more than rounding.
fn differs(profile: &Profile, layout: Layout) -> bool {
    const STEPS: [u8; 7] = [0, 36, 73, 109, 146, 200, 255];
    // All mixtures of the steps, and all greys.
    let mixtures = (0..7usize.pow(3)).flat_map(|n| [STEPS[n % 7], STEPS[n / 7 % 7], STEPS[n / 49]]);
    let samples: Vec<u8> = match layout {
        Layout::Grey => (0..=255).collect(),
        Layout::Rgb | Layout::Rgba => mixtures.chain((0..=255).flat_map(|grey| [grey; 3])).collect(),
        Layout::Cmyk => return profile.transform(layout).is_some(),
    };
    let layout = if layout == Layout::Grey { layout } else { Layout::Rgb };
    let size = Dimensions { width: (samples.len() / layout.samples()) as u32, height: 1 };
    let plain = Raster { size, layout, samples, profile: Profile::default() };
    let own = Raster { profile: profile.clone(), ..plain.clone() };
    profile.transform(layout).is_some()
        && srgb(plain).samples.iter().zip(&srgb(own).samples).any(|(a, b)| a.abs_diff(*b) > 1)
}

impl Profile {
    /// What converts samples of eight bits to sRGB; none if they are, or if there is no way.
    fn transform(&self, layout: Layout) -> Option<Arc<dyn TransformExecutor<u8> + Send + Sync>> {
        let (from, to) = (given(layout), given(target(layout)));
        self.0.as_ref()?.create_transform_8bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()
    }

    /// The same for samples of sixteen bits.
    fn wide_transform(&self, layout: Layout) -> Option<Arc<dyn TransformExecutor<u16> + Send + Sync>> {
        let (from, to) = (given(layout), given(target(layout)));
        self.0.as_ref()?.create_transform_16bit(from, &ColorProfile::new_srgb(), to, TransformOptions::default()).ok()
    }
}

/// What a layout becomes in sRGB.
fn target(layout: Layout) -> Layout {
    if layout == Layout::Rgba { Layout::Rgba } else { Layout::Rgb }
}

/// A layout in the colour library's words, which takes four inks for red, green, blue and alpha.
fn given(layout: Layout) -> moxcms::Layout {
    match layout {
        Layout::Grey => moxcms::Layout::Gray,
        Layout::Rgb => moxcms::Layout::Rgb,
        Layout::Rgba | Layout::Cmyk => moxcms::Layout::Rgba,
    }
}

/// The same picture as sRGB: red, green, blue, and alpha if there was.
pub(super) fn srgb(raster: Raster) -> Raster {
    let Raster { size, layout, samples, profile } = raster;
    let samples = match profile.transform(layout) {
        Some(transform) => convert(&*transform, &samples, layout).unwrap_or_else(|| plain(&samples, layout)),
        None if layout == target(layout) => samples,
        None => plain(&samples, layout),
    };
    Raster { size, layout: target(layout), samples, profile: Profile::default() }
}

/// Samples of sixteen bits, the higher byte first, as a picture of eight. Colours are converted
/// before that, so that what is wide and dark keeps its steps.
pub(super) fn narrow(size: Dimensions, layout: Layout, samples: &[u8], profile: &Profile) -> Raster {
    let wide: Vec<u16> = samples.as_chunks().0.iter().map(|two| u16::from_be_bytes(*two)).collect();
    let converted = profile.wide_transform(layout).and_then(|transform| convert(&*transform, &wide, layout));
    let (wide, layout) = match converted {
        Some(converted) => (converted, target(layout)),
        None => (wide, layout),
    };
    let samples = wide.iter().map(|sample| ((u32::from(*sample) * 255 + 32_767) / 65_535) as u8).collect();
    Raster { size, layout, samples, profile: Profile::default() }
}

fn convert<T: Copy + Default>(transform: &dyn TransformExecutor<T>, samples: &[T], layout: Layout) -> Option<Vec<T>> {
    let mut converted = vec![T::default(); samples.len() / layout.samples() * target(layout).samples()];
    transform.transform(samples, &mut converted).ok()?;
    Some(converted)
}

/// Colours without a profile: greys are sRGB's, and inks take light away each for itself, as in
/// browsers.
fn plain(samples: &[u8], layout: Layout) -> Vec<u8> {
    match layout {
        Layout::Grey => samples.iter().flat_map(|grey| [*grey; 3]).collect(),
        Layout::Rgb | Layout::Rgba => samples.to_vec(),
        Layout::Cmyk => {
            let light = |ink: u8, black: u8| ((255 - u32::from(ink)) * (255 - u32::from(black)) + 127) / 255;
            samples.as_chunks().0.iter().flat_map(|[c, m, y, k]| [*c, *m, *y].map(|ink| light(ink, *k) as u8)).collect()
        }
    }
}
