//! What hosts are told: the same table of headers, types and old addresses in the words of each.
//!
//! Managed hosts read `_headers` and `_redirects` from the site itself; for a server of one's own,
//! `warta hosts` prints what goes into its configuration.

mod caddy;
mod managed;
mod nginx;
mod table;

pub use table::POLICY;

pub(super) use managed::{headers, redirects};

use crate::routes::Edition;

/// A server that a newsroom may run itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx: for within `server { }`.
    Nginx,
    /// Caddy: for within a site's block.
    Caddy,
}

/// What goes into a server's configuration.
pub fn configuration(edition: &Edition, server: Server) -> String {
    match server {
        Server::Nginx => nginx::write(edition),
        Server::Caddy => caddy::write(edition),
    }
}
