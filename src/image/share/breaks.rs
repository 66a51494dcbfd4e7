//! Where a line of a headline may end.

use unicode_segmentation::UnicodeSegmentation;

/// A place where a line may end.
pub(super) struct Break {
    /// Where the line ends, and where the next one begins.
    pub(super) end: usize,
    pub(super) next: usize,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    /// Between words.
    Plain,
    /// A hyphen is put there.
    Soft,
    /// Between two letters of what stands between two spaces, from one byte to another.
    Inside { from: usize, to: usize, unspaced: bool },
}

/// Every place where a line of a text may end, in order; the last is the end of the text. `soft`
/// are those of its soft hyphens; letters are only parted where `starts` says that a glyph begins.
pub(super) fn breaks(text: &str, soft: &[usize], starts: &[bool]) -> Vec<Break> {
    let mut breaks: Vec<Break> = Vec::new();
    let mut word = 0;
    let mut before = ('\0', '\0');
    for (at, cluster) in text.grapheme_indices(true) {
        let first = cluster.chars().next().unwrap_or_default();
        let next = text.get(at + cluster.len()..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        // Not after a prefix as short as `se-`.
        let hyphenated = matches!(before.1, '-' | '\u{2010}' | '/') && at > word + 3;
        let hyphenated = hyphenated && before.0.is_alphanumeric() && first.is_alphanumeric();
        let found = if at == 0 || before.1 == ' ' || is_linker(before.1) || !starts.get(at).is_some_and(|start| *start)
        {
            None
        } else if cluster == " " {
            (!is_attached(next)).then_some((at + 1, Kind::Plain))
        } else if soft.binary_search(&at).is_ok() {
            Some((at, Kind::Soft))
        } else if hyphenated {
            Some((at, Kind::Plain))
        } else {
            let unspaced = is_unspaced(before.1) && is_unspaced(first) && !is_closing(first);
            Some((at, Kind::Inside { from: word, to: text.len(), unspaced }))
        };
        if let Some((next, kind)) = found {
            if !matches!(kind, Kind::Inside { .. }) {
                end_word(&mut breaks, at);
                word = next;
            }
            breaks.push(Break { end: at, next, kind });
        }
        before = (before.1, cluster.chars().next_back().unwrap_or_default());
    }
    end_word(&mut breaks, text.len());
    breaks.push(Break { end: text.len(), next: text.len(), kind: Kind::Plain });
    breaks
}

/// Tells the breaks within the last word where it ends.
fn end_word(breaks: &mut [Break], end: usize) {
    for found in breaks.iter_mut().rev() {
        match &mut found.kind {
            Kind::Inside { to, .. } => *to = end,
            _ => break,
        }
    }
}

/// Scripts that put no space between words, so that lines may end between letters: Buginese,
/// Balinese, Javanese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{1a00}'..='\u{1a1f}' | '\u{1b00}'..='\u{1b7f}' | '\u{a980}'..='\u{a9df}')
}

/// Signs that join a letter to the next one: Balinese adeg-adeg, Javanese pangkon.
fn is_linker(c: char) -> bool {
    matches!(c, '\u{1b44}' | '\u{a9c0}')
}

/// Marks that end a sentence and so never begin a line.
fn is_closing(c: char) -> bool {
    matches!(c, '\u{1a1e}' | '\u{1b5a}'..='\u{1b60}' | '\u{a9c1}'..='\u{a9cd}')
}

/// What stays with the words before it: a dash, a symbol, an emoji.
fn is_attached(c: char) -> bool {
    matches!(c, '–' | '—') || (c > '\u{20ff}' && !c.is_alphanumeric())
}
