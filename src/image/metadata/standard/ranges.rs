//! Which bytes of a file are known to be needed. Whatever else there is may be anything.

use std::ops::Range;

/// Ranges of bytes that are known.
#[derive(Debug, Default)]
pub struct Ranges(Vec<Range<usize>>);

impl Ranges {
    /// One more.
    pub fn add(&mut self, range: Range<usize>) {
        self.0.push(range);
    }

    /// What lies between them, up to `end`.
    pub fn gaps(mut self, end: usize) -> Vec<Range<usize>> {
        self.0.sort_unstable_by_key(|range| range.start);
        let mut gaps = Vec::new();
        let mut known = 0;
        for range in self.0 {
            if range.start > known {
                gaps.push(known..range.start.min(end));
            }
            known = known.max(range.end);
        }
        if known < end {
            gaps.push(known..end);
        }
        gaps.retain(|gap| gap.start < gap.end);
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_lie_between_what_is_known() {
        let mut ranges = Ranges::default();
        for range in [4..8, 0..2, 6..9, 9..10, 14..20] {
            ranges.add(range);
        }
        assert_eq!(ranges.gaps(16), [2..4, 10..14]);
    }
}
