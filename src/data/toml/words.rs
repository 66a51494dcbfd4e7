//! The parser's words as one line that says what to do, at the place where it is to be done.

use super::MAX_DEPTH;
use crate::data::syntax::within_quotes;
use crate::data::{Fault, FaultKind};
use std::ops::Range;

/// What is said of a list that lacks its bracket.
const UNCLOSED_LIST: &str = "unclosed array; expected `]`";
/// The same of a table in braces.
const UNCLOSED_TABLE: &str = "the table is not closed: `,` or `}` is missing";

/// What is wrong at `span` of `text`, and where it is shown.
pub(super) fn plain(message: &str, text: &str, span: Range<usize>) -> (Range<usize>, String) {
    let at = &text[span.start..];
    let said = match message {
        "string values must be quoted, expected literal string" => unquoted(text, &span),
        "missing opening quote, expected `\"`" if at.starts_with('(') => {
            let list = rest_of_line(text, &span);
            return (span.start..span.start + list.len(), list_in_parentheses(list));
        }
        "unexpected leading zero, expected nothing" => {
            let digits = at.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
            match digits.trim_start_matches('0') {
                "" => "unexpected leading zero; expected nothing".into(),
                number => format!("unexpected leading zero: {number} or {digits:?}"),
            }
        }
        "missing comma between array elements, expected `,`" if let Some((place, whole)) = torn(text, span.start) => {
            return (place, within_quotes(whole));
        }
        "key with no value, expected `=`" if rest_of_line(text, &span).contains('=') => {
            "a key can't have blanks in it".into()
        }
        "key with no value, expected `=`" => "`=` and a value are missing after this key".into(),
        "unexpected key or value, expected newline, `#`" => {
            let said = after_value(text, &span);
            // It is the mark that ended the text too early.
            let before = line_before(text, span.start).trim_end();
            let mark = span.start - line_before(text, span.start).len() + before.len();
            if said.contains(" stands within the text") && before.ends_with(['\'', '"']) {
                return (mark - 1..mark, said);
            }
            said
        }
        "missing comma between array elements, expected `,`" if begins_key(text, span.start) => {
            match open_bracket(text, span.start, '[') {
                Some(open) => return (open..open + 1, UNCLOSED_LIST.into()),
                None => "missing comma between array elements; expected `,`".into(),
            }
        }
        "missing comma between key-value pairs, expected `,`" if begins_key(text, span.start) => {
            match open_bracket(text, span.start, '{') {
                Some(open) => return (open..open + 1, UNCLOSED_TABLE.into()),
                None => "missing comma between key-value pairs; expected `,`".into(),
            }
        }
        "recursion limit" => format!("nested deeper than {MAX_DEPTH} levels"),
        _ if message.starts_with("invalid multi-line") => {
            let fence = if message.contains("literal") { "'''" } else { "\"\"\"" };
            let open = text[..span.start].rfind(fence).map_or(span, |open| open..open + fence.len());
            return (open, format!("the text is not closed: a `{fence}` is missing at its end"));
        }
        _ if message.contains("escape") || message.contains("unicode") => {
            let open = text[..span.start].rfind('\\').map_or(span, |open| open..open + 1);
            return (open, "a backslash within quotation marks".into());
        }
        _ if at.starts_with(|c: char| c.is_control() && !c.is_whitespace()) => "a control character".into(),
        _ if message.starts_with("invalid basic string") && !at.starts_with('\\') => {
            "the text is not closed: a `\"` is missing at its end".into()
        }
        _ if message.starts_with("invalid literal string") && !line_before(text, span.start).contains('\'') => {
            "`=` and a value are missing after this key".into()
        }
        _ if message.starts_with("invalid literal string") => {
            "the text is not closed: a `'` is missing at its end".into()
        }
        _ if message.starts_with("invalid boolean") => {
            let word = at.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            format!("`{word}` is written small: {}", word.to_lowercase())
        }
        _ if message.starts_with("invalid unquoted key") && at.starts_with(':') => {
            "a colon stands where TOML has `=`".into()
        }
        _ if message.starts_with("invalid unquoted key") && (at.starts_with("//") || at.starts_with("<!")) => {
            "a comment begins with `#`".into()
        }
        _ => message.lines().next().unwrap_or_default().replacen(", expected ", "; expected ", 1),
    };
    (span, said)
}

/// Why a value without quotation marks is none.
fn unquoted(text: &str, span: &Range<usize>) -> String {
    let written = text[span.clone()].trim();
    let is_list = written.starts_with('(') && written.ends_with(')') && written.contains(['"', '\'', ',']);
    match written.chars().next() {
        None => "a value is missing here".into(),
        Some('“' | '”' | '‘') => "curly quotation marks".into(),
        _ if is_list => list_in_parentheses(written),
        _ if written.contains(['"', '\\', '\n']) => "text must stand between quotation marks".into(),
        _ => format!("text must stand between quotation marks: \"{written}\""),
    }
}

fn list_in_parentheses(written: &str) -> String {
    let items = written.trim_start_matches('(').trim_end_matches(')').trim();
    format!("a list stands in square brackets: [{items}]")
}

/// The text of a list that ends before `at`, though only a quotation mark within it stands there: its place,
/// from one of its marks to the other.
fn torn(text: &str, at: usize) -> Option<(Range<usize>, &str)> {
    let before = line_before(text, at);
    let mark = before.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let inner = before.strip_suffix(mark)?;
    let open = inner.rfind(mark)?;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let rest = text[at..].lines().next().unwrap_or_default();
    let torn = is_word(rest.chars().next()) && (is_word(inner.chars().next_back()) || mark == '"');
    let ends = rest.match_indices(mark).map(|(end, _)| end + 1);
    let end = ends.filter(|end| rest[*end..].trim_start().starts_with([',', ']'])).find(|_| torn)?;
    let start = at - before.len() + open;
    Some((start..at + end, &text[start..at + end]))
}

/// Why something follows the value on its line.
fn after_value(text: &str, span: &Range<usize>) -> String {
    let (before, rest) = (line_before(text, span.start), rest_of_line(text, span));
    let value = before.split_once('=').map_or(before, |(_, value)| value).trim();
    let is_digit = |c: char| c.is_ascii_digit();
    if rest == "," {
        "a comma follows the value".into()
    } else if rest.starts_with(',') && value.starts_with(is_digit) && rest[1..].starts_with(is_digit) {
        "marks within a number".into()
    } else if let Some(more) = rest.strip_prefix(',').filter(|_| value.starts_with(['"', '\''])) {
        format!("several values need brackets: [{value},{}]", more.trim_end())
    } else if rest.starts_with(']') {
        "a bracket too many".into()
    } else if value.len() > 1 && value.starts_with(['\'', '"']) && rest.ends_with(&value[..1]) {
        within_quotes(&format!("{value}{rest}"))
    } else {
        "nothing more may follow the value on this line".into()
    }
}

/// The keys that belong nowhere because the name above them, `[name`, is not closed: up to the next.
pub(super) fn orphans(text: &str, fault: &Fault) -> Option<Range<usize>> {
    let FaultKind::Syntax(words) = &fault.kind else { return None };
    let unclosed = words.starts_with("unclosed table;") || words.starts_with("unclosed array table;");
    let from = fault.span.range().end;
    let end = || text[from..].find("\n[").map_or(text.len(), |next| from + next);
    unclosed.then(|| from..end())
}

/// The place of a text that a quotation mark within it has torn.
pub(super) fn torn_text(fault: &Fault) -> Option<Range<usize>> {
    let FaultKind::Syntax(words) = &fault.kind else { return None };
    let torn = words.starts_with("an apostrophe stands within") || words.starts_with("a quotation mark stands within");
    torn.then(|| fault.span.range()).filter(|range| !range.is_empty())
}

/// From where on the text was taken for items of a list or keys of a table that is not closed.
pub(super) fn swallowed(text: &str, fault: &Fault) -> Option<usize> {
    let FaultKind::Syntax(words) = &fault.kind else { return None };
    let from = fault.span.range().end;
    let unclosed = text[..from].ends_with(['[', '{']) && (words == UNCLOSED_LIST || words == UNCLOSED_TABLE);
    let line = text[from..].find('\n').filter(|_| unclosed)?;
    let mut at = from + line + 1;
    for line in text[at..].split_inclusive('\n') {
        if begins_key(text, at) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Whether a line with a key of its own begins at `at`.
fn begins_key(text: &str, at: usize) -> bool {
    let starts_line = at == 0 || text[..at].ends_with('\n');
    let line = text[at..].lines().next().unwrap_or_default();
    let key = line.split_once('=').map_or("", |(key, _)| key.trim_end());
    let named = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    starts_line && (named || line.starts_with('['))
}

/// The last bracket before `at` that is open there and never closed.
fn open_bracket(text: &str, at: usize, bracket: char) -> Option<usize> {
    let line = text[..at].trim_end().rfind('\n').map_or(0, |newline| newline + 1);
    let open = text[..at].rmatch_indices(bracket).map(|(open, _)| open).take_while(|open| *open >= line);
    open.filter(|open| !is_closed(&text[*open..])).last()
}

/// A bracket that is not closed within so many bytes is taken for one that never is.
const NEAR: usize = 4_000;

/// Whether the bracket that `text` begins with is closed in it.
fn is_closed(text: &str) -> bool {
    let mut depth = 0usize;
    let mut quote = None;
    for c in text[..text.floor_char_boundary(NEAR)].chars() {
        match (quote, c) {
            (Some(mark), _) if c == mark || c == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') if depth == 1 => return true,
            (None, ']' | '}') => depth -= 1,
            (None, _) => {}
        }
    }
    false
}

/// What stands before the fault on its line.
fn line_before(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    &text[start..at]
}

/// What stands from the fault to the end of its line.
fn rest_of_line<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    text[span.start..].lines().next().unwrap_or_default().trim()
}
