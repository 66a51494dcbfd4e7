//! XMP (ISO 16684-1): credits as IPTC Photo Metadata 2025.1 writes them, in RDF.

mod blank;
mod names;
mod read;
mod write;

pub use blank::private_parts;
pub use read::read;
pub use write::{padded, write};
