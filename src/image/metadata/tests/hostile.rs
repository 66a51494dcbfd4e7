//! Files that are cut short, damaged, or made to do harm.

use super::*;
use proptest::prelude::*;

/// Reads and scrubs. No panic, and nothing private in what is published.
fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    metadata(bytes);
    if let Ok(clean) = scrub(bytes) {
        prop_assert!(!metadata(&clean).private.any());
        prop_assert!(scrub(&clean).as_deref() == Ok(&*clean), "the second time is one too many");
    }
    Ok(())
}

#[test]
fn a_file_that_is_cut_short_anywhere_is_read_and_never_leaks() {
    for (kind, file) in photos::all() {
        // Those that hold another of these files are long.
        let step = if matches!(kind, "svg" | "pdf") { 11 } else { 1 };
        for length in (0..file.len()).step_by(step) {
            let cut = &file[..length];
            metadata(cut);
            let Ok(clean) = scrub(cut) else { continue };
            for secret in SECRETS {
                // What is too short to be told as a kind of file may be anything.
                let known = super::super::kind::kind(cut).is_some();
                let found = memchr::memmem::find(&clean, secret).is_some();
                assert!(!known || !found, "{kind} at {length}: {}", String::from_utf8_lossy(secret));
            }
        }
    }
}

proptest! {
    #[test]
    fn damage_is_survived(
        which in 0..photos::all().len(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(), cuts in prop::bool::weighted(0.2),
    ) {
        let mut file = photos::all()[which].1.clone();
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if cuts {
            file.truncate(cut.index(file.len()));
        }
        survives(&file)?;
    }

    #[test]
    fn noise_is_survived(noise in prop::collection::vec(any::<u8>(), 0..400), which in 0..photos::all().len(), at in 0usize..64) {
        let mut file = photos::all()[which].1.clone();
        file.truncate(at);
        file.extend(noise);
        survives(&file)?;
    }
}
