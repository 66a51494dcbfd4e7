//! Which routes a build takes over from the one before, and what it leaves to the next.

use super::{not_reproducible, renders};
use crate::diagnostic::{Diagnostic, Text, Tongue};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::output::{LeakAudit, Look, Publisher, Stamp};
use crate::path::UrlPath;
use crate::reads::{Read, ReadId};
use crate::records::{File, Made, Recording, Records, Stored, file_at, route_name};
use crate::routes::Route;
use crate::text;
use crate::workspace::Snapshot;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// A route that was rendered.
pub(super) struct Fresh {
    pub(super) url: UrlPath,
    pub(super) name: Option<Digest>,
    pub(super) reads: Box<[ReadId]>,
    /// The ends of its files with the digests of their bytes.
    pub(super) files: Vec<(&'static str, Digest)>,
}

/// A route that is taken over.
struct Kept<'a> {
    route: &'a Route,
    made: Made,
}

/// Why a route was rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing is known of a build before, or settings, theme or program were others.
    Unknown,
    /// The build before had no such route.
    New,
    /// These questions have other answers now.
    Answers(Vec<Stored>),
    /// Its file does not lie in the output folder as the build before left it.
    File,
}

/// What a build takes over and what it renders.
pub(super) struct Partial<'a> {
    records: Records,
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
    pub(super) fn new(snapshot: &'a Snapshot, publisher: &Publisher) -> Partial<'a> {
        let secret = |needle: &str| Digest::of(needle.as_bytes());
        let secrets: BTreeSet<Digest> = snapshot.secrets().iter().map(|(needle, _)| secret(needle)).collect();
        let routes = snapshot.routes();
        let known = snapshot.press().zip(snapshot.records(publisher.output()));
        let Some((press, records)) = known else {
            let stale = routes.iter().map(|route| (route, Why::Unknown)).collect();
            return Partial { records: Records::default(), kept: Vec::new(), stale, new_secrets: Vec::new(), secrets };
        };
        let fresh = records.fresh(press);
        let judge = |route: &'a Route| -> Result<Kept<'a>, Why> {
            let made = records.of(&route.url, &route_name(press.edition(), &route.what)).ok_or(Why::New)?;
            let others = made.reads.iter().filter(|place| !fresh[**place as usize]);
            let others: Vec<Stored> = others.map(|place| records.reads[*place as usize].0.clone()).collect();
            if !others.is_empty() {
                return Err(Why::Answers(others));
            }
            let mut made = made.clone();
            for File { end, digest, stamp } in &mut made.files {
                *stamp = publisher.find(&file_at(&route.url, end), digest, Some(*stamp)).ok_or(Why::File)?;
            }
            Ok(Kept { route, made })
        };
        let judged: Vec<Result<Kept<'a>, (&'a Route, Why)>> =
            routes.par_iter().map(|route| judge(route).map_err(|why| (route, why))).collect();
        let mut partial = Partial {
            kept: Vec::with_capacity(routes.len()),
            stale: Vec::new(),
            new_secrets: Vec::new(),
            records: Records::default(),
            secrets,
        };
        for one in judged {
            match one {
                Ok(kept) => partial.kept.push(kept),
                Err(stale) => partial.stale.push(stale),
            }
        }
        let is_new = |(needle, _): &&(String, _)| !records.secrets.contains(&secret(needle));
        let new = snapshot.secrets().iter().filter(is_new);
        partial.new_secrets = new.map(|(needle, file)| (needle.clone(), file.to_string())).collect();
        partial.records = Records { reads: records.reads, ..Records::default() };
        partial
    }

    /// Looks through what is taken over for what must not be published any more, and with `second` compares
    /// it with what is made from nothing.
    pub(super) fn check(&self, second: Option<&Snapshot>, publisher: &Publisher) -> Result<Vec<Diagnostic>, Failure> {
        if self.new_secrets.is_empty() && second.is_none() {
            return Ok(Vec::new());
        }
        let audit = LeakAudit::new(self.new_secrets.iter().cloned())?;
        let one = |kept: &Kept<'_>| -> Option<Diagnostic> {
            let bytes = std::fs::read(kept.route.url.output().under(publisher.output())).unwrap_or_default();
            if let Some(file) = audit.find(&bytes) {
                return Some(super::leak(kept.route, file));
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
            let known: Vec<&(Stored, Digest)> =
                kept.made.reads.iter().map(|place| &self.records.reads[*place as usize]).collect();
            let told = |(_, read): &(ReadId, Read)| {
                let (stored, answer) = (Stored::new(read.clone(), press.edition()), press.answer(read));
                let same = known.iter().any(|(known, digest)| *known == stored && Some(*digest) == answer);
                (!same).then_some(stored)
            };
            Some(asked.filter_map(told).collect::<Vec<Stored>>())
        };
        let overlooked: Vec<Text> = asked().unwrap_or_default().iter().map(Stored::describe).collect();
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
        for Kept { route, made } in &self.kept {
            made.files.iter().for_each(|file| publisher.keep(&file_at(&route.url, file.end), file.stamp.len));
        }
    }

    /// Leaves to the next build what this one has made and taken over.
    pub(super) fn record(self, snapshot: &Snapshot, made: Vec<Fresh>, output: &Path) {
        let Some(press) = snapshot.press().filter(|_| snapshot.keeps_records()) else { return };
        let edition = press.edition();
        let mut recording = Recording::default();
        let number = |(read, _): &(Stored, Digest)| Some(press.ledger().number(read.about(edition)?));
        let numbers: Vec<Option<ReadId>> = self.records.reads.iter().map(number).collect();
        for Kept { route, made } in self.kept {
            let reads: Option<Vec<ReadId>> = made.reads.iter().map(|place| numbers[*place as usize]).collect();
            if let Some(reads) = reads {
                recording.add(&route.url, made.name, &reads, made.files);
            }
        }
        let look = Look::begin();
        let stamped: Vec<(Fresh, Vec<File>)> = made
            .into_par_iter()
            .map(|fresh| {
                let file = |(end, digest): &(&'static str, Digest)| {
                    let found = Stamp::of(&file_at(&fresh.url, end).under(output));
                    let settled = found.filter(|stamp| stamp.is_settled(look));
                    let len = found.map_or(0, |stamp| stamp.len);
                    File { end, digest: *digest, stamp: settled.unwrap_or(Stamp::unsettled(len)) }
                };
                let files = fresh.files.iter().map(file).collect();
                (fresh, files)
            })
            .collect();
        for (fresh, files) in stamped {
            if let Some(name) = fresh.name {
                recording.add(&fresh.url, name, &fresh.reads, files);
            }
        }
        snapshot.keep_records(output, &recording.finish(press, self.secrets));
    }
}
