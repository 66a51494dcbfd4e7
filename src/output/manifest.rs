//! The list of the files that warta has written, kept in the output folder.
//!
//! The first line names the format; then one line a file, sorted: digest and path. Whatever
//! stands in it is untrusted: a path that would leave the folder is ignored.

use super::Written;
use crate::path::RelPath;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".warta-manifest";

const HEADER: &str = "warta-manifest 1";

/// What an earlier build has written: digests by path.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: BTreeMap<RelPath, String>,
}

impl Manifest {
    /// Reads a manifest; one of another version or none at all lists nothing.
    pub(super) fn parse(text: &str) -> Manifest {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return Manifest::default();
        }
        let entry = |line: &str| {
            let (digest, name) = line.split_once("  ")?;
            let path = RelPath::new(name);
            let clean = path.as_str() == name && !name.is_empty() && !(cfg!(windows) && name.contains(':'));
            let ours = name != NAME && name.split('/').all(|segment| segment != ".git");
            let hex = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            (clean && ours && hex).then(|| (path, digest.to_owned()))
        };
        Manifest { files: lines.filter_map(entry).collect() }
    }

    /// Whether warta has written this file.
    pub(super) fn lists(&self, path: &RelPath) -> bool {
        self.files.contains_key(path)
    }

    /// The files, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &RelPath> {
        self.files.keys()
    }

    /// The manifest's text with this build's files in it too, for the time in which both lie there.
    pub(super) fn union(&self, files: &[Written]) -> String {
        let old = self.files.iter().map(|(path, digest)| (path, digest.clone()));
        let new = files.iter().map(|file| (&file.path, file.digest.to_string()));
        let all: BTreeMap<&RelPath, String> = old.chain(new).collect();
        render(all.into_iter())
    }
}

/// The manifest of this build alone; the files are sorted.
pub(super) fn of(files: &[Written]) -> String {
    render(files.iter().map(|file| (&file.path, file.digest)))
}

fn render<'a>(files: impl Iterator<Item = (&'a RelPath, impl std::fmt::Display)>) -> String {
    let mut text = format!("{HEADER}\n");
    for (path, digest) in files {
        // Writing to a string can't fail.
        let _ = writeln!(text, "{digest}  {path}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    fn written(path: &str) -> Written {
        Written { path: RelPath::new(path), digest: Digest::of(path.as_bytes()), len: 0, staged: true }
    }

    #[test]
    fn a_manifest_is_read_back() {
        let text = of(&[written("a b/índex.html"), written("x  y")]);
        let manifest = Manifest::parse(&text);
        assert_eq!(manifest.union(&[]), text);
        let union = Manifest::parse(&manifest.union(&[written("b"), written("x  y")]));
        let paths: Vec<&str> = union.paths().map(RelPath::as_str).collect();
        assert_eq!(paths, ["a b/índex.html", "b", "x  y"]);
    }

    #[test]
    fn a_path_that_leaves_the_folder_is_ignored() {
        let digest = Digest::of(b"").to_string();
        for name in ["../x", "/etc/passwd", "a/../../x", "a//b", "./a", "", "a\\..\\b", ".git", "a/.git/config", NAME] {
            let manifest = Manifest::parse(&format!("{HEADER}\n{digest}  {name}\n"));
            assert_eq!(manifest.paths().count(), 0, "{name}");
        }
    }

    #[test]
    fn another_version_or_garbage_lists_nothing() {
        let digest = Digest::of(b"").to_string();
        for text in [
            "",
            "warta-manifest 2\n",
            "\u{0}",
            &format!("warta-manifest 2\n{digest}  a\n"),
            &format!("{HEADER}\nzz  a"),
        ] {
            assert_eq!(Manifest::parse(text).paths().count(), 0, "{text}");
        }
    }
}
