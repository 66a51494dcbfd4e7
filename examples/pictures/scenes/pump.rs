//! The pumping station: at work, cut open, visited.

use crate::canvas::{Canvas, HEIGHT, WIDTH};
use crate::ink::{Ink, along, down, ink};
use crate::nature::{cloud, grove, hills, rain, sky, water};
use crate::people::{Head, Person, Pose};
use crate::random::Random;

/// The pumping station in the rain, at work.
pub fn house(c: &mut Canvas) {
    let mut random = Random::new(33);
    sky(c, 600.0, &[ink(0x3d5068), ink(0x6d8798), ink(0xc9cdbf)]);
    for (x, y, s, shade) in [
        (250.0, 120.0, 220.0, 0x4a5d74),
        (900.0, 90.0, 260.0, 0x42546b),
        (1450.0, 150.0, 220.0, 0x526880),
        (600.0, 210.0, 150.0, 0x5f7589),
    ] {
        cloud(c, x, y, s, ink(shade));
    }
    hills(c, &mut random, 520.0, 120.0, 6, ink(0x5c7f86), ink(0xa5b7ae));
    grove(c, &mut random, -40.0, 1700.0, 575.0, 42.0, ink(0x41695e));
    c.rect(0.0, 580.0, WIDTH, 130.0, down(580.0, 710.0, &[ink(0x7f9b67), ink(0x5c7a50)]));
    c.rect(360.0, 330.0, 700.0, 330.0, along((360.0, 0.0), (1060.0, 0.0), &[ink(0xc7694a), ink(0x9c4a36)]));
    for line in 0..16 {
        let y = 340.0 + line as f32 * 20.0;
        for i in 0..18 {
            let x = 366.0 + i as f32 * 39.0 + (line % 2) as f32 * 18.0;
            if x < 1030.0 {
                c.rect(x, y, 34.0, 15.0, ink(0xe08a66).alpha(random.range(0.05, 0.35)));
            }
        }
    }
    c.polygon(
        &[(320.0, 336.0), (470.0, 220.0), (950.0, 220.0), (1100.0, 336.0)],
        down(220.0, 336.0, &[ink(0x53616f), ink(0x36424f)]),
    );
    c.rect(620.0, 180.0, 180.0, 44.0, ink(0x46535f));
    for i in 0..4 {
        let x = 410.0 + i as f32 * 165.0;
        c.rounded(x, 400.0, 104.0, 130.0, 52.0, ink(0x5b2b22));
        c.rounded(x + 8.0, 408.0, 88.0, 122.0, 44.0, down(400.0, 530.0, &[ink(0xffe2a0), ink(0xf0b458)]));
        c.rect(x + 48.0, 408.0, 8.0, 122.0, ink(0x5b2b22));
        c.rect(x + 8.0, 460.0, 88.0, 7.0, ink(0x5b2b22));
    }
    c.glow(710.0, 470.0, 460.0, ink(0xffd98a), 0.25);
    c.rect(1100.0, 470.0, 190.0, 190.0, ink(0xb9bfb9));
    c.rect(1100.0, 470.0, 190.0, 14.0, ink(0x8f9893));
    for i in 0..6 {
        c.rect(1120.0, 510.0 + i as f32 * 20.0, 150.0, 8.0, ink(0x87908c));
    }
    c.rect(0.0, 655.0, WIDTH, 110.0, down(655.0, 765.0, &[ink(0xb8b6aa), ink(0x83857f)]));
    for i in 0..15 {
        c.line(&[(i as f32 * 115.0, 660.0), (i as f32 * 115.0, 765.0)], 3.0, ink(0x6d706c));
    }
    water(c, &mut random, 760.0, &[ink(0x7a9aa0), ink(0x4a7484), ink(0x2c5066)], ink(0xdfeef0));
    for x in [470.0, 710.0, 950.0] {
        c.rounded(
            x - 62.0,
            630.0,
            124.0,
            110.0,
            40.0,
            along((x - 62.0, 0.0), (x + 62.0, 0.0), &[ink(0x1f5f7d), ink(0x6fb4cc), ink(0x1c5571)]),
        );
        c.oval(x, 738.0, 62.0, 30.0, ink(0x12394c));
        c.blob(
            &[
                (x - 52.0, 738.0),
                (x + 52.0, 738.0),
                (x + 66.0, 830.0),
                (x + 104.0, 930.0),
                (x - 104.0, 930.0),
                (x - 66.0, 830.0),
            ],
            down(738.0, 930.0, &[ink(0xcfe9ef), ink(0x9fd0dc), ink(0xffffff)]),
        );
        for _ in 0..10 {
            let dx = random.range(-52.0, 52.0);
            c.curve(&[(x + dx * 0.8, 750.0), (x + dx, 830.0), (x + dx * 1.6, 915.0)], 4.0, ink(0x7fb9c9).alpha(0.6));
        }
        for _ in 0..34 {
            c.circle(
                x + random.range(-150.0, 150.0),
                930.0 + random.range(-26.0, 30.0),
                random.range(8.0, 30.0),
                ink(0xffffff).alpha(random.range(0.25, 0.7)),
            );
        }
    }
    for (x, height, pose) in [(1180.0, 150.0, Pose::Point), (1260.0, -150.0, Pose::Hold)] {
        Person::new(ink(0xf2b22f), ink(0x2f3a56)).with(Head::Helmet(ink(0xf6f1e2))).draw(c, x, 690.0, height, pose);
    }
    rain(c, &mut random, 240, ink(0xeaf4f6));
    c.vignette(0.28);
}

/// How the pumping station works, cut open.
pub fn section(c: &mut Canvas) {
    let mut random = Random::new(34);
    c.all(down(0.0, HEIGHT, &[ink(0xf7f1e3), ink(0xefe2c6)]));
    for i in 0..34 {
        c.line(&[(i as f32 * 50.0, 0.0), (i as f32 * 50.0, HEIGHT)], 1.0, ink(0x2f5f75).alpha(0.07));
        c.line(&[(0.0, i as f32 * 50.0), (WIDTH, i as f32 * 50.0)], 1.0, ink(0x2f5f75).alpha(0.07));
    }
    let blue = [ink(0x7cc7d6), ink(0x2f8fae)];
    let earth = down(560.0, HEIGHT, &[ink(0xc39a6a), ink(0x7a5539)]);
    c.rect(0.0, 520.0, 330.0, 290.0, down(520.0, 790.0, &blue));
    c.rect(1240.0, 380.0, 360.0, 440.0, down(380.0, 790.0, &blue));
    c.land(
        &[(-20.0, 792.0), (160.0, 780.0), (340.0, 786.0), (1220.0, 780.0), (1400.0, 800.0), (1640.0, 782.0)],
        HEIGHT,
        earth.clone(),
    );
    c.rect(330.0, 560.0, 900.0, 300.0, earth);
    c.rect(330.0, 552.0, 900.0, 14.0, ink(0x86b35a));
    c.rect(330.0, 660.0, 120.0, 104.0, down(520.0, 790.0, &blue));
    c.rect(430.0, 520.0, 440.0, 350.0, ink(0xe6d8ba));
    c.rect(430.0, 610.0, 440.0, 260.0, down(610.0, 870.0, &blue));
    for _ in 0..90 {
        c.circle(
            random.range(0.0, WIDTH),
            random.range(900.0, HEIGHT),
            random.range(3.0, 10.0),
            random.pick(&[ink(0x94693f), ink(0xc29a6f), ink(0x6a4931)]),
        );
    }
    let wall = ink(0x8d949b);
    c.rect(320.0, 470.0, 34.0, 190.0, wall);
    c.rect(320.0, 628.0, 124.0, 34.0, wall);
    c.rect(320.0, 760.0, 124.0, 34.0, wall);
    c.rect(410.0, 760.0, 34.0, 140.0, wall);
    c.rect(410.0, 520.0, 34.0, 142.0, wall);
    c.rect(410.0, 866.0, 500.0, 34.0, wall);
    c.rect(870.0, 560.0, 34.0, 340.0, wall);
    c.rect(1210.0, 330.0, 34.0, 450.0, wall);
    for i in 0..9 {
        c.line(&[(470.0 + i as f32 * 9.0, 590.0), (510.0 + i as f32 * 9.0, 862.0)], 4.0, ink(0x3a4654));
    }
    c.rect(640.0, 300.0, 420.0, 262.0, ink(0xd9765a));
    c.rect(664.0, 330.0, 372.0, 232.0, ink(0xf9e6c8));
    c.polygon(&[(610.0, 306.0), (700.0, 216.0), (1000.0, 216.0), (1090.0, 306.0)], ink(0x44525f));
    let steel = |x: f32| along((x - 46.0, 0.0), (x + 46.0, 0.0), &[ink(0x1f5f7d), ink(0x7fc0d6), ink(0x1c5571)]);
    c.rounded(744.0, 420.0, 92.0, 400.0, 26.0, steel(790.0));
    c.rounded(744.0, 398.0, 500.0, 84.0, 30.0, down(398.0, 482.0, &[ink(0x2a7291), ink(0x8accdf), ink(0x1f5f7d)]));
    c.rounded(722.0, 318.0, 136.0, 96.0, 14.0, ink(0xe9a13f));
    for i in 0..5 {
        c.rect(736.0, 334.0 + i as f32 * 15.0, 108.0, 6.0, ink(0xb97722));
    }
    c.turned(30.0, 790.0, 800.0, |c| {
        for blade in 0..4 {
            c.turned(blade as f32 * 90.0, 790.0, 800.0, |c| {
                c.blob(&[(790.0, 800.0), (812.0, 764.0), (800.0, 736.0), (776.0, 752.0)], ink(0xf4c14e));
            });
        }
    });
    c.circle(790.0, 800.0, 15.0, ink(0x27323f));
    let arrow = |c: &mut Canvas, x: f32, y: f32, turn: f32| {
        c.turned(turn, x, y, |c| {
            c.line(&[(x - 46.0, y), (x + 26.0, y)], 15.0, ink(0xffffff));
            c.polygon(&[(x + 20.0, y - 28.0), (x + 64.0, y), (x + 20.0, y + 28.0)], ink(0xffffff));
        });
    };
    for (x, y, turn) in [
        (160.0, 640.0, 0.0),
        (376.0, 712.0, 0.0),
        (640.0, 760.0, 0.0),
        (790.0, 620.0, -90.0),
        (980.0, 440.0, 0.0),
        (1430.0, 560.0, 0.0),
    ] {
        arrow(c, x, y, turn);
    }
    for (x, y, w) in [(40.0, 516.0, 240.0), (540.0, 606.0, 260.0), (1290.0, 376.0, 270.0)] {
        c.curve(
            &[(x, y), (x + w * 0.25, y - 8.0), (x + w * 0.5, y), (x + w * 0.75, y - 8.0), (x + w, y)],
            6.0,
            ink(0xffffff).alpha(0.8),
        );
    }
    for (n, x, y) in [(1, 160.0, 400.0), (2, 530.0, 450.0), (3, 985.0, 720.0), (4, 1430.0, 270.0)] {
        c.circle(x, y, 40.0, ink(0x1d3a52));
        for dot in 0..n {
            c.circle(x - (n - 1) as f32 * 8.5 + dot as f32 * 17.0, y, 6.5, ink(0xffd166));
        }
    }
    c.vignette(0.08);
}

/// Visitors in hard hats on the footbridge above the basin.
pub fn inspection(c: &mut Canvas) {
    let mut random = Random::new(36);
    sky(c, 560.0, &[ink(0x7f98a6), ink(0xb7c8c6), ink(0xe6e3d0)]);
    cloud(c, 350.0, 140.0, 200.0, ink(0x93a9b3));
    cloud(c, 1200.0, 110.0, 240.0, ink(0x8aa1ad));
    hills(c, &mut random, 460.0, 120.0, 6, ink(0x7f9f96), ink(0xc3d0bd));
    grove(c, &mut random, -40.0, 1700.0, 500.0, 46.0, ink(0x55806a));
    c.rect(0.0, 500.0, WIDTH, 300.0, down(500.0, 800.0, &[ink(0xc7c3b4), ink(0x979790)]));
    for i in 0..5 {
        let x = 60.0 + i as f32 * 350.0;
        c.rounded(x, 560.0, 180.0, 150.0, 75.0, ink(0x3a4852));
        c.rounded(x + 20.0, 580.0, 140.0, 130.0, 60.0, ink(0x1f2c36));
    }
    water(c, &mut random, 690.0, &[ink(0x8db4b0), ink(0x4d8590), ink(0x2d5f74)], ink(0xf2fbf6));
    c.polygon(
        &[(0.0, 812.0), (WIDTH, 780.0), (WIDTH, 850.0), (0.0, 890.0)],
        down(780.0, 890.0, &[ink(0xdf9b43), ink(0xa9682a)]),
    );
    c.polygon(&[(0.0, 890.0), (WIDTH, 850.0), (WIDTH, 872.0), (0.0, 914.0)], ink(0x5f3d22));
    let who: [(f32, f32, Ink, Pose, Ink); 8] = [
        (210.0, 330.0, ink(0x2f5d8a), Pose::Stand, ink(0xc68a60)),
        (360.0, 350.0, ink(0x52606e), Pose::Hold, ink(0xf0c9a8)),
        (520.0, 320.0, ink(0x8a3f4a), Pose::Stand, ink(0xf3d2b6)),
        (700.0, 345.0, ink(0xe8dfca), Pose::Point, ink(0xb87a52)),
        (880.0, -335.0, ink(0x3f7a5b), Pose::Stand, ink(0xf0c9a8)),
        (1030.0, -310.0, ink(0x31465f), Pose::Hold, ink(0x8a5a3c)),
        (1190.0, -342.0, ink(0xc7a04a), Pose::Stand, ink(0xf3d2b6)),
        (1350.0, -325.0, ink(0x5a4a78), Pose::Hold, ink(0xc68a60)),
    ];
    for (i, (x, height, top, pose, skin)) in who.into_iter().enumerate() {
        let helmet = if i == 3 { ink(0xf2b22f) } else { ink(0xf7f4ea) };
        Person::new(top, ink(0x2f3648)).with(Head::Helmet(helmet)).skin(skin).draw(
            c,
            x,
            850.0 - x * 0.022,
            height,
            pose,
        );
    }
    for (y, width) in [(690.0, 10.0), (760.0, 7.0)] {
        c.line(&[(-10.0, y + 26.0), (WIDTH + 10.0, y - 8.0)], width, ink(0xf2b22f));
    }
    for i in 0..12 {
        let x = i as f32 * 146.0;
        c.line(&[(x, 716.0 - x * 0.021), (x, 872.0 - x * 0.022)], 9.0, ink(0xd9971f));
    }
    rain(c, &mut random, 110, ink(0xffffff));
    c.vignette(0.2);
}
