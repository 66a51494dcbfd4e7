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
    fn work_is_done_by_other_threads_than_the_ones_that_wait() {
        let of_pool = || thread::current().id();
        let (here, apart) = rayon::join(of_pool, || apart(of_pool));
        assert_ne!(here, apart);
        assert_eq!(super::apart(|| 6 * 7), 42);
    }
}
