//! What warta writes for people to go on with: a new newsroom, and a new document of a kind.
//!
//! Pure: gives paths and contents, and leaves it to the commands to write them without ever
//! overwriting a file. Knows the notation of front matter, but not how it is read.

mod archetype;
mod document;
mod field;
mod newsroom;

pub use document::{KindSpec, new_document};
pub use newsroom::{Newsroom, init_files};

/// A TOML string that means `text`, whatever is in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_ascii_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
