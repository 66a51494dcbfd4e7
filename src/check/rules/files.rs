//! Photos and attachments that a document names must be there.

use crate::check::Desk;
use crate::content::{Document, Elsewhere};
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::image::{Format, Unreadable};
use crate::newsroom::{State, state};
use crate::path::RelPath;
use crate::routes::{FileReference, is_document, references};
use crate::text;
use unicode_normalization::UnicodeNormalization;

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
        if let Some(elsewhere) = Elsewhere::of(written) {
            findings.push(not_here(document, &reference, elsewhere));
            continue;
        }
        if written.is_empty() {
            let message = text!("nama berkasnya belum ditulis", "the file's name is not written yet");
            let help = text!("tulis namanya, misalnya foto.jpg", "write its name, such as photo.jpg");
            findings.push(Diagnostic::new(Code::MissingFile, &document.file, reference.span, message).help(help));
            continue;
        }
        if written.starts_with("www.") {
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
        let near = reference.path.as_ref().and_then(|path| nearest_file(path, desk));
        findings.push(finding.help(match near {
            Some(near) if near.nfc().eq(written.nfc()) => text!(
                "ada berkas yang namanya tampak sama, tetapi huruf beraksennya tersimpan lain: ketik ulang nama berkas itu",
                "there is a file whose name looks the same, but its accents are stored in another way: type that file's name anew"
            ),
            Some(near) if near.contains(AMBIGUOUS) => text!(
                "mungkin maksudnya `{near}`? Ganti nama berkas itu tanpa `#`, `?`, dan `%`: di dalam teks artinya lain",
                "did you mean `{near}`? Rename that file without `#`, `?` and `%`: they mean something else in a text"
            ),
            Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
            None => text!(
                "simpan berkasnya di folder dokumen ini, atau perbaiki namanya",
                "put the file into this document's folder, or mend its name"
            ),
        }));
    }
}

/// What means something else in an address than in a file's name.
const AMBIGUOUS: [char; 3] = ['#', '?', '%'];

/// The file of the same folder that a mistyped name meant; first of all one that is called so as far
/// as an address goes.
fn nearest_file<'a>(path: &RelPath, desk: &Desk<'a>) -> Option<&'a str> {
    let (folder, name) = (path.parent(), path.file_name());
    let goes_on = |file: &&str| file.strip_prefix(name).is_some_and(|rest| rest.starts_with(AMBIGUOUS));
    desk.names_in(&folder).find(goes_on).or_else(|| nearest(name, desk.names_in(&folder)))
}

/// A file that is to be shown or offered, and is not in the newsroom.
fn not_here(document: &Document, reference: &FileReference, elsewhere: Elsewhere) -> Diagnostic {
    if reference.picture {
        let help = text!(
            "simpan fotonya di samping dokumen ini, lalu tulis nama berkasnya saja, misalnya foto.jpg",
            "save the photo beside this document and write its file name alone, such as photo.jpg"
        );
        return Diagnostic::new(Code::RemoteImage, &document.file, reference.span, elsewhere.complaint()).help(help);
    }
    let written = &reference.written;
    let message =
        text!("berkas ini tidak ada di ruang berita: {written}", "this file is not in the newsroom: {written}");
    Diagnostic::new(Code::MissingFile, &document.file, reference.span, message).help(text!(
        "simpan berkasnya di folder dokumen ini, atau tautkan di dalam teks: `[teks](https://…)`",
        "put the file into this document's folder, or link to it in the text: `[text](https://…)`"
    ))
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
        Unreadable::NotAPicture | Unreadable::Damaged
            if matches!(path.extension().as_deref(), Some("heic" | "heif")) =>
        {
            return heic(document, span, path);
        }
        Unreadable::Damaged => (text!("{name} rusak atau terpotong", "{name} is damaged or cut short"), again()),
        Unreadable::Foreign(kind) => (
            text!(
                "{name} adalah berkas {kind}, yang tidak dibuka peramban",
                "{name} is a {kind} file, which browsers don't show"
            ),
            text!(
                "simpan ulang sebagai .jpg atau .png di program foto",
                "save it again as .jpg or .png in a photo program"
            ),
        ),
        Unreadable::Film => (
            text!("{name} adalah film, bukan foto", "{name} is a film and no photo"),
            text!(
                "unggah ke kanal video, lalu tulis ::video{{url=\"https://…\"}} di dalam teks; di sini pakai fotonya",
                "upload it to the video channel and write ::video{{url=\"https://…\"}} in the text; use a photo here"
            ),
        ),
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
    let now = desk.edition.newsroom.now();
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
