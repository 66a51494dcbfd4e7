//! From text to the keys under which words are found: the same steps as in `search.js`.

use super::stem;
use unicode_normalization::UnicodeNormalization;

/// The longest word that is one; longer ones are addresses and the like.
const LONGEST: usize = 40;

/// How much a word counts that reaches each level: a word in the headline counts for more than one in
/// the text, and several times for more than once. A posting holds a level's number.
pub const LEVELS: [u32; 8] = [1, 2, 3, 5, 8, 12, 17, 22];

/// How a language's words are brought to one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Indonesian and Malay: prefixes and suffixes.
    Indonesian,
    /// English: endings.
    English,
    /// Any other: as they are written.
    Other,
}

/// What a language's words are told by besides rules; the browser gets the same lists.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    /// Words that stand in every text.
    pub stop: &'static [&'static str],
    /// Words that look as if they had a prefix or suffix and have none.
    pub whole: &'static [&'static str],
}

impl Language {
    /// The language of a BCP 47 tag.
    pub fn of(tag: &str) -> Language {
        match tag.split('-').next().unwrap_or_default() {
            "id" | "ms" => Language::Indonesian,
            "en" => Language::English,
            _ => Language::Other,
        }
    }

    /// Its name, as the browser is told it.
    pub fn name(self) -> &'static str {
        match self {
            Language::Indonesian => "id",
            Language::English => "en",
            Language::Other => "",
        }
    }

    /// Its lists.
    pub fn lexicon(self) -> Lexicon {
        match self {
            Language::Indonesian => Lexicon { stop: stem::indonesian::STOP, whole: stem::indonesian::WHOLE },
            Language::English => Lexicon { stop: stem::english::STOP, whole: &[] },
            Language::Other => Lexicon { stop: &[], whole: &[] },
        }
    }

    /// The keys under which a folded word is found: several where its form has several readings; none
    /// for a word that stands in every text.
    pub fn keys(self, word: &str) -> Vec<String> {
        if self.lexicon().stop.binary_search(&word).is_ok() {
            return Vec::new();
        }
        match self {
            Language::Indonesian => stem::indonesian::roots(word),
            Language::English => vec![stem::english::stem(word)],
            Language::Other => vec![word.to_owned()],
        }
    }
}

/// What becomes of each byte within a word: small letters of capitals, bytes of other letters as they are. Zero for
/// what stands between words: ASCII that is neither letter nor digit.
static SMALL: [u8; 256] = {
    let mut small = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if !byte.is_ascii() || byte.is_ascii_alphanumeric() {
            small[at] = byte.to_ascii_lowercase();
        }
        at += 1;
    }
    small
};

/// Calls `take` with each folded word of a text: in small letters and without the marks of Latin letters.
pub(super) fn words(text: &str, take: &mut dyn FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut begin = 0;
    // Folding never reaches across ASCII that is neither letter nor digit, and what stands between is nearly
    // always ASCII.
    while begin < bytes.len() {
        let (mut bits, mut changes, mut end) = (0, 0, begin);
        while let Some(byte) = bytes.get(end).filter(|byte| SMALL[usize::from(**byte)] != 0) {
            bits |= byte;
            changes |= byte ^ SMALL[usize::from(*byte)];
            end += 1;
        }
        let run = &text[begin..end];
        if !bits.is_ascii() {
            let folded = fold(run);
            let long_enough = |word: &&str| (2..=LONGEST).contains(&word.chars().count());
            folded.split(|c: char| !c.is_alphanumeric()).filter(long_enough).for_each(&mut *take);
        } else if (2..=LONGEST).contains(&run.len()) {
            // Most words are in small letters already.
            if changes == 0 { take(run) } else { take(&run.to_ascii_lowercase()) }
        }
        begin = end + 1;
    }
}

fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, &mut |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn words_are_folded_and_parted() {
        assert_eq!(
            of("Wali Kota: Rp26.150, e-KTP & Café DÉJÀ-vu!"),
            ["wali", "kota", "rp26", "150", "ktp", "cafe", "deja", "vu"]
        );
        assert_eq!(of("“Café”—ＡＢＣ１ kota’s"), ["cafe", "abc1", "kota"]);
        assert_eq!(of("ꦗꦮ ꦧꦱ ① x"), ["ꦗꦮ", "ꦧꦱ"]);
        assert_eq!(of(&"a".repeat(41)), Vec::<String>::new());
    }

    #[test]
    fn stop_words_have_no_key_and_lists_are_sorted() {
        for language in [Language::Indonesian, Language::English] {
            for list in [language.lexicon().stop, language.lexicon().whole] {
                assert!(
                    list.windows(2).all(|pair| pair[0] < pair[1]),
                    "{:?}",
                    list.windows(2).find(|pair| pair[0] >= pair[1])
                );
            }
        }
        assert_eq!(Language::Indonesian.keys("dengan"), Vec::<String>::new());
        assert_eq!(Language::of("jv").keys("kunjungan"), ["kunjungan"]);
    }
}
