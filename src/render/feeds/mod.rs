//! Feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the same items, the list of them all (OPML 2.0), and
//! each article as other newsrooms' programs read it (IPTC ninjs).
//!
//! Nothing in them comes from the clock. An item is known by its content path, in every format by the
//! same id, so that a changed headline, slug or day makes no new one of it; and only a change in
//! substance moves the date at which readers are shown it again.

mod atom;
mod content;
mod id;
mod item;
mod json;
mod ninjs;
mod opml;
mod rss;
mod text;
mod view;

pub(super) use content::Contents;
pub(super) use ninjs::render as data;
pub(super) use opml::render as list;

use super::Press;
use crate::config::{Config, is_plain_picture};
use crate::diagnostic::Diagnostic;
use crate::image::Dimensions;
use crate::newsroom::DocId;
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use crate::routes::{Feed, Format, Route, Subject};
use crate::source::STATIC;
use crate::theme::Scope;
use crate::time::Moment;
use content::Form;
use item::Item;
use json::{Content, Member};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A feed in a format.
pub(super) fn render(press: &Press, feed: Feed, format: Format, route: &Route) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let scope = press.absolute(feed.lang);
    let channel = Channel::new(&scope, feed, &route.url);
    let newest = 0..scope.config().feeds.limit as usize;
    Ok(match format {
        Format::Rss => rss::write(&channel, &items(press, &scope, feed, newest, Form::Xml)?),
        Format::Atom => atom::write(&channel, &items(press, &scope, feed, newest, Form::Xml)?),
        Format::Json => json::write(&channel, &members(press, &channel, 0, true)?, 0),
    })
}

/// A page of a JSON feed's archive. That of the whole site has every text; those of its parts would
/// say each of them once more for each unit and topic, and lead to the article's data instead.
pub(super) fn page(press: &Press, feed: Feed, page: u32, route: &Route) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let scope = press.absolute(feed.lang);
    let channel = Channel::new(&scope, feed, &route.url);
    Ok(json::write(&channel, &members(press, &channel, page, feed.of == Subject::Site)?, page))
}

/// What stands on a page of a JSON feed, with the texts or the summaries alone.
fn members<'a>(
    press: &'a Press,
    channel: &Channel<'a>,
    page: u32,
    whole: bool,
) -> Result<Vec<Member<'a>>, Vec<Diagnostic>> {
    let (scope, feed) = (channel.scope, channel.feed);
    let range = scope.edition().feed_page(feed, page);
    if feed.of == Subject::Corrections {
        let items = items(press, scope, feed, range, Form::Html)?.into_iter();
        let member = |item: Item<'a>| {
            let facts = json::facts(channel, &item).into();
            Member { facts, content: item.content.map_or(Content::Summary(item.summary), Content::Whole) }
        };
        return Ok(items.map(member).collect());
    }
    let articles = scope.edition().feed_articles(feed);
    let articles = articles.as_ref().map_or(&[][..], |articles| articles.range(range));
    let member = |id: &DocId| {
        let facts = || json::facts(channel, &Item::article(scope, *id, None));
        let content = match whole {
            true => Content::Whole(press.contents.of(scope, *id, Form::Html)?),
            // The facts hold the summary too.
            false => Content::Summary(reads::whole(
                || Read::new(Of::Facts).document(id.0),
                || text::plain(&scope.entry(*id).document.front.summary),
            )),
        };
        Ok(Member { facts: press.contents.facts(scope.edition().aside.aside(), *id, facts), content })
    };
    articles.iter().map(member).collect()
}

/// What JSON feeds say of an article but for its text, for the digest of it.
pub(super) fn facts(press: &Press, id: DocId) -> Cow<'_, [u8]> {
    let lang = press.shelf.edition.newsroom.language(id);
    let scope = press.absolute(lang);
    let channel = Channel::new(&scope, Feed { lang, of: Subject::Site }, &UrlPath::page(""));
    press.contents.facts(scope.edition().aside.aside(), id, || json::facts(&channel, &Item::article(&scope, id, None)))
}

/// The addresses of the photos that RSS feeds say the size of, each once.
pub(super) fn photos(press: &Press) -> BTreeSet<UrlPath> {
    let edition = &press.shelf.edition;
    let limit = edition.config.feeds.limit as usize;
    let mut seen = FxHashSet::default();
    let mut found = BTreeSet::new();
    for feed in edition.routes.feeds() {
        let scope = press.scope(feed.lang);
        let Some(articles) = edition.feed_articles(*feed) else { continue };
        for id in articles.range(0..limit).iter().filter(|id| seen.insert(**id)) {
            found.extend(scope.shown_photos(&scope.entry(*id).document).next().map(|photo| photo.url.clone()));
        }
    }
    found
}

/// The items of a feed that stand in a range of it.
fn items<'a>(
    press: &Press,
    scope: &'a Scope,
    feed: Feed,
    range: std::ops::Range<usize>,
    form: Form,
) -> Result<Vec<Item<'a>>, Vec<Diagnostic>> {
    if feed.of == Subject::Corrections {
        let all = scope.edition().newsroom.corrections(feed.lang);
        let some = all.iter().skip(range.start).take(range.len());
        return Ok(some.map(|correction| Item::correction(scope, correction, form)).collect());
    }
    let articles = scope.edition().feed_articles(feed);
    let some = articles.as_ref().map_or(&[][..], |articles| articles.range(range)).iter();
    some.map(|id| Ok(Item::article(scope, *id, Some(press.contents.of(scope, *id, form)?)))).collect()
}

/// What a feed says of itself.
struct Channel<'a> {
    scope: &'a Scope,
    feed: Feed,
    id: String,
    title: String,
    purpose: String,
    /// The page that it belongs to.
    home: String,
    /// Its own address.
    own: String,
}

impl<'a> Channel<'a> {
    fn new(scope: &'a Scope, feed: Feed, own: &UrlPath) -> Self {
        Channel {
            scope,
            feed,
            id: id::of_feed(scope, feed),
            title: text::plain(&scope.feed_title(feed)).into_owned(),
            purpose: text::plain(&scope.feed_purpose(feed)).into_owned(),
            home: scope.edition().feed_home(feed).map(|url| scope.href(&url)).unwrap_or_default(),
            own: scope.href(own),
        }
    }

    fn config(&self) -> &'a Config {
        self.scope.config()
    }

    fn language(&self) -> &'a str {
        &self.config().language(self.feed.lang).code
    }

    /// The address of the feed itself in a format, which pages of its archive are not.
    fn url(&self, format: Format) -> String {
        let url = self.scope.edition().feed_url(self.feed, format);
        url.map(|url| self.scope.href(&url)).unwrap_or_default()
    }

    /// The picture that stands for the newsroom in programs that show plain pictures alone.
    fn image(&self) -> Option<Emblem> {
        let logo = || Some(&*self.config().publisher.logo).filter(|logo| is_plain_picture(logo));
        Some(Emblem::of(self.scope, self.small_image().or_else(logo)?))
    }

    /// The same, small and square, for lists of feeds.
    fn icon(&self) -> Option<Emblem> {
        self.small_image().map(|path| Emblem::of(self.scope, path)).filter(Emblem::is_square)
    }

    /// The newsroom's emblem, whatever its format.
    fn logo(&self) -> Option<Emblem> {
        let logo = Some(&*self.config().publisher.logo).filter(|logo| !logo.is_empty());
        logo.or(self.small_image()).map(|path| Emblem::of(self.scope, path))
    }

    fn small_image(&self) -> Option<&'a str> {
        self.config().feeds.image.as_ref().map(|path| &*path.value)
    }

    /// Who publishes: by the short name, since it stands where a person's would.
    fn publisher(&self) -> &'a str {
        let publisher = &self.config().publisher;
        let names = [&publisher.name, &publisher.legal_name, &self.config().title];
        names.into_iter().find(|name| !name.is_empty()).map_or("", |name| name)
    }

    /// When anything in it last changed in substance.
    fn revised(&self, items: &[Item<'_>]) -> Option<Moment> {
        items.iter().filter_map(|item| item.revised).max().copied()
    }
}

/// A picture in static/ that stands for the newsroom.
struct Emblem {
    url: String,
    /// Its pixels, where they are known.
    dimensions: Option<Dimensions>,
}

impl Emblem {
    fn of(scope: &Scope, path: &str) -> Emblem {
        let path = RelPath::new(path);
        let media = scope.edition().media.get(&RelPath::new(STATIC).join(path.as_str()));
        let dimensions = media.and_then(|media| Some(media.picture.as_ref().ok()?.dimensions));
        Emblem { url: scope.href(&UrlPath::file(&path)), dimensions }
    }

    fn is_square(&self) -> bool {
        self.dimensions.is_some_and(|pixels| pixels.width == pixels.height)
    }
}
