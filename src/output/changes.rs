//! What differs between two builds, by their manifests.

use super::manifest::Manifest;
use crate::path::RelPath;

/// The files that differ from those of an earlier build, each list in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub added: Vec<RelPath>,
    /// Files with other bytes.
    pub changed: Vec<RelPath>,
    /// Files that are gone.
    pub removed: Vec<RelPath>,
}

impl Changes {
    /// What differs between the builds that wrote two manifests; an empty text is no build at all.
    pub fn between(old: &str, new: &str) -> Changes {
        let (old, new) = (Manifest::parse(old), Manifest::parse(new));
        let mut changes = Changes::default();
        for (path, digest) in new.files() {
            match old.digest(path) {
                None => changes.added.push(path.clone()),
                Some(before) if before != digest => changes.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        changes.removed.extend(old.paths().filter(|path| !new.lists(path)).cloned());
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    #[test]
    fn two_manifests_tell_what_came_what_changed_and_what_went() {
        let line = |path: &str, bytes: &str| format!("{}  {path}\n", Digest::of(bytes.as_bytes()));
        let manifest = |lines: &[(&str, &str)]| {
            let lines: String = lines.iter().map(|(path, bytes)| line(path, bytes)).collect();
            format!("warta-manifest 1\n{lines}")
        };
        let old = manifest(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let new = manifest(&[("b", "1"), ("c", "2"), ("d", "1")]);
        let one = |path: &str| vec![RelPath::new(path)];
        let expected = Changes { added: one("d"), changed: one("c"), removed: one("a") };
        assert_eq!(Changes::between(&old, &new), expected);
        assert_eq!(Changes::between("", &new).added.len(), 3);
        assert_eq!(Changes::between(&new, &new), Changes::default());
    }
}
