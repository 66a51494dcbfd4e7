//! The parser's words as one line that says what to do, at the place where it is to be done.

use crate::data::syntax::within_quotes;
use crate::diagnostic::Span;
use saphyr_parser::ScanError;

/// What is said of `*name`.
pub(super) const ALIAS: &str = "aliases (`*`) are not supported; put a text that begins with `*` in quotes";

/// The parser's words as one line that says what to do, and the place to show.
pub(super) fn explain(error: &ScanError, text: &str, at: usize) -> (Span, String) {
    let character = text[at..].chars().next().filter(|character| !character.is_whitespace());
    let place = Span::new(at, at + character.map_or(0, char::len_utf8));
    let said = error.info();
    let message = match said {
        "mapping values are not allowed in this context" => {
            "unexpected `:`; put a value that holds a colon in quotes, or check the indentation".into()
        }
        "simple key expect ':'" | "simple key expected" => {
            let line = text[..at].trim_end();
            let start = line.rfind('\n').map_or(0, |newline| newline + 1);
            return without_colon(line, start);
        }
        "invalid trailing content after double-quoted scalar"
        | "invalid trailing content after single-quoted scalar" => {
            let said = after_value(text, at);
            // It is the mark before it that ended the text too early.
            let mark = text[..at].trim_end().len();
            if said.contains(" stands within the text") && mark > 0 {
                return (Span::new(mark - 1, mark), said);
            }
            said
        }
        "misplaced bracket" => "a bracket too many".into(),
        "did not find expected <document start>"
        | "while parsing a block collection, did not find expected '-' indicator" => "the indentation differs".into(),
        "block sequence entries are not allowed in this context" | "mapping keys are not allowed in this context" => {
            begins_with(character)
        }
        _ if said.ends_with("did not find expected comment or line break") => begins_with(character),
        _ if said.contains("hexadecimal") || said.contains("escape") => {
            let escape = escape(&text[at..]).map_or(place, |sign| Span::new(at + sign, at + sign + 1));
            return (escape, "a backslash within quotation marks".into());
        }
        "while parsing node, found unknown anchor" => ALIAS.into(),
        "invalid indentation in quoted scalar"
        | "while scanning a quoted scalar, found unexpected end of stream"
        | "while scanning a quoted scalar, found unexpected document indicator" => {
            "the text is not closed: a quotation mark is missing at its end".into()
        }
        "while parsing a flow sequence, expected ',' or ']'" => return unclosed(text, at, place),
        "while parsing a flow mapping, did not find expected ',' or '}'" => return unclosed(text, at, place),
        "illegal placement of ':' indicator" => return unclosed(text, at, place),
        "while parsing a block mapping, did not find expected key" => {
            "a key is expected here; check the indentation and the quotes before it".into()
        }
        _ if said.contains("tab") && !said.contains("expected alphabetic") => {
            return (tab(text, at).unwrap_or(place), TAB.into());
        }
        "':' must be followed by a valid YAML whitespace" => return (tab(text, at).unwrap_or(place), TAB.into()),
        _ => match (said.starts_with("unexpected character"), character) {
            (true, Some(_)) => begins_with(character),
            _ if said.starts_with("while ") => said.split_once(", ").map_or(said, |(_, what)| what).to_owned(),
            _ => said.to_owned(),
        },
    };
    (place, message)
}

const TAB: &str = "a tab stands where YAML takes only spaces";

/// The tab that is meant: the parser points at what it is too much for, before or behind it.
fn tab(text: &str, at: usize) -> Option<Span> {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = text[line..at].find('\t').map(|tab| line + tab);
    before.or_else(|| text[at..].find('\t').map(|tab| at + tab)).map(|tab| Span::new(tab, tab + 1))
}

fn begins_with(character: Option<char>) -> String {
    let character = character.unwrap_or('-');
    format!("a value can't begin with `{character}`; put it in quotes")
}

/// What is said of a line that ought to be `key: value`; `line` ends with it.
pub(super) fn without_colon(line: &str, start: usize) -> (Span, String) {
    let start = start + (line[start..].len() - line[start..].trim_start().len());
    match line[start..].split_once(':') {
        Some((key, _)) if !key.contains(char::is_whitespace) => {
            let colon = start + key.len();
            (Span::new(colon, colon + 1), "a blank is missing after the colon".into())
        }
        _ => (Span::new(start, line.len()), "`:` is missing after this key".into()),
    }
}

/// Why something follows a text in quotation marks.
fn after_value(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim();
    let rest = line.get(at - start..).unwrap_or_default();
    if rest == "," {
        "a comma follows the value".into()
    } else if value.len() > 1 && value.starts_with(['\'', '"']) && rest.ends_with(&value[..1]) {
        within_quotes(value)
    } else {
        "nothing more may follow the value on this line".into()
    }
}

/// The first backslash in a text between quotation marks that YAML knows no meaning of.
fn escape(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let (_, next) = if c == '\\' { chars.next()? } else { continue };
        let digits = match next {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            c if "0abtnvfre \"/\\N_LP\t\r\n".contains(c) => 0,
            _ => return Some(at),
        };
        let written = chars.as_str().chars().take(digits);
        if written.filter(char::is_ascii_hexdigit).count() < digits {
            return Some(at);
        }
    }
    None
}

/// A list or table in brackets that is open before `at`, shown at its bracket.
fn unclosed(text: &str, at: usize, place: Span) -> (Span, String) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote = None;
    for (byte, c) in text[..at].char_indices() {
        match (quote, c) {
            (Some(mark), _) if c == mark || c == '\n' => quote = None,
            (Some(_), _) => {}
            // Within a word, it is an apostrophe.
            (None, '"' | '\'') if text[..byte].ends_with([' ', '[', '{', ',']) => quote = Some(c),
            (None, '[' | '{') => open.push((byte, c)),
            (None, ']' | '}') => drop(open.pop()),
            (None, _) => {}
        }
    }
    let message = match open.last() {
        Some((_, '{')) => "the table is not closed: `,` or `}` is missing",
        _ => "the list is not closed: `,` or `]` is missing",
    };
    (open.last().map_or(place, |(byte, _)| Span::new(*byte, byte + 1)), message.into())
}
