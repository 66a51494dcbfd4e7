//! Making every size of a picture, from one decoding.
//!
//! What a rendition looks like depends on the picture and the rendition alone, never on which others
//! are made with it: one that is made again later has the same bytes.

use super::encode::{Subject, encode};
use super::raster::{Layout, Raster};
use super::resize::{Area, resize};
use super::turn::Turn;
use super::{Dimensions, Format, Picture, Quality, Rendition, Tone, Unreadable, colour, decode, embed, inspect};

/// What [`develop`] makes. A rendition that was made with another version may have other bytes.
pub const VERSION: u32 = 1;

/// The shorter side, at least, of the reduction of a large picture that its sizes are made from:
/// enough for the usual ones, and less than half of what phones take.
const PROOF: u32 = 1500;

/// How much longer than that a side must be before it is worth reducing first.
const WORTHWHILE: f64 = 1.5;

/// How many pixels tell a picture's tone.
const SAMPLED: usize = 1 << 16;

/// What was made of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Developed {
    /// Its mean colour.
    pub tone: Tone,
    /// The files, one a rendition, in the same order.
    pub files: Vec<Vec<u8>>,
}

/// Decodes a picture and makes what is wanted of it: turned, in sRGB, with its credits. With no
/// renditions, it tells whether the picture is whole, and its tone. Of a picture that moves, the
/// first frame is taken.
///
/// # Errors
///
/// Where the pixels can't be decoded to the end, or no rendition can be made of this format.
pub fn develop(
    bytes: &[u8],
    picture: &Picture,
    renditions: &[Rendition],
    quality: Quality,
) -> Result<Developed, Unreadable> {
    let turn = inspect::turn(picture.format, bytes)?;
    let full = turn.inverse().dimensions(picture.dimensions);
    let proof = proof(decode::reduced(picture.format, full, PROOF));
    let mut cuts: Vec<Cut> = Vec::new();
    for rendition in renditions {
        let cut = Cut::of(rendition, picture.dimensions, turn);
        if !cuts.contains(&cut) {
            cuts.push(cut);
        }
    }
    let mut prints = larger(bytes, picture.format, full, &cuts, proof)?;
    let source = decode::decode(picture.format, bytes, PROOF)?;
    if source.size != decode::reduced(picture.format, full, PROOF) {
        return Err(Unreadable::Damaged);
    }
    let tone = tone(&source);
    let source =
        colour::srgb(if source.size == proof { source } else { resize(&source, Area::all(source.size), proof)? });
    let mut files = vec![Vec::new(); renditions.len()];
    for (cut, print) in cuts.iter().zip(&mut prints) {
        let print = print.take().map_or_else(|| cut.print(&source, full), Ok)?;
        let print = turned(print, turn);
        for (rendition, file) in renditions.iter().zip(&mut files) {
            if Cut::of(rendition, picture.dimensions, turn) == *cut {
                let encoded = encode(&print, rendition.encoding, quality, subject(picture.format))?;
                *file = embed(encoded, rendition.encoding, &picture.credits);
            }
        }
    }
    Ok(Developed { tone, files })
}

/// The cuts that want more pixels than the proof has, from all the pixels there are, which are let
/// go of before anything else is made.
fn larger(
    bytes: &[u8],
    format: Format,
    full: Dimensions,
    cuts: &[Cut],
    proof: Dimensions,
) -> Result<Vec<Option<Raster>>, Unreadable> {
    if !cuts.iter().any(|cut| cut.exceeds(full, proof)) {
        return Ok(vec![None; cuts.len()]);
    }
    let source = decode::decode(format, bytes, decode::ALL)?;
    if source.size != full {
        return Err(Unreadable::Damaged);
    }
    cuts.iter().map(|cut| cut.exceeds(full, proof).then(|| cut.print(&source, full)).transpose()).collect()
}

/// A part of a picture and its size, both as the pixels are stored.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cut {
    area: Area,
    size: Dimensions,
}

impl Cut {
    fn of(rendition: &Rendition, shown: Dimensions, turn: Turn) -> Cut {
        let (place, part) = rendition.crop.map_or(((0, 0), shown), |crop| crop.area(shown));
        let ((x, y), part) = turn.inverse().area(place, part, shown);
        let area = Area { x: x.into(), y: y.into(), width: part.width.into(), height: part.height.into() };
        Cut { area, size: turn.inverse().dimensions(rendition.dimensions(shown)) }
    }

    /// Whether a reduction of a picture has fewer pixels of this part than are wanted.
    fn exceeds(&self, picture: Dimensions, reduction: Dimensions) -> bool {
        let area = self.area.scaled(picture, reduction);
        area.width.round() < self.size.width.into() || area.height.round() < self.size.height.into()
    }

    /// Made of the picture of a size, or of a reduction of it.
    fn print(&self, source: &Raster, picture: Dimensions) -> Result<Raster, Unreadable> {
        Ok(colour::srgb(resize(source, self.area.scaled(picture, source.size), self.size)?))
    }
}

/// The size of the reduction that sizes are made from: the picture itself if it isn't large.
fn proof(size: Dimensions) -> Dimensions {
    let scale = f64::from(PROOF) / f64::from(size.width.min(size.height));
    let scaled = |side: u32| (f64::from(side) * scale).round() as u32;
    if scale * WORTHWHILE < 1.0 { Dimensions { width: scaled(size.width), height: scaled(size.height) } } else { size }
}

fn subject(format: Format) -> Subject {
    match format {
        Format::Png | Format::Gif => Subject::Drawing,
        _ => Subject::Photo,
    }
}

fn turned(picture: Raster, turn: Turn) -> Raster {
    if turn == Turn::default() {
        return picture;
    }
    let samples = match picture.layout.samples() {
        4 => turn.pixels::<4>(picture.samples.as_chunks().0, picture.size).into_flattened(),
        _ => turn.pixels::<3>(picture.samples.as_chunks().0, picture.size).into_flattened(),
    };
    Raster { size: turn.dimensions(picture.size), samples, ..picture }
}

/// The mean colour of pixels at equal distances. What can be seen through counts less.
fn tone(picture: &Raster) -> Tone {
    let each = picture.layout.samples();
    let pixels = picture.samples.chunks_exact(each);
    let step = (pixels.len() / SAMPLED).max(1) | 1;
    let (mut sums, mut weights) = ([0u64; 4], 0u64);
    for pixel in pixels.step_by(step) {
        let weight = if picture.layout == Layout::Rgba { u64::from(pixel[3]) } else { 1 };
        weights += weight;
        for (sum, sample) in sums.iter_mut().zip(pixel) {
            *sum += weight * u64::from(*sample);
        }
    }
    let mean = sums.map(|sum| sum.checked_div(weights).unwrap_or(255) as u8);
    let size = Dimensions { width: 1, height: 1 };
    let samples = mean[..each].to_vec();
    let mean = colour::srgb(Raster { size, layout: picture.layout, samples, profile: picture.profile.clone() }).samples;
    let coarse = |sample: u8| ((u32::from(sample) * 3 + 127) / 255) as u8;
    Tone([coarse(mean[0]), coarse(mean[1]), coarse(mean[2])])
}
