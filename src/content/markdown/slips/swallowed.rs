//! What swallows text after it: it would not be published, or not as what it is.

use super::Findings;
use super::table;
use crate::diagnostic::{Code, Text};
use crate::text;
use std::ops::Range;

/// A fence of code, the whole of it at `range`, that is never closed: all that follows is code.
pub fn fence(source: &str, range: &Range<usize>, findings: &mut Findings<'_>) {
    let block = &source[range.clone()];
    let mut lines = block.trim_end().lines();
    let opening = lines.next().unwrap_or_default().trim_end();
    let Some(mark) = opening.chars().next().filter(|mark| matches!(mark, '`' | '~')) else { return };
    let count = opening.chars().take_while(|c| *c == mark).count();
    let closing = lines.next_back().unwrap_or_default().trim_matches(['>', ' ', '\t']);
    if closing.chars().count() >= count && closing.chars().all(|c| c == mark) {
        return;
    }
    let fence = mark.to_string().repeat(count);
    report(range.start..range.start + count, findings, || {
        (
            text!(
                "{fence} ini tidak ditutup: semua sesudahnya menjadi kode",
                "this {fence} is not closed: all after it is code"
            ),
            text!(
                "tambahkan baris {fence} di akhir kodenya, atau hapus baris ini",
                "add a line {fence} below the code, or delete this one"
            ),
        )
    });
}

/// A block of HTML, the whole of it at `range`, that begins with a comment without an end: nothing of what follows
/// is published.
pub fn comment(source: &str, range: &Range<usize>, findings: &mut Findings<'_>) {
    let block = &source[range.clone()];
    let Some(begin) = block.rfind("<!--").filter(|begin| !block[*begin..].contains("-->")) else { return };
    report(range.start + begin..range.start + begin + 4, findings, || {
        (
            text!(
                "komentar ini tidak ditutup: semua sesudahnya tidak terbit",
                "this comment is not closed: nothing after it is published"
            ),
            text!("tulis --> di akhir komentarnya", "write --> at the end of the comment"),
        )
    });
}

/// A row of a table, at `range`, with more cells than there are columns: the others are not published.
pub fn cells(source: &str, range: &Range<usize>, columns: usize, findings: &mut Findings<'_>) {
    let row = source[range.clone()].trim_end();
    let count = table::cells(row).len();
    if count <= columns {
        return;
    }
    report(range.start..range.start + row.len(), findings, || {
        (
            text!(
                "baris ini {count} sel, judul tabelnya {columns}: yang lebih tidak terbit",
                "this row has {count} cells, the head of the table {columns}: the others are not published"
            ),
            text!(
                "samakan banyaknya; garis tegak di dalam sel ditulis \\|",
                "make them as many; a bar within a cell is written \\|"
            ),
        )
    });
}

fn report(range: Range<usize>, findings: &mut Findings<'_>, words: impl FnOnce() -> (Text, Text)) {
    findings.add(Code::Swallowed, &range, words);
}
