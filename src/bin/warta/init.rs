//! `warta init`: a new newsroom.

use crate::args::{Common, InitOptions};
use crate::console::answer;
use crate::report::Format;
use crate::session::tongue;
use serde_json::json;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path};
use std::process::ExitCode;
use warta::diagnostic::Tongue;
use warta::failure::Failure;
use warta::path::RelPath;
use warta::scaffold::{Newsroom, init_files};
use warta::text;
use warta::time::Zone;

/// What to do in a new newsroom.
const NEXT_ID: &str = "  warta serve        lihat di peramban\n  warta new news \"Judul\"  naskah baru";
const NEXT_EN: &str = "  warta serve        see it in a browser\n  warta new news \"Title\"  a new document";

pub fn run(common: &Common, options: &InitOptions) -> Result<ExitCode, Failure> {
    let dir = &options.dir;
    let files = init_files(&newsroom(common)?);
    for (path, _) in &files {
        let file = path.under(dir);
        if file.exists() {
            let shown = file.display();
            return Err(Failure::new(text!(
                "{shown} sudah ada; pilih folder baru atau kosong",
                "{shown} exists; choose a new or empty folder"
            )));
        }
    }
    for (path, bytes) in &files {
        write_new(&path.under(dir), bytes)?;
    }
    let (count, shown) = (files.len(), dir.display());
    // Who makes it where they are has nowhere to go.
    let is_here = dir.components().all(|part| part == Component::CurDir);
    let words = match tongue(common, None) {
        Tongue::Id if is_here => format!("Redaksi baru di folder ini: {count} berkas.\n\n{NEXT_ID}"),
        Tongue::En if is_here => format!("A new newsroom in this folder: {count} files.\n\n{NEXT_EN}"),
        Tongue::Id => format!("Redaksi baru di {shown}: {count} berkas.\n\n  cd {shown}\n{NEXT_ID}"),
        Tongue::En => format!("A new newsroom in {shown}: {count} files.\n\n  cd {shown}\n{NEXT_EN}"),
    };
    if !common.quiet || common.format != Format::Human {
        let paths: Vec<&RelPath> = files.iter().map(|(path, _)| path).collect();
        answer(common, &words, json!({ "files": paths }))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn newsroom(common: &Common) -> Result<Newsroom, Failure> {
    let timezone = "Asia/Jakarta";
    let zone = Zone::parse(timezone).unwrap_or_default();
    let local = zone.local(common.instant(|| zone.clone())?);
    Ok(Newsroom {
        title: "Warta Kota Contoh".to_owned(),
        base_url: "https://warta.contoh.go.id".to_owned(),
        timezone: timezone.to_owned(),
        today: local.date(),
    })
}

/// Writes a file that must not exist yet, with the folders above it.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let doing = || text!("tidak dapat menulis", "can't write");
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|e| Failure::io(doing(), folder, e))?;
    }
    let opened = fs::OpenOptions::new().write(true).create_new(true).open(file);
    match opened.and_then(|mut open| open.write_all(bytes)) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let shown = file.display();
            Err(Failure::new(text!(
                "{shown} sudah ada dan tidak ditimpa; pakai judul lain atau sunting berkas itu",
                "{shown} exists and is not overwritten; use another title or edit that file"
            )))
        }
        Err(error) => Err(Failure::io(doing(), file, error)),
    }
}
