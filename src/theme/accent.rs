//! The accent: one colour of a theme that site.toml may set, with its shade for the dark.
//!
//! A theme says in `[accent]` of its theme.toml on which grounds it shows the accent as text, and in
//! which style sheet. The chosen colour must be read on the light ground as it is; for the dark one warta
//! finds a lighter shade. Both come into the page by a rule at the end of that sheet, since the policy for
//! pages allows no inline style.

use crate::colour::Colour;
use crate::config;
use crate::data::{Placed, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::path::RelPath;
use crate::text;

/// The contrast of text with its ground (WCAG 2.2, 1.4.3).
const ENOUGH: f64 = 4.5;
/// The contrast of the shade for the dark (WCAG 2.2, 1.4.6): it is ours to choose, so it is the better one.
const BETTER: f64 = 7.0;

/// Where a theme shows its accent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The style sheet that gets the colour, by its path below assets/.
    sheet: Box<str>,
    /// The darkest of the light grounds behind text in the accent.
    light: Colour,
    /// The lightest of the dark grounds; none for a theme without a dark mode.
    dark: Option<Colour>,
}

impl Grounds {
    /// Reads `[accent]` of a theme.toml; none where it lacks the light ground, which is a finding.
    pub fn read(reader: &mut Reader<'_>) -> Option<Grounds> {
        let sheet = reader.text("sheet").unwrap_or_else(|| "style.css".into());
        let light = config::colour(reader, "light");
        let dark = config::colour(reader, "dark");
        if light.is_none() && !reader.has("light") {
            reader.missing("light = \"#ffffff\"");
        }
        Some(Grounds { sheet, light: light?.value, dark: dark.map(|dark| dark.value) })
    }
}

/// The accent of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The colour as it was chosen.
    pub light: Colour,
    /// Its shade on dark grounds.
    dark: Option<Colour>,
    sheet: Box<str>,
}

impl Accent {
    /// The accent that site.toml chose, for a theme with these grounds. A colour that can't be read is a
    /// finding at its place.
    pub fn new(chosen: &Placed<Colour>, grounds: Option<&Grounds>, findings: &mut Vec<Diagnostic>) -> Option<Accent> {
        let (colour, file) = (chosen.value, RelPath::new(config::FILE));
        let Some(grounds) = grounds else {
            let message = text!("tema ini tidak punya warna aksen", "this theme has no accent");
            findings.push(Diagnostic::new(Code::InvalidValue, &file, chosen.span, message).help(text!(
                "hapus kunci ini, atau tulis [accent] di theme.toml",
                "remove the key, or write [accent] in theme.toml"
            )));
            return None;
        };
        let contrast = colour.contrast(grounds.light);
        if contrast < ENOUGH {
            let nearest = colour.legible_on(grounds.light, ENOUGH);
            let ground = grounds.light;
            // Cut, not rounded: 4.49 is not 4.5.
            let (ratio, comma) = (ratio(contrast), ratio(contrast).replace('.', ","));
            let message = text!(
                "warna aksen {colour} sukar dibaca: kontrasnya dengan latar {ground} hanya {comma}, padahal perlu 4,5",
                "the accent {colour} is hard to read: its contrast with the ground {ground} is {ratio}, and 4.5 is needed"
            );
            findings.push(Diagnostic::new(Code::AccentContrast, &file, chosen.span, message).help(text!(
                "pakai warna yang lebih gelap; yang terdekat \"{nearest}\"",
                "take a darker colour; the nearest is \"{nearest}\""
            )));
        }
        let dark = grounds.dark.map(|ground| colour.legible_on(ground, BETTER));
        Some(Accent { light: colour, dark, sheet: grounds.sheet.clone() })
    }

    /// The rule that sets it at the end of a style sheet; empty for another sheet than the theme's.
    pub fn rule(&self, sheet: &str) -> String {
        if *self.sheet != *sheet {
            return String::new();
        }
        let mut rule = format!("@media screen{{:root{{--accent:{}}}}}\n", self.light);
        if let Some(dark) = self.dark {
            rule += &format!("@media screen and (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n");
        }
        rule
    }
}

/// A ratio with two decimals, cut.
fn ratio(contrast: f64) -> String {
    format!("{:.2}", (contrast * 100.0).floor() / 100.0)
}
