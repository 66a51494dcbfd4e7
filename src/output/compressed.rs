//! Smaller copies of a file, for servers that send them as they are.
//!
//! The same bytes on every machine: no times, no names, no system in them.

use std::io::Write;

/// Below this many octets there is nothing to be gained.
const WORTHWHILE: usize = 512;

/// Near the best that Brotli can do, in a tenth of its time.
const BROTLI_QUALITY: i32 = 9;

/// The copies of a text that are smaller than itself, each with the end of its name.
pub fn compressed(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    if bytes.len() < WORTHWHILE {
        return Vec::new();
    }
    let copies = [(".br", brotli(bytes)), (".gz", gzip(bytes))];
    let smaller = |(end, copy): (&'static str, Option<Vec<u8>>)| Some((end, copy.filter(|c| c.len() < bytes.len())?));
    copies.into_iter().filter_map(smaller).collect()
}

fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut copy = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &*bytes, &mut copy, &parameters).ok()?;
    Some(copy)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let room = Vec::with_capacity(bytes.len() / 3);
    let mut encoder = flate2::GzBuilder::new().mtime(0).operating_system(255).write(room, flate2::Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn copies_are_read_back_and_are_the_same_each_time() {
        let text = "Air surut pada Minggu pagi. ".repeat(100);
        let copies = compressed(text.as_bytes());
        assert_eq!(copies, compressed(text.as_bytes()));
        let (mut from_brotli, mut from_gzip) = (String::new(), String::new());
        brotli::Decompressor::new(&*copies[0].1, 4096).read_to_string(&mut from_brotli).unwrap();
        flate2::read::GzDecoder::new(&*copies[1].1).read_to_string(&mut from_gzip).unwrap();
        assert_eq!([from_brotli, from_gzip], [text.clone(), text]);
    }

    #[test]
    fn nothing_is_kept_that_is_not_smaller() {
        assert_eq!(compressed(b"kecil"), vec![]);
        let noise: Vec<u8> = (0..40).flat_map(|i: u8| *blake3::hash(&[i]).as_bytes()).collect();
        assert_eq!(compressed(&noise), vec![]);
    }
}
