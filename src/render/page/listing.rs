//! One page of a long list: what stands on it, and the way to the other pages.

use super::Sheet;
use crate::newsroom::DocId;
use crate::routes::{Page, What};
use crate::theme::map;
use tera::Value;

impl Sheet<'_> {
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
            What::Sponsored(lang, _) => self.scope.edition().listing_url(*lang, config.path_words(*lang).sponsored, 1),
            _ => self.route.url.clone(),
        };
        let path = first.as_str().trim_matches('/').to_owned();
        path.strip_prefix(prefix.as_str()).unwrap_or(&path).to_owned()
    }

    /// The documents on this page of a listing; none for what is no listing.
    pub(super) fn listed(&self) -> Option<(Page, Vec<DocId>)> {
        let (page, listing) = self.scope.edition().listing(&self.route.what)?;
        let size = self.scope.config().page_size as usize;
        Some((page, listing.range(page.range(size)).to_vec()))
    }

    /// The pages of the listing.
    pub(super) fn pagination(&self, page: Page) -> Value {
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
        self.scope.edition().listing(&self.route.what).map_or(0, |(_, listing)| listing.len())
    }
}
