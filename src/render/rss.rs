//! RSS 2.0 after the RSS Advisory Board's profile: full text, absolute addresses, stable guids.

use super::{body, xml::Xml};
use crate::diagnostic::Diagnostic;
use crate::newsroom::{DocId, Question};
use crate::routes::{Route, Scope as FeedScope};
use crate::theme::Scope;

/// The feed at a route. The scope's addresses must be absolute.
pub(super) fn render(scope: &Scope, feed: FeedScope, route: &Route) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let config = scope.config();
    let zone = &config.zone;
    let (kind, title, home) = match feed {
        FeedScope::Site => (None, config.title.to_string(), scope.edition().listing_url(scope.lang, "", 1)),
        FeedScope::Kind(id) => {
            let kind = config.kind(id);
            let title = format!("{}: {}", config.title, scope.section(id).plural());
            (Some(id), title, scope.edition().listing_url(scope.lang, &kind.folder, 1))
        }
    };
    let articles = scope.edition().newsroom.articles(Question { lang: scope.lang, kind, ..Question::default() });
    let newest: Vec<DocId> = articles.iter().copied().take(config.feed_limit as usize).collect();
    let mut xml = Xml::new();
    let namespaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.open("rss", &namespaces).open("channel", &[]);
    xml.text("title", &title).text("link", &scope.href(&home)).text("description", &title);
    xml.text("language", &config.language(scope.lang).code);
    let dates = newest.iter().filter_map(|id| scope.entry(*id).moment());
    if let Some(latest) = dates.max() {
        xml.text("lastBuildDate", &latest.rfc822(zone));
    }
    let own = scope.href(&route.url);
    xml.empty("atom:link", &[("href", &own), ("rel", "self"), ("type", "application/rss+xml")]);
    for id in newest {
        item(scope, id, &mut xml)?;
    }
    Ok(xml.finish())
}

fn item(scope: &Scope, id: DocId, xml: &mut Xml) -> Result<(), Vec<Diagnostic>> {
    let entry = scope.entry(id);
    let front = &entry.document.front;
    let own = Scope { document: Some(id), ..scope.clone() };
    let html = body::html(&own, id)?;
    let link = scope.document_href(id);
    // Footnotes refer to their own page, which a feed reader is not.
    let html = html.replace("href=\"#", &format!("href=\"{link}#"));
    xml.open("item", &[]);
    xml.text("title", &front.title).text("link", &link);
    // The id is the content path, which outlives a changed slug.
    let prefix = scope.config().lang_prefix(scope.lang);
    let guid = format!("{}#{prefix}{}", scope.config().absolute("/"), entry.document.identity.id);
    xml.text_with("guid", &[("isPermaLink", "false")], &guid);
    if let Some(moment) = entry.moment() {
        xml.text("pubDate", &moment.rfc822(&scope.config().zone));
    }
    for author in &entry.authors {
        xml.text("dc:creator", scope.term_name(*author));
    }
    for topic in &entry.topics {
        xml.text("category", scope.term_name(*topic));
    }
    xml.text("description", &front.summary).text("content:encoded", &html);
    xml.close();
    Ok(())
}
