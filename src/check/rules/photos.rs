//! What photos are shown with, and whether they are fit for their places.

use crate::check::Desk;
use crate::config::Class;
use crate::content::body::{Component, Fill};
use crate::content::{Document, Photo};
use crate::data::Value;
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::image::{Format, Picture, SvgFault, SvgRisk};
use crate::path::RelPath;
use crate::routes::{FileReference, MediaFile, references, resolve};
use crate::source::{CONTENT, STATIC};
use crate::text;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// What search engines and large screens want of an article's first photo, in pixels across.
const LEAD_WIDTH: u32 = 1200;
/// Below this a photo in a text is a stamp.
const TEXT_WIDTH: u32 = 480;
/// Below this a portrait or a unit's logo is a blur.
const PORTRAIT_WIDTH: u32 = 160;

/// Kinds whose photos are the picture of something else, such as a video: they need no caption.
const ILLUSTRATED: [&str; 3] = ["video", "agenda", "announcement"];

/// The words and the size of a document's photos.
pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let kind = desk.config().kind(document.identity.kind);
    let before = findings.len();
    let mut complete = document.front.photos.is_empty();
    for (number, photo) in document.front.photos.iter().enumerate() {
        let path = resolve(&document.folder(), &photo.src.value);
        let media = path.as_ref().and_then(|path| desk.edition.media.get(path));
        // What is not there or no picture is reported as that.
        let Some(picture) = media.and_then(|media| media.picture.as_ref().ok()) else { continue };
        complete |= words(document, photo, picture, &kind.name, kind.is_article(), findings);
        repeats(document, &photo.alt, &photo.caption, &photo.src.value, photo.alt_span, findings);
        let least = match (number, kind.class) {
            (0, Class::Article) => LEAD_WIDTH,
            (_, Class::Unit | Class::Person | Class::Topic) => PORTRAIT_WIDTH,
            _ => TEXT_WIDTH,
        };
        small(document, photo.src.span, Some(picture), least, findings);
    }
    if !complete && kind.required.iter().any(|field| &**field == "photos") {
        // Where the kind lives by its photos, one of them must be complete.
        let is_of_words =
            |finding: &&mut Diagnostic| matches!(finding.code, Code::PhotoWithoutWords | Code::ImageWithoutAlt);
        findings[before..].iter_mut().filter(is_of_words).for_each(|finding| finding.severity = Severity::Error);
    }
    for hole in document.body().all_holes() {
        if let Fill::Component(component) = &hole.fill {
            in_text(document, component, hole.span, desk, findings);
        }
    }
}

/// Whether a photo has all its words, those in the file counted; says what is missing or found.
fn words(
    document: &Document,
    photo: &Photo,
    picture: &Picture,
    kind: &str,
    article: bool,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let credits = &picture.credits;
    let captioned = article && !ILLUSTRATED.contains(&kind);
    let fields = [
        ("alt", &*photo.alt, &*credits.alt, true),
        ("caption", &*photo.caption, &*credits.description, captioned),
        ("credit", &*photo.credit, credits.line(), article),
    ];
    let (mut taken, mut missing) = (Vec::new(), Vec::new());
    for (key, own, file, wanted) in fields {
        match (own.is_empty(), file.is_empty()) {
            (true, false) => taken.push(key),
            (true, true) if wanted => missing.push(key),
            _ => {}
        }
    }
    if !taken.is_empty() {
        let keys = quoted(&taken);
        findings.push(Diagnostic::new(
            Code::WordsFromFile,
            &document.file,
            photo.src.span,
            text!("{keys} foto ini diambil dari berkasnya", "{keys} of this photo were taken from its file"),
        ));
    }
    if missing.first() == Some(&"alt") {
        missing.remove(0);
        findings.push(
            Diagnostic::new(
                Code::ImageWithoutAlt,
                &document.file,
                photo.alt_span,
                text!("foto ini belum punya `alt`", "this photo has no `alt`"),
            )
            .severity(Severity::Warning)
            .help(text!(
                "tulis apa yang terlihat, untuk pembaca tunanetra: alt = \"…\"",
                "say what is to be seen, for readers who can't: alt = \"…\""
            )),
        );
    }
    if !missing.is_empty() {
        let keys = quoted(&missing);
        let lines = missing.iter().map(|key| format!("{key} = \"…\"")).collect::<Vec<_>>().join(", ");
        findings.push(
            Diagnostic::new(
                Code::PhotoWithoutWords,
                &document.file,
                photo.src.span,
                text!("foto ini belum punya {keys}", "this photo has no {keys}"),
            )
            .help(text!(
                "tulis siapa, di mana, dan siapa pemotretnya: {lines}",
                "say who, where and who took it: {lines}"
            )),
        );
    }
    fields.iter().all(|(_, own, file, _)| !own.is_empty() || !file.is_empty())
}

fn quoted(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// An alternative text that only repeats what is there already helps nobody.
fn repeats(document: &Document, alt: &str, caption: &str, src: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    if alt.is_empty() {
        return;
    }
    let name = src.rsplit('/').next().unwrap_or(src);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (id, en) = if [name, stem].iter().any(|name| plain(alt) == plain(name)) {
        ("nama berkasnya", "the file's name")
    } else if plain(alt) == plain(caption) {
        ("keterangannya", "the caption")
    } else {
        return;
    };
    findings.push(
        Diagnostic::new(
            Code::AltRepeats,
            &document.file,
            span,
            text!("`alt` hanya mengulang {id}", "`alt` only repeats {en}"),
        )
        .help(text!(
            "tulis apa yang terlihat di foto, seperti menceritakannya lewat telepon",
            "say what is to be seen, as if you told it on the telephone"
        )),
    );
}

/// A text without what file names and sentences differ in.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn small(document: &Document, span: Span, picture: Option<&Picture>, least: u32, findings: &mut Vec<Diagnostic>) {
    let Some(width) = picture.filter(|p| p.format != Format::Svg).map(|p| p.dimensions.width) else { return };
    if width < least {
        findings.push(
            Diagnostic::new(
                Code::SmallPhoto,
                &document.file,
                span,
                text!(
                    "foto ini hanya {width} piksel lebarnya; di tempat ini perlu {least}",
                    "this photo is only {width} pixels wide; its place needs {least}"
                ),
            )
            .help(text!(
                "pakai berkas asli dari kamera, bukan kiriman aplikasi pesan",
                "use the camera's own file, not one sent through a messenger"
            )),
        );
    }
}

/// A picture within the text.
fn in_text(document: &Document, component: &Component, span: Span, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let text_of = |name: &str| {
        let argument = component.arguments.iter().find(|argument| &*argument.name == name)?;
        match &argument.value.value {
            Value::String(text) => Some((text.as_str(), argument.value.span)),
            _ => None,
        }
    };
    let Some((src, place)) = text_of("src").filter(|_| &*component.name != "file") else { return };
    let (alt, alt_place) = text_of("alt").unwrap_or_default();
    let caption = text_of("caption").map_or("", |(caption, _)| caption);
    let alt_place = if alt_place == Span::default() { span } else { alt_place };
    repeats(document, alt, caption, src, alt_place, findings);
    let path = resolve(&document.folder(), src);
    let media = path.and_then(|path| desk.edition.media.get(&path));
    small(document, place, media.and_then(|media| media.picture.as_ref().ok()), TEXT_WIDTH, findings);
}

/// What is true of the files themselves: what is private in them, which are the same, which are
/// shown nowhere.
pub(in crate::check) fn check_files(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let mut by_digest: FxHashMap<_, &RelPath> = FxHashMap::default();
    for (path, media) in desk.edition.media.iter() {
        let Ok(picture) = &media.picture else { continue };
        private(path, picture, findings);
        findings.extend(media.risk.as_ref().map(|fault| unsafe_drawing(path, fault)));
        misnamed(path, picture, findings);
        if path.below(STATIC).is_some() {
            continue;
        }
        if let Some(first) = by_digest.insert(media.digest, path) {
            findings.push(same(path, first));
            by_digest.insert(media.digest, first);
        }
    }
    let photos: Vec<&RelPath> =
        desk.files.iter().filter(|file| file.below(CONTENT).is_some() && is_photo(file)).collect();
    if photos.is_empty() {
        return;
    }
    let named = desk.documents.par_iter().flat_map_iter(|document| references(document));
    let shown: FxHashSet<RelPath> = named.filter_map(|reference: FileReference| reference.path).collect();
    findings.extend(photos.into_iter().filter(|file| !shown.contains(*file)).map(unused_photo));
}

fn unsafe_drawing(path: &RelPath, fault: &SvgFault) -> Diagnostic {
    let (id, en) = match fault.risk {
        SvgRisk::Malformed => ("bukan XML yang utuh", "it is no well-formed XML"),
        SvgRisk::Namespace => ("unsur pertamanya bukan SVG", "its first element is no SVG"),
        SvgRisk::Doctype => ("ada DOCTYPE atau entitas", "it has a DOCTYPE or an entity"),
        SvgRisk::Instruction => ("ada instruksi pengolah", "it has a processing instruction"),
        SvgRisk::Script => ("ada skrip", "it holds a script"),
        SvgRisk::Handler => ("ada atribut yang menjalankan skrip", "it has an attribute that runs a script"),
        SvgRisk::Foreign => ("ada HTML di dalamnya", "there is HTML in it"),
        SvgRisk::External => ("ia memuat sesuatu dari luar berkas", "it loads something from outside the file"),
    };
    Diagnostic::new(
        Code::UnsafeDrawing,
        path,
        fault.span,
        text!("gambar SVG ini ditolak: {id}", "this SVG is refused: {en}"),
    )
    .help(text!(
        "simpan ulang sebagai SVG biasa di program gambar, atau ekspor sebagai PNG",
        "save it again as plain SVG in a drawing program, or export it as PNG"
    ))
}

fn is_photo(file: &RelPath) -> bool {
    const ENDINGS: [&str; 8] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif"];
    let ending = file.as_str().rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn private(path: &RelPath, picture: &Picture, findings: &mut Vec<Diagnostic>) {
    if picture.private.location {
        findings.push(
            Diagnostic::new(
                Code::PrivateData,
                path,
                0..0,
                text!(
                    "foto ini menyimpan lokasi pemotretan; lokasi itu tidak ikut diterbitkan",
                    "this photo holds the place where it was taken; that is not published"
                ),
            )
            .help(text!(
                "berkas di repositori tetap memuatnya; hapus di sana juga bila repositorinya terbuka",
                "the file in the repository still holds it; remove it there too if the repository is public"
            )),
        );
    }
}

/// A picture is opened by what it is, whatever it is called; HEIC has to become another file anyway.
fn misnamed(path: &RelPath, picture: &Picture, findings: &mut Vec<Diagnostic>) {
    let Some(extension) = path.extension() else { return };
    let called = match &*extension {
        "jpeg" | "jpe" | "jfif" => "jpg",
        "heif" => "heic",
        "svgz" => "svg",
        other => other,
    };
    if called != picture.format.extension() && picture.format != Format::Heic {
        let (name, real) = (picture.format.name(), picture.format.extension());
        let new = path.file_name().strip_suffix(&format!(".{extension}")).unwrap_or(path.file_name());
        findings.push(
            Diagnostic::new(
                Code::MisnamedPicture,
                path,
                0..0,
                text!(
                    "gambar ini bernama .{extension}, tetapi isinya {name}",
                    "this picture is called .{extension}, but it is {name}"
                ),
            )
            .help(text!("ganti namanya menjadi {new}.{real}", "rename it to {new}.{real}")),
        );
    }
}

fn same(path: &RelPath, first: &RelPath) -> Diagnostic {
    let short = first.below(CONTENT).unwrap_or(first.as_str());
    Diagnostic::new(
        Code::SamePhoto,
        path,
        0..0,
        text!("foto ini sama persis dengan {first}", "this photo is the same as {first}"),
    )
    .help(text!(
        "simpan satu saja; naskah lain dapat menyebutnya dengan src = \"/{short}\"",
        "keep one; other documents can name it as src = \"/{short}\""
    ))
}

fn unused_photo(file: &RelPath) -> Diagnostic {
    Diagnostic::new(
        Code::UnusedPhoto,
        file,
        0..0,
        text!("foto ini tidak dipakai naskah mana pun", "no document shows this photo"),
    )
    .help(text!(
        "tambahkan ke `photos` naskahnya, atau hapus berkasnya",
        "add it to its document's `photos`, or delete the file"
    ))
}

/// A picture whose file claims more pixels than may be opened.
pub(in crate::check) fn too_large(document: &Document, span: Span, media: &MediaFile, most: u64) -> Option<Diagnostic> {
    // A drawing's pixels are a word; none is opened.
    let is_too_large = |picture: &&Picture| picture.format != Format::Svg && picture.dimensions.pixels() > most;
    let picture = media.picture.as_ref().ok().filter(is_too_large)?;
    let (width, height) = (picture.dimensions.width, picture.dimensions.height);
    let most = most / 1_000_000;
    let message = text!(
        "gambar ini {width} × {height} piksel, lebih dari {most} megapiksel",
        "this picture has {width} × {height} pixels, more than {most} megapixels"
    );
    Some(Diagnostic::new(Code::PictureTooLarge, &document.file, span, message).help(text!(
        "kecilkan dahulu, atau naikkan images.max_megapixels di site.toml",
        "make it smaller first, or raise images.max_megapixels in site.toml"
    )))
}
