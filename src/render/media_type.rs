//! What programs are told of a file, by its name: the one table for the preview and for every host.

use crate::path::RelPath;

/// A page.
pub const HTML: &str = "text/html; charset=utf-8";

/// The types of files that have a name of their own. Browsers that show feeds as they are written would
/// guess at their letters otherwise.
pub(super) const BY_NAME: [(&str, &str); 4] = [
    ("rss.xml", "application/rss+xml; charset=utf-8"),
    ("atom.xml", "application/atom+xml; charset=utf-8"),
    ("feed.json", "application/feed+json"),
    ("opml.xml", "text/x-opml; charset=utf-8"),
];

/// The types of all others, by the end of the name.
pub(super) const BY_END: [(&str, &[&str]); 34] = [
    (HTML, &["html", "htm"]),
    ("text/css; charset=utf-8", &["css"]),
    ("text/javascript; charset=utf-8", &["js", "mjs"]),
    ("application/json", &["json"]),
    ("application/xml", &["xml", "xsl"]),
    ("text/plain; charset=utf-8", &["txt"]),
    ("text/csv; charset=utf-8", &["csv"]),
    ("text/calendar; charset=utf-8", &["ics"]),
    ("text/vtt; charset=utf-8", &["vtt"]),
    ("application/manifest+json", &["webmanifest"]),
    ("image/svg+xml", &["svg"]),
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/webp", &["webp"]),
    ("image/avif", &["avif"]),
    ("image/gif", &["gif"]),
    ("image/vnd.microsoft.icon", &["ico"]),
    ("application/pdf", &["pdf"]),
    ("application/zip", &["zip"]),
    ("application/rtf", &["rtf"]),
    ("application/msword", &["doc"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("video/mp4", &["mp4", "m4v"]),
    ("video/webm", &["webm"]),
    ("audio/mpeg", &["mp3"]),
    ("font/woff2", &["woff2"]),
    ("application/wasm", &["wasm"]),
];

/// The type of a file's content.
pub fn media_type(file: &RelPath) -> &'static str {
    let name = file.file_name();
    if let Some((_, own)) = BY_NAME.iter().find(|(known, _)| *known == name) {
        return own;
    }
    let end = file.extension().unwrap_or_default();
    let found = BY_END.iter().find(|(_, ends)| ends.contains(&end.as_str()));
    found.map_or("application/octet-stream", |(media_type, _)| media_type)
}

/// A media type without its parameters.
pub(super) fn bare(media_type: &'static str) -> &'static str {
    media_type.split(';').next().unwrap_or(media_type)
}

/// Whether a file is text, which gets much smaller when compressed.
pub fn is_text(file: &RelPath) -> bool {
    let of = bare(media_type(file));
    of.starts_with("text/") || of.ends_with("json") || of.ends_with("xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_follow_the_name() {
        let of = |name: &str| media_type(&RelPath::new(name));
        assert_eq!(of("a/b/index.html"), HTML);
        assert_eq!(of("FOTO.JPG"), "image/jpeg");
        assert_eq!(of("berita/rss.xml"), "application/rss+xml; charset=utf-8");
        assert_eq!(of("berita/feed/3/feed.json"), "application/feed+json");
        assert_eq!(of("sitemap.xml"), "application/xml");
        assert_eq!(of("_headers"), "application/octet-stream");
        assert!(is_text(&RelPath::new("lambang.svg")) && !is_text(&RelPath::new("lambang.png")));
    }
}
