//! Everything that a build is made from, as one digest: the files, the program, and what it was asked for.

use super::Settings;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, Digesting};
use crate::failure::Failure;
use crate::fingerprint::FINGERPRINT;
use crate::path::RelPath;
use crate::source::{Listing, Source};
use rayon::prelude::*;
use std::sync::Arc;

/// What was put into a build. The instant is none of it: a build says itself for how long it stands.
#[derive(Clone, Debug)]
pub struct Inputs {
    pub(super) digest: Digest,
    /// Every file with the digest of its bytes, in the order of the listing.
    files: Arc<Vec<(RelPath, Option<Digest>)>>,
    findings: Arc<Vec<Diagnostic>>,
}

impl Inputs {
    pub(super) fn read(source: &dyn Source, settings: &Settings) -> Result<Inputs, Failure> {
        let Listing { files, findings } = source.list()?;
        let read = |path: RelPath| {
            let digest = digest(source, &path);
            (path, digest)
        };
        let files: Vec<(RelPath, Option<Digest>)> = files.into_par_iter().map(read).collect();
        let mut inputs = Digesting::default();
        inputs.text(FINGERPRINT).number(i64::from(settings.preview));
        inputs.text(settings.base_url.as_deref().unwrap_or_default()).text(&format!("{findings:?}"));
        for (path, digest) in &files {
            inputs.text(path.as_str()).text(&digest.map(|digest| digest.to_string()).unwrap_or_default());
        }
        Ok(Inputs { digest: inputs.finish(), files: Arc::new(files), findings: Arc::new(findings) })
    }

    /// The listing that was read.
    pub(super) fn listing(&self) -> Listing {
        let files = self.files.iter().map(|(path, _)| path.clone()).collect();
        Listing { files, findings: self.findings.to_vec() }
    }

    /// The digest that a file had.
    pub(super) fn digest_of(&self, file: &RelPath) -> Option<Digest> {
        let place = self.files.binary_search_by(|(path, _)| path.cmp(file)).ok()?;
        self.files[place].1
    }

    /// Whether these are the files of a listing with the digests that a build has `read`; those that it keeps
    /// no digest of are read once more.
    pub(super) fn are_those(
        &self,
        listing: &Listing,
        read: impl Fn(&RelPath) -> Option<Digest> + Sync,
        source: &dyn Source,
    ) -> bool {
        let same = |(own, (path, digest)): (&RelPath, &(RelPath, Option<Digest>))| {
            own == path && read(path).or_else(|| self::digest(source, path)) == *digest
        };
        listing.files.len() == self.files.len() && listing.files.par_iter().zip(&*self.files).all(same)
    }
}

/// The digest of a file's bytes; none of one that can't be read. Whether that matters, who needs it says.
fn digest(source: &dyn Source, path: &RelPath) -> Option<Digest> {
    source.read(path).ok().flatten().map(|bytes| Digest::of(&bytes))
}
