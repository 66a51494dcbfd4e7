//! What hands make: batik and pots.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH, step};
use crate::ink::{Ink, along, around, down, ink};
use crate::people::{Head, Person, Pose};
use crate::random::Random;

/// The batik pattern of rippling water and pandan leaves.
pub fn batik(c: &mut Canvas) {
    c.all(along((0.0, 0.0), (WIDTH, HEIGHT), &[ink(0x1b2f63), ink(0x16264f)]));
    let (gold, cream, soga) = (ink(0xd9a441), ink(0xf3e6c4), ink(0x9c5a2c));
    let (width, height) = (760.0, 640.0);
    for line in -1..4 {
        for column in -1..5 {
            let x = column as f32 * width + if line % 2 == 0 { 0.0 } else { width / 2.0 };
            let y = line as f32 * height * 0.75;
            c.placed(x, y, 2.4, 2.4, |c| ripple(c, cream, gold, soga));
        }
    }
    c.rect(0.0, HEIGHT - 120.0, WIDTH, 120.0, down(HEIGHT - 120.0, HEIGHT, &[soga, soga.dark(0.35)]));
    for y in [HEIGHT - 120.0, HEIGHT - 14.0] {
        c.rect(0.0, y, WIDTH, 7.0, gold);
    }
    for i in 0..13 {
        let x = i as f32 * 134.0 + 4.0;
        c.polygon(&[(x - 62.0, HEIGHT - 18.0), (x, HEIGHT - 108.0), (x + 62.0, HEIGHT - 18.0)], cream);
        c.polygon(&[(x - 44.0, HEIGHT - 18.0), (x, HEIGHT - 82.0), (x + 44.0, HEIGHT - 18.0)], ink(0x1b2f63));
        c.circle(x, HEIGHT - 38.0, 10.0, gold);
    }
    for i in 0..6 {
        let x = 120.0 + i as f32 * 290.0;
        let fold =
            [ink(0x000000).alpha(0.0), ink(0x050a20).alpha(0.2), ink(0xffffff).alpha(0.07), ink(0x000000).alpha(0.0)];
        c.rect(x - 120.0, 0.0, 240.0, HEIGHT, along((x - 120.0, 0.0), (x + 120.0, 0.0), &fold));
    }
    c.vignette(0.3);
}

fn ripple(c: &mut Canvas, cream: Ink, gold: Ink, soga: Ink) {
    for (i, r) in [106.0, 84.0, 62.0, 40.0].into_iter().enumerate() {
        let wave: Vec<Point> = (0..48)
            .map(|k| {
                let angle = step(k, 48);
                let far = r + (angle * 8.0).cos() * (7.0 - i as f32);
                (angle.cos() * far, angle.sin() * far)
            })
            .collect();
        let fill = [ink(0x24407f), soga, ink(0x1b2f63), gold][i];
        c.blob(&wave, cream);
        let inner: Vec<Point> = wave.iter().map(|p| (p.0 * (1.0 - 5.0 / r), p.1 * (1.0 - 5.0 / r))).collect();
        c.blob(&inner, fill);
    }
    c.circle(0.0, 0.0, 17.0, cream);
    c.circle(0.0, 0.0, 9.0, soga);
    for k in 0..16 {
        let angle = step(k, 16);
        c.circle(angle.cos() * 73.0, angle.sin() * 73.0, 3.6, cream);
        c.circle(angle.cos() * 124.0, angle.sin() * 124.0, 4.0, gold);
    }
    for side in [-1.0, 1.0] {
        for (lean, length) in [(0.0, 88.0), (34.0, 72.0), (62.0, 50.0)] {
            c.turned(side * lean, side * 160.0, 60.0, |c| {
                let x = side * 160.0;
                c.blob(
                    &[(x, 62.0), (x - 14.0, 62.0 - length * 0.5), (x, 62.0 - length), (x + 14.0, 62.0 - length * 0.5)],
                    cream,
                );
                c.blob(
                    &[(x, 57.0), (x - 9.0, 62.0 - length * 0.5), (x, 70.0 - length), (x + 9.0, 62.0 - length * 0.5)],
                    ink(0x3f7a6b),
                );
                c.line(&[(x, 56.0), (x, 74.0 - length)], 2.0, cream);
            });
        }
    }
}

/// Pots on the shelf before the burning kiln.
pub fn pottery(c: &mut Canvas) {
    let mut random = Random::new(72);
    c.all(down(0.0, HEIGHT, &[ink(0x4a2f2a), ink(0x7a4a35), ink(0x57352b)]));
    for line in 0..11 {
        for i in 0..16 {
            let x = i as f32 * 112.0 - (line % 2) as f32 * 56.0;
            c.rounded(
                x + 3.0,
                line as f32 * 70.0 + 3.0,
                106.0,
                64.0,
                5.0,
                ink(0xb06a48).alpha(random.range(0.1, 0.42)),
            );
        }
    }
    c.rect(0.0, 770.0, WIDTH, HEIGHT - 770.0, down(770.0, HEIGHT, &[ink(0x8a5a3c), ink(0x4f3226)]));
    c.blob(
        &[
            (1010.0, 800.0),
            (1030.0, 420.0),
            (1180.0, 220.0),
            (1320.0, 180.0),
            (1460.0, 220.0),
            (1600.0, 420.0),
            (1640.0, 800.0),
        ],
        along((1010.0, 0.0), (1640.0, 0.0), &[ink(0x8f4a34), ink(0xc06a48), ink(0x6f382a)]),
    );
    for line in 0..8 {
        for i in 0..7 {
            let (x, y) = (1070.0 + i as f32 * 76.0 + (line % 2) as f32 * 36.0, 300.0 + line as f32 * 58.0);
            c.rounded(x, y, 66.0, 46.0, 6.0, ink(0xe09068).alpha(random.range(0.08, 0.34)));
        }
    }
    c.rounded(1180.0, 480.0, 280.0, 330.0, 140.0, ink(0x2b1512));
    c.rounded(1205.0, 510.0, 230.0, 300.0, 115.0, down(510.0, 810.0, &[ink(0xd9432f), ink(0xff9f2f), ink(0xffe27a)]));
    for (x, h, flame) in
        [(1250.0, 190.0, 0xffb52f), (1320.0, 240.0, 0xffd34f), (1390.0, 180.0, 0xffb52f), (1320.0, 150.0, 0xfff3b0)]
    {
        c.blob(
            &[
                (x - 40.0, 800.0),
                (x - 30.0, 800.0 - h * 0.5),
                (x + 6.0, 800.0 - h),
                (x + 32.0, 800.0 - h * 0.45),
                (x + 40.0, 800.0),
            ],
            ink(flame),
        );
    }
    c.glow(1320.0, 680.0, 700.0, ink(0xffa24a), 0.5);
    let clay = [ink(0xc9693f), ink(0xb5563a), ink(0xd98a5a), ink(0xa84c34)];
    for (shelf, floor) in [300.0, 540.0, 780.0].into_iter().enumerate() {
        c.rect(40.0, floor, 900.0, 24.0, down(floor, floor + 24.0, &[ink(0xb98455), ink(0x7a5236)]));
        let mut x = 110.0;
        let mut kind = shelf;
        while x < 880.0 {
            let s = random.range(0.85, 1.12);
            pot(c, x, floor, s, random.pick(&clay), kind % 4);
            x += [150.0, 120.0, 170.0, 130.0][kind % 4] * s;
            kind += 1;
        }
    }
    for x in [40.0, 916.0] {
        c.rect(x, 120.0, 24.0, 800.0, ink(0x6a4531));
    }
    c.oval(700.0, 1000.0, 200.0, 26.0, ink(0x10162f).alpha(0.35));
    Person::new(ink(0x2f7f86), ink(0x5a3d57)).with(Head::Scarf(ink(0xf0c869))).draw(c, 960.0, 990.0, -470.0, Pose::Sit);
    c.rounded(925.0, 850.0, 80.0, 140.0, 10.0, ink(0x5b3a24));
    c.oval(800.0, 905.0, 110.0, 26.0, ink(0x6b4a3a));
    c.rect(786.0, 905.0, 28.0, 90.0, ink(0x4a3024));
    pot(c, 800.0, 900.0, 1.05, ink(0xb5694a), 0);
    c.vignette(0.35);
}

fn pot(c: &mut Canvas, x: f32, base: f32, s: f32, clay: Ink, kind: usize) {
    c.placed(x, base, s, s, |c| {
        let side = along((-60.0, 0.0), (60.0, 0.0), &[clay.dark(0.3), clay.light(0.2), clay, clay.dark(0.35)]);
        match kind {
            0 => {
                c.blob(
                    &[
                        (-22.0, 0.0),
                        (-58.0, -46.0),
                        (-50.0, -92.0),
                        (-20.0, -112.0),
                        (-18.0, -140.0),
                        (18.0, -140.0),
                        (20.0, -112.0),
                        (50.0, -92.0),
                        (58.0, -46.0),
                        (22.0, 0.0),
                    ],
                    side,
                );
                c.oval(0.0, -140.0, 24.0, 7.0, clay.dark(0.5));
                c.curve(&[(-54.0, -60.0), (0.0, -50.0), (54.0, -60.0)], 4.0, clay.dark(0.35));
            }
            1 => {
                c.polygon(&[(-30.0, 0.0), (-46.0, -84.0), (46.0, -84.0), (30.0, 0.0)], side);
                c.rounded(-52.0, -100.0, 104.0, 22.0, 8.0, clay.light(0.1));
                c.oval(0.0, -100.0, 46.0, 7.0, clay.dark(0.5));
            }
            2 => {
                c.blob(
                    &[
                        (-34.0, 0.0),
                        (-72.0, -60.0),
                        (-62.0, -124.0),
                        (-40.0, -146.0),
                        (40.0, -146.0),
                        (62.0, -124.0),
                        (72.0, -60.0),
                        (34.0, 0.0),
                    ],
                    side,
                );
                c.oval(0.0, -146.0, 44.0, 10.0, clay.dark(0.5));
                for i in 0..7 {
                    c.circle(-48.0 + i as f32 * 16.0, -104.0 + (i as f32 - 3.0).abs() * -2.0, 4.0, clay.light(0.5));
                }
            }
            _ => {
                c.blob(
                    &[
                        (-26.0, 0.0),
                        (-44.0, -40.0),
                        (-30.0, -84.0),
                        (-12.0, -104.0),
                        (-12.0, -132.0),
                        (12.0, -132.0),
                        (12.0, -104.0),
                        (30.0, -84.0),
                        (44.0, -40.0),
                        (26.0, 0.0),
                    ],
                    around(-14.0, -60.0, 80.0, &[clay.light(0.3), clay, clay.dark(0.3)]),
                );
                c.curve(&[(34.0, -70.0), (66.0, -84.0), (74.0, -108.0)], 11.0, clay.dark(0.1));
                c.oval(0.0, -132.0, 15.0, 5.0, clay.dark(0.5));
            }
        }
    });
}
