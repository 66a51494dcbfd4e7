//! What a camera writes around the pixels: EXIF with everything that nobody may publish, and the
//! colours that its sensor and software work in.

use std::io;

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
use moxcms::ColorProfile;

/// What a camera's own files have: between 90 and 97.
const QUALITY: u8 = 93;

/// A camera, or a phone.
#[derive(Clone, Copy)]
pub struct Camera {
    number: u64,
    /// Its pictures are in Display P3, as a phone's.
    vivid: bool,
    /// It knows where it is.
    located: bool,
    /// It was held upright: EXIF says that the pixels are to be turned.
    upright: bool,
}

impl Camera {
    /// The one that took a photo: every third is a phone, every second knows where it is.
    pub fn of(number: u64) -> Camera {
        Camera { number, vivid: number % 3 == 1, located: number.is_multiple_of(2), upright: number % 8 == 5 }
    }

    /// The file of a photo.
    pub fn photo(self, pixels: &[u8], width: u32, height: u32) -> io::Result<Vec<u8>> {
        let mut file = Vec::with_capacity(pixels.len() / 6);
        let mut encoder = Encoder::new(&mut file, QUALITY);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.add_exif_metadata(&self.exif()).map_err(io::Error::other)?;
        if self.vivid {
            encoder.add_icc_profile(&display_p3()?).map_err(io::Error::other)?;
        }
        let side = |length| u16::try_from(length).map_err(io::Error::other);
        encoder.encode(pixels, side(width)?, side(height)?, ColorType::Rgb).map_err(io::Error::other)?;
        Ok(file)
    }

    /// TIFF, the most significant byte first (EXIF 2.32, 4.6): three directories one after another.
    fn exif(self) -> Vec<u8> {
        let minute = self.number % 60;
        let taken = format!("2026:10:{:02} 09:{minute:02}:00\0", 1 + self.number % 28);
        let mut camera = Directory::new(8);
        camera.text(0x010F, "Kamera Contoh\0");
        camera.text(0x0110, if self.vivid { "Telepon 12\0" } else { "Lensa 24\0" });
        camera.short(0x0112, if self.upright { 6 } else { 1 });
        camera.text(0x013B, "Humas Kota Tirtaraja\0");
        camera.text(0x8298, "Pemerintah Kota Tirtaraja\0");
        let length = camera.length(if self.located { 2 } else { 1 });
        let mut picture = Directory::new(8 + length);
        picture.text(0x9003, &taken);
        picture.bytes(0x927C, 7, 2048, &[0xA5; 2048]);
        picture.text(0xA431, &format!("SN-{:08}\0", 40_000_000 + self.number));
        let place_at = 8 + length + picture.length(0);
        camera.long(0x8769, 8 + length);
        let mut block = b"MM\0*\0\0\0\x08".to_vec();
        if self.located {
            camera.long(0x8825, place_at);
        }
        block.extend(camera.done());
        block.extend(picture.done());
        if self.located {
            let mut place = Directory::new(place_at);
            let degrees = |degrees: u32, minutes: u32| {
                [degrees, 1, minutes, 1, self.number as u32 * 7, 10].map(u32::to_be_bytes).concat()
            };
            place.text(0x0001, "S\0");
            place.bytes(0x0002, 5, 3, &degrees(7, 48));
            place.text(0x0003, "E\0");
            place.bytes(0x0004, 5, 3, &degrees(110, 22));
            block.extend(place.done());
        }
        block
    }
}

/// A directory of tags, with the values that don't fit into it behind it.
struct Directory {
    at: usize,
    entries: Vec<(u16, u16, u32, Vec<u8>)>,
}

impl Directory {
    fn new(at: usize) -> Directory {
        Directory { at, entries: Vec::new() }
    }

    fn bytes(&mut self, tag: u16, kind: u16, count: u32, value: &[u8]) {
        self.entries.push((tag, kind, count, value.to_vec()));
    }

    fn text(&mut self, tag: u16, value: &str) {
        self.bytes(tag, 2, value.len() as u32, value.as_bytes());
    }

    fn short(&mut self, tag: u16, value: u16) {
        self.bytes(tag, 3, 1, &value.to_be_bytes());
    }

    fn long(&mut self, tag: u16, value: usize) {
        self.bytes(tag, 4, 1, &(value as u32).to_be_bytes());
    }

    /// How long it is, with so many further entries.
    fn length(&self, further: usize) -> usize {
        let behind = self.entries.iter().map(|entry| entry.3.len()).filter(|length| *length > 4);
        6 + 12 * (self.entries.len() + further) + behind.map(|length| length.next_multiple_of(2)).sum::<usize>()
    }

    fn done(mut self) -> Vec<u8> {
        self.entries.sort_by_key(|entry| entry.0);
        let mut fixed = (self.entries.len() as u16).to_be_bytes().to_vec();
        let mut behind = Vec::new();
        let start = self.at + 6 + 12 * self.entries.len();
        for (tag, kind, count, mut value) in self.entries {
            fixed.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
            fixed.extend(count.to_be_bytes());
            if value.len() > 4 {
                fixed.extend(((start + behind.len()) as u32).to_be_bytes());
                behind.append(&mut value);
                behind.resize(behind.len().next_multiple_of(2), 0);
            } else {
                value.resize(4, 0);
                fixed.append(&mut value);
            }
        }
        fixed.extend([0; 4]);
        fixed.append(&mut behind);
        fixed
    }
}

/// The profile, without the time of its making.
fn display_p3() -> io::Result<Vec<u8>> {
    let mut profile = ColorProfile::new_display_p3().encode().map_err(io::Error::other)?;
    if let Some(time) = profile.get_mut(24..36) {
        time.copy_from_slice(&[7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    }
    Ok(profile)
}
