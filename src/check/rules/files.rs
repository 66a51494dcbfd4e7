//! Photos and attachments that a document names must be there.

use crate::check::Desk;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::routes::references;
use crate::text;

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for reference in references(document) {
        if reference.path.as_ref().is_some_and(|path| desk.has_file(path)) {
            continue;
        }
        let written = &reference.written;
        let finding = Diagnostic::new(
            Code::MissingFile,
            &document.file,
            reference.span,
            text!("berkas tidak ada: {written}", "there is no such file: {written}"),
        );
        let folder = reference.path.as_ref().map(|path| path.parent());
        let near = folder.and_then(|folder| {
            let from = desk.files.partition_point(|file| *file < folder);
            let below = desk.files[from..].iter().take_while(|file| file.as_str().starts_with(folder.as_str()));
            let names = below.filter_map(|file| file.below(folder.as_str())).filter(|name| !name.contains('/'));
            let name = reference.path.as_ref().map(|path| path.file_name().to_owned())?;
            nearest(&name, names).map(str::to_owned)
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
