//! JPEG (ITU-T T.81, annex B): the marker segments before the first scan.

use super::{Header, be16};

/// The first frame's dimensions. A height that is only told after the first scan (DNL) isn't read.
pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let frame = Segments::of(bytes).find_map(|segment| segment.frame())?;
    Some(Header::still(frame.width, frame.height))
}

/// A marker and what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(in crate::image) struct Segment<'a> {
    /// The marker's second byte.
    pub marker: u8,
    /// What stands behind the length.
    pub body: &'a [u8],
    /// Where the segment behind it begins.
    pub end: usize,
}

/// What a frame header says.
#[derive(Clone, Copy, Debug)]
pub(in crate::image) struct Frame<'a> {
    /// The start-of-frame marker: 0xC0 to 0xCF, which tells the process.
    pub process: u8,
    /// Bits a sample.
    pub precision: u8,
    /// Samples a line.
    pub width: u32,
    /// Lines; 0 where only DNL tells.
    pub height: u32,
    /// Identifier, sampling factors and quantisation table of each component.
    pub components: &'a [[u8; 3]],
}

impl<'a> Segment<'a> {
    /// The frame, if this is its header.
    pub fn frame(&self) -> Option<Frame<'a>> {
        // C4, C8 and CC are tables and extensions.
        if !matches!(self.marker, 0xC0..=0xCF) || matches!(self.marker, 0xC4 | 0xC8 | 0xCC) {
            return None;
        }
        let (&[precision, h0, h1, w0, w1, count], components) = self.body.split_first_chunk()?;
        Some(Frame {
            process: self.marker,
            precision,
            width: u16::from_be_bytes([w0, w1]).into(),
            height: u16::from_be_bytes([h0, h1]).into(),
            components: components.as_chunks().0.get(..count.into())?,
        })
    }
}

/// The segments from the start of the file to the first scan's header, or to where it is cut short.
pub(in crate::image) struct Segments<'a> {
    bytes: &'a [u8],
    at: Option<usize>,
}

impl<'a> Segments<'a> {
    /// Of a file.
    pub fn of(bytes: &'a [u8]) -> Segments<'a> {
        Segments { bytes, at: Some(2) }
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let mut at = self.at.take()?;
        loop {
            // What stands between segments is skipped, as all decoders do; so are fill bytes, and
            // markers without a length.
            let marker = match self.bytes.get(at..)? {
                [0xFF, 0x00 | 0x01 | 0xD0..=0xD8 | 0xFF, ..] => None,
                [0xFF, marker, ..] => Some(*marker),
                _ => None,
            };
            let Some(marker) = marker else {
                at += 1;
                continue;
            };
            let length = be16(self.bytes, at + 2)? as usize;
            let end = at + 2 + length.max(2);
            let body = self.bytes.get(at + 4..end)?;
            if !matches!(marker, 0xD9 | 0xDA) {
                self.at = Some(end);
            }
            return Some(Segment { marker, body, end });
        }
    }
}
