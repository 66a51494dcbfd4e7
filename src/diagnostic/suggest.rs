//! "Did you mean …": the nearest of the known words.

use super::Text;
use crate::text;

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

/// What Indonesian editors write for values, and what these are called in files and themes.
const IN_INDONESIAN: [(&str, &str); 40] = [
    ("draf", "draft"),
    ("konsep", "draft"),
    ("tinjau", "review"),
    ("tinjauan", "review"),
    ("ditinjau", "review"),
    ("periksa", "review"),
    ("setuju", "approved"),
    ("disetujui", "approved"),
    ("terbit", "approved"),
    ("published", "approved"),
    ("final", "approved"),
    ("selesai", "approved"),
    ("kecil", "minor"),
    ("salah ketik", "minor"),
    ("typo", "minor"),
    ("pembaruan", "update"),
    ("perbaruan", "update"),
    ("tambahan", "update"),
    ("ralat", "correction"),
    ("koreksi", "correction"),
    ("perbaikan", "correction"),
    ("klarifikasi", "clarification"),
    ("penjelasan", "clarification"),
    ("hak jawab", "right-of-reply"),
    ("hak-jawab", "right-of-reply"),
    ("harian", "day"),
    ("hari", "day"),
    ("mingguan", "week"),
    ("minggu", "week"),
    ("pekan", "week"),
    ("bulanan", "month"),
    ("bulan", "month"),
    ("tahunan", "year"),
    ("tahun", "year"),
    ("penting", "urgent"),
    ("darurat", "urgent"),
    ("bahaya", "urgent"),
    ("peringatan", "warning"),
    ("awas", "warning"),
    ("informasi", "info"),
];

/// What to write in the place of `word`, where only a few values are `allowed`.
pub fn choose<'a>(word: &str, allowed: impl IntoIterator<Item = &'a str>) -> Text {
    let allowed: Vec<&str> = allowed.into_iter().collect();
    let lower = word.to_lowercase();
    let translated = IN_INDONESIAN.iter().find(|(own, value)| *own == lower && allowed.contains(value));
    let near = translated.map(|(_, value)| *value).or_else(|| nearest(word, allowed.iter().copied()));
    let list = allowed.join(", ");
    match near {
        Some(near) => {
            text!("mungkin maksudnya `{near}`? Pilihannya: {list}", "did you mean `{near}`? It is one of: {list}")
        }
        None => text!("pilihannya: {list}", "one of: {list}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{choose, nearest};

    #[test]
    fn values_in_indonesian_are_understood_where_they_are_allowed() {
        let help = |word| choose(word, ["info", "warning", "urgent"]).en;
        assert_eq!(help("Penting"), "did you mean `urgent`? It is one of: info, warning, urgent");
        assert_eq!(help("waning"), "did you mean `warning`? It is one of: info, warning, urgent");
        assert_eq!(help("ralat"), "one of: info, warning, urgent");
    }

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_different_word_is_not() {
        let known = ["title", "date", "summary"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("Summry", known), Some("summary"));
        assert_eq!(nearest("kontak", known), None);
    }
}
