//! A body's holes filled: addresses of links, markup of components.

use crate::content::body::{Body, Component, Fill, Hole, Target};
use crate::content::{Document, Lost};
use crate::data::Value as Datum;
use crate::diagnostic::{Code, Diagnostic};
use crate::newsroom::DocId;
use crate::path::RelPath;
use crate::source::vanished;
use crate::text;
use crate::theme::{Scope, functions::with_scope};
use tera::{Context, Value};

/// The finished HTML of a document's body. The scope's document must be `id`.
pub(super) fn html(scope: &Scope, id: DocId) -> Result<String, Vec<Diagnostic>> {
    let document = &scope.entry(id).document;
    let body = document.body();
    let html = body.html.read(&scope.edition().aside).map_err(|error| vec![lost(document, &error)])?;
    if body.holes.is_empty() {
        return Ok(html.into_owned());
    }
    let mut filling = Filling { scope, id, calls: 0, findings: Vec::new() };
    let html = with_scope(scope, || filling.fill(&html, &body.holes, ""));
    if filling.findings.is_empty() { Ok(html) } else { Err(filling.findings) }
}

/// A text can't be had.
fn lost(document: &Document, why: &Lost) -> Diagnostic {
    let Lost::Disk(error) = why else { return vanished(&document.file) };
    let message = text!(
        "isi naskah ini tidak terbaca lagi dari .warta/cache: {error}",
        "the text of this document can't be read back from .warta/cache: {error}"
    );
    Diagnostic::new(Code::MissingFile, &document.file, 0..0, message).help(text!(
        "jalankan sekali lagi; kalau berulang, periksa cakramnya",
        "run it once more; if it happens again, check the disk"
    ))
}

/// A body while its holes are filled.
struct Filling<'a> {
    scope: &'a Scope,
    id: DocId,
    /// Components called so far.
    calls: u32,
    findings: Vec<Diagnostic>,
}

/// The HTML before a link's hole.
const OPEN: &str = "href=\"";
/// What stands there instead when there is nothing to link to: a link that says it is none.
const PLACEHOLDER: &str = "role=\"link\" aria-disabled=\"true";

fn link(target: &Target, scope: &Scope, id: DocId, html: &mut String) {
    let (address, fragment) = match target {
        Target::Fragment(fragment) if scope.absolute => (Some(scope.document_href(id)), Some(fragment)),
        Target::Fragment(fragment) => (Some(String::new()), Some(fragment)),
        Target::Site { path, fragment } => (site_address(path, scope), fragment.as_ref()),
        Target::File { path, fragment, .. } => {
            (path.as_ref().and_then(|path| file_address(path, scope, id)), fragment.as_ref())
        }
    };
    match address {
        Some(address) => {
            escape(&address, html);
            if let Some(fragment) = fragment {
                html.push('#');
                escape(fragment, html);
            }
        }
        None if html.ends_with(OPEN) => {
            html.truncate(html.len() - OPEN.len());
            html.push_str(PLACEHOLDER);
        }
        None => {}
    }
}

/// None for what is not published now.
fn site_address(path: &str, scope: &Scope) -> Option<String> {
    let config = scope.config();
    scope.edition().routes.lookup(path)?;
    Some(if scope.absolute { config.absolute(path) } else { format!("{}{path}", config.base_path) })
}

fn file_address(path: &RelPath, scope: &Scope, id: DocId) -> Option<String> {
    if crate::routes::is_document(Some(path), "") {
        return scope.edition().document_of_file(path).map(|other| scope.document_href(other));
    }
    let routes = &scope.edition().routes;
    let shown = || routes.pictures().get(path)?.whole().map(|(url, _)| url);
    routes.attachment(id, path).or_else(shown).map(|url| scope.href(url))
}

fn escape(text: &str, html: &mut String) {
    // Writing into a String can't fail.
    let _ = pulldown_cmark_escape::escape_href(html, text);
}

impl Filling<'_> {
    /// Fills the holes of a text that stands within the component called `inside`.
    fn fill(&mut self, text: &str, holes: &[Hole], inside: &str) -> String {
        let mut html = String::with_capacity(text.len() + holes.len() * 64);
        let mut done = 0;
        for hole in holes {
            let at = hole.at as usize;
            html.push_str(text.get(done..at).unwrap_or_default());
            done = at;
            match &hole.fill {
                Fill::Link(target) => link(target, self.scope, self.id, &mut html),
                Fill::Component(component) => self.call(component, hole, inside, &mut html),
            }
        }
        html.push_str(text.get(done..).unwrap_or_default());
        html
    }

    fn inner(&mut self, body: &Body, inside: &str) -> String {
        match body.html.read(&self.scope.edition().aside) {
            Ok(html) => self.fill(&html, &body.holes, inside),
            Err(error) => {
                self.findings.push(lost(&self.scope.entry(self.id).document, &error));
                String::new()
            }
        }
    }

    fn call(&mut self, component: &Component, hole: &Hole, inside: &str, html: &mut String) {
        let (scope, id) = (self.scope, self.id);
        self.calls += 1;
        let mut implicit = Context::new();
        implicit.insert_value("lang", Value::from(&*scope.config().language(scope.lang).code));
        implicit.insert_value("number", Value::from(self.calls));
        // A feed shows no more than pictures and words.
        implicit.insert_value("inside", Value::from(if scope.absolute { "" } else { inside }));
        let inner = component.body.as_ref().map(|body| self.inner(body, &component.name));
        let mut out = Vec::with_capacity(256);
        let done = scope.theme().tera.render_component_with_implicits_to(
            &component.name,
            &arguments(component),
            &implicit,
            inner.as_deref(),
            true,
            &mut out,
        );
        match done {
            Ok(()) => html.push_str(&String::from_utf8_lossy(&out)),
            Err(error) => {
                let document = &scope.entry(id).document;
                let here = text!("dipanggil di sini", "it is called here");
                let findings = scope.theme().render_findings(&error).into_iter();
                self.findings.extend(findings.map(|f| f.related(&document.file, hole.span, here.clone())));
            }
        }
    }
}

fn arguments(component: &Component) -> Context {
    let mut arguments = Context::new();
    for argument in &component.arguments {
        let value = match &argument.value.value {
            Datum::String(text) => Value::from(text.as_str()),
            Datum::Integer(number) => Value::from(*number),
            Datum::Float(number) => Value::from(*number),
            Datum::Bool(value) => Value::from(*value),
            _ => continue,
        };
        arguments.insert_value(argument.name.to_string(), value);
    }
    arguments
}
