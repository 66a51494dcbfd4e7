//! What stops warta itself: a full disk, a folder that can't be read, a busy port.
//!
//! Never used for a fault of the newsroom's content: that is a [`crate::diagnostic::Diagnostic`].

use crate::diagnostic::Text;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// A fault of the environment. The run ends with exit status 2.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What could not be done, and what to do about it.
    pub message: Text,
    /// The system's own words, if it had any.
    pub cause: Option<Arc<io::Error>>,
}

impl Failure {
    /// A failure that the system said nothing about.
    pub fn new(message: Text) -> Self {
        Failure { message, cause: None }
    }

    /// A failed operation on a file, with the usual causes explained.
    pub fn io(doing: Text, path: &Path, cause: io::Error) -> Self {
        let path = path.display();
        let (id, en) = match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                ("; cakram penuh, kosongkan ruang lalu ulangi", "; the disk is full, free some space and try again")
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
                "; tidak ada izin, periksa hak akses folder itu",
                "; permission denied, check the folder's access rights",
            ),
            _ => ("", ""),
        };
        Failure {
            message: Text::new(format!("{}: {path}{id}", doing.id), format!("{}: {path}{en}", doing.en)),
            cause: Some(Arc::new(cause)),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)?;
        match &self.cause {
            Some(cause) => write!(f, " ({cause})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}
