//! Which routes a build takes over from the one before, and what it leaves to the next.

use super::{leak, not_reproducible, renders};
use crate::diagnostic::{Diagnostic, Text, Tongue};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::output::{LeakAudit, Publisher};
use crate::reads::{Read, Selection};
use crate::records::{Asked, Fresh, Records, Standing, file_at, route_name};
use crate::render::Press;
use crate::routes::Route;
use crate::text;
use crate::workspace::Snapshot;
use rayon::iter::Either;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Why a route was rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing is known of a build before, or settings, theme or program were others.
    Unknown,
    /// The build before had no such route.
    New,
    /// These questions have other answers now.
    Answers(Vec<Asked>),
    /// Its file does not lie in the output folder as the build before left it.
    File,
}

/// What the build before has left.
#[derive(Debug, Default)]
pub(super) struct Before {
    records: Records,
    standing: Option<Standing>,
}

impl Before {
    /// Asks all questions of what was left anew.
    pub(super) fn new(snapshot: &Snapshot, records: Option<Records>) -> Before {
        let known = snapshot.press().zip(records.filter(|records| snapshot.can_use(records)));
        known.map_or_else(Before::default, |(press, records)| {
            let standing = Some(Standing::new(&records, press));
            Before { records, standing }
        })
    }

    /// What it leaves to the next build once `fresh` routes have been made and others taken over.
    pub(super) fn renewed(
        self,
        press: &Press,
        kept: Vec<usize>,
        fresh: Vec<Fresh>,
        secrets: BTreeSet<Digest>,
    ) -> Records {
        let Before { records, standing } = self;
        records.renewed(&standing.unwrap_or_default(), press, kept, fresh, secrets)
    }
}

/// A route that is taken over.
pub(super) struct TakenOver<'a> {
    route: &'a Route,
    /// Its place in the records.
    place: usize,
}

/// Where the next route and the next file are looked for.
#[derive(Default)]
struct Next {
    route: usize,
    file: usize,
}

/// What a build takes over and what it renders.
pub(super) struct Partial<'a> {
    pub(super) taken_over: Vec<TakenOver<'a>>,
    /// The routes to be rendered.
    pub(super) stale: Vec<(&'a Route, Why)>,
    /// What the build before did not look for in what it made.
    new_secrets: Vec<(String, String)>,
}

impl<'a> Partial<'a> {
    /// Compares what the build before was told with what it would be told now, and its files with what lies
    /// in the output folder.
    pub(super) fn new(snapshot: &'a Snapshot, before: &Before, publisher: &Publisher) -> Partial<'a> {
        let Before { records, standing } = before;
        let judge = |next: &mut Next, route: &'a Route| -> Result<TakenOver<'a>, Why> {
            let (standing, edition) = standing.as_ref().zip(snapshot.edition()).ok_or(Why::Unknown)?;
            let (place, made) =
                records.of(&route.url, &route_name(edition, &route.what), &mut next.route).ok_or(Why::New)?;
            let changed = records.changed(made, standing);
            if !changed.is_empty() {
                return Err(Why::Answers(changed));
            }
            let mut files = records.files(made).iter();
            let lies_there =
                files.all(|file| publisher.has(&file_at(&route.url, file.end), &file.digest, &mut next.file));
            if lies_there { Ok(TakenOver { route, place }) } else { Err(Why::File) }
        };
        let judge = |next: &mut Next, route: &'a Route| {
            judge(next, route).map_or_else(|why| Either::Right((route, why)), Either::Left)
        };
        let judged = snapshot.routes().par_iter().map_init(Next::default, judge);
        let (taken_over, stale) = judged.partition_map(|judged| judged);
        let new = snapshot.secrets().iter().filter(|(needle, _)| !records.secrets.contains(&secret(needle)));
        let new_secrets = new.map(|(needle, file)| (needle.clone(), file.to_string())).collect();
        Partial { taken_over, stale, new_secrets }
    }

    /// Looks through what is taken over for what must not be published any more, and with `second` compares
    /// it with what is made from nothing.
    pub(super) fn check(
        &self,
        before: &Before,
        second: Option<&Snapshot>,
        publisher: &Publisher,
    ) -> Result<Vec<Diagnostic>, Failure> {
        if self.new_secrets.is_empty() && second.is_none() {
            return Ok(Vec::new());
        }
        let audit = LeakAudit::new(self.new_secrets.iter().cloned())?;
        let one = |kept: &TakenOver<'_>| -> Option<Diagnostic> {
            let bytes = publisher.read(&kept.route.url.output());
            if let Some(file) = audit.find(&bytes) {
                return Some(leak(kept.route, file));
            }
            let differs = second.is_some_and(|second| !renders(second, kept.route, &bytes));
            differs.then(|| overlooked(kept, before, second))
        };
        Ok(self.taken_over.par_iter().filter_map(one).collect())
    }

    /// Has the publisher keep what is taken over.
    pub(super) fn keep(&self, before: &Before, publisher: &Publisher) {
        let files = |one: &TakenOver<'a>| {
            let url = &one.route.url;
            before.records.files_at(one.place).iter().map(|file| (file_at(url, file.end), file.len))
        };
        publisher.keep(self.taken_over.par_iter().flat_map_iter(files));
    }

    /// What is taken over, for the records.
    pub(super) fn kept(&self) -> Vec<usize> {
        self.taken_over.iter().map(|one| one.place).collect()
    }
}

/// The digest of something that no published byte may hold.
pub(super) fn secret(needle: &str) -> Digest {
    Digest::of(needle.as_bytes())
}

/// A route that was taken over and should not have been, with the questions that should have told.
fn overlooked(kept: &TakenOver<'_>, before: &Before, second: Option<&Snapshot>) -> Diagnostic {
    let finding = not_reproducible(kept.route);
    let asked = || {
        let second = second?;
        let press = second.press()?;
        let rendered = second.made(second.find(&kept.route.url)?).ok()?;
        let asked = press.ledger().questions(&Selection::new(rendered.reads));
        let known = before.records.asked_at(&kept.route.url);
        let told = |read: &Read| {
            let (asked, answer) =
                (Asked::new(read.clone(), press.edition()), press.answer(read).map(|answer| answer.brief()));
            let same = known.iter().any(|(known, before)| *known == asked && Some(*before) == answer);
            (!same).then_some(asked)
        };
        Some(asked.iter().filter_map(told).collect::<Vec<Asked>>())
    };
    let overlooked: Vec<Text> = asked().unwrap_or_default().iter().map(Asked::describe).collect();
    let list = |tongue| overlooked.iter().map(|text| text.in_tongue(tongue)).collect::<Vec<_>>().join("; ");
    let (id, en) = (list(Tongue::Id), list(Tongue::En));
    if overlooked.is_empty() {
        return finding;
    }
    finding.help(text!(
        "yang luput: {id}; jalankan `warta clean`, lalu laporkan kepada pembuat warta",
        "overlooked: {en}; run `warta clean` and tell the makers of warta"
    ))
}
