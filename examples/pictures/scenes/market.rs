//! The market, from before dawn until night.

use crate::canvas::{Canvas, HEIGHT, WIDTH, step};
use crate::ink::{Ink, along, down, ink};
use crate::nature::{birds, cloud, hills, shadow, sky, sun};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;
use crate::town::{heap, lantern, stall};

/// The colours of fruit.
pub const FRUIT: [Ink; 7] =
    [ink(0xe2452f), ink(0xf28c28), ink(0xf7c531), ink(0x6aa84f), ink(0x8a4f9e), ink(0xd9635b), ink(0x9cc13f)];

/// The new market hall.
pub fn hall(c: &mut Canvas) {
    let mut random = Random::new(51);
    sky(c, 640.0, &[ink(0x5aaed2), ink(0xb4dfe6), ink(0xfdeecb)]);
    cloud(c, 240.0, 180.0, 110.0, ink(0xf4fbfa));
    cloud(c, 1400.0, 130.0, 120.0, ink(0xf4fbfa));
    hills(c, &mut random, 560.0, 150.0, 6, ink(0x7db0a2), ink(0xd5e4cb));
    let roof = |c: &mut Canvas, y: f32, half: f32, rise: f32, neck: f32| {
        c.polygon(
            &[(800.0 - half, y), (800.0 - neck, y - rise), (800.0 + neck, y - rise), (800.0 + half, y)],
            down(y - rise, y, &[ink(0xc9623f), ink(0x99432f)]),
        );
        for i in 1..14 {
            let t = i as f32 / 14.0 * 2.0 - 1.0;
            c.line(&[(800.0 + neck * t, y - rise + 6.0), (800.0 + half * t, y - 4.0)], 2.0, ink(0x7a3325).alpha(0.5));
        }
        c.rounded(800.0 - half - 8.0, y - 6.0, half * 2.0 + 16.0, 16.0, 6.0, ink(0x7a3325));
    };
    let wall = along((180.0, 0.0), (1420.0, 0.0), &[ink(0xf7e8c9), ink(0xfff6e0), ink(0xe3cda3)]);
    c.rect(180.0, 470.0, 1240.0, 320.0, wall.clone());
    for floor in 0..2 {
        for i in 0..12 {
            let (x, y) = (206.0 + i as f32 * 101.0, 490.0 + floor as f32 * 160.0);
            c.rounded(x, y, 78.0, 120.0, 39.0, ink(0x5d4334));
            c.rect(x, y + 60.0, 78.0, 62.0, ink(0x5d4334));
            c.rect(x + 8.0, y + 66.0, 62.0, 54.0, if (i + floor) % 3 == 0 { ink(0xffd98a) } else { ink(0x8d6a4a) });
            if floor == 1 {
                c.rect(x + 12.0, y + 90.0, 54.0, 30.0, FRUIT[(i * 3) % 7]);
            }
        }
        c.rect(180.0, 620.0 + floor as f32 * 166.0, 1240.0, 12.0, ink(0xb98c5f));
    }
    roof(c, 480.0, 700.0, 110.0, 420.0);
    c.rect(470.0, 320.0, 660.0, 56.0, wall.clone());
    for i in 0..11 {
        c.rect(488.0 + i as f32 * 58.0, 334.0, 40.0, 32.0, ink(0x8d6a4a));
    }
    roof(c, 326.0, 440.0, 100.0, 210.0);
    c.rect(650.0, 196.0, 300.0, 36.0, wall);
    roof(c, 200.0, 240.0, 90.0, 40.0);
    c.line(&[(800.0, 110.0), (800.0, 60.0)], 8.0, ink(0x7a3325));
    c.circle(800.0, 56.0, 11.0, ink(0xe9b44a));
    c.rounded(600.0, 640.0, 400.0, 150.0, 10.0, ink(0x44301f));
    c.rounded(620.0, 576.0, 360.0, 60.0, 10.0, ink(0x1f7f78));
    for (i, w) in [58.0, 34.0, 76.0, 48.0, 62.0].into_iter().enumerate() {
        c.rounded(650.0 + i as f32 * 62.0 - (w - 48.0) / 4.0, 600.0, w * 0.7, 14.0, 7.0, ink(0xfdf3d9));
    }
    c.rect(0.0, 786.0, WIDTH, HEIGHT - 786.0, down(786.0, HEIGHT, &[ink(0xe7d0a4), ink(0xbf9a68)]));
    for i in 0..12 {
        c.line(
            &[(800.0 + (i as f32 - 5.5) * 90.0, 790.0), (800.0 + (i as f32 - 5.5) * 260.0, HEIGHT)],
            2.0,
            ink(0x8d6a45).alpha(0.35),
        );
    }
    for (x, w, stripe) in
        [(40.0, 300.0, 0xd9523f), (1270.0, 300.0, 0x2b7fc0), (380.0, 210.0, 0xf0a32f), (1030.0, 210.0, 0x2f9c5e)]
    {
        let base = if w > 250.0 { 960.0 } else { 880.0 };
        stall(c, x, base, w, w * 0.72, ink(stripe));
        for i in 0..4 {
            heap(c, x + w * (0.16 + i as f32 * 0.23), base - w * 0.285, w * 0.19, FRUIT[(i + stripe as usize) % 7]);
        }
    }
    for (x, y, height, who, pose) in [
        (640.0, 880.0, 200.0_f32, 1, Pose::Walk),
        (720.0, 900.0, 215.0, 3, Pose::Walk),
        (950.0, 890.0, -205.0, 5, Pose::Walk),
        (360.0, 1000.0, -270.0, 4, Pose::Hold),
        (830.0, 1010.0, 290.0, 6, Pose::Walk),
        (1220.0, 1000.0, 275.0, 2, Pose::Point),
        (560.0, 1020.0, 300.0, 0, Pose::Walk),
    ] {
        shadow(c, x, y, height.abs() * 0.28);
        TOWNSPEOPLE[who].draw(c, x, y, height, pose);
    }
    c.vignette(0.16);
}

/// The fruit aisle before five in the morning.
pub fn stalls(c: &mut Canvas) {
    let mut random = Random::new(52);
    c.all(down(0.0, HEIGHT, &[ink(0x2a2346), ink(0x5b3a5e), ink(0xa8624f)]));
    for i in 0..9 {
        let x = i as f32 * 200.0;
        c.polygon(
            &[(x, 0.0), (x + 26.0, 0.0), (800.0 + (x - 800.0) * 0.2 + 4.0, 420.0), (800.0 + (x - 800.0) * 0.2, 420.0)],
            ink(0x1d1836),
        );
    }
    c.rect(620.0, 330.0, 360.0, 300.0, down(330.0, 630.0, &[ink(0xf7c27a), ink(0xe58a5b)]));
    c.glow(800.0, 440.0, 520.0, ink(0xffcf8a), 0.5);
    c.polygon(
        &[(620.0, 620.0), (980.0, 620.0), (2600.0, HEIGHT), (-1000.0, HEIGHT)],
        down(620.0, HEIGHT, &[ink(0xd9905e), ink(0x7a4a48), ink(0x3f2d44)]),
    );
    for (x, height, head) in
        [(740.0, 150.0, Head::Straw), (810.0, 160.0, Head::Short), (880.0, 140.0, Head::Scarf(ink(0x4a2d4a)))]
    {
        Person::shade(ink(0x4a2d4a), head).draw(c, x, 660.0, height, Pose::Walk);
    }
    let aisle = [(430.0, 700.0, 250.0, 0x2f9c5e), (250.0, 800.0, 360.0, 0xf0a32f), (-70.0, 960.0, 520.0, 0xd9523f)];
    for (x, base, w, stripe) in aisle {
        for right in [false, true] {
            let left = if right { WIDTH - x - w } else { x };
            let shade = if right { ink(stripe).mix(ink(0x2b7fc0), 0.85) } else { ink(stripe) };
            stall(c, left, base, w, w * 0.86, shade);
            let seller = random.pick(&TOWNSPEOPLE);
            let sx = left + w * if right { 0.3 } else { 0.7 };
            c.glow(left + w / 2.0, base - w * 0.66, w * 0.75, ink(0xffdf9a), 0.45);
            seller.draw(c, sx, base - w * 0.04, w * 0.74 * if right { -1.0 } else { 1.0 }, Pose::Hold);
            c.rect(
                left + w * 0.03,
                base - w * 0.3,
                w * 0.94,
                w * 0.3,
                down(base - w * 0.3, base, &[ink(0x8d5c3c), ink(0x4a2f2a)]),
            );
            c.rounded(left, base - w * 0.335, w, w * 0.05, 4.0, ink(0xb98455));
            for i in 0..5 {
                heap(c, left + w * (0.12 + i as f32 * 0.19), base - w * 0.33, w * 0.17, random.pick(&FRUIT));
            }
            c.circle(left + w / 2.0, base - w * 0.7, w * 0.03, ink(0xfff2cc));
        }
    }
    TOWNSPEOPLE[1].draw(c, 640.0, 960.0, -360.0, Pose::Hold);
    TOWNSPEOPLE[3].draw(c, 980.0, 900.0, 320.0, Pose::Walk);
    c.blob(&[(520.0, 770.0), (600.0, 764.0), (590.0, 830.0), (532.0, 830.0)], ink(0xd7a35f));
    c.vignette(0.35);
}

/// Porters against the dawn.
pub fn porters(c: &mut Canvas) {
    let mut random = Random::new(55);
    sky(c, 800.0, &[ink(0x33346b), ink(0xa84f6e), ink(0xf58a4f), ink(0xffd88a)]);
    sun(c, 880.0, 660.0, 130.0, ink(0xffe6a3));
    for (x, y, s) in [(300.0, 230.0, 130.0), (1300.0, 320.0, 150.0), (760.0, 160.0, 90.0)] {
        cloud(c, x, y, s, ink(0xe0736a).alpha(0.55));
    }
    hills(c, &mut random, 700.0, 90.0, 7, ink(0x8a4a6b), ink(0xd9765f));
    let dark = ink(0x221836);
    c.rect(0.0, 800.0, WIDTH, HEIGHT - 800.0, down(800.0, HEIGHT, &[ink(0x3a2547), dark]));
    for (x, w) in [(0.0, 90.0), (1500.0, 120.0)] {
        c.rect(x, 240.0, w, 580.0, dark);
    }
    c.polygon(&[(-20.0, 250.0), (-20.0, 160.0), (240.0, 250.0)], dark);
    c.polygon(&[(1620.0, 250.0), (1620.0, 150.0), (1330.0, 250.0)], dark);
    c.rect(0.0, 240.0, 230.0, 22.0, dark);
    c.rect(1340.0, 240.0, 280.0, 22.0, dark);
    for (x, height) in [(480.0, 480.0_f32), (1010.0, 510.0)] {
        let s = height / 100.0;
        Person::shade(dark, Head::Straw).draw(c, x, 850.0, height, Pose::Stoop);
        c.turned(-22.0, x - 4.0 * s, 850.0 - 84.0 * s, |c| {
            c.rounded(x - 30.0 * s, 850.0 - 104.0 * s, 54.0 * s, 28.0 * s, 11.0 * s, dark);
            c.line(&[(x - 18.0 * s, 850.0 - 103.0 * s), (x - 18.0 * s, 850.0 - 78.0 * s)], 4.0, ink(0x7a3f55));
            c.line(&[(x + 12.0 * s, 850.0 - 103.0 * s), (x + 12.0 * s, 850.0 - 78.0 * s)], 4.0, ink(0x7a3f55));
        });
        c.oval(x, 856.0, 120.0, 14.0, ink(0x120c22).alpha(0.6));
    }
    c.ring(1370.0, 790.0, 62.0, 9.0, dark);
    for i in 0..6 {
        let angle = step(i, 12);
        c.line(
            &[
                (1370.0 - angle.cos() * 60.0, 790.0 - angle.sin() * 60.0),
                (1370.0 + angle.cos() * 60.0, 790.0 + angle.sin() * 60.0),
            ],
            4.0,
            dark,
        );
    }
    c.polygon(&[(1180.0, 700.0), (1540.0, 690.0), (1500.0, 760.0), (1230.0, 770.0)], dark);
    c.line(&[(1190.0, 710.0), (1110.0, 660.0)], 10.0, dark);
    c.line(&[(1240.0, 765.0), (1240.0, 850.0)], 9.0, dark);
    for i in 0..4 {
        c.blob(
            &[
                (1220.0 + i as f32 * 72.0, 700.0),
                (1232.0 + i as f32 * 72.0, 640.0),
                (1280.0 + i as f32 * 72.0, 640.0),
                (1296.0 + i as f32 * 72.0, 700.0),
            ],
            dark,
        );
    }
    birds(c, &mut random, 640.0, 330.0, 7, ink(0x33244d));
    c.vignette(0.35);
}

/// The night market without plastic.
pub fn night(c: &mut Canvas) {
    let mut random = Random::new(56);
    sky(c, 700.0, &[ink(0x121a3f), ink(0x28305f), ink(0x5b4670)]);
    for _ in 0..70 {
        c.circle(
            random.range(0.0, WIDTH),
            random.range(0.0, 330.0),
            random.range(1.0, 2.6),
            ink(0xffffff).alpha(random.range(0.3, 0.9)),
        );
    }
    c.circle(1330.0, 140.0, 52.0, ink(0xfdf0c8));
    c.circle(1308.0, 128.0, 48.0, ink(0x182148));
    hills(c, &mut random, 560.0, 120.0, 6, ink(0x1f2752), ink(0x3d3763));
    c.rect(0.0, 640.0, WIDTH, HEIGHT - 640.0, down(640.0, HEIGHT, &[ink(0x8a5a4f), ink(0x4a3350), ink(0x221d3d)]));
    c.glow(800.0, 620.0, 900.0, ink(0xffb765), 0.35);
    for (i, stripe) in [0xd9523f, 0xf0a32f, 0x2f9c74, 0x7a4fa0, 0x2b7fc0].into_iter().enumerate() {
        let x = 10.0 + i as f32 * 322.0;
        stall(c, x, 760.0, 280.0, 240.0, ink(stripe));
        c.glow(x + 140.0, 590.0, 260.0, ink(0xffd08a), 0.55);
        random.pick(&TOWNSPEOPLE).draw(c, x + 140.0, 740.0, 200.0, Pose::Hold);
        c.rect(x + 8.0, 674.0, 264.0, 86.0, down(674.0, 760.0, &[ink(0x9c6540), ink(0x4a2f2a)]));
        c.rounded(x, 662.0, 280.0, 14.0, 4.0, ink(0xc08a5a));
        for k in 0..4 {
            let bx = x + 42.0 + k as f32 * 66.0;
            c.blob(&[(bx - 24.0, 640.0), (bx + 24.0, 640.0), (bx + 14.0, 662.0), (bx - 14.0, 662.0)], ink(0xf7efe0));
            c.oval(bx, 640.0, 24.0, 6.0, random.pick(&FRUIT));
            c.curve(
                &[(bx, 630.0), (bx + 6.0, 612.0), (bx - 4.0, 596.0), (bx + 4.0, 578.0)],
                4.0,
                ink(0xffffff).alpha(0.3),
            );
        }
    }
    for (from, to, sag, y) in [(-40.0, 560.0, 70.0, 250.0), (540.0, 1090.0, 80.0, 230.0), (1080.0, 1660.0, 70.0, 260.0)]
    {
        let at = |t: f32| (from + (to - from) * t, y + sag * 4.0 * t * (1.0 - t));
        c.curve(&(0..=10).map(|i| at(i as f32 / 10.0)).collect::<Vec<_>>(), 3.0, ink(0x0e1330));
        for i in 1..6 {
            let (x, ly) = at(i as f32 / 6.0);
            lantern(c, x, ly + 34.0, 28.0, random.pick(&[ink(0xf2803a), ink(0xe8523f), ink(0xf7b54a)]));
        }
    }
    let dark = ink(0x1a1633);
    for (x, y, height, head, pose) in [
        (180.0, 960.0, 330.0_f32, Head::Scarf(dark), Pose::Hold),
        (330.0, 940.0, 200.0, Head::Short, Pose::Walk),
        (600.0, 990.0, -350.0, Head::Short, Pose::Hold),
        (760.0, 980.0, 330.0, Head::Bun, Pose::Hold),
        (1060.0, 1000.0, -360.0, Head::Peci, Pose::Walk),
        (1270.0, 960.0, 320.0, Head::Long, Pose::Hold),
        (1450.0, 980.0, -340.0, Head::Short, Pose::Hold),
    ] {
        let s = height.abs() / 100.0;
        c.oval(x, y + 2.0, s * 30.0, s * 5.0, ink(0x0c0a20).alpha(0.5));
        Person::shade(dark, head).draw(c, x, y, height, pose);
        if matches!(pose, Pose::Hold) {
            let hx = x + height.signum() * 24.0 * s;
            let hy = y - 60.0 * s;
            c.blob(
                &[
                    (hx - 11.0 * s, hy - 5.0 * s),
                    (hx + 11.0 * s, hy - 5.0 * s),
                    (hx + 6.0 * s, hy + 5.0 * s),
                    (hx - 6.0 * s, hy + 5.0 * s),
                ],
                ink(0xf7efe0),
            );
            c.oval(hx, hy - 5.0 * s, 11.0 * s, 2.6 * s, ink(0xf2a02f));
        }
    }
    c.vignette(0.35);
}
