//! Markup that Markdown leaves as plain text, because a little of it is wrong: a link whose address
//! has a space, a footnote without its text, a directive within a line.
//!
//! Looked for around the characters that such markup has and prose hardly ever; the caller sees to
//! it that these stand in running text, not in code.

use super::findings::Findings;
use super::mask::is_name;
use crate::diagnostic::{Code, Text, is_like_address};
use crate::path::slugify;
use crate::text;
use std::ops::Range;

/// Reports what is wrong around the running text at `range` of `source`.
pub fn find(source: &str, range: &Range<usize>, findings: &mut Findings<'_>) {
    let Some(piece) = source.get(range.clone()) else { return };
    for (at, mark) in piece.match_indices(['[', ']', '{']) {
        let at = range.start + at;
        if findings.is_full() {
            return;
        }
        if source[..at].ends_with('\\') {
            continue;
        }
        let slip = match mark {
            "]" => link(source, at),
            "[" => note(source, at),
            _ => directive(source, at),
        };
        if let Some(Slip { code, range, message, help }) = slip {
            findings.add(code, &range, || (message, help));
        }
    }
}

struct Slip {
    code: Code,
    range: Range<usize>,
    message: Text,
    help: Text,
}

/// So far from its mark, in bytes, markup is looked for: a text may be one line of megabytes.
const NEAR: usize = 1_000;

/// A longer address is none that somebody typed.
const ADDRESS_MAX: usize = 300;

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

/// `[text](address with spaces)` or `[text] (address)`, by its closing bracket.
fn link(source: &str, close: usize) -> Option<Slip> {
    let after = line_from(source, close + 1);
    let inside = after.trim_start_matches([' ', '\t']).strip_prefix('(')?;
    let gap = after.len() - inside.len() - 1;
    let inside_at = close + 1 + gap + 1;
    let Some(end) = closing(inside) else {
        let near = &inside[..inside.floor_char_boundary(ADDRESS_MAX)];
        let address = near.split_whitespace().next().filter(|address| gap == 0 && is_like_address(address))?;
        let start = bracketed(source, close)?;
        let shown = &source[start..=close];
        return Some(Slip {
            code: Code::PlainMarkup,
            range: start..inside_at + address.len(),
            message: text!("kurung tautan ini tidak ditutup", "the parenthesis of this link is not closed"),
            help: text!("tulis {shown}({address})", "write {shown}({address})"),
        });
    };
    let (address, title) = parts(inside[..end].trim());
    let spaced = address.contains(char::is_whitespace);
    if !is_like_address(address) || gap == 0 && !spaced {
        return None;
    }
    let start = bracketed(source, close)?;
    let shown = &source[start..=close];
    let written = if spaced { format!("<{address}>") } else { address.to_owned() };
    let (message, range) = if gap > 0 {
        (
            text!(
                "ini tampil sebagai teks biasa: ada spasi di antara `]` dan `(`",
                "this stays plain text: there is a space between `]` and `(`"
            ),
            start..inside_at + end + 1,
        )
    } else {
        (
            text!(
                "ini tampil sebagai teks biasa: alamatnya mengandung spasi",
                "this stays plain text: there is a space in the address"
            ),
            inside_at..inside_at + end,
        )
    };
    Some(Slip {
        code: Code::PlainMarkup,
        range,
        message,
        help: text!("tulis {shown}({written}{title})", "write {shown}({written}{title})"),
    })
}

/// Where the link or picture begins whose text the bracket at `close` ends.
fn bracketed(source: &str, close: usize) -> Option<usize> {
    let line = line_start(source, close);
    let mut depth = 0usize;
    let brackets = source.as_bytes()[line..close].iter().enumerate().rev();
    for (at, bracket) in brackets.filter(|(_, byte)| matches!(byte, b'[' | b']')) {
        match (bracket, depth) {
            (b'[', 0) => {
                let open = line + at;
                let before = &source[..open];
                let picture = before.ends_with('!') && !before.ends_with("\\!");
                return (!before.ends_with('\\')).then(|| open - usize::from(picture));
            }
            (b'[', _) => depth -= 1,
            _ => depth += 1,
        }
    }
    None
}

/// Where the parenthesis closes that was opened before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, mark) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'(' | b')')) {
        match (mark, depth) {
            (b')', 0) => return Some(at),
            (b')', _) => depth -= 1,
            _ => depth += 1,
        }
    }
    None
}

/// The address, and the title with the blank before it.
fn parts(inside: &str) -> (&str, &str) {
    let title = [" \"", " '"].iter().find_map(|mark| inside.find(mark).filter(|_| inside.ends_with(&mark[1..])));
    let (address, title) = inside.split_at(title.unwrap_or(inside.len()));
    let bare = address.strip_prefix('<').and_then(|address| address.strip_suffix('>'));
    (bare.unwrap_or(address).trim(), title)
}

/// `[^label]` without a `[^label]:`, by its opening bracket.
fn note(source: &str, open: usize) -> Option<Slip> {
    let label = line_from(source, open).strip_prefix("[^")?.split_once(']')?.0;
    if label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
        return None;
    }
    let range = open..open + label.len() + 3;
    Some(Slip {
        code: Code::PlainMarkup,
        range,
        message: text!("catatan kaki `[^{label}]` tidak punya teks", "the footnote `[^{label}]` has no text"),
        help: text!(
            "tambahkan baris [^{label}]: teks catatannya, di bawah alinea ini",
            "add a line [^{label}]: and the text of the note, below this paragraph"
        ),
    })
}

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

/// `:video{…}`, `:: video{…}` or `words ::video{…}`, by the brace.
fn directive(source: &str, brace: usize) -> Option<Slip> {
    let line = line_start(source, brace);
    let before = &source[line..brace];
    let rest = before.trim_end_matches(is_name);
    let name = &before[rest.len()..];
    let tight = rest.trim_end_matches([' ', '\t']);
    let outside = tight.trim_end_matches(':');
    let (blanks, colons) = (rest.len() - tight.len(), tight.len() - outside.len());
    let names_one = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let end = line_from(source, brace).rfind('}')? + 1;
    // A colon alone is prose, unless the name follows at once; one behind a word always is.
    let meant = match colons {
        0 => false,
        1 => blanks == 0,
        _ => true,
    } && !outside.ends_with(char::is_alphanumeric);
    if !meant || !names_one || outside.ends_with('\\') {
        return None;
    }
    let start = line + outside.len();
    let arguments = &source[brace..brace + end];
    let arguments = arguments
        .find('}')
        .filter(|_| arguments.matches('}').count() > 1)
        .map_or(arguments, |first| &arguments[..=first]);
    let wanted = ":".repeat(colons.clamp(2, 8));
    let alone = outside.trim().is_empty();
    let help = if alone {
        text!("tulis {wanted}{name}{arguments}", "write {wanted}{name}{arguments}")
    } else {
        text!(
            "tulis {wanted}{name}{arguments} di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya",
            "write {wanted}{name}{arguments} on a line of its own, from the left margin, with a blank line before and after it"
        )
    };
    let message = match (alone, colons) {
        (false, _) => text!(
            "direktif `{name}` tampil sebagai teks biasa: ia berada di dalam baris",
            "the directive `{name}` stays plain text: it stands within a line"
        ),
        (true, 1) => text!(
            "direktif `{name}` tampil sebagai teks biasa: titik duanya hanya satu",
            "the directive `{name}` stays plain text: it has one colon only"
        ),
        (true, _) => text!(
            "direktif `{name}` tampil sebagai teks biasa: ada spasi sesudah titik dua",
            "the directive `{name}` stays plain text: a space follows its colons"
        ),
    };
    Some(Slip { code: Code::PlainMarkup, range: start..brace + arguments.len(), message, help })
}
