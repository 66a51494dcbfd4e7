//! A snapshot into an output folder: every route rendered in parallel, every byte audited, and
//! then all of it published or nothing.

use crate::diagnostic::{Code, Diagnostic};
use crate::failure::Failure;
use crate::output::{LeakAudit, Outcome, Publisher};
use crate::path::RelPath;
use crate::routes::{Route, What};
use crate::text;
use crate::workspace::{RenderError, Snapshot};
use rayon::prelude::*;
use std::path::Path;
use std::sync::Mutex;

/// What a build did.
#[derive(Debug, Default)]
pub struct Built {
    /// What became of the output folder.
    pub outcome: Outcome,
    /// Pages of the theme.
    pub pages: usize,
    /// Feeds and sitemaps.
    pub feeds: usize,
    /// Files copied as they are.
    pub copies: usize,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Stopped {
    /// The site is at fault.
    Findings(Vec<Diagnostic>),
    /// The environment is.
    Failure(Failure),
}

/// Renders every route of `snapshot` into `output`. `rendered` is told of each route done.
pub fn publish(snapshot: &Snapshot, output: &Path, rendered: &(dyn Fn() + Sync)) -> Result<Built, Stopped> {
    let publisher = Publisher::open(output).map_err(Stopped::Failure)?;
    let secrets = snapshot.secrets().iter().map(|(needle, file)| (needle.clone(), file.to_string()));
    let audit = LeakAudit::new(secrets).map_err(Stopped::Failure)?;
    let findings: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
    let report = |more: Vec<Diagnostic>| findings.lock().unwrap_or_else(|e| e.into_inner()).extend(more);
    let one = |route: &Route| -> Result<(), Failure> {
        match snapshot.render(route) {
            Ok(bytes) => match audit.find(&bytes) {
                Some(file) => report(vec![leak(route, file)]),
                None => publisher.write(&route.url.output(), &bytes)?,
            },
            Err(RenderError::Findings(more)) => report(more),
            Err(RenderError::Failure(failure)) => return Err(failure),
        }
        rendered();
        Ok(())
    };
    snapshot.routes().par_iter().try_for_each(one).map_err(Stopped::Failure)?;
    let mut findings = findings.into_inner().unwrap_or_else(|e| e.into_inner());
    if !findings.is_empty() {
        findings.sort();
        findings.dedup();
        return Err(Stopped::Findings(findings));
    }
    let outcome = publisher.publish().map_err(Stopped::Failure)?;
    let count = |of: fn(&What) -> bool| snapshot.routes().iter().filter(|route| of(&route.what)).count();
    Ok(Built {
        outcome,
        pages: count(What::is_page),
        feeds: count(|what| matches!(what, What::Rss(..) | What::Sitemap | What::SitemapPart(_))),
        copies: count(|what| matches!(what, What::Copy(_) | What::Asset(_))),
    })
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
