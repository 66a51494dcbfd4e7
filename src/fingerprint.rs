//! What tells one build of the program from another.
//!
//! What one program has made of a file, another may make otherwise: nothing that is kept from run to
//! run is taken over by a program with another fingerprint.

/// A digest of everything that this program was built from: sources, themes, crates, target and
/// features. 32 hexadecimal digits.
pub const FINGERPRINT: &str = env!("WARTA_FINGERPRINT");
