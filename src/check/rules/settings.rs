//! What site.toml says must fit the rest of the newsroom: its links lead somewhere, and the theme
//! has words for its languages.

use super::links::{Stands, at_address, to_empty};
use crate::check::Desk;
use crate::config::{self, IMAGE_HEIGHT, IMAGE_WIDTH, Language, is_small_enough};
use crate::data::Placed;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::image::Dimensions;
use crate::path::RelPath;
use crate::source::STATIC;
use crate::text;
use crate::theme::Theme;

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let site = RelPath::new(config::FILE);
    findings.extend(desk.config().addresses.iter().filter_map(|address| link(address, &site, desk)));
    findings.extend(feed_image(&site, desk));
    if let Some(theme) = desk.theme {
        let languages = desk.config().languages.iter();
        findings.extend(languages.filter_map(|language| untranslated(language, theme, &site, desk)));
    }
}

/// A link within the site that leads nowhere. One that is written with the site's own host is only
/// warned of: something else may answer there.
fn link(address: &Placed<Box<str>>, site: &RelPath, desk: &Desk<'_>) -> Option<Diagnostic> {
    let written = &*address.value;
    let own = desk.config().absolute("");
    let (path, severity) = match written.strip_prefix(own.as_str()) {
        Some(path) if path.is_empty() || path.starts_with('/') => (path, Severity::Warning),
        _ if written.contains(':') => return None,
        _ => (written, Severity::Error),
    };
    let path = path.split('#').next().unwrap_or(path);
    if desk.edition.routes.lookup(path).is_some() {
        return None;
    }
    let (span, message) =
        (address.span, text!("tidak ada apa-apa di alamat {written}", "there is nothing at {written}"));
    Some(match at_address(path, desk) {
        Stands::Empty => to_empty(site, path, span),
        Stands::Hidden(document) => {
            let file = &document.file;
            Diagnostic::new(
                Code::LinkToUnpublished,
                site,
                span,
                text!("tautan ke naskah yang tidak terbit: {written}", "a link to what is not published: {written}"),
            )
            .help(text!(
                "hapus tautan ini sampai {file} terbit; pembaca hanya menemukan halaman galat",
                "remove the link until {file} is published; readers would only find an error page"
            ))
        }
        Stands::Nothing => {
            let near = desk.nearest_address(path);
            Diagnostic::new(Code::DeadLink, site, span, message).severity(severity).help(match near {
                Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                None => text!(
                    "tulis alamat halaman yang ada, misalnya /berita/, atau hapus tautan ini",
                    "write the address of a page that there is, such as /berita/, or remove the link"
                ),
            })
        }
    })
}

/// The picture that stands for feeds: RSS takes it up to a size. One that is not there is told as a link.
fn feed_image(site: &RelPath, desk: &Desk<'_>) -> Option<Diagnostic> {
    let image = desk.config().feeds.image.as_ref()?;
    let path = RelPath::new(STATIC).join(image.value.trim_start_matches('/'));
    let help = text!(
        "simpan sebagai PNG kecil yang persegi, misalnya 144 × 144 piksel",
        "save it as a small square PNG, such as 144 × 144 pixels"
    );
    let (code, message) = match &desk.edition.media.get(&path)?.picture {
        Ok(picture) if is_small_enough(picture.dimensions) => return None,
        Ok(picture) => {
            let Dimensions { width, height } = picture.dimensions;
            let message = text!(
                "{path} berukuran {width} × {height} piksel; RSS hanya menerima sampai {IMAGE_WIDTH} × {IMAGE_HEIGHT}",
                "{path} has {width} × {height} pixels; RSS takes {IMAGE_WIDTH} × {IMAGE_HEIGHT} at most"
            );
            (Code::PictureTooLarge, message)
        }
        Err(_) => (
            Code::UnreadablePicture,
            text!("{path} bukan gambar yang dapat dibuka", "{path} is no picture that can be shown"),
        ),
    };
    Some(Diagnostic::new(code, site, image.span, message).severity(Severity::Warning).help(help))
}

/// A language for which the theme has no interface words: those of another are shown.
fn untranslated(language: &Language, theme: &Theme, site: &RelPath, desk: &Desk<'_>) -> Option<Diagnostic> {
    let code = &language.code;
    let file = format!("i18n/{code}.toml");
    // A theme without words for any language is an error that was told already.
    if theme.files.get(&file).is_some() || theme.files.below("i18n").next().is_none() {
        return None;
    }
    let name = &desk.config().theme;
    let own = desk.files.iter().any(|path| path.below(&format!("themes/{name}")).is_some());
    let message = text!(
        "tema tidak punya kata antarmuka untuk bahasa `{code}`; yang tampil kata bahasa lain",
        "the theme has no interface words for `{code}`; those of another language are shown"
    );
    let help = if own {
        text!(
            "tulis themes/{name}/{file}: salin i18n/id.toml, lalu terjemahkan",
            "write themes/{name}/{file}: copy i18n/id.toml and translate it"
        )
    } else {
        text!(
            "buat themes/kota/theme.toml berisi extends = \"{name}\" dan themes/kota/{file}, lalu theme = \"kota\" di site.toml",
            "make themes/city/theme.toml with extends = \"{name}\" and themes/city/{file}, then theme = \"city\" in site.toml"
        )
    };
    let finding = Diagnostic::new(Code::MissingTranslation, site, language.span, message);
    Some(finding.severity(Severity::Warning).help(help))
}
