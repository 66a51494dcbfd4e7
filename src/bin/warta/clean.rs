//! `warta clean`: empties the cache.

use crate::args::Common;
use crate::console::say;
use crate::session::{root, tongue};
use std::process::ExitCode;
use warta::cache::Cache;
use warta::failure::Failure;
use warta::text;

pub fn run(common: &Common) -> Result<ExitCode, Failure> {
    let freed = Cache::of(&root(common)?).clear()? as f64 / 1e6;
    if !common.quiet {
        let text = text!(
            ".warta/cache dikosongkan: {freed:.1} MB; pembuatan berikutnya mulai dari awal",
            ".warta/cache is emptied: {freed:.1} MB; the next build begins from nothing"
        );
        say(text.in_tongue(tongue(common, None)));
    }
    Ok(ExitCode::SUCCESS)
}
