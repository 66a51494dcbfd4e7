//! Sky, hills, water and trees.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH};
use crate::ink::{Ink, down, ink};
use crate::random::Random;

/// A sky whose colours follow each other from the top down to the height `bottom`.
pub fn sky(c: &mut Canvas, bottom: f32, inks: &[Ink]) {
    c.all(down(0.0, bottom, inks));
}

/// A sun or moon with its light around it.
pub fn sun(c: &mut Canvas, x: f32, y: f32, radius: f32, ink: Ink) {
    c.glow(x, y, radius * 6.0, ink, 0.6);
    c.circle(x, y, radius, ink.light(0.35));
}

/// The outline of a range of hills across the picture.
pub fn ridge(random: &mut Random, y: f32, rise: f32, steps: usize) -> Vec<Point> {
    let step = (WIDTH + 200.0) / steps as f32;
    let mut points = Vec::with_capacity(steps + 1);
    for i in 0..=steps {
        let swing = if i % 2 == 0 { random.range(0.35, 1.0) } else { random.range(-0.25, 0.45) };
        points.push((-100.0 + step * i as f32, y - rise * swing));
    }
    points
}

/// Hills that fade into mist at their foot.
pub fn hills(c: &mut Canvas, random: &mut Random, y: f32, rise: f32, steps: usize, ink: Ink, mist: Ink) {
    let points = ridge(random, y, rise, steps);
    c.land(&points, HEIGHT, down(y - rise, y + rise * 0.9, &[ink, ink.mix(mist, 0.25), mist]));
}

/// A cloud.
pub fn cloud(c: &mut Canvas, x: f32, y: f32, size: f32, ink: Ink) {
    let puffs = [
        (-0.95, 0.02, 0.62, 0.17),
        (0.95, 0.03, 0.7, 0.16),
        (-0.3, -0.14, 0.58, 0.34),
        (0.42, -0.08, 0.52, 0.26),
        (0.0, 0.06, 1.2, 0.14),
    ];
    c.ovals(&puffs.map(|(dx, dy, rx, ry)| (x + dx * size, y + dy * size, rx * size, ry * size)), ink);
}

/// Birds far away.
pub fn birds(c: &mut Canvas, random: &mut Random, x: f32, y: f32, count: usize, ink: Ink) {
    for _ in 0..count {
        let (bx, by, s) = (x + random.range(-140.0, 140.0), y + random.range(-50.0, 50.0), random.range(7.0, 15.0));
        c.curve(&[(bx - s * 1.6, by - s * 0.5), (bx - s * 0.6, by - s * 0.7), (bx, by)], 3.0, ink);
        c.curve(&[(bx, by), (bx + s * 0.6, by - s * 0.8), (bx + s * 1.6, by - s * 0.4)], 3.0, ink);
    }
}

/// Water from the height `top` down, with short lights on it that grow towards the viewer.
pub fn water(c: &mut Canvas, random: &mut Random, top: f32, inks: &[Ink], light: Ink) {
    c.rect(0.0, top, WIDTH, HEIGHT - top, down(top, HEIGHT, inks));
    ripples(c, random, top, HEIGHT, 70, light);
}

/// Short lights on water between two heights.
pub fn ripples(c: &mut Canvas, random: &mut Random, top: f32, bottom: f32, count: usize, light: Ink) {
    for _ in 0..count {
        let near = random.unit() * random.unit();
        let y = top + 6.0 + (bottom - top) * near;
        let (x, length) = (random.range(-40.0, WIDTH), random.range(25.0, 90.0) * (0.4 + near * 1.8));
        c.rounded(x, y, length, 2.0 + near * 5.0, 4.0, light.alpha(random.range(0.08, 0.4)));
    }
}

/// A broad-leaved tree.
pub fn tree(c: &mut Canvas, random: &mut Random, x: f32, base: f32, height: f32, leaf: Ink) {
    let trunk = ink(0x6b4a35).mix(leaf, 0.15);
    let h = height;
    let top = base - h * 0.55;
    c.polygon(&[(x - h * 0.05, base), (x - h * 0.02, top), (x + h * 0.025, top), (x + h * 0.055, base)], trunk);
    c.line(&[(x, base - h * 0.38), (x + h * 0.14, base - h * 0.58)], h * 0.025, trunk);
    c.line(&[(x, base - h * 0.34), (x - h * 0.13, base - h * 0.55)], h * 0.022, trunk);
    let spots: Vec<(f32, f32, f32)> = (0..9)
        .map(|i| {
            let around = i as f32 * 0.7;
            let (dx, dy) = (around.cos() * h * 0.2, around.sin() * h * 0.15);
            (x + dx + random.range(-0.03, 0.03) * h, base - h * 0.7 + dy, h * random.range(0.13, 0.2))
        })
        .collect();
    for &(sx, sy, r) in &spots {
        c.circle(sx + h * 0.02, sy + h * 0.035, r, leaf.dark(0.3));
    }
    for &(sx, sy, r) in &spots {
        c.circle(sx, sy, r * 0.92, leaf);
    }
    for &(sx, sy, r) in &spots {
        c.circle(sx - r * 0.25, sy - r * 0.35, r * 0.5, leaf.light(0.16));
    }
}

/// A row of trees far away, as one mass of leaves.
pub fn grove(c: &mut Canvas, random: &mut Random, from: f32, to: f32, base: f32, height: f32, leaf: Ink) {
    let mut x = from;
    while x < to {
        let r = height * random.range(0.45, 1.0);
        c.circle(x, base - r * 0.4, r, leaf.mix(leaf.light(0.12), random.unit()));
        x += r * random.range(0.5, 0.9);
    }
    c.rect(from, base - height * 0.4, to - from, height * 0.5, leaf);
}

/// A coconut palm that leans by `lean` of its height.
pub fn palm(c: &mut Canvas, random: &mut Random, x: f32, base: f32, height: f32, lean: f32, leaf: Ink) {
    let (tx, ty) = (x + height * lean, base - height);
    let trunk = ink(0x7a5a40).mix(leaf, 0.2);
    c.curve(&[(x, base), (x + height * lean * 0.25, base - height * 0.5), (tx, ty)], height * 0.035, trunk);
    for i in 0..9 {
        let angle = -2.9 + i as f32 * 0.34 + random.range(-0.08, 0.08);
        let length = height * random.range(0.3, 0.4);
        let (dx, dy) = (angle.cos() * length, angle.sin() * length * 0.7);
        let droop = length * 0.42;
        let shade = leaf.mix(leaf.dark(0.35), random.unit() * 0.8);
        c.blob(
            &[
                (tx, ty),
                (tx + dx * 0.5, ty + dy * 0.75 - 6.0),
                (tx + dx, ty + dy + droop),
                (tx + dx * 0.5, ty + dy * 0.45 + 12.0),
            ],
            shade,
        );
    }
}

/// Blades of grass and small flowers along the ground.
pub fn meadow(c: &mut Canvas, random: &mut Random, top: f32, count: usize, blade: Ink, flowers: &[Ink]) {
    for _ in 0..count {
        let near = random.unit();
        let (x, y) = (random.range(0.0, WIDTH), top + (HEIGHT - top) * near);
        let h = 8.0 + near * 26.0;
        let lean = random.range(-8.0, 8.0);
        c.curve(
            &[(x, y), (x + lean * 0.3, y - h * 0.6), (x + lean, y - h)],
            2.0 + near * 2.0,
            blade.mix(blade.light(0.25), random.unit()),
        );
        if !flowers.is_empty() && random.one_in(6) {
            c.circle(x + lean, y - h, 3.0 + near * 4.0, random.pick(flowers));
        }
    }
}

/// Slanting rain over the whole picture.
pub fn rain(c: &mut Canvas, random: &mut Random, count: usize, ink: Ink) {
    for _ in 0..count {
        let (x, y, near) = (random.range(-50.0, WIDTH + 100.0), random.range(-40.0, HEIGHT), random.unit());
        let length = 22.0 + near * 48.0;
        c.line(&[(x, y), (x - length * 0.28, y + length)], 1.2 + near * 1.6, ink.alpha(0.12 + near * 0.25));
    }
}

/// The shadow of something that stands on the ground.
pub fn shadow(c: &mut Canvas, x: f32, y: f32, rx: f32) {
    c.oval(x, y, rx, rx * 0.16, ink(0x10162f).alpha(0.22));
}
