//! What a browser finds at an address, in one state of the newsroom: a page, a file, or what keeps
//! it from being shown. The same for whoever asks, be it a browser or the stream of news that
//! compares a page with what an open one shows.

use super::live::State;
use super::{error_page, faults};
use crate::diagnostic::{Diagnostic, Tongue};
use crate::path::{RelPath, UrlPath};
use crate::render::{HTML, media_type};
use crate::routes::{Route, What};
use crate::source::STATIC;
use crate::workspace::{RenderError, Snapshot};
use axum::http::StatusCode;

/// Where all findings are listed.
pub(super) const FINDINGS: &str = "/__warta/";

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Look {
    /// Something else; this is the address meant.
    Moved(UrlPath),
    /// These bytes.
    Found(Found),
}

/// The bytes at an address.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) status: StatusCode,
    pub(super) content_type: &'static str,
    pub(super) bytes: Vec<u8>,
    /// How many of the newsroom's errors it tells of.
    pub(super) told: usize,
}

impl Found {
    fn page(status: StatusCode, html: String, told: usize) -> Found {
        Found { status, content_type: HTML, bytes: html.into_bytes(), told }
    }
}

/// Looks at an address as a browser sends it.
pub(super) fn look(state: &State, path: &str, tongue: Tongue) -> Look {
    let snapshot = &*state.snapshot;
    if path == FINDINGS {
        let told = faults::all(snapshot).len();
        return Look::Found(Found::page(StatusCode::OK, error_page::findings(state, tongue), told));
    }
    Look::Found(match locate(snapshot, path) {
        Some(Place::Route(route)) => at_route(snapshot, route, tongue),
        Some(Place::Moved(url)) => return Look::Moved(url),
        None if snapshot.press().is_none() => broken(snapshot, &faults::all(snapshot), tongue),
        None => missing(snapshot, tongue),
    })
}

/// What is at an address whose name does not tell its bytes: a file of static/.
pub(super) fn fixed<'a>(snapshot: &'a Snapshot, path: &str) -> Option<&'a Route> {
    match locate(snapshot, path)? {
        Place::Route(route) if matches!(&route.what, What::Copy(file) if file.below(STATIC).is_some()) => Some(route),
        _ => None,
    }
}

/// What is at an address.
enum Place<'a> {
    Route(&'a Route),
    /// Something else; this is the address meant.
    Moved(UrlPath),
}

/// Finds what a host would serve at an address as a browser sends it.
fn locate<'a>(snapshot: &'a Snapshot, path: &str) -> Option<Place<'a>> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    let name = decoded.strip_prefix('/')?;
    let file = RelPath::new(name);
    let folder = name.strip_suffix('/').unwrap_or(name);
    if file.as_str() != folder || name.starts_with('/') || name.contains('\0') {
        return None;
    }
    let page = UrlPath::page(folder);
    let index = UrlPath::file(&file.join("index.html"));
    let at = |url: &UrlPath| snapshot.find(url).map(Place::Route);
    if name.is_empty() || name.ends_with('/') {
        return at(&page).or_else(|| at(&index));
    }
    let written_out = folder.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
    let moved = |url: &UrlPath| snapshot.find(url).map(|_| Place::Moved(page.clone()));
    at(&UrlPath::file(&file))
        .or_else(|| written_out.and_then(|folder| at(&UrlPath::page(folder))))
        .or_else(|| moved(&page))
        .or_else(|| moved(&index))
}

fn at_route(snapshot: &Snapshot, route: &Route, tongue: Tongue) -> Found {
    let faults = if route.what.is_page() { faults::of_page(snapshot, route) } else { Vec::new() };
    if !faults.is_empty() {
        return broken(snapshot, &faults, tongue);
    }
    match snapshot.render(route) {
        Ok(bytes) => Found { status: StatusCode::OK, content_type: media_type(&route.url.output()), bytes, told: 0 },
        Err(RenderError::Failure(failure)) => {
            Found::page(StatusCode::INTERNAL_SERVER_ERROR, error_page::failed(&failure, tongue), 0)
        }
        Err(RenderError::Findings(findings)) if findings.is_empty() => broken(snapshot, &faults::all(snapshot), tongue),
        Err(RenderError::Findings(findings)) => broken(snapshot, &findings.iter().collect::<Vec<_>>(), tongue),
    }
}

fn broken(snapshot: &Snapshot, faults: &[&Diagnostic], tongue: Tongue) -> Found {
    let page = error_page::broken(snapshot, faults, tongue);
    Found::page(StatusCode::INTERNAL_SERVER_ERROR, page, known(snapshot, faults))
}

/// The site's own page for addresses that do not exist, unless what is missing may be a document
/// that can't be read.
fn missing(snapshot: &Snapshot, tongue: Tongue) -> Found {
    let faults = faults::without_page(snapshot);
    if !faults.is_empty() {
        let page = error_page::missing(snapshot, &faults, tongue);
        return Found::page(StatusCode::NOT_FOUND, page, known(snapshot, &faults));
    }
    let mut found = match snapshot.routes().iter().find(|route| route.what == What::NotFound) {
        Some(route) => at_route(snapshot, route, tongue),
        None => Found::page(StatusCode::NOT_FOUND, String::new(), 0),
    };
    if found.status == StatusCode::OK {
        found.status = StatusCode::NOT_FOUND;
    }
    found
}

/// How many of some faults are among the newsroom's; what fails only while a page is made is not.
fn known(snapshot: &Snapshot, faults: &[&Diagnostic]) -> usize {
    faults.iter().filter(|fault| snapshot.diagnostics().binary_search(fault).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use crate::workspace::{Settings, Workspace};
    use std::sync::Arc;

    fn snapshot() -> Snapshot {
        let files = [
            ("site.toml", "title = \"Warta\"\nbase_url = \"https://w.example\"\ntimezone = \"Asia/Jakarta\"\n"),
            ("content/tentang.md", "+++\ntitle = \"Tentang\"\n+++\n\nIsi.\n"),
            ("static/peta kota.svg", "<svg/>"),
            ("static/alat/index.html", "<p>Alat</p>"),
        ];
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let settings = Settings { now, preview: true, base_url: None, keep_last_good: true };
        Workspace::new(Arc::new(Memory::new(files)), settings).load().unwrap()
    }

    #[test]
    fn addresses_lead_where_a_host_would_lead_them() {
        let snapshot = snapshot();
        assert!(!snapshot.has_errors(), "{:?}", snapshot.diagnostics());
        let found = |path: &str| match locate(&snapshot, path) {
            Some(Place::Route(route)) => route.url.to_string(),
            Some(Place::Moved(url)) => format!("to {url}"),
            None => String::new(),
        };
        for (path, place) in [
            ("/", "/"),
            ("/index.html", "/"),
            ("/tentang/", "/tentang/"),
            ("/tentang/index.html", "/tentang/"),
            ("/tentang", "to /tentang/"),
            ("/t%65ntang/", "/tentang/"),
            ("/peta%20kota.svg", "/peta%20kota.svg"),
            ("/alat/", "/alat/index.html"),
            ("/alat", "to /alat/"),
            ("/404.html", "/404.html"),
        ] {
            assert_eq!(found(path), place, "{path}");
        }
        for path in [
            "",
            "*",
            "//",
            "//tentang/",
            "/tentang//",
            "/./tentang/",
            "/x/../tentang/",
            "/../site.toml",
            "/%2e%2e/site.toml",
            "/%2fetc/passwd",
            "/..%5csite.toml",
            "/tentang%00/",
            "/%00",
            "/%ff%fe",
            "/%",
            "/%zz",
            "/site.toml",
            "/content/tentang.md",
        ] {
            assert_eq!(found(path), "", "{path}");
        }
    }
}
