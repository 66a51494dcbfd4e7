//! The site itself, and how to search it (schema.org WebSite, SearchAction).

use super::is_silent;
use super::organization::{self, Organization};
use crate::theme::Scope;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "WebSite", rename_all = "camelCase")]
pub(super) struct WebSite {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    in_language: String,
    publisher: Organization,
    #[serde(skip_serializing_if = "is_silent")]
    potential_action: Option<SearchAction>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "SearchAction")]
struct SearchAction {
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "EntryPoint", rename_all = "camelCase")]
struct EntryPoint {
    #[serde(skip_serializing_if = "is_silent")]
    url_template: String,
}

/// The site in the page's language.
pub(super) fn of(scope: &Scope) -> WebSite {
    let (config, edition) = (scope.config(), scope.edition());
    let at = |path: &str| edition.listing_url(scope.lang, path, 1);
    let search = at(config.path_words(scope.lang).search);
    let action = edition.routes.find(&search).map(|route| SearchAction {
        target: EntryPoint { url_template: format!("{}?q={{search_term_string}}", scope.href(&route.url)) },
        query_input: "required name=search_term_string",
    });
    WebSite {
        name: config.title.to_string(),
        url: scope.href(&at("")),
        in_language: config.language(scope.lang).code.to_string(),
        publisher: organization::whole_publisher(scope),
        potential_action: action,
    }
}
