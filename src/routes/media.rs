//! The files that documents show or offer: pictures and attachments.

use crate::content::Document;
use crate::content::body::{Fill, Target};
use crate::data::Value;
use crate::diagnostic::Span;
use crate::digest::{Digest, Digesting};
use crate::image::{Picture, SvgFault, Tone, Unreadable};
use crate::path::RelPath;
use crate::reads::{self, Of, Read};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// One file beside a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// What its header and metadata say, or why it is no picture.
    pub picture: Result<Picture, Unreadable>,
    /// What must not be published in it, if it is a drawing.
    pub risk: Option<SvgFault>,
    /// Its mean colour, once somebody has looked at its pixels.
    pub tone: OnceLock<Tone>,
}

/// Every file that some document refers to and that is there.
#[derive(Clone, Debug, Default)]
pub struct Media {
    files: BTreeMap<RelPath, Arc<MediaFile>>,
    /// The digests of files that are copied and that nobody looks into.
    others: BTreeMap<RelPath, Digest>,
}

impl Media {
    /// A file.
    pub fn get(&self, path: &RelPath) -> Option<&Arc<MediaFile>> {
        reads::note(|| Read::new(Of::Media).file(path));
        self.files.get(path)
    }

    /// The same with files that are copied as they are.
    pub fn with(self, others: BTreeMap<RelPath, Digest>) -> Media {
        Media { others, ..self }
    }

    /// The digest of a file's bytes.
    pub fn digest(&self, path: &RelPath) -> Option<Digest> {
        self.get(path).map(|file| file.digest).or_else(|| self.others.get(path).copied())
    }

    /// Whether a file is there.
    pub fn contains_key(&self, path: &RelPath) -> bool {
        self.get(path).is_some()
    }

    /// Every file, by its path.
    pub fn iter(&self) -> impl Iterator<Item = (&RelPath, &Arc<MediaFile>)> {
        reads::note(|| Read::new(Of::AllMedia));
        self.files.iter()
    }

    /// Tells all there is to know of the files. Not noted: for telling whether they are the same as before.
    pub(super) fn tell(&self, to: &mut Digesting) {
        for (path, file) in &self.files {
            to.text(path.as_str()).digest(&file.digest).text(&format!("{:?}", file.tone.get()));
        }
        for (path, digest) in &self.others {
            to.text(path.as_str()).digest(digest);
        }
    }

    /// Every file.
    pub fn values(&self) -> impl Iterator<Item = &Arc<MediaFile>> {
        self.iter().map(|(_, file)| file)
    }
}

impl FromIterator<(RelPath, Arc<MediaFile>)> for Media {
    fn from_iter<T: IntoIterator<Item = (RelPath, Arc<MediaFile>)>>(files: T) -> Media {
        Media { files: files.into_iter().collect(), others: BTreeMap::new() }
    }
}

/// A document's reference to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReference {
    /// The file; none if the reference leads out of the newsroom.
    pub path: Option<RelPath>,
    /// The reference as written.
    pub written: Box<str>,
    /// Where it stands.
    pub span: Span,
    /// Whether it is shown as a picture rather than offered for download.
    pub picture: bool,
    /// Which of the front matter's photos it is, from 0.
    pub photo: Option<usize>,
}

/// Every file that a document refers to, in the order of its text. An argument called `src` of a
/// component names a file.
pub fn references(document: &Document) -> Vec<FileReference> {
    let folder = std::cell::LazyCell::new(|| document.folder());
    let named = |name: &crate::content::Named, photo: Option<usize>| FileReference {
        path: resolve(&folder, &name.value),
        written: name.value.clone(),
        span: name.span,
        picture: photo.is_some(),
        photo,
    };
    let front = &document.front;
    let photos = front.photos.iter().enumerate().map(|(number, photo)| named(&photo.src, Some(number)));
    let attachments = front.attachments.iter().map(|attachment| named(&attachment.src, None));
    let mut found: Vec<FileReference> = photos.chain(attachments).collect();
    for hole in document.body().all_holes() {
        match &hole.fill {
            Fill::Link(Target::File { path, written, .. }) if !is_document(path.as_ref(), written) => {
                found.push(FileReference {
                    path: path.clone(),
                    written: written.clone(),
                    span: hole.span,
                    picture: false,
                    photo: None,
                });
            }
            Fill::Link(_) => {}
            Fill::Component(component) => {
                for argument in component.arguments.iter().filter(|argument| &*argument.name == "src") {
                    if let Value::String(src) = &argument.value.value {
                        found.push(FileReference {
                            path: resolve(&folder, src),
                            written: src.as_str().into(),
                            span: argument.value.span,
                            picture: &*component.name != "file",
                            photo: None,
                        });
                    }
                }
            }
        }
    }
    found
}

/// Whether two readings of a document give the same newsroom and the same addresses: they differ in
/// their text alone.
pub fn differ_in_text_alone(a: &Document, b: &Document) -> bool {
    let shown = |document: &Document| -> Vec<(Option<RelPath>, bool)> {
        references(document).into_iter().map(|reference| (reference.path, reference.picture)).collect()
    };
    a.file == b.file && a.identity == b.identity && a.front == b.front && shown(a) == shown(b)
}

/// A reference from a document's folder; one that begins with `/` is from the newsroom's content/.
pub(crate) fn resolve(folder: &RelPath, written: &str) -> Option<RelPath> {
    match written.strip_prefix('/') {
        Some(rest) => RelPath::new(crate::source::CONTENT).resolve(rest),
        None => folder.resolve(written),
    }
}

/// Whether a reference leads to a document rather than to a file: it is never copied as it is.
pub(crate) fn is_document(path: Option<&RelPath>, written: &str) -> bool {
    let plain = || written.split(['?', '#']).next().unwrap_or(written);
    path.map_or_else(plain, RelPath::as_str).ends_with(".md")
}
