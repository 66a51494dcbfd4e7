//! The hills above the town: tea, young trees, the buried letters.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH};
use crate::ink::{down, ink};
use crate::nature::{cloud, grove, hills, meadow, shadow, sky, sun, tree, water};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;

/// Terraces of tea with pickers, the lake below.
pub fn tea(c: &mut Canvas) {
    let mut random = Random::new(21);
    sky(c, 520.0, &[ink(0x79b8cf), ink(0xcfe6df), ink(0xfff0cf)]);
    sun(c, 330.0, 210.0, 56.0, ink(0xfff2c4));
    cloud(c, 1180.0, 170.0, 110.0, ink(0xffffff).alpha(0.7));
    hills(c, &mut random, 430.0, 160.0, 5, ink(0x87b3b5), ink(0xdfe9da));
    c.rect(0.0, 430.0, WIDTH, 70.0, down(430.0, 500.0, &[ink(0xd7ece4), ink(0x9fd0cf)]));
    hills(c, &mut random, 500.0, 60.0, 7, ink(0x6fa98d), ink(0xb4d3a8));
    let greens = [ink(0x9cc46a), ink(0x7fb25a), ink(0x63a04f), ink(0x4b8b47), ink(0x387a40), ink(0x2a6a3b)];
    for (i, green) in greens.into_iter().enumerate() {
        let y = 505.0 + i as f32 * i as f32 * 13.0 + i as f32 * 36.0;
        let crest: Vec<Point> = (0..=8)
            .map(|k| {
                let t = k as f32 / 8.0;
                (t * WIDTH, y + (t * 4.2 + i as f32 * 0.9).sin() * 34.0 + t * 30.0)
            })
            .collect();
        c.land(&crest, HEIGHT, down(y - 40.0, y + 200.0, &[green.light(0.12), green]));
        let size = 9.0 + i as f32 * 6.0;
        for rows in 0..3 {
            let mut x = random.range(-30.0, 0.0);
            while x < WIDTH + 40.0 {
                let t = (x / WIDTH).clamp(0.0, 1.0);
                let top = y + (t * 4.2 + i as f32 * 0.9).sin() * 34.0 + t * 30.0 + rows as f32 * size * 1.5 + size;
                c.circle(x, top, size, green.dark(0.16));
                c.circle(x - size * 0.15, top - size * 0.3, size * 0.78, green.light(0.1));
                x += size * 1.5;
            }
        }
        for _ in 0..(if i > 1 { 2 } else { 3 }) {
            let x = random.range(120.0, 1480.0);
            let t = x / WIDTH;
            let feet = y + (t * 4.2 + i as f32 * 0.9).sin() * 34.0 + t * 30.0 + size * 3.0;
            let height = (52.0 + i as f32 * 26.0) * if random.one_in(2) { 1.0 } else { -1.0 };
            let top = random.pick(&[ink(0xd9523f), ink(0xf2b544), ink(0x3f7fb5), ink(0xf3ead8), ink(0xb5527a)]);
            Person::new(top, ink(0x4a3d57)).with(Head::Straw).draw(c, x, feet, height, Pose::Hold);
            let s = height.abs() / 100.0;
            c.rounded(x - 13.0 * s, feet - 64.0 * s, 24.0 * s, 26.0 * s, 6.0 * s, ink(0xb98455));
            for k in 0..4 {
                c.circle(x + size * (k as f32 * 1.3 - 2.0), feet - size * 0.2, size * 0.95, green);
            }
        }
    }
    c.vignette(0.18);
}

/// Children and elders plant young trees on a river bank.
pub fn planting(c: &mut Canvas) {
    let mut random = Random::new(22);
    sky(c, 560.0, &[ink(0x6cbbd4), ink(0xbfe3dc), ink(0xfff3d3)]);
    sun(c, 1290.0, 190.0, 64.0, ink(0xffefb5));
    cloud(c, 380.0, 170.0, 120.0, ink(0xffffff).alpha(0.75));
    cloud(c, 900.0, 260.0, 70.0, ink(0xffffff).alpha(0.6));
    hills(c, &mut random, 500.0, 190.0, 5, ink(0x7db3a0), ink(0xd5e7cd));
    hills(c, &mut random, 550.0, 110.0, 7, ink(0x4f9877), ink(0xa6cf9c));
    grove(c, &mut random, -40.0, 900.0, 585.0, 40.0, ink(0x3c8465));
    water(c, &mut random, 580.0, &[ink(0xa5dbdb), ink(0x4fa9b8)], ink(0xffffff));
    let bank: Vec<Point> =
        [(-20.0, 640.0), (320.0, 690.0), (700.0, 676.0), (1040.0, 620.0), (1340.0, 606.0), (1640.0, 560.0)].into();
    c.land(&bank, HEIGHT, down(590.0, HEIGHT, &[ink(0xa9cf6d), ink(0x74ab4f), ink(0x4c8440)]));
    c.land(
        &[(-20.0, 900.0), (500.0, 850.0), (1100.0, 872.0), (1640.0, 820.0)],
        HEIGHT,
        down(830.0, HEIGHT, &[ink(0x8dbb58), ink(0x4b823d)]),
    );
    tree(c, &mut random, 1470.0, 690.0, 470.0, ink(0x4f9a4c));
    tree(c, &mut random, 130.0, 740.0, 380.0, ink(0x5aa456));
    meadow(c, &mut random, 700.0, 260, ink(0x4f8f40), &[ink(0xffffff), ink(0xffd35c), ink(0xf58f7c)]);
    let spots = [
        (400.0, 800.0, 250.0_f32, 6, Pose::Kneel),
        (700.0, 960.0, -300.0, 0, Pose::Kneel),
        (1010.0, 850.0, 250.0, 4, Pose::Kneel),
        (1240.0, 950.0, -330.0, 3, Pose::Hold),
        (250.0, 985.0, 270.0, 1, Pose::Hold),
    ];
    for (x, y, height, who, pose) in spots {
        shadow(c, x, y, height.abs() * 0.3);
        TOWNSPEOPLE[who].draw(c, x, y, height, pose);
        let side = height.signum();
        let s = height.abs() / 100.0;
        let (px, py) = match pose {
            Pose::Kneel => (x + side * 42.0 * s, y),
            _ => (x + side * 36.0 * s, y + 8.0),
        };
        c.oval(px, py, 24.0 * s * 0.8, 6.0 * s, ink(0x6b4a32));
        sapling(c, px, py, s * 46.0);
        if matches!(pose, Pose::Hold) {
            let (cx, cy) = (x + side * 24.0 * s, y - 58.0 * s);
            c.rounded(cx - 9.0 * s, cy - 4.0 * s, 18.0 * s, 15.0 * s, 3.0 * s, ink(0x2f7f86));
            c.line(
                &[(cx + side * 8.0 * s, cy + 4.0 * s), (cx + side * 19.0 * s, cy - 4.0 * s)],
                3.0 * s,
                ink(0x2f7f86),
            );
            for drop in 0..5 {
                c.circle(
                    cx + side * (20.0 + drop as f32 * 1.5) * s,
                    cy + (2.0 + drop as f32 * 8.0) * s,
                    1.6 * s,
                    ink(0xbfeaf0),
                );
            }
        }
    }
    for (x, y) in [(560.0, 740.0), (860.0, 745.0), (1150.0, 720.0), (1330.0, 790.0)] {
        sapling(c, x, y, 60.0);
    }
    c.vignette(0.14);
}

fn sapling(c: &mut Canvas, x: f32, base: f32, height: f32) {
    let leaf = ink(0x3f9a4a);
    c.line(&[(x + height * 0.12, base), (x + height * 0.12, base - height * 0.9)], height * 0.03, ink(0xc9a06a));
    c.curve(&[(x, base), (x - height * 0.03, base - height * 0.5), (x, base - height)], height * 0.05, ink(0x6b8a3f));
    for (t, side) in [(0.45, 1.0), (0.6, -1.0), (0.75, 1.0), (0.88, -1.0), (1.0, 0.3)] {
        let y = base - height * t;
        c.blob(
            &[
                (x, y),
                (x + side * height * 0.16, y - height * 0.14),
                (x + side * height * 0.3, y - height * 0.1),
                (x + side * height * 0.16, y + height * 0.02),
            ],
            leaf.light(t * 0.3),
        );
    }
}

/// Letters around a bronze tube that will be buried under an old tree.
pub fn capsule(c: &mut Canvas) {
    let mut random = Random::new(23);
    sky(c, 700.0, &[ink(0xf2b184), ink(0xfbd9a6), ink(0xfff3d8)]);
    hills(c, &mut random, 620.0, 120.0, 6, ink(0xd79a74), ink(0xf7dcae));
    c.land(
        &[(-20.0, 720.0), (500.0, 690.0), (1100.0, 700.0), (1640.0, 670.0)],
        HEIGHT,
        down(680.0, HEIGHT, &[ink(0x93a35c), ink(0x4e6b41)]),
    );
    let bark = ink(0x5a3f33);
    c.oval(520.0, 880.0, 470.0, 60.0, ink(0x10162f).alpha(0.25));
    c.blob(
        &[
            (350.0, 700.0),
            (400.0, 0.0),
            (640.0, 0.0),
            (680.0, 700.0),
            (760.0, 820.0),
            (900.0, 880.0),
            (700.0, 872.0),
            (600.0, 905.0),
            (500.0, 870.0),
            (380.0, 905.0),
            (300.0, 868.0),
            (130.0, 884.0),
            (270.0, 820.0),
        ],
        bark,
    );
    c.blob(
        &[
            (610.0, 700.0),
            (600.0, 0.0),
            (640.0, 0.0),
            (680.0, 700.0),
            (760.0, 820.0),
            (900.0, 880.0),
            (700.0, 866.0),
            (640.0, 830.0),
        ],
        bark.dark(0.25),
    );
    for (x, top, bottom) in [(430.0, 240.0, 520.0), (500.0, 330.0, 760.0), (560.0, 210.0, 470.0), (460.0, 600.0, 800.0)]
    {
        c.curve(&[(x, top), (x + 10.0, (top + bottom) / 2.0), (x - 6.0, bottom)], 7.0, bark.dark(0.35));
    }
    for _ in 0..60 {
        let (x, y) = (random.range(-100.0, 1500.0), random.range(-80.0, 190.0));
        c.circle(
            x,
            y,
            random.range(50.0, 120.0),
            random.pick(&[ink(0x5c8a4a), ink(0x46763f), ink(0x7aa357), ink(0x386437)]),
        );
    }
    meadow(c, &mut random, 730.0, 220, ink(0x5d7f45), &[ink(0xffd35c), ink(0xffffff)]);
    c.oval(1000.0, 905.0, 300.0, 62.0, ink(0x4a3527));
    c.oval(1000.0, 898.0, 250.0, 44.0, ink(0x2f221c));
    let bronze = ink(0xb5834a);
    c.turned(-14.0, 1000.0, 760.0, |c| {
        c.rounded(
            930.0,
            560.0,
            140.0,
            330.0,
            30.0,
            crate::ink::along(
                (930.0, 0.0),
                (1070.0, 0.0),
                &[bronze.dark(0.35), bronze.light(0.45), bronze, bronze.dark(0.4)],
            ),
        );
        c.oval(1000.0, 570.0, 70.0, 20.0, bronze.light(0.3));
        for y in [630.0, 830.0] {
            c.rect(930.0, y, 140.0, 14.0, bronze.dark(0.3));
        }
        c.ring(1000.0, 725.0, 38.0, 6.0, bronze.dark(0.35));
        c.curve(&[(972.0, 728.0), (990.0, 716.0), (1010.0, 736.0), (1030.0, 720.0)], 5.0, bronze.dark(0.35));
    });
    c.blob(
        &[
            (760.0, 930.0),
            (860.0, 880.0),
            (1000.0, 900.0),
            (1150.0, 880.0),
            (1250.0, 930.0),
            (1100.0, 965.0),
            (880.0, 965.0),
        ],
        ink(0x5d4331),
    );
    let papers = [ink(0xf6efe0), ink(0xf2b544), ink(0xe2775c), ink(0x9fcfc9), ink(0xd9c4e3), ink(0xf6efe0)];
    for (i, (x, y, turn)) in [
        (760.0, 960.0, -18.0),
        (900.0, 1000.0, 8.0),
        (1060.0, 985.0, -6.0),
        (1230.0, 965.0, 16.0),
        (1330.0, 890.0, -24.0),
        (690.0, 880.0, 28.0),
    ]
    .into_iter()
    .enumerate()
    {
        let paper = papers[i];
        c.turned(turn, x, y, |c| {
            c.rect(x - 66.0, y - 38.0, 136.0, 86.0, ink(0x10162f).alpha(0.2));
            c.rect(x - 70.0, y - 44.0, 136.0, 86.0, paper);
            c.line(&[(x - 68.0, y - 42.0), (x - 2.0, y + 8.0), (x + 64.0, y - 42.0)], 3.0, paper.dark(0.3));
            c.circle(x - 2.0, y + 6.0, 12.0, ink(0xb5322f));
        });
    }
    c.vignette(0.28);
}
