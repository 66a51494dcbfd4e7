//! What all pages of a language share: the site, the publisher, the menu, the standing addresses.

use super::{Crumb, Scope, map};
use crate::config::Class;
use crate::content::Document;
use crate::newsroom::DocId;
use crate::path::{RelPath, UrlPath};
use crate::reads::{self, Of, Read};
use crate::routes::{Calendar, Format, Subject, list_url};
use tera::{Context, Value};

impl Scope {
    /// The variables that every page of a language shares; made once for an edition.
    pub fn frame(&self) -> Context {
        let mut context = Context::new();
        let variables = reads::whole(|| Read::new(Of::Frame).lang(self.lang.0), || self.shared_variables());
        for (name, value) in variables {
            context.insert_value(*name, value.clone());
        }
        context
    }

    pub(super) fn shared_variables(&self) -> &[(&'static str, Value)] {
        let slot = self.shelf.frames.get(usize::from(self.lang.0));
        slot.map_or(&[], |slot| slot.get_or_init(|| frame(self)))
    }
}

fn frame(scope: &Scope) -> Vec<(&'static str, Value)> {
    let config = scope.config();
    let publisher = &config.publisher;
    let words = config.path_words(scope.lang);
    let languages = config.languages.iter();
    let language = |l: &crate::config::Language| {
        map! { "code" => &*l.code, "name" => scope.theme().words(&l.code).get("language.name").unwrap_or(&l.code) }
    };
    let services = config.services.iter();
    let site = map! {
        "title" => &*config.title,
        "base_url" => config.absolute(""),
        "language" => &*config.languages[0].code,
        "languages" => languages.map(language).collect::<Vec<_>>(),
        "timezone" => config.zone.name(),
        "publisher" => map! {
            "name" => &*publisher.name,
            "legal_name" => &*publisher.legal_name,
            "url" => &*publisher.url,
            "logo" => of_static(scope, &publisher.logo),
            "email" => &*publisher.email,
            "phone" => &*publisher.phone,
            "phone_url" => super::phone_url(&publisher.phone),
            "address" => &*publisher.address,
        },
        "accent" => scope.theme().accent.as_ref().map_or_else(String::new, |accent| accent.light.to_string()),
        "channels" => config.channels.iter().map(|channel| channel_view(&channel.name, &channel.url)).collect::<Vec<_>>(),
        "services" => services
            .map(|s| map! { "name" => &*s.name, "url" => rooted(scope, &s.url), "note" => &*s.note })
            .collect::<Vec<_>>(),
    };
    let there =
        |url: UrlPath| if scope.edition().routes.find(&url).is_some() { scope.href(&url) } else { String::new() };
    let page = |path: &str| there(scope.edition().listing_url(scope.lang, path, 1));
    let code = &*config.language(scope.lang).code;
    vec![
        ("site", site),
        ("lang", Value::from(code)),
        ("dir", Value::from(if is_right_to_left(code) { "rtl" } else { "ltr" })),
        ("menu", menu(scope)),
        ("pages", pages(scope)),
        ("home_url", Value::from(page(""))),
        ("archive_url", Value::from(page(words.archive))),
        ("corrections_url", Value::from(page(words.corrections))),
        ("sponsored_url", Value::from(page(words.sponsored))),
        ("media_url", Value::from(scope.media_page_href().unwrap_or_default())),
        ("search_url", Value::from(page(words.search))),
        ("feed_url", Value::from(scope.feed_href(Subject::Site, Format::Rss))),
        ("feeds_url", Value::from(there(list_url()))),
        (
            "calendar_url",
            Value::from(
                scope
                    .edition()
                    .calendar_url(scope.lang, Calendar::Site)
                    .map_or_else(String::new, |url| scope.href(&url)),
            ),
        ),
        ("preview", Value::from(scope.edition().newsroom.preview)),
    ]
}

/// A profile elsewhere. Its handle is the last part of its address, such as `@warta`.
fn channel_view(name: &str, url: &str) -> Value {
    let last = url.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    map! { "name" => name, "url" => url, "handle" => format!("@{}", last.trim_start_matches('@')) }
}

fn is_right_to_left(code: &str) -> bool {
    let primary = code.split('-').next().unwrap_or_default();
    matches!(primary, "ar" | "fa" | "he" | "ur" | "ps" | "dv" | "yi") || code.ends_with("-Arab")
}

/// A file of static/ at its address, which may need characters of its name encoded.
fn of_static(scope: &Scope, path: &str) -> String {
    if path.is_empty() { String::new() } else { scope.static_href(path) }
}

/// A path within static/ or the site as an address of the page; whole addresses stay.
fn rooted(scope: &Scope, path: &str) -> String {
    if path.is_empty() || path.contains("://") || path.starts_with("mailto:") || path.starts_with("tel:") {
        return path.to_owned();
    }
    format!("{}/{}", scope.config().base_path, path.trim_start_matches('/'))
}

/// The pages that stand by themselves, such as "about", by the names of their files.
fn pages(scope: &Scope) -> Value {
    let newsroom = &scope.edition().newsroom;
    let is_page = |document: &Document| {
        let identity = &document.identity;
        identity.lang == scope.lang && scope.config().kind(identity.kind).class == Class::Page
    };
    let mut pages: Vec<(&RelPath, DocId)> = newsroom
        .entries()
        .filter(|(_, entry)| is_page(&entry.document) && !entry.is_withdrawn())
        // The page for journalists has a place of its own.
        .filter(|(id, _)| Some(scope.edition().routes.document(*id)) != scope.edition().media_page_url(scope.lang))
        .map(|(id, entry)| (&entry.document.file, id))
        .collect();
    pages.sort_unstable();
    let view = |(_, id): (&RelPath, DocId)| {
        map! { "name" => &*scope.entry(id).document.front.title, "url" => scope.document_href(id) }
    };
    Value::from(pages.into_iter().map(view).collect::<Vec<_>>())
}

/// The editor's menu, else the kinds that have articles in the language.
fn menu(scope: &Scope) -> Value {
    let config = scope.config();
    let items: Vec<Value> = match &config.menu {
        Some(items) => {
            items.iter().map(|item| map! { "name" => &*item.name, "url" => rooted(scope, &item.url) }).collect()
        }
        None => {
            let kinds = scope.edition().newsroom.kinds(scope.lang, config);
            let item = |(id, _)| Crumb::new(scope.section(id).plural(), scope.section(id).href()).view();
            kinds.into_iter().map(item).collect()
        }
    };
    Value::from(items)
}
