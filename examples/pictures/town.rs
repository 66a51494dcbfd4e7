//! Houses, streets and the things that stand in them.

use crate::canvas::Canvas;
use crate::ink::{Ink, along, down, ink};
use crate::random::Random;

const LAMPLIGHT: Ink = ink(0xffd98a);

/// What the houses of a picture look like.
pub struct Town {
    /// The colours of the walls.
    pub walls: [Ink; 5],
    /// The colours of the roofs.
    pub roofs: [Ink; 4],
    /// Whether lamps burn behind the windows.
    pub lit: bool,
}

impl Town {
    /// The old town by day.
    pub const DAY: Town = Town {
        walls: [ink(0xf4e3c3), ink(0xeac9a0), ink(0xdfe3d2), ink(0xf0d0b8), ink(0xcfdde0)],
        roofs: [ink(0xb4553a), ink(0x9c4634), ink(0xc46a43), ink(0x7f4a3f)],
        lit: false,
    };
    /// The old town with its lamps burning.
    pub const LIT: Town = Town { lit: true, ..Town::DAY };

    /// The same town with its colours `t` of the way to another, as in the dusk or far away.
    pub fn in_shade(&self, shade: Ink, t: f32) -> Town {
        Town {
            walls: self.walls.map(|wall| wall.mix(shade, t)),
            roofs: self.roofs.map(|roof| roof.mix(shade, t * 0.85)),
            lit: self.lit,
        }
    }
}

/// A small house with a hipped roof; its windows shine when `lit`.
pub fn house(c: &mut Canvas, [x, base, w, h]: [f32; 4], wall: Ink, roof: Ink, lit: bool) {
    let top = base - h * 0.6;
    c.rect(x, top, w, h * 0.6, along((x, 0.0), (x + w, 0.0), &[wall.light(0.1), wall.dark(0.12)]));
    c.rect(x, top, w, h * 0.07, wall.dark(0.3));
    let eave = w * 0.1;
    c.polygon(
        &[(x - eave, top + 2.0), (x + w * 0.2, base - h), (x + w * 0.8, base - h), (x + w + eave, top + 2.0)],
        roof,
    );
    c.polygon(
        &[(x + w * 0.62, top + 2.0), (x + w * 0.72, base - h), (x + w * 0.8, base - h), (x + w + eave, top + 2.0)],
        roof.dark(0.2),
    );
    let pane = if lit { LAMPLIGHT } else { wall.dark(0.55) };
    let (ww, wh) = (w * 0.17, h * 0.2);
    for at in [0.12, 0.7] {
        c.rounded(x + w * at, top + h * 0.17, ww, wh, 3.0, pane);
        c.rect(x + w * at + ww * 0.46, top + h * 0.17, ww * 0.08, wh, wall);
    }
    c.rounded(x + w * 0.41, base - h * 0.4, w * 0.18, h * 0.4, 3.0, roof.dark(0.3));
}

/// A building of several floors with a flat roof.
fn block(c: &mut Canvas, random: &mut Random, [x, base, w, h]: [f32; 4], wall: Ink, lit: bool) {
    c.rect(x, base - h, w, h, along((x, 0.0), (x + w, 0.0), &[wall.light(0.12), wall.dark(0.1)]));
    c.rect(x - 4.0, base - h - 8.0, w + 8.0, 10.0, wall.dark(0.2));
    let (columns, rows) = (((w / 34.0) as usize).max(1), ((h / 44.0) as usize).max(1));
    for row in 0..rows {
        for column in 0..columns {
            let (cw, rh) = (w / columns as f32, h / rows as f32);
            let pane = if lit && !random.one_in(3) { LAMPLIGHT } else { wall.dark(0.38) };
            c.rect(x + cw * (column as f32 + 0.25), base - h + rh * (row as f32 + 0.28), cw * 0.5, rh * 0.48, pane);
        }
    }
}

/// A row of houses and low buildings from one side to the other.
pub fn row(c: &mut Canvas, random: &mut Random, (from, to): (f32, f32), base: f32, size: f32, town: &Town) {
    let mut x = from;
    while x < to {
        let w = size * random.range(0.75, 1.25);
        let wall = random.pick(&town.walls);
        if random.one_in(4) {
            let height = size * random.range(1.0, 1.7);
            block(c, random, [x, base, w * 0.8, height], wall, town.lit);
            x += w * 0.84;
        } else {
            let height = size * random.range(0.8, 1.1);
            house(c, [x, base, w, height], wall, random.pick(&town.roofs), town.lit);
            x += w * 1.12;
        }
    }
}

/// A street lamp, shining with `strength`.
pub fn lamp(c: &mut Canvas, x: f32, base: f32, h: f32, strength: f32) {
    let iron = ink(0x2c3345);
    c.line(&[(x, base), (x, base - h)], h * 0.022, iron);
    c.rounded(x - h * 0.035, base - h * 0.03, h * 0.07, h * 0.03, 3.0, iron);
    c.curve(&[(x, base - h * 0.92), (x + h * 0.05, base - h), (x + h * 0.12, base - h * 0.99)], h * 0.018, iron);
    if strength > 0.0 {
        c.glow(x + h * 0.13, base - h * 0.95, h * 0.45, ink(0xffdc8f), strength);
    }
    c.oval(x + h * 0.13, base - h * 0.965, h * 0.05, h * 0.028, ink(0xffe9b8));
}

/// A city bus seen from its side; it looks to the right, or to the left if `scale` is negative.
pub fn bus(c: &mut Canvas, x: f32, base: f32, scale: f32, body: Ink) {
    c.placed(x, base, scale, scale.abs(), |c| {
        let glass = ink(0x1d3346);
        c.oval(0.0, 2.0, 330.0, 16.0, ink(0x10162f).alpha(0.28));
        c.rounded(-310.0, -232.0, 620.0, 210.0, 34.0, down(-232.0, -20.0, &[body.light(0.18), body, body.dark(0.15)]));
        c.rect(-310.0, -92.0, 620.0, 12.0, ink(0xf6efe0));
        c.curve(
            &[(-305.0, -70.0), (-190.0, -52.0), (-60.0, -76.0), (90.0, -50.0), (300.0, -70.0)],
            9.0,
            body.light(0.5),
        );
        c.rounded(-292.0, -208.0, 440.0, 100.0, 16.0, glass);
        for i in 0..4 {
            let left = -286.0 + i as f32 * 110.0;
            c.polygon(
                &[(left + 14.0, -202.0), (left + 54.0, -202.0), (left + 22.0, -114.0), (left - 2.0, -114.0)],
                ink(0xffffff).alpha(0.13),
            );
            c.rect(left + 103.0, -208.0, 6.0, 100.0, body);
            c.circle(left + 58.0, -138.0, 15.0, ink(0x0e1c29));
            c.rounded(left + 36.0, -124.0, 44.0, 30.0, 12.0, ink(0x0e1c29));
        }
        c.rect(-292.0, -110.0, 440.0, 8.0, body);
        c.rounded(164.0, -208.0, 66.0, 180.0, 10.0, glass.light(0.12));
        c.rect(195.0, -208.0, 4.0, 180.0, body);
        c.rounded(242.0, -208.0, 64.0, 112.0, 16.0, glass);
        c.rounded(40.0, -228.0, 150.0, 16.0, 6.0, ink(0x14212c));
        for i in 0..7 {
            c.circle(58.0 + i as f32 * 18.0, -220.0, 3.6, ink(0xffc04d));
        }
        c.rounded(286.0, -66.0, 24.0, 18.0, 8.0, ink(0xffeab0));
        c.rounded(-310.0, -70.0, 12.0, 22.0, 5.0, ink(0xe2533f));
        c.rounded(-310.0, -34.0, 620.0, 14.0, 6.0, body.dark(0.5));
        for wheel in [-190.0, 120.0] {
            c.circle(wheel, -26.0, 44.0, body.dark(0.45));
            c.circle(wheel, -24.0, 36.0, ink(0x1a1d27));
            c.circle(wheel, -24.0, 18.0, ink(0xb9c0c8));
            c.circle(wheel, -24.0, 7.0, ink(0x59626e));
        }
    });
}

/// A bicycle whose wheels stand on `base`.
pub fn bicycle(c: &mut Canvas, x: f32, base: f32, scale: f32, frame: Ink) {
    c.placed(x, base, scale, scale.abs(), |c| {
        for wheel in [-24.0, 28.0] {
            c.ring(wheel, -17.0, 16.0, 3.0, ink(0x20232e));
            c.circle(wheel, -17.0, 2.6, frame);
        }
        c.line(&[(-24.0, -17.0), (-8.0, -42.0), (22.0, -42.0), (2.0, -17.0), (-24.0, -17.0)], 3.2, frame);
        c.line(&[(2.0, -17.0), (-9.0, -46.0)], 3.2, frame);
        c.line(&[(28.0, -17.0), (22.0, -54.0), (30.0, -56.0)], 3.2, frame);
        c.rounded(-17.0, -50.0, 17.0, 5.0, 2.5, ink(0x20232e));
    });
}

/// A market stall with a striped awning; what lies on its table is drawn by the caller.
pub fn stall(c: &mut Canvas, x: f32, base: f32, w: f32, h: f32, stripe: Ink) {
    let pole = ink(0x6a4b36);
    for at in [0.05, 0.95] {
        c.line(&[(x + w * at, base), (x + w * at, base - h)], w * 0.02, pole);
    }
    c.rect(
        x + w * 0.03,
        base - h * 0.36,
        w * 0.94,
        h * 0.36,
        down(base - h * 0.36, base, &[ink(0x9c6b45), ink(0x5b3b29)]),
    );
    c.rounded(x, base - h * 0.4, w, h * 0.06, 4.0, ink(0xb98455));
    let cream = ink(0xfbf1dc);
    let (top, hem, strips) = (base - h * 1.12, base - h * 0.84, 8);
    for i in 0..strips {
        let (a, b) = (i as f32 / strips as f32, (i + 1) as f32 / strips as f32);
        let shade = if i % 2 == 0 { stripe } else { cream };
        let (left, right) = (x - w * 0.08 + w * 1.16 * a, x - w * 0.08 + w * 1.16 * b);
        c.polygon(
            &[(x + w * 0.06 + w * 0.88 * a, top), (x + w * 0.06 + w * 0.88 * b, top), (right, hem), (left, hem)],
            shade,
        );
        c.circle((left + right) / 2.0, hem, (right - left) / 2.0, shade);
    }
    c.rect(x - w * 0.08, hem - 5.0, w * 1.16, 7.0, ink(0x10162f).alpha(0.12));
}

/// A heap of round fruit on a table at the height `base`.
pub fn heap(c: &mut Canvas, x: f32, base: f32, w: f32, fruit: Ink) {
    let r = w / 9.0;
    for (level, count) in [(0, 4), (1, 3), (2, 2), (3, 1)] {
        for i in 0..count {
            let fx = x + (i as f32 - (count - 1) as f32 / 2.0) * r * 2.1;
            let fy = base - r * 0.8 - level as f32 * r * 1.45;
            c.circle(fx, fy, r, fruit.dark(0.12));
            c.circle(fx - r * 0.15, fy - r * 0.15, r * 0.8, fruit);
            c.circle(fx - r * 0.3, fy - r * 0.35, r * 0.28, fruit.light(0.45));
        }
    }
}

/// A hanging paper lantern with its light.
pub fn lantern(c: &mut Canvas, x: f32, y: f32, r: f32, paper: Ink) {
    c.glow(x, y, r * 4.5, paper.light(0.3), 0.5);
    c.oval(x, y, r, r * 1.12, paper);
    c.oval(x, y, r * 0.55, r * 1.1, paper.light(0.4));
    for end in [-1.1, 1.0] {
        c.rounded(x - r * 0.4, y + end * r * 1.1 - r * 0.06, r * 0.8, r * 0.2, 2.0, ink(0x5a2a1c));
    }
}

/// A bench seen from the front.
pub fn bench(c: &mut Canvas, x: f32, base: f32, w: f32, wood: Ink) {
    for at in [0.1, 0.86] {
        c.rect(x + w * at, base - w * 0.2, w * 0.04, w * 0.2, ink(0x2c3345));
    }
    c.rounded(x, base - w * 0.22, w, w * 0.045, 4.0, wood);
    for level in [0.3, 0.38] {
        c.rounded(x, base - w * level, w, w * 0.04, 4.0, wood.dark(0.12));
    }
}
