//! `warta hosts`: what goes into the configuration of a server of one's own.

use crate::args::{Common, HostsOptions, ServerName};
use crate::console;
use crate::report::Counts;
use crate::session::Session;
use std::process::ExitCode;
use warta::failure::Failure;
use warta::render::hosts::{Server, configuration};

pub fn run(common: &Common, options: &HostsOptions) -> Result<ExitCode, Failure> {
    let mut session = Session::open(common, false, options.base_url.clone(), false)?;
    let snapshot = session.workspace.load()?;
    let Some(edition) = snapshot.edition().filter(|_| !snapshot.has_errors()) else {
        console::findings(common, &snapshot, snapshot.diagnostics(), Counts::default())?;
        return Ok(ExitCode::from(1));
    };
    let server = match options.server {
        ServerName::Nginx => Server::Nginx,
        ServerName::Caddy => Server::Caddy,
    };
    let written = configuration(edition, server);
    console::answer(common, written.trim_end_matches('\n'), serde_json::json!({ "configuration": written }))?;
    Ok(ExitCode::SUCCESS)
}
