//! # warta
//!
//! A static site generator for government newsrooms.

pub mod apart;
pub mod cache;
pub mod catalogue;
pub mod check;
pub mod codec;
pub mod colour;
pub mod config;
pub mod content;
pub mod darkroom;
pub mod data;
pub mod diagnostic;
pub mod digest;
pub mod external;
pub mod failure;
pub mod fingerprint;
pub mod image;
pub mod nearby;
pub mod newsroom;
pub mod output;
pub mod path;
pub mod publish;
pub mod reads;
pub mod records;
pub mod render;
pub mod routes;
pub mod scaffold;
pub mod search;
pub mod serve;
pub mod source;
pub mod theme;
pub mod time;
pub mod workspace;
