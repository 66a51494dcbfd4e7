//! Takes the fonts of the scripts that share images draw out of the crate that carries all of Noto,
//! and gives the program a fingerprint: a digest of everything that it is built from.

#![allow(clippy::print_stdout, reason = "that is how a build script speaks to cargo")]

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Fonts with their names.
type Fonts = Vec<(&'static str, &'static [u8])>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=WARTA_FINGERPRINT={:032x}", fingerprint()?);
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut list = String::from("&[");
    for (name, bytes) in scripts()? {
        std::fs::write(folder.join(name), bytes)?;
        list.push_str(&format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), "));
    }
    list.push(']');
    Ok(std::fs::write(folder.join("scripts.rs"), list)?)
}

/// Of the sources, the themes, the crates that are built in, and the target and features they are
/// built for. Cargo is told to notice a change of any of them, files that are added included.
fn fingerprint() -> Result<u128, Box<dyn Error>> {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?);
    let mut files = vec![root.join("build.rs")];
    for name in ["Cargo.lock", "Cargo.toml", "src", "themes"] {
        let path = root.join(name);
        if path.exists() {
            println!("cargo:rerun-if-changed={name}");
            collect(&path, &mut files)?;
        }
    }
    files.sort();
    let mut digest = FNV_BASIS;
    for path in files {
        let name = path.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        let content = std::fs::read(&path)?;
        // With its length before it, no part can be taken for the beginning of the next.
        for part in [name.as_bytes(), &content] {
            digest = fnv(fnv(digest, &(part.len() as u64).to_le_bytes()), part);
        }
    }
    let mut circumstances: Vec<OsString> = std::env::vars_os().map(|(name, _)| name).collect();
    circumstances.retain(|name| name.to_string_lossy().starts_with("CARGO_FEATURE_"));
    circumstances.extend(std::env::var_os("TARGET"));
    circumstances.sort();
    Ok(circumstances.iter().fold(digest, |digest, name| fnv(fnv(digest, name.as_encoded_bytes()), b"\n")))
}

/// Every file at or below a path.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    std::fs::read_dir(path)?.try_for_each(|entry| collect(&entry?.path(), files))
}

/// FNV-1a of 128 bits (RFC 9923): nobody attacks it here, and it wants no crate.
fn fnv(digest: u128, bytes: &[u8]) -> u128 {
    bytes.iter().fold(digest, |digest, byte| (digest ^ u128::from(*byte)).wrapping_mul(FNV_PRIME))
}

const FNV_BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = (1 << 88) + 0x13b;

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
