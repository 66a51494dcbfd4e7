//! site.toml, checked and immutable.
//!
//! Nothing right of here reads a setting from anywhere else; nothing here looks at content, the
//! theme or the disk.

mod feeds;
mod images;
mod kinds;
mod permalink;
mod public;
mod read;

pub use feeds::Feeds;
pub(crate) use feeds::{IMAGE_HEIGHT, IMAGE_WIDTH, is_plain_picture, is_small_enough};
pub use images::Images;
pub use kinds::{Class, FRONT_KEYS, Field, FieldType, Kind, KindId};
pub use permalink::{Permalink, PermalinkParts};
pub use public::{Crawlers, Security};
pub use read::read;
pub(crate) use read::{colour, web_address};

use crate::colour::Colour;
use crate::data::Placed;
use crate::diagnostic::Span;
use crate::digest::Digest;
use crate::time::Zone;
use std::collections::BTreeMap;

/// The name of the settings file, at the newsroom's root.
pub const FILE: &str = "site.toml";

/// One newsroom's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether title, address or zone are stand-ins for what is missing or wrong: good for checking
    /// alone. There is an error among the findings then.
    pub provisional: bool,
    /// The site's name.
    pub title: Box<str>,
    /// Scheme and host, without a slash at the end: `https://warta.contoh.go.id`.
    pub origin: Box<str>,
    /// The path below the host where the site lives: empty, or `/warta`.
    pub base_path: Box<str>,
    /// The languages, the main one first.
    pub languages: Vec<Language>,
    /// The zone of every date without an offset.
    pub zone: Zone,
    /// The theme's name.
    pub theme: Box<str>,
    /// Where site.toml names it.
    pub theme_span: Span,
    /// Who publishes.
    pub publisher: Publisher,
    /// The publisher's profiles elsewhere.
    pub channels: Vec<Link>,
    /// Complaint desk, super-app, PPID and the like: on every page.
    pub services: Vec<Service>,
    /// Every kind of document, built-in ones first.
    pub kinds: Vec<Kind>,
    /// How pictures are published.
    pub images: Images,
    /// The editor's menu; none for the kinds that have articles.
    pub menu: Option<Vec<Link>>,
    /// Every address that publisher, services and menu link to, with its place, as written.
    pub addresses: Vec<Placed<Box<str>>>,
    /// Fields without which nothing is published, such as `approved_by`.
    pub workflow_required: Vec<Box<str>>,
    /// How feeds are made.
    pub feeds: Feeds,
    /// The colour that the newsroom chose for its theme.
    pub accent: Option<Placed<Colour>>,
    /// Articles on a page of a listing.
    pub page_size: u32,
    /// The most files that the host takes, if there is a limit.
    pub file_budget: Option<u32>,
    /// What crawlers may do with the pages.
    pub crawlers: Crawlers,
    /// Whom to tell of a hole in the site's security.
    pub security: Option<Security>,
    /// The newsroom's key for IndexNow.
    pub index_now: Option<Box<str>>,
    /// Whether readers can search: an index of all texts is published.
    pub search: bool,
    /// Whether smaller copies of the text files are written beside them, for a server of one's own.
    pub compress: bool,
    /// The digest of the settings' text, for reuse of earlier work.
    pub digest: Digest,
}

/// One of the site's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag: `id`, `en`, `jv`.
    pub code: Box<str>,
    /// The site's name in this language, if it has one of its own.
    pub title: Option<Box<str>>,
    /// Where site.toml names it; empty where it does not.
    pub span: Span,
}

/// An index into [`Config::languages`]; 0 is the main language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Lang(pub u8);

/// Who publishes the site.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    /// The name that readers know.
    pub name: Box<str>,
    /// The full name of the institution.
    pub legal_name: Box<str>,
    /// Its own web address.
    pub url: Box<str>,
    /// Its logo, a path within static/.
    pub logo: Box<str>,
    /// E-mail address.
    pub email: Box<str>,
    /// Telephone.
    pub phone: Box<str>,
    /// Postal address.
    pub address: Box<str>,
}

impl Publisher {
    /// The name for documents: the full one, else the one that readers know.
    pub fn formal_name(&self) -> &str {
        if self.legal_name.is_empty() { &self.name } else { &self.legal_name }
    }
}

/// A name with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub name: Box<str>,
    /// Where it leads.
    pub url: Box<str>,
}

/// A public service of the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name.
    pub name: Box<str>,
    /// Its address.
    pub url: Box<str>,
    /// What it is for.
    pub note: Box<str>,
}

/// The words that stand in addresses, by language.
#[derive(Clone, Copy, Debug)]
pub struct PathWords {
    /// The archive's folder.
    pub archive: &'static str,
    /// What precedes a page number.
    pub page: &'static str,
    /// The corrections' folder.
    pub corrections: &'static str,
    /// The folder of what is paid for.
    pub sponsored: &'static str,
    /// The search page's folder.
    pub search: &'static str,
}

impl Config {
    /// The language of an index.
    pub fn language(&self, lang: Lang) -> &Language {
        &self.languages[usize::from(lang.0).min(self.languages.len() - 1)]
    }

    /// The index of a language code.
    pub fn lang(&self, code: &str) -> Option<Lang> {
        let index = self.languages.iter().position(|language| &*language.code == code)?;
        u8::try_from(index).ok().map(Lang)
    }

    /// Every language's index, the main one first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..u8::try_from(self.languages.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// What a language's addresses begin with: nothing for the main one, `en/` for English.
    pub fn lang_prefix(&self, lang: Lang) -> String {
        if lang.0 == 0 { String::new() } else { format!("{}/", self.language(lang).code) }
    }

    /// The words in a language's addresses.
    pub fn path_words(&self, lang: Lang) -> PathWords {
        match &*self.language(lang).code {
            "id" | "jv" => PathWords {
                archive: "arsip",
                page: "halaman",
                corrections: "ralat",
                sponsored: "advertorial",
                search: "cari",
            },
            _ => PathWords {
                archive: "archive",
                page: "page",
                corrections: "corrections",
                sponsored: "sponsored",
                search: "search",
            },
        }
    }

    /// A kind by its index.
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[usize::from(id.0).min(self.kinds.len() - 1)]
    }

    /// Every kind with its index.
    pub fn kinds(&self) -> impl Iterator<Item = (KindId, &Kind)> {
        self.kinds.iter().enumerate().map(|(i, kind)| (KindId(u8::try_from(i).unwrap_or(u8::MAX)), kind))
    }

    /// The kind with a name such as `press-release`.
    pub fn kind_named(&self, name: &str) -> Option<KindId> {
        self.kinds().find(|(_, kind)| &*kind.name == name).map(|(id, _)| id)
    }

    /// The kind of a folder such as `siaran-pers`.
    pub fn kind_of_folder(&self, folder: &str) -> Option<KindId> {
        self.kinds().find(|(_, kind)| &*kind.folder == folder).map(|(id, _)| id)
    }

    /// The folder of a class's kind, such as `unit` or `tokoh`.
    pub fn folder_of(&self, class: Class) -> &str {
        self.kinds().find(|(_, kind)| kind.class == class).map_or("", |(_, kind)| &kind.folder)
    }

    /// The host that the site is on, with its port if there is one.
    pub fn host(&self) -> &str {
        self.origin.split("://").last().unwrap_or_default()
    }

    /// Path and fragment of a whole address that is one of this site.
    pub fn own_address<'a>(&self, address: &'a str) -> Option<(&'a str, Option<&'a str>)> {
        let (_, rest) = address.split_once("://")?;
        let (host, path) = rest.split_at_checked(self.host().len())?;
        let path = path.strip_prefix(&*self.base_path).filter(|_| host.eq_ignore_ascii_case(self.host()))?;
        let (path, fragment) = path.split_once('#').map_or((path, None), |(path, id)| (path, Some(id)));
        match path {
            "" => Some(("/", fragment)),
            path => path.starts_with(['/', '?']).then_some((path, fragment)),
        }
    }

    /// The whole address of a path within the site.
    pub fn absolute(&self, path: &str) -> String {
        [&*self.origin, &*self.base_path, path].concat()
    }
}

/// The permalink patterns as written, by kind name or `default`.
pub(crate) type Patterns = BTreeMap<String, Permalink>;
