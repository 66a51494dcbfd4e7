//! Directives that are not read as such.

use super::{Slip, line_from, line_start};
use crate::content::markdown::mask::is_name;
use crate::diagnostic::{Text, nearest};
use crate::text;

/// The directives of the built-in theme, which other themes go on from. Which there are is the theme's to
/// say, but not known here: a colon before another name is prose.
const USUAL: [&str; 8] = ["facts", "figure", "file", "gallery", "image", "note", "quote", "video"];

/// Whether the colons of a directive may begin at `at`.
pub(super) fn begins(source: &str, at: usize) -> bool {
    source[at..].starts_with("::") && !source[..at].ends_with(|c: char| c == ':' || c.is_alphanumeric())
}

/// `> :::note`: colons and a name without arguments, by the first colon.
pub(super) fn by_colons(source: &str, at: usize) -> Option<Slip> {
    let line = line_from(source, at);
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    let after = rest.trim_start_matches(is_name);
    let name = &rest[..rest.len() - after.len()];
    let known = USUAL.contains(&name) || colons > 2 && name.starts_with(|c: char| c.is_ascii_alphabetic());
    // Arguments are looked at by their brace.
    if !known || after.trim_start().starts_with('{') {
        return None;
    }
    let start = line_start(source, at);
    let place = place_of(&source[start..at]);
    let written = &line[..colons + name.len()];
    Some(Slip { range: at..at + written.len(), message: plain(name, place), help: alone(written, "") })
}

/// `:video{…}`, `:: video{…}` or `words ::video{…}`, by the brace.
pub(super) fn by_brace(source: &str, brace: usize) -> Option<Slip> {
    let line = line_start(source, brace);
    let before = &source[line..brace];
    let rest = before.trim_end_matches(is_name);
    let name = &before[rest.len()..];
    let tight = rest.trim_end_matches([' ', '\t']);
    let outside = tight.trim_end_matches(':');
    let (blanks, colons) = (rest.len() - tight.len(), tight.len() - outside.len());
    let end = line_from(source, brace).rfind('}')? + 1;
    let arguments = &source[brace..brace + end];
    let arguments = arguments
        .find('}')
        .filter(|_| arguments.matches('}').count() > 1)
        .map_or(arguments, |first| &arguments[..=first]);
    // A colon alone is prose, unless the name follows at once; one behind a word always is.
    let may_be = match colons {
        0 => false,
        1 => blanks == 0,
        _ => true,
    } && !outside.ends_with(char::is_alphanumeric);
    if !may_be || outside.ends_with('\\') {
        return None;
    }
    let usual = USUAL.iter().copied().find(|usual| *usual == name).or_else(|| nearest(name, USUAL));
    // A theme's own directive has arguments that nothing else has.
    let own = colons > 1 && arguments.contains("=\"") && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let wanted = usual.or(own.then_some(name))?;
    let sure = usual.is_some();
    let place = place_of(outside);
    let better = ":".repeat(colons.clamp(2, 8)) + wanted;
    let help = match place {
        _ if !sure => text!(
            "kalau ini direktif, tulis {better}{arguments} di baris sendiri; kalau teks biasa, awali titik duanya dengan `\\`",
            "if this is a directive, write {better}{arguments} on a line of its own; if plain text, put `\\` before its colons"
        ),
        Place::Alone => text!("tulis {better}{arguments}", "write {better}{arguments}"),
        Place::Line | Place::Quote => alone(&better, arguments),
    };
    let message = match (place, colons) {
        (Place::Line | Place::Quote, _) => plain(name, place),
        (Place::Alone, 1) => text!(
            "direktif `{name}` tampil sebagai teks biasa: titik duanya hanya satu",
            "the directive `{name}` stays plain text: it has one colon only"
        ),
        (Place::Alone, _) => text!(
            "direktif `{name}` tampil sebagai teks biasa: ada spasi sesudah titik dua",
            "the directive `{name}` stays plain text: a space follows its colons"
        ),
    };
    Some(Slip { range: line + outside.len()..brace + arguments.len(), message, help })
}

/// What a directive stands in.
#[derive(Clone, Copy)]
enum Place {
    Alone,
    Line,
    Quote,
}

/// Where something stands that comes after `before` on its line.
fn place_of(before: &str) -> Place {
    match before.trim() {
        "" => Place::Alone,
        marks if marks.bytes().all(|b| matches!(b, b'>' | b' ' | b'\t')) => Place::Quote,
        _ => Place::Line,
    }
}

fn plain(name: &str, place: Place) -> Text {
    match place {
        Place::Quote => text!(
            "direktif `{name}` tampil sebagai teks biasa: ia berada di dalam kutipan",
            "the directive `{name}` stays plain text: it stands within a quotation"
        ),
        Place::Alone | Place::Line => text!(
            "direktif `{name}` tampil sebagai teks biasa: ia berada di dalam baris",
            "the directive `{name}` stays plain text: it stands within a line"
        ),
    }
}

fn alone(call: &str, arguments: &str) -> Text {
    text!(
        "tulis {call}{arguments} di baris sendiri, dari tepi kiri, dengan baris kosong sebelum dan sesudahnya",
        "write {call}{arguments} on a line of its own, from the left margin, with a blank line before and after it"
    )
}
