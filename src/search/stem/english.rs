//! English: plurals, `-ed` and `-ing`.

/// Words that stand in every text, sorted.
pub const STOP: &[&str] = &[
    "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his",
    "in", "is", "it", "its", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to", "was", "were",
    "which", "will", "with",
];

/// The key of a folded word.
pub fn stem(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut stem = plural(word);
    for end in ["ing", "ed"] {
        if let Some(rest) = stem.strip_suffix(end).filter(|rest| rest.len() >= 3 && rest.contains(is_vowel)) {
            let twice = rest.len() > 3
                && ["bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"].iter().any(|two| rest.ends_with(two));
            stem = rest[..rest.len() - usize::from(twice)].to_owned();
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 3 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
}

fn plural(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() >= 2) {
        return format!("{rest}y");
    }
    let hissing = ["ses", "xes", "zes", "ches", "shes"].iter().any(|end| word.ends_with(end));
    match word {
        _ if hissing => word[..word.len() - 2].to_owned(),
        _ if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => word.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_key() {
        for family in [
            &["visit", "visits", "visited", "visiting"][..],
            &["city", "cities"],
            &["release", "releases", "released", "releasing"],
            &["plan", "plans", "planned", "planning"],
            &["bus", "buses"],
            &["policy", "policies"],
            &["study", "studied", "studies", "studying"],
        ] {
            let keys: Vec<String> = family.iter().map(|word| stem(word)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{family:?}: {keys:?}");
        }
        assert_ne!(stem("news"), stem("newt"));
        assert_eq!(stem("red"), "red");
        assert_eq!(stem("2026"), "2026");
    }
}
