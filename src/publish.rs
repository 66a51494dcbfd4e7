//! A snapshot into an output folder: every route rendered in parallel, every byte audited, and
//! then all of it published or nothing.

mod partial;

use crate::apart::apart;
use crate::cache::Cache;
use crate::config;
use crate::diagnostic::{Code, Diagnostic, thin_out};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::output::{LeakAudit, Outcome, Publisher, Queue, compressed, locate};
use crate::path::{RelPath, UrlPath};
use crate::records::{self, Fresh, Records, Stock, file_at, route_name};
use crate::render::{Rendered, is_text};
use crate::routes::{Route, What};
use crate::text;
use crate::workspace::{RenderError, Snapshot};
pub use partial::Why;
use partial::{Before, Partial, secret};
use rayon::prelude::*;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a build did.
#[derive(Debug, Default)]
pub struct Built {
    /// What became of the output folder.
    pub outcome: Outcome,
    /// The digest of the inventory that is kept of the output folder, where one is.
    pub inventory: Option<Digest>,
    /// The routes that were rendered, by address, and why; all others were taken over from the build before.
    pub rendered: Vec<(UrlPath, Why)>,
    /// Pages of the theme.
    pub pages: usize,
    /// Feeds and sitemaps.
    pub feeds: usize,
    /// Files copied as they are.
    pub copies: usize,
    /// Sizes of pictures.
    pub sizes: usize,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Stopped {
    /// The site is at fault.
    Findings(Vec<Diagnostic>),
    /// The environment is.
    Failure(Failure),
}

/// What becomes of a route's bytes; a finding if they may not be published after all.
type Take<'a> = dyn Fn(&Route, Rendered<Vec<u8>>) -> Result<Option<Diagnostic>, Failure> + Sync + 'a;

/// Renders every route and audits it, without publishing anything: what a build would find.
pub fn rehearse(snapshot: &Snapshot) -> Result<Vec<Diagnostic>, Failure> {
    let routes: Vec<&Route> = snapshot.routes().iter().collect();
    let audit = LeakAudit::new(needles(snapshot))?;
    let render = |route: &Route| snapshot.rehearse(route).map(|made| Rendered { made, reads: Box::default() });
    render_all(&audit, &routes, render, &|_, _| Ok(None))
}

fn needles(snapshot: &Snapshot) -> impl Iterator<Item = (String, String)> {
    snapshot.secrets().iter().map(|(needle, file)| (needle.clone(), file.to_string()))
}

/// Renders and audits routes, and hands the bytes of those that may be published to `take`.
fn render_all(
    audit: &LeakAudit,
    routes: &[&Route],
    render: impl Fn(&Route) -> Result<Rendered<Vec<u8>>, RenderError> + Sync,
    take: &Take<'_>,
) -> Result<Vec<Diagnostic>, Failure> {
    let one = |route: &Route| -> Result<Vec<Diagnostic>, Failure> {
        match render(route) {
            Ok(rendered) => match audit.find(&rendered.made) {
                Some(file) => Ok(vec![leak(route, file)]),
                None => Ok(take(route, rendered)?.into_iter().collect()),
            },
            Err(RenderError::Findings(findings)) => Ok(findings),
            Err(RenderError::Failure(failure)) => Err(failure),
        }
    };
    // Each thread takes the next one, so that all of them make what is near to each other, and none waits.
    let next = AtomicUsize::new(0);
    let in_turn = |_| -> Result<Vec<Diagnostic>, Failure> {
        let mut found = Vec::new();
        while let Some(route) = routes.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(one(route).inspect_err(|_| next.store(routes.len(), Ordering::Relaxed))?);
        }
        Ok(found)
    };
    let threads = (0..rayon::current_num_threads()).into_par_iter().with_max_len(1);
    let found: Vec<Vec<Diagnostic>> = threads.map(in_turn).collect::<Result<_, _>>()?;
    let mut findings: Vec<Diagnostic> = found.into_iter().flatten().collect();
    findings.sort();
    findings.dedup();
    Ok(thin_out(findings))
}

/// An output folder that nobody else publishes into meanwhile, and what the build before has left for it.
#[derive(Debug)]
pub struct Output {
    publisher: Publisher,
    records: Option<Records>,
}

impl Output {
    /// Looks at an output folder and reads what is known of it. That takes nothing of the newsroom, so it may
    /// be done beside reading that. Fails if another process is publishing there; dropped without publishing,
    /// it leaves no trace.
    pub fn open(cache: &Cache, output: &Path) -> Result<Output, Failure> {
        let output = locate(output)?;
        let place = cache.place(&output);
        let open = || {
            let (inventory, of) = Stock::load(cache, &place).map(|stock| (stock.inventory, stock.records)).unzip();
            (Publisher::open(&output, inventory), of)
        };
        let ((publisher, of), records) = apart(|| rayon::join(open, || Records::load(cache, &place)));
        let (records, digest) = records.unzip();
        let mut publisher = publisher?;
        if of != digest {
            publisher.distrust();
        }
        Ok(Output { publisher, records })
    }
}

/// Publishes every route of `snapshot` into `output`: what the build before has made and nothing has changed
/// for stays, the rest is rendered. With `second`, another look at the same files that knows of no build
/// before, every byte must come out the same from both. `rendered` is told of each route done.
pub fn publish(
    snapshot: &Snapshot,
    second: Option<&Snapshot>,
    output: Output,
    rendered: &(dyn Fn() + Sync),
) -> Result<Built, Stopped> {
    let Made { publisher, before, partial, fresh } = make(snapshot, second, output, rendered)?;
    snapshot.wind_up();
    partial.keep(&before, &publisher);
    let place = publisher.output().to_path_buf();
    let publish = || {
        let (outcome, left) = publisher.publish()?;
        Ok((outcome, snapshot.keeps_records().then(|| left.take())))
    };
    // Until there is an inventory that names them, the records vouch for nothing: so they need not wait for the files.
    let keep_records = || {
        let press = snapshot.press().filter(|_| snapshot.keeps_records())?;
        let secrets = snapshot.secrets().iter().map(|(needle, _)| secret(needle)).collect();
        snapshot.keep_records(&place, before.renewed(press, partial.kept(), fresh, secrets))
    };
    let (published, records) = rayon::join(publish, keep_records);
    let (outcome, inventory) = published.map_err(Stopped::Failure)?;
    let inventory = inventory.zip(records).and_then(|(inventory, records)| {
        snapshot.keep_inventory(&place, &inventory, &records).filter(|_| inventory.whole)
    });
    let mut reasons: Vec<(UrlPath, Why)> =
        partial.stale.into_iter().map(|(route, why)| (route.url.clone(), why)).collect();
    reasons.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let count = |of: fn(&What) -> bool| snapshot.routes().iter().filter(|route| of(&route.what)).count();
    Ok(Built {
        outcome,
        inventory,
        rendered: reasons,
        pages: count(What::is_page),
        feeds: count(What::is_feed),
        copies: count(|what| matches!(what, What::Copy(_) | What::Asset(_))),
        sizes: count(|what| matches!(what, What::Rendition(_))),
    })
}

/// What is ready to be published.
struct Made<'a> {
    publisher: Publisher,
    before: Before,
    partial: Partial<'a>,
    fresh: Vec<Fresh>,
}

/// Finds what can be taken over, renders the rest and hands it to a publisher.
fn make<'a>(
    snapshot: &'a Snapshot,
    second: Option<&Snapshot>,
    output: Output,
    rendered: &(dyn Fn() + Sync),
) -> Result<Made<'a>, Stopped> {
    let audit = LeakAudit::new(needles(snapshot)).map_err(Stopped::Failure)?;
    let Output { mut publisher, records } = output;
    if snapshot.edition().is_some_and(|edition| edition.newsroom.preview) {
        publisher.is_of_preview();
    }
    let before = Before::new(snapshot, records);
    let partial = Partial::new(snapshot, &before, &publisher);
    let compress = snapshot.edition().is_some_and(|edition| edition.config.compress);
    let fresh: Mutex<Vec<Fresh>> = Mutex::new(Vec::with_capacity(partial.stale.len()));
    let take = |queue: &Queue, route: &Route, page: Rendered<Vec<u8>>| {
        rendered();
        let Rendered { made: bytes, reads } = page;
        if second.is_some_and(|second| !renders(second, route, &bytes)) {
            return Ok(Some(not_reproducible(route)));
        }
        let file = route.url.output();
        let made_of =
            |end: &'static str, bytes: &[u8]| records::File { end, digest: Digest::of(bytes), len: bytes.len() as u64 };
        let mut files = vec![made_of("", &bytes)];
        if compress && is_text(&file) {
            for (end, copy) in compressed(&bytes) {
                let beside = file_at(&route.url, end);
                if snapshot.find(&UrlPath::file(&beside)).is_none() {
                    files.push(made_of(end, &copy));
                    queue.put(beside, copy)?;
                }
            }
        }
        queue.put(file, bytes)?;
        if let Some(edition) = snapshot.edition() {
            let name = route_name(edition, &route.what);
            lock(&fresh).push(Fresh { url: route.url.clone(), name, reads, files });
        }
        Ok(None)
    };
    // What shows the index comes last: it may still be in the making.
    let is_search = |route: &&Route| matches!(route.what, What::Search(_));
    let (search, mut others): (Vec<&Route>, Vec<&Route>) =
        partial.stale.iter().map(|(route, _)| *route).partition(is_search);
    if let Some(edition) = snapshot.edition() {
        others.par_sort_by_cached_key(|route| edition.newest_on(&route.what));
    }
    let found = publisher.write_beside(|queue| {
        let render = |routes: &[&Route]| {
            let take = |route: &Route, page: Rendered<Vec<u8>>| take(queue, route, page);
            render_all(&audit, routes, |route| snapshot.made(route), &take)
        };
        let pages = render(&others)?;
        let taken_over = partial.check(&before, second, &publisher)?;
        snapshot.index()?;
        Ok([pages, render(&search)?, taken_over].concat())
    });
    let findings = found.flatten().map_err(Stopped::Failure)?;
    if !findings.is_empty() {
        return Err(Stopped::Findings(findings));
    }
    let fresh = fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(Made { publisher, before, partial, fresh })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a snapshot has just these bytes at a route.
fn renders(snapshot: &Snapshot, route: &Route, bytes: &[u8]) -> bool {
    snapshot.find(&route.url).and_then(|same| snapshot.render(same).ok()).is_some_and(|other| other == bytes)
}

fn not_reproducible(route: &Route) -> Diagnostic {
    let url = &route.url;
    Diagnostic::new(
        Code::NotReproducible,
        &RelPath::new(config::FILE),
        0..0,
        text!("{url} berbeda pada pembuatan kedua", "{url} came out differently the second time"),
    )
    .help(text!(
        "ulangi saat tidak ada berkas yang sedang diubah; kalau tetap berbeda, laporkan kepada pembuat warta",
        "try again while no file is being changed; if it still differs, tell the makers of warta"
    ))
}

fn leak(route: &Route, file: &str) -> Diagnostic {
    let url = &route.url;
    Diagnostic::new(
        Code::Leak,
        &RelPath::new(file),
        0..0,
        text!(
            "judul atau alamat naskah yang belum terbit ini muncul di {url}",
            "the headline or address of this unpublished document stands in {url}"
        ),
    )
    .help(text!(
        "hapus sebutannya dari naskah atau templat yang membuat halaman itu",
        "take it out of the document or template that makes that page"
    ))
}
