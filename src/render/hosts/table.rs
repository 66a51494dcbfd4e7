//! The table itself.

use crate::render::media_type::BY_NAME;
use crate::routes::{Edition, INDEX, What};
use crate::source::STATIC;

/// The policy that pages are written for: nothing from elsewhere, nothing inline.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
connect-src 'self'; media-src 'self'; manifest-src 'self'; frame-src https://www.youtube-nocookie.com; \
base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What a site like this never asks of a browser.
const NO_PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// For files whose name changes with their bytes.
pub(super) const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// For what may change with the next build.
pub(super) const FOR_A_MINUTE: &str = "public, max-age=60";

/// Files that are meant for hosts, not for readers.
pub(super) const INTERNAL: [&str; 3] = ["_headers", "_redirects", ".warta-manifest"];

/// What every answer says.
pub(super) fn always(edition: &Edition) -> Vec<(&'static str, &'static str)> {
    let encrypted = edition.config.origin.starts_with("https://");
    let headers = [
        Some(("Content-Security-Policy", POLICY)),
        encrypted.then_some(("Strict-Transport-Security", "max-age=31536000")),
        Some(("X-Content-Type-Options", "nosniff")),
        Some(("Referrer-Policy", "strict-origin-when-cross-origin")),
        Some(("Permissions-Policy", NO_PERMISSIONS)),
    ];
    headers.into_iter().flatten().collect()
}

/// The folders in which every file's name changes with its bytes. One with a file of static/ is none.
pub(super) fn immutable_folders(edition: &Edition) -> Vec<&'static str> {
    let own = |folder: &&str| {
        let prefix = format!("/{folder}/");
        let mut inside = edition.routes.iter().filter(|route| route.url.as_str().starts_with(&prefix)).peekable();
        let copied = |what: &What| matches!(what, What::Copy(file) if file.below(STATIC).is_some());
        inside.peek().is_some() && !inside.any(|route| copied(&route.what))
    };
    ["assets", "images", INDEX].into_iter().filter(own).collect()
}

/// The files with a name and type of their own, with the depths of folders at which they stand.
pub(super) fn named_types(edition: &Edition) -> Vec<(&'static str, &'static str, Vec<usize>)> {
    let mut found: Vec<(&str, &str, Vec<usize>)> = BY_NAME.iter().map(|(name, of)| (*name, *of, Vec::new())).collect();
    for route in edition.routes.iter() {
        // No name among these is written otherwise in an address.
        let Some((folder, own)) = route.url.as_str().rsplit_once('/') else { continue };
        if let Some((_, _, depths)) = found.iter_mut().find(|(name, ..)| *name == own) {
            depths.push(folder.matches('/').count());
        }
    }
    for (_, _, depths) in &mut found {
        depths.sort_unstable();
        depths.dedup();
    }
    found.retain(|(_, _, depths)| !depths.is_empty());
    found
}
