//! From sentence patterns to sentences. Nothing here knows Markdown or front matter.

use jiff::civil::Date;

use super::random::Random;
use super::words;

/// Who and what a text is about: the words that are not drawn from the lists.
pub struct Cast<'a> {
    /// The day of the article.
    pub date: Date,
    /// Its units.
    pub units: Vec<&'a str>,
    /// Its people.
    pub people: Vec<&'a str>,
    /// Its topics.
    pub topics: Vec<&'a str>,
    /// The visitor, or for a unit, person or topic its own name.
    pub guest: &'a str,
}

/// Adds a pattern to `text`, its slots filled in and its first letter a capital.
pub fn speak(text: &mut String, pattern: &str, cast: &Cast, random: &mut Random) {
    let start = text.len();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, behind) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        fill(text, slot, cast, random);
        rest = behind;
    }
    text.push_str(rest);
    if let Some(first) = text.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
}

/// One of the patterns as a text of its own, not longer than `limit` characters.
pub fn short(patterns: &[&str], limit: usize, cast: &Cast, random: &mut Random) -> String {
    loop {
        let mut text = String::new();
        speak(&mut text, random.pick(patterns), cast, random);
        if text.chars().count() <= limit {
            return text;
        }
    }
}

fn fill(text: &mut String, slot: &str, cast: &Cast, random: &mut Random) {
    let written;
    let word = match slot {
        "unit" => random.pick(&cast.units),
        "person" => random.pick(&cast.people),
        "topic" => random.pick(&cast.topics),
        "guest" | "name" => cast.guest,
        "city" => words::CITY,
        "district" => random.pick(&words::DISTRICTS),
        "place" => random.pick(&words::PLACES),
        "verb" => random.pick(&words::VERBS),
        "object" => random.pick(&words::OBJECTS),
        "group" => random.pick(&words::GROUPS),
        "result" => random.pick(&words::RESULTS),
        "time" => random.pick(&words::TIMES),
        "quality" => random.pick(&words::QUALITIES),
        "connector" => random.pick(&words::CONNECTORS),
        "date" => {
            written = format!("({}/{}/{})", cast.date.day(), cast.date.month(), cast.date.year());
            &written
        }
        "year" => {
            written = cast.date.year().to_string();
            &written
        }
        "small" => {
            written = random.between(2, 9).to_string();
            &written
        }
        "percent" => {
            written = format!("{},{}", random.between(11, 98), random.below(10));
            &written
        }
        "number" => {
            written = random.between(12, 940).to_string();
            &written
        }
        "rupiah" => {
            written = format!("Rp{}.{:03}.000.000", random.between(1, 48), random.below(40) * 25);
            &written
        }
        unknown => {
            written = format!("{{{unknown}}}");
            &written
        }
    };
    text.push_str(word);
}

/// A name as part of an address: ASCII, lower case, at most `limit` bytes of whole words.
pub fn slug(name: &str, limit: usize) -> String {
    let mut slug = String::new();
    for word in name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + 1 + word.len() > limit {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    slug
}
