//! A stream of AV1 as planes: luma, and two of colours, which may have half the samples.
//!
//! The decoder is told to take no thread of its own, and no more pixels than the container promised.

use super::super::super::{Dimensions, Unreadable};
use super::sequence::{CodePoints, Sequence};
use re_rav1d::{Decoder, Error, Picture, PixelLayout, PlanarImageComponent, Settings};

/// A decoded picture, before it has red, green and blue.
pub(super) struct Planes {
    picture: Picture,
    /// What its numbers mean, as the stream says.
    pub colours: CodePoints,
}

impl Planes {
    /// Those of a stream whose picture has a size.
    pub fn of(stream: Vec<u8>, size: Dimensions) -> Result<Planes, Unreadable> {
        let sequence = Sequence::of(&stream).filter(|sequence| sequence.size == size).ok_or(Unreadable::Damaged)?;
        let mut settings = Settings::new();
        settings.set_n_threads(1);
        settings.set_max_frame_delay(1);
        settings.set_all_layers(false);
        settings.set_frame_size_limit(u32::try_from(size.pixels()).map_err(|_| Unreadable::Unsupported)?);
        let mut decoder = Decoder::with_settings(&settings).map_err(unreadable)?;
        match decoder.send_data(stream, None, None, None) {
            // There are more frames than one: the first is the picture.
            Ok(()) | Err(Error::Again) => {}
            Err(error) => return Err(unreadable(error)),
        }
        let picture = decoder.get_picture().map_err(unreadable)?;
        if (picture.width(), picture.height()) != (size.width, size.height) {
            return Err(Unreadable::Damaged);
        }
        Ok(Planes { picture, colours: sequence.colours })
    }

    /// Bits a sample: 8, 10 or 12.
    pub fn depth(&self) -> u32 {
        self.picture.bit_depth() as u32
    }

    /// Whether there is luma alone.
    pub fn is_grey(&self) -> bool {
        self.picture.pixel_layout() == PixelLayout::I400
    }

    /// Whether there is a sample of each colour for every pixel.
    pub fn is_whole(&self) -> bool {
        self.picture.pixel_layout() == PixelLayout::I444
    }

    /// A row of luma.
    pub fn luma(&self, y: usize) -> Vec<u16> {
        self.row(PlanarImageComponent::Y, self.picture.width() as usize, y)
    }

    /// A row of both colours, one sample a pixel, each sixteen times as large as it is. Where there
    /// are fewer samples than pixels, each stands in the middle of its pixels.
    pub fn chroma(&self, y: usize) -> [Vec<u32>; 2] {
        [PlanarImageComponent::U, PlanarImageComponent::V].map(|component| self.spread(component, y))
    }

    fn spread(&self, component: PlanarImageComponent, y: usize) -> Vec<u32> {
        let (width, height) = (self.picture.width() as usize, self.picture.height() as usize);
        let (half_across, half_down) = match self.picture.pixel_layout() {
            PixelLayout::I420 => (true, true),
            PixelLayout::I422 => (true, false),
            PixelLayout::I444 | PixelLayout::I400 => (false, false),
        };
        let length = if half_across { width.div_ceil(2) } else { width };
        let rows = if half_down { height.div_ceil(2) } else { height };
        let (near, far) = if half_down { neighbours(y, rows) } else { (y, y) };
        let (near, far) = (self.row(component, length, near), self.row(component, length, far));
        let column: Vec<u32> = near.iter().zip(&far).map(|(near, far)| weigh((*near).into(), (*far).into())).collect();
        let across = |x: usize| if half_across { neighbours(x, length) } else { (x, x) };
        (0..width).map(across).map(|(near, far)| weigh(column[near], column[far])).collect()
    }

    fn row(&self, component: PlanarImageComponent, length: usize, y: usize) -> Vec<u16> {
        let bytes = self.picture.plane(component);
        let row = &bytes[y * self.picture.stride(component) as usize..];
        if self.depth() == 8 {
            row[..length].iter().map(|sample| u16::from(*sample)).collect()
        } else {
            row.as_chunks().0[..length].iter().map(|two| u16::from_ne_bytes(*two)).collect()
        }
    }
}

/// Of samples that stand in the middle of two pixels each: the one of a pixel, and the one on its
/// other side.
fn neighbours(pixel: usize, samples: usize) -> (usize, usize) {
    let near = pixel / 2;
    (near, if pixel % 2 == 1 { (near + 1).min(samples - 1) } else { near.saturating_sub(1) })
}

/// Four times the mean of two samples, of which one is three times as near.
fn weigh(near: u32, far: u32) -> u32 {
    3 * near + far
}

fn unreadable(error: Error) -> Unreadable {
    match error {
        Error::UnsupportedBitstream => Unreadable::Unsupported,
        _ => Unreadable::Damaged,
    }
}
