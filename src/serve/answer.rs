//! One request to one answer.

use super::guard::Refusal;
use super::live::{self, Live};
use super::look::{Look, look};
use super::shown::Shown;
use super::{error_page, events};
use crate::diagnostic::Tongue;
use crate::render::{HTML, POLICY};
use crate::workspace::Snapshot;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The script that every page gets, and where it is served.
const SCRIPT: &str = "/__warta/reload.js";
const EVENTS: &str = "/__warta/events";
/// The stylesheet of the bar that tells of faults elsewhere.
const BAR: &str = "/__warta/bar.css";

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
        BAR => file("text/css; charset=utf-8", include_str!("bar.css")),
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

fn page(state: &live::State, path: &str, tongue: Tongue) -> Response {
    let found = match look(state, path, tongue) {
        Look::Moved(url) => return (StatusCode::FOUND, [(header::LOCATION, url.to_string())]).into_response(),
        Look::Found(found) => found,
    };
    let bytes = match found.content_type {
        HTML => with_script(&state.snapshot, found.bytes),
        _ => found.bytes,
    };
    (found.status, file(found.content_type, bytes)).into_response()
}

/// A page with the script that fetches it anew when it would show something else.
fn with_script(snapshot: &Snapshot, mut page: Vec<u8>) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let shown = Shown::of(snapshot, &page);
    let script = format!("<script src=\"{SCRIPT}\" defer data-shown=\"{shown}\"></script>\n");
    let end = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END));
    let end = end.unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    page
}
