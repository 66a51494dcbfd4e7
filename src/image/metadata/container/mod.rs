//! The kinds of files that metadata stand in: where in them, and how to take them out.

pub(super) mod gif;
pub(super) mod jpeg;
pub(super) mod png;
pub(super) mod webp;
