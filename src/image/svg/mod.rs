//! SVG: how large a drawing is, and whether it is a drawing alone.

mod check;
mod css;

pub use check::{SvgFault, SvgRisk, check_svg};

use super::Dimensions;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// What CSS gives a drawing that says nothing of its size.
const DEFAULT: Dimensions = Dimensions { width: 300, height: 150 };

/// The root element of a drawing.
pub(super) struct Root {
    width: Option<f64>,
    height: Option<f64>,
    view_box: Option<(f64, f64)>,
}

/// The root element; none if the file is no SVG.
pub(super) fn root(bytes: &[u8]) -> Option<Root> {
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xEF | 0xBB | 0xBF));
    if first != Some(&b'<') {
        return None;
    }
    let mut reader = Reader::from_str(std::str::from_utf8(bytes).ok()?);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "svg" => {
                return Some(Root::read(&tag));
            }
            Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Eof => return None,
            _ => {}
        }
    }
}

impl Root {
    fn read(tag: &BytesStart) -> Root {
        let value = |name| {
            let found = tag.attributes().flatten().find(|one| one.key.as_ref() == name)?;
            found.normalized_value(XmlVersion::Implicit1_0).ok()
        };
        let view_box = value("viewBox").and_then(|text| {
            let mut numbers = text.split([' ', ',']).filter(|one| !one.is_empty()).skip(2);
            Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
        });
        let length = |name| value(name).and_then(|text| pixels(&text));
        Root {
            width: length("width"),
            height: length("height"),
            view_box: view_box.filter(|(w, h)| *w > 0.0 && *h > 0.0),
        }
    }

    /// Width and height in CSS pixels; where they are missing, from the view box. None if it has
    /// neither.
    pub(super) fn dimensions(&self) -> Option<Dimensions> {
        let (width, height) = match (self.width, self.height, self.view_box) {
            (Some(width), Some(height), _) => (width, height),
            (Some(width), None, Some((w, h))) => (width, width * h / w),
            (None, Some(height), Some((w, h))) => (height * w / h, height),
            (None, None, Some(size)) => size,
            _ => return None,
        };
        let whole = |length: f64| length.round().clamp(1.0, f64::from(u32::MAX)) as u32;
        Some(Dimensions { width: whole(width), height: whole(height) })
    }

    /// The same, else what CSS says of those that have neither.
    pub(super) fn dimensions_or_default(&self) -> Dimensions {
        self.dimensions().unwrap_or(DEFAULT)
    }
}

/// A length in CSS pixels; none for percentages and what depends on fonts.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let unit = length.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(length.len());
    let (number, unit) = length.split_at(unit);
    let scale = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    number.parse().ok().map(|n: f64| n * scale).filter(|n| n.is_finite() && *n > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(attributes: &str) -> Option<(u32, u32)> {
        let svg = format!("<?xml version='1.0'?>\n<!-- gambar -->\n<svg {attributes}/>");
        root(svg.as_bytes())?.dimensions().map(|size| (size.width, size.height))
    }

    #[test]
    fn a_size_is_what_is_said_or_what_the_view_box_has() {
        assert_eq!(size("width='120' height='80px'"), Some((120, 80)));
        assert_eq!(size("width='1in' height='2.54cm'"), Some((96, 96)));
        assert_eq!(size("viewBox='0 0 640,480'"), Some((640, 480)));
        assert_eq!(size("width='100%' height='100%' viewBox='0 0 64 48'"), Some((64, 48)));
        assert_eq!(size("width='320' viewBox='0 0 64 48'"), Some((320, 240)));
        assert_eq!(size("height='24' viewBox='0 0 64 48'"), Some((32, 24)));
        for nothing in ["", "width='10'", "width='0' height='4'", "viewBox='0 0 0 5'", "viewBox='a b c d'"] {
            assert_eq!(size(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn only_svg_is_svg() {
        for other in ["<html><svg/></html>", "<", "", "<!-- <svg/> -->", "svg", "<svg"] {
            assert!(root(other.as_bytes()).is_none(), "{other}");
        }
    }
}
