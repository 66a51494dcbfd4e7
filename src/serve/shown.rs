//! What an open page shows, as digests: it is fetched anew only when it would show something else.
//!
//! Made from the page's bytes and from the bytes of the pictures, stylesheets and scripts that it
//! names and that keep their address when they change. What those name in their turn is not looked
//! at. Once each page's reads are recorded, they say the same without making the page.

use super::look::fixed;
use crate::digest::Digest;
use crate::workspace::Snapshot;
use std::collections::BTreeSet;
use std::fmt;

/// The digests of what one page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Of everything but the addresses of the theme's stylesheets.
    content: String,
    /// Of those addresses.
    styles: String,
}

/// What a page that shows something past has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// Take the theme's stylesheets anew.
    Styles,
    /// Be fetched anew.
    Reload,
}

impl Shown {
    /// What a page of these bytes shows.
    pub(super) fn of(snapshot: &Snapshot, page: &[u8]) -> Shown {
        let mut page = String::from_utf8_lossy(page).into_owned();
        let mut styles = String::new();
        for (name, address) in stylesheets(snapshot) {
            if page.contains(&address) {
                page = page.replace(&address, &name);
                styles.push_str(&address);
            }
        }
        let parts = parts(snapshot, &page);
        page.extend(parts);
        Shown { content: Digest::of(page.as_bytes()).short(), styles: Digest::of(styles.as_bytes()).short() }
    }

    /// Reads what a page carries.
    pub(super) fn parse(text: &str) -> Option<Shown> {
        let (content, styles) = text.split_once('-')?;
        Some(Shown { content: content.to_owned(), styles: styles.to_owned() })
    }

    /// What a page that shows `self` has to do to show `new`.
    pub(super) fn effect(&self, new: &Shown) -> Effect {
        match (self.content == new.content, self.styles == new.styles) {
            (true, true) => Effect::None,
            (true, false) => Effect::Styles,
            (false, _) => Effect::Reload,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.content, self.styles)
    }
}

/// The theme's stylesheets: name and address.
pub(super) fn stylesheets(snapshot: &Snapshot) -> impl Iterator<Item = (String, String)> {
    snapshot.edition().into_iter().flat_map(|edition| {
        let routes = &edition.routes;
        let sheets = routes.asset_names().filter(|name| name.ends_with(".css"));
        sheets.filter_map(|name| Some((name.to_owned(), edition.href(routes.asset(name)?))))
    })
}

/// The digests of the files that a page shows or runs and whose address does not change with them.
fn parts(snapshot: &Snapshot, page: &str) -> Vec<String> {
    let Some(edition) = snapshot.edition() else { return Vec::new() };
    let own = edition.config.absolute("/");
    let own = own.trim_end_matches('/');
    let words = page.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=' | ',' | '>' | ';'));
    let paths = words.map(|word| word.strip_prefix(own).unwrap_or(word)).filter(|path| path.starts_with('/'));
    let paths: BTreeSet<&str> =
        paths.filter_map(|path| path.split(['?', '#']).next()).filter(|path| is_part(path)).collect();
    let bytes = paths.into_iter().filter_map(|path| snapshot.render(fixed(snapshot, path)?).ok());
    bytes.map(|bytes| Digest::of(&bytes).short()).collect()
}

/// Whether a browser shows or runs a file of this name within a page.
fn is_part(address: &str) -> bool {
    let end = address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(&*end, "avif" | "css" | "gif" | "ico" | "jpeg" | "jpg" | "js" | "mjs" | "png" | "svg" | "webp")
}
