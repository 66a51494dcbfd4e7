//! The only reader of the newsroom's files.
//!
//! Everything else sees [`Source`]: a list of names and the bytes of one name. The disk is one
//! implementation, a map in memory the other, so that every test of the pipeline runs without a
//! disk. Nothing here knows what a file means, and nothing here ever writes.

mod disk;
mod memory;
mod watch;

pub use disk::Disk;
pub use memory::Memory;
pub use watch::{Changes, Watch, watch};

use crate::diagnostic::{Code, Diagnostic};
use crate::failure::Failure;
use crate::path::{RelPath, is_portable};
use crate::text;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Where documents live.
pub const CONTENT: &str = "content";
/// Where files that are copied as they are live.
pub const STATIC: &str = "static";
/// Where themes live.
pub const THEMES: &str = "themes";

/// A newsroom's files.
pub trait Source: Send + Sync + std::fmt::Debug {
    /// Every file below content/, static/ and themes/, and site.toml, sorted by name. Names that
    /// begin with `_` or `.` are left out.
    fn list(&self) -> Result<Listing, Failure>;

    /// A file's bytes; none if it isn't there.
    fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, Failure>;
}

/// The finding about a file that is gone or has other bytes than this run has read.
pub fn vanished(file: &RelPath) -> Diagnostic {
    let message = text!("berkas ini berubah selagi situs dibuat", "this file changed while the site was made");
    let help = text!("jalankan sekali lagi", "run it once more");
    Diagnostic::new(Code::MissingFile, file, 0..0, message).help(help)
}

/// What files there are, and what is wrong with their names.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The files, sorted.
    pub files: Vec<RelPath>,
    /// Findings about names and links.
    pub findings: Vec<Diagnostic>,
}

impl Listing {
    /// Sorts the files and adds the findings about their names.
    fn finish(mut self) -> Listing {
        self.files.par_sort_unstable();
        let (alike, unportable): (Vec<_>, Vec<_>) = rayon::join(
            || names_that_differ_in_case(&self.files),
            || self.files.par_iter().filter_map(unportable_name).collect(),
        );
        self.findings.extend(alike.into_iter().chain(unportable));
        self
    }
}

/// Two names that are one on the disks of Windows and macOS.
fn names_that_differ_in_case(files: &[RelPath]) -> Vec<Diagnostic> {
    let mut seen: FxHashMap<Cow<'_, str>, &str> = FxHashMap::with_capacity_and_hasher(files.len(), Default::default());
    let mut findings = Vec::new();
    for file in files {
        let mut end = file.as_str().len();
        // A file and, where they differ from the last file's, the folders above it.
        while let Some(name) = file.as_str().get(..end).filter(|name| !name.is_empty()) {
            match seen.insert(lower(name), name) {
                Some(same) if same == name => break,
                Some(other) => {
                    findings.push(
                        Diagnostic::new(
                            Code::NamesDifferInCase,
                            file,
                            0..0,
                            text!(
                                "`{name}` dan `{other}` hanya beda huruf besar-kecil",
                                "`{name}` and `{other}` differ only in case"
                            ),
                        )
                        .help(text!(
                            "ganti salah satu namanya: di Windows dan macOS keduanya satu berkas",
                            "rename one: on Windows and macOS they are one file"
                        )),
                    );
                    break;
                }
                None => {}
            }
            end = name.rfind('/').unwrap_or(0);
        }
    }
    findings
}

fn lower(name: &str) -> Cow<'_, str> {
    let plain = name.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if plain { Cow::Borrowed(name) } else { Cow::Owned(name.to_lowercase()) }
}

fn unportable_name(file: &RelPath) -> Option<Diagnostic> {
    let name = file.as_str().split('/').find(|name| !is_portable(name))?;
    Some(
        Diagnostic::new(
            Code::UnportableName,
            file,
            0..0,
            text!("nama `{name}` tidak dapat dipakai di Windows", "the name `{name}` can't be used on Windows"),
        )
        .help(text!(
            "ganti namanya; hindari < > : \" | ? * \\ serta titik atau spasi di akhir",
            "rename it; avoid < > : \" | ? * \\ and a dot or space at the end"
        )),
    )
}

/// Whether a name below `top` is left out of the newsroom. What lies in static/ is copied as it is,
/// `.well-known/` and `_redirects` included; only what desktops leave behind is not.
fn is_hidden(top: &str, name: &str) -> bool {
    match top {
        STATIC => matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".git" | ".gitkeep"),
        _ => name.starts_with(['_', '.']),
    }
}

/// Whether any part of a path is left out.
fn is_hidden_path(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or_default();
    path.split('/').any(|name| is_hidden(top, name))
}
