//! The tracks of a film: what they are, and where their bytes stand.

use super::boxes::{Box, Boxes};
use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::{be32, be64, part};
use std::ops::Range;

/// Tracks to be seen or heard, their time codes, and hints for servers.
const PLAYED: [&[u8; 4]; 6] = [b"vide", b"soun", b"auxv", b"pict", b"tmcd", b"hint"];

/// Tracks to be read.
const READ: [&[u8; 4]; 5] = [b"text", b"sbtl", b"subt", b"subp", b"clcp"];

/// Whether a track may be published: it is played, or it is captions and not a drone's diary.
///
/// # Errors
///
/// Where its boxes can't be told apart.
pub fn is_kept(bytes: &[u8], track: &Box) -> Result<bool, Unscrubbable> {
    let media = Boxes::of(bytes, track.within(0)).find(b"mdia").ok_or(Unscrubbable::Damaged)?;
    let handler = Boxes::of(bytes, media.within(0)).find(b"hdlr").ok_or(Unscrubbable::Damaged)?;
    let kind = part(bytes, handler.body.start + 8, 4).ok_or(Unscrubbable::Damaged)?;
    let is = |kinds: &[&[u8; 4]]| kinds.iter().any(|one| one.as_slice() == kind);
    if is(&READ) {
        let samples = samples(bytes, track)?;
        return Ok(!samples.into_iter().any(|range| bytes.get(range).is_some_and(names_a_place)));
    }
    Ok(is(&PLAYED))
}

/// Whether a caption gives coordinates, as drones write them: `GPS(110.36,-7.80,21)`,
/// `[latitude: -7.80]`.
fn names_a_place(text: &[u8]) -> bool {
    let lower = text.to_ascii_lowercase();
    [&b"gps"[..], b"latitude", b"longitude"].iter().any(|word| {
        memchr::memmem::find_iter(&lower, word).any(|at| {
            let mut behind = lower[at + word.len()..].iter().filter(|byte| **byte != b' ');
            behind.next().is_some_and(|byte| matches!(byte, b'(' | b':' | b'=') || byte.is_ascii_digit())
        })
    })
}

/// Whether a track that isn't played tells where the camera was: those of GoPro, Google, Sony and
/// DJI do, and captions that aren't kept.
pub fn tells_place(bytes: &[u8], track: &Box) -> bool {
    let entry = || {
        let descriptions = table(bytes, track)?.1?;
        part(bytes, descriptions.body.start + 12, 4)
    };
    matches!(entry(), Some(b"gpmd" | b"camm" | b"rtmd" | b"djmd" | b"text" | b"tx3g"))
}

/// A track's table of samples, and what it says they are.
fn table<'a>(bytes: &'a [u8], track: &Box) -> Option<(Box<'a>, Option<Box<'a>>)> {
    let within = |parent: &Box, kind| Boxes::of(bytes, parent.within(0)).find(kind);
    let table = within(&within(&within(track, b"mdia")?, b"minf")?, b"stbl")?;
    let descriptions = within(&table, b"stsd");
    Some((table, descriptions))
}

/// Where a track's bytes stand, chunk by chunk.
///
/// # Errors
///
/// Where its tables can't be read.
pub fn samples(bytes: &[u8], track: &Box) -> Result<Vec<Range<usize>>, Unscrubbable> {
    read_samples(bytes, track).ok_or(Unscrubbable::Damaged)
}

fn read_samples(bytes: &[u8], track: &Box) -> Option<Vec<Range<usize>>> {
    let (table, _) = table(bytes, track)?;
    let body = |kind| Boxes::of(bytes, table.within(0)).find(kind).and_then(|one| bytes.get(one.body));
    let sizes = Sizes::read(body(b"stsz"), body(b"stz2"))?;
    let runs = body(b"stsc")?;
    let (offsets, width) = match body(b"stco") {
        Some(offsets) => (offsets, 4),
        None => (body(b"co64")?, 8),
    };
    let mut chunks = Vec::new();
    let (mut run, mut sample) = (0, 0);
    for n in 0..be32(offsets, 4)? {
        let place = 8 + n * width;
        let start = if width == 4 { be32(offsets, place)? } else { be64(offsets, place)? };
        // Each run says with which chunk, counted from one, it begins.
        while be32(runs, 4)? > run + 1 && be32(runs, 8 + (run + 1) * 12)? <= n + 1 {
            run += 1;
        }
        let samples = be32(runs, 8 + run * 12 + 4)?;
        let length = sizes.of(sample, samples);
        sample += samples;
        let end = start.saturating_add(length).min(bytes.len());
        chunks.push(start.min(end)..end);
    }
    Some(chunks)
}

/// How long samples are.
enum Sizes<'a> {
    /// All the same.
    Fixed(usize),
    /// In so many bits each.
    Listed(&'a [u8], usize),
}

impl<'a> Sizes<'a> {
    fn read(plain: Option<&'a [u8]>, compact: Option<&'a [u8]>) -> Option<Sizes<'a>> {
        match (plain, compact) {
            (Some(plain), _) => Some(match be32(plain, 4)? {
                0 => Sizes::Listed(plain.get(12..)?, 32),
                size => Sizes::Fixed(size),
            }),
            (None, compact) => Some(Sizes::Listed(compact?.get(12..)?, usize::from(*compact?.get(7)?))),
        }
    }

    /// The length of some samples together.
    fn of(&self, first: usize, count: usize) -> usize {
        match self {
            Sizes::Fixed(size) => size.saturating_mul(count),
            Sizes::Listed(list, 4) => {
                let halves = (first..first.saturating_add(count))
                    .map_while(|n| Some((list.get(n / 2)? >> (4 - n % 2 * 4)) & 15));
                halves.map(usize::from).sum()
            }
            Sizes::Listed(list, bits) => {
                let width = bits / 8;
                let numbers = list.chunks_exact(width.max(1)).skip(first).take(count);
                numbers.map(|number| number.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))).sum()
            }
        }
    }
}
