//! Writes a file of each kind with everything in it that nobody may publish, and below `clean` what
//! warta publishes of it: a gate that accepts the former, or refuses the latter, is no gate.
//!
//! ```text
//! cargo run --example dirty -- FOLDER
//! ```

#[path = "../../tests/support/photos/mod.rs"]
mod photos;

use std::path::PathBuf;
use std::{env, fs, io};
use warta::image::scrub;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: dirty FOLDER"))?;
    for name in ["dirty", "clean"] {
        fs::create_dir_all(folder.join(name))?;
    }
    for (extension, file) in photos::all() {
        let name = format!("photo.{extension}");
        let clean = scrub(&file).map_err(|error| io::Error::other(format!("{name}: {error:?}")))?;
        fs::write(folder.join("dirty").join(&name), &file)?;
        fs::write(folder.join("clean").join(&name), clean)?;
    }
    Ok(())
}
