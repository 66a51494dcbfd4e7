//! Style sheets without what browsers do not need: comments, and white space between tokens.
//!
//! Only what CSS Syntax 3 lets stand for nothing is left out: within strings and `url(…)` nothing is
//! touched, and a space that may part two tokens, as in selectors and `calc()`, stays one space.

/// The sheet, shorter, with the same meaning. A comment that begins with `/*!`, as licences do, stays.
pub fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
                match rest.starts_with("/*!") {
                    true => out.push_str(&rest[..end]),
                    false => space(&mut out),
                }
                end
            }
            '"' | '\'' => copy(&mut out, rest, string(rest, next)),
            'u' | 'U' if rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("url(")) => {
                copy(&mut out, rest, rest.find(')').map_or(rest.len(), |end| end + 1))
            }
            '\\' => copy(&mut out, rest, 1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
            c if c.is_ascii_whitespace() => {
                space(&mut out);
                1
            }
            '{' | '}' | ';' | ',' => {
                while out.ends_with(' ') || next == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(next);
                1
            }
            _ => copy(&mut out, rest, next.len_utf8()),
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn copy(out: &mut String, rest: &str, length: usize) -> usize {
    out.push_str(rest.get(..length).unwrap_or_default());
    length
}

/// A space, where one may mean something.
fn space(out: &mut String) {
    let needless = out.is_empty() || out.ends_with(['{', '}', ';', ',', ' ', '\n']);
    // A colon before a space ends the name of a property: in selectors none follows one.
    if !needless && !out.ends_with(':') {
        out.push(' ');
    }
}

/// The length of the string at the start of a text.
fn string(text: &str, mark: char) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| match (escaped, *c) {
        (true, _) => {
            escaped = false;
            false
        }
        (false, '\\') => {
            escaped = true;
            false
        }
        (false, c) => c == mark,
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn comments_and_needless_space_go() {
        let css = "/* x */\na ,\n b > c:hover::after {\n  color: red ; margin : 0 auto;\n}\n\n@media (min-width: 40rem) and (hover) { a { b: c } }\n";
        assert_eq!(
            squeeze(css),
            "a,b > c:hover::after{color:red;margin :0 auto}@media (min-width:40rem) and (hover){a{b:c}}\n"
        );
        assert_eq!(squeeze("a/**/b{}"), "a b{}\n");
        assert_eq!(squeeze("/*! licence */\na { b: c; }"), "/*! licence */ a{b:c}\n");
    }

    #[test]
    fn what_has_a_meaning_stays() {
        for css in [
            "a :hover{width:calc(1px + 2px);--x:a b}\n",
            "a::before{content:\"a  /* b */ ; } \\\" c\"}\n",
            "a{b:url(x  y.svg);c:'é  \\\\'}\n",
            "a\\ b{c:d}\n",
        ] {
            assert_eq!(squeeze(css), css);
        }
    }

    #[test]
    fn what_is_cut_off_is_no_trouble() {
        for css in ["/* x", "a{b:\"x", "a{b:url(x", "a\\", "", "\"", "é", "/*"] {
            squeeze(css);
        }
    }
}
