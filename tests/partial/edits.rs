//! Whatever editors, editions, disks and clocks do in whatever order: a partial build publishes what a cold
//! one publishes.

use crate::bench::Bench;
use crate::cli::assert_same;
use crate::desk::Desk;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const CLOCKS: [&str; 6] = [
    "2026-03-01T12:00:00+07:00",
    "2026-03-01T12:00:01+07:00",
    "2026-03-02T10:30:00+07:00",
    "2026-03-05T09:00:00+07:00",
    "2026-04-02T09:00:00+07:00",
    "2026-02-27T09:00:00+07:00",
];

/// A file that is not warta's.
const STRANGER: &str = "asing/catatan.txt";

/// What happens between two builds.
#[derive(Clone, Debug)]
enum Edit {
    /// An editor turns a knob of the newsroom.
    Turn(usize, usize, usize),
    /// Time passes, or the clock is put back.
    Clock(usize),
    /// Something happens to a published file.
    Output(Harm, Index),
    /// Somebody puts a file into the output folder.
    Stranger,
    /// Something happens to a file of the cache.
    Cache(Harm, Index),
    /// The cache is lost.
    CacheLost,
}

#[derive(Clone, Copy, Debug)]
enum Harm {
    Remove,
    Cut,
    Flip,
    Grow,
}

fn edit() -> impl Strategy<Value = Edit> {
    let harm = || prop_oneof![Just(Harm::Remove), Just(Harm::Cut), Just(Harm::Flip), Just(Harm::Grow)];
    prop_oneof![
        24 => (0_usize..17, 0_usize..64, 0_usize..8).prop_map(|(owner, knob, to)| Edit::Turn(owner, knob, to)),
        3 => (0..CLOCKS.len()).prop_map(Edit::Clock),
        2 => (harm(), any::<Index>()).prop_map(|(harm, at)| Edit::Output(harm, at)),
        1 => Just(Edit::Stranger),
        2 => (harm(), any::<Index>()).prop_map(|(harm, at)| Edit::Cache(harm, at)),
        1 => Just(Edit::CacheLost),
    ]
}

/// The files below a folder, in order, but for the manifest: without it nothing in the folder is warta's.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let names = crate::cli::tree(folder).into_keys();
    names.filter(|name| name != ".warta-manifest" && name != STRANGER).map(|name| folder.join(name)).collect()
}

fn harm(folder: &Path, harm: Harm, at: Index) {
    let files = files_below(folder);
    let Some(file) = (!files.is_empty()).then(|| at.get(&files)) else { return };
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    match harm {
        Harm::Remove => return fs::remove_file(file).unwrap(),
        Harm::Cut => bytes.truncate(middle),
        Harm::Flip => bytes.iter_mut().skip(middle).take(1).for_each(|byte| *byte ^= 0x20),
        Harm::Grow => bytes.push(b'x'),
    }
    fs::write(file, bytes).unwrap();
}

/// A newsroom on its way through edits.
struct Course {
    bench: Bench,
    desk: Desk,
    files: BTreeMap<String, Vec<u8>>,
}

impl Course {
    fn new(desk: Desk) -> Course {
        let mut course = Course { bench: Bench::new(CLOCKS[0]), desk, files: BTreeMap::new() };
        course.save();
        course
    }

    fn save(&mut self) {
        let files = self.desk.files();
        self.files.keys().filter(|path| !files.contains_key(*path)).for_each(|path| self.bench.files.remove(path));
        for (path, bytes) in &files {
            if self.files.get(path) != Some(bytes) {
                self.bench.files.put(path, bytes.clone());
            }
        }
        self.files = files;
    }

    fn apply(&mut self, edit: &Edit) {
        let (output, cache) = (self.bench.output(), self.bench.cache());
        match edit {
            Edit::Turn(owner, knob, to) => {
                self.desk.turn(*owner, *knob, *to);
                self.save();
            }
            Edit::Clock(at) => self.bench.now = CLOCKS[*at].to_owned(),
            Edit::Output(how, at) => harm(&output, *how, *at),
            Edit::Stranger => {
                fs::create_dir_all(output.join("asing")).unwrap();
                fs::write(output.join(STRANGER), "tidak dikenal").unwrap();
            }
            Edit::Cache(how, at) => harm(&cache, *how, *at),
            Edit::CacheLost => drop(fs::remove_dir_all(cache)),
        }
    }

    /// Builds after an edit and from nothing; whether anything was published.
    fn compare(&self) -> Result<bool, TestCaseError> {
        let before = self.bench.published();
        let made = self.bench.build();
        let (cold, mut site) = self.bench.cold();
        prop_assert_eq!(&made.findings, &cold.findings);
        prop_assert_eq!(made.built.is_some(), cold.built.is_some());
        let mut found = self.bench.published();
        if made.built.is_none() {
            prop_assert!(found == before, "a build that failed has touched the output");
            return Ok(false);
        }
        found.remove(STRANGER);
        site.remove(STRANGER);
        assert_same(&found, &site);
        Ok(true)
    }
}

/// As many as take half a minute without optimisation, unless more are asked for.
fn cases() -> u32 {
    std::env::var_os("WARTA_CASES").and_then(|cases| cases.to_str()?.parse().ok()).unwrap_or(16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_partial_build_is_a_cold_build(
        share in prop::bool::weighted(0.15),
        search in prop::bool::weighted(0.3),
        compress in prop::bool::weighted(0.1),
        edits in vec(vec(edit(), 1..5), 1..10),
    ) {
        let mut desk = Desk::default();
        for (key, on) in [("images", share), ("search", search), ("output", compress)] {
            desk.set("site", key, usize::from(on));
        }
        let mut course = Course::new(desk);
        let mut published = course.compare()?;
        prop_assert!(published, "the newsroom is without a fault to begin with");
        for burst in &edits {
            burst.iter().for_each(|edit| course.apply(edit));
            published = course.compare()?;
        }
        if published {
            let again = course.bench.build();
            prop_assert_eq!(again.rendered(), Vec::<&str>::new());
            prop_assert_eq!(again.built.map(|built| built.outcome.written), Some(0));
        }
    }
}
