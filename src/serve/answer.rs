//! One request to one answer.

use super::guard::Refusal;
use super::live::{Live, State as Shown};
use super::{error_page, events, faults};
use crate::diagnostic::{Diagnostic, Tongue};
use crate::path::{RelPath, UrlPath};
use crate::render::{HTML, POLICY, media_type};
use crate::routes::{Route, What};
use crate::workspace::{RenderError, Snapshot};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The script that every page gets, and where it is served.
const SCRIPT: &str = "/__warta/reload.js";
const EVENTS: &str = "/__warta/events";

/// What every answer says beside its content. Nothing is kept: the next look may show other bytes
/// at the same address. The policy is the one that pages are published with.
const HEADERS: [(&str, &str); 4] = [
    ("cache-control", "no-store"),
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Answers one request.
pub(super) async fn answer(State(live): State<Arc<Live>>, request: Request) -> Response {
    let mut response = respond(live, request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn respond(live: Arc<Live>, request: Request) -> Response {
    let request = request.into_parts().0;
    if let Err(refusal) = live.guard.check(&request) {
        return refused(refusal);
    }
    match request.uri.path() {
        EVENTS => events::stream(&live, &request),
        SCRIPT => file("text/javascript; charset=utf-8", include_str!("reload.js")),
        error_page::STYLES => file("text/css; charset=utf-8", include_str!("error.css")),
        _ => {
            // Making a page is work for a processor, not for the thread that others wait for.
            let made = tokio::task::spawn_blocking(move || page(&live.state(), request.uri.path(), live.tongue));
            made.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
    }
}

fn refused(refusal: Refusal) -> Response {
    let (status, text) = match refusal {
        Refusal::Host => (
            StatusCode::FORBIDDEN,
            "Ditolak: pratinjau ini hanya menjawab dengan alamatnya sendiri.\n\
             Refused: this preview answers only under its own address.\n",
        ),
        Refusal::Origin => (
            StatusCode::FORBIDDEN,
            "Ditolak: situs lain tidak boleh membaca pratinjau ini.\n\
             Refused: other sites may not read this preview.\n",
        ),
        Refusal::Method => (
            StatusCode::METHOD_NOT_ALLOWED,
            "Pratinjau ini hanya dapat dibaca.\n\
             This preview can only be read.\n",
        ),
    };
    let mut response = (status, text).into_response();
    if refusal == Refusal::Method {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn file(content_type: &'static str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, content_type)], bytes.into()).into_response()
}

/// What stands at an address.
enum Place<'a> {
    Route(&'a Route),
    /// Something else; this is the address meant.
    Moved(UrlPath),
}

fn page(shown: &Shown, path: &str, tongue: Tongue) -> Response {
    let snapshot = &*shown.snapshot;
    match locate(snapshot, path) {
        Some(Place::Route(route)) => at_route(shown, route, tongue),
        Some(Place::Moved(url)) => (StatusCode::FOUND, [(header::LOCATION, url.to_string())]).into_response(),
        None if snapshot.press().is_none() => broken(shown, &faults::all(snapshot), tongue),
        None => missing(shown, tongue),
    }
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

fn at_route(shown: &Shown, route: &Route, tongue: Tongue) -> Response {
    let snapshot = &*shown.snapshot;
    let faults = if route.what.is_page() { faults::of_page(snapshot, route) } else { Vec::new() };
    if !faults.is_empty() {
        return broken(shown, &faults, tongue);
    }
    match snapshot.render(route) {
        Ok(bytes) => content(shown, route, bytes),
        Err(RenderError::Failure(failure)) => {
            html(shown, StatusCode::INTERNAL_SERVER_ERROR, error_page::failed(&failure, tongue).into_bytes())
        }
        Err(RenderError::Findings(findings)) if findings.is_empty() => broken(shown, &faults::all(snapshot), tongue),
        Err(RenderError::Findings(findings)) => broken(shown, &findings.iter().collect::<Vec<_>>(), tongue),
    }
}

fn content(shown: &Shown, route: &Route, bytes: Vec<u8>) -> Response {
    match media_type(&route.url.output()) {
        HTML => html(shown, StatusCode::OK, bytes),
        other => file(other, bytes),
    }
}

fn broken(shown: &Shown, faults: &[&Diagnostic], tongue: Tongue) -> Response {
    let page = error_page::broken(&shown.snapshot, faults, tongue);
    html(shown, StatusCode::INTERNAL_SERVER_ERROR, page.into_bytes())
}

/// The site's own page for addresses that do not exist, unless what is missing may be a document
/// that can't be read.
fn missing(shown: &Shown, tongue: Tongue) -> Response {
    let snapshot = &*shown.snapshot;
    let faults = faults::without_page(snapshot);
    if !faults.is_empty() {
        let page = error_page::missing(snapshot, &faults, tongue);
        return html(shown, StatusCode::NOT_FOUND, page.into_bytes());
    }
    let mut response = match snapshot.routes().iter().find(|route| route.what == What::NotFound) {
        Some(route) => at_route(shown, route, tongue),
        None => StatusCode::NOT_FOUND.into_response(),
    };
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// A page with the script that fetches it anew when the state that it was made from is past.
fn html(shown: &Shown, status: StatusCode, mut bytes: Vec<u8>) -> Response {
    const END: &[u8] = b"</body>";
    let script = format!("<script src=\"{SCRIPT}\" defer data-state=\"{}\"></script>\n", shown.name());
    let end = bytes.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END));
    let end = end.unwrap_or(bytes.len());
    bytes.splice(end..end, script.into_bytes());
    (status, file(HTML, bytes)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use crate::workspace::{Settings, Workspace};

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
