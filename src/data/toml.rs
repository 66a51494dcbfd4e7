//! TOML to [`Table`], with every fault of the text rather than the first.

use super::{Fault, Table};

/// Reads a TOML text whose first byte stands at `offset` of its file. What could be read is
/// returned beside the faults.
pub fn parse_toml(_text: &str, _offset: usize) -> (Table, Vec<Fault>) {
    (Table::default(), Vec::new())
}
