//! Scans, drawings and documents.

use super::blocks::{resources, xmp};
use super::boxes::dirty_avif;
use super::dirty_jpeg;
use super::tiff::{Directory, Value, tiff};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The pixels of the scan's two pages.
pub const PAGES: [&[u8]; 2] = [b"halaman satu", b"halaman dua."];

/// A scan of two pages.
pub fn plain_tiff(little: bool) -> Vec<u8> {
    let page = |n: usize, next| Directory { entries: page(n, Vec::new()), next };
    tiff(little, &page(0, Some(Box::new(page(1, None)))))
}

fn page(n: usize, further: Vec<(u16, Value)>) -> Vec<(u16, Value)> {
    let mut entries = vec![
        (0x00FE, Value::Long(2)),
        (0x0100, Value::Short(4)),
        (0x0101, Value::Short(3)),
        (0x0102, Value::Short(8)),
        (0x0103, Value::Short(1)),
        (0x0106, Value::Short(1)),
        (0x0111, Value::Elsewhere(PAGES[n].to_vec())),
        (0x0112, Value::Short(6)),
        (0x0115, Value::Short(1)),
        (0x0116, Value::Short(3)),
        (0x0117, Value::Long(12)),
        (0x011A, Value::Rationals(vec![(300, 1)])),
    ];
    entries.extend(further);
    entries.sort_by_key(|(tag, _)| *tag);
    entries
}

/// A photo as a camera and a desk save it without loss: two pages, a thumbnail between them, a
/// smaller picture below the first.
pub fn dirty_tiff(little: bool) -> Vec<u8> {
    let small = || {
        vec![(0x00FE, Value::Long(1)), (0x0111, Value::Elsewhere(b"gambar kecil".to_vec())), (0x0117, Value::Long(12))]
    };
    let gps = Directory { entries: vec![(0x0002, Value::Rationals(vec![(7, 1), (48, 1), (504, 100)]))], next: None };
    let exif = Directory {
        entries: vec![
            (0x9003, Value::Text("2026:09:01 14:00:00")),
            (0x927C, Value::Bytes(b"catatan pabrik".to_vec())),
            (0xA430, Value::Text("Pemilik Kamera")),
            (0xA431, Value::Text("SN-5550-1234")),
        ],
        next: None,
    };
    let further = vec![
        (0x010E, Value::Text("Keterangan dari TIFF")),
        (0x013C, Value::Text("Pemilik Kamera")),
        (0x014A, Value::Directory(Directory { entries: small(), next: None })),
        (0x02BC, Value::Bytes(xmp().into_bytes())),
        (0x8649, Value::Bytes(resources())),
        (0x8769, Value::Directory(exif)),
        (0x8825, Value::Directory(gps)),
        (0xC62F, Value::Text("SN-5550-1234")),
    ];
    let last = Directory { entries: page(1, Vec::new()), next: None };
    let thumbnail = Directory { entries: small(), next: Some(Box::new(last)) };
    let mut file = tiff(little, &Directory { entries: page(0, further), next: Some(Box::new(thumbnail)) });
    file.extend(b"sisa rahasia");
    file
}

/// A drawing with photos and metadata in it, as drawing programs write them.
pub fn dirty_svg() -> Vec<u8> {
    let photo = STANDARD.encode(dirty_jpeg(1));
    let (first, second) = photo.split_at(76);
    let other = STANDARD.encode(dirty_avif(b"avif", false)).replace('+', "%2B");
    format!(
        r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY ns "http://contoh">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="8" height="6"
  inkscape:export-filename="/home/Pemilik Kamera/peta.png">
 <metadata id="a">{xmp}</metadata>
 <image xlink:href="data:image/jpeg;base64,{first}&#10;
{second}" sodipodi:absref="/home/Pemilik Kamera/foto.jpg"/>
 <rect style="fill:url(data:image/avif;base64,{other})"/>
 <i:pgf id="b">SN-5550-1234</i:pgf>
</svg>
"##,
        xmp = xmp(),
    )
    .into_bytes()
}

/// A document with a photo and packets in it.
pub fn dirty_pdf(signed: bool) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n1 0 obj\n<< /Type /XObject /Subtype /Image /Filter /DCTDecode >>\nstream\r\n".to_vec();
    file.extend(dirty_jpeg(1));
    file.extend(b"\nendstream\nendobj\n2 0 obj\n<< /Type /Metadata /Subtype /XML >>\nstream\n");
    file.extend(xmp().as_bytes());
    file.extend(b"\nendstream\nendobj\n");
    if signed {
        file.extend(b"3 0 obj\n<< /Type /Sig /ByteRange [0 10 20 30] >>\nendobj\n");
    }
    file.extend(b"%%EOF\n");
    file
}
