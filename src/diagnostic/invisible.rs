//! Characters that nobody sees: they come along when text is copied from a word processor, a PDF or a chat.

use super::Text;
use crate::text;

/// What a character is called that nobody sees, or that nobody can tell from a common blank.
pub fn invisible(c: char) -> Option<Text> {
    let (id, en) = match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ("spasi tak-putus", "a no-break space"),
        '\u{200b}' | '\u{2060}' | '\u{feff}' => ("spasi tanpa lebar", "a space without width"),
        '\u{ad}' => ("tanda hubung lunak", "a soft hyphen"),
        '\u{200c}' | '\u{200d}' => ("penyambung tanpa lebar", "a joiner without width"),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("penanda arah tulisan", "a mark for the direction of writing")
        }
        '\u{2000}'..='\u{200a}' | '\u{3000}' => ("spasi khusus", "a special space"),
        _ => return None,
    };
    let code = u32::from(c);
    Some(text!("{id} (U+{code:04X})", "{en} (U+{code:04X})"))
}
