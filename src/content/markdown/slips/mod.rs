//! Markup that Markdown leaves as plain text, because a little of it is wrong: a link whose address
//! has a space, a footnote without its text, a directive within a line, a table whose lines don't fit.
//!
//! Looked for around the characters that such markup has and prose hardly ever; the caller sees to
//! it that these stand in running text, not in code.

mod call;
mod heading;
mod link;
mod reference;
pub mod swallowed;
mod table;

pub use heading::braces;

use super::findings::Findings;
use crate::diagnostic::{Code, Text};
use std::ops::Range;

/// So many marks are looked at in one text. Prose has a few hundred; what has more is none, and shall not
/// take time without bound.
const MARKS_MAX: usize = 20_000;

/// The slips of one text.
#[derive(Debug, Default)]
pub struct Slips {
    /// How many marks have been looked at.
    marks: usize,
}

impl Slips {
    /// Reports what is wrong around the running text at `range` of `source`.
    pub fn find(&mut self, source: &str, range: &Range<usize>, findings: &mut Findings<'_>) {
        let Some(piece) = source.get(range.clone()) else { return };
        if let Some(Slip { range, message, help }) = table::rule(source, range).filter(|_| !findings.is_full()) {
            findings.add(Code::PlainMarkup, &range, || (message, help));
        }
        // Many bytes at a time: hardly any text has one.
        let any = |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | is_mark(*byte));
        if !piece.as_bytes().chunks(64).any(any) {
            return;
        }
        for (at, mark) in piece.bytes().enumerate().filter(|(_, byte)| is_mark(*byte)) {
            let at = range.start + at;
            if self.marks >= MARKS_MAX || findings.is_full() {
                return;
            }
            if source[..at].ends_with('\\') || mark == b':' && !call::begins(source, at) {
                continue;
            }
            self.marks += 1;
            let slip = match mark {
                b']' => link::inline(source, at),
                b'<' => link::pointed(source, at),
                b'[' => reference::note(source, at).or_else(|| reference::undefined(source, at)),
                b'{' => call::by_brace(source, at),
                _ => call::by_colons(source, at),
            };
            if let Some(Slip { range, message, help }) = slip {
                findings.add(Code::PlainMarkup, &range, || (message, help));
            }
        }
    }
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'[' | b']' | b'{' | b'<' | b':')
}

struct Slip {
    range: Range<usize>,
    message: Text,
    help: Text,
}

/// So far from its mark, in bytes, markup is looked for: a text may be one line of megabytes.
const NEAR: usize = 1_000;

/// The rest of the line from `at` on, as far as it is near.
fn line_from(source: &str, at: usize) -> &str {
    let near = &source[at..source.floor_char_boundary(at + NEAR)];
    near.lines().next().unwrap_or_default()
}

/// Where the line begins that `at` stands in, or what of it is near.
fn line_start(source: &str, at: usize) -> usize {
    let near = source.ceil_char_boundary(at.saturating_sub(NEAR));
    source[near..at].rfind('\n').map_or(near, |newline| near + newline + 1)
}
