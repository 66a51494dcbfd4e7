//! The drawing that stands for an article where it is shared: SVG, from the theme's template.

use super::Press;
use crate::diagnostic::Diagnostic;
use crate::newsroom::DocId;
use crate::theme::{Scope, functions::with_scope};
use tera::Value;

/// The theme's template of it.
pub(super) const TEMPLATE: &str = "share.svg";

/// The drawing for an article; none if the theme has no template for it.
pub(super) fn svg(press: &Press, id: DocId) -> Result<Option<String>, Vec<Diagnostic>> {
    let edition = &press.shelf.edition;
    let document = &edition.newsroom.entry(id).document;
    let scope = Scope { document: Some(id), ..press.scope(document.identity.lang) };
    let Some(template) = scope.theme().first_of([TEMPLATE]) else { return Ok(None) };
    let mut context = scope.frame();
    context.insert_value("doc", scope.card(id));
    context.insert_value("photo", Value::from(edition.routes.share_photo(document).is_some()));
    let made = with_scope(&scope, || scope.theme().tera.render(template, &context));
    made.map(Some).map_err(|error| scope.theme().render_findings(&error))
}
