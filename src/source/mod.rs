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
use crate::path::{RelPath, is_reserved_on_windows};
use crate::text;
use std::collections::HashMap;

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
        self.files.sort_unstable();
        self.findings.extend(names_that_differ_in_case(&self.files));
        self.findings.extend(self.files.iter().filter_map(unportable_name));
        self
    }
}

/// Two names that are one on the disks of Windows and macOS.
fn names_that_differ_in_case(files: &[RelPath]) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &str> = HashMap::with_capacity(files.len());
    let mut findings = Vec::new();
    for file in files {
        let mut end = file.as_str().len();
        // A file and, where they differ from the last file's, the folders above it.
        while let Some(name) = file.as_str().get(..end).filter(|name| !name.is_empty()) {
            match seen.insert(name.to_lowercase(), name) {
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

fn unportable_name(file: &RelPath) -> Option<Diagnostic> {
    let bad = |name: &str| {
        name.contains(|c: char| c.is_control() || "<>:\"|?*\\".contains(c))
            || name.ends_with(['.', ' '])
            || is_reserved_on_windows(name)
    };
    let name = file.as_str().split('/').find(|name| bad(name))?;
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

/// Whether a name is left out of the newsroom.
fn is_hidden(name: &str) -> bool {
    name.starts_with(['_', '.'])
}
