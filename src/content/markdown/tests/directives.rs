use super::{Fill, Value, findings, html, read, show};

#[test]
fn a_leaf_stands_on_a_line_of_its_own() {
    assert_eq!(
        html(
            "Sebelum\n::video{url=\"https://a.id\" lebar=640 skala=-1.5 penuh=true judul='Ia \\'hadir\\' \\\\ \"ya\"'}  \nSesudah"
        ),
        "<p>Sebelum</p>\n{video url=\"https://a.id\" lebar=640 skala=-1.5 penuh=true judul=\"Ia 'hadir' \\\\ \\\"ya\\\"\"}\n<p>Sesudah</p>\n"
    );
    assert_eq!(html("  ::peta\n"), "{peta}\n");
    assert_eq!(html("| a |\n|---|\n| b |\n::peta{}\n").rsplit("</div>").next(), Some("\n{peta}\n"));
}

#[test]
fn containers_nest_by_more_colons_or_like_brackets() {
    let nested = "{galeri judul=\"A\"|{note|<p>b</p>\n}\n<p>c</p>\n}\n<p>d</p>\n";
    assert_eq!(html("::::galeri{judul=\"A\"}\n:::note\nb\n:::\nc\n::::\nd"), nested);
    assert_eq!(html(":::galeri{judul=\"A\"}\n:::note\nb\n:::\nc\n:::\nd"), nested);
}

#[test]
fn a_reference_defined_anywhere_works_across_directives() {
    assert_eq!(html(":::note\n[a]\n:::\n\n[a]: #b"), "{note|<p><a href=\"{#b}\">a</a></p>\n}\n");
}

#[test]
fn a_list_ends_before_a_directive_at_the_margin_and_holds_an_indented_one() {
    assert_eq!(html(":::note\n- a\n- b\n:::\nc"), "{note|<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n}\n<p>c</p>\n");
    assert_eq!(html("1. a\n\n   ::peta\n2. b"), "<ol>\n<li>\n<p>a</p>\n{peta}\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
    assert_eq!(html("- a\n\n  :::note\n  b\n  :::\n"), "<ul>\n<li>\n<p>a</p>\n{note|<p>b</p>\n}\n</li>\n</ul>\n");
    assert_eq!(
        html("> kutip\n    ::peta\n\n> ::peta"),
        "<blockquote>\n<p>kutip\n::peta</p>\n</blockquote>\n<blockquote>\n<p>::peta</p>\n</blockquote>\n"
    );
}

#[test]
fn headings_and_words_of_a_container_count_for_the_document() {
    let (body, _) = read("## A\n\n:::note\n## B\n:::\n\n## A\n");
    assert_eq!(body.headings.iter().map(|h| &*h.id).collect::<Vec<_>>(), ["a", "b", "a-2"]);
    let Fill::Component(note) = &body.holes[0].fill else { panic!() };
    let inner = note.body.as_ref().unwrap();
    assert_eq!((inner.words, body.words), (1, 3));
}

#[test]
fn every_part_of_a_directive_knows_its_place() {
    let text = "Pembuka\r\n\r\n:::quote{by=\"Chi\" n=3}\r\nIsi\r\n:::\r\n";
    let (body, found) = crate::content::markdown::parse(text, 50, &crate::path::RelPath::new("content/x.md"));
    assert_eq!(found, []);
    let at = |span: crate::diagnostic::Span| &text[span.start as usize - 50..span.end as usize - 50];
    let Fill::Component(quote) = &body.holes[0].fill else { panic!() };
    assert_eq!((at(body.holes[0].span), at(quote.name_span)), (":::quote{by=\"Chi\" n=3}", "quote"));
    let places: Vec<_> = quote.arguments.iter().map(|a| (at(a.name_span), at(a.value.span))).collect();
    assert_eq!(places, [("by", "\"Chi\""), ("n", "3")]);
    assert_eq!(quote.arguments[0].value.value, Value::String("Chi".into()));
}

#[test]
fn a_slip_is_reported_where_it_is() {
    for (text, expected) in [
        ("::video url=\"x\"", "` url=\"x\"`: only arguments in braces may follow the name `video`"),
        ("::video{url=\"x\"", "`{`: this brace is not closed"),
        ("::video{url=\"x}", "`\"x}`: this quotation mark is not closed on its line"),
        ("::video{url=“x”}", "`“x”`: the value of `url` can't be read"),
        ("::video{url=x}", "`x`: the value of `url` can't be read"),
        ("::video{url=}", "`}`: the value of `url` can't be read"),
        ("::video{url}", "`url`: the argument `url` has no value"),
        ("::video{\"x\"}", "`\"`: the name of an argument is needed here"),
        ("::video{a=\"x\"b=1}", "`b`: a space or `}` is needed here"),
        ("::video{a=1, b=2}", "`,`: arguments are not separated by commas"),
        ("::video{a=1 a=2}", "`a`: the argument `a` is written twice"),
        ("::video{a=99999999999999999999}", "`99999999999999999999`: the value of `a` can't be read"),
        ("::video{a=1} teks", "`teks`: there is text after the `}`"),
        ("::: note\n:::", "` note`: there is a space between `:::` and the name `note`"),
        (":::", "`:::`: this `:::` closes nothing"),
        (":::a\n::::\n:::", "`::::`: this `::::` does not close `:::a`"),
        (":::a\n- b\n  :::\n:::", "`:::`: this `:::` stands in a list item, but `:::a` was opened outside it"),
    ] {
        assert_eq!(findings(text), [format!("WT406 {expected}")], "{text}");
    }
}

#[test]
fn a_container_that_is_never_closed_is_reported_at_its_opening() {
    let forgotten = |line: &str| format!("WT405 `{line}`: this directive is not closed");
    assert_eq!(findings(":::note{a=1}  \nisi"), [forgotten(":::note{a=1}")]);
    assert_eq!(findings("::::a\n:::b\nc\n::::\n"), [forgotten(":::b")]);
    assert_eq!(
        findings("- :::a\n\n  :::b\n  c\n\n:::\n")[..],
        [
            "WT411 `:::a`: the directive `a` stays plain text: it stands within a line".into(),
            forgotten(":::b"),
            "WT406 `:::`: this `:::` closes nothing".into()
        ]
    );
    assert_eq!(show(&read(":::note\nisi").0), "{note|<p>isi</p>\n}\n");
}
