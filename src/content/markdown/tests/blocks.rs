use super::{html, read};

#[test]
fn headings_begin_at_level_two_and_get_ids() {
    let (body, _) = read("# Hasil *rapat*\n\n## Hasil rapat\n\nTajuk {#khusus}\n===\n\n### —\n\n### —\n");
    assert_eq!(
        body.html(),
        "<h2 id=\"hasil-rapat\">Hasil <em>rapat</em></h2>\n<h2 id=\"hasil-rapat-2\">Hasil rapat</h2>\n\
         <h2 id=\"khusus\">Tajuk</h2>\n<h3 id=\"bagian\">—</h3>\n<h3 id=\"bagian-2\">—</h3>\n"
    );
    let listed: Vec<_> = body.headings.iter().map(|h| (h.level, &*h.id, &*h.text)).collect();
    assert_eq!(listed[0], (2, "hasil-rapat", "Hasil rapat"));
    assert_eq!(listed[2], (2, "khusus", "Tajuk"));
    assert_eq!(listed.len(), 5);
}

#[test]
fn a_heading_loses_no_words() {
    let (body, _) = read("## Rapat {*tertutup*}\n\n- ## Unit {a\n\nSatu {x}\n===\n\n## Dua \\{y}\n\n## Tiga {#a b}\n");
    assert_eq!(
        body.html(),
        "<h2 id=\"rapat-tertutup\">Rapat {<em>tertutup</em>}</h2>\n<ul>\n<li>\n<h2 id=\"unit-a\">Unit {a</h2>\n</li>\n</ul>\n\
         <h2 id=\"satu-x\">Satu {x}</h2>\n<h2 id=\"dua-y\">Dua {y}</h2>\n<h2 id=\"tiga-a-b\">Tiga {#a b}</h2>\n"
    );
    assert_eq!(html("## Jadwal {#kapan .lebar}\n"), "<h2 id=\"kapan\">Jadwal</h2>\n");
}

#[test]
fn a_link_in_a_heading_keeps_its_hole_in_place() {
    assert_eq!(html("## [Peta](#peta) kota"), "<h2 id=\"peta-kota\"><a href=\"{#peta}\">Peta</a> kota</h2>\n");
}

#[test]
fn a_table_scrolls_in_a_region_named_after_its_section() {
    assert_eq!(
        html("## Jadwal\n\n| | Hari | Jam |\n|---|:-:|--:|\n| A | Senin | 10.00 |\n\n|x|\n|-|\n"),
        "<h2 id=\"jadwal\">Jadwal</h2>\n\
         <div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Jadwal\"><table>\n\
         <thead>\n<tr><td></td><th scope=\"col\" class=\"center\">Hari</th><th scope=\"col\" class=\"right\">Jam</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>A</td><td class=\"center\">Senin</td><td class=\"right\">10.00</td></tr>\n</tbody>\n</table></div>\n\
         <div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Jadwal (2)\"><table>\n\
         <thead>\n<tr><th scope=\"col\">x</th></tr>\n</thead>\n</table></div>\n"
    );
}

#[test]
fn a_table_without_a_section_is_named_after_its_columns() {
    let table = html("| Hari \"kerja\" | [Jam](a.md) |\n|---|---|\n| Senin | 10 |\n");
    assert!(table.starts_with(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Hari &quot;kerja&quot;, Jam\"><table>\n"
    ));
    assert!(table.contains("<a href=\"{file Some(\"content/berita/a.md\") None}\">Jam</a>"), "{table}");
}

#[test]
fn tasks_are_labelled_check_boxes() {
    assert_eq!(
        html("- [x] Undangan **terkirim**\n  - [ ] konfirmasi\n- lain"),
        "<ul>\n<li><label><input type=\"checkbox\" disabled checked> Undangan <strong>terkirim</strong></label>\n<ul>\n\
         <li><label><input type=\"checkbox\" disabled> konfirmasi</label></li>\n</ul>\n</li>\n<li>lain</li>\n</ul>\n"
    );
}

#[test]
fn definitions_need_a_space_after_the_colon() {
    assert_eq!(
        html("OPD\n: Organisasi perangkat daerah\n"),
        "<dl>\n<dt>OPD</dt>\n<dd>Organisasi perangkat daerah</dd>\n</dl>\n"
    );
    assert_eq!(html("Mulai\n:30 WIB\n:: teks\n::\n"), "<p>Mulai\n:30 WIB\n:: teks\n::</p>\n");
    assert_eq!(html("> Mulai\n> ::x\n"), "<blockquote>\n<p>Mulai\n::x</p>\n</blockquote>\n");
}

#[test]
fn code_is_left_as_it_was_written() {
    assert_eq!(
        html("```tidak-dikenal\r\n::video{url=\"<a>\"}  \r\n:::\r\n:x\r\n```\r\n"),
        "<pre tabindex=\"0\"><code class=\"language-tidak-dikenal\">::video{url=\"&lt;a&gt;\"}  \n:::\n:x\n</code></pre>\n"
    );
    assert_eq!(html("```\r:::\r```"), "<pre tabindex=\"0\"><code>:::\n</code></pre>\n");
    assert_eq!(html("    :::note\n"), "<pre tabindex=\"0\"><code>:::note\n</code></pre>\n");
    assert_eq!(
        html("1. Langkah:\n   ```\n   ::video\n   ```\n"),
        "<ol>\n<li>Langkah:\n<pre tabindex=\"0\"><code>::video\n</code></pre>\n</li>\n</ol>\n"
    );
    assert_eq!(html("`a\n:b`"), "<p><code>a :b</code></p>\n");
}

#[test]
fn only_running_text_is_counted() {
    let (body, _) = read(
        "# Dua kata\n\nsatu**dua** tiga\nempat[^1] – lima\n\n```\nbukan kata\n```\n\n:::note\nenam tujuh\n:::\n\n> delapan\n\n[^1]: sembilan",
    );
    assert_eq!(body.words, 10);
}

#[test]
fn nothing_is_a_body_too() {
    for text in ["", "\n", "   ", "\r\n\r\n", "<!-- warta: allow WT901 alasan -->"] {
        let (body, found) = read(text);
        assert!(body.html().trim().is_empty() && body.holes.is_empty() && found.is_empty(), "{text:?} {body:?}");
    }
}

#[test]
fn control_characters_never_reach_the_page() {
    assert_eq!(
        html("a\0b&#1;c\u{fdd0}0\u{fdd1} `\u{7f}` [\u{1b}](https://a.id/\u{85} \"\u{ffff}t\")"),
        "<p>abc0 <code></code> <a href=\"https://a.id/\" title=\"t\"></a></p>\n"
    );
}
