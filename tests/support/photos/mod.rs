//! Pictures full of what nobody may publish, one of each kind of file, made from nothing.
//!
//! The coordinates, serial numbers, names, notes and small pictures are invented; [`SECRETS`] lists
//! their bytes, so that a test can look for them in whatever was made of a file.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "nothing is made of input")]

pub mod blocks;
pub mod boxes;
pub mod documents;
pub mod tiff;

use blocks::*;

/// The bytes of everything private, in either byte order.
pub const SECRETS: [&[u8]; 10] = [
    &[0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0, 48],
    &[7, 0, 0, 0, 1, 0, 0, 0, 48, 0, 0, 0],
    b"48.084",
    b"-7.8014",
    b"SN-5550-1234",
    b"Pemilik Kamera",
    b"catatan pabrik",
    b"gambar kecil",
    b"sisa rahasia",
    b"film pendek",
];

/// A photo of one colour as JPEG, 16 by 8: JFIF, tables, one scan.
pub fn plain_jpeg() -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut file, 90);
    let pixels: Vec<u8> = (0..16 * 8).flat_map(|n| [n as u8, 120, 200]).collect();
    encoder.encode(&pixels, 16, 8, jpeg_encoder::ColorType::Rgb).unwrap();
    file
}

/// A JPEG with segments behind its first marker, and something behind its end.
pub fn jpeg(segments: &[(u8, Vec<u8>)], trailer: &[u8]) -> Vec<u8> {
    let plain = plain_jpeg();
    let mut file = plain[..2].to_vec();
    for (marker, payload) in segments {
        file.extend([0xFF, *marker]);
        file.extend((payload.len() as u16 + 2).to_be_bytes());
        file.extend(payload);
    }
    file.extend(&plain[2..]);
    file.extend(trailer);
    file
}

/// A JPEG as a phone and a newsroom's desk leave it.
pub fn dirty_jpeg(orientation: u16) -> Vec<u8> {
    let thumbnail = [b"JFIF\0\x01\x02\0\0\x01\0\x01\x04\x01".as_slice(), b"gambar kecil"].concat();
    let segments = [
        (0xE0, thumbnail),
        (0xE1, [b"Exif\0\0", exif(false, orientation).as_slice()].concat()),
        (0xE1, [b"http://ns.adobe.com/xap/1.0/\0", xmp().as_bytes()].concat()),
        (0xE1, extended_xmp()),
        (0xE2, [b"MPF\0".as_slice(), b"catatan pabrik"].concat()),
        (0xE2, b"ICC_PROFILE\0\x01\x01profil warna".to_vec()),
        (0xE3, b"catatan pabrik".to_vec()),
        (0xEB, b"JP\0\x01\0\0\0\x01catatan pabrik".to_vec()),
        (0xED, [b"Photoshop 3.0\0".as_slice(), &resources()].concat()),
        (0xFE, b"SN-5550-1234".to_vec()),
    ];
    jpeg(&segments, &[plain_jpeg().as_slice(), b"film pendek"].concat())
}

/// A PNG with chunks behind its header.
pub fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut push = |kind: &[u8; 4], data: &[u8]| {
        file.extend((data.len() as u32).to_be_bytes());
        let body = [kind.as_slice(), data].concat();
        file.extend(&body);
        file.extend(crc32fast::hash(&body).to_be_bytes());
    };
    push(b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
    chunks.iter().for_each(|(kind, data)| push(kind, data));
    push(b"IDAT", &deflate(&[0, 200, 30, 30, 30, 200, 30]));
    push(b"IEND", &[]);
    file
}

/// A PNG as a phone's editor and ImageMagick leave it.
pub fn dirty_png(orientation: u16) -> Vec<u8> {
    let raw = |kind: &str, data: &[u8]| {
        let hex: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = format!("\n{kind}\n{:8}\n{hex}\n", data.len());
        [format!("Raw profile type {kind}\0\0").as_bytes(), &deflate(text.as_bytes())].concat()
    };
    let compressed = [b"Catatan\0\x01\0id\0\0".as_slice(), &deflate(b"SN-5550-1234")].concat();
    let mut file = png(&[
        (b"eXIf", exif(true, orientation)),
        (b"zTXt", raw("exif", &[b"Exif\0\0", exif(false, 1).as_slice()].concat())),
        (b"zTXt", raw("iptc", &resources())),
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", xmp().as_bytes()].concat()),
        (b"iTXt", compressed),
        (b"tEXt", b"Comment\0Pemilik Kamera".to_vec()),
        (b"tIME", vec![7, 230, 9, 1, 14, 0, 0]),
        (b"caBX", b"catatan pabrik".to_vec()),
    ]);
    file.extend(b"film pendek");
    file
}

/// A WebP of one colour, 8 by 6, without loss and without alpha.
pub const WEBP_LOSSLESS: &[u8] = b"RIFF\x22\0\0\0WEBPVP8L\x16\x00\x00\x00\x2F\x07\x40\x01\x00\x07\x50\x8F\x22\xD7\xA3\xFF\x01\x80\x20\xFC\x6F\x9B\x88\xE8\x7F\x08";

/// The same with loss.
pub const WEBP_LOSSY: &[u8] = b"RIFF\x36\0\0\0WEBPVP8 \x2A\x00\x00\x00\x90\x01\x00\x9D\x01\x2A\x08\x00\x06\x00\x02\xC0\x4C\x25\xA0\x02\x74\xBA\x00\x03\x98\x00\xFE\xED\x90\x3F\x88\x5D\xEC\x6D\xBF\xFC\xF4\xCF\xEB\x6F\xE3\xFF\x19\x00\x00\x00";

/// A WebP as a phone's messenger leaves it.
pub fn dirty_webp(orientation: u16) -> Vec<u8> {
    let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut push = |kind: &[u8; 4], data: &[u8]| {
        file.extend(kind);
        file.extend((data.len() as u32).to_le_bytes());
        file.extend(data);
        file.resize(file.len().next_multiple_of(2), 0);
    };
    push(b"VP8X", &[0x0C, 0, 0, 0, 7, 0, 0, 5, 0, 0]);
    push(b"VP8L", &WEBP_LOSSLESS[20..]);
    push(b"EXIF", &exif(true, orientation));
    push(b"XMP ", xmp().as_bytes());
    push(b"ABCD", b"catatan pabrik");
    let length = file.len() as u32 - 8;
    file[4..8].copy_from_slice(&length.to_le_bytes());
    file.extend(b"film pendek");
    file
}

/// A GIF of one colour, 8 by 6.
pub const GIF: &[u8] = b"GIF87a\x08\0\x06\0\x81\0\0\xC8\x1E\x1E\0\0\0\0\0\0\0\0\0\x2C\0\0\0\0\x08\0\x06\0\0\x08\x0E\0\x01\x08\x1C\x48\xB0\xA0\xC1\x83\x08\x13\x0E\x0C\x08\0\x3B";

/// A GIF with blocks before its picture.
pub fn gif(blocks: &[u8]) -> Vec<u8> {
    [&GIF[..25], blocks, &GIF[25..]].concat()
}

/// A GIF as a drawing program leaves it, with a loop.
pub fn dirty_gif() -> Vec<u8> {
    let mut blocks = b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0".to_vec();
    blocks.extend(b"\x21\xFE\x0CSN-5550-1234\0");
    blocks.extend(b"\x21\xFF\x0BCATATAN 1.0\x0Ecatatan pabrik\0");
    blocks.extend(b"\x21\xFF\x0BXMP DataXMP");
    blocks.extend(xmp().as_bytes());
    blocks.push(1);
    blocks.extend((0..=255u8).rev());
    blocks.push(0);
    let mut file = gif(&blocks);
    file.extend(b"film pendek");
    file
}

/// Every kind of file, by the extension that it should have.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("jpg", dirty_jpeg(6)),
        ("png", dirty_png(6)),
        ("webp", dirty_webp(6)),
        ("gif", dirty_gif()),
        ("tif", documents::dirty_tiff(true)),
        ("avif", boxes::dirty_avif(b"avif", false)),
        ("heic", boxes::dirty_avif(b"heic", false)),
        ("mp4", boxes::dirty_film()),
        ("svg", documents::dirty_svg()),
        ("pdf", documents::dirty_pdf(false)),
    ]
}

fn deflate(data: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(data, 6)
}
