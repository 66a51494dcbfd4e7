//! Files that are not in the newsroom, although a document names them as its own: told from what is
//! written alone.

use super::markdown::scheme;
use crate::diagnostic::Text;
use crate::text;

/// Where a file is that isn't in the newsroom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// On another server.
    Server,
    /// On the computer of whoever wrote it.
    Computer,
    /// Nowhere: its bytes are written out where its name should be.
    Written,
}

impl Elsewhere {
    /// Where a reference to a file leads; none if that may be in the newsroom.
    pub fn of(written: &str) -> Option<Elsewhere> {
        if written.starts_with("//") {
            return Some(Elsewhere::Server);
        }
        match scheme(written)?.to_ascii_lowercase().as_str() {
            "data" => Some(Elsewhere::Written),
            // A single letter is a disk.
            "file" => Some(Elsewhere::Computer),
            scheme if scheme.len() == 1 => Some(Elsewhere::Computer),
            _ => Some(Elsewhere::Server),
        }
    }

    /// What is wrong with that.
    pub fn complaint(self) -> Text {
        match self {
            Elsewhere::Server => text!(
                "gambar ini diambil dari peladen lain; alamatnya bisa berubah atau hilang",
                "this picture comes from another server; it may change or vanish"
            ),
            Elsewhere::Computer => text!(
                "gambar ini ada di komputer Anda sendiri; pembaca tidak dapat membukanya",
                "this picture is on your own computer; readers can't open it"
            ),
            Elsewhere::Written => text!(
                "gambar ini tertulis sebagai teks `data:`, bukan disimpan sebagai berkas",
                "this picture is written out as `data:` text and not kept as a file"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_address() {
        for name in ["foto.jpg", "../foto.jpg", "/unit/logo.png", "foto 10:30.jpg", "صورة.jpg", ""] {
            assert_eq!(Elsewhere::of(name), None, "{name}");
        }
        for (address, place) in [
            ("https://contoh.go.id/foto.jpg", Elsewhere::Server),
            ("//contoh.go.id/foto.jpg", Elsewhere::Server),
            ("C:\\Users\\foto.jpg", Elsewhere::Computer),
            ("FILE:///home/foto.jpg", Elsewhere::Computer),
            ("data:image/png;base64,AAAA", Elsewhere::Written),
        ] {
            assert_eq!(Elsewhere::of(address), Some(place), "{address}");
        }
    }
}
