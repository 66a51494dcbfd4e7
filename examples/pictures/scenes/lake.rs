//! The lake: mist, fishermen, the floating library, the flag at the pier, the town across the water.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH};
use crate::ink::{Ink, along, down, ink};
use crate::nature::{birds, cloud, grove, hills, palm, ripples, sky, sun, water};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;
use crate::town::{Town, row};

/// The lake under mist before anyone is out.
pub fn mist(c: &mut Canvas) {
    let mut random = Random::new(11);
    sky(c, 620.0, &[ink(0x8fb6c9), ink(0xc9dcdc), ink(0xf6e6cf)]);
    sun(c, 1120.0, 300.0, 62.0, ink(0xfff0cf));
    let far = ink(0x7fa3b5);
    for (i, (y, rise)) in [(470.0, 210.0), (540.0, 170.0), (600.0, 120.0)].into_iter().enumerate() {
        let shade = far.mix(ink(0x2f6273), i as f32 * 0.36);
        hills(c, &mut random, y, rise, 5 + i * 2, shade, ink(0xe9ead9));
    }
    c.rect(
        0.0,
        560.0,
        WIDTH,
        110.0,
        down(560.0, 670.0, &[ink(0xf3ecda).alpha(0.0), ink(0xf3ecda).alpha(0.9), ink(0xf3ecda).alpha(0.5)]),
    );
    grove(c, &mut random, -40.0, 420.0, 645.0, 46.0, ink(0x3d6a6c));
    grove(c, &mut random, 1330.0, 1700.0, 640.0, 40.0, ink(0x4a7677));
    c.mirror(640.0, ink(0xbcd3d3), 0.72, 3.0);
    for (y, h, a) in [(615.0, 70.0, 0.75), (690.0, 40.0, 0.4), (790.0, 30.0, 0.22)] {
        for _ in 0..7 {
            let (x, w) = (random.range(-200.0, WIDTH), random.range(260.0, 640.0));
            c.oval(
                x + w / 2.0,
                y + random.range(-12.0, 22.0),
                w / 2.0,
                h * random.range(0.25, 0.5),
                ink(0xfaf3e4).alpha(a * 0.4),
            );
        }
    }
    ripples(c, &mut random, 720.0, HEIGHT, 30, ink(0xffffff));
    reeds(c, &mut random, 120.0, 1090.0, ink(0x2b4d4c));
    reeds(c, &mut random, 300.0, 1110.0, ink(0x365c57));
    c.curve(&[(880.0, 792.0), (960.0, 806.0), (1060.0, 788.0)], 12.0, ink(0x3b5258));
    c.line(&[(960.0, 798.0), (960.0, 730.0)], 4.0, ink(0x3b5258));
    birds(c, &mut random, 620.0, 250.0, 6, ink(0x4c6c78));
    c.vignette(0.2);
}

fn reeds(c: &mut Canvas, random: &mut Random, x: f32, base: f32, ink: Ink) {
    for _ in 0..26 {
        let (rx, h, lean) = (x + random.range(-130.0, 130.0), random.range(120.0, 330.0), random.range(-50.0, 60.0));
        c.curve(&[(rx, base), (rx + lean * 0.25, base - h * 0.6), (rx + lean, base - h)], random.range(3.0, 6.0), ink);
        if random.one_in(3) {
            c.line(&[(rx + lean, base - h), (rx + lean * 1.1, base - h - 34.0)], 10.0, ink.dark(0.2));
        }
    }
}

/// A fisherman who casts his net over golden water.
pub fn fisherman(c: &mut Canvas) {
    let mut random = Random::new(12);
    sky(c, 560.0, &[ink(0x6a5a8f), ink(0xe08a6a), ink(0xffcf7d)]);
    sun(c, 1040.0, 470.0, 84.0, ink(0xffe19a));
    for (x, y, s) in [(320.0, 190.0, 110.0), (1310.0, 140.0, 90.0), (760.0, 290.0, 60.0)] {
        cloud(c, x, y, s, ink(0xffb98a).alpha(0.45));
    }
    hills(c, &mut random, 520.0, 120.0, 6, ink(0x70517e), ink(0xd98a72));
    hills(c, &mut random, 556.0, 70.0, 9, ink(0x4d3b66), ink(0xa9606a));
    water(c, &mut random, 556.0, &[ink(0xffc878), ink(0xd77f62), ink(0x6b4473), ink(0x2f2a55)], ink(0xffe7b0));
    for i in 0..26 {
        let y = 566.0 + i as f32 * 19.0;
        let w = 150.0 * (1.0 - i as f32 / 40.0) * random.range(0.5, 1.1);
        c.rounded(
            1040.0 - w / 2.0 + random.range(-26.0, 26.0),
            y,
            w,
            8.0,
            4.0,
            ink(0xfff0bd).alpha(0.75 - i as f32 * 0.024),
        );
    }
    let dark = ink(0x231a38);
    c.blob(
        &[
            (330.0, 770.0),
            (470.0, 812.0),
            (800.0, 815.0),
            (960.0, 752.0),
            (930.0, 815.0),
            (780.0, 858.0),
            (480.0, 856.0),
            (370.0, 815.0),
        ],
        dark,
    );
    c.oval(650.0, 868.0, 330.0, 15.0, ink(0x1a1430).alpha(0.45));
    c.line(&[(410.0, 792.0), (300.0, 610.0)], 7.0, dark);
    Person::shade(dark, Head::Straw).draw(c, 700.0, 822.0, 300.0, Pose::Point);
    let hand = (805.0, 578.0);
    let rim: Vec<Point> = (0..=16)
        .map(|i| {
            let t = i as f32 / 16.0;
            (960.0 + t * 440.0, 560.0 + (t * 3.1).sin() * -190.0 + t * 190.0 + (i % 2) as f32 * 14.0)
        })
        .collect();
    for point in &rim {
        c.curve(
            &[hand, ((hand.0 + point.0) / 2.0, (hand.1 + point.1) / 2.0 - 34.0), *point],
            2.0,
            ink(0x2f2344).alpha(0.75),
        );
    }
    for t in [0.4, 0.55, 0.7, 0.85, 1.0] {
        let ring: Vec<Point> = rim
            .iter()
            .map(|p| (hand.0 + (p.0 - hand.0) * t, hand.1 + (p.1 - hand.1) * t - 34.0 * (1.0 - t) * 2.0 * t * 2.0))
            .collect();
        c.curve(&ring, 2.0, ink(0x2f2344).alpha(0.6));
    }
    for point in &rim {
        c.circle(point.0, point.1, 5.0, dark);
    }
    birds(c, &mut random, 420.0, 360.0, 7, ink(0x3a2a50));
    c.vignette(0.3);
}

/// The floating library at a small pier.
pub fn library_boat(c: &mut Canvas) {
    let mut random = Random::new(13);
    sky(c, 560.0, &[ink(0x5fb3cf), ink(0xa9dbe0), ink(0xf7efd6)]);
    for (x, y, s) in [(260.0, 180.0, 100.0), (1220.0, 130.0, 130.0), (800.0, 250.0, 70.0)] {
        cloud(c, x, y, s, ink(0xffffff).alpha(0.75));
    }
    hills(c, &mut random, 520.0, 170.0, 5, ink(0x6fa9a0), ink(0xcfe3d2));
    hills(c, &mut random, 570.0, 90.0, 8, ink(0x3f8a78), ink(0x8dbf9f));
    grove(c, &mut random, -50.0, 1700.0, 590.0, 34.0, ink(0x2f7263));
    water(c, &mut random, 590.0, &[ink(0x8ed0cf), ink(0x3f9fae), ink(0x1d6a86)], ink(0xe9fbf6));
    c.oval(700.0, 872.0, 560.0, 26.0, ink(0x0d3a52).alpha(0.35));
    let hull = ink(0xb5483a);
    c.blob(
        &[
            (110.0, 668.0),
            (170.0, 735.0),
            (290.0, 772.0),
            (1090.0, 775.0),
            (1200.0, 735.0),
            (1280.0, 650.0),
            (1240.0, 800.0),
            (1120.0, 872.0),
            (300.0, 872.0),
            (170.0, 800.0),
        ],
        hull,
    );
    c.curve(&[(150.0, 742.0), (290.0, 800.0), (1090.0, 805.0), (1240.0, 735.0)], 14.0, ink(0xf4d58b));
    c.curve(&[(190.0, 800.0), (310.0, 846.0), (1100.0, 848.0), (1215.0, 790.0)], 8.0, hull.dark(0.3));
    c.rect(330.0, 470.0, 690.0, 306.0, down(470.0, 776.0, &[ink(0x8a5a3c), ink(0x5f3b2b)]));
    let books =
        [ink(0xe2623f), ink(0xf3b83f), ink(0x2f8f8a), ink(0x3d6db0), ink(0xf4ead6), ink(0x8a4f87), ink(0x5d9a55)];
    for shelf in 0..3 {
        let floor = 566.0 + shelf as f32 * 92.0;
        let mut x = 352.0;
        while x < 990.0 {
            let (w, h) = (random.range(12.0, 26.0), random.range(52.0, 74.0));
            if random.one_in(14) {
                x += 34.0;
                continue;
            }
            let book = random.pick(&books);
            c.rounded(x, floor - h, w, h, 2.0, book);
            c.rect(x + w * 0.2, floor - h * 0.8, w * 0.6, 4.0, book.light(0.4));
            x += w + 2.0;
        }
        c.rect(330.0, floor, 690.0, 12.0, ink(0xc08a5a));
    }
    for x in [330.0, 664.0, 1008.0] {
        c.rect(x, 440.0, 14.0, 336.0, ink(0xa8713f));
    }
    c.polygon(
        &[(270.0, 474.0), (350.0, 368.0), (1000.0, 368.0), (1080.0, 474.0)],
        down(368.0, 474.0, &[ink(0xe9a13f), ink(0xc87a2c)]),
    );
    c.polygon(&[(470.0, 454.0), (510.0, 384.0), (840.0, 384.0), (880.0, 454.0)], ink(0x24405e));
    for i in 1..4 {
        let x = i as f32 / 4.0;
        c.line(&[(510.0 + 330.0 * x, 384.0), (470.0 + 410.0 * x, 454.0)], 3.0, ink(0x7da3c4));
    }
    c.line(&[(1150.0, 740.0), (1150.0, 380.0)], 9.0, ink(0x6a4b36));
    c.blob(&[(1150.0, 384.0), (1230.0, 372.0), (1300.0, 402.0), (1240.0, 424.0), (1150.0, 440.0)], ink(0xf3ead8));
    Person::new(ink(0x2b5b86), ink(0x2b3242)).with(Head::Straw).draw(c, 1090.0, 778.0, -230.0, Pose::Hold);
    c.polygon(
        &[(0.0, 930.0), (620.0, 900.0), (640.0, 950.0), (0.0, 1010.0)],
        down(900.0, 1010.0, &[ink(0xc59a6a), ink(0x8d6543)]),
    );
    for i in 0..13 {
        c.line(
            &[(20.0 + i as f32 * 48.0, 930.0 - i as f32 * 2.2), (22.0 + i as f32 * 48.0, 1004.0 - i as f32 * 4.2)],
            3.0,
            ink(0x6d4a32),
        );
    }
    for x in [90.0, 330.0, 580.0] {
        c.rect(x, 960.0, 20.0, 120.0, ink(0x5d402c));
    }
    for (i, (x, h)) in [(150.0, 190.0), (260.0, 170.0), (360.0, 205.0), (500.0, 180.0)].into_iter().enumerate() {
        let pose = if i == 2 { Pose::Point } else { Pose::Stand };
        TOWNSPEOPLE[[1, 0, 4, 2][i]].draw(c, x, 960.0 - i as f32 * 9.0, h, pose);
    }
    c.vignette(0.18);
}

/// The flag at the pier on Independence Day.
pub fn ceremony(c: &mut Canvas) {
    let mut random = Random::new(14);
    sky(c, 640.0, &[ink(0x4d9bc8), ink(0x9fd0dd), ink(0xfdeccb)]);
    cloud(c, 330.0, 210.0, 110.0, ink(0xffffff).alpha(0.7));
    cloud(c, 1350.0, 300.0, 80.0, ink(0xffffff).alpha(0.6));
    hills(c, &mut random, 560.0, 190.0, 5, ink(0x6d9fa3), ink(0xd6e2d0));
    hills(c, &mut random, 600.0, 90.0, 7, ink(0x478577), ink(0xa6c9ab));
    water(c, &mut random, 610.0, &[ink(0xb8dfdc), ink(0x5fb0b9), ink(0x2f8198)], ink(0xffffff));
    for (x, y, s) in [(210.0, 676.0, 1.0), (430.0, 662.0, 0.8), (1420.0, 672.0, 0.9), (1240.0, 656.0, 0.7)] {
        c.placed(x, y, s, s, |c| {
            c.blob(
                &[(-110.0, -22.0), (-60.0, 4.0), (60.0, 4.0), (110.0, -24.0), (80.0, 20.0), (-80.0, 20.0)],
                ink(0x7a3f34),
            );
            for seat in [-40.0, 0.0, 40.0] {
                Person::shade(ink(0x3a3a4c), Head::Short).draw(c, seat, 6.0, 62.0, Pose::Sit);
            }
        });
    }
    c.polygon(
        &[(0.0, 800.0), (WIDTH, 770.0), (WIDTH, HEIGHT), (0.0, HEIGHT)],
        down(770.0, HEIGHT, &[ink(0xe7d3a8), ink(0xc2a274)]),
    );
    c.line(&[(960.0, 800.0), (960.0, 110.0)], 12.0, ink(0xf2f2ee));
    c.circle(960.0, 104.0, 12.0, ink(0xe9b44a));
    c.rounded(900.0, 784.0, 120.0, 26.0, 6.0, ink(0xf2ead8));
    c.rounded(870.0, 806.0, 180.0, 26.0, 6.0, ink(0xddd0b6));
    c.blob(
        &[
            (966.0, 128.0),
            (1060.0, 112.0),
            (1160.0, 142.0),
            (1262.0, 122.0),
            (1262.0, 212.0),
            (1160.0, 228.0),
            (1060.0, 202.0),
            (966.0, 216.0),
        ],
        ink(0xd8322f),
    );
    c.blob(
        &[
            (966.0, 214.0),
            (1060.0, 200.0),
            (1160.0, 226.0),
            (1262.0, 210.0),
            (1262.0, 300.0),
            (1160.0, 316.0),
            (1060.0, 290.0),
            (966.0, 304.0),
        ],
        ink(0xfdfaf2),
    );
    c.polygon(&[(1040.0, 112.0), (1086.0, 112.0), (1070.0, 300.0), (1030.0, 296.0)], ink(0x10162f).alpha(0.08));
    palm(c, &mut random, 1490.0, 800.0, 420.0, -0.12, ink(0x3b7a55));
    palm(c, &mut random, 60.0, 820.0, 360.0, 0.14, ink(0x2f6e50));
    for line in 0..3 {
        let base = 900.0 + line as f32 * 82.0;
        let height = 185.0 + line as f32 * 34.0;
        for i in 0..(15 - line * 2) {
            let x = 60.0 + i as f32 * (108.0 + line as f32 * 17.0) + (line % 2) as f32 * 40.0;
            let top =
                if line == 2 { random.pick(&[ink(0xe8dcc6), ink(0xd9523f), ink(0xf0c869)]) } else { ink(0xf4efe4) };
            let head = random.pick(&[Head::Peci, Head::Scarf(ink(0xf4efe4)), Head::Peci, Head::Scarf(ink(0xd9523f))]);
            Person::new(top, ink(0x3a3f58)).with(head).behind().draw(c, x, base, height, Pose::Stand);
        }
    }
    birds(c, &mut random, 560.0, 300.0, 5, ink(0x35586a));
    c.vignette(0.15);
}

/// The town across the water, with the measured levels of ten years drawn in the sky.
pub fn skyline(c: &mut Canvas) {
    let mut random = Random::new(15);
    sky(c, 640.0, &[ink(0x17375e), ink(0x3f7ea0), ink(0xf3c892)]);
    let mut level = 330.0;
    let points: Vec<Point> = (0..41)
        .map(|i| {
            level = (level + random.range(-46.0, 44.0)).clamp(190.0, 430.0);
            (80.0 + i as f32 * 36.0, level)
        })
        .collect();
    for i in 0..5 {
        c.line(&[(80.0, 190.0 + i as f32 * 60.0), (1520.0, 190.0 + i as f32 * 60.0)], 1.4, ink(0xffffff).alpha(0.16));
    }
    c.land(&points, 470.0, down(190.0, 470.0, &[ink(0xffffff).alpha(0.28), ink(0xffffff).alpha(0.0)]));
    c.curve(&points, 5.0, ink(0xffffff).alpha(0.9));
    for point in points.iter().step_by(4) {
        c.circle(point.0, point.1, 9.0, ink(0xffc857));
        c.circle(point.0, point.1, 4.0, ink(0x17375e));
    }
    hills(c, &mut random, 600.0, 160.0, 5, ink(0x3c6b82), ink(0xd7b393));
    hills(c, &mut random, 640.0, 80.0, 8, ink(0x2f5568), ink(0x9d9c8d));
    row(c, &mut random, (-40.0, 1660.0), 690.0, 82.0, &Town::DAY.in_shade(ink(0x5b7c93), 0.45));
    row(c, &mut random, (-80.0, 1660.0), 735.0, 104.0, &Town::LIT);
    c.rect(1010.0, 470.0, 26.0, 250.0, ink(0xe8dcc6));
    c.rounded(970.0, 420.0, 106.0, 74.0, 18.0, ink(0xd9694a));
    c.polygon(&[(966.0, 426.0), (1023.0, 380.0), (1080.0, 426.0)], ink(0xa8452f));
    for (x, s) in [(60.0, 40.0), (470.0, 34.0), (820.0, 44.0), (1250.0, 38.0), (1530.0, 46.0)] {
        grove(c, &mut random, x - 70.0, x + 70.0, 742.0, s, ink(0x2f6b57));
    }
    c.rect(0.0, 735.0, WIDTH, 16.0, along((0.0, 0.0), (WIDTH, 0.0), &[ink(0xc9b48f), ink(0xe3d2ad), ink(0xb8a582)]));
    c.mirror(750.0, ink(0x1f4a68), 0.62, 4.0);
    ripples(c, &mut random, 760.0, HEIGHT, 60, ink(0xffe4b5));
    c.vignette(0.25);
}
