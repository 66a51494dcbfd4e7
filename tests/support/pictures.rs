//! Picture files, made byte by byte or by encoders: one for each way in which a picture can be
//! stored. Nothing here is a photo of anything.
#![allow(dead_code, clippy::unwrap_used)]

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
use std::borrow::Cow;

/// Pixels of a picture that looks different from every side: reddish to the right, greenish
/// downwards, with a dark upper left corner and a bright lower left one.
pub fn scene(width: u32, height: u32) -> Vec<[u8; 3]> {
    let at = |x: u32, y: u32| {
        let (across, down) = (x * 200 / width.max(1), y * 200 / height.max(1));
        let corner = if x < width / 3 && y < height / 4 { 40 } else { 0 };
        let bright = if x < width / 5 && y >= height * 3 / 4 { 55 } else { 0 };
        let tone = |base: u32| (base + 30 + bright).saturating_sub(corner).min(255) as u8;
        [tone(across), tone(down), tone(120 - across / 2)]
    };
    (0..height).flat_map(|y| (0..width).map(move |x| at(x, y))).collect()
}

/// Pixels of one colour.
pub fn plain(width: u32, height: u32, colour: [u8; 3]) -> Vec<[u8; 3]> {
    vec![colour; (width * height) as usize]
}

/// How a JPEG is made.
#[derive(Clone, Copy, Debug)]
pub struct Jpeg<'a> {
    pub sampling: SamplingFactor,
    pub progressive: bool,
    /// Blocks between restart markers; 0 for none.
    pub restart: u16,
    pub icc: &'a [u8],
    /// EXIF's orientation; 0 for no EXIF.
    pub orientation: u16,
}

impl Default for Jpeg<'_> {
    fn default() -> Self {
        Jpeg { sampling: SamplingFactor::F_1_1, progressive: false, restart: 0, icc: &[], orientation: 0 }
    }
}

impl Jpeg<'_> {
    /// A JPEG of pixels.
    pub fn of(&self, pixels: &[[u8; 3]], width: u32, height: u32) -> Vec<u8> {
        self.encode(pixels.as_flattened(), width, height, ColorType::Rgb)
    }

    /// A JPEG of samples of a colour type.
    pub fn encode(&self, samples: &[u8], width: u32, height: u32, colour: ColorType) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 95);
        encoder.set_sampling_factor(self.sampling);
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.set_progressive(self.progressive);
        encoder.set_restart_interval(self.restart);
        if self.orientation > 0 {
            encoder.add_exif_metadata(&exif(self.orientation)).unwrap();
        }
        if !self.icc.is_empty() {
            encoder.add_icc_profile(self.icc).unwrap();
        }
        encoder.encode(samples, width as u16, height as u16, colour).unwrap();
        file
    }
}

/// An EXIF block with an orientation and nothing else.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend(orientation.to_be_bytes());
    block.extend([0; 6]);
    block
}

/// A JPEG without its application segments, and with others in their place: markers and bodies.
pub fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut file = jpeg[..2].to_vec();
    for (marker, body) in segments {
        file.extend([0xFF, *marker]);
        file.extend((body.len() as u16 + 2).to_be_bytes());
        file.extend(*body);
    }
    let mut at = 2;
    while matches!(jpeg[at + 1], 0xE0..=0xEF) {
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    file.extend(&jpeg[at..]);
    file
}

/// Adobe's segment, with its number for the colour transform.
pub fn adobe(transform: u8) -> [u8; 12] {
    let mut segment = *b"Adobe\0\x64\0\0\0\0\0";
    segment[11] = transform;
    segment
}

/// How a PNG is made: as the standard's tables have it, without compression.
#[derive(Clone, Copy, Debug)]
pub struct Png<'a> {
    pub width: u32,
    pub height: u32,
    /// Bits a sample.
    pub depth: u8,
    /// 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha.
    pub kind: u8,
    pub interlaced: bool,
    /// Chunks before the picture's data: names and bodies.
    pub chunks: &'a [(&'a [u8; 4], &'a [u8])],
}

impl Png<'_> {
    /// A PNG of samples, each as a number below two to the depth.
    pub fn of(&self, samples: &[u16]) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut header = [self.width.to_be_bytes(), self.height.to_be_bytes()].concat();
        header.extend([self.depth, self.kind, 0, 0, self.interlaced.into()]);
        chunk(&mut file, b"IHDR", &header);
        for (name, body) in self.chunks {
            chunk(&mut file, name, body);
        }
        chunk(&mut file, b"IDAT", &stored(&self.rows(samples)));
        chunk(&mut file, b"IEND", &[]);
        file
    }

    fn rows(&self, samples: &[u16]) -> Vec<u8> {
        let each = match self.kind {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };
        // The passes of Adam7: first column and row, and the distances to the next.
        let adam7: &[[u32; 4]] =
            &[[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
        let passes = if self.interlaced { adam7 } else { &[[0, 0, 1, 1]] };
        let mut data = Vec::new();
        for [left, top, across, down] in passes {
            let columns = || (*left..self.width).step_by(*across as usize);
            for y in (*top..self.height).step_by(*down as usize).filter(|_| columns().next().is_some()) {
                // No filter, then the samples, the first in the highest bits.
                let mut bits = vec![];
                for x in columns() {
                    let pixel = &samples[(y * self.width + x) as usize * each..][..each];
                    for sample in pixel {
                        bits.extend((0..self.depth).rev().map(|bit| (sample >> bit & 1) as u8));
                    }
                }
                data.push(0);
                data.extend(
                    bits.chunks(8)
                        .map(|eight| eight.iter().enumerate().fold(0, |byte, (place, bit)| byte | bit << (7 - place))),
                );
            }
        }
        data
    }
}

/// Adds a chunk to a PNG.
pub fn chunk(file: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    file.extend((body.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend(name);
    file.extend(body);
    let mut crc = !0u32;
    for byte in &file[start..] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    file.extend((!crc).to_be_bytes());
}

/// A zlib stream of bytes as they are (RFC 1950, RFC 1951, 3.2.4).
pub fn stored(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let blocks = data.chunks(65_535).count().max(1);
    for (n, block) in data.chunks(65_535).chain(data.is_empty().then_some(&[][..])).enumerate() {
        stream.push((n + 1 == blocks).into());
        stream.extend((block.len() as u16).to_le_bytes());
        stream.extend((!(block.len() as u16)).to_le_bytes());
        stream.extend(block);
    }
    let (a, b) = data.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

/// A WebP of pixels of three or four samples; with loss unless told otherwise.
pub fn webp(samples: &[u8], width: u32, height: u32, lossless: bool) -> Vec<u8> {
    let encoder = if samples.len() == (width * height * 4) as usize {
        webp::Encoder::from_rgba(samples, width, height)
    } else {
        webp::Encoder::from_rgb(samples, width, height)
    };
    encoder.encode_simple(lossless, 95.0).unwrap().to_vec()
}

/// A GIF of frames on a screen of 16 by 16: left and upper edge, width and height, and an index of
/// the palette of each pixel. The palette is transparent, red, green and blue.
pub fn gif(frames: &[(u16, u16, u16, u16, &[u8])]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = gif::Encoder::new(&mut file, 16, 16, &[0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]).unwrap();
    for (left, top, width, height, indices) in frames {
        let buffer = Cow::Borrowed(*indices);
        let (left, top, width, height) = (*left, *top, *width, *height);
        let frame = gif::Frame { left, top, width, height, transparent: Some(0), buffer, ..Default::default() };
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    file
}
