//! What the file system says of a file that was looked at: as long as it says the same, the bytes are the
//! same, and need not be read again.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long before a look the last change must lie: clocks of file systems go in steps, and what changed
/// within the same step can't be told from what had changed before.
const STEP: Duration = Duration::from_millis(20);

/// A second in nanoseconds, and the step of the file systems whose clocks know no less: a time that ends in
/// zeros is likely one of theirs.
const WHOLE: i64 = 1_000_000_000;
const COARSE_STEP: Duration = Duration::from_secs(2);

/// A file's length, its number, and when it was last changed and moved. Where the system does not tell
/// when a file's place was changed, there is no stamp: a time that anybody can set proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub len: u64,
    /// The file's number in its file system.
    pub number: u64,
    /// When its bytes were last written, in nanoseconds of the epoch.
    pub written: i64,
    /// When it was last written, moved or given other rights, in nanoseconds of the epoch. Programs
    /// can't set this one.
    pub changed: i64,
}

impl Stamp {
    /// The stamp of a regular file.
    pub fn of(path: &Path) -> Option<Stamp> {
        std::fs::symlink_metadata(path).ok().filter(Metadata::is_file).and_then(|metadata| Stamp::read(&metadata))
    }

    /// The stamp of a folder: another one as soon as a name in it comes or goes.
    pub(super) fn of_folder(path: &Path) -> Option<Stamp> {
        std::fs::symlink_metadata(path).ok().filter(Metadata::is_dir).and_then(|metadata| Stamp::read(&metadata))
    }

    /// The stamp of what was looked at.
    #[cfg(unix)]
    pub(super) fn read(metadata: &Metadata) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt;
        Some(Stamp {
            len: metadata.len(),
            number: metadata.ino(),
            written: nanoseconds(metadata.mtime(), metadata.mtime_nsec())?,
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec())?,
        })
    }

    /// The stamp of what the system was asked about.
    #[cfg(unix)]
    #[allow(clippy::useless_conversion, reason = "the fields have other types on other systems")]
    pub(super) fn of_stat(stat: &rustix::fs::Stat) -> Option<Stamp> {
        let time = |seconds, rest| nanoseconds(i64::try_from(seconds).ok()?, i64::try_from(rest).ok()?);
        Some(Stamp {
            len: u64::try_from(stat.st_size).ok()?,
            number: u64::try_from(stat.st_ino).ok()?,
            written: time(stat.st_mtime, stat.st_mtime_nsec)?,
            changed: time(stat.st_ctime, stat.st_ctime_nsec)?,
        })
    }

    #[cfg(not(unix))]
    pub(super) fn read(_: &Metadata) -> Option<Stamp> {
        None
    }

    /// Whether the bytes are those of a file that had another stamp before it was moved.
    pub(super) fn is_of_same_bytes(&self, before: &Stamp) -> bool {
        (self.len, self.number, self.written) == (before.len, before.number, before.written)
    }

    /// What is known of a file that can't be vouched for: it will be read the next time.
    pub const UNSETTLED: Stamp = Stamp { len: 0, number: 0, written: i64::MIN, changed: i64::MIN };

    /// Whether a look can vouch for the bytes: what was changed just then can't be told.
    pub fn is_settled(&self, look: Look) -> bool {
        self.changed < if self.changed % WHOLE == 0 { look.before_whole } else { look.before }
    }
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, rest: i64) -> Option<i64> {
    seconds.checked_mul(WHOLE)?.checked_add(rest)
}

/// A look at files: it can vouch for what was changed before a certain instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// In nanoseconds of the epoch.
    before: i64,
    /// The same for times of whole seconds.
    before_whole: i64,
}

impl Look {
    /// A look from now on, by the machine's own clock: that of the file system may go in steps behind it.
    #[allow(clippy::disallowed_methods, reason = "decides which files are read again, never what is made")]
    pub fn begin() -> Look {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let ago = |step| i64::try_from(since.saturating_sub(step).as_nanos()).unwrap_or(0);
        Look { before: ago(STEP), before_whole: ago(COARSE_STEP) }
    }

    /// A look from now on where the file system's clock has this time.
    pub(super) fn by_clock(now: i64) -> Look {
        Look { before: now, before_whole: now }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::fs;

    #[allow(clippy::disallowed_methods, reason = "time has to pass")]
    fn wait() {
        std::thread::sleep(STEP + Duration::from_millis(5));
    }

    #[test]
    fn whatever_is_done_to_a_file_shows() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "satu").unwrap();
        let first = Stamp::of(&file).unwrap();
        assert_eq!(Stamp::of(&file), Some(first));
        // The same length, and the time put back: as a program would that means harm.
        wait();
        fs::write(&file, "SATU").unwrap();
        let written = UNIX_EPOCH + Duration::from_nanos(first.written.unsigned_abs());
        fs::File::options().write(true).open(&file).unwrap().set_modified(written).unwrap();
        let second = Stamp::of(&file).unwrap();
        assert_eq!((second.len, second.number, second.written), (first.len, first.number, first.written));
        assert_ne!(second, first);
    }

    #[test]
    fn a_look_right_after_a_change_vouches_for_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "satu").unwrap();
        let stamp = Stamp::of(&file).unwrap();
        assert!(!stamp.is_settled(Look::begin()));
        wait();
        assert!(stamp.is_settled(Look::begin()));
    }

    #[test]
    fn a_clock_of_whole_seconds_vouches_for_nothing_within_two() {
        let at = |changed: i64| Stamp { len: 0, number: 0, written: changed, changed };
        let look = Look { before: 10 * WHOLE + 480_000_000, before_whole: 8 * WHOLE + 500_000_000 };
        assert!(at(10 * WHOLE + 400_000_000).is_settled(look));
        assert!(!at(10 * WHOLE).is_settled(look) && !at(9 * WHOLE).is_settled(look));
        assert!(at(8 * WHOLE).is_settled(look));
        // Its own clock says no more than is so.
        let look = Look::by_clock(10 * WHOLE);
        assert!(!at(10 * WHOLE).is_settled(look) && at(9 * WHOLE).is_settled(look));
    }

    #[test]
    fn what_is_no_file_has_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Stamp::of(folder.path()), None);
        assert_eq!(Stamp::of(&folder.path().join("tiada")), None);
        std::os::unix::fs::symlink("tiada", folder.path().join("link")).unwrap();
        assert_eq!(Stamp::of(&folder.path().join("link")), None);
    }
}
