//! Which page is which in another language.

use super::{Edition, Page, Route, Routes, What, build};
use crate::config::{Config, Lang};
use crate::newsroom::Newsroom;
use crate::path::UrlPath;

/// What the question needs to know; an [`Edition`] that may still be in the making.
#[derive(Clone, Copy)]
pub(super) struct Atlas<'a> {
    pub(super) config: &'a Config,
    pub(super) newsroom: &'a Newsroom,
    pub(super) routes: &'a Routes,
}

impl Atlas<'_> {
    fn language(&self, route: &Route) -> Lang {
        match &route.what {
            What::Document(id) => self.newsroom.entry(*id).document.identity.lang,
            What::Home(lang)
            | What::List(lang, ..)
            | What::Terms(lang, _)
            | What::Term(lang, ..)
            | What::Archive(lang)
            | What::Period(lang, ..)
            | What::Corrections(lang, _)
            | What::Sponsored(lang, _)
            | What::MediaPage(lang)
            | What::SearchPage(lang) => *lang,
            _ => Lang::default(),
        }
    }

    fn translated(&self, route: &Route, lang: Lang) -> Option<UrlPath> {
        if lang == self.language(route) {
            return Some(route.url.clone());
        }
        let words = self.config.path_words(lang);
        let path = match &route.what {
            What::Document(id) => {
                return self.newsroom.translation(*id, lang).map(|other| self.routes.document(other).clone());
            }
            What::Term(_, term, _) => return self.routes.term(*term, lang).cloned(),
            What::MediaPage(_) => return self.routes.media_page(lang).cloned(),
            What::Home(_) => String::new(),
            What::List(_, kind, _) => self.config.kind(*kind).folder.to_string(),
            What::Terms(_, class) => self.config.folder_of(*class).to_owned(),
            What::Archive(_) => words.archive.to_owned(),
            What::Period(_, year, 0, _) => format!("{}/{year:04}", words.archive),
            What::Period(_, year, month, _) => format!("{}/{year:04}/{month:02}", words.archive),
            What::Corrections(..) => words.corrections.to_owned(),
            What::Sponsored(..) => words.sponsored.to_owned(),
            What::SearchPage(_) => words.search.to_owned(),
            _ => return None,
        };
        let url = build::page_url(self.config, lang, &path, 1);
        self.routes.find(&url).map(|route| route.url.clone())
    }

    /// Whether a page in a language was taken over from another site, where search engines should lead.
    fn is_elsewhere(&self, route: &Route, lang: Lang) -> bool {
        let What::Document(id) = route.what else { return false };
        let version = self.newsroom.translation(id, lang);
        version.is_some_and(|id| self.newsroom.entry(id).document.republished_from().is_some())
    }

    /// A page in every language that has it, the main one first; empty if that is one alone. Of a
    /// listing, only the first page corresponds to another.
    pub(super) fn alternates(&self, route: &Route) -> Vec<(Lang, UrlPath)> {
        if self.config.languages.len() < 2 || !is_first_page(&route.what) {
            return Vec::new();
        }
        let there: Vec<(Lang, UrlPath)> = self
            .config
            .langs()
            .filter(|lang| !self.is_elsewhere(route, *lang))
            .filter_map(|lang| Some((lang, self.translated(route, lang)?)))
            .collect();
        let own = self.language(route);
        if there.len() < 2 || there.iter().all(|(lang, _)| *lang != own) { Vec::new() } else { there }
    }
}

fn is_first_page(what: &What) -> bool {
    match what {
        What::List(_, _, Page { number, .. })
        | What::Term(_, _, Page { number, .. })
        | What::Period(_, _, _, Page { number, .. })
        | What::Corrections(_, Page { number, .. })
        | What::Sponsored(_, Page { number, .. }) => *number == 1,
        _ => true,
    }
}

impl Edition {
    fn atlas(&self) -> Atlas<'_> {
        Atlas { config: &self.config, newsroom: &self.newsroom, routes: &self.routes }
    }

    /// The language of a page.
    pub fn language(&self, route: &Route) -> Lang {
        self.atlas().language(route)
    }

    /// The address of a page in another language, if it has one there.
    pub fn translated(&self, route: &Route, lang: Lang) -> Option<UrlPath> {
        self.atlas().translated(route, lang)
    }

    /// A page in every language that has it, the main one first; empty if that is one alone.
    pub fn alternates(&self, route: &Route) -> Vec<(Lang, UrlPath)> {
        self.atlas().alternates(route)
    }
}
