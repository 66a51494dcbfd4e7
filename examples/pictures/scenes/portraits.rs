//! The people of the registers, as busts without faces.

use crate::canvas::Canvas;
use crate::ink::{Ink, ink};
use crate::scenes::bust::Bust;

const SKINS: [Ink; 4] = [ink(0xc68a60), ink(0xa86c46), ink(0x8f5a3a), ink(0xd49c70)];
const BLACK: Ink = ink(0x2a2126);

/// The mayor, in an orange headscarf.
pub fn ratri(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0x7fc4c9), ink(0x2f7f86)],
        accent: ink(0xf4ead6),
        skin: SKINS[3],
        hair: BLACK,
        coat: ink(0x1f5560),
    };
    bust.base(c);
    bust.shoulders(c);
    bust.neck(c);
    let scarf = ink(0xee8238);
    c.blob(
        &[
            (500.0, 215.0),
            (650.0, 260.0),
            (716.0, 420.0),
            (700.0, 640.0),
            (760.0, 800.0),
            (640.0, 900.0),
            (500.0, 920.0),
            (350.0, 890.0),
            (240.0, 800.0),
            (300.0, 640.0),
            (284.0, 420.0),
            (350.0, 260.0),
        ],
        scarf,
    );
    bust.face(c);
    c.blob(
        &[
            (330.0, 480.0),
            (330.0, 340.0),
            (400.0, 262.0),
            (500.0, 240.0),
            (610.0, 268.0),
            (672.0, 350.0),
            (668.0, 480.0),
            (640.0, 390.0),
            (560.0, 330.0),
            (440.0, 330.0),
            (366.0, 390.0),
        ],
        scarf.light(0.1),
    );
    c.blob(
        &[
            (350.0, 560.0),
            (420.0, 660.0),
            (500.0, 700.0),
            (590.0, 655.0),
            (650.0, 560.0),
            (690.0, 700.0),
            (620.0, 810.0),
            (480.0, 850.0),
            (340.0, 800.0),
            (310.0, 690.0),
        ],
        scarf.light(0.06),
    );
    c.curve(&[(350.0, 690.0), (480.0, 770.0), (640.0, 700.0)], 9.0, scarf.dark(0.25));
    c.curve(&[(330.0, 760.0), (490.0, 850.0), (670.0, 770.0)], 9.0, scarf.dark(0.25));
    c.circle(610.0, 850.0, 26.0, ink(0xe9c46a));
    c.circle(610.0, 850.0, 12.0, ink(0x2f7f86));
    c.vignette(0.18);
}

/// The city secretary, with a cap and glasses.
pub fn bramasta(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xe9b87a), ink(0xb5613f)],
        accent: ink(0xfbeccb),
        skin: SKINS[1],
        hair: ink(0x8d8f96),
        coat: ink(0x3a3f5c),
    };
    bust.base(c);
    bust.shoulders(c);
    bust.neck(c);
    bust.collar(c, ink(0xf7f4ea));
    c.polygon(&[(478.0, 838.0), (522.0, 838.0), (540.0, 1010.0), (460.0, 1010.0)], ink(0xa8322f));
    bust.head(c);
    for side in [-1.0, 1.0] {
        c.rounded(500.0 + side * 142.0 - 18.0, 370.0, 36.0, 110.0, 18.0, bust.hair);
        c.ring(500.0 + side * 74.0, 468.0, 52.0, 9.0, ink(0x23232c));
        c.circle(500.0 + side * 74.0, 468.0, 48.0, ink(0xffffff).alpha(0.18));
    }
    c.line(&[(474.0, 462.0), (526.0, 462.0)], 8.0, ink(0x23232c));
    c.blob(
        &[(450.0, 566.0), (500.0, 556.0), (550.0, 566.0), (560.0, 590.0), (500.0, 578.0), (440.0, 590.0)],
        bust.hair,
    );
    c.polygon(&[(338.0, 392.0), (362.0, 210.0), (638.0, 200.0), (664.0, 384.0), (500.0, 352.0)], ink(0x17171f));
    c.polygon(&[(500.0, 352.0), (520.0, 204.0), (638.0, 200.0), (664.0, 384.0)], ink(0x23232e));
    c.vignette(0.18);
}

/// The head of the department of communication, with short hair.
pub fn nilam(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xf2c3a2), ink(0xc8577a)],
        accent: ink(0xfdf0e0),
        skin: SKINS[0],
        hair: BLACK,
        coat: ink(0x2b6cb0),
    };
    bust.base(c);
    c.blob(
        &[
            (500.0, 236.0),
            (650.0, 280.0),
            (706.0, 430.0),
            (690.0, 600.0),
            (620.0, 690.0),
            (500.0, 700.0),
            (380.0, 690.0),
            (310.0, 600.0),
            (294.0, 430.0),
            (350.0, 280.0),
        ],
        bust.hair,
    );
    bust.shoulders(c);
    bust.neck(c);
    bust.collar(c, ink(0xe8f0fa));
    bust.head(c);
    c.blob(
        &[
            (330.0, 540.0),
            (316.0, 380.0),
            (400.0, 250.0),
            (520.0, 224.0),
            (640.0, 270.0),
            (690.0, 390.0),
            (672.0, 540.0),
            (640.0, 440.0),
            (600.0, 350.0),
            (500.0, 400.0),
            (400.0, 420.0),
            (362.0, 460.0),
        ],
        bust.hair,
    );
    c.curve(&[(420.0, 280.0), (500.0, 252.0), (590.0, 274.0)], 14.0, bust.hair.light(0.2));
    for side in [-1.0, 1.0] {
        c.circle(500.0 + side * 158.0, 560.0, 15.0, ink(0xf7d774));
    }
    c.vignette(0.18);
}

/// The head of public works, in a yellow hard hat.
pub fn yohanes(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0x9fc9d9), ink(0x4a6f8a)],
        accent: ink(0xeaf3f2),
        skin: SKINS[2],
        hair: BLACK,
        coat: ink(0xf07f3c),
    };
    bust.base(c);
    bust.shoulders(c);
    for side in [-1.0, 1.0] {
        c.polygon(
            &[
                (500.0 + side * 250.0, 815.0),
                (500.0 + side * 190.0, 790.0),
                (500.0 + side * 170.0, 1000.0),
                (500.0 + side * 250.0, 1000.0),
            ],
            ink(0xf7f3c8),
        );
    }
    bust.neck(c);
    bust.collar(c, ink(0x39445a));
    bust.head(c);
    c.blob(
        &[
            (352.0, 480.0),
            (366.0, 640.0),
            (440.0, 700.0),
            (500.0, 712.0),
            (560.0, 700.0),
            (634.0, 640.0),
            (648.0, 480.0),
            (622.0, 590.0),
            (560.0, 578.0),
            (500.0, 586.0),
            (440.0, 578.0),
            (378.0, 590.0),
        ],
        ink(0x2f2629),
    );
    c.curve(&[(462.0, 622.0), (500.0, 634.0), (538.0, 622.0)], 9.0, SKINS[2].light(0.15));
    let helmet = ink(0xf2b92f);
    c.blob(&[(322.0, 400.0), (340.0, 260.0), (430.0, 176.0), (560.0, 170.0), (656.0, 250.0), (680.0, 396.0)], helmet);
    c.blob(&[(560.0, 176.0), (656.0, 250.0), (680.0, 396.0), (600.0, 390.0), (590.0, 260.0)], helmet.dark(0.14));
    c.rounded(452.0, 160.0, 90.0, 220.0, 40.0, helmet.light(0.25));
    c.rounded(290.0, 372.0, 420.0, 46.0, 23.0, helmet.dark(0.08));
    c.vignette(0.18);
}

/// The head of the environment department, with a knot of hair and a green shawl.
pub fn laksmi(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xf6dc9a), ink(0x7fa84f)],
        accent: ink(0xfff6dc),
        skin: SKINS[1],
        hair: ink(0x3a2a28),
        coat: ink(0xf3ead8),
    };
    bust.base(c);
    c.circle(610.0, 250.0, 96.0, bust.hair);
    c.circle(590.0, 232.0, 40.0, bust.hair.light(0.12));
    for (x, y) in [(668.0, 190.0), (700.0, 226.0), (706.0, 270.0)] {
        c.circle(x, y, 20.0, ink(0xfdfaf0));
        c.circle(x, y, 8.0, ink(0xf2c14e));
    }
    bust.shoulders(c);
    bust.neck(c);
    c.blob(&[(200.0, 1040.0), (230.0, 850.0), (390.0, 755.0), (470.0, 770.0), (560.0, 1040.0)], ink(0x3f8f5a));
    c.curve(&[(250.0, 1010.0), (290.0, 880.0), (420.0, 790.0)], 12.0, ink(0xf2c14e));
    c.curve(&[(330.0, 1020.0), (360.0, 910.0), (450.0, 830.0)], 12.0, ink(0xf2c14e));
    bust.head(c);
    bust.short_hair(c);
    c.blob(&[(336.0, 430.0), (380.0, 290.0), (500.0, 250.0), (420.0, 350.0), (362.0, 440.0)], bust.hair.light(0.08));
    c.vignette(0.18);
}

/// The head of the disaster agency, with a moustache and a red vest.
pub fn haris(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xb9c4d9), ink(0x54607f)],
        accent: ink(0xf2f2ea),
        skin: SKINS[2],
        hair: ink(0x33302f),
        coat: ink(0x27406b),
    };
    bust.base(c);
    bust.shoulders(c);
    for side in [-1.0, 1.0] {
        c.polygon(
            &[
                (500.0 + side * 90.0, 745.0),
                (500.0 + side * 250.0, 800.0),
                (500.0 + side * 270.0, 1010.0),
                (500.0 + side * 40.0, 1010.0),
                (500.0 + side * 30.0, 850.0),
            ],
            ink(0xd9432f),
        );
        c.rect(500.0 + side * 150.0 - 50.0, 930.0, 100.0, 22.0, ink(0xf3efd6));
    }
    bust.neck(c);
    bust.collar(c, ink(0x39588a));
    bust.head(c);
    bust.short_hair(c);
    c.blob(
        &[
            (420.0, 596.0),
            (450.0, 564.0),
            (500.0, 572.0),
            (550.0, 564.0),
            (580.0, 596.0),
            (540.0, 590.0),
            (500.0, 588.0),
            (460.0, 590.0),
        ],
        bust.hair,
    );
    c.vignette(0.18);
}

/// A reporter with a notebook in the pocket.
pub fn danu(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xc9dfa8), ink(0x5f9a6b)],
        accent: ink(0xf7f7e0),
        skin: SKINS[0],
        hair: BLACK,
        coat: ink(0x7a5f45),
    };
    bust.base(c);
    bust.shoulders(c);
    bust.neck(c);
    bust.collar(c, ink(0xf0e2cf));
    c.rounded(590.0, 850.0, 130.0, 130.0, 12.0, bust.coat.dark(0.2));
    c.rounded(612.0, 800.0, 84.0, 80.0, 6.0, ink(0xfdf6e3));
    for i in 0..4 {
        c.circle(624.0 + i as f32 * 20.0, 802.0, 6.0, ink(0x39445a));
    }
    c.line(&[(706.0, 880.0), (720.0, 780.0)], 12.0, ink(0xd9432f));
    bust.head(c);
    bust.short_hair(c);
    for (x, y, r) in
        [(400.0, 270.0, 60.0), (480.0, 236.0, 66.0), (570.0, 244.0, 62.0), (640.0, 300.0, 50.0), (356.0, 340.0, 44.0)]
    {
        c.circle(x, y, r, bust.hair);
        c.circle(x - 10.0, y - 16.0, r * 0.4, bust.hair.light(0.12));
    }
    c.vignette(0.18);
}

/// A reporter with a ponytail and a camera.
pub fn sekar(c: &mut Canvas) {
    let bust = Bust {
        back: [ink(0xf7c9b4), ink(0x7c6bb0)],
        accent: ink(0xfdf0ea),
        skin: SKINS[3],
        hair: ink(0x4a2d28),
        coat: ink(0xf2b544),
    };
    bust.base(c);
    c.blob(
        &[(640.0, 260.0), (770.0, 300.0), (800.0, 480.0), (760.0, 680.0), (712.0, 560.0), (700.0, 420.0)],
        bust.hair,
    );
    c.circle(664.0, 284.0, 30.0, ink(0x2fa79c));
    bust.shoulders(c);
    bust.neck(c);
    c.curve(&[(360.0, 770.0), (400.0, 880.0), (450.0, 930.0)], 18.0, ink(0x2b2b36));
    c.curve(&[(640.0, 770.0), (600.0, 880.0), (550.0, 930.0)], 18.0, ink(0x2b2b36));
    c.rounded(390.0, 880.0, 220.0, 150.0, 20.0, ink(0x2b2b36));
    c.rounded(450.0, 856.0, 90.0, 40.0, 10.0, ink(0x2b2b36));
    c.circle(500.0, 955.0, 58.0, ink(0x59626e));
    c.circle(500.0, 955.0, 44.0, ink(0x14202c));
    c.circle(486.0, 940.0, 14.0, ink(0xbfe3ec));
    bust.head(c);
    bust.short_hair(c);
    c.blob(
        &[(336.0, 470.0), (340.0, 330.0), (440.0, 250.0), (560.0, 250.0), (430.0, 330.0), (370.0, 430.0)],
        bust.hair.light(0.1),
    );
    c.vignette(0.18);
}
