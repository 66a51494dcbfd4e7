//! Texts for programs: characters that every notation can hold, and HTML's bare words.

use std::borrow::Cow;

/// Whether a character may stand in XML 1.0 (2.2), and in the same text elsewhere; C1 controls may, but
/// mean nothing to anybody.
fn is_sound(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// A text without the characters that some notation can't hold, so that all say the same.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // By bytes first, many at a time: hardly any text has one with which such a character may begin.
    let doubtful = |b: &u8| (*b < b' ' && !matches!(*b, b'\t' | b'\n' | b'\r')) | matches!(*b, 0x7f | 0xc2 | 0xef);
    let any = |chunk: &[u8]| chunk.iter().fold(false, |found, b| found | doubtful(b));
    if !text.as_bytes().chunks(64).any(any) || text.chars().all(is_sound) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| is_sound(*c)).collect())
}

/// Elements after which words do not go on in the same line.
const BLOCKS: [&str; 22] = [
    "p",
    "li",
    "tr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "div",
    "pre",
    "table",
    "figure",
    "figcaption",
    "blockquote",
    "section",
    "aside",
    "br",
];

/// The words of HTML that warta made itself, a line for each paragraph.
pub(super) fn words(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        push(&mut out, &rest[..at]);
        rest = &rest[at..];
        let close = if rest.starts_with('<') { '>' } else { ';' };
        let Some(end) = rest.find(close) else { break };
        match rest[1..end].strip_prefix('/').unwrap_or(&rest[1..end]) {
            tag if close == '>' => {
                let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                if BLOCKS.contains(&name) && !out.is_empty() && !out.ends_with('\n') {
                    out.truncate(out.trim_end().len());
                    out.push('\n');
                }
            }
            entity => out.extend(character(entity)),
        }
        rest = &rest[end + 1..];
    }
    push(&mut out, rest);
    out.truncate(out.trim_end().len());
    out
}

/// Adds words, with one space for any number of them, and none at the start of a line.
fn push(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find([' ', '\n', '\t', '\r']) {
        out.push_str(&rest[..at]);
        if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// Appends text to HTML.
pub(super) fn escape(html: &mut String, text: &str) {
    // Writing into a String can't fail.
    let _ = pulldown_cmark_escape::escape_html(html, &plain(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_notation_holds_is_left_out() {
        assert_eq!(plain("a\u{0}b\u{7}\u{85}\u{fffe}c"), "abc");
        for whole in ["", "ab\tc\n", "ꦗꦮ", "مدينة", "😀 ]]> & <b>"] {
            assert!(matches!(plain(whole), Cow::Borrowed(same) if same == whole));
        }
    }

    #[test]
    fn html_comes_down_to_its_words() {
        let html = "<h2 id=\"a\">Jadwal &amp; tempat</h2>\n<p>Buka <em>pukul</em>\n enam&#x2e;</p><ul><li>A</li>\n<li>B &lt;c&gt;</li></ul>";
        assert_eq!(words(html), "Jadwal & tempat\nBuka pukul enam.\nA\nB <c>");
        assert_eq!(words("5 < 6 & 7"), "5 < 6 & 7");
        assert_eq!(words(""), "");
    }
}
