//! What the pictures show, by place.

pub mod bridge;
pub mod bust;
pub mod craft;
pub mod hills;
pub mod lake;
pub mod market;
pub mod portraits;
pub mod produce;
pub mod pump;
pub mod river;
pub mod rooms;
pub mod street;

use crate::ink::ink;
use crate::people::{Head, Person};

/// Some people of the town, to be picked from.
pub const TOWNSPEOPLE: [Person; 8] = [
    Person::new(ink(0xe0603f), ink(0x2f3a56)),
    Person::new(ink(0xf2b544), ink(0x5a3d57)).with(Head::Scarf(ink(0x2f7f86))),
    Person::new(ink(0x3f7fb5), ink(0x3a3340)).skin(ink(0x9c6340)),
    Person::new(ink(0xf3ead8), ink(0x7a3b3b)).with(Head::Peci),
    Person::new(ink(0x63986b), ink(0x2d3c3c)).with(Head::Long).skin(ink(0xcf9468)),
    Person::new(ink(0xb5527a), ink(0x34375a)).with(Head::Bun),
    Person::new(ink(0x37a39b), ink(0x45342f)).with(Head::Scarf(ink(0xf0e2cf))).skin(ink(0xc68a60)),
    Person::new(ink(0x7c6bb0), ink(0x2b3242)).skin(ink(0xa86c46)),
];
