//! The small files that hosts and crawlers read.

use crate::routes::{Edition, What};
use std::fmt::Write;

/// `robots.txt` (RFC 9309).
pub(super) fn robots(edition: &Edition) -> Vec<u8> {
    let rule = if edition.newsroom.preview { "Disallow: /" } else { "Allow: /" };
    let sitemap = edition.config.absolute("/sitemap.xml");
    format!("User-agent: *\n{rule}\n\nSitemap: {sitemap}\n").into_bytes()
}

/// `_redirects`: one rule an alias. Hosts match it with the slash at the end and without.
pub(super) fn redirects(edition: &Edition) -> Vec<u8> {
    let mut rules = String::new();
    for route in edition.routes.iter() {
        if let What::Redirect(target) = &route.what {
            let (from, to) = (edition.href(&route.url), edition.href(target));
            // Writing into a String can't fail.
            let _ = writeln!(rules, "{} {to} 301", from.trim_end_matches('/'));
        }
    }
    rules.into_bytes()
}

/// The policy that pages are written for: nothing from elsewhere, nothing inline.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
connect-src 'self'; media-src 'self'; manifest-src 'self'; frame-src https://www.youtube-nocookie.com; \
base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// `_headers`: caching by kind of file, and the policy.
pub(super) fn headers(edition: &Edition) -> Vec<u8> {
    let base = &edition.config.base_path;
    format!(
        "{base}/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Cache-Control: public, max-age=60\n\
         {base}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\
         {base}/images/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
    .into_bytes()
}
