//! Keeps what was parsed for later runs, beside whatever else this one does.

use super::parse::Parsed;
use crate::cache::Cache;
use crate::content::{Kept, Reading, keep};
use crate::digest::Digest;
use crate::path::RelPath;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// What is being kept. Whoever drops it waits until it is.
#[derive(Debug, Default)]
pub(super) struct Keeping(Mutex<Option<JoinHandle<()>>>);

impl Keeping {
    /// Begins to write what every file came to, unless that is what was kept before.
    pub(super) fn begin(&self, cache: &Arc<Cache>, settings: Digest, before: &Kept, parsed: &[(RelPath, Parsed)]) {
        let same = before.len() == parsed.len() && parsed.iter().all(|(_, parsed)| parsed.kept);
        if same || !cache.is_kept() {
            return;
        }
        let readings: Vec<Reading> = parsed.iter().filter_map(reading).collect();
        let cache = cache.clone();
        self.finish();
        *self.writer() = Some(thread::spawn(move || keep(&cache, &settings, &readings)));
    }

    /// Waits until everything is written.
    pub(super) fn finish(&self) {
        if let Some(writer) = self.writer().take() {
            // What is not kept is parsed again, so it does not matter how a writer ended.
            drop(writer.join());
        }
    }

    fn writer(&self) -> MutexGuard<'_, Option<JoinHandle<()>>> {
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
