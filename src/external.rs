//! Whether what the newsroom links to on other sites is still there.
//!
//! Asks each address once, many sites at a time but never more than one address of a site, and only where
//! a person wants to know: `warta check --external`. What comes of it depends on the day and on others, so
//! it is no rule, never an error, and no part of a build. The only part of warta that asks other sites.

use crate::config::FILE;
use crate::content::Document;
use crate::diagnostic::{Code, Diagnostic, Severity, Span, Text};
use crate::failure::Failure;
use crate::path::RelPath;
use crate::text;
use crate::workspace::Snapshot;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::time::Duration;
use ureq::http::StatusCode;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};
use url::Url;

/// How many sites are asked at a time.
const AT_A_TIME: usize = 16;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where an address stands.
type Place = (RelPath, Span);

/// What became of an address.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// It is there.
    There,
    /// Its site says that it is not there, or there is no such site.
    Gone(Text),
    /// Nobody can tell: the site turns programs away, is too slow or out of order today.
    Unclear(Text),
}

/// Asks every address on another site that documents and site.toml link to. `done` is told of each.
pub fn check(snapshot: &Snapshot, done: &(dyn Fn() + Sync)) -> Result<Vec<Diagnostic>, Failure> {
    let mut sites: BTreeMap<String, Vec<(String, Vec<Place>)>> = BTreeMap::new();
    for (address, places) in addresses(snapshot) {
        sites.entry(host(&address).to_owned()).or_default().push((address, places));
    }
    let agent = agent();
    let ask_site = |addresses: &Vec<(String, Vec<Place>)>| -> Vec<Diagnostic> {
        let ask = |(address, places): &(String, Vec<Place>)| {
            let answer = ask(&agent, address);
            done();
            places.iter().filter_map(|place| finding(place, address, &answer)).collect::<Vec<_>>()
        };
        addresses.iter().flat_map(ask).collect()
    };
    let threads = rayon::ThreadPoolBuilder::new().num_threads(AT_A_TIME).build();
    let threads = threads.map_err(|error| {
        Failure::new(text!("tidak dapat memeriksa tautan luar: {error}", "can't check links to other sites: {error}"))
    })?;
    let sites: Vec<_> = sites.into_values().collect();
    let mut findings: Vec<Diagnostic> = threads.install(|| sites.par_iter().flat_map_iter(ask_site).collect());
    findings.sort();
    Ok(findings)
}

/// How many addresses there are to ask.
pub fn count(snapshot: &Snapshot) -> usize {
    addresses(snapshot).len()
}

/// The addresses, without what only the reader's browser looks at, and where each stands.
fn addresses(snapshot: &Snapshot) -> BTreeMap<String, Vec<Place>> {
    let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut add = |address: &str, file: &RelPath, span: Span| {
        let address = address.split('#').next().unwrap_or_default();
        if ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme)) {
            found.entry(address.to_owned()).or_default().push((file.clone(), span));
        }
    };
    for document in snapshot.documents() {
        document.body().outward.iter().for_each(|link| add(&link.address, &document.file, link.span));
        for address in of_fields(document) {
            add(address, &document.file, place_of(snapshot, &document.file, address));
        }
    }
    if let Some(edition) = snapshot.edition() {
        let site = RelPath::new(FILE);
        edition.config.addresses.iter().for_each(|address| add(&address.value, &site, address.span));
    }
    found
}

fn of_fields(document: &Document) -> impl Iterator<Item = &str> {
    let front = &document.front;
    let video = front.video.as_deref().map(|video| &*video.url);
    let source = front.source.as_ref().map(|source| &*source.url);
    video.into_iter().chain(source).filter(|address| !address.is_empty())
}

/// Where a field's value stands: fields are written as they are.
fn place_of(snapshot: &Snapshot, file: &RelPath, value: &str) -> Span {
    let bytes = snapshot.source_of(file).unwrap_or_default();
    let at = String::from_utf8_lossy(&bytes).find(value);
    at.map_or(Span::default(), |at| Span::from(at..at + value.len()))
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}

/// Whoever asks says who it is. Certificates are judged as the system does: offices have their own.
fn agent() -> Agent {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .user_agent(concat!("warta/", env!("CARGO_PKG_VERSION"), " (link check)"))
        .build();
    Agent::new_with_config(config)
}

/// The address as it is sent: blanks encoded, and a name of other letters in those that hosts have (IDNA).
fn asked(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), |url| url.to_string())
}

/// Some sites answer HEAD wrongly or not at all: what does not say that the page is there is asked again
/// with GET, and its body is not read.
fn ask(agent: &Agent, address: &str) -> Answer {
    let address = &asked(address);
    let head = agent.head(address).call().map(|response| response.status());
    if matches!(head, Ok(status) if status.is_success()) {
        return Answer::There;
    }
    match agent.get(address).call() {
        Ok(response) => of_status(response.status()),
        Err(error) => of_error(&error),
    }
}

fn of_status(status: StatusCode) -> Answer {
    let number = status.as_u16();
    match number {
        200..=399 => Answer::There,
        404 | 410 => Answer::Gone(text!("situsnya menjawab {number}", "its site answers {number}")),
        _ => Answer::Unclear(text!("situsnya menjawab {number}", "its site answers {number}")),
    }
}

fn of_error(error: &Error) -> Answer {
    let refused = |error: &io::Error| error.kind() == io::ErrorKind::ConnectionRefused;
    match error {
        Error::HostNotFound => Answer::Gone(text!("situsnya tidak ditemukan", "there is no such site")),
        Error::ConnectionFailed => Answer::Gone(text!("situsnya tidak menjawab", "its site does not answer")),
        Error::Io(error) if refused(error) => {
            Answer::Gone(text!("situsnya tidak menjawab", "its site does not answer"))
        }
        Error::Timeout(_) => Answer::Unclear(text!("situsnya terlalu lambat", "its site is too slow")),
        Error::TooManyRedirects => Answer::Gone(text!("alamatnya berputar-putar", "its address goes round in circles")),
        other => Answer::Unclear(text!("{other}", "{other}")),
    }
}

fn finding((file, span): &Place, address: &str, answer: &Answer) -> Option<Diagnostic> {
    let (severity, why, help) = match answer {
        Answer::There => return None,
        Answer::Gone(why) => (
            Severity::Warning,
            why,
            text!(
                "cari alamat barunya, atau hapus tautannya dan biarkan teksnya",
                "look for its new address, or remove the link and leave the text"
            ),
        ),
        Answer::Unclear(why) => {
            (Severity::Note, why, text!("buka sendiri di peramban", "open it yourself in a browser"))
        }
    };
    let (id, en) = (&why.id, &why.en);
    let message = match severity {
        Severity::Note => Text::new(
            format!("{address} tidak dapat dipastikan: {id}"),
            format!("whether {address} is there can't be told: {en}"),
        ),
        _ => Text::new(format!("{address} tidak ada: {id}"), format!("{address} is not there: {en}")),
    };
    Some(Diagnostic::new(Code::DeadOutside, file, *span, message).severity(severity).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_sent_as_hosts_know_it() {
        for (written, sent) in [
            ("https://contoh.go.id/laporan akhir.pdf", "https://contoh.go.id/laporan%20akhir.pdf"),
            ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a"),
            ("https://contoh.go.id/a%20b?x=é", "https://contoh.go.id/a%20b?x=%C3%A9"),
        ] {
            assert_eq!(asked(written), sent);
        }
    }
}
