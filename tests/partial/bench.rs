//! Builds of a newsroom in memory into a real folder with a real cache, and from nothing.

use crate::cli::tree;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use warta::cache::Cache;
use warta::diagnostic::Diagnostic;
use warta::publish::{Built, Output, Stopped, publish};
use warta::records::Settled;
use warta::source::{Memory, Source};
use warta::workspace::{Settings, Snapshot, Workspace};

/// A newsroom with the folder into which it is built again and again.
pub struct Bench {
    pub files: Arc<Memory>,
    pub now: String,
    folder: TempDir,
}

/// What a build came to.
#[derive(Debug)]
pub struct Made {
    /// Everything that was found, sorted.
    pub findings: Vec<Diagnostic>,
    /// What was published, if anything was.
    pub built: Option<Built>,
}

impl Made {
    /// The one finding that stopped the build.
    pub fn only_error(&self) -> &Diagnostic {
        let errors: Vec<&Diagnostic> = self.findings.iter().filter(|finding| finding.is_error()).collect();
        let [error] = errors[..] else { panic!("{errors:#?}") };
        error
    }

    /// The addresses that were rendered, sorted.
    pub fn rendered(&self) -> Vec<&str> {
        let built = self.built.as_ref().unwrap_or_else(|| panic!("{:#?}", self.findings));
        built.rendered.iter().map(|(url, _)| url.as_str()).collect()
    }
}

impl Bench {
    pub fn new(now: &str) -> Bench {
        Bench { files: Arc::default(), now: now.to_owned(), folder: tempfile::tempdir().unwrap() }
    }

    /// Where everything lies that is written.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// What earlier builds have kept.
    pub fn kept(&self) -> Cache {
        Cache::of(self.root())
    }

    /// Where the site is published.
    pub fn output(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    /// Where is kept what builds learn.
    pub fn cache(&self) -> PathBuf {
        self.folder.path().join(warta::cache::FOLDER)
    }

    /// The newsroom as a run of the program sees it.
    pub fn look(&self, cache: Cache) -> Snapshot {
        let now = self.now.parse().unwrap();
        let settings = Settings { now, preview: false, base_url: None, keep_last_good: false };
        Workspace::with_cache(self.files.clone(), settings, cache).load().unwrap()
    }

    /// One run of the program after another.
    pub fn build(&self) -> Made {
        self.build_into(&self.output())
    }

    /// The same into another folder.
    pub fn build_into(&self, output: &Path) -> Made {
        make(&self.look(self.kept()), None, output)
    }

    /// One run of the program that reads the newsroom from a source of its own, and keeps what came of it for a
    /// run of which nothing has changed; such a run makes nothing.
    pub fn settle_from(&self, source: Arc<dyn Source>) {
        let now: Timestamp = self.now.parse().unwrap();
        let settings = Settings { now, preview: false, base_url: None, keep_last_good: false };
        let mut workspace = Workspace::with_cache(source, settings, self.kept());
        if workspace.settled(&self.output()).unwrap().is_some() {
            return;
        }
        let made = make(&workspace.load_to_build().unwrap(), None, &self.output());
        if let Some(inventory) = made.built.and_then(|built| built.inventory) {
            let (from, findings) = (now, made.findings);
            let settled = Settled { from, until: None, findings, numbers: Vec::new(), words: Vec::new(), inventory };
            workspace.settle(&self.output(), &settled);
        }
    }

    /// A run that verifies what it takes over.
    pub fn verify(&self) -> Made {
        let second = self.look(Cache::none());
        second.develop(true, &|| ()).unwrap();
        make(&self.look(self.kept()), Some(&second), &self.output())
    }

    /// What comes of nothing, with every file of it.
    pub fn cold(&self) -> (Made, BTreeMap<String, Vec<u8>>) {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        let made = make(&self.look(Cache::none()), None, &output);
        (made, tree(&output))
    }

    /// Every published file.
    pub fn published(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.output())
    }
}

fn make(snapshot: &Snapshot, second: Option<&Snapshot>, output: &Path) -> Made {
    let mut findings = snapshot.diagnostics().to_vec();
    findings.extend(snapshot.develop(!snapshot.has_errors(), &|| ()).unwrap());
    let mut built = None;
    if !findings.iter().any(Diagnostic::is_error) {
        match publish(snapshot, second, Output::open(snapshot.cache(), output).unwrap(), &|| ()) {
            Ok(done) => {
                snapshot.tidy();
                built = Some(done);
            }
            Err(Stopped::Findings(more)) => findings.extend(more),
            Err(Stopped::Failure(failure)) => panic!("{failure}"),
        }
    }
    findings.sort();
    findings.dedup();
    Made { findings, built }
}
