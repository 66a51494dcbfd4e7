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
    /// What is open after a line that begins in this. `outside` is told of every character that stands
    /// neither in a text nor in a comment, with its place in the line.
    pub(super) fn after(self, line: &str, mut outside: impl FnMut(usize, char)) -> Open {
        let (mut open, mut at) = (self, 0);
        while let Some(c) = line[at..].chars().next() {
            let rest = &line[at..];
            let (next, length) = match open {
                Open::Basic if c == '\\' => (open, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
                Open::Basic if rest.starts_with("\"\"\"") => (Open::Nothing, run(rest, '"')),
                Open::Literal if rest.starts_with("'''") => (Open::Nothing, run(rest, '\'')),
                Open::Basic | Open::Literal => (open, c.len_utf8()),
                Open::Nothing if c == '#' => return open,
                Open::Nothing if rest.starts_with("\"\"\"") => (Open::Basic, 3),
                Open::Nothing if rest.starts_with("'''") => (Open::Literal, 3),
                Open::Nothing if matches!(c, '"' | '\'') => (open, quoted(rest, c)),
                Open::Nothing => {
                    outside(at, c);
                    (open, c.len_utf8())
                }
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
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_within_texts_and_comments_open_nothing() {
        let after = |open: Open, line: &str| open.after(line, |_, _| ());
        for line in [
            "a = \"x ''' y\"",
            "a = 1 # \"\"\" b",
            "a = '\"\"\"'",
            "a = \"\\\"\"\"",
            "a = \"\"\"b\"\"\"",
            "a = \"x",
            "a = ''",
        ] {
            assert_eq!(after(Open::Nothing, line), Open::Nothing, "{line}");
        }
        assert_eq!(after(Open::Nothing, "a = \"\"\"b ''' # \\\"\"\""), Open::Basic);
        assert_eq!(after(Open::Nothing, "a = '''"), Open::Literal);
        assert_eq!(after(Open::Literal, "\"\"\" x ''' # y"), Open::Nothing);
        assert_eq!(after(Open::Basic, "x\"\"\"\"\""), Open::Nothing);
        let mut seen = String::new();
        Open::Basic.after("a\"\"\" = 'b' c # d", |_, c| seen.push(c));
        assert_eq!(seen, " =  c ");
    }
}
