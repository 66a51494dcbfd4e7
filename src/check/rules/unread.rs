//! Documents that nobody would see are missing: files in content/ that are none by their names, and a
//! content/ without any.

use crate::check::Desk;
use crate::config::FILE;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::path::RelPath;
use crate::routes::references;
use crate::source::CONTENT;
use crate::text;
use rustc_hash::FxHashSet;

/// The endings of Markdown that warta does not read as such.
const MARKDOWN: [&str; 6] = ["md", "markdown", "mdown", "mkd", "mdx", "mdtext"];
/// The endings of other texts that people write.
const TEXTS: [&str; 9] = ["txt", "text", "doc", "docx", "odt", "rtf", "html", "htm", "pages"];

pub(in crate::check) fn check(desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let is_document = |file: &RelPath| file.below(CONTENT).is_some() && file.as_str().ends_with(".md");
    if !desk.edition.newsroom.preview && !desk.files.iter().any(is_document) {
        findings.push(no_documents());
    }
    let unread = |file: &&RelPath| file.below(CONTENT).is_some() && !file.as_str().ends_with(".md");
    let ending = |file: &RelPath, of: &[&str]| file.extension().is_some_and(|own| of.contains(&own.as_str()));
    let (markdown, texts): (Vec<&RelPath>, Vec<&RelPath>) = desk
        .files
        .iter()
        .filter(unread)
        .filter(|file| ending(file, &MARKDOWN) || ending(file, &TEXTS))
        .partition(|file| ending(file, &MARKDOWN));
    findings.extend(markdown.into_iter().map(|file| finding(file, rename(file))));
    if texts.is_empty() {
        return;
    }
    let offered: FxHashSet<RelPath> =
        desk.documents.iter().flat_map(|document| references(document)).filter_map(|file| file.path).collect();
    let idle = texts.into_iter().filter(|file| !offered.contains(*file));
    findings.extend(idle.map(|file| finding(file, paste())));
}

/// An error: such a build would take down all that stands.
fn no_documents() -> Diagnostic {
    let message = text!("tidak ada satu pun naskah di content/", "there is not a single document in content/");
    Diagnostic::new(Code::NoDocuments, &RelPath::new(FILE), 0..0, message).help(text!(
        "pastikan folder content/ ikut tersalin; untuk redaksi baru, mulai dengan: warta new news \"Judul\"",
        "see that the folder content/ was copied too; a new newsroom begins with: warta new news \"Title\""
    ))
}

fn finding(file: &RelPath, help: Text) -> Diagnostic {
    let name = file.file_name();
    let message = text!("{name} tidak dibaca dan tidak diterbitkan", "{name} is neither read nor published");
    Diagnostic::new(Code::UnreadFile, file, 0..0, message).help(help)
}

fn rename(file: &RelPath) -> Text {
    let name = file.file_name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    text!("naskah berakhiran .md; ganti namanya menjadi {stem}.md", "documents end in .md; rename it to {stem}.md")
}

fn paste() -> Text {
    text!(
        "salin teksnya ke berkas .md (`warta new` membuat kerangkanya), atau sebutkan dalam `attachments` bila ini lampiran",
        "paste its text into a .md file (`warta new` makes a frame), or name it in `attachments` if it is one"
    )
}
