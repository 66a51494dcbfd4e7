//! `_headers` and `_redirects`, as Cloudflare Pages, Netlify and hosts after their manner read them.
//!
//! Where several rules fit an address, these hosts join the values of a header with commas. So no
//! header stands in two rules that fit the same file: caching is said of feeds and of files that never
//! change alone, and for pages it is left at what these hosts say by themselves, which is to ask anew
//! each time. A rule has one `*`, at its end; other folders are placeholders, because that is what both
//! of them understand. Both have a limit of 100 rules and of 2,000 characters a line.

use super::table::{FOR_A_MINUTE, FOR_A_YEAR, always, immutable_folders, named_types};
use crate::routes::Edition;

/// `_headers`.
pub(in crate::render) fn headers(edition: &Edition) -> Vec<u8> {
    let base = &edition.config.base_path;
    let mut text = String::new();
    let mut rule = |place: &str, headers: &[(&str, &str)]| {
        text.push_str(&format!("{base}/{place}\n"));
        text.extend(headers.iter().map(|(name, value)| format!("  {name}: {value}\n")));
    };
    rule("*", &always(edition));
    for folder in immutable_folders(edition) {
        rule(&format!("{folder}/*"), &[("Cache-Control", FOR_A_YEAR)]);
    }
    for (name, media_type, depths) in named_types(edition) {
        for depth in depths {
            let folders: String = (1..=depth).map(|level| format!(":folder{level}/")).collect();
            rule(&format!("{folders}{name}"), &[("Content-Type", media_type), ("Cache-Control", FOR_A_MINUTE)]);
        }
    }
    text.into_bytes()
}

/// The most rules that every host reads: GitLab Pages takes 1,000.
const RULES_MAX: usize = 1_000;

/// `_redirects`: each rule with the slash at its end and without. Netlify takes both for one address,
/// Cloudflare Pages does not. Where that would be more than hosts read, each has the form without
/// alone: the page that stands at the old address answers for the other.
pub(in crate::render) fn redirects(edition: &Edition) -> Vec<u8> {
    let base = &edition.config.base_path;
    let rules = edition.redirect_rules();
    let both = (rules.fixed.len() + rules.patterns.len()) * 2 <= RULES_MAX;
    let mut text = String::new();
    for (from, to) in rules.fixed.iter().chain(&rules.patterns) {
        let bare = from.trim_end_matches('/');
        let further = both && !bare.ends_with(".html");
        let forms = ["", "/"].into_iter().take(1 + usize::from(further));
        text.extend(forms.map(|slash| format!("{base}{bare}{slash} {base}{to} 301\n")));
    }
    text.into_bytes()
}
