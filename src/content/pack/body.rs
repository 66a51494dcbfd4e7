//! Bodies without the text of their HTML, which would make most of the bytes.

use super::{Pack, Packed, pack_as, structures};
use crate::codec::Writer;
use crate::content::body::{Argument, Body, Component, Fill, Heading, Hole, Html, Outward, Target, WORTH_ASIDE};
use crate::content::texts::Again;

structures! {
    Body { html, holes, headings, anchors, outward, words }
    Hole { at, span, fill }
    Outward { address, span }
    Component { name, name_span, arguments, body }
    Argument { name, name_span, value }
    Heading { level, id, text }
}

/// What is short is there; of the rest, how long it is and its digest, by which it is known again.
impl Pack for Html {
    fn pack(&self, out: &mut Writer) {
        match self {
            Html::Here(text) if text.len() < WORTH_ASIDE => pack_as(0, text, out),
            _ => {
                pack_as(1, &self.size(), out);
                self.digest().pack(out);
            }
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Html> {
        let nth = from.pieces;
        from.pieces = nth.checked_add(1)?;
        match from.bytes.byte()? {
            0 => Some(Html::Here(Pack::unpack(from)?)),
            1 => {
                let (size, digest) = (Pack::unpack(from)?, Pack::unpack(from)?);
                Some(Html::Again(Box::new(Again { origin: from.origin.clone(), nth, size, digest })))
            }
            _ => None,
        }
    }
}

impl Pack for Fill {
    fn pack(&self, out: &mut Writer) {
        match self {
            Fill::Link(target) => pack_as(0, target, out),
            Fill::Component(component) => pack_as(1, component, out),
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Fill> {
        Some(match from.bytes.byte()? {
            0 => Fill::Link(Pack::unpack(from)?),
            1 => Fill::Component(Pack::unpack(from)?),
            _ => return None,
        })
    }
}

impl Pack for Target {
    fn pack(&self, out: &mut Writer) {
        match self {
            Target::Fragment(id) => pack_as(0, id, out),
            Target::Site { path, fragment } => {
                pack_as(1, path, out);
                fragment.pack(out);
            }
            Target::File { path, written, fragment } => {
                pack_as(2, path, out);
                written.pack(out);
                fragment.pack(out);
            }
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Target> {
        Some(match from.bytes.byte()? {
            0 => Target::Fragment(Pack::unpack(from)?),
            1 => Target::Site { path: Pack::unpack(from)?, fragment: Pack::unpack(from)? },
            2 => {
                Target::File { path: Pack::unpack(from)?, written: Pack::unpack(from)?, fragment: Pack::unpack(from)? }
            }
            _ => return None,
        })
    }
}
