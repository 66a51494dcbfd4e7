//! Files in content/ whose place says that they are no documents, and what to do with them.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::path::RelPath;
use crate::text;

/// Why a path is no document's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The first folder is no kind's.
    Kind(String),
    /// `NAME.xx.md` where the site has no language `xx`.
    Language(String),
    /// `NAME.EN.md`: a language's code in capitals.
    CapitalLanguage(String),
    /// `index.md` in a kind's folder, or at the top of content/: it would be called "index".
    Index(String),
}

impl Misplaced {
    /// What to say of it.
    pub fn finding(&self, file: &RelPath, config: &Config) -> Diagnostic {
        match self {
            Misplaced::Kind(folder) => {
                let folders = || config.kinds.iter().map(|kind| &*kind.folder).filter(|folder| !folder.is_empty());
                let list = folders().collect::<Vec<_>>().join(", ");
                let help = match nearest(folder, folders()) {
                    Some(near) => text!("mungkin maksudnya content/{near}/?", "did you mean content/{near}/?"),
                    None => text!(
                        "folder yang ada: {list}; atau buat jenis baru di site.toml",
                        "the folders: {list}; or declare a kind in site.toml"
                    ),
                };
                let message =
                    text!("folder `{folder}` bukan jenis dokumen", "the folder `{folder}` is no kind of document");
                Diagnostic::new(Code::UnknownKind, file, 0..0, message).help(help)
            }
            Misplaced::Language(code) => {
                let codes = || config.languages.iter().map(|language| &*language.code);
                let list = codes().collect::<Vec<_>>().join(", ");
                let help = match nearest(code, codes()) {
                    Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                    None => text!(
                        "bahasa situs ini: {list}; tambahkan `{code}` pada languages di site.toml",
                        "the site's languages: {list}; add `{code}` to languages in site.toml"
                    ),
                };
                let message = text!("bahasa `{code}` tidak ada di site.toml", "site.toml has no language `{code}`");
                Diagnostic::new(Code::UnknownLanguage, file, 0..0, message).help(help)
            }
            Misplaced::CapitalLanguage(code) => {
                let small = code.to_ascii_lowercase();
                let name = file.file_name().replace(&format!(".{code}."), &format!(".{small}."));
                let message = text!(
                    "kode bahasa ditulis dengan huruf kecil: `{small}`, bukan `{code}`",
                    "a language code is written small: `{small}`, not `{code}`"
                );
                Diagnostic::new(Code::UnknownLanguage, file, 0..0, message)
                    .help(text!("ganti nama berkasnya menjadi {name}", "rename the file to {name}"))
            }
            Misplaced::Index(folder) => {
                let at = if folder.is_empty() { "content/".to_owned() } else { format!("content/{folder}/") };
                let (message, help) = if folder.is_empty() {
                    (
                        text!(
                            "halaman depan dibuat warta sendiri, bukan dari `index.md`",
                            "warta makes the front page by itself, not from `index.md`"
                        ),
                        text!(
                            "beri berkas ini nama halamannya, misalnya content/tentang.md",
                            "give this file the name of its page, such as content/about.md"
                        ),
                    )
                } else {
                    (
                        text!(
                            "daftar di {at} dibuat warta sendiri, bukan dari `index.md`",
                            "warta makes the listing of {at} by itself, not from `index.md`"
                        ),
                        text!(
                            "bila ini naskah, ganti nama berkasnya atau pindahkan ke foldernya sendiri: {at}nama-naskah/index.md; bila ini pengantar, jadikan halaman, misalnya content/tentang.md",
                            "if it is a document, rename it or move it to a folder of its own: {at}its-name/index.md; if it is an introduction, make it a page, such as content/about.md"
                        ),
                    )
                };
                Diagnostic::new(Code::InvalidSlug, file, 0..0, message).help(help)
            }
        }
    }
}
