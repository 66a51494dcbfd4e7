//! The shape of the code: what may import what, who may touch the world outside, how long a file
//! may be. The rules are those of ARCHITECTURE.md; here they are held.

#![cfg(test)]

#[path = "support/code.rs"]
mod code;

use code::{Source, sources};
use std::collections::BTreeSet;

/// The modules in the order of the pipeline. A module may import what stands above it, nothing
/// below it.
const ORDER: [&str; 34] = [
    // The base.
    "path",
    "digest",
    "apart",
    "nearby",
    "codec",
    "fingerprint",
    "reads",
    "time",
    "diagnostic",
    "failure",
    "data",
    "colour",
    "image",
    "cache",
    // The settings and the files.
    "config",
    "source",
    // The model.
    "content",
    "newsroom",
    "search",
    "routes",
    "darkroom",
    "catalogue",
    // What is made of it.
    "theme",
    "check",
    "render",
    // Where it goes.
    "output",
    "records",
    "workspace",
    "publish",
    "external",
    "serve",
    "deploy",
    // Where newsrooms come from.
    "import",
    "scaffold",
];

/// Macros that stand at the root of the crate, with the module they belong to.
const MACROS: [(&str, &str); 1] = [("text", "diagnostic")];

/// The modules that touch files or the network; the command line does as well.
const OUTWARD: [&str; 7] = ["source", "cache", "output", "external", "serve", "deploy", "bin"];

/// Crates that reach outside, each with the modules that may use it.
const OUTWARD_CRATES: [(&str, &[&str]); 8] = [
    ("walkdir", &["source", "output"]),
    ("notify", &["source"]),
    ("rustix", &["source", "output", "cache"]),
    ("axum", &["serve"]),
    ("tower_http", &["serve"]),
    ("tokio", &["serve", "deploy"]),
    ("object_store", &["deploy"]),
    ("ureq", &["external"]),
];

#[test]
fn a_module_imports_only_what_stands_before_it() {
    let place = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut faults = Vec::new();
    for source in library() {
        let module = source.module();
        let Some(here) = place(module) else {
            faults.push(format!("src/{}: the module `{module}` has no place in the order", source.path));
            continue;
        };
        for (name, line) in source.imports() {
            let name = MACROS.iter().find(|(known, _)| *known == name).map_or(name.as_str(), |(_, owner)| owner);
            match place(name) {
                _ if name == module => {}
                Some(there) if there < here => {}
                Some(_) => faults.push(format!("src/{}:{line}: `{module}` may not import `{name}`", source.path)),
                None => faults.push(format!("src/{}:{line}: `{name}` has no place in the order", source.path)),
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_module_is_in_the_order_and_in_lib_rs() {
    let modules: BTreeSet<String> = library().iter().map(|source| source.module().to_owned()).collect();
    let lib = sources().into_iter().find(|source| source.path == "lib.rs").unwrap();
    let declared: BTreeSet<String> = lib
        .code
        .lines()
        .filter_map(|line| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned()))
        .collect();
    assert_eq!(modules, declared);
    let missing: Vec<&String> = modules.iter().filter(|module| !ORDER.contains(&module.as_str())).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn only_the_edges_touch_files_and_the_network() {
    let inner = || sources().into_iter().filter(|source| !OUTWARD.contains(&source.module()));
    for pattern in ["std::fs", "std::net", "fs::", "File::open", "tempfile"] {
        let found: Vec<String> = inner().flat_map(|source| source.lines_with(pattern)).collect();
        assert_eq!(found, Vec::<String>::new(), "`{pattern}` outside {OUTWARD:?}");
    }
    for (name, allowed) in OUTWARD_CRATES {
        let others = library().into_iter().filter(|source| !allowed.contains(&source.module()));
        let found: Vec<String> = others.flat_map(|source| source.lines_with(&format!("{name}::"))).collect();
        assert_eq!(found, Vec::<String>::new(), "`{name}` outside {allowed:?}");
    }
}

#[test]
fn nothing_writes_but_the_output_and_the_commands() {
    let readers =
        sources().into_iter().filter(|source| !["output", "cache", "deploy", "bin"].contains(&source.module()));
    let found: Vec<String> = readers
        .flat_map(|source| {
            ["fs::write", "fs::create", "fs::remove", "fs::rename", "fs::copy", "File::create", "OpenOptions"]
                .iter()
                .flat_map(|pattern| source.lines_with(pattern))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn clock_and_environment_are_read_in_one_place() {
    for (pattern, allowed) in [
        // How old a file is decides whether it is read again, never what is made.
        ("SystemTime::now", &["bin/warta/args.rs", "output/stamp.rs"][..]),
        ("Timestamp::now", &[]),
        ("Zoned::now", &[]),
        ("env::var", &["bin/warta/args.rs"]),
        ("env::current_dir", &["bin/warta/session.rs"]),
        ("env::set_var", &[]),
        ("TimeZone::system", &[]),
    ] {
        let others = sources().into_iter().filter(|source| !allowed.contains(&source.path.as_str()));
        let found: Vec<String> = others.flat_map(|source| source.lines_with(pattern)).collect();
        assert_eq!(found, Vec::<String>::new(), "`{pattern}`");
    }
}

#[test]
fn nothing_is_unsafe_and_nothing_panics_on_input() {
    for pattern in ["unsafe ", "static mut", ".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "dbg!("] {
        let found: Vec<String> = sources().iter().flat_map(|source| source.lines_with(pattern)).collect();
        assert_eq!(found, Vec::<String>::new(), "`{pattern}`");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !source.text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 8))
        .map(|source| source.path)
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn files_are_short() {
    let mut lengths: Vec<(usize, String)> =
        sources().into_iter().map(|source| (source.text.lines().count(), source.path)).collect();
    lengths.sort_unstable();
    let longest = lengths.last().unwrap();
    assert!(longest.0 <= 600, "{longest:?}");
    let nine_in_ten = &lengths[lengths.len() * 9 / 10];
    assert!(nine_in_ten.0 <= 400, "{nine_in_ten:?}");
    let median = &lengths[lengths.len() / 2];
    assert!(median.0 <= 160, "{median:?}");
}

#[test]
fn the_scanner_sees_code_and_nothing_else() {
    let source = sources().into_iter().find(|source| source.path == "time.rs").unwrap();
    assert!(source.text.contains(".unwrap()") && !source.code.contains(".unwrap()"), "test modules are left out");
    assert!(source.text.contains("Makassar") && !source.code.contains("Makassar"), "literals are left out");
    assert!(source.code.contains("pub fn parse"));
    assert_eq!(source.text.lines().count(), source.code.lines().count());
    let workspace = sources().into_iter().find(|source| source.path == "workspace.rs").unwrap();
    let names: BTreeSet<String> = workspace.imports().into_iter().map(|(name, _)| name).collect();
    assert!(["check", "config", "content", "theme", "text"].iter().all(|name| names.contains(*name)), "{names:?}");
}

/// The library's files but lib.rs, which only lists the modules.
fn library() -> Vec<Source> {
    sources().into_iter().filter(|source| !matches!(source.module(), "" | "bin")).collect()
}
