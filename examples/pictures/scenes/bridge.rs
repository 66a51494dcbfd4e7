//! The bridge, at dusk and by day.

use crate::canvas::{Canvas, HEIGHT, Point, WIDTH};
use crate::ink::{down, ink};
use crate::nature::{birds, cloud, grove, hills, ripples, shadow, sky, sun, water};
use crate::people::{Head, Person, Pose};
use crate::random::Random;
use crate::scenes::TOWNSPEOPLE;
use crate::town::{Town, bicycle, lamp, row};

/// The height of the bridge's arch above its ends, `t` of the way across.
fn arch(t: f32, rise: f32) -> f32 {
    rise * 4.0 * t * (1.0 - t)
}

/// The bridge at dusk, its lamps in the water.
pub fn dusk(c: &mut Canvas) {
    let mut random = Random::new(31);
    sky(c, 600.0, &[ink(0x1f2a5c), ink(0x6a4a86), ink(0xe0766a), ink(0xffc07a)]);
    for _ in 0..50 {
        c.circle(random.range(0.0, WIDTH), random.range(0.0, 220.0), random.range(1.0, 2.4), ink(0xffffff).alpha(0.6));
    }
    sun(c, 300.0, 520.0, 70.0, ink(0xffd08a));
    hills(c, &mut random, 560.0, 170.0, 5, ink(0x54407a), ink(0xc9727a));
    hills(c, &mut random, 600.0, 80.0, 8, ink(0x3a2f5f), ink(0x7d4f70));
    let dusk = ink(0x352a58);
    row(c, &mut random, (-30.0, 480.0), 640.0, 70.0, &Town::LIT.in_shade(dusk, 0.7));
    row(c, &mut random, (1180.0, 1660.0), 640.0, 76.0, &Town::LIT.in_shade(dusk, 0.7));
    grove(c, &mut random, -40.0, 300.0, 660.0, 40.0, ink(0x2a2448));
    grove(c, &mut random, 1310.0, 1700.0, 660.0, 46.0, ink(0x2a2448));
    let deck = |t: f32| (60.0 + 1480.0 * t, 640.0 - arch(t, 120.0));
    let top = |t: f32| (60.0 + 1480.0 * t, 640.0 - arch(t, 400.0));
    let line = |f: &dyn Fn(f32) -> Point| (0..=30).map(|i| f(i as f32 / 30.0)).collect::<Vec<Point>>();
    for i in 2..29 {
        let t = i as f32 / 30.0;
        c.line(&[top(t), deck(t)], 3.0, ink(0xffd9a8).alpha(0.55));
    }
    c.curve(&line(&top), 16.0, ink(0x2b2148));
    c.curve(&line(&|t| (top(t).0, top(t).1 - 4.0)), 4.0, ink(0xf2a07a).alpha(0.7));
    c.curve(&line(&deck), 22.0, ink(0x1f1838));
    c.curve(&line(&|t| (deck(t).0, deck(t).1 - 46.0)), 4.0, ink(0x1f1838));
    for i in 0..=60 {
        let at = deck(i as f32 / 60.0);
        c.line(&[(at.0, at.1), (at.0, at.1 - 46.0)], 2.4, ink(0x1f1838));
    }
    let dark = ink(0x1a1430);
    for (t, height, pose, head) in [
        (0.2, 96.0, Pose::Walk, Head::Scarf(dark)),
        (0.23, 88.0, Pose::Walk, Head::Short),
        (0.36, -98.0, Pose::Walk, Head::Short),
        (0.62, 94.0, Pose::Stand, Head::Long),
        (0.645, -100.0, Pose::Point, Head::Short),
        (0.74, 70.0, Pose::Walk, Head::Short),
        (0.77, 98.0, Pose::Walk, Head::Bun),
    ] {
        let at = deck(t);
        Person::shade(dark, head).draw(c, at.0, at.1 - 8.0, height, pose);
    }
    let at = deck(0.48);
    bicycle(c, at.0, at.1 - 10.0, 1.0, dark);
    Person::shade(dark, Head::Short).draw(c, at.0 + 4.0, at.1 - 12.0, 94.0, Pose::Ride);
    for i in 0..9 {
        let at = deck(0.06 + i as f32 * 0.11);
        lamp(c, at.0, at.1 - 6.0, 120.0, 0.75);
    }
    for x in [40.0, 1480.0] {
        c.rect(x, 600.0, 80.0, 80.0, ink(0x2a2345));
    }
    c.rect(0.0, 660.0, WIDTH, 24.0, ink(0x241e40));
    c.mirror(684.0, ink(0x3a2c5e), 0.74, 5.0);
    ripples(c, &mut random, 690.0, HEIGHT, 80, ink(0xffcf98));
    birds(c, &mut random, 620.0, 170.0, 6, ink(0x2b2148));
    c.vignette(0.35);
}

/// People on the bridge by day.
pub fn day(c: &mut Canvas) {
    let mut random = Random::new(32);
    sky(c, 620.0, &[ink(0x4fa6cf), ink(0xa8dbe4), ink(0xfdf1d5)]);
    cloud(c, 300.0, 170.0, 120.0, ink(0xf2fafa));
    cloud(c, 1260.0, 240.0, 100.0, ink(0xf2fafa));
    hills(c, &mut random, 480.0, 160.0, 5, ink(0x6aa79f), ink(0xd3e7d5));
    hills(c, &mut random, 520.0, 80.0, 8, ink(0x438c72), ink(0xa0cda3));
    row(c, &mut random, (-30.0, 560.0), 545.0, 84.0, &Town::DAY);
    row(c, &mut random, (1080.0, 1660.0), 545.0, 84.0, &Town::DAY);
    water(c, &mut random, 540.0, &[ink(0x9fdcd8), ink(0x3f9db0)], ink(0xffffff));
    let floor = [(-60.0, HEIGHT), (560.0, 560.0), (1040.0, 560.0), (1660.0, HEIGHT)];
    c.polygon(&floor, down(560.0, HEIGHT, &[ink(0xe6d3b1), ink(0xcfae80)]));
    c.polygon(
        &[(800.0, 560.0), (1040.0, 560.0), (1660.0, HEIGHT), (800.0, HEIGHT)],
        down(560.0, HEIGHT, &[ink(0xd98a68), ink(0xbf6146)]),
    );
    for i in 1..16 {
        let t = (i as f32 / 16.0).powi(2);
        let (y, spread) = (560.0 + 507.0 * t, 240.0 + 620.0 * t);
        c.line(&[(800.0 - spread, y), (800.0 + spread, y)], 1.0 + t * 3.0, ink(0x5d402c).alpha(0.16));
    }
    c.line(&[(800.0, 560.0), (800.0, HEIGHT)], 8.0, ink(0xfff6e0));
    for side in [-1.0, 1.0] {
        let at = |t: f32, up: f32| (800.0 + side * (240.0 + 620.0 * t), 560.0 + 507.0 * t - up * (60.0 + 250.0 * t));
        for k in 0..13 {
            let t = (k as f32 / 12.0).powi(2);
            c.line(&[at(t, 0.0), at(t, 1.0)], 4.0 + 14.0 * t, ink(0x7a5236));
        }
        for (up, width) in [(1.0, 16.0), (0.66, 8.0), (0.33, 8.0)] {
            c.line(&[at(0.0, up), at(1.0, up)], width, ink(0x94643f));
        }
        for k in 1..7 {
            let t = (k as f32 / 6.5).powi(2);
            let (x, y) = at(t, 1.0);
            let s = 14.0 + 56.0 * t;
            c.polygon(
                &[(x - s * 0.55, y - s * 0.7), (x + s * 0.55, y - s * 0.7), (x + s * 0.4, y), (x - s * 0.4, y)],
                ink(0xb5563d),
            );
            for _ in 0..9 {
                let flower = random.pick(&[ink(0xe8476a), ink(0xf7c548), ink(0xffffff), ink(0x5fa853), ink(0x4c9348)]);
                c.circle(x + random.range(-0.6, 0.6) * s, y - s * random.range(0.7, 1.3), s * 0.17, flower);
            }
        }
    }
    for (x, y, height, who, pose) in [
        (700.0, 640.0, 130.0_f32, 1, Pose::Walk),
        (640.0, 650.0, 124.0, 3, Pose::Walk),
        (905.0, 640.0, -128.0, 7, Pose::Walk),
        (560.0, 800.0, 250.0, 5, Pose::Walk),
        (450.0, 810.0, 170.0, 0, Pose::Walk),
        (330.0, 1000.0, 360.0, 6, Pose::Walk),
        (700.0, 960.0, -330.0, 4, Pose::Point),
    ] {
        shadow(c, x, y, height.abs() * 0.26);
        TOWNSPEOPLE[who].draw(c, x, y, height, pose);
    }
    for (x, y, s, who, frame) in [(940.0, 760.0, 1.9, 2, ink(0x2b6cb0)), (1180.0, 980.0, 3.0, 1, ink(0xe2b23a))] {
        shadow(c, x, y, s * 44.0);
        bicycle(c, x, y, s, frame);
        TOWNSPEOPLE[who].draw(c, x + 2.0 * s, y - 2.0 * s, 94.0 * s, Pose::Ride);
    }
    birds(c, &mut random, 860.0, 330.0, 5, ink(0x3a6a7a));
    c.vignette(0.15);
}
