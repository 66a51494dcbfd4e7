//! The rivers: volunteers who measure, the rains, the drill.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH};
use crate::ink::{down, ink};
use crate::nature::{cloud, grove, hills, rain, ripples, shadow, sky, water};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;
use crate::town::{Town, row};

/// Volunteers measure the river.
pub fn measuring(c: &mut Canvas) {
    let mut random = Random::new(35);
    sky(c, 420.0, &[ink(0x8ccbd0), ink(0xdcefd9)]);
    hills(c, &mut random, 330.0, 160.0, 5, ink(0x69a98d), ink(0xb9d9ad));
    for (y, h, leaf) in [(360.0, 70.0, ink(0x4b8f5e)), (400.0, 80.0, ink(0x3a7d50)), (440.0, 70.0, ink(0x2f6b45))] {
        grove(c, &mut random, -60.0, 620.0, y, h, leaf);
        grove(c, &mut random, 980.0, 1720.0, y, h, leaf);
    }
    water(c, &mut random, 420.0, &[ink(0xbfe6da), ink(0x66b8b4), ink(0x2f8391), ink(0x1f6077)], ink(0xffffff));
    c.blob(
        &[
            (-80.0, 430.0),
            (300.0, 440.0),
            (480.0, 470.0),
            (360.0, 520.0),
            (280.0, 620.0),
            (60.0, 700.0),
            (-80.0, 720.0),
        ],
        down(430.0, 720.0, &[ink(0x7cb35c), ink(0x4a8443)]),
    );
    c.blob(
        &[
            (1700.0, 420.0),
            (1300.0, 440.0),
            (1120.0, 465.0),
            (1260.0, 520.0),
            (1330.0, 640.0),
            (1520.0, 720.0),
            (1700.0, 740.0),
        ],
        down(430.0, 740.0, &[ink(0x7cb35c), ink(0x4a8443)]),
    );
    for _ in 0..46 {
        let near = random.unit();
        let (x, y, r) = (random.range(-20.0, WIDTH), 470.0 + near * 600.0, 8.0 + near * 46.0);
        let stone = random.pick(&[ink(0x8d9a96), ink(0xa9b0a6), ink(0x6f8083)]);
        if (x - 800.0).abs() > 420.0 - near * 60.0 {
            c.oval(x, y + r * 0.2, r * 1.35, r * 0.42, ink(0xffffff).alpha(0.25));
            c.blob(
                &[
                    (x - r, y + r * 0.2),
                    (x - r * 0.6, y - r * 0.4),
                    (x + r * 0.2, y - r * 0.55),
                    (x + r, y + r * 0.2),
                    (x, y + r * 0.32),
                ],
                stone,
            );
            c.blob(
                &[
                    (x - r * 0.6, y - r * 0.1),
                    (x - r * 0.4, y - r * 0.36),
                    (x + r * 0.15, y - r * 0.45),
                    (x, y - r * 0.1),
                ],
                stone.light(0.25),
            );
        }
    }
    let stand = |c: &mut Canvas, person: Person, x: f32, y: f32, height: f32, pose: Pose| {
        person.draw(c, x, y, height, pose);
        let s = height.abs() / 100.0;
        c.oval(x, y - 9.0 * s, 30.0 * s, 7.0 * s, ink(0x5cb0b4));
        c.oval(x, y - 2.0 * s, 26.0 * s, 9.0 * s, ink(0x4fa4ad));
        c.oval(x, y - 12.0 * s, 20.0 * s, 3.4 * s, ink(0xe4f8f2).alpha(0.8));
    };
    let vest = ink(0xf07f3c);
    stand(c, TOWNSPEOPLE[6], 560.0, 700.0, 300.0, Pose::Hold);
    c.rounded(622.0, 508.0, 34.0, 62.0, 10.0, ink(0xd8f2ee));
    c.rounded(626.0, 534.0, 26.0, 32.0, 8.0, ink(0x63bcc0));
    c.rect(630.0, 496.0, 18.0, 14.0, ink(0x2b6cb0));
    for i in 0..14 {
        let shade = if i % 2 == 0 { ink(0xd9432f) } else { ink(0xfdfaf0) };
        c.rect(902.0, 250.0 + i as f32 * 40.0, 18.0, 40.0, shade);
    }
    c.oval(911.0, 810.0, 34.0, 8.0, ink(0xe4f8f2).alpha(0.8));
    stand(c, Person::new(vest, ink(0x32405c)).with(Head::Straw), 820.0, 820.0, 370.0, Pose::Hold);
    stand(c, Person::new(ink(0x2f7f86), ink(0x45342f)).with(Head::Bun), 1160.0, 760.0, -320.0, Pose::Hold);
    c.polygon(&[(1050.0, 560.0), (1112.0, 548.0), (1122.0, 612.0), (1060.0, 624.0)], ink(0xfdf6e3));
    for i in 0..4 {
        c.line(&[(1064.0, 574.0 + i as f32 * 12.0), (1104.0, 566.0 + i as f32 * 12.0)], 3.0, ink(0x7b8794));
    }
    c.vignette(0.2);
}

/// Rain over the roofs, the river high, an officer at the gauge.
pub fn downpour(c: &mut Canvas) {
    let mut random = Random::new(37);
    sky(c, 700.0, &[ink(0x27364d), ink(0x4b6378), ink(0x8fa3a6)]);
    for (x, y, s, shade) in
        [(200.0, 90.0, 260.0, 0x33445c), (800.0, 60.0, 320.0, 0x2d3d55), (1400.0, 110.0, 280.0, 0x3a4d66)]
    {
        cloud(c, x, y, s, ink(shade));
    }
    hills(c, &mut random, 500.0, 150.0, 5, ink(0x455d70), ink(0x7c929a));
    let wet = ink(0x3f566b);
    row(c, &mut random, (-40.0, 1660.0), 560.0, 92.0, &Town::LIT.in_shade(wet, 0.62));
    row(c, &mut random, (-90.0, 1660.0), 640.0, 130.0, &Town::LIT.in_shade(wet, 0.45));
    c.rect(0.0, 636.0, WIDTH, 70.0, down(636.0, 706.0, &[ink(0x8b8d88), ink(0x5f6668)]));
    water(c, &mut random, 690.0, &[ink(0x8c7f68), ink(0x6b6558), ink(0x40464e)], ink(0xe5dcc8));
    for i in 0..9 {
        let y = 720.0 + i as f32 * 40.0;
        let wave: Vec<Point> =
            (0..=16).map(|k| (k as f32 * 105.0 - 40.0, y + (k as f32 * 1.7 + i as f32).sin() * 12.0)).collect();
        c.curve(&wave, 4.0 + i as f32 * 0.7, ink(0xd6cbb4).alpha(0.22));
    }
    c.blob(
        &[(-60.0, 900.0), (200.0, 880.0), (620.0, 912.0), (800.0, 990.0), (820.0, 1200.0), (-60.0, 1200.0)],
        down(880.0, HEIGHT, &[ink(0x5f7656), ink(0x33463f)]),
    );
    for i in 0..10 {
        let shade = if i % 2 == 0 { ink(0xfdfaf0) } else { ink(0x27364d) };
        c.rect(960.0, 380.0 + i as f32 * 52.0, 64.0, 52.0, shade);
        for tick in 0..3 {
            let dark = if i % 2 == 0 { ink(0x27364d) } else { ink(0xfdfaf0) };
            c.rect(1000.0, 390.0 + i as f32 * 52.0 + tick as f32 * 16.0, 24.0, 4.0, dark);
        }
    }
    c.rect(960.0, 380.0, 64.0, 104.0, ink(0xd9432f).alpha(0.85));
    c.rect(960.0, 484.0, 64.0, 104.0, ink(0xf2a02f).alpha(0.8));
    c.rect(950.0, 372.0, 10.0, 620.0, ink(0x59636b));
    c.oval(990.0, 884.0, 90.0, 16.0, ink(0xe9e1cf).alpha(0.6));
    c.rect(956.0, 886.0, 72.0, 120.0, ink(0x5c5a55).alpha(0.9));
    shadow(c, 470.0, 960.0, 130.0);
    Person::new(ink(0xe2532f), ink(0x27324a)).with(Head::Helmet(ink(0xf2b22f))).draw(
        c,
        470.0,
        960.0,
        440.0,
        Pose::Point,
    );
    c.line(&[(424.0, 770.0), (424.0, 470.0)], 8.0, ink(0x1d2430));
    c.blob(
        &[
            (210.0, 490.0),
            (260.0, 390.0),
            (424.0, 330.0),
            (590.0, 390.0),
            (640.0, 490.0),
            (530.0, 474.0),
            (424.0, 490.0),
            (320.0, 474.0),
        ],
        ink(0x2b6cb0),
    );
    c.blob(&[(424.0, 330.0), (590.0, 390.0), (640.0, 490.0), (530.0, 474.0)], ink(0x1f548d));
    rain(c, &mut random, 420, ink(0xeaf2f6));
    c.vignette(0.3);
}

/// The drill: a rubber boat at dusk, the siren turning.
pub fn drill(c: &mut Canvas) {
    let mut random = Random::new(38);
    sky(c, 600.0, &[ink(0x1d2b52), ink(0x4a4f86), ink(0xc9786f), ink(0xf7bd84)]);
    for (x, y, s) in [(260.0, 170.0, 150.0), (980.0, 120.0, 180.0), (1450.0, 260.0, 120.0)] {
        cloud(c, x, y, s, ink(0x6b5f8f).alpha(0.6));
    }
    hills(c, &mut random, 540.0, 150.0, 6, ink(0x4d4a7c), ink(0xb97a7c));
    let town = Town::LIT.in_shade(ink(0x3a335f), 0.55);
    row(c, &mut random, (-40.0, 1660.0), 600.0, 88.0, &town);
    grove(c, &mut random, -40.0, 380.0, 622.0, 40.0, ink(0x2c3056));
    grove(c, &mut random, 1180.0, 1700.0, 622.0, 46.0, ink(0x2c3056));
    let iron = ink(0x262a4a);
    c.line(&[(1290.0, 640.0), (1320.0, 250.0), (1350.0, 640.0)], 9.0, iron);
    for i in 0..6 {
        let (y, w) = (300.0 + i as f32 * 62.0, 8.0 + i as f32 * 4.6);
        c.line(&[(1320.0 - w, y), (1320.0 + w, y), (1320.0 - w - 4.0, y + 58.0)], 4.0, iron);
    }
    for side in [-1.0, 1.0] {
        let tip = 1320.0 + side * 62.0;
        c.polygon(&[(1320.0, 240.0), (tip, 212.0), (tip, 284.0), (1320.0, 258.0)], ink(0xd8d3dc));
    }
    c.glow(1320.0, 200.0, 220.0, ink(0xff5a3c), 0.9);
    c.rounded(1302.0, 180.0, 36.0, 40.0, 14.0, ink(0xff6a4a));
    c.rect(0.0, 618.0, WIDTH, 22.0, ink(0x24284a));
    c.mirror(638.0, ink(0x353a66), 0.7, 6.0);
    ripples(c, &mut random, 650.0, HEIGHT, 90, ink(0xf9cfa0));
    c.oval(720.0, 912.0, 520.0, 30.0, ink(0x12163a).alpha(0.55));
    let rubber = ink(0xee6a2c);
    c.blob(
        &[
            (220.0, 740.0),
            (420.0, 772.0),
            (1020.0, 772.0),
            (1180.0, 716.0),
            (1250.0, 760.0),
            (1120.0, 850.0),
            (400.0, 860.0),
        ],
        rubber.dark(0.45),
    );
    let crew = [
        (400.0, 300.0, Head::Helmet(ink(0xf7f3e4))),
        (560.0, 330.0, Head::Helmet(ink(0xf2b92f))),
        (720.0, 310.0, Head::Scarf(ink(0x4a7fa8))),
        (880.0, 325.0, Head::Short),
        (1030.0, -310.0, Head::Helmet(ink(0xf2b92f))),
    ];
    for (i, (x, height, head)) in crew.into_iter().enumerate() {
        let pose = if i == 4 { Pose::Point } else { Pose::Hold };
        Person::new(ink(0xf2802f), ink(0x27324a)).with(head).draw(c, x, 920.0, height, pose);
        let s = f32::abs(height) / 100.0;
        c.rounded(x - 8.0 * s, 920.0 - 66.0 * s, 16.0 * s, 3.4 * s, 4.0, ink(0xf7f0b8));
        c.rounded(x - 8.0 * s, 920.0 - 57.0 * s, 16.0 * s, 3.4 * s, 4.0, ink(0xf7f0b8));
    }
    c.line(&[(455.0, 746.0), (330.0, 930.0)], 12.0, ink(0x6b4a36));
    c.blob(&[(318.0, 912.0), (346.0, 922.0), (322.0, 1000.0), (284.0, 996.0)], ink(0xf2b92f));
    c.blob(
        &[
            (190.0, 770.0),
            (250.0, 742.0),
            (440.0, 800.0),
            (1040.0, 800.0),
            (1190.0, 742.0),
            (1262.0, 764.0),
            (1210.0, 850.0),
            (1080.0, 912.0),
            (380.0, 912.0),
            (250.0, 856.0),
        ],
        down(740.0, 912.0, &[rubber.light(0.25), rubber, rubber.dark(0.25)]),
    );
    c.curve(&[(230.0, 800.0), (400.0, 850.0), (1060.0, 850.0), (1220.0, 800.0)], 8.0, ink(0xfdf3dc));
    for i in 0..7 {
        let x = 440.0 + i as f32 * 100.0;
        c.curve(&[(x - 42.0, 856.0), (x, 880.0), (x + 42.0, 856.0)], 5.0, ink(0x2b2440));
    }
    for _ in 0..18 {
        let x = random.range(200.0, 1250.0);
        c.oval(x, random.range(908.0, 930.0), random.range(16.0, 60.0), 5.0, ink(0xfdeccf).alpha(0.5));
    }
    c.vignette(0.32);
}
