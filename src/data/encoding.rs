//! Bytes to text: UTF-8, with or without a byte-order mark.

use crate::diagnostic::{Code, Diagnostic};
use crate::path::RelPath;
use crate::text;

/// The text of a file without its byte-order mark, and the byte at which it starts; none, with a
/// finding, if it is not UTF-8.
pub fn decode<'a>(file: &RelPath, bytes: &'a [u8], findings: &mut Vec<Diagnostic>) -> Option<(&'a str, usize)> {
    let offset = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    match std::str::from_utf8(&bytes[offset..]) {
        Ok(text) => Some((text, offset)),
        Err(error) => {
            findings.push(not_utf8(file, offset + error.valid_up_to()));
            None
        }
    }
}

fn not_utf8(file: &RelPath, at: usize) -> Diagnostic {
    let message = text!("berkas ini bukan teks UTF-8", "this file is not UTF-8 text");
    Diagnostic::new(Code::InvalidUtf8, file, at..at + 1, message).help(text!(
        "simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini",
        "save it again as UTF-8; the first broken character is here"
    ))
}
