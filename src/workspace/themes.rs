//! The site's theme and those that it extends, as their files are.

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::path::RelPath;
use crate::source::{Source, THEMES};
use crate::text;
use crate::theme::{self, Theme, ThemeFile, ThemeFiles};
use std::collections::{BTreeMap, BTreeSet};

/// What came of a look at the theme's files.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// The theme, unless it can't be used.
    pub(super) theme: Option<Theme>,
    /// What was found.
    pub(super) findings: Vec<Diagnostic>,
    /// The digests of the files as they were read.
    pub(super) read: BTreeMap<RelPath, Digest>,
}

/// Reads the theme that site.toml names, from a newsroom with these files.
pub(super) fn load(config: &Config, source: &dyn Source, files: &[RelPath]) -> Result<Loaded, Failure> {
    let languages: Vec<&str> = config.languages.iter().map(|language| &*language.code).collect();
    let mut folder = Themes { source, files, loaded: Loaded::default() };
    let theme = folder.of(config)?.and_then(|files| {
        let (theme, findings) = theme::load(files, &languages, config.accent.as_ref());
        folder.loaded.findings.extend(findings);
        theme
    });
    Ok(Loaded { theme, ..folder.loaded })
}

/// The folder of the themes.
struct Themes<'a> {
    source: &'a dyn Source,
    files: &'a [RelPath],
    loaded: Loaded,
}

impl Themes<'_> {
    /// The files of the site's theme and of those it extends.
    fn of(&mut self, config: &Config) -> Result<Option<ThemeFiles>, Failure> {
        let mut files = ThemeFiles::default();
        let mut name = config.theme.to_string();
        let mut asked_at = (RelPath::new(config::FILE), config.theme_span);
        let mut seen = BTreeSet::new();
        loop {
            if !seen.insert(name.clone()) {
                self.loaded.findings.push(circle(&asked_at.0, asked_at.1, &name));
                return Ok(None);
            }
            let own = self.files_of(&name)?;
            let Some(own) = own.or_else(|| theme::embedded(&name)) else {
                let themes = self.names();
                let finding = Diagnostic::new(
                    Code::MissingTheme,
                    &asked_at.0,
                    asked_at.1,
                    text!("tidak ada tema `{name}` di folder themes/", "there is no theme `{name}` in themes/"),
                );
                self.loaded.findings.push(finding.help(match nearest(&name, themes.iter().map(String::as_str)) {
                    Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                    None => text!("tema bawaan bernama \"warta\"", "the theme that comes along is called \"warta\""),
                }));
                return Ok(None);
            };
            let manifest = own.get("theme.toml").cloned();
            files.extend_from(own);
            let Some(manifest) = manifest else { break };
            let said = theme::manifest(&manifest.path, &manifest.bytes, &mut self.loaded.findings);
            files.describe(&said);
            match said.extends {
                Some((base, span)) => {
                    name = base;
                    asked_at = (manifest.path, span);
                }
                None => break,
            }
        }
        Ok(Some(files))
    }

    fn files_of(&mut self, name: &str) -> Result<Option<ThemeFiles>, Failure> {
        let folder = RelPath::new(THEMES).join(name);
        let mut files = ThemeFiles::default();
        for path in self.files {
            let Some(inner) = path.below(folder.as_str()) else { continue };
            if let Some(bytes) = self.source.read(path)? {
                self.loaded.read.insert(path.clone(), Digest::of(&bytes));
                files.put(inner, ThemeFile { path: path.clone(), bytes: bytes.into() });
            }
        }
        Ok((!files.is_empty()).then_some(files))
    }

    fn names(&self) -> BTreeSet<String> {
        let names = self.files.iter().filter_map(|path| path.below(THEMES)?.split('/').next());
        names.chain(["warta"]).map(str::to_owned).collect()
    }
}

fn circle(file: &RelPath, span: Span, name: &str) -> Diagnostic {
    let message = text!(
        "tema `{name}` menurunkan dirinya sendiri lewat tema ini",
        "the theme `{name}` extends itself by way of this one"
    );
    Diagnostic::new(Code::InvalidValue, file, span, message).help(text!(
        "hapus baris ini, atau tulis extends = \"warta\"",
        "remove this line, or write extends = \"warta\""
    ))
}
