//! Whatever becomes of the cache, what is published is right; at worst it takes longer.

use crate::bench::Bench;
use crate::cli::{Folder, assert_same, tree};
use crate::room::{news, picture};
use crate::small::{BANJIR, BANJIR_LINES, PASAR, PASAR_LINES, SITE, TEXT, built};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use warta::digest::Digest;
use warta::failure::Failure;
use warta::path::RelPath;
use warta::records::Standing;
use warta::source::{Listing, Memory, Source};

/// What an entry of the cache begins with, and the length of the digest behind it.
const MAGIC: &[u8] = b"warta02\n";
const DIGEST: usize = 32;

/// The file of the records.
fn records(bench: &Bench) -> PathBuf {
    let mut files: Vec<_> = fs::read_dir(bench.cache().join("routes")).unwrap().collect();
    assert_eq!(files.len(), 1);
    files.remove(0).unwrap().path()
}

/// The entry of records as if it had been written with this content.
fn entry(file: &Path, content: &[u8]) -> Vec<u8> {
    let signed = [format!("routes/{}\n", file.file_name().unwrap().to_str().unwrap()).as_bytes(), content].concat();
    [MAGIC, &Digest::of(&signed).bytes(), content].concat()
}

/// Builds and compares with what comes of nothing.
fn is_right(bench: &Bench) {
    let made = bench.build();
    let (cold, site) = bench.cold();
    assert_eq!(made.findings, cold.findings);
    assert_same(&bench.published(), &site);
}

/// A newsroom in which one file is another for the one reading of it that has a certain number.
#[derive(Debug)]
struct Flickering {
    files: Arc<Memory>,
    file: RelPath,
    other: Vec<u8>,
    at: usize,
    reads: AtomicUsize,
}

impl Source for Flickering {
    fn list(&self) -> Result<Listing, Failure> {
        self.files.list()
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        if *path == self.file && self.reads.fetch_add(1, Ordering::Relaxed) == self.at {
            return Ok(Some(self.other.clone()));
        }
        self.files.read(path)
    }
}

fn retitle(bench: &Bench, title: &str) {
    bench.files.put(PASAR, news(&PASAR_LINES.replace("Pasar dibuka", title), TEXT));
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for (name, bytes) in tree(from) {
        let file = to.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

#[test]
fn a_file_that_was_another_for_a_moment_of_a_build_is_none_to_the_next() {
    let text = |text: &str| news(PASAR_LINES, text).into_bytes();
    let (site, lost) = (SITE.replace("[images]", "theme = \"kota\"\n[images]"), "themes/kota/templates/404.html");
    let not_found = |word: &str| format!("{{% extends \"base.html\" %}}{{% block main %}}{word}{{% endblock %}}\n");
    let other_files = [
        (PASAR, text("Buka pukul tujuh.\n")),
        (PASAR, news(&PASAR_LINES.replace("dibuka", "ditutup"), TEXT).into_bytes()),
        ("site.toml", site.replace("Warta Uji", "Warta Lain").into_bytes()),
        (lost, not_found("dua").into_bytes()),
        ("static/catatan.txt", b"dua".to_vec()),
        ("content/berita/2026/denah.gif", picture("dua")),
        ("content/unit/humas.md", b"+++\ntitle = \"Hubungan masyarakat\"\n+++\n".to_vec()),
    ];
    for (file, other) in other_files {
        let mut at = 0;
        loop {
            let bench = built();
            bench.files.put("site.toml", site.clone());
            bench.files.put("themes/kota/theme.toml", "extends = \"warta\"\n");
            bench.files.put(lost, not_found("satu"));
            bench.settle_from(bench.files.clone());
            // Something else has changed too, so that there is something to do.
            bench.files.put(BANJIR, news(BANJIR_LINES, "Air surut.\n"));
            let (files, file) = (bench.files.clone(), RelPath::new(file));
            let source = Arc::new(Flickering { files, file, other: other.clone(), at, reads: AtomicUsize::new(0) });
            bench.settle_from(source.clone());
            bench.settle_from(bench.files.clone());
            assert_same(&bench.published(), &bench.cold().1);
            at += 1;
            if at > source.reads.load(Ordering::Relaxed) {
                break;
            }
        }
        assert!(at > 1, "{file} is read");
    }
}

#[test]
fn records_that_are_cut_or_damaged_are_none() {
    let bench = built();
    let file = records(&bench);
    let whole = fs::read(&file).unwrap();
    let snapshot = bench.look(bench.kept());
    assert!(snapshot.records(&bench.output()).is_some());
    for at in (0..whole.len()).step_by(64) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at / 64 % 8);
        for bytes in [&whole[..at], &damaged] {
            fs::write(&file, bytes).unwrap();
            assert!(snapshot.records(&bench.output()).is_none(), "at {at}");
        }
    }
    for at in [0, 20, whole.len() / 2, whole.len() - 1] {
        retitle(&bench, &format!("Judul {at}"));
        bench.build();
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..at.min(bytes.len())]).unwrap();
        retitle(&bench, &format!("Judul lain {at}"));
        is_right(&bench);
    }
}

#[test]
fn records_that_are_cut_but_well_signed_are_none() {
    let bench = built();
    let file = records(&bench);
    let whole = fs::read(&file).unwrap().split_off(MAGIC.len() + DIGEST);
    let snapshot = bench.look(bench.kept());
    for at in (0..whole.len()).step_by(64) {
        fs::write(&file, entry(&file, &whole[..at])).unwrap();
        assert!(snapshot.records(&bench.output()).is_none(), "cut at {at}");
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at / 64 % 8);
        fs::write(&file, entry(&file, &damaged)).unwrap();
        // Whatever they say by now, to read them and to ask the newsroom what they ask is no panic.
        if let Some(records) = snapshot.records(&bench.output()) {
            Standing::new(&records, snapshot.press().unwrap());
        }
    }
}

#[test]
fn records_of_another_version_are_none() {
    let bench = built();
    let file = records(&bench);
    let mut content = fs::read(&file).unwrap().split_off(MAGIC.len() + DIGEST);
    content[0] ^= 0x40;
    fs::write(&file, entry(&file, &content)).unwrap();
    assert!(bench.look(bench.kept()).records(&bench.output()).is_none());
    retitle(&bench, "Judul lain");
    is_right(&bench);
}

#[test]
fn an_older_cache_or_an_older_output_costs_time_alone() {
    let bench = built();
    let aside = tempfile::tempdir().unwrap();
    let (cache, output) = (aside.path().join("cache"), aside.path().join("public"));
    copy(&bench.cache(), &cache);
    copy(&bench.output(), &output);
    retitle(&bench, "Judul lain");
    bench.build();
    bench.files.put(BANJIR, news(&format!("{BANJIR_LINES}aliases = [\"/lama/banjir\"]\n"), "Surut.\n"));
    bench.build();
    // The cache of two builds before, with the output of the last one; then the other way round.
    copy(&cache, &bench.cache());
    is_right(&bench);
    assert_eq!(bench.build().rendered(), Vec::<&str>::new());
    copy(&output, &bench.output());
    is_right(&bench);
    copy(&cache, &bench.cache());
    copy(&output, &bench.output());
    bench.files.remove(BANJIR);
    is_right(&bench);
}

#[test]
fn records_of_another_build_vouch_for_nothing() {
    // As a build leaves it that is killed once it has kept its records, and before it has moved a file.
    let bench = built();
    let further = built();
    retitle(&further, "Judul lain");
    further.build();
    retitle(&bench, "Judul lain");
    fs::copy(records(&further), records(&bench)).unwrap();
    is_right(&bench);
    assert_eq!(bench.build().rendered(), Vec::<&str>::new());
    assert_eq!(records(&bench).metadata().unwrap().len(), records(&further).metadata().unwrap().len());
}

#[test]
fn a_cache_that_cant_be_written_is_done_without() {
    let bench = built();
    fs::remove_dir_all(bench.cache()).unwrap();
    // A file where the folder should be stops even those whom rights do not.
    fs::write(bench.cache(), "bukan folder").unwrap();
    let count = bench.build().rendered().len();
    assert_eq!(bench.build().rendered().len(), count);
    retitle(&bench, "Judul lain");
    is_right(&bench);
}

#[cfg(unix)]
#[test]
fn a_cache_that_may_only_be_read_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let bench = built();
    let folder = bench.cache().join("routes");
    let allow = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    retitle(&bench, "Judul lain");
    is_right(&bench);
    retitle(&bench, "Pasar dibuka");
    is_right(&bench);
    allow(0o755);
}

#[test]
fn a_folder_of_others_stands_in_nobody_s_way() {
    let bench = built();
    let place = |name: &str| bench.output().join(name);
    // One that holds nothing, and one of which nothing is left.
    fs::create_dir_all(place("laporan")).unwrap();
    fs::create_dir_all(place("unduhan")).unwrap();
    fs::write(place("unduhan/a.pdf"), "a").unwrap();
    bench.build();
    fs::remove_file(place("unduhan/a.pdf")).unwrap();
    retitle(&bench, "Judul lain");
    bench.build();
    for name in ["static/laporan/kami.txt", "static/unduhan/a.pdf"] {
        bench.files.put(name, "kami");
        is_right(&bench);
    }
    // A folder becomes a file while somebody has put a folder into it.
    bench.files.put("static/satu/x.txt", "x");
    bench.build();
    fs::create_dir_all(place("satu/kosong")).unwrap();
    retitle(&bench, "Judul ketiga");
    bench.build();
    bench.files.remove("static/satu/x.txt");
    bench.files.put("static/satu", "x");
    is_right(&bench);
}

#[test]
fn two_builds_at_once_into_two_folders() {
    let bench = built();
    let (_, before) = bench.cold();
    retitle(&bench, "Judul lain");
    let (_, site) = bench.cold();
    assert!(before != site);
    let outputs: Vec<PathBuf> = ["public", "satu", "dua", "tiga"].map(|name| bench.root().join(name)).into();
    std::thread::scope(|scope| {
        for output in &outputs {
            scope.spawn(|| bench.build_into(output));
        }
    });
    for output in &outputs {
        assert_same(&tree(output), &site);
        assert_eq!(bench.build_into(output).rendered(), Vec::<&str>::new());
    }
}

#[test]
fn two_runs_at_once_into_one_folder() {
    let folder = Folder::newsroom();
    let build = |output: &str| folder.command(&["build", "--output", output]);
    assert_eq!(build("public").output().unwrap().status.code(), Some(0));
    for round in 0..3 {
        folder.write("content/berita/2026/pasar.md", news(&format!("title = \"Pasar {round}\"\n"), "Isi.\n"));
        let spawn = || build("public").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let runs: Vec<_> = (0..3).map(|_| spawn()).collect();
        let ends: Vec<i32> = runs.into_iter().map(|mut run| run.wait().unwrap().code().unwrap()).collect();
        // Who comes second while the first is publishing is told so; nobody mixes with anybody.
        assert!(ends.contains(&0) && ends.iter().all(|end| [0, 2].contains(end)), "{ends:?}");
        assert_eq!(build("baru").output().unwrap().status.code(), Some(0));
        let (found, cold): (BTreeMap<_, _>, _) = (folder.tree("public"), folder.tree("baru"));
        assert_same(&found, &cold);
        fs::remove_dir_all(folder.join("baru")).unwrap();
    }
}
