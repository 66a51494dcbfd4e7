//! How feeds are made: how long they are, who is told of news in them, what stands for them.

use super::read::{LISTED, web_address};
use crate::data::{Placed, Reader};
use crate::diagnostic::Code;
use crate::image::Dimensions;
use crate::text;

/// The most pixels across of a picture that stands for a channel (RSS 2.0).
pub(crate) const IMAGE_WIDTH: u32 = 144;
/// The most pixels down.
pub(crate) const IMAGE_HEIGHT: u32 = 400;

/// How feeds are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feeds {
    /// Articles in a feed, and on a page of a JSON feed's archive.
    pub limit: u32,
    /// The WebSub hub that tells subscribers of news.
    pub hub: Option<Box<str>>,
    /// The small picture that stands for the newsroom, a path within static/ and where it is written;
    /// none for the publisher's logo.
    pub image: Option<Placed<Box<str>>>,
    /// Whether `index.json` stands beside each article.
    pub data: bool,
}

impl Default for Feeds {
    fn default() -> Self {
        Feeds { limit: 20, hub: None, image: None, data: true }
    }
}

impl Feeds {
    pub(super) fn read(reader: &mut Reader<'_>, addresses: &mut Vec<Placed<Box<str>>>) -> Feeds {
        let usual = Feeds::default();
        Feeds {
            limit: reader.count_in("limit", LISTED).map_or(usual.limit, |limit| limit.value),
            hub: web_address(reader, "hub"),
            image: image(reader, addresses),
            data: reader.bool("data").unwrap_or(usual.data),
        }
    }
}

/// Whether a picture is of a kind that RSS lets stand for a channel.
pub(crate) fn is_plain_picture(path: &str) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default();
    ["png", "jpg", "jpeg", "gif"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// Whether a picture is no larger than RSS lets one be that stands for a channel.
pub(crate) fn is_small_enough(size: Dimensions) -> bool {
    size.width <= IMAGE_WIDTH && size.height <= IMAGE_HEIGHT
}

fn image(reader: &mut Reader<'_>, addresses: &mut Vec<Placed<Box<str>>>) -> Option<Placed<Box<str>>> {
    let written = reader.string("image")?;
    let inside = written.value.starts_with('/') && !written.value.starts_with("//");
    if inside && is_plain_picture(&written.value) {
        addresses.push(written.clone());
        return Some(written);
    }
    let path = &written.value;
    reader.report(
        Code::InvalidFormat,
        written.span,
        text!("`image` tidak dapat dipakai umpan: {path}", "feeds can't use this `image`: {path}"),
        Some(text!(
            "simpan gambar PNG, JPEG, atau GIF di static/, lalu tulis image = \"/lambang.png\"",
            "put a PNG, JPEG or GIF picture into static/ and write image = \"/logo.png\""
        )),
    );
    None
}
