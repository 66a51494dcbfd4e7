//! Threads beside those that all else shares.
//!
//! A thread of a pool that waits for others takes up whatever there is to do. If that is long and for later,
//! whoever waits for the thread waits for that too. May not know what is done.

use rayon::ThreadPoolBuilder;

/// Does work that is not wanted yet, on half as many threads as there are of the others; on these, where the
/// system has no more threads.
pub fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let half = rayon::current_num_threads().div_ceil(2);
    match ThreadPoolBuilder::new().num_threads(half).build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn the_thread_that_waits_does_none_of_the_work() {
        let one = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let (waiting, working) = one.install(|| (thread::current().id(), apart(|| thread::current().id())));
        assert_ne!(waiting, working);
    }
}
