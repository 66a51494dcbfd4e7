//! What has been read in a file so far: credits by the standard that they stand in, and whether
//! all of the file's metadata may be published as they are.

use super::Orientation;
use super::text::{clean, is_placeholder};
use crate::image::{Credits, Private};

/// What has been read. Where a value stands twice, the first counts.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// From XMP. It wins over the others.
    pub xmp: Credits,
    /// From IIM.
    pub iim: Credits,
    /// From EXIF.
    pub exif: Credits,
    /// From a container's own comments. All others win over it.
    pub comments: Credits,
    /// How the picture is to be turned.
    pub orientation: Option<Orientation>,
    /// What nobody may publish.
    pub private: Private,
    /// Whether there is anything that isn't known to be harmless.
    pub foreign: bool,
}

/// A value of [`Credits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Alt,
    Description,
    Creator,
    Credit,
    Copyright,
    License,
    SourceType,
}

impl Field {
    pub(super) const ALL: [Field; 7] = [
        Field::Alt,
        Field::Description,
        Field::Creator,
        Field::Credit,
        Field::Copyright,
        Field::License,
        Field::SourceType,
    ];

    /// The value.
    pub(super) fn of(self, credits: &Credits) -> &str {
        match self {
            Field::Alt => &credits.alt,
            Field::Description => &credits.description,
            Field::Creator => &credits.creator,
            Field::Credit => &credits.credit,
            Field::Copyright => &credits.copyright,
            Field::License => &credits.license,
            Field::SourceType => &credits.source_type,
        }
    }

    fn of_mut(self, credits: &mut Credits) -> &mut Box<str> {
        match self {
            Field::Alt => &mut credits.alt,
            Field::Description => &mut credits.description,
            Field::Creator => &mut credits.creator,
            Field::Credit => &mut credits.credit,
            Field::Copyright => &mut credits.copyright,
            Field::License => &mut credits.license,
            Field::SourceType => &mut credits.source_type,
        }
    }

    /// Gives it a value, if it has none yet and the new one says something.
    pub(super) fn set(self, credits: &mut Credits, value: &str) {
        let (place, value) = (self.of_mut(credits), clean(value));
        if place.is_empty() && !(self == Field::Description && is_placeholder(&value)) {
            *place = value;
        }
    }
}

impl Found {
    /// The credits of all standards, value by value.
    pub(super) fn credits(&self) -> Credits {
        let mut all = self.xmp.clone();
        for other in [&self.iim, &self.exif, &self.comments] {
            for field in Field::ALL {
                field.set(&mut all, field.of(other));
            }
        }
        all
    }

    /// Whether the metadata may be published as they are.
    pub(super) fn is_clean(&self) -> bool {
        !self.foreign && !self.private.any()
    }
}
