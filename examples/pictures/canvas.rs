//! A sheet of paper and the shapes that are drawn on it.

use crate::ink::{Brush, Ink, around, ink};
use jpeg_encoder::{ColorType, Encoder, EncodingError};
use std::f32::consts::TAU;
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// Most pictures are this wide.
pub const WIDTH: f32 = 1600.0;
/// Most pictures are this high.
pub const HEIGHT: f32 = 1067.0;

/// A point in pixels from the top left corner.
pub type Point = (f32, f32);

/// The angle of the `i`th of `of` equal steps around a circle.
pub fn step(i: usize, of: usize) -> f32 {
    i as f32 / of as f32 * TAU
}

/// A sheet of paper.
pub struct Canvas {
    pixmap: Pixmap,
    at: Transform,
}

impl Canvas {
    /// An empty sheet; none when it would have no area.
    pub fn new(width: f32, height: f32) -> Option<Canvas> {
        Some(Canvas { pixmap: Pixmap::new(width as u32, height as u32)?, at: Transform::identity() })
    }

    /// Draws with the origin moved to a point, everything scaled, and mirrored if `sx` is negative.
    pub fn placed(&mut self, x: f32, y: f32, sx: f32, sy: f32, draw: impl FnOnce(&mut Canvas)) {
        self.under(Transform::from_translate(x, y).pre_scale(sx, sy), draw);
    }

    /// Draws with everything turned around a point, by degrees.
    pub fn turned(&mut self, degrees: f32, x: f32, y: f32, draw: impl FnOnce(&mut Canvas)) {
        self.under(Transform::from_rotate_at(degrees, x, y), draw);
    }

    fn under(&mut self, transform: Transform, draw: impl FnOnce(&mut Canvas)) {
        let before = self.at;
        self.at = before.pre_concat(transform);
        draw(self);
        self.at = before;
    }

    fn paint(brush: impl Into<Brush>) -> Paint<'static> {
        Paint { shader: brush.into().0, anti_alias: true, ..Paint::default() }
    }

    fn fill(&mut self, path: Option<Path>, brush: impl Into<Brush>) {
        if let Some(path) = path {
            self.pixmap.fill_path(&path, &Self::paint(brush), FillRule::Winding, self.at, None);
        }
    }

    fn trace(&mut self, path: Option<Path>, width: f32, brush: impl Into<Brush>) {
        let stroke = Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        if let Some(path) = path {
            self.pixmap.stroke_path(&path, &Self::paint(brush), &stroke, self.at, None);
        }
    }

    /// The whole sheet.
    pub fn all(&mut self, brush: impl Into<Brush>) {
        let (width, height) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        self.rect(0.0, 0.0, width, height, brush);
    }

    /// A rectangle.
    pub fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, brush: impl Into<Brush>) {
        self.fill(Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect), brush);
    }

    /// A rectangle with rounded corners.
    pub fn rounded(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, brush: impl Into<Brush>) {
        let r = radius.min(width / 2.0).min(height / 2.0);
        let k = r * 0.448;
        let (right, bottom) = (x + width, y + height);
        let mut path = PathBuilder::new();
        path.move_to(x + r, y);
        path.line_to(right - r, y);
        path.cubic_to(right - k, y, right, y + k, right, y + r);
        path.line_to(right, bottom - r);
        path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
        path.line_to(x + r, bottom);
        path.cubic_to(x + k, bottom, x, bottom - k, x, bottom - r);
        path.line_to(x, y + r);
        path.cubic_to(x, y + k, x + k, y, x + r, y);
        path.close();
        self.fill(path.finish(), brush);
    }

    /// A circle.
    pub fn circle(&mut self, x: f32, y: f32, radius: f32, brush: impl Into<Brush>) {
        self.fill(PathBuilder::from_circle(x, y, radius), brush);
    }

    /// An ellipse.
    pub fn oval(&mut self, x: f32, y: f32, rx: f32, ry: f32, brush: impl Into<Brush>) {
        let frame = Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry);
        self.fill(frame.and_then(PathBuilder::from_oval), brush);
    }

    /// Several ellipses (`x`, `y`, `rx`, `ry`) as one area.
    pub fn ovals(&mut self, ovals: &[(f32, f32, f32, f32)], brush: impl Into<Brush>) {
        let mut path = PathBuilder::new();
        for &(x, y, rx, ry) in ovals {
            if let Some(frame) = Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry) {
                path.push_oval(frame);
            }
        }
        self.fill(path.finish(), brush);
    }

    /// The outline of a circle.
    pub fn ring(&mut self, x: f32, y: f32, radius: f32, width: f32, brush: impl Into<Brush>) {
        self.trace(PathBuilder::from_circle(x, y, radius), width, brush);
    }

    /// An area with straight edges.
    pub fn polygon(&mut self, points: &[Point], brush: impl Into<Brush>) {
        self.fill(straight(points, true), brush);
    }

    /// An area with soft edges that pass through the points.
    pub fn blob(&mut self, points: &[Point], brush: impl Into<Brush>) {
        self.fill(soft(points, true), brush);
    }

    /// A line through the points, with corners.
    pub fn line(&mut self, points: &[Point], width: f32, brush: impl Into<Brush>) {
        self.trace(straight(points, false), width, brush);
    }

    /// A soft line through the points.
    pub fn curve(&mut self, points: &[Point], width: f32, brush: impl Into<Brush>) {
        self.trace(soft(points, false), width, brush);
    }

    /// The area between a soft line and the height `base`.
    pub fn land(&mut self, ridge: &[Point], base: f32, brush: impl Into<Brush>) {
        let (Some(first), Some(last)) = (ridge.first(), ridge.last()) else { return };
        let mut path = PathBuilder::new();
        path.move_to(first.0, base);
        path.line_to(first.0, first.1);
        bend(&mut path, ridge, false);
        path.line_to(last.0, base);
        path.close();
        self.fill(path.finish(), brush);
    }

    /// Light that fades outwards.
    pub fn glow(&mut self, x: f32, y: f32, radius: f32, ink: Ink, strength: f32) {
        let inks = [ink.alpha(strength), ink.alpha(strength * 0.35), ink.alpha(strength * 0.1), ink.alpha(0.0)];
        self.circle(x, y, radius, around(x, y, radius, &inks));
    }

    /// Mirrors what stands above `shore` into the water below it, rippled and tinted.
    pub fn mirror(&mut self, shore: f32, tint: Ink, strength: f32, ripple: f32) {
        let (width, height) = (self.pixmap.width() as usize, self.pixmap.height() as usize);
        let tint = tint.color8();
        let source = self.pixmap.data().to_vec();
        let data = self.pixmap.data_mut();
        let shore = shore as usize;
        for y in shore..height {
            let depth = (y - shore) as f32;
            let wave = (depth * 0.21).sin() + (depth * 0.083 + 1.3).sin() * 1.6;
            let from = shore.saturating_sub((depth * 1.04 + wave * ripple * 0.15) as usize + 1);
            let sway = wave * ripple * (0.25 + depth / height as f32 * 1.6);
            let keep = strength * (1.0 - depth / (height - shore) as f32 * 0.55);
            for x in 0..width {
                let column = (x as f32 + sway).clamp(0.0, (width - 1) as f32) as usize;
                for channel in 0..3 {
                    let mirrored = f32::from(source[(from * width + column) * 4 + channel]);
                    data[(y * width + x) * 4 + channel] = (mirrored * keep + tint[channel] * (1.0 - keep)) as u8;
                }
                data[(y * width + x) * 4 + 3] = 255;
            }
        }
    }

    /// Darkens the corners a little, which holds the eye in the picture.
    pub fn vignette(&mut self, strength: f32) {
        let (width, height) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        let shade = ink(0x0b1030);
        let inks = [shade.alpha(0.0), shade.alpha(0.0), shade.alpha(strength * 0.3), shade.alpha(strength)];
        self.all(around(width / 2.0, height * 0.48, width * 0.68, &inks));
    }

    /// The sheet as a JPEG.
    pub fn jpeg(&self, quality: u8) -> Result<Vec<u8>, EncodingError> {
        let rgb: Vec<u8> = self.pixmap.data().chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.encode(&rgb, self.pixmap.width() as u16, self.pixmap.height() as u16, ColorType::Rgb)?;
        Ok(bytes)
    }
}

fn straight(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (i, &(x, y)) in points.iter().enumerate() {
        if i == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn soft(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let first = points.first()?;
    path.move_to(first.0, first.1);
    bend(&mut path, points, closed);
    if closed {
        path.close();
    }
    path.finish()
}

/// Continues a path softly through the points (a Catmull-Rom spline, cut into Bézier pieces).
fn bend(path: &mut PathBuilder, points: &[Point], closed: bool) {
    let count = points.len() as isize;
    let get = |i: isize| {
        let i = if closed { i.rem_euclid(count) } else { i.clamp(0, count - 1) };
        points[i as usize]
    };
    let pieces = if closed { count } else { count - 1 };
    for i in 0..pieces {
        let (a, b, c, d) = (get(i - 1), get(i), get(i + 1), get(i + 2));
        path.cubic_to(
            b.0 + (c.0 - a.0) / 6.0,
            b.1 + (c.1 - a.1) / 6.0,
            c.0 - (d.0 - b.0) / 6.0,
            c.1 - (d.1 - b.1) / 6.0,
            c.0,
            c.1,
        );
    }
}
