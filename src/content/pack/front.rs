//! What front matter says.

use super::{Pack, Packed, choices, pack_as, structures};
use crate::codec::Writer;
use crate::content::repeat::{Every, On, Repeat};
use crate::content::{
    Attachment, Change, ChangeKind, Contact, Event, Extra, Front, Identity, Photo, Reference, Status, Video, Withdrawal,
};

structures! {
    Identity { id, kind, lang, slug }
    Front {
        title, title_span, date, updated, summary, slug, dateline, authors, units, people, topics, related, status,
        approved_by, embargo, expires, event, host, guest, contact, photos, video, attachments, changes, withdrawn,
        legacy_id, aliases, source, license, ai_disclosure, urgent, sponsored, number, claim, verdict, sources, role,
        parent, extra
    }
    Event { date, start, end, place, delegation, cancelled, moved_from, repeat }
    Repeat { every, interval, on, until, count, except }
    Contact { name, phone, email }
    Photo { src, alt, alt_span, caption, credit, focus }
    Video { url, seconds, transcript }
    Attachment { src, title, listed }
    Change { date, kind, note }
    Withdrawal { date, reason }
    Reference { name, url }
}

choices! {
    Status { Draft, Review, Approved }
    ChangeKind { Minor, Update, Correction, Clarification, RightOfReply }
    Every { Day, Week, Month, Year }
}

impl Pack for [f32; 2] {
    fn pack(&self, out: &mut Writer) {
        self.iter().for_each(|number| number.pack(out));
    }

    fn unpack(from: &mut Packed<'_>) -> Option<[f32; 2]> {
        Some([f32::unpack(from)?, f32::unpack(from)?])
    }
}

impl Pack for On {
    fn pack(&self, out: &mut Writer) {
        match self {
            On::Weekday(day) => pack_as(0, day, out),
            On::Nth(number, day) => pack_as(1, &(*number, *day), out),
            On::Day(day) => pack_as(2, day, out),
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<On> {
        Some(match from.bytes.byte()? {
            0 => On::Weekday(Pack::unpack(from)?),
            1 => On::Nth(Pack::unpack(from)?, Pack::unpack(from)?),
            2 => On::Day(Pack::unpack(from)?),
            _ => return None,
        })
    }
}

impl Pack for Extra {
    fn pack(&self, out: &mut Writer) {
        match self {
            Extra::String(text) => pack_as(0, text, out),
            Extra::Integer(number) => pack_as(1, number, out),
            Extra::Boolean(value) => pack_as(2, value, out),
            Extra::Date(moment) => pack_as(3, moment, out),
            Extra::Strings(texts) => pack_as(4, texts, out),
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Extra> {
        Some(match from.bytes.byte()? {
            0 => Extra::String(Pack::unpack(from)?),
            1 => Extra::Integer(Pack::unpack(from)?),
            2 => Extra::Boolean(Pack::unpack(from)?),
            3 => Extra::Date(Pack::unpack(from)?),
            4 => Extra::Strings(Pack::unpack(from)?),
            _ => return None,
        })
    }
}
