//! MP4 and QuickTime (ISO/IEC 14496-12 and 14496-14): films, and sound alone.
//!
//! Boxes that may say where and with what a film was made become free space of the same length, so
//! that the places of pictures and sound don't change. What else a camera recorded beside them
//! (coordinates by the second, above all) is zeroed with its track.

use super::boxes::{Box, Boxes};
use super::tracks::{is_kept, samples, tells_place};
use crate::image::metadata::Unscrubbable;
use crate::image::metadata::bytes::{be32, part};
use crate::image::metadata::edits::Edits;
use crate::image::metadata::found::Found;
use std::borrow::Cow;
use std::ops::Range;

/// User data that say nothing private: names, authors, rights, languages, how a film is played.
const USER_DATA: [&[u8; 4]; 29] = [
    b"\xA9nam", b"\xA9ART", b"\xA9aut", b"\xA9cpy", b"\xA9day", b"\xA9des", b"\xA9dir", b"\xA9gen", b"\xA9inf",
    b"\xA9prd", b"\xA9swr", b"\xA9too", b"\xA9alb", b"\xA9wrt", b"titl", b"auth", b"cprt", b"desc", b"dscp", b"gnre",
    b"kind", b"name", b"perf", b"tagc", b"yrrc", b"trkn", b"hnti", b"hinf", b"free",
];

/// The same in Apple's key-value form, and what ffmpeg and Android write.
const KEYS: [&[u8]; 16] = [
    b"com.apple.quicktime.artist",
    b"com.apple.quicktime.author",
    b"com.apple.quicktime.copyright",
    b"com.apple.quicktime.creationdate",
    b"com.apple.quicktime.description",
    b"com.apple.quicktime.displayname",
    b"com.apple.quicktime.make",
    b"com.apple.quicktime.model",
    b"com.apple.quicktime.software",
    b"com.apple.quicktime.title",
    b"com.android.version",
    b"com.android.capture.fps",
    b"compatible_brands",
    b"encoder",
    b"major_brand",
    b"minor_version",
];

/// Reads what there is.
pub fn read(bytes: &[u8], found: &mut Found) {
    // What can't be read says nothing.
    let _ = edits(bytes, found);
}

/// The file without what is private.
///
/// # Errors
///
/// Where its boxes can't be told apart.
pub fn scrub(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unscrubbable> {
    Ok(edits(bytes, &mut Found::default())?.apply())
}

fn edits<'a>(bytes: &'a [u8], found: &mut Found) -> Result<Edits<'a>, Unscrubbable> {
    let mut edits = Edits::of(bytes);
    let mut has_tracks = false;
    for one in Boxes::of(bytes, 0..bytes.len()) {
        let one = one?;
        match one.kind {
            b"ftyp" | b"styp" | b"mdat" | b"moof" | b"mfra" | b"sidx" | b"ssix" | b"pdin" | b"prft" | b"wide" => {}
            b"moov" => {
                has_tracks = true;
                tracks(bytes, &one, found, &mut edits)?;
            }
            b"meta" => table(bytes, &one, found, &mut edits)?,
            _ => {
                note(one.kind, found);
                one.free(&mut edits);
            }
        }
    }
    // Without them there is no telling what the data are. Parts of a stream have them elsewhere.
    let is_part = part(bytes, 4, 4) == Some(b"styp");
    if has_tracks || is_part { Ok(edits) } else { Err(Unscrubbable::Damaged) }
}

/// Frees what is private in a file's tracks and beside them.
///
/// # Errors
///
/// Where the boxes can't be told apart.
pub fn tracks(bytes: &[u8], movie: &Box, found: &mut Found, edits: &mut Edits) -> Result<(), Unscrubbable> {
    let in_parts = Boxes::of(bytes, movie.within(0)).find(b"mvex").is_some();
    for one in Boxes::of(bytes, movie.within(0)) {
        let one = one?;
        match one.kind {
            b"mvhd" | b"mvex" | b"iods" | b"pssh" | b"ctab" => {}
            // Compressed, or a list of other files.
            b"cmov" | b"rmra" => return Err(Unscrubbable::Unsupported),
            b"udta" => user_data(bytes, &one, found, edits)?,
            b"meta" => table(bytes, &one, found, edits)?,
            b"trak" if is_kept(bytes, &one)? => track(bytes, &one, found, edits)?,
            b"trak" => {
                // Its data are spread over the parts.
                if in_parts {
                    return Err(Unscrubbable::Unsupported);
                }
                found.private.location |= tells_place(bytes, &one);
                for range in samples(bytes, &one)? {
                    if !is_data(bytes, &range) {
                        return Err(Unscrubbable::Damaged);
                    }
                    edits.zero(range);
                }
                one.free(edits);
            }
            _ => {
                note(one.kind, found);
                one.free(edits);
            }
        }
    }
    Ok(())
}

/// Whether a range lies where tracks' bytes belong.
fn is_data(bytes: &[u8], range: &Range<usize>) -> bool {
    let boxes = Boxes::of(bytes, 0..bytes.len()).filter_map(Result::ok);
    let mut data = boxes.filter(|one| one.kind == b"mdat").map(|one| one.body);
    range.is_empty() || data.any(|data| data.start <= range.start && range.end <= data.end)
}

fn track(bytes: &[u8], track: &Box, found: &mut Found, edits: &mut Edits) -> Result<(), Unscrubbable> {
    for one in Boxes::of(bytes, track.within(0)) {
        let one = one?;
        match one.kind {
            b"tkhd" | b"mdia" | b"edts" | b"tref" | b"trgr" | b"tapt" | b"load" | b"clip" | b"matt" => {}
            b"udta" => user_data(bytes, &one, found, edits)?,
            b"meta" => table(bytes, &one, found, edits)?,
            _ => one.free(edits),
        }
    }
    Ok(())
}

fn user_data(bytes: &[u8], list: &Box, found: &mut Found, edits: &mut Edits) -> Result<(), Unscrubbable> {
    for one in Boxes::of(bytes, list.within(0)) {
        let one = one?;
        if one.kind == b"meta" {
            table(bytes, &one, found, edits)?;
        } else if !USER_DATA.iter().any(|kind| kind.as_slice() == one.kind) {
            note(one.kind, found);
            one.free(edits);
        } else if one.kind == b"free" {
            one.free(edits);
        }
    }
    Ok(())
}

/// A table of values: it stays if all of them may.
fn table(bytes: &[u8], table: &Box, found: &mut Found, edits: &mut Edits) -> Result<(), Unscrubbable> {
    // In QuickTime the box has no version.
    let own = if part(bytes, table.body.start + 4, 4) == Some(b"hdlr") { 0 } else { 4 };
    let mut harmless = true;
    for one in Boxes::of(bytes, table.within(own)) {
        let one = one?;
        harmless &= match one.kind {
            b"hdlr" => true,
            b"free" => {
                part(bytes, one.body.start, one.body.len()).is_some_and(|body| body.iter().all(|byte| *byte == 0))
            }
            b"keys" => keys(bytes, &one, found)?,
            b"ilst" => values(bytes, &one, found)?,
            kind => {
                note(kind, found);
                false
            }
        };
    }
    if !harmless {
        table.free(edits);
    }
    Ok(())
}

fn keys(bytes: &[u8], list: &Box, found: &mut Found) -> Result<bool, Unscrubbable> {
    let mut harmless = true;
    for key in Boxes::of(bytes, list.within(8)) {
        let name = bytes.get(key?.body).unwrap_or_default();
        found.private.location |= memchr::memmem::find(name, b"location").is_some();
        harmless &= KEYS.contains(&name);
    }
    Ok(harmless)
}

fn values(bytes: &[u8], list: &Box, found: &mut Found) -> Result<bool, Unscrubbable> {
    let mut harmless = true;
    for value in Boxes::of(bytes, list.within(0)) {
        let kind = value?.kind;
        note(kind, found);
        // Behind keys, the names are the keys' numbers.
        let number = be32(kind, 0).is_some_and(|number| number < 0x1_0000);
        harmless &= number || USER_DATA.iter().any(|known| known.as_slice() == kind);
    }
    Ok(harmless)
}

/// What a box's name tells of what nobody may publish.
fn note(kind: &[u8], found: &mut Found) {
    found.private.location |= matches!(kind, b"\xA9xyz" | b"loci" | b"GPMF");
}
