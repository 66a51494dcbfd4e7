//! Writes photos to measure with, as a newsroom's cameras and phones leave them:
//! `photos 24 DIR [--size 6000x4000]`.
//!
//! The same number and size give the same bytes on every machine. Nothing in them is a picture of
//! anything: see `scene.rs`.

mod camera;
mod scene;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use rayon::prelude::*;

use camera::Camera;
use scene::Scene;

/// Writes photos to measure with.
#[derive(Parser)]
struct Args {
    /// How many photos.
    photos: u64,
    /// The folder to write them to; it must be empty or new.
    folder: PathBuf,
    /// Width and height of those taken in landscape; every eighth is taken upright.
    #[arg(long, default_value = "6000x4000", value_parser = size)]
    size: (u32, u32),
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("photos: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> io::Result<()> {
    refuse_full(&args.folder)?;
    fs::create_dir_all(&args.folder)?;
    (0..args.photos).into_par_iter().try_for_each(|number| {
        let (width, height) = args.size;
        let pixels = Scene::new(width, height, number).pixels();
        let file = Camera::of(number).photo(&pixels, width, height)?;
        fs::write(args.folder.join(format!("foto-{number:02}.jpg")), file)
    })
}

/// Old photos among the new ones would be measured too.
fn refuse_full(folder: &Path) -> io::Result<()> {
    let full = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if full {
        return Err(io::Error::other(format!("{} is not empty: remove it, or name another folder", folder.display())));
    }
    Ok(())
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    sides.filter(|sides: &(u32, u32)| sides.0.min(sides.1) >= 64).ok_or_else(|| "such as 6000x4000".to_owned())
}
