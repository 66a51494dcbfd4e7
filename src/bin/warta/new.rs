//! `warta new`: a document from its kind's archetype.

use crate::args::{Common, NewOptions};
use crate::console::answer;
use crate::init::write_new;
use crate::session::root;
use serde_json::json;
use std::fs;
use std::process::ExitCode;
use warta::config::{self, Config};
use warta::diagnostic::nearest;
use warta::failure::Failure;
use warta::scaffold::{KindSpec, new_document};
use warta::text;

pub fn run(common: &Common, options: &NewOptions) -> Result<ExitCode, Failure> {
    let root = root(common)?;
    let file = root.join(config::FILE);
    let bytes = fs::read(&file).map_err(|e| Failure::io(text!("tidak dapat membaca", "can't read"), &file, e))?;
    let Some(config) = config::read(&bytes, None).0.filter(|config| !config.provisional) else {
        return Err(Failure::new(text!(
            "site.toml bermasalah; jalankan `warta check` untuk melihatnya",
            "site.toml is at fault; `warta check` tells where"
        )));
    };
    let kind = kind(&config, &options.kind)?;
    let title = options.title.trim();
    if title.is_empty() {
        return Err(Failure::new(text!("judulnya kosong", "the title is empty")));
    }
    let now = common.instant(|| config.zone.clone())?.to_zoned(config.zone.rules().clone());
    let (path, text) = new_document(&kind, title, &now);
    write_new(&path.under(&root), text.as_bytes())?;
    answer(common, path.as_str(), json!({ "file": path }))?;
    Ok(ExitCode::SUCCESS)
}

/// The kind that the user names, by its name or its folder.
fn kind(config: &Config, name: &str) -> Result<KindSpec, Failure> {
    let found = config.kind_named(name).or_else(|| config.kind_of_folder(name));
    let Some(id) = found else {
        let known =
            || config.kinds.iter().flat_map(|kind| [&*kind.name, &*kind.folder]).filter(|name| !name.is_empty());
        let list = config.kinds.iter().map(|kind| &*kind.name).collect::<Vec<_>>().join(", ");
        return Err(Failure::new(match nearest(name, known()) {
            Some(near) => text!(
                "tidak ada jenis `{name}`; mungkin maksudnya `{near}`?",
                "there is no kind `{name}`; did you mean `{near}`?"
            ),
            None => text!("tidak ada jenis `{name}`; yang ada: {list}", "there is no kind `{name}`; there are {list}"),
        }));
    };
    let kind = config.kind(id);
    Ok(KindSpec {
        name: kind.name.to_string(),
        folder: kind.folder.to_string(),
        required: kind.required.iter().map(|field| field.to_string()).collect(),
    })
}
