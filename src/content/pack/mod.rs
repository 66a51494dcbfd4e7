//! Documents and findings as bytes, for runs that come later.
//!
//! In the notation of [`crate::codec`]. Reading is total (whatever it is given, it gives a value or none,
//! within bounds of memory and depth), which a general reader does not promise for values that hold values
//! of their kind. May not know files, nor what a value means.

mod base;
mod body;
mod front;

use super::texts::Origin;
use crate::codec::{Reader, Writer};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::path::RelPath;
use std::sync::Arc;

/// How deep values may lie in values. Markup never gets near it.
const DEPTH_MAX: u32 = 128;
/// For how many elements at most room is made before the first has been read.
const ROOM_MAX: usize = 64;

/// What can be written as bytes and read again.
pub(super) trait Pack: Sized {
    /// Writes it.
    fn pack(&self, out: &mut Writer);
    /// Reads it; none if the bytes don't hold one.
    fn unpack(from: &mut Packed<'_>) -> Option<Self>;
}

/// Findings as bytes.
pub fn pack_findings(findings: &[Diagnostic]) -> Vec<u8> {
    let mut out = Writer::default();
    pack_list(findings, &mut out);
    out.finish()
}

/// Findings from bytes; none if they hold anything else.
pub fn unpack_findings(bytes: &[u8]) -> Option<Vec<Diagnostic>> {
    let origin = Origin::new(RelPath::root(), Digest::of(b""), None);
    let mut from = Packed::new(bytes, origin);
    let findings = Pack::unpack(&mut from)?;
    from.is_empty().then_some(findings)
}

/// Bytes that are being read.
#[derive(Debug)]
pub(super) struct Packed<'a> {
    bytes: Reader<'a>,
    depth: u32,
    /// Where the texts are read from that are not among the bytes.
    origin: Arc<Origin>,
    /// How many pieces of HTML have been met.
    pieces: u32,
}

impl<'a> Packed<'a> {
    pub(super) fn new(bytes: &'a [u8], origin: Origin) -> Packed<'a> {
        Packed { bytes: Reader::new(bytes), depth: 0, origin: Arc::new(origin), pieces: 0 }
    }

    /// Whether everything has been read.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_done()
    }

    /// Reads what lies within another value.
    fn within<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth == DEPTH_MAX {
            return None;
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }
}

/// Writes one of several forms of a value, with its number before it.
fn pack_as<T: Pack>(number: u8, value: &T, out: &mut Writer) {
    out.byte(number);
    value.pack(out);
}

/// Numbers without a sign.
macro_rules! unsigned {
    ($($number:ty)*) => { $(impl Pack for $number {
        fn pack(&self, out: &mut Writer) {
            out.number(*self as u64);
        }

        fn unpack(from: &mut Packed<'_>) -> Option<$number> {
            from.bytes.small()
        }
    })* };
}
unsigned!(u8 u32 u64 usize);

/// Numbers with a sign.
macro_rules! signed {
    ($($number:ty)*) => { $(impl Pack for $number {
        fn pack(&self, out: &mut Writer) {
            out.signed((*self).into());
        }

        fn unpack(from: &mut Packed<'_>) -> Option<$number> {
            <$number>::try_from(from.bytes.signed()?).ok()
        }
    })* };
}
signed!(i8 i16 i32 i64);

impl Pack for bool {
    fn pack(&self, out: &mut Writer) {
        out.byte(u8::from(*self));
    }

    fn unpack(from: &mut Packed<'_>) -> Option<bool> {
        match from.bytes.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Pack for f32 {
    fn pack(&self, out: &mut Writer) {
        out.raw(&self.to_le_bytes());
    }

    fn unpack(from: &mut Packed<'_>) -> Option<f32> {
        Some(f32::from_le_bytes(from.bytes.take(4)?.try_into().ok()?))
    }
}

impl Pack for f64 {
    fn pack(&self, out: &mut Writer) {
        out.raw(&self.to_le_bytes());
    }

    fn unpack(from: &mut Packed<'_>) -> Option<f64> {
        Some(f64::from_le_bytes(from.bytes.take(8)?.try_into().ok()?))
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Writer) {
        out.text(self);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<String> {
        from.bytes.text().map(str::to_owned)
    }
}

impl Pack for Box<str> {
    fn pack(&self, out: &mut Writer) {
        out.text(self);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Box<str>> {
        from.bytes.text().map(Box::from)
    }
}

impl<T: Pack> Pack for Box<T> {
    fn pack(&self, out: &mut Writer) {
        (**self).pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Box<T>> {
        T::unpack(from).map(Box::new)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Writer) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Option<T>> {
        if bool::unpack(from)? { T::unpack(from).map(Some) } else { Some(None) }
    }
}

fn pack_list<T: Pack>(list: &[T], out: &mut Writer) {
    list.len().pack(out);
    list.iter().for_each(|one| one.pack(out));
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Writer) {
        pack_list(self, out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Vec<T>> {
        let length = from.bytes.length()?;
        from.within(|from| {
            let mut list = Vec::with_capacity(length.min(ROOM_MAX));
            for _ in 0..length {
                list.push(T::unpack(from)?);
            }
            Some(list)
        })
    }
}

impl<T: Pack> Pack for Box<[T]> {
    fn pack(&self, out: &mut Writer) {
        pack_list(self, out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<Box<[T]>> {
        Vec::unpack(from).map(Vec::into_boxed_slice)
    }
}

impl<T: Pack, U: Pack> Pack for (T, U) {
    fn pack(&self, out: &mut Writer) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Packed<'_>) -> Option<(T, U)> {
        Some((T::unpack(from)?, U::unpack(from)?))
    }
}

/// Structures, field by field: one that is forgotten does not compile.
macro_rules! structures {
    ($($name:ident { $($field:ident),* })*) => { $(impl Pack for $name {
        fn pack(&self, out: &mut Writer) {
            let $name { $($field),* } = self;
            $($field.pack(out);)*
        }

        fn unpack(from: &mut Packed<'_>) -> Option<$name> {
            $(let $field = Pack::unpack(from)?;)*
            Some($name { $($field),* })
        }
    })* };
}

/// Choices without values, by their place in the list: one that is forgotten does not compile.
macro_rules! choices {
    ($($name:ident { $($choice:ident),* })*) => { $(impl Pack for $name {
        fn pack(&self, out: &mut Writer) {
            match self { $($name::$choice => {})* }
            [$($name::$choice),*].iter().position(|one| one == self).unwrap_or_default().pack(out);
        }

        fn unpack(from: &mut Packed<'_>) -> Option<$name> {
            [$($name::$choice),*].get(usize::unpack(from)?).copied()
        }
    })* };
}

use {choices, structures};
