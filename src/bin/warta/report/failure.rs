//! A run that could not be done, for programs: they wait for an object of their format on standard output
//! and should not have to guess from its absence.

use super::{Format, github};
use serde_json::{Value, json};
use std::io;

/// Prints why a run could not be done. What people read stands on standard error alone.
pub fn write(format: Format, why: &str, out: &mut impl io::Write) -> io::Result<()> {
    let object: Value = match format {
        Format::Human | Format::Short => return Ok(()),
        Format::Github => return writeln!(out, "::error title=warta::{}", github::data(why)),
        Format::Json => json!({"diagnostics": [], "failure": why}),
        Format::Sarif => json!({
            "$schema": super::sarif::SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {"name": "warta", "version": env!("CARGO_PKG_VERSION")}},
                "invocations": [{
                    "executionSuccessful": false,
                    "toolExecutionNotifications": [{"level": "error", "message": {"text": why}}],
                }],
                "results": [],
            }],
        }),
    };
    serde_json::to_writer(&mut *out, &object)?;
    writeln!(out)
}
