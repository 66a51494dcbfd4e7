//! The real program, run on newsrooms in temporary folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A newsroom on disk that vanishes with its test.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    /// An empty folder.
    pub fn empty() -> Folder {
        Folder { folder: tempfile::tempdir().unwrap() }
    }

    /// A small newsroom without a fault.
    pub fn newsroom() -> Folder {
        let folder = Folder::empty();
        folder.write("site.toml", crate::room::SITE);
        folder.write("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n");
        folder.write(
            "content/berita/2026/pasar.md",
            crate::room::news("title = \"Pasar dibuka\"\n", "Buka pukul enam.\n"),
        );
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A path within it.
    pub fn join(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.join(path)).unwrap();
    }

    /// Whether there is a file or folder of that name.
    pub fn has(&self, path: &str) -> bool {
        self.join(path).exists()
    }

    /// A file's text.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file below a folder of it, with its bytes.
    pub fn tree(&self, path: &str) -> BTreeMap<String, Vec<u8>> {
        tree(&self.join(path))
    }

    /// Runs the program on it.
    pub fn warta(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments))
    }

    /// The program about to be run on it, at an instant that never changes.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.args(arguments).arg("--root").arg(self.path()).current_dir(self.path());
        command.env("SOURCE_DATE_EPOCH", "1772341200");
        command
    }
}

/// The program, in an environment without surprises.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    command.env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
    command
}

/// What a run of the program came to.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
}

impl Run {
    /// Runs a command to its end.
    pub fn of(mut command: Command) -> Run {
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    /// The run, which must have ended with `status`.
    pub fn ends(self, status: i32) -> Run {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.out, self.err);
        self
    }

    /// The one JSON object on standard output.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Holds two trees to be the same, and tells in which files they differ.
pub fn assert_same(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>) {
    let names = left.keys().chain(right.keys()).collect::<std::collections::BTreeSet<_>>();
    let different: Vec<_> = names.into_iter().filter(|name| left.get(*name) != right.get(*name)).collect();
    assert!(different.is_empty(), "these files differ: {different:#?}");
}

/// Every file below a folder, with its bytes; none if the folder is not there.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
