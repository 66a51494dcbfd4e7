//! Units, people and related documents that a document names must exist.
//!
//! A name that leads nowhere is a mistyped one: the reader would get no link and the unit's page no
//! article. Topics may be free text and are not checked.

use crate::check::Desk;
use crate::config::Class;
use crate::content::{Document, Named};
use crate::diagnostic::{Code, Diagnostic, nearest};
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
    let known = |id: &str| desk.registers.contains_key(&(class, id.into()));
    if known(written) || known(&slugify(written)) {
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
    let ids = desk.registers.keys().filter(|(of, _)| *of == class).map(|(_, id)| &**id);
    let titles =
        || desk.registers.iter().filter(|((of, _), _)| *of == class).map(|((_, id), d)| (&*d.front.title, &**id));
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
    let written = name.value.as_str();
    let path = RelPath::new(written.trim_end_matches(".md"));
    let found = desk.named(&path, identity.lang);
    if found.iter().any(|other| other.file == document.file) {
        findings.push(
            Diagnostic::new(
                Code::RelatedToSelf,
                &document.file,
                name.span,
                text!("dokumen ini menunjuk dirinya sendiri", "this document names itself as related"),
            )
            .help(text!("hapus dari `related`", "remove it from `related`")),
        );
    } else if found.is_empty() {
        // Translations of the same archive need not be complete: the main language will do.
        if !desk.named(&path, Default::default()).is_empty() {
            return;
        }
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
