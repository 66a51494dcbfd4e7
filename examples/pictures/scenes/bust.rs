//! The parts that portraits share.

use crate::canvas::Canvas;
use crate::ink::{Ink, around, down};

/// The side of a portrait.
pub const SIDE: f32 = 1000.0;

/// Somebody from the shoulders up.
pub struct Bust {
    /// The colours behind, top and bottom.
    pub back: [Ink; 2],
    /// The disc behind the head.
    pub accent: Ink,
    /// Skin.
    pub skin: Ink,
    /// Hair.
    pub hair: Ink,
    /// Coat or shirt.
    pub coat: Ink,
}

impl Bust {
    /// What is behind the person.
    pub fn base(&self, c: &mut Canvas) {
        c.all(down(0.0, SIDE, &self.back));
        c.circle(500.0, 470.0, 380.0, around(500.0, 470.0, 380.0, &[self.accent.light(0.25), self.accent]));
        c.land(
            &[(-20.0, 800.0), (220.0, 700.0), (480.0, 770.0), (760.0, 680.0), (1020.0, 780.0)],
            SIDE,
            self.back[1].dark(0.18),
        );
    }

    /// Shoulders in the coat.
    pub fn shoulders(&self, c: &mut Canvas) {
        let coat = self.coat;
        c.blob(
            &[
                (150.0, 1060.0),
                (190.0, 860.0),
                (330.0, 770.0),
                (430.0, 735.0),
                (570.0, 735.0),
                (670.0, 770.0),
                (810.0, 860.0),
                (850.0, 1060.0),
            ],
            down(740.0, SIDE, &[coat.light(0.1), coat.dark(0.12)]),
        );
        c.blob(&[(690.0, 780.0), (810.0, 860.0), (850.0, 1060.0), (700.0, 1060.0), (720.0, 900.0)], coat.dark(0.18));
    }

    /// The neck.
    pub fn neck(&self, c: &mut Canvas) {
        c.rounded(438.0, 600.0, 124.0, 190.0, 60.0, self.skin.dark(0.16));
        c.blob(&[(430.0, 742.0), (500.0, 820.0), (570.0, 742.0), (500.0, 724.0)], self.skin.dark(0.16));
    }

    /// The head with its ears.
    pub fn head(&self, c: &mut Canvas) {
        for side in [-1.0, 1.0] {
            c.oval(500.0 + side * 150.0, 490.0, 26.0, 42.0, self.skin.dark(0.12));
        }
        self.face(c);
    }

    /// The face alone, for heads whose ears are covered.
    pub fn face(&self, c: &mut Canvas) {
        let skin = self.skin;
        c.blob(
            &[
                (500.0, 300.0),
                (620.0, 340.0),
                (650.0, 460.0),
                (625.0, 580.0),
                (560.0, 660.0),
                (500.0, 678.0),
                (440.0, 660.0),
                (375.0, 580.0),
                (350.0, 460.0),
                (380.0, 340.0),
            ],
            skin,
        );
        c.blob(
            &[
                (560.0, 315.0),
                (620.0, 340.0),
                (650.0, 460.0),
                (625.0, 580.0),
                (560.0, 660.0),
                (505.0, 678.0),
                (585.0, 560.0),
                (600.0, 430.0),
            ],
            skin.dark(0.1),
        );
        c.curve(&[(500.0, 470.0), (488.0, 530.0), (506.0, 540.0)], 7.0, skin.dark(0.24));
        c.curve(&[(462.0, 600.0), (500.0, 614.0), (538.0, 600.0)], 8.0, skin.dark(0.38));
    }

    /// A collar.
    pub fn collar(&self, c: &mut Canvas, ink: Ink) {
        c.polygon(&[(430.0, 735.0), (500.0, 836.0), (420.0, 880.0), (380.0, 752.0)], ink);
        c.polygon(&[(570.0, 735.0), (500.0, 836.0), (580.0, 880.0), (620.0, 752.0)], ink.dark(0.08));
    }

    /// Short hair.
    pub fn short_hair(&self, c: &mut Canvas) {
        c.blob(
            &[
                (340.0, 470.0),
                (326.0, 350.0),
                (400.0, 250.0),
                (520.0, 226.0),
                (630.0, 262.0),
                (676.0, 360.0),
                (660.0, 470.0),
                (636.0, 400.0),
                (560.0, 366.0),
                (440.0, 372.0),
                (372.0, 396.0),
            ],
            self.hair,
        );
        c.blob(&[(400.0, 290.0), (500.0, 246.0), (590.0, 268.0), (500.0, 290.0)], self.hair.light(0.16));
    }
}
