//! A build takes over what the build before has made: only what an edit causes is rendered, and what comes
//! of it is, byte for byte, what comes of nothing.

#![cfg(test)]

#[path = "partial/around.rs"]
mod around;
#[path = "partial/bench.rs"]
mod bench;
#[path = "support/cli.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod cli;
#[path = "partial/counts.rs"]
mod counts;
#[path = "partial/desk.rs"]
mod desk;
#[path = "partial/edits.rs"]
mod edits;
#[path = "support/photos.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod photos;
#[path = "partial/robust.rs"]
mod robust;
#[path = "support/room.rs"]
#[allow(dead_code, reason = "every test uses its part")]
mod room;
#[path = "partial/small.rs"]
mod small;
#[path = "partial/verify.rs"]
mod verify;
#[path = "partial/whole.rs"]
mod whole;
