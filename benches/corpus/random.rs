//! A small random number generator of our own, so that a corpus is the same bytes for ever.
//!
//! It may not read a clock or the system's randomness, and a crate's generator won't do: its
//! numbers may change from one version to the next.

/// A stream of numbers (SplitMix64).
pub struct Random(u64);

/// What a stream is for: two streams of the same article have nothing in common.
#[derive(Clone, Copy)]
pub enum Stream {
    /// What other articles need to know of an article to link to it.
    Outline = 1,
    /// The rest of its front matter.
    Fields = 2,
    /// Its text.
    Body = 3,
    /// The text of a unit, person or topic.
    Register = 4,
}

impl Random {
    /// The stream of one purpose for one number of a corpus.
    pub fn of(seed: u64, stream: Stream, number: u64) -> Self {
        let mut random = Self(seed ^ (stream as u64).wrapping_mul(0xD1B5_4A32_D192_ED03));
        random.0 = random.next() ^ number.wrapping_mul(0x9FB2_1C65_1E98_DF25);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit - 1`.
    pub fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    /// True in `percent` cases of a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of the items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    /// `count` different indices of a list of `length`, the low ones more often: in a real
    /// newsroom a few units, people and topics have most of the articles.
    pub fn popular(&mut self, count: u64, length: usize) -> Vec<usize> {
        let mut chosen = Vec::new();
        while chosen.len() < count as usize {
            let first = self.below(length as u64);
            let index = self.between(0, first) as usize;
            if !chosen.contains(&index) {
                chosen.push(index);
            }
        }
        chosen
    }
}
