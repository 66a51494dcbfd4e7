//! Turning a picture so that up is up.

use super::{Dimensions, Orientation};

/// What is to be done with a picture's stored pixels: first turned clockwise by quarters, then
/// mirrored left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Turn {
    /// Quarter turns clockwise, from 0 to 3.
    pub quarters: u8,
    /// Whether left and right are exchanged, after turning.
    pub mirrored: bool,
}

impl From<Orientation> for Turn {
    fn from(orientation: Orientation) -> Turn {
        Turn { quarters: orientation.quarters(), mirrored: orientation.mirrored() }
    }
}

impl Turn {
    /// This, and then another.
    pub fn then(self, next: Turn) -> Turn {
        // Seen in a mirror, a clock's hand turns the other way.
        let quarters = if self.mirrored { 4 - next.quarters } else { next.quarters };
        Turn { quarters: (self.quarters + quarters) % 4, mirrored: self.mirrored != next.mirrored }
    }

    /// What undoes this.
    pub fn inverse(self) -> Turn {
        // A mirrored turn is a mirror along some axis, which undoes itself.
        let quarters = if self.mirrored { self.quarters } else { (4 - self.quarters) % 4 };
        Turn { quarters, ..self }
    }

    /// The dimensions after it.
    pub fn dimensions(self, before: Dimensions) -> Dimensions {
        match self.quarters % 2 {
            0 => before,
            _ => Dimensions { width: before.height, height: before.width },
        }
    }

    /// Where a part of a picture lies after it: left and upper edge, and size.
    pub fn area(self, (x, y): (u32, u32), part: Dimensions, whole: Dimensions) -> ((u32, u32), Dimensions) {
        let (right, bottom) = (whole.width - x - part.width, whole.height - y - part.height);
        let (x, y) = match self.quarters {
            0 => (x, y),
            1 => (bottom, x),
            2 => (right, bottom),
            _ => (y, right),
        };
        let (part, whole) = (self.dimensions(part), self.dimensions(whole));
        (if self.mirrored { (whole.width - x - part.width, y) } else { (x, y) }, part)
    }

    /// Pixels of so many samples each, after it.
    pub fn pixels<const N: usize>(self, before: &[[u8; N]], size: Dimensions) -> Vec<[u8; N]> {
        let (width, height) = (size.width as usize, size.height as usize);
        let turned = self.dimensions(size);
        // The first pixel afterwards, and the steps to the one to its right and to the one below.
        let (width_step, height_step) = (1, width as isize);
        let (start, right, down) = match self.quarters {
            0 => (0, width_step, height_step),
            1 => (width * (height - 1), -height_step, width_step),
            2 => (width * height - 1, -width_step, -height_step),
            _ => (width - 1, height_step, -width_step),
        };
        let across = turned.width as isize;
        let (start, right) =
            if self.mirrored { (start as isize + right * (across - 1), -right) } else { (start as isize, right) };
        let mut after = Vec::with_capacity(before.len());
        for y in 0..turned.height as isize {
            let row = start + down * y;
            after.extend((0..across).map(|x| before[(row + right * x) as usize]));
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const F: Dimensions = Dimensions { width: 2, height: 3 };
    const LETTER: [[u8; 1]; 6] = [[1], [2], [3], [4], [5], [6]];

    fn exif(value: u32) -> Turn {
        Orientation::from_exif(value).map(Turn::from).expect("from 1 to 8")
    }

    fn all() -> impl Iterator<Item = Turn> {
        (1..=8).map(exif)
    }

    #[test]
    fn each_value_of_the_tag_turns_as_the_standard_says() {
        let turned = |value| exif(value).pixels(&LETTER, F).concat();
        assert_eq!(turned(1), [1, 2, 3, 4, 5, 6]);
        assert_eq!(turned(2), [2, 1, 4, 3, 6, 5]);
        assert_eq!(turned(3), [6, 5, 4, 3, 2, 1]);
        assert_eq!(turned(4), [5, 6, 3, 4, 1, 2]);
        assert_eq!(turned(5), [1, 3, 5, 2, 4, 6]);
        assert_eq!(turned(6), [5, 3, 1, 6, 4, 2]);
        assert_eq!(turned(7), [6, 4, 2, 5, 3, 1]);
        assert_eq!(turned(8), [2, 4, 6, 1, 3, 5]);
    }

    #[test]
    fn turns_are_undone_and_joined() {
        for one in all() {
            let once = one.pixels(&LETTER, F);
            assert_eq!(one.inverse().pixels(&once, one.dimensions(F)), LETTER, "{one:?}");
            for two in all() {
                let twice = two.pixels(&once, one.dimensions(F));
                assert_eq!(one.then(two).pixels(&LETTER, F), twice, "{one:?} {two:?}");
            }
        }
    }

    #[test]
    fn a_part_is_where_its_pixels_are() {
        let part = Dimensions { width: 1, height: 2 };
        for turn in all() {
            let ((x, y), size) = turn.area((1, 0), part, F);
            let (turned, whole) = (turn.pixels(&LETTER, F), turn.dimensions(F));
            let mut found: Vec<u8> = (y..y + size.height)
                .flat_map(|y| (x..x + size.width).map(move |x| (x, y)))
                .map(|(x, y)| turned[(y * whole.width + x) as usize][0])
                .collect();
            found.sort_unstable();
            assert_eq!(found, [2, 4], "{turn:?}");
        }
    }
}
