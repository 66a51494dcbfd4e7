//! Units, people and related documents that a document names must exist.
//!
//! A name that leads nowhere is a mistyped one: the reader would get no link and the unit's page no
//! article. Topics may be free text and are not checked.

use crate::check::Desk;
use crate::config::Class;
use crate::content::{Document, Named};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::newsroom::{State, state};
use crate::path::{RelPath, slugify};
use crate::text;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let front = &document.front;
    for unit in front.units.iter().chain(&front.parent) {
        register(document, unit, Class::Unit, desk, findings);
    }
    for person in front.people.iter().chain(&front.authors) {
        register(document, person, Class::Person, desk, findings);
    }
    for related in &front.related {
        self::related(document, related, desk, findings);
    }
}

fn register(document: &Document, name: &Named, class: Class, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let written = &name.value;
    if desk.has_register(class, written) || desk.has_register(class, &slugify(written)) {
        return;
    }
    let folder = desk.edition.folder_of(class);
    let (code, message) = match class {
        Class::Unit => (
            Code::UnknownUnit,
            text!(
                "unit `{written}` tidak ada di content/{folder}/",
                "there is no unit `{written}` in content/{folder}/"
            ),
        ),
        _ => (
            Code::UnknownPerson,
            text!(
                "tokoh `{written}` tidak ada di content/{folder}/",
                "there is no person `{written}` in content/{folder}/"
            ),
        ),
    };
    let ids = desk.registers(class).map(|(id, _)| id);
    let titles = || desk.registers(class).map(|(id, document)| (&*document.front.title, id));
    let titled = |title: &str| titles().filter(|(other, _)| *other == title).map(|(_, id)| id).min();
    let meant = titled(written)
        .or_else(|| nearest(written, ids))
        .or_else(|| nearest(written, titles().map(|(title, _)| title)).and_then(titled));
    let help = match meant {
        Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
        None => {
            let name = slugify(written);
            text!(
                "buat content/{folder}/{name}.md, atau periksa ejaannya",
                "make content/{folder}/{name}.md, or check its spelling"
            )
        }
    };
    findings.push(Diagnostic::new(code, &document.file, name.span, message).help(help));
}

fn related(document: &Document, name: &Named, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    let identity = &document.identity;
    let written = &*name.value;
    let path = RelPath::new(written.trim_end_matches(".md"));
    let own = desk.named(&path, identity.lang);
    // Translations of the same archive need not be complete: the main language will do.
    let found = if own.is_empty() { desk.named(&path, Default::default()) } else { own };
    if own.iter().any(|other| other.file == document.file) {
        findings.push(
            Diagnostic::new(
                Code::RelatedToSelf,
                &document.file,
                name.span,
                text!("dokumen ini menunjuk dirinya sendiri", "this document names itself as related"),
            )
            .help(text!("hapus dari `related`", "remove it from `related`")),
        );
    } else if let Some(other) = found.first() {
        findings.extend(not_shown(document, name, other, desk));
    } else {
        let finding = Diagnostic::new(
            Code::UnknownRelated,
            &document.file,
            name.span,
            text!("tidak ada dokumen `{written}`", "there is no document `{written}`"),
        );
        findings.push(finding.help(match desk.nearest_name(path.as_str()) {
            Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
            None => text!(
                "tulis jalurnya di bawah content/ tanpa .md, misalnya \"kunjungan/2022/pasundan\"",
                "write its path below content/ without .md, such as \"kunjungan/2022/pasundan\""
            ),
        }));
    }
}

/// "Baca juga" leads to the newsroom's own work, and not to notices of what is gone.
fn not_shown(document: &Document, name: &Named, other: &Document, desk: &Desk<'_>) -> Option<Diagnostic> {
    let file = &other.file;
    let message = if other.front.sponsored {
        text!(
            "{file} berbayar, sehingga tidak tampil di \"Baca juga\"",
            "{file} is paid for, so it is not shown as related"
        )
    } else if state(other, desk.edition.newsroom.now()) == State::Withdrawn {
        text!(
            "{file} sudah dicabut, sehingga tidak tampil di \"Baca juga\"",
            "{file} is withdrawn, so it is not shown as related"
        )
    } else {
        return None;
    };
    Some(Diagnostic::new(Code::RelatedNotShown, &document.file, name.span, message).help(text!(
        "hapus dari `related`; bila pembaca perlu ke sana, tautkan di dalam naskah",
        "remove it from `related`; where readers need it, link to it in the text"
    )))
}
