//! Pixels to bytes: flat colours to a small PNG with a palette, photos to JPEG.

use super::{Fault, HEIGHT, WIDTH};
use resvg::tiny_skia::Pixmap;
use rustc_hash::FxHashMap;

/// How much of a photo is kept, from 1 to 100: letters stay clean at this quality.
const QUALITY: u8 = 82;

/// The colours that a palette holds (PNG, section 11.2.2).
const PALETTE: usize = 256;

/// A picture with more colours than this holds a photo or a gradient.
const FLAT: usize = 4096;

pub(super) fn jpeg(pixels: &Pixmap) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::with_capacity(0x20000);
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
    let done = encoder.encode(pixels.data(), WIDTH as u16, HEIGHT as u16, jpeg_encoder::ColorType::Rgba);
    done.map(|()| bytes).map_err(|error| Fault::Pixels(error.to_string()))
}

/// Rows as differences from the row above, packed by the quick method that knows runs of zeros:
/// half the time of the usual one for a third more bytes.
pub(super) fn png(pixels: &Pixmap) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::with_capacity(0x10000);
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_depth(png::BitDepth::Eight);
    let data = match indexed(pixels.data()) {
        Some((palette, data)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(png::Filter::Up);
            encoder.set_deflate_compression(png::DeflateCompression::FdeflateUltraFast);
            data
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            rgb(pixels.data())
        }
    };
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&data)?;
        writer.finish()
    });
    written.map(|()| bytes).map_err(|error| Fault::Pixels(error.to_string()))
}

fn rgb(rgba: &[u8]) -> Vec<u8> {
    rgba.as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect()
}

/// Pixels of one colour that follow each other.
struct Stretch {
    /// The place of the colour in the order in which colours were found.
    colour: usize,
    length: usize,
}

/// A palette, the most frequent colour first, and each pixel's place in it; none if there are more
/// colours than a flat drawing has. Where there are more than a palette holds, the rarest, which are
/// steps at the edges of letters, give way to the nearest of the others.
fn indexed(rgba: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let pixels = rgba.as_chunks::<4>().0;
    let mut found: FxHashMap<[u8; 4], usize> = FxHashMap::default();
    let mut colours: Vec<([u8; 4], usize)> = Vec::new();
    let mut stretches: Vec<Stretch> = Vec::new();
    for stretch in pixels.chunk_by(|a, b| a == b) {
        let [first, ..] = stretch else { continue };
        let colour = *found.entry(*first).or_insert(colours.len());
        if colour == FLAT {
            return None;
        }
        if colour == colours.len() {
            colours.push((*first, 0));
        }
        colours[colour].1 += stretch.len();
        stretches.push(Stretch { colour, length: stretch.len() });
    }
    let mut order: Vec<usize> = (0..colours.len()).collect();
    order.sort_by_key(|colour| std::cmp::Reverse(colours[*colour].1));
    let palette: Vec<[u8; 4]> = order.iter().take(PALETTE).map(|colour| colours[*colour].0).collect();
    let mut places = vec![0; colours.len()];
    for (rank, colour) in order.into_iter().enumerate() {
        places[colour] = u8::try_from(rank).unwrap_or_else(|_| nearest(colours[colour].0, &palette));
    }
    let mut data = Vec::with_capacity(pixels.len());
    stretches.iter().for_each(|stretch| data.resize(data.len() + stretch.length, places[stretch.colour]));
    Some((palette.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect(), data))
}

/// The place in a palette of the colour that is nearest to one.
fn nearest(colour: [u8; 4], palette: &[[u8; 4]]) -> u8 {
    let distance =
        |other: &[u8; 4]| colour.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum::<u32>();
    let found = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.and_then(|(place, _)| u8::try_from(place).ok()).unwrap_or_default()
}
