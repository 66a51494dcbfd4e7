//! The addresses that changed since the last build, for whatever comes after it: purging a CDN,
//! telling search engines.

use crate::console;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use warta::diagnostic::Tongue;
use warta::output::Changes;
use warta::path::{RelPath, UrlPath};
use warta::routes::Edition;
use warta::text;

/// The most addresses that IndexNow takes at once.
const INDEX_NOW_MAX: usize = 10_000;

/// Writes `.warta/changed.txt` and `.warta/changed.json`. That they can't be written is no reason to
/// fail: the site is published.
pub fn tell(root: &Path, told: &Told, tongue: Tongue) {
    let folder = root.join(".warta");
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("changed.txt"), &told.lines))
        .and_then(|()| fs::write(folder.join("changed.json"), format!("{:#}\n", told.json)));
    if let Err(error) = written {
        let note = text!(
            "daftar perubahan tidak dapat ditulis ke .warta/: {error}",
            "the list of changes can't be written to .warta/: {error}"
        );
        console::note(note.in_tongue(tongue));
    }
}

/// What is told.
#[derive(Debug, Default)]
pub struct Told {
    /// Every address that changed, a line each.
    lines: String,
    json: Value,
}

impl Told {
    /// What is told of a build that changed nothing, for the next that does not.
    pub fn to_json(&self) -> String {
        self.json.to_string()
    }

    /// The same, read back.
    pub fn from_json(json: &str) -> Told {
        Told { lines: String::new(), json: serde_json::from_str(json).unwrap_or_default() }
    }
}

/// What is to be told of changes.
pub fn told(edition: &Edition, changes: &Changes) -> Told {
    let urls = |files: &[RelPath]| -> BTreeSet<String> {
        files.iter().filter_map(address).map(|url| edition.absolute(&url)).collect()
    };
    let (added, changed, removed) = (urls(&changes.added), urls(&changes.changed), urls(&changes.removed));
    let all: BTreeSet<&String> = added.iter().chain(&changed).chain(&removed).collect();
    let lines = all.iter().map(|url| format!("{url}\n")).collect();
    let json = json!({
        "first": changes.first,
        "added": added,
        "changed": changed,
        "removed": removed,
        "indexnow": index_now(edition, changes),
    });
    Told { lines, json }
}

/// The address at which a file is served; none for what is meant for the host itself.
fn address(file: &RelPath) -> Option<UrlPath> {
    let name = file.as_str();
    if matches!(name, "_headers" | "_redirects") {
        return None;
    }
    // A smaller copy is served at the address of its original.
    let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    Some(match name.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')) {
        Some(folder) => UrlPath::page(folder),
        None => UrlPath::file(&RelPath::new(name)),
    })
}

/// What is posted to IndexNow as it is: pages that search engines list, or listed until now.
fn index_now(edition: &Edition, changes: &Changes) -> Value {
    let Some(key) = &edition.config.index_now else { return Value::Null };
    let there = changes.added.iter().chain(&changes.changed).filter_map(address);
    let there = there.filter(|url| edition.routes.is_indexable(url));
    let gone = changes.removed.iter().filter_map(address).filter(|url| url.as_str().ends_with('/'));
    let urls: BTreeSet<String> = there.chain(gone).map(|url| edition.absolute(&url)).collect();
    json!({
        "host": edition.config.host(),
        "key": &**key,
        "keyLocation": edition.config.absolute(&format!("/{key}.txt")),
        "urlList": urls.into_iter().take(INDEX_NOW_MAX).collect::<Vec<_>>(),
    })
}
