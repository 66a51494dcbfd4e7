//! Indonesian: prefixes that change a root's first letter, and suffixes.
//!
//! `mengunjungi` may come from *kunjung* or from *unjung*: only a dictionary knows. So a form has a key
//! for each reading, in the index and in a query alike, and two forms of one root share at least one.
//! What is taken off leaves a root of two syllables; roots that look as if they had a prefix are listed.

/// Words that stand in every text, sorted.
pub const STOP: &[&str] = &[
    "adalah",
    "agar",
    "akan",
    "antara",
    "apa",
    "atau",
    "bagi",
    "bahwa",
    "beberapa",
    "belum",
    "bisa",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "daripada",
    "dengan",
    "di",
    "dia",
    "hanya",
    "hingga",
    "ia",
    "ini",
    "itu",
    "jika",
    "juga",
    "kami",
    "karena",
    "ke",
    "kepada",
    "ketika",
    "kita",
    "lain",
    "lalu",
    "lebih",
    "maka",
    "masih",
    "melalui",
    "mereka",
    "namun",
    "oleh",
    "pada",
    "para",
    "pula",
    "pun",
    "saat",
    "saja",
    "sangat",
    "sebagai",
    "sebuah",
    "sehingga",
    "sejak",
    "sementara",
    "seperti",
    "serta",
    "setelah",
    "setiap",
    "suatu",
    "sudah",
    "tanpa",
    "telah",
    "tentang",
    "tersebut",
    "tetapi",
    "tidak",
    "untuk",
    "yaitu",
    "yakni",
    "yang",
];

/// Roots that look as if they had a prefix, sorted.
pub const WHOLE: &[&str] = &[
    "beasiswa",
    "beda",
    "belanda",
    "belanja",
    "benda",
    "bendera",
    "bendung",
    "beras",
    "berat",
    "beri",
    "berita",
    "bersih",
    "besar",
    "beton",
    "dialog",
    "diam",
    "digital",
    "dinamika",
    "dinas",
    "dinding",
    "diploma",
    "direksi",
    "direktorat",
    "direktur",
    "diri",
    "disiplin",
    "diskon",
    "diskusi",
    "distribusi",
    "distrik",
    "divisi",
    "media",
    "medis",
    "menteri",
    "merah",
    "merdeka",
    "meriah",
    "mesin",
    "meter",
    "metode",
    "metro",
    "mewah",
    "pekan",
    "pekarang",
    "peluang",
    "penting",
    "perahu",
    "perak",
    "peran",
    "perang",
    "perangkat",
    "percaya",
    "percik",
    "pergi",
    "periksa",
    "perintah",
    "periode",
    "perisai",
    "perlu",
    "permata",
    "persen",
    "pertama",
    "perwira",
    "pesan",
    "pesantren",
    "pesawat",
    "pesisir",
    "pesta",
    "punya",
    "tanya",
    "terang",
    "teratai",
    "terbang",
    "terbit",
    "terima",
    "terjemah",
    "terminal",
    "ternak",
    "tertib",
    "terus",
];

/// How many prefixes are taken off: `ke-ter-libat-an`, `mem-per-juang-kan`.
const LAYERS: usize = 2;

/// What the prefix says of the suffix: verbs take `-kan` where nouns take `-an`.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Verb,
    Noun,
}

/// The keys of a folded word: one for each root that it may come from, the likeliest first.
pub fn roots(word: &str) -> Vec<String> {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return vec![word.to_owned()];
    }
    let own = || WHOLE.iter().any(|root| root.ends_with("nya") && word.ends_with(root));
    let word = word.strip_suffix("nya").filter(|rest| is_root(rest) && !own()).unwrap_or(word);
    let mut readings = vec![(word.to_owned(), Form::Noun)];
    for layer in 0..LAYERS {
        readings = readings.into_iter().flat_map(|(word, form)| unprefixed(&word, form, layer)).collect();
    }
    let mut roots: Vec<String> = Vec::new();
    for (word, form) in readings {
        let root = unsuffixed(&word, form);
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    roots
}

/// The listed root that a word is, or is with a suffix.
fn whole(word: &str) -> Option<&'static str> {
    let known = |word: &str| WHOLE.binary_search(&word).ok().map(|at| WHOLE[at]);
    known(word).or_else(|| ["kan", "an", "i"].iter().find_map(|end| known(word.strip_suffix(end)?)))
}

/// The readings of a word without its first prefix; the word itself where it has none.
fn unprefixed(word: &str, form: Form, layer: usize) -> Vec<(String, Form)> {
    let none = || vec![(word.to_owned(), form)];
    if whole(word).is_some() {
        return none();
    }
    if let Some(rest) =
        word.strip_prefix("bel").or_else(|| word.strip_prefix("pel")).filter(|rest| rest.starts_with("ajar"))
    {
        return vec![(rest.to_owned(), form)];
    }
    let (readings, form) = if let Some(rest) = word.strip_prefix("ber").or_else(|| word.strip_prefix("ter")) {
        (after_r(rest), if layer == 0 { Form::Verb } else { form })
    } else if let Some(rest) = word.strip_prefix("per") {
        (after_r(rest), form)
    } else if let Some(rest) =
        word.strip_prefix("be").filter(|rest| rest.get(1..3) == Some("er") && !starts_with_vowel(rest))
    {
        (vec![rest.to_owned()], Form::Verb)
    } else if layer > 0 {
        (word.strip_prefix("pe").map(|rest| after_nasal(rest, false)).unwrap_or_default(), form)
    } else if let Some(rest) = word.strip_prefix("di") {
        (vec![rest.to_owned()], Form::Verb)
    } else if let Some(rest) = word.strip_prefix("ke").filter(|_| word.ends_with("an")) {
        (vec![rest.to_owned()], Form::Noun)
    } else if let Some(rest) = word.strip_prefix("me") {
        (after_nasal(rest, false), Form::Verb)
    } else if let Some(rest) = word.strip_prefix("pe") {
        (after_nasal(rest, true), Form::Noun)
    } else {
        return none();
    };
    let sound: Vec<(String, Form)> =
        readings.into_iter().filter(|rest| is_root(rest)).map(|rest| (rest, form)).collect();
    if sound.is_empty() { none() } else { sound }
}

/// `ber-ubah` or `be-rubah`: before a vowel the prefix may have lost its last letter.
fn after_r(rest: &str) -> Vec<String> {
    let mut readings = vec![rest.to_owned()];
    if starts_with_vowel(rest) {
        readings.push(format!("r{rest}"));
    }
    readings
}

/// What may follow `me-` and `pe-`: a nasal in the place of k, p, s or t, before another letter, or as
/// the root's own. `pe-` stands before other letters as well.
fn after_nasal(rest: &str, noun: bool) -> Vec<String> {
    let either = |letter: &str, after: &str, own: &str| vec![format!("{letter}{after}"), own.to_owned()];
    let before =
        |after: &str, letters: &[char]| if after.starts_with(letters) { vec![after.to_owned()] } else { Vec::new() };
    if let Some(after) = rest.strip_prefix("ng") {
        if starts_with_vowel(after) { either("k", after, after) } else { before(after, &['g', 'h', 'k', 'q', 'x']) }
    } else if let Some(after) = rest.strip_prefix("ny").filter(|after| starts_with_vowel(after)) {
        either("s", after, rest)
    } else if let Some(after) = rest.strip_prefix('n') {
        if starts_with_vowel(after) { either("t", after, rest) } else { before(after, &['c', 'd', 'j', 's', 't', 'z']) }
    } else if let Some(after) = rest.strip_prefix('m') {
        if starts_with_vowel(after) { either("p", after, rest) } else { before(after, &['b', 'f', 'p', 'v']) }
    } else if noun && !starts_with_vowel(rest) || rest.starts_with(['l', 'r', 'w', 'y']) {
        vec![rest.to_owned()]
    } else {
        Vec::new()
    }
}

/// A root without its suffix. The last `-i` goes from roots of their own, too: a key need be no word.
fn unsuffixed(word: &str, form: Form) -> String {
    if let Some(root) = whole(word) {
        return root.to_owned();
    }
    let end = match form {
        Form::Verb if word.ends_with("kan") => "kan",
        _ => "an",
    };
    let stem = word.strip_suffix(end).filter(|rest| is_root(rest)).unwrap_or(word);
    stem.strip_suffix('i').filter(|rest| is_root(rest)).unwrap_or(stem).to_owned()
}

/// Whether what is left may be a root: two syllables, and no two consonants at its start that no root
/// begins with.
fn is_root(word: &str) -> bool {
    let bytes = word.as_bytes();
    let vowels = bytes.iter().filter(|b| is_vowel(**b)).count();
    let odd = match bytes {
        [b'n', b'g' | b'y', third, ..] => !is_vowel(*third),
        [b'l' | b'm' | b'n' | b'r', second, ..] => !is_vowel(*second),
        _ => false,
    };
    bytes.len() >= 3 && vowels >= 2 && !odd
}

fn starts_with_vowel(word: &str) -> bool {
    word.bytes().next().is_some_and(is_vowel)
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_root_share_a_key() {
        let mut strangers = Vec::new();
        for family in include_str!("families.txt").lines() {
            let mut words = family.split_whitespace();
            let first = roots(words.next().unwrap());
            let alone = |word: &&str| !roots(word).iter().any(|key| first.contains(key));
            strangers.extend(words.filter(alone).map(|word| format!("{first:?} {word} {:?}", roots(word))));
        }
        assert_eq!(strangers, Vec::<String>::new());
    }

    #[test]
    fn other_words_share_none() {
        for (one, other) in [
            ("kota", "kata"),
            ("pasar", "kasar"),
            ("masalah", "masa"),
            ("sekolah", "seko"),
            ("jalan", "jala"),
            ("perintah", "intan"),
            ("terminal", "minat"),
            ("makan", "maka"),
            ("kepala", "pala"),
            ("berita", "cerita"),
            ("digital", "gita"),
            ("dinas", "nasi"),
            ("beras", "asal"),
            ("bencana", "cana"),
            ("penting", "tingkat"),
        ] {
            let (a, b) = (roots(one), roots(other));
            assert!(!a.iter().any(|key| b.contains(key)), "{one}: {a:?}, {other}: {b:?}");
        }
    }
}
