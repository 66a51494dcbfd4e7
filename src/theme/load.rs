//! From a theme's files to a theme that can render, or to everything that is wrong with it.

use super::accent::{Accent, Grounds};
use super::{ThemeFile, ThemeFiles, Words, errors, functions, sheet};
use crate::colour::Colour;
use crate::data::{Placed, Reader, Table, decode, parse_toml, syntax_findings};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::digest::{Digest, Digesting};
use crate::path::RelPath;
use crate::text;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use tera::{ComponentInfo, Tera};

/// The templates without which a site can't be made.
const REQUIRED: [&str; 14] = [
    "base.html",
    "home.html",
    "article.html",
    "page.html",
    "term.html",
    "terms.html",
    "list.html",
    "archive.html",
    "period.html",
    "corrections.html",
    "search.html",
    "404.html",
    "withdrawn.html",
    "redirect.html",
];

/// The interface words that the engine itself asks for.
const WORDS: [&str; 14] = [
    "date.long",
    "date.day",
    "date.short",
    "date.with_time",
    "date.time",
    "date.clock",
    "date.month",
    "number.decimal",
    "nav.home",
    "archive.title",
    "corrections.title",
    "search.title",
    "not_found.title",
    "redirect.title",
];

/// The endings of templates. What they are given is escaped in both: a title must be no markup.
const ESCAPED: [&str; 2] = [".html", ".svg"];

/// A checked theme.
#[derive(Debug)]
pub struct Theme {
    /// The templates, ready to render.
    pub tera: Tera,
    /// Its files.
    pub files: ThemeFiles,
    /// The accent that site.toml chose, if it did.
    pub(super) accent: Option<Accent>,
    words: FxHashMap<Box<str>, Words>,
    fallback: Words,
}

/// What a theme.toml says.
#[derive(Debug)]
pub struct Manifest {
    /// The name of the theme that it extends, and where it stands.
    pub extends: Option<(String, Span)>,
    /// Where it shows its accent.
    pub(super) grounds: Option<Grounds>,
}

/// Reads `theme.toml` of one theme.
pub fn manifest(file: &RelPath, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Manifest {
    let table = toml(file, bytes, findings);
    let mut reader = Reader::new(file, &table, Span::default(), findings);
    for key in ["name", "description", "version", "author", "license"] {
        reader.string(key);
    }
    let extends = reader.string("extends").map(|extends| (extends.value.into(), extends.span));
    let grounds = reader.table("accent", Grounds::read).flatten();
    reader.finish();
    Manifest { extends, grounds }
}

fn toml(file: &RelPath, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Table {
    let Some((text, offset)) = decode(file, bytes, findings) else { return Table::default() };
    let (table, faults) = parse_toml(text, offset);
    syntax_findings(faults, file, findings);
    table
}

/// Checks a theme's files and makes them ready to render. `languages` and `accent` are the site's.
pub fn load(
    mut files: ThemeFiles,
    languages: &[&str],
    accent: Option<&Placed<Colour>>,
) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let (words, fallback) = words(&files, languages, &mut findings);
    let tera = templates(&files, &mut findings);
    let accent = accent.and_then(|chosen| Accent::new(chosen, files.grounds.as_ref(), &mut findings));
    sheets(&mut files, accent.as_ref());
    (tera.map(|tera| Theme { tera, files, accent, words, fallback }), findings)
}

/// Style sheets as they are published: without comments, with the accent.
fn sheets(files: &mut ThemeFiles, accent: Option<&Accent>) {
    let pressed: Vec<(String, ThemeFile)> = files
        .below("assets")
        .filter(|(name, _)| name.ends_with(".css"))
        .filter_map(|(name, file)| {
            let mut css = sheet::squeeze(std::str::from_utf8(&file.bytes).ok()?);
            css += &accent.map(|accent| accent.rule(name)).unwrap_or_default();
            Some((format!("assets/{name}"), ThemeFile { bytes: css.into_bytes().into(), ..file.clone() }))
        })
        .collect();
    pressed.into_iter().for_each(|(name, file)| files.put(&name, file));
}

/// Each language's words, with those it lacks from Indonesian, then English.
fn words(
    files: &ThemeFiles,
    languages: &[&str],
    findings: &mut Vec<Diagnostic>,
) -> (FxHashMap<Box<str>, Words>, Words) {
    let mut words: FxHashMap<Box<str>, Words> = FxHashMap::default();
    for (name, file) in files.below("i18n") {
        if let Some(code) = name.strip_suffix(".toml") {
            words.insert(code.into(), Words::new(&toml(&file.path, &file.bytes, findings)));
        }
    }
    let mut fallback = Words::default();
    for code in languages.iter().copied().chain(["id", "en"]) {
        if let Some(words) = words.get(code) {
            fallback.inherit(words);
        }
    }
    let mut missing: Vec<&str> = WORDS.into_iter().filter(|key| fallback.get(key).is_none()).collect();
    let lists = [("date.months", 12), ("date.months_short", 12), ("date.weekdays", 7)];
    missing.extend(lists.into_iter().filter(|(list, length)| fallback.len_of(list) != *length).map(|(list, _)| list));
    if !missing.is_empty() {
        findings.push(missing_words(files, &missing));
    }
    words.values_mut().for_each(|own| own.inherit(&fallback));
    (words, fallback)
}

fn missing_words(files: &ThemeFiles, keys: &[&str]) -> Diagnostic {
    let file = files.below("i18n").next().map_or_else(|| manifest_of(files), |(_, file)| file.path.clone());
    let list = keys.join(", ");
    let message =
        text!("kata antarmuka ini tidak ada di tema: {list}", "the theme lacks these interface words: {list}");
    Diagnostic::new(Code::MissingTranslation, &file, 0..0, message).help(text!(
        "tambahkan di i18n/id.toml, atau beri theme.toml extends = \"warta\"",
        "add them to i18n/id.toml, or give theme.toml extends = \"warta\""
    ))
}

/// The theme's own theme.toml; site.toml, which names the theme, where it has none.
fn manifest_of(files: &ThemeFiles) -> RelPath {
    files.get("theme.toml").map_or_else(|| RelPath::new(crate::config::FILE), |file| file.path.clone())
}

fn templates(files: &ThemeFiles, findings: &mut Vec<Diagnostic>) -> Option<Tera> {
    let mut sources: Vec<(String, &str)> = Vec::new();
    let pages = files.below("templates").map(|(name, file)| (name.to_owned(), file));
    let components = files.below("components").map(|(name, file)| (format!("components/{name}"), file));
    let is_template = |name: &str| ESCAPED.iter().any(|suffix| name.ends_with(suffix));
    for (name, file) in pages.chain(components).filter(|(name, _)| is_template(name)) {
        if let Some((text, _)) = decode(&file.path, &file.bytes, findings) {
            sources.push((name, text));
        }
    }
    let missing: Vec<&str> =
        REQUIRED.into_iter().filter(|name| files.get(&format!("templates/{name}")).is_none()).collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        let message = text!("templat ini tidak ada di tema: {list}", "the theme lacks these templates: {list}");
        findings.push(Diagnostic::new(Code::MissingTemplate, &manifest_of(files), 0..0, message).help(text!(
            "tulis di templates/, atau beri theme.toml extends = \"warta\"",
            "write them in templates/, or give theme.toml extends = \"warta\""
        )));
    }
    let mut tera = Tera::new();
    tera.autoescape_on(ESCAPED);
    functions::register(&mut tera);
    let Err(error) = tera.add_raw_templates(sources.iter().cloned()) else { return Some(tera) };
    let before = findings.len();
    findings.extend(sources.iter().flat_map(|(name, text)| syntax_error(name, text, files)));
    if findings.len() == before {
        findings.extend(errors::findings(&error, Code::TemplateSyntax, files));
    }
    None
}

/// Adding many templates stops at the first that can't be parsed, so each is tried by itself. What
/// fails only for want of the others is found when all are added.
fn syntax_error(name: &str, text: &str, files: &ThemeFiles) -> Vec<Diagnostic> {
    match Tera::new().add_raw_template(name, text) {
        Err(error) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => {
            errors::findings(&error, Code::TemplateSyntax, files)
        }
        _ => Vec::new(),
    }
}

impl Theme {
    /// The digest of everything that the theme makes pages from.
    pub fn digest(&self) -> Digest {
        let mut digest = Digesting::default();
        for (name, file) in self.files.iter() {
            digest.text(name).digest(&Digest::of(&file.bytes));
        }
        digest.finish()
    }

    /// The words of a language; a language without words has those of the site's main one.
    pub fn words(&self, code: &str) -> &Words {
        self.words.get(code).unwrap_or(&self.fallback)
    }

    /// A component that a document may call as a directive.
    pub fn directive(&self, name: &str) -> Option<ComponentInfo> {
        self.tera.get_component_definition(name).filter(is_directive)
    }

    /// The names of all directives, sorted.
    pub fn directives(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.tera.get_component_names().filter(|name| self.directive(name).is_some()).collect();
        names.sort_unstable();
        names
    }

    /// The assets with their digests, sorted by name.
    pub fn assets(&self) -> Vec<(Box<str>, Digest)> {
        self.files.below("assets").map(|(name, file)| (name.into(), Digest::of(&file.bytes))).collect()
    }

    /// An asset's bytes.
    pub fn asset(&self, name: &str) -> Option<Arc<[u8]>> {
        self.files.get(&format!("assets/{name}")).map(|file| file.bytes.clone())
    }

    /// The findings of an error from rendering.
    pub fn render_findings(&self, error: &tera::Error) -> Vec<Diagnostic> {
        errors::findings(error, Code::TemplateRender, &self.files)
    }

    /// The first of some templates that the theme has.
    pub fn first_of<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        names.into_iter().find(|name| self.tera.contains_template(name))
    }
}

/// A theme's own components have a dot in their names (`ui.card`); a document can't call those.
fn is_directive(component: &ComponentInfo) -> bool {
    !component.name().contains('.')
}
