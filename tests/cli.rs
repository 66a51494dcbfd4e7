//! The program as its users and their CI meet it: exit statuses, streams, files.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::{Folder, Run, assert_same, program};
use room::news;
use std::collections::BTreeSet;
use warta::diagnostic::Code;

/// Faults of every severity: an error in one document, a warning in another.
const BROKEN: &str = "+++\ntitel = \"Salah ketik\"\ntitle = \"Salah ketik\"\n+++\n";

#[test]
fn a_site_without_faults_ends_with_0_one_with_errors_with_1() {
    let folder = Folder::newsroom();
    let run = folder.warta(&["check"]).ends(0);
    assert_eq!(run.out, "Beres: 2 dokumen siap terbit; tidak ada kesalahan.\n");
    assert_eq!(run.err, "");
    folder.write("content/salah.md", BROKEN);
    let run = folder.warta(&["check"]).ends(1);
    assert_eq!(run.out, "");
    assert!(run.err.contains("kunci `titel` tidak dikenal") && run.err.contains("content/salah.md:2:1"), "{}", run.err);
    let run = folder.warta(&["build"]).ends(1);
    assert!(run.err.ends_with("Tidak ada yang diterbitkan.\n"), "{}", run.err);
    assert!(!folder.has("public"));
}

#[test]
fn what_could_not_be_run_ends_with_2() {
    let folder = Folder::empty();
    let run = folder.warta(&["check"]).ends(2);
    assert!(run.err.starts_with("warta: gagal: tidak ada site.toml") && run.out.is_empty(), "{}", run.err);
    let run = folder.warta(&["check", "--lang", "en"]).ends(2);
    assert!(run.err.starts_with("warta: failed: there is no site.toml"), "{}", run.err);
    let folder = Folder::newsroom();
    for wrong in [
        &["chekc"][..],
        &[],
        &["check", "--format", "yaml"],
        &["check", "--now", "besok"],
        &["build", "--tidak-ada"],
        &["new", "news"],
        &["new", "resep", "Judul"],
        &["new", "news", "  "],
        &["explain", "WT999"],
        &["completions", "cmd"],
    ] {
        let run = folder.warta(wrong).ends(2);
        assert!(run.out.is_empty() && !run.err.is_empty(), "{wrong:?}: {}", run.out);
    }
}

#[test]
fn programs_are_told_of_what_could_not_be_run() {
    let folder = Folder::empty();
    let told = |arguments: &[&str]| folder.warta(arguments).ends(2).out;
    let json = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let wrong = json(told(&["build", "--format", "json"]));
    assert!(wrong["failure"].as_str().unwrap().starts_with("tidak ada site.toml"), "{wrong}");
    assert_eq!(wrong["diagnostics"], serde_json::json!([]));
    let wrong = json(told(&["chekc", "--format=json", "--lang", "en"]));
    assert_eq!(wrong["failure"], "there is no command `chekc`");
    let run = &json(told(&["check", "--format", "sarif"]))["runs"][0];
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert!(told(&["check", "--format", "github"]).starts_with("::error title=warta::tidak ada site.toml"));
}

#[test]
fn help_and_version_are_no_faults() {
    let folder = Folder::empty();
    assert!(folder.warta(&["--version"]).ends(0).out.starts_with("warta "));
    let help = folder.warta(&["--help"]).ends(0).out;
    for command in ["init", "new", "serve", "build", "check", "explain", "completions"] {
        assert!(help.contains(&format!("  {command} ")), "{command}");
    }
}

#[test]
fn every_command_answers_programs_with_one_object() {
    let folder = Folder::newsroom();
    let answer = |arguments: &[&str]| {
        let run = folder.warta(&[arguments, &["--format", "json", "--lang", "en"]].concat()).ends(0);
        assert_eq!(run.err, "", "{arguments:?}");
        let answer = run.json();
        assert_eq!(answer["diagnostics"], serde_json::json!([]), "{arguments:?}");
        answer
    };
    let file = answer(&["new", "news", "Pasar dibuka", "--now", "2026-11-23T09:00:00+07:00"])["file"].clone();
    assert!(folder.join(file.as_str().unwrap()).is_file(), "{file}");
    let room = folder.join("lain").display().to_string();
    let files = answer(&["init", &room, "-q"])["files"].clone();
    assert!(files.as_array().unwrap().contains(&"site.toml".into()), "{files}");
    assert!(answer(&["clean", "-q"])["bytes"].is_u64());
    assert_eq!(answer(&["explain", "wt101"])["explanations"][0]["code"], "WT101");
    assert!(answer(&["explain"])["explanations"].as_array().unwrap().len() > 50);
    assert!(answer(&["completions", "bash"])["script"].as_str().unwrap().contains("_warta"));
    assert!(answer(&["hosts", "nginx"])["configuration"].as_str().unwrap().contains("location"));
    let sarif = folder.warta(&["explain", "WT101", "--format", "sarif"]).ends(0).json();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
    // A person who wants quiet gets it.
    assert_eq!(folder.warta(&["init", &folder.join("hening").display().to_string(), "-q"]).ends(0).out, "");
}

#[test]
fn the_newsroom_is_found_from_a_folder_within_it() {
    let folder = Folder::newsroom();
    let mut command = program();
    command.arg("check").current_dir(folder.join("content/berita/2026"));
    Run::of(command).ends(0);
}

#[test]
fn json_is_one_object_and_nothing_else() {
    let folder = Folder::newsroom();
    folder.write("content/berita/2026/nanti.md", news("title = \"Nanti\"\nembargo = 2026-06-01T00:00+07:00\n", ""));
    let run = folder.warta(&["build", "--format", "json"]).ends(0);
    assert_eq!(run.out.lines().count(), 1);
    assert_eq!(run.err, "");
    let json = run.json();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = "diagnostics routes rendered reused written unchanged removed images bytes next_change elapsed_ms";
    assert_eq!(keys, expected.split(' ').collect::<Vec<_>>());
    let files = folder.tree("public").len() - 1; // The manifest is no output.
    for (key, count) in
        [("routes", files), ("rendered", files), ("reused", 0), ("written", files), ("unchanged", 0), ("removed", 0)]
    {
        assert_eq!(json[key], count, "{key}");
    }
    // What stands for the article where it is shared.
    assert_eq!(json["images"], serde_json::json!({ "encoded": 1, "reused": 0 }));
    assert_eq!(json["next_change"], "2026-05-31T17:00:00Z");
    assert!(json["bytes"].as_u64().unwrap() > 10_000 && json["elapsed_ms"].is_u64());
    assert_eq!(json["diagnostics"], serde_json::json!([]));
}

#[test]
fn json_tells_the_place_of_each_finding() {
    let folder = Folder::newsroom();
    folder.write("content/salah.md", "+++\ntitle = \"Café\"\nslug = \"Ké X\"\n+++\n");
    for command in ["check", "build"] {
        let run = folder.warta(&[command, "--format", "json", "--lang", "en"]).ends(1);
        assert_eq!(run.err, "");
        let expected = serde_json::json!([{
            "code": "WT214",
            "severity": "error",
            "message": "this slug can't be used as an address: Ké X",
            "file": "content/salah.md",
            "line": 3,
            "column": 8,
            "end_line": 3,
            "end_column": 14,
            "help": "write `ke-x`",
        }]);
        assert_eq!(run.json()["diagnostics"], expected);
    }
    let json = folder.warta(&["build", "--format", "json"]).ends(1).json();
    assert_eq!((&json["written"], &json["next_change"]), (&serde_json::json!(0), &serde_json::Value::Null));
}

#[test]
fn every_format_tells_the_same_finding() {
    let folder = Folder::newsroom();
    folder.write("content/salah.md", BROKEN);
    let print = |format: &str| folder.warta(&["check", "--format", format, "--lang", "en"]).ends(1).out;
    let short = "content/salah.md:2:1: error[WT204]: the key `titel` is not known (did you mean `title`?)\n";
    assert_eq!(print("short"), short);
    let github = print("github");
    assert!(github.starts_with("::error file=content/salah.md,line=2,") && github.contains("WT204"), "{github}");
    let sarif: serde_json::Value = serde_json::from_str(&print("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "WT204");
}

#[test]
fn quiet_says_nothing_but_what_is_wrong() {
    let folder = Folder::newsroom();
    folder.write(
        "content/berita/2026/konsep.md",
        "+++\ntitle = \"Konsep\"\ndate = 2026-02-01\nstatus = \"draft\"\n+++\n",
    );
    let run = folder.warta(&["build", "--quiet"]).ends(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
    assert!(folder.warta(&["build"]).ends(0).err.contains("WT205"));
}

#[test]
fn an_error_leaves_the_output_as_it_was_byte_for_byte() {
    let folder = Folder::newsroom();
    folder.warta(&["build"]).ends(0);
    folder.write("public/catatan.txt", "milik saya");
    let before = folder.tree("public");
    // A fault of a document, of the theme while rendering, of the settings: whatever stops a build.
    for (path, text) in [
        ("content/salah.md", BROKEN.to_owned()),
        ("site.toml", format!("{}titel = 1\n", room::SITE)),
        ("site.toml", format!("{}theme = \"tidak-ada\"\n", room::SITE)),
        ("site.toml", String::new()),
    ] {
        let old = folder.has(path).then(|| folder.read(path));
        folder.write(path, text);
        folder.write("content/berita/2026/baru.md", news("title = \"Baru\"\n", ""));
        folder.warta(&["build"]).ends(1);
        assert_same(&folder.tree("public"), &before);
        match old {
            Some(old) => folder.write(path, old),
            None => folder.remove(path),
        }
    }
    folder.write("themes/kota/theme.toml", "extends = \"warta\"\n");
    folder.write("themes/kota/templates/home.html", "{{ site.tidak.ada }}");
    folder.write("site.toml", format!("{}theme = \"kota\"\n", room::SITE));
    folder.warta(&["build"]).ends(1);
    assert_same(&folder.tree("public"), &before);
    // Nor is anything left beside it, what earlier runs made aside.
    let names: BTreeSet<String> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names, [".warta", "content", "public", "site.toml", "themes"].map(str::to_owned).into());
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = Folder::newsroom();
    folder.warta(&["build"]).ends(0);
    let before = folder.tree("public");
    let json = folder.warta(&["build", "--verify", "--format", "json"]).ends(0).json();
    assert_eq!(json["written"], 0);
    assert_eq!(json["unchanged"], json["routes"]);
    assert_same(&folder.tree("public"), &before);
}

#[test]
fn what_is_no_longer_published_is_removed_and_what_is_not_wartas_stays() {
    let folder = Folder::newsroom();
    folder.write("content/berita/2026/sementara.md", news("title = \"Sementara\"\n", ""));
    folder.warta(&["build"]).ends(0);
    assert!(folder.has("public/berita/2026/02/sementara/index.html"));
    folder.remove("content/berita/2026/sementara.md");
    folder.write("public/berita/2026/02/sementara/catatan.txt", "milik saya");
    folder.write("public/CNAME", "warta.contoh.go.id");
    let json = folder.warta(&["build", "--format", "json", "--lang", "en"]).ends(0).json();
    // The page, its data, the image that stands for it where it is shared, and the year's part of the
    // search index, which is another one now.
    assert_eq!(json["removed"], 6);
    assert!(!folder.has("public/berita/2026/02/sementara/index.html"));
    assert_eq!(folder.read("public/berita/2026/02/sementara/catatan.txt"), "milik saya");
    assert_eq!(folder.read("public/CNAME"), "warta.contoh.go.id");
    let note = &json["diagnostics"][0];
    assert_eq!((&note["code"], &note["severity"]), (&serde_json::json!("WT603"), &serde_json::json!("note")));
    assert!(note["message"].as_str().unwrap().starts_with("2 files"), "{note}");
}

#[test]
fn a_preview_shows_what_is_not_published_marked_and_hidden_from_search() {
    let folder = Folder::newsroom();
    let konsep = "public/berita/2026/02/konsep/index.html";
    folder.write("content/berita/2026/konsep.md", news("title = \"Konsep naskah\"\nstatus = \"draft\"\n", ""));
    folder.write("content/berita/2026/nanti.md", news("title = \"Nanti saja\"\nembargo = 2026-06-01\n", ""));
    folder.warta(&["build"]).ends(0);
    assert!(!folder.has(konsep));
    folder.warta(&["build", "--preview"]).ends(0);
    let page = folder.read(konsep);
    assert!(page.contains("Konsep naskah") && page.contains("noindex"), "{page}");
    let home = folder.read("public/index.html");
    assert!(home.contains("Nanti saja") && home.contains("noindex"), "{home}");
    assert!(folder.read("public/robots.txt").contains("Disallow: /"));
    folder.warta(&["build"]).ends(0);
    assert!(!folder.has(konsep) && !folder.read("public/index.html").contains("noindex"));
}

#[test]
fn another_address_may_be_given_for_one_build() {
    let folder = Folder::newsroom();
    folder.warta(&["build", "--base-url", "https://pratinjau.contoh.go.id/mr/12/"]).ends(0);
    let home = folder.read("public/index.html");
    assert!(home.contains("href=\"https://pratinjau.contoh.go.id/mr/12/\""), "{home}");
    assert!(home.contains("href=\"/mr/12/berita/2026/02/pasar/\""), "{home}");
    assert!(!home.contains("warta.contoh.go.id"));
    let run = folder.warta(&["build", "--base-url", "pratinjau"]);
    assert_ne!(run.status, 0, "{}", run.out);
}

#[test]
fn now_comes_from_the_option_then_from_source_date_epoch() {
    let folder = Folder::newsroom();
    let nanti = "public/berita/2026/02/nanti/index.html";
    folder.write("content/berita/2026/nanti.md", news("title = \"Nanti\"\nembargo = 2026-06-01T08:00:00+07:00\n", ""));
    let build = |epoch: &str, arguments: &[&str]| {
        let mut command = folder.command(&[&["build"], arguments].concat());
        command.env("SOURCE_DATE_EPOCH", epoch);
        Run::of(command)
    };
    // 2026-06-01T01:00:00Z
    build("1780275599", &[]).ends(0);
    assert!(!folder.has(nanti));
    build("1780275600", &[]).ends(0);
    assert!(folder.has(nanti));
    build("1780275600", &["--now", "2026-06-01T07:59:59+07:00"]).ends(0);
    assert!(!folder.has(nanti));
    let run = build("kemarin", &[]).ends(2);
    assert!(run.err.contains("SOURCE_DATE_EPOCH"), "{}", run.err);
}

#[test]
fn the_output_never_goes_among_the_sources() {
    let folder = Folder::newsroom();
    let sources = || folder.tree(".").into_iter().filter(|(path, _)| !path.starts_with(".warta/")).collect();
    let before = sources();
    for output in [
        "content",
        "content/hasil",
        "static",
        "themes/hasil",
        ".",
        "..",
        "content/../content/x",
        "baru/../content",
        "baru/x/../../static/y",
    ] {
        let run = folder.warta(&["build", "--output", output]).ends(2);
        assert!(run.err.contains("--output public"), "{output}: {}", run.err);
    }
    folder.write("berkas", "x");
    folder.warta(&["build", "--output", "berkas"]).ends(2);
    folder.remove("berkas");
    assert_same(&sources(), &before);
}

#[cfg(unix)]
#[test]
fn the_output_does_not_reach_the_sources_through_a_link() {
    let folder = Folder::newsroom();
    std::os::unix::fs::symlink(folder.join("content"), folder.join("public")).unwrap();
    folder.warta(&["build"]).ends(2);
    folder.warta(&["build", "--output", "public/hasil"]).ends(2);
}

#[test]
fn a_new_newsroom_builds_without_a_word() {
    let folder = Folder::empty();
    let root = folder.join("redaksi");
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.args(arguments).current_dir(folder.path());
        Run::of(command)
    };
    let made = run(&["init", "redaksi"]).ends(0);
    assert!(made.out.contains("redaksi") && made.err.is_empty(), "{}", made.err);
    for workflow in [".github/workflows/warta.yml", ".gitlab-ci.yml"] {
        assert!(root.join(workflow).is_file(), "{workflow}");
    }
    let root = root.to_str().unwrap();
    for command in ["check", "build"] {
        let run = run(&[command, "--root", root, "--format", "json"]).ends(0);
        assert_eq!(run.json()["diagnostics"], serde_json::json!([]), "{command}");
    }
    assert!(folder.read("redaksi/public/index.html").contains("<h1"));
    let again = run(&["init", "redaksi"]).ends(2);
    assert!(again.err.contains("sudah ada"), "{}", again.err);
    assert!(made.out.contains("cd redaksi"), "{}", made.out);
    let empty = Folder::empty();
    let mut here = program();
    here.args(["init", "."]).current_dir(empty.path());
    let here = Run::of(here).ends(0);
    assert!(here.out.contains("folder ini") && !here.out.contains("cd "), "{}", here.out);
}

#[test]
fn a_new_document_of_any_kind_needs_only_to_be_filled_in() {
    let folder = Folder::newsroom();
    folder.write(
        "site.toml",
        format!("{}[kinds.lelang]\nfields = {{ pagu = \"integer\" }}\nrequired = [\"pagu\"]\n", room::SITE),
    );
    let kinds = [
        "press-release",
        "visit",
        "news",
        "photo-story",
        "video",
        "announcement",
        "agenda",
        "clarification",
        "unit",
        "person",
        "topic",
        "page",
        "lelang",
    ];
    for kind in kinds {
        let path = folder.warta(&["new", kind, "Judul Percobaan: \"Satu\""]).ends(0).out;
        let text = folder.read(path.trim_end());
        assert!(path.starts_with("content/") && path.contains("judul-percobaan-satu"), "{path}");
        assert!(text.contains("Judul Percobaan"), "{text}");
        let again = folder.warta(&["new", kind, "Judul Percobaan: \"Satu\""]).ends(2);
        assert!(again.err.contains("tidak ditimpa"), "{}", again.err);
        assert_eq!(folder.read(path.trim_end()), text);
    }
    let json = folder.warta(&["check", "--format", "json"]).ends(0).json();
    let findings = json["diagnostics"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["severity"] == "warning"), "{findings:#?}");
    folder.warta(&["build"]).ends(0);
    assert!(!folder.has("public/berita/2026/03/judul-percobaan-satu/index.html"), "a draft is not published");
}

#[test]
fn the_folder_of_a_kind_is_as_good_as_its_name() {
    let folder = Folder::newsroom();
    assert_eq!(
        folder.warta(&["new", "siaran-pers", "Rumah Pompa Selesai"]).ends(0).out,
        "content/siaran-pers/2026/2026-03-01-rumah-pompa-selesai.md\n"
    );
    let run = folder.warta(&["new", "siaran-per", "Rumah Pompa"]).ends(2);
    assert!(run.err.contains("siaran-pers"), "{}", run.err);
}

#[test]
fn every_code_is_explained() {
    let folder = Folder::empty();
    let list = folder.warta(&["explain", "--lang", "en"]).ends(0).out;
    for code in Code::ALL {
        assert!(list.contains(code.as_str()), "{code}");
    }
    // One code of each family, in both languages and any case, from outside of any newsroom.
    for code in ["WT101", "wt204", "WT302", "WT401", "WT501", "WT601"] {
        let id = folder.warta(&["explain", code]).ends(0).out;
        let en = folder.warta(&["explain", code, "--lang", "en"]).ends(0).out;
        assert!(id.starts_with(&code.to_uppercase()) && id.contains("Cara memperbaiki:"), "{id}");
        assert!(en.starts_with(&code.to_uppercase()) && en.contains("To fix it:"), "{en}");
    }
    let run = folder.warta(&["explain", "WT240", "--lang", "en"]).ends(2);
    assert!(run.err.contains("WT204") || run.err.contains("WT2"), "{}", run.err);
}

#[test]
fn shells_can_complete_commands() {
    let folder = Folder::empty();
    for (shell, word) in [("bash", "complete -F"), ("zsh", "#compdef warta"), ("fish", "complete -c warta")] {
        let run = folder.warta(&["completions", shell]).ends(0);
        assert!(run.out.contains(word) && run.out.contains("build") && run.err.is_empty(), "{shell}");
    }
}

#[test]
fn messages_follow_the_sites_language_unless_told_otherwise() {
    let folder = Folder::newsroom();
    folder.write("content/salah.md", BROKEN);
    let say = |arguments: &[&str]| folder.warta(&[&["check", "--format", "short"], arguments].concat()).ends(1).out;
    assert!(say(&[]).contains("tidak dikenal"));
    assert!(say(&["--lang", "en"]).contains("not known"));
    folder.write("site.toml", room::SITE.replace("language = \"id\"", "language = \"en\""));
    assert!(say(&[]).contains("not known"));
    assert!(say(&["--lang", "id"]).contains("tidak dikenal"));
}

#[test]
fn a_day_is_as_good_an_instant_as_any() {
    let folder = Folder::newsroom();
    folder.write("content/berita/2026/nanti.md", news("title = \"Nanti\"\ndate = 2026-06-01\n", ""));
    let documents = |now: &str| folder.warta(&["check", "--now", now]).ends(0).out;
    assert!(documents("2026-06-01").contains(": 3 dokumen"));
    assert!(documents("2026-05-31").contains(": 2 dokumen"));
    assert!(documents("2026-05-31T23:59").contains(": 2 dokumen"));
    assert!(documents("2026-05-31T17:00:00Z").contains(": 3 dokumen"));
}

#[test]
fn the_output_folder_is_none_of_git_or_of_warta_itself() {
    let folder = Folder::newsroom();
    for output in [".git/situs", ".warta", ".warta/situs", "../.git"] {
        let run = folder.command(&["build", "--output", output]).output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{output}");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(said.contains("--output public"), "{said}");
    }
}

#[test]
fn the_output_folder_is_counted_from_the_newsroom_and_named_in_full() {
    let folder = Folder::newsroom();
    let mut command = folder.command(&["build", "--output", "hasil"]);
    command.current_dir(folder.join("content"));
    let run = Run::of(command).ends(0);
    let whole = std::fs::canonicalize(folder.join("hasil")).unwrap();
    assert!(run.out.contains(&whole.display().to_string()), "{}", run.out);
}
