//! Changes to a file that leave every other byte in its place.

use std::borrow::Cow;
use std::ops::Range;

/// Changes to be made.
pub struct Edits<'a> {
    bytes: &'a [u8],
    /// Where, and what is written there; zeros if it is nothing.
    list: Vec<(Range<usize>, Vec<u8>)>,
}

impl<'a> Edits<'a> {
    /// None yet.
    pub fn of(bytes: &'a [u8]) -> Edits<'a> {
        Edits { bytes, list: Vec::new() }
    }

    /// Writes zeros.
    pub fn zero(&mut self, range: Range<usize>) {
        self.list.push((range, Vec::new()));
    }

    /// Writes bytes over those that stand there.
    pub fn write(&mut self, at: usize, bytes: Vec<u8>) {
        if !bytes.is_empty() {
            self.list.push((at..at.saturating_add(bytes.len()), bytes));
        }
    }

    /// Writes bytes over a run of ranges, one behind the other, and zeros over what is left of them.
    pub fn fill(&mut self, ranges: &[Range<usize>], bytes: &[u8]) {
        let mut rest = bytes;
        for range in ranges {
            let (now, later) = rest.split_at(rest.len().min(range.len()));
            self.zero(range.start + now.len()..range.end);
            self.write(range.start, now.to_vec());
            rest = later;
        }
    }

    /// The file with the changes made; as it is if they change nothing.
    pub fn apply(self) -> Cow<'a, [u8]> {
        let mut file = Cow::Borrowed(self.bytes);
        for (range, new) in self.list {
            let range = range.start.min(file.len())..range.end.min(file.len());
            let Some(old) = file.get(range.clone()) else { continue };
            if new.is_empty() {
                if old.iter().any(|byte| *byte != 0) {
                    file.to_mut()[range].fill(0);
                }
            } else if !new.starts_with(old) {
                let length = old.len();
                file.to_mut()[range].copy_from_slice(&new[..length]);
            }
        }
        file
    }
}
