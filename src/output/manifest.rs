//! The list of the files that warta has written, kept in the output folder.
//!
//! The first line names the format; then one path a line, sorted. The first format had a digest
//! before each path; since nothing is judged by it, and digesting every file took a twentieth of a
//! build, the second has none. Whatever stands in it is untrusted: a path that would leave the
//! folder is ignored.

use super::Written;
use crate::path::{RelPath, is_clean};
use rayon::prelude::*;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".warta-manifest";

const HEADER: &str = "warta-manifest 2";
const PREVIEW_HEADER: &str = "warta-manifest 2 preview";
const FIRST_HEADER: &str = "warta-manifest 1";

/// What an earlier build has written.
#[derive(Debug, Default)]
pub(super) struct Manifest<'a> {
    /// In order, each once.
    files: Vec<&'a str>,
    /// Whether there are files of a preview among them: their names tell of what is not published.
    pub(super) preview: bool,
}

impl<'a> Manifest<'a> {
    /// Reads a manifest; one of another version or none at all lists nothing.
    pub(super) fn parse(text: &'a str) -> Manifest<'a> {
        let (header, lines) = text.split_once('\n').unwrap_or((text, ""));
        let header = header.trim_end_matches('\r');
        let name_of: fn(&'a str) -> Option<&'a str> = match header {
            HEADER | PREVIEW_HEADER => |line| Some(line),
            FIRST_HEADER => |line| after_digest(line),
            _ => return Manifest::default(),
        };
        let entry = |line| {
            let name = name_of(line)?;
            let clean = is_clean(name) && !name.is_empty() && !(cfg!(windows) && name.contains(':'));
            let ours = name != NAME && name.split('/').all(|segment| segment != ".git");
            (clean && ours).then_some(name)
        };
        let mut files: Vec<&str> = lines.par_lines().filter_map(entry).collect();
        files.sort();
        files.dedup();
        Manifest { files, preview: header == PREVIEW_HEADER }
    }

    /// Whether warta has written this file.
    pub(super) fn lists(&self, path: &RelPath) -> bool {
        self.files.binary_search(&path.as_str()).is_ok()
    }

    /// The files, in order.
    pub(super) fn paths(&self) -> &[&'a str] {
        &self.files
    }

    /// The manifest's text with this build's files in it too, for the time in which both lie there.
    pub(super) fn union(&self, files: &[Written], preview: bool) -> String {
        let mut all: Vec<&str> = Vec::with_capacity(self.files.len().max(files.len()));
        let mut old = self.files.iter().copied().peekable();
        for path in files.iter().map(|file| file.path.as_str()) {
            while let Some(before) = old.next_if(|old| *old < path) {
                all.push(before);
            }
            old.next_if_eq(&path);
            all.push(path);
        }
        all.extend(old);
        render(all.into_iter(), self.preview || preview)
    }
}

/// The manifest of this build alone; the files are sorted.
pub(super) fn of(files: &[Written], preview: bool) -> String {
    render(files.iter().map(|file| file.path.as_str()), preview)
}

fn render<'a>(files: impl Iterator<Item = &'a str> + Clone, preview: bool) -> String {
    let header = if preview { PREVIEW_HEADER } else { HEADER };
    let mut text = String::with_capacity(header.len() + 1 + files.clone().map(|path| path.len() + 1).sum::<usize>());
    text.push_str(header);
    text.push('\n');
    for path in files {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The path in a line of the first format.
fn after_digest(line: &str) -> Option<&str> {
    let (digest, name) = line.split_once("  ")?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(path: &str) -> Written {
        Written { path: RelPath::new(path), len: 0, staged: None }
    }

    #[test]
    fn a_manifest_is_read_back() {
        let text = of(&[written("a b/índex.html"), written("x  y")], false);
        let manifest = Manifest::parse(&text);
        assert_eq!(manifest.union(&[], false), text);
        let union = manifest.union(&[written("b"), written("x  y")], false);
        let union = Manifest::parse(&union);
        assert_eq!(union.paths(), ["a b/índex.html", "b", "x  y"]);
    }

    #[test]
    fn a_path_that_leaves_the_folder_is_ignored() {
        for name in ["../x", "/etc/passwd", "a/../../x", "a//b", "./a", "", "a\\..\\b", ".git", "a/.git/config", NAME] {
            let text = format!("{HEADER}\n{name}\n");
            let manifest = Manifest::parse(&text);
            assert_eq!(manifest.paths().len(), 0, "{name}");
        }
    }

    #[test]
    fn the_first_format_is_read_too() {
        let digest = "0".repeat(64);
        let text = format!("{FIRST_HEADER}\n{digest}  a  b/c\nzz  d\n{digest}  ../x\n");
        let manifest = Manifest::parse(&text);
        assert_eq!(manifest.paths(), ["a  b/c"]);
    }

    #[test]
    fn another_version_or_garbage_lists_nothing() {
        for text in ["", HEADER, "\u{0}", "warta-manifest 3\na\n", "a\nb\n"] {
            assert_eq!(Manifest::parse(text).paths().len(), 0, "{text}");
        }
    }
}
