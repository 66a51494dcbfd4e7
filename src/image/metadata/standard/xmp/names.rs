//! The names of properties: which are credits, which are harmless, which are private.

use crate::image::Private;
use crate::image::metadata::found::Field;

pub(super) const X: &str = "adobe:ns:meta/";
pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(super) const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub(super) const IPTC_CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(super) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const BASIC: &str = "http://ns.adobe.com/xap/1.0/";
const TIFF: &str = "http://ns.adobe.com/tiff/1.0/";
const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
const THUMBNAIL: &str = "http://ns.adobe.com/xap/1.0/g/img/";
const PIXEL_IMAGE: &str = "http://ns.google.com/photos/1.0/image/";
const PLACE: &str = "http://www.w3.org/2003/01/geo/wgs84_pos#";

/// The credit that a property is.
pub(super) fn credit(namespace: &str, name: &str) -> Option<Field> {
    Some(match (namespace, name) {
        (IPTC_CORE, "AltTextAccessibility") => Field::Alt,
        (DC, "description") => Field::Description,
        (DC, "creator") => Field::Creator,
        (PHOTOSHOP, "Credit") => Field::Credit,
        (DC, "rights") => Field::Copyright,
        (RIGHTS, "WebStatement") => Field::License,
        (IPTC_EXT, "DigitalSourceType") => Field::SourceType,
        _ => return None,
    })
}

/// Whether a name is known to say nothing private, whatever its value. What isn't on this list goes.
pub(super) fn is_harmless(namespace: &str, name: &str) -> bool {
    match namespace {
        X => matches!(name, "xmpmeta" | "xmptk"),
        RDF | XML | DC => true,
        RIGHTS => matches!(name, "Marked" | "WebStatement" | "UsageTerms"),
        PHOTOSHOP => matches!(
            name,
            "AuthorsPosition"
                | "CaptionWriter"
                | "City"
                | "Country"
                | "Credit"
                | "DateCreated"
                | "Headline"
                | "Instructions"
                | "Source"
                | "State"
                | "TransmissionReference"
                | "Urgency"
                | "ColorMode"
                | "ICCProfile"
        ),
        IPTC_CORE => matches!(
            name,
            "AltTextAccessibility"
                | "ExtDescrAccessibility"
                | "CountryCode"
                | "IntellectualGenre"
                | "Location"
                | "Scene"
                | "SubjectCode"
        ),
        IPTC_EXT => matches!(name, "DigitalSourceType" | "Event" | "PersonInImage"),
        BASIC => matches!(name, "CreateDate" | "CreatorTool" | "MetadataDate" | "ModifyDate" | "Rating"),
        TIFF => matches!(
            name,
            "ImageLength"
                | "ImageWidth"
                | "Make"
                | "Model"
                | "Orientation"
                | "ResolutionUnit"
                | "XResolution"
                | "YResolution"
        ),
        EXIF => matches!(name, "ColorSpace" | "DateTimeOriginal" | "PixelXDimension" | "PixelYDimension"),
        _ => false,
    }
}

/// What a name tells of what nobody may publish. The namespaces are many (EXIF's own, those of
/// drones, phones and raw converters), and their names alike.
pub(super) fn note_private(namespace: &str, name: &str, private: &mut Private) {
    let lower = name.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    private.location |=
        has("latitude") || has("longitude") || has("gpsaltitude") || has("gpsposition") || namespace == PLACE;
    private.serial |= has("serialnumber");
    private.owner |= has("ownername");
    private.maker_note |= has("makernote");
    private.thumbnail |= lower == "thumbnails" || namespace == THUMBNAIL || namespace == PIXEL_IMAGE;
}
