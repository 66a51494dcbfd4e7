//! One state of the newsroom, ready to be rendered.

use super::keeping::Keeping;
use super::relax_drafts;
use crate::cache::Cache;
use crate::catalogue::Catalogue;
use crate::check::unreadable;
use crate::content::Document;
use crate::darkroom::{self, Darkroom, Undeveloped};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::image::{self, Unreadable, Unscrubbable};
use crate::newsroom::{DocId, State};
use crate::output::Inventory;
use crate::path::{RelPath, UrlPath};
use crate::reads;
use crate::records::{self, Records};
use crate::render::{Press, Rendered};
use crate::routes::{Edition, Route, SearchFile, What, references};
use crate::source::{Source, THEMES, vanished};
use crate::text;
use crate::theme;
use jiff::Timestamp;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One immutable state of the newsroom, ready to be rendered.
#[derive(Debug)]
pub struct Snapshot {
    pub(super) source: Arc<dyn Source>,
    pub(super) darkroom: Arc<Darkroom>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) edition: Option<Arc<Edition>>,
    pub(super) press: Option<Press>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) next_change: Option<Timestamp>,
    /// From when on anything may come out otherwise, be it no more than a finding.
    pub(super) until: Option<Timestamp>,
    pub(super) secrets: Vec<(String, RelPath)>,
    pub(super) states: BTreeMap<State, usize>,
    pub(super) keeping: Arc<Keeping>,
    pub(super) cache: Arc<Cache>,
    /// The digest of what no question is about: settings, theme and program.
    pub(super) guard: Option<Digest>,
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

    /// Every document, unpublished ones too, by file.
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
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

    /// From when on anything may come out otherwise: what appears or vanishes, and what is found.
    pub fn until(&self) -> Option<Timestamp> {
        self.until
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
        self.made(route).map(|rendered| rendered.made)
    }

    /// The same with what was asked for them.
    pub fn made(&self, route: &Route) -> Result<Rendered<Vec<u8>>, RenderError> {
        let Some(press) = &self.press else { return Err(RenderError::Findings(Vec::new())) };
        let Rendered { made, reads } = press.render(route).map_err(RenderError::Findings)?;
        if let Some(made) = made {
            return Ok(Rendered { made, reads });
        }
        let (made, reads) = reads::recorded(press.ledger(), || self.file(route));
        // The address itself tells what such a file was made from.
        let told = matches!(route.what, What::Rendition(_) | What::Search(_))
            && !matches!(route.what, What::Search(SearchFile::Entry(_)));
        Ok(Rendered { made: made?, reads: if told { Box::default() } else { reads } })
    }

    /// What the build before made for an output folder, if settings, theme and program are the same.
    pub fn records(&self, output: &Path) -> Option<Records> {
        let (records, _) = Records::load(&self.cache, &self.cache.place(output))?;
        Some(records).filter(|records| self.can_use(records))
    }

    /// Whether settings, theme and program are those of some records.
    pub fn can_use(&self, records: &Records) -> bool {
        self.guard.is_some_and(|guard| records.hold_for(&guard))
    }

    /// What is kept for later runs.
    pub fn cache(&self) -> &Cache {
        &self.cache
    }

    /// How many bytes are kept for later runs.
    pub fn cached(&self) -> u64 {
        self.cache.size()
    }

    /// Whether what a build made is kept for the next.
    pub fn keeps_records(&self) -> bool {
        self.guard.is_some() && self.cache.is_kept()
    }

    /// Keeps what a build has made and taken over for an output folder, and tells the digest.
    pub fn keep_records(&self, output: &Path, records: Records) -> Option<Digest> {
        records.save(&self.cache, &self.cache.place(output), self.guard?)
    }

    /// Keeps how an output folder was left by the build of some records, and tells the digest.
    pub fn keep_inventory(&self, output: &Path, inventory: &Inventory, records: &Digest) -> Option<Digest> {
        records::keep_inventory(&self.cache, &self.cache.place(output), inventory, records)
    }

    /// The bytes of a route that is no page: a file of the newsroom or a size of a picture.
    fn file(&self, route: &Route) -> Result<Vec<u8>, RenderError> {
        match (&route.what, &self.edition) {
            (What::Copy(file), _) => self.copy(file),
            (What::Rendition(number), Some(edition)) => {
                let Some(making) = edition.routes.pictures().making(*number) else { return Ok(Vec::new()) };
                self.darkroom.rendition(edition, making).map_err(|why| self.undeveloped(why, &making.source))
            }
            (What::Share(id), Some(edition)) => {
                let Some(svg) = self.drawing(*id)? else { return Ok(Vec::new()) };
                let document = &edition.newsroom.entry(*id).document;
                let photo = edition.routes.share_photo(document).and_then(|n| edition.routes.pictures().making(n));
                let place = photo.map_or(&document.file, |making| &making.source);
                self.darkroom.share(edition, &svg, photo).map_err(|why| self.undeveloped(why, place))
            }
            (What::Search(file), Some(edition)) => self.catalogue.file(edition, *file).map_err(RenderError::Failure),
            _ => Ok(Vec::new()),
        }
    }

    /// What a build would find at a route, as far as no pixel and no index is made for it.
    pub fn rehearse(&self, route: &Route) -> Result<Vec<u8>, RenderError> {
        match &route.what {
            What::Rendition(_) | What::Search(_) => Ok(Vec::new()),
            What::Share(id) => Ok(self.drawing(*id)?.unwrap_or_default().into_bytes()),
            _ => self.render(route),
        }
    }

    fn drawing(&self, id: DocId) -> Result<Option<String>, RenderError> {
        let Some(press) = &self.press else { return Ok(None) };
        let Rendered { made, reads } = press.share(id).map_err(RenderError::Findings)?;
        reads::also(&reads);
        Ok(made)
    }

    fn undeveloped(&self, why: Undeveloped, file: &RelPath) -> RenderError {
        match why {
            Undeveloped::Failure(failure) => RenderError::Failure(failure),
            Undeveloped::Changed => RenderError::Findings(vec![vanished(file)]),
            Undeveloped::Unreadable(why) => RenderError::Findings(self.shown_at(file, why)),
            Undeveloped::Drawing(fault) => RenderError::Findings(vec![
                Diagnostic::new(Code::TemplateRender, file, 0..0, fault.text())
                    .help(text!("perbaiki templates/share.svg di tema", "mend the theme's templates/share.svg")),
            ]),
        }
    }

    fn copy(&self, file: &RelPath) -> Result<Vec<u8>, RenderError> {
        let bytes = self.source.read(file).map_err(RenderError::Failure)?;
        let known = self.edition.as_ref().and_then(|edition| edition.media.digest(file));
        let bytes = bytes.filter(|bytes| known.is_none_or(|known| Digest::of(bytes) == known));
        let bytes = bytes.ok_or_else(|| RenderError::Findings(vec![vanished(file)]))?;
        match image::scrub(&bytes) {
            Ok(Cow::Owned(clean)) => Ok(clean),
            Ok(Cow::Borrowed(_)) => Ok(bytes),
            Err(why) => Err(RenderError::Findings(vec![unscrubbable(file, why)])),
        }
    }

    /// Opens every picture, and with `sizes` makes what is still to be made of each. `done` is told of
    /// every picture. The findings are about pictures that can't be shown after all.
    pub fn develop(&self, sizes: bool, done: &(dyn Fn() + Sync)) -> Result<Vec<Diagnostic>, Failure> {
        let Some(edition) = &self.edition else { return Ok(Vec::new()) };
        let faults = self.darkroom.develop(edition, sizes, done)?;
        if sizes && faults.is_empty() {
            self.weigh(edition);
        }
        Ok(faults.iter().flat_map(|(path, why)| self.shown_at(path, *why)).collect())
    }

    /// Measures the photos that feeds name, by the very bytes that are published. One that can't be made
    /// is told when it is.
    fn weigh(&self, edition: &Edition) {
        let photos: Vec<UrlPath> = self.press.iter().flat_map(Press::feed_photos).collect();
        let size = |url: UrlPath| {
            let bytes = self.file(edition.routes.find(&url)?).ok()?;
            Some((url, bytes.len() as u64))
        };
        edition.keep_sizes(photos.into_par_iter().filter_map(size).collect());
    }

    /// Makes what is still to be made of the search index, or waits for it.
    pub fn index(&self) -> Result<(), Failure> {
        self.edition.as_ref().map_or(Ok(()), |edition| self.catalogue.develop(edition))
    }

    /// What is left to do once all is made: lets go of the search index.
    pub fn wind_up(&self) {
        self.catalogue.release();
    }

    /// How many pictures there are to be opened.
    pub fn pictures(&self) -> usize {
        self.edition.as_ref().map_or(0, |edition| darkroom::pictures(edition).count())
    }

    /// How many files were made of pictures, and how many were there from earlier runs.
    pub fn developed(&self) -> (usize, usize) {
        self.darkroom.counts()
    }

    /// How many parts of the search index were made, and how many were there from earlier runs.
    pub fn indexed(&self) -> (usize, usize) {
        self.catalogue.counts()
    }

    /// Drops what earlier runs kept and nothing in the newsroom needs any more, once everything is kept
    /// that later runs may need.
    pub fn tidy(&self) {
        self.keeping.finish();
        if let Some(edition) = &self.edition {
            self.darkroom.tidy(&edition.media);
            self.catalogue.tidy(edition);
        }
    }

    /// A finding at each place that shows a picture.
    fn shown_at(&self, path: &RelPath, why: Unreadable) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for document in &self.documents {
            let shown = references(document).into_iter().filter(|one| one.picture && one.path.as_ref() == Some(path));
            findings.extend(shown.map(|reference| unreadable(document, reference.span, path, why)));
        }
        relax_drafts(&self.documents, &mut findings);
        findings
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

fn unscrubbable(file: &RelPath, why: Unscrubbable) -> Diagnostic {
    let (message, help) = match why {
        Unscrubbable::Damaged => (
            text!(
                "berkas ini rusak, sehingga lokasi dan data pribadi di dalamnya tidak dapat dihapus",
                "this file is damaged, so that location and personal data in it can't be removed"
            ),
            text!("buka lalu simpan ulang dengan program gambar", "open it and save it again with a picture program"),
        ),
        Unscrubbable::Unsupported => (
            text!(
                "lokasi dan data pribadi dalam berkas jenis ini tidak dapat dihapus",
                "location and personal data can't be removed from files of this kind"
            ),
            text!(
                "ekspor sebagai .jpg, .png, atau .pdf, lalu pakai berkas itu",
                "export it as .jpg, .png or .pdf and use that file"
            ),
        ),
        Unscrubbable::Signed => (
            text!(
                "berkas ini memuat data pribadi, dan tanda tangan digitalnya batal bila data itu dihapus",
                "this file holds personal data, and its digital signature would be void if they were removed"
            ),
            text!(
                "hapus data pribadinya di program asalnya, lalu tanda tangani ulang",
                "remove them in the program that made it, then sign it again"
            ),
        ),
    };
    Diagnostic::new(Code::PrivateData, file, 0..0, message).severity(Severity::Error).help(help)
}

/// Why a route has no bytes.
#[derive(Debug)]
pub enum RenderError {
    /// The site is at fault.
    Findings(Vec<Diagnostic>),
    /// The environment is.
    Failure(Failure),
}
