//! Inventories of output folders, kept for the next build.

use super::{PLACES_MAX, name};
use crate::cache::Cache;
use crate::codec::{Reader, Writer, write_all};
use crate::digest::Digest;
use crate::output::{Inventory, Stamp};
use std::io::{self, Write};

/// Where they lie in the cache.
const FOLDER: &str = "output";

/// The version of their notation.
const VERSION: u64 = 2;

/// An inventory that was kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Stock {
    /// What the file system said of the output folder.
    pub inventory: Inventory,
    /// The digest of the records that say which bytes those files had. With others the inventory vouches for none.
    pub records: Digest,
    /// The digest of the inventory itself.
    pub digest: Digest,
}

impl Stock {
    /// The last inventory of an output folder.
    pub fn load(cache: &Cache, place: &str) -> Option<Stock> {
        let (bytes, digest) = cache.get_signed(FOLDER, &name(place))?;
        let (inventory, records) = from_bytes(&bytes)?;
        Some(Stock { inventory, records, digest })
    }
}

/// Keeps an inventory in the place of the one before, and tells its digest.
pub fn keep_inventory(cache: &Cache, place: &str, inventory: &Inventory, records: &Digest) -> Option<Digest> {
    let digest = cache.put_by(FOLDER, &name(place), |out| write(inventory, records, out));
    cache.retain_newest(FOLDER, PLACES_MAX);
    digest
}

fn write(Inventory { stamps, whole }: &Inventory, records: &Digest, to: &mut (dyn Write + Send)) -> io::Result<()> {
    let mut out = Writer::default();
    out.number(VERSION).digest(records).number(u64::from(*whole)).number(stamps.len() as u64).pour(to)?;
    write_all(to, stamps, |out, (name, stamp)| {
        let Stamp { len, number, written, changed } = *stamp;
        out.text(name).number(len).number(number).signed(written).signed(changed);
    })
}

fn from_bytes(bytes: &[u8]) -> Option<(Inventory, Digest)> {
    let mut from = Reader::new(bytes);
    if from.number()? != VERSION {
        return None;
    }
    let (records, whole) = (from.digest()?, from.number()? == 1);
    let stamps = from.list(|from| {
        let name = from.text()?.into();
        let (len, number) = (from.number()?, from.number()?);
        Some((name, Stamp { len, number, written: from.signed()?, changed: from.signed()? }))
    })?;
    from.is_done().then_some((Inventory { stamps, whole }, records))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inventory_is_read_as_it_was_written() {
        let stamp = Stamp { len: 1, number: u64::MAX, written: -3, changed: i64::MIN };
        let stamps = vec![("/".into(), stamp), ("a/".into(), Stamp { len: 0, ..stamp })];
        let root = tempfile::tempdir().unwrap();
        let (cache, records) = (Cache::of(root.path()), Digest::of(b"records"));
        for whole in [true, false] {
            let inventory = Inventory { stamps: stamps.clone(), whole };
            let digest = keep_inventory(&cache, "public", &inventory, &records).unwrap();
            assert_eq!(Stock::load(&cache, "public"), Some(Stock { inventory, records, digest }));
        }
        assert_eq!(Stock::load(&cache, "lain"), None);
    }

    #[test]
    fn what_is_cut_or_damaged_is_no_inventory_and_no_panic() {
        let stamp = Stamp { len: 1, number: 2, written: 3, changed: 4 };
        let mut bytes = Vec::new();
        write(&Inventory { stamps: vec![("a".into(), stamp)], whole: true }, &Digest::of(b"records"), &mut bytes)
            .unwrap();
        for at in 0..bytes.len() {
            assert_eq!(from_bytes(&bytes[..at]), None, "cut at {at}");
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            let _ = from_bytes(&damaged);
        }
    }
}
