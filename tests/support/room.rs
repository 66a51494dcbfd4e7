//! Small newsrooms in memory, for tests that tell a story about one of them.

use std::collections::BTreeMap;
use std::sync::Arc;
use warta::diagnostic::{Diagnostic, Severity};
use warta::source::Memory;
use warta::workspace::{RenderError, Settings, Snapshot, Workspace};

/// The settings of every room that has none of its own.
pub const SITE: &str = r#"title = "Warta Uji"
base_url = "https://warta.contoh.go.id"
language = "id"
timezone = "Asia/Jakarta"
"#;

/// The instant at which rooms are looked at unless they say otherwise.
pub const NOW: &str = "2026-03-01T12:00:00+07:00";

/// The smallest picture there is, with a text behind its end that no browser sees.
pub fn picture(mark: &str) -> Vec<u8> {
    const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xFF\xFF\xFF\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    [GIF, mark.as_bytes()].concat()
}

/// A newsroom under construction.
#[derive(Debug)]
pub struct Room {
    files: Arc<Memory>,
    settings: Settings,
}

impl Room {
    /// A newsroom without a fault: one unit, one person, one article.
    pub fn new() -> Room {
        Room::empty()
            .with("content/unit/humas.md", "+++\ntitle = \"Humas\"\n+++\n")
            .with("content/tokoh/rani.md", "+++\ntitle = \"Rani Larasati\"\n+++\n")
            .with("content/berita/2026/pasar.md", news("title = \"Pasar dibuka\"\n", "## Jadwal\n\nBuka pukul enam.\n"))
    }

    /// A newsroom of settings alone.
    pub fn empty() -> Room {
        let settings = Settings { now: NOW.parse().unwrap(), preview: false, base_url: None, keep_last_good: false };
        Room { files: Arc::new(Memory::new([("site.toml", SITE)])), settings }
    }

    /// The room with one more file.
    pub fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Room {
        self.files.put(path, bytes.as_ref());
        self
    }

    /// The room with further lines at the end of its site.toml.
    pub fn site(self, lines: &str) -> Room {
        let text = format!("{SITE}{lines}");
        self.with("site.toml", text)
    }

    /// The room at another instant.
    pub fn at(mut self, now: &str) -> Room {
        self.settings.now = now.parse().unwrap();
        self
    }

    /// The room as its editors preview it.
    pub fn previewed(mut self) -> Room {
        self.settings.preview = true;
        self
    }

    /// What the newsroom comes to.
    pub fn load(&self) -> Snapshot {
        Workspace::new(self.files.clone(), self.settings.clone()).load().unwrap()
    }

    /// Every finding, those of rendering included where nothing else stops a build.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let snapshot = self.load();
        let mut findings = snapshot.diagnostics().to_vec();
        findings.extend(snapshot.develop(false, &|| ()).unwrap());
        if !findings.iter().any(Diagnostic::is_error) {
            for route in snapshot.routes() {
                match snapshot.render(route) {
                    Err(RenderError::Findings(more)) => findings.extend(more),
                    Err(RenderError::Failure(failure)) => panic!("{failure}"),
                    Ok(_) => {}
                }
            }
        }
        findings.sort();
        findings.dedup();
        findings
    }

    /// The site: every output file by name. The room must be without errors.
    pub fn site_files(&self) -> BTreeMap<String, Vec<u8>> {
        let snapshot = self.load();
        let errors: Vec<&Diagnostic> =
            snapshot.diagnostics().iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_eq!(snapshot.develop(false, &|| ()).unwrap(), []);
        let render = |route| snapshot.render(route).unwrap_or_else(|error| panic!("{error:?}"));
        snapshot.routes().iter().map(|route| (route.url.output().to_string(), render(route))).collect()
    }

    /// One output file as text.
    pub fn page(&self, path: &str) -> String {
        let mut files = self.site_files();
        let names: Vec<String> = files.keys().cloned().collect();
        let bytes = files.remove(path).unwrap_or_else(|| panic!("no {path} among {names:#?}"));
        String::from_utf8(bytes).unwrap()
    }
}

/// A faultless news item with `lines` in its front matter, the first of them on line 2, and `body`
/// as its text. Whatever `lines` leave out of title, date, summary and units is filled in.
pub fn news(lines: &str, body: &str) -> String {
    let usual = [
        ("title", "\"Banjir surut\""),
        ("date", "2026-02-01T09:00"),
        ("summary", "\"Air surut pada Minggu pagi.\""),
        ("units", "[\"humas\"]"),
    ];
    let absent = usual.iter().filter(|(key, _)| !lines.lines().any(|line| line.split(' ').next() == Some(key)));
    // A table in `lines` would swallow the keys that follow it.
    let (keys, tables) = match lines.find("\n[") {
        Some(at) => lines.split_at(at + 1),
        None => (lines, ""),
    };
    let filled: String = absent.map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("+++\n{keys}{filled}{tables}+++\n\n{body}")
}
