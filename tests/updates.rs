//! What is known from before an edit is used again only where that makes no difference: after each edit,
//! a newsroom that was kept up comes to what one that is read anew comes to.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use proptest::prelude::*;
use proptest::sample::select;
use room::{NOW, SITE, news, picture};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use warta::path::RelPath;
use warta::source::{Changes, Memory};
use warta::workspace::{Settings, Snapshot, Workspace};

const ARTICLES: [&str; 4] = [
    "content/berita/2026/pasar.md",
    "content/berita/2026/banjir.md",
    "content/klarifikasi/2026/kabar.md",
    "content/berita/2026/pasar.en.md",
];
const FRONTS: [&str; 9] = [
    "",
    "title = \"Judul lain\"\n",
    "topics = [\"pasar\", \"banjir\"]\n",
    "status = \"draft\"\n",
    "embargo = 2026-05-01T00:00:00+07:00\n",
    "withdrawn = { date = 2026-02-20, reason = \"Keliru\" }\n",
    "changes = [{ date = 2026-02-10, kind = \"correction\", note = \"Jam\" }, { date = 2026-06-01, kind = \"update\", note = \"Nanti\" }]\n",
    "attachments = [{ src = \"denah.gif\", title = \"Denah\" }]\n",
    "tidak_dikenal = 1\n",
];
const TEXTS: [&str; 8] = [
    "Buka pukul enam.\n",
    "Buka pukul tujuh.\n",
    "## Jadwal\n\nBuka pukul enam.\n",
    "Lihat [jadwal](pasar.md#jadwal).\n",
    "Lihat [banjir](/berita/2026/banjir.md) dan [denah](denah.gif).\n",
    "![Denah pasar](denah.gif \"Denah\")\n",
    "::tidak-ada{a=1}\n",
    "",
];

/// One thing that an editor does between two looks at the preview.
#[derive(Clone, Debug)]
enum Edit {
    Write(&'static str, String),
    Remove(&'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let article = (select(&ARTICLES[..]), select(&FRONTS[..]), select(&TEXTS[..]))
        .prop_map(|(file, front, text)| Edit::Write(file, news(front, text)));
    let text = (select(&ARTICLES[..]), select(&TEXTS[..])).prop_map(|(file, text)| Edit::Write(file, news("", text)));
    let unit = select(&["Humas", "Dinas Kominfo"][..])
        .prop_map(|name| Edit::Write("content/unit/humas.md", format!("+++\ntitle = \"{name}\"\n+++\n")));
    let site = select(&["", "[feeds]\nlimit = 1\n", "salah = 1\n"][..])
        .prop_map(|lines| Edit::Write("site.toml", format!("{SITE}languages = [\"id\", \"en\"]\n{lines}")));
    let plan = select(&["satu", "dua"][..]).prop_map(|mark| {
        Edit::Write("content/berita/2026/denah.gif", String::from_utf8_lossy(&picture(mark)).into_owned())
    });
    let gone = select(&[ARTICLES[0], ARTICLES[1], "content/berita/2026/denah.gif"][..]).prop_map(Edit::Remove);
    prop_oneof![3 => article, 5 => text, 1 => unit, 1 => site, 1 => plan, 1 => gone]
}

/// Everything that can be seen of a newsroom.
fn seen(snapshot: &Snapshot) -> (String, BTreeMap<String, String>) {
    let made = snapshot.routes().iter().map(|route| {
        let bytes = snapshot.render(route);
        (route.url.to_string(), bytes.map_or_else(|e| format!("{e:?}"), |b| String::from_utf8_lossy(&b).into_owned()))
    });
    let told = format!("{:#?}\n{:?}\n{:?}", snapshot.diagnostics(), snapshot.next_change(), snapshot.states());
    (told, made.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_newsroom_kept_up_is_the_newsroom_read_anew(
        edits in proptest::collection::vec(proptest::collection::vec(edit(), 1..3), 1..6),
        preview: bool,
    ) {
        let files = Arc::new(Memory::new([("site.toml", SITE)]));
        files.put("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
        files.put(ARTICLES[0], news("", TEXTS[2]));
        files.put(ARTICLES[1], news("", TEXTS[3]));
        let settings = Settings { now: NOW.parse().unwrap(), preview, base_url: None, keep_last_good: false };
        let mut kept = Workspace::new(files.clone(), settings.clone());
        kept.load().unwrap();
        for burst in edits {
            let mut touched = BTreeSet::new();
            for one in burst {
                match one {
                    Edit::Write(file, text) => {
                        files.put(file, text);
                        touched.insert(RelPath::new(file));
                    }
                    Edit::Remove(file) => {
                        files.remove(file);
                        touched.insert(RelPath::new(file));
                    }
                }
            }
            let kept = kept.update(&Changes::Files(touched)).unwrap();
            let anew = Workspace::new(files.clone(), settings.clone()).load().unwrap();
            prop_assert_eq!(seen(&kept), seen(&anew));
        }
    }
}
