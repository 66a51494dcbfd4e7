//! What goes, what stays, and what no file may do.

#[path = "../../../../tests/support/photos/mod.rs"]
mod photos;

mod credits;
mod further_kinds;
mod hostile;
mod kinds;

use super::{Metadata, Orientation, Unscrubbable, metadata, scrub};
use crate::image::Credits;
use photos::SECRETS;

/// The credits of the dirty files' XMP.
fn credits() -> Credits {
    use photos::blocks::*;
    Credits {
        alt: ALT.into(),
        description: CAPTION.into(),
        creator: CREATOR.into(),
        credit: CREDIT.into(),
        copyright: COPYRIGHT.into(),
        license: LICENSE.into(),
        source_type: SOURCE_TYPE.into(),
    }
}

/// The file without what is private. Nothing of it may be left, and a second time nothing may go.
#[track_caller]
fn scrubbed(bytes: &[u8]) -> Vec<u8> {
    let clean = scrub(bytes).unwrap().into_owned();
    for secret in SECRETS {
        let found = clean.windows(secret.len()).position(|window| window == secret);
        assert_eq!(found, None, "{}", String::from_utf8_lossy(secret));
    }
    let again = scrub(&clean).unwrap();
    assert!(matches!(again, std::borrow::Cow::Borrowed(_)), "the second time is one too many");
    assert!(!metadata(&clean).private.any());
    assert_eq!(metadata(&clean).credits, metadata(bytes).credits);
    assert_eq!(metadata(&clean).orientation, metadata(bytes).orientation);
    clean
}
