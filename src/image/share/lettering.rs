//! `<text>` to `<path>`: a drawing's letters become outlines of the typefaces that come with the
//! binary, placed as they are measured. What draws the result knows no fonts, so no other font and
//! no box for a missing letter can ever appear.
//!
//! Of SVG 2, `text` and `tspan` are known with `x`, `y`, `dx`, `dy`, `font-size`, `font-weight`,
//! `text-anchor`, `letter-spacing` and `direction`, as attributes or in `style`, their numbers in
//! pixels. Everything else on them, such as `fill`, holds for the outlines.

use super::fonts::{Kind, Weight};
use super::shape::{Line, Run, legible, line};
use roxmltree::{Document, Node};
use std::fmt::Write;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The size of letters where none is given.
const SIZE: f32 = 16.0;

/// How much wider the strokes of a script without a bold weight are drawn among bold letters, in ems.
const HEAVIER: f32 = 0.03;

/// What places and sets letters, and so means nothing to their outlines.
const USED: [&str; 14] = [
    "x",
    "y",
    "dx",
    "dy",
    "rotate",
    "textLength",
    "lengthAdjust",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "letter-spacing",
    "direction",
];

/// The source of a drawing with outlines for its letters.
pub(super) fn outlined(source: &str, document: &Document) -> String {
    let mut out = String::with_capacity(source.len() + 0x8000);
    let mut copied = 0;
    for text in document.descendants().filter(|node| node.has_tag_name((SVG, "text"))) {
        let range = text.range();
        if range.start < copied {
            continue;
        }
        out.push_str(source.get(copied..range.start).unwrap_or_default());
        copied = range.end;
        let mut chunks = Vec::new();
        collect(text, &mut chunks);
        open(source, text, &mut out);
        let mut pen = (0.0, 0.0);
        chunks.iter_mut().for_each(|chunk| pen = chunk.write(source, pen, &mut out));
        out.push_str("</g>");
    }
    out.push_str(source.get(copied..).unwrap_or_default());
    out
}

/// Letters that follow each other from one place on.
#[derive(Default)]
struct Chunk<'a> {
    /// The place: of its own, or else where the letters before end.
    x: Option<f32>,
    y: Option<f32>,
    /// How far from that place.
    shift: (f32, f32),
    /// How much of the width is left of the place.
    anchor: f32,
    leftward: bool,
    pieces: Vec<Piece<'a>>,
}

/// Letters of one style: the text directly in one element.
struct Piece<'a> {
    element: Node<'a, 'a>,
    text: String,
}

fn collect<'a>(element: Node<'a, 'a>, chunks: &mut Vec<Chunk<'a>>) {
    let own = |name| element.attribute(name).and_then(number);
    let (x, y) = (own("x"), own("y"));
    let shift = (own("dx").unwrap_or_default(), own("dy").unwrap_or_default());
    if chunks.is_empty() || x.is_some() || y.is_some() || shift != (0.0, 0.0) {
        let leftward = property(element, "direction") == Some("rtl");
        let anchor = match property(element, "text-anchor") {
            Some("middle") => 0.5,
            Some("end") => 1.0,
            _ => 0.0,
        };
        let anchor = if leftward { 1.0 - anchor } else { anchor };
        chunks.push(Chunk { x, y, shift, anchor, leftward, pieces: Vec::new() });
    }
    for child in element.children() {
        if child.has_tag_name((SVG, "tspan")) {
            collect(child, chunks);
        } else if let (Some(text), Some(chunk)) = (child.text().filter(|_| child.is_text()), chunks.last_mut()) {
            let text = legible(text);
            // One space between words, whatever the source looks like, and none at the ends.
            let spaced = chunk.pieces.last().is_none_or(|piece| piece.text.ends_with(' '));
            let text = if spaced { text.trim_start_matches(' ') } else { &text };
            if !text.is_empty() {
                chunk.pieces.push(Piece { element, text: text.to_owned() });
            }
        }
    }
}

impl Chunk<'_> {
    /// Writes the outlines down and says where the letters end.
    fn write(&mut self, source: &str, pen: (f32, f32), out: &mut String) -> (f32, f32) {
        if let Some(last) = self.pieces.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
        }
        let mut set: Vec<Set> = self.pieces.iter().map(|piece| piece.set(self.leftward)).collect();
        if self.leftward {
            set.reverse();
        }
        let width: f32 = set.iter().map(|set| set.line.width * set.size).sum();
        let place = (self.x.unwrap_or(pen.0) + self.shift.0, self.y.unwrap_or(pen.1) + self.shift.1);
        let mut x = place.0 - width * self.anchor;
        let end = if self.leftward { x } else { x + width };
        for set in &set {
            let spans = set.element.ancestors().take_while(|node| !node.has_tag_name((SVG, "text")));
            let spans: Vec<Node> = spans.collect();
            spans.iter().rev().for_each(|span| open(source, *span, out));
            set.line.runs.iter().for_each(|run| set.write(run, (x + run.x * set.size, place.1), out));
            spans.iter().for_each(|_| out.push_str("</g>"));
            x += set.line.width * set.size;
        }
        (end, place.1)
    }
}

impl<'a> Piece<'a> {
    fn set(&self, leftward: bool) -> Set<'a> {
        let length = |name| property(self.element, name).and_then(number);
        let size = length("font-size").filter(|size| *size > 0.0).unwrap_or(SIZE);
        let weight = match property(self.element, "font-weight") {
            Some("bold" | "bolder") => Weight::Bold,
            Some(css) => Weight::nearest(number(css).unwrap_or_default()),
            None => Weight::Regular,
        };
        let spacing = length("letter-spacing").unwrap_or_default() / size;
        Set { element: self.element, line: line(&self.text, weight, leftward, spacing), size, weight }
    }
}

/// Letters of one style, shaped.
struct Set<'a> {
    element: Node<'a, 'a>,
    line: Line,
    size: f32,
    weight: Weight,
}

impl Set<'_> {
    fn write(&self, run: &Run, (x, y): (f32, f32), out: &mut String) {
        let scale = self.size / run.face.em;
        // A formatter's errors are for streams: a string has none.
        let _ = write!(out, "<path transform=\"matrix({scale} 0 0 -{scale} {x} {y})\"");
        if self.weight == Weight::Bold && run.face.kind == Kind::Script {
            let paint = property(self.element, "fill").unwrap_or("#000");
            let width = run.face.em * HEAVIER;
            if !paint.contains(['"', '<', '&']) {
                let _ = write!(out, " stroke=\"{paint}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"");
            }
        }
        out.push_str(" d=\"");
        for glyph in &run.glyphs {
            if let Some(outline) = run.face.outline(glyph.id) {
                let _ = write!(out, "M{} {}", glyph.x + outline.start.0, glyph.y + outline.start.1);
                out.push_str(&outline.rest);
            }
        }
        out.push_str("\"/>");
    }
}

/// Begins a group that looks as an element of text says.
fn open(source: &str, element: Node, out: &mut String) {
    out.push_str("<g");
    let kept =
        element.attributes().filter(|attribute| attribute.namespace().is_none() && !USED.contains(&attribute.name()));
    for attribute in kept {
        out.push(' ');
        out.push_str(source.get(attribute.range()).unwrap_or_default());
    }
    out.push('>');
}

/// What an element says of itself or inherits, in `style` or as an attribute.
fn property<'a>(element: Node<'a, '_>, name: &str) -> Option<&'a str> {
    element.ancestors().find_map(|element| {
        let declared = element.attribute("style").into_iter().flat_map(|style| style.split(';'));
        let mut declared = declared.filter_map(|declaration| declaration.split_once(':'));
        let found = declared.find(|(property, _)| property.trim() == name).map(|(_, value)| value);
        found.or_else(|| element.attribute(name)).map(str::trim)
    })
}

/// A number of pixels.
fn number(text: &str) -> Option<f32> {
    let text = text.trim();
    text.strip_suffix("px").unwrap_or(text).trim_end().parse().ok().filter(|number: &f32| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(content: &str) -> String {
        let source = format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>"#);
        let out = outlined(&source, &Document::parse(&source).unwrap());
        Document::parse(&out).unwrap();
        out
    }

    /// Where each run of letters begins: its matrix.
    fn places(content: &str) -> Vec<[f32; 3]> {
        let out = letters(content);
        let matrices = out.split("matrix(").skip(1).map(|rest| rest.split(')').next().unwrap());
        let numbers = matrices.map(|matrix| matrix.split(' ').map(|n| n.parse().unwrap()).collect::<Vec<f32>>());
        numbers.map(|matrix| [(matrix[0] * 2048.0).round(), matrix[4].round(), matrix[5].round()]).collect()
    }

    fn width(text: &str, size: f32) -> f32 {
        line(text, Weight::Regular, false, 0.0).width * size
    }

    #[test]
    fn letters_stand_where_the_drawing_says() {
        assert_eq!(places(r#"<text x="72" y="90px" font-size="40">Kota</text>"#), [[40.0, 72.0, 90.0]]);
        assert_eq!(places(r#"<g style="fill:red; font-size: 30px"><text y="9">Kota</text></g>"#), [[30.0, 0.0, 9.0]]);
        assert_eq!(places("<text>Kota</text><text> \n </text>"), [[16.0, 0.0, 0.0]]);
        let wide = width("Kota", 100.0);
        for (anchor, x) in [("start", 500.0), ("middle", 500.0 - wide / 2.0), ("end", 500.0 - wide)] {
            let text = format!(r#"<g text-anchor="{anchor}"><text x="500" font-size="100">Kota</text></g>"#);
            assert_eq!(places(&text), [[100.0, x.round(), 0.0]]);
        }
        let rtl = r#"<g direction="rtl"><text x="500" font-size="100">Kota</text></g>"#;
        assert_eq!(places(rtl), [[100.0, (500.0 - wide).round(), 0.0]]);
    }

    #[test]
    fn spans_follow_each_other_or_stand_by_themselves() {
        let text = r#"<text x="50" y="9" font-size="40">  Kota
            <tspan fill="red">Wening</tspan> <tspan x="50" dy="48">indah </tspan></text>"#;
        let second = 50.0 + width("Kota ", 40.0);
        assert_eq!(places(text), [[40.0, 50.0, 9.0], [40.0, second.round(), 9.0], [40.0, 50.0, 57.0]]);
        assert!(letters(text).contains(r#"<g fill="red"><path "#));
    }

    #[test]
    fn what_is_not_about_letters_stays() {
        let text = r#"<text id="a" x="9" fill="url(#b)" data-x="&lt;&quot;" font-size="9" opacity=".5">a</text>"#;
        let out = letters(text);
        assert!(out.contains(r#"><g id="a" fill="url(#b)" data-x="&lt;&quot;" opacity=".5"><path "#), "{out}");
        let drawing = r#"<!-- <text>a</text> --><rect width="9"/><![CDATA[<text>]]>"#;
        assert!(letters(drawing).contains(drawing));
    }

    #[test]
    fn entities_are_letters() {
        let out = |content: &str| letters(&format!("<text>{content}</text>"));
        assert_eq!(out("&lt;a&gt; &#x26; b"), out("<![CDATA[<a> & b]]>"));
        assert_eq!(out("Kota&#x6771;"), out("Kota東"), "what no face has is left out, however it is written");
        assert_eq!(out("Kota東"), out("Kota"));
    }

    #[cfg(feature = "scripts")]
    #[test]
    fn a_script_without_a_bold_weight_is_made_heavier() {
        let text = |weight: &str| letters(&format!(r##"<text fill="#fff" font-weight="{weight}">ꦲꦏ꧀ꦱꦫ</text>"##));
        assert!(text("700").contains(r##"stroke="#fff""##) && text("bold").contains("stroke"));
        assert!(!text("400").contains("stroke") && !text("normal").contains("stroke"));
    }
}
