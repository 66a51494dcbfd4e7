//! The kinds of files that metadata stand in: where in them, and how to take them out.
//!
//! They are walked here and not by a library's reader: what is published must be told from what
//! surrounds it to the byte, a broken file from a whole one, and most bytes must never move.

mod boxes;
pub(super) mod gif;
pub(super) mod heif;
mod insert;
pub(super) mod items;
pub(super) mod jpeg;
pub(super) mod movie;
pub(super) mod pdf;
pub(super) mod png;
pub(super) mod svg;
pub(super) mod tiff;
mod tracks;
pub(super) mod webp;
