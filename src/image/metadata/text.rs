//! Text as cameras, agencies and drawing programs leave it in files, made fit to be read.

/// What Windows-1252 has where Latin-1 has control characters; `\0` where it has nothing.
const WINDOWS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/// What cameras and programs write where a caption belongs.
const PLACEHOLDERS: [&str; 18] = [
    "casio computer co.,ltd",
    "casio computer co.,ltd.",
    "charset=ascii",
    "default",
    "digital camera",
    "exif_jpeg_picture",
    "hdr",
    "image",
    "jpeg",
    "konica minolta digital camera",
    "minolta digital camera",
    "olympus digital camera",
    "photo",
    "picture",
    "screenshot",
    "sony dsc",
    "untitled",
    "unknown",
];

/// UTF-8 if it is that, else Latin-1 in the variant of Windows.
pub(super) fn decode(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| decode_latin(bytes), str::to_owned)
}

/// Latin-1, in the variant of Windows: programs that say the former write the latter.
pub(super) fn decode_latin(bytes: &[u8]) -> String {
    let decode = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or_default(),
        _ => char::from(*byte),
    };
    bytes.iter().map(decode).collect()
}

/// One line without control characters and space around it.
pub(super) fn clean(text: &str) -> Box<str> {
    let kept = text.replace("\r\n", " ");
    let kept = kept.chars().filter_map(|c| match c {
        '\n' | '\r' | '\t' => Some(' '),
        // XML has no way to write the last two.
        c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}') => None,
        c => Some(c),
    });
    kept.collect::<String>().trim().into()
}

/// Whether a caption says nothing: the camera or a program wrote it.
pub(super) fn is_placeholder(caption: &str) -> bool {
    let lower = caption.to_lowercase();
    let kenox = lower.starts_with('<') && lower.ends_with('>');
    kenox || lower.starts_with("kodak ") && lower.ends_with(" camera") || PLACEHOLDERS.contains(&lower.as_str())
}

/// At most so many characters: whole words if there are any, and an ellipsis.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let words = cut.rfind(' ').filter(|space| space * 2 > cut.len()).map_or(cut.as_str(), |space| &cut[..space]);
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':']))
}

/// The longest beginning that has at most so many bytes and ends with a whole character.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf_8_or_latin_1() {
        assert_eq!(decode("Café “Tugu”".as_bytes()), "Café “Tugu”");
        assert_eq!(decode(b"Caf\xE9 \x93Tugu\x94"), "Café “Tugu”");
    }

    #[test]
    fn text_is_one_line() {
        assert_eq!(&*clean(" Baris\r\nkedua\0\u{7}\t.\u{FEFF} "), "Baris kedua .");
    }

    #[test]
    fn a_cameras_name_is_no_caption() {
        for text in ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "<KENOX S630  / Samsung S630>", "Kodak Digital Still Camera"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        assert!(!is_placeholder("Wali Kota membuka Pasar Digital Camera"));
    }

    #[test]
    fn long_text_is_cut_between_words() {
        assert_eq!(shorten("Warga, pedagang", 20), "Warga, pedagang");
        assert_eq!(shorten("Warga kota, pedagang", 14), "Warga kota…");
        assert_eq!(shorten("Sesampainyadisanalah", 6), "Sesam…");
        assert_eq!(beginning("kué", 3), "ku");
    }
}
