//! Markdown to [`Body`].
//!
//! One parse of the whole text, one pass over its events. What a link or a component becomes is
//! not decided here, nor whether the theme knows a directive's name: those are left as holes.
//! Whatever the input, the HTML is balanced and holds nothing but what this module writes itself
//! or the list in `allow` permits.

mod allow;
mod builder;
mod code;
mod directive;
mod findings;
mod link;
mod markup;
mod mask;
mod sanitize;
mod slips;
mod tag;
#[cfg(test)]
mod tests;
mod text;
mod unique;

pub(super) use link::scheme;

use super::body::Body;
use crate::diagnostic::Diagnostic;
use crate::path::RelPath;
use pulldown_cmark::{Options, Parser};

/// CommonMark and its usual extensions. Quotation marks and dashes stay as the editor typed them.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Renders the Markdown `text` that starts at byte `offset` of `file`, whose path is relative to
/// the newsroom's root.
pub fn parse(text: &str, offset: usize, file: &RelPath) -> (Body, Vec<Diagnostic>) {
    let text = text::unify_line_ends(text);
    let source = mask::Masked::new(&text);
    let mut builder = builder::Builder::new(&source, offset, file);
    let parser = Parser::new_ext(&source.text, OPTIONS);
    for (label, definition) in parser.reference_definitions().iter() {
        builder.define(label, &definition.span);
    }
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}
