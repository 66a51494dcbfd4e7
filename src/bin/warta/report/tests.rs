//! Every format in both languages over made-up findings, and files that are odd in every way.

use super::*;
use warta::diagnostic::{Code, Severity, Span, Text};

const NEWS: &str = "content/berita/2026-09-01-pasar.md";
const OTHER: &str = "content/berita/2026-09-20-pasar.md";

fn bytes_of(file: &RelPath) -> Option<Vec<u8>> {
    match file.as_str() {
        NEWS => Some(b"+++\r\ntitle = \"Pasar\"\r\nsumary = \"\xC3\xA9 100%\"\r\n+++\r\nWarga datang.\r\n".to_vec()),
        OTHER => Some("\u{feff}+++\ntitle = \"Pasar\"\n+++\nLihat [jadwal](jadwal.md).\n".as_bytes().to_vec()),
        _ => None,
    }
}

fn findings() -> Vec<Diagnostic> {
    let (news, other, site) = (RelPath::new(NEWS), RelPath::new(OTHER), RelPath::new("site.toml"));
    let link = Diagnostic::new(
        Code::DeadLink,
        &other,
        Span::new(42, 51),
        Text::new("`jadwal.md` tidak ada", "there is no `jadwal.md`"),
    );
    let key = Diagnostic::new(
        Code::UnknownKey,
        &news,
        Span::new(22, 28),
        Text::new("kunci `sumary` tidak dikenal", "the key `sumary` is not known"),
    )
    .help(Text::new("mungkin maksudnya `summary`?", "did you mean `summary`?"));
    let theme = Diagnostic::new(
        Code::MissingTheme,
        &site,
        Span::default(),
        Text::new("tema `kota` tidak ada", "there is no theme `kota`"),
    );
    let address = Diagnostic::new(
        Code::DuplicateUrl,
        &other,
        Span::default(),
        Text::new("alamat `/berita/pasar/` dipakai dua kali", "the address `/berita/pasar/` is taken twice"),
    )
    .related(&news, Span::new(5, 20), Text::new("yang pertama di sini", "the first is here"));
    let note = Diagnostic::new(
        Code::ForeignFile,
        &RelPath::new("public/rapat, 100%.docx"),
        Span::default(),
        Text::new("bukan buatan warta", "not written by warta"),
    );
    vec![link.clone(), note, theme, key, address, link.severity(Severity::Warning)]
}

fn print(
    format: Format,
    tongue: Tongue,
    diagnostics: &[Diagnostic],
    read: impl Fn(&RelPath) -> Option<Vec<u8>>,
) -> String {
    let counts = Counts::default();
    let report = Report { diagnostics, read: &read, tongue, colour: false, counts };
    let mut out = Vec::new();
    report.write(format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The explanations in a SARIF log, which change more often than the format does.
fn rules_help(rules: &mut serde_json::Value) -> Vec<&mut serde_json::Value> {
    rules.as_array_mut().unwrap().iter_mut().map(|rule| &mut rule["help"]).collect()
}

#[test]
fn every_format_in_both_languages() {
    for (name, tongue) in [("id", Tongue::Id), ("en", Tongue::En)] {
        for format in [Format::Human, Format::Short, Format::Github] {
            let text = print(format, tongue, &findings(), bytes_of);
            insta::assert_snapshot!(format!("{format:?}_{name}").to_lowercase(), text);
        }
        for format in [Format::Json, Format::Sarif] {
            let text = print(format, tongue, &findings(), bytes_of);
            assert_eq!(text.lines().count(), 1);
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            for help in value.pointer_mut("/runs/0/tool/driver/rules").into_iter().flat_map(rules_help) {
                assert!(help["text"].as_str().is_some_and(|text| text.contains('\n')));
                *help = "the text of warta explain".into();
            }
            let pretty = serde_json::to_string_pretty(&value).unwrap().replace(env!("CARGO_PKG_VERSION"), "VERSION");
            insta::assert_snapshot!(format!("{format:?}_{name}").to_lowercase(), pretty);
        }
    }
}

#[test]
fn colours_are_there_when_asked_for_and_only_then() {
    let diagnostics = findings();
    let report = Report {
        diagnostics: &diagnostics,
        read: &bytes_of,
        tongue: Tongue::Id,
        colour: true,
        counts: Counts::default(),
    };
    let mut out = Vec::new();
    report.write(Format::Human, &mut out).unwrap();
    assert!(String::from_utf8(out).unwrap().contains("\u{1b}["));
    assert!(!print(Format::Human, Tongue::Id, &diagnostics, bytes_of).contains('\u{1b}'));
}

#[test]
fn equal_findings_are_printed_once_and_sorted_by_file_and_place() {
    let doubled: Vec<Diagnostic> = findings().into_iter().chain(findings().into_iter().rev()).collect();
    for format in [Format::Human, Format::Short, Format::Json, Format::Github, Format::Sarif] {
        assert_eq!(print(format, Tongue::En, &doubled, bytes_of), print(format, Tongue::En, &findings(), bytes_of));
    }
}

#[test]
fn a_mistake_made_everywhere_is_counted_not_repeated() {
    let file = RelPath::new(NEWS);
    let many: Vec<Diagnostic> = (0..120)
        .map(|n| Diagnostic::new(Code::DeadLink, &file, Span::new(n, n + 1), Text::new("x", "x")))
        .chain(findings())
        .collect();
    let text = print(Format::Human, Tongue::En, &many, bytes_of);
    assert_eq!(text.matches("error[WT305]").count(), 50);
    assert!(text.contains("72 more WT305 not shown"), "{text}");
    assert!(text.contains("124 errors, 1 warning, 1 note"), "{text}");
    assert_eq!(print(Format::Short, Tongue::En, &many, bytes_of).lines().count(), 126);
}

#[test]
fn without_findings_a_person_reads_nothing_and_a_program_an_empty_list() {
    assert_eq!(print(Format::Human, Tongue::Id, &[], bytes_of), "");
    assert_eq!(print(Format::Github, Tongue::Id, &[], bytes_of), "");
    assert_eq!(print(Format::Json, Tongue::Id, &[], bytes_of), "{\"diagnostics\":[]}\n");
}

#[test]
fn counts_stand_beside_the_findings() {
    let counts = Counts {
        routes: Some(12),
        images: Some(ImageCounts { encoded: 3, reused: 4 }),
        next_change: Some(None),
        elapsed_ms: Some(5),
        ..Counts::default()
    };
    let report = Report { diagnostics: &[], read: &|_| None, tongue: Tongue::Id, colour: false, counts };
    let mut out = Vec::new();
    report.write(Format::Json, &mut out).unwrap();
    let expected =
        r#"{"diagnostics":[],"routes":12,"images":{"encoded":3,"reused":4},"next_change":null,"elapsed_ms":5}"#;
    assert_eq!(String::from_utf8(out).unwrap().trim_end(), expected);
}

#[test]
fn what_is_quoted_from_content_can_neither_break_a_line_nor_command_a_terminal() {
    let file = RelPath::new("content/a,b:c%.md");
    let message = "satu\r\ndua\u{1b}[2J\n::error::tiga";
    let finding = [Diagnostic::new(Code::Syntax, &file, Span::default(), Text::new(message, message))
        .help(Text::new("\u{1b}]0;x\u{7}", "\u{1b}]0;x\u{7}"))];
    for format in [Format::Human, Format::Short] {
        let text = print(format, Tongue::Id, &finding, |_| None);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\r']), "{text:?}");
    }
    assert_eq!(print(Format::Short, Tongue::Id, &finding, |_| None).lines().count(), 1);
    let github = print(Format::Github, Tongue::Id, &finding, |_| None);
    assert_eq!(github.lines().count(), 1);
    assert!(github.starts_with("::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,"), "{github}");
    assert!(github.contains("satu%0Adua"), "{github}");
}

#[test]
fn no_file_is_too_odd_for_any_format() {
    let long = "kata ".repeat(2_000);
    let wide = "+++\n\ttitle\t= \"市長 👨‍👩‍👧 e\u{301} \u{202e}\"\n+++\n";
    let contents: [&[u8]; 9] = [
        b"",
        b"\n",
        b"\r\n\r\r\n",
        b"\xEF\xBB\xBF",
        b"\xEF\xBB\xBF\xFF\xFEa\xC3\n\xE2\x82",
        b"\0\x01\x1b[31m\x7f\n\t\t\x08",
        wide.as_bytes(),
        long.as_bytes(),
        b"a\nb\nc\nd\ne\nf\ng\nh",
    ];
    let file = RelPath::new("content/aneh.md");
    for content in contents {
        let length = content.len();
        let ends = [0, 1, 2, 3, 5, 7, 9, 12, length / 2, length.saturating_sub(1), length, length + 1, usize::MAX];
        let finding = |start: usize, end: usize| {
            let span = Span::new(start, end);
            Diagnostic::new(Code::Syntax, &file, span, Text::new("x", "x")).related(&file, span, Text::new("y", "y"))
        };
        let spans = ends.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)));
        let findings: Vec<Diagnostic> = spans.map(|(start, end)| finding(start, end)).collect();
        for format in [Format::Short, Format::Json, Format::Github, Format::Sarif] {
            print(format, Tongue::Id, &findings, |_| Some(content.to_vec()));
        }
        for finding in &findings {
            let text = print(Format::Human, Tongue::Id, std::slice::from_ref(finding), |_| Some(content.to_vec()));
            assert!(text.len() < 8_000, "an excerpt is short: {}", text.len());
        }
    }
}

#[test]
fn a_mark_in_the_middle_of_a_long_paragraph_is_shown_with_its_surroundings() {
    let paragraph = format!("{}TAUTAN{}\n", "é kata ".repeat(60), " kata".repeat(60));
    let start = paragraph.find("TAUTAN").unwrap();
    let finding = [Diagnostic::new(
        Code::DeadLink,
        &RelPath::new("content/a.md"),
        Span::new(start, start + 6),
        Text::new("tidak ada", "missing"),
    )];
    let text = print(Format::Human, Tongue::Id, &finding, |_| Some(paragraph.clone().into_bytes()));
    insta::assert_snapshot!(text);
}

#[test]
fn annotations_hold_nothing_that_a_terminal_obeys() {
    let odd = "a\0b\u{1b}[31m\u{202e}c\n50%\r\nd";
    let finding = Diagnostic::new(Code::Syntax, &RelPath::new(NEWS), Span::default(), Text::new(odd, odd));
    let told = print(Format::Github, Tongue::En, &[finding], bytes_of);
    assert!(!told.trim_end().contains(['\0', '\u{1b}', '\u{202e}', '\r', '\n']), "{told:?}");
    assert!(told.contains("%0A50%25%0Ad"), "{told:?}");
}
