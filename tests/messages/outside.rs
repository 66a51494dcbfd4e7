//! Links to other sites, asked of a site on this computer.

use super::room::{Room, SITE, news};
use super::tell;
use insta::assert_snapshot;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use warta::external;

/// A site whose pages answer by their names; gives its address and what it was asked.
fn site() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let book = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let first = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let question = first.trim_end_matches(" HTTP/1.1").to_owned();
            let status = match question.as_str() {
                "HEAD /tanya-langsung" => "405 Method Not Allowed\r\nAllow: GET",
                ends if ends.ends_with("/hilang") => "404 Not Found",
                ends if ends.ends_with("/rusak") => "503 Service Unavailable",
                ends if ends.ends_with("/pindah") => "301 Moved Permanently\r\nLocation: /ada",
                ends if ends.ends_with("/putar") => "302 Found\r\nLocation: /putar",
                _ => "200 OK",
            };
            book.lock().unwrap().push(question);
            let _ = write!(&stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    (address, asked)
}

#[test]
fn dead_links_to_other_sites() {
    let (host, asked) = site();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let body = format!(
        "[a]({host}/ada) [b]({host}/hilang#syarat) <a href=\"{host}/rusak\">c</a>\n\n\
         :::note\n<{host}/hilang>, [d]({host}/pindah), [e]({host}/tanya-langsung)\n:::\n\n\
         [f]: {host}/putar\n[putar][f] [g](http://{closed}/) [h](mailto:humas@contoh.go.id)\n"
    );
    let video = format!("title = \"Pasar\"\nvideo = {{ url = \"{host}/video/hilang\", duration = \"01:00\" }}\n");
    let room = Room::new()
        .with("site.toml", format!("{SITE}[[services]]\nname = \"Aduan\"\nurl = \"{host}/aduan/hilang\"\n"))
        .with("content/berita/2026/tautan.md", news("title = \"Tautan\"\n", &body))
        .with("content/berita/2026/video.md", news(&video, "Halo.\n"));
    let snapshot = room.load();
    let count = AtomicUsize::new(0);
    let findings = external::check(&snapshot, &|| _ = count.fetch_add(1, Ordering::Relaxed)).unwrap();
    assert_eq!((count.into_inner(), external::count(&snapshot)), (9, 9));
    // Each address once, and with GET only where HEAD did not say that it is there.
    let asked = asked.lock().unwrap().clone();
    assert_eq!(asked.iter().filter(|question| *question == "HEAD /hilang").count(), 1);
    assert!(!asked.contains(&"GET /pindah".to_owned()) && asked.contains(&"GET /tanya-langsung".to_owned()));
    let told = tell(&findings, &snapshot).replace(&host, "http://situs").replace(&closed.to_string(), "tutup");
    assert_snapshot!(told, @r#"
    content/berita/2026/tautan.md:8:37 «http://situs/hilang#syarat»
    warning[WT317]
      id: http://situs/hilang tidak ada: situsnya menjawab 404
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://situs/hilang is not there: its site answers 404
          = look for its new address, or remove the link and leave the text
    content/berita/2026/tautan.md:8:78 «href="http://situs/rusak"»
    note[WT317]
      id: http://situs/rusak tidak dapat dipastikan: situsnya menjawab 503
          = buka sendiri di peramban
      en: whether http://situs/rusak is there can't be told: its site answers 503
          = open it yourself in a browser
    content/berita/2026/tautan.md:11:2 «http://situs/hilang»
    warning[WT317]
      id: http://situs/hilang tidak ada: situsnya menjawab 404
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://situs/hilang is not there: its site answers 404
          = look for its new address, or remove the link and leave the text
    content/berita/2026/tautan.md:14:6 «http://situs/putar»
    warning[WT317]
      id: http://situs/putar tidak ada: alamatnya berputar-putar
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://situs/putar is not there: its address goes round in circles
          = look for its new address, or remove the link and leave the text
    content/berita/2026/tautan.md:15:16 «http://tutup/»
    warning[WT317]
      id: http://tutup/ tidak ada: situsnya tidak menjawab
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://tutup/ is not there: its site does not answer
          = look for its new address, or remove the link and leave the text
    content/berita/2026/video.md:3:18 «http://situs/video/hilang»
    warning[WT317]
      id: http://situs/video/hilang tidak ada: situsnya menjawab 404
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://situs/video/hilang is not there: its site answers 404
          = look for its new address, or remove the link and leave the text
    site.toml:7:7 «"http://situs/aduan/hilang"»
    warning[WT317]
      id: http://situs/aduan/hilang tidak ada: situsnya menjawab 404
          = cari alamat barunya, atau hapus tautannya dan biarkan teksnya
      en: http://situs/aduan/hilang is not there: its site answers 404
          = look for its new address, or remove the link and leave the text
    "#);
}
