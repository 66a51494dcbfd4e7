//! From the text of site.toml to [`Config`], with every fault of it.

mod design;
mod kinds;
mod links;

pub(crate) use design::colour;
pub(crate) use links::web_address;

use super::kinds::built_in;
use super::permalink::PermalinkFault;
use super::public;
use super::{Class, Config, FILE, Feeds, Images, Kind, Language, Patterns, Permalink};
use crate::data::{Meant, Placed, Reader, Synonyms, decode, parse_toml, syntax_findings};
use crate::diagnostic::{Code, Diagnostic, Span, Text, nearest};
use crate::digest::Digest;
use crate::path::RelPath;
use crate::text;
use crate::time::Zone;
use url::Url;

/// The settings' keys by other names.
const SYNONYMS: Synonyms = {
    use Meant::Key;
    &[
        ("judul", Key("title")),
        ("nama", Key("title")),
        ("nama", Key("publisher.name")),
        ("name", Key("title")),
        ("alamat", Key("base_url")),
        ("alamat", Key("publisher.address")),
        ("url", Key("base_url")),
        ("baseurl", Key("base_url")),
        ("bahasa", Key("language")),
        ("lang", Key("language")),
        ("languagecode", Key("language")),
        ("zona_waktu", Key("timezone")),
        ("zona", Key("timezone")),
        ("time_zone", Key("timezone")),
        ("tema", Key("theme")),
        ("penerbit", Key("publisher")),
        ("surel", Key("publisher.email")),
        ("telepon", Key("publisher.phone")),
        ("lambang", Key("publisher.logo")),
        ("kanal", Key("channels")),
        ("social", Key("channels")),
        ("legal_name", Key("publisher.legal_name")),
        ("logo", Key("publisher.logo")),
        ("email", Key("publisher.email")),
        ("phone", Key("publisher.phone")),
        ("address", Key("publisher.address")),
        ("youtube", Key("channels.youtube")),
        ("instagram", Key("channels.instagram")),
        ("tiktok", Key("channels.tiktok")),
        ("facebook", Key("channels.facebook")),
        ("x", Key("channels.x")),
        ("require", Key("workflow.require")),
        ("accent", Key("design.accent")),
        ("size", Key("paginate.size")),
        ("twitter", Key("channels.x")),
        ("layanan", Key("services")),
        ("keterangan", Key("services.note")),
        ("jenis", Key("kinds")),
        ("folder", Key("kinds.path")),
        ("wajib", Key("kinds.required")),
        ("menus", Key("menu")),
        ("desain", Key("design")),
        ("colour", Key("design.accent")),
        ("color", Key("design.accent")),
        ("aksen", Key("design.accent")),
        ("warna", Key("design.accent")),
        ("pagination", Key("paginate")),
        ("jumlah", Key("paginate.size")),
    ]
};

/// What stands for a title that is missing. Settings with a stand-in never publish anything.
const NO_TITLE: &str = "…";
/// What stands for an address that is missing: a domain that never exists (RFC 2606).
const NO_ADDRESS: &str = "https://site.invalid";
/// What stands for a zone that is missing.
const NO_ZONE: &str = "Asia/Jakarta";

/// The most that a listing's page or a feed takes.
pub(super) const LISTED: std::ops::RangeInclusive<u32> = 1..=1000;

/// Reads site.toml; none if it is no text at all. With an error among the findings the settings are
/// good enough to go on checking the rest of the newsroom, though perhaps [`Config::provisional`].
pub fn read(bytes: &[u8], base_url: Option<&str>) -> (Option<Config>, Vec<Diagnostic>) {
    let file = RelPath::new(FILE);
    let mut findings = Vec::new();
    let Some((text, offset)) = decode(&file, bytes, &mut findings) else { return (None, findings) };
    let (table, faults) = parse_toml(text, offset);
    syntax_findings(faults, &file, &mut findings);
    let cut = !findings.is_empty();
    let mut reader = Reader::new(&file, &table, Span::default(), &mut findings).with_synonyms(SYNONYMS);
    let config = config(&mut reader, base_url, Digest::of(bytes));
    reader.finish();
    // What can't be read may well hold the line that seems to be missing.
    findings.retain(|finding| !(cut && finding.code == Code::MissingField));
    (Some(config), findings)
}

fn config(reader: &mut Reader<'_>, base_url: Option<&str>, digest: Digest) -> Config {
    let title = reader.text("title");
    let address = reader.string("base_url");
    let language = reader.string("language");
    let codes = reader.strings("languages");
    let zone_name = reader.string("timezone");
    let theme = reader.string("theme");
    let mut addresses = Vec::new();
    let publisher = reader.table("publisher", |reader| links::publisher(reader, &mut addresses));
    let channels = reader.table("channels", links::channels).unwrap_or_default();
    let services = reader.tables("services", |reader| links::service(reader, &mut addresses));
    let mut kinds = built_in();
    reader.table("kinds", |reader| kinds::override_kinds(reader, &mut kinds));
    let has_menu = reader.entry("menu").is_some();
    let menu = has_menu.then(|| reader.tables("menu", |reader| links::link(reader, &mut addresses)));
    let workflow_required = reader.table("workflow", kinds::workflow).unwrap_or_default();
    let patterns = reader.table("permalinks", |reader| permalinks(reader, &kinds)).unwrap_or_default();
    let feeds = reader.table("feeds", |reader| Feeds::read(reader, &mut addresses)).unwrap_or_default();
    let images = reader.table("images", |reader| Images::read(reader, &kinds));
    let accent = reader.table("design", |r| colour(r, "accent")).flatten();
    let page_size = reader.table("paginate", |r| r.count_in("size", LISTED)).flatten();
    let file_budget = reader.table("check", |r| r.count_in("file_budget", 1..=10_000_000)).flatten();
    let crawlers = reader.table("crawlers", public::crawlers).unwrap_or_default();
    let index_now = reader.table("indexnow", public::index_now).flatten();
    let compress = reader.table("output", |r| r.bool("compress")).flatten().unwrap_or_default();
    reader.table("markdown", |_| ());
    let search = reader.table("search", |r| r.bool("enabled")).flatten().unwrap_or(true);

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
    let any_zone = zone.clone().or_else(|| Zone::parse(NO_ZONE)).unwrap_or_default();
    let security = reader.table("security", |r| public::security(r, &any_zone)).flatten();
    let given = base_url.map(|url| Placed { value: url.into(), span: Span::default() });
    let base = given.or(address).and_then(|url| split_base_url(reader, url));
    let provisional = title.is_none() || base.is_none() || zone.is_none();
    let (origin, base_path) = base.unwrap_or_else(|| (NO_ADDRESS.into(), "".into()));
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
    Config {
        provisional,
        title: title.unwrap_or_else(|| NO_TITLE.into()),
        origin,
        base_path,
        languages,
        zone: any_zone,
        theme: theme_name(reader, theme),
        theme_span,
        publisher: publisher.unwrap_or_default(),
        channels,
        services,
        images: images.unwrap_or_else(|| Images::default_for(&kinds)),
        kinds,
        menu,
        addresses,
        workflow_required,
        feeds,
        accent,
        page_size: page_size.map_or(20, |size| size.value),
        file_budget: file_budget.map(|budget| budget.value),
        crawlers,
        security,
        index_now,
        search,
        compress,
        digest,
    }
}

fn theme_name(reader: &mut Reader<'_>, theme: Option<Placed<Box<str>>>) -> Box<str> {
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
    theme.value
}

/// What is written for language codes, and the codes.
const MISTAKEN: [(&str, &str); 15] = [
    ("idn", "id"),
    ("ind", "id"),
    ("in", "id"),
    ("ina", "id"),
    ("indonesia", "id"),
    ("indonesian", "id"),
    ("bahasa", "id"),
    ("eng", "en"),
    ("english", "en"),
    ("inggris", "en"),
    ("jav", "jv"),
    ("jw", "jv"),
    ("jawa", "jv"),
    ("sun", "su"),
    ("sunda", "su"),
];

fn languages(reader: &mut Reader<'_>, main: Option<Placed<Box<str>>>, codes: Vec<Placed<Box<str>>>) -> Vec<Language> {
    let mut main_code = None;
    let mut languages = Vec::new();
    for mut code in main.into_iter().chain(codes) {
        if let Some((_, right)) = MISTAKEN.iter().find(|(written, _)| written.eq_ignore_ascii_case(&code.value)) {
            let written = &code.value;
            reader.report(
                Code::UnknownLanguage,
                code.span,
                text!("`{written}` bukan kode bahasa", "`{written}` is not a language code"),
                Some(text!("tulis \"{right}\"", "write \"{right}\"")),
            );
            // As what was meant, so that messages are in its language.
            code.value = (*right).into();
        }
        main_code.get_or_insert_with(|| code.value.clone());
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
            languages.push(Language { code: code.value, title: None, span: code.span });
        }
    }
    languages.sort_by_key(|language| Some(&*language.code) != main_code.as_deref());
    if languages.is_empty() {
        languages.push(Language { code: "id".into(), title: None, span: Span::default() });
    }
    languages.truncate(usize::from(u8::MAX));
    languages
}

fn zone(reader: &mut Reader<'_>, name: &Placed<Box<str>>) -> Option<Zone> {
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
fn split_base_url(reader: &mut Reader<'_>, url: Placed<Box<str>>) -> Option<(Box<str>, Box<str>)> {
    // Pages stand below the path by their names on disk, so it may hold nothing that is written otherwise there.
    let bare = |url: &Url| {
        let alone = url.username().is_empty() && url.password().is_none();
        alone && url.query().is_none() && url.fragment().is_none() && !url.path().contains(['%', ';'])
    };
    let address = Url::parse(&url.value).ok().filter(|url| matches!(url.scheme(), "http" | "https") && bare(url));
    match address {
        Some(address) => {
            let path = RelPath::new(address.path());
            let path = if path.as_str().is_empty() { String::new() } else { format!("/{path}") };
            Some((address.origin().ascii_serialization().into(), path.into()))
        }
        None => {
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

fn unknown<'k>(
    reader: &mut Reader<'_>,
    word: &Placed<Box<str>>,
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

fn permalinks(reader: &mut Reader<'_>, kinds: &[Kind]) -> Patterns {
    let mut patterns = Patterns::new();
    for entry in reader.entries().collect::<Vec<_>>() {
        let known = || kinds.iter().map(|kind| &*kind.name).chain(["default"]);
        if !known().any(|name| name == entry.key) {
            let word = Placed { value: entry.key.as_str().into(), span: entry.key_span };
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
        PermalinkFault::Reserved(name) => text!(
            "Windows memakai nama `{name}` untuk perangkat; pakai kata lain",
            "Windows keeps the name `{name}` for a device; use another word"
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
