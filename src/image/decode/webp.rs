//! WebP: lossy and lossless.

use super::super::colour::{Profile, icc};
use super::super::raster::{Layout, Raster};
use super::super::{Dimensions, Unreadable};
use image_webp::{DecodingError, WebPDecoder};
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8]) -> Result<Raster, Unreadable> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let layout = if decoder.has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let mut samples = vec![0; decoder.output_buffer_size().ok_or(Unreadable::Unsupported)?];
    if decoder.is_animated() {
        decoder.read_frame(&mut samples).map_err(unreadable)?;
    } else {
        decoder.read_image(&mut samples).map_err(unreadable)?;
    }
    let profile = match decoder.icc_profile() {
        Ok(Some(profile)) => icc(&profile, layout),
        _ => Profile::default(),
    };
    Ok(Raster { size: Dimensions { width, height }, layout, samples, profile })
}

fn unreadable(error: DecodingError) -> Unreadable {
    match error {
        DecodingError::UnsupportedFeature(_) | DecodingError::ImageTooLarge | DecodingError::MemoryLimitExceeded => {
            Unreadable::Unsupported
        }
        _ => Unreadable::Damaged,
    }
}
