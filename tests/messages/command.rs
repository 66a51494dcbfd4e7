//! What is said of a command line that can't be run.

use super::cli::Folder;
use insta::assert_snapshot;

/// What the program says of some arguments, in both languages.
fn said(arguments: &[&str]) -> String {
    let folder = Folder::newsroom();
    let say = |lang: &str| {
        let run = folder.warta(&[arguments, &["--lang", lang]].concat()).ends(2);
        assert_eq!(run.out, "");
        run.err
    };
    format!("{}{}", say("id"), say("en"))
}

#[test]
fn commands_and_options_that_there_are_not() {
    assert_snapshot!(said(&["chekc"]), @"
    warta: gagal: tidak ada perintah `chekc`
      = bantuan: mungkin maksudnya `check`?
      = pemakaian: warta [OPTIONS] <COMMAND>
    warta: failed: there is no command `chekc`
      = help: did you mean `check`?
      = usage: warta [OPTIONS] <COMMAND>
    ");
    assert_snapshot!(said(&["terbitkan"]), @"
    warta: gagal: tidak ada perintah `terbitkan`
      = bantuan: yang ada: init, new, serve, build, check, clean, hosts, explain, completions
      = pemakaian: warta [OPTIONS] <COMMAND>
    warta: failed: there is no command `terbitkan`
      = help: there are: init, new, serve, build, check, clean, hosts, explain, completions
      = usage: warta [OPTIONS] <COMMAND>
    ");
    assert_snapshot!(said(&["build", "--preveiw"]), @"
    warta: gagal: tidak ada pilihan `--preveiw`
      = bantuan: mungkin maksudnya `--preview`?
      = pemakaian: warta build --preview
    warta: failed: there is no option `--preveiw`
      = help: did you mean `--preview`?
      = usage: warta build --preview
    ");
    assert_snapshot!(said(&["new", "news", "Pasar", "Dibuka"]), @r#"
    warta: gagal: `Dibuka` satu kata terlalu banyak
      = bantuan: apit judul atau nama yang lebih dari satu kata dengan tanda kutip: "Judul Berita"
      = pemakaian: warta new [OPTIONS] <KIND> <TITLE>
    warta: failed: `Dibuka` is one word too many
      = help: put a title or name of several words in quotes: "The Title"
      = usage: warta new [OPTIONS] <KIND> <TITLE>
    "#);
}

#[test]
fn values_that_are_missing_or_wrong() {
    assert_snapshot!(said(&["new", "news"]), @r#"
    warta: gagal: ini belum ditulis: <TITLE>
      = bantuan: misalnya warta new news "Judul Berita"
      = pemakaian: warta new --lang <LANG> --root <DIR> <KIND> <TITLE>
    warta: failed: this is missing: <TITLE>
      = help: such as warta new news "The Title"
      = usage: warta new --lang <LANG> --root <DIR> <KIND> <TITLE>
    "#);
    assert_snapshot!(said(&["check", "--format"]), @"
    warta: gagal: nilai `--format <FORMAT>` belum ditulis
      = bantuan: pilihannya: human, short, json, github, sarif
    warta: failed: the value of `--format <FORMAT>` is missing
      = help: one of: human, short, json, github, sarif
    ");
    assert_snapshot!(said(&["check", "--format", "jsno"]), @"
    warta: gagal: `--format <FORMAT>` tidak dapat berisi `jsno`
      = bantuan: mungkin maksudnya `json`?
    warta: failed: `--format <FORMAT>` can't be `jsno`
      = help: did you mean `json`?
    ");
    assert_snapshot!(said(&["check", "--color", "merah"]), @"
    warta: gagal: `--color <COLOR>` tidak dapat berisi `merah`
      = bantuan: pilihannya: auto, always, never
    warta: failed: `--color <COLOR>` can't be `merah`
      = help: one of: auto, always, never
    ");
    assert_snapshot!(said(&["serve", "--addr", "1111"]), @"
    warta: gagal: `--addr <ADDR>` tidak dapat dibaca: `1111`
      = bantuan: tulis alamat dan port, misalnya 127.0.0.1:2222
    warta: failed: `--addr <ADDR>` can't be read: `1111`
      = help: write address and port, such as 127.0.0.1:2222
    ");
    assert_snapshot!(said(&["build", "--preview=ya"]), @"
    warta: gagal: `--preview` tidak menerima nilai `ya`
      = pemakaian: warta build --preview
    warta: failed: `--preview` takes no value `ya`
      = usage: warta build --preview
    ");
    assert_snapshot!(said(&["check", "--now", "2026-01-01", "--now", "2026-01-02"]), @"
    warta: gagal: `--now <TIME>` hanya boleh ditulis satu kali
      = pemakaian: warta check [OPTIONS]
    warta: failed: `--now <TIME>` can be written only once
      = usage: warta check [OPTIONS]
    ");
    assert_snapshot!(said(&["check", "--now", "22/11/2026"]), @"
    warta: gagal: `--now` tidak dapat dibaca sebagai waktu: 22/11/2026; tulis misalnya 2026-11-22 atau 2026-11-22T10:00
    warta: failed: `--now` can't be read as a time: 22/11/2026; write, for example, 2026-11-22 or 2026-11-22T10:00
    ");
}

#[test]
fn help_is_no_fault() {
    let folder = Folder::empty();
    assert!(folder.warta(&["build", "--help"]).ends(0).err.is_empty());
    assert!(folder.warta(&[]).ends(2).err.contains("warta"));
}
