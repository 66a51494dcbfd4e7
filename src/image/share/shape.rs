//! From text to placed glyphs: what can't be drawn is left out, a face is chosen for every letter,
//! and each run of one face and direction is shaped. All lengths are in ems, so that they hold for
//! any size.

use super::fonts::{Face, Kind, Weight, stack};
use harfrust::{Buffer, BufferFlags, Direction, ShapeOptions, ShaperFont, shape};
use std::ops::Range;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The widest space between letters, in ems.
const WIDEST: f32 = 10.0;

/// The longest run, in units of its face.
const LONGEST: u32 = 1 << 30;

/// A line of text, shaped.
#[derive(Default)]
pub(super) struct Line {
    /// From left to right.
    pub(super) runs: Vec<Run>,
    /// In ems.
    pub(super) width: f32,
}

impl Line {
    /// How far the glyphs rise above the baseline and how far below it they drop, in ems.
    pub(super) fn ink(&self) -> (f32, f32) {
        let glyphs = self.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| (run.face, glyph)));
        glyphs.fold((0.0, 0.0), |(rise, drop), (face, glyph)| match face.outline(glyph.id) {
            Some(outline) => {
                let em = |units: i32| units as f32 / face.em;
                (em(outline.rise + glyph.y).max(rise), em(outline.drop - glyph.y).max(drop))
            }
            None => (rise, drop),
        })
    }
}

/// Glyphs of one face.
pub(super) struct Run {
    pub(super) face: &'static Face,
    pub(super) glyphs: Vec<Glyph>,
    /// How far the run is from the left edge of the line, in ems.
    pub(super) x: f32,
}

/// A glyph in its place within a run, in units of its face.
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) advance: i32,
    /// The byte of the line where the letters begin that the glyph stands for.
    pub(super) cluster: usize,
}

/// What of a text can be drawn: without letters that no face has, in one line with single spaces,
/// without what is not meant to be seen. Soft hyphens and joiners stay, and a space at either end.
pub(super) fn legible(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        let spaced = kept.is_empty() || kept.ends_with(' ');
        if c.is_whitespace() && !is_no_break_space(c) || c.is_control() {
            if !kept.ends_with(' ') {
                kept.push(' ');
            }
        } else if spaced && (is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}')) {
            // It would be put onto the space, which would be one no more.
        } else if !is_unseen(c) && (is_joiner(c) || stack(Weight::Bold).any(|face| face.has(c))) {
            kept.push(c);
        }
    }
    kept
}

fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Characters that shape their neighbours or mark where a line may be broken.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}')
}

/// Characters that are not meant to be seen: overrides of the reading direction, variants, signs that
/// enclose the digits after them, and skin tones, which would stand as patches beside an emoji in one
/// colour.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{61c}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
        || matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{8e2}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether a text is read from right to left: its first letter with a direction decides (UAX #9, P2).
pub(super) fn reads_leftward(text: &str) -> bool {
    let directions = text.chars().map(bidi_class);
    let mut strong = directions.filter(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    strong.next().is_some_and(|class| class != BidiClass::L)
}

/// Shapes a line, which [`legible`] has seen. `spacing` is put after every letter of scripts whose
/// letters stand apart.
pub(super) fn line(text: &str, weight: Weight, leftward: bool, spacing: f32) -> Line {
    let mut line = Line::default();
    for (range, backward) in directed(text, leftward) {
        let mut parts = by_face(text, range, weight);
        if backward {
            parts.reverse();
        }
        for (range, face) in parts {
            let spacing = if backward { 0.0 } else { spacing };
            let (glyphs, width) = run(text, range, face, backward, spacing);
            line.runs.push(Run { face, glyphs, x: line.width });
            line.width += width;
        }
    }
    line
}

/// The parts of one direction in the order in which they stand, each with whether it is read from
/// right to left.
fn directed(text: &str, leftward: bool) -> Vec<(Range<usize>, bool)> {
    let plain = |c: char| !matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    if text.is_ascii() || (!leftward && text.chars().all(plain)) {
        return vec![(0..text.len(), false)];
    }
    let level = if leftward { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(level));
    let paragraphs = info.paragraphs.iter().map(|paragraph| info.visual_runs(paragraph, paragraph.range.clone()));
    paragraphs
        .flat_map(|(levels, runs)| {
            let directed = runs.into_iter().map(|run| (run.clone(), levels.get(run.start).is_some_and(Level::is_rtl)));
            directed.collect::<Vec<_>>()
        })
        .collect()
}

/// The parts that one face draws, in the order of the text.
fn by_face(text: &str, range: Range<usize>, weight: Weight) -> Vec<(Range<usize>, &'static Face)> {
    let mut parts: Vec<(Range<usize>, &'static Face)> = Vec::new();
    let mut put = |letters: &str, end: usize| {
        let draws = |face: &&Face| letters.chars().all(|c| is_joiner(c) || face.has(c));
        // A space is that of the words before it; the emoji have one that is much too wide.
        let before = parts.last().map(|(_, face)| *face).filter(|face| letters == " " && face.kind != Kind::Emoji);
        let Some(face) = before.filter(draws).or_else(|| stack(weight).find(draws)) else { return false };
        match parts.last_mut() {
            Some((last, same)) if std::ptr::eq(*same, face) => last.end = end,
            _ => parts.push((end - letters.len()..end, face)),
        }
        true
    };
    for (start, cluster) in text.get(range.clone()).unwrap_or_default().grapheme_indices(true) {
        let start = range.start + start;
        if !put(cluster, start + cluster.len()) {
            // No face has both the letter and its marks: each is drawn by itself.
            cluster.char_indices().for_each(|(at, c)| {
                put(c.encode_utf8(&mut [0; 4]), start + at + c.len_utf8());
            });
        }
    }
    parts
}

/// Glyph ids, the letters they stand for, and their places.
fn shaped(text: &str, face: &Face, backward: bool) -> Option<Buffer> {
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_direction(if backward { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
    buffer.guess_segment_properties();
    shape(&ShaperFont::new(&face.font), &mut buffer, ShapeOptions::new()).ok()?;
    Some(buffer)
}

fn run(text: &str, range: Range<usize>, face: &Face, backward: bool, spacing: f32) -> (Vec<Glyph>, f32) {
    let space = (spacing.clamp(-WIDEST, WIDEST) * face.em).round() as i32;
    let Some(buffer) = shaped(text.get(range.clone()).unwrap_or_default(), face, backward) else {
        return (Vec::new(), 0.0);
    };
    let mut glyphs = Vec::with_capacity(buffer.len());
    let (mut x, mut y) = (0, 0);
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        // A box would stand for what the face lacks.
        if info.glyph_id == 0 {
            continue;
        }
        let advance = if place.x_advance == 0 { 0 } else { place.x_advance + space };
        let cluster = range.start + info.cluster as usize;
        let (left, up) = (x + place.x_offset, y + place.y_offset);
        glyphs.push(Glyph { id: info.glyph_id, x: left, y: up, advance, cluster });
        x += advance;
        y += place.y_advance;
        // No line is so long; but no text may make the sum overflow either.
        if x.unsigned_abs() > LONGEST {
            break;
        }
    }
    (glyphs, x as f32 / face.em)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The letters of a line for which no face has a glyph.
    pub(in crate::image::share) fn undrawn(text: &str, weight: Weight, leftward: bool) -> Vec<char> {
        let mut covered = vec![false; text.len()];
        let mut boxes = Vec::new();
        for (range, backward) in directed(text, leftward) {
            for (range, face) in by_face(text, range, weight) {
                covered[range.clone()].fill(true);
                let buffer = shaped(&text[range.clone()], face, backward).unwrap();
                let missing = buffer.glyph_infos().iter().filter(|info| info.glyph_id == 0);
                boxes.extend(missing.map(|info| range.start + info.cluster as usize));
            }
        }
        let left_out = text.char_indices().filter(|(at, _)| !covered[*at] || boxes.contains(at));
        left_out.map(|(_, c)| c).collect()
    }

    #[test]
    fn what_is_legible_is_one_line_of_letters_that_are_drawn() {
        for (text, kept) in [
            ("Kota\r\n\tWening  \u{1}indah", "Kota Wening indah"),
            ("Delegasi 東京 Kunjungi", "Delegasi Kunjungi"),
            ("👍🏽 ❤\u{fe0f} 1\u{fe0f}\u{20e3}", "👍 ❤ 1\u{20e3}"),
            ("a\u{202e}b\u{200b}c\u{feff}", "abc"),
            (" \u{301}a\u{301}", " a\u{301}"),
            ("12\u{a0}kg Ber\u{ad}sih", "12\u{a0}kg Ber\u{ad}sih"),
        ] {
            assert_eq!(legible(text), kept);
        }
    }

    #[test]
    fn letters_are_set_in_the_direction_of_their_script() {
        let order = |text: &str, leftward: bool| {
            let line = line(text, Weight::Regular, leftward, 0.0);
            let glyphs = line.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| glyph.cluster));
            let mut letters: Vec<usize> = glyphs.collect();
            // A letter and its dots are several glyphs.
            letters.dedup();
            letters
        };
        assert_eq!(order("abc", false), [0, 1, 2]);
        assert_eq!(order("abc", true), [0, 1, 2], "Latin letters stay as they are");
        #[cfg(feature = "scripts")]
        assert_eq!(order("ab \u{628}\u{627}", false), [0, 1, 2, 5, 3]);
    }

    #[test]
    fn kerning_and_spacing_count() {
        let width = |text: &str, spacing: f32| line(text, Weight::Bold, false, spacing).width;
        assert!(width("AV", 0.0) < width("A", 0.0) + width("V", 0.0));
        assert!((width("Kota", 0.1) - width("Kota", 0.0) - 0.4).abs() < 0.01);
        assert_eq!(width("", 0.0), 0.0);
    }
}
