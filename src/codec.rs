//! Records as bytes and back. Reading never fails in any other way than by none: what was cut or damaged is
//! no record. May not know what is recorded.
//!
//! Numbers are written seven bits a byte, the lowest first; lists and texts with their length before them.

use crate::digest::{Brief, Digest};
use rayon::prelude::*;
use std::io::{self, Write};

/// How many things of a list a thread writes, and how many threads' are written out together: a large list
/// never lies in memory as bytes.
const SOME: usize = 1024;
const TOGETHER: usize = 16;

/// What is written.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// Hands on what was written so far.
    pub fn pour(&mut self, to: &mut dyn Write) -> io::Result<()> {
        to.write_all(&self.0)?;
        self.0.clear();
        Ok(())
    }

    /// A byte.
    pub fn byte(&mut self, byte: u8) -> &mut Self {
        self.0.push(byte);
        self
    }

    /// Bytes whose number is known to whoever reads them.
    pub fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// A number; most are small.
    pub fn number(&mut self, number: u64) -> &mut Self {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
        self
    }

    /// A number of either sign, small ones short.
    pub fn signed(&mut self, number: i64) -> &mut Self {
        self.number(((number << 1) ^ (number >> 63)) as u64)
    }

    /// A text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Bytes, with their length.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64).raw(bytes)
    }

    /// A digest.
    pub fn digest(&mut self, digest: &Digest) -> &mut Self {
        self.raw(&digest.bytes())
    }

    /// Half a digest.
    pub fn brief(&mut self, brief: &Brief) -> &mut Self {
        self.raw(&brief.bytes())
    }

    /// A list of texts.
    pub fn texts(&mut self, texts: &mut dyn ExactSizeIterator<Item = &str>) -> &mut Self {
        self.number(texts.len() as u64);
        for text in texts {
            self.text(text);
        }
        self
    }

    /// How many bytes were written since the last were handed on.
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Writes each of a list, in order.
pub fn write_all<T: Sync>(
    to: &mut (dyn Write + Send),
    list: &[T],
    write: impl Fn(&mut Writer, &T) + Sync,
) -> io::Result<()> {
    let write_some = |some: &[T]| {
        let mut out = Writer::default();
        some.iter().for_each(|one| write(&mut out, one));
        out.finish()
    };
    let write_part = |part: &[T]| -> Vec<Vec<u8>> { part.par_chunks(SOME).map(write_some).collect() };
    let mut parts = list.chunks(SOME * TOGETHER);
    let mut written = parts.next().map(write_part);
    // What was written is poured out while the next is written.
    while let Some(bytes) = written {
        let pour = || bytes.iter().try_for_each(|bytes| to.write_all(bytes));
        let (poured, next) = rayon::join(pour, || parts.next().map(write_part));
        poured?;
        written = next;
    }
    Ok(())
}

/// What is read.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Begins with the first of some bytes.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    /// So many bytes.
    pub fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    /// A byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return None;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number that fits.
    pub fn small<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    /// A number of either sign.
    pub fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// How many things follow that take a byte each, at the least: no more than there are bytes.
    pub fn length(&mut self) -> Option<usize> {
        self.small().filter(|length| *length <= self.0.len())
    }

    /// Bytes with their length.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let len = self.small()?;
        self.take(len)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// A digest.
    pub fn digest(&mut self) -> Option<Digest> {
        let bytes: [u8; 32] = self.take(32)?.try_into().ok()?;
        Some(Digest::from_bytes(bytes))
    }

    /// Half a digest.
    pub fn brief(&mut self) -> Option<Brief> {
        Some(Brief::from_bytes(self.take(16)?.try_into().ok()?))
    }

    /// Room for so many of something. Each takes a byte at least, so no number makes for more room than there
    /// are bytes.
    pub fn room<T>(&self, count: usize) -> Vec<T> {
        Vec::with_capacity(count.min(self.0.len()))
    }

    /// As many of something as a number before them says.
    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.small()?;
        let mut list = self.room(count);
        for _ in 0..count {
            list.push(one(self)?);
        }
        Some(list)
    }

    /// Whether everything has been read.
    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            numbers in prop::collection::vec(any::<u64>(), 0..20),
            signed in any::<i64>(),
            text in ".*",
        ) {
            let mut writer = Writer::default();
            writer.number(numbers.len() as u64);
            numbers.iter().for_each(|number| {
                writer.number(*number).signed(*number as i64);
            });
            writer.signed(signed).text(&text).digest(&Digest::of(text.as_bytes()));
            let bytes = writer.finish();
            let mut reader = Reader::new(&bytes);
            let back = reader.list(|reader| {
                let number = reader.number()?;
                (reader.signed()? == number as i64).then_some(number)
            });
            prop_assert_eq!(back, Some(numbers));
            prop_assert_eq!(reader.signed(), Some(signed));
            prop_assert_eq!(reader.text(), Some(&*text));
            prop_assert_eq!(reader.digest(), Some(Digest::of(text.as_bytes())));
            prop_assert!(reader.is_done());
        }
    }
}
