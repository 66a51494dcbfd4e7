//! `warta explain`: what a code means.

use crate::args::{Common, ExplainOptions};
use crate::console::answer;
use crate::session::tongue;
use serde_json::{Value, json};
use std::process::ExitCode;
use warta::diagnostic::{Code, explain, explanations, nearest};
use warta::failure::Failure;
use warta::text;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<ExitCode, Failure> {
    let tongue = tongue(common, None);
    let Some(written) = &options.code else {
        let all: Vec<(&str, String)> =
            explanations().map(|of| (of.code.as_str(), of.title.in_tongue(tongue).to_owned())).collect();
        let lines: Vec<String> = all.iter().map(|(code, title)| format!("{code}  {title}")).collect();
        let fields: Vec<Value> = all.iter().map(|(code, title)| json!({ "code": code, "title": title })).collect();
        answer(common, &lines.join("\n"), json!({ "explanations": fields }))?;
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
    let (title, body) = (explanation.title.in_tongue(tongue), explanation.body.in_tongue(tongue));
    let fields = json!({ "explanations": [{ "code": code.as_str(), "title": title, "body": body }] });
    answer(common, &format!("{code}  {title}\n\n{body}"), fields)?;
    Ok(ExitCode::SUCCESS)
}
