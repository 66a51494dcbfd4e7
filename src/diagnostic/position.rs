//! From byte ranges to lines and columns, computed only when a finding is printed.

/// The byte-order mark in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A place as an editor's program shows it: both count from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

/// The lines of one file, for turning many offsets of it into positions.
#[derive(Debug)]
pub struct Lines<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Indexes the lines of `bytes`, which need not be UTF-8.
    pub fn new(bytes: &'a [u8]) -> Self {
        let after = |(i, b): (usize, &u8)| (*b == b'\n').then_some(i + 1);
        let starts = std::iter::once(0).chain(bytes.iter().enumerate().filter_map(after)).collect();
        Lines { bytes, starts }
    }

    /// The position of byte `offset`; an offset past the end is the end.
    ///
    /// A byte-order mark at the start of the file takes up no column: editors don't show it.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.bytes.len());
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let before = self.bytes.get(start..offset).unwrap_or_default();
        // The end of a line is the same place whichever way lines end.
        let ends_line = self.bytes.get(offset) == Some(&b'\n');
        let before = before.strip_suffix(b"\r").filter(|_| ends_line).unwrap_or(before);
        let before = if start == 0 { before.strip_prefix(MARK).unwrap_or(before) } else { before };
        let column = String::from_utf8_lossy(before).chars().count() + 1;
        Position { line, column }
    }

    /// The byte offset of a position; the inverse of [`Lines::position`], clamped to the line.
    pub fn offset(&self, position: Position) -> usize {
        let Some(&start) = self.starts.get(position.line.saturating_sub(1)) else {
            return self.bytes.len();
        };
        let end = self.starts.get(position.line).copied().unwrap_or(self.bytes.len());
        let start = if start == 0 && self.bytes.starts_with(MARK) { MARK.len() } else { start };
        let line = String::from_utf8_lossy(self.bytes.get(start..end).unwrap_or_default()).into_owned();
        let skip: usize = line.chars().take(position.column.saturating_sub(1)).map(char::len_utf8).sum();
        (start + skip).min(end)
    }

    /// The text of a line (from 1), without its line break.
    pub fn text(&self, line: usize) -> String {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.bytes.len());
        let end = self.starts.get(line).copied().unwrap_or(self.bytes.len());
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_skip_the_byte_order_mark() {
        let lines = Lines::new("\u{feff}title\nké: x\r\n".as_bytes());
        assert_eq!(lines.position(3), Position { line: 1, column: 1 });
        assert_eq!(lines.position(13), Position { line: 2, column: 4 });
        assert_eq!(lines.text(2), "ké: x");
        assert_eq!(lines.position(10_000).line, 3);
        for offset in [3, 5, 9, 10, 13] {
            assert_eq!(lines.offset(lines.position(offset)), offset);
        }
    }
}
