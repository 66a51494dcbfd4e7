//! Indoors: meetings, the newsroom, the library.

use crate::canvas::{Canvas, HEIGHT, WIDTH};
use crate::ink::{Ink, along, down, ink};
use crate::nature::{grove, tree};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;

/// A window with the evening outside.
fn window(c: &mut Canvas, x: f32, y: f32, w: f32, h: f32, sky: [Ink; 2], frame: Ink) {
    c.rect(x - 12.0, y - 12.0, w + 24.0, h + 24.0, frame);
    c.rect(x, y, w, h, down(y, y + h, &sky));
    c.land(
        &[(x, y + h * 0.75), (x + w * 0.3, y + h * 0.58), (x + w * 0.65, y + h * 0.72), (x + w, y + h * 0.6)],
        y + h,
        sky[0].dark(0.35),
    );
    for t in [0.33, 0.66] {
        c.rect(x + w * t - 4.0, y, 8.0, h, frame);
    }
    c.rect(x, y + h * 0.48, w, 8.0, frame);
}

/// Silhouettes around a long table before a screen.
pub fn meeting(c: &mut Canvas) {
    c.all(down(0.0, HEIGHT, &[ink(0x24405a), ink(0x2f5468), ink(0x1f3247)]));
    window(c, 90.0, 120.0, 330.0, 400.0, [ink(0xe88a5f), ink(0xffd08a)], ink(0x3a2a3c));
    window(c, 1180.0, 120.0, 330.0, 400.0, [ink(0xe88a5f), ink(0xffd08a)], ink(0x3a2a3c));
    c.glow(255.0, 330.0, 420.0, ink(0xffc07a), 0.35);
    c.glow(1345.0, 330.0, 420.0, ink(0xffc07a), 0.35);
    c.rect(520.0, 90.0, 560.0, 420.0, ink(0x182838));
    c.rect(540.0, 110.0, 520.0, 380.0, down(110.0, 490.0, &[ink(0xf7f4e8), ink(0xe3eee9)]));
    c.glow(800.0, 300.0, 560.0, ink(0xe9f6f2), 0.3);
    for (i, h) in [210.0, 168.0, 150.0, 112.0, 92.0, 60.0].into_iter().enumerate() {
        let bar = if i == 5 { ink(0xf0853f) } else { ink(0x2f7f86).light(i as f32 * 0.06) };
        c.rounded(590.0 + i as f32 * 74.0, 440.0 - h, 50.0, h, 6.0, bar);
    }
    c.line(&[(576.0, 442.0), (1030.0, 442.0)], 5.0, ink(0x39445a));
    c.curve(
        &[(615.0, 200.0), (690.0, 236.0), (764.0, 258.0), (838.0, 300.0), (912.0, 318.0), (990.0, 356.0)],
        6.0,
        ink(0xd9432f),
    );
    c.rounded(590.0, 140.0, 250.0, 20.0, 10.0, ink(0x39445a));
    let dark = ink(0x101a2c);
    let back = ink(0x1a2a40);
    for (i, x) in [330.0, 470.0, 600.0, 1000.0, 1130.0, 1270.0].into_iter().enumerate() {
        let head = [Head::Short, Head::Scarf(back), Head::Peci, Head::Bun, Head::Short, Head::Long][i];
        Person::shade(back, head).draw(c, x, 850.0, if x < 800.0 { 440.0 } else { -440.0 }, Pose::Sit);
    }
    Person::shade(back, Head::Scarf(back)).draw(c, 1105.0, 700.0, -430.0, Pose::Point);
    c.polygon(
        &[(330.0, 690.0), (1270.0, 690.0), (1560.0, 900.0), (40.0, 900.0)],
        down(690.0, 900.0, &[ink(0xb0744a), ink(0x6b4230)]),
    );
    c.rect(40.0, 900.0, 1520.0, 40.0, ink(0x452a22));
    for i in 0..9 {
        let (x, y) = (300.0 + i as f32 * 122.0, 730.0 + (i % 3) as f32 * 50.0);
        c.polygon(&[(x, y), (x + 70.0, y), (x + 84.0, y + 38.0), (x - 10.0, y + 38.0)], ink(0xf3ecda).alpha(0.92));
        c.rounded(x + 92.0, y - 14.0, 18.0, 34.0, 5.0, ink(0xbfe3ec).alpha(0.75));
    }
    for i in 0..7 {
        let x = 150.0 + i as f32 * 216.0;
        let head = [Head::Short, Head::Peci, Head::Scarf(dark), Head::Short, Head::Bun, Head::Peci, Head::Short][i];
        c.rounded(x - 96.0, 880.0, 192.0, 260.0, 60.0, ink(0x0b1322));
        Person::shade(dark, head).behind().draw(c, x, 1360.0, 600.0, Pose::Stand);
    }
    c.vignette(0.35);
}

/// Someone explains the map of open data to guests in a half circle.
pub fn briefing(c: &mut Canvas) {
    let mut random = Random::new(62);
    c.all(down(0.0, HEIGHT, &[ink(0xf4ead4), ink(0xe6d3af)]));
    for i in 0..11 {
        c.rect(i as f32 * 160.0, 0.0, 80.0, 720.0, ink(0xffffff).alpha(0.18));
    }
    c.rect(0.0, 720.0, WIDTH, HEIGHT - 720.0, down(720.0, HEIGHT, &[ink(0x3f6f78), ink(0x28505c)]));
    c.rect(0.0, 708.0, WIDTH, 16.0, ink(0xa8713f));
    c.rounded(520.0, 90.0, 820.0, 520.0, 18.0, ink(0x1d3446));
    c.rect(544.0, 114.0, 772.0, 472.0, along((544.0, 114.0), (1316.0, 586.0), &[ink(0x1f5f7d), ink(0x123a55)]));
    c.blob(
        &[
            (620.0, 300.0),
            (760.0, 180.0),
            (980.0, 170.0),
            (1180.0, 230.0),
            (1250.0, 380.0),
            (1120.0, 520.0),
            (880.0, 540.0),
            (700.0, 480.0),
        ],
        ink(0x2f8f8a),
    );
    c.blob(&[(900.0, 420.0), (1010.0, 390.0), (1120.0, 430.0), (1080.0, 510.0), (930.0, 505.0)], ink(0x8fd3e6));
    c.curve(&[(780.0, 190.0), (830.0, 290.0), (810.0, 370.0), (920.0, 440.0)], 9.0, ink(0x8fd3e6));
    c.curve(&[(1190.0, 250.0), (1080.0, 310.0), (1060.0, 400.0)], 9.0, ink(0x8fd3e6));
    for _ in 0..70 {
        let (x, y) = (random.range(660.0, 1200.0), random.range(215.0, 490.0));
        let spot = random.pick(&[ink(0xffd166), ink(0xffd166), ink(0xf0853f), ink(0xffffff)]);
        c.circle(x, y, random.range(4.0, 11.0), spot.alpha(0.92));
    }
    c.rounded(570.0, 136.0, 190.0, 18.0, 9.0, ink(0xffffff).alpha(0.9));
    c.rounded(570.0, 166.0, 120.0, 12.0, 6.0, ink(0xffffff).alpha(0.5));
    tree(c, &mut random, 1480.0, 790.0, 330.0, ink(0x4f9a4f));
    c.polygon(&[(1425.0, 760.0), (1535.0, 760.0), (1515.0, 860.0), (1445.0, 860.0)], ink(0xb5563d));
    c.oval(400.0, 880.0, 120.0, 18.0, ink(0x10162f).alpha(0.25));
    Person::new(ink(0x2b6cb0), ink(0x27324a)).with(Head::Long).draw(c, 400.0, 880.0, 580.0, Pose::Point);
    let guests = [
        (150.0, 990.0, 1),
        (560.0, 1035.0, 3),
        (760.0, 1055.0, 6),
        (960.0, 1055.0, 2),
        (1160.0, 1035.0, 5),
        (1350.0, 1000.0, 4),
    ];
    for (i, (x, y, who)) in guests.into_iter().enumerate() {
        c.rounded(x - 76.0, y - 190.0, 152.0, 330.0, 40.0, ink(0x8d5c36).mix(ink(0x6b4230), (i % 2) as f32));
        TOWNSPEOPLE[who].behind().draw(c, x, y + 140.0, 470.0, Pose::Stand);
        c.rounded(x - 84.0, y - 130.0, 168.0, 330.0, 44.0, ink(0xa8713f));
    }
    c.vignette(0.2);
}

/// Pupils in the newsroom, before a board full of notes.
pub fn workshop(c: &mut Canvas) {
    let mut random = Random::new(63);
    c.all(down(0.0, HEIGHT, &[ink(0xdcebe6), ink(0xf0e6cd)]));
    c.rect(0.0, 760.0, WIDTH, HEIGHT - 760.0, down(760.0, HEIGHT, &[ink(0xc99a63), ink(0x94683f)]));
    c.rounded(250.0, 90.0, 1100.0, 560.0, 16.0, ink(0x8d5c36));
    c.rect(272.0, 112.0, 1056.0, 516.0, down(112.0, 628.0, &[ink(0xfdfcf6), ink(0xeef2ee)]));
    let papers = [ink(0xffd84d), ink(0xff9f6b), ink(0x8fd3b6), ink(0x9cc8f0), ink(0xf7a8c0)];
    for line in 0..4 {
        for column in 0..9 {
            if random.one_in(5) {
                continue;
            }
            let (x, y) = (
                300.0 + column as f32 * 114.0 + random.range(-9.0, 9.0),
                136.0 + line as f32 * 120.0 + random.range(-8.0, 8.0),
            );
            let paper = random.pick(&papers);
            c.turned(random.range(-6.0, 6.0), x + 45.0, y + 45.0, |c| {
                c.rect(x + 5.0, y + 7.0, 90.0, 90.0, ink(0x10162f).alpha(0.14));
                c.rect(x, y, 90.0, 90.0, paper);
                for k in 0..4 {
                    c.rounded(
                        x + 12.0,
                        y + 20.0 + k as f32 * 16.0,
                        if k == 3 { 36.0 } else { 64.0 },
                        6.0,
                        3.0,
                        paper.dark(0.42),
                    );
                }
            });
        }
    }
    c.curve(&[(480.0, 240.0), (640.0, 330.0), (800.0, 300.0), (960.0, 420.0)], 6.0, ink(0xd9432f));
    c.ring(980.0, 450.0, 76.0, 7.0, ink(0xd9432f));
    c.oval(1150.0, 852.0, 110.0, 16.0, ink(0x10162f).alpha(0.2));
    TOWNSPEOPLE[7].draw(c, 1200.0, 850.0, -470.0, Pose::Point);
    TOWNSPEOPLE[4].draw(c, 170.0, 850.0, 460.0, Pose::Hold);
    c.rounded(270.0, 560.0, 66.0, 86.0, 6.0, ink(0xf7f3e7));
    let uniform = ink(0xfdfaf2);
    for line in 0..2 {
        for i in 0..(6 - line) {
            let x = 200.0 + i as f32 * 236.0 + line as f32 * 118.0;
            let y = 1290.0 + line as f32 * 130.0;
            let head = [
                Head::Short,
                Head::Scarf(ink(0xf4efe4)),
                Head::Long,
                Head::Short,
                Head::Bun,
                Head::Scarf(ink(0x39588a)),
            ][(i * 2 + line * 3) % 6];
            Person::new(uniform, ink(0x27406b)).with(head).behind().draw(
                c,
                x,
                y,
                480.0 + line as f32 * 40.0,
                Pose::Stand,
            );
            c.rounded(x - 78.0, y - 260.0, 156.0, 180.0, 20.0, ink(0xb5773f).mix(ink(0x7a4f2c), line as f32 * 0.5));
        }
    }
    c.vignette(0.18);
}

/// The reading room of the restored library.
pub fn library(c: &mut Canvas) {
    let mut random = Random::new(64);
    c.all(down(0.0, HEIGHT, &[ink(0x5d3a2c), ink(0x8a5a3c), ink(0x6b4230)]));
    c.rect(430.0, 60.0, 740.0, 620.0, ink(0x3f271f));
    for i in 0..3 {
        let x = 460.0 + i as f32 * 235.0;
        c.rounded(x, 90.0, 210.0, 560.0, 105.0, down(90.0, 650.0, &[ink(0xbfe3e6), ink(0xfdf3d0)]));
        grove(c, &mut random, x + 34.0, x + 176.0, 620.0, 60.0, ink(0x86bb7c));
        c.rect(x, 640.0, 210.0, 20.0, ink(0x3f271f));
        c.rect(x + 100.0, 90.0, 10.0, 560.0, ink(0x3f271f));
        for y in [250.0, 400.0, 540.0] {
            c.rect(x, y, 210.0, 8.0, ink(0x3f271f));
        }
    }
    c.glow(800.0, 380.0, 760.0, ink(0xfff0c4), 0.5);
    let books = [
        ink(0xd9523f),
        ink(0xf2b544),
        ink(0x2f8f8a),
        ink(0x3d6db0),
        ink(0xf4ead6),
        ink(0x8a4f87),
        ink(0x6aa84f),
        ink(0xc77a3a),
    ];
    for right in [false, true] {
        let left = if right { 1190.0 } else { 0.0 };
        c.rect(left, 30.0, 410.0, 760.0, ink(0x4a2d20));
        for shelf in 0..6 {
            let floor = 150.0 + shelf as f32 * 122.0;
            c.rect(left + 10.0, floor - 104.0, 390.0, 104.0, ink(0x331e16));
            let mut x = left + 18.0;
            while x < left + 372.0 {
                let (w, h) = (random.range(13.0, 29.0), random.range(62.0, 96.0));
                if random.one_in(12) {
                    x += 26.0;
                    continue;
                }
                let book = random.pick(&books).dark(0.12);
                c.rect(x, floor - h, w, h, along((x, 0.0), (x + w, 0.0), &[book.light(0.12), book.dark(0.18)]));
                c.rect(x + 3.0, floor - h * 0.78, w - 6.0, 5.0, book.light(0.5));
                x += w + 1.5;
            }
            c.rect(left, floor, 410.0, 16.0, ink(0x8d5c36));
        }
    }
    c.rect(0.0, 780.0, WIDTH, HEIGHT - 780.0, down(780.0, HEIGHT, &[ink(0xb57a48), ink(0x6f4630)]));
    for i in 0..3 {
        let x = 460.0 + i as f32 * 235.0;
        c.polygon(
            &[
                (x + 10.0, 790.0),
                (x + 200.0, 790.0),
                (x + 170.0 + (i as f32 - 1.0) * 110.0, HEIGHT),
                (x - 90.0 + (i as f32 - 1.0) * 110.0, HEIGHT),
            ],
            ink(0xfff0c4).alpha(0.16),
        );
    }
    for x in [560.0, 800.0, 1040.0] {
        c.line(&[(x, 0.0), (x, 120.0)], 4.0, ink(0x2b1a13));
        c.glow(x, 150.0, 190.0, ink(0xffe2a0), 0.6);
        c.polygon(&[(x - 20.0, 116.0), (x + 20.0, 116.0), (x + 52.0, 162.0), (x - 52.0, 162.0)], ink(0x2f7f86));
    }
    TOWNSPEOPLE[6].draw(c, 330.0, 860.0, -380.0, Pose::Point);
    TOWNSPEOPLE[2].draw(c, 1270.0, 870.0, 390.0, Pose::Hold);
    let sitting = [(600.0, 1, 1.0), (800.0, 3, 1.0), (1010.0, 4, -1.0)];
    for (x, who, side) in sitting {
        TOWNSPEOPLE[who].draw(c, x, 960.0, 380.0 * side, Pose::Sit);
    }
    c.polygon(
        &[(470.0, 838.0), (1130.0, 838.0), (1230.0, 910.0), (370.0, 910.0)],
        down(838.0, 910.0, &[ink(0xd9a066), ink(0xa8713f)]),
    );
    c.rect(370.0, 910.0, 860.0, 26.0, ink(0x70482a));
    for x in [410.0, 1166.0] {
        c.rect(x, 934.0, 30.0, 133.0, ink(0x5b3a24));
    }
    for (x, y) in [(660.0, 850.0), (860.0, 852.0), (940.0, 850.0)] {
        c.polygon(&[(x, y), (x + 44.0, y - 10.0), (x + 52.0, y + 22.0), (x + 4.0, y + 30.0)], ink(0xfdf8ea));
        c.polygon(&[(x + 44.0, y - 10.0), (x + 88.0, y), (x + 94.0, y + 30.0), (x + 52.0, y + 22.0)], ink(0xf0e6cd));
    }
    for (i, book) in [books[0], books[3], books[1]].into_iter().enumerate() {
        c.rounded(480.0 + i as f32 * 4.0, 868.0 - i as f32 * 17.0, 100.0, 16.0, 3.0, book);
    }
    c.vignette(0.3);
}
