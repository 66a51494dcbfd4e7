//! Keeps what was parsed for later runs, beside whatever else this one does.

use super::parse::Parsed;
use crate::cache::Cache;
use crate::content::{Kept, Reading, keep};
use crate::digest::Digest;
use crate::path::RelPath;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// A writer that may still be at work. Whoever drops it waits for it.
#[derive(Debug, Default)]
pub(super) struct Keeping(Mutex<Option<JoinHandle<()>>>);

impl Keeping {
    /// Begins to keep what every file came to, unless that is what was kept before.
    pub(super) fn begin(&self, cache: &Arc<Cache>, settings: Digest, before: &Kept, parsed: &[(RelPath, Parsed)]) {
        let same = before.len() == parsed.len() && parsed.iter().all(|(_, parsed)| parsed.kept);
        if same || !cache.is_kept() {
            return;
        }
        let readings: Vec<Reading> = parsed.iter().filter_map(reading).collect();
        let cache = cache.clone();
        let writer = thread::spawn(move || keep(&cache, &settings, &readings));
        let before = self.0.lock().unwrap_or_else(PoisonError::into_inner).replace(writer);
        wait(before);
    }

    /// Waits until everything is written.
    pub(super) fn finish(&self) {
        let writer = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        wait(writer);
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.finish();
    }
}

/// What is not kept is parsed again, so it does not matter how a writer ended.
fn wait(writer: Option<JoinHandle<()>>) {
    if let Some(writer) = writer {
        let _ = writer.join();
    }
}

/// What a file came to; none if it was gone, or if the document is an earlier one.
fn reading((file, parsed): &(RelPath, Parsed)) -> Option<Reading> {
    let digest = parsed.digest?;
    let document = parsed.document.clone();
    let own = document.as_ref().is_none_or(|document| document.version.whole == digest);
    own.then(|| Reading { file: file.clone(), digest, document, findings: parsed.findings.clone() })
}
