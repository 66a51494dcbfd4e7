use super::{Target, Value, findings, html, read};
use crate::content::body::Fill;

#[test]
fn links_out_of_the_site_are_written_and_links_within_are_holes() {
    assert_eq!(
        html("[a](https://contoh.go.id/?a=1&b=2 \"Situs\") <humas@contoh.go.id> <https://b.id> [c](tel:+62274)"),
        "<p><a href=\"https://contoh.go.id/?a=1&amp;b=2\" title=\"Situs\">a</a> \
         <a href=\"mailto:humas@contoh.go.id\">humas@contoh.go.id</a> <a href=\"https://b.id\">https://b.id</a> \
         <a href=\"tel:+62274\">c</a></p>\n"
    );
    assert_eq!(
        html("[a](#bagian) [b](/berita/?x=1#atas) [c](../2022/a%20b.md?q#r \"t\") [d]\n\n[d]: lampiran.pdf"),
        "<p><a href=\"{#bagian}\">a</a> <a href=\"{site /berita/?x=1 Some(\"atas\")}\">b</a> \
         <a href=\"{file Some(\"content/2022/a b.md\") Some(\"r\")}\" title=\"t\">c</a> \
         <a href=\"{file Some(\"content/berita/lampiran.pdf\") None}\">d</a></p>\n"
    );
}

#[test]
fn the_place_of_a_link_is_its_destination() {
    let text = "> Lihat [**ini** [dan] itu](../a_(1).md \"judul\"), [x](<a b.md>), [d].\n\n[d]: c.md";
    let (body, _) = crate::content::markdown::parse(text, 100, &crate::path::RelPath::new("content/x.md"));
    let places: Vec<_> =
        body.holes.iter().map(|hole| &text[hole.span.start as usize - 100..hole.span.end as usize - 100]).collect();
    assert_eq!(places, ["../a_(1).md", "a b.md", "c.md"]);
    assert!(matches!(&body.holes[0].fill, Fill::Link(Target::File { written, .. }) if &**written == "../a_(1).md"));
}

#[test]
fn forbidden_links_are_reported_and_their_text_is_kept() {
    let text = "[a **b**](javascript:alert(1)) [c](//contoh.go.id) <javascript:x> [d]() [e](data:text/html,x)";
    assert_eq!(
        findings(text),
        [
            "WT314 `javascript:alert(1)`: `javascript:` links are not allowed",
            "WT314 `//contoh.go.id`: a link that begins with `//` is not allowed",
            "WT314 `javascript:x`: `javascript:` links are not allowed",
            "WT305 `[d]()`: this link has no address",
            "WT314 `data:text/html,x`: `data:` links are not allowed",
        ]
    );
    assert_eq!(read(text).0.html(), "<p>a <strong>b</strong> c javascript:x d e</p>\n");
}

#[test]
fn a_picture_alone_on_its_line_is_a_figure() {
    assert_eq!(
        html("![Wali *kota*](foto.jpg \"Di balai\")"),
        "{figure src=\"foto.jpg\" alt=\"Wali kota\" caption=\"Di balai\"}\n"
    );
    assert_eq!(
        html("a\n\n![b](c.jpg)  \n![d](e.jpg)\n\nf"),
        "<p>a</p>\n{figure src=\"c.jpg\" alt=\"b\"}\n{figure src=\"e.jpg\" alt=\"d\"}\n<p>f</p>\n"
    );
    assert_eq!(html("Logo ![b](c.svg) ini"), "<p>Logo {image src=\"c.svg\" alt=\"b\"} ini</p>\n");
    assert_eq!(
        html("![a](b.svg)![c](d.svg)"),
        "<p>{image src=\"b.svg\" alt=\"a\"}{image src=\"d.svg\" alt=\"c\"}</p>\n"
    );
    assert_eq!(html("[![a](b.svg)](#c)"), "<p><a href=\"{#c}\">{image src=\"b.svg\" alt=\"a\"}</a></p>\n");
}

#[test]
fn the_arguments_of_a_picture_know_their_places() {
    let text = "x ![Wali kota](foto%201.jpg?v=2 'Di balai')";
    let (body, _) = read(text);
    let Fill::Component(component) = &body.holes[0].fill else { panic!() };
    let places: Vec<_> = component.arguments.iter().map(|argument| &text[argument.value.span.range()]).collect();
    assert_eq!(places, ["foto%201.jpg?v=2", "Wali kota", "'Di balai'"]);
    assert_eq!(component.arguments[0].value.value, Value::String("foto 1.jpg".into()));
    assert_eq!(&text[component.name_span.range()], &text[2..]);
}

#[test]
fn a_picture_needs_a_file_and_a_description() {
    assert_eq!(
        findings("![a](https://contoh.go.id/a.jpg)\n\n![ ](b.jpg)\n\n![c](data:image/png;base64,x) ![d](//e.id/f.jpg)"),
        [
            "WT408 `https://contoh.go.id/a.jpg`: this picture comes from another server; it may change or vanish",
            "WT409 `![ ](b.jpg)`: this picture has no description",
            "WT408 `data:image/png;base64,x`: this picture is written out as `data:` text and not kept as a file",
            "WT408 `//e.id/f.jpg`: this picture comes from another server; it may change or vanish",
        ]
    );
}
