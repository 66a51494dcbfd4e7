//! Building template values without a detour.
//!
//! The engine builds its own map from whatever map it is given and hashes every key anew; a struct
//! that is serialised goes straight into the one map. So the fields of a view are handed over as if
//! they were a struct's: a list whose type knows each field's type.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use tera::Value;

/// A template map: `map! { "url" => url, "count" => 3 }`.
macro_rules! map {
    ($($fields:tt)*) => {
        $crate::theme::value::value(&$crate::theme::value::fields!($($fields)*))
    };
}

/// The fields as a list: each with those after it.
macro_rules! fields {
    () => { $crate::theme::value::End };
    ($key:literal => $value:expr $(, $($rest:tt)*)?) => {
        $crate::theme::value::Field($key, $value, $crate::theme::value::fields!($($($rest)*)?))
    };
}

pub(crate) use {fields, map};

/// The end of the fields.
pub(crate) struct End;

/// A field and those after it.
pub(crate) struct Field<T, R>(pub(crate) &'static str, pub(crate) T, pub(crate) R);

/// A list of fields.
pub(crate) trait Fields {
    const COUNT: usize;
    fn write<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error>;
}

impl Fields for End {
    const COUNT: usize = 0;

    fn write<S: SerializeStruct>(&self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<T: Serialize, R: Fields> Fields for Field<T, R> {
    const COUNT: usize = 1 + R::COUNT;

    #[inline(always)]
    fn write<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error> {
        to.serialize_field(self.0, &self.1)?;
        self.2.write(to)
    }
}

struct Whole<'a, F>(&'a F);

impl<F: Fields> Serialize for Whole<'_, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut to = serializer.serialize_struct("", F::COUNT)?;
        self.0.write(&mut to)?;
        to.end()
    }
}

/// The template map of some fields.
pub(crate) fn value(fields: &impl Fields) -> Value {
    // Only keys that are no text could fail.
    Value::try_from_serializable(&Whole(fields)).unwrap_or_else(|_| Value::none())
}
