//! PNG (third edition): chunks.

use crate::image::Credits;
use crate::image::metadata::bytes::{be32, part};
use crate::image::metadata::found::{Field, Found};
use crate::image::metadata::standard::{exif, iim, photoshop, xmp};
use crate::image::metadata::text::{decode, decode_latin};
use crate::image::metadata::{Orientation, Unscrubbable};
use std::borrow::Cow;

const SIGNATURE: usize = 8;
const XMP: &str = "XML:com.adobe.xmp";

/// Compressed text that is larger than this is no metadata.
const LARGEST: usize = 16 << 20;

/// The chunks that decoders need: the picture, its colours, its density and its motion.
const PICTURE: [&[u8; 4]; 20] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"cICP", b"gAMA", b"iCCP", b"mDCV", b"cLLI", b"sBIT",
    b"sRGB", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// Keywords of texts that say nothing private, beside those of credits.
const HARMLESS: [&str; 6] = ["Title", "Creation Time", "Software", "date:create", "date:modify", "date:timestamp"];

struct Chunk<'a> {
    kind: &'a [u8],
    whole: &'a [u8],
    data: &'a [u8],
}

impl Chunk<'_> {
    fn is_picture(&self) -> bool {
        PICTURE.iter().any(|kind| kind.as_slice() == self.kind)
    }
}

/// The chunks up to the end of the picture.
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
    ended: bool,
}

impl<'a> Chunks<'a> {
    fn of(bytes: &'a [u8]) -> Chunks<'a> {
        Chunks { bytes, at: SIGNATURE, ended: false }
    }

    fn chunk(&mut self) -> Option<Chunk<'a>> {
        let length = be32(self.bytes, self.at)?;
        let kind = part(self.bytes, self.at + 4, 4).filter(|kind| kind.iter().all(u8::is_ascii_alphabetic))?;
        let whole = part(self.bytes, self.at, length.checked_add(12)?)?;
        self.at += whole.len();
        Some(Chunk { kind, whole, data: &whole[8..8 + length] })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, Unscrubbable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let chunk = self.chunk();
        self.ended = chunk.as_ref().is_none_or(|chunk| chunk.kind == b"IEND");
        Some(chunk.ok_or(Unscrubbable::Damaged))
    }
}

/// Reads every chunk that there is.
pub fn read(bytes: &[u8], found: &mut Found) {
    Chunks::of(bytes).map_while(Result::ok).for_each(|chunk| read_chunk(&chunk, found));
}

fn read_chunk(chunk: &Chunk, found: &mut Found) {
    if chunk.is_picture() {
        return;
    }
    let text = || match chunk.kind {
        b"tEXt" | b"zTXt" | b"iTXt" => Text::read(chunk),
        _ => None,
    };
    if chunk.kind == b"eXIf" {
        exif::read(chunk.data, found);
    } else if let Some(text) = text() {
        read_text(&text, found);
    } else {
        found.foreign = true;
    }
}

fn read_text(text: &Text, found: &mut Found) {
    let credit = match &*text.keyword {
        "Description" => Some(Field::Description),
        "Author" => Some(Field::Creator),
        "Copyright" => Some(Field::Copyright),
        _ => None,
    };
    if let Some(field) = credit {
        field.set(&mut found.comments, &text.decoded());
    } else if text.keyword == XMP {
        xmp::read(&text.value, found);
    } else if let Some(kind) = text.keyword.strip_prefix("Raw profile type ") {
        found.foreign = true;
        let profile = raw_profile(&text.value);
        match kind {
            "exif" => exif::read(&profile, found),
            "xmp" => xmp::read(&profile, found),
            "APP1" if profile.starts_with(exif::PREFIX) => exif::read(&profile, found),
            "APP1" => xmp::read(profile.splitn(2, |byte| *byte == 0).last().unwrap_or_default(), found),
            "iptc" | "8bim" if profile.starts_with(&[0x1C]) => iim::read(&profile, found),
            "iptc" | "8bim" => photoshop::read(profile.strip_prefix(photoshop::PREFIX).unwrap_or(&profile), found),
            _ => {}
        }
    } else {
        found.foreign |= !HARMLESS.contains(&&*text.keyword);
    }
}

/// A text and its keyword.
struct Text<'a> {
    keyword: String,
    value: Cow<'a, [u8]>,
    is_utf_8: bool,
}

impl<'a> Text<'a> {
    fn read(chunk: &Chunk<'a>) -> Option<Text<'a>> {
        let (keyword, rest) = split(chunk.data)?;
        let (value, is_utf_8) = match chunk.kind {
            b"tEXt" => (Cow::Borrowed(rest), false),
            b"zTXt" => (inflate(rest.get(1..)?)?, false),
            _ => {
                // Behind the method: the language, the keyword in it, and the text.
                let (_, after_language) = split(rest.get(2..)?)?;
                let (_, text) = split(after_language)?;
                (if rest[0] == 0 { Cow::Borrowed(text) } else { inflate(text)? }, true)
            }
        };
        Some(Text { keyword: decode_latin(keyword), value, is_utf_8 })
    }

    /// The standard says Latin-1 for the old chunks; many programs write UTF-8.
    fn decoded(&self) -> String {
        if self.is_utf_8 { String::from_utf8_lossy(&self.value).into_owned() } else { decode(&self.value) }
    }
}

/// What stands before a zero byte and what behind it.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(0, bytes)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

fn inflate(deflated: &[u8]) -> Option<Cow<'static, [u8]>> {
    miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(deflated, LARGEST).ok().map(Cow::Owned)
}

/// The bytes that ImageMagick and its followers write as hexadecimal digits: a name, a length and
/// the digits, each on lines of their own.
fn raw_profile(text: &[u8]) -> Vec<u8> {
    let mut lines = text.split(|byte| *byte == b'\n').skip_while(|line| line.is_empty()).skip(2);
    let digits = lines.by_ref().flatten().filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.map(|digit| digit as u8).collect();
    digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()
}

/// The file without what is private.
///
/// # Errors
///
/// Where its chunks can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    let mut walk = Chunks::of(bytes);
    let chunks: Vec<Chunk> = walk.by_ref().collect::<Result<_, _>>()?;
    let mut found = Found { foreign: walk.at < bytes.len(), ..Found::default() };
    chunks.iter().for_each(|chunk| read_chunk(chunk, &mut found));
    if found.is_clean() {
        return Ok(Cow::Borrowed(bytes));
    }
    let file = assemble(bytes, &chunks, found.orientation.unwrap_or_default(), &found.credits());
    file.map(Cow::Owned).ok_or(Unscrubbable::Damaged)
}

/// The file with credits, in place of any metadata there are.
pub fn embed(bytes: &[u8], credits: &Credits) -> Option<Vec<u8>> {
    let chunks: Vec<Chunk> = Chunks::of(bytes).collect::<Result<_, _>>().ok()?;
    assemble(bytes, &chunks, Orientation::Upright, credits)
}

/// A file of the chunks that decoders need, with fresh metadata behind the header.
fn assemble(bytes: &[u8], chunks: &[Chunk], orientation: Orientation, credits: &Credits) -> Option<Vec<u8>> {
    let (header, rest) = chunks.split_first().filter(|(first, _)| first.kind == b"IHDR")?;
    let mut file = bytes.get(..SIGNATURE)?.to_vec();
    file.extend(header.whole);
    if orientation != Orientation::Upright {
        push(&mut file, b"eXIf", &exif::write(orientation, &Credits::default()));
    }
    if !credits.is_empty() {
        push(&mut file, b"iTXt", &[XMP.as_bytes(), &[0; 5], xmp::write(credits).as_bytes()].concat());
    }
    rest.iter().filter(|chunk| chunk.is_picture()).for_each(|chunk| file.extend(chunk.whole));
    Some(file)
}

fn push(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let checked = file.len();
    file.extend(kind);
    file.extend(data);
    file.extend(crc32fast::hash(&file[checked..]).to_be_bytes());
}
