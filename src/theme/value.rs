//! Building template values without a detour through serialisation.

/// A template map: `map! { "url" => url, "count" => 3 }`.
macro_rules! map {
    ($($key:literal => $value:expr),* $(,)?) => {
        // A tree made at once from an array, because the engine builds its own map from whatever
        // it is given and hashes every key anew.
        tera::Value::from(std::collections::BTreeMap::<&'static str, tera::Value>::from([
            $(($key, tera::Value::from($value)),)*
        ]))
    };
}

pub(crate) use map;
