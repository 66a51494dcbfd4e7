//! What a template of a drawing asks about its letters: how a text is broken into lines.

use super::map;
use crate::image::share::{self, Weight};
use tera::{Kwargs, TeraResult, Value};

/// The function `wrap(text=, width=, sizes=, lines=, weight=)`.
pub(super) fn wrap(kwargs: &Kwargs) -> TeraResult<Value> {
    let text = kwargs.must_get::<&str>("text")?;
    let width = kwargs.must_get::<f32>("width")?;
    let sizes = kwargs.must_get::<Vec<f32>>("sizes")?;
    let lines = kwargs.get::<usize>("lines")?.unwrap_or(1);
    let weight = kwargs.get::<f32>("weight")?.map_or(Weight::Regular, Weight::nearest);
    let wrapped = share::wrap(text, width, &sizes, lines, weight);
    Ok(map! {
        "size" => wrapped.size,
        "lines" => wrapped.lines,
        "width" => wrapped.width,
        "leading" => wrapped.leading,
        "rise" => wrapped.rise,
        "drop" => wrapped.drop,
        "rtl" => wrapped.leftward,
    })
}
