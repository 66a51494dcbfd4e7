//! What a browser is told of a file, by the end of its name.

use crate::path::RelPath;

/// A page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The type of a file's content.
pub(super) fn of(file: &RelPath) -> &'static str {
    match file.extension().as_deref() {
        Some("html" | "htm") => HTML,
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("gif") => "image/gif",
        Some("ico") => "image/vnd.microsoft.icon",
        Some("pdf") => "application/pdf",
        Some("mp4") => "video/mp4",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_follow_the_name() {
        assert_eq!(of(&RelPath::new("a/b/index.html")), HTML);
        assert_eq!(of(&RelPath::new("FOTO.JPG")), "image/jpeg");
        assert_eq!(of(&RelPath::new("_headers")), "application/octet-stream");
    }
}
