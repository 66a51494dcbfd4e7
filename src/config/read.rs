//! From the text of site.toml to [`Config`], with every fault of it.

use super::kinds::{self, FRONT_KEYS, REQUIRABLE};
use super::permalink::PermalinkFault;
use super::public;
use super::{Class, Config, FILE, Field, FieldType, Kind, Language, Link, Patterns, Permalink, Publisher, Service};
use crate::data::{Entry, Placed, Reader, Value, decode, parse_toml, syntax_findings};
use crate::diagnostic::{Code, Diagnostic, Span, Text, nearest};
use crate::digest::Digest;
use crate::path::{RelPath, slugify};
use crate::text;
use crate::time::Zone;

/// Reads site.toml. With an error among the findings there may still be settings, good enough to
/// go on checking the rest of the newsroom; without `title`, `base_url` and `timezone` there are none.
pub fn read(bytes: &[u8], base_url: Option<&str>) -> (Option<Config>, Vec<Diagnostic>) {
    let file = RelPath::new(FILE);
    let mut findings = Vec::new();
    let Some((text, offset)) = decode(&file, bytes, &mut findings) else { return (None, findings) };
    let (table, faults) = parse_toml(text, offset);
    syntax_findings(faults, &file, &mut findings);
    let mut reader = Reader::new(&file, &table, Span::default(), &mut findings);
    let config = config(&mut reader, base_url, Digest::of(bytes));
    reader.finish();
    (config, findings)
}

fn config(reader: &mut Reader<'_>, base_url: Option<&str>, digest: Digest) -> Option<Config> {
    let title = reader.text("title");
    let address = reader.string("base_url");
    let language = reader.string("language");
    let codes = reader.strings("languages");
    let zone_name = reader.string("timezone");
    let theme = reader.string("theme");
    let publisher = reader.table("publisher", publisher);
    let channels = reader.table("channels", channels).unwrap_or_default();
    let services = reader.tables("services", service);
    let mut kinds = kinds::built_in();
    reader.table("kinds", |reader| override_kinds(reader, &mut kinds));
    let menu = reader.entry("menu").is_some().then(|| reader.tables("menu", link));
    let workflow_required = reader.table("workflow", workflow).unwrap_or_default();
    let patterns = reader.table("permalinks", |reader| permalinks(reader, &kinds)).unwrap_or_default();
    let feed_limit = reader.table("feeds", |r| r.count("limit")).flatten();
    reader.table("images", |r| {
        r.entry("widths");
    });
    let page_size = reader.table("paginate", |r| r.count("size")).flatten();
    let file_budget = reader.table("check", |r| r.count("file_budget")).flatten();
    let crawlers = reader.table("crawlers", public::crawlers).unwrap_or_default();
    let index_now = reader.table("indexnow", public::index_now).flatten();
    let compress = reader.table("output", |r| r.bool("compress")).flatten().unwrap_or_default();
    reader.table("markdown", |_| ());
    reader.table("search", |_| ());

    for (line, there) in [
        ("title = \"…\"", title.is_some()),
        ("base_url = \"https://…\"", address.is_some()),
        ("timezone = \"Asia/Jakarta\"", zone_name.is_some()),
    ] {
        if !there {
            reader.missing(line);
        }
    }
    let languages = languages(reader, language, codes);
    let zone = zone_name.and_then(|name| zone(reader, &name));
    let any_zone = zone.clone().or_else(|| Zone::parse("UTC"));
    let security = any_zone.and_then(|zone| reader.table("security", |r| public::security(r, &zone)).flatten());
    let given = base_url.map(|url| Placed { value: url.to_owned(), span: Span::default() });
    let (origin, base_path) = split_base_url(reader, given.or(address)?)?;
    let theme_span = theme.as_ref().map(|theme| theme.span).unwrap_or_default();
    for kind in &mut kinds {
        if let Some(pattern) = patterns.get(&*kind.name) {
            kind.permalink = pattern.clone();
        } else if let Some(pattern) = patterns.get("default")
            && kind.class == Class::Article
        {
            kind.permalink = pattern.clone();
        }
    }
    Some(Config {
        title: title?,
        origin,
        base_path,
        languages,
        zone: zone?,
        theme: theme_name(reader, theme),
        theme_span,
        publisher: publisher.unwrap_or_default(),
        channels,
        services,
        kinds,
        menu,
        workflow_required,
        feed_limit: feed_limit.map_or(20, |limit| limit.value.clamp(1, 1000)),
        page_size: page_size.map_or(20, |size| size.value.clamp(1, 1000)),
        file_budget: file_budget.map(|budget| budget.value),
        crawlers,
        security,
        index_now,
        compress,
        digest,
    })
}

fn theme_name(reader: &mut Reader<'_>, theme: Option<Placed<String>>) -> Box<str> {
    let Some(theme) = theme else { return "warta".into() };
    if theme.value.contains(['/', '\\']) || theme.value.starts_with('.') {
        reader.report(
            Code::InvalidValue,
            theme.span,
            text!("`theme` harus nama folder di dalam themes/", "`theme` must be the name of a folder in themes/"),
            Some(text!("tulis namanya saja, misalnya \"warta\"", "write its name alone, such as \"warta\"")),
        );
        return "warta".into();
    }
    theme.value.into()
}

fn languages(reader: &mut Reader<'_>, main: Option<Placed<String>>, codes: Vec<Placed<String>>) -> Vec<Language> {
    let main_code = main.as_ref().map(|m| m.value.clone()).or_else(|| codes.first().map(|c| c.value.clone()));
    let mut languages = Vec::new();
    for code in main.into_iter().chain(codes) {
        let known: &str = &code.value;
        let usable = (2..=12).contains(&known.len()) && known.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !usable {
            reader.report(
                Code::UnknownLanguage,
                code.span,
                text!("`{known}` bukan kode bahasa", "`{known}` is not a language code"),
                Some(text!("pakai kode BCP 47, misalnya id, en, atau jv", "use a BCP 47 code, such as id, en or jv")),
            );
        } else if !languages.iter().any(|l: &Language| *l.code == *code.value) {
            languages.push(Language { code: code.value.into(), title: None });
        }
    }
    languages.sort_by_key(|language| Some(&*language.code) != main_code.as_deref());
    if languages.is_empty() {
        languages.push(Language { code: "id".into(), title: None });
    }
    languages.truncate(usize::from(u8::MAX));
    languages
}

fn zone(reader: &mut Reader<'_>, name: &Placed<String>) -> Option<Zone> {
    let zone = Zone::parse(&name.value);
    if zone.is_none() {
        let written = &name.value;
        let near = nearest(written, Zone::known());
        reader.report(
            Code::InvalidValue,
            name.span,
            text!("`{written}` bukan nama zona waktu", "`{written}` is not a time zone"),
            Some(match near {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!(
                    "WIB adalah Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura",
                    "use an IANA name such as Asia/Jakarta"
                ),
            }),
        );
    }
    zone
}

/// `https://x/warta/` into `https://x` and `/warta`.
fn split_base_url(reader: &mut Reader<'_>, url: Placed<String>) -> Option<(Box<str>, Box<str>)> {
    let address = url.value.trim_end_matches('/');
    let parts = address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
    let host_ok = |host: &str| {
        !host.is_empty()
            && !host.starts_with(['/', ':'])
            && !host.contains(|c: char| c.is_whitespace() || "?#\"'<>@".contains(c))
    };
    match parts {
        Some((scheme, rest)) if host_ok(rest) => {
            let (host, path) = rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path));
            let path = RelPath::new(path);
            let path = if path.as_str().is_empty() { String::new() } else { format!("/{path}") };
            Some((format!("{scheme}://{host}").into(), path.into()))
        }
        _ => {
            let written = &url.value;
            reader.report(
                Code::InvalidFormat,
                url.span,
                text!("`base_url` bukan alamat web: {written}", "`base_url` is not a web address: {written}"),
                Some(text!(
                    "tulis lengkap dengan https://, misalnya https://warta.contoh.go.id",
                    "write it whole, such as https://warta.example.gov"
                )),
            );
            None
        }
    }
}

/// Checks that a text is an `http(s)` address.
pub(crate) fn web_address(reader: &mut Reader<'_>, key: &'static str) -> Option<Box<str>> {
    let url = reader.string(key)?;
    let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)) {
        return Some(url.value.into());
    }
    let written = &url.value;
    reader.report(
        Code::InvalidFormat,
        url.span,
        text!("`{key}` bukan alamat web: {written}", "`{key}` is not a web address: {written}"),
        Some(text!("alamat web dimulai dengan https://", "a web address begins with https://")),
    );
    None
}

/// A link that a page may have: to the web, to a mailbox or telephone, or within the site.
fn address(reader: &mut Reader<'_>, key: &'static str) -> Option<Box<str>> {
    let url = reader.string(key)?;
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.value.starts_with(scheme));
    let inside = url.value.starts_with('/') && !url.value.starts_with("//");
    if (known || inside) && !url.value.contains(char::is_whitespace) {
        return Some(url.value.into());
    }
    let written = &url.value;
    reader.report(
        Code::InvalidFormat,
        url.span,
        text!("`{key}` bukan alamat yang dapat ditautkan: {written}", "`{key}` is no address to link to: {written}"),
        Some(text!(
            "mulai dengan https://, mailto:, tel:, atau garis miring untuk halaman situs ini",
            "begin with https://, mailto:, tel:, or a slash for a page of this site"
        )),
    );
    None
}

fn publisher(reader: &mut Reader<'_>) -> Publisher {
    let mut text = |key| reader.text(key).unwrap_or_default();
    let (name, legal_name, logo) = (text("name"), text("legal_name"), text("logo"));
    let (email, phone, address) = (text("email"), text("phone"), text("address"));
    let url = web_address(reader, "url").unwrap_or_default();
    let logo = match logo.contains("//") || logo.contains(':') {
        true => {
            let span = reader.place_of("logo").unwrap_or(reader.span());
            reader.report(
                Code::RemoteImage,
                span,
                text!("`logo` diambil dari tempat lain", "`logo` comes from elsewhere"),
                Some(text!(
                    "simpan berkasnya di static/, lalu tulis logo = \"/logo.svg\"",
                    "put the file into static/ and write logo = \"/logo.svg\""
                )),
            );
            "".into()
        }
        false => logo,
    };
    Publisher { name, legal_name, url, logo, email, phone, address }
}

fn channels(reader: &mut Reader<'_>) -> Vec<Link> {
    const CHANNELS: [(&str, &str); 5] = [
        ("youtube", "YouTube"),
        ("instagram", "Instagram"),
        ("x", "X"),
        ("tiktok", "TikTok"),
        ("facebook", "Facebook"),
    ];
    let channel = |(key, name): (&'static str, &str)| Some(Link { name: name.into(), url: web_address(reader, key)? });
    CHANNELS.into_iter().filter_map(channel).collect()
}

fn service(reader: &mut Reader<'_>) -> Option<Service> {
    let name = reader.text("name");
    let url = address(reader, "url");
    let note = reader.text("note").unwrap_or_default();
    for (line, there) in [("name = \"…\"", name.is_some()), ("url = \"https://…\"", reader.has("url"))] {
        if !there {
            reader.missing(line);
        }
    }
    Some(Service { name: name?, url: url?, note })
}

fn link(reader: &mut Reader<'_>) -> Option<Link> {
    let (name, url) = (reader.text("name"), address(reader, "url"));
    for (line, there) in [("name = \"…\"", name.is_some()), ("url = \"https://…\"", reader.has("url"))] {
        if !there {
            reader.missing(line);
        }
    }
    Some(Link { name: name?, url: url? })
}

fn workflow(reader: &mut Reader<'_>) -> Vec<Box<str>> {
    let required = reader.strings("require");
    requirable(reader, required, &[])
}

/// The fields among `written` that can be required: those of every document, and a kind's `own`.
fn requirable(reader: &mut Reader<'_>, written: Vec<Placed<String>>, own: &[Field]) -> Vec<Box<str>> {
    let known = || REQUIRABLE.into_iter().chain(own.iter().map(|field| &*field.name));
    let mut fields = Vec::with_capacity(written.len());
    for field in written {
        if known().any(|name| name == field.value) {
            fields.push(field.value.into());
        } else {
            unknown(reader, &field, "isian", "field", known());
        }
    }
    fields
}

fn unknown<'k>(
    reader: &mut Reader<'_>,
    word: &Placed<String>,
    id: &str,
    en: &str,
    known: impl Iterator<Item = &'k str>,
) {
    let known: Vec<&str> = known.collect();
    let written = &word.value;
    let list = known.join(", ");
    let help = match nearest(written, known) {
        Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
        None => text!("pilihannya: {list}", "one of: {list}"),
    };
    let message = text!("{id} `{written}` tidak dikenal", "the {en} `{written}` is not known");
    reader.report(Code::InvalidValue, word.span, message, Some(help));
}

fn override_kinds(reader: &mut Reader<'_>, kinds: &mut Vec<Kind>) {
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
        if path.value == slugify(&path.value) {
            kind.folder = path.value.into();
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
            let found = FieldType::NAMES.iter().find(|(known, _)| **known == word.value);
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

fn permalinks(reader: &mut Reader<'_>, kinds: &[Kind]) -> Patterns {
    let mut patterns = Patterns::new();
    for entry in reader.entries().collect::<Vec<_>>() {
        let known = || kinds.iter().map(|kind| &*kind.name).chain(["default"]);
        if !known().any(|name| name == entry.key) {
            let word = Placed { value: entry.key.clone(), span: entry.key_span };
            unknown(reader, &word, "jenis", "kind", known());
            continue;
        }
        let Some(Placed { value: pattern, span }) = reader.string(&entry.key) else { continue };
        match Permalink::parse(&pattern) {
            Ok(pattern) => drop(patterns.insert(entry.key.clone(), pattern)),
            Err(fault) => {
                let (message, help) = permalink_fault(&pattern, fault);
                reader.report(Code::InvalidValue, span, message, Some(help));
            }
        }
    }
    reader.all_known();
    patterns
}

fn permalink_fault(pattern: &str, fault: PermalinkFault) -> (Text, Text) {
    let message = text!("pola alamat tidak sah: {pattern}", "this is no pattern of addresses: {pattern}");
    let help = match fault {
        PermalinkFault::Unclosed => text!("tutup kurung kurawalnya dengan }}", "close the brace with }}"),
        PermalinkFault::NoSlug => text!(
            "tambahkan {{slug}} atau {{id}}, supaya alamatnya tidak kembar",
            "add {{slug}} or {{id}}, or every document has the same address"
        ),
        PermalinkFault::Characters => text!("hapus `..` dan tanda ? # %", "remove `..` and the signs ? # %"),
        PermalinkFault::Placeholder(name) => match nearest(&name, Permalink::PLACEHOLDERS) {
            Some(near) => text!(
                "{{{name}}} tidak ada; mungkin maksudnya {{{near}}}?",
                "there is no {{{name}}}; did you mean {{{near}}}?"
            ),
            None => text!(
                "{{{name}}} tidak ada; yang ada: kind, year, month, day, slug, id",
                "there is no {{{name}}}; there are kind, year, month, day, slug, id"
            ),
        },
    };
    (message, help)
}
