//! The page for journalists: where it stands, and whose text it has.

use super::build::{Builder, Origin, origin_of, page_url};
use super::{Edition, What};
use crate::config::{Class, Config, Lang};
use crate::newsroom::{DocId, Newsroom};
use crate::path::{RelPath, UrlPath};

/// Its folder, and the name of the document with the newsroom's own text for it.
const NAME: &str = "media";

/// The document with the text of the page in a language.
pub(super) fn document(config: &Config, newsroom: &Newsroom, lang: Lang) -> Option<DocId> {
    let id = newsroom.find(&RelPath::new(NAME), lang)?;
    (config.kind(newsroom.entry(id).document.identity.kind).class == Class::Page).then_some(id)
}

impl Builder<'_> {
    /// One in each language; none where the newsroom has withdrawn its own.
    pub(super) fn media_pages(&mut self) {
        for lang in self.config.langs() {
            let (url, origin) = match document(self.config, self.newsroom, lang) {
                Some(id) if self.newsroom.entry(id).is_withdrawn() => continue,
                Some(id) => (self.routes.document(id).clone(), origin_of(&self.newsroom.entry(id).document)),
                None => {
                    let origin = Origin::Generated("halaman media", "the page for journalists");
                    (page_url(self.config, lang, NAME, 1), origin)
                }
            };
            self.routes.media_pages.push((lang, url.clone()));
            self.add(url, What::MediaPage(lang), origin);
        }
    }
}

impl Edition {
    /// The document with the text of the page for journalists in a language, if there is one.
    pub fn media_document(&self, lang: Lang) -> Option<DocId> {
        document(&self.config, &self.newsroom, lang).filter(|id| !self.newsroom.entry(*id).is_withdrawn())
    }

    /// The address of the page for journalists in a language, if the theme has one.
    pub fn media_page_url(&self, lang: Lang) -> Option<&UrlPath> {
        self.routes.media_page(lang)
    }
}
