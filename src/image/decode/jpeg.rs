//! JPEG: baseline and progressive, grey, RGB, YCbCr, CMYK and YCCK.
//!
//! The decoder is given what it needs to decode, and nothing else: what cameras and editors put
//! between the tables is often not quite what the standard says, and never changes a pixel.

use super::super::colour::{Profile, icc};
use super::super::header::jpeg::{Frame, Segments};
use super::super::raster::{Layout, Raster};
use super::super::{Dimensions, Unreadable};
use crate::digest::Digest;
use jpeg_decoder::{ColorTransform, Decoder, Error};

/// What no decoder takes for the end of the data: bits that make more blocks, if blocks are missing.
const TAIL: [u8; 4096] = [0x5A; 4096];

/// The pixels, or every second, fourth or eighth of them across and down, made from fewer of the
/// frequencies that are stored: as few as leave `least` on the shorter side.
pub(super) fn decode(bytes: &[u8], least: u32) -> Result<Raster, Unreadable> {
    let mut file = Stripped::of(bytes).ok_or(Unreadable::Damaged)?;
    if !matches!(file.frame.process, 0xC0..=0xC2) || file.frame.precision != 8 {
        return Err(Unreadable::Unsupported);
    }
    let components = file.components().ok_or(Unreadable::Unsupported)?;
    if !file.ended {
        file.refuse_if_short(components, least)?;
        file.bytes.extend([0xFF, 0xD9]);
    }
    let (samples, size) = file.pixels(components, least)?;
    let layout = match components {
        Components::Grey => Layout::Grey,
        Components::Rgb | Components::YCbCr => Layout::Rgb,
        Components::Cmyk | Components::Ycck => Layout::Cmyk,
    };
    let profile = match icc_profile(bytes) {
        Some(profile) => icc(&profile, layout),
        None => Profile::default(),
    };
    Ok(Raster { size, layout, samples, profile })
}

/// The dimensions of what [`decode`] makes of a picture.
pub(super) fn reduced(size: Dimensions, least: u32) -> Dimensions {
    let fewest = |part: u32| size.width.min(size.height).div_ceil(part) >= least;
    let part = [8, 4, 2].into_iter().find(|part| fewest(*part)).unwrap_or(1);
    Dimensions { width: size.width.div_ceil(part), height: size.height.div_ceil(part) }
}

/// What the components are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Components {
    Grey,
    Rgb,
    YCbCr,
    /// Inverted, as Adobe's programs save it and all viewers take it, with their marker or without.
    Cmyk,
    /// The same, with the first three as YCbCr of the complements.
    Ycck,
}

/// A file without its application segments, comments and what stands between segments.
struct Stripped<'a> {
    bytes: Vec<u8>,
    frame: Frame<'a>,
    /// Whether a JFIF segment stood there: its components are YCbCr, or grey.
    jfif: bool,
    /// The colour transform of Adobe's segment.
    adobe: Option<u8>,
    /// Whether the end of the image is marked, behind the last scan.
    ended: bool,
}

impl<'a> Stripped<'a> {
    fn of(bytes: &'a [u8]) -> Option<Stripped<'a>> {
        let mut kept = Vec::with_capacity(bytes.len() + TAIL.len() + 32);
        kept.extend([0xFF, 0xD8]);
        let (mut frame, mut jfif, mut adobe, mut scan) = (None, false, None, None);
        for segment in Segments::of(bytes) {
            match segment.marker {
                0xE0 => jfif |= segment.body.starts_with(b"JFIF\0"),
                0xEE if segment.body.starts_with(b"Adobe") => adobe = segment.body.get(11).copied(),
                0xE0..=0xFE => {}
                marker => {
                    frame = frame.or(segment.frame());
                    let length = u16::try_from(segment.body.len() + 2).ok()?;
                    kept.extend([0xFF, marker]);
                    kept.extend(length.to_be_bytes());
                    kept.extend(segment.body);
                    scan = (marker == 0xDA).then_some(segment.end);
                }
            }
        }
        let scans = bytes.get(scan?..)?;
        let end = end_of_image(scans);
        kept.extend(scans.get(..end.unwrap_or(scans.len()))?);
        Some(Stripped { bytes: kept, frame: frame?, jfif, adobe, ended: end.is_some() })
    }

    /// What the components are, by the rules that everyone has from libjpeg.
    fn components(&self) -> Option<Components> {
        let ids = |ids: &[u8]| self.frame.components.iter().map(|one| one[0]).eq(ids.iter().copied());
        match self.frame.components.len() {
            1 => Some(Components::Grey),
            3 if self.jfif => Some(Components::YCbCr),
            3 if self.adobe == Some(0) || self.adobe.is_none() && ids(b"RGB") => Some(Components::Rgb),
            3 => Some(Components::YCbCr),
            4 if self.adobe == Some(2) => Some(Components::Ycck),
            4 => Some(Components::Cmyk),
            _ => None,
        }
    }

    /// The decoder makes up what is missing, and says nothing. Where the end isn't marked, what would
    /// come next shows whether something was missing. Of a progressive picture a whole scan may be.
    fn refuse_if_short(&mut self, components: Components, least: u32) -> Result<(), Unreadable> {
        if self.frame.process == 0xC2 {
            return Err(Unreadable::Damaged);
        }
        let length = self.bytes.len();
        let mut with = |tail: &[u8]| {
            self.bytes.truncate(length);
            self.bytes.extend(tail);
            self.bytes.extend([0xFF, 0xD9]);
            self.pixels(components, least).map(|(pixels, _)| Digest::of(&pixels))
        };
        let same = with(&[])? == with(&TAIL)?;
        self.bytes.truncate(length);
        if same { Ok(()) } else { Err(Unreadable::Damaged) }
    }

    /// Decoded, with inks as they are meant: the more, the darker.
    fn pixels(&self, components: Components, least: u32) -> Result<(Vec<u8>, Dimensions), Unreadable> {
        let mut decoder = Decoder::new(&*self.bytes);
        decoder.set_color_transform(match components {
            Components::Grey => ColorTransform::Grayscale,
            Components::Rgb => ColorTransform::RGB,
            Components::YCbCr => ColorTransform::YCbCr,
            Components::Cmyk => ColorTransform::CMYK,
            Components::Ycck => ColorTransform::YCCK,
        });
        let size = reduced(Dimensions { width: self.frame.width, height: self.frame.height }, least);
        let side = |length: u32| u16::try_from(length).map_err(|_| Unreadable::Damaged);
        decoder.scale(side(size.width)?, side(size.height)?).map_err(unreadable)?;
        let samples = decoder.decode().map_err(unreadable)?;
        let made = decoder.info().map(|info| Dimensions { width: info.width.into(), height: info.height.into() });
        if made == Some(size) { Ok((samples, size)) } else { Err(Unreadable::Damaged) }
    }
}

fn unreadable(error: Error) -> Unreadable {
    match error {
        Error::Unsupported(_) => Unreadable::Unsupported,
        _ => Unreadable::Damaged,
    }
}

/// Where the marker "end of image" ends, among scans and what stands between them.
fn end_of_image(scans: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += scans.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match scans.get(at + 1)? {
            0xD9 => return Some(at + 2),
            0xFF => at += 1,
            0x00 | 0x01 | 0xD0..=0xD7 => at += 2,
            // Tables, or the header of the next scan.
            _ => at += 2 + usize::from(u16::from_be_bytes([*scans.get(at + 2)?, *scans.get(at + 3)?])),
        }
    }
}

/// The profile, put together from its parts (ICC.1, annex B.4). None if one is missing.
fn icc_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts: Vec<(u8, &[u8])> = Segments::of(bytes)
        .filter(|segment| segment.marker == 0xE2)
        .filter_map(|segment| segment.body.strip_prefix(b"ICC_PROFILE\0"))
        .filter_map(|part| Some((*part.first()?, part.get(2..)?)))
        .collect();
    parts.sort_by_key(|(number, _)| *number);
    let whole = parts.iter().zip(1u8..).all(|((number, _), wanted)| *number == wanted);
    (whole && !parts.is_empty()).then(|| parts.iter().flat_map(|(_, part)| *part).copied().collect())
}
