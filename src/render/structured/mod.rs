//! Structured data: what a page says, once more for search engines and other programs, in the words of
//! schema.org as JSON-LD 1.1.
//!
//! Each thing stands in a `<script>` of its own, which is a data block: browsers never run it, and the
//! policy for scripts does not apply to it. Made here and not by templates, so that every theme has it
//! and none can forget to escape. What is not known is left out, never guessed.

mod article;
mod breadcrumbs;
mod claim;
mod event;
mod image;
mod license;
mod organization;
mod person;
mod video;
mod website;

use crate::config::Class;
use crate::newsroom::{DocId, TermId};
use crate::routes::{Page, Route, What};
use crate::theme::{Crumb, Scope};
use crate::time::Moment;
use serde::Serialize;

/// The data blocks of a page. `crumbs` are the names and addresses on the way from the front page to it.
pub(super) fn scripts(scope: &Scope, route: &Route, crumbs: &[Crumb]) -> String {
    let whole = Scope { absolute: true, ..scope.clone() };
    let mut blocks = Blocks::default();
    match &route.what {
        What::Home(_) => blocks.add(&website::of(&whole)),
        What::MediaPage(_) => blocks.add(&organization::whole_publisher(&whole)),
        What::Document(id) => document(&whole, *id, &mut blocks),
        What::Term(_, term, Page { number: 1, .. }) => self::term(&whole, *term, &mut blocks),
        _ => {}
    }
    if let Some(list) = breadcrumbs::of(scope, crumbs) {
        blocks.add(&list);
    }
    blocks.html
}

fn document(scope: &Scope, id: DocId, blocks: &mut Blocks) {
    let entry = scope.entry(id);
    // Of what is withdrawn, only the notice is left.
    if entry.is_withdrawn() || !scope.config().kind(entry.document.identity.kind).is_article() {
        return;
    }
    match event::of(scope, id) {
        // An agenda item is its event; elsewhere an article tells of one.
        Some(event) if &*scope.config().kind(entry.document.identity.kind).name == "agenda" => blocks.add(&event),
        event => {
            blocks.add(&article::of(scope, id));
            if let Some(event) = event {
                blocks.add(&event);
            }
        }
    }
    if let Some(claim) = claim::of(scope, id) {
        blocks.add(&claim);
    }
    if let Some(video) = video::of(scope, id) {
        blocks.add(&video);
    }
}

fn term(scope: &Scope, id: TermId, blocks: &mut Blocks) {
    match scope.edition().newsroom.term_id(id).0 {
        Class::Unit => blocks.add(&organization::unit(scope, id)),
        Class::Person => blocks.add(&person::whole(scope, id)),
        _ => {}
    }
}

/// Data blocks as they stand in a page.
#[derive(Debug, Default)]
struct Blocks {
    html: String,
}

impl Blocks {
    fn add(&mut self, thing: &impl Serialize) {
        // Only keys that are no text could fail, and every thing is an object.
        let json = serde_json::to_string(thing).unwrap_or_default();
        let Some(members) = json.strip_prefix('{') else { return };
        if !self.html.is_empty() {
            self.html.push('\n');
        }
        self.html.push_str("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",");
        escape(members, &mut self.html);
        self.html.push_str("</script>");
    }
}

/// What may have nothing to say: then its property is left out.
trait Silent {
    fn says_nothing(&self) -> bool;
}

impl Silent for String {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Silent for &str {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Silent for Option<T> {
    fn says_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T> Silent for Vec<T> {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

fn is_silent(property: &impl Silent) -> bool {
    property.says_nothing()
}

/// JSON as it may stand within a script element: no `<`, which could end it, and nothing that HTML
/// forbids in text. All of these stand within strings, where a `\u` means the same.
fn escape(json: &str, to: &mut String) {
    to.reserve(json.len());
    let mut rest = json;
    while let Some(at) = first_forbidden(rest.as_bytes()) {
        let (clear, from) = rest.split_at(at);
        to.push_str(clear);
        let mut chars = from.chars();
        if let Some(c) = chars.next() {
            escape_one(c, to);
        }
        rest = chars.as_str();
    }
    to.push_str(rest);
}

/// Where the first of those bytes is: whole pieces without any are passed over at once.
fn first_forbidden(bytes: &[u8]) -> Option<usize> {
    let has_any = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | may_begin_forbidden(*byte));
    let clear = bytes.chunks(PIECE).take_while(|piece| !has_any(piece)).count() * PIECE;
    let at = bytes.get(clear..)?.iter().position(|byte| may_begin_forbidden(*byte))?;
    Some(clear + at)
}

/// How many bytes are looked at together.
const PIECE: usize = 64;

/// Whether a byte is `<` or begins a character that HTML may forbid: most texts have few of these.
fn may_begin_forbidden(byte: u8) -> bool {
    matches!(byte, b'<' | ..b' ' | 0x7f | 0xC2 | 0xE2 | 0xEF..)
}

fn escape_one(c: char, to: &mut String) {
    let number = u32::from(c);
    let forbidden = c.is_control() || matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{2028}' | '\u{2029}');
    match c {
        '<' => to.push_str("\\u003c"),
        _ if forbidden => to.push_str(&format!("\\u{number:04x}")),
        // The last two of each plane are no characters.
        _ if number & 0xFFFE == 0xFFFE => {
            let mut units = [0; 2];
            to.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
        _ => to.push(c),
    }
}

/// A date with its offset; a day alone where no hour is known.
fn day_or_time(scope: &Scope, moment: &Moment) -> String {
    if moment.has_time { moment.rfc3339(&scope.config().zone) } else { moment.local.date().to_string() }
}

#[cfg(test)]
mod tests;
