//! How fast the disk takes a site: `floor BUILT OUT` writes the files of a built site from memory.
//!
//! This is the least that any generator with as many threads needs: no reading, no rendering, no
//! care for a kill half-way. Only folders and files are timed, with plain `std::fs`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use rayon::prelude::*;
use walkdir::WalkDir;

/// Writes the files of a built site from memory, and says how long that took.
#[derive(Parser)]
struct Args {
    /// The built site.
    built: PathBuf,
    /// The folder to write it to; it must not exist.
    out: PathBuf,
    /// How many threads write.
    #[arg(long, default_value_t = 4)]
    threads: usize,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(report) => {
            let written = writeln!(io::stdout(), "{report}");
            if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) }
        }
        Err(error) => {
            anstream::eprintln!("floor: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> io::Result<serde_json::Value> {
    if args.out.exists() {
        return Err(io::Error::other(format!("{} exists: remove it first", args.out.display())));
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.threads).build().map_err(io::Error::other)?;
    let files = pool.install(|| read(&args.built, &args.out))?;
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    let started = Instant::now();
    pool.install(|| write(&folders, &files))?;
    let seconds = started.elapsed().as_secs_f64();
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    Ok(serde_json::json!({
        "seconds": seconds,
        "files": files.len(),
        "folders": folders.len(),
        "bytes": bytes,
        "threads": args.threads,
    }))
}

/// Every file of the site: its new path and its bytes.
fn read(built: &Path, out: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(built).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    let read = |path: PathBuf| {
        let bytes = fs::read(&path)?;
        Ok((out.join(path.strip_prefix(built).unwrap_or(&path)), bytes))
    };
    paths.into_par_iter().map(read).collect()
}

fn write(folders: &BTreeSet<&Path>, files: &[(PathBuf, Vec<u8>)]) -> io::Result<()> {
    folders.par_iter().try_for_each(fs::create_dir_all)?;
    files.par_iter().try_for_each(|(path, bytes)| fs::write(path, bytes))
}
