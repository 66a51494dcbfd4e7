//! A newsroom in the browser while it is written: pages on request, reloaded when a file changes.
//!
//! Shows what [`Snapshot::render`] makes, and adds one script to its pages. A fault of the newsroom
//! is shown on the pages that it concerns; everything else stays as it was last good. Listens on
//! this computer alone unless told otherwise, and answers no page of another site. The only part
//! of warta, with `deploy`, that may use the network; it never writes a file.
//!
//! [`Snapshot::render`]: crate::workspace::Snapshot::render

mod answer;
mod error_page;
mod events;
mod faults;
mod guard;
mod listen;
mod live;
mod look;
mod shown;

pub use listen::Listener;
pub use live::{Live, Updated, keep_up};

use crate::failure::Failure;
use crate::text;
use axum::serve::ListenerExt;
use axum::{Router, serve};
use std::io;
use std::sync::Arc;

/// Answers requests until the user ends it with Ctrl-C.
pub fn run(listener: Listener, live: Arc<Live>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
    let done = runtime.block_on(async {
        // Without this a small answer may wait for the next one.
        let listener = listener.into_async()?.tap_io(|stream| drop(stream.set_nodelay(true)));
        let router = Router::new().fallback(answer::answer).with_state(live);
        tokio::select! {
            ended = async { serve(listener, router).await } => ended,
            interrupted = tokio::signal::ctrl_c() => interrupted,
        }
    });
    // Browsers hold a connection open for news; nobody waits for them.
    runtime.shutdown_background();
    done.map_err(failed)
}

fn failed(cause: io::Error) -> Failure {
    let message = text!("tidak dapat melayani peramban", "can't serve browsers");
    Failure { message, cause: Some(Arc::new(cause)) }
}
