//! The core of CommonMark, in examples of our own.

use super::html;

#[test]
fn the_core_of_commonmark_is_rendered_as_its_specification_says() {
    for (text, expected) in [
        ("satu\ndua\n\ntiga", "<p>satu\ndua</p>\n<p>tiga</p>\n"),
        ("satu  \ndua\\\ntiga", "<p>satu<br>\ndua<br>\ntiga</p>\n"),
        (
            "*a* **b** ***c*** _d_ ~~e~~",
            "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em> <del>e</del></p>\n",
        ),
        ("a*b*c a_b_c 2 * 3 * 4", "<p>a<em>b</em>c a_b_c 2 * 3 * 4</p>\n"),
        ("\\*a\\* &copy; &#x41; AT&T 1<2", "<p>*a* © A AT&amp;T 1&lt;2</p>\n"),
        ("`a <b>` ``c`d``", "<p><code>a &lt;b&gt;</code> <code>c`d</code></p>\n"),
        ("## a ##\n\nb\n---\n\n####### c", "<h2 id=\"a\">a</h2>\n<h2 id=\"b\">b</h2>\n<p>####### c</p>\n"),
        ("a\n***\nb\n\n- - -", "<p>a</p>\n<hr>\n<p>b</p>\n<hr>\n"),
        ("> a\nb\n>\n> c", "<blockquote>\n<p>a\nb</p>\n<p>c</p>\n</blockquote>\n"),
        ("- a\n- b\n\n  c", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n"),
        ("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
        ("3. a\n4. b\n\n1) c", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<ol>\n<li>c</li>\n</ol>\n"),
        ("    a\n\n      b", "<pre tabindex=\"0\"><code>a\n\n  b\n</code></pre>\n".trim_end_matches('\n')),
        ("~~~\n```\n~~~", "<pre tabindex=\"0\"><code>```\n</code></pre>\n"),
        ("[a][B]\n\n[b]: https://c.id 'd'", "<p><a href=\"https://c.id\" title=\"d\">a</a></p>\n"),
        ("[a] [b](c", "<p>[a] [b](c</p>\n"),
        ("a\u{2028}b\u{a0}c", "<p>a\u{2028}b\u{a0}c</p>\n"),
        ("a\r\nb\r\rc", "<p>a\nb</p>\n<p>c</p>\n"),
    ] {
        assert_eq!(html(text).trim_end(), expected.trim_end(), "{text}");
    }
}
