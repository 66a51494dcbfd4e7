//! Documents as an earlier run has parsed them, kept in one file of the cache.
//!
//! Reading and parsing again is what a run does without it, so it may be missing, cut, damaged or of
//! another program at any time. It holds for each file the digest of its bytes, the document without
//! its HTML (see [`super::texts`]), and the findings: what was parsed from those bytes, with the same
//! settings, by the very same program.

use super::pack::{Pack, Packed};
use super::texts::Origin;
use super::{Document, Version};
use crate::cache::{Cache, Slot};
use crate::codec::Writer;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, Digesting};
use crate::fingerprint::FINGERPRINT;
use crate::path::RelPath;
use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

/// Where in the cache.
const FOLDER: &str = "documents";
const NAME: &str = "parsed";

/// What one file came to.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file.
    pub file: RelPath,
    /// The digest of its bytes.
    pub digest: Digest,
    /// The document, if it could be read.
    pub document: Option<Arc<Document>>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

/// What an earlier run has kept. Nothing is read of a document before it is asked for.
#[derive(Debug, Default)]
pub struct Kept {
    bytes: Vec<u8>,
    /// In the order of the files' names.
    records: Vec<Record>,
}

/// Where in the bytes a file's name and what it came to stand.
#[derive(Debug)]
struct Record {
    name: Range<usize>,
    digest: Digest,
    payload: Range<usize>,
}

impl Kept {
    /// What was kept with the same settings by the same program; nothing if there is none.
    pub fn read(cache: &Cache, settings: &Digest) -> Kept {
        cache.get(FOLDER, NAME).and_then(|bytes| Kept::of(bytes, &guard(FINGERPRINT, settings))).unwrap_or_default()
    }

    fn of(bytes: Vec<u8>, guard: &Digest) -> Option<Kept> {
        let mut rest = bytes.strip_prefix(&guard.bytes())?;
        let mut records: Vec<Record> = Vec::new();
        while !rest.is_empty() {
            let (head, payload) = rest.split_at_checked(HEAD)?;
            let (digest, lengths) = head.split_at_checked(32)?;
            let (name, size) = lengths.split_at_checked(4)?;
            let length = |bytes: &[u8]| usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok();
            let (name, payload) = payload.split_at_checked(length(name)?)?;
            let (payload, after) = payload.split_at_checked(length(size)?)?;
            let end = bytes.len() - after.len();
            let begin = end - payload.len();
            let digest = Digest::from_bytes(digest.try_into().ok()?);
            let record = Record { name: begin - name.len()..begin, digest, payload: begin..end };
            records.push(record);
            rest = after;
        }
        // They are mostly written in order.
        records.sort_by(|a, b| bytes[a.name.clone()].cmp(&bytes[b.name.clone()]));
        Some(Kept { bytes, records })
    }

    /// How many files it knows.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// What came of a file with these bytes: the document and the findings. `aside` puts the bytes aside,
    /// if the text must not depend on the file as it will be.
    pub fn find(
        &self,
        file: &RelPath,
        digest: &Digest,
        aside: impl FnOnce() -> Option<Slot>,
    ) -> Option<(Option<Document>, Vec<Diagnostic>)> {
        let name = |record: &Record| self.bytes[record.name.clone()].cmp(file.as_str().as_bytes());
        let record = &self.records[self.records.binary_search_by(name).ok()?];
        let payload = Some(&record.payload).filter(|_| record.digest == *digest)?;
        let origin = Origin::new(file.clone(), *digest, aside());
        let mut from = Packed::new(self.bytes.get(payload.clone())?, origin);
        let document = match bool::unpack(&mut from)? {
            true => Some(Document {
                file: file.clone(),
                identity: Pack::unpack(&mut from)?,
                front: Pack::unpack(&mut from)?,
                body: Pack::unpack(&mut from)?,
                version: Version { whole: *digest, head: Pack::unpack(&mut from)? },
            }),
            false => None,
        };
        let findings = Pack::unpack(&mut from)?;
        from.is_empty().then_some((document, findings))
    }
}

/// Keeps what the files came to, in the place of what was kept before.
pub fn keep(cache: &Cache, settings: &Digest, readings: &[Reading]) {
    cache.put_by(FOLDER, NAME, |out| write(out, &guard(FINGERPRINT, settings), readings));
    cache.retain(FOLDER, &BTreeSet::from([NAME.to_owned()]));
}

/// Digest of the file, length of its name, length of the record: what stands before both.
const HEAD: usize = 32 + 4 + 4;

fn write(out: &mut dyn Write, guard: &Digest, readings: &[Reading]) -> std::io::Result<()> {
    out.write_all(&guard.bytes())?;
    let mut payload = Writer::default();
    for reading in readings {
        pack(reading, &mut payload);
        let name = reading.file.as_str().as_bytes();
        let (Ok(name_length), Ok(length)) = (u32::try_from(name.len()), u32::try_from(payload.size())) else {
            payload = Writer::default();
            continue;
        };
        out.write_all(&reading.digest.bytes())?;
        out.write_all(&name_length.to_le_bytes())?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(name)?;
        payload.pour(out)?;
    }
    Ok(())
}

fn pack(reading: &Reading, out: &mut Writer) {
    let Reading { file: _, digest: _, document, findings } = reading;
    document.is_some().pack(out);
    if let Some(Document { file: _, identity, front, body, version }) = document.as_deref() {
        identity.pack(out);
        front.pack(out);
        body.pack(out);
        version.head.pack(out);
    }
    findings.pack(out);
}

/// What must be the same for anything to be taken over. A change of this format is another program.
fn guard(fingerprint: &str, settings: &Digest) -> Digest {
    Digesting::default().text(fingerprint).digest(settings).finish()
}

#[cfg(test)]
mod tests;
