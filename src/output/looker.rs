//! Looks at many names of the output folder.

use super::stamp::Stamp;
use std::path::Path;

/// Looks at names below a folder that come in order, each mostly near the one before.
pub(super) struct Looker<'a> {
    output: &'a Path,
    #[cfg(unix)]
    near: Option<near::Near>,
}

impl<'a> Looker<'a> {
    /// Looks below a folder.
    pub(super) fn below(output: &'a Path) -> Looker<'a> {
        Looker {
            output,
            #[cfg(unix)]
            near: None,
        }
    }

    /// What the file system says of a name: of a folder, if it ends with a slash, else of a regular file.
    pub(super) fn stamp(&mut self, name: &str) -> Option<Stamp> {
        let (path, is_folder) = name.strip_suffix('/').map_or((name, false), |folder| (folder, true));
        #[cfg(unix)]
        {
            near::Near::to(&mut self.near, self.output, path)?.stamp(path, is_folder)
        }
        #[cfg(not(unix))]
        match is_folder {
            true => Stamp::of_folder(&self.output.join(path)),
            false => Stamp::of(&self.output.join(path)),
        }
    }
}

#[cfg(unix)]
mod near {
    use super::Stamp;
    use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, openat, statat};
    use std::os::fd::OwnedFd;
    use std::path::Path;

    /// How many steps a name may be below what is held open.
    const STEPS: usize = 2;

    /// A folder that is held open, so that the system need not find its way from the root for every name near it.
    pub(super) struct Near {
        /// Its path with a slash behind it; empty for the output folder itself.
        folder: String,
        open: OwnedFd,
    }

    impl Near {
        /// A folder a step or two above a path: the one of the name before, if that is one.
        pub(super) fn to<'a>(held: &'a mut Option<Near>, output: &Path, path: &str) -> Option<&'a Near> {
            if !held.as_ref().is_some_and(|near| near.is_near(path)) {
                let folder = path.rmatch_indices('/').nth(STEPS - 1).map_or("", |(at, _)| &path[..=at]);
                let open = openat(CWD, output.join(folder), FLAGS, Mode::empty()).ok()?;
                *held = Some(Near { folder: folder.to_owned(), open });
            }
            held.as_ref()
        }

        fn is_near(&self, path: &str) -> bool {
            path.strip_prefix(&*self.folder).is_some_and(|rest| rest.matches('/').count() < STEPS)
        }

        pub(super) fn stamp(&self, path: &str, is_folder: bool) -> Option<Stamp> {
            let rest = path.get(self.folder.len()..)?;
            let rest = if rest.is_empty() { "." } else { rest };
            let stat = statat(&self.open, rest, AtFlags::SYMLINK_NOFOLLOW).ok()?;
            let kind = if is_folder { FileType::Directory } else { FileType::RegularFile };
            (FileType::from_raw_mode(stat.st_mode) == kind).then(|| Stamp::of_stat(&stat))?
        }
    }

    /// To be looked below, not read.
    #[cfg(target_os = "linux")]
    const FLAGS: OFlags = OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
    #[cfg(not(target_os = "linux"))]
    const FLAGS: OFlags = OFlags::DIRECTORY.union(OFlags::CLOEXEC);
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn names_are_seen_as_they_are_seen_from_the_root() {
        let output = tempfile::tempdir().unwrap();
        let place = |name: &str| output.path().join(name);
        fs::create_dir_all(place("a/b/c/d")).unwrap();
        for file in ["x", "a/x", "a/b/x", "a/b/c/x", "a/b/c/d/x"] {
            fs::write(place(file), file).unwrap();
        }
        std::os::unix::fs::symlink("x", place("a/link")).unwrap();
        std::os::unix::fs::symlink("b", place("a/folder")).unwrap();
        let mut looker = Looker::below(output.path());
        for _ in 0..2 {
            for name in ["", "x", "a/x", "a/b/x", "a/b/c/x", "a/b/c/d/x", "a/b", "a/link", "a/folder", "a/b/c/d", "nil"]
            {
                assert_eq!(looker.stamp(name), Stamp::of(&place(name)), "{name}");
                assert_eq!(looker.stamp(&format!("{name}/")), Stamp::of_folder(&place(name)), "{name}/");
            }
        }
        assert!(looker.stamp("/").is_some() && looker.stamp("a/b/").is_some() && looker.stamp("a/b").is_none());
        assert!(Looker::below(&place("nil")).stamp("x").is_none());
    }
}
