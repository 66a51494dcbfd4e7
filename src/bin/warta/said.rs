//! What a build says of itself, now and when it turns out that nothing has changed since.

use crate::args::Language;
use crate::report::{Counts, ImageCounts};
use crate::session::{Session, tongue_of};
use std::path::Path;
use std::time::{Duration, Instant};
use warta::diagnostic::{Diagnostic, Text, Tongue};
use warta::digest::Digest;
use warta::publish::Built;
use warta::records::Settled;
use warta::text;
use warta::workspace::Snapshot;

/// Numbers and words of a build.
#[derive(Debug)]
pub struct Said {
    routes: usize,
    rendered: usize,
    pages: usize,
    feeds: usize,
    copies: usize,
    sizes: usize,
    encoded: usize,
    known: usize,
    written: usize,
    unchanged_files: usize,
    removed: usize,
    bytes: u64,
    /// The most files that there should be; 0 for any number.
    budget: usize,
    /// The next change in RFC 3339, and as people of the newsroom's zone read it; empty for none.
    next: [String; 2],
    /// The site's language.
    pub language: Language,
    /// What is told to those who come after a build that changed nothing.
    pub unchanged: Option<String>,
}

impl Said {
    /// Of a build that was just made.
    pub fn of(snapshot: &Snapshot, built: &Built) -> Said {
        let outcome = &built.outcome;
        let (encoded, known) = snapshot.developed();
        let edition = snapshot.edition();
        let local = |next| {
            let local = edition.map(|edition| edition.config.zone.local(next)).unwrap_or_default();
            local.strftime("%Y-%m-%d %H:%M").to_string()
        };
        let next = snapshot.next_change();
        Said {
            routes: snapshot.routes().len(),
            rendered: built.rendered.len(),
            pages: built.pages,
            feeds: built.feeds,
            copies: built.copies,
            sizes: built.sizes,
            encoded,
            known,
            written: outcome.written,
            unchanged_files: outcome.unchanged,
            removed: outcome.removed,
            bytes: outcome.bytes,
            budget: edition.and_then(|edition| edition.config.file_budget).map_or(0, |budget| budget as usize),
            next: [next.map(|next| next.to_string()), next.map(local)].map(Option::unwrap_or_default),
            language: match tongue_of(Some(snapshot)) {
                Tongue::Id => Language::Id,
                Tongue::En => Language::En,
            },
            unchanged: None,
        }
    }

    /// The record of the build, for one of the same inputs.
    pub fn settle(
        &self,
        snapshot: &Snapshot,
        session: &Session,
        findings: Vec<Diagnostic>,
        unchanged: Option<String>,
        inventory: Digest,
    ) -> Settled {
        let files = self.written + self.unchanged_files;
        let numbers = [
            self.routes,
            self.pages,
            self.feeds,
            self.copies,
            self.sizes,
            self.encoded + self.known,
            files,
            self.budget,
        ];
        let language = match self.language {
            Language::Id => "id",
            Language::En => "en",
        };
        let [next, local] = self.next.clone();
        let mut words = vec![language.to_owned(), next, local];
        words.extend(unchanged);
        Settled {
            from: session.settings.now,
            until: snapshot.until(),
            findings,
            numbers: numbers.into_iter().map(|number| number as u64).chain([self.bytes]).collect(),
            words,
            inventory,
        }
    }

    /// Of a build that was made before, and of which nothing has changed; none if it says something else.
    pub fn read(settled: &Settled) -> Option<Said> {
        let numbers: Vec<usize> =
            settled.numbers.iter().map(|number| usize::try_from(*number)).collect::<Result<_, _>>().ok()?;
        let &[routes, pages, feeds, copies, sizes, known, files, budget, bytes] = numbers.as_slice() else {
            return None;
        };
        let (language, next, local, unchanged) = match settled.words.as_slice() {
            [language, next, local] => (language, next, local, None),
            [language, next, local, unchanged] => (language, next, local, Some(unchanged.clone())),
            _ => return None,
        };
        Some(Said {
            routes,
            rendered: 0,
            pages,
            feeds,
            copies,
            sizes,
            encoded: 0,
            known,
            written: 0,
            unchanged_files: files,
            removed: 0,
            bytes: bytes as u64,
            budget,
            next: [next.clone(), local.clone()],
            language: if language == "en" { Language::En } else { Language::Id },
            unchanged,
        })
    }

    /// For programs.
    pub fn counts(&self, began: Instant) -> Counts {
        Counts {
            routes: Some(self.routes),
            rendered: Some(self.rendered),
            reused: Some(self.routes - self.rendered),
            written: Some(self.written),
            unchanged: Some(self.unchanged_files),
            removed: Some(self.removed),
            images: Some(ImageCounts { encoded: self.encoded, reused: self.known }),
            bytes: Some(self.bytes),
            next_change: Some(Some(self.next[0].clone()).filter(|next| !next.is_empty())),
            explained: Vec::new(),
            elapsed_ms: elapsed(began),
        }
    }

    /// What the build did, on one screen.
    pub fn summary(&self, output: &Path, cached: u64, time: Duration, tongue: Tongue) -> String {
        let Said { pages, feeds, copies, sizes, encoded, written, removed, rendered, .. } = self;
        let (files, unchanged) = (self.written + self.unchanged_files, self.unchanged_files);
        let of_budget = if self.budget > 0 { format!(" / {}", self.budget) } else { String::new() };
        let (megabytes, cached) = (self.bytes as f64 / 1e6, cached as f64 / 1e6);
        let reused = self.routes - rendered;
        let (output, seconds) = (output.display(), time.as_secs_f64());
        let lines = Text::new(
            format!(
                "Situs dibuat di {output}\n  halaman   {pages:>8}\n  umpan     {feeds:>8}\n  gambar    {sizes:>8}  ukuran foto, {encoded} baru dibuat\n  \
                 berkas    {copies:>8}  foto asli, lampiran, aset\n  \
                 jumlah    {files:>8}{of_budget}  ({megabytes:.1} MB)\n  \
                 dibuat {rendered}, dipakai lagi {reused}; tembolok {cached:.1} MB\n  \
                 ditulis {written}, tetap {unchanged}, dihapus {removed}, dalam {seconds:.2} detik"
            ),
            format!(
                "The site is in {output}\n  pages     {pages:>8}\n  feeds     {feeds:>8}\n  images    {sizes:>8}  sizes of photos, {encoded} newly made\n  \
                 files     {copies:>8}  originals, attachments, assets\n  \
                 total     {files:>8}{of_budget}  ({megabytes:.1} MB)\n  \
                 {rendered} rendered, {reused} taken over; cache {cached:.1} MB\n  \
                 {written} written, {unchanged} unchanged, {removed} removed, in {seconds:.2} seconds"
            ),
        );
        let mut text = lines.in_tongue(tongue).to_owned();
        let next = &self.next[1];
        if !next.is_empty() {
            let line = text!("\n  perubahan berikutnya: {next}", "\n  next change: {next}");
            text.push_str(line.in_tongue(tongue));
        }
        text
    }
}

/// How long something took, in milliseconds.
pub fn elapsed(began: Instant) -> Option<u64> {
    Some(u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX))
}
