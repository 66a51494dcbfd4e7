//! Names that may occur once in a document: ids of elements and labels of regions.

use std::collections::HashMap;

/// The names that are taken.
#[derive(Debug, Default)]
pub struct Unique {
    /// Each name with the last number tried for it, so that a thousand equal ones take no longer
    /// to tell apart than a thousand different ones.
    taken: HashMap<Box<str>, u32>,
}

impl Unique {
    /// Takes the name if it is free.
    pub fn take(&mut self, name: &str) -> bool {
        let free = !self.taken.contains_key(name);
        if free {
            self.taken.insert(name.into(), 1);
        }
        free
    }

    /// Takes the name, or the first free one that `numbered` makes of it with 2, 3, ….
    pub fn claim(&mut self, wanted: &str, numbered: impl Fn(&str, u32) -> String) -> String {
        let Some(mut number) = self.taken.get(wanted).copied() else {
            self.take(wanted);
            return wanted.to_owned();
        };
        loop {
            number += 1;
            let name = numbered(wanted, number);
            if self.take(&name) {
                self.taken.insert(wanted.into(), number);
                return name;
            }
        }
    }

    /// Takes an element's id: `wanted`, `wanted-2`, `wanted-3`, …. An empty one becomes `bagian`,
    /// one that looks like a footnote's gets that word in front.
    pub fn claim_id(&mut self, wanted: &str) -> String {
        let numbered = |name: &str, number| format!("{name}-{number}");
        if wanted.is_empty() {
            self.claim("bagian", numbered)
        } else if is_reserved_id(wanted) {
            self.claim(&format!("bagian-{wanted}"), numbered)
        } else {
            self.claim(wanted, numbered)
        }
    }
}

/// Whether footnotes use this id: `fn-1`, `fnref-1`, `fnref-1-2`.
pub fn is_reserved_id(id: &str) -> bool {
    // `w-` is what themes use for their own parts of a page.
    if id.starts_with("w-") {
        return true;
    }
    let number = id.strip_prefix("fn-").or_else(|| id.strip_prefix("fnref-"));
    number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ids_are_numbered_and_never_meet_a_number_that_was_written() {
        let mut ids = Unique::default();
        let wanted = ["hasil", "hasil-4", "hasil", "hasil", "hasil", "", "", "fn-1"];
        let given = wanted.map(|id| ids.claim_id(id));
        assert_eq!(given, ["hasil", "hasil-4", "hasil-2", "hasil-3", "hasil-5", "bagian", "bagian-2", "bagian-fn-1"]);
        assert!(!ids.take("hasil-3"));
    }
}
