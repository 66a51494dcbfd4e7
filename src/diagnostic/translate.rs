//! Other programs' words in the languages of warta.

use super::Text;

/// What `words` say in each language: the translations of the first pattern that they fit, in
/// which `{}` stands for any text; `words` themselves where none fits.
pub fn translate<'p>(words: &str, patterns: impl IntoIterator<Item = (&'p str, &'p str, &'p str)>) -> Text {
    let fitting = patterns.into_iter().find_map(|(pattern, id, en)| {
        let gaps = gaps(pattern, words)?;
        Some(Text::new(filled(id, &gaps), filled(en, &gaps)))
    });
    fitting.unwrap_or_else(|| Text::new(words.to_owned(), words.to_owned()))
}

/// What stands in `words` where `pattern` has `{}`; none if they don't fit.
pub fn gaps<'w>(pattern: &str, words: &'w str) -> Option<Vec<&'w str>> {
    let mut pieces = pattern.split("{}");
    let mut rest = words.strip_prefix(pieces.next()?)?;
    let mut gaps = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let at = if pieces.peek().is_none() {
            rest.strip_suffix(piece)?.len()
        } else {
            rest.find(piece).filter(|_| !piece.is_empty())?
        };
        gaps.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    rest.is_empty().then_some(gaps)
}

fn filled(pattern: &str, gaps: &[&str]) -> String {
    gaps.iter().fold(pattern.to_owned(), |text, gap| text.replacen("{}", gap, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_varies_is_carried_over() {
        let known = [("no `{}` in {}.", "tidak ada `{}` di {}", "there is no `{}` in {}")];
        let text = translate("no `a` in b.c.", known);
        assert_eq!((&*text.id, &*text.en), ("tidak ada `a` di b.c", "there is no `a` in b.c"));
        assert_eq!(translate("else", known).id, "else");
        assert_eq!(gaps("x", "x"), Some(vec![]));
        assert_eq!(gaps("x", "xy"), None);
        assert_eq!(gaps("a{}b", "ab"), Some(vec![""]));
        assert_eq!(gaps("a{}b", "a"), None);
    }
}
