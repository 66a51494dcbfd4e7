//! How the site looks, as far as site.toml has a say.

use crate::colour::Colour;
use crate::data::{Placed, Reader};
use crate::diagnostic::Code;
use crate::text;

/// Reads a colour such as `#0b6e4f`; another spelling is a finding.
pub(crate) fn colour(reader: &mut Reader<'_>, key: &'static str) -> Option<Placed<Colour>> {
    let written = reader.string(key)?;
    if let Some(value) = Colour::parse(&written.value) {
        return Some(Placed { value, span: written.span });
    }
    let text = &written.value;
    reader.report(
        Code::InvalidFormat,
        written.span,
        text!("`{key}` bukan warna: {text}", "`{key}` is not a colour: {text}"),
        Some(text!(
            "tulis enam angka heksadesimal sesudah #, misalnya \"#0b6e4f\"",
            "write six hexadecimal digits after #, such as \"#0b6e4f\""
        )),
    );
    None
}
