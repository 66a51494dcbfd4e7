//! Files to download: each is offered once, in the text where it has its place there.

use super::body::{Body, Fill};
use super::document::Attachment;
use crate::data::Value;
use crate::path::RelPath;
use crate::source::CONTENT;

/// Marks as unlisted the attachments that a `::file` of the text offers already, and the second of
/// two of the same file.
pub(super) fn list_once(attachments: &mut [Attachment], body: &Body, folder: &RelPath) {
    if attachments.is_empty() {
        return;
    }
    let mut offered: Vec<RelPath> = in_text(body).filter_map(|src| resolve(folder, src)).collect();
    for attachment in attachments {
        let Some(path) = resolve(folder, &attachment.src.value) else { continue };
        attachment.listed = !offered.contains(&path);
        offered.push(path);
    }
}

/// What each `::file` of a text names.
fn in_text(body: &Body) -> impl Iterator<Item = &str> {
    body.all_holes().filter_map(|hole| match &hole.fill {
        Fill::Component(component) if &*component.name == "file" => {
            let src = component.arguments.iter().find(|argument| &*argument.name == "src")?;
            match &src.value.value {
                Value::String(src) => Some(src.as_str()),
                _ => None,
            }
        }
        _ => None,
    })
}

/// A reference from the document's folder, or from content/ if it begins with a slash.
fn resolve(folder: &RelPath, src: &str) -> Option<RelPath> {
    match src.strip_prefix('/') {
        Some(rest) => RelPath::new(CONTENT).resolve(rest),
        None => folder.resolve(src),
    }
}
