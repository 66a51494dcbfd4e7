//! Whole sites, byte for byte: small newsrooms and what they come to in a theme that shows all it is
//! given. `WARTA_UPDATE=1 cargo test --test sites` writes what is there now; the difference is for a
//! person to judge.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::tree;
use room::Room;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Whether a file says something about a case. Those that are alike on every site are kept with few.
fn is_telling(case: &str, path: &str) -> bool {
    let usual =
        ["404.html", "_headers", "robots.txt", "cari/index.html"].contains(&path) || path.starts_with("assets/");
    let feed = [".xml", ".json", ".ics"].iter().any(|end| path.ends_with(end)) && path != "sitemap.xml";
    match case {
        "minimal" | "base-path" => true,
        "languages" | "lifecycle" => !usual,
        _ => !usual && !feed,
    }
}

fn folder(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(path)
}

/// The newsroom of a case.
fn newsroom(case: &str) -> Room {
    let theme = tree(&folder("plain")).into_iter().map(|(path, bytes)| (format!("themes/plain/{path}"), bytes));
    let own = tree(&folder(case)).into_iter().filter(|(path, _)| !path.starts_with("expected"));
    theme.chain(own).fold(Room::empty(), |room, (path, bytes)| room.with(&path, bytes))
}

/// Holds a site to what is expected of it, in the folder `expected` of its case.
fn holds(room: &Room, case: &str, expected: &str) {
    let mut site = room.site_files();
    site.retain(|path, _| is_telling(case, path));
    let expected = folder(case).join(expected);
    if std::env::var_os("WARTA_UPDATE").is_some() {
        let _ = fs::remove_dir_all(&expected);
        for (path, bytes) in &site {
            let file = expected.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }
    let wanted = tree(&expected);
    for (path, bytes) in &site {
        let Some(wanted) = wanted.get(path) else { panic!("{case}: {path} is new") };
        similar(case, path, wanted, bytes);
    }
    let gone: Vec<&String> = wanted.keys().filter(|path| !site.contains_key(*path)).collect();
    assert!(gone.is_empty(), "{case}: these are gone: {gone:#?}");
}

/// Two versions of a file, which must be the same; shown line by line if they are not.
fn similar(case: &str, path: &str, wanted: &[u8], found: &[u8]) {
    if wanted == found {
        return;
    }
    let (wanted, found) = (String::from_utf8_lossy(wanted), String::from_utf8_lossy(found));
    let lines: BTreeMap<usize, (&str, &str)> = wanted
        .lines()
        .map(Some)
        .chain(std::iter::repeat(None))
        .zip(found.lines().map(Some).chain(std::iter::repeat(None)))
        .take_while(|(wanted, found)| wanted.is_some() || found.is_some())
        .map(|(wanted, found)| (wanted.unwrap_or_default(), found.unwrap_or_default()))
        .enumerate()
        .filter(|(_, (wanted, found))| wanted != found)
        .collect();
    let shown: String = lines
        .iter()
        .take(8)
        .map(|(number, (wanted, found))| format!("{}\n  - {wanted}\n  + {found}\n", number + 1))
        .collect();
    panic!("{case}/{path} differs in {} lines:\n{shown}", lines.len());
}

#[test]
fn headline_date_summary_and_text_in_one_unit_make_a_whole_site() {
    holds(&newsroom("minimal"), "minimal", "expected");
}

#[test]
fn one_of_every_kind() {
    holds(&newsroom("kinds"), "kinds", "expected");
}

#[test]
fn two_languages_that_lead_to_each_other() {
    holds(&newsroom("languages"), "languages", "expected");
}

#[test]
fn each_stage_of_a_life_as_the_public_and_as_the_editors_see_it() {
    holds(&newsroom("lifecycle"), "lifecycle", "expected");
    holds(&newsroom("lifecycle").previewed(), "lifecycle", "expected-preview");
}

#[test]
fn what_to_read_besides() {
    holds(&newsroom("related"), "related", "expected");
}

#[test]
fn long_lists_in_pages() {
    holds(&newsroom("pagination"), "pagination", "expected");
}

#[test]
fn archives_by_the_newsrooms_own_calendar() {
    holds(&newsroom("archives"), "archives", "expected");
}

#[test]
fn addresses_as_the_newsroom_wants_them_and_the_old_ones() {
    holds(&newsroom("addresses"), "addresses", "expected");
}

#[test]
fn everything_a_text_may_hold() {
    holds(&newsroom("markdown"), "markdown", "expected");
}

#[test]
fn a_site_below_a_path() {
    holds(&newsroom("base-path"), "base-path", "expected");
}

#[test]
fn a_kind_of_the_newsrooms_own() {
    holds(&newsroom("own-kind"), "own-kind", "expected");
}

#[test]
fn a_menu_of_the_newsrooms_own() {
    holds(&newsroom("menu"), "menu", "expected");
}

#[test]
fn what_pages_say_to_programs() {
    holds(&newsroom("structured"), "structured", "expected");
}
