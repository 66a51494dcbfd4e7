//! A newsroom on disk.

use super::{CONTENT, Listing, STATIC, Source, THEMES, is_hidden};
use crate::config;
use crate::diagnostic::{Code, Diagnostic};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The folder that holds site.toml.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The newsroom in `root`.
    pub fn open(root: &Path) -> Result<Disk, Failure> {
        let reading = || text!("tidak dapat membuka folder redaksi", "can't open the newsroom's folder");
        let root = fs::canonicalize(root).map_err(|e| Failure::io(reading(), root, e))?;
        Ok(Disk { root })
    }

    /// The nearest folder at or above `start` with a site.toml.
    pub fn find_root(start: &Path) -> Option<PathBuf> {
        start.ancestors().find(|folder| folder.join(config::FILE).is_file()).map(Path::to_path_buf)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn relative(&self, path: &Path) -> Option<RelPath> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let segments: Option<Vec<&str>> = relative.iter().map(|segment| segment.to_str()).collect();
        Some(RelPath::new(&segments?.join("/")))
    }

    fn walk(&self, folder: &str, listing: &mut Listing) -> Result<(), Failure> {
        let top = self.root.join(folder);
        if !top.is_dir() {
            return Ok(());
        }
        let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(is_hidden);
        for entry in WalkDir::new(&top).into_iter().filter_entry(shown) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&top).to_path_buf();
                Failure::io(listing_folder(), &path, error.into())
            })?;
            let Some(path) = self.relative(entry.path()) else {
                listing.findings.push(not_utf8_name(&self.root, entry.path()));
                continue;
            };
            if entry.file_type().is_file() {
                listing.files.push(path);
            } else if entry.path_is_symlink() {
                self.follow(&entry, path, listing);
            }
        }
        Ok(())
    }

    /// A link to a file within the root is that file; anything else is a finding.
    fn follow(&self, entry: &DirEntry, path: RelPath, listing: &mut Listing) {
        match fs::canonicalize(entry.path()) {
            Ok(target) if target.starts_with(&self.root) && target.is_file() => listing.files.push(path),
            target => {
                let inside = target.is_ok_and(|target| target.starts_with(&self.root));
                let message = if inside {
                    text!("tautan simbolis ke folder tidak diikuti", "a symbolic link to a folder is not followed")
                } else {
                    text!(
                        "tautan simbolis ini keluar dari folder redaksi",
                        "this symbolic link leads out of the newsroom"
                    )
                };
                listing.findings.push(
                    Diagnostic::new(Code::SymlinkOutside, &path, 0..0, message)
                        .help(text!("salin berkasnya ke sini", "copy the file to this place")),
                );
            }
        }
    }
}

fn listing_folder() -> crate::diagnostic::Text {
    text!("tidak dapat membaca isi folder", "can't list a folder")
}

fn not_utf8_name(root: &Path, path: &Path) -> Diagnostic {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    Diagnostic::new(
        Code::UnportableName,
        &RelPath::new(&shown),
        0..0,
        text!("nama berkas ini bukan UTF-8 dan dilewati", "this file's name is not UTF-8; it is left out"),
    )
    .help(text!("ganti nama berkasnya", "rename the file"))
}

impl Source for Disk {
    fn list(&self) -> Result<Listing, Failure> {
        let mut listing = Listing::default();
        if self.root.join(config::FILE).is_file() {
            listing.files.push(RelPath::new(config::FILE));
        }
        for folder in [CONTENT, STATIC, THEMES] {
            self.walk(folder, &mut listing)?;
        }
        Ok(listing.finish())
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        let file = path.under(&self.root);
        match fs::read(&file) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(Failure::io(text!("tidak dapat membaca", "can't read"), &file, error)),
        }
    }
}
