//! Which of TOML's texts of several lines is open, line by line. Reads the notation no further than
//! that: what is wrong in it is the parser's to say.

/// What a line begins in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Open {
    /// Keys and values.
    #[default]
    Nothing,
    /// A text between `"""`.
    Basic,
    /// A text between `'''`.
    Literal,
}

impl Open {
    /// What is open after a line that begins in this.
    pub(super) fn after(self, line: &str) -> Open {
        let (mut open, mut at) = (self, 0);
        while at < line.len() {
            let rest = &line[at..];
            // What means nothing here is passed over at once.
            let plain = match open {
                Open::Nothing => memchr::memchr3(b'"', b'\'', b'#', rest.as_bytes()),
                Open::Basic => memchr::memchr2(b'"', b'\\', rest.as_bytes()),
                Open::Literal => memchr::memchr(b'\'', rest.as_bytes()),
            };
            let Some(plain) = plain else { break };
            at += plain;
            let (rest, mark) = (&line[at..], line.as_bytes()[at]);
            let (next, length) = match open {
                Open::Basic if mark == b'\\' => (open, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
                Open::Basic if rest.starts_with("\"\"\"") => (Open::Nothing, run(rest, '"')),
                Open::Literal if rest.starts_with("'''") => (Open::Nothing, run(rest, '\'')),
                Open::Basic | Open::Literal => (open, 1),
                Open::Nothing if mark == b'#' => return open,
                Open::Nothing if rest.starts_with("\"\"\"") => (Open::Basic, 3),
                Open::Nothing if rest.starts_with("'''") => (Open::Literal, 3),
                Open::Nothing => (open, quoted(rest, mark)),
            };
            (open, at) = (next, at + length);
        }
        open
    }
}

/// How long the quotation marks are that end a text: two more than three may belong to it.
fn run(rest: &str, quote: char) -> usize {
    rest.chars().take(5).take_while(|c| *c == quote).count()
}

/// How long the text of one line is that `rest` begins with; up to the line's end if it is not closed.
fn quoted(rest: &str, quote: u8) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    // A backslash is one of two in a text between `"` alone.
    let escape = if quote == b'"' { b'\\' } else { quote };
    while let Some(found) = bytes.get(at..).and_then(|after| memchr::memchr2(quote, escape, after)) {
        at += found;
        if bytes[at] == quote {
            return at + 1;
        }
        at += 1 + rest[at + 1..].chars().next().map_or(0, char::len_utf8);
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_within_texts_and_comments_open_nothing() {
        for line in [
            "a = \"x ''' y\"",
            "a = 1 # \"\"\" b",
            "a = '\"\"\"'",
            "a = \"\\\"\"\"",
            "a = \"\"\"b\"\"\"",
            "a = \"x",
            "a = ''",
        ] {
            assert_eq!(Open::Nothing.after(line), Open::Nothing, "{line}");
        }
        assert_eq!(Open::Nothing.after("a = \"\"\"b ''' # \\\"\"\""), Open::Basic);
        assert_eq!(Open::Nothing.after("a = '''"), Open::Literal);
        assert_eq!(Open::Literal.after("\"\"\" x ''' # y"), Open::Nothing);
        assert_eq!(Open::Basic.after("x\"\"\"\"\""), Open::Nothing);
    }
}
