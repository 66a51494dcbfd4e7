//! Looks things up in lists in order, where they are asked for nearly in order.
//!
//! Searching a list of millions costs some twenty far reads for each. Most of what comes in order is a step or two
//! behind the one before. May not know what is in a list.

use std::cmp::Ordering;

/// How many places behind the last one are looked at first.
const NEAR: usize = 4;

/// Where in a list in order the one is that `order` calls equal. `next` is where it is looked for first; it is left
/// behind what was found.
pub fn find<T>(list: &[T], next: &mut usize, order: impl Fn(&T) -> Ordering) -> Option<usize> {
    let near = list.get(*next..).unwrap_or_default().iter().take(NEAR);
    let at = match near.map(&order).take_while(|order| order.is_le()).enumerate().last() {
        Some((steps, Ordering::Equal)) => *next + steps,
        _ => list.binary_search_by(order).ok()?,
    };
    *next = at + 1;
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_a_search_finds(
            list in prop::collection::btree_set(0..60u32, 0..40),
            wanted in prop::collection::vec(0..60u32, 0..40),
        ) {
            let list: Vec<u32> = list.into_iter().collect();
            let mut next = 0;
            for one in wanted {
                let found = find(&list, &mut next, |known| known.cmp(&one));
                prop_assert_eq!(found, list.binary_search(&one).ok());
                prop_assert!(found.is_none_or(|at| next == at + 1));
            }
        }
    }
}
