//! The boxes of the ISO base media file format (ISO/IEC 14496-12) and of QuickTime.

use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::{be32, be64, part};
use crate::image::metadata::edits::Edits;
use std::ops::Range;

/// A box.
pub struct Box<'a> {
    /// Its name.
    pub kind: &'a [u8],
    /// All of it.
    pub whole: Range<usize>,
    /// Without its size and name.
    pub body: Range<usize>,
}

impl Box<'_> {
    /// Makes it free space.
    pub fn free(&self, edits: &mut Edits) {
        if !matches!(self.kind, b"free" | b"skip") {
            edits.write(self.whole.start + 4, b"free".to_vec());
        }
        edits.zero(self.body.clone());
    }

    /// The range of the boxes within it, behind so many bytes of its own.
    pub fn within(&self, own: usize) -> Range<usize> {
        self.body.start + own..self.body.end
    }
}

/// Boxes one behind the other. A box that doesn't fit is an error, and the last.
pub struct Boxes<'a> {
    bytes: &'a [u8],
    rest: Range<usize>,
}

impl<'a> Boxes<'a> {
    /// Those of a part of a file.
    pub fn of(bytes: &'a [u8], part: Range<usize>) -> Boxes<'a> {
        Boxes { bytes, rest: part.start..part.end.min(bytes.len()) }
    }

    /// The first of a name.
    pub fn find(mut self, kind: &[u8; 4]) -> Option<Box<'a>> {
        self.find_map(|one| one.ok().filter(|one| one.kind == kind))
    }

    fn next_box(&self) -> Option<Box<'a>> {
        let start = self.rest.start;
        let kind = part(self.bytes, start + 4, 4)?;
        let (head, size) = match be32(self.bytes, start)? {
            // To the end.
            0 => (8, self.rest.len()),
            1 => (16, be64(self.bytes, start + 8)?),
            size => (8, size),
        };
        let end = start.checked_add(size).filter(|end| size >= head && *end <= self.rest.end)?;
        Some(Box { kind, whole: start..end, body: start + head..end })
    }
}

impl<'a> Iterator for Boxes<'a> {
    type Item = Result<Box<'a>, Unscrubbable>;

    fn next(&mut self) -> Option<Self::Item> {
        // QuickTime ends some lists with a zero of four bytes.
        let rest = self.bytes.get(self.rest.clone())?;
        if rest.is_empty() || rest.len() < 8 && rest.iter().all(|byte| *byte == 0) {
            return None;
        }
        let found = self.next_box();
        self.rest.start = found.as_ref().map_or(self.rest.end, |one| one.whole.end);
        Some(found.ok_or(Unscrubbable::Damaged))
    }
}
