//! Where photos are developed: reads a picture, has its sizes made, and keeps them for the next
//! run. A picture is opened only when something of it is missing, and then once.
//!
//! May not decide what is made of a picture or where it is published: `routes` does.

use crate::cache::Cache;
use crate::config::Config;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::image::{self, Encoding, Picture, Rendition, Tone, Unreadable};
use crate::path::RelPath;
use crate::routes::{self, Edition, Making, Media, MediaFile};
use crate::source::{STATIC, Source};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Where sizes of pictures lie in the cache: a folder for each picture, by its digest.
const IMAGES: &str = "images";
/// Where drawings that stand for articles lie in the cache.
const SHARES: &str = "share";
/// The entry that holds a picture's tone.
const TONE: &str = "tone";

/// Makes sizes of pictures, each once.
#[derive(Debug)]
pub struct Darkroom {
    source: Arc<dyn Source>,
    cache: Arc<Cache>,
    encoded: AtomicUsize,
    reused: AtomicUsize,
    /// The drawings asked for in this run.
    shared: Mutex<BTreeSet<String>>,
}

/// Why a picture is not there.
#[derive(Debug)]
pub enum Undeveloped {
    /// Its file can't be shown.
    Unreadable(Unreadable),
    /// A theme's drawing is none.
    Drawing(image::share::Fault),
    /// It vanished, or changed, since it was looked at.
    Changed,
    /// The environment is at fault.
    Failure(Failure),
}

impl Darkroom {
    /// A darkroom for a newsroom's files.
    pub fn new(source: Arc<dyn Source>, cache: Arc<Cache>) -> Darkroom {
        Darkroom { source, cache, encoded: AtomicUsize::new(0), reused: AtomicUsize::new(0), shared: Mutex::default() }
    }

    /// How many files were made, and how many were there from earlier runs.
    pub fn counts(&self) -> (usize, usize) {
        (self.encoded.load(Ordering::Relaxed), self.reused.load(Ordering::Relaxed))
    }

    /// Remembers what earlier runs saw of a picture's pixels.
    pub fn recall(&self, file: &MediaFile) {
        let tone = self.cache.get(&folder(&file.digest), &tone_name());
        if let Some(tone) = tone.and_then(|bytes| <[u8; 3]>::try_from(bytes).ok()) {
            let _ = file.tone.set(Tone(tone));
        }
    }

    /// Looks at every picture that a document shows, and with `sizes` makes what is still to be
    /// made of each. As many are open at a time as there are threads. What can't be shown is
    /// returned with the reason; `done` is told of every picture.
    pub fn develop(
        &self,
        edition: &Edition,
        sizes: bool,
        done: &(dyn Fn() + Sync),
    ) -> Result<BTreeMap<RelPath, Unreadable>, Failure> {
        let mut makings: BTreeMap<&RelPath, Vec<&Making>> = BTreeMap::new();
        for making in edition.routes.pictures().makings().iter().filter(|_| sizes) {
            makings.entry(&making.source).or_default().push(making);
        }
        let each: Vec<(&RelPath, &MediaFile)> = pictures(edition).collect();
        let faults: Vec<Option<(RelPath, Unreadable)>> = each
            .into_par_iter()
            .map(|(path, media)| {
                let wanted = makings.get(path).map_or(&[][..], Vec::as_slice);
                let fault = self.develop_one(&edition.config, path, media, wanted);
                done();
                match fault {
                    Ok(()) | Err(Undeveloped::Changed | Undeveloped::Drawing(_)) => Ok(None),
                    Err(Undeveloped::Unreadable(why)) => Ok(Some((path.clone(), why))),
                    Err(Undeveloped::Failure(failure)) => Err(failure),
                }
            })
            .collect::<Result<_, Failure>>()?;
        Ok(faults.into_iter().flatten().collect())
    }

    fn develop_one(
        &self,
        config: &Config,
        path: &RelPath,
        media: &MediaFile,
        wanted: &[&Making],
    ) -> Result<(), Undeveloped> {
        let place = folder(&media.digest);
        let missing: Vec<&Making> =
            wanted.iter().filter(|making| !self.cache.has(&place, &making.name)).copied().collect();
        self.reused.fetch_add(wanted.len() - missing.len(), Ordering::Relaxed);
        if missing.is_empty() && media.tone.get().is_some() {
            return Ok(());
        }
        self.make(config, path, media, &missing).map(drop)
    }

    /// Opens a picture and makes of it what is asked for.
    fn make(
        &self,
        config: &Config,
        path: &RelPath,
        media: &MediaFile,
        makings: &[&Making],
    ) -> Result<Vec<Vec<u8>>, Undeveloped> {
        let bytes = self.read(path, &media.digest)?;
        let picture = media.picture.as_ref().map_err(|why| Undeveloped::Unreadable(*why))?;
        if picture.dimensions.pixels() > config.images.max_pixels {
            return Err(Undeveloped::Unreadable(Unreadable::Unsupported));
        }
        let renditions: Vec<Rendition> = makings.iter().map(|making| making.rendition).collect();
        let developed = image::develop(&bytes, picture, &renditions, config.images.quality);
        let developed = developed.map_err(Undeveloped::Unreadable)?;
        let place = folder(&media.digest);
        if media.tone.set(developed.tone).is_ok() {
            self.cache.put(&place, &tone_name(), &developed.tone.0);
        }
        for (making, file) in makings.iter().zip(&developed.files) {
            self.cache.put(&place, &making.name, file);
        }
        self.encoded.fetch_add(makings.len(), Ordering::Relaxed);
        Ok(developed.files)
    }

    fn read(&self, path: &RelPath, digest: &Digest) -> Result<Vec<u8>, Undeveloped> {
        let bytes = self.source.read(path).map_err(Undeveloped::Failure)?.ok_or(Undeveloped::Changed)?;
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(Undeveloped::Changed) }
    }

    /// The bytes of one size, made if it isn't there.
    pub fn rendition(&self, edition: &Edition, making: &Making) -> Result<Vec<u8>, Undeveloped> {
        let media = edition.media.get(&making.source).ok_or(Undeveloped::Changed)?;
        match self.cache.get(&folder(&media.digest), &making.name) {
            Some(bytes) => Ok(bytes),
            None => self.make(&edition.config, &making.source, media, &[making])?.pop().ok_or(Undeveloped::Changed),
        }
    }

    /// A drawing that stands for an article, with the photo that it shows, as a picture.
    pub fn share(&self, edition: &Edition, svg: &str, photo: Option<&Making>) -> Result<Vec<u8>, Undeveloped> {
        let shown = photo.map_or("", |making| &making.name);
        let name =
            Digest::of(format!("{} {} {shown} {svg}", image::VERSION, image::share::VERSION).as_bytes()).to_string();
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        if let Some(bytes) = self.cache.get(SHARES, &name) {
            self.reused.fetch_add(1, Ordering::Relaxed);
            return Ok(bytes);
        }
        let photo = photo.map(|making| self.rendition(edition, making)).transpose()?;
        let encoding = if photo.is_some() { Encoding::Jpeg } else { Encoding::Png };
        let bytes = image::share::draw(svg, photo.as_deref(), encoding).map_err(Undeveloped::Drawing)?;
        self.cache.put(SHARES, &name, &bytes);
        self.encoded.fetch_add(1, Ordering::Relaxed);
        Ok(bytes)
    }

    /// Drops from the cache what belongs to no picture of the newsroom any more.
    pub fn tidy(&self, media: &Media) {
        let wanted: BTreeSet<String> = media.values().map(|file| file.digest.to_string()).collect();
        self.cache.retain(IMAGES, &wanted);
        self.cache.retain(SHARES, &self.shared.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// The pictures that can be opened and may be.
pub fn pictures(edition: &Edition) -> impl Iterator<Item = (&RelPath, &MediaFile)> {
    let most = edition.config.images.max_pixels;
    let media = edition.media.iter().filter(move |(path, file)| {
        let opened = |picture: &Picture| routes::is_resized(picture) && picture.dimensions.pixels() <= most;
        path.below(STATIC).is_none() && file.picture.as_ref().is_ok_and(opened)
    });
    media.map(|(path, file)| (path, &**file))
}

fn folder(digest: &Digest) -> String {
    format!("{IMAGES}/{digest}")
}

fn tone_name() -> String {
    format!("{TONE}.{}", image::VERSION)
}
