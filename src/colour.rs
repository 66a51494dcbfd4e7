//! Colours of the web: what they are written as, how well one is read on another, and the nearest shade
//! that is. Knows nothing of themes and settings.

use std::fmt;

/// A colour of sRGB, as CSS writes it: `#0b6e4f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// A colour in OKLab, the space in which equal steps look equal (Björn Ottosson, 2020).
#[derive(Clone, Copy)]
struct Lab {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };

    /// Reads `#rrggbb` or `#rgb`; none for any other spelling.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits: Vec<u8> =
            text.strip_prefix('#')?.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        match *digits.as_slice() {
            [r, g, b] => Some(Colour { red: r * 17, green: g * 17, blue: b * 17 }),
            [r, s, g, h, b, c] => Some(Colour { red: r * 16 + s, green: g * 16 + h, blue: b * 16 + c }),
            _ => None,
        }
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The shade nearest to this one, of the same hue, whose contrast with `ground` is `ratio` or more:
    /// darker on a light ground, lighter on a dark one. Where there is none, black or white.
    #[must_use]
    pub fn legible_on(self, ground: Colour, ratio: f64) -> Colour {
        /// Into how many steps lightness is cut: finer than an eye tells apart.
        const STEPS: u32 = 400;
        if self.contrast(ground) >= ratio {
            return self;
        }
        let own = self.lab();
        let end = if ground.luminance() > 0.18 { 0.0 } else { 1.0 };
        let shade = |step: u32| {
            let way = f64::from(step) / f64::from(STEPS);
            Colour::nearest(Lab { lightness: own.lightness + (end - own.lightness) * way, ..own })
        };
        (1..=STEPS).map(shade).find(|shade| shade.contrast(ground) >= ratio).unwrap_or_else(|| shade(STEPS))
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue as amounts of light (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn lab(self) -> Lab {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        Lab {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        }
    }

    /// The colour of sRGB for one of OKLab; what a screen can't show loses of its strength, not its hue.
    fn nearest(lab: Lab) -> Colour {
        let strengths = (0..=50).rev().map(|strength| f64::from(strength) / 50.0);
        let shown = |linear: &[f64; 3]| linear.iter().all(|part| (-0.000_1..=1.000_1).contains(part));
        let linear = strengths.map(|strength| light(lab, strength)).find(shown).unwrap_or([lab.lightness.powi(3); 3]);
        let [red, green, blue] = linear.map(|part| {
            let part = part.clamp(0.0, 1.0);
            let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (part * 255.0).round() as u8
        });
        Colour { red, green, blue }
    }
}

/// Amounts of red, green and blue light of a colour whose strength is a part of what it was.
fn light(lab: Lab, strength: f64) -> [f64; 3] {
    let (lightness, a, b) = (lab.lightness, lab.a * strength, lab.b * strength);
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_read_and_written() {
        for text in ["#000000", "#0b6e4f", "#ffffff"] {
            assert_eq!(colour(text).to_string(), text);
        }
        assert_eq!(colour("#0Bf").to_string(), "#00bbff");
        for text in ["", "#", "0b6e4f", "#0b6e4", "#0b6e4g", "#0b6e4f00", "green", "#ééé"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(colour("#000").contrast(Colour::WHITE), 21.0);
        assert_eq!(colour("#0b6e4f").contrast(colour("#0b6e4f")), 1.0);
        // The grey that is just enough on white, and the one that is not.
        assert!(colour("#767676").contrast(Colour::WHITE) >= 4.5);
        assert!(colour("#777777").contrast(Colour::WHITE) < 4.5);
    }

    #[test]
    fn a_colour_comes_back_from_its_other_space() {
        for text in ["#000000", "#ffffff", "#0b6e4f", "#ff0000", "#00ff00", "#0000ff", "#7ed0c1"] {
            assert_eq!(Colour::nearest(colour(text).lab()).to_string(), text);
        }
    }

    #[test]
    fn the_nearest_legible_shade_is_legible_and_near() {
        let dark = colour("#14181a");
        for text in ["#0b6e4f", "#ff0000", "#ffff00", "#0000ff", "#808080", "#000000", "#ffffff", "#d81b60"] {
            for (ground, ratio) in [(Colour::WHITE, 4.5), (dark, 4.5), (dark, 7.0)] {
                let shade = colour(text).legible_on(ground, ratio);
                assert!(shade.contrast(ground) >= ratio, "{text} on {ground}: {shade}");
                let little = shade == colour(text) || shade.contrast(ground) < ratio + 0.35;
                assert!(little, "{text} on {ground}: {shade} is further off than need be");
            }
        }
        assert_eq!(colour("#0b6e4f").legible_on(Colour::WHITE, 4.5), colour("#0b6e4f"));
        // Where nothing is enough, the end of the way.
        assert_eq!(colour("#808080").legible_on(colour("#808080"), 15.0), colour("#000000"));
    }
}
