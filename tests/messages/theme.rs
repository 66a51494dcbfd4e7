//! WT5: a theme's templates and words.

use super::room::Room;
use super::said;
use insta::assert_snapshot;

/// A room with a theme of its own over the one that comes along.
fn themed(files: &[(&str, &str)]) -> Room {
    let room = Room::new().site("theme = \"kota\"\n").with("themes/kota/theme.toml", "extends = \"warta\"\n");
    files.iter().fold(room, |room, (name, text)| room.with(&format!("themes/kota/{name}"), text))
}

#[test]
fn a_template_that_can_not_be_read() {
    let home = "<h1>{{ site.title }}</h1>\n{% if lang %}\n<p>{{ lang | }}</p>\n{% endif %}\n";
    let page = "<main>\n{% for x in y %}\n</main>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home), ("templates/page.html", page)])), @"
    themes/kota/templates/home.html:3:14 «}}»
    error[WT501]
      id: templat bermasalah: Found `}}` but expected identifier.
          = perbaiki templat di baris ini
      en: the template fails: Found `}}` but expected identifier.
          = mend the template at this line
    themes/kota/templates/page.html:2:17 «» …
    error[WT501]
      id: templat bermasalah: Unexpected end of input
          = perbaiki templat di baris ini
      en: the template fails: Unexpected end of input
          = mend the template at this line
    ");
}

#[test]
fn names_that_the_engine_does_not_know() {
    let home = "{{ site.title | besar }}\n{{ kabar(limit=3) }}\n{% include \"tidak-ada.html\" %}\n{{ <ui.kartu item={site} /> }}\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:17 «b»
    error[WT501]
      id: templat bermasalah: Unknown filter `besar`
          = perbaiki templat di baris ini
      en: the template fails: Unknown filter `besar`
          = mend the template at this line
    themes/kota/templates/home.html:2:4 «k»
    error[WT501]
      id: templat bermasalah: Unknown function `kabar`
          = perbaiki templat di baris ini
      en: the template fails: Unknown function `kabar`
          = mend the template at this line
    themes/kota/templates/home.html:3:12 «"»
    error[WT501]
      id: templat bermasalah: Unknown template `tidak-ada.html`
          = perbaiki templat di baris ini
      en: the template fails: Unknown template `tidak-ada.html`
          = mend the template at this line
    themes/kota/templates/home.html:4:4 «<»
    error[WT501]
      id: templat bermasalah: Unknown component `ui.kartu`
          = perbaiki templat di baris ini
      en: the template fails: Unknown component `ui.kartu`
          = mend the template at this line
    "#);
    assert_snapshot!(said(&themed(&[("templates/home.html", "{% extends \"dasar.html\" %}\n")])), @"
    themes/kota/templates/home.html
    error[WT501]
      id: templat bermasalah: it extends `dasar.html`, which is not there
          = perbaiki templat di baris ini
      en: the template fails: it extends `dasar.html`, which is not there
          = mend the template at this line
    ");
}

#[test]
fn a_template_that_fails_on_a_page() {
    let home = "<h1>{{ site.title }}</h1>\n<p>{{ site.judul.pendek }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @"
    themes/kota/templates/home.html:2:12 «judul»
    error[WT502]
      id: templat bermasalah: Field `judul` is not defined. Available fields: base_url, channels, language, languages, publisher, services, timezone, title
          = perbaiki templat di baris ini
      en: the template fails: Field `judul` is not defined. Available fields: base_url, channels, language, languages, publisher, services, timezone, title
          = mend the template at this line
    ");
    let home = "<p>{{ t(key=\"tidak.ada\") }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:7 «t(key="tidak.ada")»
    error[WT502]
      id: templat bermasalah: no i18n file has the word `tidak.ada`
          = perbaiki templat di baris ini
      en: the template fails: no i18n file has the word `tidak.ada`
          = mend the template at this line
    "#);
    let home = "<p>\n{{ articles(kind=\"brita\") }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:2:4 «articles(kind="brita")»
    error[WT502]
      id: templat bermasalah: there is no kind `brita`
          = perbaiki templat di baris ini
      en: the template fails: there is no kind `brita`
          = mend the template at this line
    "#);
    let home = "<link href=\"{{ asset(path=\"gaya.css\") }}\">\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @r#"
    themes/kota/templates/home.html:1:16 «asset(path="gaya.css")»
    error[WT502]
      id: templat bermasalah: the theme has no asset `gaya.css`
          = perbaiki templat di baris ini
      en: the template fails: the theme has no asset `gaya.css`
          = mend the template at this line
    "#);
}

#[test]
fn a_component_that_fails_names_the_document_that_calls_it() {
    let component = "{% component kotak(judul: String) -%}\n<p>{{ judul.pendek.sekali }}</p>\n{%- endcomponent %}\n";
    let room = themed(&[("components/kotak.html", component)])
        .with("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n\nHalo.\n\n::kotak{judul=\"x\"}\n");
    assert_snapshot!(said(&room), @r#"
    themes/kota/components/kotak.html:2:13 «pendek»
    error[WT502]
      id: templat bermasalah: Field `pendek` is not defined.
          = perbaiki templat di baris ini
      en: the template fails: Field `pendek` is not defined.
          = mend the template at this line
      also content/tentang.md:7:1 «::kotak{judul="x"}»
        id: dipanggil di sini
        en: it is called here
    "#);
}

#[test]
fn a_place_in_a_template_with_a_byte_order_mark_is_right() {
    let home = "\u{feff}<h1>{{ site.title | besar }}</h1>\n<p>{{ site.judul.pendek }}</p>\n";
    assert_snapshot!(said(&themed(&[("templates/home.html", home)])), @"
    themes/kota/templates/home.html:1:20 « »
    error[WT501]
      id: templat bermasalah: Unknown filter `besar`
          = perbaiki templat di baris ini
      en: the template fails: Unknown filter `besar`
          = mend the template at this line
    ");
    assert_snapshot!(said(&themed(&[("templates/home.html", &home.replace(" | besar", ""))])), @"
    themes/kota/templates/home.html:2:9 «te.ju»
    error[WT502]
      id: templat bermasalah: Field `judul` is not defined. Available fields: base_url, channels, language, languages, publisher, services, timezone, title
          = perbaiki templat di baris ini
      en: the template fails: Field `judul` is not defined. Available fields: base_url, channels, language, languages, publisher, services, timezone, title
          = mend the template at this line
    ");
}

#[test]
fn a_theme_by_itself_needs_every_template_and_word() {
    let room = Room::new().site("theme = \"polos\"\n").with("themes/polos/templates/base.html", "<p></p>\n");
    assert_snapshot!(said(&room), @r#"
    site.toml
    error[WT503]
      id: tema tidak punya templat 404.html
          = tulis templates/404.html, atau beri theme.toml extends = "warta"
      en: the theme has no template 404.html
          = write templates/404.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat archive.html
          = tulis templates/archive.html, atau beri theme.toml extends = "warta"
      en: the theme has no template archive.html
          = write templates/archive.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat article.html
          = tulis templates/article.html, atau beri theme.toml extends = "warta"
      en: the theme has no template article.html
          = write templates/article.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat corrections.html
          = tulis templates/corrections.html, atau beri theme.toml extends = "warta"
      en: the theme has no template corrections.html
          = write templates/corrections.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat home.html
          = tulis templates/home.html, atau beri theme.toml extends = "warta"
      en: the theme has no template home.html
          = write templates/home.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat list.html
          = tulis templates/list.html, atau beri theme.toml extends = "warta"
      en: the theme has no template list.html
          = write templates/list.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat page.html
          = tulis templates/page.html, atau beri theme.toml extends = "warta"
      en: the theme has no template page.html
          = write templates/page.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat period.html
          = tulis templates/period.html, atau beri theme.toml extends = "warta"
      en: the theme has no template period.html
          = write templates/period.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat redirect.html
          = tulis templates/redirect.html, atau beri theme.toml extends = "warta"
      en: the theme has no template redirect.html
          = write templates/redirect.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat search.html
          = tulis templates/search.html, atau beri theme.toml extends = "warta"
      en: the theme has no template search.html
          = write templates/search.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat term.html
          = tulis templates/term.html, atau beri theme.toml extends = "warta"
      en: the theme has no template term.html
          = write templates/term.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat terms.html
          = tulis templates/terms.html, atau beri theme.toml extends = "warta"
      en: the theme has no template terms.html
          = write templates/terms.html, or give theme.toml extends = "warta"
    site.toml
    error[WT503]
      id: tema tidak punya templat withdrawn.html
          = tulis templates/withdrawn.html, atau beri theme.toml extends = "warta"
      en: the theme has no template withdrawn.html
          = write templates/withdrawn.html, or give theme.toml extends = "warta"
    site.toml
    error[WT504]
      id: kata antarmuka `date.clock` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.clock`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.day` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.day`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.long` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.long`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.month` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.month`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.months_short` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.months_short`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.months` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.months`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.short` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.short`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.time` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.time`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.weekdays` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.weekdays`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `date.with_time` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `date.with_time`
          = add it to i18n/id.toml
    site.toml
    error[WT504]
      id: kata antarmuka `number.decimal` tidak ada di tema
          = tambahkan di i18n/id.toml
      en: the theme has no interface word `number.decimal`
          = add it to i18n/id.toml
    "#);
}
