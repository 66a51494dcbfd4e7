//! The city's emblem as a small picture of pixels, for programs that show no drawings.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::error::Error;

/// Pixels to a side: the most that RSS takes.
const SIDE: u32 = 144;

/// A drawing as a square PNG.
pub fn png(svg: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let scale = SIDE as f32 / tree.size().width().max(tree.size().height());
    let mut pixels = Pixmap::new(SIDE, SIDE).ok_or("a picture needs an area")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let straight = pixels.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&straight.collect::<Vec<u8>>())?;
    writer.finish()?;
    Ok(bytes)
}
