//! GIF: the first picture, on its screen.

use super::super::colour::Profile;
use super::super::raster::{Layout, Raster};
use super::super::{Dimensions, Unreadable};
use gif::{ColorOutput, DecodeOptions, MemoryLimit};
use std::num::NonZeroU64;

pub(super) fn decode(bytes: &[u8]) -> Result<Raster, Unreadable> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    // No more than the largest screen there can be; the caller has seen the size.
    options.set_memory_limit(NonZeroU64::new(4 * 65_535 * 65_535).map_or(MemoryLimit::Unlimited, MemoryLimit::Bytes));
    let mut decoder = options.read_info(bytes).map_err(|_| Unreadable::Damaged)?;
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let frame = decoder.read_next_frame().map_err(|_| Unreadable::Damaged)?.ok_or(Unreadable::Damaged)?;
    let (left, top, across) = (usize::from(frame.left), usize::from(frame.top), usize::from(frame.width));
    let mut screen = vec![0; width * height * 4];
    let visible = across.min(width.saturating_sub(left)) * 4;
    if visible > 0 {
        let rows = screen.chunks_exact_mut(width * 4).skip(top);
        for (row, drawn) in rows.zip(frame.buffer.chunks_exact(across * 4)) {
            row[left * 4..][..visible].copy_from_slice(&drawn[..visible]);
        }
    }
    let size = Dimensions { width: width as u32, height: height as u32 };
    Ok(Raster { size, layout: Layout::Rgba, samples: screen, profile: Profile::default() })
}
