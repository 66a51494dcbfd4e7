//! What pages say to programs: structured data, cards, and where search engines should lead.

#![cfg(test)]

#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use room::{Room, news};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use warta::image::{Credits, Encoding, embed};

const ROOT: &str = "https://warta.contoh.go.id";
const AI: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/// A newsroom without drawn cards, which only take time here.
fn room(lines: &str) -> Room {
    Room::new().site(&format!("{lines}\n[images]\nshare = false\n"))
}

/// The things of a type that a page tells of.
fn things(page: &str, of_type: &str) -> Vec<Value> {
    let blocks = page.split("<script type=\"application/ld+json\">").skip(1);
    let parsed = blocks.map(|rest| serde_json::from_str::<Value>(rest.split("</script>").next().unwrap()).unwrap());
    parsed.filter(|thing| thing["@type"] == of_type).collect()
}

fn thing(page: &str, of_type: &str) -> Value {
    let mut found = things(page, of_type);
    assert_eq!(found.len(), 1, "{of_type} in {page}");
    let thing = found.remove(0);
    assert_eq!(thing["@context"], "https://schema.org");
    thing
}

/// The values of a meta element, decoded as far as these tests need it.
fn metas(page: &str, name: &str) -> Vec<String> {
    let start = |attribute: &str| format!("<meta {attribute}=\"{name}\" content=\"");
    let of =
        |start: String| page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let found: Vec<String> = of(start("property"));
    if found.is_empty() { of(start("name")) } else { found }
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(&files[name]).unwrap()
}

fn jpeg(width: u16, height: u16, credits: &Credits) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = [120].repeat(usize::from(width) * usize::from(height));
    jpeg_encoder::Encoder::new(&mut bytes, 90).encode(&pixels, width, height, jpeg_encoder::ColorType::Luma).unwrap();
    embed(bytes, Encoding::Jpeg, credits)
}

#[test]
fn an_article() {
    let lines = "title = \"Pasar dibuka\"\ndate = 2026-02-01T09:00\ndateline = \"Randusewu\"\nauthors = [\"rani\"]\n\
        people = [\"rani\"]\ntopics = [\"Pasar\"]\nlicense = \"CC BY 4.0\"\n\
        sources = [{ name = \"Dinas\", url = \"https://a.example/\" }]\n\
        changes = [{ date = 2026-02-03T10:00, kind = \"correction\", note = \"Jumlah kios 40, bukan 41.\" }, \
        { date = 2026-02-02, kind = \"minor\" }]\n\
        photos = [{ src = \"a.jpg\", alt = \"Lapak\", caption = \"Lapak sayur.\", credit = \"Foto: Rani Larasati\" }]\n";
    let photo = Credits {
        copyright: "© 2026 Humas".into(),
        license: "https://a.example/lisensi".into(),
        source_type: AI.into(),
        ..Credits::default()
    };
    let room = room("[publisher]\nname = \"Kota Uji\"\nlogo = \"/logo.svg\"\n")
        .with("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
        .with("content/berita/kios/index.md", news(lines, "Kios dibuka.\n"))
        .with("content/berita/kios/a.jpg", jpeg(1600, 1200, &photo));
    let files = room.site_files();
    let page = text(&files, "berita/2026/02/kios/index.html");
    let mut article = thing(page, "NewsArticle");
    let images = article["image"].take();
    let url = format!("{ROOT}/berita/2026/02/kios/");
    let logo = json!({
        "@type": "ImageObject", "url": format!("{ROOT}/logo.svg"), "contentUrl": format!("{ROOT}/logo.svg"),
    });
    let person = json!({ "@type": "Person", "name": "Rani Larasati", "url": format!("{ROOT}/tokoh/rani/") });
    assert_eq!(
        article,
        json!({
            "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": url, "url": url,
            "headline": "Pasar dibuka", "description": "Air surut pada Minggu pagi.", "inLanguage": "id",
            "datePublished": "2026-02-01T09:00:00+07:00", "dateModified": "2026-02-03T10:00:00+07:00",
            "dateline": "Randusewu", "articleSection": "Berita", "keywords": ["Pasar"], "wordCount": 2,
            "isAccessibleForFree": true, "author": [person],
            "publisher": {
                "@type": "GovernmentOrganization", "@id": format!("{ROOT}/#publisher"), "name": "Kota Uji",
                "url": format!("{ROOT}/"), "logo": logo,
            },
            "image": null, "mentions": [person],
            "citation": [{ "@type": "CreativeWork", "name": "Dinas", "url": "https://a.example/" }],
            "correction": [{
                "@type": "CorrectionComment", "name": "Ralat", "text": "Jumlah kios 40, bukan 41.",
                "datePublished": "2026-02-03T10:00:00+07:00",
            }],
            "license": "https://creativecommons.org/licenses/by/4.0/",
        })
    );
    let images = images.as_array().unwrap();
    let sizes: Vec<(u64, u64)> = images
        .iter()
        .map(|one| (one["width"]["value"].as_u64().unwrap(), one["height"]["value"].as_u64().unwrap()))
        .collect();
    assert_eq!(sizes, [(1200, 675), (1200, 900), (1200, 1200), (1600, 1200)]);
    let whole = &images[3];
    for image in images {
        let address = image["contentUrl"].as_str().unwrap().strip_prefix(&format!("{ROOT}/")).unwrap();
        assert!(address.starts_with("images/a.") && address.ends_with(".jpg"), "{address}");
    }
    assert_eq!(
        [&whole["caption"], &whole["creditText"], &whole["creator"], &whole["copyrightNotice"], &whole["license"]],
        [
            &json!("Lapak sayur."),
            &json!("Foto: Rani Larasati"),
            &person,
            &json!("© 2026 Humas"),
            &json!("https://a.example/lisensi")
        ]
    );
    assert_eq!(whole["acquireLicensePage"], format!("{ROOT}/media/"));
    assert_eq!(whole["digitalSourceType"], "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
    assert!(page.contains(">Dibuat dengan AI</span> Lapak sayur."), "the label stands with the caption");
    let crumbs = thing(page, "BreadcrumbList");
    assert_eq!(
        crumbs["itemListElement"][1],
        json!({ "@type": "ListItem", "position": 2, "name": "Berita", "item": format!("{ROOT}/berita/") })
    );
    // What a model made says so in every size of it.
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("images/a.")) {
        assert_eq!(&*warta::image::metadata(bytes).credits.source_type, AI, "{name}");
    }
}

#[test]
fn the_card_of_an_article() {
    let lines = "title = \"Pasar \\\"Baru\\\"\"\ndate = 2026-02-01T09:00\nauthors = [\"rani\"]\ntopics = [\"Pasar\"]\n\
        photos = [{ src = \"a.jpg\", alt = \"Lapak\", caption = \"Lapak sayur.\", credit = \"Humas\" }]\n\
        changes = [{ date = 2026-02-03T10:00, kind = \"update\", note = \"Tambahan.\" }]\n";
    let room = room("languages = [\"id\", \"en\"]\n[channels]\nx = \"https://x.com/wartauji\"\n")
        .with("content/berita/kios/index.md", news(lines, ""))
        .with("content/berita/kios/index.en.md", news("title = \"Market\"\n", ""))
        .with("content/berita/kios/a.jpg", jpeg(1600, 900, &Credits::default()));
    let files = room.site_files();
    let page = text(&files, "berita/2026/02/kios/index.html");
    let url = format!("{ROOT}/berita/2026/02/kios/");
    for (name, wanted) in [
        ("og:type", "article"),
        ("og:title", "Pasar &quot;Baru&quot;"),
        ("og:url", &*url),
        ("og:locale", "id_ID"),
        ("og:locale:alternate", "en_GB"),
        ("og:site_name", "Warta Uji"),
        ("og:image:width", "1200"),
        ("og:image:height", "675"),
        ("og:image:type", "image/jpeg"),
        ("og:image:alt", "Lapak"),
        ("article:published_time", "2026-02-01T09:00:00+07:00"),
        ("article:modified_time", "2026-02-03T10:00:00+07:00"),
        ("article:author", "https://warta.contoh.go.id/tokoh/rani/"),
        ("article:section", "Berita"),
        ("article:tag", "Pasar"),
        ("twitter:card", "summary_large_image"),
        ("twitter:site", "@wartauji"),
    ] {
        assert_eq!(metas(page, name), [wanted], "{name}");
    }
    assert!(metas(page, "og:image")[0].starts_with(&format!("{ROOT}/images/a.")));
    let list = text(&files, "berita/index.html");
    assert_eq!((metas(list, "og:type"), metas(list, "twitter:card")), (vec!["website".into()], vec!["summary".into()]));
}

#[test]
fn what_was_taken_over_leads_to_its_source() {
    let lines = "title = \"Burung air\"\nlicense = \"Seizin Antara\"\n\
        source = { name = \"Antara\", url = \"https://antara.example/burung\" }\n";
    let room = room("languages = [\"id\", \"en\"]\n")
        .with("content/berita/burung.md", news(lines, ""))
        .with("content/berita/burung.en.md", news("title = \"Water birds\"\n", ""));
    let page = room.page("berita/2026/02/burung/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://antara.example/burung\">"));
    assert!(page.contains("<a href=\"https://antara.example/burung\">Antara</a>") && page.contains("Seizin Antara"));
    assert_eq!(page.matches("Seizin Antara.").count(), 1, "the licence stands once");
    assert!(!page.contains("rel=\"alternate\" hreflang"), "what should be found elsewhere has no versions here");
    let article = thing(&page, "NewsArticle");
    assert_eq!(
        article["isBasedOn"],
        json!({
            "@type": "CreativeWork", "name": "Burung air", "url": "https://antara.example/burung",
            "publisher": { "@type": "Organization", "name": "Antara" },
        })
    );
    assert_eq!(article["author"], json!([{ "@type": "Organization", "name": "Antara" }]));
    assert_eq!(article["license"], json!({ "@type": "CreativeWork", "name": "Seizin Antara" }));
    assert!(!room.page("sitemap.xml").contains(&format!("{ROOT}/berita/2026/02/burung/")));
    let translation = room.page("en/berita/2026/02/burung/index.html");
    assert!(!translation.contains("rel=\"alternate\" hreflang"), "{translation}");
}

#[test]
fn what_is_paid_for_is_labelled_and_stands_apart() {
    let paid = "title = \"Kedai kopi\"\ndate = 2026-02-28T09:00\nsponsored = true\ntopics = [\"pasar\"]\ndateline = \"Kota\"\n";
    let room = room("").with("content/berita/kedai.md", news(paid, "")).with(
        "content/berita/lain.md",
        news("title = \"Lain\"\ntopics = [\"pasar\"]\nrelated = [\"berita/kedai\"]\n", ""),
    );
    let files = room.site_files();
    let with = |needle: &str| -> Vec<&str> {
        let pages = files.iter().filter(|(name, _)| name.ends_with(".html") || name.ends_with(".xml"));
        pages.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(needle)).map(|(name, _)| &**name).collect()
    };
    let own = "berita/2026/02/kedai/index.html";
    assert_eq!(
        with("/berita/2026/02/kedai/"),
        ["advertorial/index.html", "arsip/2026/02/index.html", "arsip/2026/index.html", own, "sitemap.xml"]
    );
    let page = |name: &str| std::str::from_utf8(&files[name]).unwrap();
    for name in ["advertorial/index.html", "arsip/2026/02/index.html", own] {
        assert!(page(name).contains("<span class=\"flag flag-sponsored\">Advertorial</span>"), "{name}");
    }
    let article = thing(page(own), "AdvertiserContentArticle");
    assert_eq!((article["headline"].as_str(), article.get("dateline")), (Some("Kedai kopi"), None));
    assert!(page("index.html").contains("href=\"/advertorial/\""));
    assert!(!Room::new().site_files().contains_key("advertorial/index.html"));
}

#[test]
fn an_event_its_rule_and_what_became_of_it() {
    let agenda = |event: &str| {
        format!(
            "+++\ntitle = \"Temu warga\"\ndate = 2026-01-05\nsummary = \"x\"\nunits = [\"humas\"]\nevent = {{ {event} }}\n+++\n"
        )
    };
    let event = |written: &str| {
        let room = room("").with("content/agenda/temu.md", agenda(written));
        let page = room.page("agenda/2026/01/temu/index.html");
        assert_eq!(things(&page, "NewsArticle"), Vec::<Value>::new());
        thing(&page, "Event")
    };
    let once = event("start = 2026-04-01T10:00, end = 2026-04-01T11:00, place = \"Balai Kota\"");
    assert_eq!(
        (once["startDate"].as_str(), once["endDate"].as_str(), once["eventStatus"].as_str()),
        (
            Some("2026-04-01T10:00:00+07:00"),
            Some("2026-04-01T11:00:00+07:00"),
            Some("https://schema.org/EventScheduled")
        )
    );
    assert_eq!(once["location"], json!({ "@type": "Place", "name": "Balai Kota", "address": "Balai Kota" }));
    assert_eq!(once["organizer"][0]["name"], "Humas");
    let day = event("start = 2026-04-01, place = \"Balai Kota\", cancelled = true");
    assert_eq!(
        (day["startDate"].as_str(), day["eventStatus"].as_str()),
        (Some("2026-04-01"), Some("https://schema.org/EventCancelled"))
    );
    let moved = event("start = 2026-04-01T10:00, place = \"B\", moved_from = 2026-03-30T10:00");
    assert_eq!(
        (moved["previousStartDate"].as_str(), moved["eventStatus"].as_str()),
        (Some("2026-03-30T10:00:00+07:00"), Some("https://schema.org/EventRescheduled"))
    );
    let repeated = event(
        "start = 2026-01-06T10:00, end = 2026-01-06T11:30, place = \"B\", repeat = { every = \"month\", \
        on = [\"selasa ke-1\", \"jumat terakhir\"], until = 2026-12-31, except = [2026-03-03] }",
    );
    // At noon on 1 March, the next time is the last Friday, since the first Tuesday is excepted.
    assert_eq!(repeated["startDate"], "2026-03-27T10:00:00+07:00");
    assert_eq!(
        repeated["eventSchedule"],
        json!({
            "@type": "Schedule", "startDate": "2026-01-06", "endDate": "2026-12-31", "startTime": "10:00:00",
            "endTime": "11:30:00", "scheduleTimezone": "Asia/Jakarta", "repeatFrequency": "P1M",
            "byDay": ["1TU", "-1FR"], "exceptDate": ["2026-03-03"],
        })
    );
}

#[test]
fn a_clarification_a_video_and_the_registers() {
    let room = room(
        "[publisher]\nname = \"Kota Uji\"\nemail = \"a@uji.go.id\"\n[channels]\nx = \"https://x.com/uji\"\n",
    )
    .with(
        "content/klarifikasi/ikan.md",
        "+++\ntitle = \"Ikan\"\ndate = 2026-02-01\nsummary = \"x\"\nclaim = \"Ikan mati diracun.\"\n\
            verdict = \"keliru\"\nsources = [{ name = \"Uji air\" }]\n+++\n",
    )
    .with(
        "content/video/bus/index.md",
        "+++\ntitle = \"Bus\"\ndate = 2026-02-01\nsummary = \"Naik bus.\"\ntranscript = \"Halo.\"\n\
            video = { url = \"https://youtu.be/AbC-1_2\", duration = \"PT3M20S\" }\n\
            photos = [{ src = \"a.jpg\", alt = \"Bus\", credit = \"Humas\" }]\n+++\n",
    )
    .with("content/video/bus/a.jpg", jpeg(1280, 720, &Credits::default()))
    .with(
        "content/unit/dpu.md",
        "+++\ntitle = \"Pekerjaan Umum\"\nparent = \"humas\"\ncontact = { name = \"Meja\", phone = \"112\" }\n+++\n",
    )
    .with("content/tokoh/budi.md", "+++\ntitle = \"Budi\"\nrole = \"Camat\"\nunits = [\"humas\"]\n+++\n");
    let files = room.site_files();
    let claim = thing(text(&files, "klarifikasi/2026/02/ikan/index.html"), "ClaimReview");
    assert_eq!(
        (&claim["claimReviewed"], &claim["reviewRating"], &claim["itemReviewed"], &claim["citation"]),
        (
            &json!("Ikan mati diracun."),
            &json!({ "@type": "Rating", "alternateName": "keliru" }),
            &json!({ "@type": "Claim", "text": "Ikan mati diracun." }),
            &json!([{ "@type": "CreativeWork", "name": "Uji air" }])
        )
    );
    let page = text(&files, "video/2026/02/bus/index.html");
    let video = thing(page, "VideoObject");
    assert_eq!(
        [&video["duration"], &video["embedUrl"], &video["uploadDate"], &video["transcript"]],
        ["PT3M20S", "https://www.youtube-nocookie.com/embed/AbC-1_2", "2026-02-01T00:00:00+07:00", "Halo."]
    );
    assert!(video["thumbnailUrl"][0].as_str().unwrap().starts_with(&format!("{ROOT}/images/a.")));
    let unit = thing(text(&files, "unit/dpu/index.html"), "GovernmentOrganization");
    assert_eq!(
        (&unit["parentOrganization"]["name"], &unit["contactPoint"]["telephone"]),
        (&json!("Humas"), &json!("112"))
    );
    let person = thing(text(&files, "tokoh/budi/index.html"), "Person");
    assert_eq!((&person["jobTitle"], &person["worksFor"][0]["name"]), (&json!("Camat"), &json!("Humas")));
    let site = thing(text(&files, "index.html"), "WebSite");
    assert_eq!(site["potentialAction"]["target"]["urlTemplate"], format!("{ROOT}/cari/?q={{search_term_string}}"));
    assert_eq!(
        (&site["publisher"]["email"], &site["publisher"]["sameAs"]),
        (&json!("a@uji.go.id"), &json!(["https://x.com/uji"]))
    );
}

#[test]
fn headlines_of_every_sort() {
    let long = "ꦲ".repeat(110);
    for title in [
        "</script><script>alert(1)</script>",
        "<!-- <script> ]]> & \"kutipan\" 'tunggal'",
        "مياه رانو وينينغ",
        "🌊🏮 Banjir",
        &*long,
    ] {
        let lines = format!("title = {}\n", Value::from(title));
        let page = room("").with("content/berita/a.md", news(&lines, "")).page("berita/2026/02/a/index.html");
        let article = thing(&page, "NewsArticle");
        assert_eq!(article["headline"], title);
        let crumbs = thing(&page, "BreadcrumbList");
        assert_eq!(crumbs["itemListElement"][2]["name"], title);
        assert_eq!(page.matches("<script").count(), 3, "two data blocks and the theme's own script: {title}");
    }
}

#[test]
fn a_site_below_a_path() {
    let settings = room::SITE.replace("contoh.go.id", "contoh.go.id/warta/");
    let page = Room::new().with("site.toml", settings).page("index.html");
    assert_eq!(thing(&page, "WebSite")["url"], "https://warta.contoh.go.id/warta/");
}

#[test]
fn what_is_withdrawn_says_nothing_more() {
    let lines = "title = \"Salah\"\nwithdrawn = { date = 2026-02-02, reason = \"Keliru.\" }\n";
    let page = room("").with("content/berita/a.md", news(lines, "")).page("berita/2026/02/a/index.html");
    assert_eq!(things(&page, "NewsArticle"), Vec::<Value>::new());
    thing(&page, "BreadcrumbList");
}

#[test]
fn the_page_for_journalists() {
    let release = "+++\ntitle = \"Jembatan dibuka\"\ndate = 2026-02-01\nsummary = \"x\"\nunits = [\"humas\"]\n\
        contact = { name = \"Meja\", email = \"a@uji.go.id\" }\n\
        photos = [{ src = \"a.jpg\", alt = \"Jembatan\", caption = \"Jembatan.\", credit = \"Humas\" }]\n+++\n";
    let room = room("languages = [\"id\", \"en\"]\n[publisher]\nemail = \"redaksi@uji.go.id\"\nlogo = \"/l.svg\"\n")
        .with("static/l.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
        .with(
            "content/unit/humas.md",
            "+++\ntitle = \"Humas\"\ncontact = { name = \"Meja\", phone = \"(0274) 1\" }\n+++\n",
        )
        .with("content/siaran-pers/jembatan/index.md", release)
        .with("content/siaran-pers/jembatan/a.jpg", jpeg(1280, 720, &Credits::default()))
        .with("content/agenda/temu.md", news("event = { start = 2026-04-01T10:00, place = \"B\" }\n", ""));
    let files = room.site_files();
    let page = text(&files, "media/index.html");
    for part in [
        "<title>Untuk media – Warta Uji</title>",
        "mailto:redaksi@uji.go.id",
        "<a href=\"/unit/humas/\">Humas</a>",
        "href=\"tel:+622741\"",
        "Jembatan dibuka",
        "download aria-label=\"Unduh: Jembatan\"",
        "src=\"/l.svg\"",
        "href=\"/rss.xml\" type=\"application/rss+xml\"",
        "href=\"/siaran-pers/rss.xml\"",
        "href=\"/agenda.ics\" type=\"text/calendar\"",
        "href=\"/unit/humas/agenda.ics\"",
        "hreflang=\"en\" href=\"https://warta.contoh.go.id/en/media/\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("temu.ics"), "a single event is no subscription");
    assert!(text(&files, "en/media/index.html").contains("<title>For the media – Warta Uji</title>"));
    // The newsroom's own words, at its own address.
    let own = room.with(
        "content/media.md",
        "+++\ntitle = \"Ruang pers\"\nsummary = \"Hubungi kami.\"\nslug = \"pers\"\n+++\n\nKota ini *besar*.\n",
    );
    let files = own.site_files();
    let page = text(&files, "pers/index.html");
    assert!(page.contains("<h1>Ruang pers</h1>") && page.contains("Kota ini <em>besar</em>."), "{page}");
    assert!(page.contains("href=\"tel:+622741\""));
    let home = text(&files, "index.html");
    assert_eq!(home.matches("href=\"/pers/\"").count(), 1, "once in the footer");
    assert!(!files.contains_key("media/index.html"));
}
