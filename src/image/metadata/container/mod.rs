//! The kinds of files that metadata stand in: where in them, and how to take them out.

mod boxes;
pub(super) mod gif;
pub(super) mod heif;
mod insert;
mod items;
pub(super) mod jpeg;
pub(super) mod movie;
pub(super) mod pdf;
pub(super) mod png;
pub(super) mod svg;
pub(super) mod tiff;
mod tracks;
pub(super) mod webp;
