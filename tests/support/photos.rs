//! Photos as cameras write them, made here.

use jpeg_encoder::{ColorType, Encoder};
use std::sync::LazyLock;

/// Where the camera stood, in the bytes that a GPS unit writes: 7° 48' 5.25".
pub const PLACE: [u8; 24] = [7, 0, 0, 0, 1, 0, 0, 0, 48, 0, 0, 0, 1, 0, 0, 0, 13, 2, 0, 0, 100, 0, 0, 0];
/// The camera's number.
pub const SERIAL: &str = "SN-4711-RAHASIA";
/// Whose camera it is.
pub const OWNER: &str = "Pemilik Kamera Rahasia";

/// A JPEG: sky, ground and a sun, so that turns and cuts can be seen.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 90).encode(&pixels(width, height), width, height, ColorType::Rgb).unwrap();
    bytes
}

/// A photo fit for every place.
pub fn photo() -> Vec<u8> {
    static PHOTO: LazyLock<Vec<u8>> = LazyLock::new(|| jpeg(1200, 800));
    PHOTO.clone()
}

/// Its pixels, red, green and blue.
pub fn pixels(width: u16, height: u16) -> Vec<u8> {
    let (w, h) = (u32::from(width), u32::from(height));
    let pixel = |x: u32, y: u32| {
        let sun = x.abs_diff(w * 3 / 4).pow(2) + y.abs_diff(h / 4).pow(2) < (h / 8).pow(2);
        match (sun, y * 3 > h * 2) {
            (true, _) => [250, 220, 90],
            (_, true) => [60, 110, (40 + x * 60 / w) as u8],
            _ => [120, 170, (200 + y * 50 / h) as u8],
        }
    };
    (0..h).flat_map(|y| (0..w).flat_map(move |x| pixel(x, y))).collect()
}

/// A JPEG with everything in it that nobody may publish, and its credits.
pub fn from_a_phone(width: u16, height: u16, orientation: u16) -> Vec<u8> {
    with_exif(&jpeg(width, height), &exif(orientation))
}

/// A JPEG with an EXIF segment.
pub fn with_exif(jpeg: &[u8], tiff: &[u8]) -> Vec<u8> {
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend_from_slice(tiff);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &segment, &jpeg[2..]].concat()
}

/// A JPEG whose XMP packet credits it.
pub fn with_credits(jpeg: &[u8], creator: &str, credit: &str, description: &str) -> Vec<u8> {
    let packet = format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" photoshop:Credit=\"{credit}\">\
         <dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{description}</rdf:li></rdf:Alt></dc:description>\
         </rdf:Description></rdf:RDF></x:xmpmeta>"
    );
    let segment = [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat();
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &segment, &jpeg[2..]].concat()
}

/// A TIFF structure, as EXIF has it: orientation, owner, serial number, maker's notes, a place.
pub fn exif(orientation: u16) -> Vec<u8> {
    let serial = [SERIAL.as_bytes(), b"\0"].concat();
    let owner = [OWNER.as_bytes(), b"\0"].concat();
    let notes = b"RAHASIAMAKERNOTE".to_vec();
    let mut data: Vec<u8> = Vec::new();
    // Header, three directories, then what their entries point to.
    let first = 8;
    let second = first + directory_size(3);
    let third = second + directory_size(3);
    let heap = third + directory_size(4);
    let mut place = |bytes: &[u8]| {
        let at = heap + data.len();
        data.extend_from_slice(bytes);
        u32::try_from(at).unwrap()
    };
    let (serial_at, owner_at, notes_at) = (place(&serial), place(&owner), place(&notes));
    let (south_at, east_at) = (place(&PLACE), place(&PLACE));
    let count = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap();
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let at = |offset: usize| u32::try_from(offset).unwrap();
    directory(
        &mut tiff,
        &[(0x0112, 3, 1, u32::from(orientation)), (0x8769, 4, 1, at(second)), (0x8825, 4, 1, at(third))],
    );
    directory(
        &mut tiff,
        &[
            (0x927C, 7, count(&notes), notes_at),
            (0xA430, 2, count(&owner), owner_at),
            (0xA431, 2, count(&serial), serial_at),
        ],
    );
    let (south, east) = (u32::from(b'S'), u32::from(b'E'));
    directory(&mut tiff, &[(1, 2, 2, south), (2, 5, 3, south_at), (3, 2, 2, east), (4, 5, 3, east_at)]);
    tiff.extend(data);
    tiff
}

fn directory_size(entries: usize) -> usize {
    2 + entries * 12 + 4
}

fn directory(tiff: &mut Vec<u8>, entries: &[(u16, u16, u32, u32)]) {
    tiff.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in entries {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    }
    tiff.extend(0u32.to_le_bytes());
}

/// A PNG, half of it transparent.
pub fn transparent(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> =
        (0..width * height).flat_map(|n| [200, 40, 40, if n % width < width / 2 { 0 } else { 255 }]).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}
