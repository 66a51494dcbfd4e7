//! Which faults keep which page from being shown.
//!
//! A fault of a document is shown on that document's page, a fault of a template on every page that
//! is made from it, any other fault of site.toml or of the theme on the front pages. What has no
//! page of its own, such as a document that could never be read, is told where a page is missing.
//! All other pages are shown as they were last good.

use crate::content::Document;
use crate::content::body::Fill;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::path::RelPath;
use crate::routes::{Edition, Route, What};
use crate::source::{CONTENT, STATIC, THEMES};
use crate::text;
use crate::workspace::Snapshot;
use std::collections::BTreeSet;

/// All errors.
pub(super) fn all(snapshot: &Snapshot) -> Vec<&Diagnostic> {
    snapshot.diagnostics().iter().filter(|finding| finding.is_error()).collect()
}

/// The errors that concern the page at a route.
pub(super) fn of_page<'a>(snapshot: &'a Snapshot, route: &Route) -> Vec<&'a Diagnostic> {
    let errors = all(snapshot);
    let Some(edition) = snapshot.edition().filter(|_| !errors.is_empty()) else { return errors };
    let document = document(edition, route).map(|document| &document.file);
    let is_front = matches!(route.what, What::Home(_));
    let parts = match errors.iter().any(|error| template(&error.file).is_some()) {
        true => parts(snapshot, edition, route),
        false => BTreeSet::new(),
    };
    let concerns = |error: &&Diagnostic| {
        if let Some(template) = template(&error.file) {
            return parts.contains(template);
        }
        if is_shared(&error.file) {
            return is_front;
        }
        let also = error.related.iter().filter(|_| error.code == Code::DuplicateUrl).map(|other| &other.file);
        document.is_some_and(|document| std::iter::once(&error.file).chain(also).any(|file| file == document))
    };
    errors.into_iter().filter(concerns).collect()
}

/// The errors of files that have no page.
pub(super) fn without_page(snapshot: &Snapshot) -> Vec<&Diagnostic> {
    let mut errors = all(snapshot);
    errors.retain(|error| error.file.below(CONTENT).is_some() || error.file.below(STATIC).is_some());
    if let Some(edition) = snapshot.edition().filter(|_| !errors.is_empty()) {
        let files: BTreeSet<&RelPath> = edition.newsroom.entries().map(|(_, entry)| &entry.document.file).collect();
        errors.retain(|error| !files.contains(&error.file));
    }
    errors
}

/// What a page that tells of some errors itself says of the others, if there are any.
pub(super) fn elsewhere(snapshot: &Snapshot, told: usize) -> Option<Text> {
    let errors = all(snapshot);
    let count = errors.len().checked_sub(told).filter(|count| *count > 0)?;
    let files = match (errors.iter().all(|error| error.file.below(CONTENT).is_some()), count) {
        (true, 1) => text!("{count} kesalahan di naskah lain", "{count} error in another document"),
        (true, _) => text!("{count} kesalahan di naskah lain", "{count} errors in other documents"),
        (false, 1) => text!("{count} kesalahan di berkas lain", "{count} error in another file"),
        (false, _) => text!("{count} kesalahan di berkas lain", "{count} errors in other files"),
    };
    Some(files)
}

/// The document whose text a page shows.
fn document<'a>(edition: &'a Edition, route: &Route) -> Option<&'a Document> {
    let newsroom = &edition.newsroom;
    let id = match route.what {
        What::Document(id) => id,
        What::Term(lang, term, _) => newsroom.term(term).nearest_document(lang)?,
        _ => return None,
    };
    Some(&newsroom.entry(id).document)
}

/// A template or component, by its path within its theme.
fn template(file: &RelPath) -> Option<&str> {
    let (_, inner) = file.below(THEMES)?.split_once('/')?;
    (inner.starts_with("templates/") || inner.starts_with("components/")).then_some(inner)
}

/// Whether a file is part of every page.
fn is_shared(file: &RelPath) -> bool {
    file.as_str() == crate::config::FILE || file.below(THEMES).is_some()
}

/// The templates and components that a page is made from.
fn parts(snapshot: &Snapshot, edition: &Edition, route: &Route) -> BTreeSet<String> {
    let Some(press) = snapshot.press() else { return BTreeSet::new() };
    let holes = document(edition, route).into_iter().flat_map(|document| document.body().all_holes());
    let components: Vec<&str> = holes
        .filter_map(|hole| match &hole.fill {
            Fill::Component(component) => Some(&*component.name),
            Fill::Link(_) => None,
        })
        .collect();
    let mut templates = press.templates(route);
    // Those after the first that there is are not used.
    let used = templates.iter().position(|name| press.theme().first_of([name.as_str()]).is_some());
    templates.truncate(used.map_or(templates.len(), |used| used + 1));
    press.theme().parts(&templates, &components, &|file| snapshot.source_of(file))
}
