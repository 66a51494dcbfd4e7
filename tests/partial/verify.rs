//! What was taken over and should not have been is found by a build that verifies, with what was overlooked.

use crate::cli::Folder;
use crate::room::{NOW, news};
use crate::small::{self, PASAR, PASAR_LINES, TEXT, built};
use std::path::Path;
use std::sync::Arc;
use warta::cache::Cache;
use warta::diagnostic::{Code, Diagnostic, Tongue};
use warta::digest::Digest;
use warta::source::Disk;
use warta::workspace::{Settings, Snapshot, Workspace};

/// Makes the records forget that the page at an address was told anything by a question in these words.
fn forget(snapshot: &Snapshot, output: &Path, url: &str, words: &str) {
    let mut records = snapshot.records(output).unwrap();
    let struck = records.strike(url, |asked| asked.describe().in_tongue(Tongue::En).starts_with(words));
    assert!(struck > 0, "{words} was not asked for {url}");
    snapshot.keep_records(output, records);
}

fn overlooked(finding: &Diagnostic) -> String {
    let help = finding.help.as_ref().map_or("", |help| help.in_tongue(Tongue::En));
    format!("{} {}", finding.message.in_tongue(Tongue::En), help)
}

#[test]
fn a_question_that_was_not_noted_is_named() {
    let bench = built();
    forget(&bench.look(bench.kept()), &bench.output(), "/berita/", "card of an article: berita/2026/pasar");
    bench.files.put(PASAR, news(&PASAR_LINES.replace("dibuka", "ditutup"), TEXT));
    let before = bench.published();

    let made = bench.verify();
    assert!(made.built.is_none() && bench.published() == before, "nothing is published");
    let finding = made.only_error();
    assert_eq!(finding.code, Code::NotReproducible);
    let said = overlooked(finding);
    assert!(said.starts_with("/berita/ came out differently"), "{said}");
    assert!(said.contains("overlooked: card of an article: berita/2026/pasar;"), "{said}");

    // Without a second look the page stays as it was: it is the records that a build relies on.
    assert!(!bench.build().rendered().contains(&"/berita/"));
    std::fs::remove_dir_all(bench.cache()).unwrap();
    assert!(bench.verify().built.is_some());
}

#[test]
fn a_published_file_that_was_changed_together_with_its_record_is_found() {
    let bench = built();
    let file = bench.output().join("berita/index.html");
    let text = std::fs::read_to_string(&file).unwrap().replace("Pasar", "Pesar");
    std::fs::write(&file, &text).unwrap();
    let snapshot = bench.look(bench.kept());
    let mut records = snapshot.records(&bench.output()).unwrap();
    records.replace("/berita/", Digest::of(text.as_bytes()));
    snapshot.keep_records(&bench.output(), records);

    let made = bench.verify();
    let finding = made.only_error();
    assert!(overlooked(finding).starts_with("/berita/ came out differently"), "{finding:#?}");
}

#[test]
fn an_answer_of_another_newsroom_is_no_answer() {
    let bench = built();
    let snapshot = bench.look(bench.kept());
    let mut records = snapshot.records(&bench.output()).unwrap();
    let told = records.answer_all(Digest::of(b"another"));
    snapshot.keep_records(&bench.output(), records);
    assert_eq!(small::rendered(&bench).lines().count(), told);
}

#[test]
fn the_program_says_what_was_overlooked() {
    let folder = Folder::newsroom();
    let lang = ["--lang", "en", "--now", NOW];
    folder.warta(&[&["build"], &lang[..]].concat()).ends(0);
    let source = Arc::new(Disk::open(folder.path()).unwrap());
    let settings = Settings { now: NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good: false };
    let snapshot = Workspace::with_cache(source, settings, Cache::of(folder.path())).load().unwrap();
    let output = folder.path().canonicalize().unwrap().join("public");
    forget(&snapshot, &output, "/berita/", "card of an article: berita/2026/pasar");
    folder.write("content/berita/2026/pasar.md", news("title = \"Pasar ditutup\"\n", "Buka pukul enam.\n"));

    let run = folder.warta(&[&["build", "--verify"], &lang[..]].concat()).ends(1);
    assert!(run.err.contains("/berita/ came out differently"), "{}", run.err);
    assert!(run.err.contains("overlooked: card of an article: berita/2026/pasar"), "{}", run.err);
    assert!(folder.read("public/berita/index.html").contains("Pasar dibuka"), "nothing was published");
    let json = folder.warta(&["build", "--verify", "--now", NOW, "--format", "json"]).ends(1).json();
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 1);
    folder.warta(&["build", "--now", NOW]).ends(0);
    std::fs::remove_dir_all(folder.join(".warta/cache")).unwrap();
    folder.warta(&["build", "--verify", "--now", NOW]).ends(0);
    assert!(folder.read("public/berita/index.html").contains("Pasar ditutup"));
}
