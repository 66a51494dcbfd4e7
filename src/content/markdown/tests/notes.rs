use super::{findings, html, read, show};

#[test]
fn footnotes_are_numbered_by_their_first_reference_and_gathered_at_the_end() {
    assert_eq!(
        html("[^b]: Kedua, lihat [ini](#x).\n\nSatu[^a], dua[^B], lagi[^a].\n\n[^a]: Pertama.\n"),
        "<p>Satu<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>, \
         dua<sup class=\"footnote-ref\" id=\"fnref-2\"><a href=\"#fn-2\">2</a></sup>, \
         lagi<sup class=\"footnote-ref\" id=\"fnref-1-2\"><a href=\"#fn-1\">1</a></sup>.</p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n\
         <li id=\"fn-1\"><p>Pertama. \
         <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩</a> \
         <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"↩ 1-2\">↩\u{2009}2</a></p>\n</li>\n\
         <li id=\"fn-2\"><p>Kedua, lihat <a href=\"{#x}\">ini</a>. \
         <a href=\"#fnref-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"↩ 2\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    );
}

#[test]
fn an_undefined_reference_stays_text() {
    let text = "Satu[^x].\n\n[^y]: Tak dipakai.";
    assert_eq!(read(text).0.html(), "<p>Satu[^x].</p>\n");
    assert_eq!(
        findings(text),
        [
            "WT411 `[^x]`: the footnote `[^x]` has no text",
            "WT412 `[^y]:`: the footnote `[^y]` is not shown: nothing refers to it"
        ]
    );
}

#[test]
fn a_note_may_refer_to_another_and_to_itself() {
    let (body, _) = read("a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]\n");
    assert!(body.html().contains("<li id=\"fn-2\"><p>c<sup class=\"footnote-ref\" id=\"fnref-1-2\">"));
    assert_eq!(body.html().matches("<li id=").count(), 2);
}

#[test]
fn a_note_in_a_container_goes_to_the_end_of_the_document() {
    let (body, _) = read(":::note\nIsi[^1].\n\n[^1]: Catatan.\n:::\n\nAkhir.\n");
    let shown = show(&body);
    assert!(shown.starts_with("{note|<p>Isi<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>.</p>\n}\n<p>Akhir.</p>\n<section"), "{shown}");
    assert!(shown.contains("<li id=\"fn-1\"><p>Catatan. <a"));
}

#[test]
fn a_link_never_stands_in_a_link() {
    let reference = "<sup class=\"footnote-ref\" id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>";
    assert!(html("[a[^1]](#b)\n\n[^1]: c").starts_with(&format!("<p>[a{reference}](#b)</p>\n")));
    let bare = "<p><a href=\"{#b}\">a<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a></p>\n";
    assert!(html("<a href=\"#b\">a[^1]</a>\n\n[^1]: c").starts_with(bare));
}
