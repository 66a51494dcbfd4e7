//! GIF (89a): blocks.

use crate::image::Credits;
use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::part;
use crate::image::metadata::found::{Field, Found};
use crate::image::metadata::standard::xmp;
use crate::image::metadata::text::decode;
use std::borrow::Cow;

/// The signature and the screen.
const HEADER: usize = 13;

const END: u8 = 0x3B;

/// The identifiers of the application extensions that decoders need: loops (two), colours.
const PICTURE: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

const XMP: &[u8] = b"XMP DataXMP";

/// What stands behind a packet, so that decoders which read it as sub-blocks find an end.
const TRAILER: usize = 258;

/// How programs begin comments that advertise themselves.
const ADVERTISEMENTS: [&str; 8] = ["created", "made", "generated", "optimized", "edited", "gif", "file ", "http"];

enum Block<'a> {
    Picture(&'a [u8]),
    Comment(&'a [u8]),
    Xmp(&'a [u8]),
    Other,
}

/// The blocks behind the screen, up to the end of the picture.
struct Blocks<'a> {
    bytes: &'a [u8],
    at: usize,
    ended: bool,
}

impl<'a> Blocks<'a> {
    fn of(bytes: &'a [u8]) -> Option<Blocks<'a>> {
        Some(Blocks { bytes, at: HEADER + colours(*bytes.get(10)?), ended: false })
    }

    fn block(&mut self) -> Option<Block<'a>> {
        let start = self.at;
        let whole = |end| part(self.bytes, start, end - start);
        let (block, end) = match *self.bytes.get(start)? {
            0x2C => {
                let data = start + 10 + colours(*self.bytes.get(start + 9)?) + 1;
                let end = sub_blocks(self.bytes, data)?;
                (Block::Picture(whole(end)?), end)
            }
            0x21 => {
                let end = sub_blocks(self.bytes, start + 2)?;
                let block = match *self.bytes.get(start + 1)? {
                    // How the next picture is shown.
                    0xF9 => Block::Picture(whole(end)?),
                    0xFE => Block::Comment(whole(end)?.get(2..)?),
                    0xFF => self.application(start, end)?,
                    _ => Block::Other,
                };
                (block, end)
            }
            _ => return None,
        };
        self.at = end;
        Some(block)
    }

    fn application(&self, start: usize, end: usize) -> Option<Block<'a>> {
        let identifier = part(self.bytes, start + 3, usize::from(*self.bytes.get(start + 2)?))?;
        Some(if PICTURE.contains(&identifier) {
            Block::Picture(part(self.bytes, start, end - start)?)
        } else if identifier == XMP {
            let packet = part(self.bytes, start + 14, end - start - 14)?;
            Block::Xmp(&packet[..packet.len().checked_sub(TRAILER)?])
        } else {
            Block::Other
        })
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Result<Block<'a>, Unscrubbable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if self.bytes.get(self.at) == Some(&END) {
            self.ended = true;
            self.at += 1;
            return None;
        }
        let block = self.block();
        self.ended |= block.is_none();
        Some(block.ok_or(Unscrubbable::Damaged))
    }
}

/// The size of a colour table, from the byte that announces it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The place behind a run of sub-blocks.
fn sub_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}

/// Reads every block that there is.
pub fn read(bytes: &[u8], found: &mut Found) {
    let blocks = Blocks::of(bytes).into_iter().flatten().map_while(Result::ok);
    blocks.for_each(|block| read_block(&block, found));
}

fn read_block(block: &Block, found: &mut Found) {
    match block {
        Block::Picture(_) => {}
        Block::Comment(data) => {
            found.foreign = true;
            let text = decode(&joined(data));
            let lower = text.trim_start().to_lowercase();
            if !ADVERTISEMENTS.iter().any(|beginning| lower.starts_with(beginning)) {
                Field::Description.set(&mut found.comments, &text);
            }
        }
        Block::Xmp(packet) => xmp::read(packet, found),
        Block::Other => found.foreign = true,
    }
}

/// What sub-blocks hold.
fn joined(mut blocks: &[u8]) -> Vec<u8> {
    let mut data = Vec::new();
    while let Some((length, rest)) = blocks.split_first().filter(|(length, _)| **length > 0) {
        let (block, after) = rest.split_at(usize::from(*length).min(rest.len()));
        data.extend(block);
        blocks = after;
    }
    data
}

/// The file without what is private.
///
/// # Errors
///
/// Where its blocks can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut walk = Blocks::of(bytes).ok_or(Unscrubbable::Damaged)?;
    let start = bytes.get(..walk.at).ok_or(Unscrubbable::Damaged)?;
    let blocks: Vec<Block> = walk.by_ref().collect::<Result<_, _>>()?;
    let mut found = Found { foreign: walk.at < bytes.len(), ..Found::default() };
    blocks.iter().for_each(|block| read_block(block, &mut found));
    if found.is_clean() {
        return Ok(Cow::Borrowed(bytes));
    }
    Ok(Cow::Owned(assemble(start, &blocks, &found.credits())))
}

/// A file of the blocks that decoders need, with the credits before them.
fn assemble(start: &[u8], blocks: &[Block], credits: &Credits) -> Vec<u8> {
    let mut file = start.to_vec();
    if !credits.is_empty() {
        // Extensions came with the second version.
        file[4] = b'9';
        file.extend([0x21, 0xFF, XMP.len() as u8]);
        file.extend(XMP);
        file.extend(xmp::write(credits).as_bytes());
        // Wherever in the packet a decoder reads a length, it lands here, and then at the end.
        file.push(1);
        file.extend((0..=0xFF).rev());
        file.push(0);
    }
    for block in blocks {
        if let Block::Picture(whole) = block {
            file.extend(*whole);
        }
    }
    file.push(END);
    file
}
