//! Keeps what was parsed for later runs, beside whatever else this one does.

use super::parse::Parsed;
use crate::cache::Cache;
use crate::content::{Kept, Reading, keep};
use crate::digest::Digest;
use crate::path::RelPath;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// What is to be kept. Whoever drops it waits until it is.
#[derive(Default)]
pub(super) struct Keeping(Mutex<Stage>);

/// How far it has come.
#[derive(Default)]
enum Stage {
    #[default]
    Nothing,
    /// Begun when there is time for it.
    Waiting(Box<dyn FnOnce() + Send>),
    Written(JoinHandle<()>),
}

impl fmt::Debug for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keeping")
    }
}

impl Keeping {
    /// Takes note of what every file came to, unless that is what was kept before.
    pub(super) fn note(&self, cache: &Arc<Cache>, settings: Digest, before: &Kept, parsed: &[(RelPath, Parsed)]) {
        let same = before.len() == parsed.len() && parsed.iter().all(|(_, parsed)| parsed.kept);
        if same || !cache.is_kept() {
            return;
        }
        let readings: Vec<Reading> = parsed.iter().filter_map(reading).collect();
        let cache = cache.clone();
        self.finish();
        *self.stage() = Stage::Waiting(Box::new(move || keep(&cache, &settings, &readings)));
    }

    /// Begins to write.
    pub(super) fn begin(&self) {
        let mut stage = self.stage();
        *stage = match std::mem::take(&mut *stage) {
            Stage::Waiting(write) => Stage::Written(thread::spawn(write)),
            stage => stage,
        };
    }

    /// Waits until everything is written.
    pub(super) fn finish(&self) {
        let stage = std::mem::take(&mut *self.stage());
        match stage {
            Stage::Nothing => {}
            Stage::Waiting(write) => write(),
            // What is not kept is parsed again, so it does not matter how a writer ended.
            Stage::Written(writer) => drop(writer.join()),
        }
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.finish();
    }
}

/// What a file came to; none if it was gone, or if the document is an earlier one.
fn reading((file, parsed): &(RelPath, Parsed)) -> Option<Reading> {
    let digest = parsed.digest?;
    let document = parsed.document.clone();
    let own = document.as_ref().is_none_or(|document| document.version.whole == digest);
    own.then(|| Reading { file: file.clone(), digest, document, findings: parsed.findings.clone() })
}
