//! What a change means for the pages that are open.

use crate::routes::Edition;
use crate::source::{Changes, THEMES};
use crate::workspace::Snapshot;
use std::collections::BTreeMap;

/// What an open page has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Be fetched anew. For now every page must: which pages a change shows on is known once each
    /// page's reads are recorded, and belongs here.
    Reload,
    /// Take other stylesheets: from the old address to the new one.
    Styles(BTreeMap<String, String>),
}

/// The effect of changes that led from one snapshot to the next.
pub(super) fn effect(changes: &Changes, before: &Snapshot, after: &Snapshot) -> Effect {
    let styles_only = match changes {
        Changes::Files(files) => files.iter().all(|file| file.below(THEMES).is_some_and(is_stylesheet)),
        Changes::Everything => false,
    };
    let editions = before.edition().zip(after.edition());
    match editions.filter(|_| styles_only && before.diagnostics() == after.diagnostics()) {
        Some((before, after)) => styles(before, after).map_or(Effect::Reload, Effect::Styles),
        None => Effect::Reload,
    }
}

/// Whether a file, by its path below themes/, is a stylesheet of a theme.
fn is_stylesheet(path: &str) -> bool {
    path.ends_with(".css") && path.split_once('/').is_some_and(|(_, inner)| inner.starts_with("assets/"))
}

/// The addresses of the stylesheets that changed; none if assets came or went.
fn styles(before: &Edition, after: &Edition) -> Option<BTreeMap<String, String>> {
    let (old, new) = (&before.routes, &after.routes);
    if old.asset_names().count() != new.asset_names().count() {
        return None;
    }
    let pair = |name| Some((before.href(old.asset(name)?), after.href(new.asset(name)?)));
    let pairs = old.asset_names().map(pair).collect::<Option<Vec<_>>>()?;
    Some(pairs.into_iter().filter(|(old, new)| old != new).collect())
}
