//! Blocks of EXIF, XMP and IIM, with secrets and with credits.

use super::tiff::{Directory, Value, tiff};

/// The credits that the dirty files carry, in XMP; IIM and EXIF have others.
pub const ALT: &str = "Tiga perajin menganyam di teras balai";
pub const CAPTION: &str = "Perajin <Kampung Anyam> & tamunya, \"Kamis\"";
pub const CREATOR: &str = "Dewi Lestari, Budi Santoso";
pub const CREDIT: &str = "Humas Kota Contoh";
pub const COPYRIGHT: &str = "© 2026 Pemerintah Kota Contoh";
pub const LICENSE: &str = "https://warta.contoh.go.id/lisensi/?a=1&b=2";
pub const SOURCE_TYPE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

/// EXIF of a camera that knows where it is, whose it is, and what a thumbnail is.
pub fn exif(little: bool, orientation: u16) -> Vec<u8> {
    let gps = Directory {
        entries: vec![
            (0x0000, Value::Bytes(vec![2, 3, 0, 0])),
            (0x0001, Value::Text("S")),
            (0x0002, Value::Rationals(vec![(7, 1), (48, 1), (504, 100)])),
            (0x0003, Value::Text("E")),
            (0x0004, Value::Rationals(vec![(110, 1), (21, 1), (5219, 100)])),
        ],
        next: None,
    };
    let interoperability = Directory { entries: vec![(0x0001, Value::Text("R98"))], next: None };
    let exif = Directory {
        entries: vec![
            (0x829A, Value::Rationals(vec![(1, 250)])),
            (0x9003, Value::Text("2026:09:01 14:00:00")),
            (0x927C, Value::Bytes(b"catatan pabrik dengan SN-5550-1234".to_vec())),
            (0x9286, Value::Bytes(b"ASCII\0\0\0Pemilik Kamera".to_vec())),
            (0xA005, Value::Directory(interoperability)),
            (0xA430, Value::Text("Pemilik Kamera")),
            (0xA431, Value::Text("SN-5550-1234")),
            (0xA435, Value::Text("SN-5550-1234-L")),
        ],
        next: None,
    };
    let thumbnail = Directory {
        entries: vec![
            (0x0103, Value::Short(6)),
            (0x0201, Value::Elsewhere(b"\xFF\xD8gambar kecil\xFF\xD9".to_vec())),
            (0x0202, Value::Long(16)),
        ],
        next: None,
    };
    let picture = Directory {
        entries: vec![
            (0x010E, Value::Text("Keterangan dari EXIF")),
            (0x010F, Value::Text("Kamera Contoh")),
            (0x0112, Value::Short(orientation)),
            (0x013B, Value::Text("Juru Foto EXIF")),
            (0x8298, Value::Text("Hak Cipta EXIF")),
            (0x8769, Value::Directory(exif)),
            (0x8825, Value::Directory(gps)),
        ],
        next: Some(Box::new(thumbnail)),
    };
    let mut block = tiff(little, &picture);
    block.extend(b"sisa rahasia");
    block
}

/// XMP with every credit, and with what phones, drones and raw converters add.
pub fn xmp() -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!(
        r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Contoh">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:tulis="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
    xmlns:drone="http://www.dji.com/drone-dji/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    photoshop:Credit="{credit}" exif:GPSLatitude="7,48.084S" aux:SerialNumber="SN-5550-1234"
    aux:OwnerName="Pemilik Kamera" drone:GpsLatitude="-7.8014">
   <tulis:description><rdf:Alt>
     <rdf:li xml:lang="en">Weavers</rdf:li><rdf:li xml:lang="x-default">{caption}</rdf:li>
   </rdf:Alt></tulis:description>
   <tulis:creator><rdf:Seq><rdf:li>Dewi Lestari</rdf:li><rdf:li>Budi Santoso</rdf:li></rdf:Seq></tulis:creator>
   <tulis:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></tulis:rights>
   <xmpRights:WebStatement rdf:resource="{license}"/>
   <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="id">{alt}</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
   <Iptc4xmpExt:DigitalSourceType>{source_type}</Iptc4xmpExt:DigitalSourceType>
   <xmp:Thumbnails><rdf:Alt><rdf:li rdf:parseType="Resource"><xmpGImg:image>gambar kecil</xmpGImg:image></rdf:li></rdf:Alt></xmp:Thumbnails>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        credit = escape(CREDIT),
        caption = escape(CAPTION),
        rights = escape(COPYRIGHT),
        license = escape(LICENSE),
        alt = escape(ALT),
        source_type = SOURCE_TYPE,
    )
}

/// The payload of a JPEG segment with what didn't fit into the first packet.
pub fn extended_xmp() -> Vec<u8> {
    let packet = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:i="http://ns.google.com/photos/1.0/image/" i:Data="gambar kecil"/></rdf:RDF></x:xmpmeta>"#;
    let mut payload = b"http://ns.adobe.com/xmp/extension/\0".to_vec();
    payload.extend([b'0'; 32]);
    payload.extend((packet.len() as u32).to_be_bytes());
    payload.extend([0; 4]);
    payload.extend(packet.as_bytes());
    payload
}

/// IIM data sets of record 2, in Latin-1.
pub fn iim(sets: &[(u8, &[u8])]) -> Vec<u8> {
    let mut block = Vec::new();
    for (number, value) in sets {
        block.extend([0x1C, 2, *number]);
        block.extend((value.len() as u16).to_be_bytes());
        block.extend(*value);
    }
    block
}

/// One of Photoshop's image resources.
pub fn resource(number: u16, value: &[u8]) -> Vec<u8> {
    let mut block = b"8BIM".to_vec();
    block.extend(number.to_be_bytes());
    block.extend([0, 0]);
    block.extend((value.len() as u32).to_be_bytes());
    block.extend(value);
    block.resize(block.len().next_multiple_of(2), 0);
    block
}

/// Image resources with IIM, a thumbnail, and EXIF once more.
pub fn resources() -> Vec<u8> {
    let iim = iim(&[
        (80, b"Juru Foto IIM"),
        (110, b"Kredit IIM"),
        (118, b"Pemilik Kamera"),
        (120, b"Keterangan dari IIM, caf\xE9"),
        (202, b"gambar kecil"),
    ]);
    [resource(0x0404, &iim), resource(0x040C, b"gambar kecil"), resource(0x0422, &exif(false, 1))].concat()
}
