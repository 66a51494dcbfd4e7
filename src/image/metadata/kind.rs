//! What a file is, by what it begins with and never by its name.

use super::bytes::{be32, part};

/// A kind of file that may hold what nobody may publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Tiff,
    /// AVIF, HEIC and their relatives: items in boxes.
    Heif,
    /// MP4, QuickTime and their relatives: tracks in boxes.
    Movie,
    Svg,
    Pdf,
    /// Camera makers' own formats and others that hold such data in ways that warta doesn't know.
    Foreign,
}

/// The beginnings of files of [`Kind::Foreign`]: Fujifilm, Panasonic, Olympus (two), Sigma,
/// Canon (old), BigTIFF (two), JPEG XL (two), JPEG 2000, Photoshop.
const FOREIGN: [&[u8]; 12] = [
    b"FUJIFILMCCD-RAW",
    b"IIU\0",
    b"IIRO",
    b"IIRS",
    b"FOVb",
    b"II\x1A\0\0\0HEAPCCDR",
    b"II+\0",
    b"MM\0+",
    b"\xFF\x0A",
    b"\0\0\0\x0CJXL ",
    b"\0\0\0\x0CjP  ",
    b"8BPS",
];

/// What a file is; none if it is of no kind that warta knows to hold metadata.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Kind::Tiff),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => boxed(bytes),
        // QuickTime before there was a file type box.
        [_, _, _, _, rest @ ..]
            if [&b"moov"[..], b"mdat", b"wide", b"pnot"].iter().any(|name| rest.starts_with(name)) =>
        {
            Some(Kind::Movie)
        }
        // Readers look for the header in the first kilobyte.
        _ if memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() => Some(Kind::Pdf),
        _ if FOREIGN.iter().any(|beginning| bytes.starts_with(beginning)) => Some(Kind::Foreign),
        _ => is_svg(bytes).then_some(Kind::Svg),
    }
}

/// By the brands of the file type box.
fn boxed(bytes: &[u8]) -> Option<Kind> {
    let size = be32(bytes, 0)?;
    let brands = part(bytes, 8, size.saturating_sub(8)).unwrap_or_default();
    let has = |names: &[&[u8; 4]]| {
        let brands = brands.chunks_exact(4).enumerate().filter(|(n, _)| *n != 1);
        brands.map(|(_, brand)| brand).any(|brand| names.iter().any(|name| name.as_slice() == brand))
    };
    if has(&[b"crx ", b"jxl ", b"jp2 ", b"jpx ", b"jpm "]) {
        Some(Kind::Foreign)
    } else if has(&[b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"mif2"])
    {
        Some(Kind::Heif)
    } else {
        Some(Kind::Movie)
    }
}

/// Whether the first element is `svg`.
fn is_svg(bytes: &[u8]) -> bool {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    if first != Some(&b'<') {
        return false;
    }
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at + 1..];
        let after = match rest {
            [b'?', ..] => memchr::memmem::find(rest, b"?>"),
            [b'!', b'-', b'-', ..] => memchr::memmem::find(rest, b"-->"),
            // A document type may declare entities, each in angle brackets of its own.
            [b'!', ..] => match memchr::memchr2(b'[', b'>', rest) {
                Some(at) if rest[at] == b'[' => memchr::memmem::find(rest, b"]"),
                end => end,
            },
            _ => {
                let name = rest.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).next();
                let local = name.unwrap_or_default().rsplit(|byte| *byte == b':').next();
                return local == Some(b"svg");
            }
        };
        let Some(end) = after else { return false };
        rest = &rest[end..];
    }
    false
}
