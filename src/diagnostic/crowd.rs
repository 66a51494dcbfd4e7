//! What is left out of a file that has more findings than anyone reads: a picture pasted as text, an
//! export of another program. All of it would fill a terminal, and time out whoever shows findings
//! beside the lines of a change.

use super::{Code, Diagnostic};
use crate::text;

/// So many findings of one file are told.
pub const TOLD_MAX: usize = 100;

/// Of each file the gravest findings, and where there are more, one that says so and is as grave as
/// the gravest that it stands for. The findings must be sorted, and are again.
pub fn thin_out(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let of_files = || findings.chunk_by(|one, next| one.file == next.file);
    if of_files().all(|of_file| of_file.len() <= TOLD_MAX) {
        return findings;
    }
    let mut told = Vec::with_capacity(findings.len());
    for of_file in of_files() {
        let mut gravest: Vec<&Diagnostic> = of_file.iter().collect();
        gravest.sort_by_key(|finding| finding.severity);
        let (first, rest) = gravest.split_at(gravest.len().min(TOLD_MAX));
        told.extend(first.iter().copied().cloned());
        told.extend(rest.first().map(|next| more(next, rest.len())));
    }
    told.sort();
    told
}

/// Says that there are `count` more, from `next` on.
fn more(next: &Diagnostic, count: usize) -> Diagnostic {
    let message = text!(
        "sedikitnya {count} temuan lagi di berkas ini tidak ditampilkan",
        "at least {count} more findings in this file are not shown"
    );
    Diagnostic::new(Code::MoreFindings, &next.file, next.span, message).severity(next.severity).help(text!(
        "perbaiki dulu yang sudah disebut; sisanya tampil pada pemeriksaan berikutnya",
        "mend first what is told; the rest shows at the next check"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::path::RelPath;

    fn findings(file: &str, count: usize, severity: Severity) -> Vec<Diagnostic> {
        let one = |at| Diagnostic::new(Code::Syntax, &RelPath::new(file), at..at + 1, text!("x", "x"));
        (1..=count).map(|at| one(at).severity(severity)).collect()
    }

    #[test]
    fn the_gravest_are_told_and_the_rest_is_counted() {
        let mut all = findings("a.md", 150, Severity::Warning);
        all.extend(findings("a.md", 30, Severity::Error));
        all.extend(findings("b.md", 101, Severity::Error));
        all.extend(findings("c.md", 100, Severity::Note));
        all.sort();
        let told = thin_out(all);
        let of = |file: &str, severity| {
            let counted = told.iter().filter(|finding| finding.file.as_str() == file && finding.severity == severity);
            counted.count()
        };
        assert_eq!((of("a.md", Severity::Error), of("a.md", Severity::Warning)), (30, 71));
        assert_eq!((of("b.md", Severity::Error), of("c.md", Severity::Note)), (101, 100));
        let counts: Vec<&str> =
            told.iter().filter(|finding| finding.code == Code::MoreFindings).map(|more| &*more.message.en).collect();
        assert_eq!(
            counts,
            [
                "at least 80 more findings in this file are not shown",
                "at least 1 more findings in this file are not shown"
            ]
        );
        assert!(told.is_sorted());
    }
}
