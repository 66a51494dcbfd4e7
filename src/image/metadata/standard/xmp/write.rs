//! Credits → a packet, always the same for the same credits.

use super::names::{DC, IPTC_CORE, IPTC_EXT, PHOTOSHOP, RDF, RIGHTS, X};
use crate::image::Credits;
use crate::image::metadata::text::{clean, shorten};
use quick_xml::escape::partial_escape;
use std::fmt::Write;

/// The longest text for readers, in characters: what IIM allows a caption. With it a packet always
/// fits into a JPEG segment.
const LONGEST_TEXT: usize = 2000;

/// The longest name or address, in characters.
const LONGEST_NAME: usize = 500;

const END: &str = r#"<?xpacket end="w"?>"#;

/// A packet with the credits.
pub fn write(credits: &Credits) -> String {
    let mut rdf = String::new();
    let text = |value: &str, longest| partial_escape(shorten(&clean(value), longest)).into_owned();
    let mut property = |name: &str, list: &str, value: String| {
        let item = match list {
            "" => value,
            "Alt" => format!(r#"<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt>"#),
            _ => format!("<rdf:{list}><rdf:li>{value}</rdf:li></rdf:{list}>"),
        };
        // Writing to a string can't fail.
        let _ = write!(rdf, "\n   <{name}>{item}</{name}>");
    };
    let texts = [
        ("dc:description", "Alt", &credits.description, LONGEST_TEXT),
        ("dc:creator", "Seq", &credits.creator, LONGEST_NAME),
        ("dc:rights", "Alt", &credits.copyright, LONGEST_NAME),
        ("photoshop:Credit", "", &credits.credit, LONGEST_NAME),
        ("xmpRights:WebStatement", "", &credits.license, LONGEST_NAME),
        ("Iptc4xmpCore:AltTextAccessibility", "Alt", &credits.alt, LONGEST_TEXT),
        ("Iptc4xmpExt:DigitalSourceType", "", &credits.source_type, LONGEST_NAME),
    ];
    for (name, list, value, longest) in texts {
        // Half an address leads nowhere.
        let is_address = matches!(name, "xmpRights:WebStatement" | "Iptc4xmpExt:DigitalSourceType");
        if !value.is_empty() && !(is_address && value.chars().nth(longest).is_some()) {
            property(name, list, text(value, longest));
        }
        if name == "dc:rights" && !value.is_empty() {
            property("xmpRights:Marked", "", "True".into());
        }
    }
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="{X}">
 <rdf:RDF xmlns:rdf="{RDF}">
  <rdf:Description rdf:about=""
    xmlns:dc="{DC}"
    xmlns:photoshop="{PHOTOSHOP}"
    xmlns:xmpRights="{RIGHTS}"
    xmlns:Iptc4xmpCore="{IPTC_CORE}"
    xmlns:Iptc4xmpExt="{IPTC_EXT}">{rdf}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
{END}"#,
        mark = '\u{FEFF}',
    )
}

/// The same packet, made longer by white space; none if it doesn't fit.
pub fn padded(credits: &Credits, length: usize) -> Option<Vec<u8>> {
    let packet = write(credits);
    let padding = length.checked_sub(packet.len())?;
    let body = packet.strip_suffix(END)?;
    Some([body.as_bytes(), &b" ".repeat(padding), END.as_bytes()].concat())
}
