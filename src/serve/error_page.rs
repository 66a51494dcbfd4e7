//! The pages that tell what is wrong and where: in the place of one that can't be shown, and the list
//! of everything found.

use super::live::State;
use crate::diagnostic::{Diagnostic, Lines, Severity, Span, Text, Tongue};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use crate::workspace::Snapshot;
use pulldown_cmark_escape::escape_html;

/// Where the page's stylesheet is served.
pub(super) const STYLES: &str = "/__warta/error.css";

/// How many faults are shown in the place of a page; the list of all has the rest.
const SHOWN: usize = 20;
/// How many findings are listed.
const LISTED: usize = 500;
/// How many characters of a long line are shown before its marked place.
const BEFORE: usize = 60;
/// How many are shown from there on.
const AFTER: usize = 140;

/// A page in the making.
struct Page {
    html: String,
    first: Tongue,
    /// Whether the other language follows.
    both: bool,
}

/// The page in the place of one that has faults.
pub(super) fn broken(snapshot: &Snapshot, faults: &[&Diagnostic], tongue: Tongue) -> String {
    let count = faults.len();
    let heading = Text::new("Halaman ini belum dapat ditampilkan", "This page can't be shown yet");
    let lead = text!(
        "Kesalahan: {count}. Perbaiki dan simpan berkasnya, maka halaman ini muncul dengan sendirinya.",
        "Errors: {count}. Mend and save the file, and this page comes back by itself."
    );
    Page::new(&heading, &lead, tongue).with(snapshot, faults)
}

/// Everything found in the newsroom, the gravest first, in one language.
pub(super) fn findings(state: &State, tongue: Tongue) -> String {
    let snapshot = &*state.snapshot;
    let mut findings: Vec<&Diagnostic> = snapshot.diagnostics().iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let notes = findings.iter().filter(|finding| finding.severity == Severity::Note).count();
    let warnings = findings.len() - errors - notes;
    let heading = Text::new("Temuan di redaksi ini", "Findings in this newsroom");
    let lead = match (errors, warnings) {
        (0, 0) if notes == 0 => Text::new("Tidak ada. Semua naskah beres.", "None. All documents are well."),
        (0, _) => text!(
            "Peringatan: {warnings}; catatan: {notes}. Situs tetap dapat terbit.",
            "Warnings: {warnings}; notes: {notes}. The site can be published all the same."
        ),
        _ => text!(
            "Kesalahan: {errors}; peringatan: {warnings}; catatan: {notes}. Situs belum dapat terbit selama masih ada kesalahan.",
            "Errors: {errors}; warnings: {warnings}; notes: {notes}. The site can't be published while there are errors."
        ),
    };
    let mut page = Page::start(&heading, &lead, tongue, false);
    if let Some(failure) = &state.failure {
        page.told("p class=\"failure\"", &stale(failure));
    }
    for finding in findings.iter().take(LISTED) {
        page.fault(snapshot, finding);
    }
    if let Some(more) = findings.len().checked_sub(LISTED).filter(|more| *more > 0) {
        page.told("p", &text!("{more} lagi: jalankan `warta check`.", "{more} more: run `warta check`."));
    }
    page.html.push_str("<p><a href=\"/\">");
    page.escaped(Text::new("Ke beranda", "To the front page").in_tongue(tongue));
    page.html.push_str("</a></p>\n");
    page.finish()
}

/// What is said while the files can't be read: everything is as it was last good.
pub(super) fn stale(failure: &Text) -> Text {
    let Text { id, en } = failure;
    text!("Yang tampil ini keadaan terakhir yang baik: {id}", "What is shown is the last good state: {en}")
}

/// The page in the place of one that does not exist while documents can't be read.
pub(super) fn missing(snapshot: &Snapshot, faults: &[&Diagnostic], tongue: Tongue) -> String {
    let heading = Text::new("Tidak ada halaman di alamat ini", "There is no page at this address");
    let lead = Text::new(
        "Berkas-berkas berikut belum punya halaman karena ada kesalahan di dalamnya.",
        "These files have no page, because there are errors in them.",
    );
    Page::new(&heading, &lead, tongue).with(snapshot, faults)
}

/// The page for a fault that is not the newsroom's.
pub(super) fn failed(failure: &Failure, tongue: Tongue) -> String {
    let heading = Text::new("Halaman ini gagal dibuat", "This page could not be made");
    let mut page = Page::new(&heading, &failure.message, tongue);
    if let Some(cause) = &failure.cause {
        page.element("p", "place", &cause.to_string());
    }
    page.finish()
}

impl Page {
    fn new(heading: &Text, lead: &Text, first: Tongue) -> Page {
        Page::start(heading, lead, first, true)
    }

    fn start(heading: &Text, lead: &Text, first: Tongue, both: bool) -> Page {
        let lang = code(first);
        let title = heading.in_tongue(first);
        let html = format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLES}\">\n</head>\n<body>\n<main>\n"
        );
        let mut page = Page { html, first, both };
        page.told("h1", heading);
        page.told("p class=\"lead\"", lead);
        page
    }

    fn with(mut self, snapshot: &Snapshot, faults: &[&Diagnostic]) -> String {
        for fault in faults.iter().take(SHOWN) {
            self.fault(snapshot, fault);
        }
        if let Some(more) = faults.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            self.told("p", &text!("{more} lagi ada di daftar temuan.", "{more} more are in the list of findings."));
        }
        self.finish()
    }

    fn fault(&mut self, snapshot: &Snapshot, fault: &Diagnostic) {
        let (severity, code) = (fault.severity, fault.code.as_str());
        self.html.push_str(&format!("<article class=\"{severity}\">\n<h2><span class=\"code\">{code}</span> "));
        self.escaped(fault.message.in_tongue(self.first));
        self.html.push_str("</h2>\n");
        self.in_other_tongue("p", &fault.message);
        self.place(snapshot, &fault.file, fault.span);
        if let Some(help) = &fault.help {
            self.told("p class=\"help\"", help);
        }
        for other in &fault.related {
            self.told("p class=\"help\"", &other.label);
            self.place(snapshot, &other.file, other.span);
        }
        self.html.push_str("</article>\n");
    }

    /// A file, a line in it and what is marked there.
    fn place(&mut self, snapshot: &Snapshot, file: &RelPath, span: Span) {
        // A finding about a whole file marks nothing.
        let bytes = snapshot.source_of(file).filter(|_| span != Span::default());
        let Some(bytes) = bytes else {
            self.element("p", "place", file.as_str());
            return;
        };
        let lines = Lines::new(&bytes);
        let (start, end) = (lines.position(span.range().start), lines.position(span.range().end));
        self.element("p", "place", &format!("{file}:{}:{}", start.line, start.column));
        let line: Vec<char> = lines.text(start.line).trim_start_matches('\u{feff}').chars().map(visible).collect();
        let from = (start.column - 1).min(line.len());
        let to = if end.line == start.line { (end.column - 1).clamp(from, line.len()) } else { line.len() };
        let shown = from.saturating_sub(BEFORE)..line.len().min(from + AFTER);
        let to = to.min(shown.end);
        let piece = |range: std::ops::Range<usize>| line.get(range).unwrap_or_default().iter().collect::<String>();
        self.html.push_str(&format!("<pre><span>{} | </span>", start.line));
        self.html.push_str(if shown.start > 0 { "…" } else { "" });
        self.escaped(&piece(shown.start..from));
        self.html.push_str("<mark>");
        // A mark between two characters would not be seen.
        self.escaped(if from == to { " " } else { "" });
        self.escaped(&piece(from..to));
        self.html.push_str("</mark>");
        self.escaped(&piece(to..shown.end));
        self.html.push_str(if shown.end < line.len() { "…</pre>\n" } else { "</pre>\n" });
    }

    /// An element in the first language, and perhaps one in the other below it.
    fn told(&mut self, element: &str, text: &Text) {
        self.opened(element, text.in_tongue(self.first));
        self.in_other_tongue("p", text);
    }

    fn in_other_tongue(&mut self, element: &str, text: &Text) {
        if !self.both {
            return;
        }
        let other = if self.first == Tongue::Id { Tongue::En } else { Tongue::Id };
        let lang = code(other);
        self.opened(&format!("{element} class=\"other\" lang=\"{lang}\""), text.in_tongue(other));
    }

    fn element(&mut self, name: &str, class: &str, text: &str) {
        self.opened(&format!("{name} class=\"{class}\""), text);
    }

    /// An element whose start tag may have attributes.
    fn opened(&mut self, tag: &str, text: &str) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.html.push_str(&format!("<{tag}>"));
        self.escaped(text);
        self.html.push_str(&format!("</{name}>\n"));
    }

    fn escaped(&mut self, text: &str) {
        // Writing into a String can't fail.
        let _ = escape_html(&mut self.html, text);
    }

    fn finish(mut self) -> String {
        self.html.push_str("</main>\n</body>\n</html>\n");
        self.html
    }
}

/// A language's code in HTML.
pub(super) fn code(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Id => "id",
        Tongue::En => "en",
    }
}

/// Characters that a page can't hold are shown as what can't be shown.
fn visible(c: char) -> char {
    if c.is_control() && c != '\t' { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use crate::workspace::{Settings, Workspace};
    use std::sync::Arc;

    /// The excerpt of a place in a file.
    fn excerpt(text: &str, span: std::ops::Range<usize>) -> String {
        let site = "title = \"W\"\nbase_url = \"https://w.example\"\ntimezone = \"Asia/Jakarta\"\n";
        let source = Arc::new(Memory::new([("site.toml", site), ("content/a.md", text)]));
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let settings = Settings { now, preview: true, base_url: None, keep_last_good: true };
        let snapshot = Workspace::new(source, settings).load().unwrap();
        let mut page = Page { html: String::new(), first: Tongue::Id, both: true };
        page.place(&snapshot, &RelPath::new("content/a.md"), span.into());
        page.html
    }

    #[test]
    fn a_place_is_marked_in_its_line() {
        let text = "satu\n\tdua <é> tiga\n";
        let place = |line, column| format!("<p class=\"place\">content/a.md:{line}:{column}</p>\n");
        let marked = "<pre><span>2 | </span>\tdua <mark>&lt;é&gt;</mark> tiga</pre>\n";
        assert_eq!(excerpt(text, 10..14), place(2, 6) + marked);
        // Over several lines, at the end of a line, and beyond the end of the file.
        assert_eq!(excerpt(text, 2..9), place(1, 3) + "<pre><span>1 | </span>sa<mark>tu</mark></pre>\n");
        assert_eq!(excerpt(text, 4..4), place(1, 5) + "<pre><span>1 | </span>satu<mark> </mark></pre>\n");
        assert_eq!(excerpt(text, 90..99), place(3, 1) + "<pre><span>3 | </span><mark> </mark></pre>\n");
        // A whole file.
        assert_eq!(excerpt(text, 0..0), "<p class=\"place\">content/a.md</p>\n");
    }

    #[test]
    fn long_lines_are_cut_and_odd_characters_replaced() {
        let text = format!("{}\u{1b}{}", "a".repeat(5000), "b".repeat(5000));
        let page = excerpt(&text, 5000..5001);
        assert!(page.contains("</span>…aaa") && page.ends_with("bbb…</pre>\n"), "{page}");
        assert!(page.contains("<mark>\u{fffd}</mark>") && page.len() < 400, "{page}");
    }
}
