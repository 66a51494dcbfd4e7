//! The only file that knows the order: files in, snapshot out.
//!
//! A [`Workspace`] keeps what it learnt between two looks at the files; a [`Snapshot`] is one
//! immutable result. `build` and `serve` both render through [`Snapshot::render`].

mod inputs;
mod keeping;
mod latest;
mod parse;
mod settling;
mod snapshot;
mod themes;

pub use snapshot::{RenderError, Snapshot};

use inputs::Inputs;
use keeping::Keeping;
use latest::Latest;
use parse::{Parsed, Reader, is_document};
use themes::Loaded;

use crate::cache::{Cache, Overflow};
use crate::catalogue::Catalogue;
use crate::check::{self, Desk, next_notice, secrets};
use crate::config::{self, Config};
use crate::content::{self, Document, Kept, Texts};
use crate::darkroom::Darkroom;
use crate::diagnostic::{Diagnostic, Severity, thin_out};
use crate::digest::{Digest, Digesting};
use crate::failure::Failure;
use crate::fingerprint::FINGERPRINT;
use crate::image::{self, Format};
use crate::newsroom::{Newsroom, State, next_change, state};
use crate::path::RelPath;
use crate::render::Press;
use crate::routes::{Edition, Media, MediaFile, Offers, Routes, references};
use crate::source::{Changes, Listing, STATIC, Source, THEMES};
use crate::text;
use crate::theme::Theme;
use jiff::Timestamp;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

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
    parsed: FxHashMap<RelPath, Parsed>,
    media: HashMap<RelPath, Arc<MediaFile>>,
    others: HashMap<RelPath, Digest>,
    /// The files as they were when somebody asked for [`Workspace::settled`], for the load after that.
    looked_at: Option<Inputs>,
    /// The digests of settings and themes as they were read.
    of_settings: BTreeMap<RelPath, Digest>,
    cache: Arc<Cache>,
    darkroom: Arc<Darkroom>,
    catalogue: Arc<Catalogue>,
    keeping: Arc<Keeping>,
    aside: Arc<Overflow>,
    /// What the snapshot before was made from, as long as nothing but documents has changed since.
    latest: Option<Latest>,
    theme: Option<Arc<Theme>>,
    theme_findings: Vec<Diagnostic>,
    /// Whether a site will be built of it.
    builds: bool,
}

impl Workspace {
    /// A workspace over a newsroom's files that keeps nothing for later runs; nothing is read yet.
    pub fn new(source: Arc<dyn Source>, settings: Settings) -> Workspace {
        Workspace::with_cache(source, settings, Cache::none())
    }

    /// A workspace over a newsroom's files; nothing is read yet.
    pub fn with_cache(source: Arc<dyn Source>, settings: Settings, cache: Cache) -> Workspace {
        let cache = Arc::new(cache);
        Workspace {
            aside: Arc::new(cache.overflow()),
            keeping: Arc::default(),
            latest: None,
            darkroom: Arc::new(Darkroom::new(source.clone(), cache.clone())),
            catalogue: Arc::new(Catalogue::new(cache.clone())),
            cache,
            others: HashMap::new(),
            looked_at: None,
            of_settings: BTreeMap::new(),
            source,
            settings,
            listing: Listing::default(),
            config: None,
            config_findings: Vec::new(),
            parsed: FxHashMap::default(),
            media: HashMap::new(),
            theme: None,
            theme_findings: Vec::new(),
            builds: false,
        }
    }

    /// The files.
    pub fn source(&self) -> Arc<dyn Source> {
        self.source.clone()
    }

    /// What is kept for later runs.
    pub fn cache(&self) -> Arc<Cache> {
        self.cache.clone()
    }

    /// Sets the clock for the next snapshot.
    pub fn set_now(&mut self, now: Timestamp) {
        if self.settings.now != now {
            self.settings.now = now;
            self.latest = None;
        }
    }

    /// A snapshot of nothing, for showing places in the newsroom's files.
    pub fn blank(&self) -> Snapshot {
        self.unfinished()
    }

    /// Reads everything. Files whose bytes did not change keep what is known of them.
    pub fn load(&mut self) -> Result<Snapshot, Failure> {
        self.update(&Changes::Everything)
    }

    /// The same for a build. A part of the search index is much work for one thread, so it is begun as soon as
    /// what it is about is known, beside the checks and the pages.
    pub fn load_to_build(&mut self) -> Result<Snapshot, Failure> {
        self.builds = true;
        self.load()
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
        self.latest = None;
        let looked_at = self.looked_at.take();
        self.listing = match &looked_at {
            Some(inputs) => inputs.listing(),
            None => self.source.list()?,
        };
        self.media.clear();
        self.others.clear();
        let Some(bytes) = self.source.read(site)? else {
            return Err(Failure::new(text!("tidak ada site.toml di sini", "there is no site.toml here")));
        };
        self.of_settings = BTreeMap::from([(site.clone(), Digest::of(&bytes))]);
        let (config, findings) = config::read(&bytes, self.settings.base_url.as_deref());
        self.config_findings = findings;
        let known = self.config.as_ref().map(|config| config.digest);
        let sound = config.as_ref().is_some_and(|config| !config.provisional);
        if sound || self.config.is_none() || !self.settings.keep_last_good {
            self.config = config.map(Arc::new);
        }
        // A document is parsed in the light of its kind, zone and languages.
        if self.config.as_ref().map(|config| config.digest) != known {
            self.parsed.values_mut().for_each(|parsed| parsed.digest = None);
        }
        let settings = self.config.as_ref().filter(|_| self.parsed.is_empty()).map(|config| config.digest);
        let (documents, theme) = rayon::join(
            || -> Result<_, Failure> {
                let kept = settings.map(|settings| Kept::read(&self.cache, &settings)).unwrap_or_default();
                let documents = self.parse_documents(None, &kept, looked_at.as_ref())?;
                if let Some(settings) = settings {
                    self.keeping.begin(&self.cache, settings, &kept, &documents);
                }
                Ok(documents)
            },
            || self.load_theme(),
        );
        self.keep_documents(documents?);
        self.keep_theme(theme?);
        Ok(())
    }

    fn update_files(&mut self, files: &BTreeSet<RelPath>) -> Result<(), Failure> {
        let mut appeared = false;
        for file in files {
            let was = self.listing.files.binary_search(file).is_ok();
            let is = self.source.read(file)?.is_some();
            appeared |= was != is;
            // What is no document may be a picture, a file to download or a part of the theme.
            self.others.remove(file);
            if self.media.remove(file).is_some() || !is_document(file) {
                self.latest = None;
            }
        }
        if appeared {
            self.latest = None;
            self.listing = self.source.list()?;
        }
        let documents = self.parse_documents(Some(files), &Kept::default(), None)?;
        self.keep_documents(documents);
        if files.iter().any(|file| file.below(THEMES).is_some()) {
            let theme = self.load_theme()?;
            self.keep_theme(theme);
        }
        Ok(())
    }

    /// Parses every document, or those among `only`, in parallel; none where the bytes are known.
    fn parse_documents(
        &self,
        only: Option<&BTreeSet<RelPath>>,
        kept: &Kept,
        looked_at: Option<&Inputs>,
    ) -> Result<Vec<(RelPath, Parsed)>, Failure> {
        let Some(config) = &self.config else { return Ok(Vec::new()) };
        let documents = self.listing.files.iter().filter(|file| is_document(file));
        let wanted: Vec<&RelPath> = match only {
            Some(only) => documents.filter(|file| only.contains(*file)).collect(),
            None => documents.collect(),
        };
        let keep_last_good = self.settings.keep_last_good;
        let reader = Reader { source: &*self.source, aside: &self.aside, config, kept, looked_at, keep_last_good };
        wanted
            .into_par_iter()
            .filter_map(|file| {
                let parsed = reader.read(file, self.parsed.get(file));
                Some(parsed.transpose()?.map(|parsed| (file.clone(), parsed)))
            })
            .collect()
    }

    fn keep_documents(&mut self, parsed: Vec<(RelPath, Parsed)>) {
        let files = &self.listing.files;
        self.parsed.retain(|file, _| files.binary_search(file).is_ok());
        self.parsed.extend(parsed);
    }

    fn load_theme(&self) -> Result<Loaded, Failure> {
        let Some(config) = &self.config else { return Ok(Loaded::default()) };
        themes::load(config, &*self.source, &self.listing.files)
    }

    fn keep_theme(&mut self, Loaded { theme, findings, read }: Loaded) {
        self.theme_findings = findings;
        self.of_settings.retain(|file, _| file.as_str() == config::FILE);
        self.of_settings.extend(read);
        if theme.is_some() || !self.settings.keep_last_good {
            self.theme = theme.map(Arc::new);
        }
    }

    fn unfinished(&self) -> Snapshot {
        Snapshot {
            source: self.source.clone(),
            darkroom: self.darkroom.clone(),
            catalogue: self.catalogue.clone(),
            documents: Vec::new(),
            edition: None,
            press: None,
            diagnostics: Vec::new(),
            until: None,
            next_change: None,
            secrets: Vec::new(),
            states: BTreeMap::new(),
            keeping: self.keeping.clone(),
            cache: self.cache.clone(),
            guard: self.guard(),
        }
    }

    fn snapshot(&mut self) -> Result<Snapshot, Failure> {
        let mut snapshot = self.unfinished();
        snapshot.diagnostics = self.listing.findings.clone();
        snapshot.diagnostics.extend(self.config_findings.iter().cloned());
        let Some(config) = self.config.clone() else {
            snapshot.diagnostics.sort();
            snapshot.diagnostics = thin_out(snapshot.diagnostics);
            return Ok(snapshot);
        };
        let mut documents = Vec::with_capacity(self.parsed.len());
        for parsed in self.listing.files.iter().filter_map(|file| self.parsed.get(file)) {
            documents.extend(parsed.document.clone());
            snapshot.diagnostics.extend(parsed.findings.iter().cloned());
        }
        snapshot.diagnostics.extend(self.theme_findings.iter().cloned());
        let now = self.settings.now;
        let known = self.latest.take().and_then(|latest| Some((latest.with_texts_of(&documents)?, latest)));
        let (edition, latest) = match known {
            Some((edition, latest)) => (Arc::new(edition), Some(latest)),
            None => (Arc::new(self.new_edition(config, &documents)?), None),
        };
        if self.builds {
            self.catalogue.begin(edition.clone());
        }
        snapshot.diagnostics.extend(edition.routes.findings.iter().cloned());
        let desk = Desk::new(&documents, &edition, self.theme.as_deref(), &self.listing.files);
        let findings = match &latest {
            Some(latest) => check::each(&desk, latest.findings_beside(&documents)),
            None => check::each(&desk, |_| None),
        };
        snapshot.diagnostics.extend(findings.iter().flat_map(|findings| &**findings).cloned());
        snapshot.diagnostics.extend(check::together(&desk));
        self.latest = Some(Latest { documents: documents.clone(), edition: edition.clone(), findings });
        snapshot.diagnostics.extend(self.coming_collisions(&documents, &edition));
        let of_documents = documents.iter().map(|document| &**document);
        let of_documents = next_change(of_documents, now, &edition.config, self.settings.preview);
        let of_news = edition.newsroom.next_stale(&edition.config);
        let of_contact = edition.config.security.as_ref().filter(|known| known.holds_at(now));
        let of_contact = of_contact.map(|known| known.expires.value.instant);
        snapshot.next_change = of_documents.into_iter().chain(of_news).chain(of_contact).min();
        snapshot.until = snapshot.next_change.into_iter().chain(next_notice(&edition.config, now)).min();
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
        snapshot.diagnostics = thin_out(snapshot.diagnostics);
        snapshot.documents = documents;
        Ok(snapshot)
    }

    fn new_edition(&mut self, config: Arc<Config>, documents: &[Arc<Document>]) -> Result<Edition, Failure> {
        let newsroom = Newsroom::build(documents, &config, self.settings.now, self.settings.preview);
        let media = self.read_media(documents)?;
        let routes = self.new_routes(&config, &newsroom, &media);
        let texts = Texts::new(self.aside.clone(), self.source.clone(), config.clone());
        Ok(Edition::new(config, newsroom, Arc::new(media), Arc::new(routes), Arc::new(texts)))
    }

    fn new_routes(&self, config: &Config, newsroom: &Newsroom, media: &Media) -> Routes {
        let assets = self.theme.as_ref().map(|theme| theme.assets()).unwrap_or_default();
        let statics: Vec<RelPath> = self.listing.files.iter().filter(|f| f.below(STATIC).is_some()).cloned().collect();
        Routes::build(config, newsroom, media, &assets, &statics, self.offers())
    }

    /// Collisions that appear once everything is published: they should be known before an embargo
    /// lifts, not at midnight when nobody is there.
    fn coming_collisions(&self, documents: &[Arc<Document>], edition: &Edition) -> Vec<Diagnostic> {
        let published = |document: &Arc<Document>| {
            matches!(state(document, self.settings.now), State::Published | State::Withdrawn)
        };
        if self.settings.preview || documents.iter().all(published) {
            return Vec::new();
        }
        let all = Newsroom::build(documents, &edition.config, self.settings.now, true);
        self.new_routes(&edition.config, &all, &edition.media).findings
    }

    /// What the theme has beyond what every theme has. Without a theme nothing is made, and what a link
    /// leads to may well be there once it is found.
    fn offers(&self) -> Offers {
        let unknown = Offers { shares: false, media_page: true };
        self.theme.as_ref().map_or(unknown, |theme| Press::offers(theme))
    }

    /// The files that documents refer to and the pictures in static/, read in parallel where they
    /// are not known yet.
    fn read_media(&mut self, documents: &[Arc<Document>]) -> Result<Media, Failure> {
        let listed = &self.listing.files;
        let named = documents.par_iter().flat_map_iter(|document| references(document)).filter_map(|one| one.path);
        let mut wanted: BTreeSet<RelPath> = named.filter(|path| listed.binary_search(path).is_ok()).collect();
        wanted.extend(listed.iter().filter(|path| path.below(STATIC).is_some() && is_named_picture(path)).cloned());
        let unknown: Vec<&RelPath> = wanted.iter().filter(|path| !self.media.contains_key(*path)).collect();
        let read: Vec<(RelPath, Arc<MediaFile>)> = unknown
            .into_par_iter()
            .filter_map(|path| match self.source.read(path) {
                Ok(bytes) => bytes.map(|bytes| Ok((path.clone(), Arc::new(self.media_file(&bytes))))),
                Err(failure) => Some(Err(failure)),
            })
            .collect::<Result<_, Failure>>()?;
        self.media.extend(read);
        let others = self.digest_others(&wanted)?;
        let media = wanted.into_iter().filter_map(|path| Some((path.clone(), self.media.get(&path)?.clone())));
        Ok(media.collect::<Media>().with(others))
    }

    /// The digests of the files of static/ that nobody looks into.
    fn digest_others(&mut self, looked_into: &BTreeSet<RelPath>) -> Result<BTreeMap<RelPath, Digest>, Failure> {
        let copied = |path: &&RelPath| path.below(STATIC).is_some() && !looked_into.contains(*path);
        let copied: Vec<RelPath> = self.listing.files.iter().filter(copied).cloned().collect();
        let unknown: Vec<&RelPath> = copied.iter().filter(|path| !self.others.contains_key(*path)).collect();
        let read = |path: &RelPath| -> Result<Option<(RelPath, Digest)>, Failure> {
            Ok(self.source.read(path)?.map(|bytes| (path.clone(), Digest::of(&bytes))))
        };
        let found: Vec<Option<(RelPath, Digest)>> = unknown.into_par_iter().map(read).collect::<Result<_, _>>()?;
        self.others.extend(found.into_iter().flatten());
        Ok(copied.into_iter().filter_map(|path| Some((path.clone(), *self.others.get(&path)?))).collect())
    }

    /// The digest of what no question of a page is about, and what therefore changes all of them.
    fn guard(&self) -> Option<Digest> {
        let (config, theme) = (self.config.as_ref()?, self.theme.as_ref()?);
        let mut guard = Digesting::default();
        guard.text(FINGERPRINT).digest(&config.digest).digest(&theme.digest());
        guard.text(self.settings.base_url.as_deref().unwrap_or_default()).number(i64::from(self.settings.preview));
        Some(guard.finish())
    }

    fn media_file(&self, bytes: &[u8]) -> MediaFile {
        let picture = image::inspect(bytes);
        let file = MediaFile {
            digest: Digest::of(bytes),
            size: bytes.len() as u64,
            risk: image::check_svg(bytes).err().filter(|_| matches!(&picture, Ok(one) if one.format == Format::Svg)),
            picture,
            tone: OnceLock::new(),
        };
        if file.picture.is_ok() {
            self.darkroom.recall(&file);
        }
        file
    }
}

/// Whether a file's name says that it is a picture with metadata.
fn is_named_picture(path: &RelPath) -> bool {
    const EXTENSIONS: [&str; 9] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "tif", "tiff"];
    path.extension().is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
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
