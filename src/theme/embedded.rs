//! The theme `warta`, within the binary.

use super::{ThemeFile, ThemeFiles};
use crate::path::RelPath;
use include_dir::{Dir, include_dir};

static WARTA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/warta");

/// The files of a theme that comes with warta.
pub fn embedded(name: &str) -> Option<ThemeFiles> {
    if name != "warta" {
        return None;
    }
    let mut files = ThemeFiles::default();
    add(&WARTA, &mut files);
    Some(files)
}

fn add(folder: &Dir<'_>, files: &mut ThemeFiles) {
    for file in folder.files() {
        let name = RelPath::new(&file.path().to_string_lossy());
        let path = RelPath::new(crate::source::THEMES).join("warta").join(name.as_str());
        files.put(name.as_str(), ThemeFile { path, bytes: file.contents().into() });
    }
    for inner in folder.dirs() {
        add(inner, files);
    }
}
