//! Which routes a build takes over from the one before, and what it leaves to the next.

use super::{leak, not_reproducible, renders};
use crate::diagnostic::{Diagnostic, Text, Tongue};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::output::{LeakAudit, Look, Publisher, Stamp};
use crate::reads::{Read, ReadId};
use crate::records::{Asked, File, Fresh, Made, Recording, Records, Standing, file_at, route_name};
use crate::routes::Route;
use crate::text;
use crate::workspace::Snapshot;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

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
    /// Reads what was left for an output folder, and asks all its questions anew.
    pub(super) fn read(snapshot: &Snapshot, output: &Path) -> Before {
        let known = snapshot.press().zip(snapshot.records(output));
        known.map_or_else(Before::default, |(press, records)| {
            let standing = Some(records.ask(press));
            Before { records, standing }
        })
    }
}

/// A route that is taken over.
struct Kept<'a> {
    route: &'a Route,
    made: &'a Made,
    /// Its files as they were looked at now.
    files: Vec<File>,
}

/// What a build takes over and what it renders.
pub(super) struct Partial<'a> {
    before: &'a Before,
    kept: Vec<Kept<'a>>,
    /// The routes to be rendered.
    pub(super) stale: Vec<(&'a Route, Why)>,
    /// What the build before did not look for in what it made.
    new_secrets: Vec<(String, String)>,
    secrets: BTreeSet<Digest>,
}

impl<'a> Partial<'a> {
    /// Compares what the build before was told with what it would be told now, and its files with what lies
    /// in the output folder.
    pub(super) fn new(snapshot: &'a Snapshot, before: &'a Before, publisher: &Publisher) -> Partial<'a> {
        let Before { records, standing } = before;
        let secret = |needle: &str| Digest::of(needle.as_bytes());
        let judge = |route: &'a Route| -> Result<Kept<'a>, Why> {
            let (standing, edition) = standing.as_ref().zip(snapshot.edition()).ok_or(Why::Unknown)?;
            let made = records.of(&route.url, &route_name(edition, &route.what)).ok_or(Why::New)?;
            let changed = records.changed(made, standing);
            if !changed.is_empty() {
                return Err(Why::Answers(changed));
            }
            let look = |file: &File| {
                let stamp = publisher.find(&file_at(&route.url, file.end), &file.digest, Some(file.stamp))?;
                Some(File { stamp, ..*file })
            };
            let files = records.files(made).iter().map(look).collect::<Option<Vec<File>>>().ok_or(Why::File)?;
            Ok(Kept { route, made, files })
        };
        let routes = snapshot.routes();
        let judged: Vec<Result<Kept<'a>, (&'a Route, Why)>> =
            routes.par_iter().map(|route| judge(route).map_err(|why| (route, why))).collect();
        let (mut kept, mut stale) = (Vec::new(), Vec::new());
        for one in judged {
            match one {
                Ok(one) => kept.push(one),
                Err(one) => stale.push(one),
            }
        }
        let new = snapshot.secrets().iter().filter(|(needle, _)| !records.secrets.contains(&secret(needle)));
        Partial {
            before,
            kept,
            stale,
            new_secrets: new.map(|(needle, file)| (needle.clone(), file.to_string())).collect(),
            secrets: snapshot.secrets().iter().map(|(needle, _)| secret(needle)).collect(),
        }
    }

    /// Looks through what is taken over for what must not be published any more, and with `second` compares
    /// it with what is made from nothing.
    pub(super) fn check(&self, second: Option<&Snapshot>, publisher: &Publisher) -> Result<Vec<Diagnostic>, Failure> {
        if self.new_secrets.is_empty() && second.is_none() {
            return Ok(Vec::new());
        }
        let audit = LeakAudit::new(self.new_secrets.iter().cloned())?;
        let one = |kept: &Kept<'_>| -> Option<Diagnostic> {
            let bytes = publisher.read(&kept.route.url.output());
            if let Some(file) = audit.find(&bytes) {
                return Some(leak(kept.route, file));
            }
            let differs = second.is_some_and(|second| !renders(second, kept.route, &bytes));
            differs.then(|| self.overlooked(kept, second))
        };
        Ok(self.kept.par_iter().filter_map(one).collect())
    }

    /// A route that was taken over and should not have been, with the questions that should have told.
    fn overlooked(&self, kept: &Kept<'_>, second: Option<&Snapshot>) -> Diagnostic {
        let finding = not_reproducible(kept.route);
        let asked = || {
            let second = second?;
            let press = second.press()?;
            let rendered = second.made(second.find(&kept.route.url)?).ok()?;
            let all = press.ledger().all();
            let asked = rendered.reads.iter().filter_map(|number| all.get(*number as usize));
            let known = self.before.records.asked(kept.made);
            let told = |(_, read): &(ReadId, Read)| {
                let (asked, answer) = (Asked::new(read.clone(), press.edition()), press.answer(read));
                let same = known.iter().any(|(known, digest)| *known == asked && Some(*digest) == answer);
                (!same).then_some(asked)
            };
            Some(asked.filter_map(told).collect::<Vec<Asked>>())
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

    /// Has the publisher keep what is taken over.
    pub(super) fn keep(&self, publisher: &Publisher) {
        for Kept { route, files, .. } in &self.kept {
            files.iter().for_each(|file| publisher.keep(&file_at(&route.url, file.end), file.stamp.len));
        }
    }

    /// Leaves to the next build what this one has made and taken over.
    pub(super) fn record(self, snapshot: &Snapshot, mut fresh: Vec<Fresh>, output: &Path) {
        let Some(press) = snapshot.press().filter(|_| snapshot.keeps_records()) else { return };
        let nothing = Standing::default();
        let standing = self.before.standing.as_ref().unwrap_or(&nothing);
        let mut recording = Recording::new(&self.before.records, standing);
        for Kept { made, files, .. } in self.kept {
            recording.keep(made, files);
        }
        let look = Look::begin();
        fresh.par_iter_mut().for_each(|Fresh { url, files, .. }| {
            for file in files {
                let found = Stamp::of(&file_at(url, file.end).under(output));
                let settled = found.filter(|stamp| stamp.is_settled(look));
                file.stamp = settled.unwrap_or(Stamp::unsettled(found.map_or(0, |stamp| stamp.len)));
            }
        });
        snapshot.keep_records(output, &recording.finish(press, fresh, self.secrets));
    }
}
