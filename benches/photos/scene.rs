//! Pixels with the statistics of photographs, and nothing to be seen.
//!
//! "Dead leaves": shapes of all sizes that hide one another, many more small than large ones, each
//! with a colour and a roughness of its own. Their surfaces are noise that is as strong at every
//! scale; the light changes slowly across the picture; a lens softens it and a sensor adds noise.
//! What remains after a reduction has the same statistics again, as with photographs: an encoder
//! has as much to do.

/// The side of the square that surfaces are taken from; a power of two.
const TILE: usize = 1024;

/// How many shapes there are.
const SHAPES: usize = 350;

/// What a picture is made of.
pub struct Scene {
    width: usize,
    height: usize,
    number: u64,
    /// Noise of all scales, from -1 to 1 in the main.
    surface: Vec<f32>,
    shapes: Vec<Shape>,
}

struct Shape {
    round: bool,
    middle: [f32; 2],
    /// Half the length and half the width.
    reach: [f32; 2],
    /// Cosine and sine of the angle that it is turned by.
    angle: [f32; 2],
    colour: [f32; 3],
    /// How much of the surface is seen, and how large its grain is.
    rough: f32,
    grain: f32,
    /// Where on the surface it lies.
    offset: [f32; 2],
}

impl Scene {
    /// A scene of its own for every number.
    pub fn new(width: u32, height: u32, number: u64) -> Scene {
        let mut random = Random(number.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x5DEE_CE66);
        let surface = surface(&mut random);
        let (width, height) = (width as usize, height as usize);
        let shapes = (0..SHAPES).map(|n| Shape::new(&mut random, n, width as f32, height as f32)).collect();
        Scene { width, height, number, surface, shapes }
    }

    /// Red, green and blue of every pixel.
    pub fn pixels(&self) -> Vec<u8> {
        let mut sharp = self.painted();
        let soft = self.softened(&sharp);
        sharp.copy_from_slice(&soft);
        self.exposed(&mut sharp);
        sharp
    }

    /// Every shape, those further behind first.
    fn painted(&self) -> Vec<u8> {
        let mut nearest = vec![0u16; self.width * self.height];
        for (shape, number) in self.shapes.iter().zip(0u16..) {
            shape.cover(&mut nearest, self.width, number);
        }
        let side = self.width.min(self.height) as f32;
        let mut pixels = Vec::with_capacity(nearest.len() * 3);
        for (n, number) in nearest.into_iter().enumerate() {
            let (x, y) = ((n % self.width) as f32, (n / self.width) as f32);
            let shape = &self.shapes[usize::from(number)];
            // A tenth of the surface's side is the whole picture: light changes slowly.
            let light = 1.0 + 0.35 * self.smooth(x / side * 102.0, y / side * 102.0);
            let [u, v] = shape.offset;
            let surface = self.smooth(x * shape.grain + u, y * shape.grain + v);
            let light = light * (1.0 + shape.rough * surface);
            pixels.extend(shape.colour.map(|colour| (colour * light * 255.0).clamp(0.0, 255.0) as u8));
        }
        pixels
    }

    /// The surface between its points.
    fn smooth(&self, x: f32, y: f32) -> f32 {
        let (column, row) = (x as usize, y as usize);
        let (fx, fy) = (x - column as f32, y - row as f32);
        let at = |column: usize, row: usize| self.surface[(row % TILE) * TILE + column % TILE];
        let upper = at(column, row) + (at(column + 1, row) - at(column, row)) * fx;
        let lower = at(column, row + 1) + (at(column + 1, row + 1) - at(column, row + 1)) * fx;
        upper + (lower - upper) * fy
    }

    /// Each pixel with its neighbours, as a lens has it.
    fn softened(&self, sharp: &[u8]) -> Vec<u8> {
        let stride = self.width * 3;
        let mut soft = sharp.to_vec();
        for y in 1..self.height - 1 {
            let row = |y: usize| &sharp[y * stride..(y + 1) * stride];
            let (above, here, below) = (row(y - 1), row(y), row(y + 1));
            for (i, pixel) in soft[y * stride..(y + 1) * stride].iter_mut().enumerate().take(stride - 3).skip(3) {
                let three = |row: &[u8]| u32::from(row[i - 3]) + 2 * u32::from(row[i]) + u32::from(row[i + 3]);
                *pixel = ((three(above) + 2 * three(here) + three(below)) / 16) as u8;
            }
        }
        soft
    }

    /// A sensor's noise: the more light, the more of it, and most of it without colour.
    fn exposed(&self, pixels: &mut [u8]) {
        let mut random = Random(self.number ^ 0xA076_1D64_78BD_642F);
        for pixel in pixels.chunks_exact_mut(3) {
            let bits = random.next().to_le_bytes().map(f32::from);
            let grey = (bits[0] + bits[1] - 255.0) / 255.0;
            for (sample, own) in pixel.iter_mut().zip(&bits[2..]) {
                let light = f32::from(*sample);
                let noise = (grey + 0.4 * (own - 127.5) / 127.5) * (2.2 + light / 45.0);
                *sample = (light + noise).clamp(0.0, 255.0) as u8;
            }
        }
    }
}

impl Shape {
    fn new(random: &mut Random, number: usize, width: f32, height: f32) -> Shape {
        let side = width.min(height);
        // The number of shapes above a size falls with its square, as that of things does with
        // their distance. The first ones are the background.
        let (small, large) = (side / 90.0, side / 2.0);
        let share = (small / large) * (small / large);
        let size = if number < 30 { large } else { small / (share + (1.0 - share) * random.unit()).sqrt() };
        let slope = random.unit() * 2.0 - 1.0;
        let across = 1.0 / (1.0 + slope * slope).sqrt();
        let grey = 0.1 + 0.7 * random.unit();
        let vivid = 0.7 * random.unit() * random.unit();
        let rough = random.unit();
        Shape {
            round: random.unit() < 0.5,
            middle: [random.unit() * width, random.unit() * height],
            reach: [size, size * (0.3 + 0.7 * random.unit())],
            angle: [across, slope * across],
            colour: [(); 3].map(|()| (grey + (random.unit() - 0.5) * vivid).clamp(0.03, 0.97)),
            rough: 0.3 * rough * rough,
            grain: 0.4 + 0.8 * random.unit(),
            offset: [random.unit() * TILE as f32, random.unit() * TILE as f32],
        }
    }

    /// Marks the pixels that it hides.
    fn cover(&self, nearest: &mut [u16], width: usize, number: u16) {
        let [x, y] = self.middle;
        let reach = self.reach[0].max(self.reach[1]) * 1.5;
        let from = |middle: f32| (middle - reach).max(0.0) as usize;
        let to = |middle: f32| (middle + reach).max(0.0) as usize;
        for (row, pixels) in nearest.chunks_exact_mut(width).enumerate().take(to(y)).skip(from(y)) {
            let dy = row as f32 - y;
            for (column, pixel) in pixels.iter_mut().enumerate().take(to(x)).skip(from(x)) {
                let dx = column as f32 - x;
                let u = (dx * self.angle[0] + dy * self.angle[1]) / self.reach[0];
                let v = (dy * self.angle[0] - dx * self.angle[1]) / self.reach[1];
                if if self.round { u * u + v * v < 1.0 } else { u.abs().max(v.abs()) < 0.9 } {
                    *pixel = number;
                }
            }
        }
    }
}

/// Noise that is as strong at every scale, without a seam where the tile meets itself.
fn surface(random: &mut Random) -> Vec<f32> {
    let mut surface = vec![0.0f32; TILE * TILE];
    for octave in 0..9 {
        let points = 4usize << octave;
        let step = TILE / points;
        let values: Vec<f32> = (0..points * points).map(|_| random.unit() - 0.5).collect();
        for (n, height) in surface.iter_mut().enumerate() {
            let (x, y) = (n % TILE, n / TILE);
            let smooth = |at: usize| {
                let t = (at % step) as f32 / step as f32;
                t * t * (3.0 - 2.0 * t)
            };
            let at = |column: usize, row: usize| values[(row % points) * points + column % points];
            let (column, row) = (x / step, y / step);
            let upper = at(column, row) + (at(column + 1, row) - at(column, row)) * smooth(x);
            let lower = at(column, row + 1) + (at(column + 1, row + 1) - at(column, row + 1)) * smooth(x);
            *height += 0.8 * (upper + (lower - upper) * smooth(y));
        }
    }
    surface
}

/// A stream of numbers (SplitMix64), the same for ever.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to 1.
    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / 16_777_216.0
    }
}
