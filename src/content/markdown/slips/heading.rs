//! Words in braces at the end of a heading.

use super::Findings;
use crate::diagnostic::Code;
use crate::path::slugify;
use crate::text;
use std::ops::Range;

/// `## Rapat {tertutup}`: words at the end of a heading, where its id would stand.
pub fn braces(source: &str, range: &Range<usize>, findings: &mut Findings<'_>) {
    if source[..range.start].ends_with('\\') {
        return;
    }
    let written = &source[range.clone()];
    let words = written.trim_matches(['{', '}']).trim();
    findings.add(Code::PlainMarkup, range, || {
        let message = text!(
            "{written} tampil sebagai teks biasa: di akhir subjudul, kurung kurawal memberi tanda pengenal",
            "{written} stays plain text: at the end of a heading, braces hold its id"
        );
        let help = match slugify(words).as_str() {
            "" => text!("hapus kurung kurawalnya", "remove the braces"),
            id => text!(
                "untuk tanda pengenal tulis {{#{id}}}, untuk teks biasa ({words})",
                "for an id write {{#{id}}}, for plain text ({words})"
            ),
        };
        (message, help)
    });
}
