//! From the model to every route.

use super::media::{FileReference, Media, is_document, references};
use super::media_page;
use super::pictures::{Shape, is_resized, original_url};
use super::{Page, Redirect, Route, RouteId, Routes, What};
use crate::config::{Class, Config, Lang, PermalinkParts};
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::digest::Digest;
use crate::newsroom::{DocId, Entry, Newsroom, Question, TermId};
use crate::path::{RelPath, UrlPath, is_portable};
use crate::source::STATIC;
use crate::text;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Who claims an address, for the message about two that do.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A place in a file of the newsroom.
    File(RelPath, Span),
    /// Something warta makes by itself.
    Generated(&'static str, &'static str),
}

/// The pages and pictures beside the ones that every site has: a theme need not have templates for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Images that stand for articles where they are shared.
    pub shares: bool,
    /// A page for journalists.
    pub media_page: bool,
}

pub(super) struct Builder<'a> {
    pub(super) config: &'a Config,
    pub(super) newsroom: &'a Newsroom,
    offers: Offers,
    pub(super) routes: Routes,
    origins: Vec<Origin>,
    /// The places of those addresses that are spelt in another way.
    folded: FxHashMap<String, RouteId>,
}

impl Routes {
    /// The routes of a newsroom. `assets` are the theme's files with their digests, `statics` the
    /// files below static/; `offers` says what else the theme has templates for.
    pub fn build(
        config: &Config,
        newsroom: &Newsroom,
        media: &Media,
        assets: &[(Box<str>, Digest)],
        statics: &[RelPath],
        offers: Offers,
    ) -> Routes {
        let mut builder = Builder {
            config,
            newsroom,
            offers,
            routes: Routes::default(),
            origins: Vec::new(),
            folded: FxHashMap::default(),
        };
        builder.documents();
        for lang in config.langs() {
            builder.language(lang);
        }
        if offers.media_page {
            builder.media_pages();
        }
        builder.term_pages();
        builder.feeds();
        builder.calendars();
        builder.site_files();
        builder.files(media);
        if config.search {
            builder.search();
        }
        if offers.shares && config.images.share {
            builder.shares();
        }
        builder.theme_assets(assets);
        builder.static_files(statics);
        builder.aliases();
        builder.sitemaps();
        builder.files_and_folders();
        builder.routes
    }
}

impl Builder<'_> {
    pub(super) fn add(&mut self, url: UrlPath, what: What, origin: Origin) -> bool {
        let id = RouteId(self.routes.routes.len() as u32);
        let place = one_place(url.as_str());
        if let Some(other) = self.standing_at(&place) {
            let finding = self.collision(other, &url, &origin);
            self.routes.findings.push(finding);
            return false;
        }
        if place != url.as_str() {
            self.folded.insert(place.into_owned(), id);
        }
        self.routes.by_url.insert(url.clone(), id);
        self.routes.routes.push(Route { url, what });
        self.origins.push(origin);
        true
    }

    /// What claims a place, by any of its addresses.
    fn standing_at(&self, place: &str) -> Option<RouteId> {
        self.routes.by_url.get(place).or_else(|| self.folded.get(place)).copied()
    }

    fn collision(&self, other: RouteId, url: &UrlPath, origin: &Origin) -> Diagnostic {
        let first = &self.origins[other.0 as usize];
        // The finding stands where the editor can do something about it.
        let ((file, span), rest) = match (origin, first) {
            (Origin::File(file, span), rest) | (rest, Origin::File(file, span)) => ((file.clone(), *span), rest),
            (Origin::Generated(..), Origin::Generated(..)) => {
                ((RelPath::new(crate::config::FILE), Span::default()), first)
            }
        };
        let taken = |by: &str| text!("alamat {url} sudah dipakai{by}", "the address {url} is taken{by}");
        match rest {
            Origin::File(other, place) => {
                Diagnostic::new(Code::DuplicateUrl, &file, span, taken(&format!(" ({other})")))
                    .related(other, *place, text!("yang lain di sini", "the other is here"))
                    .help(text!("beri salah satunya `slug` atau nama lain", "give one of them another `slug` or name"))
            }
            Origin::Generated(id, en) => Diagnostic::new(Code::DuplicateUrl, &file, span, taken("")).help(text!(
                "alamat itu dibuat warta untuk {id}; ganti nama berkas ini atau `slug`-nya",
                "warta makes that address for {en}; rename this file or change its `slug`"
            )),
        }
    }

    fn documents(&mut self) {
        let newsroom = self.newsroom;
        let entries: Vec<_> = newsroom.entries().collect();
        self.routes.documents =
            entries.par_iter().map(|(_, entry)| document_url(&entry.document, self.config)).collect();
        // A page, its data, and what else there is.
        self.routes.by_url.reserve(entries.len() * 3);
        self.routes.routes.reserve(entries.len() * 3);
        self.origins.reserve(entries.len() * 3);
        for (id, entry) in entries {
            let document = &entry.document;
            let url = self.routes.documents[id.0 as usize].clone();
            let own_page = media_page::document(self.config, newsroom, document.identity.lang) == Some(id);
            let elsewhere =
                self.config.kind(document.identity.kind).class.is_register() || self.offers.media_page && own_page;
            // A register's document stands on its term's page, unless there is only a notice of it.
            if !elsewhere || entry.is_withdrawn() {
                self.add(url, What::Document(id), origin_of(document));
            }
        }
    }

    fn page(&self, lang: Lang, path: &str) -> UrlPath {
        UrlPath::page(&format!("{}{path}", self.config.lang_prefix(lang)))
    }

    /// Adds the pages of a listing: `base`, `base/halaman/2`, ….
    fn paged(&mut self, lang: Lang, base: &str, count: usize, origin: &Origin, what: impl Fn(Page) -> What) {
        let total = page_count(count, self.config.page_size);
        for number in 1..=total {
            let url = page_url(self.config, lang, base, number);
            self.add(url, what(Page { number, total }), origin.clone());
        }
    }

    fn language(&mut self, lang: Lang) {
        let words = self.config.path_words(lang);
        self.add(self.page(lang, ""), What::Home(lang), Origin::Generated("halaman depan", "the front page"));
        for (kind, count) in self.newsroom.kinds(lang, self.config) {
            let folder = self.config.kind(kind).folder.clone();
            let origin = Origin::Generated("daftar jenis", "a kind's listing");
            self.paged(lang, &folder, count, &origin, |page| What::List(lang, kind, page));
        }
        self.archive(lang);
        let corrected = self.newsroom.corrected(lang).len();
        if corrected > 0 {
            let origin = Origin::Generated("halaman ralat", "the corrections");
            self.paged(lang, words.corrections, corrected, &origin, |page| What::Corrections(lang, page));
        }
        let sponsored = self.newsroom.sponsored(lang).len();
        if sponsored > 0 {
            let origin = Origin::Generated("daftar advertorial", "the sponsored articles");
            self.paged(lang, words.sponsored, sponsored, &origin, |page| What::Sponsored(lang, page));
        }
        self.add(
            self.page(lang, words.search),
            What::SearchPage(lang),
            Origin::Generated("pencarian", "the search page"),
        );
    }

    fn archive(&mut self, lang: Lang) {
        let base = self.config.path_words(lang).archive;
        let origin = Origin::Generated("arsip", "the archive");
        self.add(self.page(lang, base), What::Archive(lang), origin.clone());
        let months: Vec<((i16, i8), usize)> = self.newsroom.months(lang, None).collect();
        let mut years: Vec<i16> = months.iter().map(|((year, _), _)| *year).collect();
        years.dedup();
        for year in years {
            let question = Question { lang, year: Some(year), ..Question::default() };
            let count = self.newsroom.articles(question).len();
            let path = format!("{base}/{year:04}");
            self.paged(lang, &path, count, &origin, |page| What::Period(lang, year, 0, page));
        }
        for ((year, month), count) in months {
            let path = format!("{base}/{year:04}/{month:02}");
            self.paged(lang, &path, count, &origin, |page| What::Period(lang, year, month, page));
        }
    }

    /// A term has a page in each language in which it has a text or articles. One that is withdrawn
    /// has none: its name stays where it stands, without a link, and its notice at its address.
    fn term_pages(&mut self) {
        let newsroom = self.newsroom;
        let mut classes: Vec<(Class, Lang)> = Vec::new();
        for (id, term) in newsroom.terms() {
            for lang in self.config.langs() {
                let document = term.document(lang);
                let count = newsroom.term_articles(id, lang).len();
                let withdrawn = term.nearest_document(lang).is_some_and(|id| newsroom.entry(id).is_withdrawn());
                if withdrawn || document.is_none() && count == 0 {
                    continue;
                }
                let (path, origin) = self.term_path(id, lang);
                self.routes.terms.insert((id, lang), self.page(lang, &path));
                self.paged(lang, &path, count, &origin, |page| What::Term(lang, id, page));
                if !classes.contains(&(term.class, lang)) {
                    classes.push((term.class, lang));
                }
            }
        }
        classes.sort_unstable();
        for (class, lang) in classes {
            let folder = self.config.kinds().find(|(_, kind)| kind.class == class).map(|(_, kind)| kind.folder.clone());
            let url = self.page(lang, &folder.unwrap_or_default());
            self.add(url, What::Terms(lang, class), Origin::Generated("daftar unit, tokoh, topik", "a register"));
        }
    }

    fn term_path(&self, id: TermId, lang: Lang) -> (String, Origin) {
        let term = self.newsroom.term(id);
        match term.nearest_document(lang) {
            Some(document) => {
                let document = &self.newsroom.entry(document).document;
                (document_path(document, self.config), origin_of(document))
            }
            None => {
                let kind = self.config.kinds().find(|(_, kind)| kind.class == term.class).map(|(_, kind)| kind);
                let parts = PermalinkParts {
                    kind: kind.map_or("", |kind| &kind.folder),
                    date: None,
                    slug: &term.id,
                    legacy_id: None,
                };
                let path = kind.map(|kind| kind.permalink.fill(parts)).unwrap_or_default();
                (path, Origin::Generated("topik", "a topic"))
            }
        }
    }

    fn site_files(&mut self) {
        let security = self.config.security.as_ref().filter(|known| known.holds_at(self.newsroom.now()));
        let key = self.config.index_now.as_ref().map(|key| format!("{key}.txt"));
        let files = [
            Some(("404.html", What::NotFound)),
            Some(("robots.txt", What::Robots)),
            Some(("_redirects", What::Redirects)),
            Some(("_headers", What::Headers)),
            security.map(|_| (".well-known/security.txt", What::Security)),
            key.as_deref().map(|name| (name, What::IndexNow)),
        ];
        for (name, what) in files.into_iter().flatten() {
            self.add(UrlPath::file(&RelPath::new(name)), what, Origin::Generated("situs", "the site"));
        }
    }

    /// Pictures in their sizes, attachments beside the page that offers them.
    fn files(&mut self, media: &Media) {
        let entries: Vec<(DocId, &Entry)> = self.newsroom.entries().collect();
        let named = entries.into_par_iter().filter_map(|(id, entry): (DocId, &Entry)| {
            Some((id, entry, references(&entry.document))).filter(|(.., references)| !references.is_empty())
        });
        for (id, entry, references) in named.collect::<Vec<_>>() {
            for reference in references {
                let Some(path) = reference.path.as_ref().filter(|path| media.contains_key(path)) else { continue };
                if is_document(Some(path), "") {
                    continue;
                }
                if reference.picture {
                    self.picture(&entry.document, &reference, path, media);
                } else if !self.routes.attachments.contains_key(&(id, path.clone())) {
                    let url = self.routes.document(id).beside(path.file_name());
                    let origin = Origin::File(entry.document.file.clone(), reference.span);
                    self.add(url.clone(), What::Copy(path.clone()), origin);
                    self.routes.attachments.insert((id, path.clone()), url);
                }
            }
        }
    }

    /// The images that stand for articles where they are shared.
    fn shares(&mut self) {
        let newsroom = self.newsroom;
        for (id, entry) in newsroom.entries() {
            let page = self.routes.find(self.routes.document(id)).map(|route| &route.what);
            let article = self.config.kind(entry.document.identity.kind).is_article();
            if !article || entry.is_withdrawn() || page != Some(&What::Document(id)) {
                continue;
            }
            let name = if self.routes.share_photo(&entry.document).is_some() { "share.jpg" } else { "share.png" };
            let url = self.routes.document(id).beside(name);
            self.add(url.clone(), What::Share(id), origin_of(&entry.document));
            self.routes.shares.insert(id, url);
        }
    }

    /// A picture in the shapes that its place in a document asks for.
    fn picture(&mut self, document: &Document, reference: &FileReference, path: &RelPath, media: &Media) {
        let config = self.config;
        let (kind, lead) = (config.kind(document.identity.kind), reference.photo == Some(0));
        let focus =
            reference.photo.and_then(|number| document.front.photos.get(number)).map_or([0.5, 0.5], |p| p.focus);
        let mut shapes = vec![Shape::Whole];
        if lead && kind.is_article() {
            shapes.extend([Shape::Wide, Shape::Classic, Shape::Square]);
        }
        let mut pictures = std::mem::take(&mut self.routes.pictures);
        for shape in shapes {
            pictures.shape(path, media, &config.images, (shape, focus), |url, number| {
                // Two shapes of a picture may be the same part of it.
                let new = self.routes.find(&url).is_none();
                new && self.add(url, What::Rendition(number), Origin::File(path.clone(), Span::default()))
            });
        }
        let for_the_press = reference.photo.is_some() && config.images.originals.contains(&document.identity.kind);
        if let Some(file) = media.get(path) {
            let whole = file.picture.as_ref().is_ok_and(|picture| !is_resized(picture));
            if (whole || for_the_press) && pictures.get(path).is_none_or(|known| known.original.is_none()) {
                let url = original_url(path, &file.digest, file.picture.as_ref().ok().map(|picture| picture.format));
                // The same picture under two names is one file.
                if self.routes.find(&url).is_none() {
                    self.add(url.clone(), What::Copy(path.clone()), Origin::File(path.clone(), Span::default()));
                }
                pictures.entry(path).original = Some(url);
            }
        }
        self.routes.pictures = pictures;
    }

    fn theme_assets(&mut self, assets: &[(Box<str>, Digest)]) {
        for (name, digest) in assets {
            let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
            let dot = if extension.is_empty() { "" } else { "." };
            let path = RelPath::new(&format!("assets/{stem}.{}{dot}{extension}", digest.short()));
            let url = UrlPath::file(&path);
            self.add(url.clone(), What::Asset(name.clone()), Origin::Generated("aset tema", "a theme's asset"));
            self.routes.assets.insert(name.clone(), url);
        }
    }

    fn static_files(&mut self, statics: &[RelPath]) {
        for file in statics {
            if let Some(path) = file.below(STATIC) {
                let url = UrlPath::file(&RelPath::new(path));
                // `a/index.html` is served at `/a/`, where a page may be.
                let page = path.strip_suffix("index.html").map(UrlPath::page);
                let origin = Origin::File(file.clone(), Span::default());
                if let Some(other) = page.and_then(|page| self.routes.by_url.get(&page).copied()) {
                    let finding = self.collision(other, &url, &origin);
                    self.routes.findings.push(finding);
                } else {
                    self.add(url, What::Copy(file.clone()), origin);
                }
            }
        }
    }

    fn aliases(&mut self) {
        let newsroom = self.newsroom;
        for (id, entry) in newsroom.entries() {
            let document = &entry.document;
            for alias in &document.front.aliases {
                let written = &alias.value;
                let inside = written.starts_with('/') && !written.starts_with("//");
                // Copied from a browser's address bar, it comes encoded.
                let decoded = percent_encoding::percent_decode_str(written).decode_utf8_lossy();
                let path = RelPath::root().resolve(decoded.trim_start_matches('/'));
                let usable = |path: &RelPath| {
                    !path.as_str().is_empty()
                        && !decoded.contains(['?', '#'])
                        && path.as_str().split('/').all(|name| is_portable(name) && !is_hidden(name))
                };
                let Some(path) = path.filter(|path| inside && usable(path)) else {
                    self.routes.findings.push(
                        Diagnostic::new(
                            Code::InvalidAlias,
                            &document.file,
                            alias.span,
                            text!(
                                "alias ini bukan alamat di situs: {written}",
                                "this alias is no address of the site: {written}"
                            ),
                        )
                        .help(if inside {
                            text!(
                                "hapus `..`, tanda ? # dan sesudahnya; nama seperti con, atau yang diawali titik, tidak dapat dilayani",
                                "remove `..`, ? and # with what follows; names such as con, or with a dot in front, can't be served"
                            )
                        } else {
                            text!(
                                "tulis dari garis miring pertama, misalnya /berita/lama/",
                                "write it from its first slash, such as /news/old/"
                            )
                        }),
                    );
                    continue;
                };
                let target = self.routes.document(id).clone();
                // A name with an extension is a file's address; anything else is a folder's.
                let url = match path.extension() {
                    Some(extension) if extension == "html" => UrlPath::file(&path),
                    _ => UrlPath::page(path.as_str()),
                };
                let origin = Origin::File(document.file.clone(), alias.span);
                if url == target {
                    self.routes.findings.push(own_address(&document.file, alias.span));
                } else if self.add(url.clone(), What::Redirect(target.clone()), origin) {
                    let as_written =
                        if decoded.ends_with('/') { url.as_str() } else { url.as_str().trim_end_matches('/') };
                    self.routes.redirects.push(Redirect { from: as_written.into(), to: target, document: id });
                }
            }
        }
    }

    /// Nothing can stand below a file: `/rss.xml` leaves no room for `/rss.xml/lama/`.
    fn files_and_folders(&mut self) {
        // Only a file's address does not end with a slash.
        let file_at = |path: &str| self.standing_at(&one_place(path));
        let below = |(route, origin): (&Route, &Origin)| {
            let mut findings = Vec::new();
            let mut above = route.url.as_str().trim_end_matches('/');
            while let Some((folder, _)) = above.rsplit_once('/').filter(|(folder, _)| !folder.is_empty()) {
                if let Some(file) = file_at(folder) {
                    findings.push(self.collision(file, &route.url, origin));
                    break;
                }
                above = folder;
            }
            if route.url.as_str().ends_with('/')
                && let Some(file) = file_at(above_itself(&route.url))
            {
                findings.push(self.collision(file, &route.url, origin));
            }
            findings
        };
        let findings: Vec<Diagnostic> = self.routes.routes.par_iter().zip(&self.origins).flat_map_iter(below).collect();
        self.routes.findings.extend(findings);
    }
}

/// How an address is told from others: in small letters, because some disks tell no difference, and without
/// `index.html`, because a host serves `/a/index.html` at `/a/` too.
fn one_place(address: &str) -> Cow<'_, str> {
    let small = match address.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(address.to_lowercase()),
        false => Cow::Borrowed(address),
    };
    match small.strip_suffix("index.html").filter(|page| page.ends_with('/')).map(str::len) {
        Some(len) => match small {
            Cow::Borrowed(small) => Cow::Borrowed(&small[..len]),
            Cow::Owned(small) => Cow::Owned(small[..len].to_owned()),
        },
        None => small,
    }
}

/// The file that a folder's page would need to be a folder: `/a/` needs no file `/a`.
fn above_itself(url: &UrlPath) -> &str {
    url.as_str().trim_end_matches('/')
}

pub(super) fn origin_of(document: &Document) -> Origin {
    let front = &document.front;
    let span = front.slug.as_ref().map_or(front.title_span, |slug| slug.span);
    Origin::File(document.file.clone(), span)
}

fn document_path(document: &Document, config: &Config) -> String {
    let kind = config.kind(document.identity.kind);
    let day = document.front.date.as_ref().map(|date| date.value.local);
    kind.permalink.fill(PermalinkParts {
        kind: &kind.folder,
        date: day.map(|day| (day.year(), day.month(), day.day())),
        slug: document.slug(),
        legacy_id: document.front.legacy_id.as_ref().map(|id| id.value),
    })
}

/// The address a document has once it is published.
pub(crate) fn document_url(document: &Document, config: &Config) -> UrlPath {
    let prefix = config.lang_prefix(document.identity.lang);
    UrlPath::page(&format!("{prefix}{}", document_path(document, config)))
}

/// The address of a page of a listing.
pub(crate) fn page_url(config: &Config, lang: Lang, base: &str, number: u32) -> UrlPath {
    let prefix = config.lang_prefix(lang);
    match number {
        0 | 1 => UrlPath::page(&format!("{prefix}{base}")),
        _ => UrlPath::page(&format!("{prefix}{base}/{}/{number}", config.path_words(lang).page)),
    }
}

/// Whether hosts keep a name to themselves; `.well-known` is there for everybody (RFC 8615).
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && name != ".well-known"
}

/// How many pages `count` articles fill; an empty listing is one page too.
fn page_count(count: usize, size: u32) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).div_ceil(size.max(1)).max(1)
}

/// What to say of an alias that is the address of its own document.
fn own_address(file: &RelPath, span: Span) -> Diagnostic {
    let message = text!("alias ini alamat naskah ini sendiri", "this alias is the address of this very document");
    Diagnostic::new(Code::InvalidAlias, file, span, message).severity(Severity::Warning).help(text!(
        "hapus alias ini; yang didaftarkan hanya alamat lama yang lain",
        "remove it; only other, older addresses are listed"
    ))
}
