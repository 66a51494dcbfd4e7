//! The state that requests are answered from, and the loop that keeps it up with the files and the
//! clock.

use super::guard::Guard;
use super::listen::Listener;
use crate::diagnostic::{Text, Tongue};
use crate::failure::Failure;
use crate::source::{Changes, Watch};
use crate::workspace::{Snapshot, Workspace};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How soon after one look at the clock the next may follow.
const SOON: Duration = Duration::from_millis(250);
/// How long the clock may stand still while a text is written: everything follows from it, so that a
/// state of the same instant is made in a fraction of the time.
const STALE: Duration = Duration::from_secs(60);
/// How late the next may follow: a computer that slept, or whose clock was set, is noticed then.
const LATE: Duration = Duration::from_secs(30);

/// A preview as it is now.
#[derive(Debug)]
pub struct Live {
    shown: watch::Sender<State>,
    pub(super) guard: Guard,
    /// The language that faults are told in first.
    pub(super) tongue: Tongue,
}

/// What is shown now.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) snapshot: Arc<Snapshot>,
    /// Why it could not be brought up to date since.
    pub(super) failure: Option<Text>,
}

impl Live {
    /// A preview of a first snapshot.
    pub fn new(listener: &Listener, snapshot: Snapshot, tongue: Tongue) -> Arc<Live> {
        let shown = watch::Sender::new(State { snapshot: Arc::new(snapshot), failure: None });
        Arc::new(Live { shown, guard: Guard::new(listener.address()), tongue })
    }

    /// The snapshot shown now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.shown.borrow().snapshot.clone()
    }

    /// What requests are answered from.
    pub(super) fn state(&self) -> State {
        self.shown.borrow().clone()
    }

    /// What is shown now, and word of every later state.
    pub(super) fn subscribe(&self) -> watch::Receiver<State> {
        self.shown.subscribe()
    }
}

/// What became of a change.
#[derive(Debug)]
pub struct Updated {
    /// What was shown before.
    pub before: Arc<Snapshot>,
    /// What is shown now, or why the old state still is.
    pub outcome: Result<Arc<Snapshot>, Failure>,
    /// How long it took.
    pub time: Duration,
}

/// Follows the files, and the clock that `now` reads, until the watch ends; `report` is told of each
/// outcome.
pub fn keep_up(
    mut workspace: Workspace,
    mut watch: Watch,
    live: &Live,
    now: impl Fn() -> Result<Timestamp, Failure>,
    report: impl Fn(Updated),
) {
    let mut missed = false;
    loop {
        let before = live.snapshot();
        let patience = before.next_change().map(|next| now().map_or(LATE, |now| until(next, now)));
        let Some(changes) = watch.wait(patience) else { return };
        let clock = now();
        let idle = matches!(&changes, Changes::Files(files) if files.is_empty());
        let passed = |now: &Timestamp| before.next_change().is_some_and(|next| next <= *now);
        if idle && (missed || !clock.as_ref().is_ok_and(passed)) {
            continue;
        }
        let began = Instant::now();
        // After a look that broke off nobody knows which files it did not come to.
        let changes = if missed { Changes::Everything } else { changes };
        let outcome = clock.and_then(|now| {
            let shown = before.edition().map(|edition| edition.newsroom.now());
            if passed(&now) || shown.is_none_or(|shown| is_another_time(shown, now)) {
                workspace.set_now(now);
            }
            workspace.update(&changes).map(Arc::new)
        });
        missed = outcome.is_err();
        // Whoever hears of it finds it there.
        live.shown.send_replace(match &outcome {
            Ok(snapshot) => State { snapshot: snapshot.clone(), failure: None },
            Err(failure) => State { snapshot: before.clone(), failure: Some(failure.message.clone()) },
        });
        report(Updated { before, outcome, time: began.elapsed() });
    }
}

/// Whether a state of one instant is too old for another, or from its future: a clock may be set.
fn is_another_time(shown: Timestamp, now: Timestamp) -> bool {
    Duration::try_from(now.duration_since(shown)).map_or(true, |age| age >= STALE)
}

/// How long to wait for an instant before the clock is looked at again.
fn until(next: Timestamp, now: Timestamp) -> Duration {
    Duration::try_from(next.duration_since(now)).unwrap_or_default().clamp(SOON, LATE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_looked_at_neither_too_often_nor_too_seldom() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = at("2026-01-01T00:00:00Z");
        assert_eq!(until(at("2026-01-01T00:00:10.5Z"), now), Duration::from_millis(10_500));
        assert_eq!(until(at("2026-02-01T00:00:00Z"), now), LATE);
        for past in ["2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z"] {
            assert_eq!(until(at(past), now), SOON);
        }
    }
}
