//! What is asked of no page by itself, settings, theme and components, renders every page anew.

use crate::bench::Bench;
use crate::cli::{Folder, assert_same};
use crate::room;
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

#[test]
fn a_preview_stands_until_an_event_is_over_that_nobody_has_approved_yet() {
    let folder = Folder::newsroom();
    let event = "[event]\nstart = 2026-03-02T10:00:00+07:00\nend = 2026-03-02T12:00:00+07:00\nplace = \"Balai kota\"\n";
    let draft = room::news(&format!("title = \"Kerja bakti\"\nstatus = \"draft\"\n{event}"), "Teks.\n");
    folder.write("content/agenda/2026/kerja-bakti.md", draft);
    let build = |output: &str, now: &str| {
        folder.warta(&["build", "--preview", "--output", output, "--now", now]).ends(0);
    };
    build("public", "2026-03-01T12:00:00+07:00");
    for (number, now) in ["2026-03-02T11:00:00+07:00", "2026-03-02T12:00:00+07:00"].into_iter().enumerate() {
        build("public", now);
        let cold = format!("cold-{number}");
        build(&cold, now);
        assert_same(&folder.tree("public"), &folder.tree(&cold));
    }
}
