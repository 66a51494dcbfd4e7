//! Files on their way to the disk, so that whoever makes them need not wait for it.
//!
//! A file system now and then stops everybody who writes to it, for the sake of its own books. Files
//! then wait in memory, up to a limit, while others are made. May not know what is in a file.

use crate::failure::Failure;
use crate::path::RelPath;
use std::collections::VecDeque;
use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many bytes wait at most; a larger file waits alone.
const LIMIT: usize = 8 << 20;

/// How many files a writer takes at once: to wake it for each takes longer than to write one.
const BATCH: usize = 32;

type File = (RelPath, Vec<u8>);
type Batch = Vec<File>;

/// Files on their way to the disk.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Mutex<Waiting>,
    /// There is a batch to write, or nothing more will come.
    filled: Condvar,
    /// A batch was written.
    emptied: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    /// What is to be written next.
    batches: VecDeque<Batch>,
    /// What will be the last of them.
    gathered: Batch,
    /// Of all that was put in and is not yet written.
    bytes: usize,
    closed: bool,
    failure: Option<Failure>,
}

impl Queue {
    /// Runs `make`, which hands in files, while `threads` threads `write` some at a time, in the order of their paths.
    /// Fails with the first that could not be written; those after it are not tried.
    pub(super) fn run<R>(
        threads: usize,
        write: impl Fn(&[File]) -> Result<(), Failure> + Sync,
        make: impl FnOnce(&Queue) -> R,
    ) -> Result<R, Failure> {
        let queue = Queue::default();
        let made = thread::scope(|scope| {
            for _ in 0..threads.max(1) {
                scope.spawn(|| queue.drain(&write));
            }
            let _closing = Closing(&queue);
            make(&queue)
        });
        let failure = queue.lock().failure.take();
        failure.map_or(Ok(made), Err)
    }

    /// Hands in a file; waits while too much is on its way. Fails once a file could not be written: this
    /// one then goes nowhere.
    pub fn put(&self, path: RelPath, bytes: Vec<u8>) -> Result<(), Failure> {
        let mut waiting = self.lock();
        while waiting.bytes > 0 && waiting.bytes + bytes.len() > LIMIT && waiting.failure.is_none() {
            self.hand_over(&mut waiting);
            waiting = self.emptied.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        if let Some(failure) = &waiting.failure {
            return Err(failure.clone());
        }
        waiting.bytes += bytes.len();
        waiting.gathered.push((path, bytes));
        if waiting.gathered.len() >= BATCH {
            self.hand_over(&mut waiting);
        }
        Ok(())
    }

    /// Lets a writer take what was gathered.
    fn hand_over(&self, waiting: &mut Waiting) {
        if !waiting.gathered.is_empty() {
            let batch = mem::replace(&mut waiting.gathered, Vec::with_capacity(BATCH));
            waiting.batches.push_back(batch);
            self.filled.notify_one();
        }
    }

    /// Writes what is handed in, until nothing more will be.
    fn drain(&self, write: &impl Fn(&[File]) -> Result<(), Failure>) {
        while let Some(mut batch) = self.next() {
            batch.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
            let written = write(&batch);
            let mut waiting = self.lock();
            waiting.bytes -= batch.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
            if let Err(failure) = written {
                waiting.batches.clear();
                waiting.gathered.clear();
                waiting.failure.get_or_insert(failure);
            }
            drop(waiting);
            self.emptied.notify_all();
        }
    }

    fn next(&self) -> Option<Batch> {
        let mut waiting = self.lock();
        loop {
            match waiting.batches.pop_front() {
                Some(batch) => return Some(batch),
                None if waiting.closed => return None,
                None => waiting = self.filled.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the writers go home, also when the maker of the files panics.
struct Closing<'a>(&'a Queue);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        let mut waiting = self.0.lock();
        self.0.hand_over(&mut waiting);
        waiting.closed = true;
        drop(waiting);
        self.0.filled.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;
    use std::collections::BTreeSet;

    fn file(number: usize) -> (RelPath, Vec<u8>) {
        (RelPath::new(&format!("{number}")), vec![0; number])
    }

    #[test]
    fn everything_that_is_handed_in_is_written_once() {
        let written = Mutex::new(Vec::new());
        let write = |files: &[File]| {
            assert!(files.is_sorted());
            written.lock().unwrap().extend(files.iter().map(|(path, bytes)| (path.to_string(), bytes.len())));
            Ok(())
        };
        let made = Queue::run(3, write, |queue| {
            (0..200)
                .map(file)
                .chain([(RelPath::new("large"), vec![0; LIMIT + 1])])
                .try_for_each(|(path, bytes)| queue.put(path, bytes))
        });
        made.unwrap().unwrap();
        let written = written.into_inner().unwrap();
        assert_eq!((written.len(), written.iter().collect::<BTreeSet<_>>().len()), (201, 201));
    }

    #[test]
    fn nothing_is_taken_after_a_failure() {
        let write = |_: &[File]| Err(Failure::new(text!("penuh", "full")));
        let mut taken = 0;
        let made = Queue::run(2, write, |queue| {
            while queue.put(RelPath::new("a"), vec![0; LIMIT / 2]).is_ok() {
                taken += 1;
            }
        });
        assert_eq!(made.unwrap_err().message.en, "full");
        assert!(taken < 10);
    }

    #[test]
    fn writers_may_fail_together() {
        let both = std::sync::Barrier::new(2);
        let write = |_: &[File]| {
            both.wait();
            Err(Failure::new(text!("penuh", "full")))
        };
        // A batch for each of the two, who then meet.
        let made =
            Queue::run(2, write, |queue| (0..2 * BATCH).map(file).all(|(path, bytes)| queue.put(path, bytes).is_ok()));
        assert_eq!(made.unwrap_err().message.en, "full");
    }

    #[test]
    #[should_panic(expected = "the maker")]
    fn a_maker_that_panics_holds_nobody_up() {
        let _ = Queue::run(2, |_| Ok(()), |_| panic!("the maker"));
    }
}
