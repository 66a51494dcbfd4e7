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

/// How many files are told in one digest.
const SOME: usize = 256;

/// What was put into a build. The instant is none of it: a build says itself for how long it stands.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    pub(super) digest: Digest,
    /// Every file with the digest of its bytes, in the order of the listing.
    files: Arc<Vec<(RelPath, Option<Digest>)>>,
    findings: Arc<Vec<Diagnostic>>,
}

impl Inputs {
    /// Reads every file.
    pub(super) fn read(source: &dyn Source, settings: &Settings) -> Result<Inputs, Failure> {
        Ok(Inputs::new(source.list()?, settings, |path| digest(source, path)))
    }

    /// The files of a listing as a build has `read` them; what it has kept no digest of took no part in it, and is
    /// read now.
    pub(super) fn as_read(
        listing: &Listing,
        settings: &Settings,
        read: impl Fn(&RelPath) -> Option<Digest> + Sync,
        source: &dyn Source,
    ) -> Inputs {
        Inputs::new(listing.clone(), settings, |path| read(path).or_else(|| digest(source, path)))
    }

    fn new(listing: Listing, settings: &Settings, digest: impl Fn(&RelPath) -> Option<Digest> + Sync) -> Inputs {
        let Listing { files, findings } = listing;
        let read = |path: RelPath| {
            let digest = digest(&path);
            (path, digest)
        };
        let files: Vec<(RelPath, Option<Digest>)> = files.into_par_iter().map(read).collect();
        let tell = |some: &[(RelPath, Option<Digest>)]| {
            let mut told = Digesting::default();
            for (path, digest) in some {
                told.text(path.as_str()).number(digest.is_some().into()).digest(&digest.unwrap_or_default());
            }
            told.finish()
        };
        let told: Vec<Digest> = files.par_chunks(SOME).map(tell).collect();
        let mut inputs = Digesting::default();
        inputs.text(FINGERPRINT).number(i64::from(settings.preview));
        inputs.text(settings.base_url.as_deref().unwrap_or_default()).text(&format!("{findings:?}"));
        told.iter().for_each(|one| {
            inputs.digest(one);
        });
        Inputs { digest: inputs.finish(), files: Arc::new(files), findings: Arc::new(findings) }
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
}

/// The digest of a file's bytes; none of one that can't be read. Whether that matters, who needs it says.
fn digest(source: &dyn Source, path: &RelPath) -> Option<Digest> {
    source.read(path).ok().flatten().map(|bytes| Digest::of(&bytes))
}
