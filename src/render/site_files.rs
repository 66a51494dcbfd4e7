//! The small files that hosts and crawlers read.

use crate::routes::{Edition, What};
use std::fmt::Write;

/// `robots.txt` (RFC 9309).
pub(super) fn robots(edition: &Edition) -> Vec<u8> {
    let rule = if edition.newsroom.preview { "Disallow: /" } else { "Allow: /" };
    let sitemap = edition.config.absolute("/sitemap.xml");
    format!("User-agent: *\n{rule}\n\nSitemap: {sitemap}\n").into_bytes()
}

/// The most rules that every host reads: GitLab Pages takes 1,000, Cloudflare Pages 2,000.
const RULES_MAX: usize = 1_000;

/// `_redirects`: each alias with the slash at its end and without. Netlify takes both for one
/// address, Cloudflare Pages does not. Where that would be more rules than hosts read, each has the
/// form without alone: the page that stands at the alias answers for the other.
pub(super) fn redirects(edition: &Edition) -> Vec<u8> {
    let mut sources: Vec<(String, String)> = Vec::new();
    for route in edition.routes.iter() {
        if let What::Redirect(target) = &route.what {
            sources.push((edition.href(&route.url), edition.href(target)));
        }
    }
    let both = sources.len() * 2 <= RULES_MAX;
    let mut rules = String::new();
    for (from, to) in sources {
        let bare = from.trim_end_matches('/');
        // Writing into a String can't fail.
        let _ = writeln!(rules, "{bare} {to} 301");
        if both && bare != from {
            let _ = writeln!(rules, "{from} {to} 301");
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
