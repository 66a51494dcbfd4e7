//! Takes the fonts of the scripts that share images draw out of the crate that carries all of Noto,
//! and tells cargo that a file that is added to the theme must be noticed too.

#![allow(clippy::print_stdout, reason = "that is how a build script speaks to cargo")]

use std::error::Error;
use std::path::PathBuf;

/// Fonts with their names.
type Fonts = Vec<(&'static str, &'static [u8])>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=themes/warta");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut list = String::from("&[");
    for (name, bytes) in scripts()? {
        std::fs::write(folder.join(name), bytes)?;
        list.push_str(&format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), "));
    }
    list.push(']');
    Ok(std::fs::write(folder.join("scripts.rs"), list)?)
}

#[cfg(not(feature = "scripts"))]
fn scripts() -> Result<Fonts, Box<dyn Error>> {
    Ok(Vec::new())
}

/// Arabic, and the scripts that the languages of Indonesia are written in beside the Latin one.
#[cfg(feature = "scripts")]
fn scripts() -> Result<Fonts, Box<dyn Error>> {
    const WANTED: [&str; 7] = [
        "NotoSansArabic-Regular",
        "NotoSansBalinese-Regular",
        "NotoSansBatak-Regular",
        "NotoSansBuginese-Regular",
        "NotoSansJavanese-Regular",
        "NotoSansRejang-Regular",
        "NotoSansSundanese-Regular",
    ];
    let find = |name: &'static str| {
        let font = hieroglyph::fonts::NOTO_SANS.iter().find(|font| postscript_name(font) == Some(name.as_bytes()));
        Ok((name, *font.ok_or_else(|| format!("hieroglyph has no font {name}"))?))
    };
    WANTED.into_iter().map(find).collect()
}

/// The name in an OpenType font's CFF table: the first entry of its name index (Adobe technical
/// note 5176, section 7).
#[cfg(feature = "scripts")]
fn postscript_name(font: &[u8]) -> Option<&[u8]> {
    let number = |at: usize, length: usize| {
        let bytes = font.get(at..at + length)?;
        Some(bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    let records = (0..number(4, 2)?).map(|table| 12 + 16 * table);
    let record = records.into_iter().find(|record| font.get(*record..record + 4) == Some(b"CFF "))?;
    let table = number(record + 8, 4)?;
    let index = table + number(table + 2, 1)?;
    let width = number(index + 2, 1)?;
    let data = index + 2 + (number(index, 2)? + 1) * width;
    font.get(data + number(index + 3, width)?..data + number(index + 3 + width, width)?)
}
