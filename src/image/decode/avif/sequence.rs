//! The header of a stream of AV1 (AV1 bitstream specification, 5.3 and 5.5): how large its frames are
//! and what their numbers mean, before anything is decoded.

use super::super::super::Dimensions;

/// What the header of a sequence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    /// No frame is larger.
    pub size: Dimensions,
    /// What the samples stand for.
    pub colours: CodePoints,
}

/// What samples stand for, in the numbers of ITU-T H.273.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CodePoints {
    pub primaries: u8,
    pub transfer: u8,
    pub matrix: u8,
    /// Whether black and white are the lowest and the highest number there is.
    pub full_range: bool,
}

/// What a sequence means that doesn't say anything.
const UNSPECIFIED: u8 = 2;

impl Sequence {
    /// Of the first sequence of a stream.
    pub fn of(stream: &[u8]) -> Option<Sequence> {
        const SEQUENCE_HEADER: u8 = 1;
        let mut rest = stream;
        loop {
            let head = *rest.first()?;
            rest = rest.get(if head & 4 == 0 { 1 } else { 2 }..)?;
            let size = if head & 2 == 0 { rest.len() } else { leb128(&mut rest)? };
            let body = rest.get(..size)?;
            if head >> 3 & 15 == SEQUENCE_HEADER {
                return header(&mut Bits { bytes: body, at: 0 });
            }
            rest = &rest[size..];
        }
    }
}

fn leb128(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for n in 0..5 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= usize::from(byte & 0x7F) << (7 * n);
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn header(bits: &mut Bits<'_>) -> Option<Sequence> {
    let profile = bits.read(3)?;
    bits.read(1)?;
    let reduced = bits.flag()?;
    if reduced {
        bits.read(5)?;
    } else {
        operating_points(bits)?;
    }
    let (across, down) = (bits.read(4)? + 1, bits.read(4)? + 1);
    let size = Dimensions { width: bits.read(across)? + 1, height: bits.read(down)? + 1 };
    if !reduced && bits.flag()? {
        bits.read(7)?;
    }
    bits.read(3)?;
    if !reduced {
        tools(bits)?;
    }
    bits.read(3)?;
    Some(Sequence { size, colours: colours(bits, profile)? })
}

/// What is there for films: clocks and buffers.
fn operating_points(bits: &mut Bits<'_>) -> Option<()> {
    let mut delay = None;
    if bits.flag()? {
        bits.read(32)?;
        bits.read(32)?;
        if bits.flag()? {
            bits.exp_golomb()?;
        }
        if bits.flag()? {
            delay = Some(bits.read(5)? + 1);
            bits.read(32)?;
            bits.read(10)?;
        }
    }
    let has_display_delay = bits.flag()?;
    for _ in 0..=bits.read(5)? {
        bits.read(12)?;
        if bits.read(5)? > 7 {
            bits.read(1)?;
        }
        if let Some(length) = delay
            && bits.flag()?
        {
            bits.read(length)?;
            bits.read(length)?;
            bits.read(1)?;
        }
        if has_display_delay && bits.flag()? {
            bits.read(4)?;
        }
    }
    Some(())
}

/// Which ways of predicting may be used, of one frame from another.
fn tools(bits: &mut Bits<'_>) -> Option<()> {
    bits.read(4)?;
    let has_order = bits.flag()?;
    if has_order {
        bits.read(2)?;
    }
    let screens = if bits.flag()? { true } else { bits.flag()? };
    if screens && !bits.flag()? {
        bits.read(1)?;
    }
    if has_order {
        bits.read(3)?;
    }
    Some(())
}

fn colours(bits: &mut Bits<'_>, profile: u32) -> Option<CodePoints> {
    let high = bits.flag()?;
    if profile == 2 && high {
        bits.read(1)?;
    }
    let monochrome = profile != 1 && bits.flag()?;
    let mut points =
        CodePoints { primaries: UNSPECIFIED, transfer: UNSPECIFIED, matrix: UNSPECIFIED, full_range: true };
    if bits.flag()? {
        points.primaries = bits.read(8)? as u8;
        points.transfer = bits.read(8)? as u8;
        points.matrix = bits.read(8)? as u8;
    }
    let is_srgb = (points.primaries, points.transfer, points.matrix) == (1, 13, 0);
    points.full_range = if is_srgb && !monochrome { true } else { bits.flag()? };
    Some(points)
}

/// Numbers of so many bits, the most significant first.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn read(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..count {
            let byte = *self.bytes.get(self.at / 8)?;
            value = value << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.read(1)? == 1)
    }

    /// As many zeros as the number behind the one has bits.
    fn exp_golomb(&mut self) -> Option<()> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
        }
        self.read(zeros).map(drop)
    }
}
