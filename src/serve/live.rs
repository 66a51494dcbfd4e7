//! The state that requests are answered from, and the loop that keeps it up with the files.

use super::effect::{Effect, effect};
use super::guard::Guard;
use super::listen::Listener;
use crate::diagnostic::Tongue;
use crate::failure::Failure;
use crate::source::{Changes, Watch};
use crate::workspace::{Snapshot, Workspace};
use jiff::Timestamp;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};
use tokio::sync::broadcast;

/// How much news a browser may be behind before it is simply told to reload.
const NEWS_KEPT: usize = 16;

/// A preview as it is now.
#[derive(Debug)]
pub struct Live {
    state: RwLock<State>,
    news: broadcast::Sender<News>,
    pub(super) guard: Guard,
    /// The language that faults are told in first.
    pub(super) tongue: Tongue,
    /// Tells this run from earlier ones at the same address.
    run: u64,
}

/// A snapshot and its name, which a page made from it carries.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) snapshot: Arc<Snapshot>,
    number: u64,
    run: u64,
}

impl State {
    /// The state's name, unlike that of any other state of any run.
    pub(super) fn name(&self) -> String {
        format!("{:x}-{}", self.run, self.number)
    }
}

/// What browsers are told.
#[derive(Clone, Debug)]
pub(super) struct News {
    /// The name of the state that came about.
    pub(super) state: String,
    pub(super) effect: Effect,
}

impl Live {
    /// A preview of a first snapshot.
    pub fn new(listener: &Listener, snapshot: Snapshot, tongue: Tongue) -> Arc<Live> {
        // Hash maps are keyed by chance, which is the one thing needed here.
        let run = RandomState::new().build_hasher().finish();
        let state = RwLock::new(State { snapshot: Arc::new(snapshot), number: 0, run });
        let guard = Guard::new(listener.address());
        Arc::new(Live { state, news: broadcast::Sender::new(NEWS_KEPT), guard, tongue, run })
    }

    /// The state that a request is answered from.
    pub(super) fn state(&self) -> State {
        self.state.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// The snapshot shown now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.state().snapshot
    }

    /// News from now on.
    pub(super) fn subscribe(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    /// Shows another snapshot and tells the browsers. Whoever learns of it finds it there.
    fn show(&self, snapshot: Arc<Snapshot>, changes: &Changes) {
        let before = self.state();
        let effect = effect(changes, &before.snapshot, &snapshot);
        let after = State { snapshot, number: before.number + 1, run: self.run };
        let state = after.name();
        *self.state.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = after;
        // It is no fault if nobody listens.
        drop(self.news.send(News { state, effect }));
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

/// Follows the files until the watch ends. `now` is asked before each look; `report` is told of
/// each outcome.
pub fn keep_up(
    mut workspace: Workspace,
    mut watch: Watch,
    live: &Live,
    now: impl Fn() -> Result<Timestamp, Failure>,
    report: impl Fn(Updated),
) {
    let mut missed = false;
    while let Some(changes) = watch.wait() {
        let began = Instant::now();
        // After a look that broke off nobody knows which files it did not come to.
        let changes = if missed { Changes::Everything } else { changes };
        let outcome = now().and_then(|now| {
            workspace.set_now(now);
            workspace.update(&changes).map(Arc::new)
        });
        missed = outcome.is_err();
        let before = live.snapshot();
        if let Ok(snapshot) = &outcome {
            live.show(snapshot.clone(), &changes);
        }
        report(Updated { before, outcome, time: began.elapsed() });
    }
}
