//! Inventories of output folders, kept for the next build.

use super::codec::{Reader, Writer};
use super::{PLACES_MAX, name};
use crate::cache::Cache;
use crate::digest::Digest;
use crate::output::Inventory;

/// Where they lie in the cache.
const FOLDER: &str = "output";

/// The version of their notation.
const VERSION: u64 = 1;

/// The last inventory of an output folder, with its digest.
pub fn inventory(cache: &Cache, place: &str) -> Option<(Inventory, Digest)> {
    let bytes = cache.get(FOLDER, &name(place))?;
    Some((from_bytes(&bytes)?, Digest::of(&bytes)))
}

/// Keeps an inventory in the place of the one before, and tells its digest.
pub fn keep_inventory(cache: &Cache, place: &str, inventory: &Inventory) -> Digest {
    let bytes = to_bytes(inventory);
    cache.put(FOLDER, &name(place), &bytes);
    cache.retain_newest(FOLDER, PLACES_MAX);
    Digest::of(&bytes)
}

fn to_bytes(inventory: &Inventory) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(VERSION).number(inventory.stamps.len() as u64);
    for (name, stamp) in &inventory.stamps {
        out.text(name).stamp(stamp);
    }
    out.finish()
}

fn from_bytes(bytes: &[u8]) -> Option<Inventory> {
    let mut from = Reader::new(bytes);
    if from.number()? != VERSION {
        return None;
    }
    let stamps = from.list(|from| Some((from.text()?.into(), from.stamp()?)))?;
    from.is_done().then_some(Inventory { stamps })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Stamp;

    #[test]
    fn an_inventory_is_read_as_it_was_written() {
        let stamp = Stamp { len: 1, number: u64::MAX, written: -3, changed: i64::MIN };
        let inventory = Inventory { stamps: vec![("/".into(), stamp), ("a/".into(), Stamp { len: 0, ..stamp })] };
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::of(root.path());
        let digest = keep_inventory(&cache, "public", &inventory);
        assert_eq!(super::inventory(&cache, "public"), Some((inventory, digest)));
        assert_eq!(super::inventory(&cache, "lain"), None);
    }

    #[test]
    fn what_is_cut_or_damaged_is_no_inventory_and_no_panic() {
        let stamp = Stamp { len: 1, number: 2, written: 3, changed: 4 };
        let bytes = to_bytes(&Inventory { stamps: vec![("a".into(), stamp)] });
        for at in 0..bytes.len() {
            assert_eq!(from_bytes(&bytes[..at]), None, "cut at {at}");
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            let _ = from_bytes(&damaged);
        }
    }
}
