//! YAML 1.2 (core schema) to [`Table`], aliases and tags refused.
//!
//! The parser is read as a stream of events, so a text nested without end costs no stack. It stops
//! at the first fault of notation; what was read up to there is kept.

mod builder;
mod scalar;
#[cfg(test)]
mod tests;

use super::{Fault, Table};
use crate::diagnostic::Span;
use builder::Builder;
use saphyr_parser::{Parser, ScanError};

/// Reads a YAML text whose first byte stands at `offset` of its file. What could be read is
/// returned beside the faults.
pub fn parse_yaml(text: &str, offset: usize) -> (Table, Vec<Fault>) {
    let mut builder = Builder::new(text, offset);
    for event in Parser::new_from_str(text) {
        let goes_on = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => {
                let (span, message) = explain(&error, text, builder.byte(*error.marker()));
                builder.fault(span, message);
                false
            }
        };
        if !goes_on {
            break;
        }
    }
    builder.finish()
}

/// What is said of `*name`.
const ALIAS: &str = "aliases (`*`) are not supported; put a text that begins with `*` in quotes";

/// The parser's words as one line that says what to do, and the place to show.
fn explain(error: &ScanError, text: &str, at: usize) -> (Span, String) {
    let character = text[at..].chars().next().filter(|character| !character.is_whitespace());
    let place = Span::new(at, at + character.map_or(0, char::len_utf8));
    let said = error.info();
    let message = match said {
        "mapping values are not allowed in this context" => {
            "unexpected `:`; put a value that holds a colon in quotes, or check the indentation".into()
        }
        "simple key expect ':'" | "simple key expected" => {
            let line = text[..at].trim_end();
            let start = line.rfind('\n').map_or(0, |newline| newline + 1);
            let start = start + (line[start..].len() - line[start..].trim_start().len());
            return (Span::new(start, line.len()), "`:` is missing after this key".into());
        }
        "while parsing node, found unknown anchor" => ALIAS.into(),
        "invalid indentation in quoted scalar"
        | "while scanning a quoted scalar, found unexpected end of stream"
        | "while scanning a quoted scalar, found unexpected document indicator" => {
            "the text is not closed: a quotation mark is missing at its end".into()
        }
        "while parsing a flow sequence, expected ',' or ']'" => "the list is not closed: `,` or `]` is missing".into(),
        "while parsing a flow mapping, did not find expected ',' or '}'" => {
            "the table is not closed: `,` or `}` is missing".into()
        }
        "illegal placement of ':' indicator" => "unexpected `:`; the list or table before it is not closed".into(),
        "while parsing a block mapping, did not find expected key" => {
            "a key is expected here; check the indentation and the quotes before it".into()
        }
        _ if said.contains("tab") && !said.contains("expected alphabetic") => {
            "a tab stands where YAML takes only spaces".into()
        }
        _ => match (said.starts_with("unexpected character"), character) {
            (true, Some(character)) => format!("a value can't begin with `{character}`; put it in quotes"),
            _ if said.starts_with("while ") => said.split_once(", ").map_or(said, |(_, what)| what).to_owned(),
            _ => said.to_owned(),
        },
    };
    (place, message)
}
