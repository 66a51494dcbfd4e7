//! x
/// x
pub struct Reader;
