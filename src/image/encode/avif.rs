//! AVIF: a still picture of AV1 in boxes (AVIF 1.1), eight bits a sample, BT.601 in full range.
//!
//! One thread and one tile a picture, and no code chosen by the processor: pictures are made side by
//! side, and their bytes must be the same everywhere. Of the encoder's arithmetic one function is
//! not exact by its standard, an exponential of the quality, once a picture.

use super::super::Unreadable;
use super::super::raster::{Layout, Raster};
use super::Subject;
use avif_serialize::Aviffy;
use rav1e::prelude::{
    ChromaSampling, ColorDescription, ColorPrimaries, Config, Context, EncoderConfig, EncoderStatus,
    MatrixCoefficients, PixelRange, SceneDetectionSpeed, SpeedSettings, TransferCharacteristics, Tune,
};

/// How much finer steps of transparency are than those of colours: edges of cut-out pictures show
/// every fault.
const ALPHA_IS_FINER: usize = 3;

/// A picture in sRGB as AVIF; its transparency, if there is any, as a second picture.
pub(super) fn encode(picture: &Raster, quality: u8, subject: Subject) -> Result<Vec<u8>, Unreadable> {
    let (width, height) = (picture.size.width as usize, picture.size.height as usize);
    let pixels: Vec<[u8; 4]> = match picture.layout {
        Layout::Rgba => picture.samples.as_chunks().0.to_vec(),
        _ => picture.samples.as_chunks().0.iter().map(|[r, g, b]| [*r, *g, *b, 255]).collect(),
    };
    let alpha: Vec<u8> = pixels.iter().map(|pixel| pixel[3]).collect();
    let luma = pixels.iter().map(|pixel| luma(*pixel)).collect();
    let [blue, red] = [|pixel: &[u8; 4]| chroma(*pixel)[0], |pixel: &[u8; 4]| chroma(*pixel)[1]]
        .map(|of| pixels.iter().map(of).collect::<Vec<u8>>());
    let (sampling, planes) = match subject {
        Subject::Photo => (ChromaSampling::Cs420, [luma, halved(&blue, width), halved(&red, width)]),
        Subject::Drawing => (ChromaSampling::Cs444, [luma, blue, red]),
    };
    let quantizer = quantizer(quality);
    let colours = stream(&planes, width, height, sampling, quantizer)?;
    let alpha = match alpha.iter().all(|alpha| *alpha == 255) {
        true => None,
        false => Some(stream(&[alpha], width, height, ChromaSampling::Cs400, quantizer.div_ceil(ALPHA_IS_FINER))?),
    };
    let is_halved = sampling == ChromaSampling::Cs420;
    let mut boxes = Aviffy::new();
    boxes.set_width(picture.size.width).set_height(picture.size.height).set_bit_depth(8);
    boxes.set_chroma_subsampling((is_halved, is_halved)).set_seq_profile((!is_halved).into());
    let mut file = Vec::with_capacity(colours.len() + 1024);
    boxes.write_slice(&mut file, &colours, alpha.as_deref()).map_err(|_| Unreadable::Unsupported)?;
    Ok(file)
}

/// The encoder's step, from 1 to 255. At 60, photos look as they do as WebP at 78; `benches/README.md`
/// has the figures.
fn quantizer(quality: u8) -> usize {
    let loss = usize::from(100 - quality.clamp(1, 100));
    (loss * 255 / 87).clamp(1, 255)
}

/// Planes as a stream of AV1.
fn stream(
    planes: &[Vec<u8>],
    width: usize,
    height: usize,
    chroma_sampling: ChromaSampling,
    quantizer: usize,
) -> Result<Vec<u8>, Unreadable> {
    let color_description = Some(ColorDescription {
        color_primaries: ColorPrimaries::BT709,
        transfer_characteristics: TransferCharacteristics::SRGB,
        matrix_coefficients: MatrixCoefficients::BT601,
    });
    let settings = EncoderConfig {
        width,
        height,
        chroma_sampling,
        pixel_range: PixelRange::Full,
        color_description: color_description.filter(|_| planes.len() > 1),
        still_picture: true,
        quantizer,
        min_quantizer: quantizer as u8,
        // The eye's measure takes half as long again, and gains three bytes in a hundred.
        tune: Tune::Psnr,
        tiles: 1,
        speed_settings: speed(),
        ..EncoderConfig::default()
    };
    let config = Config::new().with_encoder_config(settings).with_threads(1);
    let mut encoder: Context<u8> = config.new_context().map_err(|_| Unreadable::Unsupported)?;
    let mut frame = encoder.new_frame();
    for (n, (plane, samples)) in frame.planes.iter_mut().zip(planes).enumerate() {
        let is_halved = n > 0 && chroma_sampling == ChromaSampling::Cs420;
        plane.copy_from_raw_u8(samples, if is_halved { width.div_ceil(2) } else { width }, 1);
    }
    encoder.send_frame(frame).map_err(|_| Unreadable::Unsupported)?;
    encoder.flush();
    let mut stream = Vec::new();
    loop {
        match encoder.receive_packet() {
            Ok(packet) => stream.extend(packet.data),
            Err(EncoderStatus::Encoded) => {}
            Err(EncoderStatus::LimitReached) => return Ok(stream),
            Err(_) => return Err(Unreadable::Unsupported),
        }
    }
}

/// What the encoder tries: with more, twice the time for eight bytes in a hundred.
fn speed() -> SpeedSettings {
    let mut speed = SpeedSettings::from_preset(10);
    // There is one frame: nothing moves, and no other scene comes.
    speed.scene_detection_mode = SceneDetectionSpeed::None;
    speed.rdo_lookahead_frames = 1;
    speed
}

/// Luma (ITU-R BT.601, 2.5.1), in steps of 1/65536.
fn luma([r, g, b, _]: [u8; 4]) -> u8 {
    ((19_595 * u32::from(r) + 38_470 * u32::from(g) + 7_471 * u32::from(b) + 32_768) >> 16) as u8
}

/// Blue and red without luma (ITU-R BT.601, 2.5.2), around 128.
fn chroma([r, g, b, _]: [u8; 4]) -> [u8; 2] {
    let [r, g, b] = [r, g, b].map(i32::from);
    let around = |sum: i32| ((sum + (128 << 16) + 32_768) >> 16).clamp(0, 255) as u8;
    [around(-11_059 * r - 21_709 * g + 32_768 * b), around(32_768 * r - 27_439 * g - 5_329 * b)]
}

/// Half the samples across and down: the mean of four, or of two at an odd edge.
fn halved(plane: &[u8], width: usize) -> Vec<u8> {
    let rows: Vec<&[u8]> = plane.chunks_exact(width).collect();
    let mut halved = Vec::with_capacity(plane.len() / 4 + rows.len() + width);
    for two in rows.chunks(2) {
        let (upper, lower) = (two[0], two[two.len() - 1]);
        let pairs = upper.chunks(2).zip(lower.chunks(2));
        halved.extend(pairs.map(|(upper, lower)| {
            let ends = [upper[0], upper[upper.len() - 1], lower[0], lower[lower.len() - 1]];
            ((ends.into_iter().map(u32::from).sum::<u32>() + 2) / 4) as u8
        }));
    }
    halved
}
