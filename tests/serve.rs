//! `warta serve` as a browser and an editor meet it: the real program, its pages, its news.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on fails")]

#[path = "serve/browser.rs"]
mod browser;
#[path = "serve/newsroom.rs"]
mod newsroom;
#[path = "support/photos.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod photos;

use browser::{Answer, Preview};
use newsroom::Newsroom;
use std::fs;
use std::net::TcpListener;
use std::process::Command;

const ARTICLE: &str = "/berita/2026/01/pasar-dibuka/";
const DOCUMENT: &str = "content/berita/2026-01-02-pasar-dibuka.md";

fn preview() -> Preview {
    Preview::start(Newsroom::new())
}

fn shows(text: &str) -> impl Fn(&Answer) -> bool {
    move |answer| answer.status == 200 && answer.body.contains(text)
}

#[test]
fn pages_come_with_the_script_and_nothing_is_kept() {
    let preview = preview();
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    let (_, end) = home.body.split_once("<script src=\"/__warta/reload.js\" defer data-shown=\"").unwrap();
    assert!(end.ends_with("\"></script>\n</body>\n</html>\n"), "{end}");
    assert_eq!(home.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(home.header("cache-control"), "no-store");
    assert_eq!(home.header("x-content-type-options"), "nosniff");
    let policy = home.header("content-security-policy");
    for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(home.body.contains(&format!("http://{}/", preview.address)), "addresses are the preview's");

    let script = preview.get("/__warta/reload.js");
    assert!(script.body.contains("EventSource"));
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(preview.get("/__warta/error.css").header("content-type"), "text/css; charset=utf-8");

    let head = preview.request("HEAD", "/", &[]);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), home.header("content-length"));
}

#[test]
fn files_have_their_types_and_folders_their_slash() {
    let preview = preview();
    let redirect = preview.get(ARTICLE.trim_end_matches('/'));
    assert_eq!((redirect.status, redirect.header("location")), (302, ARTICLE));
    assert_eq!(preview.get("/peta%20kota.svg").header("content-type"), "image/svg+xml");
    assert_eq!(preview.get("/rss.xml").header("content-type"), "application/rss+xml; charset=utf-8");
    assert_eq!(preview.get(&format!("{ARTICLE}index.html")).status, 200);
    let missing = preview.get("/tidak/ada/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("Uji Warta") && missing.body.contains("/__warta/reload.js"));
}

#[test]
fn only_pages_of_the_preview_may_ask() {
    let preview = preview();
    let own = preview.address.to_string();
    let local = format!("localhost:{}", preview.address.port());
    let foreign = format!("warta.example:{}", preview.address.port());
    let asked = |method: &str, headers: &[(&str, &str)]| preview.request_bare(method, "/", headers).status;
    assert_eq!(asked("GET", &[("Host", &own)]), 200);
    assert_eq!(asked("GET", &[("Host", &local), ("Origin", &format!("http://{local}"))]), 200);
    assert_eq!(asked("GET", &[("Host", &foreign)]), 403);
    assert_eq!(asked("GET", &[("Host", "127.0.0.1")]), 403);
    assert_eq!(asked("GET", &[("Host", &own), ("Origin", "https://evil.example")]), 403);
    assert_eq!(asked("GET", &[("Host", &own), ("Origin", "null")]), 403);
    let events = preview.request_bare("GET", "/__warta/events", &[("Host", &foreign)]);
    assert_eq!(events.status, 403);
    let post = preview.request("POST", "/", &[("Content-Length", "0")]);
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn no_address_leads_out_of_the_site_and_none_is_too_odd() {
    let preview = preview();
    let long = format!("/{}", "a".repeat(100_000));
    let odd = [
        "/../site.toml",
        "/..%2fsite.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%5c..%5csite.toml",
        "//etc/passwd",
        "/%00",
        "/berita%00/",
        "/%",
        "/%zz",
        "/%ff%fe/",
        "/content/berita/2026-01-02-pasar-dibuka.md",
        "/site.toml",
        "/*",
        "/?q=%00",
        "/./",
        "/%2f%2f",
        "/__warta/lain",
        "/__warta/%2e%2e/reload.js",
        &long,
    ];
    for path in odd {
        let answer = preview.get(path);
        let shown = &path[..path.len().min(40)];
        let expected: &[u16] = if path.starts_with("/?") { &[200] } else { &[400, 404, 414, 431] };
        assert!(expected.contains(&answer.status), "{shown}: {}", answer.status);
        assert!(!answer.body.contains("timezone") && !answer.body.contains("root:"), "{shown}");
    }
    for garbage in [&b"GET /\xff\xfe HTTP/1.1\r\n\r\n"[..], b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00", b"\r\n\r\n\r\n"] {
        preview.send(garbage);
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn an_edit_is_told_and_shown() {
    let preview = preview();
    let article = preview.get(ARTICLE);
    assert!(shows("Pasar itu ramai.")(&article));
    let mut news = preview.listen(ARTICLE, article.shown());
    preview.newsroom.replace(DOCUMENT, "ramai", "sepi");
    assert_eq!(news.next().name, "reload");
    preview.until(ARTICLE, shows("Pasar itu sepi."));
    assert!(preview.said().contains("Beres"), "{}", preview.said());

    // A page made before the edit learns that it is past, whenever it asks.
    assert_eq!(preview.listen(ARTICLE, article.shown()).next().name, "reload");
    assert_eq!(preview.listen(ARTICLE, "anything-else").next().name, "reload");
}

#[test]
fn pages_that_show_the_same_as_before_are_left_alone() {
    let preview = preview();
    let (unit, kominfo) = ("/unit/kominfo/", "content/unit/kominfo.md");
    let mut news = preview.listen(unit, preview.get(unit).shown());
    preview.newsroom.replace(DOCUMENT, "ramai", "sepi");
    preview.until(ARTICLE, shows("Pasar itu sepi."));
    preview.newsroom.replace(kominfo, "Unit.", "Unit informatika.");
    let event = news.next();
    let now = preview.until(unit, shows("Unit informatika."));
    assert_eq!((&*event.name, &*event.id), ("reload", now.shown()), "the first news is of the second edit");
}

#[test]
fn a_photo_is_made_when_it_is_first_asked_for() {
    let newsroom = Newsroom::new();
    fs::write(newsroom.at("content/berita/lapak.jpg"), photos::jpeg(900, 600)).unwrap();
    newsroom.replace(DOCUMENT, "Pasar itu ramai.", "Pasar itu ramai.\n\n![Lapak buah](lapak.jpg)");
    let kept = newsroom.at(".warta/cache/images");
    let preview = Preview::start(newsroom);
    let page = preview.get(ARTICLE);
    let (_, srcset) = page.body.split_once("<source type=\"image/webp\" srcset=\"").unwrap();
    assert!(!kept.exists(), "the page came before any of its pictures was made");
    let picture = preview.get(srcset.split(' ').next().unwrap());
    assert_eq!((picture.status, picture.header("content-type")), (200, "image/webp"));
    assert!(picture.body.starts_with("RIFF"));
    assert!(kept.exists(), "it is made once");
    assert_eq!(preview.get("/images/lapak.0000000000.480.webp").status, 404);
}

#[test]
fn a_picture_that_keeps_its_address_is_shown_anew() {
    let newsroom = Newsroom::new();
    newsroom.write("static/lambang.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    newsroom.write("site.toml", &format!("{}[publisher]\nlogo = \"/lambang.svg\"\n", newsroom::SITE));
    let preview = Preview::start(newsroom);
    let article = preview.get(ARTICLE);
    assert!(shows("src=\"/lambang.svg\"")(&article));
    let mut news = preview.listen(ARTICLE, article.shown());
    preview.newsroom.write("static/lambang.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>");
    assert_eq!(news.next().name, "reload");
    assert_ne!(preview.get(ARTICLE).shown(), article.shown());
}

#[test]
fn a_stylesheet_is_exchanged_without_a_reload() {
    let preview = preview();
    let sheet =
        |answer: &Answer| answer.body.split('"').find(|text| text.starts_with("/assets/style.")).unwrap().to_owned();
    let home = preview.get("/");
    let (mut news, mut of_article) =
        (preview.listen("/", home.shown()), preview.listen(ARTICLE, preview.get(ARTICLE).shown()));
    preview.newsroom.write("themes/uji/assets/style.css", "body { color: green }\n");
    let event = news.next();
    let new = sheet(&preview.until("/", |answer| preview.get(&sheet(answer)).body.contains("green")));
    assert_ne!(new, sheet(&home));
    assert_eq!((&*event.name, event.data.contains(&new)), ("css", true), "{}", event.data);
    assert_eq!(of_article.next().name, "css");
    // One who missed it is told the same.
    assert_eq!(preview.listen("/", home.shown()).next().name, "css");
}

#[test]
fn what_comes_about_in_time_is_shown_in_time() {
    let newsroom = Newsroom::new();
    let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(6);
    let event = |title: &str, end: jiff::Timestamp| {
        format!(
            "+++\ntitle = \"{title}\"\ndate = 2026-01-05T08:00:00+07:00\nsummary = \"R\"\nunits = [\"kominfo\"]\n\
             event = {{ start = 2026-01-06T08:00:00+07:00, end = {end}, place = \"Balai\" }}\n+++\n\nIsi.\n"
        )
    };
    newsroom.write("content/agenda/2026/rapat.md", &event("Rapat Kecil", soon));
    let embargo = format!("summary = \"R\"\nembargo = {soon}");
    newsroom.replace(DOCUMENT, "summary = \"Ringkasan Pasar Dibuka\"", &embargo);
    let preview = Preview::start_by_the_clock(newsroom);
    assert!(preview.get(ARTICLE).body.contains("class=\"preview\"") && shows("Rapat Kecil")(&preview.get("/")));
    preview.until(ARTICLE, |answer| !answer.body.contains("class=\"preview\""));
    preview.until("/", |answer| !answer.body.contains("Rapat Kecil"));
}

#[test]
fn faults_elsewhere_are_told_and_listed_until_they_are_mended() {
    let preview = preview();
    let unit = "/unit/kominfo/";
    let mut news = preview.listen(unit, preview.get(unit).shown());
    assert_eq!(news.bar(), "null");
    preview.newsroom.replace(DOCUMENT, "title =", "titel =");
    let told = news.bar();
    assert!(told.contains("1 kesalahan di naskah lain"), "{told}");
    let broken = preview.get(ARTICLE);
    assert_eq!(preview.listen(ARTICLE, broken.shown()).bar(), "null", "this page tells all of them itself");
    let list = preview.get("/__warta/");
    assert_eq!((list.status, list.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(
        list.body.contains(&format!("{DOCUMENT}:2:1")) && list.body.contains("<mark>titel</mark>"),
        "{}",
        list.body
    );
    assert!(list.body.contains("<html lang=\"id\">") && !list.body.contains("lang=\"en\""), "{}", list.body);
    preview.newsroom.replace(DOCUMENT, "titel =", "title =");
    assert_eq!(news.bar(), "null");
    preview.until("/__warta/", shows("Tidak ada. "));
}

#[test]
fn a_theme_that_goes_missing_is_missed_by_nobody_but_the_front_page() {
    let preview = preview();
    let folder = preview.newsroom.at("themes/uji");
    fs::rename(&folder, preview.newsroom.at("themes/_uji")).unwrap();
    let front = preview.until("/", |answer| answer.status == 500);
    assert!(
        front.body.contains("<mark>&quot;uji&quot;</mark>") && front.body.contains("site.toml:4:"),
        "{}",
        front.body
    );
    let mut news = preview.listen(ARTICLE, preview.get(ARTICLE).shown());
    assert!(news.bar().contains("1 kesalahan di berkas lain"));
    // What is written meanwhile is shown as it was last dressed.
    preview.newsroom.replace(DOCUMENT, "ramai", "sepi");
    let article = preview.until(ARTICLE, shows("Pasar itu sepi."));
    let sheet = article.body.split('"').find(|text| text.starts_with("/assets/style.")).unwrap();
    assert!(preview.get(sheet).body.contains("red"));
    fs::rename(preview.newsroom.at("themes/_uji"), folder).unwrap();
    preview.until("/", shows("Pasar Dibuka"));
    preview.newsroom.replace("site.toml", "\"uji\"", "\"ujo\"");
    let front = preview.until("/", |answer| answer.status == 500);
    assert!(front.body.contains("`uji`"), "{}", front.body);
    preview.newsroom.write("site.toml", newsroom::SITE);
    preview.until("/", shows("Pasar Dibuka"));
}

#[test]
fn a_broken_document_is_shown_as_such_and_comes_back() {
    let preview = preview();
    preview.newsroom.replace(DOCUMENT, "summary =", "sumary =");
    let broken = preview.until(ARTICLE, |answer| answer.status == 500);
    assert!(broken.body.contains("content/berita/2026-01-02-pasar-dibuka.md:4:1"), "{}", broken.body);
    assert!(broken.body.contains("<pre><span>4 | </span><mark>sumary</mark> = "), "{}", broken.body);
    assert!(broken.body.contains("WT204"));
    assert!(broken.body.contains("<html lang=\"id\">") && broken.body.contains("lang=\"en\">"));
    assert!(broken.body.contains("/__warta/reload.js") && !broken.body.contains("style="));
    assert!(shows("Pasar Dibuka")(&preview.get("/")), "the rest stays as it was");
    assert_eq!(preview.get("/berita/2026/01/jalan-ditutup/").status, 200);
    assert!(preview.said().contains("WT204"));
    preview.newsroom.replace(DOCUMENT, "sumary =", "summary =");
    preview.until(ARTICLE, shows("Pasar itu ramai."));
}

#[test]
fn a_document_that_was_never_good_is_told_where_it_is_missed() {
    let preview = preview();
    preview.newsroom.write("content/berita/2026-01-05-baru.md", "+++\ntitle = \"Baru\n+++\n\nIsi.\n");
    let url = "/berita/2026/01/baru/";
    let missing = preview.until(url, |answer| answer.body.contains("2026-01-05-baru.md:2"));
    assert_eq!(missing.status, 404);
    assert_eq!(preview.get("/").status, 200);
    preview.newsroom.article("2026-01-05-baru", "Baru", "Kini ada.");
    preview.until(url, shows("Kini ada."));
}

#[test]
fn a_broken_template_is_shown_on_the_pages_made_from_it() {
    let preview = preview();
    preview.newsroom.write("themes/uji/templates/news.html", "{% extends \"article.html\" %}\n{% if page %}\n");
    let broken = preview.until(ARTICLE, |answer| answer.status == 500);
    assert!(broken.body.contains("themes/uji/templates/news.html:"), "{}", broken.body);
    for other in ["/", "/berita/", "/unit/kominfo/"] {
        assert_eq!(preview.get(other).status, 200, "{other}");
    }
    // What was good before the template broke goes on being edited.
    preview.newsroom.replace("content/unit/kominfo.md", "Kominfo", "Dinas Kominfo");
    preview.until("/unit/kominfo/", shows("Dinas Kominfo"));
    preview.newsroom.write("themes/uji/templates/news.html", "{% extends \"article.html\" %}\n");
    preview.until(ARTICLE, shows("Pasar itu ramai."));
    // A part that all pages share.
    preview.newsroom.write("themes/uji/templates/footer.html", "{{ tak_tertutup\n");
    for page in ["/", ARTICLE, "/unit/kominfo/"] {
        preview.until(page, |answer| answer.status == 500 && answer.body.contains("footer.html:"));
    }
    preview.newsroom.remove("themes/uji/templates/footer.html");
    preview.until("/", shows("Pasar Dibuka"));
}

#[test]
fn a_broken_site_toml_is_shown_on_the_front_page() {
    let preview = preview();
    preview.newsroom.replace("site.toml", "title =", "titel =");
    let front = preview.until("/", |answer| answer.status == 500);
    assert!(front.body.contains("site.toml:1:1") && front.body.contains("<mark>titel</mark>"), "{}", front.body);
    assert_eq!(preview.get(ARTICLE).status, 200);
    preview.newsroom.write("site.toml", newsroom::SITE);
    preview.until("/", shows("Pasar Dibuka"));
    // Without it nothing can be brought up to date, and whoever looks is told.
    let mut news = preview.listen("/", preview.get("/").shown());
    assert_eq!(news.bar(), "null");
    preview.newsroom.remove("site.toml");
    let told = news.bar();
    assert!(told.contains("keadaan terakhir yang baik: tidak ada site.toml di sini"), "{told}");
    assert!(shows("Pasar Dibuka")(&preview.get("/")) && shows("tidak ada site.toml")(&preview.get("/__warta/")));
    preview.newsroom.write("site.toml", newsroom::SITE);
    assert_eq!(news.bar(), "null");
}

#[test]
fn a_newsroom_that_begins_broken_is_mended_in_the_browser() {
    let newsroom = Newsroom::new();
    newsroom.replace("site.toml", "\"Asia/Jakarta\"", "\"Asia/Jakrta\"");
    let preview = Preview::start(newsroom);
    let front = preview.get("/");
    assert_eq!(front.status, 500);
    assert!(front.body.contains("Jakrta"), "{}", front.body);
    preview.newsroom.write("site.toml", newsroom::SITE);
    preview.until("/", shows("Pasar Dibuka"));
}

#[test]
fn what_is_not_published_yet_is_shown_and_marked() {
    let newsroom = Newsroom::new();
    newsroom.write(
        "content/berita/2026-01-09-rahasia.md",
        "+++\ntitle = \"Rahasia\"\ndate = 2026-01-09T09:00:00+07:00\nsummary = \"R\"\nunits = [\"kominfo\"]\nstatus = \"draft\"\n+++\n\nDraf.\n",
    );
    let preview = Preview::start(newsroom);
    let draft = preview.get("/berita/2026/01/rahasia/");
    assert!(shows("Draf.")(&draft), "{}", draft.body);
    assert!(draft.body.contains("noindex") && draft.body.contains("class=\"preview\""));
}

#[test]
fn files_that_are_saved_in_roundabout_ways_are_seen() {
    let preview = preview();
    let newsroom = &preview.newsroom;
    let (file, page) = (DOCUMENT, ARTICLE);
    let text = newsroom.read(file);
    // Beside it and then over it.
    newsroom.write("content/berita/sementara.tmp", &text.replace("ramai", "bersih"));
    fs::rename(newsroom.at("content/berita/sementara.tmp"), newsroom.at(file)).unwrap();
    preview.until(page, shows("Pasar itu bersih."));
    // Gone and back.
    newsroom.remove(file);
    preview.until(page, |answer| answer.status == 404);
    newsroom.write(file, &text);
    preview.until(page, shows("Pasar itu ramai."));
    // A whole folder under another name.
    newsroom.article("arsip.lama/2026-01-03-arsip", "Arsip", "Teks arsip.");
    preview.until("/berita/2026/01/arsip/", shows("Teks arsip."));
    fs::rename(newsroom.at("content/berita/arsip.lama"), newsroom.at("content/_arsip")).unwrap();
    preview.until("/berita/2026/01/arsip/", |answer| answer.status == 404);
    fs::rename(newsroom.at("content/_arsip"), newsroom.at("content/berita/arsip")).unwrap();
    preview.until("/berita/2026/01/arsip/", shows("Teks arsip."));
}

#[test]
fn a_branch_of_two_thousand_files_is_one_look() {
    let preview = preview();
    for number in 0..2000 {
        preview.newsroom.article(
            &format!("cabang/2026-01-03-naskah-{number}"),
            &format!("Naskah {number}"),
            "Isi cabang.",
        );
    }
    for number in [0, 999, 1999] {
        preview.until(&format!("/berita/2026/01/naskah-{number}/"), shows("Isi cabang."));
    }
    // One, but for the pauses that a busy machine makes in the middle of it.
    let looks = preview.said().matches("Beres").count();
    assert!(looks <= 10, "{looks} looks for one change");
}

#[test]
fn a_port_that_is_taken_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let newsroom = Newsroom::new();
    let mut command = newsroom.serve();
    let output = command.args(["--addr", &address]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&format!("{address} sedang dipakai")), "{said}");
    assert_eq!(output.stdout, b"");

    // Nobody asked for this port, so the next free one will do.
    let first = Preview::start_with(Newsroom::new(), &[]);
    let second = Preview::start_with(Newsroom::new(), &[]);
    assert_ne!(first.address, second.address);
    assert!(second.said().contains("Port 1111 sedang dipakai"), "{}", second.said());
}

#[test]
fn an_address_for_others_is_warned_of() {
    let preview = Preview::start_with(Newsroom::new(), &["--addr", "0.0.0.0:0"]);
    assert!(preview.said().contains("Awas"), "{}", preview.said());
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn without_a_newsroom_there_is_nothing_to_serve() {
    let empty = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    let output = command.args(["serve", "--addr", "127.0.0.1:0", "--root"]).arg(empty.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_even_while_pages_listen() {
    let mut preview = preview();
    let _news = preview.listen("/", "");
    assert_eq!(preview.interrupt(), Some(0));
}
