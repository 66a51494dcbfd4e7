//! The files of a part.
//!
//! Words stand in as many files as were foreseen, in the order of their keys, so that a beginning of a
//! word is found as well: `{"key": [posting, …], …}`. A posting is the distance from the document before
//! it, times eight, plus the level of the word's weight there. Documents are numbered from the oldest on.
//! Kinds and units have a file of their own, `{"kind": {"visit": [distance, …]}, "unit": {…}}`. What is
//! shown of documents stands in blocks: `[[url, title, summary, day, kind, unit, picture, paid], …]`, as
//! far as there is something.

use super::record::Piece;
use super::text::push_text;
use super::words::words;
use super::{BLOCK, Counted, LEVELS, Language, Record};
use crate::content::{Lost, Texts};
use crate::digest::Brief;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The files of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The first key of each file of words.
    pub first: Vec<String>,
    /// The files of words.
    pub words: Vec<Vec<u8>>,
    /// The file of kinds and units.
    pub facets: Vec<u8>,
    /// The files of headlines and summaries.
    pub blocks: Vec<Vec<u8>>,
}

/// What a word in each place counts for.
const IN_TITLE: u32 = 12;
const IN_NAMES: u32 = 6;
const IN_SUMMARY: u32 = 5;
/// How often a word in the text counts.
const TIMES: u32 = 4;

/// Where a word stands in a document.
#[derive(Clone, Copy, Default, PartialEq)]
struct Places {
    title: bool,
    names: bool,
    summary: bool,
    text: u32,
}

impl Places {
    /// Whether it is nowhere.
    fn is_none(&self) -> bool {
        *self == Places::default()
    }

    /// The level of what they come to.
    fn level(self) -> u32 {
        let in_place = |there: bool, points: u32| if there { points } else { 0 };
        let points = in_place(self.title, IN_TITLE)
            + in_place(self.names, IN_NAMES)
            + in_place(self.summary, IN_SUMMARY)
            + self.text.min(TIMES);
        (0..).zip(LEVELS).take_while(|(_, least)| points >= *least).last().map_or(0, |(level, _)| level)
    }
}

/// Makes the files of a part of its records, the oldest first, with `shards` files of words. Documents whose words are
/// `counted` are not read again; with it, what all of them came to is left there for the next index. Fails if a
/// text can't be read back from where texts are put aside.
pub fn index(
    language: Language,
    records: &[Record<'_>],
    shards: u32,
    texts: &Texts,
    counted: Option<&mut Counted>,
) -> Result<Index, Lost> {
    let mut terms = Terms::new(language);
    match counted {
        Some(counted) => {
            terms.take_keys(std::mem::take(&mut counted.keys));
            let digests: Vec<Brief> = records.iter().map(|record| record.digest().brief()).collect();
            for ((number, record), digest) in (0..).zip(records).zip(&digests) {
                match counted.of(digest) {
                    Some(keys) => terms.add_counted(number, keys),
                    None => terms.add(number, record, texts)?,
                }
            }
            *counted = terms.counted(&digests);
        }
        None => (0..).zip(records).try_for_each(|(number, record)| terms.add(number, record, texts))?,
    }
    let (first, words) = terms.files(shards.max(1) as usize);
    Ok(Index { first, words, facets: facets(records), blocks: records.chunks(BLOCK).map(block).collect() })
}

/// The postings of every key.
struct Terms {
    language: Language,
    /// The keys of each word met so far, as a part of `of_words`.
    known: FxHashMap<String, (u32, u32)>,
    of_words: Vec<u32>,
    keys: FxHashMap<String, u32>,
    /// For each key its documents with their weights.
    postings: Vec<Vec<(u32, u32)>>,
    /// For each key where it stands in the document at hand.
    places: Vec<Places>,
    /// The keys of the document at hand.
    here: Vec<u32>,
}

impl Terms {
    fn new(language: Language) -> Terms {
        Terms {
            language,
            known: FxHashMap::default(),
            of_words: Vec::new(),
            keys: FxHashMap::default(),
            postings: Vec::new(),
            places: Vec::new(),
            here: Vec::new(),
        }
    }

    /// Begins with the keys of an index before.
    fn take_keys(&mut self, keys: Vec<String>) {
        for key in keys {
            self.number(key);
        }
    }

    fn add_counted(&mut self, number: u32, keys: &[(u32, u32)]) {
        for (key, level) in keys {
            self.postings[*key as usize].push((number, *level));
        }
    }

    /// What the words of each document came to, by the digests of their records.
    fn counted(&self, digests: &[Brief]) -> Counted {
        let mut of: Vec<Vec<(u32, u32)>> = vec![Vec::new(); digests.len()];
        for (key, postings) in (0..).zip(&self.postings) {
            for (number, level) in postings {
                of[*number as usize].push((key, *level));
            }
        }
        let mut keys = vec![String::new(); self.keys.len()];
        self.keys.iter().for_each(|(key, number)| keys[*number as usize].clone_from(key));
        Counted::new(keys, digests.iter().copied().zip(of).collect())
    }

    fn add(&mut self, number: u32, record: &Record<'_>, texts: &Texts) -> Result<(), Lost> {
        let mut text = String::with_capacity(record.size());
        let mut pieces = Vec::new();
        record.body_texts(&mut |piece| pieces.push(piece));
        for piece in pieces {
            match piece {
                Piece::Html(html) => push_text(&mut text, &html.read(texts)?),
                Piece::Text(plain) => separate(&mut text, plain),
            }
        }
        record.texts.iter().for_each(|plain| separate(&mut text, plain));
        self.count(&text, |places| places.text += 1);
        self.count(record.summary, |places| places.summary = true);
        record.names.iter().for_each(|name| self.count(name, |places| places.names = true));
        self.count(record.title, |places| places.title = true);
        for key in self.here.drain(..) {
            let places = std::mem::take(&mut self.places[key as usize]);
            self.postings[key as usize].push((number, places.level()));
        }
        Ok(())
    }

    fn count(&mut self, text: &str, note: impl Fn(&mut Places)) {
        words(text, &mut |word| {
            let (from, to) = self.known.get(word).copied().unwrap_or_else(|| self.learn(word));
            for key in &self.of_words[from as usize..to as usize] {
                let places = &mut self.places[*key as usize];
                if places.is_none() {
                    self.here.push(*key);
                }
                note(places);
            }
        });
    }

    /// The keys of a word that was not met before.
    fn learn(&mut self, word: &str) -> (u32, u32) {
        let from = self.of_words.len() as u32;
        for key in self.language.keys(word) {
            let number = self.number(key);
            self.of_words.push(number);
        }
        let keys = (from, self.of_words.len() as u32);
        self.known.insert(word.to_owned(), keys);
        keys
    }

    /// The number of a key.
    fn number(&mut self, key: String) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        *self.keys.entry(key).or_insert_with(|| {
            self.postings.push(Vec::new());
            self.places.push(Places::default());
            next
        })
    }

    /// The keys in order, cut into `count` files of about the same length.
    fn files(self, count: usize) -> (Vec<String>, Vec<Vec<u8>>) {
        let mut terms: Vec<(String, String)> = Vec::with_capacity(self.keys.len());
        for (key, number) in self.keys {
            if let Some(postings) = self.postings.get(number as usize).filter(|postings| !postings.is_empty()) {
                terms.push((key, coded(postings)));
            }
        }
        terms.sort_unstable();
        let total: usize = terms.iter().map(|(key, list)| key.len() + list.len()).sum::<usize>().max(1);
        let mut first: Vec<String> = vec![String::new(); count];
        let mut files: Vec<String> = vec!["{".to_owned(); count];
        let mut before = 0;
        for (key, list) in terms {
            let at = (before * count / total).min(count - 1);
            before += key.len() + list.len();
            let (Some(file), Some(first)) = (files.get_mut(at), first.get_mut(at)) else { continue };
            if file.len() == 1 {
                first.clone_from(&key);
            } else {
                file.push(',');
            }
            // A key is letters and digits: nothing in it needs escaping, and writing can't fail.
            let _ = write!(file, "\"{key}\":[{list}]");
        }
        // An empty file begins where the one after it does, so that no key is looked for in it.
        for at in (0..count.saturating_sub(1)).rev() {
            if files[at].len() == 1 {
                first[at] = first[at + 1].clone();
            }
        }
        (first, files.into_iter().map(|file| (file + "}").into_bytes()).collect())
    }
}

fn separate(text: &mut String, plain: &str) {
    text.push_str(plain);
    text.push(' ');
}

fn coded(postings: &[(u32, u32)]) -> String {
    let mut list = String::with_capacity(postings.len() * 4);
    let (mut last, mut digits) = (0, itoa::Buffer::new());
    for (document, level) in postings {
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(digits.format((document - last) * 8 + level));
        last = *document;
    }
    list
}

/// For each name the documents it stands in, each as its distance from the one before it.
#[derive(Serialize, Default)]
struct Facets<'a> {
    kind: BTreeMap<&'a str, Vec<u32>>,
    unit: BTreeMap<&'a str, Vec<u32>>,
}

fn facets(records: &[Record<'_>]) -> Vec<u8> {
    let mut facets = Facets::default();
    for (number, record) in (0..).zip(records) {
        facets.kind.entry(record.kind).or_default().push(number);
        for unit in &record.units {
            facets.unit.entry(unit).or_default().push(number);
        }
    }
    for list in facets.kind.values_mut().chain(facets.unit.values_mut()) {
        list.dedup();
        let mut last = 0;
        for number in list {
            *number -= last;
            last += *number;
        }
    }
    json(&facets)
}

fn block(records: &[Record<'_>]) -> Vec<u8> {
    let rows = records.iter().map(|record| {
        let paid = if record.sponsored { "1" } else { "" };
        let unit = record.units.first().copied().unwrap_or_default();
        let mut row =
            vec![record.url, record.title, record.summary, &record.day, record.kind, unit, record.picture, paid];
        while row.last().is_some_and(|last| last.is_empty()) {
            row.pop();
        }
        row
    });
    json(&rows.collect::<Vec<_>>())
}

/// Strings and numbers can always be written.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::body::{Body, Html};

    fn record<'a>(body: &'a Body, url: &'a str, title: &'a str) -> Record<'a> {
        Record {
            url,
            title,
            summary: "",
            names: vec!["Dinas Contoh"],
            kind: "visit",
            units: vec!["contoh"],
            day: "2026-01-02".into(),
            picture: "",
            sponsored: false,
            texts: Vec::new(),
            body,
        }
    }

    #[test]
    fn files_are_as_the_browser_reads_them() {
        let body =
            Body { html: Html::Here("<p>Tim mengunjungi pasar. Pasar itu ramai.</p>".into()), ..Body::default() };
        let empty = Body::default();
        let records = [
            record(&body, "/a/", "Kunjungan kerja"),
            record(&empty, "/b/", "Rapat"),
            record(&empty, "/c/", "Pasar murah"),
        ];
        let made = index(Language::Indonesian, &records, 2, &Texts::default(), None).unwrap();
        let words: Vec<&str> = made.words.iter().map(|file| std::str::from_utf8(file).unwrap()).collect();
        assert_eq!(
            words,
            [
                r#"{"contoh":[3,11,11],"dinas":[3,11,11],"kerja":[5],"kunjung":[5]}"#,
                r#"{"murah":[21],"pasar":[1,21],"rama":[0],"rapat":[13],"tim":[0],"unjung":[0]}"#,
            ]
        );
        assert_eq!(made.first, ["contoh", "murah"]);
        assert_eq!(made.facets, br#"{"kind":{"visit":[0,1,1]},"unit":{"contoh":[0,1,1]}}"#);
        assert_eq!(
            std::str::from_utf8(&made.blocks[0]).unwrap(),
            r#"[["/a/","Kunjungan kerja","","2026-01-02","visit","contoh"],["/b/","Rapat","","2026-01-02","visit","contoh"],["/c/","Pasar murah","","2026-01-02","visit","contoh"]]"#
        );
    }

    #[test]
    fn an_index_of_what_was_counted_is_that_of_what_is_read() {
        let bodies = ["<p>Pasar ramai, pasar dibuka.</p>", "<p>Jalan ditutup.</p>", "<p>Banjir surut.</p>"]
            .map(|html| Body { html: Html::Here(html.into()), ..Body::default() });
        let [pasar, jalan, banjir] = &bodies;
        let texts = Texts::default();
        let made = |records: &[Record<'_>], counted: Option<&mut Counted>| {
            index(Language::Indonesian, records, 2, &texts, counted).unwrap()
        };
        let first = [record(pasar, "/a/", "Pasar"), record(jalan, "/b/", "Jalan"), record(banjir, "/c/", "Banjir")];
        let mut counted = Counted::default();
        assert_eq!(made(&first, Some(&mut counted)), made(&first, None));
        assert!(first.iter().all(|record| counted.knows(record)));
        // One is edited, one is gone, one is new, and they stand elsewhere.
        let then = [record(banjir, "/c/", "Banjir"), record(banjir, "/a/", "Pasar"), record(jalan, "/d/", "Lain")];
        assert_eq!(then.each_ref().map(|record| counted.knows(record)), [true, false, false]);
        assert_eq!(made(&then, Some(&mut counted)), made(&then, None));
        assert_eq!(first.each_ref().map(|record| counted.knows(record)), [false, false, true]);
        assert_eq!(made(&then, Some(&mut counted)), made(&then, None));
    }

    #[test]
    fn there_are_as_many_files_as_were_foreseen() {
        let body = Body { html: Html::Here("<p>satu</p>".into()), ..Body::default() };
        for shards in [1, 3, 50] {
            let made = index(Language::Other, &[record(&body, "/a/", "x")], shards, &Texts::default(), None).unwrap();
            assert_eq!((made.words.len(), made.first.len()), (shards as usize, shards as usize));
            assert!(made.first.windows(2).all(|pair| pair[0] <= pair[1] || pair[1].is_empty()));
        }
        assert_eq!(index(Language::Other, &[], 1, &Texts::default(), None).unwrap().words, [b"{}".to_vec()]);
    }
}
