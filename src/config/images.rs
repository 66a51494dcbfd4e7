//! `[images]`: which sizes pictures are made in, and how well.

use super::{Kind, KindId};
use crate::data::{Placed, Reader, Value};
use crate::diagnostic::{Code, nearest};
use crate::image::Quality;
use crate::text;

/// How pictures are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Images {
    /// Pixels across, the smallest first; a picture is never scaled up.
    pub widths: Box<[u32]>,
    /// Whether AVIF is made beside WebP and JPEG: much slower builds, and no smaller files.
    pub avif: bool,
    /// How much of a picture each encoding keeps.
    pub quality: Quality,
    /// The most pixels a picture may have: what claims more is not opened.
    pub max_pixels: u64,
    /// Whether every article gets an image for cards on social networks.
    pub share: bool,
    /// The kinds whose photos are offered as they were taken.
    pub originals: Vec<KindId>,
}

/// The most pixels across that may be asked for.
const WIDEST: u32 = 8192;
/// Kinds whose readers are the press, by default.
const FOR_THE_PRESS: [&str; 2] = ["photo-story", "press-release"];

impl Images {
    /// What holds where site.toml says nothing.
    pub(super) fn default_for(kinds: &[Kind]) -> Images {
        Images {
            widths: Box::new([480, 800, 1200, 1600]),
            avif: false,
            quality: Quality { jpeg: 80, webp: 78, avif: 60 },
            max_pixels: 100_000_000,
            share: true,
            originals: FOR_THE_PRESS.iter().filter_map(|name| kind_named(kinds, name)).collect(),
        }
    }

    /// Reads the table.
    pub(super) fn read(reader: &mut Reader<'_>, kinds: &[Kind]) -> Images {
        let standard = Images::default_for(kinds);
        let widths = widths(reader).unwrap_or(standard.widths);
        let quality = reader.table("quality", |reader| {
            let percent = |given: Option<Placed<u32>>, standard| {
                given.and_then(|given| u8::try_from(given.value).ok()).unwrap_or(standard)
            };
            Quality {
                jpeg: percent(reader.count_in("jpeg", 1..=100), standard.quality.jpeg),
                webp: percent(reader.count_in("webp", 1..=100), standard.quality.webp),
                avif: percent(reader.count_in("avif", 1..=100), standard.quality.avif),
            }
        });
        let megapixels = reader.count_in("max_megapixels", 1..=2000).map(|given| u64::from(given.value) * 1_000_000);
        let originals = reader.has("originals").then(|| originals(reader, kinds));
        Images {
            widths,
            avif: reader.bool("avif").unwrap_or(standard.avif),
            quality: quality.unwrap_or(standard.quality),
            max_pixels: megapixels.unwrap_or(standard.max_pixels),
            share: reader.bool("share").unwrap_or(standard.share),
            originals: originals.unwrap_or(standard.originals),
        }
    }
}

fn widths(reader: &mut Reader<'_>) -> Option<Box<[u32]>> {
    let entry = reader.entry("widths")?;
    let Value::Array(list) = &entry.node.value else {
        wrong_widths(reader, entry.node.span);
        return None;
    };
    let mut widths = Vec::new();
    for node in list {
        match &node.value {
            Value::Integer(width) if (16..=i64::from(WIDEST)).contains(width) => widths.push(*width as u32),
            _ => wrong_widths(reader, node.span),
        }
    }
    widths.sort_unstable();
    widths.dedup();
    (!widths.is_empty()).then(|| widths.into())
}

fn wrong_widths(reader: &mut Reader<'_>, span: crate::diagnostic::Span) {
    reader.report(
        Code::InvalidValue,
        span,
        text!(
            "`widths` harus daftar lebar dalam piksel, dari 16 sampai {WIDEST}",
            "`widths` must be a list of widths in pixels, from 16 to {WIDEST}"
        ),
        Some(text!("misalnya widths = [480, 800, 1200, 1600]", "such as widths = [480, 800, 1200, 1600]")),
    );
}

fn originals(reader: &mut Reader<'_>, kinds: &[Kind]) -> Vec<KindId> {
    let mut found = Vec::new();
    for name in reader.strings("originals") {
        match kind_named(kinds, &name.value) {
            Some(kind) => found.push(kind),
            None => {
                let written = &name.value;
                let near = nearest(written, kinds.iter().map(|kind| &*kind.name));
                reader.report(
                    Code::UnknownKind,
                    name.span,
                    text!("tidak ada jenis `{written}`", "there is no kind `{written}`"),
                    near.map(|near| text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?")),
                );
            }
        }
    }
    found
}

fn kind_named(kinds: &[Kind], name: &str) -> Option<KindId> {
    kinds.iter().position(|kind| &*kind.name == name).and_then(|index| u8::try_from(index).ok()).map(KindId)
}
