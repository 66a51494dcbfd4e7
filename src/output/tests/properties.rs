//! What holds for any sequence of builds, kills included.

use super::{Files, files, manifest, place, put, stage, tree};
use proptest::prelude::*;
use std::fs;

/// Sets of files in which a path is now a file, now a folder.
fn any_files() -> impl Strategy<Value = Files> {
    let path = prop::sample::select(vec!["a", "a/b", "a/b/c", "a/d", "e/f", "e/f/g/h", "e", "i-j", "i/j", "i"]);
    prop::collection::btree_map(path.prop_map(str::to_owned), prop::collection::vec(0u8..3, 0..2), 0..6).prop_map(
        |all| {
            let holds_another = |path: &str| all.keys().any(|other| other.starts_with(&format!("{path}/")));
            all.iter()
                .filter(|(path, _)| !holds_another(path))
                .map(|(path, bytes)| (path.clone(), bytes.clone()))
                .collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_folder_holds_the_last_build_and_what_is_foreign(builds in prop::collection::vec(any_files(), 1..6)) {
        let (_dir, output) = place();
        let foreign = files(&[("CNAME", "x"), ("e.note", ""), ("keep/me", "y")]);
        let mut last = Files::new();
        for (number, build) in builds.iter().enumerate() {
            let (outcome, _) = stage(&output, build).unwrap().publish().unwrap();
            let unchanged = build.iter().filter(|(path, bytes)| last.get(*path) == Some(bytes)).count();
            prop_assert_eq!((outcome.written, outcome.unchanged), (build.len() - unchanged, unchanged));
            prop_assert_eq!(outcome.removed, last.keys().filter(|path| !build.contains_key(*path)).count());
            prop_assert_eq!(outcome.bytes, build.values().map(|bytes| bytes.len() as u64).sum::<u64>());
            if number == 0 {
                foreign.iter().for_each(|(path, bytes)| put(&output, path, std::str::from_utf8(bytes).unwrap()));
            } else {
                prop_assert_eq!(outcome.foreign.len(), foreign.len());
            }
            last = build.clone();
            let expected: Files = last.iter().chain(&foreign).map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
            prop_assert_eq!(tree(&output), expected);
        }
    }

    /// A kill leaves the manifest of both builds, and of each file the old, the new or none.
    #[test]
    fn the_next_build_mends_what_a_kill_has_left(
        old in any_files(),
        new in any_files(),
        next in any_files(),
        states in prop::collection::vec(0u8..3, 20),
    ) {
        let (_dir, output) = place();
        stage(&output, &old).unwrap().publish().unwrap();
        let before = fs::read_to_string(output.join(manifest::NAME)).unwrap();
        stage(&output, &new).unwrap().publish().unwrap();
        let after = fs::read_to_string(output.join(manifest::NAME)).unwrap();
        fs::write(output.join(manifest::NAME), before + after.split_once('\n').unwrap().1).unwrap();
        for (path, state) in old.keys().chain(new.keys()).zip(states) {
            let place = output.join(path);
            let _ = match state {
                0 => fs::remove_file(place),
                1 if place.parent().unwrap().is_dir() => fs::write(place, old.get(path).unwrap_or(&Vec::new())),
                _ => Ok(()),
            };
        }
        stage(&output, &next).unwrap().publish().unwrap();
        prop_assert_eq!(tree(&output), next);
    }
}
