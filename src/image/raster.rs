//! Decoded pixels, and what their numbers mean.

use super::Dimensions;
use super::colour::Profile;

/// What a pixel's samples are, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Lightness.
    Grey,
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue, and how opaque; colours aren't multiplied by it.
    Rgba,
    /// Cyan, magenta, yellow and black ink: 0 is none.
    Cmyk,
}

impl Layout {
    /// Samples a pixel.
    pub fn samples(self) -> usize {
        match self {
            Layout::Grey => 1,
            Layout::Rgb => 3,
            Layout::Rgba | Layout::Cmyk => 4,
        }
    }
}

/// A picture's pixels, row by row from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    /// Pixels across and down.
    pub size: Dimensions,
    /// What each pixel is.
    pub layout: Layout,
    /// So many samples a pixel as the layout has.
    pub samples: Vec<u8>,
    /// The colours that the samples stand for.
    pub profile: Profile,
}
