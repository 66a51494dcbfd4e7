//! The addresses that site.toml names: publisher, channels, services, menu.

use crate::config::{Link, Publisher, Service};
use crate::data::{Placed, Reader};
use crate::diagnostic::{Code, help_for_address};
use crate::text;

/// Checks that a text is an `http(s)` address.
pub(crate) fn web_address(reader: &mut Reader<'_>, key: &'static str) -> Option<Box<str>> {
    let url = reader.string(key)?;
    let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)) {
        return Some(url.value);
    }
    let written = &url.value;
    reader.report(
        Code::InvalidFormat,
        url.span,
        text!("`{key}` bukan alamat web: {written}", "`{key}` is not a web address: {written}"),
        Some(help_for_address(written)),
    );
    None
}

/// What is linked to, with its place, for the check that it is there.
type Addresses = Vec<Placed<Box<str>>>;

/// A link that a page may have: to the web, to a mailbox or telephone, or within the site.
fn address(reader: &mut Reader<'_>, key: &'static str, addresses: &mut Addresses) -> Option<Box<str>> {
    let url = reader.string(key)?;
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.value.starts_with(scheme));
    let inside = url.value.starts_with('/') && !url.value.starts_with("//");
    if (known || inside) && !url.value.contains(char::is_whitespace) {
        addresses.push(url.clone());
        return Some(url.value);
    }
    let written = &url.value;
    reader.report(
        Code::InvalidFormat,
        url.span,
        text!("`{key}` bukan alamat yang dapat ditautkan: {written}", "`{key}` is no address to link to: {written}"),
        Some(text!(
            "mulai dengan https://, mailto:, tel:, atau garis miring untuk halaman situs ini",
            "begin with https://, mailto:, tel:, or a slash for a page of this site"
        )),
    );
    None
}

pub(super) fn publisher(reader: &mut Reader<'_>, addresses: &mut Addresses) -> Publisher {
    let mut text = |key| reader.text(key).unwrap_or_default();
    let (name, legal_name, logo) = (text("name"), text("legal_name"), text("logo"));
    let (email, phone, address) = (text("email"), text("phone"), text("address"));
    let url = web_address(reader, "url").unwrap_or_default();
    let logo = match logo.contains("//") || logo.contains(':') {
        true => {
            let span = reader.place_of("logo").unwrap_or(reader.span());
            reader.report(
                Code::RemoteImage,
                span,
                text!("`logo` diambil dari tempat lain", "`logo` comes from elsewhere"),
                Some(text!(
                    "simpan berkasnya di static/, lalu tulis logo = \"/logo.svg\"",
                    "put the file into static/ and write logo = \"/logo.svg\""
                )),
            );
            "".into()
        }
        false => logo,
    };
    for (key, written) in [("url", &url), ("logo", &logo)] {
        let span = reader.place_of(key).filter(|_| !written.is_empty());
        addresses.extend(span.map(|span| Placed { value: written.clone(), span }));
    }
    Publisher { name, legal_name, url, logo, email, phone, address }
}

pub(super) fn channels(reader: &mut Reader<'_>) -> Vec<Link> {
    const CHANNELS: [(&str, &str); 5] = [
        ("youtube", "YouTube"),
        ("instagram", "Instagram"),
        ("x", "X"),
        ("tiktok", "TikTok"),
        ("facebook", "Facebook"),
    ];
    let channel = |(key, name): (&'static str, &str)| Some(Link { name: name.into(), url: web_address(reader, key)? });
    CHANNELS.into_iter().filter_map(channel).collect()
}

pub(super) fn service(reader: &mut Reader<'_>, addresses: &mut Addresses) -> Option<Service> {
    let name = reader.text("name");
    let url = address(reader, "url", addresses);
    let note = reader.text("note").unwrap_or_default();
    for (line, there) in [("name = \"…\"", name.is_some()), ("url = \"https://…\"", reader.has("url"))] {
        if !there {
            reader.missing(line);
        }
    }
    Some(Service { name: name?, url: url?, note })
}

pub(super) fn link(reader: &mut Reader<'_>, addresses: &mut Addresses) -> Option<Link> {
    let (name, url) = (reader.text("name"), address(reader, "url", addresses));
    for (line, there) in [("name = \"…\"", name.is_some()), ("url = \"https://…\"", reader.has("url"))] {
        if !there {
            reader.missing(line);
        }
    }
    Some(Link { name: name?, url: url? })
}
