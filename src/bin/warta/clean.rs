//! `warta clean`: empties the cache.

use crate::args::Common;
use crate::console::answer;
use crate::report::Format;
use crate::session::{root, tongue};
use std::process::ExitCode;
use warta::cache::Cache;
use warta::failure::Failure;
use warta::text;

pub fn run(common: &Common) -> Result<ExitCode, Failure> {
    let bytes = Cache::of(&root(common)?).clear()?;
    if !common.quiet || common.format != Format::Human {
        let freed = bytes as f64 / 1e6;
        let text = text!(
            ".warta/cache dikosongkan: {freed:.1} MB; pembuatan berikutnya mulai dari awal",
            ".warta/cache is emptied: {freed:.1} MB; the next build begins from nothing"
        );
        answer(common, text.in_tongue(tongue(common, None)), serde_json::json!({ "bytes": bytes }))?;
    }
    Ok(ExitCode::SUCCESS)
}
