//! The standards that metadata are written in, whatever file they stand in.

pub(super) mod exif;
pub(super) mod iim;
pub(super) mod photoshop;
pub(super) mod ranges;
pub(super) mod tiff;
pub(super) mod xmp;
