//! A whole build, and for how long it stands: while the newsroom's files, the program and its arguments are
//! the same, and the clock has not come to where something changes by itself.

use crate::cache::Cache;
use crate::codec::{Reader, Writer};
use crate::content::{pack_findings, unpack_findings};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use jiff::Timestamp;

const FOLDER: &str = "builds";
const VERSION: u64 = 2;

/// What a build has said and left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The instant for which it was made.
    pub from: Timestamp,
    /// From when on it may come out otherwise.
    pub until: Option<Timestamp>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// What whoever ran it wants to say again: numbers.
    pub numbers: Vec<u64>,
    /// And words.
    pub words: Vec<String>,
    /// The digest of the inventory of its output, as it was left.
    pub inventory: Digest,
}

impl Settled {
    /// Whether there is any for an output folder.
    pub fn is_kept(cache: &Cache, place: &str) -> bool {
        cache.has(FOLDER, &super::name(place))
    }

    /// The build of just these inputs for an output folder, if it stands at `now`.
    pub fn load(cache: &Cache, place: &str, inputs: &Digest, now: Timestamp) -> Option<Settled> {
        let settled = Settled::from_bytes(&cache.get(FOLDER, &super::name(place))?, inputs)?;
        let stands = settled.from <= now && settled.until.is_none_or(|until| now < until);
        stands.then_some(settled)
    }

    /// Keeps it.
    pub fn save(&self, cache: &Cache, place: &str, inputs: &Digest) {
        cache.put(FOLDER, &super::name(place), &self.to_bytes(inputs));
        cache.retain_newest(FOLDER, super::PLACES_MAX);
    }

    fn to_bytes(&self, inputs: &Digest) -> Vec<u8> {
        let mut out = Writer::default();
        let instant = |out: &mut Writer, instant: Timestamp| {
            out.signed(instant.as_second()).signed(instant.subsec_nanosecond().into());
        };
        out.number(VERSION).digest(inputs);
        instant(&mut out, self.from);
        out.number(u64::from(self.until.is_some()));
        if let Some(until) = self.until {
            instant(&mut out, until);
        }
        out.bytes(&pack_findings(&self.findings)).number(self.numbers.len() as u64);
        self.numbers.iter().for_each(|number| {
            out.number(*number);
        });
        out.number(self.words.len() as u64);
        self.words.iter().for_each(|words| {
            out.text(words);
        });
        out.digest(&self.inventory);
        out.finish()
    }

    fn from_bytes(bytes: &[u8], inputs: &Digest) -> Option<Settled> {
        let mut from = Reader::new(bytes);
        if from.number()? != VERSION || from.digest()? != *inputs {
            return None;
        }
        let instant = |from: &mut Reader<'_>| Timestamp::new(from.signed()?, i32::try_from(from.signed()?).ok()?).ok();
        let began = instant(&mut from)?;
        let until = match from.number()? {
            0 => None,
            _ => Some(instant(&mut from)?),
        };
        let findings = unpack_findings(from.bytes()?)?;
        let numbers = from.list(Reader::number)?;
        let words = from.list(|from| Some(from.text()?.to_owned()))?;
        let inventory = from.digest()?;
        from.is_done().then_some(Settled { from: began, until, findings, numbers, words, inventory })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::path::RelPath;
    use crate::text;

    fn settled() -> Settled {
        let finding = Diagnostic::new(Code::DeadLink, &RelPath::new("content/a.md"), 3..9, text!("mati", "dead"));
        Settled {
            from: "2026-01-01T00:00:00Z".parse().unwrap(),
            until: Some("2026-01-01T00:00:00.5Z".parse().unwrap()),
            findings: vec![finding.help(text!("hapus", "remove"))],
            numbers: vec![0, u64::MAX],
            words: vec!["id".to_owned(), String::new()],
            inventory: Digest::of(b"inventory"),
        }
    }

    #[test]
    fn a_build_stands_until_something_changes() {
        let root = tempfile::tempdir().unwrap();
        let (cache, inputs) = (Cache::of(root.path()), Digest::of(b"inputs"));
        let load = |inputs: &Digest, now: &str| Settled::load(&cache, "public", inputs, now.parse().unwrap());
        assert_eq!(load(&inputs, "2026-01-01T00:00:00Z"), None);
        settled().save(&cache, "public", &inputs);
        assert_eq!(load(&inputs, "2026-01-01T00:00:00Z"), Some(settled()));
        assert_eq!(load(&inputs, "2026-01-01T00:00:00.5Z"), None);
        assert_eq!(load(&inputs, "2025-12-31T23:59:59Z"), None);
        assert_eq!(load(&Digest::of(b"others"), "2026-01-01T00:00:00Z"), None);
        assert_eq!(Settled::load(&cache, "lain", &inputs, "2026-01-01T00:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn what_is_cut_or_damaged_is_no_build_and_no_panic() {
        let inputs = Digest::of(b"inputs");
        let bytes = settled().to_bytes(&inputs);
        for at in 0..bytes.len() {
            assert_eq!(Settled::from_bytes(&bytes[..at], &inputs), None, "cut at {at}");
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            let _ = Settled::from_bytes(&damaged, &inputs);
        }
    }
}
