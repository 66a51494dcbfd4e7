//! Writes a newsroom of any size to measure with: `corpus 10000 DIR [--hugo DIR]`.
//!
//! The same number of articles and the same seed give the same bytes on every machine.

mod article;
mod body;
mod notation;
mod patterns;
mod random;
mod registers;
mod speech;
#[cfg(test)]
mod tests;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use rayon::prelude::*;

use article::{Corpus, Kind};
use notation::Notation;
use registers::Registers;

/// Writes a newsroom to measure with.
#[derive(Parser)]
struct Args {
    /// How many articles.
    articles: u64,
    /// The folder to write the newsroom to; it must be empty or new.
    folder: PathBuf,
    /// Also writes the same articles as a content folder for Hugo into this folder.
    #[arg(long)]
    hugo: Option<PathBuf>,
    /// Another seed, other articles.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("corpus: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> io::Result<()> {
    let corpus = Corpus { articles: args.articles, seed: args.seed, registers: Registers::new(args.seed) };
    let mut outputs = vec![(Notation::Warta, args.folder.join("content"))];
    refuse_full(&args.folder)?;
    write(&args.folder.join("site.toml"), &notation::site())?;
    if let Some(folder) = &args.hugo {
        refuse_full(folder)?;
        write_sections(folder)?;
        outputs.push((Notation::Hugo, folder.clone()));
    }
    for (notation, folder) in &outputs {
        write_registers(&corpus.registers, *notation, folder)?;
    }
    (0..args.articles).into_par_iter().try_for_each(|number| {
        let article = corpus.article(number);
        outputs.iter().try_for_each(|(notation, folder)| {
            write(&folder.join(&article.outline.path).with_extension("md"), &notation.article(&article))
        })
    })
}

/// Old files among the new ones would be measured too.
fn refuse_full(folder: &Path) -> io::Result<()> {
    let full = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if full {
        return Err(io::Error::other(format!("{} is not empty: remove it, or name another folder", folder.display())));
    }
    Ok(())
}

fn write_registers(registers: &Registers, notation: Notation, folder: &Path) -> io::Result<()> {
    registers.folders().into_iter().try_for_each(|(name, registers)| {
        let folder = folder.join(name);
        registers.par_iter().try_for_each(|register| {
            write(&folder.join(notation.register_file(register)), &notation.register(register))
        })
    })
}

/// Hugo takes a section's title from a file; warta knows its kinds.
fn write_sections(folder: &Path) -> io::Result<()> {
    let kinds = Kind::ALL.map(|kind| (kind.folder(), kind.label()));
    let registers = [("unit", "Unit"), ("tokoh", "Tokoh"), ("topik", "Topik"), ("tahun", "Arsip"), ("bulan", "Bulan")];
    kinds.into_iter().chain(registers).try_for_each(|(name, title)| {
        let mut text = format!("+++\ntitle = \"{title}\"\n");
        if name == "bulan" {
            text.push_str("[build]\nrender = \"never\"\n");
        }
        text.push_str("+++\n");
        write(&folder.join(name).join("_index.md"), &text)
    })
}

/// Writes a file, and makes its folder when that is missing: most folders are asked for often.
fn write(path: &Path, text: &str) -> io::Result<()> {
    match fs::write(path, text) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            fs::write(path, text)
        }
        result => result,
    }
}
