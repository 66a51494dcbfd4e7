//! Two lists in order, gone along side by side.

use std::iter::Peekable;

/// A list of paths in order, which is asked for paths in order.
#[derive(Debug)]
pub(super) struct Along<'a, I: Iterator<Item = &'a str>>(Peekable<I>);

impl<'a, I: Iterator<Item = &'a str>> Along<'a, I> {
    /// Begins with the first of the list.
    pub(super) fn new(list: I) -> Along<'a, I> {
        Along(list.peekable())
    }

    /// Whether a path is in the list. Each path that is asked for must come after the one before.
    pub(super) fn has(&mut self, path: &str) -> bool {
        while self.0.next_if(|next| *next < path).is_some() {}
        self.0.peek().is_some_and(|next| *next == path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_both_lists_is_found() {
        let mut list = Along::new(["a", "a/b", "c"].into_iter());
        let found: Vec<&str> =
            ["", "a", "a-b", "a/b", "b", "c", "d"].into_iter().filter(|path| list.has(path)).collect();
        assert_eq!(found, ["a", "a/b", "c"]);
    }
}
