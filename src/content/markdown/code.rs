//! Code blocks: coloured by classes when the language is known, never by inline styles.

use super::text::{push_attribute, push_text};
use std::sync::LazyLock;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// Longer code is shown without colours, and so is code with longer lines: finding colours takes
/// time that grows faster than a line.
const COLOURED_MAX: usize = 64 * 1024;
const COLOURED_LINE_MAX: usize = 2 * 1024;

/// The grammars take 20 ms to load, so only a page with code in a named language pays for them.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Appends a code block. `info` is what stands after the opening fence; its first word names the language.
pub fn push_block(html: &mut String, info: &str, code: &str) {
    let language = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
    // `tabindex`: what scrolls sideways must be reachable by keyboard.
    html.push_str("<pre tabindex=\"0\"><code");
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        push_attribute(html, language);
        html.push('"');
    }
    html.push('>');
    match coloured(language, code) {
        Some(spans) => html.push_str(&spans),
        None => push_text(html, code),
    }
    html.push_str("</code></pre>\n");
}

fn coloured(language: &str, code: &str) -> Option<String> {
    if language.is_empty() || code.len() > COLOURED_MAX || code.lines().any(|line| line.len() > COLOURED_LINE_MAX) {
        return None;
    }
    let grammar = GRAMMARS.find_syntax_by_token(language)?;
    if grammar.name == "Plain Text" {
        return None;
    }
    let style = ClassStyle::SpacedPrefixed { prefix: "c-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(grammar, &GRAMMARS, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(info: &str, code: &str) -> String {
        let mut html = String::new();
        push_block(&mut html, info, code);
        html
    }

    #[test]
    fn a_known_language_is_coloured_by_classes() {
        let html = block("python nomor", "print(1)\n");
        assert!(
            html.starts_with("<pre tabindex=\"0\"><code class=\"language-python\"><span class=\"c-source c-python\">")
        );
        assert!(html.contains("c-support c-function") && !html.contains("style="));
    }

    #[test]
    fn an_unknown_language_and_long_code_are_escaped() {
        assert_eq!(block("", "<b>\n"), "<pre tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>\n");
        assert_eq!(
            block("tidak\"ada", "a"),
            "<pre tabindex=\"0\"><code class=\"language-tidak&quot;ada\">a</code></pre>\n"
        );
        assert!(!block("python", &"x = 1\n".repeat(20_000)).contains("<span"));
    }
}
