//! Draft, embargoed, published, expired, withdrawn: where a document stands at one instant.

use crate::config::Config;
use crate::content::{Document, Status};
use crate::data::Placed;
use crate::time::Moment;
use jiff::Timestamp;

/// Where a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Being written.
    Draft,
    /// Waiting for approval.
    Review,
    /// Its embargo has not lifted.
    Embargoed,
    /// Its date has not come.
    Scheduled,
    /// To be seen by everybody.
    Published,
    /// Its time is over.
    Expired,
    /// A notice in its place.
    Withdrawn,
}

impl State {
    /// The word that templates and i18n files use; empty for what is simply published.
    pub fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Review => "review",
            State::Embargoed => "embargoed",
            State::Scheduled => "scheduled",
            State::Expired => "expired",
            State::Published | State::Withdrawn => "",
        }
    }
}

/// Where `document` stands at `now`.
pub fn state(document: &Document, now: Timestamp) -> State {
    let front = &document.front;
    let to_come = |moment: Option<&Placed<Moment>>| moment.is_some_and(|moment| moment.value.instant > now);
    match front.status {
        Status::Draft => State::Draft,
        Status::Review => State::Review,
        Status::Approved if to_come(front.embargo.as_deref()) => State::Embargoed,
        Status::Approved if to_come(front.date.as_ref()) => State::Scheduled,
        Status::Approved if front.expires.as_ref().is_some_and(|end| end.value.instant <= now) => State::Expired,
        Status::Approved if front.withdrawn.as_ref().is_some_and(|w| w.date.instant <= now) => State::Withdrawn,
        Status::Approved => State::Published,
    }
}

/// The next instant after `now` at which pages change by themselves: a document appears or goes, a
/// withdrawal or correction comes into force, or the event of a published article, or one time of it,
/// is over. A preview shows events that nobody has approved yet too.
pub fn next_change<'a>(
    documents: impl IntoIterator<Item = &'a Document>,
    now: Timestamp,
    config: &Config,
    preview: bool,
) -> Option<Timestamp> {
    let instants = |document: &'a Document| {
        let front = &document.front;
        let placed = [front.date.as_ref(), front.embargo.as_deref(), front.expires.as_deref()]
            .into_iter()
            .flatten()
            .map(|m| m.value.instant);
        let ends = front.withdrawn.as_ref().map(|withdrawal| withdrawal.date.instant);
        let changes = front.changes.iter().map(|change| change.date.instant);
        let over = front.event.as_deref().and_then(|event| event.next(now, &config.zone));
        let over = over.map(|time| time.over_from(&config.zone)).filter(|over| {
            let shown = preview || state(document, *over) == State::Published;
            config.kind(document.identity.kind).is_article() && shown
        });
        placed.chain(ends).chain(changes).chain(over).filter(|_| preview || front.status == Status::Approved)
    };
    documents.into_iter().flat_map(instants).filter(|instant| *instant > now).min()
}
