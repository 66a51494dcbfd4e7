//! AVIF: one picture of AV1, of eight, ten or twelve bits, with transparency as a second one.
//!
//! Pictures that are put together from tiles, and those that only a part of is to be shown, are not
//! opened.

mod planes;
mod sequence;

use super::super::colour::{self, Profile};
use super::super::header::isobmff::{Property, is_alpha, primary, properties, references};
use super::super::metadata::Items;
use super::super::raster::{Layout, Raster};
use super::super::{Format, Unreadable, header};
use planes::Planes;
use sequence::CodePoints;

/// What may be essential to an item and is heeded, here or where pictures are turned.
const KNOWN: [&[u8; 4]; 7] = [b"av1C", b"auxC", b"colr", b"imir", b"irot", b"ispe", b"pixi"];

pub(super) fn decode(bytes: &[u8]) -> Result<Raster, Unreadable> {
    let size = header::read(Format::Avif, bytes)?.dimensions;
    let items = Items::read(bytes).map_err(|_| Unreadable::Damaged)?;
    let stream = |id: u32| {
        let item = items.list.iter().find(|item| item.id == id as usize);
        item.map(|item| item.data(bytes)).ok_or(Unreadable::Damaged)
    };
    let id = primary(bytes).ok_or(Unreadable::Damaged)?;
    let said = properties(bytes, id).ok_or(Unreadable::Damaged)?;
    let is_known = |property: &Property<'_>| KNOWN.contains(&property.kind);
    let is_cut = said.iter().any(|property| property.kind == b"clap" || property.essential && !is_known(property));
    if is_cut || !said.iter().any(|property| property.kind == b"av1C") {
        return Err(Unreadable::Unsupported);
    }
    let mut planes = Planes::of(stream(id)?, size)?;
    planes.colours = said.iter().find_map(nclx).unwrap_or(planes.colours);
    let alpha = match alpha_of(bytes, id) {
        Some(alpha) => Some(Planes::of(stream(alpha)?, size)?),
        None => None,
    };
    let is_multiplied = alpha.is_some() && references(bytes, b"prem").iter().any(|(from, _)| *from == id);
    let layout = match (&alpha, planes.is_grey()) {
        (Some(_), _) => Layout::Rgba,
        (None, true) => Layout::Grey,
        (None, false) => Layout::Rgb,
    };
    let profile = match said.iter().find_map(icc) {
        Some(icc) => colour::icc(icc, layout),
        None => code_points(planes.colours, layout),
    };
    let wide = planes.depth() > 8;
    let mut samples = Vec::with_capacity(size.pixels() as usize * layout.samples() * if wide { 2 } else { 1 });
    let light = Light::of(&planes).ok_or(Unreadable::Unsupported)?;
    let opacity = alpha.as_ref().and_then(Light::of);
    for y in 0..size.height as usize {
        let mut row = light.row(&planes, y);
        let alpha = alpha.as_ref().zip(opacity.as_ref()).map(|(alpha, light)| light.luma(alpha, y));
        if let Some(alpha) = alpha.as_ref().filter(|_| is_multiplied) {
            row.iter_mut().zip(alpha).for_each(|(pixel, alpha)| *pixel = pixel.map(|sample| sample / alpha.max(1e-6)));
        }
        let mut push = |sample: f32| match wide {
            true => samples.extend(((sample.clamp(0.0, 1.0) * 65_535.0).round() as u16).to_be_bytes()),
            false => samples.push((sample.clamp(0.0, 1.0) * 255.0).round() as u8),
        };
        for (n, pixel) in row.iter().enumerate() {
            pixel[..layout.samples().min(3)].iter().for_each(|sample| push(*sample));
            alpha.iter().for_each(|alpha| push(alpha[n]));
        }
    }
    if wide {
        return Ok(colour::narrow(size, layout, &samples, &profile));
    }
    Ok(Raster { size, layout, samples, profile })
}

/// The item that is an item's transparency.
fn alpha_of(bytes: &[u8], item: u32) -> Option<u32> {
    let is_alpha = |id: u32| {
        let said = properties(bytes, id).unwrap_or_default();
        said.iter().any(|property| property.kind == b"auxC" && is_alpha(property.body))
    };
    let auxiliary = references(bytes, b"auxl").into_iter().filter(|(_, others)| others.contains(&item));
    auxiliary.map(|(from, _)| from).find(|from| is_alpha(*from))
}

/// The code points of a box of colours.
fn nclx(property: &Property<'_>) -> Option<CodePoints> {
    let points = property.body.strip_prefix(b"nclx").filter(|_| property.kind == b"colr")?;
    let point = |at: usize| points.get(at..at + 2).map(|two| u8::try_from(u16::from_be_bytes([two[0], two[1]])).ok());
    Some(CodePoints {
        primaries: point(0)??,
        transfer: point(2)??,
        matrix: point(4)??,
        full_range: *points.get(6)? & 0x80 != 0,
    })
}

/// The ICC profile of a box of colours.
fn icc<'a>(property: &Property<'a>) -> Option<&'a [u8]> {
    let body = property.body;
    let icc = body.strip_prefix(b"prof").or_else(|| body.strip_prefix(b"rICC"));
    icc.filter(|_| property.kind == b"colr")
}

/// The colours of code points. What isn't said is sRGB's; and cameras' curves of video, which no
/// screen has, are shown as sRGB by every browser.
fn code_points(CodePoints { primaries, transfer, .. }: CodePoints, layout: Layout) -> Profile {
    let primaries = if primaries == 2 { 1 } else { primaries };
    let transfer = if matches!(transfer, 1 | 2 | 6 | 14 | 15) { 13 } else { transfer };
    if layout == Layout::Grey { Profile::default() } else { colour::code_points(primaries, transfer) }
}

/// How numbers become light, from 0 to 1 (ITU-T H.273, 8.3).
struct Light {
    black: f32,
    luma: f32,
    middle: f32,
    chroma: f32,
    /// How much of luma is red, and how much is blue; none where the planes are green, blue and red.
    weights: Option<[f32; 2]>,
}

impl Light {
    /// None for matrices that no camera and no program writes into pictures.
    fn of(planes: &Planes) -> Option<Light> {
        let weights = match planes.colours.matrix {
            0 if planes.is_whole() => None,
            1 => Some([0.2126, 0.0722]),
            4 => Some([0.30, 0.11]),
            2 | 5 | 6 => Some([0.299, 0.114]),
            7 => Some([0.212, 0.087]),
            9 => Some([0.2627, 0.0593]),
            _ if planes.is_grey() => Some([0.299, 0.114]),
            _ => return None,
        };
        let unit = (1u32 << (planes.depth() - 8)) as f32;
        let most = (1u32 << planes.depth()) as f32 - 1.0;
        let middle = 128.0 * unit;
        Some(match planes.colours.full_range {
            true => Light { black: 0.0, luma: most, middle, chroma: most, weights },
            false => Light { black: 16.0 * unit, luma: 219.0 * unit, middle, chroma: 224.0 * unit, weights },
        })
    }

    fn luma(&self, planes: &Planes, y: usize) -> Vec<f32> {
        planes.luma(y).into_iter().map(|sample| (f32::from(sample) - self.black) / self.luma).collect()
    }

    /// A row of red, green and blue.
    fn row(&self, planes: &Planes, y: usize) -> Vec<[f32; 3]> {
        let luma = self.luma(planes, y);
        if planes.is_grey() {
            return luma.into_iter().map(|luma| [luma; 3]).collect();
        }
        let [blue, red] = planes.chroma(y);
        let pixels = luma.into_iter().zip(blue.into_iter().zip(red));
        let Some([of_red, of_blue]) = self.weights else {
            let light = |sample: u32| (sample as f32 / 16.0 - self.black) / self.luma;
            return pixels.map(|(green, (blue, red))| [light(red), green, light(blue)]).collect();
        };
        let colour = |sample: u32| (sample as f32 / 16.0 - self.middle) / self.chroma;
        let pixel = |(luma, (blue, red)): (f32, (u32, u32))| {
            let red = luma + 2.0 * (1.0 - of_red) * colour(red);
            let blue = luma + 2.0 * (1.0 - of_blue) * colour(blue);
            [red, (luma - of_red * red - of_blue * blue) / (1.0 - of_red - of_blue), blue]
        };
        pixels.map(pixel).collect()
    }
}
