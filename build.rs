//! The theme is part of the binary: a file that is added to it must be noticed too.

#![allow(clippy::print_stdout, reason = "that is how a build script speaks to cargo")]

fn main() {
    println!("cargo:rerun-if-changed=themes/warta");
}
