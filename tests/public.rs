//! What machines are told: search engines, crawlers, researchers, hosts.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::Folder;
use room::{Room, SITE, news, picture};
use std::collections::BTreeMap;

/// What stands in elements of a name, in order.
fn all(xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&open).skip(1).filter_map(|rest| Some(rest.split_once(&close)?.0.to_owned())).collect()
}

fn article(room: Room, name: &str, lines: &str) -> Room {
    room.with(&format!("content/berita/{name}.md"), news(lines, ""))
}

#[test]
fn news_is_what_is_younger_than_two_days() {
    let room = Room::empty().with("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
    assert_eq!(all(&room.page("sitemap-news.xml"), "loc"), Vec::<String>::new());
    let room = article(room, "kemarin", "title = \"A ]]> B & <C>\"\ndate = 2026-02-28T12:00\n");
    let room = article(room, "lusa", "title = \"Tepat dua hari\"\ndate = 2026-02-27T12:00\n");
    let room = article(room, "iklan", "title = \"Iklan\"\ndate = 2026-03-01T08:00\nsponsored = true\n");
    let room = article(
        room,
        "kutipan",
        "title = \"K\"\ndate = 2026-03-01T08:00\nsource = { name = \"A\", url = \"https://a.example/\" }\n",
    );
    let room = article(room, "baru", "title = \"Baru\"\ndate = 2026-03-01T11:00\n");
    let map = room.page("sitemap-news.xml");
    assert_eq!(all(&map, "news:title"), ["Baru", "A ]]&#x3E; B &#x26; &#x3C;C&#x3E;"]);
    assert_eq!(all(&map, "news:publication_date"), ["2026-03-01T11:00:00+07:00", "2026-02-28T12:00:00+07:00"]);
    assert_eq!(all(&map, "news:name"), ["Warta Uji", "Warta Uji"]);
    assert_eq!(room.load().next_change().map(|at| at.to_string()).as_deref(), Some("2026-03-02T05:00:00Z"));
    let map = room.at("2026-03-02T12:00:00+07:00").page("sitemap-news.xml");
    assert_eq!(all(&map, "news:title"), ["Baru"]);
}

#[test]
fn a_sitemap_says_when_content_changed_and_what_it_is_in_other_languages() {
    let changes = "title = \"Satu\"\ndate = 2026-02-01T09:00\nchanges = [{ date = 2026-02-10, kind = \"minor\" }]\n";
    let room = article(Room::new().site("languages = ['id', 'en']\n"), "satu", changes);
    let room = room.with("content/berita/satu.en.md", news("title = \"One\"\nslug = \"one\"\n", ""));
    let map = room.page("sitemap.xml");
    let (_, entry) = map.split_once("<loc>https://warta.contoh.go.id/berita/2026/02/satu/</loc>").unwrap();
    let entry = entry.split("</url>").next().unwrap();
    assert_eq!(all(entry, "lastmod"), ["2026-02-10T00:00:00+07:00"]);
    for (code, url) in
        [("id", "berita/2026/02/satu/"), ("en", "en/berita/2026/02/one/"), ("x-default", "berita/2026/02/satu/")]
    {
        let link = format!("hreflang=\"{code}\" href=\"https://warta.contoh.go.id/{url}\"");
        assert!(entry.contains(&link), "{entry}");
    }
    assert_eq!(map, room.at("2027-01-01T00:00:00Z").page("sitemap.xml"), "nothing of it comes from the clock");
}

#[test]
fn a_video_is_listed_with_its_picture() {
    let lines = |url: &str, photos: &str| {
        format!("title = \"Cara lapor\"\nphotos = [{photos}]\nvideo = {{ url = \"{url}\", duration = \"PT3M20S\" }}\n")
    };
    let photo = "{ src = \"a.gif\", alt = \"A\", caption = \"B\", credit = \"C\" }";
    let room = |url: &str, photos: &str| {
        let text = news(&lines(url, photos), "");
        Room::new().with("content/video/lapor/index.md", text).with("content/video/lapor/a.gif", picture(""))
    };
    let map = room("https://youtu.be/ContohWrt01", photo).page("sitemap-video.xml");
    assert_eq!(all(&map, "video:player_loc"), ["https://www.youtube-nocookie.com/embed/ContohWrt01"]);
    assert_eq!(all(&map, "video:duration"), ["200"]);
    assert!(all(&map, "video:thumbnail_loc")[0].starts_with("https://warta.contoh.go.id/images/a."));
    let map = room("https://media.contoh.go.id/a.mp4?x=1", photo).page("sitemap-video.xml");
    assert_eq!(all(&map, "video:content_loc"), ["https://media.contoh.go.id/a.mp4?x=1"]);
    assert_eq!(all(&room("https://youtu.be/ContohWrt01", "").page("sitemap-video.xml"), "loc"), Vec::<String>::new());
    assert!(!Room::new().site_files().contains_key("sitemap-video.xml"));
}

#[test]
fn crawlers_are_told_the_newsrooms_stance() {
    let robots = |lines: &str| Room::new().site(lines).page("robots.txt");
    let usual = robots("");
    assert!(usual.starts_with("User-agent: *\nContent-Signal: search=yes, ai-input=yes, ai-train=no\nAllow: /\n\n"));
    assert!(usual.contains("User-agent: GPTBot\n") && !usual.contains("ChatGPT-User"), "{usual}");
    let open = robots("[crawlers]\nai_train = true\n");
    assert!(open.contains("ai-train=yes") && !open.contains("Disallow"), "{open}");
    let closed = robots("[crawlers]\nai_input = false\nblock = [\"Rakus\"]\n");
    assert!(closed.contains("ai-input=no") && closed.contains("User-agent: ChatGPT-User\n"), "{closed}");
    assert!(closed.contains("User-agent: Rakus\nDisallow: /\n"), "{closed}");
    let hidden = robots("[crawlers]\nsearch = false\n");
    assert!(hidden.contains("search=no") && hidden.contains("\nDisallow: /\n") && !hidden.contains("Allow: /\n\nU"));
    let preview = Room::new().previewed().page("robots.txt");
    assert!(preview.contains("User-agent: *\n") && preview.contains("\nDisallow: /\n"), "{preview}");
    let below = Room::new().with("site.toml", SITE.replace(".go.id\"", ".go.id/warta/\"")).page("robots.txt");
    assert!(
        below.contains("Allow: /warta/\n") && below.contains("Sitemap: https://warta.contoh.go.id/warta/sitemap.xml")
    );
}

#[test]
fn researchers_and_search_engines_find_what_they_look_for() {
    let room = Room::new().site(
        "languages = ['id', 'en']\n[security]\ncontact = ['keamanan@contoh.go.id', 'https://contoh.go.id/lapor']\n\
         expires = 2026-12-31\npolicy = 'https://contoh.go.id/kebijakan'\n[indexnow]\nkey = 'kunci-00-ABC'\n",
    );
    assert_eq!(
        room.page(".well-known/security.txt"),
        "Contact: mailto:keamanan@contoh.go.id\nContact: https://contoh.go.id/lapor\n\
         Expires: 2026-12-31T00:00:00+07:00\nPolicy: https://contoh.go.id/kebijakan\n\
         Preferred-Languages: id, en\nCanonical: https://warta.contoh.go.id/.well-known/security.txt\n"
    );
    assert_eq!(room.page("kunci-00-ABC.txt"), "kunci-00-ABC");
    let without = Room::new().site_files();
    assert!(without.keys().all(|name| !name.starts_with(".well-known")));
}

#[test]
fn a_contact_that_is_not_to_be_believed_any_more_is_left_out_and_nothing_else() {
    let room = |now: &str| {
        let lines = "[security]\ncontact = 'keamanan@contoh.go.id'\nexpires = 2026-06-30T12:00:00+07:00\n";
        Room::new().site(lines).at(now)
    };
    let (before, at) = (room("2026-06-30T11:59:59+07:00"), room("2026-06-30T12:00:00+07:00"));
    assert_eq!(before.load().next_change(), Some("2026-06-30T05:00:00Z".parse().unwrap()));
    let (mut before, at) = (before.site_files(), at.site_files());
    assert!(before.remove(".well-known/security.txt").is_some());
    assert_eq!(before.into_keys().collect::<Vec<_>>(), at.into_keys().collect::<Vec<_>>());
}

/// The rules of `_headers`: places with their headers.
fn rules(text: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let mut rules: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut place = String::new();
    for line in text.lines() {
        match line.strip_prefix("  ") {
            Some(header) => {
                let (name, value) = header.split_once(": ").unwrap();
                rules.get_mut(&place).unwrap().push((name.to_owned(), value.to_owned()));
            }
            None => {
                line.clone_into(&mut place);
                assert!(rules.insert(place.clone(), Vec::new()).is_none(), "{line} twice");
            }
        }
    }
    rules
}

#[test]
fn headers_keep_within_what_hosts_take_and_never_say_a_thing_twice() {
    let room =
        Room::new().with("content/berita/foto/index.md", news("photos = [{ src = \"a.gif\", alt = \"A\" }]\n", ""));
    let room = room.with("content/berita/foto/a.gif", picture(""));
    let text = room.page("_headers");
    let rules = rules(&text);
    assert!(rules.len() <= 100 && text.lines().all(|line| line.len() <= 2_000));
    assert!(rules.keys().all(|place| place.matches('*').count() <= 1 && !place.trim_end_matches('*').contains('*')));
    let named = |place: &str| rules[place].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
    assert!(named("/*").contains(&"Content-Security-Policy") && named("/*").contains(&"Strict-Transport-Security"));
    // Hosts join the values of all rules that fit.
    for place in rules.keys().filter(|place| *place != "/*") {
        assert!(named(place).iter().all(|name| !named("/*").contains(name)), "{place}");
    }
    assert!(!rules["/*"].iter().any(|(_, value)| value.contains("unsafe")));
    let immutable = ("Cache-Control".to_owned(), "public, max-age=31536000, immutable".to_owned());
    assert_eq!([&rules["/assets/*"], &rules["/images/*"]], [&vec![immutable.clone()], &vec![immutable]]);
    assert!(rules["/:folder1/rss.xml"].contains(&("Content-Type".into(), "application/rss+xml; charset=utf-8".into())));
}

#[test]
fn a_file_of_the_newsrooms_own_among_pictures_is_not_kept_for_a_year() {
    let room = Room::new().with("static/images/lambang.svg", "<svg/>");
    assert!(!rules(&room.page("_headers")).contains_key("/images/*"));
    let plain = Room::new().with("site.toml", SITE.replace("https:", "http:"));
    assert!(!plain.page("_headers").contains("Strict-Transport-Security"));
}

#[test]
fn one_rule_for_all_old_addresses_where_the_number_leads_to_the_new_one() {
    let old = |number: u32, slug: &str| {
        format!("title = \"{slug}\"\nlegacy_id = {number}\naliases = [\"/detail/index/{number}/{slug}\"]\n")
    };
    let room = Room::new().site("[permalinks]\nnews = \"/baca/{id}/\"\n").with("content/berita/2026/pasar.md", "");
    let room = article(article(room, "satu", &old(2160, "satu")), "dua", &old(77, "dua"));
    let room = article(room, "tiga", "title = \"T\"\nlegacy_id = 9\naliases = [\"/lama/tiga/\"]\n");
    let room = room.with("content/berita/2026/pasar.md", news("legacy_id = 3\n", ""));
    assert_eq!(
        room.page("_redirects"),
        "/lama/tiga /baca/9/ 301\n/lama/tiga/ /baca/9/ 301\n\
         /detail/index/:id/:part1 /baca/:id/ 301\n/detail/index/:id/:part1/ /baca/:id/ 301\n"
    );
    assert!(room.page("detail/index/77/dua/index.html").contains("/baca/77/"), "for hosts without rules");
}

#[test]
fn what_a_preview_has_shown_is_not_told() {
    let folder = Folder::newsroom();
    folder.write("site.toml", format!("{SITE}[indexnow]\nkey = \"kunci-00-ABC\"\n"));
    folder.write("content/berita/2026/rahasia.md", news("title = \"Rahasia\"\nembargo = 2099-01-01\n", "Nanti.\n"));
    for arguments in [&["build"][..], &["build", "--preview"], &["build"]] {
        folder.warta(arguments).ends(0);
        for name in ["changed.json", "changed.txt"] {
            assert!(!folder.read(&format!(".warta/{name}")).contains("rahasia"), "{arguments:?}: {name}");
        }
    }
    let told: serde_json::Value = serde_json::from_str(&folder.read(".warta/changed.json")).unwrap();
    assert_eq!(told["first"], true);
    // From then on there is something to compare with.
    folder.write("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n");
    folder.warta(&["build"]).ends(0);
    assert_eq!(folder.read(".warta/changed.txt").lines().next(), Some("https://warta.contoh.go.id/"));
}

#[test]
fn what_is_new_since_the_last_build_is_told() {
    let folder = Folder::newsroom();
    folder.write("site.toml", format!("{SITE}[search]\nenabled = false\n[indexnow]\nkey = \"kunci-00-ABC\"\n"));
    folder.warta(&["build"]).ends(0);
    let told = || -> serde_json::Value { serde_json::from_str(&folder.read(".warta/changed.json")).unwrap() };
    // Nothing is known of what was there before: there is nothing to compare with.
    assert_eq!((told()["first"].clone(), told()["added"].clone()), (true.into(), serde_json::json!([])));
    assert_eq!(
        (folder.read(".warta/changed.txt").as_str(), &told()["indexnow"]["urlList"]),
        ("", &serde_json::json!([]))
    );
    folder.warta(&["build"]).ends(0);
    assert_eq!((folder.read(".warta/changed.txt").as_str(), told()["first"].clone()), ("", false.into()));
    folder.write("content/berita/2026/pasar.md", news("title = \"Pasar ditutup\"\n", "Tutup.\n"));
    folder.write("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n");
    folder.warta(&["build"]).ends(0);
    let page = "https://warta.contoh.go.id/berita/2026/02/pasar/";
    assert_eq!(told()["added"], serde_json::json!(["https://warta.contoh.go.id/tentang/"]));
    assert!(told()["changed"].as_array().unwrap().contains(&page.into()));
    assert!(told()["indexnow"]["urlList"].as_array().unwrap().contains(&page.into()));
    assert_eq!(told()["indexnow"]["keyLocation"], "https://warta.contoh.go.id/kunci-00-ABC.txt");
    folder.remove("content/tentang.md");
    folder.warta(&["build"]).ends(0);
    assert_eq!(told()["removed"], serde_json::json!(["https://warta.contoh.go.id/tentang/"]));
    assert!(folder.tree("public").keys().all(|name| !name.contains("changed")));
}

#[test]
fn smaller_copies_stand_beside_texts_alone_and_are_the_same_each_time() {
    let folder = Folder::newsroom();
    folder.write("site.toml", format!("{SITE}[output]\ncompress = true\n"));
    folder.write("static/peta.png", vec![0; 4096]);
    folder.warta(&["build"]).ends(0);
    let first = folder.tree("public");
    assert!(["index.html.br", "index.html.gz", "rss.xml.gz"].iter().all(|name| first.contains_key(*name)));
    assert!(!first.contains_key("peta.png.gz") && !first.contains_key("_headers.gz"));
    folder.warta(&["build", "--verify", "--output", "lagi"]).ends(0);
    assert_eq!(first, folder.tree("lagi"));
    folder.write("site.toml", SITE);
    folder.warta(&["build"]).ends(0);
    assert!(folder.tree("public").keys().all(|name| !name.ends_with(".br") && !name.ends_with(".gz")));
}

#[test]
fn servers_of_ones_own_are_told_the_same() {
    let folder = Folder::newsroom();
    let nginx = folder.warta(&["hosts", "nginx"]).ends(0).out;
    let caddy = folder.warta(&["hosts", "caddy"]).ends(0).out;
    let headers = Room::new().page("_headers");
    for (name, value) in &rules(&headers)["/*"] {
        assert!(nginx.contains(&format!("add_header {name} \"{value}\" always;")), "{nginx}");
        assert!(caddy.contains(&format!("header {name} \"{value}\"\n")), "{caddy}");
    }
    folder.write("content/berita/rusak.md", "+++\ntitle = 3\n+++\n");
    assert_eq!(folder.warta(&["hosts", "nginx"]).ends(1).out, "");
}
