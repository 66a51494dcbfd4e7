//! Tables that are none, told by the line of dashes and bars below their head: no prose has one.

use super::{Slip, line_start};
use crate::text;
use std::ops::Range;

/// A line of dashes and bars that stands in running text.
pub(super) fn rule(source: &str, range: &Range<usize>) -> Option<Slip> {
    let line = source[range.clone()].trim_end();
    if !line.starts_with(['|', '-', ':']) || !line.contains('|') {
        return None;
    }
    let cells = cells(line);
    let is_dashes = |cell: &&str| {
        let dashes = cell.trim().trim_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    if !cells.iter().all(is_dashes) {
        return None;
    }
    let head = line_before(source, range.start);
    let (own, columns) = (cells.len(), self::cells(head).len());
    let (columns, rule) = (if head.contains('|') { columns } else { 0 }, format!("|{}", "---|".repeat(columns)));
    let help = match columns {
        0 => text!(
            "tulis judul kolomnya tepat di atasnya, misalnya | Nama | Jumlah |",
            "write the heads of its columns right above it, such as | Name | Number |"
        ),
        _ if columns == own => {
            text!("beri baris kosong di atas judul tabelnya", "leave a blank line above the head of the table")
        }
        _ => text!(
            "judulnya {columns} kolom, baris ini {own}: tulis {rule}",
            "its head has {columns} columns, this line {own}: write {rule}"
        ),
    };
    Some(Slip {
        range: range.start..range.start + line.len(),
        message: text!("tabel ini tampil sebagai teks biasa", "this table stays plain text"),
        help,
    })
}

/// The cells of a table's line.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let mut cells = Vec::new();
    let mut begin = 0;
    for (at, _) in line.match_indices('|').filter(|(at, _)| !line[..*at].ends_with('\\')) {
        cells.push(&line[begin..at]);
        begin = at + 1;
    }
    cells.push(&line[begin..]);
    cells
}

/// The line above the one that `at` stands in, without the marks of a quotation.
fn line_before(source: &str, at: usize) -> &str {
    let end = line_start(source, at).saturating_sub(1);
    source[line_start(source, end)..end].trim_start_matches(['>', ' '])
}
