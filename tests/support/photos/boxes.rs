//! Files made of boxes: AVIF with items, films with tracks.

use super::blocks::{exif, xmp};

/// A picture of one colour, 8 by 6, as an encoder of AV1 writes it, and what it says of it.
const PIXELS: &[u8] = b"\x12\0\x0A\x08\x18\x08\xBD\x68\x80\x86\x83\x42\x32\x19\x19\x47\x87\x86\x21\x87\x9E\x79\xE6\x80\0\0\x90\x40\xC9\x1C\x61\x4A\x09\xC1\x8E\x04\xCD\x11\x8C";
const PROPERTIES: &[u8] = b"\0\0\0\x14ispe\0\0\0\0\0\0\0\x08\0\0\0\x06\0\0\0\x10pixi\0\0\0\0\x03\x08\x08\x08\0\0\0\x0Cav1C\x81\0\x0C\0\0\0\0\x13colrnclx\0\x01\0\x0D\0\x06\x80";

/// A box.
pub fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], kind, body].concat()
}

/// A box with a version and flags of zero.
fn full(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    boxed(kind, &[&[0; 4], body].concat())
}

/// An AVIF of one picture and further items: kind and media type, and bytes. `within` puts those
/// into the box of items itself.
pub fn avif(brand: &[u8; 4], items: &[(&[u8; 4], &str, Vec<u8>)], within: bool) -> Vec<u8> {
    let build = |start: usize| {
        let mut entries = (items.len() as u16 + 1).to_be_bytes().to_vec();
        let mut places = b"\x44\0".to_vec();
        places.extend((items.len() as u16 + 1).to_be_bytes());
        let (mut data, mut inner) = (PIXELS.to_vec(), Vec::new());
        let mut entry = |id: u16, kind: &[u8; 4], media_type: &str| {
            let strings =
                if media_type.is_empty() { b"\0".to_vec() } else { [b"\0", media_type.as_bytes(), b"\0"].concat() };
            let body = [&[2, 0, 0, 0][..], &id.to_be_bytes(), &[0, 0], kind, &strings].concat();
            entries.extend(boxed(b"infe", &body));
        };
        let mut place = |id: u16, inner: bool, at: usize, length: usize| {
            places.extend([id.to_be_bytes(), u16::from(inner).to_be_bytes(), [0, 0], [0, 1]].concat());
            places.extend([(at as u32).to_be_bytes(), (length as u32).to_be_bytes()].concat());
        };
        entry(1, b"av01", "");
        place(1, false, start, PIXELS.len());
        for (n, (kind, media_type, bytes)) in items.iter().enumerate() {
            let id = n as u16 + 2;
            entry(id, kind, media_type);
            place(id, within, if within { inner.len() } else { start + data.len() }, bytes.len());
            if within { &mut inner } else { &mut data }.extend(bytes);
        }
        let associations = b"\0\0\0\x01\0\x01\x04\x01\x02\x83\x04";
        let thumbnails = items.iter().enumerate().filter(|(_, item)| item.0 == b"av01");
        let references: Vec<u8> = thumbnails.flat_map(|(n, _)| boxed(b"thmb", &[0, n as u8 + 2, 0, 1, 0, 1])).collect();
        let meta = [
            full(b"hdlr", b"\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            full(b"pitm", &[0, 1]),
            boxed(b"iloc", &[&[1, 0, 0, 0][..], &places].concat()),
            full(b"iinf", &entries),
            full(b"iref", &references),
            boxed(b"iprp", &[boxed(b"ipco", PROPERTIES), full(b"ipma", associations)].concat()),
            boxed(b"idat", &inner),
        ];
        let head =
            [boxed(b"ftyp", &[&brand[..], &[0; 4], b"mif1miaf"].concat()), full(b"meta", &meta.concat())].concat();
        (head.len() + 8, [head, boxed(b"mdat", &data)].concat())
    };
    let (start, _) = build(0);
    build(start).1
}

/// An AVIF without metadata.
pub fn plain_avif() -> Vec<u8> {
    avif(b"avif", &[], false)
}

/// A picture as a phone leaves it: metadata, a thumbnail, and a film behind all.
pub fn dirty_avif(brand: &[u8; 4], within: bool) -> Vec<u8> {
    let exif = [b"\0\0\0\x06Exif\0\0", exif(false, 6).as_slice()].concat();
    let items: [(&[u8; 4], &str, Vec<u8>); 4] = [
        (b"Exif", "", exif),
        (b"mime", "application/rdf+xml", xmp().into_bytes()),
        (b"mime", "text/plain", b"Pemilik Kamera".to_vec()),
        (b"av01", "", b"gambar kecil".to_vec()),
    ];
    let file = avif(brand, &items, within);
    [file, boxed(b"mpvd", b"film pendek"), boxed(b"free", b"sisa rahasia")].concat()
}

/// A track of one chunk, which stands at a place.
fn track(handler: &[u8; 4], entry: &[u8; 4], at: usize, length: usize) -> Vec<u8> {
    let long = |n: usize| (n as u32).to_be_bytes();
    let table = [
        full(b"stsd", &[&long(1)[..], &boxed(entry, &[0, 0, 0, 0, 0, 0, 0, 1])].concat()),
        full(b"stts", &[long(1), long(1), long(1)].concat()),
        full(b"stsc", &[long(1), long(1), long(2), long(1)].concat()),
        full(b"stsz", &[long(0), long(2), long(length - 1), long(1)].concat()),
        full(b"stco", &[long(1), long(at)].concat()),
    ];
    let media = [
        full(b"hdlr", &[&[0; 4], handler.as_slice(), &[0; 13]].concat()),
        boxed(b"minf", &boxed(b"stbl", &table.concat())),
    ];
    boxed(b"trak", &[full(b"tkhd", &[0; 80]), boxed(b"mdia", &media.concat())].concat())
}

/// A film with tracks (handler, entry, bytes) and further boxes beside them.
pub fn film(tracks: &[(&[u8; 4], &[u8; 4], &[u8])], beside: &[u8], behind: &[u8]) -> Vec<u8> {
    let file_type = boxed(b"ftyp", b"mp42\0\0\0\0mp42isom");
    let data: Vec<u8> = tracks.iter().flat_map(|track| track.2).copied().collect();
    let mut at = file_type.len() + 8;
    let mut movie = full(b"mvhd", &[0; 96]);
    for (handler, entry, bytes) in tracks {
        movie.extend(track(handler, entry, at, bytes.len()));
        at += bytes.len();
    }
    movie.extend(beside);
    [file_type, boxed(b"mdat", &data), boxed(b"moov", &movie), behind.to_vec()].concat()
}

/// A film as a phone or a drone leaves it.
pub fn dirty_film() -> Vec<u8> {
    let keys = [b"com.apple.quicktime.location.ISO6709".as_slice(), b"com.apple.quicktime.title"];
    let keys: Vec<u8> = keys.iter().flat_map(|key| boxed(b"mdta", key)).collect();
    let value = |n: u8, text: &[u8]| boxed(&[0, 0, 0, n], &boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0], text].concat()));
    let apple = [
        full(b"hdlr", b"\0\0\0\0mdta\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        full(b"keys", &[&2u32.to_be_bytes()[..], &keys].concat()),
        boxed(b"ilst", &[value(1, b"-7.8014+110.3645/"), value(2, b"Judul")].concat()),
    ];
    let user_data = [
        boxed(b"\xA9xyz", b"\0\x11\x15\xC7-7.8014+110.3645/"),
        boxed(b"loci", b"\0\0\0\0\x15\xC7-7.8014\0"),
        boxed(b"\xA9nam", b"\0\x05\x15\xC7Judul"),
        boxed(b"CAME", b"SN-5550-1234"),
    ];
    let packet = [b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC", xmp().as_bytes()].concat();
    film(
        &[
            (b"vide", b"avc1", b"gambar bergerak"),
            (b"meta", b"gpmd", b"GPS5 48.084 SN-5550-1234"),
            (b"text", b"tx3g", b"\0\x16GPS(110.3645,-7.8014,21)"),
            (b"sbtl", b"tx3g", b"\0\x13Navigasi GPS warga."),
        ],
        &[boxed(b"udta", &user_data.concat()), boxed(b"meta", &apple.concat()), boxed(b"uuid", &packet)].concat(),
        &[boxed(b"uuid", &packet), boxed(b"skip", b"sisa rahasia")].concat(),
    )
}
