//! The command line of warta.

#[cfg(test)]
mod report;

fn main() {}
