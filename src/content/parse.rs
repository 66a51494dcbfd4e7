//! One file's bytes to one document and the findings about it.

use super::attachments::list_once;
use super::fence::{Notation, split};
use super::missing::TABLES;
use super::synonyms::SYNONYMS;
use super::{Document, Front, Identity, Version, front, markdown, paragraphs};
use crate::config::{Config, FRONT_KEYS, Kind};
use crate::data::{Fault, FaultKind, Reader, Table, decode, one_a_place, parse_toml, parse_yaml, syntax_findings};
use crate::diagnostic::{Code, Diagnostic, Span, Text, invisible};
use crate::digest::Digest;
use crate::path::{RelPath, is_reserved_on_windows};
use crate::text;
use std::ops::Range;

/// The largest document, in bytes. More is most likely a picture pasted as text.
pub const DOCUMENT_MAX: usize = 4 * 1024 * 1024;

/// Reads a document. None, with the findings that say why, if it has no front matter to go on with;
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
    let yaml = notation == Notation::Yaml;
    // What can't be read may well hold the field that seems to be missing.
    let cut = faults.iter().any(|fault| matches!(fault.kind, FaultKind::Syntax(_)));
    let faults = if is_other_notation(notation, slice(matter)) { other_notation(faults) } else { faults };
    syntax_findings(faults, file, &mut findings);
    let kind = config.kind(identity.kind);
    let mut front = read_front(
        Matter { file, table: &table, fence: Span::new(offset, offset + 3), yaml },
        kind,
        config,
        &mut findings,
    );
    name_unseen(text, offset, &mut findings);
    one_a_place(&mut findings);
    findings.retain(|finding| !(cut && finding.code == Code::MissingField));
    findings.extend(paragraphs::run_together(slice(body), body.start as usize, file));
    if front.slug.is_none() && identity.slug.is_empty() {
        findings.push(no_slug(file));
    }
    if front.slug.is_none() && is_reserved_on_windows(&identity.slug) {
        findings.push(device(file, &identity.slug));
    }
    let (body, more) = markdown::parse(slice(body), body.start as usize, file);
    findings.extend(more);
    list_once(&mut front.attachments, &body, &file.parent());
    let version = Version { whole: Digest::of(bytes), head: head(slice(matter), &front) };
    let document = Document { file: file.clone(), identity, front, body, version };
    (Some(document), findings)
}

/// What the front matter was read from: its lines, and which attachments the text offers itself.
fn head(matter: &str, front: &Front) -> Digest {
    let listed = front.attachments.iter().map(|attachment| if attachment.listed { 'l' } else { 'o' });
    Digest::of(format!("{matter}\n{}", listed.collect::<String>()).as_bytes())
}

fn no_slug(file: &RelPath) -> Diagnostic {
    let name = file.file_name();
    let message = text!("nama `{name}` tidak dapat menjadi alamat", "the name `{name}` can't become an address");
    Diagnostic::new(Code::InvalidSlug, file, 0..0, message).help(text!(
        "ganti nama berkas atau foldernya, atau isi `slug`",
        "rename the file or its folder, or fill in `slug`"
    ))
}

/// Where the notation breaks at a character that nobody sees, says so at that character.
fn name_unseen(text: &str, offset: usize, findings: &mut [Diagnostic]) {
    for finding in findings.iter_mut().filter(|finding| finding.code == Code::Syntax) {
        let range = finding.span.range();
        let Some(rest) = range.start.checked_sub(offset).and_then(|start| text.get(start..)) else { continue };
        // The parser stops at it or just before.
        let near = rest.char_indices().take_while(|(at, _)| *at <= range.len());
        let Some((at, c, name)) = near.into_iter().find_map(|(at, c)| Some((at, c, invisible(c)?))) else { continue };
        let Text { id, en } = name;
        finding.span = Span::new(range.start + at, range.start + at + c.len_utf8());
        finding.message =
            text!("ada karakter yang tidak terlihat di sini: {id}", "there is a character that nobody sees here: {en}");
        finding.help = Some(text!(
            "hapus karakter itu, lalu ketik spasi biasa kalau perlu",
            "remove it, and type a common blank if one is needed"
        ));
    }
}

/// The file's name may be portable where its address is not: `2026-03-01-con.md`.
fn device(file: &RelPath, slug: &str) -> Diagnostic {
    let message = text!(
        "alamat naskah ini memakai nama perangkat Windows: {slug}",
        "its address is the name of a device of Windows: {slug}"
    );
    Diagnostic::new(Code::InvalidSlug, file, 0..0, message).help(text!(
        "ganti nama berkas atau foldernya, atau isi `slug`",
        "rename the file or its folder, or fill in `slug`"
    ))
}

/// The front matter of a file.
struct Matter<'a> {
    file: &'a RelPath,
    table: &'a Table,
    /// The opening fence, where what is missing is reported.
    fence: Span,
    yaml: bool,
}

/// Whether TOML's fence holds YAML, or the reverse: judged by the first line that has a key.
fn is_other_notation(notation: Notation, matter: &str) -> bool {
    let first = matter.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let key = first.map(|line| line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').trim_start());
    match notation {
        Notation::Toml => key.is_some_and(|rest| rest.starts_with(':')),
        Notation::Yaml => key.is_some_and(|rest| rest.starts_with('=')),
    }
}

/// One fault in the place of one for every line.
fn other_notation(faults: Vec<Fault>) -> Vec<Fault> {
    let first = faults.into_iter().next();
    let kind = FaultKind::Syntax("the notation of the other fence".to_owned());
    first.into_iter().map(|fault| Fault { kind: kind.clone(), ..fault }).collect()
}

fn read_front<'a>(matter: Matter<'a>, kind: &'a Kind, config: &Config, findings: &'a mut Vec<Diagnostic>) -> Front {
    let mut reader = Reader::new(matter.file, matter.table, matter.fence, findings)
        .in_yaml(matter.yaml)
        .with_outer(FRONT_KEYS)
        .with_synonyms(SYNONYMS)
        .with_samples(TABLES);
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
    let (text, offset) = decode(file, bytes, findings)?;
    if text.trim().is_empty() {
        let help = text!(
            "tulis dokumennya, atau hapus berkasnya; `warta new` membuat kerangkanya",
            "write the document, or delete the file; `warta new` makes a frame"
        );
        let message = text!("berkas ini kosong", "this file is empty");
        findings.push(Diagnostic::new(Code::EmptyFile, file, 0..0, message).help(help));
        return None;
    }
    if let Some(range) = conflict(text) {
        let message = text!("dua versi naskah ini belum disatukan", "two versions of this document are not merged");
        let help = text!(
            "pilih salah satu versi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>",
            "choose one of the versions, then delete the lines <<<<<<<, ======= and >>>>>>>"
        );
        let place = range.start + offset..range.end + offset;
        findings.push(Diagnostic::new(Code::MergeConflict, file, place, message).help(help));
        return None;
    }
    Some((text, offset))
}

/// The first of the lines by which git marks what it could not merge.
fn conflict(text: &str) -> Option<Range<usize>> {
    let begins = |mark: &str| {
        let found = memchr::memmem::find_iter(text.as_bytes(), mark);
        let mut found = found.filter(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n');
        found.next()
    };
    let first = begins("<<<<<<< ")?;
    begins(">>>>>>> ").filter(|last| first < *last)?;
    let line = text[first..].lines().next().unwrap_or_default();
    Some(first..first + line.len())
}
