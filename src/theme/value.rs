//! Building template values without a detour through serialisation.

/// A template map: `map! { "url" => url, "count" => 3 }`.
macro_rules! map {
    ($($key:literal => $value:expr),* $(,)?) => {{
        let mut map = tera::Map::with_capacity_and_hasher(
            [$($key),*].len(),
            Default::default(),
        );
        $(map.insert(tera::value::Key::from($key), tera::Value::from($value));)*
        tera::Value::from(map)
    }};
}

pub(crate) use map;
