//! What styles and addresses reach for.

use std::iter;

/// The pictures that a drawing may hold: of pixels, which hold nothing else.
const RASTER: [&str; 6] = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"];

/// Functions of CSS that take an address as a string, and the rule that does.
const STRINGS: [&str; 5] = ["@import", "image-set(", "image(", "src(", "expression("];

/// Whether an address stays within the drawing: a fragment, or a picture given in full.
pub(super) fn is_internal(address: &str) -> bool {
    let address = address.trim_start_matches(|c| c <= ' ');
    if address.is_empty() || address.starts_with('#') {
        return true;
    }
    let lower = address.get(..32.min(address.len())).unwrap_or_default().to_ascii_lowercase();
    lower.strip_prefix("data:").is_some_and(|data| {
        RASTER.iter().any(|kind| data.strip_prefix(kind).is_some_and(|rest| rest.starts_with([';', ','])))
    })
}

/// Whether styles reach for anything outside the drawing. Comments and strings count as if they
/// were none: what hides in them is refused as well.
pub(super) fn reaches_out(css: &str) -> bool {
    let css = unescape(css).to_ascii_lowercase();
    let mut addresses = css.match_indices("url(").map(|(at, found)| &css[at + found.len()..]);
    STRINGS.iter().any(|name| css.contains(name))
        || addresses.any(|rest| !is_internal(rest.trim_start_matches(|c| c <= ' ').trim_start_matches(['"', '\''])))
}

/// CSS without its escapes (CSS Syntax 3, 4.3.7).
fn unescape(css: &str) -> String {
    let mut rest = css.chars().peekable();
    let mut plain = String::with_capacity(css.len());
    while let Some(c) = rest.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        let digits: String = iter::from_fn(|| rest.next_if(char::is_ascii_hexdigit)).take(6).collect();
        match u32::from_str_radix(&digits, 16) {
            Ok(code) => {
                plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest.next_if(|c| c.is_ascii_whitespace());
            }
            Err(_) => plain.extend(rest.next()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_and_raster_pictures_are_internal() {
        for address in ["#awan", " #awan", "", "data:image/png;base64,iVBO", "DATA:image/jpeg,x"] {
            assert!(is_internal(address), "{address}");
        }
        for address in [
            "awan.svg#awan",
            "https://contoh.id/",
            "//contoh.id",
            "javascript:alert(1)",
            "data:image/svg+xml,<svg/>",
            "data:text/html,x",
            "data:image/pngx,",
            "data:",
        ] {
            assert!(!is_internal(address), "{address}");
        }
    }

    #[test]
    fn styles_reach_out_in_many_ways() {
        for css in ["fill:url(#a)", "fill: url( '#a' ) red", "a{b:url(data:image/png;base64,x)}", "color:red", "\\"] {
            assert!(!reaches_out(css), "{css}");
        }
        for css in [
            "fill:url(http://contoh.id)",
            "fill:URL( \"x.png\" )",
            "fill:u\\72l(x.png)",
            "fill:\\000075\\72 l(x.png)",
            "/* url(x) */",
            "@import 'x.css';",
            "@\\69mport 'x.css';",
            "background:image-set('x.png' 1x)",
            "fill:url(#a);stroke:url(b)",
        ] {
            assert!(reaches_out(css), "{css}");
        }
    }
}
