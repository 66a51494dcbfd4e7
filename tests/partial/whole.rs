//! What is asked of no page by itself, settings, theme and components, renders every page anew.

use crate::bench::Bench;
use crate::small::*;

fn all(bench: &Bench) -> bool {
    let made = bench.build();
    let snapshot = bench.look(warta::cache::Cache::none());
    made.rendered().len() == snapshot.routes().len()
}

#[test]
fn a_setting() {
    let bench = built();
    bench.files.put("site.toml", SITE.replace("Warta Uji", "Warta Kota"));
    assert!(all(&bench));
    assert_eq!(rendered(&bench), "");
}

#[test]
fn a_theme() {
    let bench = built();
    bench.files.put("site.toml", SITE.replace("timezone", "theme = \"uji\"\ntimezone"));
    bench.files.put("themes/uji/theme.toml", "extends = \"warta\"\n");
    assert!(all(&bench));
    for (file, text) in [
        ("templates/news.html", "{% extends \"article.html\" %}{% block facts %}Fakta{% endblock %}"),
        (
            "components/note.html",
            "{% component note(title = \"\") {\"doc\": \"x\", \"body\": true} %}{{ body }}{% endcomponent %}",
        ),
        ("assets/uji.css", "p { color: red }\n"),
        ("i18n/id.toml", "[home]\nlatest = \"Terbaru\"\n"),
    ] {
        bench.files.put(&format!("themes/uji/{file}"), text);
        assert!(all(&bench), "{file}");
    }
    bench.files.remove("themes/uji/i18n/id.toml");
    assert!(all(&bench));
    assert_eq!(rendered(&bench), "");
}
