//! For nginx, within `server { }`.

use super::table::{FOR_A_MINUTE, FOR_A_YEAR, INTERNAL, always, immutable_folders, named_types};
use crate::render::media_type::{BY_END, bare};
use crate::routes::Edition;
use percent_encoding::percent_decode_str;
use std::fmt::Write;

pub(super) fn write(edition: &Edition) -> String {
    let mut text = String::new();
    // Writing into a String can't fail.
    let _ = parts(edition, &mut text);
    text
}

fn parts(edition: &Edition, out: &mut String) -> std::fmt::Result {
    let base = &edition.config.base_path;
    writeln!(out, "# warta hosts nginx: include this within server {{ }}, below its root.")?;
    writeln!(out, "index index.html;\nabsolute_redirect off;\nerror_page 404 {base}/404.html;\ncharset utf-8;")?;
    let texts = BY_END.iter().filter(|(of, _)| of.contains(';')).map(|(of, _)| bare(of));
    // text/html has it anyway, and nginx complains of a repetition.
    let texts: Vec<&str> = texts.filter(|of| *of != "text/html").collect();
    writeln!(out, "charset_types {};", texts.join(" "))?;
    writeln!(out, "types {{")?;
    for (media_type, ends) in BY_END {
        writeln!(out, "    {} {};", bare(media_type), ends.join(" "))?;
    }
    writeln!(out, "}}")?;
    for (name, value) in always(edition) {
        writeln!(out, "add_header {name} \"{value}\" always;")?;
    }
    writeln!(out, "set $warta_cache \"{FOR_A_MINUTE}\";\nadd_header Cache-Control $warta_cache;")?;
    if edition.config.compress {
        writeln!(out, "gzip_static on;\n# With the module ngx_brotli: brotli_static on;")?;
    }
    for folder in immutable_folders(edition) {
        writeln!(out, "location ^~ {base}/{folder}/ {{ set $warta_cache \"{FOR_A_YEAR}\"; }}")?;
    }
    for (name, media_type, _) in named_types(edition) {
        let pattern = name.replace('.', "\\.");
        writeln!(out, "location ~ ^{base}/(.*/)?{pattern}$ {{ types {{ }} default_type \"{media_type}\"; }}")?;
    }
    for name in INTERNAL {
        writeln!(out, "location = {base}/{name} {{ return 404; }}")?;
    }
    let rules = edition.redirect_rules();
    for (from, to) in &rules.fixed {
        for from in both_ways(from) {
            writeln!(out, "location = \"{base}{from}\" {{ return 301 {base}{to}; }}")?;
        }
    }
    for (from, to) in &rules.patterns {
        let (from, to) = (pattern(from.trim_end_matches('/')), filled(from, to, |place| format!("${place}")));
        writeln!(out, "location ~ \"^{base}{from}/?$\" {{ return 301 {base}{to}; }}")?;
    }
    Ok(())
}

/// An address as servers compare it, without its last slash and with it.
pub(super) fn both_ways(from: &str) -> [String; 2] {
    let bare = percent_decode_str(from.trim_end_matches('/')).decode_utf8_lossy().into_owned();
    [bare.clone(), bare + "/"]
}

/// A rule's old address as a regular expression.
pub(super) fn pattern(from: &str) -> String {
    let escaped = |segment: &str| {
        let decoded = percent_decode_str(segment).decode_utf8_lossy().into_owned();
        decoded.chars().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() }).collect()
    };
    let part = |segment: &str| if segment.starts_with(':') { "([^/]+)".to_owned() } else { escaped(segment) };
    from.split('/').map(part).collect::<Vec<String>>().join("/")
}

/// A rule's new address with what the placeholders stood for, by their number.
pub(super) fn filled(from: &str, to: &str, named: impl Fn(usize) -> String) -> String {
    let names: Vec<&str> = from.split('/').filter(|segment| segment.starts_with(':')).collect();
    let place = |segment: &str| names.iter().position(|name| *name == segment).map(|place| named(place + 1));
    to.split('/').map(|segment| place(segment).unwrap_or_else(|| segment.to_owned())).collect::<Vec<_>>().join("/")
}
