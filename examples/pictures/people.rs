//! People: flat, friendly, without faces.

use crate::canvas::{Canvas, Point};
use crate::ink::{Ink, ink};

/// What somebody wears on the head.
#[derive(Clone, Copy)]
pub enum Head {
    /// Short hair.
    Short,
    /// Hair to the shoulders.
    Long,
    /// A knot of hair.
    Bun,
    /// A headscarf.
    Scarf(Ink),
    /// A pointed straw hat.
    Straw,
    /// A hard hat.
    Helmet(Ink),
    /// A flat black cap.
    Peci,
}

/// How somebody stands, walks or sits.
#[derive(Clone, Copy)]
pub enum Pose {
    /// Upright, arms down.
    Stand,
    /// Walking.
    Walk,
    /// One arm stretched forward and up.
    Point,
    /// Both arms forward, something in the hands.
    Hold,
    /// On a seat of a third of the height.
    Sit,
    /// On one knee, hands to the ground.
    Kneel,
    /// Walking with a load on the back.
    Stoop,
    /// On a bicycle.
    Ride,
}

/// What somebody looks like.
#[derive(Clone, Copy)]
pub struct Person {
    /// Skin.
    pub skin: Ink,
    /// Shirt or jacket.
    pub top: Ink,
    /// Trousers or sarong.
    pub legs: Ink,
    /// Hair.
    pub hair: Ink,
    /// On the head.
    pub head: Head,
    /// Seen from behind.
    pub behind: bool,
}

/// The joints of a body 100 high that stands on the origin and looks to the right.
struct Joints {
    head: Point,
    neck: Point,
    hip: Point,
    back_arm: [Point; 3],
    front_arm: [Point; 3],
    back_leg: [Point; 3],
    front_leg: [Point; 3],
}

fn joints(pose: Pose) -> Joints {
    let upright = Joints {
        head: (1.0, -90.0),
        neck: (0.0, -76.0),
        hip: (0.0, -46.0),
        back_arm: [(-9.0, -72.0), (-13.0, -58.0), (-11.0, -44.0)],
        front_arm: [(9.0, -72.0), (13.0, -58.0), (13.0, -44.0)],
        back_leg: [(-5.0, -46.0), (-6.0, -24.0), (-6.0, -3.0)],
        front_leg: [(5.0, -46.0), (6.0, -24.0), (6.0, -3.0)],
    };
    match pose {
        Pose::Stand => upright,
        Pose::Walk => Joints {
            back_arm: [(-6.0, -72.0), (-16.0, -60.0), (-18.0, -47.0)],
            front_arm: [(6.0, -72.0), (14.0, -60.0), (20.0, -50.0)],
            back_leg: [(-3.0, -46.0), (-8.0, -25.0), (-19.0, -5.0)],
            front_leg: [(3.0, -46.0), (11.0, -26.0), (12.0, -3.0)],
            ..upright
        },
        Pose::Point => Joints { front_arm: [(8.0, -72.0), (21.0, -74.0), (34.0, -82.0)], ..upright },
        Pose::Hold => Joints {
            back_arm: [(-4.0, -72.0), (4.0, -57.0), (19.0, -56.0)],
            front_arm: [(8.0, -72.0), (13.0, -57.0), (24.0, -58.0)],
            ..upright
        },
        Pose::Sit => Joints {
            head: (2.0, -77.0),
            neck: (0.0, -63.0),
            hip: (-1.0, -33.0),
            back_arm: [(-6.0, -59.0), (2.0, -45.0), (17.0, -43.0)],
            front_arm: [(8.0, -59.0), (12.0, -45.0), (22.0, -44.0)],
            back_leg: [(-2.0, -33.0), (20.0, -35.0), (19.0, -3.0)],
            front_leg: [(3.0, -31.0), (25.0, -32.0), (25.0, -3.0)],
        },
        Pose::Kneel => Joints {
            head: (17.0, -58.0),
            neck: (10.0, -47.0),
            hip: (-8.0, -26.0),
            back_arm: [(8.0, -45.0), (17.0, -29.0), (29.0, -14.0)],
            front_arm: [(14.0, -43.0), (25.0, -30.0), (35.0, -12.0)],
            back_leg: [(-9.0, -26.0), (2.0, -5.0), (-22.0, -4.0)],
            front_leg: [(-5.0, -25.0), (14.0, -24.0), (12.0, -3.0)],
        },
        Pose::Stoop => Joints {
            head: (21.0, -82.0),
            neck: (13.0, -72.0),
            hip: (-3.0, -45.0),
            back_arm: [(8.0, -69.0), (12.0, -78.0), (6.0, -90.0)],
            front_arm: [(15.0, -68.0), (23.0, -62.0), (20.0, -52.0)],
            back_leg: [(-5.0, -45.0), (-7.0, -24.0), (-19.0, -5.0)],
            front_leg: [(1.0, -45.0), (12.0, -25.0), (11.0, -3.0)],
        },
        Pose::Ride => Joints {
            head: (12.0, -94.0),
            neck: (8.0, -81.0),
            hip: (-8.0, -54.0),
            back_arm: [(6.0, -77.0), (18.0, -66.0), (28.0, -59.0)],
            front_arm: [(11.0, -77.0), (20.0, -65.0), (29.0, -58.0)],
            back_leg: [(-9.0, -53.0), (9.0, -42.0), (2.0, -24.0)],
            front_leg: [(-5.0, -53.0), (12.0, -34.0), (6.0, -12.0)],
        },
    }
}

impl Person {
    /// Somebody with brown skin, dark hair and short hair.
    pub const fn new(top: Ink, legs: Ink) -> Person {
        Person { skin: ink(0xb87a52), top, legs, hair: ink(0x2b2024), head: Head::Short, behind: false }
    }

    /// The same person with something else on the head.
    pub const fn with(self, head: Head) -> Person {
        Person { head, ..self }
    }

    /// The same person with another skin.
    pub const fn skin(self, skin: Ink) -> Person {
        Person { skin, ..self }
    }

    /// Somebody in one colour, against the light.
    pub const fn shade(ink: Ink, head: Head) -> Person {
        Person { skin: ink, top: ink, legs: ink, hair: ink, head, behind: false }
    }

    /// The same person seen from behind.
    pub const fn behind(self) -> Person {
        Person { behind: true, ..self }
    }

    /// Draws the person, feet at (`x`, `y`); a negative `height` looks to the left.
    pub fn draw(&self, c: &mut Canvas, x: f32, y: f32, height: f32, pose: Pose) {
        let scale = height.abs() / 100.0;
        c.placed(x, y, scale * height.signum(), scale, |c| self.body(c, &joints(pose)));
    }

    fn body(&self, c: &mut Canvas, j: &Joints) {
        let flat = self.top.is(self.legs);
        let shade = |ink: Ink| if flat { ink } else { ink.dark(0.18) };
        self.limb(c, j.back_arm, 7.5, shade(self.top), shade(self.skin));
        self.leg(c, j.back_leg, shade(self.legs));
        self.leg(c, j.front_leg, self.legs);
        let (nx, ny) = j.neck;
        let (hx, hy) = j.hip;
        c.blob(
            &[
                (nx - 6.0, ny - 2.0),
                (nx - 13.0, ny + 3.0),
                (hx - 11.0, hy - 6.0),
                (hx - 10.0, hy + 4.0),
                (hx + 10.0, hy + 4.0),
                (hx + 10.0, hy - 6.0),
                (nx + 12.0, ny + 3.0),
                (nx + 6.0, ny - 2.0),
            ],
            self.top,
        );
        c.line(&[(nx, ny), (nx * 0.6 + j.head.0 * 0.4, ny * 0.6 + j.head.1 * 0.4)], 6.5, shade(self.skin));
        self.face(c, j.head);
        let sleeve = if flat { self.top } else { self.top.light(0.08) };
        self.limb(c, j.front_arm, 7.5, sleeve, self.skin);
    }

    fn limb(&self, c: &mut Canvas, [a, b, d]: [Point; 3], width: f32, sleeve: Ink, skin: Ink) {
        let cuff = (b.0 * 0.35 + d.0 * 0.65, b.1 * 0.35 + d.1 * 0.65);
        c.line(&[cuff, d], width * 0.72, skin);
        c.circle(d.0, d.1, width * 0.5, skin);
        c.line(&[a, b, cuff], width, sleeve);
    }

    fn leg(&self, c: &mut Canvas, [a, b, d]: [Point; 3], ink: Ink) {
        c.line(&[a, b, d], 9.0, ink);
        c.rounded(d.0 - 4.5, d.1 - 2.5, 13.0, 5.5, 2.7, ink.dark(0.45));
    }

    fn face(&self, c: &mut Canvas, (x, y): Point) {
        let (skin, hair) = (self.skin, self.hair);
        match self.head {
            Head::Long => {
                c.blob(&[(x - 10.0, y - 4.0), (x - 11.0, y + 14.0), (x + 1.0, y + 13.0), (x + 4.0, y - 8.0)], hair);
            }
            Head::Scarf(scarf) => c.blob(
                &[
                    (x - 10.0, y - 6.0),
                    (x - 13.0, y + 19.0),
                    (x + 2.0, y + 22.0),
                    (x + 13.0, y + 17.0),
                    (x + 9.0, y - 4.0),
                    (x, y - 11.5),
                ],
                scarf,
            ),
            Head::Bun => c.circle(x - 9.0, y - 3.0, 4.8, hair),
            _ => {}
        }
        c.circle(x, y, 8.6, if self.behind { hair } else { skin });
        match self.head {
            Head::Scarf(scarf) if self.behind => {
                c.blob(
                    &[
                        (x - 9.6, y + 4.0),
                        (x - 9.2, y - 6.0),
                        (x, y - 11.0),
                        (x + 9.2, y - 6.0),
                        (x + 9.6, y + 4.0),
                        (x + 13.0, y + 18.0),
                        (x, y + 23.0),
                        (x - 13.0, y + 18.0),
                    ],
                    scarf,
                );
            }
            _ if self.behind && !matches!(self.head, Head::Straw | Head::Helmet(_)) => {}
            Head::Short | Head::Long | Head::Bun | Head::Peci => {
                c.blob(
                    &[
                        (x - 9.4, y + 2.5),
                        (x - 9.2, y - 6.0),
                        (x - 1.0, y - 10.8),
                        (x + 8.2, y - 6.0),
                        (x + 7.2, y - 3.4),
                        (x - 1.0, y - 4.4),
                        (x - 5.4, y + 1.5),
                    ],
                    hair,
                );
            }
            Head::Scarf(scarf) => {
                c.blob(
                    &[
                        (x - 9.6, y + 5.0),
                        (x - 9.4, y - 6.0),
                        (x, y - 11.0),
                        (x + 8.8, y - 6.0),
                        (x + 7.4, y - 3.6),
                        (x - 0.5, y - 6.2),
                        (x - 4.6, y + 2.0),
                        (x - 1.0, y + 8.2),
                    ],
                    scarf,
                );
            }
            Head::Straw => {
                c.polygon(
                    &[(x - 19.0, y - 1.5), (x + 1.0, y - 17.0), (x + 20.0, y - 1.5)],
                    ink(0xe2bd6b).mix(hair, if self.top.is(self.legs) { 1.0 } else { 0.0 }),
                );
            }
            Head::Helmet(helmet) => {
                c.blob(
                    &[
                        (x - 9.6, y - 2.0),
                        (x - 7.0, y - 10.5),
                        (x + 1.0, y - 13.0),
                        (x + 8.4, y - 9.0),
                        (x + 9.6, y - 2.0),
                    ],
                    helmet,
                );
                c.rounded(x - 10.0, y - 4.0, 23.0, 3.2, 1.6, helmet.dark(0.12));
            }
        }
        if matches!(self.head, Head::Peci) {
            c.polygon(
                &[(x - 9.2, y - 3.8), (x - 8.0, y - 13.0), (x + 7.8, y - 13.0), (x + 9.0, y - 4.6)],
                ink(0x15151c),
            );
        }
    }
}
