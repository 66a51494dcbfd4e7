//! The way from the front page to a page (schema.org BreadcrumbList).

use super::is_silent;
use crate::theme::{Crumb, Scope};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "BreadcrumbList", rename_all = "camelCase")]
pub(super) struct BreadcrumbList {
    #[serde(skip_serializing_if = "is_silent")]
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
struct ListItem {
    position: usize,
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    item: String,
}

/// The list; none where there is no way to tell of.
pub(super) fn of(scope: &Scope, crumbs: &[Crumb]) -> Option<BreadcrumbList> {
    // Addresses in pages have the path below the host already.
    let item = |(position, crumb): (usize, &Crumb)| ListItem {
        position,
        name: crumb.name.clone(),
        item: format!("{}{}", scope.config().origin, crumb.url),
    };
    let items = (1..).zip(crumbs).map(item);
    (crumbs.len() > 1).then(|| BreadcrumbList { item_list_element: items.collect() })
}
