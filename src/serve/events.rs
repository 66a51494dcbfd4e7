//! The stream over which open pages hear of changes (server-sent events).

use super::effect::Effect;
use super::live::{Live, News};
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;

/// How soon a browser comes back when the stream broke off.
const RETRY: Duration = Duration::from_millis(400);

/// Tells a page, which names the state that it was made from, of every later one.
pub(super) fn stream(live: &Live, request: &Parts) -> Response {
    // Listening begins before the state is read, so that no state falls between the two.
    let news = live.subscribe();
    let state = live.state().name();
    let known = request.headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let known = known.or_else(|| request.uri.query()?.strip_prefix("state="));
    let first = match known {
        Some(known) if known != state => reload(state),
        _ => Event::default().comment("warta"),
    };
    let events = unfold((news, Some(first.retry(RETRY))), |(mut news, first)| async move {
        let event = match first {
            Some(first) => first,
            None => match news.recv().await {
                Ok(News { state, effect: Effect::Reload }) => reload(state),
                Ok(News { state, effect: Effect::Styles(styles) }) => styles_event(state, &styles),
                // The browser comes back, names its state, and learns what it missed.
                Err(RecvError::Lagged(_) | RecvError::Closed) => return None,
            },
        };
        Some((Ok::<_, Infallible>(event), (news, None)))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

fn reload(state: String) -> Event {
    Event::default().event("reload").id(&state).data(state)
}

fn styles_event(state: String, styles: &std::collections::BTreeMap<String, String>) -> Event {
    let addresses = serde_json::to_string(styles).unwrap_or_default();
    Event::default().event("css").id(state).data(addresses)
}
