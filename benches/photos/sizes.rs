//! Makes every size of every photo in a folder, as a build does, and says how long it took:
//! `sizes FOLDER [--threads N]`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use rayon::prelude::*;
use warta::image::{self, Encoding, Quality, Rendition};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Makes every size of every photo in a folder.
#[derive(Parser)]
struct Args {
    /// A folder of photos.
    folder: PathBuf,
    /// How many photos at a time.
    #[arg(long, default_value_t = 4)]
    threads: usize,
    /// The widths.
    #[arg(long, value_delimiter = ',', default_value = "480,800,1200,1600")]
    widths: Vec<u32>,
    /// The quality of JPEG.
    #[arg(long, default_value_t = 80)]
    jpeg: u8,
    /// The quality of WebP.
    #[arg(long, default_value_t = 80)]
    webp: u8,
    /// Writes the files into this folder.
    #[arg(long)]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("sizes: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let start = Instant::now();
    let mut photos: Vec<PathBuf> = fs::read_dir(&args.folder)?.flatten().map(|entry| entry.path()).collect();
    photos.sort();
    let renditions: Vec<Rendition> = [Encoding::WebP, Encoding::Jpeg]
        .iter()
        .flat_map(|encoding| {
            args.widths.iter().map(|width| Rendition { crop: None, width: *width, encoding: *encoding })
        })
        .collect();
    let quality = Quality { jpeg: args.jpeg, webp: args.webp, avif: 60 };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads).build()?;
    let bytes = pool.install(|| {
        photos
            .par_iter()
            .with_max_len(1)
            .map(|photo| {
                let bytes = fs::read(photo)?;
                let broken = |fault| format!("{}: {fault:?}", photo.display());
                let picture = image::inspect(&bytes).map_err(broken)?;
                let developed = image::develop(&bytes, &picture, &renditions, quality).map_err(broken)?;
                if let Some(folder) = &args.output {
                    let name = photo.file_stem().unwrap_or_default().to_string_lossy();
                    for (rendition, file) in renditions.iter().zip(&developed.files) {
                        fs::write(
                            folder.join(format!("{name}.{}.{}", rendition.width, rendition.encoding.extension())),
                            file,
                        )?;
                    }
                }
                Ok(developed.files.iter().map(Vec::len).sum::<usize>())
            })
            .sum::<Result<usize, Box<dyn std::error::Error + Send + Sync>>>()
    })?;
    anstream::println!("{} photos, {bytes} bytes, {:.3} s", photos.len(), start.elapsed().as_secs_f64());
    Ok(())
}
