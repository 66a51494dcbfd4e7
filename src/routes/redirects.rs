//! Old addresses as rules for hosts: one for many where a pattern leads to all of them.
//!
//! A pattern is taken up only if it holds for every old address that it fits, the exceptions being
//! named before it, and if no page stands at an address that it fits. Whatever no rule has room for
//! is reached by the page at the old address, which leads on.

use super::{Edition, What};
use crate::newsroom::DocId;
use crate::path::UrlPath;
use crate::reads::{self, Of, Read};
use std::collections::{BTreeMap, BTreeSet};

/// The most plain rules, and the most with placeholders, that Cloudflare Pages takes; other hosts
/// take as many or more.
const FIXED_MAX: usize = 2_000;
const PATTERNS_MAX: usize = 100;
/// The longest rule, in characters.
const RULE_MAX: usize = 1_000;

/// An old address.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// As the editor wrote it: with its last slash or without.
    pub from: Box<str>,
    /// Where it leads.
    pub to: UrlPath,
    /// The document that has it.
    pub document: DocId,
}

/// All old addresses as rules. Both sides are encoded paths, without the site's base path.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// From one address to another; they come before the patterns.
    pub fixed: Vec<(String, String)>,
    /// From addresses with placeholders (`:id`) to one that is filled with what they stood for.
    pub patterns: Vec<(String, String)>,
    /// How many old addresses there is no rule for.
    pub left_out: usize,
}

impl Edition {
    /// Old addresses as rules: told from all of them and from every page, once an edition.
    pub fn redirect_rules(&self) -> &Rules {
        reads::whole(|| Read::new(Of::Redirects), || self.rules.get_or_init(|| self.new_redirect_rules()))
    }

    fn new_redirect_rules(&self) -> Rules {
        if self.routes.redirects().is_empty() {
            return Rules::default();
        }
        let pages: Vec<Vec<&str>> = self
            .routes
            .iter()
            .filter(|route| !matches!(route.what, What::Redirect(_)))
            .map(|route| segments(route.url.as_str()))
            .collect();
        let redirects: Vec<(&Redirect, Option<String>)> = self
            .routes
            .redirects()
            .iter()
            .map(|redirect| {
                let number = self.newsroom.entry(redirect.document).document.front.legacy_id.as_ref();
                (redirect, number.map(|number| number.value.to_string()))
            })
            .collect();
        rules(&redirects, &pages)
    }
}

fn rules(redirects: &[(&Redirect, Option<String>)], pages: &[Vec<&str>]) -> Rules {
    let general: Vec<Option<(String, String)>> =
        redirects.iter().map(|(redirect, number)| generalised(redirect, number.as_deref()?)).collect();
    let mut used: BTreeMap<&(String, String), usize> = BTreeMap::new();
    for pair in general.iter().flatten() {
        *used.entry(pair).or_default() += 1;
    }
    // Of several places that one pattern leads to, the most frequent; the rest are exceptions.
    let mut best: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for ((from, to), count) in used {
        let known = best.entry(from).or_insert((0, to));
        if count > known.0 {
            *known = (count, to);
        }
    }
    let fits_a_page = |from: &str| {
        let pattern = segments(from);
        pages.iter().any(|page| fits(&pattern, page))
    };
    let mut patterns: Vec<(usize, String, String)> = best
        .into_iter()
        .filter(|(from, (count, _))| *count > 1 && !fits_a_page(from))
        .map(|(from, (count, to))| (count, from.to_owned(), to.to_owned()))
        .collect();
    patterns.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    patterns.truncate(PATTERNS_MAX);
    let patterns: Vec<(String, String)> = patterns.into_iter().map(|(_, from, to)| (from, to)).collect();
    let covered: BTreeSet<&(String, String)> = patterns.iter().collect();
    let mut fixed: Vec<(String, String)> = redirects
        .iter()
        .zip(&general)
        .filter(|(_, pair)| !pair.as_ref().is_some_and(|pair| covered.contains(pair)))
        .map(|((redirect, _), _)| (redirect.from.to_string(), redirect.to.to_string()))
        .collect();
    let all = fixed.len();
    // An exception that found no room would be led astray by its pattern, so those go first.
    let shapes: Vec<Vec<&str>> = patterns.iter().map(|(pattern, _)| segments(pattern)).collect();
    let is_exception = |from: &str| {
        let address = segments(from);
        shapes.iter().any(|pattern| fits(pattern, &address))
    };
    fixed.sort_by_cached_key(|(from, _)| (!is_exception(from), from.clone()));
    fixed.retain(|(from, to)| from.len() + to.len() < RULE_MAX);
    fixed.truncate(FIXED_MAX);
    let left_out = all - fixed.len();
    fixed.sort_unstable();
    Rules { fixed, patterns, left_out }
}

/// An old address with its number, and what follows that, as placeholders; and its new address in
/// terms of these. None where the number is not a part of it by itself.
fn generalised(redirect: &Redirect, number: &str) -> Option<(String, String)> {
    let old = segments(&redirect.from);
    let at = old.iter().position(|segment| *segment == number)?;
    let name = |place: usize| match place {
        place if place == at => ":id".to_owned(),
        place => format!(":part{}", place - at),
    };
    let from: String = (0..old.len())
        .map(|place| if place < at { format!("/{}", old[place]) } else { format!("/{}", name(place)) })
        .collect();
    let part = |segment: &&str| match (at..old.len()).find(|place| old[*place] == *segment) {
        Some(place) => format!("/{}", name(place)),
        None => format!("/{segment}"),
    };
    let to: String = segments(redirect.to.as_str()).iter().map(part).collect();
    let slash = |address: &str| if address.ends_with('/') { "/" } else { "" };
    Some((from + slash(&redirect.from), to + slash(redirect.to.as_str())))
}

fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

fn fits(pattern: &[&str], path: &[&str]) -> bool {
    pattern.len() == path.len() && pattern.iter().zip(path).all(|(a, b)| a.starts_with(':') || a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(redirects: &[(&str, &str, Option<u32>)], pages: &[&str]) -> Rules {
        let redirects: Vec<(Redirect, Option<String>)> = redirects
            .iter()
            .map(|(from, to, number)| {
                let redirect = Redirect { from: (*from).into(), to: UrlPath::written(to), document: DocId(0) };
                (redirect, number.map(|number| number.to_string()))
            })
            .collect();
        let referred: Vec<(&Redirect, Option<String>)> = redirects.iter().map(|(r, n)| (r, n.clone())).collect();
        let pages: Vec<Vec<&str>> = pages.iter().map(|page| segments(page)).collect();
        rules(&referred, &pages)
    }

    fn pair(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn one_rule_where_the_number_tells_the_new_address() {
        let rules = made(
            &[
                ("/detail/index/2160/lama", "/baca/2160/", Some(2160)),
                ("/detail/index/77/tamu", "/baca/77/", Some(77)),
                ("/detail/index/8/pindah", "/berita/khusus/", Some(8)),
                ("/lama.html", "/baca/77/", Some(77)),
            ],
            &["/baca/77/", "/detail/"],
        );
        assert_eq!(rules.patterns, [pair("/detail/index/:id/:part1", "/baca/:id/")]);
        assert_eq!(rules.fixed, [pair("/detail/index/8/pindah", "/berita/khusus/"), pair("/lama.html", "/baca/77/")]);
    }

    #[test]
    fn one_rule_where_the_old_name_is_the_new_one() {
        let rules =
            made(&[("/d/1/satu", "/baca/1/satu/", Some(1)), ("/d/2/dua", "/baca/2/dua/", Some(2))], &["/baca/1/satu/"]);
        assert_eq!(rules.patterns, [pair("/d/:id/:part1", "/baca/:id/:part1/")]);
        assert_eq!(rules.fixed, []);
    }

    #[test]
    fn no_rule_that_leads_a_page_astray_or_to_many_places() {
        let several = [("/1/", "/baca/1/", Some(1)), ("/2/", "/baca/2/", Some(2))];
        assert_eq!(made(&several, &["/berita/"]).patterns, []);
        assert_eq!(made(&several, &["/berita/a/"]).patterns, [pair("/:id/", "/baca/:id/")]);
        let by_month = [("/d/1/a", "/berita/2026/01/a-b/", Some(1)), ("/d/2/c", "/berita/2026/02/c-d/", Some(2))];
        let rules = made(&by_month, &[]);
        assert_eq!((rules.patterns.len(), rules.fixed.len()), (0, 2));
    }

    #[test]
    fn what_hosts_have_no_room_for_is_counted() {
        let many: Vec<(String, String)> = (0..2_101).map(|i| (format!("/lama-{i}"), format!("/baru-{i}/"))).collect();
        let many: Vec<(&str, &str, Option<u32>)> = many.iter().map(|(a, b)| (a.as_str(), b.as_str(), None)).collect();
        let rules = made(&many, &[]);
        assert_eq!((rules.fixed.len(), rules.left_out), (2_000, 101));
    }
}
