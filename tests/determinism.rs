//! The same inputs, version and instant give the same bytes, on any machine.

#![cfg(test)]

#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "support/photos.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod photos;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;

use cli::{Folder, Run, assert_same, program, tree};
use std::path::Path;

/// The example newsroom, at the root of this repository.
fn example() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the example newsroom below `name` of a new folder; its files made in another order.
/// Its photos are smaller ones, each another, so that making them takes no minutes.
fn copy(name: &str, reversed: bool) -> Folder {
    let folder = Folder::empty();
    let mut files: Vec<(String, Vec<u8>)> =
        vec![("site.toml".into(), std::fs::read(example().join("site.toml")).unwrap())];
    for inner in ["content", "static", "themes"] {
        files.extend(tree(&example().join(inner)).into_iter().map(|(path, bytes)| (format!("{inner}/{path}"), bytes)));
    }
    let photos = files.iter_mut().filter(|(path, _)| path.ends_with(".jpg"));
    for (number, (_, bytes)) in (0..).zip(photos) {
        *bytes = photos::jpeg(if number < 2 { 1300 } else { 96 }, 60 + number);
    }
    if reversed {
        files.reverse();
    }
    for (path, bytes) in files {
        folder.write(&format!("{name}/{path}"), bytes);
    }
    folder
}

fn build(folder: &Folder, name: &str, output: &str, surroundings: &[(&str, &str)]) {
    let mut command = program();
    command.args(["build", "--now", "2026-11-25T08:00:00+07:00", "--output", output, "--root"]);
    command.arg(folder.join(name));
    command.envs(surroundings.iter().copied());
    Run::of(command).ends(0);
}

#[test]
fn folders_threads_clocks_and_locales_make_no_difference() {
    let (one, two) = (copy("redaksi", false), copy("lain/lebih dalam/warta", true));
    build(&one, "redaksi", "public", &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LANG", "C")]);
    let surroundings =
        [("RAYON_NUM_THREADS", "4"), ("TZ", "America/New_York"), ("LANG", "id_ID.UTF-8"), ("SOURCE_DATE_EPOCH", "1")];
    build(&two, "lain/lebih dalam/warta", "hasil/situs", &surroundings);
    let (one, two) = (one.tree("redaksi/public"), two.tree("lain/lebih dalam/warta/hasil/situs"));
    assert!(one.len() > 200, "{}", one.len());
    assert_same(&one, &two);
}
