//! YAML 1.2 (core schema) to [`Table`], aliases and tags refused.
//!
//! The parser is read as a stream of events, so a text nested without end costs no stack. It stops
//! at the first fault of notation; what was read up to there is kept.

mod builder;
mod scalar;
#[cfg(test)]
mod tests;
mod words;

use super::{Fault, Table};
use builder::Builder;
use saphyr_parser::Parser;
use words::explain;

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
