//! Links: addresses outside the site are written out, those within it become holes.

use super::Builder;
use crate::content::body::{Fill, Outward};
use crate::content::markdown::link::{Destination, classify, locate, locate_definition};
use crate::content::markdown::markup::Holds;
use crate::content::markdown::text::{push_attribute, push_href};
use crate::diagnostic::{Code, Text};
use crate::text;
use pulldown_cmark::LinkType;
use std::ops::Range;

/// A link whose text is being written.
pub struct OpenLink {
    kind: LinkType,
    /// Where its address stands, if that is elsewhere.
    defined: Option<Range<usize>>,
    /// Whether there is an `<a>` to close.
    written: bool,
    /// The number of its hole.
    hole: Option<usize>,
    /// Its address on another site.
    outward: Option<Box<str>>,
    /// A destination that can't be linked to.
    refused: Option<Destination>,
}

impl Builder<'_> {
    pub(super) fn begin_link(&mut self, kind: LinkType, address: &str, title: &str, label: &str, range: &Range<usize>) {
        let address = self.source.unshield(address);
        let destination = match kind {
            LinkType::Email => Destination::External(format!("mailto:{address}")),
            _ => classify(&address, &self.folder),
        };
        let nested = self.out.in_raw_link();
        if nested {
            self.findings.add(Code::ForbiddenHtml, range, link_in_link);
        }
        let written = self.out.begin(Holds::Phrasing) && !nested;
        let mut link =
            OpenLink { kind, defined: self.definition(kind, label), written, hole: None, outward: None, refused: None };
        let mark = self.out.here();
        self.out.html.push_str("<a href=\"");
        match destination {
            Destination::External(address) => {
                push_href(&mut self.out.html, &address);
                link.outward = Some(address.into());
            }
            Destination::Internal(target) => {
                link.hole = Some(mark.hole);
                self.out.hole(self.findings.span(range), Fill::Link(target));
            }
            refused => link.refused = Some(refused),
        }
        link.written &= link.refused.is_none();
        if !link.written {
            self.out.rewind(mark);
            link.hole = None;
        } else if title.is_empty() {
            self.out.html.push_str("\">");
        } else {
            self.out.html.push_str("\" title=\"");
            push_attribute(&mut self.out.html, &self.source.unshield(title));
            self.out.html.push_str("\">");
        }
        self.link = Some(link);
    }

    pub(super) fn end_link(&mut self, range: &Range<usize>) {
        self.out.end();
        let Some(link) = self.link.take() else { return };
        if link.written {
            self.out.html.push_str("</a>");
        }
        let place = match link.kind {
            LinkType::Inline => {
                locate(self.source.original, range, self.text_end(range)).map(|place| place.destination)
            }
            LinkType::Autolink | LinkType::Email => Some(range.start + 1..range.end - 1),
            _ => link.defined,
        };
        let place = place.filter(|place| !place.is_empty()).unwrap_or_else(|| range.clone());
        if let Some(hole) = link.hole.and_then(|hole| self.out.holes.get_mut(hole)) {
            hole.span = self.findings.span(&place);
        }
        if let Some(address) = link.outward.filter(|_| link.written) {
            self.outward.push(Outward { address, span: self.findings.span(&place) });
        }
        if let Some(refused) = link.refused
            && let Some(complaint) = refused.complaint()
        {
            self.findings.add(refused.code(), &place, || complaint);
        }
    }

    /// Takes note of where `[label]: address`, which takes up `range`, has its address.
    pub fn define(&mut self, label: &str, range: &Range<usize>) {
        if let Some(place) = locate_definition(self.source.original, range) {
            self.definitions.insert(label.to_lowercase(), place);
        }
    }

    /// Where the address of a link or picture stands that refers to a definition.
    pub(super) fn definition(&self, kind: LinkType, label: &str) -> Option<Range<usize>> {
        let refers = matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
        self.definitions.get(&label.to_lowercase()).filter(|_| refers).cloned()
    }

    /// Where the text between the brackets of the link or picture at `range` ends, when the event
    /// before this one was the last of it.
    pub(super) fn text_end(&self, range: &Range<usize>) -> usize {
        if range.start < self.previous.end && self.previous.end < range.end {
            self.previous.end
        } else {
            range.start + 1
        }
    }
}

/// What to say of a link within a link of raw HTML.
pub(super) fn link_in_link() -> (Text, Text) {
    (
        text!("tautan ini berada di dalam tautan lain", "this link stands within another link"),
        text!("tutup tautan pertama dengan `</a>` lebih dulu", "close the first link with `</a>` before it"),
    )
}
