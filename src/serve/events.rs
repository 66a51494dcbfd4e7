//! The stream over which an open page hears what has changed on it (server-sent events).
//!
//! Three kinds: `reload`, `css` with the addresses of the theme's stylesheets, and `faults` with
//! what the bar says, or null. The id of the first two is what the page shows from then on.

use super::live::{Live, State};
use super::look::{FINDINGS, Look, look};
use super::shown::{Effect, Shown, stylesheets};
use super::{error_page, faults};
use crate::diagnostic::{Text, Tongue};
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use serde::Serialize;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;

/// How soon a browser comes back when the stream broke off.
const RETRY: Duration = Duration::from_millis(400);

/// An open page.
struct Reader {
    news: watch::Receiver<State>,
    tongue: Tongue,
    /// The page's address, as a browser sends it.
    page: String,
    /// What it shows; unknown if it did not say.
    shown: Option<Shown>,
    /// What its bar was told last.
    told: Option<Option<Bar>>,
    /// What it has to hear still.
    events: VecDeque<Event>,
}

/// What the bar on a page says of faults elsewhere.
#[derive(PartialEq, Eq, Serialize)]
struct Bar {
    lang: &'static str,
    text: String,
    /// The words of the link to the findings.
    more: String,
}

/// Tells a page, which names its address and what it shows, what it has to do.
pub(super) fn stream(live: &Live, request: &Parts) -> Response {
    let asked = |key: &str| {
        let pairs = request.uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        let value = pairs.filter(|(name, _)| *name == key).map(|(_, value)| value).next()?;
        Some(percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned())
    };
    let last = request.headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let mut news = live.subscribe();
    // The state that stands already is news to a page that was made from an earlier one.
    news.mark_changed();
    let reader = Reader {
        news,
        tongue: live.tongue,
        page: asked("page").unwrap_or_else(|| "/".to_owned()),
        shown: last.or_else(|| asked("shown")).and_then(|shown| Shown::parse(&shown)),
        told: None,
        events: VecDeque::from([Event::default().comment("warta").retry(RETRY)]),
    };
    let events = unfold(reader, |mut reader| async move {
        let event = reader.next().await?;
        Some((Ok::<_, Infallible>(event), reader))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

impl Reader {
    /// The next event; none when the preview ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            self.news.changed().await.ok()?;
            let state = self.news.borrow_and_update().clone();
            self.compare(state).await?;
        }
    }

    /// Compares what the page shows with what it would show now.
    async fn compare(&mut self, state: State) -> Option<()> {
        let (page, tongue, now) = (self.page.clone(), self.tongue, state.clone());
        let made = tokio::task::spawn_blocking(move || seen(&now, &page, tongue)).await;
        let (shown, bar) = made.ok()?;
        match self.shown.as_ref().map_or(Effect::None, |known| known.effect(&shown)) {
            Effect::None => {}
            Effect::Styles => {
                let addresses: Vec<String> = stylesheets(&state.snapshot).map(|(_, address)| address).collect();
                self.events.push_back(event("css", &addresses).id(shown.to_string()));
            }
            Effect::Reload => self.events.push_back(event("reload", &self.page).id(shown.to_string())),
        }
        self.shown = Some(shown);
        if self.told.as_ref() != Some(&bar) {
            self.events.push_back(event("faults", &bar));
            self.told = Some(bar);
        }
        Some(())
    }
}

/// What a page shows, and what its bar says.
fn seen(state: &State, page: &str, tongue: Tongue) -> (Shown, Option<Bar>) {
    let (bytes, told) = match look(state, page, tongue) {
        Look::Found(found) => (found.bytes, found.told),
        Look::Moved(url) => (url.as_str().into(), 0),
    };
    let more = Text::new("Lihat semua", "See all");
    let said = state.failure.as_ref().filter(|_| page != FINDINGS);
    let said = said.map(error_page::stale).or_else(|| faults::elsewhere(&state.snapshot, told));
    let bar = said.map(|text| Bar {
        lang: error_page::code(tongue),
        text: text.in_tongue(tongue).to_owned(),
        more: more.in_tongue(tongue).to_owned(),
    });
    (Shown::of(&state.snapshot, &bytes), bar)
}

fn event(name: &str, data: &impl Serialize) -> Event {
    Event::default().event(name).data(serde_json::to_string(data).unwrap_or_default())
}
