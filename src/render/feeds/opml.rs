//! The list of all feeds (OPML 2.0): what a feed reader or a partner takes over at once.

use super::view;
use crate::config::Lang;
use crate::render::Press;
use crate::render::xml::Xml;
use crate::routes::{Feed, Format};
use crate::theme::Scope;

/// Every feed, those of a language together.
pub(in crate::render) fn render(press: &Press) -> Vec<u8> {
    let main = press.absolute(Lang::default());
    let config = main.config();
    let mut xml = Xml::new();
    view::style(&main, &mut xml);
    xml.open("opml", &[("version", "2.0")]).open("head", &[]);
    let title = main.words().filled("feeds.list_title", None, &[("site", &config.title)]);
    xml.text("title", &title.unwrap_or_else(|| config.title.to_string()));
    let publisher = &config.publisher;
    xml.text("ownerName", publisher.formal_name());
    xml.text("ownerEmail", &publisher.email).text("ownerId", &publisher.url);
    xml.text("docs", "https://opml.org/spec2.opml").close().open("body", &[]);
    for lang in config.langs() {
        let scope = press.absolute(lang);
        let own: Vec<Feed> = scope.edition().routes.feeds().iter().filter(|feed| feed.lang == lang).copied().collect();
        let code = &*config.language(lang).code;
        let name = scope.theme().words(code).get("language.name").unwrap_or(code).to_owned();
        if config.languages.len() > 1 {
            xml.open("outline", &[("text", &name), ("title", &name)]);
        }
        for feed in own {
            outline(&scope, feed, code, &mut xml);
        }
        if config.languages.len() > 1 {
            xml.close();
        }
    }
    xml.finish()
}

fn outline(scope: &Scope, feed: Feed, language: &str, xml: &mut Xml) {
    let edition = scope.edition();
    let (Some(url), Some(home)) = (edition.feed_url(feed, Format::Rss), edition.feed_home(feed)) else { return };
    let (title, purpose) = (scope.feed_title(feed), scope.feed_purpose(feed));
    xml.empty(
        "outline",
        &[
            ("text", &title),
            ("title", &title),
            ("description", &purpose),
            ("type", "rss"),
            ("version", "RSS2"),
            ("language", language),
            ("xmlUrl", &scope.href(&url)),
            ("htmlUrl", &scope.href(&home)),
        ],
    );
}
