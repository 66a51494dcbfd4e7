//! How a picture is to be turned before it is shown.

/// What must be done with the stored pixels so that up is up (EXIF 2.32, tag 274, "Orientation").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// Nothing.
    #[default]
    Upright = 1,
    /// Left and right are exchanged.
    Mirrored = 2,
    /// Half a turn.
    Half = 3,
    /// Half a turn, then left and right are exchanged: top and bottom are.
    HalfMirrored = 4,
    /// A quarter turn clockwise, then left and right are exchanged.
    RightMirrored = 5,
    /// A quarter turn clockwise: a phone held upright.
    Right = 6,
    /// A quarter turn counter-clockwise, then left and right are exchanged.
    LeftMirrored = 7,
    /// A quarter turn counter-clockwise.
    Left = 8,
}

impl Orientation {
    /// From the tag's value; none if it isn't from 1 to 8.
    pub fn from_exif(value: u32) -> Option<Orientation> {
        Some(match value {
            1 => Orientation::Upright,
            2 => Orientation::Mirrored,
            3 => Orientation::Half,
            4 => Orientation::HalfMirrored,
            5 => Orientation::RightMirrored,
            6 => Orientation::Right,
            7 => Orientation::LeftMirrored,
            8 => Orientation::Left,
            _ => return None,
        })
    }

    /// The tag's value, from 1 to 8.
    pub fn exif(self) -> u16 {
        self as u16
    }

    /// How many quarter turns clockwise are to be made, from 0 to 3; [`mirrored`](Self::mirrored)
    /// comes after.
    pub fn quarters(self) -> u8 {
        match self {
            Orientation::Upright | Orientation::Mirrored => 0,
            Orientation::RightMirrored | Orientation::Right => 1,
            Orientation::Half | Orientation::HalfMirrored => 2,
            Orientation::LeftMirrored | Orientation::Left => 3,
        }
    }

    /// Whether left and right are to be exchanged, after turning.
    pub fn mirrored(self) -> bool {
        matches!(self.exif(), 2 | 4 | 5 | 7)
    }

    /// Whether what is stored as width is shown as height.
    pub fn swaps_axes(self) -> bool {
        self.quarters() % 2 == 1
    }
}
