//! The video of a document (schema.org VideoObject).

use super::is_silent;
use crate::newsroom::DocId;
use crate::render::sitemap::is_video_file;
use crate::routes::Shape;
use crate::theme::{Scope, iso_duration, youtube_embed};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "VideoObject", rename_all = "camelCase")]
pub(super) struct VideoObject {
    #[serde(skip_serializing_if = "is_silent")]
    name: String,
    #[serde(skip_serializing_if = "is_silent")]
    description: String,
    #[serde(skip_serializing_if = "is_silent")]
    thumbnail_url: Vec<String>,
    #[serde(skip_serializing_if = "is_silent")]
    upload_date: String,
    #[serde(skip_serializing_if = "is_silent")]
    duration: String,
    #[serde(skip_serializing_if = "is_silent")]
    content_url: String,
    #[serde(skip_serializing_if = "is_silent")]
    embed_url: String,
    #[serde(skip_serializing_if = "is_silent")]
    url: String,
    #[serde(skip_serializing_if = "is_silent")]
    in_language: String,
    #[serde(skip_serializing_if = "is_silent")]
    transcript: String,
}

/// The video; none without a picture of it, which everybody asks for.
pub(super) fn of(scope: &Scope, id: DocId) -> Option<VideoObject> {
    let entry = scope.entry(id);
    let document = &entry.document;
    let front = &document.front;
    let video = front.video.as_deref()?;
    let photo = front.photos.first()?;
    let found = scope.edition().routes.pictures().of(document, photo)?;
    let wide = found.largest(Shape::Wide).map(|size| &size.url);
    let picture = wide.or_else(|| found.routes.whole().map(|(url, _)| url))?;
    let described = if front.summary.is_empty() { &front.title } else { &front.summary };
    Some(VideoObject {
        name: front.title.to_string(),
        description: described.to_string(),
        thumbnail_url: vec![scope.href(picture)],
        upload_date: entry.moment().map(|moment| moment.rfc3339(&scope.config().zone)).unwrap_or_default(),
        duration: if video.seconds > 0 { iso_duration(video.seconds) } else { String::new() },
        content_url: if is_video_file(&video.url) { video.url.to_string() } else { String::new() },
        embed_url: youtube_embed(&video.url).unwrap_or_default(),
        url: scope.document_href(id),
        in_language: scope.config().language(document.identity.lang).code.to_string(),
        transcript: video.transcript.to_string(),
    })
}
