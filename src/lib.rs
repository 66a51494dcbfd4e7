//! # warta
//!
//! A static site generator for government newsrooms.

pub mod content;
pub mod data;
pub mod diagnostic;
pub mod digest;
pub mod failure;
pub mod output;
pub mod path;
pub mod scaffold;
