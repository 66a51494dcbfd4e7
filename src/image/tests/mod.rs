//! Pictures of every kind through the whole of this module.

#[cfg(feature = "avif")]
mod avif;
mod colours;
mod damaged;
mod inputs;
mod renditions;

#[path = "../../../tests/support/pictures.rs"]
mod pictures;

use super::raster::{Layout, Raster};
use super::*;

const QUALITY: Quality = Quality { jpeg: 90, webp: 90, avif: 80 };

/// A picture as it is shown, in its own size, without loss.
fn shown(file: &[u8]) -> Result<Raster, Unreadable> {
    let picture = inspect(file)?;
    let whole = Rendition { crop: None, width: picture.dimensions.width, encoding: Encoding::Png };
    let developed = develop(file, &picture, &[whole], QUALITY)?;
    decode::decode(Format::Png, &developed.files[0], decode::ALL)
}

/// How far pixels are from others, in the mean and at most.
fn distance(raster: &Raster, pixels: &[[u8; 3]]) -> (f64, u8) {
    assert_eq!(raster.samples.len() / raster.layout.samples(), pixels.len(), "another number of pixels");
    let seen = raster.samples.chunks_exact(raster.layout.samples()).flat_map(|pixel| &pixel[..3]);
    let each: Vec<u8> = seen.zip(pixels.as_flattened()).map(|(a, b)| a.abs_diff(*b)).collect();
    let sum: f64 = each.iter().map(|d| f64::from(*d)).sum();
    (sum / each.len() as f64, each.into_iter().max().unwrap_or(0))
}

#[track_caller]
fn assert_like(raster: &Raster, pixels: &[[u8; 3]], mean: f64, what: &str) {
    let (found, most) = distance(raster, pixels);
    assert!(found <= mean, "{what}: {found:.2} off in the mean, {most} at most");
}
