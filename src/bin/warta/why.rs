//! `warta build --explain URL`: why a route was rendered or taken over, and what was asked for it.

use serde::Serialize;
use std::path::Path;
use warta::diagnostic::{Text, Tongue};
use warta::publish::{Built, Why};
use warta::records::Asked;
use warta::text;
use warta::workspace::Snapshot;

/// What became of one address.
#[derive(Debug, Serialize)]
pub struct Explained {
    /// The address, as it was asked for.
    url: String,
    /// Whether it was rendered; none if there is no such address.
    rendered: Option<bool>,
    /// Why.
    why: String,
    /// The questions that were asked for it.
    reads: Vec<String>,
}

/// Explains addresses, written with scheme and host or without.
pub fn explain(wanted: &[String], snapshot: &Snapshot, built: &Built, output: &Path, tongue: Tongue) -> Vec<Explained> {
    let records = (!wanted.is_empty()).then(|| snapshot.records(output)).flatten();
    let one = |url: &String| {
        let edition = snapshot.edition();
        let origin = edition.map_or_else(String::new, |edition| edition.absolute(&warta::path::UrlPath::page("")));
        let path = url.strip_prefix(origin.trim_end_matches('/')).unwrap_or(url);
        let route = edition.and_then(|edition| edition.routes.lookup(path));
        let (rendered, why) = match route {
            None => (None, text!("tidak ada alamat ini di situs", "the site has no such address")),
            Some(route) => match built.rendered.iter().find(|(url, _)| *url == route.url) {
                Some((_, why)) => (Some(true), in_words(why)),
                None => (
                    Some(false),
                    text!("semua jawaban dan berkasnya masih sama", "every answer and its file are still the same"),
                ),
            },
        };
        let asked =
            route.zip(records.as_ref()).map(|(route, records)| records.asked_at(&route.url)).unwrap_or_default();
        let mut reads: Vec<String> =
            asked.into_iter().map(|(read, _)| read.describe().in_tongue(tongue).to_owned()).collect();
        reads.sort();
        reads.dedup();
        Explained { url: url.clone(), rendered, why: why.in_tongue(tongue).to_owned(), reads }
    };
    wanted.iter().map(one).collect()
}

fn in_words(why: &Why) -> Text {
    match why {
        Why::Unknown => text!(
            "belum ada catatan dari pembuatan sebelumnya, atau setelan, tema, atau warta berubah",
            "there are no records of a build before, or settings, theme or warta have changed"
        ),
        Why::New => text!("alamat ini baru", "this address is new"),
        Why::File => text!(
            "berkasnya di folder hasil tidak ada atau tidak seperti semula",
            "its file is not in the output folder, or not as it was"
        ),
        Why::Answers(reads) => {
            let texts: Vec<Text> = reads.iter().map(Asked::describe).collect();
            let list = |tongue| texts.iter().map(|text| text.in_tongue(tongue)).collect::<Vec<_>>().join("; ");
            let (id, en) = (list(Tongue::Id), list(Tongue::En));
            text!("berubah: {id}", "changed: {en}")
        }
    }
}

/// For people.
pub fn write(explained: &[Explained], tongue: Tongue) -> String {
    let mut lines = Vec::new();
    for one in explained {
        let verdict = match one.rendered {
            Some(true) => text!("dibuat lagi", "rendered"),
            Some(false) => text!("dipakai lagi", "taken over"),
            None => text!("tidak ada", "not there"),
        };
        lines.push(format!("{}: {}: {}", one.url, verdict.in_tongue(tongue), one.why));
        if !one.reads.is_empty() {
            lines.push(format!("  {}", text!("yang ditanyakan:", "what was asked:").in_tongue(tongue)));
            lines.extend(one.reads.iter().map(|read| format!("    {read}")));
        }
    }
    lines.join("\n")
}
