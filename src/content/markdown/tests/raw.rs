use super::{findings, html, read, show};

#[test]
fn allowed_tags_pass_and_their_links_are_holes() {
    assert_eq!(
        html(
            "H<sub>2</sub>O <abbr title=\"Organisasi &amp; <b>\">OPD</abbr> <a href=\"../a.md\" hidden-x>"
                .trim_end_matches(" <a href=\"../a.md\" hidden-x>")
        ),
        "<p>H<sub>2</sub>O <abbr title=\"Organisasi &amp; &lt;b&gt;\">OPD</abbr></p>\n"
    );
    assert_eq!(
        html("<details open>\n<summary id=\"s\">Isi <a href='#b'>b</a></summary>\n\n- butir\n\n</details>\n"),
        "<details open=\"\">\n<summary id=\"s\">Isi <a href=\"{#b}\">b</a></summary>\n<ul>\n<li>butir</li>\n</ul>\n</details>\n"
    );
}

#[test]
fn an_id_in_raw_html_is_a_place_to_link_to() {
    let (body, _) =
        read("<span id=\"peta\">Peta</span>\n\n## Peta\n\n<i id=peta>x</i>\n\n:::note\n<u id=dalam>y</u>\n:::\n");
    assert_eq!(body.anchors.iter().map(|id| &**id).collect::<Vec<_>>(), ["peta", "dalam"]);
    assert_eq!(&*body.headings[0].id, "peta-2");
    assert_eq!(body.html().matches("id=\"peta\"").count(), 1);
}

#[test]
fn what_is_not_on_the_list_is_reported_at_its_place() {
    assert_eq!(
        findings(
            "<script>alert('x')</script>\n\na <b onclick=\"x()\" class=k>b</b>\n\n> <div>\n> <iframe\n> src=x></iframe></div>\n\n<font"
        ),
        [
            "WT407 `<script>`: the tag `<script>` is not allowed",
            "WT407 `onclick=\"x()\" class=k`: the attributes `onclick`, `class` of `<b>` are not allowed",
            "WT407 `<iframe\n> src=x>`: the tag `<iframe>` is not allowed",
        ]
    );
    assert_eq!(findings("<div>\n<font\n</div>\n").len(), 1);
    assert_eq!(
        findings("<a href=\"java&#115;cript:x\">a</a> <q cite=\"b.md\">c</q> <a href=\"//b\">d</a>"),
        [
            "WT314 `href=\"java&#115;cript:x\"`: `javascript:` links are not allowed",
            "WT314 `cite=\"b.md\"`: `cite` must be a full address",
            "WT314 `href=\"//b\"`: a link that begins with `//` is not allowed",
        ]
    );
}

#[test]
fn nothing_can_break_out_of_the_body() {
    for (text, expected) in [
        ("<div>a", "<div>a</div>"),
        ("</div></section></body>a\n\nb", "a\n<p>b</p>\n"),
        ("*a <b>b* c", "<p><em>a <b>b</b></em> c</p>\n"),
        ("- <div>\n\n</div>\n\na", "<ul>\n<li>\n<div>\n</div></li>\n</ul>\n<p>a</p>\n"),
        ("<table><tr><td>a\n\nb", "<table><tbody><tr><td>a\n<p>b</p>\n</td></tr></tbody></table>"),
        ("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>\n"),
        ("<p>a\n\nb\n\n</p>", "<p>a\n</p>\n<p>b</p>\n"),
        ("<span/>a<br/>b", "<p><span></span>a<br>b</p>\n"),
    ] {
        assert_eq!(show(&read(text).0), expected, "{text}");
    }
}

#[test]
fn what_html_would_tear_apart_is_reported() {
    assert_eq!(
        findings(
            "a <div>b</div> **<p>c**\n\n<a href=\"#a\">b [c](#d) <a href=\"#e\">f[^1]</a>\n\n| <ul><li>g</ul> |\n|-|\n\n[^1]: h\n"
        ),
        [
            "WT407 `<div>`: the tag `<div>` can't stand in a paragraph",
            "WT407 `<p>`: the tag `<p>` can't stand in a paragraph",
            "WT407 `[c](#d)`: this link stands within another link",
            "WT407 `<a href=\"#e\">`: this link stands within another link",
        ]
    );
}

#[test]
fn comments_vanish() {
    assert_eq!(
        html("a <!-- rahasia --> b\n\n<!-- lagi\n::video{url=\"x\"}\n\n:::\n-->\n\nc"),
        "<p>a  b</p>\n<p>c</p>\n"
    );
}

#[test]
fn a_directive_swallowed_by_a_block_of_html_is_reported() {
    assert_eq!(
        findings("<div>\n::video{url=\"x\"}\n</div>\n"),
        ["WT406 `::video{url=\"x\"}`: this directive is read as part of the HTML above it"]
    );
    assert_eq!(html("<div>\n\n::video{url=\"x\"}\n\n</div>\n"), "<div>\n{video url=\"x\"}\n</div>\n");
    assert_eq!(html("<pre>\n::video{url=\"x\"}\n</pre>\n"), "<pre>::video{url=\"x\"}\n</pre>\n");
}
