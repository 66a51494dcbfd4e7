//! A newsroom on disk.

use super::{CONTENT, Listing, STATIC, Source, THEMES, is_hidden, is_hidden_path};
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

    /// The path below the root; none for a name that is not portable text.
    fn relative(&self, path: &Path) -> Option<RelPath> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let segments: Option<Vec<&str>> = relative.iter().map(portable).collect();
        Some(RelPath::new(&segments?.join("/")))
    }

    /// Everything in a folder of `top`, in parallel: a large newsroom has thousands of folders.
    /// `name` is the folder's; none below one whose name is unusable.
    fn walk(&self, top: &str, folder: &Path, name: Option<&str>) -> Result<Listing, Failure> {
        let failed = |error| Failure::io(listing_folder(), folder, error);
        let mut listing = Listing::default();
        let mut folders: Vec<(PathBuf, Option<String>)> = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let own = entry.file_name();
            if own.to_str().is_some_and(|own| is_hidden(top, own)) {
                continue;
            }
            let path = name.zip(portable(&own)).map(|(name, own)| format!("{name}/{own}"));
            if path.is_none() {
                listing.findings.push(unusable_name(&self.root, &entry.path()));
            }
            let kind = entry.file_type().map_err(failed)?;
            if kind.is_dir() {
                folders.push((entry.path(), path));
            } else if let Some(path) = path.as_deref().map(RelPath::new) {
                match kind.is_file() {
                    true => listing.files.push(path),
                    false if kind.is_symlink() => self.follow(&entry.path(), path, &mut listing),
                    false => {}
                }
            }
        }
        let inner: Vec<Listing> = folders
            .into_par_iter()
            .map(|(folder, name)| self.walk(top, &folder, name.as_deref()))
            .collect::<Result<_, _>>()?;
        for inner in inner {
            listing.files.extend(inner.files);
            listing.findings.extend(inner.findings);
        }
        Ok(listing)
    }

    /// Whether a link's target is a file that the newsroom would read from the same folder: a link
    /// must not publish what lies elsewhere.
    fn is_beside(&self, target: &Path, link: &RelPath) -> bool {
        let top = |path: &RelPath| path.as_str().split('/').next().unwrap_or_default().to_owned();
        let Some(name) = self.relative(target) else { return false };
        target.is_file() && top(&name) == top(link) && !is_hidden_path(name.as_str())
    }

    /// Whether what stands at the top of the newsroom lies within it; a finding if it is a link to elsewhere.
    fn stays_within(&self, top: &str, listing: &mut Listing) -> bool {
        let stays = fs::canonicalize(self.root.join(top)).is_ok_and(|target| target.starts_with(&self.root));
        if !stays {
            let (message, help) = leads_out();
            listing.findings.push(Diagnostic::new(Code::SymlinkOutside, &RelPath::new(top), 0..0, message).help(help));
        }
        stays
    }

    /// A link to a file within the root is that file; anything else is a finding.
    fn follow(&self, link: &Path, path: RelPath, listing: &mut Listing) {
        let (message, help) = match fs::canonicalize(link) {
            Ok(target) if !target.starts_with(&self.root) => leads_out(),
            Ok(target) if self.is_beside(&target, &path) => return listing.files.push(path),
            Ok(target) if target.is_file() => (
                text!(
                    "tautan simbolis ini menunjuk berkas di luar foldernya",
                    "this symbolic link leads to a file of another folder"
                ),
                text!("salin berkasnya ke sini", "copy the file to this place"),
            ),
            Ok(_) => (
                text!("tautan simbolis ke folder tidak diikuti", "a symbolic link to a folder is not followed"),
                text!(
                    "pindahkan foldernya ke sini, atau hapus tautan ini",
                    "move the folder here, or remove this link"
                ),
            ),
            Err(_) => (
                text!("tautan simbolis ini tidak menuju apa pun", "this symbolic link leads nowhere"),
                text!("hapus tautan ini, atau kembalikan berkasnya", "remove this link, or bring the file back"),
            ),
        };
        listing.findings.push(Diagnostic::new(Code::SymlinkOutside, &path, 0..0, message).help(help));
    }
}

/// The bytes of a file; none of what is no file. A device or a pipe may never end, and a link can lead to one.
#[cfg(unix)]
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::retry_on_intr;
    use std::io::Read;
    // Opened at once, so that the way to it is gone once: a pipe that nobody writes to must not hold that up.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = fs::File::from(retry_on_intr(|| open(path, flags, Mode::empty()))?);
    let found = file.metadata()?;
    if !found.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or_default());
    // Without the limit the standard library asks for the length again.
    file.take(u64::MAX).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(not(unix))]
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if fs::metadata(path)?.is_file() { fs::read(path).map(Some) } else { Ok(None) }
}

/// A name as text; none if it is not, or if it holds a backslash, which is a separator elsewhere.
fn portable(name: &OsStr) -> Option<&str> {
    name.to_str().filter(|name| !name.contains('\\'))
}

fn leads_out() -> (Text, Text) {
    (
        text!("tautan simbolis ini keluar dari folder redaksi", "this symbolic link leads out of the newsroom"),
        text!("salin isinya ke sini", "copy what it leads to"),
    )
}

fn listing_folder() -> Text {
    text!("tidak dapat membaca isi folder", "can't list a folder")
}

fn unusable_name(root: &Path, path: &Path) -> Diagnostic {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "\u{fffd}");
    Diagnostic::new(
        Code::UnportableName,
        &RelPath::new(&shown),
        0..0,
        text!(
            "nama ini memuat `\\` atau bukan UTF-8; berkasnya dilewati",
            "this name holds a `\\` or is not UTF-8; the file is left out"
        ),
    )
    .help(text!("ganti namanya", "rename it"))
}

impl Source for Disk {
    fn list(&self) -> Result<Listing, Failure> {
        let mut listing = Listing::default();
        if self.root.join(config::FILE).is_file() && self.stays_within(config::FILE, &mut listing) {
            listing.files.push(RelPath::new(config::FILE));
        }
        for top in [CONTENT, STATIC, THEMES] {
            let folder = self.root.join(top);
            if folder.is_dir() && self.stays_within(top, &mut listing) {
                let inner = self.walk(top, &folder, Some(top))?;
                listing.files.extend(inner.files);
                listing.findings.extend(inner.findings);
            }
        }
        Ok(listing.finish())
    }

    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure> {
        let file = path.under(&self.root);
        match read(&file) {
            Ok(bytes) => Ok(bytes),
            Err(_) if fs::metadata(&file).is_ok_and(|found| !found.is_file()) => Ok(None),
            // Somebody has a lease on it and gives it back if asked: that takes a while.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                fs::read(&file).map(Some).map_err(|error| failed(&file, error))
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(failed(&file, error)),
        }
    }
}

fn failed(file: &Path, error: io::Error) -> Failure {
    Failure::io(text!("tidak dapat membaca", "can't read"), file, error)
}
