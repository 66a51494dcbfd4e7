//! A page of the theme: which template, and what it is given.

use super::{Press, body};
use crate::config::{Class, Lang};
use crate::diagnostic::Diagnostic;
use crate::image;
use crate::newsroom::{DocId, Question, State, TermId};
use crate::path::UrlPath;
use crate::routes::{Page, Route, Subject, What};
use crate::theme::{Scope, class_name, crumb, functions::with_scope, map};
use tera::{Context, Value};

/// Makes the page at a route.
pub(super) fn render(press: &Press, route: &Route) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let lang = press.shelf.edition.language(route);
    let mut scope = press.scope(lang);
    if let What::Document(id) = route.what {
        scope.document = Some(id);
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
            What::Term(_, term, _) => own(class_name(self.scope.edition().newsroom.term(*term).class), "term.html"),
            What::Archive(_) => vec!["archive.html".into()],
            What::Period(..) => vec!["period.html".into()],
            What::Corrections(..) => vec!["corrections.html".into()],
            What::Search(_) => vec!["search.html".into()],
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
            What::Search(_) => "search",
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
            What::Search(_) => self.t("search.title"),
            What::NotFound => self.t("not_found.title"),
            _ => self.t("redirect.title"),
        }
    }

    fn description(&self) -> String {
        let summary = match &self.route.what {
            What::Document(id) => Some(self.scope.entry(*id).document.front.summary.to_string()),
            What::Term(..) => self.scope.own_document().map(|document| document.front.summary.to_string()),
            _ => None,
        };
        let described = summary.filter(|summary| !summary.is_empty());
        described.unwrap_or_else(|| match (&self.route.what, &*self.scope.config().publisher.legal_name) {
            (What::Home(_), "") => self.title(),
            (What::Home(_), publisher) => format!("{} – {publisher}", self.title()),
            _ => format!("{} – {}", self.title(), self.scope.config().title),
        })
    }

    /// The folder of a listing's pages, below the language's prefix.
    fn base(&self) -> String {
        let config = self.scope.config();
        let prefix = config.lang_prefix(self.scope.lang);
        let first = match &self.route.what {
            What::List(lang, kind, _) => self.scope.edition().listing_url(*lang, &config.kind(*kind).folder, 1),
            What::Term(lang, term, _) => match self.scope.edition().routes.term(*term, *lang) {
                Some(url) => url.clone(),
                None => self.route.url.clone(),
            },
            What::Period(lang, year, 0, _) => {
                let archive = config.path_words(*lang).archive;
                self.scope.edition().listing_url(*lang, &format!("{archive}/{year:04}"), 1)
            }
            What::Period(lang, year, month, _) => {
                let archive = config.path_words(*lang).archive;
                self.scope.edition().listing_url(*lang, &format!("{archive}/{year:04}/{month:02}"), 1)
            }
            What::Corrections(lang, _) => {
                self.scope.edition().listing_url(*lang, config.path_words(*lang).corrections, 1)
            }
            _ => self.route.url.clone(),
        };
        let path = first.as_str().trim_matches('/').to_owned();
        path.strip_prefix(prefix.as_str()).unwrap_or(&path).to_owned()
    }

    fn listed(&self) -> Option<(Page, Vec<DocId>)> {
        let newsroom = &self.scope.edition().newsroom;
        let (page, all) = match &self.route.what {
            What::List(lang, kind, page) => {
                (*page, newsroom.articles(Question { lang: *lang, kind: Some(*kind), ..Question::default() }))
            }
            What::Term(lang, term, page) => {
                (*page, newsroom.articles(Question { lang: *lang, term: Some(*term), ..Question::default() }))
            }
            What::Period(lang, year, month, page) => {
                let month = (*month > 0).then_some(*month);
                (*page, newsroom.articles(Question { lang: *lang, year: Some(*year), month, ..Question::default() }))
            }
            What::Corrections(lang, page) => (*page, newsroom.corrected(*lang).into()),
            _ => return None,
        };
        let size = self.scope.config().page_size as usize;
        let from = (page.number as usize - 1) * size;
        Some((page, all.iter().copied().skip(from).take(size).collect()))
    }

    fn page(&self) -> Value {
        let scope = self.scope;
        let listed = self.listed();
        let state = match self.route.what {
            What::Document(id) => (scope.entry(id).state.name(), scope.state_text(id)),
            _ => ("", String::new()),
        };
        map! {
            "type" => self.kind_of_page(),
            "url" => scope.href(&self.route.url),
            "canonical" => self.canonical(),
            "title" => self.title(),
            "description" => self.description(),
            "noindex" => self.is_hidden_from_search(),
            "section" => self.section(),
            "breadcrumbs" => self.breadcrumbs(),
            "languages" => self.languages(),
            "alternates" => self.alternates(),
            "feeds" => self.feeds(),
            "data_url" => self.data(),
            "share" => self.share(),
            "pagination" => listed.as_ref().map_or_else(Value::none, |(page, _)| self.pagination(*page)),
            "items" => listed.as_ref().map_or_else(|| scope.cards(&[]), |(_, ids)| scope.cards(ids)),
            "state" => state.0,
            "state_text" => state.1,
        }
    }

    /// The image that stands for the page where it is shared, if it has one.
    fn share(&self) -> Value {
        let What::Document(id) = self.route.what else { return Value::none() };
        let Some(url) = self.scope.edition().routes.share(id) else { return Value::none() };
        map! {
            "url" => self.scope.edition().absolute(url),
            "width" => image::share::WIDTH,
            "height" => image::share::HEIGHT,
            "type" => if url.as_str().ends_with(".jpg") { "image/jpeg" } else { "image/png" },
        }
    }

    fn canonical(&self) -> String {
        match &self.route.what {
            What::Redirect(target) => self.scope.edition().absolute(target),
            _ => self.scope.edition().absolute(&self.route.url),
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
            What::Terms(..) | What::Archive(_) | What::Corrections(..) => self.scope.href(&self.route.url),
            What::Term(lang, term, _) => {
                let edition = self.scope.edition();
                let folder = edition.folder_of(edition.newsroom.term(*term).class);
                self.scope.href(&edition.listing_url(*lang, folder, 1))
            }
            _ => String::new(),
        }
    }

    fn is_hidden_from_search(&self) -> bool {
        match &self.route.what {
            _ if self.scope.edition().newsroom.preview => true,
            What::Document(id) => self.scope.entry(*id).state != State::Published,
            What::Search(_) | What::NotFound | What::Redirect(_) => true,
            _ => false,
        }
    }

    fn breadcrumbs(&self) -> Value {
        let scope = self.scope;
        let words = scope.config().path_words(scope.lang);
        let listing = |path: &str| scope.href(&scope.edition().listing_url(scope.lang, path, 1));
        let mut crumbs = match &self.route.what {
            What::Home(_) => return Value::from(Vec::<Value>::new()),
            What::Document(id) => scope.section(scope.entry(*id).document.identity.kind).crumbs.clone(),
            _ => vec![crumb(&self.t("nav.home"), &listing(""))],
        };
        match &self.route.what {
            What::Term(_, term, _) => {
                let class = scope.edition().newsroom.term(*term).class;
                crumbs.push(crumb(&self.class_label(class), &listing(scope.edition().folder_of(class))));
            }
            What::Period(_, year, month, _) => {
                crumbs.push(crumb(&self.t("archive.title"), &listing(words.archive)));
                if *month > 0 {
                    crumbs.push(crumb(&year.to_string(), &listing(&format!("{}/{year:04}", words.archive))));
                }
            }
            _ => {}
        }
        crumbs.push(crumb(&self.title(), &scope.href(&self.route.url)));
        Value::from(crumbs)
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

    fn pagination(&self, page: Page) -> Value {
        let scope = self.scope;
        let base = self.base();
        // The address of the second page is that of the first with the number after it.
        let first = scope.href(&scope.edition().listing_url(scope.lang, &base, 1));
        let word = scope.config().path_words(scope.lang).page;
        let url = |number: u32| if number < 2 { first.clone() } else { format!("{first}{word}/{number}/") };
        let near = |number: u32| number == 1 || number == page.total || number.abs_diff(page.number) <= 2;
        let mut pages = Vec::new();
        let mut last = 0;
        for number in (1..=page.total.min(3)).chain(page.number.saturating_sub(2)..=page.number + 2).chain([page.total])
        {
            if number <= last || number > page.total || !near(number) {
                continue;
            }
            let view = map! {
                "number" => number,
                "url" => url(number),
                "current" => number == page.number,
                "gap" => number > last + 1,
            };
            pages.push(view);
            last = number;
        }
        let at = |number: u32| if (1..=page.total).contains(&number) { url(number) } else { String::new() };
        map! {
            "number" => page.number,
            "total" => page.total,
            "count" => self.count(),
            "first" => url(1),
            "last" => url(page.total),
            "previous" => at(page.number.saturating_sub(1)),
            "next" => at(page.number + 1),
            "pages" => pages,
        }
    }

    /// How many articles the whole listing has.
    fn count(&self) -> usize {
        let newsroom = &self.scope.edition().newsroom;
        match &self.route.what {
            What::List(lang, kind, _) => {
                newsroom.articles(Question { lang: *lang, kind: Some(*kind), ..Question::default() }).len()
            }
            What::Term(lang, term, _) => newsroom.term_articles(*term, *lang).len(),
            What::Period(lang, year, month, _) => {
                let month = (*month > 0).then_some(*month);
                newsroom.articles(Question { lang: *lang, year: Some(*year), month, ..Question::default() }).len()
            }
            What::Corrections(lang, _) => newsroom.corrected(*lang).len(),
            _ => 0,
        }
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
            What::Terms(lang, class) => {
                let terms = scope.edition().newsroom.terms();
                let here = terms
                    .filter(|(id, term)| term.class == *class && scope.edition().routes.term(*id, *lang).is_some());
                let mut ids: Vec<TermId> = here.map(|(id, _)| id).collect();
                ids.sort_by_cached_key(|id| scope.term_name(*id).to_lowercase());
                context.insert_value("terms", Value::from(ids.iter().map(|id| scope.term(*id)).collect::<Vec<_>>()));
                context.insert_value("term_kind", Value::from(class_name(*class)));
            }
            What::Archive(_) => context.insert_value("years", scope.years(None)),
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
