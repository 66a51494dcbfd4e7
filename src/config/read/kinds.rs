//! The kinds that site.toml changes or declares, and the fields that it requires.

use super::unknown;
use crate::config::kinds::{FRONT_KEYS, REQUIRABLE};
use crate::config::{Class, Field, FieldType, Kind, Permalink};
use crate::data::{Entry, Placed, Reader, Value};
use crate::diagnostic::Code;
use crate::path::slugify;
use crate::text;

pub(super) fn workflow(reader: &mut Reader<'_>) -> Vec<Box<str>> {
    let required = reader.strings("require");
    requirable(reader, required, &[])
}

/// The fields among `written` that can be required: those of every document, and a kind's `own`.
fn requirable(reader: &mut Reader<'_>, written: Vec<Placed<Box<str>>>, own: &[Field]) -> Vec<Box<str>> {
    let known = || REQUIRABLE.into_iter().chain(own.iter().map(|field| &*field.name));
    let mut fields = Vec::with_capacity(written.len());
    for field in written {
        if known().any(|name| *name == *field.value) {
            fields.push(field.value);
        } else {
            unknown(reader, &field, "isian", "field", known());
        }
    }
    fields
}

pub(super) fn override_kinds(reader: &mut Reader<'_>, kinds: &mut Vec<Kind>) {
    for entry in reader.entries().collect::<Vec<_>>() {
        let index = kinds.iter().position(|kind| *kind.name == *entry.key);
        let (name, built_in) = (&entry.key, index.is_some());
        let mut kind = index.map(|i| kinds[i].clone()).unwrap_or_else(|| Kind {
            name: entry.key.as_str().into(),
            folder: entry.key.as_str().into(),
            labels: Vec::new(),
            class: Class::Article,
            required: Vec::new(),
            fields: Vec::new(),
            permalink: Permalink::default_of(Class::Article),
        });
        if !built_in && slugify(&entry.key) != entry.key {
            reader.report(
                Code::InvalidValue,
                entry.key_span,
                text!("nama jenis `{name}` tidak dapat dipakai", "the name of the kind `{name}` can't be used"),
                Some(text!("pakai huruf kecil, angka, dan tanda hubung", "use small letters, digits and hyphens")),
            );
            continue;
        }
        if reader.inner(entry, |reader| read_kind(reader, &mut kind)).is_none() {
            continue;
        }
        match index {
            Some(i) => kinds[i] = kind,
            None if kinds.len() < usize::from(u8::MAX) => kinds.push(kind),
            None => {}
        }
    }
    reader.all_known();
    report_shared_folders(reader, kinds);
}

fn report_shared_folders(reader: &mut Reader<'_>, kinds: &[Kind]) {
    for (i, kind) in kinds.iter().enumerate() {
        if let Some(other) = kinds[..i].iter().find(|other| other.folder == kind.folder) {
            let (folder, one, two) = (&kind.folder, &other.name, &kind.name);
            // At least one of the two stands in site.toml.
            let place = reader.entries().filter(|entry| *entry.key == **one || *entry.key == **two).last();
            reader.report(
                Code::DuplicateId,
                place.map_or(reader.span(), |entry| entry.key_span),
                text!(
                    "jenis `{one}` dan `{two}` memakai folder yang sama: {folder}",
                    "the kinds `{one}` and `{two}` have the same folder: {folder}"
                ),
                Some(text!("beri `path` yang berbeda", "give one of them another `path`")),
            );
        }
    }
}

fn read_kind(reader: &mut Reader<'_>, kind: &mut Kind) {
    if let Some(path) = reader.string("path") {
        if *path.value == *slugify(&path.value) {
            kind.folder = path.value;
        } else {
            let better = slugify(&path.value);
            reader.report(
                Code::InvalidSlug,
                path.span,
                text!("`path` tidak dapat dipakai sebagai alamat", "`path` can't be used as an address"),
                Some(text!("tulis `{better}`", "write `{better}`")),
            );
        }
    }
    kind.labels.extend(labels(reader));
    let required = reader.strings("required");
    kind.fields.extend(fields(reader));
    let required = requirable(reader, required, &kind.fields);
    if !required.is_empty() {
        kind.required = required;
    }
}

/// `label = "Kunjungan"` or `label = { id = "Kunjungan", en = "Visits" }`.
fn labels(reader: &mut Reader<'_>) -> Vec<(Box<str>, Box<str>)> {
    let Some(entry) = reader.entry("label") else { return Vec::new() };
    match &entry.node.value {
        Value::String(label) => vec![("".into(), label.trim().into())],
        Value::Table(table) => {
            let label = |entry: &Entry| match &entry.node.value {
                Value::String(label) => Some((entry.key.as_str().into(), label.trim().into())),
                _ => None,
            };
            table.entries.iter().filter_map(label).collect()
        }
        _ => {
            reader.string("label");
            Vec::new()
        }
    }
}

fn fields(reader: &mut Reader<'_>) -> Vec<Field> {
    let mut fields = Vec::new();
    reader.table("fields", |reader| {
        for entry in reader.entries().collect::<Vec<_>>() {
            let Some(word) = reader.string(&entry.key) else { continue };
            let key = entry.key.as_str();
            if FRONT_KEYS.contains(&key) {
                reader.report(
                    Code::DuplicateKey,
                    entry.key_span,
                    text!("`{key}` sudah ada pada semua jenis", "every kind has `{key}` already"),
                    Some(text!("pakai nama lain", "use another name")),
                );
                continue;
            }
            let found = FieldType::NAMES.iter().find(|(known, _)| **known == *word.value);
            match found {
                Some((_, of)) => fields.push(Field { name: entry.key.as_str().into(), of: *of }),
                None => {
                    unknown(reader, &word, "tipe", "type", FieldType::NAMES.iter().map(|(name, _)| *name));
                }
            }
        }
        reader.all_known();
    });
    fields
}
