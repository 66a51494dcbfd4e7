//! "Did you mean …": the nearest of the known words.

/// The known word nearest to `word`, if one is near enough to be what was meant.
///
/// Distance is Damerau-Levenshtein over lower-cased text; a quarter of the word's length may differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = match word.chars().count() {
        0..=2 => 0,
        length => (length / 4).max(1),
    };
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_different_word_is_not() {
        let known = ["title", "date", "summary"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("Summry", known), Some("summary"));
        assert_eq!(nearest("kontak", known), None);
    }
}
