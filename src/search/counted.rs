//! What the words of documents came to when an index was made of them, for the next index of nearly the same ones: a
//! document that is in both is neither read nor counted again.

use super::{Language, Record, VERSION};
use crate::codec::{Reader, Writer};
use crate::digest::Brief;
use rustc_hash::{FxHashMap, FxHashSet};

/// Bits of a number that hold the level; the rest is the key's number.
const LEVEL_BITS: u32 = 3;

/// The keys of documents, with the levels of their weights there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub(super) keys: Vec<String>,
    /// For each document, by the digest of its record, the numbers of its keys with their levels.
    of: FxHashMap<Brief, Box<[(u32, u32)]>>,
}

impl Counted {
    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// Whether the words of a record were counted.
    pub fn knows(&self, record: &Record<'_>) -> bool {
        self.of.contains_key(&record.digest().brief())
    }

    pub(super) fn of(&self, record: &Brief) -> Option<&[(u32, u32)]> {
        self.of.get(record).map(|keys| &**keys)
    }

    /// Those of the documents of one index, with the keys that these have.
    pub(super) fn new(keys: Vec<String>, of: Vec<(Brief, Vec<(u32, u32)>)>) -> Counted {
        let mut numbers: Vec<Option<u32>> = vec![None; keys.len()];
        let mut count = 0;
        let mut renumber = |(key, level): (u32, u32)| {
            let number = *numbers[key as usize].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
            (number, level)
        };
        let of = of.into_iter().map(|(record, keys)| (record, keys.into_iter().map(&mut renumber).collect())).collect();
        let mut left: Vec<(u32, String)> =
            numbers.into_iter().zip(keys).filter_map(|(number, key)| Some((number?, key))).collect();
        left.sort_unstable();
        Counted { keys: left.into_iter().map(|(_, key)| key).collect(), of }
    }

    /// As bytes, for one language.
    pub fn to_bytes(&self, language: Language) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(VERSION.into()).text(language.name()).texts(&mut self.keys.iter().map(String::as_str));
        let mut all: Vec<_> = self.of.iter().collect();
        // The same bytes for the same documents.
        all.sort_unstable();
        out.number(all.len() as u64);
        for (record, keys) in all {
            out.brief(record).number(keys.len() as u64);
            for (key, level) in keys {
                out.number(u64::from(*key) << LEVEL_BITS | u64::from(*level));
            }
        }
        out.finish()
    }

    /// From bytes; none if they hold anything else, or are of another language or version.
    pub fn from_bytes(bytes: &[u8], language: Language) -> Option<Counted> {
        let mut from = Reader::new(bytes);
        if from.number()? != u64::from(VERSION) || from.text()? != language.name() {
            return None;
        }
        let mut met = FxHashSet::default();
        let keys = from.list(|from| {
            let key = from.text()?;
            let is_key = key.chars().all(char::is_alphanumeric) && met.insert(key);
            is_key.then(|| key.to_owned())
        })?;
        let of = from.list(|from| {
            let record = from.brief()?;
            let keys = from.list(|from| {
                let both = from.number()?;
                let key = u32::try_from(both >> LEVEL_BITS).ok().filter(|key| (*key as usize) < keys.len())?;
                Some((key, (both & ((1 << LEVEL_BITS) - 1)) as u32))
            })?;
            Some((record, keys.into_boxed_slice()))
        })?;
        from.is_done().then(|| Counted { keys, of: of.into_iter().collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    fn counted() -> Counted {
        let brief = |text: &str| Digest::of(text.as_bytes()).brief();
        let keys = ["lama", "pasar", "kota"].map(str::to_owned).to_vec();
        Counted::new(keys, vec![(brief("a"), vec![(2, 7), (1, 0)]), (brief("b"), vec![]), (brief("c"), vec![(1, 3)])])
    }

    #[test]
    fn keys_that_nothing_has_any_more_go() {
        let counted = counted();
        assert_eq!(counted.keys, ["kota", "pasar"]);
        assert_eq!(counted.of(&Digest::of(b"a").brief()), Some(&[(0, 7), (1, 0)][..]));
        assert_eq!(counted.of(&Digest::of(b"d").brief()), None);
    }

    #[test]
    fn keys_that_are_none_or_come_twice_are_refused() {
        for keys in [["kota", "kota"], ["kota", "a\":[1],\"b"]] {
            let counted = Counted { keys: keys.map(str::to_owned).to_vec(), ..Counted::default() };
            assert_eq!(Counted::from_bytes(&counted.to_bytes(Language::Other), Language::Other), None, "{keys:?}");
        }
    }

    #[test]
    fn what_was_kept_comes_back_or_not_at_all() {
        let bytes = counted().to_bytes(Language::Indonesian);
        assert_eq!(Counted::from_bytes(&bytes, Language::Indonesian), Some(counted()));
        assert_eq!(Counted::from_bytes(&bytes, Language::English), None);
        for at in 0..bytes.len() {
            assert_eq!(Counted::from_bytes(&bytes[..at], Language::Indonesian), None, "cut at {at}");
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            if let Some(counted) = Counted::from_bytes(&damaged, Language::Indonesian) {
                assert!(counted.of.values().flatten().all(|(key, _)| (*key as usize) < counted.keys.len()));
            }
        }
    }
}
