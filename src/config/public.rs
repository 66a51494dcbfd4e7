//! What the site tells machines that ask: crawlers, those who found a hole, search engines that want
//! to be told of news.

use super::web_address;
use crate::data::{Placed, Reader};
use crate::diagnostic::Code;
use crate::text;
use crate::time::{Moment, Zone};
use jiff::Timestamp;

/// What crawlers may do with the pages. The words are those of Content-Signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crawlers {
    /// Whether search engines may list them.
    pub search: bool,
    /// Whether assistants may read them to answer a question.
    pub ai_input: bool,
    /// Whether models may be trained with them.
    pub ai_train: bool,
    /// Further crawlers that are asked to stay away.
    pub block: Vec<Box<str>>,
}

impl Default for Crawlers {
    /// To be found and quoted is what a newsroom is for. What has once gone into a model can't be
    /// taken back, so that is for the newsroom to allow.
    fn default() -> Self {
        Crawlers { search: true, ai_input: true, ai_train: false, block: Vec::new() }
    }
}

pub(super) fn crawlers(reader: &mut Reader<'_>) -> Crawlers {
    let usual = Crawlers::default();
    let block = reader.strings("block");
    // RFC 9309, 2.2.1: anything else would not be read as a name.
    let is_token = |name: &str| name.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'_'));
    let mut names = Vec::with_capacity(block.len());
    for name in block {
        if is_token(&name.value) {
            names.push(name.value);
        } else {
            let written = &name.value;
            reader.report(
                Code::InvalidFormat,
                name.span,
                text!("`{written}` bukan nama perayap", "`{written}` is not a crawler's name"),
                Some(text!(
                    "tulis namanya saja, misalnya \"Bytespider\"",
                    "write the name alone, such as \"Bytespider\""
                )),
            );
        }
    }
    Crawlers {
        search: reader.bool("search").unwrap_or(usual.search),
        ai_input: reader.bool("ai_input").unwrap_or(usual.ai_input),
        ai_train: reader.bool("ai_train").unwrap_or(usual.ai_train),
        block: names,
    }
}

/// Whom to tell of a hole in the site's security (RFC 9116).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security {
    /// Addresses, the preferred one first.
    pub contacts: Vec<Box<str>>,
    /// Until when this is to be believed.
    pub expires: Placed<Moment>,
    /// Further fields with their addresses, in the standard's spelling.
    pub further: Vec<(&'static str, Box<str>)>,
}

impl Security {
    /// Whether it is still to be believed. Better no contact than one that nobody reads any more
    /// (RFC 9116, 5.2).
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.expires.value.instant > now
    }
}

pub(super) fn security(reader: &mut Reader<'_>, zone: &Zone) -> Option<Security> {
    let written = reader.strings("contact");
    if written.is_empty() && reader.entry("contact").is_none() {
        reader.missing("contact = \"keamanan@contoh.go.id\"");
    }
    let contacts: Vec<Box<str>> = written.iter().filter_map(|contact| self::contact(reader, contact)).collect();
    let expires = reader.moment("expires", zone);
    if expires.is_none() && reader.entry("expires").is_none() {
        reader.missing("expires = 2027-06-30");
    }
    let fields = [
        ("encryption", "Encryption"),
        ("acknowledgments", "Acknowledgments"),
        ("policy", "Policy"),
        ("hiring", "Hiring"),
    ];
    let further = fields.into_iter().filter_map(|(key, name)| Some((name, web_address(reader, key)?))).collect();
    let expires = expires?;
    (!contacts.is_empty()).then_some(Security { contacts, expires, further })
}

/// A web address, a telephone number or a mailbox as a URI.
fn contact(reader: &mut Reader<'_>, written: &Placed<Box<str>>) -> Option<Box<str>> {
    let text = &*written.value;
    let is_uri = ["https://", "mailto:", "tel:"].iter().any(|scheme| text.starts_with(scheme));
    let is_mailbox = text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    if !text.contains(char::is_whitespace) && text.is_ascii() && (is_uri || is_mailbox) {
        return Some(if is_uri { text.into() } else { format!("mailto:{text}").into() });
    }
    reader.report(
        Code::InvalidFormat,
        written.span,
        text!("`contact` tidak dapat dihubungi: {text}", "`contact` can't be reached: {text}"),
        Some(text!(
            "tulis surel, alamat https://, atau tel:+62…",
            "write an e-mail address, an https:// address, or tel:+62…"
        )),
    );
    None
}

/// The newsroom's key for IndexNow.
pub(super) fn index_now(reader: &mut Reader<'_>) -> Option<Box<str>> {
    let Some(key) = reader.string("key") else {
        if reader.entry("key").is_none() {
            reader.missing("key = \"…\"");
        }
        return None;
    };
    let usable = key.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if usable && (8..=128).contains(&key.value.len()) {
        return Some(key.value);
    }
    reader.report(
        Code::InvalidFormat,
        key.span,
        text!("`key` bukan kunci IndexNow", "`key` is no key for IndexNow"),
        Some(text!(
            "8–128 huruf, angka, dan tanda hubung, misalnya hasil `openssl rand -hex 16`",
            "8–128 letters, digits and hyphens, such as `openssl rand -hex 16` prints"
        )),
    );
    None
}
