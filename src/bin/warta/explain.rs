//! `warta explain`: what a code means.

use crate::args::{Common, ExplainOptions};
use crate::console::say;
use crate::session::tongue;
use std::process::ExitCode;
use warta::diagnostic::{Code, explain, explanations, nearest};
use warta::failure::Failure;
use warta::text;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<ExitCode, Failure> {
    let tongue = tongue(common, None);
    let Some(written) = &options.code else {
        for explanation in explanations() {
            say(&format!("{}  {}", explanation.code, explanation.title.in_tongue(tongue)));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let Some(code) = Code::parse(written) else {
        let near = nearest(written, Code::ALL.iter().map(|code| code.as_str()));
        let near = near.map(|near| format!(" ({near}?)")).unwrap_or_default();
        return Err(Failure::new(text!(
            "tidak ada kode {written}{near}; `warta explain` menampilkan semuanya",
            "there is no code {written}{near}; `warta explain` lists them all"
        )));
    };
    let explanation = explain(code);
    say(&format!("{code}  {}\n\n{}", explanation.title.in_tongue(tongue), explanation.body.in_tongue(tongue)));
    Ok(ExitCode::SUCCESS)
}
