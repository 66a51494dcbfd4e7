//! Licences by their addresses.

use super::is_silent;
use serde::Serialize;

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum License {
    /// Its address.
    Address(String),
    /// One that is only known by its name.
    Named(NamedLicense),
}

/// The name of a licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename = "CreativeWork")]
pub(super) struct NamedLicense {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
}

/// The licence that an editor wrote; none for nothing.
pub(super) fn of(written: &str) -> Option<License> {
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    Some(match address(written) {
        Some(address) => License::Address(address),
        None => License::Named(NamedLicense { name: written.to_owned() }),
    })
}

/// The address of a licence: as written, or that of one of Creative Commons by its name, such as
/// `CC BY-SA 4.0` or `CC0`.
pub(super) fn address(written: &str) -> Option<String> {
    if written.starts_with("https://") || written.starts_with("http://") {
        return Some(written.to_owned()).filter(|address| !address.contains(char::is_whitespace));
    }
    let lower = written.to_ascii_lowercase();
    let mut words = lower.split([' ', '-']).filter(|word| !word.is_empty());
    let first = words.next()?;
    let mut rest: Vec<&str> = words.collect();
    let version = rest.last().copied().filter(|word| is_version(word));
    if version.is_some() {
        rest.pop();
    }
    match (first, rest.as_slice()) {
        ("cc0", []) => Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
        ("cc", ["by"] | ["by", "sa" | "nd" | "nc"] | ["by", "nc", "sa" | "nd"]) => {
            Some(format!("https://creativecommons.org/licenses/{}/{}/", rest.join("-"), version.unwrap_or("4.0")))
        }
        _ => None,
    }
}

fn is_version(word: &str) -> bool {
    matches!(word, "1.0" | "2.0" | "2.5" | "3.0" | "4.0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_of_creative_commons_have_addresses() {
        let at = |path: &str| Some(format!("https://creativecommons.org/{path}"));
        assert_eq!(address("CC BY 4.0"), at("licenses/by/4.0/"));
        assert_eq!(address("CC BY"), at("licenses/by/4.0/"));
        assert_eq!(address("cc-by-nc-sa-3.0"), at("licenses/by-nc-sa/3.0/"));
        assert_eq!(address("CC0 1.0"), at("publicdomain/zero/1.0/"));
        assert_eq!(address("https://contoh.go.id/lisensi"), Some("https://contoh.go.id/lisensi".into()));
        for unknown in ["CC0 1.0 (motif); CC BY 4.0 (teks)", "CC", "CC SA BY 4.0", "Hak cipta ANTARA", "http://a b"] {
            assert_eq!(address(unknown), None, "{unknown}");
        }
        assert_eq!(of("  "), None);
        assert_eq!(of("Seizin ANTARA"), Some(License::Named(NamedLicense { name: "Seizin ANTARA".into() })));
    }
}
