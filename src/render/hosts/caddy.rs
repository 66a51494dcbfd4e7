//! For Caddy, within a site's block.

use super::nginx::{both_ways, filled, pattern};
use super::table::{FOR_A_MINUTE, FOR_A_YEAR, INTERNAL, always, immutable_folders, named_types};
use crate::render::media_type::BY_END;
use crate::routes::Edition;
use std::fmt::Write;

/// Ends of names that not every system's list of types has.
const RARE: [&str; 5] = ["ics", "webmanifest", "avif", "webp", "vtt"];

pub(super) fn write(edition: &Edition) -> String {
    let mut text = String::new();
    // Writing into a String can't fail.
    let _ = parts(edition, &mut text);
    text
}

fn parts(edition: &Edition, out: &mut String) -> std::fmt::Result {
    let base = &edition.config.base_path;
    writeln!(out, "# warta hosts caddy: import this within the site's block, below its root.")?;
    let headers: String = always(edition).iter().map(|(name, value)| format!("header {name} \"{value}\"\n")).collect();
    out.push_str(&headers);
    let folders: String = immutable_folders(edition).into_iter().map(|folder| format!(" {base}/{folder}/*")).collect();
    if folders.is_empty() {
        writeln!(out, "header Cache-Control \"{FOR_A_MINUTE}\"")?;
    } else {
        writeln!(out, "@kept path{folders}\nheader @kept Cache-Control \"{FOR_A_YEAR}\"")?;
        writeln!(out, "@fresh not path{folders}\nheader @fresh Cache-Control \"{FOR_A_MINUTE}\"")?;
    }
    for (number, (name, media_type, _)) in named_types(edition).into_iter().enumerate() {
        writeln!(out, "@named{number} path */{name}")?;
        writeln!(out, "header @named{number} Content-Type \"{media_type}\"")?;
    }
    for end in RARE {
        if let Some((media_type, _)) = BY_END.iter().find(|(_, ends)| ends.contains(&end)) {
            writeln!(out, "@{end} path *.{end}\nheader @{end} Content-Type \"{media_type}\"")?;
        }
    }
    let rules = edition.redirect_rules();
    // Braces would be taken for placeholders; the page at such an address leads on.
    for (from, to) in rules.fixed.iter().filter(|(from, _)| !from.contains("%7B")) {
        for from in both_ways(from) {
            writeln!(out, "redir \"{base}{from}\" {base}{to} 301")?;
        }
    }
    for (number, (from, to)) in rules.patterns.iter().enumerate() {
        let (regex, to) =
            (pattern(from.trim_end_matches('/')), filled(from, to, |place| format!("{{re.old{number}.{place}}}")));
        writeln!(out, "@old{number} path_regexp old{number} \"^{base}{regex}/?$\"\nredir @old{number} {base}{to} 301")?;
    }
    let hidden: String = INTERNAL.iter().map(|name| format!(" {name}")).collect();
    let compressed = if edition.config.compress { "\n\tprecompressed br gzip" } else { "" };
    // An error is answered by itself, without the headers from above.
    writeln!(out, "handle_errors {{\n{headers}rewrite * {base}/404.html\nfile_server\n}}")?;
    writeln!(out, "file_server {{\n\thide{hidden}{compressed}\n}}")
}
