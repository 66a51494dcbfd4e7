//! The digest that names bytes: BLAKE3, 256 bits. Never a time stamp, never a process-local hash.

use std::fmt;

/// The BLAKE3 digest of some bytes. The default is that of no bytes at all that anybody knows.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Digests `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(*blake3::hash(bytes).as_bytes())
    }

    /// The digest that has these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Digest(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }

    /// Its first half.
    pub fn brief(&self) -> Brief {
        let (half, _) = self.0.split_at(16);
        Brief(half.try_into().unwrap_or_default())
    }

    /// The first 10 hexadecimal digits: long enough for a file's name in one site.
    pub fn short(&self) -> String {
        self.0[..5].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Half a digest, 128 bits: enough to tell things of our own making apart, of which there are millions in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Brief([u8; 16]);

impl Brief {
    /// The one that has these bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Brief {
        Brief(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> [u8; 16] {
        self.0
    }
}

/// The digest of bytes that come piece by piece: the same as that of all of them at once.
#[derive(Clone, Debug, Default)]
pub struct Stream(blake3::Hasher);

impl Stream {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of the bytes so far.
    pub fn finish(&self) -> Digest {
        Digest(*self.0.finalize().as_bytes())
    }
}

/// A digest in the making, of parts that can't be taken for one another.
#[derive(Debug)]
pub struct Digesting(Vec<u8>);

impl Default for Digesting {
    fn default() -> Digesting {
        Digesting(Vec::with_capacity(512))
    }
}

impl Digesting {
    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as i64);
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: i64) -> &mut Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    /// Adds a digest.
    pub fn digest(&mut self, digest: &Digest) -> &mut Self {
        self.0.extend_from_slice(&digest.0);
        self
    }

    /// The digest of everything that was added.
    pub fn finish(&self) -> Digest {
        Digest::of(&self.0)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({})", self.short())
    }
}
