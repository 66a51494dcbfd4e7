//! What holds for any input.

use super::read;
use crate::content::body::{Body, Fill};
use crate::content::markdown::markup::Markup;
use crate::content::markdown::parse;
use crate::content::markdown::sanitize::sanitize;
use crate::path::RelPath;
use proptest::prelude::*;
use std::collections::HashSet;

/// Pieces that mean something, so that chance meets more than plain text.
const PIECES: &[&str] = &[
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "+ ",
    "* ",
    "- [x] ",
    "# ",
    "## ",
    "===\n",
    "---\n",
    "***",
    "*",
    "**",
    "~~",
    "`",
    "```",
    "```json\n",
    "~~~\n",
    "|",
    "|a|b|\n|-|-|\n",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[^1]",
    "\n[^1]: ",
    "\n[a]: ",
    "[a]",
    "<",
    ">",
    "<b>",
    "</b>",
    "<b id=a>",
    "<div>",
    "</div>",
    "\n<div>\n",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<td>",
    "<table>",
    "<details>",
    "</p>",
    "<a href=\"x.md\">",
    "<a href='javascript:x'>",
    "<pre>",
    "<br/>",
    "<img src=x onerror=y>",
    "<svg>",
    "<style>",
    "&amp;",
    "&#0;",
    "&nGg;",
    "\\",
    ":",
    "::",
    ":::",
    "\n::: ",
    "::video{a=1}",
    "\n::video{url=\"x\"}\n",
    "\n:::note\n",
    "\n:::\n",
    "\n::::gallery{a='b'}\n",
    "\n::::\n",
    "\n:x",
    ": ",
    "{#a}",
    "{",
    "}",
    "\"",
    "'",
    "https://a.id/",
    "javascript:",
    "//x",
    "#a",
    "/a#b",
    "../",
    "a.jpg",
    "%2e",
    "a",
    "kata",
    "é",
    "字",
    "😀",
    "\u{0}",
    "\u{1}",
    "\u{fdd0}0\u{fdd1}",
    "\u{ffff}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
];

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        2 => "[ -~\n\t]{0,9}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check_body(body: &Body) {
    let mut last = 0;
    for hole in &body.holes {
        let at = hole.at as usize;
        assert!(at >= last && body.html().is_char_boundary(at));
        last = at;
        if let Fill::Link(_) = hole.fill {
            assert!(body.html()[..at].ends_with("href=\"") && body.html()[at..].starts_with('"'));
        }
        if let Fill::Component(component) = &hole.fill
            && let Some(body) = &component.body
        {
            check_body(body);
        }
    }
    let html = body.html().to_ascii_lowercase();
    for forbidden in ["<script", "<style", "<iframe", "<img", "<svg", "href=\"javascript", "\u{fdd0}", "\u{1}", "\0"] {
        assert!(!html.contains(forbidden), "{forbidden:?} in {html}");
    }
    for tag in [
        "p",
        "div",
        "b",
        "em",
        "strong",
        "a",
        "ul",
        "ol",
        "li",
        "table",
        "td",
        "blockquote",
        "label",
        "code",
        "pre",
        "details",
    ] {
        let open = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(open, html.matches(&format!("</{tag}>")).count(), "<{tag}> in {html}");
    }
}

/// The tags of some HTML, without their attributes.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split([' ', '>']).next()).collect()
}

/// A browser's parser finds nothing to mend.
fn check_that_browsers_agree(body: &Body) {
    let mut markup = Markup::default();
    markup.html.push_str(body.html());
    sanitize(&mut markup);
    assert_eq!(tags(&markup.html), tags(body.html()), "{}", body.html());
}

fn ids(body: &Body, found: &mut Vec<String>) {
    found.extend(body.html().split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    for hole in &body.holes {
        if let Fill::Component(component) = &hole.fill
            && let Some(body) = &component.body
        {
            ids(body, found);
        }
    }
}

fn check(text: &str, offset: usize) {
    let (body, found) = parse(text, offset, &RelPath::new("content/berita/x.md"));
    let inside = |span: crate::diagnostic::Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(offset <= start && start <= end && end <= offset + text.len(), "{span:?} of {}", text.len());
        assert!(text.is_char_boundary(start - offset) && text.is_char_boundary(end - offset));
    };
    found.iter().for_each(|found| inside(found.span));
    for hole in body.all_holes() {
        inside(hole.span);
        if let Fill::Component(component) = &hole.fill {
            inside(component.name_span);
            for argument in &component.arguments {
                inside(argument.name_span);
                inside(argument.value.span);
            }
        }
    }
    check_body(&body);
    // Masks of directive lines never show.
    assert!(text.contains("__") || !body.html().contains("___"), "{}", body.html());
    let mut all = Vec::new();
    ids(&body, &mut all);
    let distinct: HashSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len(), "{all:?}");
    let known = body.headings.iter().map(|heading| &heading.id).chain(&body.anchors);
    let plain = |id: &str| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    for id in known.filter(|id| plain(id)) {
        assert!(all.contains(&id.to_string()), "{id} in {all:?}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_sound_body(text in markdown(), offset in 0usize..1000) {
        check(&text, offset);
    }

    #[test]
    fn markdown_alone_gives_valid_html(text in markdown()) {
        let (body, _) = read(&text.replace('<', ""));
        check_that_browsers_agree(&body);
    }

    #[test]
    fn raw_html_is_balanced_once_and_for_all(text in markdown()) {
        check_that_browsers_agree(&read(&text).0);
    }

    #[test]
    fn even_noise_does(text in any::<String>()) {
        check(&text, 0);
    }
}

#[test]
fn deep_nesting_is_flattened_and_its_text_kept() {
    for text in [
        "> ".repeat(5000) + "akhir",
        "- ".repeat(5000) + "akhir",
        "<div>".repeat(5000) + "akhir",
        ":::a\n".repeat(5000) + "akhir",
    ] {
        let (body, _) = read(&text);
        let depth = |body: &Body| body.html().matches(['<']).count();
        assert!(depth(&body) <= 250, "{}", depth(&body));
        let kept = body.html().contains("akhir")
            || body.all_holes().any(|hole| match &hole.fill {
                Fill::Component(component) => component.body.as_ref().is_some_and(|body| body.html().contains("akhir")),
                Fill::Link(_) => false,
            });
        assert!(kept);
        check(&text, 0);
    }
}
