//! A page of the theme: which template, and what it is given.

mod listing;

use super::{Press, body, structured};
use crate::config::{Class, Lang};
use crate::diagnostic::Diagnostic;
use crate::image;
use crate::newsroom::{State, TermId};
use crate::path::UrlPath;
use crate::routes::{Route, Sizes, Subject, What};
use crate::theme::{Crumb, PhotoWords, Scope, class_name, functions::with_scope, map};
use tera::{Context, Value};

/// The template of the page for journalists.
pub(super) const MEDIA: &str = "media.html";

/// Makes the page at a route.
pub(super) fn render(press: &Press, route: &Route) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let lang = press.shelf.edition.language(route);
    let mut scope = press.scope(lang);
    if let What::Document(id) = route.what {
        scope.document = Some(id);
    }
    if let What::MediaPage(lang) = route.what {
        scope.document = scope.edition().media_document(lang);
    }
    if let What::Term(_, term, _) = route.what {
        scope.document = scope.edition().newsroom.term(term).nearest_document(lang);
    }
    // An article stands in one listing of its kind, and in a dozen others.
    scope.alone = matches!(route.what, What::List(..));
    let mut context = scope.frame();
    let sheet = Sheet::new(&scope, route);
    context.insert_value("page", sheet.page());
    sheet.further(&mut context)?;
    let names = sheet.templates();
    let Some(template) = scope.theme().first_of(names.iter().map(String::as_str)) else { return Ok(Vec::new()) };
    let mut bytes = Vec::with_capacity(16 * 1024);
    let done = with_scope(&scope, || scope.theme().tera.render_to(template, &context, &mut bytes));
    match done {
        Ok(()) => Ok(bytes),
        Err(error) => Err(scope.theme().render_findings(&error)),
    }
}

/// The templates that fit a route, the most special first.
pub(super) fn templates(press: &Press, route: &Route) -> Vec<String> {
    let scope = press.scope(press.shelf.edition.language(route));
    Sheet::new(&scope, route).templates()
}

/// One page while its variables are gathered.
struct Sheet<'a> {
    scope: &'a Scope,
    route: &'a Route,
}

impl<'a> Sheet<'a> {
    fn new(scope: &'a Scope, route: &'a Route) -> Self {
        Sheet { scope, route }
    }

    fn t(&self, key: &str) -> String {
        self.scope.words().get(key).unwrap_or_default().to_owned()
    }

    /// A word that older themes may not have.
    fn word_or(&self, key: &str, otherwise: &str) -> String {
        self.scope.words().get(key).unwrap_or(otherwise).to_owned()
    }

    /// The templates that fit, the most special first.
    fn templates(&self) -> Vec<String> {
        let own = |name: &str, general: &str| vec![format!("{name}.html"), general.to_owned()];
        match &self.route.what {
            What::Home(_) => vec!["home.html".into()],
            What::Document(id) => {
                let entry = self.scope.entry(*id);
                let kind = self.scope.config().kind(entry.document.identity.kind);
                match (entry.is_withdrawn(), kind.class) {
                    (true, _) => vec!["withdrawn.html".into()],
                    (_, Class::Page) => vec!["page.html".into()],
                    _ => own(&kind.name, "article.html"),
                }
            }
            What::List(_, kind, _) => own(&format!("list-{}", self.scope.config().kind(*kind).name), "list.html"),
            What::Terms(..) => vec!["terms.html".into()],
            What::Term(_, term, _) => own(class_name(self.scope.edition().newsroom.term_id(*term).0), "term.html"),
            What::Archive(_) => vec!["archive.html".into()],
            What::Period(..) => vec!["period.html".into()],
            What::Corrections(..) => vec!["corrections.html".into()],
            What::Sponsored(..) => vec!["sponsored.html".into(), "list.html".into()],
            What::MediaPage(_) => vec![MEDIA.into()],
            What::SearchPage(_) => vec!["search.html".into()],
            What::NotFound => vec!["404.html".into()],
            _ => vec!["redirect.html".into()],
        }
    }

    fn kind_of_page(&self) -> &'static str {
        match &self.route.what {
            What::Home(_) => "home",
            What::Document(id) => {
                let kind = self.scope.entry(*id).document.identity.kind;
                if self.scope.config().kind(kind).class == Class::Page { "page" } else { "article" }
            }
            What::List(..) => "list",
            What::Terms(..) => "terms",
            What::Term(..) => "term",
            What::Archive(_) => "archive",
            What::Period(..) => "period",
            What::Corrections(..) => "corrections",
            What::Sponsored(..) => "sponsored",
            What::MediaPage(_) => "media",
            What::SearchPage(_) => "search",
            What::NotFound => "not-found",
            _ => "redirect",
        }
    }

    fn class_label(&self, class: Class) -> String {
        let key = format!("kinds.{}", class_name(class));
        let words = self.scope.words();
        let plural = words.get(&format!("{key}.plural")).or_else(|| words.get(&format!("{key}.label")));
        plural.unwrap_or_default().to_owned()
    }

    fn title(&self) -> String {
        let scope = self.scope;
        match &self.route.what {
            What::Home(_) => scope.config().title.to_string(),
            What::Document(id) => scope.entry(*id).document.front.title.to_string(),
            What::List(_, kind, _) => scope.section(*kind).plural().to_owned(),
            What::Terms(_, class) => self.class_label(*class),
            What::Term(_, term, _) => scope.term_name(*term).to_owned(),
            What::Archive(_) => self.t("archive.title"),
            What::Period(_, year, month, _) => scope.period_name(*year, *month),
            What::Corrections(..) => self.t("corrections.title"),
            What::Sponsored(..) => self.word_or("sponsored.title", "Advertorial"),
            What::MediaPage(_) => self.own_title().unwrap_or_else(|| self.word_or("media.title", "Media")),
            What::SearchPage(_) => self.t("search.title"),
            What::NotFound => self.t("not_found.title"),
            _ => self.t("redirect.title"),
        }
    }

    fn own_title(&self) -> Option<String> {
        self.scope.own_document().map(|document| document.front.title.to_string())
    }

    fn description(&self) -> String {
        let summary = match &self.route.what {
            What::Document(id) => Some(self.scope.entry(*id).document.front.summary.to_string()),
            What::Term(..) | What::MediaPage(_) => {
                self.scope.own_document().map(|document| document.front.summary.to_string())
            }
            _ => None,
        };
        let described = summary.filter(|summary| !summary.is_empty());
        described.unwrap_or_else(|| match (&self.route.what, &*self.scope.config().publisher.legal_name) {
            (What::Home(_), "") => self.title(),
            (What::Home(_), publisher) => format!("{} – {publisher}", self.title()),
            _ => format!("{} – {}", self.title(), self.scope.config().title),
        })
    }

    fn page(&self) -> Value {
        let scope = self.scope;
        let listed = self.listed();
        let state = match self.route.what {
            What::Document(id) => (scope.entry(id).state.name(), scope.state_text(id)),
            _ => ("", String::new()),
        };
        let crumbs = self.breadcrumbs();
        map! {
            "type" => self.kind_of_page(),
            "url" => scope.href(&self.route.url),
            "canonical" => self.canonical(),
            "title" => self.title(),
            "description" => self.description(),
            "noindex" => self.is_hidden_from_search(),
            "section" => self.section(),
            "breadcrumbs" => crumbs.iter().map(Crumb::view).collect::<Vec<_>>(),
            "structured" => Value::safe_string(&self.structured(&crumbs)),
            "languages" => self.languages(),
            "alternates" => self.alternates(),
            "feeds" => self.feeds(),
            "data_url" => self.data(),
            "share" => self.share(),
            "pagination" => listed.as_ref().map_or_else(Value::none, |(page, _)| self.pagination(*page)),
            "items" => listed.as_ref().map_or_else(|| scope.cards(&[]), |(_, ids)| scope.cards(ids)),
            "search" => self.search(),
            "state" => state.0,
            "state_text" => state.1,
        }
    }

    /// What a search page needs to know: where the index is, and how other search engines are asked for
    /// this site alone. None elsewhere, and where there is no index.
    fn search(&self) -> Value {
        let (scope, config) = (self.scope, self.scope.config());
        let entry = match self.route.what {
            What::SearchPage(lang) => scope.edition().routes.search_entry(config, lang),
            _ => None,
        };
        entry.map_or_else(Value::none, |url| {
            map! { "index" => scope.href(url), "site" => format!("site:{}{}", config.host(), config.base_path) }
        })
    }

    /// What the page says, once more for programs.
    fn structured(&self, crumbs: &[Crumb]) -> String {
        structured::scripts(self.scope, self.route, crumbs)
    }

    /// The image that stands for the page where it is shared, if it has one: what the theme draws, else
    /// the first photo.
    fn share(&self) -> Value {
        let edition = self.scope.edition();
        let drawn = match self.route.what {
            What::Document(id) => edition.routes.share(id),
            _ => None,
        };
        let Some(url) = drawn else { return self.photo_to_share().unwrap_or_else(Value::none) };
        map! {
            "url" => edition.absolute(url),
            "width" => image::share::WIDTH,
            "height" => image::share::HEIGHT,
            "type" => if url.as_str().ends_with(".jpg") { "image/jpeg" } else { "image/png" },
            "alt" => self.title(),
        }
    }

    fn photo_to_share(&self) -> Option<Value> {
        let edition = self.scope.edition();
        let document = self.scope.own_document()?;
        let photo = document.front.photos.first()?;
        let found = edition.routes.pictures().of(document, photo)?;
        let sizes = found.wide_or_whole()?;
        let (encoding, size) = (sizes.encodings.last()?.0, Sizes::fallback(sizes)?);
        let words = PhotoWords::of(photo, edition.media.get(&found.file).map(|media| &**media));
        Some(map! {
            "url" => edition.absolute(&size.url),
            "width" => size.dimensions.width,
            "height" => size.dimensions.height,
            "type" => encoding.media_type(),
            "alt" => if words.alt.is_empty() { self.title() } else { words.alt.to_owned() },
        })
    }

    /// Where search engines should lead: to the source of what was taken over from one.
    fn canonical(&self) -> String {
        let edition = self.scope.edition();
        let source = match &self.route.what {
            What::Document(id) => self.scope.entry(*id).document.republished_from(),
            _ => None,
        };
        match (source, &self.route.what) {
            (Some(source), _) => source.to_owned(),
            (None, What::Redirect(target)) => edition.absolute(target),
            (None, _) => edition.absolute(&self.route.url),
        }
    }

    /// The address of the listing that the page belongs to; empty if it belongs to none.
    fn section(&self) -> String {
        match &self.route.what {
            What::Document(id) => {
                let kind = self.scope.entry(*id).document.identity.kind;
                let page = self.scope.config().kind(kind).class == Class::Page;
                if page { self.scope.href(&self.route.url) } else { self.scope.section(kind).href().to_owned() }
            }
            What::List(_, kind, _) => self.scope.section(*kind).href().to_owned(),
            What::Terms(..) | What::Archive(_) | What::Corrections(..) | What::Sponsored(..) | What::MediaPage(_) => {
                self.scope.href(&self.route.url)
            }
            What::Term(lang, term, _) => {
                let edition = self.scope.edition();
                let folder = edition.folder_of(edition.newsroom.term_id(*term).0);
                self.scope.href(&edition.listing_url(*lang, folder, 1))
            }
            _ => String::new(),
        }
    }

    fn is_hidden_from_search(&self) -> bool {
        match &self.route.what {
            _ if self.scope.edition().newsroom.preview => true,
            What::Document(id) => self.scope.entry(*id).state != State::Published,
            What::NotFound | What::Redirect(_) => true,
            _ => false,
        }
    }

    fn breadcrumbs(&self) -> Vec<Crumb> {
        let scope = self.scope;
        let words = scope.config().path_words(scope.lang);
        let listing = |path: &str| scope.href(&scope.edition().listing_url(scope.lang, path, 1));
        let mut crumbs = match &self.route.what {
            What::Home(_) => return Vec::new(),
            What::Document(id) => scope.section(scope.entry(*id).document.identity.kind).crumbs.clone(),
            _ => vec![Crumb::new(&self.t("nav.home"), &listing(""))],
        };
        match &self.route.what {
            What::Term(_, term, _) => {
                let class = scope.edition().newsroom.term_id(*term).0;
                crumbs.push(Crumb::new(&self.class_label(class), &listing(scope.edition().folder_of(class))));
            }
            What::Period(_, year, month, _) => {
                crumbs.push(Crumb::new(&self.t("archive.title"), &listing(words.archive)));
                if *month > 0 {
                    crumbs.push(Crumb::new(&year.to_string(), &listing(&format!("{}/{year:04}", words.archive))));
                }
            }
            _ => {}
        }
        crumbs.push(Crumb::new(&self.title(), &scope.href(&self.route.url)));
        crumbs
    }

    fn languages(&self) -> Value {
        let scope = self.scope;
        let view = |lang: Lang| {
            let language = scope.config().language(lang);
            let translated = scope.edition().translated(self.route, lang);
            let there = translated.is_some();
            let url = translated.unwrap_or_else(|| scope.edition().listing_url(lang, "", 1));
            map! {
                "code" => &*language.code,
                "name" => scope.theme().words(&language.code).get("language.name").unwrap_or(&language.code),
                "locale" => scope.theme().words(&language.code).get("language.locale").unwrap_or_default(),
                "url" => scope.href(&url),
                "current" => lang == scope.lang,
                "translated" => there,
            }
        };
        Value::from(scope.config().langs().map(view).collect::<Vec<_>>())
    }

    /// For hreflang: every language in which the page is there, and the default.
    fn alternates(&self) -> Value {
        let scope = self.scope;
        let there = scope.edition().alternates(self.route);
        let view = |code: &str, url: &UrlPath| map! { "lang" => code, "url" => scope.edition().absolute(url) };
        let mut views: Vec<Value> =
            there.iter().map(|(lang, url)| view(&scope.config().language(*lang).code, url)).collect();
        views.extend(there.first().map(|(_, url)| view("x-default", url)));
        Value::from(views)
    }

    fn feeds(&self) -> Value {
        let scope = self.scope;
        match &self.route.what {
            What::Home(_) => scope.page_feeds(Subject::Site),
            What::List(_, kind, _) => scope.page_feeds(Subject::Kind(*kind)),
            What::Term(_, term, _) => scope.page_feeds(Subject::Term(*term)),
            What::Corrections(..) => scope.page_feeds(Subject::Corrections),
            What::Document(id) => scope.section_feeds(scope.entry(*id).document.identity.kind),
            _ => scope.nearby_feeds(None),
        }
    }

    /// The address of the same article for programs; empty if there is none.
    fn data(&self) -> String {
        let What::Document(id) = self.route.what else { return String::new() };
        self.scope.edition().data_url(id).map(|url| self.scope.href(&url)).unwrap_or_default()
    }

    /// The variables that only some pages have.
    fn further(&self, context: &mut Context) -> Result<(), Vec<Diagnostic>> {
        let scope = self.scope;
        match &self.route.what {
            What::Document(id) => {
                let html = body::html(scope, *id)?;
                context.insert_value("doc", scope.document(*id, &html));
            }
            What::Term(_, term, _) => {
                self.term(*term, context)?;
            }
            What::Terms(_, class) => {
                context.insert_value("terms", Value::from(scope.terms(*class, None)));
                context.insert_value("term_kind", Value::from(class_name(*class)));
            }
            What::MediaPage(_) => {
                let text = match scope.document {
                    Some(id) => scope.document(id, &body::html(scope, id)?),
                    None => Value::none(),
                };
                context.insert_value("doc", text);
                context.insert_value("media", scope.media_page());
            }
            What::Archive(_) | What::SearchPage(_) => context.insert_value("years", scope.years(None)),
            What::Period(_, year, month, _) => {
                let months = scope.years(Some(*year));
                context.insert_value("period", scope.period(*year, *month, months));
            }
            What::List(_, id, _) => {
                let kind = scope.config().kind(*id);
                context.insert_value("kind", map! { "id" => &*kind.name, "label" => &scope.section(*id).plural });
            }
            What::Redirect(target) => context.insert_value("target", Value::from(scope.href(target))),
            _ => {}
        }
        Ok(())
    }

    fn term(&self, term: TermId, context: &mut Context) -> Result<(), Vec<Diagnostic>> {
        context.insert_value("term", self.scope.term(term));
        match self.scope.document {
            Some(id) => {
                let html = body::html(self.scope, id)?;
                context.insert_value("doc", self.scope.document(id, &html));
            }
            None => context.insert_value("doc", Value::none()),
        }
        Ok(())
    }
}
