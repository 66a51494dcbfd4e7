//! PNG: every depth and kind, as eight bits a sample.

use super::super::colour::{self, Profile, icc};
use super::super::raster::{Layout, Raster};
use super::super::{Dimensions, Unreadable};
use png::{BitDepth, ColorType, Decoder, DecodingError, Info, Transformations};
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8]) -> Result<Raster, Unreadable> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND);
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(unreadable)?;
    let (kind, depth) = reader.output_color_type();
    let mut samples = vec![0; reader.output_buffer_size().ok_or(Unreadable::Unsupported)?];
    reader.next_frame(&mut samples).map_err(unreadable)?;
    let info = reader.info();
    let size = Dimensions { width: info.width, height: info.height };
    let layout = match kind {
        ColorType::Grayscale => Layout::Grey,
        ColorType::Rgb => Layout::Rgb,
        ColorType::GrayscaleAlpha | ColorType::Rgba => Layout::Rgba,
        ColorType::Indexed => return Err(Unreadable::Unsupported),
    };
    let profile = profile(info, layout);
    let wide = depth == BitDepth::Sixteen;
    if kind == ColorType::GrayscaleAlpha {
        samples = if wide { repeat_grey::<2>(&samples) } else { repeat_grey::<1>(&samples) };
    }
    if wide {
        return Ok(colour::narrow(size, layout, &samples, &profile));
    }
    Ok(Raster { size, layout, samples, profile })
}

/// Grey and alpha, of so many bytes each, as red, green, blue and alpha.
fn repeat_grey<const BYTES: usize>(samples: &[u8]) -> Vec<u8> {
    let mut repeated = Vec::with_capacity(samples.len() * 2);
    for [grey, alpha] in samples.as_chunks::<BYTES>().0.as_chunks().0 {
        repeated.extend([grey, grey, grey, alpha].into_iter().flatten());
    }
    repeated
}

/// What the chunks say of colours, in the order in which they count (PNG third edition, 4.3).
fn profile(info: &Info, layout: Layout) -> Profile {
    if let Some(points) = info.coding_independent_code_points {
        return colour::code_points(points.color_primaries, points.transfer_function);
    }
    if let Some(profile) = &info.icc_profile {
        return icc(profile, layout);
    }
    match (info.srgb, info.gama_chunk) {
        (None, Some(gamma)) => {
            let primaries = info.chrm_chunk.map(|chunk| {
                [chunk.white, chunk.red, chunk.green, chunk.blue].map(|(x, y)| [x.into_value(), y.into_value()])
            });
            colour::gamma(gamma.into_value(), primaries, layout)
        }
        _ => Profile::default(),
    }
}

fn unreadable(error: DecodingError) -> Unreadable {
    match error {
        DecodingError::LimitsExceeded => Unreadable::Unsupported,
        _ => Unreadable::Damaged,
    }
}
