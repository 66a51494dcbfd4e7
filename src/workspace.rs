//! The only file that knows the order: files in, snapshot out.
//!
//! A [`Workspace`] keeps what it learnt between two looks at the files; a [`Snapshot`] is one
//! immutable result. `build` and `serve` both render through [`Snapshot::render`].

use crate::check::{Desk, check, secrets};
use crate::config::{self, Config};
use crate::content::{self, Document, Misplaced};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::image;
use crate::newsroom::{Newsroom, State, next_change, state};
use crate::path::{RelPath, UrlPath};
use crate::render::Press;
use crate::routes::{Edition, Media, MediaFile, Route, Routes, What, references};
use crate::source::{CONTENT, Changes, Listing, STATIC, Source, THEMES};
use crate::text;
use crate::theme::{self, Theme, ThemeFile, ThemeFiles};
use jiff::Timestamp;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The one clock reading.
    pub now: Timestamp,
    /// Whether unpublished documents are shown, marked.
    pub preview: bool,
    /// The site's address instead of site.toml's.
    pub base_url: Option<String>,
    /// Whether a file that can't be read any more keeps its last good document, as a live preview
    /// wants it. Its findings stand all the same.
    pub keep_last_good: bool,
}

/// A newsroom's files and what is known of them.
#[derive(Debug)]
pub struct Workspace {
    source: Arc<dyn Source>,
    settings: Settings,
    listing: Listing,
    config: Option<Arc<Config>>,
    config_findings: Vec<Diagnostic>,
    parsed: HashMap<RelPath, Parsed>,
    media: HashMap<RelPath, Arc<MediaFile>>,
    theme: Option<Arc<Theme>>,
    theme_findings: Vec<Diagnostic>,
}

/// What one file of content/ came to.
#[derive(Debug, Default)]
struct Parsed {
    digest: Option<Digest>,
    document: Option<Arc<Document>>,
    findings: Vec<Diagnostic>,
}

/// One immutable state of the newsroom, ready to be rendered.
#[derive(Debug)]
pub struct Snapshot {
    source: Arc<dyn Source>,
    edition: Option<Arc<Edition>>,
    press: Option<Press>,
    diagnostics: Vec<Diagnostic>,
    next_change: Option<Timestamp>,
    secrets: Vec<(String, RelPath)>,
    states: BTreeMap<State, usize>,
}

impl Workspace {
    /// A workspace over a newsroom's files; nothing is read yet.
    pub fn new(source: Arc<dyn Source>, settings: Settings) -> Workspace {
        Workspace {
            source,
            settings,
            listing: Listing::default(),
            config: None,
            config_findings: Vec::new(),
            parsed: HashMap::new(),
            media: HashMap::new(),
            theme: None,
            theme_findings: Vec::new(),
        }
    }

    /// The files.
    pub fn source(&self) -> Arc<dyn Source> {
        self.source.clone()
    }

    /// Sets the clock for the next snapshot.
    pub fn set_now(&mut self, now: Timestamp) {
        self.settings.now = now;
    }

    /// Reads everything. Files whose bytes did not change keep what is known of them.
    pub fn load(&mut self) -> Result<Snapshot, Failure> {
        self.update(&Changes::Everything)
    }

    /// Reads what changed.
    pub fn update(&mut self, changes: &Changes) -> Result<Snapshot, Failure> {
        let site = RelPath::new(config::FILE);
        match changes {
            Changes::Files(files) if !files.contains(&site) && self.config.is_some() => self.update_files(files)?,
            _ => self.update_everything(&site)?,
        }
        self.snapshot()
    }

    fn update_everything(&mut self, site: &RelPath) -> Result<(), Failure> {
        self.listing = self.source.list()?;
        self.media.clear();
        let Some(bytes) = self.source.read(site)? else {
            return Err(Failure::new(text!("tidak ada site.toml di sini", "there is no site.toml here")));
        };
        let (config, findings) = config::read(&bytes, self.settings.base_url.as_deref());
        self.config_findings = findings;
        let known = self.config.as_ref().map(|config| config.digest);
        if config.is_some() || !self.settings.keep_last_good {
            self.config = config.map(Arc::new);
        }
        // A document is parsed in the light of its kind, zone and languages.
        if self.config.as_ref().map(|config| config.digest) != known {
            self.parsed.values_mut().for_each(|parsed| parsed.digest = None);
        }
        self.read_documents(None)?;
        self.read_theme()
    }

    fn update_files(&mut self, files: &BTreeSet<RelPath>) -> Result<(), Failure> {
        let mut appeared = false;
        for file in files {
            let was = self.listing.files.binary_search(file).is_ok();
            let is = self.source.read(file)?.is_some();
            appeared |= was != is;
            self.media.remove(file);
        }
        if appeared {
            self.listing = self.source.list()?;
        }
        self.read_documents(Some(files))?;
        if files.iter().any(|file| file.below(THEMES).is_some()) {
            self.read_theme()?;
        }
        Ok(())
    }

    /// Parses every document, or those among `only`, in parallel.
    fn read_documents(&mut self, only: Option<&BTreeSet<RelPath>>) -> Result<(), Failure> {
        let Some(config) = self.config.clone() else { return Ok(()) };
        let documents = self.listing.files.iter().filter(|file| is_document(file));
        let wanted: Vec<&RelPath> = match only {
            Some(only) => documents.filter(|file| only.contains(*file)).collect(),
            None => documents.collect(),
        };
        let read: Vec<(RelPath, Option<Parsed>)> = wanted
            .into_par_iter()
            .map(|file| {
                let known = self.parsed.get(file);
                Ok((file.clone(), parse(&*self.source, file, known, &config, self.settings.keep_last_good)?))
            })
            .collect::<Result<_, Failure>>()?;
        for (file, parsed) in read {
            if let Some(parsed) = parsed {
                self.parsed.insert(file, parsed);
            }
        }
        let files = &self.listing.files;
        self.parsed.retain(|file, _| files.binary_search(file).is_ok());
        Ok(())
    }

    fn read_theme(&mut self) -> Result<(), Failure> {
        let Some(config) = self.config.clone() else { return Ok(()) };
        self.theme_findings.clear();
        let Some(files) = self.theme_files(&config)? else {
            self.theme = None;
            return Ok(());
        };
        let languages: Vec<&str> = config.languages.iter().map(|language| &*language.code).collect();
        let (theme, findings) = theme::load(files, &languages);
        self.theme_findings.extend(findings);
        if theme.is_some() || !self.settings.keep_last_good {
            self.theme = theme.map(Arc::new);
        }
        Ok(())
    }

    /// The files of the site's theme and of those it extends.
    fn theme_files(&mut self, config: &Config) -> Result<Option<ThemeFiles>, Failure> {
        let mut files = ThemeFiles::default();
        let mut name = config.theme.to_string();
        let mut asked_at = (RelPath::new(config::FILE), config.theme_span);
        let mut seen = BTreeSet::new();
        loop {
            if !seen.insert(name.clone()) {
                self.theme_findings.push(circle(&asked_at.0, asked_at.1, &name));
                return Ok(None);
            }
            let own = self.files_of_theme(&name)?;
            let Some(own) = own.or_else(|| theme::embedded(&name)) else {
                let themes = self.theme_names();
                let finding = Diagnostic::new(
                    Code::MissingTheme,
                    &asked_at.0,
                    asked_at.1,
                    text!("tidak ada tema `{name}` di folder themes/", "there is no theme `{name}` in themes/"),
                );
                self.theme_findings.push(finding.help(match nearest(&name, themes.iter().map(String::as_str)) {
                    Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                    None => text!("tema bawaan bernama \"warta\"", "the theme that comes along is called \"warta\""),
                }));
                return Ok(None);
            };
            let manifest = own.get("theme.toml").cloned();
            files.extend_from(own);
            let Some(manifest) = manifest else { break };
            match theme::manifest(&manifest.path, &manifest.bytes, &mut self.theme_findings) {
                Some((base, span)) => {
                    name = base;
                    asked_at = (manifest.path, span);
                }
                None => break,
            }
        }
        Ok(Some(files))
    }

    fn files_of_theme(&self, name: &str) -> Result<Option<ThemeFiles>, Failure> {
        let folder = RelPath::new(THEMES).join(name);
        let mut files = ThemeFiles::default();
        for path in &self.listing.files {
            let Some(inner) = path.below(folder.as_str()) else { continue };
            if let Some(bytes) = self.source.read(path)? {
                files.put(inner, ThemeFile { path: path.clone(), bytes: bytes.into() });
            }
        }
        Ok((!files.is_empty()).then_some(files))
    }

    fn theme_names(&self) -> BTreeSet<String> {
        let names = self.listing.files.iter().filter_map(|path| path.below(THEMES)?.split('/').next());
        names.chain(["warta"]).map(str::to_owned).collect()
    }

    fn snapshot(&mut self) -> Result<Snapshot, Failure> {
        let mut diagnostics = self.listing.findings.clone();
        diagnostics.extend(self.config_findings.iter().cloned());
        let mut snapshot = Snapshot {
            source: self.source.clone(),
            edition: None,
            press: None,
            diagnostics,
            next_change: None,
            secrets: Vec::new(),
            states: BTreeMap::new(),
        };
        let Some(config) = self.config.clone() else { return Ok(snapshot) };
        let mut files: Vec<&RelPath> = self.parsed.keys().collect();
        files.sort_unstable();
        let mut documents = Vec::with_capacity(files.len());
        for file in files {
            let parsed = &self.parsed[file];
            documents.extend(parsed.document.clone());
            snapshot.diagnostics.extend(parsed.findings.iter().cloned());
        }
        snapshot.diagnostics.extend(self.theme_findings.iter().cloned());
        let now = self.settings.now;
        let newsroom = Newsroom::build(&documents, &config, now, self.settings.preview);
        let media = self.read_media(&documents)?;
        let assets = self.theme.as_ref().map(|theme| theme.assets()).unwrap_or_default();
        let statics: Vec<RelPath> = self.listing.files.iter().filter(|f| f.below(STATIC).is_some()).cloned().collect();
        let routes = Routes::build(&config, &newsroom, &media, &assets, &statics);
        snapshot.diagnostics.extend(routes.findings.iter().cloned());
        let edition = Arc::new(Edition { config, newsroom, media, routes });
        let desk = Desk::new(&documents, &edition, self.theme.as_deref(), &self.listing.files);
        snapshot.diagnostics.extend(check(&desk));
        snapshot.diagnostics.extend(self.coming_collisions(&documents, &edition, &assets, &statics));
        let of_documents = next_change(documents.iter().map(|document| &**document), now);
        let of_lists = [edition.newsroom.next_end(), edition.newsroom.next_stale(&edition.config)];
        snapshot.next_change = of_documents.into_iter().chain(of_lists.into_iter().flatten()).min();
        for document in &documents {
            *snapshot.states.entry(state(document, now)).or_default() += 1;
        }
        if !self.settings.preview {
            snapshot.secrets = secrets(&documents, &edition);
        }
        snapshot.press = self.theme.clone().map(|theme| Press::new(edition.clone(), theme));
        snapshot.edition = Some(edition);
        relax_drafts(&documents, &mut snapshot.diagnostics);
        snapshot.diagnostics.sort();
        snapshot.diagnostics.dedup();
        Ok(snapshot)
    }

    /// Collisions that appear once everything is published: they should be known before an embargo
    /// lifts, not at midnight when nobody is there.
    fn coming_collisions(
        &self,
        documents: &[Arc<Document>],
        edition: &Edition,
        assets: &[(Box<str>, Digest)],
        statics: &[RelPath],
    ) -> Vec<Diagnostic> {
        let published = |document: &Arc<Document>| {
            matches!(state(document, self.settings.now), State::Published | State::Withdrawn)
        };
        if self.settings.preview || documents.iter().all(published) {
            return Vec::new();
        }
        let all = Newsroom::build(documents, &edition.config, self.settings.now, true);
        Routes::build(&edition.config, &all, &edition.media, assets, statics).findings
    }

    /// The files that documents refer to, read in parallel where they are not known yet.
    fn read_media(&mut self, documents: &[Arc<Document>]) -> Result<Media, Failure> {
        let listed = &self.listing.files;
        let mut wanted: BTreeSet<RelPath> = BTreeSet::new();
        for document in documents {
            let paths = references(document).into_iter().filter_map(|reference| reference.path);
            wanted.extend(paths.filter(|path| listed.binary_search(path).is_ok()));
        }
        let unknown: Vec<&RelPath> = wanted.iter().filter(|path| !self.media.contains_key(*path)).collect();
        let read: Vec<(RelPath, Arc<MediaFile>)> = unknown
            .into_par_iter()
            .filter_map(|path| match self.source.read(path) {
                Ok(bytes) => bytes.map(|bytes| Ok((path.clone(), Arc::new(media_file(&bytes))))),
                Err(failure) => Some(Err(failure)),
            })
            .collect::<Result<_, Failure>>()?;
        self.media.extend(read);
        Ok(wanted.into_iter().filter_map(|path| Some((path.clone(), self.media.get(&path)?.clone()))).collect())
    }
}

fn circle(file: &RelPath, span: Span, name: &str) -> Diagnostic {
    let message = text!(
        "tema `{name}` menurunkan dirinya sendiri lewat tema ini",
        "the theme `{name}` extends itself by way of this one"
    );
    Diagnostic::new(Code::InvalidValue, file, span, message).help(text!(
        "hapus baris ini, atau tulis extends = \"warta\"",
        "remove this line, or write extends = \"warta\""
    ))
}

/// What a draft still lacks is a warning: it is being written, and must not hold up the others.
fn relax_drafts(documents: &[Arc<Document>], findings: &mut [Diagnostic]) {
    let drafts: BTreeSet<&RelPath> =
        documents.iter().filter(|d| d.front.status == content::Status::Draft).map(|d| &d.file).collect();
    for finding in findings.iter_mut().filter(|finding| finding.code.is_unfinished() && finding.is_error()) {
        if drafts.contains(&finding.file) {
            finding.severity = Severity::Warning;
        }
    }
}

fn media_file(bytes: &[u8]) -> MediaFile {
    MediaFile { digest: Digest::of(bytes), size: bytes.len() as u64, dimensions: image::probe(bytes) }
}

fn is_document(file: &RelPath) -> bool {
    file.as_str().ends_with(".md") && file.below(CONTENT).is_some()
}

/// Reads one document; none if its bytes are those already known.
fn parse(
    source: &dyn Source,
    file: &RelPath,
    known: Option<&Parsed>,
    config: &Config,
    keep: bool,
) -> Result<Option<Parsed>, Failure> {
    let Some(bytes) = source.read(file)? else { return Ok(Some(Parsed::default())) };
    let digest = Digest::of(&bytes);
    if known.is_some_and(|known| known.digest == Some(digest)) {
        return Ok(None);
    }
    let (document, findings) = match content::identify(file, config) {
        Some(Ok(identity)) => content::parse(file, identity, &bytes, config),
        Some(Err(misplaced)) => (None, vec![misplaced_finding(file, misplaced, config)]),
        None => (None, Vec::new()),
    };
    let last_good = known.and_then(|known| known.document.clone()).filter(|_| keep);
    let complete = |document: &Document| document.is_complete(config.kind(document.identity.kind));
    let document = match (document, last_good) {
        (Some(document), Some(last)) if !complete(&document) && complete(&last) => Some(last),
        (document, last) => document.map(Arc::new).or(last),
    };
    Ok(Some(Parsed { digest: Some(digest), document, findings }))
}

fn misplaced_finding(file: &RelPath, misplaced: Misplaced, config: &Config) -> Diagnostic {
    match misplaced {
        Misplaced::Kind(folder) => {
            let folders = || config.kinds.iter().map(|kind| &*kind.folder).filter(|folder| !folder.is_empty());
            let list = folders().collect::<Vec<_>>().join(", ");
            let help = match nearest(&folder, folders()) {
                Some(near) => text!("mungkin maksudnya content/{near}/?", "did you mean content/{near}/?"),
                None => text!(
                    "folder yang ada: {list}; atau buat jenis baru di site.toml",
                    "the folders: {list}; or declare a kind in site.toml"
                ),
            };
            let message =
                text!("folder `{folder}` bukan jenis dokumen", "the folder `{folder}` is no kind of document");
            Diagnostic::new(Code::UnknownKind, file, 0..0, message).help(help)
        }
        Misplaced::Language(code) => {
            let codes = || config.languages.iter().map(|language| &*language.code);
            let list = codes().collect::<Vec<_>>().join(", ");
            let help = match nearest(&code, codes()) {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!(
                    "bahasa situs ini: {list}; tambahkan `{code}` pada languages di site.toml",
                    "the site's languages: {list}; add `{code}` to languages in site.toml"
                ),
            };
            let message = text!("bahasa `{code}` tidak ada di site.toml", "site.toml has no language `{code}`");
            Diagnostic::new(Code::UnknownLanguage, file, 0..0, message).help(help)
        }
    }
}

impl Snapshot {
    /// Every finding, sorted by file and place.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// What is published and where; none if site.toml can't be used.
    pub fn edition(&self) -> Option<&Arc<Edition>> {
        self.edition.as_ref()
    }

    /// What renders; none if there is no theme to render with.
    pub fn press(&self) -> Option<&Press> {
        self.press.as_ref()
    }

    /// Every route, in a fixed order.
    pub fn routes(&self) -> &[Route] {
        self.edition.as_ref().map_or(&[], |edition| edition.routes.as_slice())
    }

    /// The route at an address.
    pub fn find(&self, url: &UrlPath) -> Option<&Route> {
        self.edition.as_ref()?.routes.find(url)
    }

    /// The next instant at which something appears or vanishes.
    pub fn next_change(&self) -> Option<Timestamp> {
        self.next_change
    }

    /// How many documents stand where in their lives.
    pub fn states(&self) -> &BTreeMap<State, usize> {
        &self.states
    }

    /// Texts that no published byte may hold, with the file each is from.
    pub fn secrets(&self) -> &[(String, RelPath)] {
        &self.secrets
    }

    /// The bytes of a route, or the findings that say why there are none.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, RenderError> {
        let Some(press) = &self.press else { return Err(RenderError::Findings(Vec::new())) };
        match press.render(route).map_err(RenderError::Findings)? {
            Some(bytes) => Ok(bytes),
            None => self.copy(route),
        }
    }

    fn copy(&self, route: &Route) -> Result<Vec<u8>, RenderError> {
        let What::Copy(file) = &route.what else { return Ok(Vec::new()) };
        match self.source.read(file).map_err(RenderError::Failure)? {
            Some(bytes) => Ok(bytes),
            None => Err(RenderError::Findings(vec![Diagnostic::new(
                Code::MissingFile,
                file,
                0..0,
                text!("berkas ini hilang selagi situs dibuat", "this file vanished while the site was made"),
            )])),
        }
    }

    /// The bytes of a file of the newsroom or of its theme, for showing the place of a finding.
    pub fn source_of(&self, file: &RelPath) -> Option<Vec<u8>> {
        if let Ok(Some(bytes)) = self.source.read(file) {
            return Some(bytes);
        }
        let name = file.below(THEMES)?;
        let (theme, inner) = name.split_once('/')?;
        theme::embedded(theme)?.get(inner).map(|file| file.bytes.to_vec())
    }
}

/// Why a route has no bytes.
#[derive(Debug)]
pub enum RenderError {
    /// The site is at fault.
    Findings(Vec<Diagnostic>),
    /// The environment is.
    Failure(Failure),
}
