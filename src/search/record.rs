//! What search knows of one document.

use super::VERSION;
use crate::content::body::{Body, Fill, Html};
use crate::data::Value;
use crate::digest::Digest;
use rayon::prelude::*;

/// One document as search sees it. Its words are weighed by where they stand.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// Its address, from the site's root.
    pub url: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The summary.
    pub summary: &'a str,
    /// Names of its units, people, topics and places.
    pub names: Vec<&'a str>,
    /// The kind, such as `visit`.
    pub kind: &'a str,
    /// Ids of its units.
    pub units: Vec<&'a str>,
    /// Its day as `YYYY-MM-DD`; empty if it has none.
    pub day: String,
    /// The address of a small picture; empty if there is none.
    pub picture: &'a str,
    /// Whether it is paid for: readers are told.
    pub sponsored: bool,
    /// Further texts: captions, transcript, claim.
    pub texts: Vec<&'a str>,
    /// The body.
    pub body: &'a Body,
}

impl<'a> Record<'a> {
    /// The digest of everything that it says.
    pub fn digest(&self) -> Digest {
        let mut sum = Sum(Vec::with_capacity(1024));
        sum.record(self);
        Digest::of(&sum.0)
    }

    /// Roughly how many bytes of text it has.
    pub fn size(&self) -> usize {
        let texts: usize = self.texts.iter().map(|text| text.len()).sum();
        self.title.len() + self.summary.len() + texts + self.body.html.size()
    }

    /// Every piece of HTML, and every plain text of its components, in a fixed order.
    pub(super) fn body_texts(&self, take: &mut dyn FnMut(Piece<'a>)) {
        pieces(self.body, take);
    }
}

/// A piece of a body.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece<'a> {
    /// HTML.
    Html(&'a Html),
    /// Plain text, such as a caption.
    Text(&'a str),
}

/// Arguments of components that hold addresses and names of files instead of text.
const ADDRESSES: [&str; 4] = ["src", "url", "href", "id"];

fn pieces<'a>(body: &'a Body, take: &mut dyn FnMut(Piece<'a>)) {
    take(Piece::Html(&body.html));
    for hole in &body.holes {
        let Fill::Component(component) = &hole.fill else { continue };
        for argument in component.arguments.iter().filter(|argument| !ADDRESSES.contains(&&*argument.name)) {
            if let Value::String(text) = &argument.value.value {
                take(Piece::Text(text));
            }
        }
        if let Some(inner) = &component.body {
            pieces(inner, take);
        }
    }
}

/// The digest of everything that a part is made from.
pub fn digest(language: &str, records: &[Record<'_>]) -> Digest {
    let of_record = |(number, record): (usize, &Record<'_>)| {
        let mut sum = Sum(Vec::with_capacity(1024));
        if number == 0 {
            sum.text(&VERSION.to_string());
            sum.text(language);
        }
        sum.record(record);
        Digest::of(&sum.0).bytes()
    };
    let all: Vec<[u8; 32]> = records.par_iter().enumerate().map(of_record).collect();
    Digest::of(all.as_flattened())
}

/// The bytes of a record.
struct Sum(Vec<u8>);

impl Sum {
    /// Each text with its length, so that no two lists of texts look alike.
    fn text(&mut self, text: &str) {
        self.0.extend_from_slice(&(text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn digest(&mut self, digest: Digest) {
        self.0.extend_from_slice(&digest.bytes());
    }

    fn record(&mut self, record: &Record<'_>) {
        let flag = if record.sponsored { "1" } else { "" };
        for text in [record.url, record.title, record.summary, record.kind, &record.day, record.picture, flag] {
            self.text(text);
        }
        for list in [&record.names, &record.units, &record.texts] {
            self.text(&list.len().to_string());
            list.iter().for_each(|text| self.text(text));
        }
        record.body_texts(&mut |piece| match piece {
            Piece::Html(html) => self.digest(html.digest()),
            Piece::Text(text) => self.text(text),
        });
    }
}
