//! Bytes and likeness of what warta makes of photos, by encoding, width and quality, as a Markdown
//! table: `photo-quality FOLDER [--widths 480,1600] [--qualities 60,70,80]`.
//!
//! Each rendition is decoded again and compared with the same rendition made without loss, by
//! SSIMULACRA2: 100 is the same, 90 can't be told apart side by side, 70 is of high quality, 50 of
//! medium.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use clap::Parser;
use fast_ssim2::{PixelDescriptor, PixelSlice, compute_ssimulacra2};
use rayon::prelude::*;
use warta::image::{self, Encoding, Picture, Quality, Rendition};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Compares what warta makes of photos with what it was made of.
#[derive(Parser)]
struct Args {
    /// A folder of photos.
    folder: PathBuf,
    #[arg(long, value_delimiter = ',', default_value = "480,800,1200,1600")]
    widths: Vec<u32>,
    #[arg(long, value_delimiter = ',', default_value = "50,60,70,74,76,78,80,82,84,86,90")]
    qualities: Vec<u8>,
    /// Of webp, jpeg and, if built with it, avif.
    #[arg(long, value_delimiter = ',', default_value = "webp,jpeg")]
    encodings: Vec<String>,
}

/// A picture's red, green and blue, and its size.
struct Pixels {
    samples: Vec<u8>,
    width: u32,
    height: u32,
}

/// What one file took and what it shows.
struct Measured {
    bytes: usize,
    pixels: f64,
    score: f64,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let mut photos: Vec<PathBuf> = fs::read_dir(&args.folder)?.flatten().map(|entry| entry.path()).collect();
    photos.sort();
    println!("| encoding | width | quality | kB | bits a pixel | SSIMULACRA2, mean | lowest |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for name in &args.encodings {
        let encoding = match name.as_str() {
            "webp" => Encoding::WebP,
            "jpeg" => Encoding::Jpeg,
            "avif" => Encoding::Avif,
            _ => return Err(format!("{name}: webp, jpeg or avif").into()),
        };
        for width in &args.widths {
            let each: Vec<Vec<Measured>> = photos
                .par_iter()
                .map(|photo| measure(&fs::read(photo)?, encoding, *width, &args.qualities))
                .collect::<Result<_>>()?;
            for (n, quality) in args.qualities.iter().enumerate() {
                let all = || each.iter().map(|measured| &measured[n]);
                let mean = |value: fn(&Measured) -> f64| all().map(value).sum::<f64>() / photos.len() as f64;
                let lowest = all().map(|measured| measured.score).fold(f64::INFINITY, f64::min);
                println!(
                    "| {name} | {width} | {quality} | {:.0} | {:.2} | {:.1} | {lowest:.1} |",
                    mean(|one| one.bytes as f64 / 1000.0),
                    mean(|one| one.bytes as f64 * 8.0 / one.pixels),
                    mean(|one| one.score),
                );
            }
        }
    }
    Ok(())
}

fn measure(photo: &[u8], encoding: Encoding, width: u32, qualities: &[u8]) -> Result<Vec<Measured>> {
    let picture = look(photo)?;
    let original = shown(photo, &picture, width, Encoding::Png, 100)?;
    let original = pixels(&original)?;
    let each = qualities.par_iter().map(|quality| {
        let file = shown(photo, &picture, width, encoding, *quality)?;
        let made = look(&file)?;
        let again = pixels(&shown(&file, &made, made.dimensions.width, Encoding::Png, 100)?)?;
        let score = compute_ssimulacra2(&slice(&original)?, &slice(&again)?)?;
        Ok(Measured { bytes: file.len(), pixels: made.dimensions.pixels() as f64, score })
    });
    each.collect()
}

fn look(file: &[u8]) -> Result<Picture> {
    image::inspect(file).map_err(|fault| format!("{fault:?}").into())
}

fn shown(file: &[u8], picture: &Picture, width: u32, encoding: Encoding, quality: u8) -> Result<Vec<u8>> {
    let quality = Quality { jpeg: quality, webp: quality, avif: quality };
    let rendition = Rendition { crop: None, width, encoding };
    let developed = image::develop(file, picture, &[rendition], quality).map_err(|fault| format!("{fault:?}"))?;
    developed.files.into_iter().next().ok_or_else(|| "nothing was made".into())
}

fn pixels(png: &[u8]) -> Result<Pixels> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let info = reader.next_frame(&mut samples)?;
    Ok(Pixels { samples, width: info.width, height: info.height })
}

fn slice(pixels: &Pixels) -> Result<PixelSlice<'_>> {
    let Pixels { samples, width, height } = pixels;
    Ok(PixelSlice::new(samples, *width, *height, *width as usize * 3, PixelDescriptor::RGB8_SRGB)?)
}
