//! Pixels to files.

#[cfg(feature = "avif")]
mod avif;

use super::raster::{Layout, Raster};
use super::{Encoding, Quality, Unreadable};
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, QuantizationTableType, SamplingFactor};
use webp::{Encoder as WebP, WebPConfig};

/// What is to be kept: where lines and letters are, colours are not blurred against one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Of a camera: half the colours across and down, as the camera has them.
    Photo,
    /// Drawn, or of a screen.
    Drawing,
}

/// A picture in sRGB as a file.
///
/// # Errors
///
/// If the picture is larger than the format allows.
pub(super) fn encode(
    picture: &Raster,
    encoding: Encoding,
    quality: Quality,
    subject: Subject,
) -> Result<Vec<u8>, Unreadable> {
    match encoding {
        Encoding::Jpeg => jpeg(picture, quality.jpeg, subject),
        Encoding::WebP => webp(picture, quality.webp, subject),
        Encoding::Png => png(picture, png::Compression::High),
        #[cfg(feature = "avif")]
        Encoding::Avif => avif::encode(picture, quality.avif, subject),
        #[cfg(not(feature = "avif"))]
        Encoding::Avif => Err(Unreadable::Unsupported),
    }
}

/// Baseline, with Huffman tables made for the picture: smaller than progressive with this encoder,
/// and quicker to decode.
fn jpeg(picture: &Raster, quality: u8, subject: Subject) -> Result<Vec<u8>, Unreadable> {
    let flat;
    let samples = match picture.layout {
        Layout::Rgba => {
            flat = on_white(&picture.samples);
            &flat
        }
        _ => &picture.samples,
    };
    let side = |length: u32| u16::try_from(length).map_err(|_| Unreadable::Unsupported);
    let mut file = Vec::with_capacity(samples.len() / 8);
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, quality.clamp(1, 100));
    encoder.set_optimized_huffman_tables(true);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    // Tables that keep more of the colours: a tenth fewer bytes for what looks the same.
    encoder.set_quantization_tables(QuantizationTableType::ImageMagick, QuantizationTableType::ImageMagick);
    encoder.set_sampling_factor(match subject {
        Subject::Photo => SamplingFactor::F_2_2,
        Subject::Drawing => SamplingFactor::F_1_1,
    });
    let encoded = encoder.encode(samples, side(picture.size.width)?, side(picture.size.height)?, ColorType::Rgb);
    encoded.map(|()| file).map_err(|_| Unreadable::Unsupported)
}

fn webp(picture: &Raster, quality: u8, subject: Subject) -> Result<Vec<u8>, Unreadable> {
    let (width, height) = (picture.size.width, picture.size.height);
    let encoder = match picture.layout {
        Layout::Rgba => WebP::from_rgba(&picture.samples, width, height),
        _ => WebP::from_rgb(&picture.samples, width, height),
    };
    let mut config = WebPConfig::new().map_err(|()| Unreadable::Unsupported)?;
    config.quality = quality.clamp(1, 100).into();
    config.method = 4;
    config.use_sharp_yuv = (subject == Subject::Drawing).into();
    encoder.encode_advanced(&config).map(|file| file.to_vec()).map_err(|_| Unreadable::Unsupported)
}

pub(super) fn png(picture: &Raster, compression: png::Compression) -> Result<Vec<u8>, Unreadable> {
    let mut file = Vec::with_capacity(picture.samples.len() / 4);
    let mut encoder = png::Encoder::new(&mut file, picture.size.width, picture.size.height);
    encoder.set_color(if picture.layout == Layout::Rgba { png::ColorType::Rgba } else { png::ColorType::Rgb });
    encoder.set_compression(compression);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&picture.samples)?;
        writer.finish()
    });
    written.map(|()| file).map_err(|_| Unreadable::Unsupported)
}

/// What is seen through a picture that lies on white paper.
fn on_white(samples: &[u8]) -> Vec<u8> {
    let over = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    samples.as_chunks().0.iter().flat_map(|[r, g, b, alpha]| [*r, *g, *b].map(|colour| over(colour, *alpha))).collect()
}
