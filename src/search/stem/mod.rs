//! Forms of a word that are one word to a reader who searches.
//!
//! A key need be no word: it has to be the same for all forms, and another one for other words. The
//! steps are few and regular because `search.js` takes the same ones; the browser's test compares them.

pub mod english;
pub mod indonesian;
