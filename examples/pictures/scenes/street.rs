//! Streets and parks: wifi under the trees, buses, elders with a telephone, a hole in the road.

use crate::canvas::{Canvas, HEIGHT, WIDTH, step};
use crate::ink::{down, ink};
use crate::nature::{birds, cloud, grove, hills, meadow, shadow, sky, sun, tree};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;
use crate::town::{Town, bench, bicycle, bus, house, lamp, row};

/// Free wifi in the park.
pub fn wifi(c: &mut Canvas) {
    let mut random = Random::new(41);
    sky(c, 560.0, &[ink(0x69bcd6), ink(0xc3e7e4), ink(0xfff4d6)]);
    cloud(c, 1180.0, 150.0, 110.0, ink(0xf4fbfa));
    hills(c, &mut random, 430.0, 120.0, 6, ink(0x86b9ad), ink(0xd7ead6));
    row(c, &mut random, (-30.0, 1660.0), 500.0, 86.0, &Town::DAY);
    grove(c, &mut random, -50.0, 1700.0, 530.0, 44.0, ink(0x4b9561));
    c.rect(0.0, 530.0, WIDTH, HEIGHT - 530.0, down(530.0, HEIGHT, &[ink(0xa7d26d), ink(0x74b354), ink(0x4a8a45)]));
    c.polygon(
        &[
            (930.0, 532.0),
            (960.0, 532.0),
            (985.0, 640.0),
            (1040.0, 740.0),
            (1180.0, 880.0),
            (1420.0, 1070.0),
            (740.0, 1070.0),
            (900.0, 880.0),
            (950.0, 740.0),
            (945.0, 640.0),
        ],
        down(540.0, HEIGHT, &[ink(0xf0dcb4), ink(0xd6b985)]),
    );
    for (x, base, h) in [(1480.0, 720.0, 420.0), (690.0, 620.0, 300.0)] {
        shadow(c, x, base, h * 0.34);
        tree(c, &mut random, x, base, h, ink(0x5aa553));
    }
    c.oval(330.0, 850.0, 420.0, 70.0, ink(0x10162f).alpha(0.2));
    tree(c, &mut random, 300.0, 850.0, 760.0, ink(0x4f9d4f));
    meadow(c, &mut random, 620.0, 240, ink(0x56973f), &[ink(0xffffff), ink(0xffd35c)]);
    let mast = ink(0x39445a);
    c.line(&[(1130.0, 700.0), (1130.0, 330.0)], 15.0, mast);
    c.rounded(1106.0, 310.0, 48.0, 80.0, 12.0, ink(0xf5f2e8));
    c.circle(1130.0, 370.0, 6.0, ink(0x35c07a));
    c.rounded(1094.0, 690.0, 72.0, 16.0, 6.0, mast);
    for (i, radius) in [70.0, 120.0, 170.0].into_iter().enumerate() {
        let arc = |from: f32, to: f32| -> Vec<(f32, f32)> {
            (0..=10)
                .map(|k| {
                    let angle = (from + (to - from) * k as f32 / 10.0).to_radians();
                    (1130.0 + angle.cos() * radius, 330.0 + angle.sin() * radius)
                })
                .collect()
        };
        let light = ink(0xffffff).alpha(0.95 - i as f32 * 0.22);
        c.curve(&arc(-140.0, -40.0), 13.0, light);
    }
    let laptop = |c: &mut Canvas, x: f32, y: f32, s: f32| {
        c.polygon(
            &[(x - 2.0 * s, y), (x + 30.0 * s, y), (x + 38.0 * s, y - 24.0 * s), (x + 8.0 * s, y - 24.0 * s)],
            ink(0x39445a),
        );
        c.polygon(
            &[
                (x + 3.0 * s, y - 3.0 * s),
                (x + 28.0 * s, y - 3.0 * s),
                (x + 34.0 * s, y - 21.0 * s),
                (x + 9.0 * s, y - 21.0 * s),
            ],
            ink(0xbfe9f2),
        );
    };
    for (x, y, height, who) in [(190.0, 890.0, 300.0_f32, 1), (520.0, 930.0, -310.0, 2), (650.0, 810.0, -240.0, 4)] {
        let side = height.signum();
        let s = height.abs() / 100.0;
        shadow(c, x + side * 10.0 * s, y, s * 34.0);
        c.rounded(
            x - 12.0 * s,
            y - 30.0 * s,
            24.0 * s,
            30.0 * s,
            6.0 * s,
            ink(0xc4543f).mix(ink(0x2f7f86), if who == 2 { 1.0 } else { 0.0 }),
        );
        TOWNSPEOPLE[who].draw(c, x, y, height, Pose::Sit);
        c.placed(x + side * 14.0 * s, y - 38.0 * s, side, 1.0, |c| laptop(c, 0.0, 0.0, s * 0.8));
    }
    bench(c, 1250.0, 850.0, 260.0, ink(0xb5773f));
    for (x, who) in [(1310.0, 6), (1420.0, 3)] {
        TOWNSPEOPLE[who].draw(c, x, 858.0, 260.0, Pose::Sit);
        c.rounded(x + 50.0, 720.0, 18.0, 32.0, 4.0, ink(0x1d2a3a));
    }
    for (x, y, height, who) in [(930.0, 740.0, 200.0, 0), (1060.0, 950.0, -310.0, 7)] {
        shadow(c, x, y, 60.0);
        TOWNSPEOPLE[who].draw(c, x, y, height, Pose::Hold);
        let s = height / 100.0;
        c.rounded(x + 21.0 * s - 9.0, y - 66.0 * s.abs(), 18.0, 32.0, 4.0, ink(0x1d2a3a));
    }
    birds(c, &mut random, 820.0, 200.0, 5, ink(0x4a7f86));
    c.vignette(0.16);
}

/// The city bus in the old town.
pub fn old_town_bus(c: &mut Canvas) {
    let mut random = Random::new(42);
    sky(c, 620.0, &[ink(0x58aecf), ink(0xb5dfe2), ink(0xffeccb)]);
    sun(c, 1330.0, 210.0, 56.0, ink(0xfff0bd));
    cloud(c, 420.0, 140.0, 120.0, ink(0xf4fbfa));
    hills(c, &mut random, 450.0, 170.0, 5, ink(0x79ada6), ink(0xd9e7d0));
    let mut x = -60.0;
    for i in 0..8 {
        let w = random.range(200.0, 270.0);
        let height = random.range(300.0, 400.0);
        house(c, [x, 700.0, w, height], Town::DAY.walls[i % 5], Town::DAY.roofs[i % 4], false);
        x += w + random.range(8.0, 40.0);
    }
    c.rect(0.0, 690.0, WIDTH, 70.0, down(690.0, 760.0, &[ink(0xe5d2ad), ink(0xcbb389)]));
    for i in 0..17 {
        c.line(&[(i as f32 * 100.0, 700.0), (i as f32 * 100.0 - 26.0, 758.0)], 2.0, ink(0x8d7450).alpha(0.5));
    }
    for (x, h) in [(130.0, 330.0), (560.0, 300.0), (1080.0, 320.0), (1500.0, 340.0)] {
        tree(c, &mut random, x, 740.0, h, ink(0x4f9a56));
    }
    for (x, height, who) in [(330.0, 170.0_f32, 4), (400.0, 165.0, 3), (1290.0, -175.0, 1), (820.0, 168.0, 5)] {
        TOWNSPEOPLE[who].draw(c, x, 752.0, height, Pose::Walk);
    }
    c.rect(0.0, 756.0, WIDTH, HEIGHT - 756.0, down(756.0, HEIGHT, &[ink(0x6d7380), ink(0x474c5a)]));
    c.rect(0.0, 756.0, WIDTH, 12.0, ink(0xd8cfbd));
    for i in 0..9 {
        let x = i as f32 * 200.0 - 40.0;
        c.polygon(&[(x, 996.0), (x + 110.0, 996.0), (x + 100.0, 1014.0), (x - 14.0, 1014.0)], ink(0xf6efe0).alpha(0.9));
    }
    c.rect(0.0, 936.0, WIDTH, 6.0, ink(0x10162f).alpha(0.1));
    bus(c, 760.0, 950.0, 1.5, ink(0x1f9c93));
    lamp(c, 60.0, 770.0, 400.0, 0.0);
    bicycle(c, 1420.0, 930.0, 2.6, ink(0xd9523f));
    TOWNSPEOPLE[7].draw(c, 1425.0, 925.0, 250.0, Pose::Ride);
    c.vignette(0.18);
}

/// A passenger in a wheelchair at the stop, the bus coming.
pub fn bus_stop(c: &mut Canvas) {
    let mut random = Random::new(43);
    sky(c, 560.0, &[ink(0xf4a873), ink(0xfbd7a0), ink(0xfff3d9)]);
    sun(c, 980.0, 380.0, 80.0, ink(0xfff0c0));
    hills(c, &mut random, 500.0, 130.0, 6, ink(0xcb8a78), ink(0xf4d2a6));
    row(c, &mut random, (500.0, 1660.0), 600.0, 96.0, &Town::LIT.in_shade(ink(0xf0a070), 0.35));
    grove(c, &mut random, 480.0, 1700.0, 625.0, 40.0, ink(0x6f8a55));
    c.rect(0.0, 615.0, WIDTH, 500.0, down(615.0, HEIGHT, &[ink(0x7c7a84), ink(0x55576a)]));
    c.polygon(
        &[(0.0, 790.0), (900.0, 790.0), (1240.0, HEIGHT), (0.0, HEIGHT)],
        down(790.0, HEIGHT, &[ink(0xe9d3ae), ink(0xc9a97a)]),
    );
    c.polygon(&[(900.0, 790.0), (930.0, 790.0), (1280.0, HEIGHT), (1240.0, HEIGHT)], ink(0xf2c14e));
    c.line(&[(1000.0, 690.0), (1600.0, 690.0)], 8.0, ink(0xf6efe0).alpha(0.6));
    bus(c, 1270.0, 790.0, -0.98, ink(0x1f9c93));
    c.glow(960.0, 735.0, 130.0, ink(0xfff0bd), 0.5);
    let steel = ink(0x2f4a5c);
    for x in [100.0, 620.0] {
        c.rect(x, 330.0, 20.0, 510.0, steel);
    }
    c.rect(120.0, 430.0, 500.0, 300.0, ink(0xcfeaf0).alpha(0.4));
    for x in [280.0, 450.0] {
        c.rect(x, 430.0, 6.0, 300.0, steel.alpha(0.6));
    }
    c.polygon(
        &[(40.0, 330.0), (80.0, 270.0), (700.0, 270.0), (740.0, 330.0)],
        down(270.0, 330.0, &[ink(0x2aa79c), ink(0x17756e)]),
    );
    c.rounded(140.0, 456.0, 120.0, 160.0, 8.0, ink(0xfdf8ea));
    c.curve(&[(160.0, 590.0), (190.0, 540.0), (210.0, 560.0), (240.0, 490.0)], 7.0, ink(0xd9523f));
    for at in [(160.0, 590.0), (200.0, 548.0), (240.0, 490.0)] {
        c.circle(at.0, at.1, 9.0, ink(0x2f4a5c));
    }
    c.rounded(470.0, 350.0, 220.0, 54.0, 8.0, ink(0x14212c));
    for i in 0..11 {
        c.circle(490.0 + i as f32 * 18.0, 377.0, 5.0, if i % 4 == 3 { ink(0x14212c) } else { ink(0xffc04d) });
    }
    bench(c, 150.0, 850.0, 190.0, ink(0xb5773f));
    TOWNSPEOPLE[3].draw(c, 235.0, 856.0, 250.0, Pose::Sit);
    c.placed(560.0, 940.0, 3.4, 3.4, |c| {
        c.oval(4.0, 2.0, 36.0, 5.0, ink(0x10162f).alpha(0.25));
        c.rounded(-17.0, -62.0, 6.0, 40.0, 3.0, ink(0x2b3242));
        c.rounded(-15.0, -32.0, 38.0, 7.0, 3.0, ink(0x2b3242));
        c.line(&[(20.0, -28.0), (28.0, -6.0), (36.0, -6.0)], 3.0, ink(0x59626e));
        TOWNSPEOPLE[6].draw(c, -2.0, -1.0, 98.0, Pose::Sit);
        c.ring(-4.0, -19.0, 19.0, 3.2, ink(0x2b3242));
        c.ring(-4.0, -19.0, 14.5, 1.0, ink(0x8b95a1));
        for spoke in 0..6 {
            let angle = step(spoke, 12);
            c.line(
                &[
                    (-4.0 - angle.cos() * 18.0, -19.0 - angle.sin() * 18.0),
                    (-4.0 + angle.cos() * 18.0, -19.0 + angle.sin() * 18.0),
                ],
                0.8,
                ink(0x8b95a1),
            );
        }
        c.ring(27.0, -6.0, 6.0, 2.4, ink(0x2b3242));
        c.line(&[(-15.0, -60.0), (-24.0, -62.0)], 3.0, ink(0x2b3242));
    });
    c.vignette(0.2);
}

/// Elders and a pupil look at one telephone.
pub fn elders(c: &mut Canvas) {
    let mut random = Random::new(44);
    sky(c, 520.0, &[ink(0xa9d8d3), ink(0xeef3d7)]);
    grove(c, &mut random, -60.0, 1700.0, 440.0, 130.0, ink(0x8fc48a));
    grove(c, &mut random, -60.0, 1700.0, 520.0, 90.0, ink(0x6bae6b));
    c.rect(0.0, 560.0, WIDTH, HEIGHT - 560.0, down(560.0, HEIGHT, &[ink(0x9fcf6b), ink(0x5f9f4e)]));
    c.polygon(
        &[(0.0, 860.0), (WIDTH, 820.0), (WIDTH, HEIGHT), (0.0, HEIGHT)],
        down(820.0, HEIGHT, &[ink(0xf0dcb4), ink(0xd1b27e)]),
    );
    for (x, h) in [(120.0, 560.0), (1500.0, 620.0)] {
        tree(c, &mut random, x, 800.0, h, ink(0x55a055));
    }
    lamp(c, 1240.0, 800.0, 470.0, 0.0);
    meadow(c, &mut random, 590.0, 120, ink(0x56973f), &[ink(0xffffff), ink(0xf58f7c)]);
    c.oval(800.0, 930.0, 520.0, 34.0, ink(0x10162f).alpha(0.2));
    bench(c, 380.0, 930.0, 820.0, ink(0xb5773f));
    let silver = ink(0xe5e6ea);
    let grandmother = Person { hair: silver, ..Person::new(ink(0xc8577a), ink(0x5a3d57)).with(Head::Bun) };
    let grandfather = Person { hair: silver, ..Person::new(ink(0xf3ead8), ink(0x59463c)).with(Head::Peci) };
    let pupil = Person::new(ink(0xfdfaf2), ink(0x6c7480)).with(Head::Long).skin(ink(0xc68a60));
    grandmother.draw(c, 560.0, 950.0, 580.0, Pose::Sit);
    pupil.draw(c, 1040.0, 950.0, -560.0, Pose::Sit);
    grandfather.draw(c, 330.0, 960.0, 600.0, Pose::Hold);
    c.turned(-10.0, 790.0, 640.0, |c| {
        c.glow(795.0, 640.0, 150.0, ink(0xffffff), 0.5);
        c.rounded(752.0, 566.0, 86.0, 150.0, 14.0, ink(0x1d2a3a));
        c.rounded(760.0, 578.0, 70.0, 122.0, 6.0, ink(0xe8f6f4));
        c.polygon(&[(795.0, 590.0), (822.0, 636.0), (768.0, 636.0)], ink(0xf2a02f));
        c.rect(792.0, 604.0, 6.0, 16.0, ink(0xfdfaf2));
        c.circle(795.0, 627.0, 3.4, ink(0xfdfaf2));
        for i in 0..3 {
            c.rounded(770.0, 650.0 + i as f32 * 14.0, if i == 2 { 32.0 } else { 50.0 }, 6.0, 3.0, ink(0x9fb3b8));
        }
    });
    c.line(&[(884.0, 699.0), (838.0, 668.0)], 24.0, ink(0xc68a60));
    c.circle(834.0, 665.0, 14.0, ink(0xc68a60));
    c.vignette(0.18);
}

/// A telephone that reports a hole in the road.
pub fn report(c: &mut Canvas) {
    let mut random = Random::new(45);
    sky(c, 420.0, &[ink(0x8fcfe0), ink(0xe5f2e2)]);
    row(c, &mut random, (-40.0, 1660.0), 420.0, 120.0, &Town::DAY);
    grove(c, &mut random, -40.0, 1700.0, 440.0, 44.0, ink(0x6fae6d));
    c.rect(0.0, 430.0, WIDTH, 60.0, ink(0xd9c6a2));
    c.rect(0.0, 484.0, WIDTH, HEIGHT - 484.0, down(484.0, HEIGHT, &[ink(0x7d818c), ink(0x4d515e)]));
    for i in 0..7 {
        let x = i as f32 * 260.0 - 60.0;
        c.polygon(&[(x, 620.0), (x + 130.0, 620.0), (x + 120.0, 642.0), (x - 20.0, 642.0)], ink(0xf6efe0).alpha(0.85));
    }
    c.blob(
        &[
            (60.0, 830.0),
            (180.0, 750.0),
            (400.0, 745.0),
            (540.0, 820.0),
            (500.0, 910.0),
            (300.0, 950.0),
            (120.0, 915.0),
        ],
        ink(0x3a3d49),
    );
    c.blob(
        &[
            (100.0, 840.0),
            (200.0, 786.0),
            (390.0, 782.0),
            (490.0, 836.0),
            (450.0, 890.0),
            (290.0, 916.0),
            (150.0, 890.0),
        ],
        down(780.0, 920.0, &[ink(0x5a6f80), ink(0x9cc3d4)]),
    );
    c.blob(&[(190.0, 860.0), (280.0, 836.0), (400.0, 846.0), (330.0, 870.0)], ink(0xd6edf3).alpha(0.7));
    for _ in 0..26 {
        c.circle(random.range(40.0, 560.0), random.range(930.0, 990.0), random.range(4.0, 13.0), ink(0x2f323d));
    }
    let skin = ink(0xb87a52);
    let green = ink(0x2f7f86);
    c.turned(7.0, 1040.0, 560.0, |c| {
        c.blob(
            &[(980.0, 860.0), (1240.0, 720.0), (1330.0, 800.0), (1360.0, 1200.0), (1000.0, 1300.0), (940.0, 1040.0)],
            skin,
        );
        c.polygon(&[(930.0, 1030.0), (1380.0, 990.0), (1440.0, 1400.0), (900.0, 1400.0)], green);
        c.rounded(838.0, 118.0, 420.0, 820.0, 54.0, ink(0x10162f).alpha(0.25));
        c.rounded(820.0, 100.0, 420.0, 820.0, 54.0, ink(0x1b2433));
        c.rounded(842.0, 128.0, 376.0, 764.0, 36.0, ink(0xf7f3e7));
        c.rounded(842.0, 128.0, 376.0, 110.0, 36.0, green);
        c.rect(842.0, 190.0, 376.0, 60.0, green);
        c.rounded(870.0, 176.0, 150.0, 20.0, 10.0, ink(0xffffff).alpha(0.9));
        c.rounded(870.0, 210.0, 220.0, 12.0, 6.0, ink(0xffffff).alpha(0.5));
        c.rect(842.0, 250.0, 376.0, 330.0, ink(0xdcebd2));
        let street = |c: &mut Canvas, a: (f32, f32), b: (f32, f32), w: f32| c.line(&[a, b], w, ink(0xffffff));
        street(c, (860.0, 320.0), (1200.0, 400.0), 20.0);
        street(c, (930.0, 262.0), (1010.0, 566.0), 26.0);
        street(c, (862.0, 500.0), (1200.0, 480.0), 16.0);
        c.curve(&[(856.0, 440.0), (960.0, 470.0), (1090.0, 440.0), (1204.0, 540.0)], 18.0, ink(0x8fcbe0));
        c.oval(1050.0, 452.0, 30.0, 9.0, ink(0x10162f).alpha(0.25));
        c.blob(
            &[(1050.0, 452.0), (1004.0, 384.0), (1012.0, 340.0), (1050.0, 322.0), (1088.0, 340.0), (1096.0, 384.0)],
            ink(0xe2532f),
        );
        c.circle(1050.0, 374.0, 18.0, ink(0xffffff));
        c.rounded(870.0, 610.0, 130.0, 110.0, 14.0, ink(0x6d727e));
        c.oval(935.0, 672.0, 44.0, 20.0, ink(0x343844));
        for i in 0..4 {
            c.rounded(1020.0, 618.0 + i as f32 * 28.0, if i == 3 { 90.0 } else { 170.0 }, 13.0, 6.0, ink(0xbfc6c9));
        }
        c.rounded(880.0, 766.0, 300.0, 84.0, 42.0, ink(0xf0853f));
        c.rounded(966.0, 800.0, 128.0, 17.0, 8.0, ink(0xffffff));
        c.rounded(970.0, 106.0, 120.0, 14.0, 7.0, ink(0x0b1220));
        for (y, x) in [(560.0, 826.0), (660.0, 820.0), (755.0, 826.0)] {
            c.line(&[(x - 26.0, y + 30.0), (x + 34.0, y)], 58.0, skin.dark(0.08));
            c.line(&[(x - 26.0, y + 26.0), (x + 30.0, y - 2.0)], 50.0, skin);
        }
        c.line(&[(1330.0, 880.0), (1280.0, 760.0), (1160.0, 800.0)], 74.0, skin.dark(0.1));
        c.line(&[(1326.0, 880.0), (1276.0, 758.0), (1158.0, 796.0)], 66.0, skin);
        c.oval(1150.0, 797.0, 22.0, 17.0, ink(0xe3b18f));
    });
    c.vignette(0.2);
}
