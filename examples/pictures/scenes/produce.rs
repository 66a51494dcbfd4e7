//! What the market sells, and what it leaves.

use crate::canvas::{Canvas, HEIGHT, WIDTH, step};
use crate::ink::{Ink, along, around, down, ink};
use crate::nature::shadow;
use crate::people::Pose;
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;

/// Baskets of vegetables from above.
pub fn vegetables(c: &mut Canvas) {
    let mut random = Random::new(53);
    c.all(along((0.0, 0.0), (WIDTH, HEIGHT), &[ink(0xb0784a), ink(0x8a5836)]));
    for i in 0..8 {
        c.rect(0.0, i as f32 * 140.0, WIDTH, 4.0, ink(0x5d3a24));
        for _ in 0..7 {
            let (x, y) = (random.range(-100.0, WIDTH), i as f32 * 140.0 + random.range(14.0, 128.0));
            c.curve(
                &[(x, y), (x + 90.0, y + random.range(-5.0, 5.0)), (x + random.range(160.0, 320.0), y)],
                2.5,
                ink(0x6d4529).alpha(0.45),
            );
        }
    }
    let spots = [
        (300.0, 290.0, 250.0),
        (830.0, 250.0, 220.0),
        (1330.0, 310.0, 260.0),
        (230.0, 830.0, 230.0),
        (760.0, 800.0, 270.0),
        (1290.0, 860.0, 230.0),
    ];
    for (kind, (x, y, r)) in spots.into_iter().enumerate() {
        c.circle(x + 16.0, y + 22.0, r, ink(0x10162f).alpha(0.3));
        c.circle(x, y, r, ink(0xc9965a));
        for i in 0..48 {
            let angle = step(i, 48);
            let (dx, dy) = (angle.cos(), angle.sin());
            let shade = if i % 2 == 0 { ink(0xe0b477) } else { ink(0xa8743f) };
            c.line(&[(x + dx * r * 0.88, y + dy * r * 0.88), (x + dx * r * 0.99, y + dy * r * 0.99)], 13.0, shade);
        }
        c.circle(x, y, r * 0.86, around(x, y, r * 0.86, &[ink(0x6d4529), ink(0x4a2d1c)]));
        for _ in 0..(if kind == 3 { 70 } else { 46 }) {
            let (angle, far) = (random.range(0.0, std::f32::consts::TAU), random.unit().sqrt() * r * 0.68);
            let (px, py) = (x + angle.cos() * far, y + angle.sin() * far);
            let s = r * 0.17;
            let turn = random.range(0.0, 360.0);
            c.turned(turn, px, py, |c| vegetable(c, kind, px, py, s, turn));
        }
    }
    for (x, y, turn) in [(560.0, 540.0, 20.0), (1060.0, 560.0, -50.0), (1040.0, 90.0, 100.0), (520.0, 1010.0, 70.0)] {
        c.turned(turn, x, y, |c| vegetable(c, 3, x, y, 44.0, turn));
    }
    c.vignette(0.3);
}

fn vegetable(c: &mut Canvas, kind: usize, x: f32, y: f32, s: f32, turn: f32) {
    let shine = |c: &mut Canvas| {
        c.turned(-turn, x, y, |c| c.oval(x - s * 0.35, y - s * 0.4, s * 0.28, s * 0.18, ink(0xffffff).alpha(0.5)));
    };
    match kind {
        0 => {
            c.circle(x, y, s * 1.05, ink(0xb8301f));
            c.circle(x, y, s * 0.95, ink(0xe2452f));
            for i in 0..5 {
                let angle = step(i, 5);
                c.line(&[(x, y), (x + angle.cos() * s * 0.45, y + angle.sin() * s * 0.45)], s * 0.14, ink(0x4f8a3f));
            }
            shine(c);
        }
        1 => {
            c.oval(x, y, s * 0.75, s * 1.7, ink(0x4a2560));
            c.oval(x - s * 0.1, y, s * 0.58, s * 1.5, ink(0x6f3a8a));
            c.oval(x - s * 0.25, y - s * 0.3, s * 0.12, s * 0.8, ink(0xffffff).alpha(0.35));
            c.blob(
                &[(x - s * 0.5, y - s * 1.3), (x, y - s * 1.9), (x + s * 0.5, y - s * 1.3), (x, y - s * 1.05)],
                ink(0x5f9a46),
            );
        }
        2 => {
            c.blob(
                &[
                    (x, y - s * 1.9),
                    (x + s * 1.05, y - s * 0.6),
                    (x + s * 0.7, y + s * 1.2),
                    (x, y + s * 1.7),
                    (x - s * 0.7, y + s * 1.2),
                    (x - s * 1.05, y - s * 0.6),
                ],
                ink(0x4c8f3f),
            );
            c.blob(
                &[
                    (x, y - s * 1.6),
                    (x + s * 0.75, y - s * 0.5),
                    (x + s * 0.45, y + s * 1.0),
                    (x, y + s * 1.4),
                    (x - s * 0.45, y + s * 1.0),
                    (x - s * 0.75, y - s * 0.5),
                ],
                ink(0x7cbb57),
            );
            c.line(&[(x, y + s * 1.5), (x, y - s * 1.2)], s * 0.16, ink(0xe4f2cf));
        }
        3 => {
            c.curve(&[(x - s * 1.3, y + s * 0.4), (x, y), (x + s * 1.3, y - s * 0.6)], s * 0.42, ink(0xc22a1f));
            c.curve(
                &[(x - s * 1.2, y + s * 0.3), (x, y - s * 0.1), (x + s * 1.2, y - s * 0.65)],
                s * 0.16,
                ink(0xf2695a),
            );
            c.line(&[(x - s * 1.3, y + s * 0.4), (x - s * 1.75, y + s * 0.75)], s * 0.18, ink(0x4f8a3f));
        }
        4 => {
            c.circle(x, y, s * 1.1, ink(0xd9731c));
            c.circle(x, y, s, ink(0xf5982f));
            c.circle(x, y, s * 0.14, ink(0x5f8a3f));
            shine(c);
        }
        _ => {
            c.circle(x, y, s * 1.25, ink(0x86a84f));
            for i in 0..6 {
                let angle = step(i, 6);
                c.oval(
                    x + angle.cos() * s * 0.55,
                    y + angle.sin() * s * 0.55,
                    s * 0.62,
                    s * 0.62,
                    ink(0xa9cb6d).light(i as f32 * 0.05),
                );
            }
            c.circle(x, y, s * 0.5, ink(0xdcecb0));
        }
    }
}

/// A sea of umbrellas from above.
pub fn umbrellas(c: &mut Canvas) {
    let mut random = Random::new(54);
    c.all(along((0.0, 0.0), (WIDTH, HEIGHT), &[ink(0xe3cda3), ink(0xc4a273)]));
    for _ in 0..220 {
        c.circle(
            random.range(0.0, WIDTH),
            random.range(0.0, HEIGHT),
            random.range(2.0, 7.0),
            ink(0x8d6a45).alpha(0.25),
        );
    }
    let colors = [
        ink(0xd9432f),
        ink(0xf2a02f),
        ink(0xf7cf46),
        ink(0x2f9c74),
        ink(0x2b7fc0),
        ink(0x7a4fa0),
        ink(0xe8628a),
        ink(0xf5efe0),
    ];
    for line in 0..5 {
        for column in 0..7 {
            let x = 60.0 + column as f32 * 255.0 + (line % 2) as f32 * 120.0 + random.range(-26.0, 26.0);
            let y = 80.0 + line as f32 * 235.0 + random.range(-22.0, 22.0);
            for _ in 0..3 {
                let (px, py) = (x + random.range(-150.0, 150.0), y + random.range(100.0, 140.0));
                c.oval(px + 7.0, py + 8.0, 19.0, 13.0, ink(0x10162f).alpha(0.3));
                c.oval(px, py, 20.0, 12.0, random.pick(&colors));
                c.circle(px, py - 2.0, 9.0, random.pick(&[ink(0x2b2024), ink(0x2b2024), ink(0xe2bd6b), ink(0xf0e2cf)]));
            }
            if random.one_in(9) {
                continue;
            }
            let (r, turn) = (random.range(98.0, 122.0), random.range(0.0, 45.0));
            let (one, two) = (random.pick(&colors), random.pick(&colors));
            c.circle(x + 24.0, y + 32.0, r * 0.98, ink(0x10162f).alpha(0.3));
            for i in 0..8 {
                let a = (turn + i as f32 * 45.0).to_radians();
                let b = (turn + (i + 1) as f32 * 45.0).to_radians();
                let middle = (a + b) / 2.0;
                let shade = if i % 2 == 0 { one } else { two };
                let light = (middle + 2.3).cos() * 0.5 + 0.5;
                c.polygon(
                    &[
                        (x, y),
                        (x + a.cos() * r, y + a.sin() * r),
                        (x + middle.cos() * r * 0.95, y + middle.sin() * r * 0.95),
                        (x + b.cos() * r, y + b.sin() * r),
                    ],
                    shade.dark(0.28 * (1.0 - light)).light(light * 0.12),
                );
            }
            c.circle(x, y, 7.0, ink(0xfdf6e6));
        }
    }
    c.vignette(0.3);
}

/// Bins for sorting in the vegetable aisle.
pub fn compost(c: &mut Canvas) {
    let mut random = Random::new(57);
    c.all(down(0.0, HEIGHT, &[ink(0xf3e3bf), ink(0xe0c596)]));
    c.rect(0.0, 0.0, WIDTH, 640.0, down(0.0, 640.0, &[ink(0xbfdcd2), ink(0xeef0d8)]));
    for line in 0..8 {
        for i in 0..17 {
            let x = i as f32 * 100.0 - (line % 2) as f32 * 50.0;
            c.rounded(x + 3.0, line as f32 * 80.0 + 3.0, 94.0, 74.0, 5.0, ink(0xffffff).alpha(random.range(0.08, 0.3)));
        }
    }
    c.rect(0.0, 636.0, WIDTH, HEIGHT - 636.0, down(636.0, HEIGHT, &[ink(0xc7a57a), ink(0x94714d)]));
    for i in 0..9 {
        c.line(
            &[(800.0 + (i as f32 - 4.0) * 160.0, 640.0), (800.0 + (i as f32 - 4.0) * 330.0, HEIGHT)],
            3.0,
            ink(0x6d5036).alpha(0.4),
        );
    }
    let bin = |c: &mut Canvas, x: f32, body: Ink, kind: usize| {
        c.oval(x + 10.0, 906.0, 170.0, 24.0, ink(0x10162f).alpha(0.25));
        c.polygon(
            &[(x - 150.0, 470.0), (x + 150.0, 470.0), (x + 120.0, 900.0), (x - 120.0, 900.0)],
            along((x - 150.0, 0.0), (x + 150.0, 0.0), &[body.dark(0.2), body.light(0.15), body.dark(0.25)]),
        );
        c.rounded(x - 168.0, 440.0, 336.0, 46.0, 18.0, body.light(0.12));
        c.circle(x, 680.0, 72.0, ink(0xfdfaf0));
        match kind {
            0 => {
                c.blob(
                    &[(x - 44.0, 700.0), (x - 20.0, 640.0), (x + 44.0, 632.0), (x + 36.0, 690.0), (x - 10.0, 722.0)],
                    body,
                );
                c.curve(&[(x - 44.0, 724.0), (x, 680.0), (x + 30.0, 648.0)], 6.0, ink(0xfdfaf0));
            }
            1 => {
                c.rounded(x - 20.0, 640.0, 40.0, 86.0, 14.0, body);
                c.rect(x - 9.0, 622.0, 18.0, 22.0, body);
                c.rect(x - 20.0, 670.0, 40.0, 22.0, ink(0xfdfaf0));
            }
            _ => {
                c.polygon(&[(x - 46.0, 664.0), (x, 644.0), (x + 46.0, 664.0), (x, 684.0)], body);
                c.polygon(&[(x - 46.0, 672.0), (x - 4.0, 691.0), (x - 4.0, 730.0), (x - 46.0, 710.0)], body);
                c.polygon(&[(x + 46.0, 672.0), (x + 4.0, 691.0), (x + 4.0, 730.0), (x + 46.0, 710.0)], body);
            }
        }
    };
    for _ in 0..16 {
        let x = 470.0 + random.range(-110.0, 110.0);
        c.blob(
            &[
                (x - 40.0, 450.0),
                (x - 20.0, random.range(360.0, 410.0)),
                (x + 30.0, random.range(350.0, 410.0)),
                (x + 44.0, 450.0),
            ],
            random.pick(&[ink(0x6fae4f), ink(0x8cc663), ink(0x4f8f3f), ink(0xb8d878)]),
        );
    }
    for i in 0..5 {
        let x = 740.0 + i as f32 * 54.0;
        c.rounded(x, 380.0, 34.0, 90.0, 12.0, ink(0xbfe3ec));
        c.rect(x + 10.0, 362.0, 14.0, 20.0, ink(0x2b7fc0));
    }
    for i in 0..3 {
        c.turned(-14.0 + i as f32 * 12.0, 1240.0, 450.0, |c| {
            c.rect(1130.0 + i as f32 * 66.0, 360.0, 90.0, 110.0, ink(0xc9965a).light(i as f32 * 0.1));
        });
    }
    bin(c, 470.0, ink(0x2f9c5e), 0);
    bin(c, 850.0, ink(0xe9ae2b), 1);
    bin(c, 1230.0, ink(0x2b7fc0), 2);
    for (x, y, s) in [(110.0, 930.0, 1.0), (1520.0, 920.0, 1.05)] {
        c.oval(x, y + 8.0, 170.0 * s, 26.0 * s, ink(0x10162f).alpha(0.25));
        for _ in 0..14 {
            let vx = x + random.range(-110.0, 110.0) * s;
            let vy = y - 190.0 * s + random.range(-50.0, 16.0);
            let leaf = random.pick(&[ink(0x6fae4f), ink(0x8cc663), ink(0xe2452f), ink(0x5a9a46), ink(0xf28c28)]);
            c.oval(vx, vy, 46.0 * s, 54.0 * s, leaf);
            c.oval(vx - 10.0, vy - 12.0, 22.0 * s, 26.0 * s, leaf.light(0.2));
        }
        c.polygon(
            &[(x - 160.0 * s, y - 170.0 * s), (x + 160.0 * s, y - 170.0 * s), (x + 120.0 * s, y), (x - 120.0 * s, y)],
            ink(0xc9965a),
        );
        for i in 0..5 {
            let t = i as f32 / 5.0;
            c.line(
                &[
                    (x - (158.0 - 38.0 * t) * s, y - (164.0 - 164.0 * t) * s),
                    (x + (158.0 - 38.0 * t) * s, y - (164.0 - 164.0 * t) * s),
                ],
                6.0,
                ink(0x9a6a38),
            );
        }
    }
    TOWNSPEOPLE[5].draw(c, 660.0, 1000.0, -520.0, Pose::Point);
    c.vignette(0.2);
}
/// A waste bank on the day of saving.
pub fn waste_bank(c: &mut Canvas) {
    let mut random = Random::new(46);
    c.all(down(0.0, HEIGHT, &[ink(0xf6e7c6), ink(0xecd3a2)]));
    c.rect(0.0, 0.0, WIDTH, 700.0, along((0.0, 0.0), (WIDTH, 0.0), &[ink(0xd9e7d3), ink(0xf3eed6), ink(0xd3e3d8)]));
    for i in 0..17 {
        c.rect(i as f32 * 100.0, 0.0, 5.0, 700.0, ink(0x6b8f7a).alpha(0.16));
    }
    c.rect(90.0, 120.0, 380.0, 300.0, ink(0x7a5236));
    c.rect(108.0, 138.0, 344.0, 264.0, down(138.0, 402.0, &[ink(0x9fd8ea), ink(0xd5eedd)]));
    c.land(&[(108.0, 350.0), (220.0, 300.0), (330.0, 340.0), (452.0, 310.0)], 402.0, ink(0x6bae6b));
    c.rect(275.0, 138.0, 10.0, 264.0, ink(0x7a5236));
    c.rect(0.0, 690.0, WIDTH, HEIGHT - 690.0, down(690.0, HEIGHT, &[ink(0xd1a06a), ink(0xa3703f)]));
    c.rect(0.0, 684.0, WIDTH, 14.0, ink(0x8d5c36));
    let bins = [ink(0x2f9c5e), ink(0xf2b22f), ink(0x2b7fc0), ink(0xd9523f)];
    c.rounded(1020.0, 250.0, 520.0, 24.0, 6.0, ink(0x8d5c36));
    c.rounded(1020.0, 470.0, 520.0, 24.0, 6.0, ink(0x8d5c36));
    for x in [1026.0, 1514.0] {
        c.rect(x, 170.0, 20.0, 530.0, ink(0x70482a));
    }
    for (i, bin) in bins.into_iter().enumerate() {
        let x = 1062.0 + i as f32 * 116.0;
        c.polygon(&[(x, 350.0), (x + 96.0, 350.0), (x + 84.0, 470.0), (x + 12.0, 470.0)], bin);
        c.rounded(x - 5.0, 340.0, 106.0, 18.0, 8.0, bin.light(0.2));
        for _ in 0..5 {
            let bx = x + random.range(12.0, 74.0);
            c.rounded(
                bx,
                300.0 - random.range(0.0, 12.0),
                17.0,
                46.0,
                7.0,
                ink(0xdff2f4).mix(bin, random.unit() * 0.5),
            );
            c.rect(bx + 5.0, 290.0, 7.0, 9.0, bin.dark(0.2));
        }
    }
    for (x, y, s) in [(1070.0, 700.0, 1.0), (1210.0, 706.0, 1.12), (1380.0, 700.0, 0.95)] {
        c.placed(x, y, s, s, |c| {
            c.blob(
                &[
                    (0.0, 0.0),
                    (-14.0, -90.0),
                    (30.0, -170.0),
                    (60.0, -182.0),
                    (96.0, -166.0),
                    (136.0, -90.0),
                    (124.0, 0.0),
                ],
                ink(0xf1e6cc),
            );
            c.curve(&[(36.0, -158.0), (60.0, -150.0), (88.0, -158.0)], 7.0, ink(0xb98455));
            c.line(&[(14.0, -60.0), (110.0, -60.0)], 9.0, ink(0x2f9c5e).alpha(0.8));
        });
    }
    c.line(&[(700.0, 0.0), (700.0, 190.0)], 12.0, ink(0x59626e));
    c.circle(700.0, 252.0, 84.0, ink(0x39445a));
    c.circle(700.0, 252.0, 70.0, ink(0xfdfaf0));
    for i in 0..12 {
        let angle = step(i, 12);
        c.line(
            &[
                (700.0 + angle.cos() * 54.0, 252.0 + angle.sin() * 54.0),
                (700.0 + angle.cos() * 64.0, 252.0 + angle.sin() * 64.0),
            ],
            4.0,
            ink(0x39445a),
        );
    }
    c.line(&[(700.0, 252.0), (736.0, 218.0)], 7.0, ink(0xd9523f));
    c.line(&[(700.0, 334.0), (700.0, 400.0)], 8.0, ink(0x59626e));
    c.blob(
        &[
            (700.0, 392.0),
            (640.0, 430.0),
            (590.0, 560.0),
            (610.0, 650.0),
            (700.0, 668.0),
            (790.0, 650.0),
            (810.0, 560.0),
            (760.0, 430.0),
        ],
        ink(0xcfe6ee).alpha(0.9),
    );
    for _ in 0..18 {
        let (x, y) = (random.range(620.0, 770.0), random.range(470.0, 610.0));
        c.turned(random.range(-60.0, 60.0), x, y, |c| {
            c.rounded(x - 13.0, y - 30.0, 26.0, 60.0, 9.0, ink(0x8fcbe0));
            c.rect(x - 6.0, y - 42.0, 12.0, 13.0, ink(0x2b7fc0));
        });
    }
    for (x, height, who, pose) in
        [(470.0, 470.0, 5, Pose::Point), (930.0, -470.0, 1, Pose::Hold), (240.0, 450.0, 6, Pose::Hold)]
    {
        shadow(c, x, 900.0, 110.0);
        TOWNSPEOPLE[who].draw(c, x, 900.0, height, pose);
    }
    c.rounded(310.0, 560.0, 70.0, 110.0, 8.0, ink(0x2f9c5e));
    c.rounded(806.0, 600.0, 26.0, 46.0, 5.0, ink(0x1d2a3a));
    c.vignette(0.2);
}
