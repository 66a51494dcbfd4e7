//! The raw HTML that editors may write, and what to do instead of the rest.

use crate::diagnostic::Text;
use crate::text;

/// How an element behaves in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Has no content: `br`.
    Void,
    /// Stands within a paragraph: `abbr`.
    Phrasing,
    /// Holds paragraphs or other blocks: `details`.
    Flow,
}

/// What editors may write, in alphabetical order.
const ELEMENTS: &[(&str, Role)] = {
    use Role::{Flow, Phrasing, Void};
    &[
        ("a", Phrasing),
        ("abbr", Phrasing),
        ("b", Phrasing),
        ("bdi", Phrasing),
        ("bdo", Phrasing),
        ("blockquote", Flow),
        ("br", Void),
        ("cite", Phrasing),
        ("code", Phrasing),
        ("dd", Flow),
        ("del", Phrasing),
        ("details", Flow),
        ("dfn", Phrasing),
        ("div", Flow),
        ("dl", Flow),
        ("dt", Flow),
        ("em", Phrasing),
        ("figcaption", Flow),
        ("figure", Flow),
        ("h2", Flow),
        ("h3", Flow),
        ("h4", Flow),
        ("h5", Flow),
        ("h6", Flow),
        ("hr", Void),
        ("i", Phrasing),
        ("ins", Phrasing),
        ("kbd", Phrasing),
        ("li", Flow),
        ("mark", Phrasing),
        ("ol", Flow),
        ("p", Flow),
        ("pre", Flow),
        ("q", Phrasing),
        ("rp", Phrasing),
        ("rt", Phrasing),
        ("ruby", Phrasing),
        ("s", Phrasing),
        ("samp", Phrasing),
        ("small", Phrasing),
        ("span", Phrasing),
        ("strong", Phrasing),
        ("sub", Phrasing),
        ("summary", Flow),
        ("sup", Phrasing),
        ("table", Flow),
        ("tbody", Flow),
        ("td", Flow),
        ("tfoot", Flow),
        ("th", Flow),
        ("thead", Flow),
        ("time", Phrasing),
        ("tr", Flow),
        ("u", Phrasing),
        ("ul", Flow),
        ("var", Phrasing),
        ("wbr", Void),
    ]
};

/// The attributes editors may write, besides `href` and `cite`, whose addresses are checked.
const ATTRIBUTES: &[&str] =
    &["colspan", "datetime", "dir", "id", "lang", "open", "reversed", "rowspan", "scope", "start", "title", "value"];

/// The names of all elements editors may write.
pub fn elements() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|(name, _)| *name)
}

/// The element of that name, if editors may write it.
pub fn element(name: &str) -> Option<(&'static str, Role)> {
    ELEMENTS.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| ELEMENTS[at])
}

/// Whether editors may write the attribute with any value.
pub fn is_plain_attribute(name: &str) -> bool {
    ATTRIBUTES.contains(&name)
}

/// Whether opening `new` ends an open `top` whose end tag HTML lets one leave out.
pub fn implies_end(new: &str, top: &str) -> bool {
    match new {
        "li" => top == "li" || top == "p",
        "dt" | "dd" => matches!(top, "dt" | "dd" | "p"),
        "td" | "th" => matches!(top, "td" | "th" | "p"),
        "tr" => matches!(top, "td" | "th" | "tr" | "p"),
        "thead" | "tbody" | "tfoot" => matches!(top, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "p"),
        _ => top == "p",
    }
}

/// What to do instead of a forbidden element.
pub fn instead_of(element: &str) -> Text {
    match element {
        "iframe" | "video" | "embed" | "object" | "audio" => {
            text!("untuk video pakai `::video{{url=\"…\"}}`", "for a video use `::video{{url=\"…\"}}`")
        }
        "img" | "picture" | "svg" => text!(
            "untuk gambar pakai `![keterangan isi gambar](foto.jpg \"takarir\")` atau `::figure{{src=\"…\" alt=\"…\"}}`",
            "for a picture use `![what it shows](photo.jpg \"caption\")` or `::figure{{src=\"…\" alt=\"…\"}}`"
        ),
        name if name.contains(':') || name == "font" => text!(
            "teks ini ditempel dari pengolah kata; tempel ulang sebagai teks biasa (Ctrl+Shift+V)",
            "this was pasted from a word processor; paste it again as plain text (Ctrl+Shift+V)"
        ),
        "h1" => text!("pakai `## Judul`; `h1` adalah judul halaman", "use `## Heading`; `h1` is the page's title"),
        "form" | "input" | "button" | "select" | "textarea" | "label" => text!(
            "hapus; situs ini tidak menerima isian, tautkan ke layanannya",
            "remove it; this site takes no input, link to the service instead"
        ),
        _ => {
            text!("hapus tag ini; tampilan dan skrip diatur tema", "remove this tag; looks and scripts are the theme's")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_free_of_what_runs_or_loads_something() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| name));
        for bad in ["script", "style", "iframe", "img", "object", "form", "input", "link", "meta", "base", "svg"] {
            assert_eq!(element(bad), None);
        }
        assert!(!ATTRIBUTES.iter().any(|name| name.starts_with("on") || *name == "style" || *name == "class"));
    }
}
