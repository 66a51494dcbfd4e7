//! Colours and what areas are filled with.

use tiny_skia::{Color, GradientStop, LinearGradient, Point, RadialGradient, Shader, SpreadMode, Transform};

/// A colour with its opacity.
#[derive(Clone, Copy)]
pub struct Ink {
    r: f32,
    g: f32,
    b: f32,
    a: f32,
}

/// `0xRRGGBB` as an opaque colour.
pub const fn ink(hex: u32) -> Ink {
    Ink { r: part(hex >> 16), g: part(hex >> 8), b: part(hex), a: 1.0 }
}

const fn part(bits: u32) -> f32 {
    (bits & 0xff) as f32 / 255.0
}

impl Ink {
    /// The same colour, less opaque.
    pub fn alpha(self, a: f32) -> Ink {
        Ink { a, ..self }
    }

    /// `t` of the way from this colour to another.
    pub fn mix(self, other: Ink, t: f32) -> Ink {
        let part = |from: f32, to: f32| from + (to - from) * t;
        Ink { r: part(self.r, other.r), g: part(self.g, other.g), b: part(self.b, other.b), a: part(self.a, other.a) }
    }

    /// Towards white.
    pub fn light(self, t: f32) -> Ink {
        self.mix(ink(0xffffff).alpha(self.a), t)
    }

    /// Towards a dark blue, which keeps shadows alive where black would kill them.
    pub fn dark(self, t: f32) -> Ink {
        self.mix(ink(0x10162f).alpha(self.a), t)
    }

    /// Whether both are one colour.
    pub fn is(self, other: Ink) -> bool {
        self.color8() == other.color8()
    }

    /// Red, green and blue from 0 to 255.
    pub fn color8(self) -> [f32; 3] {
        [self.r * 255.0, self.g * 255.0, self.b * 255.0]
    }

    fn color(self) -> Color {
        let part = |value: f32| value.clamp(0.0, 1.0);
        Color::from_rgba(part(self.r), part(self.g), part(self.b), part(self.a)).unwrap_or(Color::BLACK)
    }
}

/// What an area is filled with: a colour or a gradient.
#[derive(Clone)]
pub struct Brush(pub Shader<'static>);

impl From<Ink> for Brush {
    fn from(ink: Ink) -> Brush {
        Brush(Shader::SolidColor(ink.color()))
    }
}

fn stops(inks: &[Ink]) -> Vec<GradientStop> {
    let last = inks.len().saturating_sub(1).max(1) as f32;
    inks.iter().enumerate().map(|(i, ink)| GradientStop::new(i as f32 / last, ink.color())).collect()
}

/// Colours that follow each other evenly from one point to another.
pub fn along(from: (f32, f32), to: (f32, f32), inks: &[Ink]) -> Brush {
    let (start, end) = (Point::from_xy(from.0, from.1), Point::from_xy(to.0, to.1));
    let shader = LinearGradient::new(start, end, stops(inks), SpreadMode::Pad, Transform::identity());
    Brush(shader.unwrap_or(Shader::SolidColor(Color::TRANSPARENT)))
}

/// Colours that follow each other evenly from the height `top` down to `bottom`.
pub fn down(top: f32, bottom: f32, inks: &[Ink]) -> Brush {
    along((0.0, top), (0.0, bottom), inks)
}

/// Colours that follow each other evenly from a point outwards.
pub fn around(x: f32, y: f32, radius: f32, inks: &[Ink]) -> Brush {
    let center = Point::from_xy(x, y);
    let shader = RadialGradient::new(center, 0.0, center, radius, stops(inks), SpreadMode::Pad, Transform::identity());
    Brush(shader.unwrap_or(Shader::SolidColor(Color::TRANSPARENT)))
}
