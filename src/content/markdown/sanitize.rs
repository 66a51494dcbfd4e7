//! The second lock on raw HTML: a browser's own parser reads the finished body and writes it
//! anew, so that nothing an editor left open or nested wrongly can reach the page around it.

use super::allow;
use super::markup::{Markup, position};
use crate::content::body::Hole;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::LazyLock;

/// Begins and ends the number that stands for a hole. [`super::text::clean`] keeps both characters
/// out of everything that comes from a file.
const HOLE: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

/// Elements and attributes that the builder writes besides those of the allow-list.
const OWN_ELEMENTS: &[&str] = &["input", "label", "section"];
const OWN_ATTRIBUTES: &[&str] = &[
    "aria-label",
    "checked",
    "cite",
    "class",
    "colspan",
    "datetime",
    "dir",
    "disabled",
    "href",
    "id",
    "lang",
    "open",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
];

static SANITIZER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(allow::elements().chain(OWN_ELEMENTS.iter().copied()).collect())
        .generic_attributes(OWN_ATTRIBUTES.iter().copied().collect())
        .tag_attributes(HashMap::new())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None);
    builder
});

/// Sanitises finished HTML. Its holes stay what they are, at their new places.
pub fn sanitize(markup: &mut Markup) {
    let mut marked = String::with_capacity(markup.html.len() + markup.holes.len() * 8);
    let mut copied = 0;
    for (number, hole) in markup.holes.iter().enumerate() {
        let at = hole.at as usize;
        marked.push_str(&markup.html[copied..at]);
        // Writing to a `String` never fails.
        let _ = write!(marked, "{}{number}{}", HOLE[0], HOLE[1]);
        copied = at;
    }
    marked.push_str(&markup.html[copied..]);

    let clean = SANITIZER.clean(&marked).to_string();
    let mut html = String::with_capacity(clean.len());
    let mut holes = Vec::with_capacity(markup.holes.len());
    let mut parts = clean.split(HOLE);
    html.push_str(parts.next().unwrap_or_default());
    while let (Some(number), Some(text)) = (parts.next(), parts.next()) {
        if let Some(hole) = number.parse().ok().and_then(|number: usize| markup.holes.get(number)) {
            holes.push(Hole { at: position(html.len()), ..hole.clone() });
        }
        html.push_str(text);
    }
    markup.html = html;
    markup.holes = holes;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::body::{Fill, Target};
    use crate::diagnostic::Span;

    #[test]
    fn holes_survive_in_text_and_in_addresses_and_nothing_is_left_open() {
        let mut markup = Markup::default();
        let fill = |id: &str| Fill::Link(Target::Fragment(id.into()));
        markup.html.push_str("<div><a href=\"");
        markup.hole(Span::new(1, 2), fill("a"));
        markup.html.push_str("\" onclick=\"x()\">b</a><table>");
        markup.hole(Span::new(3, 4), fill("b"));
        markup.html.push_str("<tr><td>c</div>");
        sanitize(&mut markup);
        assert_eq!(markup.html, "<div><a href=\"\">b</a><table><tbody><tr><td>c</td></tr></tbody></table></div>");
        let at: Vec<_> = markup.holes.iter().map(|hole| (hole.at, hole.fill.clone())).collect();
        assert_eq!(at, [(14, fill("a")), (21, fill("b"))]);
    }
}
