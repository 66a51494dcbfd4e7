//! How a picture is to be turned before it is shown (EXIF 2.32, tag 274, "Orientation").

use super::Dimensions;

/// What is to be done with a picture's stored pixels so that up is up: first turned clockwise by
/// quarters, then mirrored left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Orientation {
    /// Quarter turns clockwise, from 0 to 3.
    pub quarters: u8,
    /// Whether left and right are exchanged, after turning.
    pub mirrored: bool,
}

impl Orientation {
    /// From the tag's value. What is not from 1 to 8 means nothing, as in all viewers.
    pub fn from_exif(value: u16) -> Orientation {
        let (quarters, mirrored) = match value {
            2 => (0, true),
            3 => (2, false),
            4 => (2, true),
            5 => (1, true),
            6 => (1, false),
            7 => (3, true),
            8 => (3, false),
            _ => (0, false),
        };
        Orientation { quarters, mirrored }
    }

    /// This, and then another.
    pub fn then(self, next: Orientation) -> Orientation {
        // Seen in a mirror, a clock's hand turns the other way.
        let quarters = if self.mirrored { 4 - next.quarters } else { next.quarters };
        Orientation { quarters: (self.quarters + quarters) % 4, mirrored: self.mirrored != next.mirrored }
    }

    /// The dimensions as shown of those as stored.
    pub fn apply(self, stored: Dimensions) -> Dimensions {
        match self.quarters % 2 {
            0 => stored,
            _ => Dimensions { width: stored.height, height: stored.width },
        }
    }
}
