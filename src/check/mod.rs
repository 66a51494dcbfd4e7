//! What can only be judged across the newsroom: references, links, addresses, directives.
//!
//! A rule is a file in `rules/` and a function from [`Desk`] to findings. Rules see every
//! document, unpublished ones too: a fault should be known before the embargo lifts, not when.
//! May not render anything or change the model.

mod nearby;
mod rules;
mod secrets;

pub use rules::{next_notice, unreadable};
pub use secrets::secrets;

use crate::config::{Class, Config, Lang};
use crate::content::Document;
use crate::diagnostic::Diagnostic;
use crate::newsroom::register_id;
use crate::path::RelPath;
use crate::routes::Edition;
use crate::theme::Theme;
use nearby::Paths;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// What rules look at.
#[derive(Debug)]
pub struct Desk<'a> {
    /// Every document, in the order of their files.
    pub documents: &'a [Arc<Document>],
    /// What is published, and where.
    pub edition: &'a Edition,
    /// The theme, unless it can't be used.
    pub theme: Option<&'a Theme>,
    /// Every file of the newsroom, sorted.
    pub files: &'a [RelPath],
    /// The units and people, by the names of their files.
    registers: BTreeMap<Class, FxHashMap<&'a str, &'a Document>>,
    /// Documents by their content paths, whole and without the date; made when the first is asked for.
    by_name: OnceLock<FxHashMap<(RelPath, Lang), Vec<&'a Document>>>,
    /// What mistyped names are compared with; made when the first is found.
    names: OnceLock<Paths<'a>>,
    addresses: OnceLock<Paths<'a>>,
}

impl<'a> Desk<'a> {
    /// Prepares the look-ups that rules need.
    pub fn new(
        documents: &'a [Arc<Document>],
        edition: &'a Edition,
        theme: Option<&'a Theme>,
        files: &'a [RelPath],
    ) -> Desk<'a> {
        let mut registers: BTreeMap<Class, FxHashMap<&str, &Document>> = BTreeMap::new();
        for document in documents {
            let class = edition.config.kind(document.identity.kind).class;
            if class.is_register() {
                registers.entry(class).or_default().entry(register_id(document)).or_insert(document);
            }
        }
        Desk {
            documents,
            edition,
            theme,
            files,
            registers,
            by_name: OnceLock::new(),
            names: OnceLock::new(),
            addresses: OnceLock::new(),
        }
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.edition.config
    }

    /// The document that a file is.
    pub fn document(&self, file: &RelPath) -> Option<&'a Document> {
        let at = self.documents.binary_search_by(|document| document.file.cmp(file)).ok()?;
        Some(&self.documents[at])
    }

    /// The documents with a content path, whole or without its date.
    pub fn named(&self, id: &RelPath, lang: Lang) -> &[&'a Document] {
        let by_name = self.by_name.get_or_init(|| {
            let short = |document: &'a Arc<Document>| crate::content::identity_without_date(&document.identity.id);
            let shorts: Vec<Option<RelPath>> = self.documents.par_iter().map(short).collect();
            let mut by_name: FxHashMap<_, Vec<&Document>> = FxHashMap::default();
            by_name.reserve(self.documents.len() * 2);
            for (document, short) in self.documents.iter().zip(shorts) {
                for id in [Some(document.identity.id.clone()), short].into_iter().flatten() {
                    by_name.entry((id, document.identity.lang)).or_default().push(document);
                }
            }
            by_name
        });
        by_name.get(&(id.clone(), lang)).map_or(&[], Vec::as_slice)
    }

    /// The units, people or topics that have a file, by its name.
    fn registers(&self, class: Class) -> impl Iterator<Item = (&'a str, &'a Document)> + use<'a, '_> {
        self.registers.get(&class).into_iter().flatten().map(|(id, document)| (*id, *document))
    }

    /// Whether a unit, person or topic has a file of that name.
    fn has_register(&self, class: Class, id: &str) -> bool {
        self.registers.get(&class).is_some_and(|registers| registers.contains_key(id))
    }

    /// The content path of a document that a mistyped one meant.
    fn nearest_name(&self, id: &str) -> Option<RelPath> {
        let names = self.names.get_or_init(|| {
            let whole = self.documents.iter().map(|document| document.identity.id.as_str());
            Paths::new(whole)
        });
        names.nearest(id).map(|near| RelPath::new(&near))
    }

    /// The address that a mistyped one meant.
    fn nearest_address(&self, path: &str) -> Option<String> {
        let routes = self.edition.routes.as_slice();
        let addresses = self.addresses.get_or_init(|| Paths::new(routes.iter().map(|route| route.url.as_str())));
        let near = addresses.nearest(path)?;
        self.edition.routes.lookup(&near).map(|route| route.url.to_string())
    }

    /// The names of the files in a folder, those of folders below it left out.
    pub fn names_in<'f>(&self, folder: &'f RelPath) -> impl Iterator<Item = &'a str> + use<'a, 'f> {
        let from = self.files.partition_point(|file| file < folder);
        let below = self.files[from..].iter().take_while(move |file| file.as_str().starts_with(folder.as_str()));
        below.filter_map(move |file| file.below(folder.as_str())).filter(|name| !name.contains('/'))
    }

    /// Whether there is a folder of that name.
    pub fn has_folder(&self, path: &RelPath) -> bool {
        let from = self.files.partition_point(|file| file <= path);
        self.files[from..]
            .iter()
            .take_while(|file| file.as_str().starts_with(path.as_str()))
            .any(|file| file.below(path.as_str()).is_some())
    }

    /// Whether a file is there.
    pub fn has_file(&self, file: &RelPath) -> bool {
        self.files.binary_search(file).is_ok()
    }
}

/// What the rules find in each document, in the order of the documents. What `known` tells of one is taken
/// as it is.
pub fn each<'a>(desk: &Desk<'_>, known: impl Fn(usize) -> Option<&'a Findings> + Sync) -> Vec<Findings> {
    let look = |(number, document): (usize, &Arc<Document>)| match known(number) {
        Some(findings) => findings.clone(),
        None => of_document(document, desk).into(),
    };
    desk.documents.par_iter().enumerate().map(look).collect()
}

/// The findings of one document.
pub type Findings = Arc<[Diagnostic]>;

fn of_document(document: &Document, desk: &Desk<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    rules::references::check(document, desk, &mut findings);
    rules::links::check(document, desk, &mut findings);
    rules::files::check(document, desk, &mut findings);
    rules::directives::check(document, desk, &mut findings);
    rules::photos::check(document, desk, &mut findings);
    findings
}

/// What the rules find in all of them together.
pub fn together(desk: &Desk<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    rules::duplicates::check(desk, &mut findings);
    rules::public::check(desk, &mut findings);
    rules::photos::check_files(desk, &mut findings);
    rules::settings::check(desk, &mut findings);
    rules::translations::check(desk, &mut findings);
    rules::unread::check(desk, &mut findings);
    findings
}
