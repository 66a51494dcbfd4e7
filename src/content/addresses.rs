//! The addresses that front matter names: the document's own, and old ones.

use super::document::Named;
use crate::data::Reader;
use crate::diagnostic::Code;
use crate::path::{is_reserved_on_windows, slugify};
use crate::text;

/// The slug, if the editor chose one that can be one.
pub(super) fn slug(reader: &mut Reader<'_>) -> Option<Named> {
    let slug = reader.string("slug")?;
    refuse_controls(reader, "slug", Code::InvalidSlug);
    if *slug.value == *slugify(&slug.value) && !is_reserved_on_windows(&slug.value) {
        return Some(slug);
    }
    let written = &slug.value;
    let better = slugify(written);
    reader.report(
        Code::InvalidSlug,
        slug.span,
        text!("slug tidak dapat dipakai sebagai alamat: {written}", "this slug can't be used as an address: {written}"),
        Some(if *better == **written {
            text!(
                "nama ini milik Windows sendiri; tambahkan kata lain",
                "Windows keeps this name for itself; add another word"
            )
        } else if better.is_empty() {
            text!("pakai huruf kecil, angka, dan tanda hubung", "use small letters, digits and hyphens")
        } else {
            text!("tulis `{better}`", "write `{better}`")
        }),
    );
    None
}

/// The old addresses, as written.
pub(super) fn aliases(reader: &mut Reader<'_>) -> Vec<Named> {
    refuse_controls(reader, "aliases", Code::InvalidAlias);
    reader.strings("aliases")
}

/// A character such as NUL is left out of every text; in an address it would lead elsewhere unnoticed.
fn refuse_controls(reader: &mut Reader<'_>, key: &str, code: Code) {
    for (span, c) in reader.controls(key) {
        let number = u32::from(c);
        reader.report(
            code,
            span,
            text!(
                "`{key}` mengandung karakter kendali U+{number:04X}",
                "`{key}` holds the control character U+{number:04X}"
            ),
            Some(text!("hapus karakter itu", "remove that character")),
        );
    }
}
