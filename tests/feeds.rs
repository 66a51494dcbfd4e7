//! Feeds: what readers, partners and a city's app get, read back from the bytes.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, SITE, news, picture};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use warta::image::{Credits, Encoding, embed};

/// What all formats say of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    id: String,
    title: String,
    url: String,
    summary: String,
    html: String,
}

/// A site's files as text.
struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    fn of(room: &Room) -> Site {
        Site(room.site_files())
    }

    fn text(&self, path: &str) -> &str {
        std::str::from_utf8(self.0.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_str(self.text(path)).unwrap()
    }

    fn xml(&self, path: &str) -> roxmltree::Document<'_> {
        roxmltree::Document::parse(self.text(path)).unwrap()
    }

    /// The items of a folder's feed, which must be the same in every format.
    fn items(&self, folder: &str) -> Vec<Item> {
        let words = |of: roxmltree::Node<'_, '_>, name: &str| {
            let child = of.children().find(|child| child.tag_name().name() == name);
            child.and_then(|child| child.text()).unwrap_or_default().to_owned()
        };
        let rss = self.xml(&format!("{folder}rss.xml"));
        let in_rss = rss.descendants().filter(|node| node.has_tag_name("item")).map(|item| Item {
            id: words(item, "guid"),
            title: words(item, "title"),
            url: words(item, "link"),
            summary: words(item, "description"),
            html: words(item, "encoded"),
        });
        let in_rss: Vec<Item> = in_rss.collect();
        let atom = self.xml(&format!("{folder}atom.xml"));
        let in_atom = atom.descendants().filter(|node| node.tag_name().name() == "entry").map(|entry| Item {
            id: words(entry, "id"),
            title: words(entry, "title"),
            url: entry.children().find_map(|child| child.attribute("href")).unwrap().to_owned(),
            summary: words(entry, "summary"),
            html: words(entry, "content"),
        });
        assert_eq!(in_rss, in_atom.collect::<Vec<_>>());
        let json = self.json(&format!("{folder}feed.json"));
        let word = |of: &Value, name: &str| of[name].as_str().unwrap_or_default().to_owned();
        let in_json = json["items"].as_array().unwrap().iter().map(|item| Item {
            id: word(item, "id"),
            title: word(item, "title"),
            url: word(item, "url"),
            summary: word(item, "summary"),
            html: word(item, "content_html"),
        });
        assert_eq!(in_rss, in_json.take(in_rss.len()).collect::<Vec<_>>());
        in_rss
    }
}

fn article(room: Room, name: &str, lines: &str, body: &str) -> Room {
    room.with(&format!("content/berita/{name}.md"), news(lines, body))
}

/// As many articles as asked for, a day apart.
fn many(count: usize) -> Room {
    let empty = Room::empty().site("[feeds]\nlimit = 3\n");
    let empty = empty.with("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
    (1..=count).fold(empty, |room, number| {
        let date = format!("title = \"N{number}\"\ndate = 2026-01-{number:02}T09:00\ntopics = [\"air\"]\n");
        article(room, &format!("n{number}"), &date, "Isi.\n")
    })
}

#[test]
fn every_format_says_the_same_whatever_is_in_a_headline() {
    let titles = [
        "A ]]> B & <C> \"D\" 'E'".to_owned(),
        "مدينة جديدة: افتتاح السوق".to_owned(),
        "ꦗꦮ 😀 👩🏽‍💻 &amp; é".to_owned(),
        "x".repeat(110),
    ];
    let room = titles.iter().enumerate().fold(Room::new(), |room, (number, title)| {
        let lines = format!("title = '''{title}'''\nsummary = '''{title}'''\ndate = 2026-02-0{}\n", 9 - number);
        article(room, &format!("t{number}"), &lines, "1 < 2 && ]]> \u{85}\n")
    });
    let bell = "---\ntitle: \"Bel \\u0007berbunyi \\uFFFE\"\ndate: 2026-02-20\nsummary: S\nunits: [humas]\n---\n";
    let site = Site::of(&room.with("content/berita/bel.md", bell));
    let items = site.items("");
    assert_eq!(items[0].title, "Bel berbunyi ");
    for (item, title) in items[1..].iter().zip(&titles) {
        assert_eq!((&item.title, &item.summary), (title, title));
        assert!(item.html.contains("1 &lt; 2 &amp;&amp; ]]&gt;"), "{}", item.html);
    }
    for (path, bytes) in &site.0 {
        let sound = |c: char| matches!(c, '\t' | '\n') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
        let feed = [".xml", ".json"].iter().any(|end| path.ends_with(end));
        assert!(!feed || std::str::from_utf8(bytes).unwrap().chars().all(sound), "{path}");
    }
}

#[test]
fn an_article_stays_the_same_item_whatever_its_headline_slug_and_day() {
    let id = |lines: &str| {
        let site = Site::of(&Room::new().with("content/berita/2026/pasar.md", news(lines, "")));
        let data = site.0.keys().find(|path| path.ends_with("/index.json")).unwrap().clone();
        let item = site.items("").remove(0);
        assert_eq!(site.json(&data)["uri"], item.id.as_str());
        (item.id, item.url)
    };
    let (first, url) = id("title = \"Pasar\"\n");
    let (second, other) = id("title = \"Pasar baru\"\nslug = \"lain\"\ndate = 2025-12-31\n");
    assert_eq!(first, second);
    assert_ne!(url, other);
    assert!(first.starts_with("urn:uuid:") && first.as_bytes()[23] == b'8' && first.len() == 45, "{first}");
}

#[test]
fn only_a_change_in_substance_brings_an_article_back() {
    let dates = |lines: &str| {
        let site = Site::of(&Room::new().with("content/berita/2026/pasar.md", news(lines, "")));
        let item = &site.json("feed.json")["items"][0];
        assert!(site.text("rss.xml").contains("<pubDate>Sun, 01 Feb 2026 09:00:00 +0700</pubDate>"));
        assert_eq!(item["date_published"], "2026-02-01T09:00:00+07:00");
        let atom = site.xml("atom.xml");
        let updated = atom.root_element().children().find(|node| node.tag_name().name() == "updated").unwrap();
        assert_eq!(updated.text(), item["date_modified"].as_str());
        item["date_modified"].as_str().unwrap().to_owned()
    };
    assert_eq!(dates("changes = [{ date = 2026-02-05, kind = 'minor' }]\n"), "2026-02-01T09:00:00+07:00");
    assert_eq!(dates("changes = [{ date = 2026-02-05, kind = 'update', note = 'A' }]\n"), "2026-02-05T00:00:00+07:00");
    assert_eq!(dates("updated = 2026-02-03\n"), "2026-02-03T00:00:00+07:00");
}

#[test]
fn a_json_feed_goes_on_to_the_oldest_article_in_pages_that_stay() {
    let walk = |site: &Site, folder: &str| {
        let (mut path, mut titles) = (format!("{folder}feed.json"), Vec::new());
        loop {
            let feed = site.json(&path);
            assert_eq!(feed["feed_url"], format!("https://warta.contoh.go.id/{folder}feed.json"));
            let items = feed["items"].as_array().unwrap();
            titles.extend(items.iter().map(|item| item["title"].as_str().unwrap().to_owned()));
            let Some(next) = feed["next_url"].as_str() else { return titles };
            path = next.strip_prefix("https://warta.contoh.go.id/").unwrap().to_owned();
        }
    };
    let (ten, eleven) = (Site::of(&many(10)), Site::of(&many(11)));
    let expected: Vec<String> = (1..=10).rev().map(|number| format!("N{number}")).collect();
    for folder in ["", "berita/", "topik/air/"] {
        assert_eq!(walk(&ten, folder), expected, "{folder}");
        assert_eq!(walk(&eleven, folder).len(), 11);
        for page in [1, 2] {
            let path = format!("{folder}feed/{page}/feed.json");
            assert_eq!(ten.text(&path), eleven.text(&path), "{path}");
        }
    }
    assert_eq!(ten.items("").len(), 3);
    assert_eq!(ten.json("feed.json")["items"].as_array().unwrap().len(), 4);
    // The site's archive has every text, the archives of its parts lead to it.
    assert_eq!(ten.json("feed/1/feed.json")["items"][0]["content_html"], "<p>Isi.</p>\n");
    let brief = &ten.json("topik/air/feed/1/feed.json")["items"][0];
    assert_eq!((&brief["content_text"], &brief["content_html"]), (&brief["summary"], &Value::Null));
    assert!(brief["_warta"]["data_url"].as_str().unwrap().ends_with("/berita/2026/01/n3/index.json"));
}

#[test]
fn feeds_stand_beside_pages_that_announce_them_and_in_one_list() {
    let room = article(Room::new(), "b", "topics = [\"air\"]\n", "").site("languages = ['id', 'en']\n");
    let site = Site::of(&room);
    let folders = ["", "berita/", "unit/humas/", "topik/air/", "en/", "en/unit/humas/"];
    let feeds: BTreeSet<&str> = site.0.keys().filter_map(|path| path.strip_suffix("rss.xml")).collect();
    assert!(folders[..5].iter().all(|folder| feeds.contains(folder)), "{feeds:?}");
    assert!(!feeds.contains("kunjungan/") && !feeds.contains("tokoh/rani/"));
    let list = site.xml("opml.xml");
    let listed = list.descendants().filter_map(|node| node.attribute("xmlUrl"));
    let listed: BTreeSet<&str> = listed
        .map(|url| url.strip_prefix("https://warta.contoh.go.id/").unwrap().strip_suffix("rss.xml").unwrap())
        .collect();
    assert_eq!(listed, feeds);
    for folder in &feeds {
        let page = site.text(&format!("{folder}index.html"));
        for (name, of) in [("rss.xml", "rss+xml"), ("atom.xml", "atom+xml"), ("feed.json", "feed+json")] {
            let link = format!("<link rel=\"alternate\" type=\"application/{of}\"");
            let line = page.lines().find(|line| line.contains(&link)).unwrap_or_else(|| panic!("{folder}: {of}"));
            assert!(line.contains(&format!("href=\"/{folder}{name}\"")), "{line}");
        }
    }
    assert!(
        site.text("berita/index.html").contains("<a href=\"/berita/atom.xml\" type=\"application/atom+xml\">Atom</a>")
    );
    let article = site.text("berita/2026/02/b/index.html");
    assert!(
        article.contains("<link rel=\"alternate\" type=\"application/json\" href=\"/berita/2026/02/b/index.json\">")
    );
    assert!(article.contains("href=\"/berita/rss.xml\"") && article.contains("href=\"/opml.xml\""));
}

#[test]
fn a_feed_that_is_opened_in_a_browser_explains_itself() {
    let site = Site::of(&Room::new());
    for path in ["rss.xml", "atom.xml", "berita/rss.xml"] {
        let text = site.text(path);
        let sheet =
            text.split("<?xml-stylesheet type=\"text/css\" href=\"/").nth(1).unwrap_or_else(|| panic!("{text}"));
        let sheet = sheet.split('"').next().unwrap();
        assert!(site.text(sheet).contains("display"), "{path}: {sheet}");
        // Chromium shows a feed as it is written: there the words stand at its top.
        let first_element = text.find("<rss").or(text.find("<feed")).unwrap();
        let said: Vec<bool> = text.match_indices("Ini umpan, untuk").map(|(at, _)| at < first_element).collect();
        assert_eq!(said, [true, false], "{path}: {text}");
    }
}

#[test]
fn a_newsroom_without_an_article_has_feeds_without_items() {
    let site = Site::of(&Room::empty().with("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n"));
    assert_eq!(site.items(""), []);
    assert!(!site.text("rss.xml").contains("lastBuildDate"));
    assert!(site.text("atom.xml").contains("<updated>1970-01-01T00:00:00Z</updated>"));
    assert_eq!(site.json("feed.json")["items"], serde_json::json!([]));
    assert!(!site.0.contains_key("ralat/rss.xml") && !site.0.contains_key("berita/rss.xml"));
}

#[test]
fn nothing_in_a_feed_is_relative_or_from_the_clock() {
    let body =
        "[kita](a.md) [sini](#atas) [situs](/unit/humas/) catatan[^1] ![Air](a.gif)\n\n[^1]: Sumber.\n\n## Atas\n";
    let photo =
        "date = 2026-02-02T09:00\nphotos = [{ src = \"a.gif\", alt = \"<A>\", caption = \"B & C\", credit = \"D\" }]\n";
    let room = Room::new().with("site.toml", SITE.replace(".go.id\"", ".go.id/warta/\""));
    let room = room.with("content/berita/b/index.md", news(photo, &body.replace("a.md", "../2026/pasar.md")));
    let room = room.with("content/berita/b/a.gif", picture(""));
    let site = Site::of(&room);
    let item = &site.items("unit/humas/")[0];
    for attribute in ["href=\"", "src=\"", "srcset=\""] {
        for found in item.html.split(attribute).skip(1) {
            assert!(found.starts_with("https://warta.contoh.go.id/warta/"), "{found}");
        }
    }
    assert!(item.html.starts_with("<figure><img src=\"https://") && item.html.contains("alt=\"&lt;A&gt;\""));
    assert!(item.html.contains("<figcaption>B &amp; C Foto: D</figcaption>"), "{}", item.html);
    assert!(site.text("rss.xml").contains("<?xml-stylesheet type=\"text/css\" href=\"/warta/assets/feed."));
    let xml = site.xml("rss.xml");
    let media = xml.descendants().find(|node| node.has_tag_name(("http://search.yahoo.com/mrss/", "content"))).unwrap();
    assert_eq!((media.attribute("type"), media.attribute("width")), (Some("image/jpeg"), Some("1")));
    assert_eq!(site.text("feed.json"), Site::of(&room.at("2027-01-01T00:00:00Z")).text("feed.json"));
}

#[test]
fn every_correction_is_an_item_of_its_own() {
    let changes = "title = \"Jembatan\"\nchanges = [\n\
        { date = 2026-02-03T10:00, kind = \"correction\", note = \"Bukan 12, melainkan 21.\" },\n\
        { date = 2026-02-04T10:00, kind = \"update\", note = \"Peta ditambahkan.\" },\n\
        { date = 2026-02-05T10:00, kind = \"right-of-reply\", note = \"Jawaban warga.\" },\n]\n";
    let gone = "title = \"Waduk\"\nwithdrawn = { date = 2026-02-04T08:00, reason = \"Datanya keliru.\" }\n";
    let site = Site::of(&article(article(Room::new(), "a", changes, "Isi."), "b", gone, "Rahasia."));
    let titles: Vec<String> = site.items("ralat/").into_iter().map(|item| item.title).collect();
    assert_eq!(titles, ["Hak jawab: Jembatan", "Dicabut: Waduk", "Ralat: Jembatan"]);
    let ids: BTreeSet<String> = site.items("ralat/").into_iter().map(|item| item.id).collect();
    assert_eq!(ids.len(), 3);
    let whole = &site.items("")[1];
    assert_eq!(whole.title, "Jembatan");
    assert!(whole.html.starts_with("<p><strong>Ralat, Selasa, 3 Februari 2026, 10.00 WIB:</strong> Bukan 12"));
    let data = site.json("berita/2026/02/b/index.json");
    assert_eq!((&data["pubStatus"], &data["bodies"]), (&"canceled".into(), &Value::Null));
    assert!(data["edNote"].as_str().unwrap().ends_with("Datanya keliru."));
}

#[test]
fn an_articles_data_say_what_a_wire_desk_asks() {
    let lines = "title = \"Rapat\"\ndate = 2026-02-02T09:00\nauthors = [\"rani\"]\npeople = [\"rani\"]\ntopics = [\"air\"]\nlegacy_id = 7\n\
        dateline = \"Umbulharjo\"\nlicense = \"CC BY 4.0\"\nembargo = 2026-02-01T10:00\n\
        contact = { name = \"Danu\", phone = \"0274 555\", email = \"humas@contoh.go.id\" }\n\
        attachments = [{ src = \"a.pdf\", title = \"Daftar\" }]\n\
        photos = [{ src = \"a.gif\", alt = \"A\", caption = \"B\", credit = \"C\" }]\n";
    let room = Room::new().with("content/berita/r/index.md", news(lines, "Satu *dua*.\n\nTiga.\n"));
    let room = room.with("content/berita/r/a.pdf", "%PDF-1.4").with("content/berita/r/a.gif", picture(""));
    let site = Site::of(&room);
    let data = site.json("berita/2026/02/r/index.json");
    assert_eq!(data["bodies"][0]["value"], "<p>Satu <em>dua</em>.</p>\n<p>Tiga.</p>\n");
    assert_eq!(data["embargoedUntil"], "2026-02-01T10:00:00+07:00");
    assert_eq!((&data["by"], &data["located"]), (&"Rani Larasati".into(), &"Umbulharjo".into()));
    assert_eq!(data["organisations"][0]["contactInfo"][1]["value"], "humas@contoh.go.id");
    assert_eq!(data["people"][0]["uri"], "https://warta.contoh.go.id/tokoh/rani/");
    assert_eq!(data["subjects"][0]["literal"], "air");
    assert_eq!(data["altIds"][1], serde_json::json!({ "role": "legacy", "value": "7" }));
    assert_eq!((&data["associations"][0]["by"], &data["associations"][0]["type"]), (&"C".into(), &"picture".into()));
    assert_eq!(data["associations"][1]["renditions"][0]["sizeInBytes"], 8);
    let item = &site.json("feed.json")["items"][0];
    assert_eq!(item["attachments"][0]["mime_type"], "application/pdf");
    assert_eq!(item["_warta"]["places"], serde_json::json!(["Umbulharjo"]));
    assert_eq!(item["_warta"]["legacy_id"], 7);
    assert!(site.text("rss.xml").contains("length=\"8\" type=\"application/pdf\""));
    let without = Room::new().site("[feeds]\ndata = false\n").site_files();
    assert!(without.keys().all(|path| !path.ends_with("index.json")));
}

#[test]
fn a_hub_and_a_picture_are_named_where_there_are_any() {
    let lines = "[feeds]\nhub = \"https://hub.contoh.go.id/\"\nimage = \"/logo.png\"\n";
    let small = picture("");
    let lines = lines.replace(".png", ".gif");
    let site = Site::of(&Room::new().site(&lines).with("static/logo.gif", &small));
    assert!(site.text("rss.xml").contains("<atom:link href=\"https://hub.contoh.go.id/\" rel=\"hub\"/>"));
    let rss = site.xml("rss.xml");
    let image = rss.descendants().find(|node| node.has_tag_name("image")).unwrap();
    let said: Vec<_> = image.children().filter(|node| node.is_element()).map(|node| node.text().unwrap()).collect();
    let home = "https://warta.contoh.go.id/";
    assert_eq!(said, [&*format!("{home}logo.gif"), "Warta Uji", home, "1", "1"]);
    assert!(site.text("atom.xml").contains("<link rel=\"hub\" href=\"https://hub.contoh.go.id/\"/>"));
    for name in ["icon", "logo"] {
        assert!(site.text("atom.xml").contains(&format!("<{name}>{home}logo.gif</{name}>")), "{name}");
    }
    assert_eq!(site.json("feed.json")["favicon"], format!("{home}logo.gif"));
    assert_eq!(site.json("feed.json")["hubs"][0]["type"], "WebSub");
    let without = Site::of(&Room::new());
    assert!(!without.text("rss.xml").contains("hub") && !without.text("rss.xml").contains("<image>"));
    // A logo of any size and kind will do elsewhere, where there is no picture for feeds.
    let logo = Room::new().site("[publisher]\nname = \"Kota\"\nlogo = \"/lambang besar.png\"\n");
    let site = Site::of(&logo.with("static/lambang besar.png", png(300, 300)));
    assert!(!site.text("rss.xml").contains("<image>"), "RSS takes 144 pixels across at most");
    assert!(site.text("atom.xml").contains(&format!("<logo>{home}lambang%20besar.png</logo>")));
    assert_eq!(site.json("feed.json")["icon"], format!("{home}lambang%20besar.png"));
    assert!(site.text("index.html").contains("src=\"/lambang%20besar.png\""));
}

/// A picture of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![128; (width * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn who_reads_it_elsewhere_is_told_its_source_its_terms_and_what_a_model_made() {
    let made = Credits {
        source_type: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia".into(),
        ..Credits::default()
    };
    let room = Room::new().with(
        "content/berita/olahan/index.md",
        news(
            "photos = [{ src = \"a.png\", alt = \"A\", caption = \"B.\", credit = \"C\" }]\nlicense = \"CC BY 4.0\"\n\
             ai_disclosure = \"Gambar <dibuat> dengan AI.\"\nsource = { name = \"Antara\", url = \"https://antara.example/a?b&c\" }\n\
             sources = [{ name = \"Data\", url = \"https://data.example/\" }, { name = \"Wawancara\" }]\n",
            "Isi.\n",
        ),
    );
    let site = Site::of(&room.with("content/berita/olahan/a.png", embed(png(4, 3), Encoding::Png, &made)));
    let html = site.items("").into_iter().find(|item| item.title == "Banjir surut").unwrap().html;
    assert!(html.contains("<figcaption>B. Foto: C Dibuat dengan AI</figcaption>"), "{html}");
    let told = html.split_once("<p>Isi.</p>\n").unwrap().1;
    assert_eq!(
        told,
        "<p><strong>Sumber:</strong> <a href=\"https://data.example/\">Data</a></p>\n\
         <p><strong>Sumber:</strong> Wawancara</p>\n\
         <p><strong>Pertama kali terbit di:</strong> <a href=\"https://antara.example/a?b&amp;c\">Antara</a></p>\n\
         <p><strong>Lisensi:</strong> CC BY 4.0</p>\n\
         <p><strong>Penggunaan kecerdasan buatan:</strong> Gambar &lt;dibuat&gt; dengan AI.</p>\n"
    );
    let data = site.json("berita/2026/02/olahan/index.json");
    let photo = &data["associations"][0]["digitalSourceType"];
    assert_eq!((&photo["name"], &photo["uri"]), (&"Dibuat dengan AI".into(), &(&*made.source_type).into()));
    assert!(data["edNote"].as_str().unwrap().contains("Gambar <dibuat> dengan AI."));
}
