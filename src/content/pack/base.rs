//! What documents and findings are made of: places, messages, dates, paths, trees of values.

use super::{Pack, Packed, choices, pack_as, structures};
use crate::codec::Writer;
use crate::config::{KindId, Lang};
use crate::data::{Entry, Node, Placed, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Related, Severity, Span, Text};
use crate::digest::Digest;
use crate::path::RelPath;
use crate::time::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, Weekday};

structures! {
    Span { start, end }
    Text { id, en }
    Related { file, span, label }
    Diagnostic { file, span, code, severity, message, help, related }
    Moment { instant, local, has_time }
    Node { span, value }
    Table { entries }
    Entry { key, key_span, node }
}

choices! {
    Severity { Error, Warning, Note }
}

impl<T: Pack> Pack for Placed<T> {
    fn pack(&self, out: &mut Writer) {
        let Placed { value, span } = self;
        value.pack(out);
        span.pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Placed<T>> {
        Some(Placed { value: T::unpack(from)?, span: Span::unpack(from)? })
    }
}

impl Pack for std::borrow::Cow<'static, str> {
    fn pack(&self, out: &mut Writer) {
        out.text(self);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Self> {
        String::unpack(from).map(Self::Owned)
    }
}

impl Pack for Code {
    fn pack(&self, out: &mut Writer) {
        Code::ALL.iter().position(|code| code == self).unwrap_or(Code::ALL.len()).pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Code> {
        Code::ALL.get(usize::unpack(from)?).copied()
    }
}

impl Pack for Digest {
    fn pack(&self, out: &mut Writer) {
        out.digest(self);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Digest> {
        from.bytes.digest()
    }
}

/// Read only as it was written: what would lead out of its root, or be mended, is none.
impl Pack for RelPath {
    fn pack(&self, out: &mut Writer) {
        out.text(self.as_str());
    }

    fn unpack(from: &mut Packed<'_>) -> Option<RelPath> {
        let text = from.bytes.text()?;
        Some(RelPath::new(text)).filter(|path| path.as_str() == text)
    }
}

impl Pack for KindId {
    fn pack(&self, out: &mut Writer) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<KindId> {
        u8::unpack(from).map(KindId)
    }
}

impl Pack for Lang {
    fn pack(&self, out: &mut Writer) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Lang> {
        u8::unpack(from).map(Lang)
    }
}

impl Pack for Timestamp {
    fn pack(&self, out: &mut Writer) {
        self.as_second().pack(out);
        self.subsec_nanosecond().pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Timestamp> {
        Timestamp::new(i64::unpack(from)?, i32::unpack(from)?).ok()
    }
}

impl Pack for DateTime {
    fn pack(&self, out: &mut Writer) {
        self.date().pack(out);
        [self.hour(), self.minute(), self.second()].iter().for_each(|part| part.pack(out));
        self.subsec_nanosecond().pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<DateTime> {
        let date = Date::unpack(from)?;
        let (hour, minute, second) = (i8::unpack(from)?, i8::unpack(from)?, i8::unpack(from)?);
        Some(date.to_datetime(Time::new(hour, minute, second, i32::unpack(from)?).ok()?))
    }
}

impl Pack for Date {
    fn pack(&self, out: &mut Writer) {
        self.year().pack(out);
        self.month().pack(out);
        self.day().pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Date> {
        Date::new(i16::unpack(from)?, i8::unpack(from)?, i8::unpack(from)?).ok()
    }
}

impl Pack for Weekday {
    fn pack(&self, out: &mut Writer) {
        self.to_monday_zero_offset().pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Weekday> {
        Weekday::from_monday_zero_offset(i8::unpack(from)?).ok()
    }
}

impl Pack for Value {
    fn pack(&self, out: &mut Writer) {
        match self {
            Value::String(text) => pack_as(0, text, out),
            Value::Integer(number) => pack_as(1, number, out),
            Value::Float(number) => pack_as(2, number, out),
            Value::Bool(value) => pack_as(3, value, out),
            Value::Date(text) => pack_as(4, text, out),
            Value::Array(nodes) => pack_as(5, nodes, out),
            Value::Table(table) => pack_as(6, table, out),
            Value::Null => {
                out.byte(7);
            }
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Value> {
        Some(match from.bytes.byte()? {
            0 => Value::String(Pack::unpack(from)?),
            1 => Value::Integer(Pack::unpack(from)?),
            2 => Value::Float(Pack::unpack(from)?),
            3 => Value::Bool(Pack::unpack(from)?),
            4 => Value::Date(Pack::unpack(from)?),
            5 => Value::Array(Pack::unpack(from)?),
            6 => Value::Table(Pack::unpack(from)?),
            7 => Value::Null,
            _ => return None,
        })
    }
}
