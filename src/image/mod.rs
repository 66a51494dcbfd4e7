//! Pictures: bytes in, bytes out.
//!
//! Nothing here knows documents, addresses or the disk.

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dimensions {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The dimensions of a picture, from its header; none if it is no picture that warta knows.
pub fn probe(bytes: &[u8]) -> Option<Dimensions> {
    let size = imagesize::blob_size(bytes).ok()?;
    let dimension = |n: usize| u32::try_from(n).ok().filter(|n| *n > 0);
    Some(Dimensions { width: dimension(size.width)?, height: dimension(size.height)? })
}
