//! Writes pictures full of what nobody may publish into a folder, one of each kind of file: a gate
//! that accepts them is no gate.
//!
//! ```text
//! cargo run --example dirty -- FOLDER
//! ```

#[path = "../../tests/support/photos/mod.rs"]
mod photos;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: dirty FOLDER"))?;
    fs::create_dir_all(&folder)?;
    for (extension, file) in photos::all() {
        fs::write(folder.join(format!("dirty.{extension}")), file)?;
    }
    Ok(())
}
