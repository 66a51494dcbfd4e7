//! One file's bytes to one document and the findings about it.

use super::{Document, Front, Identity, front, markdown, paragraphs};
use crate::config::{Config, Kind};
use crate::data::{Reader, Table, parse_toml, parse_yaml, syntax_findings};
use crate::diagnostic::{Code, Diagnostic, Span, Text};
use crate::digest::Digest;
use crate::path::RelPath;
use crate::text;

/// The largest document, in bytes. More is most likely a picture pasted as text.
pub const DOCUMENT_MAX: usize = 4 * 1024 * 1024;

/// Reads a document. None, with the findings that say why, if there is nothing to go on with;
/// findings may stand beside a document too.
pub fn parse(file: &RelPath, identity: Identity, bytes: &[u8], config: &Config) -> (Option<Document>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some((text, offset)) = readable(file, bytes, &mut findings) else { return (None, findings) };
    let Some((notation, matter, body)) = split(file, text, offset, &mut findings) else { return (None, findings) };
    let slice = |span: Span| text.get(span.start as usize - offset..span.end as usize - offset).unwrap_or_default();
    let (table, faults) = match notation {
        Notation::Toml => parse_toml(slice(matter), matter.start as usize),
        Notation::Yaml => parse_yaml(slice(matter), matter.start as usize),
    };
    syntax_findings(faults, file, &mut findings);
    let kind = config.kind(identity.kind);
    let front = read_front(file, &table, matter, kind, config, &mut findings);
    findings.extend(paragraphs::run_together(slice(body), body.start as usize, file));
    let (body, more) = markdown::parse(slice(body), body.start as usize, file);
    findings.extend(more);
    let document = Document { file: file.clone(), digest: Digest::of(bytes), identity, front, body };
    // Without a headline, or an article's date, there is no page to make.
    let usable = !document.front.title.is_empty() && (!kind.is_article() || document.front.date.is_some());
    (usable.then_some(document), findings)
}

fn read_front<'a>(
    file: &'a RelPath,
    table: &'a Table,
    matter: Span,
    kind: &'a Kind,
    config: &Config,
    findings: &'a mut Vec<Diagnostic>,
) -> Front {
    // What is missing is reported at the opening fence.
    let fence = Span::new((matter.start as usize).saturating_sub(4), (matter.start as usize).saturating_sub(1));
    let mut reader = Reader::new(file, table, fence, findings);
    let front = front::read(&mut reader, kind, config);
    reader.finish();
    front
}

/// The text without its byte-order mark, and where it starts.
fn readable<'a>(file: &RelPath, bytes: &'a [u8], findings: &mut Vec<Diagnostic>) -> Option<(&'a str, usize)> {
    if bytes.len() > DOCUMENT_MAX {
        let (size, max) = (bytes.len() / 1_048_576, DOCUMENT_MAX / 1_048_576);
        let message = text!("dokumen ini terlalu besar: {size} MB", "this document is too large: {size} MB");
        let help = text!(
            "paling besar {max} MB; simpan gambar sebagai berkas di sebelahnya, bukan di dalam teks",
            "at most {max} MB; keep pictures as files beside it, not in the text"
        );
        findings.push(Diagnostic::new(Code::FileTooLarge, file, 0..0, message).help(help));
        return None;
    }
    let offset = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    match std::str::from_utf8(&bytes[offset..]) {
        Ok(text) if text.trim().is_empty() => {
            findings.push(
                Diagnostic::new(Code::EmptyFile, file, 0..0, text!("berkas ini kosong", "this file is empty")).help(
                    text!(
                        "tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya",
                        "write the document, or delete the file; `warta new` makes a frame"
                    ),
                ),
            );
            None
        }
        Ok(text) => Some((text, offset)),
        Err(error) => {
            findings.push(not_utf8(file, offset + error.valid_up_to()));
            None
        }
    }
}

/// The finding about a text that is not UTF-8 from byte `at` on.
pub fn not_utf8(file: &RelPath, at: usize) -> Diagnostic {
    Diagnostic::new(
        Code::InvalidUtf8,
        file,
        at..at + 1,
        text!("berkas ini bukan teks UTF-8", "this file is not UTF-8 text"),
    )
    .help(text!(
        "simpan ulang dengan penyandian UTF-8; huruf pertama yang rusak ada di sini",
        "save it again as UTF-8; the first broken character is here"
    ))
}

#[derive(Clone, Copy, PartialEq)]
enum Notation {
    Toml,
    Yaml,
}

/// Front matter and body, as spans of the file.
fn split(file: &RelPath, text: &str, offset: usize, findings: &mut Vec<Diagnostic>) -> Option<(Notation, Span, Span)> {
    let first = text.lines().next().unwrap_or_default();
    let (notation, fence) = match first.trim_end() {
        "+++" => (Notation::Toml, "+++"),
        "---" => (Notation::Yaml, "---"),
        _ => {
            findings.push(
                Diagnostic::new(
                    Code::NoFrontMatter,
                    file,
                    offset..offset + first.len(),
                    text!("dokumen tidak diawali data naskah", "the document has no front matter"),
                )
                .help(text!(
                    "baris pertama harus +++, lalu title, date, dan summary, lalu +++ lagi",
                    "the first line must be +++, then title, date and summary, then +++ again"
                )),
            );
            return None;
        }
    };
    let start = text.find('\n').map_or(text.len(), |i| i + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let matter = Span::new(offset + start, offset + at);
            let body = Span::new(offset + at + line.len(), offset + text.len());
            return Some((notation, matter, body));
        }
        at += line.len();
    }
    findings.push(
        Diagnostic::new(
            Code::UnclosedFrontMatter,
            file,
            offset..offset + 3,
            text!("data naskah tidak ditutup", "the front matter is not closed"),
        )
        .help(text!("tambahkan baris {fence} sebelum isi naskah", "add a line {fence} before the text")),
    );
    None
}

/// What to say of a field that is missing, or there but empty.
pub(super) fn missing_message(field: &str, there: bool, kind: &Kind) -> (Text, Text) {
    let name = &kind.name;
    let message = if there {
        text!("`{field}` masih kosong, padahal wajib untuk jenis {name}", "`{field}` is empty, but a {name} needs it")
    } else {
        text!("`{field}` wajib diisi untuk jenis {name}", "`{field}` is required for a {name}")
    };
    let help = match field {
        _ if there && !matches!(field, "photos" | "sources" | "contact" | "date" | "units") => {
            text!("isi di antara tanda kutip", "write it between the quotes")
        }
        "photos" => text!(
            "tambahkan photos = [{{ src = \"foto.jpg\", alt = \"…\", caption = \"…\", credit = \"…\" }}]",
            "add photos = [{{ src = \"photo.jpg\", alt = \"…\", caption = \"…\", credit = \"…\" }}]"
        ),
        "sources" => text!(
            "tambahkan sources = [{{ name = \"…\", url = \"https://…\" }}]",
            "add sources = [{{ name = \"…\", url = \"https://…\" }}]"
        ),
        "contact" => text!(
            "tambahkan contact = {{ name = \"…\", phone = \"…\", email = \"…\" }}",
            "add contact = {{ name = \"…\", phone = \"…\", email = \"…\" }}"
        ),
        "date" => text!("tambahkan date = 2026-09-01T14:00", "add date = 2026-09-01T14:00"),
        "units" => text!(
            "tambahkan units = [\"…\"], dengan nama berkas di content/unit/",
            "add units = [\"…\"], the name of a file in content/unit/"
        ),
        nested if nested.contains('.') => {
            let (table, key) = nested.split_once('.').unwrap_or((nested, ""));
            text!("tambahkan {key} di dalam {table} = {{ … }}", "add {key} within {table} = {{ … }}")
        }
        other => text!("tambahkan {other} = \"…\"", "add {other} = \"…\""),
    };
    (message, help)
}
