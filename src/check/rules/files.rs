//! Photos and attachments that a document names must be there.

use crate::check::Desk;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::image::{Format, Unreadable};
use crate::newsroom::{State, state};
use crate::path::RelPath;
use crate::routes::{is_document, references};
use crate::text;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for reference in references(document) {
        let written = &reference.written;
        if is_document(reference.path.as_ref(), written) {
            let message = text!(
                "naskah tidak dapat ditawarkan sebagai berkas: {written}",
                "a document can't be offered as a file: {written}"
            );
            let help =
                text!("tautkan di dalam teks: `[teks]({written})`", "link to it in the text: `[text]({written})`");
            findings.push(Diagnostic::new(Code::ForbiddenLink, &document.file, reference.span, message).help(help));
            continue;
        }
        if let Some(path) = reference.path.as_ref().filter(|path| desk.has_file(path)) {
            if let Some(owner) = hidden_owner(document, path, desk) {
                findings.push(of_unpublished(document, reference.span, owner, written));
            } else if reference.picture {
                findings.extend(picture(document, reference.span, path, desk));
            }
            continue;
        }
        if written.starts_with("www.") || written.starts_with("http") {
            findings.push(
                Diagnostic::new(
                    Code::DeadLink,
                    &document.file,
                    reference.span,
                    text!("alamat web ini tidak lengkap: {written}", "this web address is not complete: {written}"),
                )
                .help(text!("awali dengan https://", "begin it with https://")),
            );
            continue;
        }
        if reference.path.as_ref().is_some_and(|path| desk.has_folder(path)) {
            findings.push(a_folder(document, reference.span, written));
            continue;
        }
        let message = text!("berkas tidak ada: {written}", "there is no such file: {written}");
        let finding = Diagnostic::new(Code::MissingFile, &document.file, reference.span, message);
        let near = reference.path.as_ref().and_then(|path| {
            let folder = path.parent();
            nearest(path.file_name(), desk.names_in(&folder)).map(str::to_owned)
        });
        findings.push(finding.help(match near {
            Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
            None => text!(
                "simpan berkasnya di folder dokumen ini, atau perbaiki namanya",
                "put the file into this document's folder, or mend its name"
            ),
        }));
    }
}

fn a_folder(document: &Document, span: Span, written: &str) -> Diagnostic {
    let message = text!("{written} adalah folder, bukan berkas", "{written} is a folder, not a file");
    Diagnostic::new(Code::MissingFile, &document.file, span, message)
        .help(text!("sebutkan berkas di dalamnya", "name a file in it"))
}

/// What keeps a file from being shown as a picture, as far as its header tells.
fn picture(document: &Document, span: Span, path: &RelPath, desk: &Desk<'_>) -> Option<Diagnostic> {
    let file = desk.edition.media.get(path)?;
    match &file.picture {
        Err(why) => Some(unreadable(document, span, path, *why)),
        Ok(picture) if picture.format == Format::Heic => Some(heic(document, span, path)),
        Ok(_) => super::photos::too_large(document, span, file, desk.config().images.max_pixels),
    }
}

fn heic(document: &Document, span: Span, path: &RelPath) -> Diagnostic {
    let name = path.file_name();
    let message =
        text!("{name} berformat HEIC, yang tidak dibuka peramban", "{name} is HEIC, which browsers don't show");
    Diagnostic::new(Code::UnreadablePicture, &document.file, span, message).help(text!(
        "simpan ulang sebagai .jpg; di iPhone: Pengaturan > Kamera > Format > Paling Kompatibel",
        "save it as .jpg; on an iPhone: Settings > Camera > Formats > Most Compatible"
    ))
}

fn is_called_picture(path: &RelPath) -> bool {
    let extension = path.extension().unwrap_or_default();
    matches!(&*extension, "jpg" | "jpeg" | "png" | "webp" | "gif" | "avif" | "svg")
}

/// A file that is named as a picture and can't be shown as one.
pub fn unreadable(document: &Document, span: Span, path: &RelPath, why: Unreadable) -> Diagnostic {
    let name = path.file_name();
    let again = || text!("unggah ulang berkas aslinya", "upload the original file again");
    let (message, help) = match why {
        Unreadable::Empty => (text!("{name} kosong, 0 bita", "{name} is empty, 0 bytes"), again()),
        Unreadable::Damaged => (text!("{name} rusak atau terpotong", "{name} is damaged or cut short"), again()),
        Unreadable::NotAPicture if matches!(path.extension().as_deref(), Some("heic" | "heif")) => {
            return heic(document, span, path);
        }
        Unreadable::Unsupported if path.extension().as_deref() == Some("avif") => (
            text!(
                "{name} memakai ragam AVIF yang tidak didukung",
                "{name} is of a variant of AVIF that is not supported"
            ),
            text!(
                "simpan ulang sebagai .jpg bermutu 90 ke atas, atau sebagai .avif satu gambar utuh tanpa ubin",
                "save it again as a .jpg of quality 90 or more, or as an .avif of one whole picture without tiles"
            ),
        ),
        Unreadable::NotAPicture if is_called_picture(path) => {
            (text!("isi {name} bukan gambar", "what {name} holds is no picture"), again())
        }
        Unreadable::NotAPicture => (
            text!("{name} bukan gambar", "{name} is no picture"),
            text!("pakai foto .jpg, .png, .webp, atau .svg", "use a .jpg, .png, .webp or .svg"),
        ),
        Unreadable::Unsupported => (
            text!("{name} memakai ragam format yang tidak didukung", "{name} is of a variant that is not supported"),
            text!("simpan ulang sebagai .jpg atau .png biasa", "save it again as a plain .jpg or .png"),
        ),
    };
    Diagnostic::new(Code::UnreadablePicture, &document.file, span, message).help(help)
}

/// The document in whose own folder a file lies, if that document is not published but the one that
/// refers to the file is.
fn hidden_owner<'a>(document: &Document, path: &RelPath, desk: &Desk<'a>) -> Option<&'a Document> {
    let now = desk.edition.newsroom.now;
    let hidden = |document: &Document| !matches!(state(document, now), State::Published | State::Withdrawn);
    let folder = path.parent();
    let owner = desk.document(&folder.join("index.md"))?;
    (folder != document.folder() && hidden(owner) && !hidden(document)).then_some(owner)
}

fn of_unpublished(document: &Document, span: Span, owner: &Document, written: &str) -> Diagnostic {
    let file = &owner.file;
    Diagnostic::new(
        Code::LinkToUnpublished,
        &document.file,
        span,
        text!(
            "berkas ini milik naskah yang belum terbit: {written}",
            "this file is of an unpublished document: {written}"
        ),
    )
    .severity(Severity::Error)
    .help(text!(
        "salin berkasnya ke folder naskah ini bila memang boleh terbit (pemiliknya {file})",
        "copy it to this document's folder if it may be published (it belongs to {file})"
    ))
}
