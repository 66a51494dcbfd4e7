//! The typefaces that come with the binary, and which of them draws what. Nothing of the system's.

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Font, GlyphId};
use std::fmt::Write;
use std::sync::OnceLock;

/// Noto Sans for Latin, Greek and Cyrillic letters, in two weights.
const SANS: [&[u8]; 2] = [notosans::REGULAR_TTF, notosans::BOLD_TTF];

/// Arabic and the scripts of the archipelago, which the build script takes out of Noto.
const SCRIPTS: &[&[u8]] = include!(concat!(env!("OUT_DIR"), "/scripts.rs"));

/// Emoji in one colour: that of the text around them.
const EMOJI: &[u8] = epaint_default_fonts::NOTO_EMOJI_REGULAR;

/// How large emoji are drawn, so that they are as high as capitals with their accents.
const EMOJI_SCALE: f32 = 0.84;

/// How heavy letters are. Scripts other than Latin, Greek and Cyrillic have one weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// For running text (400).
    Regular,
    /// For headlines (700).
    Bold,
}

impl Weight {
    /// The weight that is nearest to one of CSS (1 to 1000).
    pub fn nearest(css: f32) -> Weight {
        if css < 550.0 { Weight::Regular } else { Weight::Bold }
    }
}

/// A typeface, parsed, with the outlines that were drawn before.
pub(super) struct Face {
    pub(super) font: Font,
    /// How many of its units are an em of the text.
    pub(super) em: f32,
    pub(super) kind: Kind,
    outlines: Box<[OnceLock<Outline>]>,
}

/// What a face is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Latin, Greek and Cyrillic letters.
    Sans,
    /// Another script, in the regular weight alone.
    Script,
    /// Emoji and symbols.
    Emoji,
}

/// A glyph as SVG path data in whole font units, the y axis upward: where its first contour begins,
/// and everything after it relative to that.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) start: (i32, i32),
    pub(super) rest: String,
    /// How far it rises above the baseline, and how far below it drops.
    pub(super) rise: i32,
    pub(super) drop: i32,
}

fn faces() -> &'static [Face] {
    static FACES: OnceLock<Vec<Face>> = OnceLock::new();
    FACES.get_or_init(|| {
        let sans = SANS.iter().map(|bytes| (*bytes, Kind::Sans));
        let scripts = SCRIPTS.iter().map(|bytes| (*bytes, Kind::Script));
        sans.chain(scripts).chain([(EMOJI, Kind::Emoji)]).filter_map(|(bytes, kind)| Face::new(bytes, kind)).collect()
    })
}

/// The faces in the order in which they are asked for a letter.
pub(super) fn stack(weight: Weight) -> impl Iterator<Item = &'static Face> {
    let other = match weight {
        Weight::Regular => 1,
        Weight::Bold => 0,
    };
    faces().iter().enumerate().filter(move |(place, _)| *place != other).map(|(_, face)| face)
}

impl Face {
    fn new(bytes: &'static [u8], kind: Kind) -> Option<Face> {
        let font = Font::new(bytes, 0)?;
        let scale = if kind == Kind::Emoji { EMOJI_SCALE } else { 1.0 };
        let em = f32::from(font.units_per_em().max(1)) / scale;
        let outlines = (0..font.num_glyphs()).map(|_| OnceLock::new()).collect();
        Some(Face { font, em, kind, outlines })
    }

    /// Whether it has a glyph of its own for a character.
    pub(super) fn has(&self, c: char) -> bool {
        self.font.charmap().map_unicode(c).is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    /// What a glyph looks like; none for one that leaves no mark.
    pub(super) fn outline(&self, glyph: u32) -> Option<&Outline> {
        let slot = self.outlines.get(usize::try_from(glyph).ok()?)?;
        let outline = slot.get_or_init(|| {
            let mut pen = Pen::default();
            let drawn = self
                .font
                .outline_glyphs()
                .get(GlyphId::new(glyph))
                .map(|glyph| glyph.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen));
            if matches!(drawn, Some(Ok(_))) { pen.outline } else { Outline::default() }
        });
        Some(outline).filter(|outline| !outline.rest.is_empty())
    }
}

/// Writes an outline down. A formatter's errors are for streams: a string has none.
#[derive(Default)]
struct Pen {
    outline: Outline,
    begun: bool,
    at: (i32, i32),
    contour: (i32, i32),
}

impl Pen {
    fn write(&mut self, command: char, points: &[(f32, f32)]) {
        self.outline.rest.push(command);
        let mut last = self.at;
        for (place, (x, y)) in points.iter().enumerate() {
            last = (x.round() as i32, y.round() as i32);
            self.outline.rise = self.outline.rise.max(last.1);
            self.outline.drop = self.outline.drop.max(-last.1);
            let separator = if place == 0 { "" } else { " " };
            let _ = write!(self.outline.rest, "{separator}{} {}", last.0 - self.at.0, last.1 - self.at.1);
        }
        self.at = last;
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        if self.begun {
            self.write('m', &[(x, y)]);
        } else {
            self.begun = true;
            self.at = (x.round() as i32, y.round() as i32);
            self.outline.start = self.at;
        }
        self.contour = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('l', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.write('q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.write('c', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.outline.rest.push('z');
        self.at = self.contour;
    }
}
